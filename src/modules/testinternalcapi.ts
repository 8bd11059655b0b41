// _testinternalcapi: what CPython's own tests ask of the inside. Here: the stages of the compiler one by one, and counters.
//
// The functions are stages of our compiler (compiler/stages.ts); constants keep their identity from one stage to the next.
// Of CPython's module the parts for its optimizer of traces, sub-interpreters and its start are left out: there is none here.
import type { CodeConstant } from "../bytecode/code.ts";
import { cleanDoc } from "../compiler/docstring.ts";
import { type CompileUnitMetadata, ConstantTable, NameTable } from "../compiler/instruction_sequence.ts";
import { assembleStage, type GeneratedUnit, generateStage, optimizeStage } from "../compiler/stages.ts";
import { THREAD } from "../memory/data.ts";
import { type Borrowed, i32, type Owned, u8 } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { PyDictValues } from "../memory/structs/containers.ts";
import { PyGC_Head } from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { codeFromPlain, constantObject } from "../objects/code.ts";
import { configured } from "../objects/config.ts";
import { convertInt } from "../objects/convert.ts";
import { declareModule } from "../objects/declare.ts";
import { nextKey, nextValue, PyDict_New, PyDict_Next, PyDict_SetItem } from "../objects/dict_core.ts";
import { hasInlineValues, inlineValues } from "../objects/dict_instance.ts";
import { PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { listAppendSteal, listClear, PyList_GET_ITEM, PyList_GET_SIZE } from "../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isDict, isList, isUnicode, newRef, typeOf } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None, PyCode_Type, PyExc_KeyError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromWtf8, textOf, wtf8Of } from "../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";
import { constantOf } from "./ast/from_objects.ts";
import { isTreeObject, readTree } from "./ast/module.ts";
import { raiseCompileProblem } from "./compile_source.ts";
import {
  isInstructionSequence,
  newInstructionSequence,
  plainSequence,
  sequenceObject,
} from "./instruction_sequence.ts";
import { setStolen } from "./make_module.ts";
import { dictItem } from "./names.ts";

/** A Python list of constants as the compiler's: those it does not know are refused. Null with an error set. */
function constantsOf(items: readonly Borrowed[]): CodeConstant[] | null {
  const constants: CodeConstant[] = [];
  for (const item of items) {
    const constant = constantOf(item);
    if (constant.type === "invalid") {
      raise(PyExc_TypeError, `got an invalid type in Constant: ${constant.typeName}`);
      return null;
    }
    constants.push(constant);
  }
  return constants;
}

function optimize_cfg(_module: Borrowed, instructions: Borrowed, consts: Borrowed, localCount: number): Owned {
  if (!isInstructionSequence(instructions)) return raise(PyExc_ValueError, "expected an instruction sequence");
  if (!isList(consts)) return raise(PyExc_TypeError, `expected a list, not ${typeNameOf(consts)}`);
  const plain = plainSequence(instructions);
  if (plain === null) return 0;
  const given: Borrowed[] = [];
  for (let i = 0; i < PyList_GET_SIZE(consts); i++) given.push(PyList_GET_ITEM(consts, i));
  const constants = constantsOf(given);
  if (constants === null) return 0;
  const optimized = optimizeStage(plain, constants, localCount);
  // A constant that was there before stays the object that it was.
  const kept = optimized.constants.map((constant) => {
    const index = constants.indexOf(constant);
    return index < 0 ? constantObject(constant) : newRef(given[index]);
  });
  listClear(consts);
  for (const item of kept) if (item === 0 || listAppendSteal(consts, item) < 0) return 0;
  return sequenceObject(optimized.sequence);
}

function generatedObject(unit: GeneratedUnit): Owned {
  const nested = unit.nested.map(generatedObject);
  const result = nested.includes(0) ? 0 : sequenceObject(unit.sequence, nested);
  for (const each of nested) if (each !== 0) decref(each);
  return result;
}

function numbered(items: readonly Owned[]): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  let isMade = true;
  items.forEach((item, index) => {
    const number = PyLong_FromNumber(index);
    isMade &&= item !== 0 && number !== 0 && PyDict_SetItem(dict, item, number) >= 0;
    if (item !== 0) decref(item);
    if (number !== 0) decref(number);
  });
  if (isMade) return dict;
  decref(dict);
  return 0;
}

/** What CPython tells of a unit, but for its constants, which stand there under keys of their own. */
function metadataDict(unit: CompileUnitMetadata): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  const names = (table: NameTable) => numbered(table.list().map(PyUnicode_InternFromString));
  const rows: readonly [string, () => Owned][] = [
    ["name", () => PyUnicode_InternFromString(unit.name)],
    ["names", () => names(unit.names)],
    ["varnames", () => names(unit.varnames)],
    ["cellvars", () => names(unit.cellvars)],
    ["freevars", () => names(unit.freevars)],
    ["argcount", () => PyLong_FromNumber(unit.argcount)],
    ["posonlyargcount", () => PyLong_FromNumber(unit.posonlyargcount)],
    ["kwonlyargcount", () => PyLong_FromNumber(unit.kwonlyargcount)],
  ];
  for (const [name, make] of rows) {
    if (setStolen(dict, name, make()) >= 0) continue;
    decref(dict);
    return 0;
  }
  return dict;
}

const MODES = ["exec", "eval", "single"] as const;

function compiler_codegen(
  _module: Borrowed,
  tree: Borrowed,
  filename: Borrowed,
  optimize: number,
  mode: number,
): Owned {
  if (!isTreeObject(tree)) return raise(PyExc_TypeError, "expected an AST");
  const plain = readTree(tree, MODES[mode] ?? "exec");
  if (plain === null) return 0;
  const name = textOf(filename);
  const unit = generateStage(plain, { filename: name, optimize: Math.max(0, optimize) as 0 | 1 | 2, flags: 0 });
  if ("message" in unit) return raiseCompileProblem(unit, filename);
  const sequence = generatedObject(unit);
  const metadata = sequence === 0 ? 0 : metadataDict(unit.metadata);
  if (metadata === 0) return 0;
  const result = PyTuple_Pack(sequence, metadata);
  decref(sequence);
  decref(metadata);
  return result;
}

/** Names of a dict in the order of the numbers that are its values. Null with an error set. */
function keysInOrder(metadata: Borrowed, field: string): Borrowed[] | null {
  const dict = metadataItem(metadata, field);
  if (dict === 0) return null;
  if (!isDict(dict)) {
    raise(PyExc_TypeError, `expected a dict, not ${typeNameOf(dict)}`);
    return null;
  }
  const numbered: [number, Borrowed][] = [];
  for (let at = PyDict_Next(dict, 0); at > 0; at = PyDict_Next(dict, at)) {
    numbered.push([convertInt(nextValue()), nextKey()]);
  }
  return PyErr_Occurred() ? null : numbered.sort(([a], [b]) => a - b).map(([, key]) => key);
}

function metadataItem(metadata: Borrowed, field: string): Borrowed {
  const item = dictItem(metadata, field);
  return item !== 0 || PyErr_Occurred() ? item : raise(PyExc_KeyError, field);
}

/** The dict that describes a unit, as the assembler wants it. Null with an error set. */
function unitMetadata(metadata: Borrowed): CompileUnitMetadata | null {
  const names = (field: string): NameTable => {
    const table = new NameTable();
    for (const key of keysInOrder(metadata, field) ?? []) table.add(textOf(key));
    return table;
  };
  const word = (field: string): string => {
    const item = metadataItem(metadata, field);
    if (item !== 0 && isUnicode(item)) return textOf(item);
    if (item !== 0) raise(PyExc_TypeError, `${field} must be a str`);
    return "";
  };
  const count = (field: string): number => {
    const item = metadataItem(metadata, field);
    return item === 0 ? 0 : convertInt(item);
  };
  const fasthidden = metadataItem(metadata, "fasthidden");
  const hidden = new Map<string, boolean>();
  for (let at = fasthidden === 0 ? 0 : PyDict_Next(fasthidden, 0); at > 0; at = PyDict_Next(fasthidden, at)) {
    hidden.set(textOf(nextKey()), true);
  }
  const consts = new ConstantTable();
  const constants = dictItem(metadata, "consts");
  const isKeyed = constants !== 0 && isDict(constants);
  consts.values.push(...((isKeyed ? constantsOf(keysInOrder(metadata, "consts") ?? []) : null) ?? []));
  const unit = {
    name: word("name"),
    qualname: word("qualname"),
    consts,
    names: names("names"),
    varnames: names("varnames"),
    cellvars: names("cellvars"),
    freevars: names("freevars"),
    fasthidden: hidden,
    argcount: count("argcount"),
    posonlyargcount: count("posonlyargcount"),
    kwonlyargcount: count("kwonlyargcount"),
    firstlineno: count("firstlineno"),
  };
  return PyErr_Occurred() ? null : unit;
}

function assemble_code_object(
  _module: Borrowed,
  filename: Borrowed,
  instructions: Borrowed,
  metadata: Borrowed,
): Owned {
  if (!isInstructionSequence(instructions)) return raise(PyExc_TypeError, "expected an instruction sequence");
  if (!isDict(metadata)) return raise(PyExc_TypeError, `expected a dict, not ${typeNameOf(metadata)}`);
  const plain = plainSequence(instructions);
  const unit = plain === null ? null : unitMetadata(metadata);
  if (plain === null || unit === null) return 0;
  return codeFromPlain(assembleStage(plain, unit, textOf(filename)));
}

/** Of CPython's configuration what tests ask for: its numbers, and which of them are truth values. */
const CONFIG_TRUTHS = [
  "use_environment",
  "dev_mode",
  "use_hash_seed",
  "faulthandler",
  "import_time",
  "code_debug_ranges",
];
const CONFIG_NUMBERS = [
  "hash_seed",
  "tracemalloc",
  "bytes_warning",
  "optimization_level",
  "verbose",
  "use_frozen_modules",
];

function get_config(): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  for (const name of [...CONFIG_TRUTHS, ...CONFIG_NUMBERS]) {
    const value = configured(PyConfig[name as keyof typeof PyConfig]);
    const o = CONFIG_TRUTHS.includes(name) ? bool(value !== 0) : PyLong_FromNumber(value);
    if (setStolen(dict, name, o) < 0) return 0;
  }
  return dict;
}

const threadField = (field: number) => i32(THREAD + field);

declareModule({
  name: "_testinternalcapi",
  functions: [
    ["new_instruction_sequence", "()", newInstructionSequence],
    ["optimize_cfg", "(instructions, consts, nlocals: int)", optimize_cfg],
    ["compiler_codegen", "(ast, filename: str, optimize: int, compile_mode: int = 0)", compiler_codegen],
    ["assemble_code_object", "(filename: str, instructions, metadata)", assemble_code_object],
    [
      "compiler_cleandoc",
      "(doc: str)",
      (_module: Borrowed, doc: Borrowed) => PyUnicode_FromWtf8(cleanDoc(wtf8Of(doc))),
    ],
    ["get_config", "()", get_config],
    [
      "get_recursion_depth",
      "()",
      () =>
        PyLong_FromNumber(
          threadField(PyThreadState.py_recursion_limit) - threadField(PyThreadState.py_recursion_remaining),
        ),
    ],
    // Of builds without a global lock, which this is not: nothing is made immortal that could be kept from it.
    ["get_immortalize_deferred", "()", () => bool(false)],
    ["suppress_immortalization", "(suppress: bool, /)", () => Py_None],
    [
      "has_inline_values",
      "(object, /)",
      (_module: Borrowed, o: Borrowed) =>
        bool(hasInlineValues(typeOf(o)) && u8(inlineValues(o) + PyDictValues.valid) !== 0),
    ],
    ["get_c_recursion_remaining", "()", () => PyLong_FromNumber(threadField(PyThreadState.c_recursion_remaining))],
    [
      "get_co_framesize",
      "(object, /)",
      (_module: Borrowed, code: Borrowed) =>
        typeOf(code) === PyCode_Type
          ? PyLong_FromNumber(i32(code + PyCodeObject.co_framesize))
          : raise(PyExc_TypeError, "argument must be a code object"),
    ],
  ],
  exec: (_module, dict) => setStolen(dict, "SIZEOF_PYGC_HEAD", PyLong_FromNumber(PyGC_Head.sizeof)),
});
