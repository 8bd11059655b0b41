# What functions say of too few, too many and wrong arguments: each way in which C reads arguments has its own words, and
# says what is missing before it converts anything.
import _opcode, _sre, _struct, contextvars, functools, itertools, math, operator, re, struct, time


def said(function, *args, **keywords):
    try:
        function(*args, **keywords)
        return "no error"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


FUNCTIONS = [
    functools.cmp_to_key, functools._lru_cache_wrapper, math.isclose, math.nextafter, math.prod, _opcode.has_arg,
    _opcode.get_executor, _sre.compile, _sre.template, _struct.unpack_from, contextvars.ContextVar, itertools.accumulate,
    itertools.batched, itertools._grouper, itertools._tee_dataobject, itertools.islice, time.clock_getres, time.ctime,
    time.asctime, time.strftime, time.get_clock_info, time.localtime, operator.length_hint, re.compile("a").scanner("a").match,
    re.match("a", "a").expand, functools.lru_cache(len).__copy__, functools.lru_cache(len).__deepcopy__,
]

for function in FUNCTIONS:
    print(function.__name__)
    for count in range(6):
        message = said(function, *[None] * count)
        print("   ", count, message)
    print("   ", said(function, zzz=1), "|", said(function, None, None, zzz=1), "|", said(function, *[None] * 7, zzz=1, yyy=2))

print(said(itertools.product, repeat=1, zzz=2), said(itertools.product, zzz=2))
for args in [(-1,), (1.5,), ("a",), (-1, 5), (1, "a"), (1, -1), (0, 5, 0), (0, 5, "a"), (None, None, None), (2**70,)]:
    print(args, said(itertools.islice, "abc", *args))
print(said(itertools.islice("abc", 1).__setstate__, "a"))

# The words for operands: a subclass of a sequence repeats as the sequence does, and in place only the left operand is asked.


class Index:
    def __index__(self):
        return 2


class List(list):
    pass


class Sequence:
    def __len__(self):
        return 1

    def __getitem__(self, index):
        return (0,)[index]


def times(left, right):
    left *= right
    return left


for left in [1, 1.5, "a", [1], List([1]), range(2), Index(), None]:
    for right in ["a", (1,), List([1]), Index(), 2**70, {}]:
        print(type(left).__name__, type(right).__name__, said(operator.mul, left, right), "|", said(times, left, right))
for one in [1, None, Index(), Sequence(), (1,), object(), {}.keys()]:
    print(type(one).__name__, said(operator.delitem, one, 0), "|", said(operator.setitem, one, 2**70, 0), "|",
          said(operator.delitem, one, "a"), "|", said(operator.countOf, one, 0), "|", said(operator.indexOf, one, 5), "|",
          said(operator.concat, one, "a"), "|", said(operator.iconcat, one, "a"))

# expect: cmp_to_key
# expect:     0 TypeError: cmp_to_key() missing required argument 'mycmp' (pos 1)
# expect:     1 no error
# expect:     2 TypeError: cmp_to_key() takes at most 1 argument (2 given)
# expect:     3 TypeError: cmp_to_key() takes at most 1 argument (3 given)
# expect:     4 TypeError: cmp_to_key() takes at most 1 argument (4 given)
# expect:     5 TypeError: cmp_to_key() takes at most 1 argument (5 given)
# expect:     TypeError: cmp_to_key() missing required argument 'mycmp' (pos 1) | TypeError: cmp_to_key() takes at most 1 argument (3 given) | TypeError: cmp_to_key() takes at most 1 argument (9 given)
# expect: _lru_cache_wrapper
# expect:     0 TypeError: lru_cache() missing required argument 'user_function' (pos 1)
# expect:     1 TypeError: lru_cache() missing required argument 'maxsize' (pos 2)
# expect:     2 TypeError: lru_cache() missing required argument 'typed' (pos 3)
# expect:     3 TypeError: lru_cache() missing required argument 'cache_info_type' (pos 4)
# expect:     4 TypeError: the first argument must be callable
# expect:     5 TypeError: lru_cache() takes at most 4 arguments (5 given)
# expect:     TypeError: lru_cache() missing required argument 'user_function' (pos 1) | TypeError: lru_cache() missing required argument 'typed' (pos 3) | TypeError: lru_cache() takes at most 4 arguments (9 given)
# expect: isclose
# expect:     0 TypeError: isclose() missing required argument 'a' (pos 1)
# expect:     1 TypeError: isclose() missing required argument 'b' (pos 2)
# expect:     2 TypeError: must be real number, not NoneType
# expect:     3 TypeError: isclose() takes exactly 2 positional arguments (3 given)
# expect:     4 TypeError: isclose() takes exactly 2 positional arguments (4 given)
# expect:     5 TypeError: isclose() takes at most 4 arguments (5 given)
# expect:     TypeError: isclose() missing required argument 'a' (pos 1) | TypeError: isclose() got an unexpected keyword argument 'zzz' | TypeError: isclose() takes at most 4 arguments (9 given)
# expect: nextafter
# expect:     0 TypeError: nextafter() takes exactly 2 positional arguments (0 given)
# expect:     1 TypeError: nextafter() takes exactly 2 positional arguments (1 given)
# expect:     2 TypeError: must be real number, not NoneType
# expect:     3 TypeError: nextafter() takes exactly 2 positional arguments (3 given)
# expect:     4 TypeError: nextafter() takes at most 3 arguments (4 given)
# expect:     5 TypeError: nextafter() takes at most 3 arguments (5 given)
# expect:     TypeError: nextafter() takes exactly 2 positional arguments (0 given) | TypeError: nextafter() got an unexpected keyword argument 'zzz' | TypeError: nextafter() takes at most 3 arguments (9 given)
# expect: prod
# expect:     0 TypeError: prod() takes exactly 1 positional argument (0 given)
# expect:     1 TypeError: 'NoneType' object is not iterable
# expect:     2 TypeError: prod() takes exactly 1 positional argument (2 given)
# expect:     3 TypeError: prod() takes at most 2 arguments (3 given)
# expect:     4 TypeError: prod() takes at most 2 arguments (4 given)
# expect:     5 TypeError: prod() takes at most 2 arguments (5 given)
# expect:     TypeError: prod() takes exactly 1 positional argument (0 given) | TypeError: prod() takes at most 2 arguments (3 given) | TypeError: prod() takes at most 2 arguments (9 given)
# expect: has_arg
# expect:     0 TypeError: has_arg() missing required argument 'opcode' (pos 1)
# expect:     1 TypeError: 'NoneType' object cannot be interpreted as an integer
# expect:     2 TypeError: has_arg() takes at most 1 argument (2 given)
# expect:     3 TypeError: has_arg() takes at most 1 argument (3 given)
# expect:     4 TypeError: has_arg() takes at most 1 argument (4 given)
# expect:     5 TypeError: has_arg() takes at most 1 argument (5 given)
# expect:     TypeError: has_arg() missing required argument 'opcode' (pos 1) | TypeError: has_arg() takes at most 1 argument (3 given) | TypeError: has_arg() takes at most 1 argument (9 given)
# expect: get_executor
# expect:     0 TypeError: get_executor() missing required argument 'code' (pos 1)
# expect:     1 TypeError: get_executor() missing required argument 'offset' (pos 2)
# expect:     2 TypeError: 'NoneType' object cannot be interpreted as an integer
# expect:     3 TypeError: get_executor() takes at most 2 arguments (3 given)
# expect:     4 TypeError: get_executor() takes at most 2 arguments (4 given)
# expect:     5 TypeError: get_executor() takes at most 2 arguments (5 given)
# expect:     TypeError: get_executor() missing required argument 'code' (pos 1) | TypeError: get_executor() takes at most 2 arguments (3 given) | TypeError: get_executor() takes at most 2 arguments (9 given)
# expect: compile
# expect:     0 TypeError: compile() missing required argument 'pattern' (pos 1)
# expect:     1 TypeError: compile() missing required argument 'flags' (pos 2)
# expect:     2 TypeError: compile() missing required argument 'code' (pos 3)
# expect:     3 TypeError: compile() missing required argument 'groups' (pos 4)
# expect:     4 TypeError: compile() missing required argument 'groupindex' (pos 5)
# expect:     5 TypeError: compile() missing required argument 'indexgroup' (pos 6)
# expect:     TypeError: compile() missing required argument 'pattern' (pos 1) | TypeError: compile() missing required argument 'code' (pos 3) | TypeError: compile() takes at most 6 arguments (9 given)
# expect: template
# expect:     0 TypeError: template expected 2 arguments, got 0
# expect:     1 TypeError: template expected 2 arguments, got 1
# expect:     2 TypeError: template() argument 2 must be list, not None
# expect:     3 TypeError: template expected 2 arguments, got 3
# expect:     4 TypeError: template expected 2 arguments, got 4
# expect:     5 TypeError: template expected 2 arguments, got 5
# expect:     TypeError: _sre.template() takes no keyword arguments | TypeError: _sre.template() takes no keyword arguments | TypeError: _sre.template() takes no keyword arguments
# expect: unpack_from
# expect:     0 TypeError: unpack_from() takes at least 1 positional argument (0 given)
# expect:     1 TypeError: unpack_from() missing required argument 'buffer' (pos 2)
# expect:     2 TypeError: Struct() argument 1 must be a str or bytes object, not NoneType
# expect:     3 TypeError: Struct() argument 1 must be a str or bytes object, not NoneType
# expect:     4 TypeError: unpack_from() takes at most 3 arguments (4 given)
# expect:     5 TypeError: unpack_from() takes at most 3 arguments (5 given)
# expect:     TypeError: unpack_from() takes at least 1 positional argument (0 given) | TypeError: unpack_from() got an unexpected keyword argument 'zzz' | TypeError: unpack_from() takes at most 3 arguments (9 given)
# expect: ContextVar
# expect:     0 TypeError: ContextVar() takes exactly 1 positional argument (0 given)
# expect:     1 TypeError: context variable name must be a str
# expect:     2 TypeError: ContextVar() takes at most 1 positional argument (2 given)
# expect:     3 TypeError: ContextVar() takes at most 2 arguments (3 given)
# expect:     4 TypeError: ContextVar() takes at most 2 arguments (4 given)
# expect:     5 TypeError: ContextVar() takes at most 2 arguments (5 given)
# expect:     TypeError: ContextVar() takes exactly 1 positional argument (0 given) | TypeError: ContextVar() takes at most 2 arguments (3 given) | TypeError: ContextVar() takes at most 2 arguments (9 given)
# expect: accumulate
# expect:     0 TypeError: accumulate() missing required argument 'iterable' (pos 1)
# expect:     1 TypeError: 'NoneType' object is not iterable
# expect:     2 TypeError: 'NoneType' object is not iterable
# expect:     3 TypeError: accumulate() takes at most 2 positional arguments (3 given)
# expect:     4 TypeError: accumulate() takes at most 3 arguments (4 given)
# expect:     5 TypeError: accumulate() takes at most 3 arguments (5 given)
# expect:     TypeError: accumulate() missing required argument 'iterable' (pos 1) | TypeError: accumulate() got an unexpected keyword argument 'zzz' | TypeError: accumulate() takes at most 3 arguments (9 given)
# expect: batched
# expect:     0 TypeError: batched() missing required argument 'iterable' (pos 1)
# expect:     1 TypeError: batched() missing required argument 'n' (pos 2)
# expect:     2 TypeError: 'NoneType' object cannot be interpreted as an integer
# expect:     3 TypeError: batched() takes exactly 2 positional arguments (3 given)
# expect:     4 TypeError: batched() takes at most 3 arguments (4 given)
# expect:     5 TypeError: batched() takes at most 3 arguments (5 given)
# expect:     TypeError: batched() missing required argument 'iterable' (pos 1) | TypeError: batched() got an unexpected keyword argument 'zzz' | TypeError: batched() takes at most 3 arguments (9 given)
# expect: _grouper
# expect:     0 TypeError: _grouper expected 2 arguments, got 0
# expect:     1 TypeError: _grouper expected 2 arguments, got 1
# expect:     2 TypeError: _grouper() argument 1 must be itertools.groupby, not None
# expect:     3 TypeError: _grouper expected 2 arguments, got 3
# expect:     4 TypeError: _grouper expected 2 arguments, got 4
# expect:     5 TypeError: _grouper expected 2 arguments, got 5
# expect:     TypeError: _grouper() takes no keyword arguments | TypeError: _grouper() takes no keyword arguments | TypeError: _grouper() takes no keyword arguments
# expect: _tee_dataobject
# expect:     0 TypeError: teedataobject expected 3 arguments, got 0
# expect:     1 TypeError: teedataobject expected 3 arguments, got 1
# expect:     2 TypeError: teedataobject expected 3 arguments, got 2
# expect:     3 TypeError: teedataobject() argument 2 must be list, not None
# expect:     4 TypeError: teedataobject expected 3 arguments, got 4
# expect:     5 TypeError: teedataobject expected 3 arguments, got 5
# expect:     TypeError: teedataobject() takes no keyword arguments | TypeError: teedataobject() takes no keyword arguments | TypeError: teedataobject() takes no keyword arguments
# expect: islice
# expect:     0 TypeError: islice expected at least 2 arguments, got 0
# expect:     1 TypeError: islice expected at least 2 arguments, got 1
# expect:     2 TypeError: 'NoneType' object is not iterable
# expect:     3 TypeError: 'NoneType' object is not iterable
# expect:     4 TypeError: 'NoneType' object is not iterable
# expect:     5 TypeError: islice expected at most 4 arguments, got 5
# expect:     TypeError: islice() takes no keyword arguments | TypeError: islice() takes no keyword arguments | TypeError: islice() takes no keyword arguments
# expect: clock_getres
# expect:     0 TypeError: clock_getres() takes exactly 1 argument (0 given)
# expect:     1 TypeError: 'NoneType' object cannot be interpreted as an integer
# expect:     2 TypeError: clock_getres() takes exactly 1 argument (2 given)
# expect:     3 TypeError: clock_getres() takes exactly 1 argument (3 given)
# expect:     4 TypeError: clock_getres() takes exactly 1 argument (4 given)
# expect:     5 TypeError: clock_getres() takes exactly 1 argument (5 given)
# expect:     TypeError: clock_getres() takes no keyword arguments | TypeError: clock_getres() takes no keyword arguments | TypeError: clock_getres() takes no keyword arguments
# expect: ctime
# expect:     0 no error
# expect:     1 no error
# expect:     2 TypeError: ctime() takes at most 1 argument (2 given)
# expect:     3 TypeError: ctime() takes at most 1 argument (3 given)
# expect:     4 TypeError: ctime() takes at most 1 argument (4 given)
# expect:     5 TypeError: ctime() takes at most 1 argument (5 given)
# expect:     TypeError: ctime() takes no keyword arguments | TypeError: ctime() takes no keyword arguments | TypeError: ctime() takes no keyword arguments
# expect: asctime
# expect:     0 no error
# expect:     1 TypeError: Tuple or struct_time argument required
# expect:     2 TypeError: asctime expected at most 1 argument, got 2
# expect:     3 TypeError: asctime expected at most 1 argument, got 3
# expect:     4 TypeError: asctime expected at most 1 argument, got 4
# expect:     5 TypeError: asctime expected at most 1 argument, got 5
# expect:     TypeError: asctime() takes no keyword arguments | TypeError: asctime() takes no keyword arguments | TypeError: asctime() takes no keyword arguments
# expect: strftime
# expect:     0 TypeError: strftime() takes at least 1 argument (0 given)
# expect:     1 TypeError: strftime() argument 1 must be str, not None
# expect:     2 TypeError: strftime() argument 1 must be str, not None
# expect:     3 TypeError: strftime() takes at most 2 arguments (3 given)
# expect:     4 TypeError: strftime() takes at most 2 arguments (4 given)
# expect:     5 TypeError: strftime() takes at most 2 arguments (5 given)
# expect:     TypeError: strftime() takes no keyword arguments | TypeError: strftime() takes no keyword arguments | TypeError: strftime() takes no keyword arguments
# expect: get_clock_info
# expect:     0 TypeError: get_clock_info() takes exactly 1 argument (0 given)
# expect:     1 TypeError: get_clock_info() argument 1 must be str, not None
# expect:     2 TypeError: get_clock_info() takes exactly 1 argument (2 given)
# expect:     3 TypeError: get_clock_info() takes exactly 1 argument (3 given)
# expect:     4 TypeError: get_clock_info() takes exactly 1 argument (4 given)
# expect:     5 TypeError: get_clock_info() takes exactly 1 argument (5 given)
# expect:     TypeError: get_clock_info() takes no keyword arguments | TypeError: get_clock_info() takes no keyword arguments | TypeError: get_clock_info() takes no keyword arguments
# expect: localtime
# expect:     0 no error
# expect:     1 no error
# expect:     2 TypeError: localtime() takes at most 1 argument (2 given)
# expect:     3 TypeError: localtime() takes at most 1 argument (3 given)
# expect:     4 TypeError: localtime() takes at most 1 argument (4 given)
# expect:     5 TypeError: localtime() takes at most 1 argument (5 given)
# expect:     TypeError: localtime() takes no keyword arguments | TypeError: localtime() takes no keyword arguments | TypeError: localtime() takes no keyword arguments
# expect: length_hint
# expect:     0 TypeError: length_hint expected at least 1 argument, got 0
# expect:     1 no error
# expect:     2 TypeError: 'NoneType' object cannot be interpreted as an integer
# expect:     3 TypeError: length_hint expected at most 2 arguments, got 3
# expect:     4 TypeError: length_hint expected at most 2 arguments, got 4
# expect:     5 TypeError: length_hint expected at most 2 arguments, got 5
# expect:     TypeError: _operator.length_hint() takes no keyword arguments | TypeError: _operator.length_hint() takes no keyword arguments | TypeError: _operator.length_hint() takes no keyword arguments
# expect: match
# expect:     0 no error
# expect:     1 TypeError: match() takes no arguments
# expect:     2 TypeError: match() takes no arguments
# expect:     3 TypeError: match() takes no arguments
# expect:     4 TypeError: match() takes no arguments
# expect:     5 TypeError: match() takes no arguments
# expect:     TypeError: match() takes no arguments | TypeError: match() takes no arguments | TypeError: match() takes no arguments
# expect: expand
# expect:     0 TypeError: expand() missing required argument 'template' (pos 1)
# expect:     1 TypeError: decoding to str: need a bytes-like object, NoneType found
# expect:     2 TypeError: expand() takes at most 1 argument (2 given)
# expect:     3 TypeError: expand() takes at most 1 argument (3 given)
# expect:     4 TypeError: expand() takes at most 1 argument (4 given)
# expect:     5 TypeError: expand() takes at most 1 argument (5 given)
# expect:     TypeError: expand() missing required argument 'template' (pos 1) | TypeError: expand() takes at most 1 argument (3 given) | TypeError: expand() takes at most 1 argument (9 given)
# expect: __copy__
# expect:     0 no error
# expect:     1 no error
# expect:     2 no error
# expect:     3 no error
# expect:     4 no error
# expect:     5 no error
# expect:     TypeError: __copy__() takes no keyword arguments | TypeError: __copy__() takes no keyword arguments | TypeError: __copy__() takes no keyword arguments
# expect: __deepcopy__
# expect:     0 no error
# expect:     1 no error
# expect:     2 no error
# expect:     3 no error
# expect:     4 no error
# expect:     5 no error
# expect:     TypeError: __deepcopy__() takes no keyword arguments | TypeError: __deepcopy__() takes no keyword arguments | TypeError: __deepcopy__() takes no keyword arguments
# expect: TypeError: product() takes at most 1 keyword argument (2 given) TypeError: product() got an unexpected keyword argument 'zzz'
# expect: (-1,) ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: (1.5,) ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ('a',) ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: (-1, 5) ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: (1, 'a') ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: (1, -1) ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: (0, 5, 0) ValueError: Step for islice() must be a positive integer or None.
# expect: (0, 5, 'a') ValueError: Step for islice() must be a positive integer or None.
# expect: (None, None, None) no error
# expect: (1180591620717411303424,) ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: TypeError: an integer is required
# expect: int str no error | no error
# expect: int tuple no error | no error
# expect: int List no error | no error
# expect: int Index TypeError: unsupported operand type(s) for *: 'int' and 'Index' | TypeError: unsupported operand type(s) for *=: 'int' and 'Index'
# expect: int int no error | no error
# expect: int dict TypeError: unsupported operand type(s) for *: 'int' and 'dict' | TypeError: unsupported operand type(s) for *=: 'int' and 'dict'
# expect: float str TypeError: can't multiply sequence by non-int of type 'float' | TypeError: can't multiply sequence by non-int of type 'float'
# expect: float tuple TypeError: can't multiply sequence by non-int of type 'float' | TypeError: can't multiply sequence by non-int of type 'float'
# expect: float List TypeError: can't multiply sequence by non-int of type 'float' | TypeError: can't multiply sequence by non-int of type 'float'
# expect: float Index TypeError: unsupported operand type(s) for *: 'float' and 'Index' | TypeError: unsupported operand type(s) for *=: 'float' and 'Index'
# expect: float int no error | no error
# expect: float dict TypeError: unsupported operand type(s) for *: 'float' and 'dict' | TypeError: unsupported operand type(s) for *=: 'float' and 'dict'
# expect: str str TypeError: can't multiply sequence by non-int of type 'str' | TypeError: can't multiply sequence by non-int of type 'str'
# expect: str tuple TypeError: can't multiply sequence by non-int of type 'tuple' | TypeError: can't multiply sequence by non-int of type 'tuple'
# expect: str List TypeError: can't multiply sequence by non-int of type 'List' | TypeError: can't multiply sequence by non-int of type 'List'
# expect: str Index no error | no error
# expect: str int OverflowError: cannot fit 'int' into an index-sized integer | OverflowError: cannot fit 'int' into an index-sized integer
# expect: str dict TypeError: can't multiply sequence by non-int of type 'dict' | TypeError: can't multiply sequence by non-int of type 'dict'
# expect: list str TypeError: can't multiply sequence by non-int of type 'str' | TypeError: can't multiply sequence by non-int of type 'str'
# expect: list tuple TypeError: can't multiply sequence by non-int of type 'tuple' | TypeError: can't multiply sequence by non-int of type 'tuple'
# expect: list List TypeError: can't multiply sequence by non-int of type 'List' | TypeError: can't multiply sequence by non-int of type 'List'
# expect: list Index no error | no error
# expect: list int OverflowError: cannot fit 'int' into an index-sized integer | OverflowError: cannot fit 'int' into an index-sized integer
# expect: list dict TypeError: can't multiply sequence by non-int of type 'dict' | TypeError: can't multiply sequence by non-int of type 'dict'
# expect: List str TypeError: can't multiply sequence by non-int of type 'str' | TypeError: can't multiply sequence by non-int of type 'str'
# expect: List tuple TypeError: can't multiply sequence by non-int of type 'tuple' | TypeError: can't multiply sequence by non-int of type 'tuple'
# expect: List List TypeError: can't multiply sequence by non-int of type 'List' | TypeError: can't multiply sequence by non-int of type 'List'
# expect: List Index no error | no error
# expect: List int OverflowError: cannot fit 'int' into an index-sized integer | OverflowError: cannot fit 'int' into an index-sized integer
# expect: List dict TypeError: can't multiply sequence by non-int of type 'dict' | TypeError: can't multiply sequence by non-int of type 'dict'
# expect: range str TypeError: can't multiply sequence by non-int of type 'range' | TypeError: unsupported operand type(s) for *=: 'range' and 'str'
# expect: range tuple TypeError: can't multiply sequence by non-int of type 'range' | TypeError: unsupported operand type(s) for *=: 'range' and 'tuple'
# expect: range List TypeError: can't multiply sequence by non-int of type 'range' | TypeError: unsupported operand type(s) for *=: 'range' and 'List'
# expect: range Index TypeError: unsupported operand type(s) for *: 'range' and 'Index' | TypeError: unsupported operand type(s) for *=: 'range' and 'Index'
# expect: range int TypeError: unsupported operand type(s) for *: 'range' and 'int' | TypeError: unsupported operand type(s) for *=: 'range' and 'int'
# expect: range dict TypeError: unsupported operand type(s) for *: 'range' and 'dict' | TypeError: unsupported operand type(s) for *=: 'range' and 'dict'
# expect: Index str no error | TypeError: unsupported operand type(s) for *=: 'Index' and 'str'
# expect: Index tuple no error | TypeError: unsupported operand type(s) for *=: 'Index' and 'tuple'
# expect: Index List no error | TypeError: unsupported operand type(s) for *=: 'Index' and 'List'
# expect: Index Index TypeError: unsupported operand type(s) for *: 'Index' and 'Index' | TypeError: unsupported operand type(s) for *=: 'Index' and 'Index'
# expect: Index int TypeError: unsupported operand type(s) for *: 'Index' and 'int' | TypeError: unsupported operand type(s) for *=: 'Index' and 'int'
# expect: Index dict TypeError: unsupported operand type(s) for *: 'Index' and 'dict' | TypeError: unsupported operand type(s) for *=: 'Index' and 'dict'
# expect: NoneType str TypeError: can't multiply sequence by non-int of type 'NoneType' | TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: NoneType tuple TypeError: can't multiply sequence by non-int of type 'NoneType' | TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: NoneType List TypeError: can't multiply sequence by non-int of type 'NoneType' | TypeError: can't multiply sequence by non-int of type 'NoneType'
# expect: NoneType Index TypeError: unsupported operand type(s) for *: 'NoneType' and 'Index' | TypeError: unsupported operand type(s) for *=: 'NoneType' and 'Index'
# expect: NoneType int TypeError: unsupported operand type(s) for *: 'NoneType' and 'int' | TypeError: unsupported operand type(s) for *=: 'NoneType' and 'int'
# expect: NoneType dict TypeError: unsupported operand type(s) for *: 'NoneType' and 'dict' | TypeError: unsupported operand type(s) for *=: 'NoneType' and 'dict'
# expect: int TypeError: 'int' object does not support item deletion | TypeError: 'int' object does not support item assignment | TypeError: 'int' object does not support item deletion | TypeError: argument of type 'int' is not iterable | TypeError: argument of type 'int' is not iterable | TypeError: 'int' object can't be concatenated | TypeError: 'int' object can't be concatenated
# expect: NoneType TypeError: 'NoneType' object does not support item deletion | TypeError: 'NoneType' object does not support item assignment | TypeError: 'NoneType' object does not support item deletion | TypeError: argument of type 'NoneType' is not iterable | TypeError: argument of type 'NoneType' is not iterable | TypeError: 'NoneType' object can't be concatenated | TypeError: 'NoneType' object can't be concatenated
# expect: Index TypeError: 'Index' object doesn't support item deletion | IndexError: cannot fit 'int' into an index-sized integer | TypeError: 'Index' object does not support item deletion | TypeError: argument of type 'Index' is not iterable | TypeError: argument of type 'Index' is not iterable | TypeError: 'Index' object can't be concatenated | TypeError: 'Index' object can't be concatenated
# expect: Sequence TypeError: 'Sequence' object doesn't support item deletion | IndexError: cannot fit 'int' into an index-sized integer | TypeError: 'Sequence' object does not support item deletion | no error | ValueError: sequence.index(x): x not in sequence | TypeError: 'Sequence' object can't be concatenated | TypeError: 'Sequence' object can't be concatenated
# expect: tuple TypeError: 'tuple' object doesn't support item deletion | IndexError: cannot fit 'int' into an index-sized integer | TypeError: 'tuple' object does not support item deletion | no error | ValueError: sequence.index(x): x not in sequence | TypeError: can only concatenate tuple (not "str") to tuple | TypeError: can only concatenate tuple (not "str") to tuple
# expect: object TypeError: 'object' object does not support item deletion | TypeError: 'object' object does not support item assignment | TypeError: 'object' object does not support item deletion | TypeError: argument of type 'object' is not iterable | TypeError: argument of type 'object' is not iterable | TypeError: 'object' object can't be concatenated | TypeError: 'object' object can't be concatenated
# expect: dict_keys TypeError: 'dict_keys' object doesn't support item deletion | IndexError: cannot fit 'int' into an index-sized integer | TypeError: 'dict_keys' object does not support item deletion | no error | ValueError: sequence.index(x): x not in sequence | TypeError: 'dict_keys' object can't be concatenated | TypeError: 'dict_keys' object can't be concatenated
# expect-stderr: argument_errors.py:8: DeprecationWarning: Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.
# expect-stderr:   function(*args, **keywords)
