# Runs in a CPython: reads the docstrings of everything that is written in C, as its memory has them.
#
# Answers {owner: {name: text or None}}. An owner is a module's name or a type's tp_name; the name "" is the owner itself. A text
# is the C string with its signature line; None is a null pointer. Beside these are three owners that are no types:
#   slot            wrappers of slots, and the __new__ of all types      sequence slot   those of sequences, where they differ
#   instance        __dict__ and __weakref__ of classes
# Invariant: offsets count words, so the layout of any word size is read.
import codecs
import ctypes
import importlib.util
import sys
import types

WORD = ctypes.sizeof(ctypes.c_void_p)
# Offsets in words.
TP_NAME, TP_FLAGS, TP_DOC = 3, 21, 22
M_ML, ML_DOC = 2, 3
MD_DEF, M_DOC = 3, 6
D_DEFINITION = 5
DOC_OF_DEFINITION = {
    types.MethodDescriptorType: ML_DOC,
    types.ClassMethodDescriptorType: ML_DOC,
    types.GetSetDescriptorType: 3,
    types.MemberDescriptorType: 4,
    types.WrapperDescriptorType: 4,
}
HEAPTYPE = 1 << 9
ERROR_HANDLERS = (
    "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogatepass", "surrogateescape",
)
# Modules of the package's own.
OWN_MODULES = "_pyodide"


def word(address, index):
    return ctypes.c_void_p.from_address(address + index * WORD).value or 0


def text(address):
    return None if address == 0 else ctypes.string_at(address).decode()


def of_function(function):
    return text(word(word(id(function), M_ML), ML_DOC))


def of_descriptor(descriptor):
    return text(word(word(id(descriptor), D_DEFINITION), DOC_OF_DEFINITION[type(descriptor)]))


def name_of(kind):
    name = text(word(id(kind), TP_NAME))
    if word(id(kind), TP_FLAGS) & HEAPTYPE and "." not in name:
        return f"{kind.__module__}.{kind.__qualname__}"
    return name


def harvest():
    found = {}
    wrappers = {}

    def put(owner, name, value):
        names = found.setdefault(owner, {})
        if names.setdefault(name, value) != value:
            raise ValueError(f"two docstrings of {owner} {name}")

    for name in sys.builtin_module_names:
        if name.startswith(OWN_MODULES):
            continue
        module = importlib.import_module(name)
        if name == "time":
            # The package puts a sleep of its own into it: asked is the module as it is made.
            module = importlib.util.module_from_spec(module.__spec__)
        definition = word(id(module), MD_DEF)
        put(name, "", text(word(definition, M_DOC)) if definition else module.__doc__)
        for value in vars(module).values():
            if type(value) is types.BuiltinFunctionType and value.__self__ is module:
                put(name, value.__name__, of_function(value))
    for value in vars(sys.monitoring).values():
        if type(value) is types.BuiltinFunctionType:
            put("sys.monitoring", value.__name__, of_function(value))
    for handler in ERROR_HANDLERS:
        function = codecs.lookup_error(handler)
        put("_codecs", function.__name__, of_function(function))

    def walk(kind):
        for subclass in type.__subclasses__(kind):
            walk(subclass)
        names = type.__dict__["__dict__"].__get__(kind)
        owner = name_of(kind)
        # Classes that a class statement made are the library's.
        if "__static_attributes__" in names or "pyodide" in owner or owner in found:
            return
        put(owner, "", text(word(id(kind), TP_DOC)))
        for key, value in names.items():
            if isinstance(value, staticmethod):
                value = value.__func__
            if type(value) is types.WrapperDescriptorType and key == value.__name__:
                wrappers.setdefault(key, {})[of_descriptor(value)] = None
            elif type(value) is types.BuiltinFunctionType and key == "__new__":
                put("slot", key, of_function(value))
            elif type(value) is types.BuiltinFunctionType:
                put(owner, key, of_function(value))
            elif type(value) in DOC_OF_DEFINITION:
                put(owner, key, of_descriptor(value))

    walk(object)
    for name, texts in wrappers.items():
        own = list.__dict__.get(name)
        of_sequence = of_descriptor(own) if type(own) is types.WrapperDescriptorType else None
        for value in texts:
            put("sequence slot" if value == of_sequence and len(texts) > 1 else "slot", name, value)
    for name in "__dict__", "__weakref__":
        put("instance", name, of_descriptor(vars(type("C", (), {}))[name]))
    return found
