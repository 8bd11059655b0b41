# What is said when nothing can be said any more: an error that nobody caught, one that nobody can receive, and the words of
# an exit, while sys.stderr is gone, closed or broken, or a hook is missing or fails. A child each, since that is its end.
import re, subprocess, sys

BROKEN = """
class Stream:
    def write(self, text): raise ValueError("write")
    def flush(self): raise KeyError("flush")
sys.stderr = Stream()
"""
HOOK = """
def hook(*arguments): raise KeyError("hook")
sys.excepthook = hook
del sys.stderr
"""
EXITING = """
def hook(*arguments): raise SystemExit(7)
sys.excepthook = hook
"""
UNFLUSHED = """
class Stream:
    closed = False
    def write(self, text): sys.__stdout__.write(text)
    def flush(self): raise ValueError("flush")
sys.stderr = Stream()
"""
UNRAISABLE = "class D:\n    def __del__(self): 1/0\nD()"
CASES = [
    ("sys.stderr = None", "raise SystemExit('bye')"), ("sys.stderr = None; del sys.excepthook", "1/0"),
    ("del sys.stderr", "1/0"), ("sys.stderr.close()", "raise KeyError('x')"), ("sys.stderr.close()", "raise SystemExit('bye')"),
    (BROKEN, "1/0"), (BROKEN, UNRAISABLE), (HOOK, "1/0"), (EXITING, "raise KeyboardInterrupt"), (UNFLUSHED, UNRAISABLE),
]
for before, then in CASES:
    child = subprocess.run([sys.executable, "-c", f"import sys\n{before}\n{then}"], capture_output=True, text=True)
    said = child.stdout + child.stderr
    print(repr(before.strip()[:40]), repr(then[:30]), child.returncode)
    # How many references there are depends on who holds the error on its way to the hook.
    said = re.sub("refcount : [0-9]+", "refcount : N", re.sub("0x[0-9a-f]+", "0x…", said))
    for line in said.splitlines():
        print("   ", line)

# Widths that no text can have, and numbers that are none.
for format, values in [("%*d", (2**40, 1)), ("%*d", (2**63, 1)), ("%-*s", (-2**62, "a")), ("%.*f", (2**31, 1.5)), ("%9223372036854775807x", 1),
                       ("%9223372036854775808x", 1), ("%.2147483648f", 1.5), ("%*x", (2**40, "a"))]:
    for one in [format, format.encode()]:
        try:
            print(len(one % values))
        except Exception as error:
            print(one, type(error).__name__, error)

# expect: 'sys.stderr = None' "raise SystemExit('bye')" 1
# expect:     bye
# expect: 'sys.stderr = None; del sys.excepthook' '1/0' 1
# expect:     sys.excepthook is missing
# expect: 'del sys.stderr' '1/0' 1
# expect:     object address  : 0x…
# expect:     object refcount : N
# expect:     object type     : 0x…
# expect:     object type name: ZeroDivisionError
# expect:     object repr     : ZeroDivisionError('division by zero')
# expect:     lost sys.stderr
# expect: 'sys.stderr.close()' "raise KeyError('x')" 1
# expect:     object address  : 0x…
# expect:     object refcount : N
# expect:     object type     : 0x…
# expect:     object type name: KeyError
# expect:     object repr     : KeyError('x')
# expect:     lost sys.stderr
# expect: 'sys.stderr.close()' "raise SystemExit('bye')" 1
# expect-json: "    "
# expect: 'class Stream:\n    def write(self, text):' '1/0' 120
# expect:     object address  : 0x…
# expect:     object refcount : N
# expect:     object type     : 0x…
# expect:     object type name: ZeroDivisionError
# expect:     object repr     : ZeroDivisionError('division by zero')
# expect:     lost sys.stderr
# expect: 'class Stream:\n    def write(self, text):' 'class D:\n    def __del__(self)' 120
# expect: 'def hook(*arguments): raise KeyError("ho' '1/0' 1
# expect:     Error in sys.excepthook:
# expect:     object address  : 0x…
# expect:     object refcount : N
# expect:     object type     : 0x…
# expect:     object type name: KeyError
# expect:     object repr     : KeyError('hook')
# expect:     lost sys.stderr
# expect-json: "    "
# expect:     Original exception was:
# expect:     object address  : 0x…
# expect:     object refcount : N
# expect:     object type     : 0x…
# expect:     object type name: ZeroDivisionError
# expect:     object repr     : ZeroDivisionError('division by zero')
# expect:     lost sys.stderr
# expect: 'def hook(*arguments): raise SystemExit(7' 'raise KeyboardInterrupt' 7
# expect: 'class Stream:\n    closed = False\n    def' 'class D:\n    def __del__(self)' 120
# expect:     Exception ignored in: <function D.__del__ at 0x…>
# expect:     Traceback (most recent call last):
# expect:       File "<string>", line 10, in __del__
# expect:     ZeroDivisionError: division by zero
# expect:     Exception ignored in sys.unraisablehook: <built-in function unraisablehook>
# expect:     Traceback (most recent call last):
# expect:       File "<string>", line 6, in flush
# expect:     ValueError: flush
# expect-json: "%*d MemoryError "
# expect-json: "b'%*d' MemoryError "
# expect: %*d OverflowError Python int too large to convert to C ssize_t
# expect: b'%*d' OverflowError Python int too large to convert to C ssize_t
# expect-json: "%-*s MemoryError "
# expect: b'%-*s' TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: %.*f OverflowError Python int too large to convert to C int
# expect: b'%.*f' OverflowError Python int too large to convert to C int
# expect-json: "%9223372036854775807x MemoryError "
# expect-json: "b'%9223372036854775807x' MemoryError "
# expect: %9223372036854775808x ValueError width too big
# expect: b'%9223372036854775808x' ValueError width too big
# expect: %.2147483648f ValueError precision too big
# expect: b'%.2147483648f' ValueError prec too big
# expect: %*x TypeError %x format: an integer is required, not str
# expect: b'%*x' TypeError %x format: an integer is required, not str
