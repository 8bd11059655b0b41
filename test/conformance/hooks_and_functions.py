# Hooks of sys for errors that nobody receives, functions made from code objects, and what is told while the machine ends.
import decimal
import re
import sys
import types


def show(call, *arguments, **keywords):
    try:
        print(type(call(*arguments, **keywords)).__name__)
    except BaseException as error:
        print(type(error).__name__, error)


# -- types.FunctionType ----------------------------------------------------------------------------------------------------
def plain(a, b=1, *, c=2):
    return a, b, c


def closing():
    x = 1

    def inner():
        return x

    return inner


code, inner = plain.__code__, closing().__code__
cell = types.CellType(7)
for given in (
    (code, {}),
    (code, 5),
    (5, {}),
    (code,),
    (),
    (code, {}, 5),
    (code, {}, None, 5),
    (code, {}, None, None, 5),
    (code, {}, None, None, ()),
    (code, {}, None, None, (1,)),
    (inner, {}),
    (inner, {}, None, None, ()),
    (inner, {}, None, None, (5,)),
    (inner, {}, "n", None, (cell,)),
    (inner, {}, "n", None, [cell]),
    (code, {}, "x", (1,), None, 5),
    (code, {}, "x", (1,), None, {}),
    (code, {}, "x", (1,), None, None),
    (code, {}, "x", (1,), None, {"c": 5}, 7),
):
    show(types.FunctionType, *given)
show(types.FunctionType, code, {}, kwdefaults=5)
show(types.FunctionType, code, {}, unknown=5)
show(types.FunctionType, code, globals={}, code=code)
made = types.FunctionType(code=code, globals={}, closure=None, argdefs=(8, 9), name="made", kwdefaults={"c": 7})
print(made.__name__, made(), made.__qualname__, types.FunctionType(inner, {}, "i", None, (cell,))())


# -- sys.unraisablehook ----------------------------------------------------------------------------------------------------
class Told:
    def write(self, text):
        text = re.sub(" at 0x[0-9a-f]+", " at 0x…", text)
        sys.stdout.write(re.sub('File ".*/', 'File "', text))

    def flush(self):
        pass


sys.stderr = Told()
for arguments in (5,), (ValueError(1),), (), (None,):
    show(sys.__unraisablehook__, *arguments)
for value in ValueError(1), 1, None, "text":
    show(sys.__excepthook__, type(value), value, None)
show(sys.__excepthook__, ValueError, ValueError(2), 5)
show(sys.__excepthook__, ValueError)
for name in b"bytes", "str", None:
    for line in 1, None:
        error = SyntaxError("msg", (name, line, 0, "text"))
        print(str(error))
        sys.__excepthook__(SyntaxError, error, None)


class Fails:
    def __del__(self):
        raise KeyError("lost")


def hook(told):
    print([type(item).__name__ for item in told], told.err_msg, told.exc_value, len(told))
    sys.__unraisablehook__(told)


def failing_hook(told):
    raise IndexError("from the hook")


for given in hook, failing_hook, None, 5, int:
    sys.unraisablehook = given
    Fails()
del sys.unraisablehook
Fails()
sys.unraisablehook = sys.__unraisablehook__

# -- types.SimpleNamespace ---------------------------------------------------------------------------------------------------
for given, names in (
    ((), {1: 2}),
    (({1: 2},), {}),
    (({"a": 1},), {2: 3}),
    (({"a": 1},), {"a": 2, "b": 3}),
    (([["x", 1]],), {}),
    (([["x"]],), {}),
    ((1,), {}),
    (([], []), {}),
):
    try:
        print(types.SimpleNamespace(*given, **names))
    except Exception as error:
        print(type(error).__name__, error)

# -- zeros before groups of digits -----------------------------------------------------------------------------------------
for number in 123456, 0, 7:
    for width in range(6, 15):
        print(format(decimal.Decimal(number), f"0{width},"), format(-number, f"0={width}_"), end=" ")
    print()


# -- the end ---------------------------------------------------------------------------------------------------------------
class Last:
    is_finalizing = sys.is_finalizing
    print = print

    def __del__(self):
        self.print(self.is_finalizing(), flush=True)


print(sys.is_finalizing())
Last()
last = Last()

# expect: function
# expect: TypeError function() argument 'globals' must be dict, not int
# expect: TypeError function() argument 'code' must be code, not int
# expect: TypeError function() missing required argument 'globals' (pos 2)
# expect: TypeError function() missing required argument 'code' (pos 1)
# expect: TypeError arg 3 (name) must be None or string
# expect: TypeError arg 4 (defaults) must be None or tuple
# expect: TypeError arg 5 (closure) must be None or tuple
# expect: function
# expect: ValueError plain requires closure of length 0, not 1
# expect: TypeError arg 5 (closure) must be tuple
# expect: ValueError inner requires closure of length 1, not 0
# expect: TypeError arg 5 (closure) expected cell, found int
# expect: function
# expect: TypeError arg 5 (closure) must be None or tuple
# expect: TypeError arg 6 (kwdefaults) must be None or dict
# expect: function
# expect: function
# expect: TypeError function() takes at most 6 arguments (7 given)
# expect: TypeError arg 6 (kwdefaults) must be None or dict
# expect: TypeError function() got an unexpected keyword argument 'unknown'
# expect: TypeError argument for function() given by name ('code') and position (1)
# expect: made (8, 9, 7) plain 7
# expect: TypeError sys.unraisablehook argument type must be UnraisableHookArgs
# expect: TypeError sys.unraisablehook argument type must be UnraisableHookArgs
# expect: TypeError sys.unraisablehook() takes exactly one argument (0 given)
# expect: TypeError sys.unraisablehook argument type must be UnraisableHookArgs
# expect: ValueError: 1
# expect: NoneType
# expect: TypeError: print_exception(): Exception expected for value, int found
# expect: NoneType
# expect: NoneType: None
# expect: NoneType
# expect: TypeError: print_exception(): Exception expected for value, str found
# expect: NoneType
# expect: ValueError: 2
# expect: NoneType
# expect: TypeError excepthook expected 3 arguments, got 1
# expect: msg (line 1)
# expect:   File "b'bytes'", line 1
# expect:     text
# expect: SyntaxError: msg
# expect: msg
# expect:     text
# expect: SyntaxError: msg (b'bytes')
# expect: msg (str, line 1)
# expect:   File "str", line 1
# expect:     text
# expect: SyntaxError: msg
# expect: msg (str)
# expect:     text
# expect: SyntaxError: msg (str)
# expect: msg (line 1)
# expect:   File "<string>", line 1
# expect:     text
# expect: SyntaxError: msg
# expect: msg
# expect:     text
# expect: SyntaxError: msg
# expect: ['type', 'KeyError', 'traceback', 'NoneType', 'function'] None 'lost' 5
# expect: Exception ignored in: <function Fails.__del__ at 0x…>
# expect: Traceback (most recent call last):
# expect:   File "hooks_and_functions.py", line 86, in __del__
# expect:     raise KeyError("lost")
# expect: KeyError: 'lost'
# expect: Exception ignored in sys.unraisablehook: <function failing_hook at 0x…>
# expect: Traceback (most recent call last):
# expect:   File "hooks_and_functions.py", line 95, in failing_hook
# expect:     raise IndexError("from the hook")
# expect: IndexError: from the hook
# expect: Exception ignored in: <function Fails.__del__ at 0x…>
# expect: Traceback (most recent call last):
# expect:   File "hooks_and_functions.py", line 86, in __del__
# expect:     raise KeyError("lost")
# expect: KeyError: 'lost'
# expect: Exception ignored in sys.unraisablehook: 5
# expect: TypeError: 'int' object is not callable
# expect: Exception ignored in sys.unraisablehook: <class 'int'>
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'UnraisableHookArgs'
# expect: Exception ignored in: <function Fails.__del__ at 0x…>
# expect: Traceback (most recent call last):
# expect:   File "hooks_and_functions.py", line 86, in __del__
# expect:     raise KeyError("lost")
# expect: KeyError: 'lost'
# expect: TypeError keywords must be strings
# expect: TypeError keywords must be strings
# expect: TypeError keywords must be strings
# expect: namespace(a=2, b=3)
# expect: namespace(x=1)
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: TypeError 'int' object is not iterable
# expect: TypeError SimpleNamespace expected at most 1 argument, got 2
# expect-json: "123,456 -123_456 123,456 -123_456 0,123,456 -123_456 0,123,456 -0_123_456 00,123,456 -0_123_456 000,123,456 -00_123_456 0,000,123,456 -000_123_456 0,000,123,456 -0_000_123_456 00,000,123,456 -0_000_123_456 "
# expect-json: "00,000 00_000 000,000 000_000 0,000,000 0_000_000 0,000,000 0_000_000 00,000,000 00_000_000 000,000,000 000_000_000 0,000,000,000 0_000_000_000 0,000,000,000 0_000_000_000 00,000,000,000 00_000_000_000 "
# expect-json: "00,007 -0_007 000,007 -00_007 0,000,007 -000_007 0,000,007 -0_000_007 00,000,007 -0_000_007 000,000,007 -00_000_007 0,000,000,007 -000_000_007 0,000,000,007 -0_000_000_007 00,000,000,007 -0_000_000_007 "
# expect: False
# expect: False
# expect: True
