import gc
print(gc.get_threshold(), gc.isenabled())
class A:
    def __del__(self): print("del", self.n)
def make(n):
    a=A(); a.n=n; a.me=a
make(1)
gc.collect()
print("x")
l=[]; l.append(l); del l
print(gc.collect()>=1)
d={}; print(gc.is_tracked(d)); d[1]=[]; print(gc.is_tracked(d)); print(gc.is_tracked(1), gc.is_tracked([]), gc.is_tracked(()))
print(gc.get_referents([1,2,"a"]))
x=[]; y=[x]; print(any(r is y for r in gc.get_referrers(x)))
try: gc.collect(5)
except ValueError as e: print(e)
def cb(phase, info): print(phase, sorted(info.items())[1])
gc.callbacks.append(cb)
gc.collect(0)
gc.callbacks.clear()
s=gc.get_stats(); print(len(s), list(s[0]))
class N: pass
for i in range(5000):
    n=N(); n.n=n
print(gc.get_stats()[0]["collections"]>0, gc.get_count()[0]<2001)
class R:
    def __del__(self):
        global keep; keep=self
r=R(); r.r=r; del r
gc.collect(); print(keep.r is keep, gc.is_finalized(keep))
del keep
gc.collect()
gc.freeze(); print(gc.get_freeze_count()>100); gc.unfreeze(); print(gc.get_freeze_count())
gc.set_threshold(100,5,5); print(gc.get_threshold())
try: gc.set_threshold()
except TypeError as e: print(e)

# expect: (2000, 10, 10) True
# expect: del 1
# expect: x
# expect: True
# expect: False
# expect: True
# expect: False True False
# expect: ['a', 2, 1]
# expect: True
# expect: invalid generation
# expect: start ('generation', 0)
# expect: stop ('generation', 0)
# expect: 3 ['collections', 'collected', 'uncollectable']
# expect: True True
# expect: True True
# expect: True
# expect: 0
# expect: (100, 5, 5)
# expect: gc.set_threshold requires 1 to 3 arguments
