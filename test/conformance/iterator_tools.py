# range, enumerate, reversed, map, filter, zip and iter(callable, sentinel), with Python code inside.
class Items:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i * i

    def __len__(self):
        return self.n


def gen(*values):
    yield from values


print(list(Items(4)), list(reversed(Items(4))), 9 in Items(4), 8 in Items(4))
print(list(map(lambda a, b: a + b, gen(1, 2, 3), Items(2))), list(map(str, range(3))))
print(list(filter(lambda x: x % 2, gen(1, 2, 3))), list(filter(None, [0, 1, "", "x"])))
print(list(zip(gen(1, 2, 3), "ab")), list(zip()), dict(zip("ab", gen(1, 2))))
print(list(enumerate(gen("a", "b"), 5)), list(enumerate(iterable="x", start=2**64)))
numbers = iter([3, 2, 1, 0, 5])
print(list(iter(lambda: next(numbers), 0)), next(numbers))
print(range(10)[2:8:3], list(range(5, 0, -2)), range(0) == range(2, 2), 2**70 in range(2**70, 2**71))
print(len(range(-5, 5, 3)), range(3).index(2), range(3).count(7), hash(range(3)) == hash(range(0, 3)), range(2**70)[-1])


def try_it(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


try_it(lambda: list(zip(gen(1), gen(), strict=True)))
try_it(lambda: list(zip(gen(), gen(1), strict=True)))
try_it(lambda: list(zip([1], a=1)))
try_it(lambda: list(map(lambda x: 1 / x, [1, 0])))
try_it(lambda: map(1))
try_it(lambda: enumerate())
try_it(lambda: enumerate([], foo=1))
try_it(lambda: reversed({1}))
try_it(lambda: range(1, 2, 0))
try_it(lambda: range(3)[3])
try_it(lambda: range("a"))
try_it(lambda: type(None)(1))
print(type(None)(), type(...)(), type(NotImplemented)(), bool(None))


def deep(n):
    return map(lambda x: x + 1, deep(n - 1)) if n else iter([0])


print(list(deep(200)))

# expect: [0, 1, 4, 9] [9, 4, 1, 0] True False
# expect: [1, 3] ['0', '1', '2']
# expect: [1, 3] [1, 'x']
# expect: [(1, 'a'), (2, 'b')] [] {'a': 1, 'b': 2}
# expect: [(5, 'a'), (6, 'b')] [(18446744073709551616, 'x')]
# expect: [3, 2, 1] 5
# expect: range(2, 8, 3) [5, 3, 1] True True
# expect: 4 2 0 True 1180591620717411303423
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: ValueError zip() argument 2 is longer than argument 1
# expect: TypeError zip() got an unexpected keyword argument 'a'
# expect: ZeroDivisionError division by zero
# expect: TypeError map() must have at least two arguments.
# expect: TypeError enumerate() missing required argument 'iterable'
# expect: TypeError 'foo' is an invalid keyword argument for enumerate()
# expect: TypeError 'set' object is not reversible
# expect: ValueError range() arg 3 must not be zero
# expect: IndexError range object index out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError NoneType takes no arguments
# expect: None Ellipsis NotImplemented False
# expect: [200]
