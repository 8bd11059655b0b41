# Prints flags and sizes of every type that is written in C, a line of JSON for each. Arguments: modules to import first.
import importlib
import json
import sys

VALID_VERSION_TAG = 1 << 19


def walk(kind, seen):
    if kind in seen:
        return
    seen.add(kind)
    for subclass in type.__subclasses__(kind):
        walk(subclass, seen)
    # Classes that a class statement made are the library's.
    if "__static_attributes__" in type.__dict__["__dict__"].__get__(kind):
        return
    offsets = kind.__dictoffset__, kind.__weakrefoffset__
    sizes = kind.__basicsize__, kind.__itemsize__, *offsets, sys.getsizeof(kind)
    base = kind.__base__ and kind.__base__.__qualname__
    print(json.dumps([f"{kind.__module__}.{kind.__qualname__}", kind.__flags__ & ~VALID_VERSION_TAG, *sizes, base]))


for module in sys.argv[1:]:
    try:
        importlib.import_module(module)
    except ImportError:
        pass
walk(object, set())
