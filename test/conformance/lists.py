# list, tuple and slice: what programs see of them when Python code is called in between.
from sys import getsizeof


class Same:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return self.value < other.value

    def __repr__(self):
        return f"<{self.value}>"


def count(n):
    for i in range(n):
        yield i


print(list(count(4)), tuple(count(3)), [*count(2), *count(1)], list())
a = [1]
a += count(3)
a[1:2] = count(2)
print(a, len(a))
a[::2] = (x * 10 for x in range(3))
print(a)
s = [Same(i) for i in (3, 1, 2, 1)]
print(Same(2) in s, s.index(Same(1)), s.count(Same(1)), s == s[:], s < s[1:])
s.remove(Same(1))
print(s, sorted(s), (s[0],), s[::-1])
s.sort(key=lambda o: -o.value)
print(s)
words = ["b", "A", "c"]
words.sort(key=lambda w: w.upper(), reverse=True)
print(words)
loop = [1]
loop.append(loop)
print(loop)
sizes = []
growing = []
for i in range(20):
    growing.append(i)
    sizes.append(getsizeof(growing) - getsizeof([]))
print(sizes)


def try_it(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


busy = [3, 2, 1]
try_it(lambda: busy.sort(key=lambda x: busy.append(x) or x))
print(busy)
try_it(lambda: [3, "a"].sort())
try_it(lambda: [1][2])
try_it(lambda: busy["a"])
try_it(lambda: (1,) + [2])
try_it(lambda: [1].index(2))
try_it(lambda: [*1])
try_it(lambda: list(1))
try_it(lambda: list(x=1))
try_it(lambda: [].pop())
try_it(lambda: [1, 2].sort(1))
try_it(lambda: slice(1, 2, 0).indices(3))
print(slice(None, -1).indices(5), slice(1, 2), slice(1) == slice(1), hash((1, 2)) == hash((1, 2)))


class MyList(list):
    pass


class MyTuple(tuple):
    pass


m = MyList(count(2))
m.x = 1
print(m, type(m), type(m[:]), m.x, MyTuple(count(2)), type(MyTuple() + ()))
print([1, 2] * 2, 0 * (1,), (1, 2)[5:], [0, 1, 2, 3][-3:-1], list(reversed([1, 2])))

# expect: [0, 1, 2, 3] (0, 1, 2) [0, 1, 0] []
# expect: [1, 0, 1, 1, 2] 5
# expect: [0, 0, 10, 1, 20]
# expect: True 1 2 True False
# expect: [<3>, <2>, <1>] [<1>, <2>, <3>] (<3>,) [<1>, <2>, <3>]
# expect: [<3>, <2>, <1>]
# expect: ['c', 'b', 'A']
# expect: [1, [...]]
# expect: [32, 32, 32, 32, 64, 64, 64, 64, 128, 128, 128, 128, 128, 128, 128, 128, 192, 192, 192, 192]
# expect: ValueError list modified during sort
# expect: [1, 2, 3]
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: IndexError list index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: ValueError 2 is not in list
# expect: TypeError Value after * must be an iterable, not int
# expect: TypeError 'int' object is not iterable
# expect: TypeError list() takes no keyword arguments
# expect: IndexError pop from empty list
# expect: TypeError sort() takes no positional arguments
# expect: ValueError slice step cannot be zero
# expect: (0, 4, 1) slice(1, 2, None) True True
# expect: [0, 1] <class '__main__.MyList'> <class 'list'> 1 (0, 1) <class 'tuple'>
# expect: [1, 2, 1, 2] () () [1, 2] [2, 1]
