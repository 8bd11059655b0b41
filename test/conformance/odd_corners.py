# Corners that CPython's own tests look into: deep class checks, what copying asks of a class, calls of weak references,
# names that errors carry, buffers as numbers, signs of NaN, code objects made by hand.
import array
import copy
import functools
import inspect
import operator
import os
import re
import struct
import sys
import traceback
import types
import weakref
from math import copysign, nan, sumprod


def show(function, *arguments, **keywords):
    try:
        print(re.sub("0x[0-9a-f]+", "0x", repr(function(*arguments, **keywords))))
    except (Exception, SystemError) as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error))[:110])


# -- classes
class Cyclic:
    @property
    def __bases__(self):
        return (self, self)


class Like:
    def __init__(self, *bases):
        self.__bases__ = bases


a = Like()
b = Like(a)
c = Like(Like(b), a)
print([[issubclass(x, y) for y in (a, b, c)] for x in (a, b, c)])
nested = int
for _ in range(20000):
    nested = (nested,)
for check in (lambda: isinstance(1, nested), lambda: issubclass(Cyclic(), int)):
    try:
        check()
    except RecursionError as error:
        print(str(error)[:32])
del nested
group = TypeError(1)
for _ in range(12000):
    group = ExceptionGroup("x", [group])
for method in (group.split, group.subgroup):
    try:
        method(TypeError)
    except RecursionError as error:
        print(error)
del group
print(type.__type_params__)
for base in (bool, re.Match, types.FunctionType):
    show(type, "X", (base,), {})


class Made:
    def __new__(cls, *args, **keywords):
        print("new", args, keywords)
        return object.__new__(cls)

    answer = None

    def __getnewargs_ex__(self):
        return self.answer


for answer in (5, (1,), ((1,), {"a": 2}), (1, {}), ((), 1), ((), {})):
    made = object.__new__(Made)
    made.answer = answer
    show(lambda: type(copy.copy(made)).__name__)
made.__getnewargs_ex__ = 5


class Hinted:
    def __init__(self):
        self.__length_hint__ = lambda: 1 / 0


print(operator.length_hint(Hinted(), 7))


# -- weak references
class Target:
    def method(self):
        return 5


class Calling(weakref.ref):
    def __call__(self):
        return "called", super().__call__() is target


class Plain(weakref.ref):
    pass


target = Target()
print(Calling(target)(), Plain(target)() is target, weakref.WeakMethod(target.method)()())
print(Calling.__flags__ & 1 << 11, Plain.__flags__ & 1 << 11)
kept = weakref.ref(target), Plain(target)
print(weakref.getweakrefcount(target), Plain(target) is Plain(target), weakref.ref(target) is kept[0])
for o in (target, Target, show, sys):
    show(weakref.ref, o)
    show(weakref.proxy(o).__repr__ if o is sys else lambda: weakref.proxy(o))
show(kept[0], 1)
show(kept[0], x=1)
show(weakref.ref, target, callback=None)
show(weakref.ref)
show(Plain, target, 1, 2)


# -- names in errors
class Asked:
    blech = None

    def __getattr__(self, name):
        raise AttributeError(name)


class Refusing:
    blech = None

    def __getattribute__(self, name):
        raise AttributeError()


o = Asked()
try:
    o.bluch
except AttributeError as error:
    print(error.name, error.obj is o)
o = Refusing()
try:
    o.bluch
except AttributeError as error:
    print(error.name, error.obj is o)
try:
    Asked().bluch
except AttributeError as error:
    print(traceback.format_exception_only(error))
try:
    from sys import versionn
except ImportError as error:
    print(error.name, error.path, error.name_from)


class Dying:
    def __del__(self):
        self.x.y(1 / 0)


def broken(unraisable):
    print(type(unraisable.exc_value).__name__)
    sys.__unraisablehook__(unraisable)


class Out:
    def write(self, text):
        print(re.sub("0x[0-9a-f]+", "0x", text).replace(__file__, "FILE"), end="")

    def flush(self):
        pass


sys.stderr = Out()
sys.unraisablehook = broken
Dying()
sys.stderr = sys.__stderr__

# -- numbers
for value in (memoryview(b" 12 "), memoryview(b"1234")[1:3], memoryview(b"1234")[::2], array.array("B", b"35"), b"\xff"):
    show(float, value)
    show(int, value) if not isinstance(value, memoryview) or value.contiguous else None
show(int, bytearray(b"x1"))
show(int, memoryview(b"x1"), 10)
for text in ("nan", "-nan"):
    value = float(text)
    print(copysign(1, value), copysign(1, -value), copysign(1, abs(value)), struct.pack("<d", value).hex())
print(copysign(1, nan), copysign(2, -0.0), copysign(-3, True))


class Keyed(float):
    pass


class Initialized(float):
    def __init__(self, *args, **keywords):
        print(args, keywords)


show(Keyed, 1, x=2)
show(Initialized, 1, x=2)
for text in ("1_000", "1__0", "_1", "1_", "0x_f", "9" * 5000, "9_" * 5000 + "1"):
    show(lambda: hash(int(text, 10)))
    show(lambda: hash(int(text, 16)))
print(sumprod([1e100, 1, -1e100, 1e-3], [1, 1, 1, 1.1]), sumprod([0.1] * 7 + [-0.7], [1] * 7 + [1]))
show(os.urandom, -1)

# -- what dies tells its weak references
def made_code():
    names = {}
    exec("def f(): pass", names)
    return names.pop("f").__code__


for make in (made_code, lambda: [].append, lambda: types.ModuleType("m")):
    dying = make()
    reference = weakref.ref(dying, lambda _: print("died"))
    del dying
    print(reference())

# -- code
code = compile("x = 1\nprint(x, y)", "?", "exec")
names = {"y": 2}
types.FunctionType(code, names)()
print(names["x"], hash(code))
function = lambda: 1
function.__code__ = function.__code__.replace(co_code=b"\xe5" + function.__code__.co_code[1:])
try:
    function()
except SystemError as error:
    print(str(error)[-18:])


class Partial:
    method = functools.partial(print, 1)


import warnings

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    Partial().method
    Partial.method
    print([(w.category.__name__, str(w.message)[:40]) for w in told])
for getter in (operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("a"), functools.cmp_to_key(min)):
    print(getter.__text_signature__, inspect.signature(getter))

# expect: [[True, False, False], [True, True, False], [True, True, True]]
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded
# expect: maximum recursion depth exceeded in exceptiongroup_split_recursive
# expect: maximum recursion depth exceeded in exceptiongroup_split_recursive
# expect: ()
# expect: TypeError type 'bool' is not an acceptable base type
# expect: TypeError type 're.Match' is not an acceptable base type
# expect: TypeError type 'function' is not an acceptable base type
# expect: TypeError __getnewargs_ex__ should return a tuple, not 'int'
# expect: ValueError __getnewargs_ex__ should return a tuple of length 2, not 1
# expect: new (1,) {'a': 2}
# expect: 'Made'
# expect: TypeError first item of the tuple returned by __getnewargs_ex__ must be a tuple, not 'int'
# expect: TypeError second item of the tuple returned by __getnewargs_ex__ must be a dict, not 'int'
# expect: new () {}
# expect: 'Made'
# expect: 7
# expect: ('called', True) True 5
# expect: 0 2048
# expect: 2 False True
# expect: <weakref at 0x; to 'Target' at 0x>
# expect: <weakproxy at 0x; to 'Target' at 0x>
# expect: <weakref at 0x; to 'type' at 0x (Target)>
# expect: <weakproxy at 0x; to 'type' at 0x>
# expect: <weakref at 0x; to 'function' at 0x (show)>
# expect: <weakproxy at 0x; to 'function' at 0x>
# expect: <weakref at 0x; to 'module' at 0x>
# expect: "<module 'sys' (built-in)>"
# expect: TypeError weakref expected 0 arguments, got 1
# expect: TypeError weakref() takes no keyword arguments
# expect: TypeError ref() takes no keyword arguments
# expect: TypeError __new__ expected at least 1 argument, got 0
# expect: TypeError __new__ expected at most 2 arguments, got 3
# expect: bluch True
# expect: bluch True
# expect: ["AttributeError: bluch. Did you mean: 'blech'?\n"]
# expect: sys None versionn
# expect: AttributeError
# expect: Exception ignored in: <function Dying.__del__ at 0x>
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 157, in __del__
# expect:     self.x.y(1 / 0)
# expect: AttributeError: 'Dying' object has no attribute 'x'
# expect: 12.0
# expect: 12
# expect: 23.0
# expect: 23
# expect: TypeError float() argument must be a string or a real number, not 'memoryview'
# expect: 35.0
# expect: 35
# expect: ValueError could not convert string to float: b'\xff'
# expect: ValueError invalid literal for int() with base 10: b'\xff'
# expect: ValueError invalid literal for int() with base 10: b'x1'
# expect: TypeError int() can't convert non-string with explicit base
# expect: 1.0 -1.0 1.0 000000000000f87f
# expect: -1.0 1.0 1.0 000000000000f8ff
# expect: 1.0 -2.0 3.0
# expect: TypeError float() takes no keyword arguments
# expect: (1,) {'x': 2}
# expect: 1.0
# expect: 1000
# expect: 4096
# expect: ValueError invalid literal for int() with base 10: '1__0'
# expect: ValueError invalid literal for int() with base 16: '1__0'
# expect: ValueError invalid literal for int() with base 10: '_1'
# expect: ValueError invalid literal for int() with base 16: '_1'
# expect: ValueError invalid literal for int() with base 10: '1_'
# expect: ValueError invalid literal for int() with base 16: '1_'
# expect: ValueError invalid literal for int() with base 10: '0x_f'
# expect: 15
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_
# expect: 927741523238322175
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5001 digits; use sys.set_int_max_str_
# expect: 1008806316530991095
# expect: 0.0011 8.326672684688674e-17
# expect: ValueError negative argument not allowed
# expect: died
# expect: None
# expect: died
# expect: None
# expect: died
# expect: None
# expect: 1 2
# expect: 1 -4326959996720204392
# expect: unknown opcode 229
# expect: [('FutureWarning', 'functools.partial will be a method descr')]
# expect: (obj, /) (obj, /)
# expect: (obj, /) (obj, /)
# expect: (obj, /) (obj, /)
# expect: (obj) (obj)
