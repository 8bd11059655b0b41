# Prints what everything that is written in C says of itself: a line of JSON for each, with owner, name, docstring and signature.
import importlib
import json
import sys
import types

CHECKED_AS_FUNCTIONS = (types.MethodDescriptorType, types.ClassMethodDescriptorType, types.WrapperDescriptorType, types.BuiltinFunctionType)
CHECKED_AS_FIELDS = (types.GetSetDescriptorType, types.MemberDescriptorType)


def tell(owner, name, thing):
    print(json.dumps([owner, name, thing.__doc__, getattr(thing, "__text_signature__", None)]))


def walk(kind, seen):
    if kind in seen:
        return
    seen.add(kind)
    for subclass in type.__subclasses__(kind):
        walk(subclass, seen)
    names = type.__dict__["__dict__"].__get__(kind)
    # Classes of the library, by a class statement or a call.
    if "__static_attributes__" in names or names.get("__new__", None.__new__).__class__ is types.FunctionType:
        return
    owner = f"{kind.__module__}.{kind.__qualname__}"
    doc = names.get("__doc__")
    signature = type.__dict__["__text_signature__"].__get__(kind)
    print(json.dumps([owner, "", doc if isinstance(doc, str) else None, signature]))
    for name, value in names.items():
        if isinstance(value, staticmethod):
            value = value.__func__
        if isinstance(value, CHECKED_AS_FUNCTIONS + CHECKED_AS_FIELDS):
            tell(owner, name, value)


for module_name in sys.argv[1:]:
    try:
        module = importlib.import_module(module_name)
    except ImportError:
        continue
    print(json.dumps([module_name, "", module.__doc__, None]))
    for name, value in vars(module).items():
        if isinstance(value, types.BuiltinFunctionType) and value.__self__ is module:
            tell(module_name, name, value)
walk(object, set())
