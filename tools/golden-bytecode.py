"""Writes test/golden/bytecode/: what CPython 3.13 says of opcodes and of sample.py there.

usage: PYTHONHASHSEED=0 python3.13 tools/golden-bytecode.py        (in the repository's root)
"""
import json, opcode, os, subprocess, sys
import _opcode

folder = os.path.join("test", "golden", "bytecode")
if sys.version_info[:2] != (3, 13) or os.environ.get("PYTHONHASHSEED") != "0":
    sys.exit("run this with python3.13 and PYTHONHASHSEED=0")


def effects(number):
    """stack_effect for opargs 0 to 5 and 0x302, of each way to jump: None, True, False."""
    if not _opcode.has_arg(number):
        return [[_opcode.stack_effect(number, jump=jump) for jump in (None, True, False)]]
    return [[_opcode.stack_effect(number, oparg, jump=jump) for jump in (None, True, False)] for oparg in (0, 1, 2, 3, 4, 5, 0x302)]


opcodes = {}
for name, number in {**opcode.opmap, **opcode._specialized_opmap}.items():
    row = {"number": number}
    for flag in ("arg", "const", "name", "jump", "free", "local", "exc"):
        if getattr(_opcode, "has_" + flag)(number):
            row[flag] = True
    if name in opcode.opmap and not name.startswith("INSTRUMENTED_"):
        row["effects"] = effects(number)
        row["cache"] = opcode._inline_cache_entries.get(name, 0)
    opcodes[name] = row
families = {special: generic for generic, specials in opcode._specializations.items() for special in specials}
with open(os.path.join(folder, "opcodes.json"), "w") as file:
    json.dump({
        "opcodes": opcodes, "families": families, "caches": opcode._cache_format, "binary": opcode._nb_ops,
        "intrinsics1": opcode._intrinsic_1_descs, "intrinsics2": opcode._intrinsic_2_descs,
    }, file)
    file.write("\n")

for script, target, options in (("oracle-bytecode.py", "sample.bytecode.jsonl", ["--options"]), ("oracle-flowgraph.py", "sample.flowgraph.jsonl", [])):
    with open(os.path.join(folder, target), "w") as file:
        subprocess.run([sys.executable, os.path.join("tools", script), os.path.join(folder, "sample.py"), *options], stdout=file, check=True)
