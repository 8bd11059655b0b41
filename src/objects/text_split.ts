// split, rsplit, splitlines, strip: for str, bytes and bytearray.
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { PyList_Reverse } from "./list_core.ts";
import { appendPart, newPartsList, type TextForm } from "./text_form.ts";
import { findLastText, findText } from "./text_search.ts";
import { PyUnicode_READ as read } from "./unicode_core.ts";

/** split(None, maxCount) */
export function splitAtSpace(form: TextForm, o: Borrowed, maxCount: number): Owned {
  const kind = form.kind(o);
  const data = form.data(o);
  const length = form.length(o);
  const list = newPartsList(maxCount);
  if (list === 0) return 0;
  let i = 0;
  for (let left = maxCount; left > 0; left--) {
    while (i < length && form.isSpace(read(kind, data, i))) i++;
    if (i === length) return list;
    const start = i++;
    while (i < length && !form.isSpace(read(kind, data, i))) i++;
    if (!appendPart(form, list, o, start, i)) return 0;
  }
  while (i < length && form.isSpace(read(kind, data, i))) i++;
  return i < length && !appendPart(form, list, o, i, length) ? 0 : list;
}

/** rsplit(None, maxCount) */
export function splitAtSpaceFromEnd(form: TextForm, o: Borrowed, maxCount: number): Owned {
  const kind = form.kind(o);
  const data = form.data(o);
  const list = newPartsList(maxCount);
  if (list === 0) return 0;
  let i = form.length(o);
  for (let left = maxCount; left > 0; left--) {
    while (i > 0 && form.isSpace(read(kind, data, i - 1))) i--;
    if (i === 0) break;
    const end = i--;
    while (i > 0 && !form.isSpace(read(kind, data, i - 1))) i--;
    if (!appendPart(form, list, o, i, end)) return 0;
  }
  while (i > 0 && form.isSpace(read(kind, data, i - 1))) i--;
  if (i > 0 && !appendPart(form, list, o, 0, i)) return 0;
  PyList_Reverse(list);
  return list;
}

/** split(separator, maxCount); the separator is not empty. */
export function splitAtText(
  form: TextForm,
  o: Borrowed,
  separatorKind: number,
  separator: Address,
  separatorLength: number,
  maxCount: number,
): Owned {
  const kind = form.kind(o);
  const data = form.data(o);
  const length = form.length(o);
  const list = newPartsList(maxCount);
  if (list === 0) return 0;
  let start = 0;
  for (let left = maxCount; left > 0; left--) {
    const at = findText(kind, data, start, length, separatorKind, separator, separatorLength);
    if (at < 0) break;
    if (!appendPart(form, list, o, start, at)) return 0;
    start = at + separatorLength;
  }
  return appendPart(form, list, o, start, length) ? list : 0;
}

/** rsplit(separator, maxCount); the separator is not empty. */
export function splitAtTextFromEnd(
  form: TextForm,
  o: Borrowed,
  separatorKind: number,
  separator: Address,
  separatorLength: number,
  maxCount: number,
): Owned {
  const kind = form.kind(o);
  const data = form.data(o);
  const list = newPartsList(maxCount);
  if (list === 0) return 0;
  let end = form.length(o);
  for (let left = maxCount; left > 0; left--) {
    const at = findLastText(kind, data, 0, end, separatorKind, separator, separatorLength);
    if (at < 0) break;
    if (!appendPart(form, list, o, at + separatorLength, end)) return 0;
    end = at;
  }
  if (!appendPart(form, list, o, 0, end)) return 0;
  PyList_Reverse(list);
  return list;
}

/** splitlines(keepends) */
export function splitLines(form: TextForm, o: Borrowed, keepEnds: boolean): Owned {
  const kind = form.kind(o);
  const data = form.data(o);
  const length = form.length(o);
  const list = newPartsList(-1);
  if (list === 0) return 0;
  for (let i = 0; i < length; ) {
    const start = i;
    while (i < length && !form.isLineBreak(read(kind, data, i))) i++;
    let end = i;
    if (i < length) {
      i += read(kind, data, i) === 13 && i + 1 < length && read(kind, data, i + 1) === 10 ? 2 : 1;
      if (keepEnds) end = i;
    }
    if (!appendPart(form, list, o, start, end)) return 0;
  }
  return list;
}

export const STRIP_LEFT = 1;
export const STRIP_RIGHT = 2;
export const STRIP_BOTH = 3;

/** The part of o without characters at its ends that a test accepts. */
export function stripText(form: TextForm, o: Borrowed, sides: number, drops: (character: number) => boolean): Owned {
  const kind = form.kind(o);
  const data = form.data(o);
  let start = 0;
  let end = form.length(o);
  if (sides & STRIP_LEFT) while (start < end && drops(read(kind, data, start))) start++;
  if (sides & STRIP_RIGHT) while (end > start && drops(read(kind, data, end - 1))) end--;
  return form.slice(o, start, end);
}
