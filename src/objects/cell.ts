// Cells: one reference, shared by a function and the functions inside it.
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyCellObject } from "../memory/structs/code.ts";
import { PyObject_RichCompare } from "./abstract.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { bool } from "./long_core.ts";
import { clearSlot, initObject, newRef, Py_TPFLAGS_HAVE_GC, sizeOf, typeOf, xdecref, xnewRef } from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { Py_NotImplemented, PyCell_Type, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";

/** A cell that takes over an Owned content (or 0). 0 with MemoryError set, the content released. */
export function newCell(content: Owned): Owned {
  const cell = gcNewVar(PyCell_Type, PyCellObject.sizeof);
  if (cell === 0) {
    xdecref(content);
    return PyErr_NoMemory();
  }
  initObject(cell, PyCell_Type);
  setPtr(cell + PyCellObject.ob_ref, content);
  gcTrack(cell);
  return cell;
}

function cell_new(_type: Borrowed, args: Borrowed): Owned {
  if (sizeOf(args) > 1) return raise(PyExc_TypeError, `cell expected at most 1 argument, got ${sizeOf(args)}`);
  return newCell(sizeOf(args) === 1 ? newRef(PyTuple_GET_ITEM(args, 0)) : 0);
}

function cell_repr(cell: Borrowed): Owned {
  const content = ptr(cell + PyCellObject.ob_ref);
  const at = cell.toString(16);
  if (content === 0) return PyUnicode_FromString(`<cell at 0x${at}: empty>`);
  return PyUnicode_FromString(`<cell at 0x${at}: ${typeNameOf(content)} object at 0x${content.toString(16)}>`);
}

function cell_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (typeOf(a) !== PyCell_Type || typeOf(b) !== PyCell_Type) return Py_NotImplemented;
  const x = ptr(a + PyCellObject.ob_ref);
  const y = ptr(b + PyCellObject.ob_ref);
  if (x !== 0 && y !== 0) return PyObject_RichCompare(x, y, op);
  const difference = (y === 0 ? 1 : 0) - (x === 0 ? 1 : 0);
  return bool(
    [difference < 0, difference <= 0, difference === 0, difference !== 0, difference > 0, difference >= 0][op],
  );
}

declareType(PyCell_Type, {
  name: "cell",
  basicsize: PyCellObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (cell: Address): void => {
      gcUntrack(cell);
      xdecref(ptr(cell + PyCellObject.ob_ref));
      gcFree(cell);
    },
    tp_traverse: (cell: Address, visit: (o: Address) => number): number => {
      const content = ptr(cell + PyCellObject.ob_ref);
      return content === 0 ? 0 : visit(content);
    },
    tp_clear: (cell: Address): number => {
      clearSlot(cell + PyCellObject.ob_ref);
      return 0;
    },
    tp_new: cell_new,
    tp_repr: cell_repr,
    tp_richcompare: cell_richcompare,
  },
  getset: [
    [
      "cell_contents",
      (cell: Borrowed): Owned => {
        const content = ptr(cell + PyCellObject.ob_ref);
        return content === 0 ? raise(PyExc_ValueError, "Cell is empty") : newRef(content);
      },
      (cell: Borrowed, value: Borrowed): number => {
        const old = ptr(cell + PyCellObject.ob_ref);
        setPtr(cell + PyCellObject.ob_ref, xnewRef(value));
        xdecref(old);
        return 0;
      },
    ],
  ],
});
