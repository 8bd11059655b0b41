# _bisect: both sides, bounds, keys, insertion, errors.
import _bisect
def show(text):
    try: print(text, "->", eval(text))
    except Exception as error: print(text, "->", type(error).__name__ + ":", error)
data = [1, 2, 2, 2, 5, 8, 8, 13]
print([(_bisect.bisect_left(data, x), _bisect.bisect_right(data, x)) for x in range(15)])
print(_bisect.bisect_left(data, 2, 3), _bisect.bisect_right(data, 8, hi=6), _bisect.bisect_left(data, 8, lo=2, hi=None))
print(_bisect.bisect_left(data, -5, key=lambda v: -v), _bisect.bisect_right([(1, "a"), (3, "b")], 3, key=lambda v: v[0]))
_bisect.insort_left(data, 2.0); _bisect.insort_right(data, 8.0); print(data)
rows = [("a", 1), ("b", 3)]
_bisect.insort_left(rows, ("c", 2), key=lambda row: row[1]); _bisect.insort_right(rows, ("d", 3), key=lambda row: row[1]); print(rows)
class Sequence:
    def __len__(self): return 10
    def __getitem__(self, index): return index * index
    def insert(self, index, item): print("insert", index, item)
print(_bisect.bisect_left(Sequence(), 50)); _bisect.insort_right(Sequence(), 16)
for text in ["_bisect.bisect_left(data, 1, -1)", "_bisect.bisect_left(data, 'a')", "_bisect.bisect_left(1, 2)", "_bisect.bisect_left()",
             "_bisect.bisect_left(data, 1, 0, 'a')", "_bisect.insort_left((1,), 0)", "_bisect.bisect_right(data, 1, 0, 100)", "_bisect.bisect_left(data, 1, key=3)"]:
    show(text)

# expect: [(0, 0), (0, 1), (1, 4), (4, 4), (4, 4), (4, 5), (5, 5), (5, 5), (5, 7), (7, 7), (7, 7), (7, 7), (7, 7), (7, 8), (8, 8)]
# expect: 3 6 5
# expect: 0 2
# expect: [1, 2.0, 2, 2, 2, 5, 8, 8, 8.0, 13]
# expect: [('a', 1), ('c', 2), ('b', 3), ('d', 3)]
# expect: 8
# expect: insert 5 16
# expect: _bisect.bisect_left(data, 1, -1) -> ValueError: lo must be non-negative
# expect: _bisect.bisect_left(data, 'a') -> TypeError: '<' not supported between instances of 'int' and 'str'
# expect: _bisect.bisect_left(1, 2) -> TypeError: object of type 'int' has no len()
# expect: _bisect.bisect_left() -> TypeError: bisect_left() missing required argument 'a' (pos 1)
# expect: _bisect.bisect_left(data, 1, 0, 'a') -> TypeError: argument should be integer or None, not 'str'
# expect: _bisect.insort_left((1,), 0) -> AttributeError: 'tuple' object has no attribute 'insert'
# expect: _bisect.bisect_right(data, 1, 0, 100) -> IndexError: list index out of range
# expect: _bisect.bisect_left(data, 1, key=3) -> TypeError: 'int' object is not callable
