# Lengths and indices beyond what a memory can hold: exact up to sys.maxsize; what __index__ and __len__ may answer.
import bisect
import operator
import sys
import warnings

warnings.simplefilter("error")


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Long:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        return index


for n in (0, True, 2**31, 2**53 - 1, 2**53 + 1, 2**60 + 1, sys.maxsize, 2**63, -1):
    tell(lambda: (len(Long(n)), bool(Long(n)), operator.length_hint(Long(n))))
    tell(lambda: len(range(n)))
print({len(Long(2**62 + i)) - 2**62 for i in range(30)} == set(range(30)))

# -- iterators by index ----------------------------------------------------------------------------------------------
far = Long(sys.maxsize)
forwards = iter(far)
forwards.__setstate__(2**61 + 1)
print(next(forwards), next(forwards), forwards.__reduce__()[2], forwards.__length_hint__())
forwards.__setstate__(sys.maxsize - 1)
print(next(forwards))
tell(lambda: next(forwards))
backwards = reversed(far)
print(next(backwards), next(backwards), backwards.__length_hint__(), backwards.__reduce__()[2])
backwards.__setstate__(2**55 + 1)
print(next(backwards), next(backwards))
backwards.__setstate__(2)
print(list(backwards), list(backwards))
counting = iter(range(2**62))
counting.__setstate__(2**61)
print(next(counting), counting.__length_hint__())
tell(lambda: counting.__setstate__(2**63))
tell(lambda: counting.__setstate__("a"))

# -- bisection -------------------------------------------------------------------------------------------------------
n = sys.maxsize
for rows in (range(n - 1), far):
    for item in (0, 2**53 + 1, n - 3, n + 5):
        print(bisect.bisect_left(rows, item), bisect.bisect_right(rows, item, 2**61 + 1))
for bounds in ((-1,), (0, -1), (2**63,), (0, 2**63), (0, "a"), (True, True)):
    tell(lambda: bisect.bisect([1, 2, 3], 2, *bounds))

# -- hints -----------------------------------------------------------------------------------------------------------


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter(())

    def __length_hint__(self):
        return self.hint


for hint in (10, sys.maxsize, 2**63, -1, "a", NotImplemented):
    tell(lambda: operator.length_hint(Hint(hint), 7))


class Hinted(Hint):
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


full = [1, 2, 3, 4]
full.extend(Hinted(sys.maxsize))
print(full, sys.getsizeof(full))
tell(lambda: full.extend(Hinted(sys.maxsize - 8)))

# -- indices too far, and what is no int exactly ---------------------------------------------------------------------
for sequence in ([1], (1,), "a", b"a", bytearray(b"a"), memoryview(b"a"), range(3)):
    for index in (2**40, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1):
        tell(lambda: sequence[index])
tell(lambda: [1] * -(2**63))
tell(lambda: [1] * (-(2**63) - 1))


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Int(int):
    pass


for value in (True, Int(3), Index(2), Index(True), Index(Int(3)), Index(2.0)):
    for use in (operator.index, range, lambda v: slice(v).indices(9), bin, lambda v: [7, 8, 9, 10][v]):
        tell(lambda: use(value))
print(type(operator.index(True)), type(range(True).stop), type(slice(True).indices(4)[1]))

# -- hashes are taken as they are where they fit ---------------------------------------------------------------------


class Hashed:
    def __init__(self, hash):
        self.hash = hash

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        return other == "key"


for value in (-1, -2, 2**61 - 1, 2**61, 2**63 - 1, -(2**63), 2**63, 2**100, True):
    print(hash(Hashed(value)))
print({"key": 1}.get(Hashed(hash("key"))), {Hashed(hash("key")): 2}["key"])


# -- what an iterator's __reduce__ gives holds its own reference to iter ------------------------------------------------
before = sys.getrefcount(iter)
for kind in (iter(tuple[int]), iter([1]), iter((1,)), iter("ab"), iter(b"a"), iter({}), iter(far), iter(int, 1)):
    for _ in range(20):
        kind.__reduce__()
print(sys.getrefcount(iter) - before)

# expect: (0, False, 0)
# expect: 0
# expect: (1, True, 1)
# expect: 1
# expect: (2147483648, True, 2147483648)
# expect: 2147483648
# expect: (9007199254740991, True, 9007199254740991)
# expect: 9007199254740991
# expect: (9007199254740993, True, 9007199254740993)
# expect: 9007199254740993
# expect: (1152921504606846977, True, 1152921504606846977)
# expect: 1152921504606846977
# expect: (9223372036854775807, True, 9223372036854775807)
# expect: 9223372036854775807
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: ValueError __len__() should return >= 0
# expect: 0
# expect: True
# expect: 2305843009213693953 2305843009213693954 2305843009213693955 6917529027641081852
# expect: 9223372036854775806
# expect: OverflowError iter index too large
# expect: 9223372036854775806 9223372036854775805 9223372036854775805 9223372036854775804
# expect: 36028797018963969 36028797018963968
# expect: [2, 1, 0] []
# expect: 2305843009213693952 2305843009213693951
# expect: OverflowError Python int too large to convert to C long
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 0 2305843009213693953
# expect: 9007199254740993 2305843009213693953
# expect: 9223372036854775804 9223372036854775805
# expect: 9223372036854775806 9223372036854775806
# expect: 0 2305843009213693953
# expect: 9007199254740993 2305843009213693953
# expect: 9223372036854775804 9223372036854775805
# expect: 9223372036854775807 9223372036854775807
# expect: ValueError lo must be non-negative
# expect: 2
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: TypeError argument should be integer or None, not 'str'
# expect: 1
# expect: 10
# expect: 9223372036854775807
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: ValueError __length_hint__() should return >= 0
# expect: TypeError __length_hint__ must be an integer, not str
# expect: 7
# expect: [1, 2, 3, 4] 88
# expect-json: "MemoryError "
# expect: IndexError list index out of range
# expect: IndexError list index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError list index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError tuple index out of range
# expect: IndexError tuple index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError tuple index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError string index out of range
# expect: IndexError string index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError string index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError index out of range
# expect: IndexError index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError bytearray index out of range
# expect: IndexError bytearray index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError bytearray index out of range
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError index out of bounds on dimension 1
# expect: IndexError index out of bounds on dimension 1
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError index out of bounds on dimension 1
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError range object index out of range
# expect: IndexError range object index out of range
# expect: IndexError range object index out of range
# expect: IndexError range object index out of range
# expect: IndexError range object index out of range
# expect: []
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: 1
# expect: range(0, 1)
# expect: (0, 1, 1)
# expect: 0b1
# expect: 8
# expect: 3
# expect: range(0, 3)
# expect: (0, 3, 1)
# expect: 0b11
# expect: 10
# expect: 2
# expect: range(0, 2)
# expect: (0, 2, 1)
# expect: 0b10
# expect: 9
# expect: DeprecationWarning __index__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type Int).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type Int).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type Int).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type Int).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: DeprecationWarning __index__ returned non-int (type Int).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: <class 'int'> <class 'int'> <class 'int'>
# expect: -2
# expect: -2
# expect: 2305843009213693951
# expect: 2305843009213693952
# expect: 9223372036854775807
# expect: -9223372036854775808
# expect: 4
# expect: 549755813888
# expect: 1
# expect: 1 2
# expect: 0
