# Writes test/golden/compiler/snippets.jsonl: what CPython 3.13 makes of each program of snippets.txt beside it.
# PYTHONHASHSEED=0 python3.13 tools/golden-compiler.py
import importlib.util
import json
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
golden = os.path.join(os.path.dirname(here), "test", "golden", "compiler")
spec = importlib.util.spec_from_file_location("oracle_compile", os.path.join(here, "oracle-compile.py"))
oracle = importlib.util.module_from_spec(spec)
sys.modules["oracle_compile"] = oracle
spec.loader.exec_module(oracle)

with open(os.path.join(golden, "snippets.txt"), encoding="utf-8") as file:
    sections = ("\n" + file.read()).split("\n=== ")[1:]
with open(os.path.join(golden, "snippets.jsonl"), "w", encoding="utf-8") as out:
    for section in sections:
        head, _, source = section.partition("\n")
        words = head.split(" ")
        options = dict(word.split("=") for word in words if "=" in word)
        request = {
            "name": " ".join(word for word in words if "=" not in word),
            "path": "snippet.py",
            "source": (source + "\n" if source else "").encode().decode("latin-1"),
            "mode": options.get("mode", "exec"),
            "optimize": int(options.get("optimize", "0")),
        }
        out.write(json.dumps({**request, "expected": oracle.answer(request)}) + "\n")
