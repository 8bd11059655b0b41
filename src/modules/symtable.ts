// _symtable: the compiler's symbol table as objects, for the library's symtable.
//
// Every entry becomes a symtable entry object when the table is asked for; afterwards there is only memory.
import { symbolTableOf } from "../compiler/index.ts";
import * as symtable from "../compiler/symtable.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { declareModule, newBuiltinType } from "../objects/declare.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { PyErr_NoMemory, raise } from "../objects/errors.ts";
import { listAppendSteal, PyList_New } from "../objects/list_core.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, Py_TPFLAGS_DISALLOW_INSTANTIATION, xdecref } from "../objects/object.ts";
import { allocateInstance, freeInstance } from "../objects/type_alloc.ts";
import { PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";
import { PyUnicode_FSDecoder, sourceBytes } from "./builtins/compile.ts";
import { remainingRecursion } from "./c_depth.ts";
import { parseToTree, raiseCompileProblem } from "./compile_source.ts";
import { setStolen } from "./make_module.ts";

const PySTEntryObject = struct("PySTEntryObject", 144, {
  ...OBJECT_HEAD,
  ste_id: [16, "ptr", "int: what tells entries apart"],
  ste_symbols: [24, "ptr", "dict: name to flags"],
  ste_name: [32, "ptr", "str"],
  ste_varnames: [40, "ptr", "list of parameters"],
  ste_children: [48, "ptr", "list of entries"],
  ste_directives: [56, "ptr", "list; null here"],
  ste_mangled_names: [64, "ptr", "set; null here"],
  ste_type: [72, "i32", "kind of block"],
  ste_scope_info: [80, "ptr", "char*; null here"],
  ste_nested: [88, "i32", "1 within a function"],
  ste_bits: [92, "u32", "what the compiler asks for; zero here"],
  ste_comprehension: [96, "i32", "kind of comprehension; zero here"],
  ste_more_bits: [100, "u32", "zero here"],
  ste_comp_iter_expr: [104, "i32", "zero here"],
  ste_lineno: [108, "i32", "first line"],
  ste_col_offset: [112, "i32", "its column"],
  ste_end_lineno: [116, "i32", "last line"],
  ste_end_col_offset: [120, "i32", "its column"],
  ste_opt_lineno: [124, "i32", "zero here"],
  ste_opt_col_offset: [128, "i32", "zero here"],
  ste_table: [136, "ptr", "symtable; null here"],
});

const BLOCK_TYPES: readonly symtable.BlockType[] = [
  "function",
  "class",
  "module",
  "annotation",
  "type alias",
  "type parameters",
  "type variable",
];

const OWNED_FIELDS = [
  PySTEntryObject.ste_id,
  PySTEntryObject.ste_symbols,
  PySTEntryObject.ste_name,
  PySTEntryObject.ste_varnames,
  PySTEntryObject.ste_children,
] as const;

function ste_dealloc(o: Address): void {
  for (const field of OWNED_FIELDS) xdecref(ptr(o + field));
  freeInstance(o);
}

function ste_repr(o: Borrowed): Owned {
  const name = textOf(ptr(o + PySTEntryObject.ste_name));
  return PyUnicode_FromString(`<symtable entry ${name}(${o}), line ${i32(o + PySTEntryObject.ste_lineno)}>`);
}

const entryType: Address = newBuiltinType({
  name: "symtable entry",
  basicsize: PySTEntryObject.sizeof,
  flags: Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: { tp_dealloc: ste_dealloc, tp_repr: ste_repr },
  members: [
    ["id", "object", PySTEntryObject.ste_id, "readonly"],
    ["name", "object", PySTEntryObject.ste_name, "readonly"],
    ["symbols", "object", PySTEntryObject.ste_symbols, "readonly"],
    ["varnames", "object", PySTEntryObject.ste_varnames, "readonly"],
    ["children", "object", PySTEntryObject.ste_children, "readonly"],
    ["nested", "int", PySTEntryObject.ste_nested, "readonly"],
    ["type", "int", PySTEntryObject.ste_type, "readonly"],
    ["lineno", "int", PySTEntryObject.ste_lineno, "readonly"],
  ],
});

function symbolsDict(entry: symtable.SymbolTableEntry): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  for (const [name, flags] of entry.symbols) {
    if (setStolen(dict, name, PyLong_FromNumber(flags)) >= 0) continue;
    decref(dict);
    return 0;
  }
  return dict;
}

/** A list of what `make` gives for each item. Owned, 0 with an error set. */
function listOf<Item>(items: readonly Item[], make: (item: Item) => Owned): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  for (const item of items) {
    const o = make(item);
    if (o !== 0 && listAppendSteal(list, o) >= 0) continue;
    decref(list);
    return 0;
  }
  return list;
}

/** An entry and all below it. Scopes nest no deeper than the parser's and the compiler's limits allow. */
function entryObject(entry: symtable.SymbolTableEntry): Owned {
  const o = allocateInstance(entryType, 0);
  if (o === 0) return 0;
  setPtr(o + PySTEntryObject.ste_id, PyLong_FromNumber(o));
  setPtr(o + PySTEntryObject.ste_symbols, symbolsDict(entry));
  setPtr(o + PySTEntryObject.ste_name, PyUnicode_InternFromString(entry.name.replace(/^<(.*)>$/, "$1")));
  setPtr(o + PySTEntryObject.ste_varnames, listOf(entry.varnames, PyUnicode_InternFromString));
  setPtr(o + PySTEntryObject.ste_children, listOf(entry.children, entryObject));
  setI32(o + PySTEntryObject.ste_type, BLOCK_TYPES.indexOf(entry.type));
  setI32(o + PySTEntryObject.ste_nested, entry.nested ? 1 : 0);
  setI32(o + PySTEntryObject.ste_lineno, entry.location.lineno);
  setI32(o + PySTEntryObject.ste_col_offset, entry.location.col_offset);
  setI32(o + PySTEntryObject.ste_end_lineno, entry.location.end_lineno);
  setI32(o + PySTEntryObject.ste_end_col_offset, entry.location.end_col_offset);
  if (OWNED_FIELDS.every((field) => ptr(o + field) !== 0)) return o;
  decref(o);
  return PyErr_NoMemory();
}

function symtable_symtable(_module: Borrowed, source: Borrowed, filename: Borrowed, start: Borrowed): Owned {
  const name = PyUnicode_FSDecoder(filename);
  if (name === 0) return 0;
  const result = makeTable(source, name, textOf(start));
  decref(name);
  return result;
}

function makeTable(source: Borrowed, filename: Borrowed, mode: string): Owned {
  const bytes = sourceBytes(source, "symtable() arg 1 must be a string or bytes object");
  if (bytes === null) return 0;
  if (mode !== "exec" && mode !== "eval" && mode !== "single") {
    return raise(PyExc_ValueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  }
  const tree = parseToTree(bytes.bytes, filename, { mode, flags: bytes.flags, optimize: 0 });
  if (tree === null) return 0;
  const table = symbolTableOf(tree, remainingRecursion());
  return "top" in table ? entryObject(table.top) : raiseCompileProblem(table, filename);
}

/** A flag that 3.13 names and no longer sets. */
const DEF_FREE = 32;

const CONSTANTS: readonly [string, number][] = [
  ["USE", symtable.USE],
  ["DEF_GLOBAL", symtable.DEF_GLOBAL],
  ["DEF_NONLOCAL", symtable.DEF_NONLOCAL],
  ["DEF_LOCAL", symtable.DEF_LOCAL],
  ["DEF_PARAM", symtable.DEF_PARAM],
  ["DEF_FREE", DEF_FREE],
  ["DEF_FREE_CLASS", symtable.DEF_FREE_CLASS],
  ["DEF_IMPORT", symtable.DEF_IMPORT],
  ["DEF_BOUND", symtable.DEF_BOUND],
  ["DEF_ANNOT", symtable.DEF_ANNOT],
  ["TYPE_FUNCTION", 0],
  ["TYPE_CLASS", 1],
  ["TYPE_MODULE", 2],
  ["TYPE_ANNOTATION", 3],
  ["TYPE_TYPE_ALIAS", 4],
  ["TYPE_TYPE_PARAMETERS", 5],
  ["TYPE_TYPE_VARIABLE", 6],
  ["LOCAL", symtable.LOCAL],
  ["GLOBAL_EXPLICIT", symtable.GLOBAL_EXPLICIT],
  ["GLOBAL_IMPLICIT", symtable.GLOBAL_IMPLICIT],
  ["FREE", symtable.FREE],
  ["CELL", symtable.CELL],
  ["SCOPE_OFF", symtable.SCOPE_OFFSET],
  ["SCOPE_MASK", symtable.SCOPE_MASK],
];

declareModule({
  name: "_symtable",
  functions: [["symtable", "(source, filename, startstr: str, /)", symtable_symtable]],
  exec: (_module, dict) => {
    for (const [name, value] of CONSTANTS) if (setStolen(dict, name, PyLong_FromNumber(value)) < 0) return -1;
    return 0;
  },
});
