// format(value, spec) and ascii(value) as the interpreter calls them: they may answer PUSHED.
import { type Address, type Borrowed, type Owned, setU8 } from "../memory/memory.ts";
import { text, textFunction } from "../memory/text.ts";
import { pushRepr, pushStr } from "./abstract.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { formatFloat, formatLong, formatString } from "./format_spec.ts";
import { currentFrame, finishNative, PUSHED, pushNative, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { decref, isUnicode, newRef, typeOf } from "./object.ts";
import { pushSpecialOr } from "./special.ts";
import { PyExc_SystemError, PyExc_TypeError, PyFloat_Type, PyLong_Type, PyUnicode_Type } from "./types.ts";
import {
  emptyString,
  MAX_ASCII,
  MAX_LATIN1,
  MAX_UCS2,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_New,
  PyUnicode_READ,
} from "./unicode_core.ts";

// -- format --------------------------------------------------------------------------------------------------------------

const id_format = identifier("__format__");
const NO_METHOD = -1;

/** PyObject_Format: spec is a str, or 0 for the empty one. May answer PUSHED. */
export function pushFormat(value: Borrowed, spec: Borrowed): Owned {
  if (spec !== 0 && !isUnicode(spec)) {
    return raise(PyExc_SystemError, `Format specifier must be a string, not ${typeNameOf(spec)}`);
  }
  const type = typeOf(value);
  if (spec === 0 || PyUnicode_GET_LENGTH(spec) === 0) {
    if (type === PyUnicode_Type) return newRef(value);
    if (type === PyLong_Type || type === PyFloat_Type) return pushStr(value);
  } else if (type === PyUnicode_Type) return formatString(value, spec);
  else if (type === PyLong_Type) return formatLong(value, spec);
  else if (type === PyFloat_Type) return formatFloat(value, spec);
  const given = spec === 0 ? emptyString : spec;
  const frame = pushNative(afterFormat, 0);
  if (frame === 0) return PyErr_NoMemory();
  const result = callFormat(value, given);
  return result === PUSHED ? PUSHED : finishNative(frame, checkFormat(result));
}

function callFormat(value: Borrowed, spec: Borrowed): Owned {
  const result = pushSpecialOr(NO_METHOD, value, id_format, spec);
  if (result !== NO_METHOD) return result;
  return raise(PyExc_TypeError, `Type ${typeNameOf(value)} doesn't define __format__`);
}

function checkFormat(result: Owned): Owned {
  if (result === 0 || isUnicode(result)) return result;
  const message = `__format__ must return a str, not ${typeNameOf(result)}`;
  decref(result);
  return raise(PyExc_TypeError, message);
}

const afterFormat = text(
  "PyObject_Format",
  (frame: Address, result: Owned): Owned => finishNative(frame, checkFormat(result)),
);

/** PyObject_Format, settled. */
export function PyObject_Format(value: Borrowed, spec: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushFormat(value, spec));
}

// -- ascii ---------------------------------------------------------------------------------------------------------------

/** ascii(o): its repr with everything beyond ASCII escaped. May answer PUSHED. */
export function pushAscii(o: Borrowed): Owned {
  const frame = pushNative(afterRepr, 0);
  if (frame === 0) return PyErr_NoMemory();
  const repr = pushRepr(o);
  return repr === PUSHED ? PUSHED : textFunction(afterRepr)(frame, repr);
}

const afterRepr = text("PyObject_ASCII", (frame: Address, repr: Owned): Owned => {
  if (repr === 0 || PyUnicode_IS_ASCII(repr)) return finishNative(frame, repr);
  const escaped = escapeToAscii(repr);
  decref(repr);
  return finishNative(frame, escaped);
});

/** PyObject_ASCII, settled. */
export function PyObject_ASCII(o: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushAscii(o));
}

/** Characters of \xNN, \uNNNN, \UNNNNNNNN. */
function escapeLength(character: number): number {
  if (character <= MAX_ASCII) return 1;
  return character <= MAX_LATIN1 ? 4 : character <= MAX_UCS2 ? 6 : 10;
}

const BACKSLASH = 92;
const HEX_DIGITS = "0123456789abcdef";

/** The string in ASCII, as the error handler backslashreplace makes it. */
function escapeToAscii(string: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(string);
  const kind = PyUnicode_KIND(string);
  const data = PyUnicode_DATA(string);
  let total = 0;
  for (let i = 0; i < length; i++) total += escapeLength(PyUnicode_READ(kind, data, i));
  const o = PyUnicode_New(total, MAX_ASCII);
  if (o === 0) return PyErr_NoMemory();
  let at = PyUnicode_DATA(o);
  for (let i = 0; i < length; i++) {
    const character = PyUnicode_READ(kind, data, i);
    const width = escapeLength(character);
    if (width === 1) setU8(at++, character);
    else {
      setU8(at++, BACKSLASH);
      setU8(at++, (width === 4 ? "x" : width === 6 ? "u" : "U").charCodeAt(0));
      for (let shift = (width - 3) * 4; shift >= 0; shift -= 4) {
        setU8(at++, HEX_DIGITS.charCodeAt((character >>> shift) & 15));
      }
    }
  }
  return o;
}
