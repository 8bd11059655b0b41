# Exceptions: order of finally, chaining, groups, notes, own classes.


def order(kind):
    steps = []
    try:
        steps.append("try")
        if kind == "raise":
            raise ValueError("v")
        if kind == "return":
            return steps
    except ValueError:
        steps.append("except")
    else:
        steps.append("else")
    finally:
        steps.append("finally")
    steps.append("after")
    return steps


print(order("raise"), order("return"), order("no"))


def override():
    for i in range(3):
        try:
            return "try"
        finally:
            if i < 1:
                continue
            return f"finally {i}"


print(override())


class Problem(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f"problem {self.code}"


class Worse(Problem): pass


for error in (Worse(3), Problem(1, 2)):
    try:
        raise error
    except Worse as e:
        print("worse", e, e.args, repr(e))
    except Problem as e:
        print(e, e.args, repr(e))
try:
    e
except NameError as error:
    print(error)

try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("k") from error
except KeyError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try:
        {}["x"]
    except KeyError:
        [][1]
except IndexError as error:
    print(repr(error.__context__), error.__cause__)
try:
    raise ValueError from None
except ValueError as error:
    print(repr(error), error.__suppress_context__)
error = ValueError("noted")
error.add_note("one")
error.add_note("two")
print(error.__notes__)
for action in ("raise 3", "raise ValueError from 3", "assert 1 == 2, 'message'", "assert False", "int('x')", "[].pop()", "{}.popitem()", "next(iter([]))", "a.b.c", "None.x", "(1)()", "f(*3)", "f(**3)", "len(3)", "'a' + 1", "1 + 'a'", "[1] + (2,)", "'%d' % 'x'", "'abc'.index('z')", "a, b = 1", "a, b, *c = [1]", "del zzz", "chr(-1)", "ord('ab')", "bytes([256])", "range(1, 2, 0)", "{[]}", "import nothing_there", "from sys import nothing", "float('x')", "int([])", "sum(['a'])", "max([])", "min(1)", "sorted([1, 'a'])", "reversed({1})", "isinstance(1, 1)", "super()", "object().x", "object().x = 1", "type('a', (int, str), {})", "class A(bool): pass", "(lambda x: x)()", "(lambda: 0)(1)", "(lambda x: x)(y=1)", "(lambda x: x)(1, x=1)", "(lambda *, k: k)()", "print(sep=1)", "'{}'.format()", "'{a}'.format()", "f'{1:z9}'", "'x'.encode('nope')", "10**400 * 1.0", "2.0 ** 10000", "1 << -1", "0 ** -1", "1 % 0", "1.0 // 0", "complex(1) < 2", "hash([])", "iter(3)", "next(3)", "with_ = 3\nwith with_: pass", "for x in 3: pass", "3[0]", "3[0] = 1", "del 3 .x", "[1][1.0]", "[1]['a']", "(1,)[5]", "'a'[9]", "{1: 2}[3]", "b'a' + 'a'", "round('a')", "abs('a')", "divmod(1, 0)", "pow(2, -1, 4)", "eval('1 +')", "eval('(')", "exec('x = = 1')", "compile('a b', 'f', 'eval')", "int('1' * 5000)", "__import__('')", "getattr(1, 2)", "setattr(1, 'real', 2)", "vars(1)", "raise NotImplementedError('soon')", "yieldless()"):
    try:
        exec(action, {"f": len, "a": 1})
    except BaseException as error:
        print(f"{action!r}: {type(error).__name__}: {error}")
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3)])])
except* ValueError as group:
    print("values", group.exceptions)
except* TypeError as group:
    print("types", group.exceptions)


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as error:
    print(error)
try:
    exit_code = 0
    raise SystemExit(3)
except SystemExit as error:
    print(error.code)


def lines():
    try:
        1 / 0
    except ZeroDivisionError as error:
        tb = error.__traceback__
        return tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno, tb.tb_next, tb.tb_frame.f_code.co_name


print(lines())

# expect: ['try', 'except', 'finally', 'after'] ['try', 'finally'] ['try', 'else', 'finally', 'after']
# expect: finally 1
# expect: worse problem 3 (3,) Worse(3)
# expect: problem 1 (1, 2) Problem(1, 2)
# expect: name 'e' is not defined
# expect: ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
# expect: KeyError('x') None
# expect: ValueError() True
# expect: ['one', 'two']
# expect: 'raise 3': TypeError: exceptions must derive from BaseException
# expect: 'raise ValueError from 3': TypeError: exception causes must derive from BaseException
# expect: "assert 1 == 2, 'message'": AssertionError: message
# expect-json: "'assert False': AssertionError: "
# expect: "int('x')": ValueError: invalid literal for int() with base 10: 'x'
# expect: '[].pop()': IndexError: pop from empty list
# expect: '{}.popitem()': KeyError: 'popitem(): dictionary is empty'
# expect-json: "'next(iter([]))': StopIteration: "
# expect: 'a.b.c': AttributeError: 'int' object has no attribute 'b'
# expect: 'None.x': AttributeError: 'NoneType' object has no attribute 'x'
# expect: '(1)()': TypeError: 'int' object is not callable
# expect: 'f(*3)': TypeError: len() argument after * must be an iterable, not int
# expect: 'f(**3)': TypeError: len() argument after ** must be a mapping, not int
# expect: 'len(3)': TypeError: object of type 'int' has no len()
# expect: "'a' + 1": TypeError: can only concatenate str (not "int") to str
# expect: "1 + 'a'": TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: '[1] + (2,)': TypeError: can only concatenate list (not "tuple") to list
# expect: "'%d' % 'x'": TypeError: %d format: a real number is required, not str
# expect: "'abc'.index('z')": ValueError: substring not found
# expect: 'a, b = 1': TypeError: cannot unpack non-iterable int object
# expect: 'a, b, *c = [1]': ValueError: not enough values to unpack (expected at least 2, got 1)
# expect: 'del zzz': NameError: name 'zzz' is not defined
# expect: 'chr(-1)': ValueError: chr() arg not in range(0x110000)
# expect: "ord('ab')": TypeError: ord() expected a character, but string of length 2 found
# expect: 'bytes([256])': ValueError: bytes must be in range(0, 256)
# expect: 'range(1, 2, 0)': ValueError: range() arg 3 must not be zero
# expect: '{[]}': TypeError: unhashable type: 'list'
# expect: 'import nothing_there': ModuleNotFoundError: No module named 'nothing_there'
# expect: 'from sys import nothing': ImportError: cannot import name 'nothing' from 'sys' (unknown location)
# expect: "float('x')": ValueError: could not convert string to float: 'x'
# expect: 'int([])': TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: "sum(['a'])": TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: 'max([])': ValueError: max() iterable argument is empty
# expect: 'min(1)': TypeError: 'int' object is not iterable
# expect: "sorted([1, 'a'])": TypeError: '<' not supported between instances of 'str' and 'int'
# expect: 'reversed({1})': TypeError: 'set' object is not reversible
# expect: 'isinstance(1, 1)': TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: 'super()': RuntimeError: super(): no arguments
# expect: 'object().x': AttributeError: 'object' object has no attribute 'x'
# expect: 'object().x = 1': AttributeError: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: "type('a', (int, str), {})": TypeError: multiple bases have instance lay-out conflict
# expect: 'class A(bool): pass': TypeError: type 'bool' is not an acceptable base type
# expect: '(lambda x: x)()': TypeError: <lambda>() missing 1 required positional argument: 'x'
# expect: '(lambda: 0)(1)': TypeError: <lambda>() takes 0 positional arguments but 1 was given
# expect: '(lambda x: x)(y=1)': TypeError: <lambda>() got an unexpected keyword argument 'y'
# expect: '(lambda x: x)(1, x=1)': TypeError: <lambda>() got multiple values for argument 'x'
# expect: '(lambda *, k: k)()': TypeError: <lambda>() missing 1 required keyword-only argument: 'k'
# expect: 'print(sep=1)': TypeError: sep must be None or a string, not int
# expect: "'{}'.format()": IndexError: Replacement index 0 out of range for positional args tuple
# expect: "'{a}'.format()": KeyError: 'a'
# expect: "f'{1:z9}'": ValueError: Negative zero coercion (z) not allowed in integer format specifier
# expect: "'x'.encode('nope')": LookupError: unknown encoding: nope
# expect: '10**400 * 1.0': OverflowError: int too large to convert to float
# expect: '2.0 ** 10000': OverflowError: (34, 'Numerical result out of range')
# expect: '1 << -1': ValueError: negative shift count
# expect: '0 ** -1': ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: '1 % 0': ZeroDivisionError: integer modulo by zero
# expect: '1.0 // 0': ZeroDivisionError: float floor division by zero
# expect: 'complex(1) < 2': TypeError: '<' not supported between instances of 'complex' and 'int'
# expect: 'hash([])': TypeError: unhashable type: 'list'
# expect: 'iter(3)': TypeError: 'int' object is not iterable
# expect: 'next(3)': TypeError: 'int' object is not an iterator
# expect: 'with_ = 3\nwith with_: pass': TypeError: 'int' object does not support the context manager protocol
# expect: 'for x in 3: pass': TypeError: 'int' object is not iterable
# expect: '3[0]': TypeError: 'int' object is not subscriptable
# expect: '3[0] = 1': TypeError: 'int' object does not support item assignment
# expect: 'del 3 .x': AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: '[1][1.0]': TypeError: list indices must be integers or slices, not float
# expect: "[1]['a']": TypeError: list indices must be integers or slices, not str
# expect: '(1,)[5]': IndexError: tuple index out of range
# expect: "'a'[9]": IndexError: string index out of range
# expect: '{1: 2}[3]': KeyError: 3
# expect: "b'a' + 'a'": TypeError: can't concat str to bytes
# expect: "round('a')": TypeError: type str doesn't define __round__ method
# expect: "abs('a')": TypeError: bad operand type for abs(): 'str'
# expect: 'divmod(1, 0)': ZeroDivisionError: integer division or modulo by zero
# expect: 'pow(2, -1, 4)': ValueError: base is not invertible for the given modulus
# expect: "eval('1 +')": SyntaxError: invalid syntax (<string>, line 1)
# expect: "eval('(')": SyntaxError: '(' was never closed (<string>, line 1)
# expect: "exec('x = = 1')": SyntaxError: invalid syntax (<string>, line 1)
# expect: "compile('a b', 'f', 'eval')": SyntaxError: invalid syntax (f, line 1)
# expect: "int('1' * 5000)": ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: "__import__('')": ValueError: Empty module name
# expect: 'getattr(1, 2)': TypeError: attribute name must be string, not 'int'
# expect: "setattr(1, 'real', 2)": AttributeError: attribute 'real' of 'int' objects is not writable
# expect: 'vars(1)': TypeError: vars() argument must have __dict__ attribute
# expect: "raise NotImplementedError('soon')": NotImplementedError: soon
# expect: 'yieldless()': NameError: name 'yieldless' is not defined
# expect: values (ValueError(1), ExceptionGroup('inner', [ValueError(3)]))
# expect: types (TypeError(2),)
# expect: maximum recursion depth exceeded
# expect: 3
# expect: (2, None, 'lines')
# expect-stderr: <string>:1: SyntaxWarning: 'int' object is not callable; perhaps you missed a comma?
# expect-stderr: <string>:1: SyntaxWarning: 'int' object is not subscriptable; perhaps you missed a comma?
# expect-stderr: <string>:1: SyntaxWarning: list indices must be integers or slices, not float; perhaps you missed a comma?
# expect-stderr: <string>:1: SyntaxWarning: list indices must be integers or slices, not str; perhaps you missed a comma?
