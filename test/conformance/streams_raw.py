# Raw and buffered streams: FileIO's modes and errors, the base classes, streams over raw streams written in Python.
import _io
import codecs
import gc
import io
import os
import sys

FOLDER = f"/tmp/underglass-streams_raw-{os.getpid()}"
os.mkdir(FOLDER)
os.chdir(FOLDER)
P = "file"


def plain(o):
    shown = repr(o)
    return f"a {type(o).__name__}" if " at 0x" in shown or "object at" in shown else shown


def t(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        r = f"{type(e).__name__}: {e}"
    given = [plain(x) for x in a] + [f"{n}={plain(x)}" for n, x in k.items()]
    print(f"{f.__name__}({', '.join(given)}) -> {plain(r)}")
    return r

for m in ('r', 'w', 'a', 'x', 'r+', 'w+', 'a+', 'x+', 'rb', 'rw', 'b', '+', 'rbx', 'q', 'r++', 'ab+', ''):
    if m.startswith('x') and os.path.exists(P):
        os.unlink(P)
    try:
        f = _io.FileIO(P, m)
        print(m, f.mode, f.readable(), f.writable(), f.seekable(), f.closefd, repr(f))
        f.close()
        print(repr(f), f.closed)
    except BaseException as e:
        print(m, type(e).__name__, e)

for a in [(), (1.5,), (-1,), ('a\x00b',), (P, 5), (P, 'r', False), ([],)]:
    t(_io.FileIO, *a)
t(_io.FileIO, P, opener=lambda p, f: -5)
t(_io.FileIO, P, opener=lambda p, f: 'x')
t(_io.FileIO, '/tmp')
t(_io.FileIO, '/nope')
t(_io.FileIO, file='/nope')
t(_io.FileIO, P, xx=1)
f = _io.FileIO(P, 'w+')

for a in [(b'hello world',), (bytearray(b'abc'),), ('x',), (5,)]:
    t(f.write, *a)

for a in [(0,), (3, 1), (-2, 2), (0, 9), (1.0,), ('x',), (-1,), (2 ** 70,)]:
    t(f.seek, *a)
f.seek(0)

for a in [(3,), (None,), (0,), (-1,), (2.5,), ('x',)]:
    t(f.read, *a)
f.seek(0)
b = bytearray(4)
t(f.readinto, b)
print(b)
t(f.readinto, b'abcd')
t(f.readall)
t(f.tell)
t(f.truncate, 5)
t(f.truncate)
t(f.truncate, -1)
t(f.truncate, 'x')
t(f.isatty)
f.foo = 3
print(f.foo, f.__dict__)
print(f.name == P, f._blksize, f._finalizing)
t(f.fileno) if 0 else None
f.close()
f.close()

for n in 'read readall readinto write seek tell truncate seekable readable writable fileno isatty flush readline __enter__ __iter__ __next__'.split():
    t(getattr(f, n), *([b'x'] if n in ('readinto', 'write') else [0] if n == 'seek' else []))
r = _io.FileIO(P)
t(r.write, b'x')
t(r.truncate)
r.close()
w = _io.FileIO(P, 'w')
t(w.read)
t(w.readinto, bytearray(2))
t(w.readall)
w.close()

class B(_io._IOBase):
    pass
b = B()

for n, a in [('seek', (0,)), ('tell', ()), ('truncate', ()), ('flush', ()), ('seekable', ()), ('readable', ()), ('writable', ()), ('_checkClosed', ()), ('_checkSeekable', ()), ('_checkReadable', ()), ('_checkWritable', ()), ('fileno', ()), ('isatty', ()), ('readline', ()), ('readlines', ()), ('writelines', ([b'x'],)), ('closed', ())]:
    try:
        t(getattr(b, n), *a)
    except BaseException as e:
        print(n, repr(e))
print(b.closed)
b.close()
print(b.closed, b.__dict__)
t(b.flush)
t(b.__enter__)
t(iter, b)

for c in (_io._IOBase, _io._RawIOBase, _io._BufferedIOBase, _io._TextIOBase):
    t(c, 1)
    o = c()
    print([n for n in dir(o) if not n.startswith('__')])

for n in 'read read1 detach'.split():
    t(getattr(_io._BufferedIOBase(), n))

for n in 'read readline detach'.split():
    t(getattr(_io._TextIOBase(), n))
t(_io._TextIOBase().write, 'x')
print(_io._TextIOBase().encoding, _io._TextIOBase().newlines, _io._TextIOBase().errors)

class R(io.RawIOBase):

    def __init__(s, data, step=3):
        s.d = data
        s.step = step

    def readable(s):
        return True

    def readinto(s, b):
        n = min(len(b), s.step, len(s.d))
        b[:n] = s.d[:n]
        s.d = s.d[n:]
        return n
r = R(b'hello\nworld\nlast')
print(r.read(2), r.readline(), r.readall(), r.read())
r = R(b'a\nbb\nccc')
print(list(r))
r = R(b'a\nbb\nccc\ndddd')
print(r.readlines(4))
br = io.BufferedReader(R(b'hello\nworld\nlast line here'), 8)
print(br.peek(), br.read(3), br.read1(2), br.readline(), br.readline(3), br.read1(), br.read(), br.read(), br.read1())
print(br.seekable(), br.raw, end='\n') if 0 else None
t(br.seek, 0)
t(br.tell)
t(br.write, b'') if hasattr(br, 'write') else print('no write')
t(br.truncate, 0)
t(br.fileno)
t(repr, io.BufferedReader(R(b'')))
if True:

    class Bad(R):

        def readinto(s, b):
            return 'x'
    t(io.BufferedReader(Bad(b'')).read, 5)
    try:
        io.BufferedReader(Bad(b'')).read(5)
    except OSError as e:
        print(repr(e.__cause__), repr(e.__context__))

    class Bad(R):

        def readinto(s, b):
            return None
    x = io.BufferedReader(Bad(b''))
    t(x.read, 5)
    t(x.read1, 5)
    t(x.read)
    t(x.peek)
    t(x.readline)
    t(x.readinto, bytearray(3))

    class Bad(R):

        def readinto(s, b):
            return -1
    t(io.BufferedReader(Bad(b'')).read, 5)

class W(io.RawIOBase):

    def __init__(s, lim=None):
        s.out = []
        s.lim = lim

    def writable(s):
        return True

    def write(s, b):
        b = bytes(b)
        if s.lim is not None:
            if s.lim == 0:
                return None
            b = b[:s.lim]
        s.out.append(b)
        return len(b)
w = W()
bw = io.BufferedWriter(w, 8)

for d in (b'ab', b'cdef', b'ghi', b'0123456789abcdef0123', b'x'):
    t(bw.write, d)
    print(w.out)
bw.flush()
print(w.out)
t(bw.write, 'x')
t(bw.read) if hasattr(bw, 'read') else 0
w = W(0)
bw = io.BufferedWriter(w, 8)
t(bw.write, b'abc')
try:
    bw.write(b'0123456789')
except BlockingIOError as e:
    print(e, e.errno, e.characters_written, e.args)
try:
    bw.flush()
except BlockingIOError as e:
    print(e, e.characters_written)
w.lim = None
bw.close()
print(w.out, bw.closed, w.closed)
t(bw.write, b'a')
t(bw.flush)
w = W(3)
bw = io.BufferedWriter(w, 8)
bw.write(b'0123456789abcdef')
bw.close()
print(w.out)
p = io.BufferedRWPair(R(b'hello\nworld'), W())
print(p.read(3), p.readline(), p.write(b'zz'), p.readable(), p.writable(), p.isatty(), p.closed)
p.flush()
p.close()
print(p.closed)
t(io.BufferedRWPair, 1, 2)
t(io.BufferedReader, W())
t(io.BufferedWriter, R(b''))
t(io.BufferedReader, R(b''), 0)
t(io.BufferedReader, R(b''), -5)
t(io.BufferedReader)
t(io.BufferedReader, R(b''), 'x')
t(io.BufferedRandom, R(b''))

if os.path.exists(P):
    os.unlink(P)
os.chdir("/")
os.rmdir(FOLDER)

# expect: r FileNotFoundError [Errno 2] No such file or directory: 'file'
# expect: w wb False True True True <_io.FileIO name='file' mode='wb' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect: a ab False True True True <_io.FileIO name='file' mode='ab' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect: x xb False True True True <_io.FileIO name='file' mode='xb' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect: r+ rb+ True True True True <_io.FileIO name='file' mode='rb+' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect: w+ rb+ True True True True <_io.FileIO name='file' mode='rb+' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect: a+ ab+ True True True True <_io.FileIO name='file' mode='ab+' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect: x+ xb+ True True True True <_io.FileIO name='file' mode='xb+' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect: rb rb True False True True <_io.FileIO name='file' mode='rb' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect: rw ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: b ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: + ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: rbx ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: q ValueError invalid mode: q
# expect: r++ ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: ab+ ab+ True True True True <_io.FileIO name='file' mode='ab+' closefd=True>
# expect: <_io.FileIO [closed]> True
# expect:  ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: FileIO() -> "TypeError: FileIO() missing required argument 'file' (pos 1)"
# expect: FileIO(1.5) -> 'TypeError: expected str, bytes or os.PathLike object, not float'
# expect: FileIO(-1) -> 'ValueError: negative file descriptor'
# expect: FileIO('a\x00b') -> 'ValueError: embedded null byte'
# expect: FileIO('file', 5) -> "TypeError: FileIO() argument 'mode' must be str, not int"
# expect: FileIO('file', 'r', False) -> 'ValueError: Cannot use closefd=False with file name'
# expect: FileIO([]) -> 'TypeError: expected str, bytes or os.PathLike object, not list'
# expect: FileIO('file', opener=a function) -> 'ValueError: opener returned -5'
# expect: FileIO('file', opener=a function) -> 'TypeError: expected integer from opener'
# expect: FileIO('/tmp') -> "IsADirectoryError: [Errno 21] Is a directory: '/tmp'"
# expect: FileIO('/nope') -> "FileNotFoundError: [Errno 2] No such file or directory: '/nope'"
# expect: FileIO(file='/nope') -> "FileNotFoundError: [Errno 2] No such file or directory: '/nope'"
# expect: FileIO('file', xx=1) -> "TypeError: FileIO() got an unexpected keyword argument 'xx'"
# expect: write(b'hello world') -> 11
# expect: write(bytearray(b'abc')) -> 3
# expect: write('x') -> "TypeError: a bytes-like object is required, not 'str'"
# expect: write(5) -> "TypeError: a bytes-like object is required, not 'int'"
# expect: seek(0) -> 0
# expect: seek(3, 1) -> 3
# expect: seek(-2, 2) -> 12
# expect: seek(0, 9) -> 'OSError: [Errno 22] Invalid argument'
# expect: seek(1.0) -> "TypeError: 'float' object cannot be interpreted as an integer"
# expect: seek('x') -> "TypeError: 'str' object cannot be interpreted as an integer"
# expect: seek(-1) -> 'OSError: [Errno 22] Invalid argument'
# expect: seek(1180591620717411303424) -> 'OverflowError: Python int too large to convert to C long'
# expect: read(3) -> b'hel'
# expect: read(None) -> b'lo worldabc'
# expect: read(0) -> b''
# expect: read(-1) -> b''
# expect: read(2.5) -> "TypeError: argument should be integer or None, not 'float'"
# expect: read('x') -> "TypeError: argument should be integer or None, not 'str'"
# expect: readinto(bytearray(b'hell')) -> 4
# expect: bytearray(b'hell')
# expect: readinto(b'abcd') -> 'TypeError: readinto() argument 1 must be read-write bytes-like object, not bytes'
# expect: readall() -> b'o worldabc'
# expect: tell() -> 14
# expect: truncate(5) -> 5
# expect: truncate() -> 14
# expect: truncate(-1) -> 'OSError: [Errno 22] Invalid argument'
# expect: truncate('x') -> "TypeError: 'str' object cannot be interpreted as an integer"
# expect: isatty() -> False
# expect: 3 {'name': 'file', 'foo': 3}
# expect: True 4096 False
# expect: read() -> 'ValueError: I/O operation on closed file'
# expect: readall() -> 'ValueError: I/O operation on closed file'
# expect: readinto(b'x') -> 'TypeError: readinto() argument 1 must be read-write bytes-like object, not bytes'
# expect: write(b'x') -> 'ValueError: I/O operation on closed file'
# expect: seek(0) -> 'ValueError: I/O operation on closed file'
# expect: tell() -> 'ValueError: I/O operation on closed file'
# expect: truncate() -> 'ValueError: I/O operation on closed file'
# expect: seekable() -> 'ValueError: I/O operation on closed file'
# expect: readable() -> 'ValueError: I/O operation on closed file'
# expect: writable() -> 'ValueError: I/O operation on closed file'
# expect: fileno() -> 'ValueError: I/O operation on closed file'
# expect: isatty() -> 'ValueError: I/O operation on closed file'
# expect: flush() -> 'ValueError: I/O operation on closed file.'
# expect: readline() -> 'ValueError: I/O operation on closed file'
# expect: __enter__() -> 'ValueError: I/O operation on closed file.'
# expect: __iter__() -> 'ValueError: I/O operation on closed file.'
# expect: __next__() -> 'ValueError: I/O operation on closed file'
# expect: write(b'x') -> 'UnsupportedOperation: File not open for writing'
# expect: truncate() -> 'UnsupportedOperation: File not open for writing'
# expect: read() -> 'UnsupportedOperation: File not open for reading'
# expect: readinto(bytearray(b'\x00\x00')) -> 'UnsupportedOperation: File not open for reading'
# expect: readall() -> 'OSError: [Errno 9] Bad file descriptor'
# expect: seek(0) -> 'UnsupportedOperation: seek'
# expect: tell() -> 'UnsupportedOperation: seek'
# expect: truncate() -> 'UnsupportedOperation: truncate'
# expect: flush() -> None
# expect: seekable() -> False
# expect: readable() -> False
# expect: writable() -> False
# expect: _checkClosed() -> None
# expect: _checkSeekable() -> 'UnsupportedOperation: File or stream is not seekable.'
# expect: _checkReadable() -> 'UnsupportedOperation: File or stream is not readable.'
# expect: _checkWritable() -> 'UnsupportedOperation: File or stream is not writable.'
# expect: fileno() -> 'UnsupportedOperation: fileno'
# expect: isatty() -> False
# expect: readline() -> "AttributeError: 'B' object has no attribute 'read'"
# expect: readlines() -> "AttributeError: 'B' object has no attribute 'read'"
# expect: writelines([b'x']) -> "AttributeError: 'B' object has no attribute 'write'"
# expect: closed AttributeError("'bool' object has no attribute '__name__'")
# expect: False
# expect: True {'__IOBase_closed': True}
# expect: flush() -> 'ValueError: I/O operation on closed file.'
# expect: __enter__() -> 'ValueError: I/O operation on closed file.'
# expect: iter(a B) -> 'ValueError: I/O operation on closed file.'
# expect: _IOBase(1) -> 'TypeError: _io._IOBase() takes no arguments'
# expect: ['_checkClosed', '_checkReadable', '_checkSeekable', '_checkWritable', 'close', 'closed', 'fileno', 'flush', 'isatty', 'readable', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate', 'writable', 'writelines']
# expect: _RawIOBase(1) -> 'TypeError: _io._RawIOBase() takes no arguments'
# expect: ['_checkClosed', '_checkReadable', '_checkSeekable', '_checkWritable', 'close', 'closed', 'fileno', 'flush', 'isatty', 'read', 'readable', 'readall', 'readinto', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate', 'writable', 'write', 'writelines']
# expect: _BufferedIOBase(1) -> 'TypeError: _io._BufferedIOBase() takes no arguments'
# expect: ['_checkClosed', '_checkReadable', '_checkSeekable', '_checkWritable', 'close', 'closed', 'detach', 'fileno', 'flush', 'isatty', 'read', 'read1', 'readable', 'readinto', 'readinto1', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate', 'writable', 'write', 'writelines']
# expect: _TextIOBase(1) -> 'TypeError: _io._TextIOBase() takes no arguments'
# expect: ['_checkClosed', '_checkReadable', '_checkSeekable', '_checkWritable', 'close', 'closed', 'detach', 'encoding', 'errors', 'fileno', 'flush', 'isatty', 'newlines', 'read', 'readable', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate', 'writable', 'write', 'writelines']
# expect: read() -> 'UnsupportedOperation: read'
# expect: read1() -> 'UnsupportedOperation: read1'
# expect: detach() -> 'UnsupportedOperation: detach'
# expect: read() -> 'UnsupportedOperation: read'
# expect: readline() -> 'UnsupportedOperation: readline'
# expect: detach() -> 'UnsupportedOperation: detach'
# expect: write('x') -> 'UnsupportedOperation: write'
# expect: None None None
# expect: b'he' b'llo\n' b'world\nlast' b''
# expect: [b'a\n', b'bb\n', b'ccc']
# expect: [b'a\n', b'bb\n']
# expect: b'hel' b'hel' b'lo' b'\n' b'wor' b'ld' b'\nlast line here' b'' b''
# expect: seek(0) -> 'UnsupportedOperation: File or stream is not seekable.'
# expect: tell() -> 'UnsupportedOperation: seek'
# expect: write(b'') -> 'UnsupportedOperation: write'
# expect: truncate(0) -> 'UnsupportedOperation: truncate'
# expect: fileno() -> 'UnsupportedOperation: fileno'
# expect: repr(<_io.BufferedReader>) -> '<_io.BufferedReader>'
# expect: read(5) -> 'OSError: raw readinto() failed'
# expect: TypeError("'str' object cannot be interpreted as an integer") TypeError("'str' object cannot be interpreted as an integer")
# expect: read(5) -> None
# expect: read1(5) -> b''
# expect: read() -> None
# expect: peek() -> b''
# expect: readline() -> b''
# expect: readinto(bytearray(b'\x00\x00\x00')) -> None
# expect: read(5) -> 'OSError: raw readinto() returned invalid length -1 (should have been between 0 and 8192)'
# expect: write(b'ab') -> 2
# expect: []
# expect: write(b'cdef') -> 4
# expect: []
# expect: write(b'ghi') -> 3
# expect: [b'abcdef']
# expect: write(b'0123456789abcdef0123') -> 20
# expect: [b'abcdef', b'ghi', b'0123456789abcdef0123']
# expect: write(b'x') -> 1
# expect: [b'abcdef', b'ghi', b'0123456789abcdef0123']
# expect: [b'abcdef', b'ghi', b'0123456789abcdef0123', b'x']
# expect: write('x') -> "TypeError: a bytes-like object is required, not 'str'"
# expect: read() -> 'UnsupportedOperation: read'
# expect: write(b'abc') -> 3
# expect: [Errno 0] write could not complete without blocking 0 5 (0, 'write could not complete without blocking', 5)
# expect: [Errno 0] write could not complete without blocking 0
# expect: [b'abc01234'] True True
# expect: write(b'a') -> 'ValueError: write to closed file'
# expect: flush() -> 'ValueError: flush of closed file'
# expect: [b'012', b'345', b'678', b'9ab', b'cde', b'f']
# expect: b'hel' b'lo\n' 2 True True False False
# expect: True
# expect: BufferedRWPair(1, 2) -> "AttributeError: 'int' object has no attribute 'readable'"
# expect: BufferedReader(a W) -> 'UnsupportedOperation: File or stream is not readable.'
# expect: BufferedWriter(a R) -> 'UnsupportedOperation: File or stream is not writable.'
# expect: BufferedReader(a R, 0) -> 'ValueError: buffer size must be strictly positive'
# expect: BufferedReader(a R, -5) -> 'ValueError: buffer size must be strictly positive'
# expect: BufferedReader() -> "TypeError: BufferedReader() missing required argument 'raw' (pos 1)"
# expect: BufferedReader(a R, 'x') -> "TypeError: 'str' object cannot be interpreted as an integer"
# expect: BufferedRandom(a R) -> 'UnsupportedOperation: File or stream is not seekable.'
