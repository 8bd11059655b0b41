// Replacement texts with references to groups. The library parses them (re._compile_template); what comes back is a plain
// text or a template: literal, then pairs of a group's number and the text behind it.
import { gcNewVar, gcTrack, gcUntrack } from "../../gc/link.ts";
import {
  type Address,
  type Borrowed,
  type Owned,
  POINTER_BYTES,
  ptr,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { text } from "../../memory/text.ts";
import { PyObject_GetAttrString, PyObject_Size } from "../../objects/abstract.ts";
import { PyObject_CheckBuffer } from "../../objects/buffer.ts";
import { PyBytes_CheckExact } from "../../objects/bytes_core.ts";
import { pushBytesFromObject } from "../../objects/bytes_make.ts";
import { pushCallTwoArgs } from "../../objects/call.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_Occurred, raise } from "../../objects/errors.ts";
import {
  currentFrame,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  settle,
} from "../../objects/frames.ts";
import { PyImport_ImportModule } from "../../objects/import_hook.ts";
import { listAppendSteal, PyList_GET_ITEM, PyList_New } from "../../objects/list_core.ts";
import { PyLong_AsSsize_t } from "../../objects/long_convert.ts";
import {
  decref,
  initObject,
  isUnicode,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { Py_None, PyExc_IndexError, PyExc_TypeError } from "../../objects/types.ts";
import { _PyUnicode_Copy, PyUnicode_CheckExact } from "../../objects/unicode_core.ts";
import { groupText } from "./groups.ts";
import { MatchObject, TEMPLATE_ITEM_BYTES, TEMPLATE_ITEMS, TemplateObject } from "./structs.ts";
import { joinPieces } from "./subject.ts";

const itemAt = (o: Address, index: number): Address => o + TEMPLATE_ITEMS + index * TEMPLATE_ITEM_BYTES;

/** Calls what says where each Owned pointer of a template stands. */
function eachLiteral(o: Address, see: (slot: Address) => void): void {
  see(o + TemplateObject.literal);
  for (let i = 0; i < ssize(o + TemplateObject.ob_size); i++) see(itemAt(o, i) + POINTER_BYTES);
}

export const templateType = newModuleType({
  name: "_sre.SRE_Template",
  basicsize: TemplateObject.sizeof,
  itemsize: TEMPLATE_ITEM_BYTES,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      eachLiteral(o, (slot) => xdecref(ptr(slot)));
      freeOfHeapType(o);
    },
    tp_traverse: (o: Address, visit: (o: Borrowed) => number): number => {
      let status = visit(typeOf(o));
      eachLiteral(o, (slot) => {
        if (status === 0 && ptr(slot) !== 0) status = visit(ptr(slot));
      });
      return status;
    },
  },
});

/** A text that a template keeps: null when it is empty. -1 with an error set. */
function literalOrNull(o: Borrowed): Owned {
  const length = PyObject_Size(o);
  return length < 0 ? -1 : length === 0 ? 0 : newRef(o);
}

/** _sre.template(pattern, [literal, group, literal, …]). Owned. */
export function newTemplate(_module: Borrowed, _pattern: Borrowed, parts: Borrowed): Owned {
  const count = sizeOf(parts);
  if ((count & 1) === 0) return raise(PyExc_TypeError, "invalid template");
  const itemCount = count >> 1;
  const o = gcNewVar(typeIn(templateType), TemplateObject.sizeof + itemCount * TEMPLATE_ITEM_BYTES);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, typeIn(templateType));
  setSsize(o + TemplateObject.ob_size, itemCount);
  let chunks = 1 + 2 * itemCount;
  eachLiteral(o, (slot) => setPtr(slot, 0));
  // The first text is kept also when it is empty: alone it says whether the result is str or bytes.
  const first = PyObject_Size(PyList_GET_ITEM(parts, 0));
  if (first >= 0) setPtr(o + TemplateObject.literal, newRef(PyList_GET_ITEM(parts, 0)));
  if (first === 0) chunks--;
  let isValid = first >= 0;
  for (let i = 0; isValid && i < itemCount; i++) {
    const index = PyLong_AsSsize_t(PyList_GET_ITEM(parts, 2 * i + 1));
    if (index < 0) {
      if (!PyErr_Occurred()) raise(PyExc_TypeError, "invalid template");
      isValid = false;
      break;
    }
    setSsize(itemAt(o, i), index);
    const literal = literalOrNull(PyList_GET_ITEM(parts, 2 * i + 2));
    isValid = literal >= 0;
    if (literal > 0) setPtr(itemAt(o, i) + POINTER_BYTES, literal);
    else chunks--;
  }
  setSsize(o + TemplateObject.chunks, chunks);
  gcTrack(o);
  if (isValid) return o;
  decref(o);
  return 0;
}

/** A template's own text when it refers to no group; 0: it does. Borrowed; None stands for an empty text. */
export function plainText(template: Borrowed): Borrowed {
  return ssize(template + TemplateObject.ob_size) > 0 ? 0 : ptr(template + TemplateObject.literal) || Py_None;
}

/** expand_template: a template filled from a match. Owned. */
export function fill(template: Borrowed, match: Borrowed): Owned {
  const itemCount = ssize(template + TemplateObject.ob_size);
  const first = ptr(template + TemplateObject.literal);
  if (itemCount === 0 && first !== 0) return newRef(first);
  const list = PyList_New(0);
  let ok = list !== 0;
  const put = (value: Owned): void => {
    ok = ok && value !== 0 && listAppendSteal(list, value) >= 0;
  };
  if (first !== 0) put(newRef(first));
  for (let i = 0; ok && i < itemCount; i++) {
    const group = ssize(itemAt(template, i));
    if (group >= ssize(match + MatchObject.groups)) {
      raise(PyExc_IndexError, "no such group");
      ok = false;
      break;
    }
    const value = groupText(match, group, Py_None);
    if (value !== Py_None) put(value);
    const literal = ptr(itemAt(template, i) + POINTER_BYTES);
    if (literal !== 0) put(newRef(literal));
  }
  const result = ok ? joinPieces(!isUnicode(ptr(match + MatchObject.string)), list) : 0;
  xdecref(list);
  return result;
}

/** re._compile_template(pattern, text): a template. Owned, 0, or PUSHED. */
export function pushCompileTemplate(pattern: Borrowed, source: Borrowed): Owned {
  const module = PyImport_ImportModule("re");
  const compile = module === 0 ? 0 : PyObject_GetAttrString(module, "_compile_template");
  xdecref(module);
  if (compile === 0) return 0;
  // An unhashable text, or one of a subclass, would not be found in the library's cache.
  const plain = plainSource(source);
  const result = plain === 0 ? 0 : pushCallTwoArgs(compile, pattern, plain);
  xdecref(plain);
  decref(compile);
  return result;
}

function plainSource(source: Borrowed): Owned {
  if (isUnicode(source)) return PyUnicode_CheckExact(source) ? newRef(source) : _PyUnicode_Copy(source);
  if (!PyObject_CheckBuffer(source) || PyBytes_CheckExact(source)) return newRef(source);
  const base = currentFrame();
  const bytes = settle(base, pushBytesFromObject(source));
  if (bytes !== 0 || !PyErr_ExceptionMatches(PyExc_TypeError)) return bytes;
  PyErr_Clear();
  return newRef(source);
}

/** Match.expand(text); may answer PUSHED. */
export function pushExpand(match: Borrowed, source: Borrowed): Owned {
  const frame = pushNative(STEP_EXPAND, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(match));
  const template = pushCompileTemplate(ptr(match + MatchObject.pattern), source);
  return template === PUSHED ? PUSHED : expanded(frame, template);
}

function expanded(frame: Address, template: Owned): Owned {
  const match = nativeLocal(frame, 0);
  const result = template === 0 ? 0 : fill(template, match);
  xdecref(template);
  return finishNative(frame, result);
}
const STEP_EXPAND = text("_sre.expanded", expanded);
