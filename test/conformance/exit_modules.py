# How a program's own modules end: in which order its objects do, and what is left of sys, builtins and importing by then.
import collections
import functools
import sys
import types
import weakref


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


class Looks:
    """Looks around while the modules end."""

    def __del__(self):
        print("finalizing", sys.is_finalizing(), "modules", len(sys.modules), "path", sys.path, "finders", sys.meta_path)
        print("hooks", sys.path_hooks, "argv", sys.argv, "streams", sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__)
        for name in "open", "exit", "mine", "_":
            try:
                print(name, getattr(__builtins__, name, "not there"))
            except Exception as error:
                print(name, type(error).__name__, error)
        try:
            import json
        except ImportError as error:
            print("import json:", error)
        try:
            import sys as again
        except ImportError as error:
            print("import sys:", error)
        print("own names", "Told" in globals(), "Looks" in globals(), __name__)


class Writer:
    """Stands in for sys.stdout until sys is itself again."""

    def write(self, text):
        sys.__stdout__.write(text)

    def flush(self):
        pass

    def __del__(self):
        sys.__stdout__.write("end of the writer\n")


import builtins

builtins.mine = 5
b = Told("b")
a = Told("a")
_c = Told("_c")
__d__ = Told("__d__")
del b
b = Told("b again")
ordered = collections.OrderedDict(key=Told("value in an OrderedDict"))
listed = [Told("first in a list"), Told("second in a list")]
tupled = (Told("first in a tuple"), Told("second in a tuple"))
named = types.SimpleNamespace(field=Told("field of a namespace"))
made = types.ModuleType("made")
made.held = Told("held by a made module")
made._under = Told("underscored in a made module")
sys.modules["made"] = made
sys.modules["object"] = Told("in sys.modules")


@functools.lru_cache
def cached(value):
    return value


cached(("key", Told("in a cache").name))


def defaults(value=Told("default"), *, keyword=Told("keyword default")):
    pass


class Holder:
    attribute = Told("attribute of a class")


def closure():
    value = Told("in a closure")
    return lambda: value


closed = closure()


def generator():
    try:
        yield 1
    finally:
        print("generator closed")


running = generator()
next(running)
cycle = [Told("in a cycle")]
cycle.append(cycle)
watched = Holder()
weakref.finalize(watched, print, "finalize of a living object, at exit")
sys.stdout = Writer()
print("through the writer")
looks = Looks()

# expect: end of b
# expect: end of in a cache
# expect: through the writer
# expect: finalize of a living object, at exit
# expect: end of the writer
# expect: end of in sys.modules
# expect: end of a
# expect: end of _c
# expect: end of __d__
# expect: end of b again
# expect: generator closed
# expect: finalizing True modules 0 path None finders None
# expect: hooks None argv None streams True True
# expect: open not there
# expect: exit not there
# expect: mine not there
# expect: _ not there
# expect: import json: sys.meta_path is None, Python is likely shutting down
# expect: import sys: sys.meta_path is None, Python is likely shutting down
# expect: own names True True __main__
# expect: end of value in an OrderedDict
# expect: end of second in a list
# expect: end of first in a list
# expect: end of second in a tuple
# expect: end of first in a tuple
# expect: end of in a cycle
# expect: end of held by a made module
# expect: end of underscored in a made module
# expect: end of field of a namespace
# expect: end of default
# expect: end of keyword default
# expect: end of attribute of a class
# expect: end of in a closure
