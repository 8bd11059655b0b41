# Writes the instruction sequences that CPython's code generator makes, before any optimisation, for
# tools/oracle-codegen.ts. stdin: one path a line; stdout: one JSON line each, units in the order in which they end.
import _opcode_metadata
import _testinternalcapi
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")
names = {number: name for name, number in _opcode_metadata.opmap.items()}


def units(sequence):
    for nested in sequence.get_nested():
        yield from units(nested)
    yield [
        [names[i[0]], 0 if i[1] is None else i[1], *i[2:]]
        for i in sequence.get_instructions()
    ]


for line in sys.stdin:
    path = line.strip()
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
        sequence, _ = _testinternalcapi.compiler_codegen(tree, path, 0)
        print(json.dumps(list(units(sequence))), flush=True)
    except SyntaxError:
        print("null", flush=True)
