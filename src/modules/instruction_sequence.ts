// InstructionSequence: the compiler's list of instructions as an object (Python/instruction_sequence.c). The compiler works
// on plain data: sequences are read into it and written from it here.
// Invariant: s_used instructions stand in s_instrs; a label id is an index of s_labelmap, and where that is null, of s_instrs.
import { hasFlag, OpcodeFlag } from "../bytecode/opcodes.ts";
import { hasTarget } from "../compiler/flowgraph/graph.ts";
import { InstructionSequence } from "../compiler/instruction_sequence.ts";
import { gcUntrack } from "../gc/link.ts";
import { memFree, memMalloc, memRealloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, fillBytes, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { newBuiltinType } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { listAppendSteal, PyList_Append, PyList_New } from "../objects/list_core.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, newRef, Py_TPFLAGS_HAVE_GC, typeOf, xdecref } from "../objects/object.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { freeInstance } from "../objects/type_alloc.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { allocate, clearer, staticTraverser } from "./type_support.ts";

const _PyInstruction = struct("_PyInstruction", 44, {
  i_opcode: [0, "i32", ""],
  i_oparg: [4, "i32", "label id where the opcode has a target"],
  lineno: [8, "i32", ""],
  end_lineno: [12, "i32", ""],
  col_offset: [16, "i32", ""],
  end_col_offset: [20, "i32", ""],
  h_label: [24, "i32", "label of the handler; -1 for none"],
  h_startdepth: [28, "i32", "items on the stack where it begins"],
  h_preserve_lasti: [32, "i32", "1: the offset is pushed, too"],
  i_target: [36, "i32", "the assembler's"],
  i_offset: [40, "i32", "the assembler's"],
});

const _PyInstructionSequence = struct("_PyInstructionSequence", 64, {
  ...OBJECT_HEAD,
  s_instrs: [16, "ptr", "_PyInstruction[]"],
  s_allocated: [24, "i32", "room in s_instrs"],
  s_used: [28, "i32", "instructions"],
  s_next_free_label: [32, "i32", "label id"],
  s_labelmap: [40, "ptr", "int[]: label id to index; null when labels are indices"],
  s_labelmap_size: [48, "i32", "room in s_labelmap"],
  s_nested: [56, "ptr", "list of sequences, or null"],
});
const S = _PyInstructionSequence;
const I = _PyInstruction;

const SMALLEST_ROOM = 16;
const UNBOUND = -111;
const INT_BYTES = 4;
const LOCATION_FIELDS = [I.lineno, I.end_lineno, I.col_offset, I.end_col_offset] as const;

function instructionAt(o: Borrowed, index: number): Address {
  return ptr(o + S.s_instrs) + index * I.sizeof;
}

/** Room for one instruction more: its address, 0 with an error set. */
function append(o: Borrowed): Address {
  const used = i32(o + S.s_used);
  const allocated = i32(o + S.s_allocated);
  if (used === allocated) {
    const room = Math.max(SMALLEST_ROOM, 2 * allocated);
    const moved = memRealloc(ptr(o + S.s_instrs), room * I.sizeof);
    if (moved === 0) return PyErr_NoMemory();
    setPtr(o + S.s_instrs, moved);
    setI32(o + S.s_allocated, room);
  }
  setI32(o + S.s_used, used + 1);
  const at = instructionAt(o, used);
  fillBytes(at, 0, I.sizeof);
  setI32(at + I.h_label, -1);
  return at;
}

function useLabel(o: Borrowed, label: number): boolean {
  const size = i32(o + S.s_labelmap_size);
  if (label >= size) {
    const room = Math.max(SMALLEST_ROOM, 2 * size, label + 1);
    const map = memRealloc(ptr(o + S.s_labelmap), room * INT_BYTES);
    if (map === 0) {
      PyErr_NoMemory();
      return false;
    }
    for (let i = size; i < room; i++) setI32(map + i * INT_BYTES, UNBOUND);
    setPtr(o + S.s_labelmap, map);
    setI32(o + S.s_labelmap_size, room);
  }
  setI32(ptr(o + S.s_labelmap) + label * INT_BYTES, i32(o + S.s_used));
  return true;
}

/** Labels become indices of instructions (_PyInstructionSequence_ApplyLabelMap). False with an error set. */
function applyLabels(o: Borrowed): boolean {
  const map = ptr(o + S.s_labelmap);
  if (map === 0) return true;
  const size = i32(o + S.s_labelmap_size);
  for (let index = 0; index < i32(o + S.s_used); index++) {
    const at = instructionAt(o, index);
    if (!hasTarget(i32(at + I.i_opcode))) continue;
    const label = i32(at + I.i_oparg);
    const target = label >= 0 && label < size ? i32(map + label * INT_BYTES) : UNBOUND;
    if (target === UNBOUND) {
      raise(PyExc_ValueError, `label ${label} stands nowhere`);
      return false;
    }
    setI32(at + I.i_oparg, target);
  }
  memFree(map);
  setPtr(o + S.s_labelmap, 0);
  setI32(o + S.s_labelmap_size, 0);
  return true;
}

// -- the type ------------------------------------------------------------------------------------------------------------

export function newInstructionSequence(): Owned {
  return allocate(sequenceType);
}

export function isInstructionSequence(o: Borrowed): boolean {
  return typeOf(o) === sequenceType;
}

function seq_dealloc(o: Address): void {
  gcUntrack(o);
  xdecref(ptr(o + S.s_nested));
  memFree(ptr(o + S.s_labelmap));
  memFree(ptr(o + S.s_instrs));
  freeInstance(o);
}

function seq_use_label(o: Borrowed, label: number): Owned {
  if (label < 0) return raise(PyExc_ValueError, "a label is not negative");
  return useLabel(o, label) ? Py_None : 0;
}

function seq_new_label(o: Borrowed): Owned {
  const label = i32(o + S.s_next_free_label) + 1;
  setI32(o + S.s_next_free_label, label);
  return PyLong_FromNumber(label);
}

function seq_addop(o: Borrowed, opcode: number, oparg: number, ...place: [number, number, number, number]): Owned {
  const at = append(o);
  if (at === 0) return 0;
  setI32(at + I.i_opcode, opcode);
  setI32(at + I.i_oparg, oparg);
  // In the order of the fields, whatever the names of the arguments say.
  LOCATION_FIELDS.forEach((field, i) => {
    setI32(at + field, place[i]);
  });
  return Py_None;
}

function seq_add_nested(o: Borrowed, nested: Borrowed): Owned {
  if (!isInstructionSequence(nested)) {
    return raise(PyExc_TypeError, `expected an instruction sequence, not ${typeNameOf(typeOf(nested))}`);
  }
  return addNested(o, nested) ? Py_None : 0;
}

function addNested(o: Borrowed, nested: Borrowed): boolean {
  if (ptr(o + S.s_nested) === 0) {
    const list = PyList_New(0);
    if (list === 0) return false;
    setPtr(o + S.s_nested, list);
  }
  return PyList_Append(ptr(o + S.s_nested), nested) >= 0;
}

function seq_get_nested(o: Borrowed): Owned {
  const nested = ptr(o + S.s_nested);
  return nested === 0 ? PyList_New(0) : newRef(nested);
}

function hasArgument(opcode: number): boolean {
  return hasTarget(opcode) || hasFlag(opcode, OpcodeFlag.arg);
}

function instructionTuple(at: Address): Owned {
  const opcode = i32(at + I.i_opcode);
  const tuple = PyTuple_New(2 + LOCATION_FIELDS.length);
  if (tuple === 0) return PyErr_NoMemory();
  const items = [
    PyLong_FromNumber(opcode),
    hasArgument(opcode) ? PyLong_FromNumber(i32(at + I.i_oparg)) : Py_None,
    ...LOCATION_FIELDS.map((field) => PyLong_FromNumber(i32(at + field))),
  ];
  items.forEach((item, i) => {
    PyTuple_SET_ITEM(tuple, i, item);
  });
  if (!items.includes(0)) return tuple;
  decref(tuple);
  return 0;
}

function seq_get_instructions(o: Borrowed): Owned {
  if (!applyLabels(o)) return 0;
  const list = PyList_New(0);
  if (list === 0) return 0;
  for (let index = 0; index < i32(o + S.s_used); index++) {
    const tuple = instructionTuple(instructionAt(o, index));
    if (tuple !== 0 && listAppendSteal(list, tuple) >= 0) continue;
    decref(list);
    return 0;
  }
  return list;
}

const PLACE = "lineno: int, col_offset: int, end_lineno: int, end_col_offset: int";

const sequenceType: Address = newBuiltinType({
  name: "InstructionSequence",
  basicsize: S.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: (_type: Borrowed) => newInstructionSequence(),
    tp_dealloc: seq_dealloc,
    tp_traverse: staticTraverser(S.s_nested),
    tp_clear: clearer(S.s_nested),
  },
  methods: [
    ["addop", `(opcode: int, oparg: int, ${PLACE})`, seq_addop],
    ["new_label", "()", seq_new_label],
    ["use_label", "(label: int)", seq_use_label],
    ["add_nested", "(nested)", seq_add_nested],
    ["get_nested", "()", seq_get_nested],
    ["get_instructions", "()", seq_get_instructions],
  ],
});

// -- to and from the compiler ----------------------------------------------------------------------------------------------

/** The instructions as plain data, labels applied. Null with an error set. */
export function plainSequence(o: Borrowed): InstructionSequence | null {
  if (!applyLabels(o)) return null;
  const plain = new InstructionSequence();
  const count = i32(o + S.s_used);
  for (let index = 0; index < count; index++) {
    const at = instructionAt(o, index);
    plain.addop(i32(at + I.i_opcode), i32(at + I.i_oparg), {
      lineno: i32(at + I.lineno),
      end_lineno: i32(at + I.end_lineno),
      col_offset: i32(at + I.col_offset),
      end_col_offset: i32(at + I.end_col_offset),
    });
    // the plain sequence applies a map of its own: here a label is its index
    plain.labelMap.push(index);
    if (!hasTarget(i32(at + I.i_opcode)) || (i32(at + I.i_oparg) >= 0 && i32(at + I.i_oparg) < count)) continue;
    raise(PyExc_ValueError, `a jump to instruction ${i32(at + I.i_oparg)}, which does not exist`);
    return null;
  }
  return plain;
}

/** An object of plain instructions. Owned, 0 with an error set. */
export function sequenceObject(plain: InstructionSequence, nested: readonly Borrowed[] = []): Owned {
  const o = newInstructionSequence();
  if (o === 0) return 0;
  let isMade = true;
  for (const { opcode, oparg, loc } of plain.instructions) {
    const at = append(o);
    isMade = at !== 0;
    if (!isMade) break;
    setI32(at + I.i_opcode, opcode);
    setI32(at + I.i_oparg, oparg);
    setI32(at + I.lineno, loc.lineno);
    setI32(at + I.end_lineno, loc.end_lineno);
    setI32(at + I.col_offset, loc.col_offset);
    setI32(at + I.end_col_offset, loc.end_col_offset);
  }
  const labels = plain.labelMap;
  if (isMade && labels.length > 0) {
    const map = memMalloc(labels.length * INT_BYTES);
    isMade = map !== 0;
    if (isMade) {
      labels.forEach((index, label) => {
        setI32(map + label * INT_BYTES, index < 0 ? UNBOUND : index);
      });
      setPtr(o + S.s_labelmap, map);
      setI32(o + S.s_labelmap_size, labels.length);
      setI32(o + S.s_next_free_label, labels.length);
    } else PyErr_NoMemory();
  }
  for (const each of nested) isMade &&= addNested(o, each);
  if (isMade) return o;
  decref(o);
  return 0;
}
