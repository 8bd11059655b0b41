# Indices and counts at the ends of Py_ssize_t and beyond: which error, in whose words, and what is kept of a large count.
import array
import collections
import itertools
import operator


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


KEYS = [10**30, -(10**30), 2**63, 2**63 - 1, -(2**63), Index(10**30), Index(KeyError("no")), Index(-1), "a", None, slice(1), True]
SUBSCRIPTS = [b"ab", "ab", (1, 2), [1, 2], range(3), bytearray(b"ab"), memoryview(b"ab"), frozenset(), 1, int, array.array("i", [1, 2])]
SUBSCRIPTS += [collections.deque([1, 2]), None, iter([])]


def show(text, names):
    try:
        if text[-1] != ")" and ("del " in text or " = " in text):
            exec(text, globals(), names)
            result = "done"
        else:
            result = repr(eval(text, globals(), names))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    return result.split(" at 0x")[0]


for o in SUBSCRIPTS:
    for statement in ("del o[k]", "o[k] = 1", "o[k] = b'a'", "o[k]"):
        seen = {}
        for k in KEYS:
            copy = o[:] if isinstance(o, (list, bytearray, array.array)) else o
            seen.setdefault(show(statement, {"o": copy, "k": k}), []).append(type(k).__name__[:3])
        print(type(o).__name__, statement, *(f"{text} ({' '.join(kinds)})" for text, kinds in seen.items()), sep="; ")

for call in (
    "(1,).__mul__(k)", "[].__rmul__(k)", "'a'.__rmul__(k)", "collections.deque([1]).__delitem__(k)", "bytes(k)[:2] if k is True else bytes(-2**63)",
    "memoryview(b'abcd').cast('B', [k])", "operator.length_hint(1, k)", "list(itertools.islice([1, 2], k))", "list(itertools.islice([1, 2], 0, k))",
):  # fmt: skip
    print(call, *(show(call, {"k": k}) for k in KEYS), sep="; ")

for call in (
    "itertools.repeat(1, 10**12)", "collections.deque([1], 10**12)", "collections.deque([1], 10**12).maxlen", "collections.deque([1], 2**63 - 1).copy()",
    "collections.deque([1], 2**40) * 3", "collections.deque([1], 2**63 - 1).__reduce__()", "itertools.repeat(1, 2**63 - 1).__length_hint__()",
    "(lambda r: (next(r), r))(itertools.repeat(7, 2**32))", "(lambda r: (next(r), r))(itertools.repeat(7, 2**32 + 1))", "list(itertools.islice([1], -5))",
):  # fmt: skip
    print(call, show(call, {}))

# expect: bytes; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'bytes' object doesn't support item deletion (int int Ind boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); TypeError: 'bytes' object does not support item deletion (str Non sli)
# expect: bytes; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'bytes' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: bytes; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'bytes' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: bytes; o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); 98 (Ind boo); TypeError: byte indices must be integers or slices, not str (str); TypeError: byte indices must be integers or slices, not NoneType (Non); b'a' (sli)
# expect: str; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'str' object doesn't support item deletion (int int Ind boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); TypeError: 'str' object does not support item deletion (str Non sli)
# expect: str; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'str' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: str; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'str' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: str; o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: string index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); 'b' (Ind boo); TypeError: string indices must be integers, not 'str' (str); TypeError: string indices must be integers, not 'NoneType' (Non); 'a' (sli)
# expect: tuple; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'tuple' object doesn't support item deletion (int int Ind boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); TypeError: 'tuple' object does not support item deletion (str Non sli)
# expect: tuple; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'tuple' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: tuple; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'tuple' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: tuple; o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: tuple index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); 2 (Ind boo); TypeError: tuple indices must be integers or slices, not str (str); TypeError: tuple indices must be integers or slices, not NoneType (Non); (1,) (sli)
# expect: list; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: list assignment index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind sli boo); TypeError: list indices must be integers or slices, not str (str); TypeError: list indices must be integers or slices, not NoneType (Non)
# expect: list; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: list assignment index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind boo); TypeError: list indices must be integers or slices, not str (str); TypeError: list indices must be integers or slices, not NoneType (Non); TypeError: must assign iterable to extended slice (sli)
# expect: list; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: list assignment index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind sli boo); TypeError: list indices must be integers or slices, not str (str); TypeError: list indices must be integers or slices, not NoneType (Non)
# expect: list; o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: list index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); 2 (Ind boo); TypeError: list indices must be integers or slices, not str (str); TypeError: list indices must be integers or slices, not NoneType (Non); [1] (sli)
# expect: range; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'range' object doesn't support item deletion (int int Ind boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); TypeError: 'range' object does not support item deletion (str Non sli)
# expect: range; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'range' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: range; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'range' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: range; o[k]; IndexError: range object index out of range (int int int int int Ind); KeyError: 'no' (Ind); 2 (Ind); TypeError: range indices must be integers or slices, not str (str); TypeError: range indices must be integers or slices, not NoneType (Non); range(0, 1) (sli); 1 (boo)
# expect: bytearray; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: bytearray index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind sli boo); TypeError: bytearray indices must be integers or slices, not str (str); TypeError: bytearray indices must be integers or slices, not NoneType (Non)
# expect: bytearray; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: bytearray index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind boo); TypeError: bytearray indices must be integers or slices, not str (str); TypeError: bytearray indices must be integers or slices, not NoneType (Non); TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256) (sli)
# expect: bytearray; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'bytes' object cannot be interpreted as an integer (int int Ind boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); TypeError: bytearray indices must be integers or slices, not str (str); TypeError: bytearray indices must be integers or slices, not NoneType (Non); done (sli)
# expect: bytearray; o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: bytearray index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); 98 (Ind boo); TypeError: bytearray indices must be integers or slices, not str (str); TypeError: bytearray indices must be integers or slices, not NoneType (Non); bytearray(b'a') (sli)
# expect: memoryview; del o[k]; TypeError: cannot modify read-only memory (int int int int int Ind Ind Ind str Non sli boo)
# expect: memoryview; o[k] = 1; TypeError: cannot modify read-only memory (int int int int int Ind Ind Ind str Non sli boo)
# expect: memoryview; o[k] = b'a'; TypeError: cannot modify read-only memory (int int int int int Ind Ind Ind str Non sli boo)
# expect: memoryview; o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: index out of bounds on dimension 1 (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); 98 (Ind boo); TypeError: memoryview: invalid slice key (str Non); <memory (sli)
# expect: frozenset; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'frozenset' object doesn't support item deletion (int int Ind boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); TypeError: 'frozenset' object does not support item deletion (str Non sli)
# expect: frozenset; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'frozenset' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: frozenset; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); TypeError: 'frozenset' object does not support item assignment (int int Ind str Non sli boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind)
# expect: frozenset; o[k]; TypeError: 'frozenset' object is not subscriptable (int int int int int Ind Ind Ind str Non sli boo)
# expect: int; del o[k]; TypeError: 'int' object does not support item deletion (int int int int int Ind Ind Ind str Non sli boo)
# expect: int; o[k] = 1; TypeError: 'int' object does not support item assignment (int int int int int Ind Ind Ind str Non sli boo)
# expect: int; o[k] = b'a'; TypeError: 'int' object does not support item assignment (int int int int int Ind Ind Ind str Non sli boo)
# expect: int; o[k]; TypeError: 'int' object is not subscriptable (int int int int int Ind Ind Ind str Non sli boo)
# expect: type; del o[k]; TypeError: 'type' object does not support item deletion (int int int int int Ind Ind Ind str Non sli boo)
# expect: type; o[k] = 1; TypeError: 'type' object does not support item assignment (int int int int int Ind Ind Ind str Non sli boo)
# expect: type; o[k] = b'a'; TypeError: 'type' object does not support item assignment (int int int int int Ind Ind Ind str Non sli boo)
# expect: type; o[k]; TypeError: type 'int' is not subscriptable (int int int int int Ind Ind Ind str Non sli boo)
# expect: array; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: array assignment index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind sli boo); TypeError: array indices must be integers (str Non)
# expect: array; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: array assignment index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind boo); TypeError: array indices must be integers (str Non); TypeError: can only assign array (not "int") to array slice (sli)
# expect: array; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: array assignment index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); TypeError: 'bytes' object cannot be interpreted as an integer (Ind boo); TypeError: array indices must be integers (str Non); TypeError: can only assign array (not "bytes") to array slice (sli)
# expect: array; o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: array index out of range (int int); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); 2 (Ind boo); TypeError: array indices must be integers (str Non); array('i', [1]) (sli)
# expect: deque; del o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: deque index out of range (int int boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind); TypeError: sequence index must be integer, not 'str' (str); TypeError: sequence index must be integer, not 'NoneType' (Non); TypeError: sequence index must be integer, not 'slice' (sli)
# expect: deque; o[k] = 1; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: deque index out of range (int int boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind); TypeError: sequence index must be integer, not 'str' (str); TypeError: sequence index must be integer, not 'NoneType' (Non); TypeError: sequence index must be integer, not 'slice' (sli)
# expect: deque; o[k] = b'a'; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: deque index out of range (int int boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); done (Ind); TypeError: sequence index must be integer, not 'str' (str); TypeError: sequence index must be integer, not 'NoneType' (Non); TypeError: sequence index must be integer, not 'slice' (sli)
# expect: deque; o[k]; IndexError: cannot fit 'int' into an index-sized integer (int int int); IndexError: deque index out of range (int int boo); IndexError: cannot fit 'Index' into an index-sized integer (Ind); KeyError: 'no' (Ind); b'a' (Ind); TypeError: sequence index must be integer, not 'str' (str); TypeError: sequence index must be integer, not 'NoneType' (Non); TypeError: sequence index must be integer, not 'slice' (sli)
# expect: NoneType; del o[k]; TypeError: 'NoneType' object does not support item deletion (int int int int int Ind Ind Ind str Non sli boo)
# expect: NoneType; o[k] = 1; TypeError: 'NoneType' object does not support item assignment (int int int int int Ind Ind Ind str Non sli boo)
# expect: NoneType; o[k] = b'a'; TypeError: 'NoneType' object does not support item assignment (int int int int int Ind Ind Ind str Non sli boo)
# expect: NoneType; o[k]; TypeError: 'NoneType' object is not subscriptable (int int int int int Ind Ind Ind str Non sli boo)
# expect: list_iterator; del o[k]; TypeError: 'list_iterator' object does not support item deletion (int int int int int Ind Ind Ind str Non sli boo)
# expect: list_iterator; o[k] = 1; TypeError: 'list_iterator' object does not support item assignment (int int int int int Ind Ind Ind str Non sli boo)
# expect: list_iterator; o[k] = b'a'; TypeError: 'list_iterator' object does not support item assignment (int int int int int Ind Ind Ind str Non sli boo)
# expect: list_iterator; o[k]; TypeError: 'list_iterator' object is not subscriptable (int int int int int Ind Ind Ind str Non sli boo)
# expect: (1,).__mul__(k); OverflowError: cannot fit 'int' into an index-sized integer; OverflowError: cannot fit 'int' into an index-sized integer; OverflowError: cannot fit 'int' into an index-sized integer; MemoryError: ; (); OverflowError: cannot fit 'Index' into an index-sized integer; KeyError: 'no'; (); TypeError: 'str' object cannot be interpreted as an integer; TypeError: 'NoneType' object cannot be interpreted as an integer; TypeError: 'slice' object cannot be interpreted as an integer; (1,)
# expect: [].__rmul__(k); OverflowError: cannot fit 'int' into an index-sized integer; OverflowError: cannot fit 'int' into an index-sized integer; OverflowError: cannot fit 'int' into an index-sized integer; []; []; OverflowError: cannot fit 'Index' into an index-sized integer; KeyError: 'no'; []; TypeError: 'str' object cannot be interpreted as an integer; TypeError: 'NoneType' object cannot be interpreted as an integer; TypeError: 'slice' object cannot be interpreted as an integer; []
# expect: 'a'.__rmul__(k); OverflowError: cannot fit 'int' into an index-sized integer; OverflowError: cannot fit 'int' into an index-sized integer; OverflowError: cannot fit 'int' into an index-sized integer; MemoryError: ; ''; OverflowError: cannot fit 'Index' into an index-sized integer; KeyError: 'no'; ''; TypeError: 'str' object cannot be interpreted as an integer; TypeError: 'NoneType' object cannot be interpreted as an integer; TypeError: 'slice' object cannot be interpreted as an integer; 'a'
# expect: collections.deque([1]).__delitem__(k); OverflowError: cannot fit 'int' into an index-sized integer; OverflowError: cannot fit 'int' into an index-sized integer; OverflowError: cannot fit 'int' into an index-sized integer; IndexError: deque index out of range; IndexError: deque index out of range; OverflowError: cannot fit 'Index' into an index-sized integer; KeyError: 'no'; None; TypeError: 'str' object cannot be interpreted as an integer; TypeError: 'NoneType' object cannot be interpreted as an integer; TypeError: 'slice' object cannot be interpreted as an integer; IndexError: deque index out of range
# expect: bytes(k)[:2] if k is True else bytes(-2**63); ValueError: negative count; ValueError: negative count; ValueError: negative count; ValueError: negative count; ValueError: negative count; ValueError: negative count; ValueError: negative count; ValueError: negative count; ValueError: negative count; ValueError: negative count; ValueError: negative count; b'\x00'
# expect: memoryview(b'abcd').cast('B', [k]); OverflowError: Python int too large to convert to C ssize_t; OverflowError: Python int too large to convert to C ssize_t; OverflowError: Python int too large to convert to C ssize_t; TypeError: memoryview: product(shape) * itemsize != buffer size; ValueError: memoryview.cast(): elements of shape must be integers > 0; TypeError: memoryview.cast(): elements of shape must be integers; TypeError: memoryview.cast(): elements of shape must be integers; TypeError: memoryview.cast(): elements of shape must be integers; TypeError: memoryview.cast(): elements of shape must be integers; TypeError: memoryview.cast(): elements of shape must be integers; TypeError: memoryview.cast(): elements of shape must be integers; TypeError: memoryview: product(shape) * itemsize != buffer size
# expect: operator.length_hint(1, k); OverflowError: Python int too large to convert to C ssize_t; OverflowError: Python int too large to convert to C ssize_t; OverflowError: Python int too large to convert to C ssize_t; 9223372036854775807; -9223372036854775808; OverflowError: Python int too large to convert to C ssize_t; KeyError: 'no'; -1; TypeError: 'str' object cannot be interpreted as an integer; TypeError: 'NoneType' object cannot be interpreted as an integer; TypeError: 'slice' object cannot be interpreted as an integer; 1
# expect: list(itertools.islice([1, 2], k)); ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; [1, 2]; ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; [1, 2]; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; [1]
# expect: list(itertools.islice([1, 2], 0, k)); ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; [1, 2]; ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; [1, 2]; ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.; [1]
# expect: itertools.repeat(1, 10**12) repeat(1, 1000000000000)
# expect: collections.deque([1], 10**12) deque([1], maxlen=1000000000000)
# expect: collections.deque([1], 10**12).maxlen 1000000000000
# expect: collections.deque([1], 2**63 - 1).copy() deque([1], maxlen=9223372036854775807)
# expect: collections.deque([1], 2**40) * 3 deque([1, 1, 1], maxlen=1099511627776)
# expect: collections.deque([1], 2**63 - 1).__reduce__() (<class 'collections.deque'>, ((), 9223372036854775807), None, <collections._deque_iterator object
# expect: itertools.repeat(1, 2**63 - 1).__length_hint__() 9223372036854775807
# expect: (lambda r: (next(r), r))(itertools.repeat(7, 2**32)) (7, repeat(7, 4294967295))
# expect: (lambda r: (next(r), r))(itertools.repeat(7, 2**32 + 1)) (7, repeat(7, 4294967296))
# expect: list(itertools.islice([1], -5)) ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
