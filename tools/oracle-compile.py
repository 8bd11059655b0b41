# Writes code objects as JSON lines, one a source file, for tools/oracle-compile.ts to compare with.
# stdin: one request a line, {"path": …, "optimize": …, "mode": …}; "source" (latin-1 of the bytes) instead of reading the path.
import json
import re
import sys
import types
import unicodedata
import warnings


def constant(value):
    if value is None or value is True or value is False or value is ...:
        return ["ellipsis" if value is ... else repr(value)]
    if isinstance(value, int):
        return ["int", hex(value)]
    if isinstance(value, float):
        return ["float", value.hex(), repr(value)]
    if isinstance(value, complex):
        return ["complex", value.real.hex(), value.imag.hex(), repr(value)]
    if isinstance(value, str):
        return ["str", value.encode("utf-8", "surrogatepass").hex()]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    if isinstance(value, tuple):
        return ["tuple", [constant(item) for item in value]]
    if isinstance(value, frozenset):
        return ["frozenset", sorted((constant(item) for item in value), key=json.dumps)]
    if isinstance(value, types.CodeType):
        return ["code", code(value)]
    raise TypeError(type(value))


def code(co):
    return {
        "co_name": co.co_name,
        "co_qualname": co.co_qualname,
        "co_firstlineno": co.co_firstlineno,
        "co_argcount": co.co_argcount,
        "co_posonlyargcount": co.co_posonlyargcount,
        "co_kwonlyargcount": co.co_kwonlyargcount,
        "co_flags": co.co_flags,
        "co_names": list(co.co_names),
        "co_localsplusnames": localsplus(co),
        "co_consts": [constant(value) for value in co.co_consts],
        "co_code": co.co_code.hex(),
        "co_stacksize": co.co_stacksize,
        "co_linetable": co.co_linetable.hex(),
        "co_exceptiontable": co.co_exceptiontable.hex(),
    }


def localsplus(co):
    # co_localsplusnames and kinds are not visible from Python: marshal writes them.
    cells = set(co.co_cellvars)
    names = [[name, "local+cell" if name in cells else "local"] for name in co.co_varnames]
    known = set(co.co_varnames)
    names += [[name, "cell"] for name in co.co_cellvars if name not in known]
    names += [[name, "free"] for name in co.co_freevars]
    return names


def character_names(source):
    names = {}
    for name in re.findall(rb"\\N\{([^}]*)\}", source):
        name = name.decode("latin-1")
        try:
            character = unicodedata.lookup(name)
        except KeyError:
            continue
        if len(character) == 1:
            names[name.upper()] = ord(character)
    return names


def answer(request):
    if "source" in request:
        source = request["source"].encode("latin-1")
    else:
        with open(request["path"], "rb") as file:
            source = file.read()
    caught = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = {
                "code": code(
                    compile(source, request["path"], request.get("mode", "exec"), request.get("flags", 0), dont_inherit=True, optimize=request.get("optimize", 0))
                )
            }
        except SyntaxError as error:
            result = {
                "error": [
                    type(error).__name__,
                    error.msg,
                    error.lineno,
                    error.offset,
                    error.end_lineno,
                    error.end_offset,
                ]
            }
        except (ValueError, OverflowError, RecursionError, MemoryError, SystemError) as error:
            result = {"error": [type(error).__name__, str(error), None, None, None, None]}
    result["names"] = character_names(source)
    result["warnings"] = [[w.category.__name__, str(w.message), w.lineno] for w in caught]
    return result


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
