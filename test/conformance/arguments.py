# Calls: defaults, stars, keyword-only, positional-only, order of evaluation, unpacking.
def f(a, /, b, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw


print(f(1, 2, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(1, b=2, d=3, a=9), f(*[1, 2], **{"d": 3}), f(1, *(2, 3), *[4], d=5, **{"y": 1}, **{"x": 2}))
for call in ("f()", "f(1)", "f(1, 2)", "f(1, 2, d=1, d2=2, b=3)", "f(a=1, b=2, d=3)", "g(1, 2, 3)", "g(1, x=2)", "g(1, b=1, a=2)", "g()", "h(1)", "h(z=1)", "h(k=1, j=2)", "p(a=1, b=2)", "g(*1)", "g(**1)", "g(**{1: 2})", "f(1, 2, d=3, **{'d': 4})", "g(1, aa=3)"):
    def g(a, b=2): pass
    def h(*, k, j=1): pass
    def p(a, b, /): pass
    try:
        print(call, eval(call))
    except TypeError as error:
        print(call, error)


def say(x): print("eval", x); return x


say([1])[say(0)] = say("value")
{say("k1"): say("v1"), say("k2"): say("v2")}
(lambda *a, **k: None)(say(1), *say([2]), k=say(3), **say({}))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
*x, y = "abc"
[p, q] = {1: 2, 3: 4}
print(x, y, p, q)
i, lst = 0, [0, 0, 0]
i, lst[i] = 1, 9
print(i, lst)
x = y = z = []
x.append(1)
print(z, *z, sep="|")
print(*range(3), *"ab", sep=",", end=".\n")
print([*range(3), *[5]], (*"ab",), {*[1, 1]}, {**{"a": 1}, "b": 2})
def defaults(x=[], y={}): x.append(len(x)); return x
defaults(); print(defaults(), f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount)
def annotated(a: int, b: "str" = "x", *c: float) -> list: "doc"
print(annotated.__annotations__, annotated.__doc__, annotated.__name__)
def recursion(n): return n if n < 2 else recursion(n - 1) + recursion(n - 2)
print(recursion(15), (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))
for i in range(3):
    if i == 5: break
else: print("no break")
n = 5
while n:
    n -= 1
    if n == 2: break
else: print("never")
print(n, 1 if n else 2, n and "yes", [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(2) for y in "ab"])
if (m := len("abc")) > 2: print("walrus", m)
print((lambda: (yield))().__class__.__name__, type(lambda: 0).__name__, callable(print), callable(3))
del a
try: a
except NameError as error: print(error)
x: int = 3
y: "later"
print(__annotations__)
sorted_words = sorted(["bb", "a", "CCC"], key=str.lower, reverse=True)
print(sorted_words, sorted([3, 1, 2], reverse=True), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "x"])), list(zip([1, 2], "ab")))
try: list(zip([1], [1, 2], strict=True))
except ValueError as error: print(error)
print(getattr(3, "real"), hasattr(3, "q"), dir(type("T", (), {"zz": 1}))[-1], id(x) == id(x), isinstance(f, type(lambda: 0)), type(3).__name__, any([]), all([]))

# expect: (1, 2, 3, (), 4, 5, {}) (1, 2, 3, (4, 5), 6, 5, {'z': 7}) (1, 2, 3, (), 3, 5, {'a': 9}) (1, 2, 3, (), 3, 5, {}) (1, 2, 3, (4,), 5, 5, {'y': 1, 'x': 2})
# expect: f() f() missing 2 required positional arguments: 'a' and 'b'
# expect: f(1) f() missing 1 required positional argument: 'b'
# expect: f(1, 2) f() missing 1 required keyword-only argument: 'd'
# expect: f(1, 2, d=1, d2=2, b=3) f() got multiple values for argument 'b'
# expect: f(a=1, b=2, d=3) f() missing 1 required positional argument: 'a'
# expect: g(1, 2, 3) g() takes from 1 to 2 positional arguments but 3 were given
# expect: g(1, x=2) g() got an unexpected keyword argument 'x'
# expect: g(1, b=1, a=2) g() got multiple values for argument 'a'
# expect: g() g() missing 1 required positional argument: 'a'
# expect: h(1) h() takes 0 positional arguments but 1 was given
# expect: h(z=1) h() got an unexpected keyword argument 'z'
# expect: h(k=1, j=2) None
# expect: p(a=1, b=2) p() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: g(*1) __main__.g() argument after * must be an iterable, not int
# expect: g(**1) __main__.g() argument after ** must be a mapping, not int
# expect: g(**{1: 2}) keywords must be strings
# expect: f(1, 2, d=3, **{'d': 4}) __main__.f() got multiple values for keyword argument 'd'
# expect: g(1, aa=3) g() got an unexpected keyword argument 'aa'. Did you mean 'a'?
# expect: eval value
# expect: eval [1]
# expect: eval 0
# expect: eval k1
# expect: eval v1
# expect: eval k2
# expect: eval v2
# expect: eval 1
# expect: eval [2]
# expect: eval 3
# expect: eval {}
# expect: 1 2 [3, 4] 5
# expect: ['a', 'b'] c 1 3
# expect: 1 [0, 9, 0]
# expect: [1]|1
# expect: 0,1,2,a,b.
# expect: [0, 1, 2, 5] ('a', 'b') {1} {'a': 1, 'b': 2}
# expect: [0, 1] (3,) {'e': 5} 3 1 2
# expect: {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'return': <class 'list'>} doc annotated
# expect: 610 120
# expect: no break
# expect: 2 1 yes [5, 7, 9] [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b')]
# expect: walrus 3
# expect: generator function True False
# expect: name 'a' is not defined
# expect: {'x': <class 'int'>, 'y': 'later'}
# expect: ['CCC', 'bb', 'a'] [3, 2, 1] [4, 6] [1, 'x'] [(1, 'a'), (2, 'b')]
# expect: zip() argument 2 is longer than argument 1
# expect: 3 False zz True True int False True
