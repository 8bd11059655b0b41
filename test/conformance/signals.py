# Handlers of signals: the table, what raise_signal does, and the library's signal above it.
import _signal
import signal


def attempt(function, *args):
    try:
        print(function.__name__, args, function(*args))
    except BaseException as error:
        print(function.__name__, args, type(error).__name__, error)


print(sorted((name, int(value)) for name, value in vars(_signal).items() if name[:3] == "SIG" and name[3] != "_"))
print(_signal.NSIG, _signal.SIG_DFL, _signal.SIG_IGN)
for number in range(66):
    attempt(_signal.getsignal, number)
    attempt(_signal.strsignal, number)
print(sorted(_signal.valid_signals()))
for name in "signal getsignal default_int_handler raise_signal strsignal valid_signals".split():
    print(name, getattr(_signal, name).__text_signature__)


def handler(number, frame):
    print("handler", number, frame.f_code.co_name, frame.f_code.co_filename == __file__)


def failing(number, frame):
    raise LookupError(number)


for number in (0, 65, -1, 9, 19, 32, 33, "10", 10.0):
    attempt(_signal.signal, number, _signal.SIG_DFL)
for action in (2, -1, True, 1.0, None, "x", 2**70):
    attempt(_signal.signal, 10, action)
for number in (0, -1, 65, 32, 17, 18, 23, 28, 13, 25, "a", 2**70):
    attempt(_signal.raise_signal, number)

print(_signal.signal(10, handler))
print(_signal.getsignal(10) is handler)
attempt(_signal.raise_signal, 10)
print(_signal.signal(10, _signal.SIG_IGN) is handler)
attempt(_signal.raise_signal, 10)
_signal.signal(12, failing)
attempt(_signal.raise_signal, 12)
_signal.signal(64, handler)
attempt(_signal.raise_signal, 64)

print(_signal.getsignal(2) is _signal.default_int_handler)
attempt(_signal.raise_signal, 2)
attempt(_signal.default_int_handler, 2, None)
attempt(_signal.default_int_handler)
print(_signal.signal(2, handler) is _signal.default_int_handler)
attempt(_signal.raise_signal, 2)
_signal.signal(2, _signal.SIG_IGN)
attempt(_signal.raise_signal, 2)
_signal.signal(2, _signal.default_int_handler)

print(repr(signal.SIGINT), repr(signal.getsignal(signal.SIGINT)), repr(signal.getsignal(signal.SIGTERM)))
print(repr(signal.signal(signal.SIGTERM, handler)))
signal.raise_signal(signal.SIGTERM)
print(signal.signal(signal.SIGTERM, signal.Handlers.SIG_DFL) is handler)
print(signal.Signals(17), len(signal.valid_signals()), [s for s in signal.Signals])


class Counter:
    def __init__(self):
        self.seen = []

    def __call__(self, number, frame):
        self.seen.append(number)
        if len(self.seen) < 4:
            signal.raise_signal(number)


counter = Counter()
signal.signal(signal.SIGUSR1, counter)
signal.raise_signal(signal.SIGUSR1)
print(counter.seen)

# expect: [('SIGABRT', 6), ('SIGALRM', 14), ('SIGBUS', 7), ('SIGCHLD', 17), ('SIGCLD', 17), ('SIGCONT', 18), ('SIGFPE', 8), ('SIGHUP', 1), ('SIGILL', 4), ('SIGINT', 2), ('SIGIO', 29), ('SIGIOT', 6), ('SIGKILL', 9), ('SIGPIPE', 13), ('SIGPOLL', 29), ('SIGPROF', 27), ('SIGPWR', 30), ('SIGQUIT', 3), ('SIGRTMAX', 64), ('SIGRTMIN', 34), ('SIGSEGV', 11), ('SIGSTKFLT', 16), ('SIGSTOP', 19), ('SIGSYS', 31), ('SIGTERM', 15), ('SIGTRAP', 5), ('SIGTSTP', 20), ('SIGTTIN', 21), ('SIGTTOU', 22), ('SIGURG', 23), ('SIGUSR1', 10), ('SIGUSR2', 12), ('SIGVTALRM', 26), ('SIGWINCH', 28), ('SIGXCPU', 24), ('SIGXFSZ', 25)]
# expect: 65 0 1
# expect: getsignal (0,) ValueError signal number out of range
# expect: strsignal (0,) ValueError signal number out of range
# expect: getsignal (1,) 0
# expect: strsignal (1,) Hangup
# expect: getsignal (2,) <built-in function default_int_handler>
# expect: strsignal (2,) Interrupt
# expect: getsignal (3,) 0
# expect: strsignal (3,) Quit
# expect: getsignal (4,) 0
# expect: strsignal (4,) Illegal instruction
# expect: getsignal (5,) 0
# expect: strsignal (5,) Trace/breakpoint trap
# expect: getsignal (6,) 0
# expect: strsignal (6,) Aborted
# expect: getsignal (7,) 0
# expect: strsignal (7,) Bus error
# expect: getsignal (8,) 0
# expect: strsignal (8,) Floating point exception
# expect: getsignal (9,) 0
# expect: strsignal (9,) Killed
# expect: getsignal (10,) 0
# expect: strsignal (10,) User defined signal 1
# expect: getsignal (11,) 0
# expect: strsignal (11,) Segmentation fault
# expect: getsignal (12,) 0
# expect: strsignal (12,) User defined signal 2
# expect: getsignal (13,) 1
# expect: strsignal (13,) Broken pipe
# expect: getsignal (14,) 0
# expect: strsignal (14,) Alarm clock
# expect: getsignal (15,) 0
# expect: strsignal (15,) Terminated
# expect: getsignal (16,) 0
# expect: strsignal (16,) Stack fault
# expect: getsignal (17,) 0
# expect: strsignal (17,) Child exited
# expect: getsignal (18,) 0
# expect: strsignal (18,) Continued
# expect: getsignal (19,) 0
# expect: strsignal (19,) Stopped (signal)
# expect: getsignal (20,) 0
# expect: strsignal (20,) Stopped
# expect: getsignal (21,) 0
# expect: strsignal (21,) Stopped (tty input)
# expect: getsignal (22,) 0
# expect: strsignal (22,) Stopped (tty output)
# expect: getsignal (23,) 0
# expect: strsignal (23,) Urgent I/O condition
# expect: getsignal (24,) 0
# expect: strsignal (24,) CPU time limit exceeded
# expect: getsignal (25,) 1
# expect: strsignal (25,) File size limit exceeded
# expect: getsignal (26,) 0
# expect: strsignal (26,) Virtual timer expired
# expect: getsignal (27,) 0
# expect: strsignal (27,) Profiling timer expired
# expect: getsignal (28,) 0
# expect: strsignal (28,) Window changed
# expect: getsignal (29,) 0
# expect: strsignal (29,) I/O possible
# expect: getsignal (30,) 0
# expect: strsignal (30,) Power failure
# expect: getsignal (31,) 0
# expect: strsignal (31,) Bad system call
# expect: getsignal (32,) None
# expect: strsignal (32,) None
# expect: getsignal (33,) None
# expect: strsignal (33,) None
# expect: getsignal (34,) 0
# expect: strsignal (34,) Real-time signal 0
# expect: getsignal (35,) 0
# expect: strsignal (35,) Real-time signal 1
# expect: getsignal (36,) 0
# expect: strsignal (36,) Real-time signal 2
# expect: getsignal (37,) 0
# expect: strsignal (37,) Real-time signal 3
# expect: getsignal (38,) 0
# expect: strsignal (38,) Real-time signal 4
# expect: getsignal (39,) 0
# expect: strsignal (39,) Real-time signal 5
# expect: getsignal (40,) 0
# expect: strsignal (40,) Real-time signal 6
# expect: getsignal (41,) 0
# expect: strsignal (41,) Real-time signal 7
# expect: getsignal (42,) 0
# expect: strsignal (42,) Real-time signal 8
# expect: getsignal (43,) 0
# expect: strsignal (43,) Real-time signal 9
# expect: getsignal (44,) 0
# expect: strsignal (44,) Real-time signal 10
# expect: getsignal (45,) 0
# expect: strsignal (45,) Real-time signal 11
# expect: getsignal (46,) 0
# expect: strsignal (46,) Real-time signal 12
# expect: getsignal (47,) 0
# expect: strsignal (47,) Real-time signal 13
# expect: getsignal (48,) 0
# expect: strsignal (48,) Real-time signal 14
# expect: getsignal (49,) 0
# expect: strsignal (49,) Real-time signal 15
# expect: getsignal (50,) 0
# expect: strsignal (50,) Real-time signal 16
# expect: getsignal (51,) 0
# expect: strsignal (51,) Real-time signal 17
# expect: getsignal (52,) 0
# expect: strsignal (52,) Real-time signal 18
# expect: getsignal (53,) 0
# expect: strsignal (53,) Real-time signal 19
# expect: getsignal (54,) 0
# expect: strsignal (54,) Real-time signal 20
# expect: getsignal (55,) 0
# expect: strsignal (55,) Real-time signal 21
# expect: getsignal (56,) 0
# expect: strsignal (56,) Real-time signal 22
# expect: getsignal (57,) 0
# expect: strsignal (57,) Real-time signal 23
# expect: getsignal (58,) 0
# expect: strsignal (58,) Real-time signal 24
# expect: getsignal (59,) 0
# expect: strsignal (59,) Real-time signal 25
# expect: getsignal (60,) 0
# expect: strsignal (60,) Real-time signal 26
# expect: getsignal (61,) 0
# expect: strsignal (61,) Real-time signal 27
# expect: getsignal (62,) 0
# expect: strsignal (62,) Real-time signal 28
# expect: getsignal (63,) 0
# expect: strsignal (63,) Real-time signal 29
# expect: getsignal (64,) 0
# expect: strsignal (64,) Real-time signal 30
# expect: getsignal (65,) ValueError signal number out of range
# expect: strsignal (65,) ValueError signal number out of range
# expect: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64]
# expect: signal ($module, signalnum, handler, /)
# expect: getsignal ($module, signalnum, /)
# expect: default_int_handler ($module, signalnum, frame, /)
# expect: raise_signal ($module, signalnum, /)
# expect: strsignal ($module, signalnum, /)
# expect: valid_signals ($module, /)
# expect: signal (0, 0) ValueError signal number out of range
# expect: signal (65, 0) ValueError signal number out of range
# expect: signal (-1, 0) ValueError signal number out of range
# expect: signal (9, 0) OSError [Errno 22] Invalid argument
# expect: signal (19, 0) OSError [Errno 22] Invalid argument
# expect: signal (32, 0) OSError [Errno 22] Invalid argument
# expect: signal (33, 0) OSError [Errno 22] Invalid argument
# expect: signal ('10', 0) TypeError 'str' object cannot be interpreted as an integer
# expect: signal (10.0, 0) TypeError 'float' object cannot be interpreted as an integer
# expect: signal (10, 2) TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: signal (10, -1) TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: signal (10, True) TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: signal (10, 1.0) TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: signal (10, None) TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: signal (10, 'x') TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: signal (10, 1180591620717411303424) TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
# expect: raise_signal (0,) None
# expect: raise_signal (-1,) OSError [Errno 22] Invalid argument
# expect: raise_signal (65,) OSError [Errno 22] Invalid argument
# expect: raise_signal (32,) OSError [Errno 22] Invalid argument
# expect: raise_signal (17,) None
# expect: raise_signal (18,) None
# expect: raise_signal (23,) None
# expect: raise_signal (28,) None
# expect: raise_signal (13,) None
# expect: raise_signal (25,) None
# expect: raise_signal ('a',) TypeError 'str' object cannot be interpreted as an integer
# expect: raise_signal (1180591620717411303424,) OverflowError Python int too large to convert to C int
# expect: 0
# expect: True
# expect: handler 10 attempt True
# expect: raise_signal (10,) None
# expect: True
# expect: raise_signal (10,) None
# expect: raise_signal (12,) LookupError 12
# expect: handler 64 attempt True
# expect: raise_signal (64,) None
# expect: True
# expect-json: "raise_signal (2,) KeyboardInterrupt "
# expect-json: "default_int_handler (2, None) KeyboardInterrupt "
# expect: default_int_handler () TypeError default_int_handler expected 2 arguments, got 0
# expect: True
# expect: handler 2 attempt True
# expect: raise_signal (2,) None
# expect: raise_signal (2,) None
# expect: <Signals.SIGINT: 2> <built-in function default_int_handler> <Handlers.SIG_DFL: 0>
# expect: <Handlers.SIG_DFL: 0>
# expect: handler 15 <module> True
# expect: True
# expect: 17 62 [<Signals.SIGHUP: 1>, <Signals.SIGINT: 2>, <Signals.SIGQUIT: 3>, <Signals.SIGILL: 4>, <Signals.SIGTRAP: 5>, <Signals.SIGABRT: 6>, <Signals.SIGBUS: 7>, <Signals.SIGFPE: 8>, <Signals.SIGKILL: 9>, <Signals.SIGUSR1: 10>, <Signals.SIGSEGV: 11>, <Signals.SIGUSR2: 12>, <Signals.SIGPIPE: 13>, <Signals.SIGALRM: 14>, <Signals.SIGTERM: 15>, <Signals.SIGSTKFLT: 16>, <Signals.SIGCHLD: 17>, <Signals.SIGCONT: 18>, <Signals.SIGSTOP: 19>, <Signals.SIGTSTP: 20>, <Signals.SIGTTIN: 21>, <Signals.SIGTTOU: 22>, <Signals.SIGURG: 23>, <Signals.SIGXCPU: 24>, <Signals.SIGXFSZ: 25>, <Signals.SIGVTALRM: 26>, <Signals.SIGPROF: 27>, <Signals.SIGWINCH: 28>, <Signals.SIGIO: 29>, <Signals.SIGPWR: 30>, <Signals.SIGSYS: 31>, <Signals.SIGRTMIN: 34>, <Signals.SIGRTMAX: 64>]
# expect: [10, 10, 10, 10]
