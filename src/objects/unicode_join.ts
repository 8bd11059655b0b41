// Strings put together: BUILD_STRING and str.join.
// Invariant: one exact str alone is its own join; everything else is a fresh str of the smallest form.
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { currentFrame, finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal, settle } from "./frames.ts";
import { sequenceItems } from "./list_core.ts";
import { declareSequenceList } from "./list_extend.ts";
import { isList, isTuple, isUnicode, newRef, sizeOf, xdecref } from "./object.ts";
import { PyExc_TypeError } from "./types.ts";
import {
  copyCharacters,
  emptyString,
  MAX_ASCII,
  PyUnicode_CheckExact,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
} from "./unicode_core.ts";

const MAX_LENGTH = 0x7fff0000;

/** _PyUnicode_JoinArray: strings in memory, with a separator between them. */
export function _PyUnicode_JoinArray(separator: Borrowed, items: Address, count: number): Owned {
  if (count === 0) return emptyString;
  if (count === 1 && PyUnicode_CheckExact(ptr(items))) return newRef(ptr(items));
  const separatorLength = PyUnicode_GET_LENGTH(separator);
  let length = separatorLength * (count - 1);
  let maxchar = count > 1 && separatorLength > 0 ? PyUnicode_MAX_CHAR_VALUE(separator) : MAX_ASCII;
  for (let i = 0; i < count; i++) {
    const item = ptr(items + i * 8);
    if (!isUnicode(item)) {
      return raise(PyExc_TypeError, `sequence item ${i}: expected str instance, ${typeNameOf(item, 80)} found`);
    }
    length += PyUnicode_GET_LENGTH(item);
    maxchar = Math.max(maxchar, PyUnicode_MAX_CHAR_VALUE(item));
  }
  if (length > MAX_LENGTH) return PyErr_NoMemory();
  const result = PyUnicode_New(length, maxchar);
  if (result === 0) return PyErr_NoMemory();
  if (length === 0) return result;
  const kind = PyUnicode_KIND(result);
  const data = PyUnicode_DATA(result);
  const separatorKind = PyUnicode_KIND(separator);
  const separatorData = PyUnicode_DATA(separator);
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0 && separatorLength > 0) {
      copyCharacters(kind, data, at, separatorKind, separatorData, 0, separatorLength);
      at += separatorLength;
    }
    const item = ptr(items + i * 8);
    const itemLength = PyUnicode_GET_LENGTH(item);
    copyCharacters(kind, data, at, PyUnicode_KIND(item), PyUnicode_DATA(item), 0, itemLength);
    at += itemLength;
  }
  return result;
}

/** BUILD_STRING: strings in memory, one after the other. */
export function joinStrings(items: Address, count: number): Owned {
  return _PyUnicode_JoinArray(emptyString, items, count);
}

/** What joins the items of a list or tuple with a separator. */
export type JoinItems = (separator: Borrowed, items: Address, count: number) => Owned;

const SEPARATOR = 0;

function joinSequence(join: JoinItems, separator: Borrowed, sequence: Borrowed): Owned {
  return join(separator, sequenceItems(sequence), sizeOf(sequence));
}

/**
 * A join of any iterable; the answer's function may answer PUSHED. `hold` (by 1, then by -1) keeps a separator that could
 * change from changing as long as Python may run.
 */
export function declareJoin(
  name: string,
  join: JoinItems,
  hold: (separator: Borrowed, by: 1 | -1) => void = () => {},
): (separator: Borrowed, iterable: Borrowed) => Owned {
  function afterList(frame: Address, list: Owned): Owned {
    const separator = nativeLocal(frame, SEPARATOR);
    const result = list === 0 ? 0 : joinSequence(join, separator, list);
    xdecref(list);
    hold(separator, -1);
    return finishNative(frame, result);
  }
  const STEP_LIST = text(`${name}.items`, afterList);
  const pushItems = declareSequenceList(`${name}.list`, () => "can only join an iterable");
  return (separator, iterable) => {
    if (isList(iterable) || isTuple(iterable)) {
      hold(separator, 1);
      const result = joinSequence(join, separator, iterable);
      hold(separator, -1);
      return result;
    }
    const frame = pushNative(STEP_LIST, 1);
    if (frame === 0) return PyErr_NoMemory();
    setNativeLocal(frame, SEPARATOR, newRef(separator));
    hold(separator, 1);
    const list = pushItems(iterable);
    return list === PUSHED ? PUSHED : afterList(frame, list);
  };
}

/** str.join; may answer PUSHED. */
export const pushUnicodeJoin = declareJoin("PyUnicode_Join", _PyUnicode_JoinArray);

export function PyUnicode_Join(separator: Borrowed, iterable: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushUnicodeJoin(separator, iterable));
}
