# What functools takes from the machine: reduce, partial, cmp_to_key and the cache of lru_cache.
import _functools as f
calls = 0
class Info(tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
def fib(n):
    return n if n < 2 else fib(n-1)+fib(n-2)
fib = f._lru_cache_wrapper(fib, None, False, Info)
print(fib(50), fib.cache_info())
g = f._lru_cache_wrapper(lambda *a, **k: (a, k), 2, True, Info)
for x in (1, 1.0, 1, 2, 1.0, 2): g(x)
print(g.cache_info(), g(1, a=2), g.cache_info()); g.cache_clear(); print(g.cache_info())
z = f._lru_cache_wrapper(lambda x: x, 0, False, Info); z(1); print(z.cache_info())
for c in (lambda: g([]), lambda: f._lru_cache_wrapper(1, 2, 3, 4), lambda: f._lru_cache_wrapper(len, "a", 3, 4), lambda: f.reduce(lambda a,b:a+b, []), lambda: f.reduce(lambda a,b:a*b, range(1,6)), lambda: f.reduce(max, 3), lambda: f.reduce(lambda a,b:a+b, [[1],[2]], [0]),
  lambda: f.partial(), lambda: f.partial(1), lambda: f.partial(dict, a=1)(b=2), lambda: f.partial(f.partial(max, 1), 5)(3), lambda: f.partial(f.partial(max, 1), 5).args, lambda: f.partial(print, 1, sep="x").__reduce__()[2][1:], lambda: f.partial(max, 1, key=None),
  lambda: sorted([3,1,2], key=f.cmp_to_key(lambda a,b: b-a)), lambda: f.cmp_to_key(len)(1) < 3, lambda: hash(f.cmp_to_key(len)), lambda: f.cmp_to_key(len)(), lambda: f.cmp_to_key(len)(obj=4).obj):
    try: print(c())
    except Exception as e: print(type(e).__name__, e)
class C:
    @lambda fn: f._lru_cache_wrapper(fn, 3, False, Info)
    def m(self, x): return x * 2
c = C(); print(c.m(4), c.m(4), C.m.cache_info())



# -- a keyword whose str takes the value away ----------------------------------------------------------------------------
class Replacing(str):
    def __str__(self):
        arguments[self] = "replaced"
        return "key"


bound = f.partial(print)
arguments = {Replacing("key"): ["value"]}
bound.__setstate__((print, (), arguments, {}))
arguments = bound.keywords
print(repr(bound))

# expect: 12586269025 (48, 51, None, 51)
# expect: (2, 4, 2, 2) ((1,), {'a': 2}) (2, 5, 2, 2)
# expect: (0, 0, 2, 0)
# expect: (0, 1, 0, 0)
# expect: TypeError unhashable type: 'list'
# expect: TypeError the first argument must be callable
# expect: TypeError maxsize should be integer or None
# expect: TypeError reduce() of empty iterable with no initial value
# expect: 120
# expect: TypeError reduce() arg 2 must support iteration
# expect: [0, 1, 2]
# expect: TypeError type 'partial' takes at least one argument
# expect: TypeError the first argument must be callable
# expect: {'a': 1, 'b': 2}
# expect: 5
# expect: (1, 5)
# expect: ((1,), {'sep': 'x'}, None)
# expect: functools.partial(<built-in function max>, 1, key=None)
# expect: [3, 2, 1]
# expect: TypeError other argument must be K instance
# expect: TypeError unhashable type: 'functools.KeyWrapper'
# expect: TypeError K() missing required argument 'obj' (pos 1)
# expect: 4
# expect: 8 8 (1, 1, 3, 1)
# expect: functools.partial(<built-in function print>, key=['value'])
