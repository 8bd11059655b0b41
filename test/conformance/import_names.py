# from … import: what is not there, what is not there yet, and what a module says is in it.
import os
import sys
import tempfile
import types

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)


def show(call, *arguments):
    try:
        print(call(*arguments))
    except BaseException as error:
        print(type(error).__name__, str(error).replace(folder, "FOLDER"), end="")
        if isinstance(error, ImportError):
            print("", error.name, error.name_from, (error.path or "none").replace(folder, "FOLDER"), end="")
        print()


def write(name, text):
    path = os.path.join(folder, *name.split("/"))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def fetch(module, name):
    return lambda: exec(f"from {module} import {name}", {})


# -- circles ---------------------------------------------------------------------------------------------------------------
write("circle_a.py", "from circle_b import b\na = 1\n")
write("circle_b.py", "from circle_a import a\nb = 1\n")
write("circle_c.py", "import circle_c\ntry:\n    circle_c.late\nexcept AttributeError as error:\n    told = str(error)\nlate = 1\n")
write("pack/__init__.py", "from pack.inner import value\n")
write("pack/inner.py", "import pack\ntry:\n    pack.inner\nexcept AttributeError as error:\n    told = str(error)\nfrom pack import inner\nvalue = inner.told\n")
show(fetch("circle_a", "a"))
show(fetch("circle_b", "b"))
show(fetch("circle_c", "nothing"))
import circle_c
import pack

print(circle_c.told.replace(folder, "FOLDER"))
print(pack.value.replace(folder, "FOLDER"))
show(fetch("pack", "nothing"))
show(fetch("pack.inner", "it's"))
show(fetch("pack.inner", "strange"))

# -- modules that are none -------------------------------------------------------------------------------------------------
bare = types.ModuleType("bare")
sys.modules["bare"] = bare
show(fetch("bare", "x"))
bare.__file__ = "/there/bare.py"
show(fetch("bare", "x"))
bare.__file__ = 5
show(fetch("bare", "x"))
bare.__spec__ = types.SimpleNamespace(_initializing=True)
show(fetch("bare", "x"))
bare.__file__ = "/there/bare.py"
show(fetch("bare", "x"))
bare.__spec__ = types.SimpleNamespace(_initializing=0)
show(fetch("bare", "x"))
bare.__name__ = "it's"
show(fetch("bare", "x"))
bare.__name__ = 5
show(fetch("bare", "x"))
del bare.__name__
show(fetch("bare", "x"))


class Refuses:
    __name__ = "refuses"
    __file__ = "refuses.py"

    def __getattr__(self, name):
        if name == "zero":
            return 1 / 0
        raise AttributeError(name)


sys.modules["refuses"] = Refuses()
show(fetch("refuses", "x"))
show(fetch("refuses", "zero"))
sys.modules["number"] = 5
show(fetch("number", "x"))
show(fetch("number", "real"))
sys.modules["refuses.found"] = "found by its full name"
show(fetch("refuses", "found"))


# -- everything ------------------------------------------------------------------------------------------------------------
def star(**names):
    module = types.ModuleType("star")
    vars(module).update(names)
    sys.modules["star"] = module
    into = {}
    try:
        exec("from star import *", into)
    except Exception as error:
        print(type(error).__name__, error, end=" ")
    into.pop("__builtins__", None)
    print(into)


class Sequence:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]


class Grows(list):
    def __getitem__(self, index):
        return super().__getitem__(index)


star(a=1, _b=2, __c=3)
star(a=1, _b=2, __all__=["_b"])
star(a=1, _b=2, __all__=("a", "_b"))
star(a=1, _b=2, __all__=Sequence("a", "_b"))
star(a=1, b=2, __all__="ab")
star(a=1, __all__=["a", "missing"])
star(a=1, __all__=["a", b"bytes"])
star(a=1, __all__=[5])
star(a=1, __all__=5)
star(a=1, __all__={"a"})
star(a=1, __all__={0: "a"})
star(a=1, __all__=None)
star(a=1, __all__=[])
star(a=1, __all__=Sequence())
star(a=1, __all__=[""])
star(__all__=[5], __name__=7)
for key in 5, b"x", "":
    module = types.ModuleType("odd")
    module.__dict__[key] = 1
    sys.modules["odd"] = module
    show(lambda: exec("from odd import *", {}))


class Fields:
    def keys(self):
        return self.names


class Odd:
    def __init__(self, names):
        fields = Fields()
        fields.names = names
        object.__setattr__(self, "given", fields)

    def __getattribute__(self, name):
        if name == "__dict__":
            return object.__getattribute__(self, "given")
        if name == "__all__":
            raise AttributeError
        return name.upper()


for names in ["x", "_y"], ("z",), iter("pq"), 5, {"k": 1}, [3]:
    sys.modules["odd"] = Odd(names)
    into = {}
    show(lambda: exec("from odd import *", into))
    into.pop("__builtins__", None)
    print(into)


class Namespace(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


vars(sys.modules.setdefault("plain", types.ModuleType("plain"))).update(a=1, b=2)
exec("from plain import *", {}, Namespace())


class Strict:
    def __getitem__(self, key):
        raise KeyError(key)

    def __setitem__(self, key, value):
        if key == "b":
            raise ValueError("no b here")


show(lambda: exec("from plain import *", {}, Strict()))

# -- what is given twice, by keywords that are no names ------------------------------------------------------------------


def keywords(**given):
    return given


class Key:
    def __str__(self):
        return "shown"


key = Key()
for call in (
    lambda: keywords(**{1: 3}),
    lambda: keywords(**{1: 3}, **{1: 5}),
    lambda: keywords(**{(1, 2): 3}, **{(1, 2): 5}),
    lambda: keywords(**{key: 3}, **{key: 5}),
    lambda: keywords(a=1, **{"a": 2}),
    lambda: dict(**{1: 2}, **{1: 3}),
    lambda: print(**{1: 2}, **{1: 3}),
    lambda: keywords(**5),
    lambda: keywords(a=1, **None),
):
    show(call)

# expect: ImportError cannot import name 'a' from partially initialized module 'circle_a' (most likely due to a circular import) (FOLDER/circle_a.py) circle_a a FOLDER/circle_a.py
# expect: ImportError cannot import name 'b' from partially initialized module 'circle_b' (most likely due to a circular import) (FOLDER/circle_b.py) circle_b b FOLDER/circle_b.py
# expect: ImportError cannot import name 'nothing' from 'circle_c' (FOLDER/circle_c.py) circle_c nothing FOLDER/circle_c.py
# expect: partially initialized module 'circle_c' from 'FOLDER/circle_c.py' has no attribute 'late' (most likely due to a circular import)
# expect: partially initialized module 'pack' from 'FOLDER/pack/__init__.py' has no attribute 'inner' (most likely due to a circular import)
# expect: ImportError cannot import name 'nothing' from 'pack' (FOLDER/pack/__init__.py) pack nothing FOLDER/pack/__init__.py
# expect: SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# expect: ImportError cannot import name 'strange' from 'pack.inner' (FOLDER/pack/inner.py) pack.inner strange FOLDER/pack/inner.py
# expect: ImportError cannot import name 'x' from 'bare' (unknown location) bare x none
# expect: ImportError cannot import name 'x' from 'bare' (/there/bare.py) bare x /there/bare.py
# expect: ImportError cannot import name 'x' from 'bare' (unknown location) bare x none
# expect: ImportError cannot import name 'x' from 'bare' (unknown location) bare x none
# expect: ImportError cannot import name 'x' from partially initialized module 'bare' (most likely due to a circular import) (/there/bare.py) bare x /there/bare.py
# expect: ImportError cannot import name 'x' from 'bare' (/there/bare.py) bare x /there/bare.py
# expect: ImportError cannot import name 'x' from "it's" (/there/bare.py) it's x /there/bare.py
# expect: ImportError cannot import name 'x' from '<unknown module name>' (/there/bare.py) None x /there/bare.py
# expect: ImportError cannot import name 'x' from '<unknown module name>' (/there/bare.py) None x /there/bare.py
# expect: ImportError cannot import name 'x' from 'refuses' (unknown location) refuses x none
# expect: ZeroDivisionError division by zero
# expect: ImportError cannot import name 'x' from '<unknown module name>' (unknown location) None x none
# expect: None
# expect: None
# expect: {'a': 1}
# expect: {'_b': 2}
# expect: {'a': 1, '_b': 2}
# expect: {'a': 1, '_b': 2}
# expect: {'a': 1, 'b': 2}
# expect: AttributeError module 'star' has no attribute 'missing' {'a': 1}
# expect: TypeError Item in star.__all__ must be str, not bytes {'a': 1}
# expect: TypeError Item in star.__all__ must be str, not int {}
# expect: TypeError 'int' object does not support indexing {}
# expect: TypeError 'set' object does not support indexing {}
# expect: TypeError dict is not a sequence {}
# expect: TypeError 'NoneType' object does not support indexing {}
# expect: {}
# expect: {}
# expect: AttributeError module 'star' has no attribute '' {}
# expect: TypeError module __name__ must be a string, not int {}
# expect: TypeError Key in odd.__dict__ must be str, not int
# expect: TypeError Key in odd.__dict__ must be str, not bytes
# expect: None
# expect: None
# expect: {'x': 'X'}
# expect: None
# expect: {'z': 'Z'}
# expect: None
# expect: {'p': 'P', 'q': 'Q'}
# expect: TypeError Fields.keys() returned a non-iterable (type int)
# expect: {}
# expect: None
# expect: {'k': 'K'}
# expect: TypeError Key in __NAME__.__dict__ must be str, not int
# expect: {}
# expect: set a 1
# expect: set b 2
# expect: ValueError no b here
# expect: TypeError keywords must be strings
# expect: TypeError __main__.keywords() got multiple values for keyword argument '1'
# expect: TypeError __main__.keywords() got multiple values for keyword argument '(1, 2)'
# expect: TypeError __main__.keywords() got multiple values for keyword argument 'shown'
# expect: TypeError __main__.keywords() got multiple values for keyword argument 'a'
# expect: TypeError dict() got multiple values for keyword argument '1'
# expect: TypeError print() got multiple values for keyword argument '1'
# expect: TypeError __main__.keywords() argument after ** must be a mapping, not int
# expect: TypeError __main__.keywords() argument after ** must be a mapping, not NoneType
