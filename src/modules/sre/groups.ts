// The groups of a match: by number or name, as positions, as texts cut from the subject.
import { type Borrowed, type Owned, ptr, ssize } from "../../memory/memory.ts";
import { hasIndex } from "../../objects/abstract.ts";
import { convertIndex, convertSsize } from "../../objects/convert.ts";
import { PyDict_GetItemWithError } from "../../objects/dict_core.ts";
import { PyErr_Occurred, raise } from "../../objects/errors.ts";
import { isInt, newRef } from "../../objects/object.ts";
import { PyExc_IndexError } from "../../objects/types.ts";
import { MatchObject, PatternObject } from "./structs.ts";
import { closeSubject, openSubject, piece } from "./subject.ts";

/** Mark of a match: 2 × group for a start, one more for an end. */
export const markAt = (o: Borrowed, index: number): number => ssize(o + MatchObject.mark + index * 8);

/** match_getindex: a group by number or name; -1 with IndexError set. */
export function groupIndex(o: Borrowed, which: Borrowed): number {
  let index = -1;
  if (which === 0) return 0;
  if (hasIndex(which)) {
    index = convertIndex(which);
    if (index === -1 && PyErr_Occurred()) return -1;
  } else {
    const names = ptr(ptr(o + MatchObject.pattern) + PatternObject.groupindex);
    const number_ = names === 0 ? 0 : PyDict_GetItemWithError(names, which);
    if (number_ !== 0 && isInt(number_)) index = convertSsize(number_);
  }
  if (index >= 0 && index < ssize(o + MatchObject.groups)) return index;
  if (!PyErr_Occurred()) raise(PyExc_IndexError, "no such group");
  return -1;
}

/** match_getslice_by_index: a group's text, or the other value when it has no part in the match. Owned. */
export function groupText(o: Borrowed, index: number, missing: Borrowed): Owned {
  const from = markAt(o, index * 2);
  if (from < 0) return newRef(missing);
  const subject = openSubject(ptr(o + MatchObject.string));
  if (subject === null) return 0;
  const text = piece(subject, from, markAt(o, index * 2 + 1));
  closeSubject(subject);
  return text;
}
