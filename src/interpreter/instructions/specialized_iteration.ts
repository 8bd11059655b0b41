// Specialised loops, unpacking, and values sent into generators.
import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { i8, i32, ptr, setI32, setPtr, setPtrLow, setSsize, setU16 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyGenObject } from "../../memory/structs/code.ts";
import { PyListObject, PyTupleObject } from "../../memory/structs/containers.ts";
import { _PyListIterObject, _PyRangeIterObject, _PyTupleIterObject } from "../../memory/structs/iterators.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, incref, typeOf } from "../../objects/object.ts";
import {
  Py_None,
  PyCoro_Type,
  PyGen_Type,
  PyList_Type,
  PyListIter_Type,
  PyRangeIter_Type,
  PyTuple_Type,
  PyTupleIter_Type,
} from "../../objects/types.ts";
import { FRAME_CREATED, FRAME_EXECUTING, LOCALSPLUS, UNITS_OF_FOR_ITER, UNITS_OF_SEND } from "../frame.ts";
import { enterGenerator } from "../generator.ts";

export const specializedIteration = {
  FOR_ITER_LIST() {
    const iterator = ptr(sp - 8);
    if (typeOf(iterator) !== PyListIter_Type) deopt(OP.FOR_ITER);
    const list = ptr(iterator + _PyListIterObject.it_seq);
    if (list !== 0) {
      const index = i32(iterator + _PyListIterObject.it_index);
      if (index < i32(list + PyListObject.ob_size) && index >= 0) {
        const item = ptr(ptr(list + PyListObject.ob_item) + index * 8);
        setSsize(iterator + _PyListIterObject.it_index, index + 1);
        incref(item);
        setPtr(sp, item);
        sp += 8;
        next();
      }
      setSsize(iterator + _PyListIterObject.it_index, -1);
      setPtr(iterator + _PyListIterObject.it_seq, 0);
      decref(list);
    }
    sp -= 8;
    decref(iterator);
    jumpBy(oparg + 2);
  },
  FOR_ITER_TUPLE() {
    const iterator = ptr(sp - 8);
    if (typeOf(iterator) !== PyTupleIter_Type) deopt(OP.FOR_ITER);
    const tuple = ptr(iterator + _PyTupleIterObject.it_seq);
    if (tuple !== 0) {
      const index = i32(iterator + _PyTupleIterObject.it_index);
      if (index < i32(tuple + 16)) {
        const item = ptr(tuple + PyTupleObject.ob_item + index * 8);
        setSsize(iterator + _PyTupleIterObject.it_index, index + 1);
        incref(item);
        setPtr(sp, item);
        sp += 8;
        next();
      }
      setPtr(iterator + _PyTupleIterObject.it_seq, 0);
      decref(tuple);
    }
    sp -= 8;
    decref(iterator);
    jumpBy(oparg + 2);
  },
  FOR_ITER_RANGE() {
    const iterator = ptr(sp - 8);
    if (typeOf(iterator) !== PyRangeIter_Type) deopt(OP.FOR_ITER);
    const left = i32(iterator + _PyRangeIterObject.len);
    const start = i32(iterator + _PyRangeIterObject.start);
    const step = i32(iterator + _PyRangeIterObject.step);
    // Values of 64 bits go the generic way.
    if (
      i32(iterator + _PyRangeIterObject.len + 4) !== 0 ||
      left < 0 ||
      i32(iterator + _PyRangeIterObject.start + 4) !== start >> 31 ||
      i32(iterator + _PyRangeIterObject.step + 4) !== step >> 31
    ) {
      deopt(OP.FOR_ITER);
    }
    if (left === 0) {
      sp -= 8;
      decref(iterator);
      jumpBy(oparg + 2);
    }
    const following = start + step;
    setI32(iterator + _PyRangeIterObject.start, following | 0);
    setI32(
      iterator + _PyRangeIterObject.start + 4,
      following < 0 ? Math.floor(following / 4294967296) | 0 : (following / 4294967296) | 0,
    );
    setSsize(iterator + _PyRangeIterObject.len, left - 1);
    const value = PyLong_FromNumber(start);
    if (value === 0) {
      PyErr_NoMemory();
      error();
    }
    setPtr(sp, value);
    sp += 8;
  },
  UNPACK_SEQUENCE_TWO_TUPLE() {
    const tuple = ptr(sp - 8);
    if (typeOf(tuple) !== PyTuple_Type || i32(tuple + 16) !== 2) deopt(OP.UNPACK_SEQUENCE);
    const first = ptr(tuple + PyTupleObject.ob_item);
    const second = ptr(tuple + PyTupleObject.ob_item + 8);
    incref(first);
    incref(second);
    setPtr(sp - 8, second);
    setPtr(sp, first);
    sp += 8;
    decref(tuple);
  },
  // The generator's frame is entered as a callee's is; what it yields comes to the next instruction, its end behind the loop.
  FOR_ITER_GEN() {
    const generator = ptr(sp - 8);
    if (typeOf(generator) !== PyGen_Type || i8(generator + PyGenObject.gi_frame_state) >= FRAME_EXECUTING)
      deopt(OP.FOR_ITER);
    if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 0) deopt(OP.FOR_ITER);
    setU16(frame + _PyInterpreterFrame.return_offset, oparg + UNITS_OF_FOR_ITER);
    setPtrLow(frame + _PyInterpreterFrame.instr_ptr, ip);
    setI32(frame + _PyInterpreterFrame.stacktop, (sp - frame - LOCALSPLUS) >> 3);
    enterGenerator(generator, Py_None);
    enter();
  },
  SEND_GEN() {
    const generator = ptr(sp - 16);
    const type = typeOf(generator);
    if (type !== PyGen_Type && type !== PyCoro_Type) deopt(OP.SEND);
    if (i8(generator + PyGenObject.gi_frame_state) >= FRAME_EXECUTING) deopt(OP.SEND);
    if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 0) deopt(OP.SEND);
    const value = ptr(sp - 8);
    if (i8(generator + PyGenObject.gi_frame_state) === FRAME_CREATED && value !== Py_None) deopt(OP.SEND);
    sp -= 8;
    setU16(frame + _PyInterpreterFrame.return_offset, oparg + UNITS_OF_SEND);
    setPtrLow(frame + _PyInterpreterFrame.instr_ptr, ip);
    setI32(frame + _PyInterpreterFrame.stacktop, (sp - frame - LOCALSPLUS) >> 3);
    enterGenerator(generator, value);
    enter();
  },
  UNPACK_SEQUENCE_TUPLE() {
    const tuple = ptr(sp - 8);
    if (typeOf(tuple) !== PyTuple_Type || i32(tuple + PyTupleObject.ob_size) !== oparg) deopt(OP.UNPACK_SEQUENCE);
    sp -= 8;
    for (let i = oparg - 1; i >= 0; i--) {
      const item = ptr(tuple + PyTupleObject.ob_item + i * 8);
      incref(item);
      setPtr(sp, item);
      sp += 8;
    }
    decref(tuple);
  },
  UNPACK_SEQUENCE_LIST() {
    const list = ptr(sp - 8);
    if (typeOf(list) !== PyList_Type || i32(list + PyListObject.ob_size) !== oparg) deopt(OP.UNPACK_SEQUENCE);
    const items = ptr(list + PyListObject.ob_item);
    sp -= 8;
    for (let i = oparg - 1; i >= 0; i--) {
      const item = ptr(items + i * 8);
      incref(item);
      setPtr(sp, item);
      sp += 8;
    }
    decref(list);
  },
};
