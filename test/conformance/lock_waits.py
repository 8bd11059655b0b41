# Waiting for a lock takes its time, and handlers of signals run meanwhile.
import _thread
import signal
import threading
import time

lock = _thread.allocate_lock()
print(lock.acquire(True, 5), lock.acquire(False), lock.acquire(blocking=True, timeout=0))


def took(action):
    """What the action answers, and whether it waited: at least a fifth of a second, and not to the end of its time."""
    start = time.monotonic()
    try:
        result = action()
    except Exception as error:
        result = repr(error)
    return result, 0.19 < time.monotonic() - start < 15


print(took(lambda: lock.acquire(timeout=0.2)))
print(took(lambda: lock.acquire(True, 0.1999)))
print(took(lambda: threading.Event().wait(0.2)), took(lambda: threading.Condition().__enter__()))


def fail(number, frame):
    raise ValueError("interrupted")


signal.signal(signal.SIGALRM, lambda number, frame: lock.release())
signal.setitimer(signal.ITIMER_REAL, 0.2)
print(took(lambda: lock.acquire(timeout=30)))
signal.signal(signal.SIGALRM, fail)
signal.setitimer(signal.ITIMER_REAL, 0.2)
print(took(lambda: lock.acquire(timeout=30)))
signal.setitimer(signal.ITIMER_REAL, 0.2)
print(took(lambda: threading.Event().wait(30)))
print(took(lambda: threading.Semaphore(0).acquire(timeout=0.2)))
for value in (-2, float("nan"), 1e11, "x"):
    print(took(lambda: lock.acquire(True, value))[0])

# expect: True False False
# expect: (False, True)
# expect: (False, True)
# expect: (False, True) (True, False)
# expect: (True, True)
# expect: ("ValueError('interrupted')", True)
# expect: ("ValueError('interrupted')", True)
# expect: (False, True)
# expect: ValueError('timeout value must be a non-negative number')
# expect: ValueError('Invalid value NaN (not a number)')
# expect: OverflowError('timestamp out of range for platform time_t')
# expect: TypeError("'str' object cannot be interpreted as an integer")
