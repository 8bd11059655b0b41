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

# expect: True 1
# expect: the first argument must be callable
# expect: last ['a', 'b']
# expect: f () {}
# expect: g
# expect: f (1,) {'k': 2}
# expect: 0
# expect: g
# expect: f ('end',) {}
