// _opcode: what dis and opcode ask about instructions. The answers are those of bytecode/opcodes.ts.
import {
  binaryOperators,
  hasFlag,
  intrinsics1,
  intrinsics2,
  isBlockPush,
  OP,
  OpcodeFlag,
  opcodeRow,
  stackEffect,
} from "../bytecode/opcodes.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { convertInt } from "../objects/convert.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { typeOf, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyCode_Type,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { setStolen } from "./make_module.ts";

/** INSTRUMENTED_LINE stands for whatever it replaced: it is in none of CPython's tables. */
const isKnown = (opcode: number): boolean => opcode !== OP.INSTRUMENTED_LINE && opcodeRow(opcode) !== undefined;

/** CPython's tables say of these instrumented forms that they leave the stack alone, whatever they stand for. */
const hasNoEffect = (opcode: number): boolean => opcode >= OP.INSTRUMENTED_FOR_ITER && opcode < OP.INSTRUMENTED_LINE;

const invalid = (): 0 => raise(PyExc_ValueError, "invalid opcode or oparg");

function stack_effect(_module: Borrowed, opcode: number, opargObject: Borrowed, jump: Borrowed): Owned {
  let oparg = 0;
  if (opargObject !== 0 && opargObject !== Py_None) {
    oparg = convertInt(opargObject);
    if (oparg === -1 && PyErr_Occurred() !== 0) return 0;
  }
  if (jump !== 0 && jump !== Py_None && jump !== Py_True && jump !== Py_False) {
    return raise(PyExc_ValueError, "stack_effect: jump must be False, True or None");
  }
  if (!isKnown(opcode)) return invalid();
  if (hasNoEffect(opcode)) return PyLong_FromNumber(0);
  try {
    const effect = stackEffect(opcode, oparg, jump === 0 || jump === Py_None ? null : jump === Py_True);
    return PyLong_FromNumber(effect) || PyErr_NoMemory();
  } catch (error) {
    if (error instanceof RangeError) return invalid();
    throw error;
  }
}

const test = (name: string, holds: (opcode: number) => boolean): MethodRow => [
  name,
  "(opcode: int)",
  (_module: Borrowed, opcode: number) => bool(isKnown(opcode) && holds(opcode)),
];

/** A list of Owned items; 0 among them means that memory is exhausted. */
function listOf(items: readonly Owned[]): Owned {
  const list = items.includes(0) ? 0 : PyList_New(0);
  let isFilled = list !== 0;
  for (const item of items) {
    isFilled = isFilled && PyList_Append(list, item) === 0;
    xdecref(item);
  }
  if (isFilled) return list;
  xdecref(list);
  return PyErr_NoMemory();
}

function operatorPair(name: string, sign: string): Owned {
  const first = PyUnicode_FromString(name);
  const second = PyUnicode_FromString(sign);
  const pair = first === 0 || second === 0 ? 0 : PyTuple_Pack(first, second);
  xdecref(first);
  xdecref(second);
  return pair;
}

/** There is no second tier here, as in CPython when it is built without one. */
function get_executor(_module: Borrowed, code: Borrowed): Owned {
  if (typeOf(code) !== PyCode_Type) return raise(PyExc_TypeError, `expected a code object, not '${typeNameOf(code)}'`);
  return raise(PyExc_RuntimeError, "Executors are not available in this build");
}

declareModule({
  name: "_opcode",
  functions: [
    ["stack_effect", "(opcode: int, oparg=None, /, *, jump=None)", stack_effect],
    test("is_valid", () => true),
    test("has_arg", (n) => hasFlag(n, OpcodeFlag.arg)),
    test("has_const", (n) => hasFlag(n, OpcodeFlag.const)),
    test("has_name", (n) => hasFlag(n, OpcodeFlag.name)),
    test("has_jump", (n) => hasFlag(n, OpcodeFlag.jump)),
    test("has_free", (n) => hasFlag(n, OpcodeFlag.free)),
    test("has_local", (n) => hasFlag(n, OpcodeFlag.local)),
    test("has_exc", isBlockPush),
    ["get_executor", "(code, offset: int)", get_executor],
    ["get_specialization_stats", "()", () => Py_None],
    ["get_nb_ops", "()", () => listOf(binaryOperators.map(([name, sign]) => operatorPair(name, sign)))],
    ["get_intrinsic1_descs", "()", () => listOf(intrinsics1.map((name) => PyUnicode_FromString(name)))],
    ["get_intrinsic2_descs", "()", () => listOf(intrinsics2.map((name) => PyUnicode_FromString(name)))],
  ],
  exec: (_module, dict) => setStolen(dict, "ENABLE_SPECIALIZATION", PyLong_FromNumber(1)),
});
