"""Prints code objects as CPython 3.13 marshals, disassembles and locates them, for tools/oracle-bytecode.ts.

usage: oracle-bytecode.py [--options] FILE...     One JSON object a line.

--options: the disassembly follows once more with caches and offsets, instead of that of the code as it was compiled.
"""
import dis, io, json, marshal, re, sys, warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(5000)


def codes_in(code):
    yield code
    for constant in code.co_consts:
        if hasattr(constant, "co_code"):
            yield from codes_in(constant)


def without_addresses(text):
    return re.sub(r"(<code object .+? at )0x[0-9a-f]+", r"\g<1>0x0", text)


def positions(code):
    """Flat, each run of equal ones once with its length; -1 for None."""
    flat, last, count = [], None, 0
    for position in code.co_positions():
        if position == last:
            count += 1
            continue
        if count:
            flat += [count, *(-1 if field is None else field for field in last)]
        last, count = position, 1
    if count:
        flat += [count, *(-1 if field is None else field for field in last)]
    return flat


def main():
    for path in (path for path in sys.argv[1:] if path != "--options"):
        try:
            with open(path, "rb") as file:
                code = compile(file.read(), path, "exec", dont_inherit=True, optimize=0)
        except (SyntaxError, ValueError, RecursionError):
            continue
        dumped = marshal.dumps(code)
        # The order of a frozenset is that after reading.
        loaded = marshal.loads(dumped)
        output = io.StringIO()
        dis.dis(loaded, file=output)
        fresh = io.StringIO()
        dis.dis(code, file=fresh)
        if "--options" in sys.argv:
            dis.dis(loaded, file=output, show_caches=True, show_offsets=True)
            fresh = io.StringIO()
        print(json.dumps({
            "where": path, "marshal": dumped.hex(), "dis": without_addresses(output.getvalue()),
            "freshDis": without_addresses(fresh.getvalue()),
            "positions": [positions(each) for each in codes_in(loaded)],
            "lines": [[-1 if x is None else x for range in each.co_lines() for x in range] for each in codes_in(loaded)],
            "exceptions": [[int(x) for entry in dis._parse_exception_table(each) for x in entry] for each in codes_in(loaded)],
        }))


main()
