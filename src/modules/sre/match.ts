// re.Match: what a pattern found, as positions in the subject. Texts are cut out when they are asked for.
import { gcNewVar, gcTrack } from "../../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr, setSsize, ssize } from "../../memory/memory.ts";
import { PyObject_Repr } from "../../objects/abstract.ts";
import { newModuleType } from "../../objects/declare.ts";
import { nextKey, nextValue, PyDict_New, PyDict_Next, PyDict_SetItem } from "../../objects/dict_core.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import { Py_GenericAlias } from "../../objects/generic_alias.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  initObject,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeIn,
  xdecref,
} from "../../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import { Py_None } from "../../objects/types.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../../objects/unicode_writer.ts";
import { clearer, deallocator, traverser } from "../type_support.ts";
import { lastIndex, markOf, matchStart, matchStop } from "./engine.ts";
import { groupIndex, groupText, markAt } from "./groups.ts";
import { MatchObject, PatternObject } from "./structs.ts";
import type { Subject } from "./subject.ts";
import { pushExpand } from "./template.ts";

const MARKS = MatchObject.mark;
const MARK_BYTES = 8;

/** pattern_new_match after a match that succeeded. pos, endpos: of the search. Owned. */
export function newMatch(pattern: Borrowed, subject: Subject, pos: number, endpos: number): Owned {
  const groupCount = ssize(pattern + PatternObject.groups) + 1;
  const o = gcNewVar(typeIn(matchType), MatchObject.sizeof + groupCount * 2 * 8);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, typeIn(matchType));
  setSsize(o + MatchObject.ob_size, groupCount * 2);
  setPtr(o + MatchObject.string, newRef(subject.string));
  setPtr(o + MatchObject.regs, 0);
  setPtr(o + MatchObject.pattern, newRef(pattern));
  setSsize(o + MatchObject.pos, pos);
  setSsize(o + MatchObject.endpos, endpos);
  setSsize(o + MatchObject.lastindex, lastIndex());
  setSsize(o + MatchObject.groups, groupCount);
  setSsize(o + MARKS, matchStart());
  setSsize(o + MARKS + MARK_BYTES, matchStop());
  for (let i = 0; i < (groupCount - 1) * 2; i += 2) {
    const isSet = markOf(i) >= 0 && markOf(i + 1) >= 0;
    setSsize(o + MARKS + (i + 2) * MARK_BYTES, isSet ? markOf(i) : -1);
    setSsize(o + MARKS + (i + 3) * MARK_BYTES, isSet ? markOf(i + 1) : -1);
  }
  gcTrack(o);
  return o;
}

function textOf(o: Borrowed, which: Borrowed): Owned {
  const index = groupIndex(o, which);
  return index < 0 ? 0 : groupText(o, index, Py_None);
}

function match_group(o: Borrowed, args: Address, count: number): Owned {
  if (count <= 1) return textOf(o, count === 0 ? 0 : ptr(args));
  const result = PyTuple_New(count);
  if (result === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) {
    const text = textOf(o, ptr(args + i * 8));
    if (text === 0) {
      decref(result);
      return 0;
    }
    PyTuple_SET_ITEM(result, i, text);
  }
  return result;
}

function match_groups(o: Borrowed, missing: Borrowed): Owned {
  const count = ssize(o + MatchObject.groups) - 1;
  const result = PyTuple_New(count);
  if (result === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) {
    const text = groupText(o, i + 1, missing || Py_None);
    if (text === 0) {
      decref(result);
      return 0;
    }
    PyTuple_SET_ITEM(result, i, text);
  }
  return result;
}

function match_groupdict(o: Borrowed, missing: Borrowed): Owned {
  const result = PyDict_New();
  if (result === 0) return 0;
  const names = ptr(ptr(o + MatchObject.pattern) + PatternObject.groupindex);
  for (let at = names === 0 ? 0 : PyDict_Next(names, 0); at !== 0; at = PyDict_Next(names, at)) {
    const name = newRef(nextKey());
    const index = groupIndex(o, nextValue());
    const text = index < 0 ? 0 : groupText(o, index, missing || Py_None);
    const status = text === 0 ? -1 : PyDict_SetItem(result, name, text);
    xdecref(text);
    decref(name);
    if (status < 0) {
      decref(result);
      return 0;
    }
  }
  return result;
}

/** (start, end) of a mark pair. Owned. */
function spanAt(o: Borrowed, index: number): Owned {
  const from = PyLong_FromNumber(markAt(o, index * 2));
  const to = PyLong_FromNumber(markAt(o, index * 2 + 1));
  const pair = from === 0 || to === 0 ? PyErr_NoMemory() : PyTuple_Pack(from, to) || PyErr_NoMemory();
  xdecref(from);
  xdecref(to);
  return pair;
}

function boundary(side: number): (o: Borrowed, group: Borrowed) => Owned {
  return (o, group) => {
    const index = groupIndex(o, group);
    return index < 0 ? 0 : PyLong_FromNumber(markAt(o, index * 2 + side)) || PyErr_NoMemory();
  };
}

function match_span(o: Borrowed, group: Borrowed): Owned {
  const index = groupIndex(o, group);
  return index < 0 ? 0 : spanAt(o, index);
}

function match_regs(o: Borrowed): Owned {
  const known = ptr(o + MatchObject.regs);
  if (known !== 0) return newRef(known);
  const count = ssize(o + MatchObject.groups);
  const regs = PyTuple_New(count);
  if (regs === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) {
    const pair = spanAt(o, i);
    if (pair === 0) {
      decref(regs);
      return 0;
    }
    PyTuple_SET_ITEM(regs, i, pair);
  }
  setPtr(o + MatchObject.regs, newRef(regs));
  return regs;
}

function match_lastindex(o: Borrowed): Owned {
  const index = ssize(o + MatchObject.lastindex);
  return index < 0 ? Py_None : PyLong_FromNumber(index) || PyErr_NoMemory();
}

function match_lastgroup(o: Borrowed): Owned {
  const index = ssize(o + MatchObject.lastindex);
  const names = ptr(ptr(o + MatchObject.pattern) + PatternObject.indexgroup);
  return names !== 0 && index >= 0 && index < sizeOf(names) ? newRef(PyTuple_GET_ITEM(names, index)) : Py_None;
}

function match_repr(o: Borrowed): Owned {
  const text = groupText(o, 0, Py_None);
  const shown = text === 0 ? 0 : PyObject_Repr(text);
  xdecref(text);
  if (shown === 0) return 0;
  const writer = UnicodeWriter_New(true);
  const ok =
    writer !== 0 &&
    UnicodeWriter_WriteASCIIString(writer, `<re.Match object; span=(${markAt(o, 0)}, ${markAt(o, 1)}), match=`) &&
    UnicodeWriter_WriteStr(writer, shown) &&
    UnicodeWriter_WriteASCIIString(writer, ">");
  decref(shown);
  if (ok) return UnicodeWriter_Finish(writer);
  xdecref(writer);
  return 0;
}

const FIELDS = [MatchObject.regs, MatchObject.string, MatchObject.pattern] as const;

export const matchType = newModuleType({
  name: "re.Match",
  basicsize: MatchObject.sizeof,
  itemsize: 8,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: deallocator(...FIELDS),
    tp_traverse: traverser(...FIELDS),
    tp_clear: clearer(...FIELDS),
    tp_repr: match_repr,
    mp_subscript: textOf,
  },
  methods: [
    ["group", "(*args)", match_group],
    ["start", "(group=0, /)", boundary(0)],
    ["end", "(group=0, /)", boundary(1)],
    ["span", "(group=0, /)", match_span],
    ["groups", "(default=None)", match_groups],
    ["groupdict", "(default=None)", match_groupdict],
    ["expand", "(template)", (o: Borrowed, template: Borrowed) => pushExpand(o, template)],
    ["__copy__", "()", (o: Borrowed) => newRef(o)],
    ["__deepcopy__", "(memo, /)", (o: Borrowed) => newRef(o)],
    ["__class_getitem__", "@classmethod (object, /)", (cls: Borrowed, item: Borrowed) => Py_GenericAlias(cls, item)],
  ],
  members: [
    ["string", "object", MatchObject.string, "readonly"],
    ["re", "object", MatchObject.pattern, "readonly"],
    ["pos", "ssize", MatchObject.pos, "readonly"],
    ["endpos", "ssize", MatchObject.endpos, "readonly"],
  ],
  getset: [
    ["lastindex", match_lastindex],
    ["lastgroup", match_lastgroup],
    ["regs", match_regs],
  ],
});
