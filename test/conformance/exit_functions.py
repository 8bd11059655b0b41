import atexit
def f(*a,**k): print('f',a,k)
def bad(): raise ValueError('x')
def g(): print('g'); atexit.register(f,'late')
class Same:
    def __call__(self): print('same')
    def __eq__(self,o): return isinstance(o,Same)
print(atexit.register(f,1,k=2) is f, atexit._ncallbacks())
atexit.register(g); atexit.register(f); atexit.register(Same()); atexit.unregister(Same())
try: atexit.register(1)
except TypeError as e: print(e)
@atexit.register
def last(): print('last', list(x for x in 'ab'))
atexit._run_exitfuncs(); print(atexit._ncallbacks())
atexit.register(print,'a'); atexit._clear(); atexit._run_exitfuncs()
atexit.register(f,'end'); atexit.register(g)

# The table grows, a callback may clear it and fill it anew, and each is called once at most.
import gc, sys
atexit._clear()
for i in range(100): atexit.register(len, i)
print(atexit._ncallbacks()); atexit._clear(); print(atexit._ncallbacks())
def again(n):
    def clearing():
        print('clearing', n)
        if n: atexit._clear(); atexit.register(again(n - 1))
    return clearing
atexit.register(again(3)); atexit.register(again(2)); atexit._run_exitfuncs(); print(atexit._ncallbacks())
class Wrong:
    def __eq__(self, o): 1 / 0
    def __call__(self): pass
atexit.register(Wrong())
try: atexit.unregister(5)
except ZeroDivisionError: print(atexit._ncallbacks())
for call in (lambda: atexit.register(), lambda: atexit.register(func=f)):
    try: call()
    except TypeError as e: print(e)
atexit._clear()

# A failure is told with the callback's repr, whole, where it has one.
def hook(told): print(told.err_msg and len(told.err_msg), told.exc_type.__name__, told.object)
sys.unraisablehook = hook
class Shown:
    def __init__(self, length): self.length = length
    def __call__(self, *args, **keywords): raise SystemExit
    def __repr__(self): return 'x' * self.length
atexit.register(Shown(-1)); atexit.register(Shown('no number')); atexit.register(Shown(3000), 1, a=2); atexit._run_exitfuncs()

# They are the interpreter's, whatever becomes of the module.
class Dying:
    def __call__(self): print('called')
    def __del__(self): print('gone')
atexit.register(Dying()); atexit.register(f,'end'); atexit.register(g)
before = atexit.register
del sys.modules['atexit'], atexit, last
gc.collect()
import atexit
print(atexit.register is before, atexit._ncallbacks(), sys.getrefcount(f))
atexit.register(print, 'by the second module')
sys.modules['atexit'] = None

# expect: True 1
# expect: the first argument must be callable
# expect: last ['a', 'b']
# expect: f () {}
# expect: g
# expect: f (1,) {'k': 2}
# expect: 0
# expect: 100
# expect: 0
# expect: clearing 2
# expect: clearing 1
# expect: 0
# expect: 1
# expect: register() takes at least 1 argument (0 given)
# expect: register() takes at least 1 argument (0 given)
# expect: 3037 SystemExit None
# expect: None SystemExit None
# expect: 37 SystemExit None
# expect: False 3 3
# expect: by the second module
# expect: g
# expect: f ('end',) {}
# expect: called
# expect: gone
