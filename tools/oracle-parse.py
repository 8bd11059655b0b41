"""The CPython side of tools/oracle-parse.ts: canonical dumps of syntax trees and errors.

hash FILE...      reads paths from standard input; prints {path: digest or error} as JSON
dump FILE         prints the canonical dump of one file
cases             reads [[mode, source], ...] (JSON) from standard input; prints a result for each
harvest           reads paths from standard input; prints the sources that those tests hold
names             reads paths from standard input; prints {name: code point} for every \\N{...} in them
"""

import ast
import hashlib
import json
import re
import struct
import sys
import textwrap
import unicodedata
import warnings


def text_of(node, out):
    write = out.append
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, ast.AST):
            kind = type(item).__name__
            if not item._attributes and not item._fields:  # an operator or context
                write(kind + " ")
                continue
            write("(" + kind)
            if item._attributes:
                write(f"@{item.lineno},{item.col_offset},{item.end_lineno},{item.end_col_offset}")
            write(" ")
            stack.append(CLOSE)
            for field in reversed(item._fields):
                value = getattr(item, field, None)
                if field == "value" and kind in ("Constant", "MatchSingleton"):
                    value = Value(value)
                stack.append(value)
        elif isinstance(item, list):
            write("[")
            stack.append(END)
            stack.extend(reversed(item))
        elif item is CLOSE:
            write(")")
        elif item is END:
            write("]")
        elif isinstance(item, Value):
            write(constant(item.value) + " ")
        elif item is None:
            write("- ")
        elif isinstance(item, (str, int)):
            write(f"{item} ")
        else:
            raise TypeError(item)


CLOSE = object()
END = object()


class Value:
    def __init__(self, value):
        self.value = value


def bits(value):
    return struct.pack(">d", value).hex()


def constant(value):
    if value is None or value is True or value is False:
        return repr(value)
    if value is Ellipsis:
        return "Ellipsis"
    kind = type(value)
    if kind is int:
        return hex(value)
    if kind is float:
        return "f" + bits(value)
    if kind is complex:
        return "c" + bits(value.real) + bits(value.imag)
    if kind is str:
        return "s" + value.encode("utf-8", "surrogatepass").hex()
    if kind is bytes:
        return "b" + value.hex()
    raise TypeError(value)


def dump(tree):
    out = []
    text_of(tree, out)
    return "".join(out)


def parse(source, mode, filename="<input>"):
    flags = ast.PyCF_ONLY_AST
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            tree = compile(source, filename, mode, flags)
            result = {"tree": dump(tree)}
        except SyntaxError as error:
            result = {
                "error": [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno,
                          error.end_offset, error.text]
            }
        except (MemoryError, ValueError, OverflowError, RecursionError) as error:
            result = {"error": [type(error).__name__, str(error), None, None, None, None, None]}
    result["warnings"] = [[w.category.__name__, str(w.message), w.lineno] for w in caught]
    return result


def harvest(paths):
    """Sources in test files: string constants, and the examples of doctests."""
    import doctest

    found = {}
    parser = doctest.DocTestParser()
    for path in paths:
        if not path:
            continue
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 3000:
                text = node.value
                try:
                    text.encode()
                except UnicodeEncodeError:
                    continue
                if ">>>" in text:
                    try:
                        for example in parser.get_examples(text):
                            found[example.source] = None
                    except ValueError:
                        pass
                found[text] = None
                dedented = textwrap.dedent(text)
                found[dedented] = None
    return list(found)


def main():
    command = sys.argv[1]
    if command == "hash":
        results = {}
        for path in sys.stdin.read().split("\n"):
            if not path:
                continue
            with open(path, "rb") as file:
                source = file.read()
            result = parse(source, "exec")
            if "tree" in result:
                results[path] = hashlib.sha256(result["tree"].encode("utf-8", "surrogatepass")).hexdigest()
            else:
                results[path] = result["error"]
        json.dump(results, sys.stdout)
    elif command == "dump":
        with open(sys.argv[2], "rb") as file:
            sys.stdout.buffer.write(parse(file.read(), "exec")["tree"].encode("utf-8", "surrogatepass"))
    elif command == "cases":
        cases = json.load(sys.stdin)
        json.dump([parse(bytes.fromhex(source) if mode.startswith("bytes:") else source, mode.removeprefix("bytes:"))
                   for mode, source in cases], sys.stdout)
    elif command == "harvest":
        json.dump(harvest(sys.stdin.read().split("\n")), sys.stdout)
    elif command == "names":
        names = {}
        for path in sys.stdin.read().split("\n"):
            if not path:
                continue
            with open(path, "rb") as file:
                for name in re.findall(rb"\\N\{([^}\n]+)\}", file.read()):
                    try:
                        names[name.decode("ascii")] = ord(unicodedata.lookup(name.decode("ascii")))
                    except (KeyError, UnicodeDecodeError, TypeError):
                        pass
        json.dump(names, sys.stdout)


main()
