// Iterators whose tp_iternext never runs Python code, so never answers PUSHED: who asks them needs no native frame.
import type { Borrowed } from "../memory/memory.ts";
import { typeOf } from "./object.ts";
import {
  PyBytesIter_Type,
  PyDictIterItem_Type,
  PyDictIterKey_Type,
  PyDictIterValue_Type,
  PyListIter_Type,
  PyListRevIter_Type,
  PyLongRangeIter_Type,
  PyRangeIter_Type,
  PySetIter_Type,
  PyTupleIter_Type,
  PyUnicodeASCIIIter_Type,
  PyUnicodeIter_Type,
} from "./types.ts";

export function isDirectIterator(iterator: Borrowed): boolean {
  switch (typeOf(iterator)) {
    case PyListIter_Type:
    case PyTupleIter_Type:
    case PyRangeIter_Type:
    case PyUnicodeASCIIIter_Type:
    case PyUnicodeIter_Type:
    case PyDictIterKey_Type:
    case PyDictIterValue_Type:
    case PyDictIterItem_Type:
    case PySetIter_Type:
    case PyListRevIter_Type:
    case PyBytesIter_Type:
    case PyLongRangeIter_Type:
      return true;
    default:
      return false;
  }
}
