# itertools: chain, repeat, starmap, islice; defaultdict.
import itertools
print(list(itertools.chain([1,2], (x for x in "ab"), range(2))), list(itertools.chain.from_iterable(["ab", "cd"])))
print(list(itertools.repeat(3, 2)), itertools.repeat(3), itertools.repeat("a", times=4), list(itertools.starmap(pow, [(2,3),[3,2]])))
from _collections import defaultdict
d = defaultdict(list); d["a"].append(1); d["b"]; print(d, d.copy(), d | {"c": 1}, {"z": 0} | d, defaultdict(None, a=1), d.__reduce__()[:2])
try: defaultdict()["x"]
except KeyError as e: print(repr(e))
try: defaultdict(1)
except TypeError as e: print(e)
class D(defaultdict):
    def __missing__(self, k): return k
print(D()["q"], D(int, x=1))
from itertools import islice
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 1, 6, 2)), list(islice((c for c in "abcdefg"), 2, None)), list(islice([1], 0)))
for a in ((), ([],), ([], -1), ([], "a"), ([], 1, -1), ([], 1, "a"), ([], 0, 2, 0), ([], "q", 2)):
    try: print(islice(*a))
    except Exception as e: print(type(e).__name__, e)
it = iter(range(10)); print(list(islice(it, 1, 3)), next(it), list(islice(it, 2, 5, 4)), next(it))

# expect: [1, 2, 'a', 'b', 0, 1] ['a', 'b', 'c', 'd']
# expect: [3, 3] repeat(3) repeat('a', 4) [8, 9]
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) defaultdict(<class 'list'>, {'a': [1], 'b': []}) defaultdict(<class 'list'>, {'a': [1], 'b': [], 'c': 1}) defaultdict(<class 'list'>, {'z': 0, 'a': [1], 'b': []}) defaultdict(None, {'a': 1}) (<class 'collections.defaultdict'>, (<class 'list'>,))
# expect: KeyError('x')
# expect: first argument must be callable or None
# expect: q D(<class 'int'>, {'x': 1})
# expect: ['a', 'b'] ['b', 'd', 'f'] ['c', 'd', 'e', 'f', 'g'] []
# expect: TypeError islice expected at least 2 arguments, got 0
# expect: TypeError islice expected at least 2 arguments, got 1
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Step for islice() must be a positive integer or None.
# expect: ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: [1, 2] 3 [6] 9
