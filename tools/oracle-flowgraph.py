"""Prints what CPython 3.13 makes of instruction sequences, for tools/oracle-flowgraph.ts to compare with.

usage: oracle-flowgraph.py FILE...

One JSON object a line. Sequences come from _testinternalcapi.compiler_codegen: of each file's module, of every function
and class in it (their constants are not to be had, so made-up ones stand in), and of every function's body compiled as a
module of its own, whose constants are known.
"""
import ast, json, random, sys, warnings
import _testinternalcapi as internal

warnings.simplefilter("ignore")
sys.setrecursionlimit(5000)


def constant(value, codes):
    """As tools/oracle-flowgraph.ts reads it; a code object by its number."""
    kind = type(value)
    if value is None or value is True or value is False or value is Ellipsis:
        return {"type": str(value)}
    if kind is int:
        return {"type": "int", "value": str(value)}
    if kind is float:
        return {"type": "float", "value": value.hex()}
    if kind is complex:
        return {"type": "complex", "real": value.real.hex(), "imag": value.imag.hex()}
    if kind is str:
        return {"type": "str", "hex": value.encode("utf-8", "surrogatepass").hex()}
    if kind is bytes:
        return {"type": "bytes", "hex": value.hex()}
    if kind in (tuple, frozenset):
        return {"type": kind.__name__, "items": [constant(item, codes) for item in value]}
    for number, code in enumerate(codes):
        if code == value:
            return {"type": "code", "number": number}
    codes.append(value)
    return {"type": "code", "number": len(codes) - 1}


def listed(sequence):
    """Flat: opcode, oparg, line, end line, column, end column."""
    flat = []
    for opcode, oparg, *location in sequence.get_instructions():
        flat += [opcode, oparg or 0, *location]
    return flat


def described(code, codes):
    return {
        "code": code.co_code.hex(), "linetable": code.co_linetable.hex(), "exceptiontable": code.co_exceptiontable.hex(),
        "stacksize": code.co_stacksize, "consts": [constant(value, codes) for value in code.co_consts],
        "names": code.co_names, "varnames": code.co_varnames, "cellvars": code.co_cellvars, "freevars": code.co_freevars,
    }


def made_up(count, seed):
    random.seed(seed)
    values = [f"s{i}" if i % 2 else 1000 + i for i in range(count)]
    for special in (None, True, False, 0, ""):
        if count:
            index = random.randrange(count)
            if not any(values[index] is other for other in (None, True, False, 0, "")):
                values[index] = special
    return values


def unkeyed(key):
    """The constant of a key of metadata["consts"]: a pair holds it second."""
    return key[1] if type(key) is tuple else key


CELL_OPCODES = {"LOAD_CLOSURE", "LOAD_DEREF", "STORE_DEREF", "DELETE_DEREF", "LOAD_FROM_DICT_OR_DEREF"}


def sequence_case(where, sequence, code, out):
    """One sequence on its own: optimised, and what came of it assembled."""
    import dis
    const_count = local_count = cell_count = 0
    for opcode, oparg, *_ in sequence.get_instructions():
        name = dis.opname[opcode]
        if opcode in dis.hasconst:
            const_count = max(const_count, oparg + 1)
        elif name in CELL_OPCODES:
            cell_count = max(cell_count, oparg + 1)
        elif opcode in dis.haslocal:
            local_count = max(local_count, oparg + 1)
    consts = made_up(const_count, where)
    codes = []
    case = {"case": "sequence", "where": where, "instructions": listed(sequence), "consts": [constant(c, codes) for c in consts], "nlocals": local_count}
    metadata = {
        "name": "f", "qualname": "f", "names": {},
        "varnames": {f"v{i}": i for i in range(local_count)},
        # Every third cell is a local too, as a parameter that is captured would be.
        "cellvars": {(f"v{i}" if i % 3 == 0 and i < local_count else f"c{i}"): i for i in range(cell_count)},
        "freevars": {}, "fasthidden": {}, "argcount": 0, "posonlyargcount": 0, "kwonlyargcount": 0, "firstlineno": 1,
    }
    case["varnames"], case["cellvars"] = list(metadata["varnames"]), list(metadata["cellvars"])
    optimized = internal.optimize_cfg(sequence, consts, local_count)
    case["optimized"] = listed(optimized)
    case["optimizedConsts"] = [constant(c, codes) for c in consts]
    # Block set-ups have lost their POP_BLOCKs by now, and CPython's assembler crashes on that: they go.
    plain = internal.new_instruction_sequence()
    for opcode, oparg, *location in optimized.get_instructions():
        plain.use_label(plain.new_label())
        setup = dis.opname[opcode].startswith("SETUP_") and opcode > 255
        plain.addop(dis.opmap["NOP"] if setup else opcode, 0 if setup else oparg or 0, *location)
    case["plain"] = listed(plain)
    # Keys of pairs: True and 1 are two constants.
    metadata["consts"] = {(i, value): i for i, value in enumerate(consts)}
    try:
        case["assembled"] = described(internal.assemble_code_object("f.py", plain, metadata), codes)
    except (ValueError, SystemError) as error:
        case["assembled"] = str(error)
    print(json.dumps(case), file=out)


def walk(where, sequence, out):
    sequence_case(where, sequence, None, out)
    for i, nested in enumerate(sequence.get_nested() or ()):
        walk(f"{where}.{i}", nested, out)


def module_case(where, tree, out):
    """A module from its sequence to its code object, constants and all."""
    code = compile(tree, "f.py", "exec", dont_inherit=True, optimize=0)
    sequence, metadata = internal.compiler_codegen(tree, "f.py", 0)
    codes = []
    case = {
        "case": "module", "where": where, "instructions": listed(sequence),
        "consts": [constant(unkeyed(key), codes) for key in metadata["consts"]], "names": list(metadata["names"]),
        "varnames": list(metadata["varnames"]), "cellvars": list(metadata["cellvars"]), "flags": code.co_flags,
        "firstlineno": code.co_firstlineno,
    }
    case["expected"] = described(code, codes)
    print(json.dumps(case), file=out)
    return sequence


class Unreturn(ast.NodeTransformer):
    """return x: (x, None) is kept as a call, for there is no return in a module."""

    def visit_Return(self, node):
        arguments = [self.visit(node.value)] if node.value else []
        call = ast.Call(func=ast.Name("result", ast.Load()), args=arguments, keywords=[])
        return ast.copy_location(ast.Raise(exc=call, cause=None), node)

    def visit_FunctionDef(self, node):
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef


def main():
    out = sys.stdout
    for path in sys.argv[1:]:
        try:
            with open(path, "rb") as file:
                tree = ast.parse(file.read(), path)
            sequence = module_case(path, tree, out)
            walk(path, sequence, out)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                transformer = Unreturn()
                body = [transformer.visit(statement) for statement in node.body]
                module = ast.fix_missing_locations(ast.Module(body=body, type_ignores=[]))
                try:
                    module_case(f"{path}:{node.lineno} {node.name}", module, out)
                except (SyntaxError, ValueError, RecursionError):
                    pass


main()
