# Iteration: the protocols, old and new, and what changes under the loop.
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
class Old:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
class Sized(Old):
    def __len__(self): return 4
print(list(Count(3)), tuple(Old()), set(Old()) == {0, 1, 4, 9}, list(reversed(Sized())), 4 in Old(), 5 in Count(3), max(Old()), sum(Count(5)), sorted(Old(), reverse=True))
a, b, *c = Count(5)
print(a, b, c, [*Old()], dict(enumerate(Old())), list(zip(Count(2), Old())), list(map(lambda x, y: x - y, Old(), Count(3))), list(filter(lambda x: x % 2, Count(6))))
items = [1, 2, 3]
for x in items:
    if x < 3: items.append(x + 10)
    if len(items) > 6: break
print(items)
for i, x in enumerate(items[:]):
    if x > 10: items.remove(x)
print(items)
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"), it.__length_hint__(), list(iter(iter([5]).__next__, 5)))
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(values))
print(list(range(5, 0, -2)), range(10)[3:8:2], 7 * 10**10 in range(0, 10**18, 7), range(3) == range(0, 3, 1), hash(range(0)) == hash(range(2, 2)), range(5).index(3), list(reversed(range(0, 10, 3))))
for bad in ("iter(3)", "next([])", "list(3)", "for_(int)", "[*3]", "dict([1, 2])", "zip(3)", "sum(3)", "a, b = 3", "a, b = [1]", "x in 3", "reversed(Old())", "len(Old())", "max(3)", "iter(Bad())", "list(BadNext())"):
    class Bad:
        def __iter__(self): return 3
    class BadNext:
        def __iter__(self): return self
        def __next__(self): return 1 / 0
    def for_(x):
        for y in x: pass
    try:
        exec(bad)
        print(bad, "worked")
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
print([x for x in [y for y in range(3)]], [[i * j for j in range(3)] for i in range(3)], {i % 3 for i in range(9)}, {k: v for k, v in [(1, 2)]}, [x for x in "abc" if x != "b" for _ in range(2)])
m = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*m)), [list(r) for r in zip(*m)], sum(m, []), sorted(m, key=lambda r: -r[0]), min(m, key=sum), list(map(sum, m)), any(map(lambda r: 5 in r, m)))
l = [5, 3, 1, 4]
l.sort(); print(l, l.sort(key=lambda x: -x), l, l.reverse(), l, l.index(4), l.count(3), l.insert(1, 9), l, l.pop(0), l.remove(9), l)
l[1:3] = "xyz"; print(l); l[::2] = [0] * len(l[::2]); print(l); del l[1:3]; print(l, l * 2, l + [1], l == [0], l < [1], [1, [2]] < [1, [3]])
try: l[::2] = [1, 2, 3, 4, 5]
except ValueError as error: print(error)
words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
pairs = [(3, "c"), (1, "b"), (3, "a"), (2, "z")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[1], reverse=True))
big = sorted((i * 7919) % 1009 for i in range(500)); print(big[:5], big[-1], big == sorted(big, reverse=True)[::-1])
class Cmp:
    made = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): Cmp.made += 1; return self.v < o.v
print([c.v for c in sorted(map(Cmp, [5, 2, 8, 1, 9, 3]))], Cmp.made)
recursive = [1]; recursive.append(recursive); print(recursive, (recursive,), {1: recursive})

# expect: [2, 1, 0] (0, 1, 4, 9) True [9, 4, 1, 0] True False 9 10 [9, 4, 1, 0]
# expect: 4 3 [2, 1, 0] [0, 1, 4, 9] {0: 0, 1: 1, 2: 4, 3: 9} [(1, 0), (0, 1)] [-2, 0, 4] [5, 3, 1]
# expect: [1, 2, 3, 11, 12]
# expect: [1, 2, 3]
# expect: 1 [2, 3] end 0 []
# expect: [1, 2] [3]
# expect: [5, 3, 1] range(3, 8, 2) True True True 3 [9, 6, 3, 0]
# expect: iter(3) -> TypeError 'int' object is not iterable
# expect: next([]) -> TypeError 'list' object is not an iterator
# expect: list(3) -> TypeError 'int' object is not iterable
# expect: for_(int) -> TypeError 'type' object is not iterable
# expect: [*3] -> TypeError Value after * must be an iterable, not int
# expect: dict([1, 2]) -> TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: zip(3) -> TypeError 'int' object is not iterable
# expect: sum(3) -> TypeError 'int' object is not iterable
# expect: a, b = 3 -> TypeError cannot unpack non-iterable int object
# expect: a, b = [1] -> ValueError not enough values to unpack (expected 2, got 1)
# expect: x in 3 -> TypeError argument of type 'int' is not iterable
# expect: reversed(Old()) -> TypeError object of type 'Old' has no len()
# expect: len(Old()) -> TypeError object of type 'Old' has no len()
# expect: max(3) -> TypeError 'int' object is not iterable
# expect: iter(Bad()) -> TypeError iter() returned non-iterator of type 'int'
# expect: list(BadNext()) -> ZeroDivisionError division by zero
# expect: [0, 1, 2] [[0, 0, 0], [0, 1, 2], [0, 2, 4]] {0, 1, 2} {1: 2} ['a', 'a', 'c', 'c']
# expect: [(1, 4), (2, 5), (3, 6)] [[1, 4], [2, 5], [3, 6]] [1, 2, 3, 4, 5, 6] [[4, 5, 6], [1, 2, 3]] [1, 2, 3] [6, 15] True
# expect: [3, 4, 5] None [3, 4, 5] None [3, 4, 5] 2 1 None [3, 4, 5] 1 None [3, 4, 5]
# expect: [3, 'x', 'y', 'z']
# expect: [0, 'x', 0, 'z']
# expect: [0, 'z'] [0, 'z', 0, 'z'] [0, 'z', 1] False True True
# expect: attempt to assign sequence of size 5 to extended slice of size 1
# expect: [('the', 3), ('brown', 1), ('dog', 1)]
# expect: [(1, 'b'), (2, 'z'), (3, 'a'), (3, 'c')] [(1, 'b'), (2, 'z'), (3, 'c'), (3, 'a')] [(2, 'z'), (3, 'c'), (1, 'b'), (3, 'a')]
# expect: [0, 1, 2, 5, 6] 1006 True
# expect: [1, 2, 3, 5, 8, 9] 11
# expect: [1, [...]] ([1, [...]],) {1: [1, [...]]}
