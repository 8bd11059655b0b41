# Signals that are timed, held back and waited for.
import _signal
import _thread
import os
import signal
import time


def t(f, *a, **k):
    try:
        print(f.__name__, a, k, repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


# -- the timer -------------------------------------------------------------------------------------------------------------

for a in ((0,), ("x",), (-1,), (10**20,)):
    t(_signal.alarm, *a)
print(_signal.alarm(100) > 4000000000, _signal.alarm(0))
for a in ((0,), (9,), ("x",)):
    t(_signal.getitimer, *a)
for a in ((0, 0), (9, 1), (0, -1), (0, "x"), (0, 1, "x"), (0, 1, -1), (0, 1e30)):
    t(_signal.setitimer, *a)
print(_signal.setitimer(0, 50, 5), [round(x) for x in _signal.getitimer(0)], [round(x) for x in _signal.setitimer(0, 0)])
print(_signal.getitimer(0), signal.ItimerError.__mro__, signal.ItimerError.__module__)

hits = []
signal.signal(signal.SIGALRM, lambda s, f: hits.append(s))
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
start = time.monotonic()
while len(hits) < 3:
    pass
signal.setitimer(signal.ITIMER_REAL, 0)
print(hits[:3], 0.05 < time.monotonic() - start < 10)
hits.clear()
signal.setitimer(signal.ITIMER_REAL, 0.02)
print(signal.pause(), hits)


class TimeIsUp(Exception):
    pass


def raiser(s, f):
    raise TimeIsUp(s, f.f_code.co_name)


def sleeper():
    time.sleep(10)


signal.signal(signal.SIGALRM, raiser)
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    sleeper()
except TimeIsUp as e:
    print("raised", e)

# -- masks -----------------------------------------------------------------------------------------------------------------

for a in ((0, []), (9, []), (0, [0]), (0, 5), (0, ["x"]), ("x", []), (0, [65])):
    t(_signal.pthread_sigmask, *a)
signal.signal(signal.SIGUSR1, lambda s, f: print("usr1", s))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGKILL]))
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.sigpending())
signal.raise_signal(signal.SIGUSR1)
print(signal.sigpending())
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]), signal.sigpending())

# -- waiting ---------------------------------------------------------------------------------------------------------------

signal.pthread_sigmask(signal.SIG_SETMASK, [signal.SIGUSR1, signal.SIGUSR2])
signal.raise_signal(signal.SIGUSR1)
print(signal.sigwait([signal.SIGUSR1, signal.SIGUSR2]), signal.sigpending())
signal.raise_signal(signal.SIGUSR2)
x = signal.sigwaitinfo([signal.SIGUSR2])
print(x.si_signo, x.si_pid == os.getpid(), x.si_uid == os.getuid(), x.si_errno, x.si_status, type(x), len(x))
print(signal.sigtimedwait([signal.SIGUSR2], 0), signal.sigtimedwait([signal.SIGUSR2], 0.01))
t(_signal.sigtimedwait, [2], -1)
t(_signal.sigtimedwait, [2], "x")
t(_signal.sigwait, [0])
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
signal.setitimer(signal.ITIMER_REAL, 0.02)
print(signal.sigwait([signal.SIGALRM]))
print(sorted(signal.pthread_sigmask(signal.SIG_SETMASK, [])))

# -- to oneself ------------------------------------------------------------------------------------------------------------


def kill(n):
    try:
        print("kill", n, _signal.pthread_kill(_thread.get_ident(), n))
    except Exception as e:
        print("kill", n, type(e).__name__, e)


for n in (0, 10, 99):
    kill(n)
for a in ((14, True), (0, True), (9, False), ("x", False)):
    t(_signal.siginterrupt, *a)
r, w = os.pipe()
t(_signal.set_wakeup_fd, -1)
t(_signal.set_wakeup_fd, 99)
t(_signal.set_wakeup_fd, w)
os.set_blocking(w, False)
t(_signal.set_wakeup_fd, w)
signal.raise_signal(signal.SIGUSR1)
print(os.read(r, 9))
print(_signal.set_wakeup_fd(-1, warn_on_full_buffer=False) == w)
t(_signal.set_wakeup_fd, "x")
t(_thread.interrupt_main, 99)
try:
    _thread.interrupt_main()
    time.sleep(0)
    print("not reached")
except KeyboardInterrupt:
    print("interrupted")
_thread.interrupt_main(signal.SIGUSR1)
time.sleep(0)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
_thread.interrupt_main(signal.SIGUSR1)

# expect: alarm (0,) {} 0
# expect: alarm ('x',) {} TypeError 'str' object cannot be interpreted as an integer
# expect: alarm (-1,) {} 0
# expect: alarm (100000000000000000000,) {} OverflowError Python int too large to convert to C int
# expect: True 100
# expect: getitimer (0,) {} (0.0, 0.0)
# expect: getitimer (9,) {} itimer_error [Errno 22] Invalid argument
# expect: getitimer ('x',) {} TypeError 'str' object cannot be interpreted as an integer
# expect: setitimer (0, 0) {} (0.0, 0.0)
# expect: setitimer (9, 1) {} itimer_error [Errno 22] Invalid argument
# expect: setitimer (0, -1) {} itimer_error [Errno 22] Invalid argument
# expect: setitimer (0, 'x') {} TypeError 'str' object cannot be interpreted as an integer
# expect: setitimer (0, 1, 'x') {} TypeError 'str' object cannot be interpreted as an integer
# expect: setitimer (0, 1, -1) {} itimer_error [Errno 22] Invalid argument
# expect: setitimer (0, 1e+30) {} OverflowError timestamp out of range for platform time_t
# expect: (0.0, 0.0) [50, 5] [50, 5]
# expect: (0.0, 0.0) (<class 'signal.itimer_error'>, <class 'OSError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) signal
# expect: [14, 14, 14] True
# expect: None [14]
# expect: raised (14, 'sleeper')
# expect: pthread_sigmask (0, []) {} set()
# expect: pthread_sigmask (9, []) {} OSError [Errno 22] Invalid argument
# expect: pthread_sigmask (0, [0]) {} ValueError signal number 0 out of range [1; 64]
# expect: pthread_sigmask (0, 5) {} TypeError 'int' object is not iterable
# expect: pthread_sigmask (0, ['x']) {} TypeError 'str' object cannot be interpreted as an integer
# expect: pthread_sigmask ('x', []) {} TypeError 'str' object cannot be interpreted as an integer
# expect: pthread_sigmask (0, [65]) {} ValueError signal number 65 out of range [1; 64]
# expect: set()
# expect: {<Signals.SIGUSR1: 10>}
# expect: {<Signals.SIGUSR1: 10>}
# expect: usr1 10
# expect: {<Signals.SIGUSR1: 10>} set()
# expect: 10 set()
# expect: 12 True True 0 0 <class 'signal.struct_siginfo'> 7
# expect: None None
# expect: sigtimedwait ([2], -1) {} ValueError timeout must be non-negative
# expect: sigtimedwait ([2], 'x') {} TypeError 'str' object cannot be interpreted as an integer
# expect: sigwait ([0],) {} ValueError signal number 0 out of range [1; 64]
# expect: 14
# expect: [<Signals.SIGUSR1: 10>, <Signals.SIGUSR2: 12>, <Signals.SIGALRM: 14>]
# expect: kill 0 None
# expect: usr1 10
# expect: kill 10 None
# expect: kill 99 OSError [Errno 22] Invalid argument
# expect: siginterrupt (14, True) {} None
# expect: siginterrupt (0, True) {} ValueError signal number out of range
# expect: siginterrupt (9, False) {} OSError [Errno 22] Invalid argument
# expect: siginterrupt ('x', False) {} TypeError 'str' object cannot be interpreted as an integer
# expect: set_wakeup_fd (-1,) {} -1
# expect: set_wakeup_fd (99,) {} OSError [Errno 9] Bad file descriptor
# expect: set_wakeup_fd (4,) {} ValueError the fd 4 must be in non-blocking mode
# expect: set_wakeup_fd (4,) {} -1
# expect: usr1 10
# expect: b'\n'
# expect: True
# expect: set_wakeup_fd ('x',) {} TypeError 'str' object cannot be interpreted as an integer
# expect: interrupt_main (99,) {} ValueError signal number out of range
# expect: interrupted
# expect: usr1 10
