# Names and texts of any length come through whole, but where CPython's format cuts them.
import array, codecs, collections, contextvars, io, json, os, re, sys, types, typing, warnings, weakref


def short(text):
    text = re.sub(r'0x[0-9a-f]+', '0x', text)
    return re.sub(r'(.)\1{9,}', lambda run: '%s{%d}' % (run[1], len(run[0])), text)


def Class(length):
    return type('c' * length, (), {})


def told(*lengths):
    def run(function):
        for length in lengths:
            try:
                result = function(length, 'n' * length)
                print(function.__name__, length, short(result if isinstance(result, str) else repr(result)))
            except Exception as e:
                print(function.__name__, length, type(e).__name__ + ':', short(str(e)), *map(short, getattr(e, '__notes__', ())))
    return run


def in_module(source, name):
    names = {}
    exec(source.replace('NAME', name), names)
    return names['result']


CASES = [
    lambda L, n: getattr(Class(L)(), n),
    lambda L, n: getattr(Class(L), n),
    lambda L, n: setattr(1, n, 2),
    lambda L, n: delattr(Class(L)(), n),
    lambda L, n: delattr(Class(L), n),
    lambda L, n: exec(n, {}),
    lambda L, n: in_module('def f():\n  print(NAME)\n  NAME = 1\nresult = f()', n),
    lambda L, n: in_module('def NAME(a): pass\nresult = NAME()', n),
    lambda L, n: in_module('def NAME(a): pass\nresult = NAME(1, a=2)', n),
    lambda L, n: in_module('def f(NAMEb): pass\nresult = f(NAMEc=1)', n),
    lambda L, n: in_module('def NAME(): pass\nresult = NAME', n),
    lambda L, n: in_module('def NAME(): yield\nresult = NAME()', n),
    lambda L, n: in_module('class A:\n  def NAME(self): pass\nresult = A().NAME', n),
    lambda L, n: in_module('from sys import NAME', n),
    lambda L, n: __import__(n),
    lambda L, n: int(n),
    lambda L, n: float(n),
    lambda L, n: int(**{n: 1}),
    lambda L, n: open(n),
    lambda L, n: open('x', n),
    lambda L, n: io.FileIO('x', n),
    lambda L, n: io.StringIO(newline=n),
    lambda L, n: '\xff'.encode('ascii', n),
    lambda L, n: b'a'.decode(n),
    lambda L, n: format(1, n),
    lambda L, n: len(json.dumps({1: {2: 3}}, indent=n)),
    lambda L, n: array.array(n),
    lambda L, n: contextvars.ContextVar(n),
    lambda L, n: weakref.ref(Class(L)),
    lambda L, n: typing.TypeVar(n),
    lambda L, n: list[Class(L)],
    lambda L, n: os.environ[n],
    lambda L, n: Class(L),
    lambda L, n: Class(L)() + 1,
    lambda L, n: Class(L)() < 1,
    lambda L, n: len(Class(L)()),
    lambda L, n: ''.join([Class(L)()]),
    lambda L, n: super(Class(L), 1),
    lambda L, n: object.__new__(Class(L)()),
    lambda L, n: type(Class(L)(), (), {}),
    lambda L, n: delattr(Class(L), '__name__'),
    lambda L, n: type('b' * L, (), {n: type(n, (), {'__set_name__': lambda *a: 1 / 0})()}),
    lambda L, n: sys.intern(Class(L)()),
    lambda L, n: types.ModuleType(n),
    lambda L, n: ImportError(**{n: 1}),
    lambda L, n: ExceptionGroup(Class(L)(), []),
]
for at, case in enumerate(CASES):
    case.__name__ = f'case {at}'
    told(40, 150, 250, 1500)(case)

# What __sizeof__ answers.
class Sized:
    def __init__(self, answer): self.answer = answer
    def __sizeof__(self):
        if isinstance(self.answer, Exception): raise self.answer
        return self.answer
for answer in (5, True, -1, 2**40, 2**63, 'a', 1.5, None, ZeroDivisionError(), TypeError('own')):
    for default in ((), (7,)):
        try: print(answer, default, sys.getsizeof(Sized(answer), *default) - sys.getsizeof(Sized(0)))
        except Exception as e: print(answer, default, type(e).__name__, e)
try: Sized.__abstractmethods__
except AttributeError as e: print(e)

# expect: case 0 40 AttributeError: 'c{40}' object has no attribute 'n{40}'
# expect: case 0 150 AttributeError: 'c{100}' object has no attribute 'n{150}'
# expect: case 0 250 AttributeError: 'c{100}' object has no attribute 'n{250}'
# expect: case 0 1500 AttributeError: 'c{100}' object has no attribute 'n{1500}'
# expect: case 1 40 AttributeError: type object 'c{40}' has no attribute 'n{40}'
# expect: case 1 150 AttributeError: type object 'c{100}' has no attribute 'n{150}'
# expect: case 1 250 AttributeError: type object 'c{100}' has no attribute 'n{250}'
# expect: case 1 1500 AttributeError: type object 'c{100}' has no attribute 'n{1500}'
# expect: case 2 40 AttributeError: 'int' object has no attribute 'n{40}' and no __dict__ for setting new attributes
# expect: case 2 150 AttributeError: 'int' object has no attribute 'n{150}' and no __dict__ for setting new attributes
# expect: case 2 250 AttributeError: 'int' object has no attribute 'n{250}' and no __dict__ for setting new attributes
# expect: case 2 1500 AttributeError: 'int' object has no attribute 'n{1500}' and no __dict__ for setting new attributes
# expect: case 3 40 AttributeError: 'c{40}' object has no attribute 'n{40}'
# expect: case 3 150 AttributeError: 'c{100}' object has no attribute 'n{150}'
# expect: case 3 250 AttributeError: 'c{100}' object has no attribute 'n{250}'
# expect: case 3 1500 AttributeError: 'c{100}' object has no attribute 'n{1500}'
# expect: case 4 40 AttributeError: type object 'c{40}' has no attribute 'n{40}'
# expect: case 4 150 AttributeError: type object 'c{50}' has no attribute 'n{150}'
# expect: case 4 250 AttributeError: type object 'c{50}' has no attribute 'n{250}'
# expect: case 4 1500 AttributeError: type object 'c{50}' has no attribute 'n{1500}'
# expect: case 5 40 NameError: name 'n{40}' is not defined
# expect: case 5 150 NameError: name 'n{150}' is not defined
# expect: case 5 250 NameError: name 'n{200}' is not defined
# expect: case 5 1500 NameError: name 'n{200}' is not defined
# expect: case 6 40 UnboundLocalError: cannot access local variable 'n{40}' where it is not associated with a value
# expect: case 6 150 UnboundLocalError: cannot access local variable 'n{150}' where it is not associated with a value
# expect: case 6 250 UnboundLocalError: cannot access local variable 'n{250}' where it is not associated with a value
# expect: case 6 1500 UnboundLocalError: cannot access local variable 'n{1500}' where it is not associated with a value
# expect: case 7 40 TypeError: n{40}() missing 1 required positional argument: 'a'
# expect: case 7 150 TypeError: n{150}() missing 1 required positional argument: 'a'
# expect: case 7 250 TypeError: n{250}() missing 1 required positional argument: 'a'
# expect: case 7 1500 TypeError: n{1500}() missing 1 required positional argument: 'a'
# expect: case 8 40 TypeError: n{40}() got multiple values for argument 'a'
# expect: case 8 150 TypeError: n{150}() got multiple values for argument 'a'
# expect: case 8 250 TypeError: n{250}() got multiple values for argument 'a'
# expect: case 8 1500 TypeError: n{1500}() got multiple values for argument 'a'
# expect: case 9 40 TypeError: f() got an unexpected keyword argument 'n{40}c'. Did you mean 'n{40}b'?
# expect: case 9 150 TypeError: f() got an unexpected keyword argument 'n{150}c'. Did you mean 'n{150}b'?
# expect: case 9 250 TypeError: f() got an unexpected keyword argument 'n{250}c'. Did you mean 'n{250}b'?
# expect: case 9 1500 TypeError: f() got an unexpected keyword argument 'n{1500}c'. Did you mean 'n{1500}b'?
# expect: case 10 40 <function n{40} at 0x>
# expect: case 10 150 <function n{150} at 0x>
# expect: case 10 250 <function n{250} at 0x>
# expect: case 10 1500 <function n{1500} at 0x>
# expect: case 11 40 <generator object n{40} at 0x>
# expect: case 11 150 <generator object n{150} at 0x>
# expect: case 11 250 <generator object n{250} at 0x>
# expect: case 11 1500 <generator object n{1500} at 0x>
# expect: case 12 40 <bound method A.n{40} of <A object at 0x>>
# expect: case 12 150 <bound method A.n{150} of <A object at 0x>>
# expect: case 12 250 <bound method A.n{250} of <A object at 0x>>
# expect: case 12 1500 <bound method A.n{1500} of <A object at 0x>>
# expect: case 13 40 ImportError: cannot import name 'n{40}' from 'sys' (unknown location)
# expect: case 13 150 ImportError: cannot import name 'n{150}' from 'sys' (unknown location)
# expect: case 13 250 ImportError: cannot import name 'n{250}' from 'sys' (unknown location)
# expect: case 13 1500 ImportError: cannot import name 'n{1500}' from 'sys' (unknown location)
# expect: case 14 40 ModuleNotFoundError: No module named 'n{40}'
# expect: case 14 150 ModuleNotFoundError: No module named 'n{150}'
# expect: case 14 250 ModuleNotFoundError: No module named 'n{250}'
# expect: case 14 1500 ModuleNotFoundError: No module named 'n{1500}'
# expect: case 15 40 ValueError: invalid literal for int() with base 10: 'n{40}'
# expect: case 15 150 ValueError: invalid literal for int() with base 10: 'n{150}'
# expect: case 15 250 ValueError: invalid literal for int() with base 10: 'n{199}
# expect: case 15 1500 ValueError: invalid literal for int() with base 10: 'n{199}
# expect: case 16 40 ValueError: could not convert string to float: 'n{40}'
# expect: case 16 150 ValueError: could not convert string to float: 'n{150}'
# expect: case 16 250 ValueError: could not convert string to float: 'n{250}'
# expect: case 16 1500 ValueError: could not convert string to float: 'n{1500}'
# expect: case 17 40 TypeError: int() got an unexpected keyword argument 'n{40}'
# expect: case 17 150 TypeError: int() got an unexpected keyword argument 'n{150}'
# expect: case 17 250 TypeError: int() got an unexpected keyword argument 'n{250}'
# expect: case 17 1500 TypeError: int() got an unexpected keyword argument 'n{1500}'
# expect: case 18 40 FileNotFoundError: [Errno 2] No such file or directory: 'n{40}'
# expect: case 18 150 FileNotFoundError: [Errno 2] No such file or directory: 'n{150}'
# expect: case 18 250 FileNotFoundError: [Errno 2] No such file or directory: 'n{250}'
# expect: case 18 1500 OSError: [Errno 36] File name too long: 'n{1500}'
# expect: case 19 40 ValueError: invalid mode: 'n{40}'
# expect: case 19 150 ValueError: invalid mode: 'n{150}'
# expect: case 19 250 ValueError: invalid mode: 'n{250}'
# expect: case 19 1500 ValueError: invalid mode: 'n{1500}'
# expect: case 20 40 ValueError: invalid mode: n{40}
# expect: case 20 150 ValueError: invalid mode: n{150}
# expect: case 20 250 ValueError: invalid mode: n{200}
# expect: case 20 1500 ValueError: invalid mode: n{200}
# expect: case 21 40 ValueError: illegal newline value: 'n{40}'
# expect: case 21 150 ValueError: illegal newline value: 'n{150}'
# expect: case 21 250 ValueError: illegal newline value: 'n{250}'
# expect: case 21 1500 ValueError: illegal newline value: 'n{1500}'
# expect: case 22 40 LookupError: unknown error handler name 'n{40}'
# expect: case 22 150 LookupError: unknown error handler name 'n{150}'
# expect: case 22 250 LookupError: unknown error handler name 'n{250}'
# expect: case 22 1500 LookupError: unknown error handler name 'n{400}'
# expect: case 23 40 LookupError: unknown encoding: n{40}
# expect: case 23 150 LookupError: unknown encoding: n{150}
# expect: case 23 250 LookupError: unknown encoding: n{250}
# expect: case 23 1500 LookupError: unknown encoding: n{1500}
# expect: case 24 40 ValueError: Invalid format specifier 'n{40}' for object of type 'int'
# expect: case 24 150 ValueError: Invalid format specifier 'n{150}' for object of type 'int'
# expect: case 24 250 ValueError: Invalid format specifier 'n{250}' for object of type 'int'
# expect: case 24 1500 ValueError: Invalid format specifier 'n{1500}' for object of type 'int'
# expect: case 25 40 179
# expect: case 25 150 619
# expect: case 25 250 1019
# expect: case 25 1500 6019
# expect: case 26 40 TypeError: array() argument 1 must be a unicode character, not str
# expect: case 26 150 TypeError: array() argument 1 must be a unicode character, not str
# expect: case 26 250 TypeError: array() argument 1 must be a unicode character, not str
# expect: case 26 1500 TypeError: array() argument 1 must be a unicode character, not str
# expect: case 27 40 <ContextVar name='n{40}' at 0x>
# expect: case 27 150 <ContextVar name='n{150}' at 0x>
# expect: case 27 250 <ContextVar name='n{250}' at 0x>
# expect: case 27 1500 <ContextVar name='n{1500}' at 0x>
# expect: case 28 40 <weakref at 0x; to 'type' at 0x (c{40})>
# expect: case 28 150 <weakref at 0x; to 'type' at 0x (c{150})>
# expect: case 28 250 <weakref at 0x; to 'type' at 0x (c{250})>
# expect: case 28 1500 <weakref at 0x; to 'type' at 0x (c{1500})>
# expect: case 29 40 ~n{40}
# expect: case 29 150 ~n{150}
# expect: case 29 250 ~n{250}
# expect: case 29 1500 ~n{1500}
# expect: case 30 40 list[__main__.c{40}]
# expect: case 30 150 list[__main__.c{150}]
# expect: case 30 250 list[__main__.c{250}]
# expect: case 30 1500 list[__main__.c{1500}]
# expect: case 31 40 KeyError: 'n{40}'
# expect: case 31 150 KeyError: 'n{150}'
# expect: case 31 250 KeyError: 'n{250}'
# expect: case 31 1500 KeyError: 'n{1500}'
# expect: case 32 40 <class '__main__.c{40}'>
# expect: case 32 150 <class '__main__.c{150}'>
# expect: case 32 250 <class '__main__.c{250}'>
# expect: case 32 1500 <class '__main__.c{1500}'>
# expect: case 33 40 TypeError: unsupported operand type(s) for +: 'c{40}' and 'int'
# expect: case 33 150 TypeError: unsupported operand type(s) for +: 'c{100}' and 'int'
# expect: case 33 250 TypeError: unsupported operand type(s) for +: 'c{100}' and 'int'
# expect: case 33 1500 TypeError: unsupported operand type(s) for +: 'c{100}' and 'int'
# expect: case 34 40 TypeError: '<' not supported between instances of 'c{40}' and 'int'
# expect: case 34 150 TypeError: '<' not supported between instances of 'c{100}' and 'int'
# expect: case 34 250 TypeError: '<' not supported between instances of 'c{100}' and 'int'
# expect: case 34 1500 TypeError: '<' not supported between instances of 'c{100}' and 'int'
# expect: case 35 40 TypeError: object of type 'c{40}' has no len()
# expect: case 35 150 TypeError: object of type 'c{150}' has no len()
# expect: case 35 250 TypeError: object of type 'c{200}' has no len()
# expect: case 35 1500 TypeError: object of type 'c{200}' has no len()
# expect: case 36 40 TypeError: sequence item 0: expected str instance, c{40} found
# expect: case 36 150 TypeError: sequence item 0: expected str instance, c{80} found
# expect: case 36 250 TypeError: sequence item 0: expected str instance, c{80} found
# expect: case 36 1500 TypeError: sequence item 0: expected str instance, c{80} found
# expect: case 37 40 TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (c{40}).
# expect: case 37 150 TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (c{150}).
# expect: case 37 250 TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (c{200}).
# expect: case 37 1500 TypeError: super(type, obj): obj (instance of int) is not an instance or subtype of type (c{200}).
# expect: case 38 40 TypeError: object.__new__(X): X is not a type object (c{40})
# expect: case 38 150 TypeError: object.__new__(X): X is not a type object (c{150})
# expect: case 38 250 TypeError: object.__new__(X): X is not a type object (c{250})
# expect: case 38 1500 TypeError: object.__new__(X): X is not a type object (c{1500})
# expect: case 39 40 TypeError: type.__new__() argument 1 must be str, not c{40}
# expect: case 39 150 TypeError: type.__new__() argument 1 must be str, not c{50}
# expect: case 39 250 TypeError: type.__new__() argument 1 must be str, not c{50}
# expect: case 39 1500 TypeError: type.__new__() argument 1 must be str, not c{50}
# expect: case 40 40 TypeError: cannot delete '__name__' attribute of immutable type 'c{40}'
# expect: case 40 150 TypeError: cannot delete '__name__' attribute of immutable type 'c{150}'
# expect: case 40 250 TypeError: cannot delete '__name__' attribute of immutable type 'c{250}'
# expect: case 40 1500 TypeError: cannot delete '__name__' attribute of immutable type 'c{1500}'
# expect: case 41 40 ZeroDivisionError: division by zero Error calling __set_name__ on 'n{40}' instance 'n{40}' in 'b{40}'
# expect: case 41 150 ZeroDivisionError: division by zero Error calling __set_name__ on 'n{100}' instance 'n{150}' in 'b{100}'
# expect: case 41 250 ZeroDivisionError: division by zero Error calling __set_name__ on 'n{100}' instance 'n{250}' in 'b{100}'
# expect: case 41 1500 ZeroDivisionError: division by zero Error calling __set_name__ on 'n{100}' instance 'n{1500}' in 'b{100}'
# expect: case 42 40 TypeError: intern() argument must be str, not c{40}
# expect: case 42 150 TypeError: intern() argument must be str, not c{50}
# expect: case 42 250 TypeError: intern() argument must be str, not c{50}
# expect: case 42 1500 TypeError: intern() argument must be str, not c{50}
# expect: case 43 40 <module 'n{40}'>
# expect: case 43 150 <module 'n{150}'>
# expect: case 43 250 <module 'n{250}'>
# expect: case 43 1500 <module 'n{1500}'>
# expect: case 44 40 TypeError: ImportError() got an unexpected keyword argument 'n{40}'
# expect: case 44 150 TypeError: ImportError() got an unexpected keyword argument 'n{150}'
# expect: case 44 250 TypeError: ImportError() got an unexpected keyword argument 'n{250}'
# expect: case 44 1500 TypeError: ImportError() got an unexpected keyword argument 'n{1500}'
# expect: case 45 40 TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not c{40}
# expect: case 45 150 TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not c{50}
# expect: case 45 250 TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not c{50}
# expect: case 45 1500 TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not c{50}
# expect: 5 () 5
# expect: 5 (7,) 5
# expect: True () 1
# expect: True (7,) 1
# expect: -1 () ValueError __sizeof__() should return >= 0
# expect: -1 (7,) ValueError __sizeof__() should return >= 0
# expect: 1099511627776 () 1099511627776
# expect: 1099511627776 (7,) 1099511627776
# expect: 9223372036854775808 () OverflowError Python int too large to convert to C ssize_t
# expect: 9223372036854775808 (7,) OverflowError Python int too large to convert to C ssize_t
# expect: a () TypeError an integer is required
# expect: a (7,) -25
# expect: 1.5 () TypeError an integer is required
# expect: 1.5 (7,) -25
# expect: None () TypeError an integer is required
# expect: None (7,) -25
# expect-json: " () ZeroDivisionError "
# expect-json: " (7,) ZeroDivisionError "
# expect: own () TypeError own
# expect: own (7,) -25
# expect: __abstractmethods__
