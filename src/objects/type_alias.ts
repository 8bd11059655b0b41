// typing.TypeAliasType: what `type X = …` makes, and typing.Generic, the base that `class Box[T]` gets.
//
// The value of an alias is computed when it is first asked for. As Objects/typevarobject.c.

import { gcUntrack } from "../gc/link.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { PyObject_GetAttr, PyObject_GetAttrString } from "./abstract.ts";
import { pushCallPrependTuple } from "./call_object.ts";
import { declareType, newModuleType } from "./declare.ts";
import { argumentTypeName, raise } from "./errors.ts";
import { genericAlias } from "./generic_alias_call.ts";
import { identifier } from "./identifiers.ts";
import { PyImport_ImportModule } from "./import_hook.ts";
import {
  clearSlot,
  decref,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeIn,
  typeOf,
  xnewRef,
} from "./object.ts";
import { objectNew } from "./object_type.ts";
import { namedArguments } from "./text_arguments.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack, tupleFromArray } from "./tuple_core.ts";
import { freeInstance, freeOfHeapType } from "./type_alloc.ts";
import { Py_None, PyExc_TypeError } from "./types.ts";
import { unpackTypeVarTuples } from "./typevar.ts";
import { callerModule, pushLazy, pushTyping } from "./typing_calls.ts";
import { newUnion, setUnionable } from "./union.ts";

const typealiasobject = struct("typealiasobject", 56, {
  ...OBJECT_HEAD,
  name: [16, "ptr", "str"],
  type_params: [24, "ptr", "tuple of type parameters, or null"],
  compute_value: [32, "ptr", "function that gives the value, or null"],
  value: [40, "ptr", "the value, or null"],
  module: [48, "ptr", "name of the module, or null"],
});
const NAME = typealiasobject.name;
const PARAMETERS = typealiasobject.type_params;
const COMPUTE = typealiasobject.compute_value;
const VALUE = typealiasobject.value;
const MODULE = typealiasobject.module;
const FIELDS = [NAME, PARAMETERS, COMPUTE, VALUE, MODULE];

export const TypeAlias_Type: Address = reserveStatic(PyTypeObject.sizeof);

function newAlias(name: Borrowed, parameters: Borrowed, compute: Borrowed, value: Borrowed, module: Borrowed): Owned {
  const o = textFunction(ptr(TypeAlias_Type + PyTypeObject.tp_alloc))(TypeAlias_Type, 0);
  if (o === 0) return 0;
  const hasParameters = parameters !== 0 && parameters !== Py_None && sizeOf(parameters) > 0;
  setPtr(o + NAME, newRef(name));
  setPtr(o + PARAMETERS, hasParameters ? newRef(parameters) : 0);
  setPtr(o + COMPUTE, xnewRef(compute));
  setPtr(o + VALUE, xnewRef(value));
  setPtr(o + MODULE, xnewRef(module));
  return o;
}

/** _Py_make_typealias: of (name, type parameters or None, function). */
export function makeTypeAlias(parts: Borrowed): Owned {
  const item = (index: number): Borrowed => PyTuple_GET_ITEM(parts, index);
  return newAlias(item(0), item(1), item(2), 0, 0);
}

function typealias_new(_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("typealias", args, keywords, ["name", "value", "type_params"], 2, 2);
  if (values === null) return 0;
  const [name, value, parameters] = values;
  if (!isUnicode(name)) {
    return raise(PyExc_TypeError, `typealias() argument 'name' must be str, not ${argumentTypeName(name, 50)}`);
  }
  if (parameters !== 0 && !isTuple(parameters)) return raise(PyExc_TypeError, "type_params must be a tuple");
  return newAlias(name, parameters, 0, value, callerModule());
}

function typealias_subscript(o: Borrowed, args: Borrowed): Owned {
  if (ptr(o + PARAMETERS) === 0) return raise(PyExc_TypeError, "Only generic type aliases are subscriptable");
  const row = isTuple(args) ? newRef(args) : PyTuple_Pack(args);
  if (row === 0) return 0;
  const alias = genericAlias(o, row);
  decref(row);
  return alias;
}

const id_module = identifier("__module__");

function typealias_module(o: Borrowed): Owned {
  if (ptr(o + MODULE) !== 0) return newRef(ptr(o + MODULE));
  return ptr(o + COMPUTE) === 0 ? Py_None : PyObject_GetAttr(ptr(o + COMPUTE), id_module);
}

setUnionable((o) => typeOf(o) === TypeAlias_Type);

declareType(TypeAlias_Type, {
  name: "typing.TypeAliasType",
  basicsize: typealiasobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: typealias_new,
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      for (const field of FIELDS) clearSlot(o + field);
      freeInstance(o);
    },
    tp_traverse: (o: Address, visit: (o: Borrowed) => number): number => {
      for (const field of FIELDS) {
        const part = ptr(o + field);
        const stop = part === 0 ? 0 : visit(part);
        if (stop !== 0) return stop;
      }
      return 0;
    },
    tp_clear: (o: Address): number => {
      for (const field of FIELDS) clearSlot(o + field);
      return 0;
    },
    tp_repr: (o: Borrowed) => newRef(ptr(o + NAME)),
    mp_subscript: typealias_subscript,
    nb_or: newUnion,
  },
  members: [["__name__", "object", NAME, "readonly"]],
  getset: [
    [
      "__parameters__",
      (o: Borrowed) => (ptr(o + PARAMETERS) === 0 ? emptyTuple : unpackTypeVarTuples(ptr(o + PARAMETERS))),
    ],
    ["__type_params__", (o: Borrowed) => newRef(ptr(o + PARAMETERS) || emptyTuple)],
    ["__value__", (o: Borrowed) => pushLazy(o, VALUE, ptr(o + COMPUTE), Py_None)],
    ["__module__", typealias_module],
  ],
  methods: [["__reduce__", "()", (o: Borrowed) => newRef(ptr(o + NAME))]],
});

// -- Generic -------------------------------------------------------------------------------------------------------------

/** typing.name(cls, *args, **kwargs). May answer PUSHED. */
function forward(name: string) {
  return (cls: Borrowed, args: Address, nargs: number, keywords: Borrowed): Owned => {
    const module = PyImport_ImportModule("typing");
    const function_ = module === 0 ? 0 : PyObject_GetAttrString(module, name);
    if (module !== 0) decref(module);
    const row = function_ === 0 ? 0 : tupleFromArray(args, nargs);
    const result = row === 0 ? 0 : pushCallPrependTuple(function_, cls, row, keywords);
    if (function_ !== 0) decref(function_);
    if (row !== 0) decref(row);
    return result;
  };
}

export const Generic_Type = newModuleType({
  name: "typing.Generic",
  isMutable: true,
  basicsize: PyObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {
    tp_new: objectNew,
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      freeOfHeapType(o);
    },
    tp_traverse: (o: Address, visit: (o: Borrowed) => number): number => visit(typeOf(o)),
  },
  methods: [
    ["__class_getitem__", "@classmethod (*args, **kwargs)", forward("_generic_class_getitem")],
    ["__init_subclass__", "@classmethod (*args, **kwargs)", forward("_generic_init_subclass")],
  ],
});

/** _Py_subscript_generic: Generic[parameters], the base of a class with type parameters. May answer PUSHED. */
export function subscriptGeneric(parameters: Borrowed): Owned {
  const row = unpackTypeVarTuples(parameters);
  if (row === 0) return 0;
  const result = pushTyping("_GenericAlias", typeIn(Generic_Type), row);
  decref(row);
  return result;
}
