// _string: what string.Formatter needs of str.format's parser.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetIter } from "../objects/abstract.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { decref, isUnicode } from "../objects/object.ts";
import { formatterFieldNameSplit, formatterParts } from "../objects/string_format.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { PyExc_TypeError } from "../objects/types.ts";

const refuse = (o: Borrowed): 0 => raise(PyExc_TypeError, `expected str, got ${typeNameOf(o)}`);

/** An iterator over (literal, field name, spec, conversion). */
function formatterParser(_module: Borrowed, template: Borrowed): Owned {
  if (!isUnicode(template)) return refuse(template);
  const parts = formatterParts(template);
  if (parts === 0) return 0;
  const iterator = PyObject_GetIter(parts);
  decref(parts);
  return iterator;
}

/** (first name or number, iterator over (is attribute, name or number)). */
function fieldNameSplit(_module: Borrowed, name: Borrowed): Owned {
  if (!isUnicode(name)) return refuse(name);
  const split = formatterFieldNameSplit(name);
  if (split === 0) return 0;
  const steps = PyObject_GetIter(PyTuple_GET_ITEM(split, 1));
  const result = steps === 0 ? 0 : PyTuple_Pack(PyTuple_GET_ITEM(split, 0), steps);
  decref(split);
  if (steps === 0) return 0;
  decref(steps);
  return result || PyErr_NoMemory();
}

declareModule({
  name: "_string",
  doc: "string helper module",
  functions: [
    ["formatter_field_name_split", "(object, /)", fieldNameSplit, "split the argument as a field name"],
    ["formatter_parser", "(object, /)", formatterParser, "parse the argument as a format string"],
  ],
});
