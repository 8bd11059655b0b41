# Where errors were raised, which handler takes them, and attributes that a hook gives.
import sys
def f(a):
    try:
        try:
            with open("x") as g: pass
        except OSError as e:
            raise ValueError(
                a +
                1
            ) from None
        finally:
            a = 5
    except (ValueError,
            TypeError) as e:
        t = e.__traceback__
        print(type(e), t.tb_lineno, t.tb_lasti, sys.exc_info()[2].tb_lineno)
f("a"); f(1)
def many(i):
    for k in range(3):
        try:
            if i == k: continue
            [1][i]; {}[i]; i.zz
        except IndexError as e: print(i, "idx", e.__traceback__.tb_lineno)
        except KeyError as e: print(i, "key", e.__traceback__.tb_lineno)
        else: print("else")
        finally: print("fin")
many(0); many(1); many(5)
code=(lambda: 1).__code__
class Q:
    p = property(lambda self: self.nope)
    @property
    def q(self): raise AttributeError("inner")
    @property
    def r(self): raise ValueError
    m = 5
    def meth(self): return 1
    def __getattr__(self, n):
        if n == "bad": raise AttributeError("hook " + n)
        return "hook " + n
q = Q()
q.own = 3
print(q.p, q.q, q.m, q.meth(), q.zz, q.own)
for n in ("bad", "r"):
    try: getattr(q, n)
    except Exception as e: print(type(e), e, e.__context__)
class W(Q):
    def __getattribute__(self, n):
        if n == "gone": raise AttributeError("getattribute")
        return object.__getattribute__(self, n)
print(W().gone, W().m, W().zz)
class S(str):
    pass
print(getattr(q, S("zz")))
try:
    def g():
        f2 = lambda: 1/0
        f2(
        )
    g()
except ZeroDivisionError as e:
    t=e.__traceback__
    while t: print(t.tb_lineno, t.tb_frame.f_code.co_name); t=t.tb_next

# expect: <class 'TypeError'> 9 120 9
# expect: <class 'ValueError'> 8 134 8
# expect: fin
# expect: 0 key 23
# expect: fin
# expect: 0 key 23
# expect: fin
# expect: 1 idx 23
# expect: fin
# expect: fin
# expect: 1 idx 23
# expect: fin
# expect: 5 idx 23
# expect: fin
# expect: 5 idx 23
# expect: fin
# expect: 5 idx 23
# expect: fin
# expect: hook nope hook q 5 1 hook zz 3
# expect: <class 'AttributeError'> hook bad None
# expect: <class 'ValueError'>  None
# expect: hook gone 5 hook zz
# expect: hook zz
# expect: 60 <module>
# expect: 58 g
# expect: 57 <lambda>
