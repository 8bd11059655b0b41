# Pipes and what waits for them: select(), poll objects, epoll objects, and flags of descriptors.
import errno
import fcntl
import os
import select
import selectors


def error(call, *arguments):
    try:
        call(*arguments)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error")


r, w = os.pipe()
print(os.get_inheritable(r), os.get_inheritable(w), os.get_blocking(r))
print(os.write(w, b"hello"), os.read(r, 3), os.read(r, 10))
os.set_blocking(r, False)
print(os.get_blocking(r))
error(os.read, r, 1)
error(os.read, w, 1)
error(os.write, r, b"x")
error(os.lseek, r, 0, 0)
print(os.write(w, b""), os.isatty(w), oct(os.fstat(r).st_mode >> 12))

# A full pipe takes what fits, and small writes whole or not at all.
os.set_blocking(w, False)
print(os.write(w, bytes(70000)))
error(os.write, w, b"x")
print(len(os.read(r, 100)))
error(os.write, w, bytes(4096))
print(len(os.read(r, 100000)))


def named(ready):
    return [["r", "w"][[r, w].index(fd)] for fd in ready]


def where(answer):
    return [named(part) for part in answer]


def events(pairs):
    return sorted((named([fd])[0], bits) for fd, bits in pairs)


print(where(select.select([r], [w], [r, w], 0)), where(select.select([r], [], [], 0.01)))
os.write(w, b"x")
print(where(select.select([r], [w], [], None)))
error(select.select, 1, [], [])
error(select.select, [], [], [], "a")
error(select.select, [], [], [], -1)
error(select.select, ["a"], [], [], 0)
error(select.select, [-1], [], [], 0)
error(select.select, [5000], [], [], 0)

p = select.poll()
p.register(r)
p.register(w, select.POLLOUT)
print(events(p.poll(0)))
p.modify(r, select.POLLPRI)
print(events(p.poll(0)))
p.unregister(r)
error(p.unregister, 77)
error(p.modify, 77, 1)
error(p.register, "a")
error(p.register, 1, -1)
error(p.register, 1, 70000)
error(p.poll, "a")
error(type(p))

with select.epoll() as ep:
    ep.register(r, select.EPOLLIN)
    ep.register(w, select.EPOLLOUT | select.EPOLLONESHOT)
    print(events(ep.poll(0)), events(ep.poll(0)))
    ep.modify(w, select.EPOLLOUT)
    print(events(ep.poll(0, 1)), events(ep.poll(timeout=0)))
    error(ep.register, r)
    ep.unregister(w)
    error(ep.unregister, w)
    error(ep.modify, w, 1)
    error(ep.register, 999)
    error(ep.poll, 0, 0)
    error(ep.poll, "a")
    print(ep.closed, ep.fileno() > 2)
print(ep.closed)
error(ep.poll)
error(ep.fileno)
error(select.epoll, 0)
error(select.epoll, 1, 5)

copy = os.dup(w)
os.close(w)
print(os.read(r, 5))
error(os.read, r, 5)
os.close(copy)
print(os.read(r, 5), select.poll().poll(0))
p = select.poll()
p.register(r)
print([bits for _, bits in p.poll(0)])
os.close(r)
error(os.close, r)
error(os.dup, r)

# Writing where nobody reads is an error, not a signal.
r, w = os.pipe()
os.close(r)
error(os.write, w, b"x")
os.close(w)

r, w = os.pipe2(os.O_NONBLOCK)
print(os.get_inheritable(r), os.get_blocking(r))
error(os.pipe2, 12345)
print(fcntl.fcntl(r, fcntl.F_GETFD), fcntl.fcntl(r, fcntl.F_GETFL) & os.O_NONBLOCK != 0)
fcntl.fcntl(r, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
fcntl.fcntl(r, fcntl.F_SETFL, 0)
print(os.get_inheritable(r), os.get_blocking(r))
high = fcntl.fcntl(r, fcntl.F_DUPFD_CLOEXEC, 50)
print(high, os.get_inheritable(high))
print(os.dup2(w, 60), os.get_inheritable(60), os.dup2(w, 61, inheritable=False), os.get_inheritable(61))
os.write(60, b"by a copy")
print(os.read(high, 20))
error(os.dup2, 999, 62)
error(fcntl.fcntl, 999, fcntl.F_GETFD)
error(fcntl.fcntl, "a", 1)
os.closerange(50, 62)
error(os.fstat, 61)

# Streams over descriptors.
reader, writer = os.fdopen(r, encoding="utf-8"), os.fdopen(w, "w", encoding="utf-8", buffering=1)
print("eins", "zwei", sep="\n", file=writer)
print(reader.readline(), end="")
writer.close()
print(repr(reader.read()))
reader.close()

with selectors.DefaultSelector() as s:
    print(type(s).__name__, s.select(0))
    r, w = os.pipe()
    s.register(r, selectors.EVENT_READ, "input")
    s.register(w, selectors.EVENT_WRITE, "output")
    os.write(w, b"!")
    print(sorted((key.data, mask) for key, mask in s.select()))
    error(s.register, r, selectors.EVENT_READ)
    s.unregister(r)
    print([key.data for key, _ in s.select(0)])
    with open(__file__) as f:
        error(s.register, f, selectors.EVENT_READ)
    os.close(r)
    os.close(w)
print(errno.errorcode[errno.EPIPE])

# expect: False False True
# expect: 5 b'hel' b'lo'
# expect: False
# expect: BlockingIOError [Errno 11] Resource temporarily unavailable
# expect: OSError [Errno 9] Bad file descriptor
# expect: OSError [Errno 9] Bad file descriptor
# expect: OSError [Errno 29] Illegal seek
# expect: 0 False 0o1
# expect: 65536
# expect: BlockingIOError [Errno 11] Resource temporarily unavailable
# expect: 100
# expect: BlockingIOError [Errno 11] Resource temporarily unavailable
# expect: 65436
# expect: [[], ['w'], []] [[], [], []]
# expect: [['r'], ['w'], []]
# expect: TypeError arguments 1-3 must be sequences
# expect: TypeError timeout must be a float or None
# expect: ValueError timeout must be non-negative
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: ValueError file descriptor cannot be a negative integer (-1)
# expect: ValueError filedescriptor out of range in select()
# expect: [('r', 1), ('w', 4)]
# expect: [('w', 4)]
# expect: KeyError 77
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: ValueError value must be positive
# expect: OverflowError Python int too large for C unsigned short
# expect: TypeError timeout must be an integer or None
# expect: TypeError cannot create 'select.poll' instances
# expect: [('r', 1), ('w', 4)] [('r', 1)]
# expect: [('r', 1)] [('r', 1), ('w', 4)]
# expect: FileExistsError [Errno 17] File exists
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: OSError [Errno 9] Bad file descriptor
# expect: ValueError maxevents must be greater than 0, got 0
# expect: TypeError timeout must be an integer or None
# expect: False True
# expect: True
# expect: ValueError I/O operation on closed epoll object
# expect: ValueError I/O operation on closed epoll object
# expect: ValueError negative sizehint
# expect: OSError invalid flags
# expect: b'x'
# expect: BlockingIOError [Errno 11] Resource temporarily unavailable
# expect: b'' []
# expect: [16]
# expect: OSError [Errno 9] Bad file descriptor
# expect: OSError [Errno 9] Bad file descriptor
# expect: BrokenPipeError [Errno 32] Broken pipe
# expect: True False
# expect: OSError [Errno 22] Invalid argument
# expect: 0 True
# expect: False True
# expect: 50 False
# expect: 60 True 61 False
# expect: b'by a copy'
# expect: OSError [Errno 9] Bad file descriptor
# expect: OSError [Errno 9] Bad file descriptor
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: OSError [Errno 9] Bad file descriptor
# expect: eins
# expect: 'zwei\n'
# expect: EpollSelector []
# expect: [('input', 1), ('output', 2)]
# expect: KeyError '4 (FD 4) is already registered'
# expect: ['output']
# expect: PermissionError [Errno 1] Operation not permitted
# expect: EPIPE
