# Writes test/golden/compiler/story.jsonl: what CPython 3.13's own modules say of each stage of a program of snippets.txt:
# tokenize, ast, symtable, dis. Columns are counted in UTF-16 units, as the page's editor counts them.
# PYTHONHASHSEED=0 python3.13 tools/golden-story.py
import ast
import dis
import io
import json
import os
import symtable
import tokenize
import token
import types
import warnings

warnings.simplefilter("ignore")
here = os.path.dirname(os.path.abspath(__file__))
golden = os.path.join(os.path.dirname(here), "test", "golden", "compiler")


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def tokens_of(source):
    lines = source.split("\n")

    def column(place):
        line = lines[place[0] - 1] if place[0] <= len(lines) else ""
        return units(line[: place[1]]) + max(0, place[1] - len(line))

    found = []
    for each in tokenize.generate_tokens(io.StringIO(source).readline):
        place = [each.start[0], column(each.start), each.end[0], column(each.end)]
        found.append([token.tok_name[each.type], token.tok_name[each.exact_type], each.string, place])
    return found


def scopes_of(table, depth=0):
    symbols = []
    for symbol in table.get_symbols():
        words = {
            "parameter": symbol.is_parameter(),
            "imported": symbol.is_imported(),
            "declared global": symbol.is_declared_global(),
            "nonlocal": symbol.is_nonlocal(),
            "assigned": symbol.is_assigned(),
            "annotated": symbol.is_annotated(),
            "referenced": symbol.is_referenced(),
        }
        symbols.append([symbol.get_name(), symbol.is_free(), [word for word in words if words[word]]])
    found = [[table.get_name(), depth, table.is_nested(), symbols]]
    for child in table.get_children():
        found += scopes_of(child, depth + 1)
    return found


def codes_of(code):
    found = [code]
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found += codes_of(constant)
    return found


def instructions_of(code, source):
    lines = source.encode().split(b"\n")

    def column(line, offset):
        return units(lines[line - 1][:offset].decode()) if line <= len(lines) else offset

    found = []
    for each in dis.Bytecode(code):
        if each.opname == "EXTENDED_ARG":
            continue
        p = each.positions
        place = None
        if p and p.lineno and None not in (p.col_offset, p.end_col_offset):
            place = [p.lineno, column(p.lineno, p.col_offset), p.end_lineno, column(p.end_lineno, p.end_col_offset)]
        is_code = isinstance(each.argval, types.CodeType)
        text = f"<code object {each.argval.co_name}>" if is_code else each.argrepr
        target = each.jump_target
        found.append([each.offset, each.opname, each.arg, text, place, target])
    return found


with open(os.path.join(golden, "snippets.txt"), encoding="utf-8") as file:
    sections = ("\n" + file.read()).split("\n=== ")[1:]
with open(os.path.join(golden, "story.jsonl"), "w", encoding="utf-8") as out:
    for section in sections:
        head, _, source = section.partition("\n")
        if "mode=" in head or "optimize=" in head or head == "large displays":
            continue
        source = source + "\n" if source else ""
        try:
            code = compile(source, "snippet.py", "exec")
        except (SyntaxError, RecursionError):
            continue
        answer = {
            "name": head,
            "source": source,
            "tokens": tokens_of(source),
            "tree": ast.dump(ast.parse(source)),
            "scopes": scopes_of(symtable.symtable(source, "snippet.py", "exec")),
            "codes": [[each.co_qualname, instructions_of(each, source)] for each in codes_of(code)],
        }
        out.write(json.dumps(answer, separators=(",", ":")) + "\n")
