// The module _string: what string.Formatter needs of the parser of str.format.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetIter } from "../objects/abstract.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { decref, isUnicode } from "../objects/object.ts";
import { formatterFieldNameSplit, formatterParts } from "../objects/string_format.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { PyExc_TypeError } from "../objects/types.ts";

function expectedStr(o: Borrowed): 0 {
  return raise(PyExc_TypeError, `expected str, got ${typeNameOf(o)}`);
}

function formatterParser(_module: Borrowed, template: Borrowed): Owned {
  if (!isUnicode(template)) return expectedStr(template);
  const parts = formatterParts(template);
  if (parts === 0) return 0;
  const iterator = PyObject_GetIter(parts);
  decref(parts);
  return iterator;
}

function fieldNameSplit(_module: Borrowed, name: Borrowed): Owned {
  if (!isUnicode(name)) return expectedStr(name);
  const pair = formatterFieldNameSplit(name);
  if (pair === 0) return 0;
  const rest = PyObject_GetIter(PyTuple_GET_ITEM(pair, 1));
  const result = rest === 0 ? 0 : PyTuple_Pack(PyTuple_GET_ITEM(pair, 0), rest);
  decref(pair);
  if (rest === 0) return 0;
  decref(rest);
  return result || PyErr_NoMemory();
}

declareModule({
  name: "_string",
  functions: [
    ["formatter_field_name_split", "(object, /)", fieldNameSplit],
    ["formatter_parser", "(object, /)", formatterParser],
  ],
});
