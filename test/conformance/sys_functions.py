import sys
def err(f, *a, **k):
    try: print('ok', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
err(sys.audit); err(sys.audit, 3); err(sys.audit, 'x', 1, 2); err(sys.audit, event='x'); err(sys.addaudithook); err(sys.addaudithook, 3) if 0 else None
log = []
def hook(ev, args):
    if ev.startswith('my.') or ev == 'sys.addaudithook': log.append((ev, args))
    if ev == 'my.bad': raise ValueError('no')
    if ev == 'sys.addaudithook' and block: raise block[0]
block = []
err(sys.addaudithook, hook)
err(sys.audit, 'my.event', 1, 'two'); err(sys.audit, 'my.bad'); err(sys.audit, 'my.none')
def hook2(ev, args): log.append(('2', ev)) if ev.startswith('my.') else None
err(sys.addaudithook, hook2); err(sys.audit, 'my.both', 3); err(sys.audit, 'my.bad')
block.append(RuntimeError('blocked')); err(sys.addaudithook, print)
block[:] = [KeyError('k')]; err(sys.addaudithook, print); block.clear()
print(log)
def h3(ev, args):
    if ev == 'my.t': x = 1
def tr(fr, ev, a): tl.append((fr.f_code.co_name, ev)); return tr
tl = []; sys.addaudithook(h3); sys.settrace(tr); sys.audit('my.t'); sys.settrace(None); print(tl)
class H:
    __cantrace__ = True
    def __call__(self, ev, args):
        if ev == 'my.u': y = 2
tl.clear(); sys.addaudithook(H()); sys.settrace(tr); sys.audit('my.u'); sys.settrace(None); print(tl)
print(sys.getswitchinterval())
for v in (0.01, 1e-6, 0, -1, 'a', 5, 1e10, True): err(sys.setswitchinterval, v); print(sys.getswitchinterval())
sys.setswitchinterval(0.005)
print(type(sys.getallocatedblocks()), sys.getallocatedblocks() > 1000, type(sys.getunicodeinternedsize()), sys.getunicodeinternedsize() > 100)
a = sys.getallocatedblocks(); keep = [object() for _ in range(1000)]; b = sys.getallocatedblocks(); print(1000 <= b - a < 1030); del keep
err(sys.getunicodeinternedsize, 1)
err(sys.getdlopenflags); err(sys.setdlopenflags, 258); err(sys.getdlopenflags); err(sys.setdlopenflags, 'x'); sys.setdlopenflags(2)
err(sys.is_stack_trampoline_active); err(sys.activate_stack_trampoline, 'nope'); err(sys.activate_stack_trampoline, 3); err(sys.deactivate_stack_trampoline)
try: 1 / 0
except ZeroDivisionError: print({k: type(v) for k, v in sys._current_exceptions().items()}.values())
print(list(sys._current_exceptions().values()))
err(sys._settraceallthreads, tr); print(sys.gettrace() is tr); err(sys._settraceallthreads, None); print(sys.gettrace())
err(sys._setprofileallthreads, tr); print(sys.getprofile() is tr); err(sys._setprofileallthreads, None); print(sys.getprofile())
err(sys.set_coroutine_origin_tracking_depth, -1); err(sys.set_coroutine_origin_tracking_depth, 2); err(sys.get_coroutine_origin_tracking_depth); err(sys.set_coroutine_origin_tracking_depth, 'x'); sys.set_coroutine_origin_tracking_depth(0)
print(sys.exc_info(), sys.exception())
def ex():
    try: raise KeyError(1)
    except KeyError: return sys.exc_info()[0], repr(sys.exception()), inner()
def inner(): return sys.exc_info()[0]
print(ex())
err(sys._getframe, 1000); print(sys._getframe(-1).f_lineno, sys._getframe().f_code.co_name); err(sys._getframe, 'x'); err(sys._getframemodulename, 0); err(sys._getframemodulename, 99); err(sys._getframemodulename, depth=-5)
print([n for n in dir(sys) if n in ('last_exc', 'ps1', 'gettotalrefcount')])
err(sys.intern, 3); err(sys.intern, 'abc'); err(sys.getsizeof); err(sys.getsizeof, 1, 2); err(sys.getrefcount); err(sys.setrecursionlimit, 0); err(sys.setrecursionlimit, 1)
err(sys.exit, 1, 2); err(sys.exit, (1, 2)); err(sys.exit, ()); err(sys.exit)
err(sys.set_int_max_str_digits, 5); err(sys.set_int_max_str_digits, 'a'); err(sys.displayhook); err(sys._clear_type_cache); err(sys._clear_internal_caches); err(sys.is_finalizing); err(sys._is_gil_enabled); err(sys._is_interned, 3)
import time
for n in ('CLOCK_REALTIME','CLOCK_MONOTONIC','CLOCK_PROCESS_CPUTIME_ID','CLOCK_THREAD_CPUTIME_ID','CLOCK_MONOTONIC_RAW','CLOCK_BOOTTIME'):
    c = getattr(time, n); print(n, c, type(time.clock_gettime(c)), type(time.clock_gettime_ns(c)), time.clock_getres(c))
print(abs(time.clock_gettime(0) - time.time()) < 5)
for f in (lambda: time.clock_gettime(99), lambda: time.clock_getres(98), lambda: time.clock_gettime_ns(77)):
    try: f()
    except Exception as e: print(type(e).__name__, e)

import os, copy
t = time.struct_time(range(9))
print(t.__replace__(tm_year=5), copy.replace(t, tm_hour=3))
print(sys.version_info.__replace__ is not None)
s = os.stat('/')
for f in (lambda: t.__replace__(bad=1), lambda: t.__replace__(1), lambda: t.__replace__(**{'tm_' + 'sec': 9, 'no' + 'ne': 1}), lambda: sys.flags.__replace__(debug=3).debug, lambda: t.__replace__(tm_zone='x').tm_zone, lambda: s.__replace__(st_mode=3).st_mode, lambda: s.__replace__(st_atime=3).st_atime, lambda: t.__replace__(tm_year=1, tm_bad=2, x=3), lambda: s.__replace__(), lambda: t.__replace__()):
    try: print(f() if not isinstance(f(), os.stat_result) else 'stat')
    except Exception as e: print(type(e).__name__, e)
print(time.struct_time.__replace__.__text_signature__)

# expect: TypeError audit() missing 1 required positional argument: 'event'
# expect: ok None
# expect: ok None
# expect: TypeError sys.audit() takes no keyword arguments
# expect: TypeError addaudithook() missing required argument 'hook' (pos 1)
# expect: ok None
# expect: ok None
# expect: ValueError no
# expect: ok None
# expect: ok None
# expect: ok None
# expect: ValueError no
# expect: ok None
# expect: ok None
# expect: [('my.event', (1, 'two')), ('my.bad', ()), ('my.none', ()), ('sys.addaudithook', ()), ('my.both', (3,)), ('2', 'my.both'), ('my.bad', ()), ('sys.addaudithook', ()), ('sys.addaudithook', ())]
# expect: []
# expect: [('__call__', 'call'), ('__call__', 'line'), ('__call__', 'return'), ('__call__', 'call'), ('__call__', 'line'), ('__call__', 'return')]
# expect: 0.005
# expect: ok None
# expect: 0.01
# expect: ok None
# expect: 1e-06
# expect: ValueError switch interval must be strictly positive
# expect: 1e-06
# expect: ValueError switch interval must be strictly positive
# expect: 1e-06
# expect: TypeError must be real number, not str
# expect: 1e-06
# expect: ok None
# expect: 5.0
# expect: ok None
# expect: 10000000000.0
# expect: ok None
# expect: 1.0
# expect: <class 'int'> True <class 'int'> True
# expect: True
# expect: TypeError getunicodeinternedsize() takes no positional arguments
# expect: ok 2
# expect: ok None
# expect: ok 258
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ok False
# expect: ValueError invalid backend: nope
# expect: TypeError activate_stack_trampoline() argument must be str, not int
# expect: ok None
# expect: dict_values([<class 'ZeroDivisionError'>])
# expect: [None]
# expect: ok None
# expect: True
# expect: ok None
# expect: None
# expect: ok None
# expect: True
# expect: ok None
# expect: None
# expect: ValueError depth must be >= 0
# expect: ok None
# expect: ok 2
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: (None, None, None) None
# expect: (<class 'KeyError'>, 'KeyError(1)', <class 'KeyError'>)
# expect: ValueError call stack is not deep enough
# expect: 48 <module>
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ok __main__
# expect: ok None
# expect: ok __main__
# expect: []
# expect: TypeError intern() argument must be str, not int
# expect: ok abc
# expect: TypeError getsizeof() missing required argument 'object' (pos 1)
# expect: ok 28
# expect: TypeError sys.getrefcount() takes exactly one argument (0 given)
# expect: ValueError recursion limit must be greater or equal than 1
# expect: RecursionError cannot set the recursion limit to 1 at the recursion depth 2: the limit is too low
# expect: TypeError exit expected at most 1 argument, got 2
# expect: SystemExit (1, 2)
# expect-json: "SystemExit "
# expect-json: "SystemExit "
# expect: ValueError maxdigits must be 0 or larger than 640
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError sys.displayhook() takes exactly one argument (0 given)
# expect: ok None
# expect: ok None
# expect: ok False
# expect: ok True
# expect: TypeError _is_interned() argument must be str, not int
# expect: CLOCK_REALTIME 0 <class 'float'> <class 'int'> 1e-09
# expect: CLOCK_MONOTONIC 1 <class 'float'> <class 'int'> 1e-09
# expect: CLOCK_PROCESS_CPUTIME_ID 2 <class 'float'> <class 'int'> 1e-09
# expect: CLOCK_THREAD_CPUTIME_ID 3 <class 'float'> <class 'int'> 1e-09
# expect: CLOCK_MONOTONIC_RAW 4 <class 'float'> <class 'int'> 1e-09
# expect: CLOCK_BOOTTIME 7 <class 'float'> <class 'int'> 1e-09
# expect: True
# expect: OSError [Errno 22] Invalid argument
# expect: OSError [Errno 22] Invalid argument
# expect: OSError [Errno 22] Invalid argument
# expect: time.struct_time(tm_year=5, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8) time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8)
# expect: True
# expect: TypeError Got unexpected field name(s): ['bad']
# expect: TypeError __replace__() takes no positional arguments
# expect: TypeError Got unexpected field name(s): ['none']
# expect: 3
# expect: x
# expect: TypeError __replace__() is not supported for os.stat_result because it has unnamed field(s)
# expect: TypeError __replace__() is not supported for os.stat_result because it has unnamed field(s)
# expect: TypeError Got unexpected field name(s): ['tm_bad', 'x']
# expect: TypeError __replace__() is not supported for os.stat_result because it has unnamed field(s)
# expect: time.struct_time(tm_year=0, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=8)
# expect: ($self, /, **changes)
