# What a wrong keyword, a special method with the wrong answer and a call without enough memory say.
import copy, functools, itertools, json, math, sys


def say(*sources):
    for source in sources:
        try:
            print(source, repr(eval(source)))
        except Exception as error:
            print(source, "|", type(error).__name__, error)


# A keyword that is almost right, of functions written in C and in Python.
say(
    'print(1, ed=3)', 'int("5", bas=10)', '"abc".replace("a", "b", cout=1)', '"abc".replace("a", cout=1)',
    '"abc".split(maxsplt=1)', '"abc".split(foo=1)', 'str(1, encodin="x")', 'bytes(sorce="x")', 'complex(rel=1)',
    'float(x=1)', 'sum([], strt=1)', 'sum([], start=1, foo=2)', 'pow(2, ex=3)', 'pow(2, base=3)', 'round(1.5, ndigit=3)',
    'zip(strct=1)', 'sorted([], ky=1)', '[].sort(revers=1)', 'max(1, 2, ky=1)', 'property(fget=1, fgt=1)',
    'memoryview(objct=b"")', 'memoryview(b"").cast("B", shap=1)', 'b"".hex(sp=1)', '(1).to_bytes(lengt=1)',
    'functools.cmp_to_key(mycm=1)', 'functools.partial(fo=1)', 'itertools.count(strt=1)', 'itertools.product([], repet=1)',
    '(lambda: 0).__code__.replace(co_nam=1)', 'ImportError(nam=1)', 'NameError(nme=1)', '__import__("x", globls=1)',
    'json.loads("1", foo=1)', '(lambda key: 0)(kye=1)', 'dict.fromkeys([], valu=1)', 'len(obj=1)', 'open("x", mod="r")',
)


class Text:
    def __str__(self): return 5
class Repr:
    def __repr__(self): return 5
class Iterable:
    def __iter__(self): return 5
class Failing:
    def __iter__(self): raise KeyError("mine")


def text(value, function=str):
    return function(value)


# An answer that is no str, wherever it is asked for.
say(
    'text(Text())', 'str(Text())', 'f"{Text()}"', '"%s" % Text()', '"{}".format(Text())', '"{!s}".format(Text())',
    'print(Text())', 'str(*[Text()])', '[text(Text()) for _ in range(9)]', 'str(Repr())', 'repr(Repr())', 'f"{Repr()}"',
    'f"{Repr()!r}"', '"%r" % Repr()', 'ascii(Repr())', 'str([Repr()])', 'repr({1: Repr()})', 'repr((Repr(),))', 'Text().__str__()',
)
say(*(f"{function}({argument}())" for argument in ("Iterable", "Failing", "float")
      for function in ("bytes", "bytearray", "bytearray().extend", "list", "b''.join")))

# The room that a list of parts takes at first depends on the text, where no count is given.
for text in "a b c d e f", "abcdef", "", "a,b,c,d,e,f,g,h,i,j,k,l", "  aa  bb  ":
    print(*(sys.getsizeof(parts) for parts in (
        text.split(), text.split(","), text.split(None, 2), text.split(",", 3), text.split(",,"), text.rsplit(),
        text.rsplit(","), text.split(None, 20), text.encode().split(), text.splitlines())))
print(sys.getsizeof("é é é".split()), sys.getsizeof("abc".split("€")), sys.getsizeof(("ab" * 30).split("ab")))
say('"a".ljust(2**55)', '"x".zfill(2**58)')



# What copying finds out about an object.
class Empty:
    __slots__ = ("a", "__b")


class Derived(Empty):
    __slots__ = ("c",)


derived = Derived()
derived.c, derived._Empty__b = 1, 2
say(
    "sys.__reduce_ex__(4)", "copy.copy(sys)", "copy.deepcopy(math)", "staticmethod(len).__reduce_ex__(2)",
    "classmethod(len).__reduce_ex__(2)", "memoryview(b'').__reduce_ex__(2)", "say.__code__.__reduce_ex__(2)",
    "int.__add__.__reduce__()", "(5).__add__.__reduce__()", "list.append.__reduce__()", "Text.__str__.__get__(3).__reduce__()",
    "Empty.a.__reduce__()", "sys.stdout.__reduce__()", "Empty().__reduce_ex__(2)[2]", "derived.__getstate__()",
    "Derived.__slotnames__", "copy.copy(derived).c", "Empty().a", "[name for name in vars(KeyError) if name != '__doc__']",
    "sorted(vars(ModuleNotFoundError))", "sorted(vars(type(say)))", "sorted(vars(type(sys)))", "sorted(vars(classmethod))",
    "ModuleNotFoundError(nam=1)", "repr(ModuleNotFoundError('x', name='y').name)", "UnboundLocalError('x', name='n').name",
)

# expect: print(1, ed=3) | TypeError print() got an unexpected keyword argument 'ed'. Did you mean 'end'?
# expect: int("5", bas=10) | TypeError int() got an unexpected keyword argument 'bas'. Did you mean 'base'?
# expect: "abc".replace("a", "b", cout=1) | TypeError replace() got an unexpected keyword argument 'cout'. Did you mean 'count'?
# expect: "abc".replace("a", cout=1) | TypeError replace() takes at least 2 positional arguments (1 given)
# expect: "abc".split(maxsplt=1) | TypeError split() got an unexpected keyword argument 'maxsplt'. Did you mean 'maxsplit'?
# expect: "abc".split(foo=1) | TypeError split() got an unexpected keyword argument 'foo'
# expect: str(1, encodin="x") | TypeError str() got an unexpected keyword argument 'encodin'. Did you mean 'encoding'?
# expect: bytes(sorce="x") | TypeError bytes() got an unexpected keyword argument 'sorce'. Did you mean 'source'?
# expect: complex(rel=1) | TypeError complex() got an unexpected keyword argument 'rel'. Did you mean 'real'?
# expect: float(x=1) | TypeError float() takes no keyword arguments
# expect: sum([], strt=1) | TypeError sum() got an unexpected keyword argument 'strt'. Did you mean 'start'?
# expect: sum([], start=1, foo=2) | TypeError sum() takes at most 2 arguments (3 given)
# expect: pow(2, ex=3) | TypeError pow() missing required argument 'exp' (pos 2)
# expect: pow(2, base=3) | TypeError pow() missing required argument 'exp' (pos 2)
# expect: round(1.5, ndigit=3) | TypeError round() got an unexpected keyword argument 'ndigit'. Did you mean 'ndigits'?
# expect: zip(strct=1) | TypeError zip() got an unexpected keyword argument 'strct'. Did you mean 'strict'?
# expect: sorted([], ky=1) | TypeError sort() got an unexpected keyword argument 'ky'. Did you mean 'key'?
# expect: [].sort(revers=1) | TypeError sort() got an unexpected keyword argument 'revers'. Did you mean 'reverse'?
# expect: max(1, 2, ky=1) | TypeError max() got an unexpected keyword argument 'ky'. Did you mean 'key'?
# expect: property(fget=1, fgt=1) | TypeError property() got an unexpected keyword argument 'fgt'. Did you mean 'fget'?
# expect: memoryview(objct=b"") | TypeError memoryview() missing required argument 'object' (pos 1)
# expect: memoryview(b"").cast("B", shap=1) | TypeError cast() got an unexpected keyword argument 'shap'. Did you mean 'shape'?
# expect: b"".hex(sp=1) | TypeError hex() got an unexpected keyword argument 'sp'. Did you mean 'sep'?
# expect: (1).to_bytes(lengt=1) | TypeError to_bytes() got an unexpected keyword argument 'lengt'. Did you mean 'length'?
# expect: functools.cmp_to_key(mycm=1) | TypeError cmp_to_key() missing required argument 'mycmp' (pos 1)
# expect: functools.partial(fo=1) | TypeError type 'partial' takes at least one argument
# expect: itertools.count(strt=1) | TypeError count() got an unexpected keyword argument 'strt'. Did you mean 'start'?
# expect: itertools.product([], repet=1) | TypeError product() got an unexpected keyword argument 'repet'. Did you mean 'repeat'?
# expect: (lambda: 0).__code__.replace(co_nam=1) | TypeError replace() got an unexpected keyword argument 'co_nam'. Did you mean 'co_name'?
# expect: ImportError(nam=1) | TypeError ImportError() got an unexpected keyword argument 'nam'. Did you mean 'name'?
# expect: NameError(nme=1) | TypeError NameError() got an unexpected keyword argument 'nme'. Did you mean 'name'?
# expect: __import__("x", globls=1) | TypeError __import__() got an unexpected keyword argument 'globls'. Did you mean 'globals'?
# expect: json.loads("1", foo=1) | TypeError JSONDecoder.__init__() got an unexpected keyword argument 'foo'
# expect: (lambda key: 0)(kye=1) | TypeError <lambda>() got an unexpected keyword argument 'kye'
# expect: dict.fromkeys([], valu=1) | TypeError dict.fromkeys() takes no keyword arguments
# expect: len(obj=1) | TypeError len() takes no keyword arguments
# expect: open("x", mod="r") | TypeError open() got an unexpected keyword argument 'mod'. Did you mean 'mode'?
# expect: text(Text()) | TypeError __str__ returned non-string (type int)
# expect: str(Text()) | TypeError __str__ returned non-string (type int)
# expect: f"{Text()}" | TypeError __str__ returned non-string (type int)
# expect: "%s" % Text() | TypeError __str__ returned non-string (type int)
# expect: "{}".format(Text()) | TypeError __str__ returned non-string (type int)
# expect: "{!s}".format(Text()) | TypeError __str__ returned non-string (type int)
# expect: print(Text()) | TypeError __str__ returned non-string (type int)
# expect: str(*[Text()]) | TypeError __str__ returned non-string (type int)
# expect: [text(Text()) for _ in range(9)] | TypeError __str__ returned non-string (type int)
# expect: str(Repr()) | TypeError __str__ returned non-string (type int)
# expect: repr(Repr()) | TypeError __repr__ returned non-string (type int)
# expect: f"{Repr()}" | TypeError __str__ returned non-string (type int)
# expect: f"{Repr()!r}" | TypeError __repr__ returned non-string (type int)
# expect: "%r" % Repr() | TypeError __repr__ returned non-string (type int)
# expect: ascii(Repr()) | TypeError __repr__ returned non-string (type int)
# expect: str([Repr()]) | TypeError __repr__ returned non-string (type int)
# expect: repr({1: Repr()}) | TypeError __repr__ returned non-string (type int)
# expect: repr((Repr(),)) | TypeError __repr__ returned non-string (type int)
# expect: Text().__str__() 5
# expect: bytes(Iterable()) | TypeError cannot convert 'Iterable' object to bytes
# expect: bytearray(Iterable()) | TypeError cannot convert 'Iterable' object to bytearray
# expect: bytearray().extend(Iterable()) | TypeError can't extend bytearray with Iterable
# expect: list(Iterable()) | TypeError iter() returned non-iterator of type 'int'
# expect: b''.join(Iterable()) | TypeError can only join an iterable
# expect: bytes(Failing()) | KeyError 'mine'
# expect: bytearray(Failing()) | KeyError 'mine'
# expect: bytearray().extend(Failing()) | KeyError 'mine'
# expect: list(Failing()) | KeyError 'mine'
# expect: b''.join(Failing()) | KeyError 'mine'
# expect: bytes(float()) | TypeError cannot convert 'float' object to bytes
# expect: bytearray(float()) | TypeError cannot convert 'float' object to bytearray
# expect: bytearray().extend(float()) | TypeError can't extend bytearray with float
# expect: list(float()) | TypeError 'float' object is not iterable
# expect: b''.join(float()) | TypeError can only join an iterable
# expect: 112 152 80 88 112 112 152 152 152 88
# expect: 88 120 80 88 96 88 120 152 152 88
# expect: 72 64 80 64 64 72 64 152 152 56
# expect: 152 152 80 88 152 152 152 152 152 88
# expect: 104 152 80 88 112 104 152 152 152 88
# expect: 88 64 344
# expect-json: "\"a\".ljust(2**55) | MemoryError "
# expect-json: "\"x\".zfill(2**58) | MemoryError "
# expect: sys.__reduce_ex__(4) | TypeError cannot pickle 'module' object
# expect: copy.copy(sys) | TypeError cannot pickle 'module' object
# expect: copy.deepcopy(math) | TypeError cannot pickle 'module' object
# expect: staticmethod(len).__reduce_ex__(2) | TypeError cannot pickle 'staticmethod' object
# expect: classmethod(len).__reduce_ex__(2) | TypeError cannot pickle 'classmethod' object
# expect: memoryview(b'').__reduce_ex__(2) | TypeError cannot pickle memoryview objects
# expect: say.__code__.__reduce_ex__(2) | TypeError cannot pickle code objects
# expect: int.__add__.__reduce__() (<built-in function getattr>, (<class 'int'>, '__add__'))
# expect: (5).__add__.__reduce__() (<built-in function getattr>, (5, '__add__'))
# expect: list.append.__reduce__() (<built-in function getattr>, (<class 'list'>, 'append'))
# expect: Text.__str__.__get__(3).__reduce__() (<built-in function getattr>, (3, '__str__'))
# expect: Empty.a.__reduce__() (<built-in function getattr>, (<class '__main__.Empty'>, 'a'))
# expect: sys.stdout.__reduce__() | TypeError cannot pickle 'TextIOWrapper' instances
# expect: Empty().__reduce_ex__(2)[2] None
# expect: derived.__getstate__() (None, {'c': 1, '_Empty__b': 2})
# expect: Derived.__slotnames__ ['c', 'a', '_Empty__b']
# expect: copy.copy(derived).c 1
# expect: Empty().a | AttributeError 'Empty' object has no attribute 'a'
# expect: [name for name in vars(KeyError) if name != '__doc__'] ['__str__', '__init__']
# expect: sorted(vars(ModuleNotFoundError)) ['__doc__', '__init__']
# expect: sorted(vars(type(say))) ['__annotations__', '__builtins__', '__call__', '__closure__', '__code__', '__defaults__', '__dict__', '__doc__', '__get__', '__globals__', '__kwdefaults__', '__module__', '__name__', '__new__', '__qualname__', '__repr__', '__type_params__']
# expect: sorted(vars(type(sys))) ['__annotations__', '__dict__', '__dir__', '__doc__', '__getattribute__', '__init__', '__new__', '__repr__']
# expect: sorted(vars(classmethod)) ['__dict__', '__doc__', '__func__', '__get__', '__init__', '__isabstractmethod__', '__new__', '__repr__', '__wrapped__']
# expect: ModuleNotFoundError(nam=1) | TypeError ImportError() got an unexpected keyword argument 'nam'. Did you mean 'name'?
# expect: repr(ModuleNotFoundError('x', name='y').name) "'y'"
# expect: UnboundLocalError('x', name='n').name 'n'
