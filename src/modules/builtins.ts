// The module builtins: its functions by theme (builtins/), the built-in types, the singletons and the exceptions.
// Names are added in CPython's order, since programs can list them.

import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, setPtr } from "../memory/memory.ts";
import { callable_cache, PyInterpreterState } from "../memory/structs/runtime.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyDict_Copy } from "../objects/dict_merge.ts";
import { exceptionGroupType } from "../objects/exception_group.ts";
import { bool } from "../objects/long_core.ts";
import { newRef } from "../objects/object.ts";
import * as types from "../objects/types.ts";
import { attributeFunctions } from "./builtins/attributes.ts";
import { classFunctions } from "./builtins/build_class.ts";
import { compileFunctions } from "./builtins/compile.ts";
import { importFunctions } from "./builtins/importing.ts";
import { iterationFunctions } from "./builtins/iteration.ts";
import { numberFunctions } from "./builtins/numbers.ts";
import { textFunctions } from "./builtins/text.ts";
import { EXCEPTION_ORDER } from "./exception_order.ts";
import { setStolen } from "./make_module.ts";
import { dictItem } from "./names.ts";

const FUNCTION_ORDER =
  "__build_class__ __import__ abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord pow print repr round setattr sorted sum vars";

const rows = new Map<string, MethodRow>(
  [
    ...attributeFunctions,
    ...classFunctions,
    ...compileFunctions,
    ...importFunctions,
    ...iterationFunctions,
    ...numberFunctions,
    ...textFunctions,
  ].map((row) => [row[0], row]),
);

const SINGLETONS: readonly [name: string, value: Borrowed][] = [
  ["None", types.Py_None],
  ["Ellipsis", types.Py_Ellipsis],
  ["NotImplemented", types.Py_NotImplemented],
  ["False", types.Py_False],
  ["True", types.Py_True],
];

const TYPES: readonly Borrowed[] = [
  types.PyBool_Type,
  types.PyMemoryView_Type,
  types.PyByteArray_Type,
  types.PyBytes_Type,
  types.PyClassMethod_Type,
  types.PyComplex_Type,
  types.PyDict_Type,
  types.PyEnum_Type,
  types.PyFilter_Type,
  types.PyFloat_Type,
  types.PyFrozenSet_Type,
  types.PyProperty_Type,
  types.PyLong_Type,
  types.PyList_Type,
  types.PyMap_Type,
  types.PyBaseObject_Type,
  types.PyRange_Type,
  types.PyReversed_Type,
  types.PySet_Type,
  types.PySlice_Type,
  types.PyStaticMethod_Type,
  types.PyUnicode_Type,
  types.PySuper_Type,
  types.PyTuple_Type,
  types.PyType_Type,
  types.PyZip_Type,
];
const TYPE_NAMES =
  "bool memoryview bytearray bytes classmethod complex dict enumerate filter float frozenset property int list map object range reversed set slice staticmethod str super tuple type zip".split(
    " ",
  );

/** The address that a static type of types.ts has by its exported name. */
function exceptionType(name: string): Borrowed {
  if (name === "ExceptionGroup") return exceptionGroupType();
  return (types as unknown as Record<string, Borrowed>)[`PyExc_${name}`];
}

/** The names of builtins after its functions. 0, or -1 with an error set. */
function fillBuiltins(_module: Borrowed, dict: Borrowed): number {
  setPtr(INTERPRETER + PyInterpreterState.builtins, newRef(dict));
  for (const [name, value] of SINGLETONS) if (setStolen(dict, name, newRef(value)) < 0) return -1;
  for (let i = 0; i < TYPES.length; i++) if (setStolen(dict, TYPE_NAMES[i], newRef(TYPES[i])) < 0) return -1;
  if (setStolen(dict, "__debug__", bool(true)) < 0) return -1;
  for (const name of EXCEPTION_ORDER.split(" ")) if (setStolen(dict, name, newRef(exceptionType(name))) < 0) return -1;
  setPtr(INTERPRETER + PyInterpreterState.callable_cache, dictItem(dict, "isinstance"));
  setPtr(INTERPRETER + PyInterpreterState.callable_cache + callable_cache.len, dictItem(dict, "len"));
  // What the end of a program puts back.
  const copy = PyDict_Copy(dict);
  setPtr(INTERPRETER + PyInterpreterState.builtins_copy, copy);
  return copy === 0 ? -1 : 0;
}

declareModule({
  name: "builtins",
  functions: FUNCTION_ORDER.split(" ").map((name) => rows.get(name) as MethodRow),
  exec: fillBuiltins,
});
