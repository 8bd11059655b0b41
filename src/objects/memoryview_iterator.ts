// Iterators over memoryviews of one dimension.
// Invariant: the view is null once the iterator is exhausted; the number of items and their format are those of the beginning.
import { gcNewVar, gcTrack } from "../gc/link.ts";
import { type Borrowed, i32, type Owned, ptr, setPtr, setSsize, ssize, u8 } from "../memory/memory.ts";
import { memoryiterobject } from "../memory/structs/iterators.ts";
import { Py_buffer } from "../memory/structs/object.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { isReleased, itemAddress, shapeOf, VIEW } from "./memoryview_core.ts";
import { letterOf, unpack } from "./memoryview_items.ts";
import { initObject, newRef, Py_TPFLAGS_HAVE_GC } from "./object.ts";
import { dropSequence, indexIteratorDealloc, indexIteratorTraverse } from "./sequence_iterators.ts";
import { PyExc_NotImplementedError, PyExc_TypeError, PyMemoryIter_Type } from "./types.ts";

const { it_index: INDEX, it_seq: SEQUENCE, it_length: LENGTH, it_fmt: FORMAT } = memoryiterobject;

const AT_SIGN = "@".charCodeAt(0);

/** iter(memoryview) */
export function memory_iter(o: Borrowed): Owned {
  const view = o + VIEW;
  const ndim = i32(view + Py_buffer.ndim);
  if (ndim === 0) return raise(PyExc_TypeError, "invalid indexing of 0-dim memory");
  if (ndim !== 1) return raise(PyExc_NotImplementedError, "multi-dimensional sub-views are not implemented");
  if (letterOf(view) === "" || isReleased(o)) return 0;
  const iterator = gcNewVar(PyMemoryIter_Type, memoryiterobject.sizeof);
  if (iterator === 0) return PyErr_NoMemory();
  initObject(iterator, PyMemoryIter_Type);
  const format = ptr(view + Py_buffer.format);
  setPtr(iterator + FORMAT, u8(format) === AT_SIGN ? format + 1 : format);
  setSsize(iterator + LENGTH, shapeOf(view));
  setSsize(iterator + INDEX, 0);
  setPtr(iterator + SEQUENCE, newRef(o));
  gcTrack(iterator);
  return iterator;
}

function memoryiter_next(iterator: Borrowed): Owned {
  const o = ptr(iterator + SEQUENCE);
  if (o === 0) return 0;
  const index = ssize(iterator + INDEX);
  if (index >= ssize(iterator + LENGTH)) return dropSequence(iterator);
  if (isReleased(o)) return 0;
  setSsize(iterator + INDEX, index + 1);
  const at = itemAddress(o + VIEW, index, 0, ptr(o + VIEW + Py_buffer.buf));
  return at === 0 ? 0 : unpack(at, letterOf(o + VIEW));
}

declareType(PyMemoryIter_Type, {
  name: "memory_iterator",
  basicsize: memoryiterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: indexIteratorDealloc,
    tp_traverse: indexIteratorTraverse,
    tp_iter: (o: Borrowed): Owned => newRef(o),
    tp_iternext: memoryiter_next,
  },
});
