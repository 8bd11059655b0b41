# The types that C modules make are heap types: what may be set on them, what they own and are owned by, what an instance adds.
import abc
import ast
import array
import binascii
import collections
import contextlib
import csv
import decimal
import functools
import gc
import io
import itertools
import operator
import os
import random
import re
import select
import socket
import struct
import sys
import time
import typing
import weakref
import _csv, _io, _json, _md5, _random, _sha3, _struct, _thread

# -- types ----------------------------------------------------------------------------------------------------------------

HEAPTYPE, IMMUTABLE, GC, VECTORCALL = 1 << 9, 1 << 8, 1 << 14, 1 << 11

TYPES = [
    functools.partial, functools._lru_cache_wrapper, collections.deque, collections.defaultdict, collections._tuplegetter,
    itertools.count, itertools.chain, itertools._tee, operator.itemgetter, operator.attrgetter, operator.methodcaller,
    io.StringIO, io.BytesIO, io.FileIO, io.TextIOWrapper, io.BufferedReader, _io._IOBase, io.UnsupportedOperation,
    re.Pattern, re.Match, struct.Struct, struct.error, array.array, decimal.Decimal, decimal.Context, decimal.Inexact,
    binascii.Error, _csv.Dialect, _csv.Error, socket.gaierror, select.epoll, time.struct_time, os.stat_result, os.DirEntry,
    _thread.lock, _thread.RLock, _random.Random, _sha3.sha3_256, typing.TypeVar, typing.ParamSpecArgs, typing.Generic,
    ast.AST, ast.Name, type(_md5.md5()), type(abc.ABC._abc_impl), collections.OrderedDict, type(contextlib.suppress),
]


def outcome(function, *args):
    try:
        result = function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return result


def restoring(kind, name, value):
    before = getattr(kind, name)
    setattr(kind, name, value)
    after = getattr(kind, name), kind.__name__, kind.__qualname__, repr(kind)
    setattr(kind, name, before)
    return after


def bare(kind):
    return type(object.__new__(kind)).__name__


for kind in TYPES:
    flags = kind.__flags__
    names = [name for bit, name in ((HEAPTYPE, "heap"), (IMMUTABLE, "fixed"), (GC, "gc"), (VECTORCALL, "vector")) if flags & bit]
    print("--", kind.__module__, kind.__qualname__, *names, sys.getsizeof(kind), gc.is_tracked(kind))
    print(*sorted(type(o).__name__ for o in gc.get_referents(kind)), "/", type.__sizeof__(kind), kind.__text_signature__)
    for name, value in ("__name__", "N"), ("__qualname__", "Q.N"), ("__module__", "m"), ("__doc__", "d"), ("new", 1):
        print(" ", outcome(restoring, kind, name, value) if name != "new" else outcome(setattr, kind, name, value))
    print(" ", outcome(setattr, kind, "__bases__", kind.__bases__), outcome(delattr, kind, "__doc__"))
    print(" ", weakref.ref(kind)() is kind, outcome(type, "Sub", (kind,), {}), outcome(bare, kind))
for kind in TYPES:
    with contextlib.suppress(TypeError):
        del kind.new

# -- dicts of types ---------------------------------------------------------------------------------------------------------

for kind in functools.partial, collections.deque, itertools.count, time.struct_time, struct.error, io.TextIOWrapper, ast.AST:
    print(kind.__name__, *vars(kind))

# -- instances --------------------------------------------------------------------------------------------------------------

first, second = socket.socketpair()
INSTANCES = {
    "partial": lambda: functools.partial(max),
    "cache": lambda: functools.lru_cache(len),
    "key": lambda: functools.cmp_to_key(len)(1),
    "deque": lambda: collections.deque([1]),
    "deque iterator": lambda: iter(collections.deque([1])),
    "defaultdict": lambda: collections.defaultdict(int),
    "count": itertools.count,
    "chain": lambda: itertools.chain([1], [2]),
    "tee": lambda: itertools.tee([1])[0],
    "product": lambda: itertools.product([1], [2]),
    "groupby": lambda: itertools.groupby([1]),
    "islice": lambda: itertools.islice([1], 1),
    "permutations": lambda: itertools.permutations([1, 2]),
    "itemgetter": lambda: operator.itemgetter(1),
    "attrgetter": lambda: operator.attrgetter("a"),
    "methodcaller": lambda: operator.methodcaller("a"),
    "StringIO": io.StringIO,
    "BytesIO": io.BytesIO,
    "buffer": lambda: io.BytesIO().getbuffer().obj,
    "text": lambda: io.TextIOWrapper(io.BytesIO()),
    "buffered": lambda: io.BufferedReader(io.BytesIO()),
    "pair": lambda: io.BufferedRWPair(io.BytesIO(), io.BytesIO()),
    "file": lambda: io.FileIO(os.devnull),
    "newlines": lambda: io.IncrementalNewlineDecoder(None, True),
    "error": lambda: struct.error("a"),
    "pattern": lambda: re._compiler.compile("a"),
    "match": lambda: re.match("a", "a"),
    "scanner": lambda: re.compile("a").scanner("a"),
    "Struct": lambda: struct.Struct("i"),
    "unpack": lambda: struct.iter_unpack("b", b"a"),
    "array": lambda: array.array("i", [1]),
    "array iterator": lambda: iter(array.array("i", [1])),
    "Decimal": lambda: decimal.Decimal(1),
    "Context": lambda: decimal.Context(),
    "reader": lambda: csv.reader([]),
    "writer": lambda: csv.writer(io.StringIO()),
    "dialect": lambda: csv.reader([]).dialect,
    "socket": lambda: socket.socket(),
    "epoll": lambda: select.epoll(),
    "poll": select.poll,
    "time": lambda: time.gmtime(0),
    "stat": lambda: os.stat("."),
    "scandir": lambda: os.scandir("."),
    "lock": _thread.allocate_lock,
    "RLock": _thread.RLock,
    "local": _thread._local,
    "random": lambda: random.Random(1),
    "md5": lambda: _md5.md5(b"a"),
    "sha3": lambda: _sha3.sha3_256(b"a"),
    "TypeVar": lambda: typing.TypeVar("T"),
    "ParamSpec args": lambda: typing.ParamSpec("P").args,
    "Generic": lambda: typing.Generic(),
    "AST": lambda: ast.AST(),
    "Name": lambda: ast.Name("a", ast.Load()),
    "tuplegetter": lambda: collections._tuplegetter(0, ""),
    "scan": lambda: _json.make_scanner(json_context),
}


class json_context:
    strict = object_hook = object_pairs_hook = parse_float = parse_int = parse_constant = memo = None


def counted(make):
    kind = type(make())
    before = sys.getrefcount(kind)
    made = [make() for _ in range(3)]
    during = sys.getrefcount(kind) - before
    told = sum(o is kind for o in gc.get_referents(made[0]))
    made.clear()
    return kind.__name__, during, told, sys.getrefcount(kind) - before, gc.is_tracked(make())


gc.disable()
for name, make in INSTANCES.items():
    print(name, *outcome(counted, make))

# -- classes that inherit from them: the reference of an instance is to the class ---------------------------------------------

for base, args in [
    (functools.partial, (max,)),
    (collections.deque, ()),
    (collections.defaultdict, ()),
    (itertools.count, ()),
    (io.StringIO, ()),
    (io.RawIOBase, ()),
    (struct.Struct, ("i",)),
    (array.array, ("i",)),
    (decimal.Decimal, ()),
    (_random.Random, ()),
    (struct.error, ()),
    (_thread.RLock, ()),
    (_thread._local, ()),
    (ast.AST, ()),
]:

    class Sub(base):
        pass

    class Bare(base):
        __slots__ = ()

    for kind in Sub, Bare:
        heap, own = sys.getrefcount(base), sys.getrefcount(kind)
        made = [kind(*args) for _ in range(3)]
        during = sys.getrefcount(base) - heap, sys.getrefcount(kind) - own
        told = sum(o is kind for o in gc.get_referents(made[0])), sum(o is base for o in gc.get_referents(made[0]))
        made.clear()
        print(base.__name__, kind.__name__, during, told, sys.getrefcount(kind) - own)
    died = weakref.ref(Bare)
    del made, kind, Bare, Sub
    gc.collect()
    print(died())

# -- a class may be among its own instances' values, and dies with them ---------------------------------------------------------


class Ring(collections.deque):
    pass


ring = Ring()
ring.append(Ring)
ring.append(ring)
gone = weakref.ref(Ring)
del Ring, ring
print(gc.collect() > 0, gone())

# -- subclasses, annotations, type parameters, exceptions --------------------------------------------------------------------


class Left(functools.partial):
    pass


print(functools.partial.__subclasses__(), functools.partial.__type_params__, functools.partial.__annotations__)
print(struct.error.__mro__, io.UnsupportedOperation.__mro__, outcome(setattr, struct.error, "__bases__", (ValueError,)))
print(struct.error.__bases__, outcome(setattr, struct.error, "__bases__", (Exception,)), binascii.Error("a", 1).args)
print(outcome(object.__new__, collections.defaultdict), outcome(dict.__new__, collections.defaultdict))
print(outcome(functools.partial.__new__, collections.deque), outcome(type, "X", (os.stat_result,), {}))


class Called(functools.partial):
    def __call__(self):
        return "called"


print(Called(max)(), Left(max, 1)(2), bool(Left.__flags__ & VECTORCALL), bool(Called.__flags__ & VECTORCALL))
first.close()
second.close()

# expect: -- functools partial heap fixed gc vector 944 True
# expect: dict module tuple tuple type / 928 (func, /, *args, **keywords)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'functools.partial'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'functools.partial'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'functools.partial'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'functools.partial'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'functools.partial'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'functools.partial' TypeError: cannot set '__doc__' attribute of immutable type 'functools.partial'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(functools.partial) is not safe, use functools.partial.__new__()
# expect: -- functools _lru_cache_wrapper heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'functools._lru_cache_wrapper'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'functools._lru_cache_wrapper'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'functools._lru_cache_wrapper'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'functools._lru_cache_wrapper'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'functools._lru_cache_wrapper'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'functools._lru_cache_wrapper' TypeError: cannot set '__doc__' attribute of immutable type 'functools._lru_cache_wrapper'
# expect:   True TypeError: type 'functools._lru_cache_wrapper' is not an acceptable base type TypeError: object.__new__(functools._lru_cache_wrapper) is not safe, use functools._lru_cache_wrapper.__new__()
# expect: -- collections deque heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 ([iterable[, maxlen]])
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'collections.deque'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'collections.deque'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'collections.deque'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'collections.deque'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'collections.deque'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'collections.deque' TypeError: cannot set '__doc__' attribute of immutable type 'collections.deque'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(collections.deque) is not safe, use collections.deque.__new__()
# expect: -- collections defaultdict heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'collections.defaultdict'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'collections.defaultdict'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'collections.defaultdict'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'collections.defaultdict'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'collections.defaultdict'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'collections.defaultdict' TypeError: cannot set '__doc__' attribute of immutable type 'collections.defaultdict'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(collections.defaultdict) is not safe, use collections.defaultdict.__new__()
# expect: -- collections _tuplegetter heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'collections._tuplegetter'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'collections._tuplegetter'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'collections._tuplegetter'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'collections._tuplegetter'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'collections._tuplegetter'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'collections._tuplegetter' TypeError: cannot set '__doc__' attribute of immutable type 'collections._tuplegetter'
# expect:   True TypeError: type 'collections._tuplegetter' is not an acceptable base type TypeError: object.__new__(collections._tuplegetter) is not safe, use collections._tuplegetter.__new__()
# expect: -- itertools count heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (start=0, step=1)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'itertools.count'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'itertools.count'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'itertools.count'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'itertools.count'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'itertools.count'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'itertools.count' TypeError: cannot set '__doc__' attribute of immutable type 'itertools.count'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(itertools.count) is not safe, use itertools.count.__new__()
# expect: -- itertools chain heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (*iterables)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'itertools.chain'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'itertools.chain'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'itertools.chain'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'itertools.chain'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'itertools.chain'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'itertools.chain' TypeError: cannot set '__doc__' attribute of immutable type 'itertools.chain'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(itertools.chain) is not safe, use itertools.chain.__new__()
# expect: -- itertools _tee heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (iterable, /)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'itertools._tee'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'itertools._tee'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'itertools._tee'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'itertools._tee'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'itertools._tee'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'itertools._tee' TypeError: cannot set '__doc__' attribute of immutable type 'itertools._tee'
# expect:   True TypeError: type 'itertools._tee' is not an acceptable base type TypeError: object.__new__(itertools._tee) is not safe, use itertools._tee.__new__()
# expect: -- operator itemgetter heap fixed gc vector 944 True
# expect: dict module tuple tuple type / 928 (item, /, *items)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'operator.itemgetter'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'operator.itemgetter'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'operator.itemgetter'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'operator.itemgetter'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'operator.itemgetter'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'operator.itemgetter' TypeError: cannot set '__doc__' attribute of immutable type 'operator.itemgetter'
# expect:   True TypeError: type 'operator.itemgetter' is not an acceptable base type TypeError: object.__new__(operator.itemgetter) is not safe, use operator.itemgetter.__new__()
# expect: -- operator attrgetter heap fixed gc vector 944 True
# expect: dict module tuple tuple type / 928 (attr, /, *attrs)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'operator.attrgetter'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'operator.attrgetter'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'operator.attrgetter'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'operator.attrgetter'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'operator.attrgetter'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'operator.attrgetter' TypeError: cannot set '__doc__' attribute of immutable type 'operator.attrgetter'
# expect:   True TypeError: type 'operator.attrgetter' is not an acceptable base type TypeError: object.__new__(operator.attrgetter) is not safe, use operator.attrgetter.__new__()
# expect: -- operator methodcaller heap fixed gc vector 944 True
# expect: dict module tuple tuple type / 928 (name, /, *args, **kwargs)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'operator.methodcaller'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'operator.methodcaller'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'operator.methodcaller'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'operator.methodcaller'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'operator.methodcaller'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'operator.methodcaller' TypeError: cannot set '__doc__' attribute of immutable type 'operator.methodcaller'
# expect:   True TypeError: type 'operator.methodcaller' is not an acceptable base type TypeError: object.__new__(operator.methodcaller) is not safe, use operator.methodcaller.__new__()
# expect: -- _io StringIO heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (initial_value='', newline='\n')
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_io.StringIO'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_io.StringIO'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_io.StringIO'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_io.StringIO'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_io.StringIO'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_io.StringIO' TypeError: cannot set '__doc__' attribute of immutable type '_io.StringIO'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(_io.StringIO) is not safe, use _io.StringIO.__new__()
# expect: -- _io BytesIO heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (initial_bytes=b'')
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_io.BytesIO'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_io.BytesIO'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_io.BytesIO'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_io.BytesIO'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_io.BytesIO'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_io.BytesIO' TypeError: cannot set '__doc__' attribute of immutable type '_io.BytesIO'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(_io.BytesIO) is not safe, use _io.BytesIO.__new__()
# expect: -- _io FileIO heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (file, mode='r', closefd=True, opener=None)
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_io.FileIO'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_io.FileIO'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_io.FileIO'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_io.FileIO'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_io.FileIO'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_io.FileIO' TypeError: cannot set '__doc__' attribute of immutable type '_io.FileIO'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(_io.FileIO) is not safe, use _io.FileIO.__new__()
# expect: -- _io TextIOWrapper heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (buffer, encoding=None, errors=None, newline=None,
# expect:               line_buffering=False, write_through=False)
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_io.TextIOWrapper'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_io.TextIOWrapper'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_io.TextIOWrapper'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_io.TextIOWrapper'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_io.TextIOWrapper'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_io.TextIOWrapper' TypeError: cannot set '__doc__' attribute of immutable type '_io.TextIOWrapper'
# expect:   True <class '__main__.Sub'> TextIOWrapper
# expect: -- _io BufferedReader heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (raw, buffer_size=DEFAULT_BUFFER_SIZE)
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_io.BufferedReader'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_io.BufferedReader'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_io.BufferedReader'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_io.BufferedReader'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_io.BufferedReader'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_io.BufferedReader' TypeError: cannot set '__doc__' attribute of immutable type '_io.BufferedReader'
# expect:   True <class '__main__.Sub'> BufferedReader
# expect: -- _io _IOBase heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_io._IOBase'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_io._IOBase'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_io._IOBase'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_io._IOBase'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_io._IOBase'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_io._IOBase' TypeError: cannot set '__doc__' attribute of immutable type '_io._IOBase'
# expect:   True <class '__main__.Sub'> _IOBase
# expect: -- io UnsupportedOperation heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'UnsupportedOperation', "<class 'io.UnsupportedOperation'>")
# expect:   ('Q.N', 'UnsupportedOperation', 'Q.N', "<class 'io.Q.N'>")
# expect:   ('m', 'UnsupportedOperation', 'UnsupportedOperation', "<class 'm.UnsupportedOperation'>")
# expect:   ('d', 'UnsupportedOperation', 'UnsupportedOperation', "<class 'io.UnsupportedOperation'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'UnsupportedOperation'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(UnsupportedOperation) is not safe, use UnsupportedOperation.__new__()
# expect: -- re Pattern heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 're.Pattern'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 're.Pattern'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 're.Pattern'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 're.Pattern'
# expect:   TypeError: cannot set 'new' attribute of immutable type 're.Pattern'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 're.Pattern' TypeError: cannot set '__doc__' attribute of immutable type 're.Pattern'
# expect:   True TypeError: type 're.Pattern' is not an acceptable base type TypeError: object.__new__(re.Pattern) is not safe, use re.Pattern.__new__()
# expect: -- re Match heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 're.Match'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 're.Match'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 're.Match'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 're.Match'
# expect:   TypeError: cannot set 'new' attribute of immutable type 're.Match'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 're.Match' TypeError: cannot set '__doc__' attribute of immutable type 're.Match'
# expect:   True TypeError: type 're.Match' is not an acceptable base type TypeError: object.__new__(re.Match) is not safe, use re.Match.__new__()
# expect: -- _struct Struct heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_struct.Struct'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_struct.Struct'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_struct.Struct'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_struct.Struct'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_struct.Struct'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_struct.Struct' TypeError: cannot set '__doc__' attribute of immutable type '_struct.Struct'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(_struct.Struct) is not safe, use _struct.Struct.__new__()
# expect: -- struct error heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'error', "<class 'struct.error'>")
# expect:   ('Q.N', 'error', 'Q.N', "<class 'struct.Q.N'>")
# expect:   ('m', 'error', 'error', "<class 'm.error'>")
# expect:   ('d', 'error', 'error', "<class 'struct.error'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'error'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(error) is not safe, use error.__new__()
# expect: -- array array heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'array.array'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'array.array'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'array.array'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'array.array'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'array.array'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'array.array' TypeError: cannot set '__doc__' attribute of immutable type 'array.array'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(array.array) is not safe, use array.array.__new__()
# expect: -- decimal Decimal heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (value="0", context=None)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'decimal.Decimal'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'decimal.Decimal'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'decimal.Decimal'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'decimal.Decimal'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'decimal.Decimal'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'decimal.Decimal' TypeError: cannot set '__doc__' attribute of immutable type 'decimal.Decimal'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(decimal.Decimal) is not safe, use decimal.Decimal.__new__()
# expect: -- decimal Context heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 (prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'decimal.Context'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'decimal.Context'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'decimal.Context'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'decimal.Context'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'decimal.Context'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'decimal.Context' TypeError: cannot set '__doc__' attribute of immutable type 'decimal.Context'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(decimal.Context) is not safe, use decimal.Context.__new__()
# expect: -- decimal Inexact heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'Inexact', "<class 'decimal.Inexact'>")
# expect:   ('Q.N', 'Inexact', 'Q.N', "<class 'decimal.Q.N'>")
# expect:   ('m', 'Inexact', 'Inexact', "<class 'm.Inexact'>")
# expect:   ('d', 'Inexact', 'Inexact', "<class 'decimal.Inexact'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'Inexact'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(Inexact) is not safe, use Inexact.__new__()
# expect: -- binascii Error heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'Error', "<class 'binascii.Error'>")
# expect:   ('Q.N', 'Error', 'Q.N', "<class 'binascii.Q.N'>")
# expect:   ('m', 'Error', 'Error', "<class 'm.Error'>")
# expect:   ('d', 'Error', 'Error', "<class 'binascii.Error'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'Error'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(Error) is not safe, use Error.__new__()
# expect: -- _csv Dialect heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_csv.Dialect'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_csv.Dialect'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_csv.Dialect'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_csv.Dialect'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_csv.Dialect'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_csv.Dialect' TypeError: cannot set '__doc__' attribute of immutable type '_csv.Dialect'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(_csv.Dialect) is not safe, use _csv.Dialect.__new__()
# expect: -- _csv Error heap gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   ('N', 'N', 'Error', "<class '_csv.Error'>")
# expect:   ('Q.N', 'Error', 'Q.N', "<class '_csv.Q.N'>")
# expect:   ('m', 'Error', 'Error', "<class 'm.Error'>")
# expect:   ('d', 'Error', 'Error', "<class '_csv.Error'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'Error'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(Error) is not safe, use Error.__new__()
# expect: -- socket gaierror heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'gaierror', "<class 'socket.gaierror'>")
# expect:   ('Q.N', 'gaierror', 'Q.N', "<class 'socket.Q.N'>")
# expect:   ('m', 'gaierror', 'gaierror', "<class 'm.gaierror'>")
# expect:   ('d', 'gaierror', 'gaierror', "<class 'socket.gaierror'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'gaierror'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(gaierror) is not safe, use gaierror.__new__()
# expect: -- select epoll heap 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   ('N', 'N', 'epoll', "<class 'select.epoll'>")
# expect:   ('Q.N', 'epoll', 'Q.N', "<class 'select.Q.N'>")
# expect:   ('m', 'epoll', 'epoll', "<class 'm.epoll'>")
# expect:   ('d', 'epoll', 'epoll', "<class 'select.epoll'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'epoll'
# expect:   True TypeError: type 'epoll' is not an acceptable base type TypeError: object.__new__(epoll) is not safe, use epoll.__new__()
# expect: -- time struct_time heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'struct_time', "<class 'time.struct_time'>")
# expect:   ('Q.N', 'struct_time', 'Q.N', "<class 'time.Q.N'>")
# expect:   ('m', 'struct_time', 'struct_time', "<class 'm.struct_time'>")
# expect:   ('d', 'struct_time', 'struct_time', "<class 'time.struct_time'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'struct_time'
# expect:   True TypeError: type 'struct_time' is not an acceptable base type TypeError: object.__new__(struct_time) is not safe, use struct_time.__new__()
# expect: -- os stat_result heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'stat_result', "<class 'os.stat_result'>")
# expect:   ('Q.N', 'stat_result', 'Q.N', "<class 'os.Q.N'>")
# expect:   ('m', 'stat_result', 'stat_result', "<class 'm.stat_result'>")
# expect:   ('d', 'stat_result', 'stat_result', "<class 'os.stat_result'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'stat_result'
# expect:   True TypeError: type 'stat_result' is not an acceptable base type TypeError: object.__new__(stat_result) is not safe, use stat_result.__new__()
# expect: -- posix DirEntry heap 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   ('N', 'N', 'DirEntry', "<class 'posix.DirEntry'>")
# expect:   ('Q.N', 'DirEntry', 'Q.N', "<class 'posix.Q.N'>")
# expect:   ('m', 'DirEntry', 'DirEntry', "<class 'm.DirEntry'>")
# expect:   ('d', 'DirEntry', 'DirEntry', "<class 'posix.DirEntry'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'DirEntry'
# expect:   True TypeError: type 'DirEntry' is not an acceptable base type TypeError: object.__new__(DirEntry) is not safe, use DirEntry.__new__()
# expect: -- _thread lock heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 ()
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_thread.lock'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_thread.lock'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_thread.lock'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_thread.lock'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_thread.lock'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_thread.lock' TypeError: cannot set '__doc__' attribute of immutable type '_thread.lock'
# expect:   True TypeError: type '_thread.lock' is not an acceptable base type TypeError: object.__new__(_thread.lock) is not safe, use _thread.lock.__new__()
# expect: -- _thread RLock heap fixed gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_thread.RLock'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_thread.RLock'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_thread.RLock'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_thread.RLock'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_thread.RLock'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_thread.RLock' TypeError: cannot set '__doc__' attribute of immutable type '_thread.RLock'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(_thread.RLock) is not safe, use _thread.RLock.__new__()
# expect: -- _random Random heap 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   ('N', 'N', 'Random', "<class '_random.Random'>")
# expect:   ('Q.N', 'Random', 'Q.N', "<class '_random.Q.N'>")
# expect:   ('m', 'Random', 'Random', "<class 'm.Random'>")
# expect:   ('d', 'Random', 'Random', "<class '_random.Random'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'Random'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(Random) is not safe, use Random.__new__()
# expect: -- _sha3 sha3_256 heap fixed 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_sha3.sha3_256'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_sha3.sha3_256'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_sha3.sha3_256'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_sha3.sha3_256'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_sha3.sha3_256'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_sha3.sha3_256' TypeError: cannot set '__doc__' attribute of immutable type '_sha3.sha3_256'
# expect:   True TypeError: type '_sha3.sha3_256' is not an acceptable base type TypeError: object.__new__(_sha3.sha3_256) is not safe, use _sha3.sha3_256.__new__()
# expect: -- typing TypeVar heap fixed gc 1712 True
# expect: dict tuple tuple type / 1696 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'typing.TypeVar'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'typing.TypeVar'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'typing.TypeVar'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'typing.TypeVar'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'typing.TypeVar'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'typing.TypeVar' TypeError: cannot set '__doc__' attribute of immutable type 'typing.TypeVar'
# expect:   True TypeError: type 'typing.TypeVar' is not an acceptable base type TypeError: object.__new__(typing.TypeVar) is not safe, use typing.TypeVar.__new__()
# expect: -- typing ParamSpecArgs heap fixed gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'typing.ParamSpecArgs'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'typing.ParamSpecArgs'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'typing.ParamSpecArgs'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'typing.ParamSpecArgs'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'typing.ParamSpecArgs'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'typing.ParamSpecArgs' TypeError: cannot set '__doc__' attribute of immutable type 'typing.ParamSpecArgs'
# expect:   True TypeError: type 'typing.ParamSpecArgs' is not an acceptable base type TypeError: object.__new__(typing.ParamSpecArgs) is not safe, use typing.ParamSpecArgs.__new__()
# expect: -- typing Generic heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'Generic', "<class 'typing.Generic'>")
# expect:   ('Q.N', 'Generic', 'Q.N', "<class 'typing.Q.N'>")
# expect:   ('m', 'Generic', 'Generic', "<class 'm.Generic'>")
# expect:   ('d', 'Generic', 'Generic', "<class 'typing.Generic'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'Generic'
# expect:   True TypeError: Cannot inherit from plain Generic Generic
# expect: -- ast AST heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'AST', "<class 'ast.AST'>")
# expect:   ('Q.N', 'AST', 'Q.N', "<class 'ast.Q.N'>")
# expect:   ('m', 'AST', 'AST', "<class 'm.AST'>")
# expect:   ('d', 'AST', 'AST', "<class 'ast.AST'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'AST'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(AST) is not safe, use AST.__new__()
# expect: -- ast Name heap gc 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'Name', "<class 'ast.Name'>")
# expect:   ('Q.N', 'Name', 'Q.N', "<class 'ast.Q.N'>")
# expect:   ('m', 'Name', 'Name', "<class 'm.Name'>")
# expect:   ('d', 'Name', 'Name', "<class 'ast.Name'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'Name'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(Name) is not safe, use Name.__new__()
# expect: -- _md5 md5 heap fixed gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type '_md5.md5'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type '_md5.md5'
# expect:   TypeError: cannot set '__module__' attribute of immutable type '_md5.md5'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type '_md5.md5'
# expect:   TypeError: cannot set 'new' attribute of immutable type '_md5.md5'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type '_md5.md5' TypeError: cannot set '__doc__' attribute of immutable type '_md5.md5'
# expect:   True TypeError: type '_md5.md5' is not an acceptable base type TypeError: object.__new__(_md5.md5) is not safe, use _md5.md5.__new__()
# expect: -- _abc _abc_data heap gc 944 True
# expect: dict module tuple tuple type / 928 None
# expect:   ('N', 'N', '_abc_data', "<class '_abc._abc_data'>")
# expect:   ('Q.N', '_abc_data', 'Q.N', "<class '_abc.Q.N'>")
# expect:   ('m', '_abc_data', '_abc_data', "<class 'm._abc_data'>")
# expect:   ('d', '_abc_data', '_abc_data', "<class '_abc._abc_data'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type '_abc_data'
# expect:   True TypeError: type '_abc_data' is not an acceptable base type TypeError: object.__new__(_abc_data) is not safe, use _abc_data.__new__()
# expect: -- collections OrderedDict fixed gc 416 False
# expect: / 416 None
# expect:   TypeError: cannot set '__name__' attribute of immutable type 'collections.OrderedDict'
# expect:   TypeError: cannot set '__qualname__' attribute of immutable type 'collections.OrderedDict'
# expect:   TypeError: cannot set '__module__' attribute of immutable type 'collections.OrderedDict'
# expect:   TypeError: cannot set '__doc__' attribute of immutable type 'collections.OrderedDict'
# expect:   TypeError: cannot set 'new' attribute of immutable type 'collections.OrderedDict'
# expect:   TypeError: cannot set '__bases__' attribute of immutable type 'collections.OrderedDict' TypeError: cannot set '__doc__' attribute of immutable type 'collections.OrderedDict'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(collections.OrderedDict) is not safe, use collections.OrderedDict.__new__()
# expect: -- abc ABCMeta heap gc vector 944 True
# expect: dict tuple tuple type / 928 None
# expect:   ('N', 'N', 'ABCMeta', "<class 'abc.ABCMeta'>")
# expect:   ('Q.N', 'ABCMeta', 'Q.N', "<class 'abc.Q.N'>")
# expect:   ('m', 'ABCMeta', 'ABCMeta', "<class 'm.ABCMeta'>")
# expect:   ('d', 'ABCMeta', 'ABCMeta', "<class 'abc.ABCMeta'>")
# expect:   None
# expect:   None TypeError: cannot delete '__doc__' attribute of immutable type 'ABCMeta'
# expect:   True <class '__main__.Sub'> TypeError: object.__new__(ABCMeta) is not safe, use type.__new__()
# expect: partial __new__ __repr__ __call__ __getattribute__ __setattr__ __delattr__ __get__ __reduce__ __setstate__ __class_getitem__ func args keywords __vectorcalloffset__ __dict__ __doc__ __module__
# expect: deque __new__ __repr__ __hash__ __getattribute__ __lt__ __le__ __eq__ __ne__ __gt__ __ge__ __iter__ __init__ __len__ __add__ __mul__ __rmul__ __getitem__ __setitem__ __delitem__ __contains__ __iadd__ __imul__ append appendleft clear __copy__ copy count extend extendleft index insert pop popleft __reduce__ remove __reversed__ reverse rotate __sizeof__ __class_getitem__ maxlen __doc__ __module__
# expect: count __new__ __repr__ __getattribute__ __iter__ __next__ __reduce__ __doc__ __module__
# expect: struct_time __new__ __repr__ __reduce__ __replace__ tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst tm_zone tm_gmtoff __doc__ __module__ n_sequence_fields n_fields n_unnamed_fields __match_args__
# expect: error __module__ __weakref__ __doc__
# expect: TextIOWrapper __repr__ __next__ __init__ detach reconfigure write read readline flush close fileno seekable readable writable isatty seek tell truncate __reduce__ __reduce_ex__ encoding buffer line_buffering write_through _finalizing name closed newlines errors _CHUNK_SIZE __doc__ __module__
# expect: AST __new__ __getattribute__ __setattr__ __delattr__ __init__ __reduce__ __dict__ __doc__ __module__ _fields __match_args__ _attributes
# expect: partial partial 3 1 0 True
# expect: cache _lru_cache_wrapper 3 1 0 True
# expect: key KeyWrapper 3 1 0 True
# expect: deque deque 3 1 0 True
# expect: deque iterator _deque_iterator 3 1 0 True
# expect: defaultdict defaultdict 3 1 0 True
# expect: count count 3 1 0 True
# expect: chain chain 3 1 0 True
# expect: tee _tee 3 1 0 True
# expect: product product 3 1 0 True
# expect: groupby groupby 3 1 0 True
# expect: islice islice 3 1 0 True
# expect: permutations permutations 3 1 0 True
# expect: itemgetter itemgetter 3 1 0 True
# expect: attrgetter attrgetter 3 1 0 True
# expect: methodcaller methodcaller 3 1 0 True
# expect: StringIO StringIO 3 1 0 True
# expect: BytesIO BytesIO 3 1 0 True
# expect: buffer _BytesIOBuffer 3 1 0 True
# expect: text TextIOWrapper 3 1 0 True
# expect: buffered BufferedReader 3 1 0 True
# expect: pair BufferedRWPair 3 1 0 True
# expect: file FileIO 3 1 0 True
# expect: newlines IncrementalNewlineDecoder 3 1 0 True
# expect: error error 3 1 0 True
# expect: pattern Pattern 3 1 0 True
# expect: match Match 3 1 0 True
# expect: scanner SRE_Scanner 3 1 0 True
# expect: Struct Struct 3 1 0 True
# expect: unpack unpack_iterator 3 1 0 True
# expect: array array 3 1 0 True
# expect: array iterator arrayiterator 3 1 0 True
# expect: Decimal Decimal 3 1 0 True
# expect: Context Context 3 1 0 True
# expect: reader reader 3 1 0 True
# expect: writer writer 3 1 0 True
# expect: dialect Dialect 3 1 0 True
# expect: socket socket 3 1 0 True
# expect: epoll epoll 3 0 0 False
# expect: poll poll 3 0 0 False
# expect: time struct_time 3 1 0 False
# expect: stat stat_result 3 1 0 False
# expect: scandir ScandirIterator 3 0 0 False
# expect: lock lock 3 1 0 True
# expect: RLock RLock 3 1 0 True
# expect: local _local 3 1 0 True
# expect: random Random 3 1 0 True
# expect: md5 md5 3 1 0 True
# expect: sha3 sha3_256 3 0 0 False
# expect: TypeVar TypeVar 3 1 0 True
# expect: ParamSpec args ParamSpecArgs 3 0 0 True
# expect: Generic Generic 3 1 0 True
# expect: AST AST 3 1 0 True
# expect: Name Name 3 1 0 True
# expect: tuplegetter _tuplegetter 3 1 0 True
# expect: scan Scanner 3 1 0 True
# expect: partial Sub (0, 3) (1, 0) 0
# expect: partial Bare (0, 3) (1, 0) 0
# expect: None
# expect: deque Sub (0, 3) (1, 0) 0
# expect: deque Bare (0, 3) (1, 0) 0
# expect: None
# expect: defaultdict Sub (0, 3) (1, 0) 0
# expect: defaultdict Bare (0, 3) (1, 0) 0
# expect: None
# expect: count Sub (0, 3) (1, 0) 0
# expect: count Bare (0, 3) (1, 0) 0
# expect: None
# expect: StringIO Sub (0, 3) (1, 0) 0
# expect: StringIO Bare (0, 3) (1, 0) 0
# expect: None
# expect: RawIOBase Sub (0, 3) (1, 0) 0
# expect: RawIOBase Bare (0, 3) (1, 0) 0
# expect: None
# expect: Struct Sub (0, 3) (1, 0) 0
# expect: Struct Bare (0, 3) (1, 0) 0
# expect: None
# expect: array Sub (0, 3) (1, 0) 0
# expect: array Bare (0, 3) (1, 0) 0
# expect: None
# expect: Decimal Sub (0, 3) (1, 0) 0
# expect: Decimal Bare (0, 3) (1, 0) 0
# expect: None
# expect: Random Sub (0, 3) (1, 0) 0
# expect: Random Bare (0, 3) (1, 0) 0
# expect: None
# expect: error Sub (0, 3) (1, 0) 0
# expect: error Bare (0, 3) (1, 0) 0
# expect: None
# expect: RLock Sub (0, 3) (1, 0) 0
# expect: RLock Bare (0, 3) (1, 0) 0
# expect: None
# expect: _local Sub (0, 3) (1, 0) 0
# expect: _local Bare (0, 3) (1, 0) 0
# expect: None
# expect: AST Sub (0, 3) (1, 0) 0
# expect: AST Bare (0, 3) (1, 0) 0
# expect: None
# expect: True None
# expect: [<class '__main__.Left'>] () {}
# expect: (<class 'struct.error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) (<class 'io.UnsupportedOperation'>, <class 'OSError'>, <class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) None
# expect: (<class 'ValueError'>,) None ('a', 1)
# expect: TypeError: object.__new__(collections.defaultdict) is not safe, use collections.defaultdict.__new__() defaultdict(None, {})
# expect: TypeError: functools.partial.__new__(collections.deque): collections.deque is not a subtype of functools.partial TypeError: type 'stat_result' is not an acceptable base type
# expect: called 2 True False
