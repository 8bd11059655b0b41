// _json: what the library's json does with every character and every object.
//
//   json/quote        a str as JSON                json/encoder   objects to JSON
//   json/scan_string  a str out of JSON            json/scanner   JSON to objects

import { type Address, type Borrowed, type Owned, POINTER_BYTES, ptr } from "../memory/memory.ts";
import { convertSsize, convertTruth } from "../objects/convert.ts";
import { declareModule, specOf } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isUnicode, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { PyType_FromModuleAndSpec } from "../objects/type_spec.ts";
import { PyExc_TypeError } from "../objects/types.ts";
import { Encoder_Type } from "./json/encoder.ts";
import { quoted } from "./json/quote.ts";
import { scanned, scanString } from "./json/scan_string.ts";
import { Scanner_Type } from "./json/scanner.ts";
import { setStolen } from "./make_module.ts";

/** (text, where it ended); takes the text. */
function pair(text: Owned, end: number): Owned {
  if (text === 0) return 0;
  const index = PyLong_FromNumber(end);
  const result = index === 0 ? 0 : PyTuple_Pack(text, index);
  decref(text);
  xdecref(index);
  return result || PyErr_NoMemory();
}

function scanstring(_module: Borrowed, args: Address, nargs: number): Owned {
  if (nargs < 2) return raise(PyExc_TypeError, `scanstring() takes at least 2 arguments (${nargs} given)`);
  if (nargs > 3) return raise(PyExc_TypeError, `scanstring() takes at most 3 arguments (${nargs} given)`);
  const text = ptr(args);
  const end = convertSsize(ptr(args + POINTER_BYTES));
  if (end === -1 && PyErr_Occurred() !== 0) return 0;
  const strict = nargs > 2 ? convertTruth(ptr(args + 2 * POINTER_BYTES)) : 1;
  if (strict < 0) return 0;
  if (!isUnicode(text)) {
    return raise(PyExc_TypeError, `first argument must be a string, not ${typeNameOf(text)}`);
  }
  return pair(scanString(text, end, strict === 1), scanned.end);
}

declareModule({
  name: "_json",
  functions: [
    ["encode_basestring_ascii", "(object, /)", (_module: Borrowed, text: Borrowed) => quoted(text, true)],
    ["encode_basestring", "(object, /)", (_module: Borrowed, text: Borrowed) => quoted(text, false)],
    ["scanstring", "!(string, end, strict=True, /)", scanstring],
  ],
  exec: (_module, dict) => {
    // The module alone keeps these two.
    if (setStolen(dict, "make_scanner", PyType_FromModuleAndSpec(0, specOf(Scanner_Type), 0)) < 0) return -1;
    return setStolen(dict, "make_encoder", PyType_FromModuleAndSpec(0, specOf(Encoder_Type), 0));
  },
});
