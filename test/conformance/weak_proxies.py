import _weakref, gc
class A:
    x=3
    def __len__(self): return 7
    def __call__(self,*a): return a
    def __getitem__(self,i): return i*2
    def __bool__(self): return False
    def __iter__(self): return iter([1,2])
    def __contains__(self,k): return k==5
    def __int__(self): return 9
    def __index__(self): return 4
class B: pass
a=A()
p=_weakref.proxy(a)
print(type(p).__name__, p.x, len(p), p(1,2), p[3], bool(p), list(p), 5 in p, int(p), hex(p))
p.y=5; print(a.y); del p.y; print(hasattr(a,"y"))
try: hash(p)
except TypeError as e: print(e)
b=B(); q=_weakref.proxy(b); print(type(q).__name__, q==b, q!=b)
del b
try: q.x
except ReferenceError as e: print(e)
def cb(r): print("cb", r())
b=B(); r=_weakref.ref(b,cb); print(r() is b, _weakref.getweakrefcount(b)); b.me=b; del b; gc.collect(); print(r())

# expect: CallableProxyType 3 7 (1, 2) 6 False [1, 2] True 9 0x4
# expect: 5
# expect: False
# expect: unhashable type: 'weakref.CallableProxyType'
# expect: ProxyType True False
# expect: weakly-referenced object no longer exists
# expect: True 1
# expect: cb None
# expect: None
