// Type parameters: TypeVar, ParamSpec with its args and kwargs, TypeVarTuple, and NoDefault. What they mean when they are
// put in the place of others is decided by the module typing.
//
// A bound, constraints and a default come as values, or, from the syntax `[T: bound = default]`, as functions that are
// called when they are first asked for (typing_calls.ts). As Objects/typevarobject.c.
// Invariant: of a value and its function at most the value is asked once it is there.

import { gcUntrack } from "../gc/link.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr, setU8, u8 } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import {
  Py_EQ,
  Py_NE,
  PyObject_GetAttr,
  PyObject_GetIter,
  PyObject_IsTrue,
  PyObject_Repr,
  PyObject_RichCompare,
  PyObject_SetAttr,
  PyObject_Size,
  PyObject_Str,
} from "./abstract.ts";
import {
  declareInitializer,
  declareModuleType,
  declareType,
  type MethodRow,
  newModuleType,
  reserveTypeCell,
} from "./declare.ts";
import { MANAGED_WEAKREF_OFFSET, PyObject_ClearManagedDict, PyObject_VisitManagedDict } from "./dict_instance.ts";
import { dictUsed } from "./dict_object.ts";
import { argumentTypeName, PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { PySequence_Tuple } from "./list_extend.ts";
import { bool } from "./long_core.ts";
import {
  clearSlot,
  decref,
  initImmortal,
  isInstanceOf,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_MANAGED_DICT,
  Py_TPFLAGS_MANAGED_WEAKREF,
  replaceSlot,
  sizeOf,
  type TypeCell,
  typeFlags,
  typeIn,
  typeOf,
  xdecref,
  xnewRef,
} from "./object.ts";
import { namedArguments } from "./text_arguments.ts";
import {
  emptyTuple,
  ITEMS,
  PyTuple_GET_ITEM,
  PyTuple_New,
  PyTuple_Pack,
  PyTuple_SET_ITEM,
  tupleFromArray,
} from "./tuple_core.ts";
import { freeOfHeapType } from "./type_alloc.ts";
import { Py_None, Py_NotImplemented, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import { callerModule, checkType, pushLazy, pushTyping, unpacked } from "./typing_calls.ts";
import { PyUnicode_FromString, textOf, unicodeConcat } from "./unicode_core.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

const typevarobject = struct("typevarobject", 80, {
  ...OBJECT_HEAD,
  name: [16, "ptr", "str"],
  bound: [24, "ptr", "upper bound, or null"],
  evaluate_bound: [32, "ptr", "function that gives it, or null"],
  constraints: [40, "ptr", "tuple of types, or null"],
  evaluate_constraints: [48, "ptr", "function that gives it, or null"],
  default_value: [56, "ptr", "default, NoDefault, or null"],
  evaluate_default: [64, "ptr", "function that gives it, or null"],
  covariant: [72, "u8", ""],
  contravariant: [73, "u8", ""],
  infer_variance: [74, "u8", "1 when the syntax made it"],
});

const paramspecobject = struct("paramspecobject", 56, {
  ...OBJECT_HEAD,
  name: [16, "ptr", "str"],
  bound: [24, "ptr", "upper bound, or null"],
  default_value: [32, "ptr", "default, NoDefault, or null"],
  evaluate_default: [40, "ptr", "function that gives it, or null"],
  covariant: [48, "u8", ""],
  contravariant: [49, "u8", ""],
  infer_variance: [50, "u8", "1 when the syntax made it"],
});

const typevartupleobject = struct("typevartupleobject", 40, {
  ...OBJECT_HEAD,
  name: [16, "ptr", "str"],
  default_value: [24, "ptr", "default, NoDefault, or null"],
  evaluate_default: [32, "ptr", "function that gives it, or null"],
});

const paramspecattrobject = struct("paramspecattrobject", 24, {
  ...OBJECT_HEAD,
  __origin__: [16, "ptr", "the ParamSpec"],
});

const NAME = typevarobject.name;
const ORIGIN = paramspecattrobject.__origin__;
const MANAGED = Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_MANAGED_DICT | Py_TPFLAGS_MANAGED_WEAKREF;

type Visit = (o: Borrowed) => number;

// -- NoDefault -----------------------------------------------------------------------------------------------------------

export const NoDefault: Address = reserveStatic(PyObject.sizeof);
const _PyNoDefault_Type: Address = reserveStatic(PyTypeObject.sizeof);
declareInitializer(() => {
  initImmortal(NoDefault, _PyNoDefault_Type);
});

declareType(_PyNoDefault_Type, {
  name: "NoDefaultType",
  basicsize: PyObject.sizeof,
  slots: {
    tp_repr: () => PyUnicode_FromString("typing.NoDefault"),
    tp_new: (_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned =>
      sizeOf(args) > 0 || (keywords !== 0 && dictUsed(keywords) > 0)
        ? raise(PyExc_TypeError, "NoDefaultType takes no arguments")
        : newRef(NoDefault),
  },
  methods: [["__reduce__", "()", () => PyUnicode_FromString("NoDefault")]],
});

// -- what the three share ------------------------------------------------------------------------------------------------

function managedSlots(...fields: number[]) {
  return {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      PyObject_ClearWeakRefs(o);
      for (const field of fields) clearSlot(o + field);
      if (typeFlags(typeOf(o)) & Py_TPFLAGS_MANAGED_DICT) PyObject_ClearManagedDict(o);
      freeOfHeapType(o);
    },
    tp_traverse: (o: Address, visit: Visit): number => {
      const first = visit(typeOf(o));
      if (first !== 0) return first;
      for (const field of fields) {
        const value = ptr(o + field);
        const stop = value === 0 ? 0 : visit(value);
        if (stop !== 0) return stop;
      }
      return typeFlags(typeOf(o)) & Py_TPFLAGS_MANAGED_DICT ? PyObject_VisitManagedDict(o, visit) : 0;
    },
    tp_clear: (o: Address): number => {
      for (const field of fields) clearSlot(o + field);
      if (typeFlags(typeOf(o)) & Py_TPFLAGS_MANAGED_DICT) PyObject_ClearManagedDict(o);
      return 0;
    },
  };
}

function refuseSubclass(name: string): MethodRow {
  return ["__mro_entries__", "(object, /)", () => raise(PyExc_TypeError, `Cannot subclass an instance of ${name}`)];
}

function hasDefault(valueField: number, functionField: number): MethodRow {
  return [
    "has_default",
    "()",
    (o: Borrowed) => {
      const value = ptr(o + valueField);
      return bool(ptr(o + functionField) !== 0 || (value !== NoDefault && value !== 0));
    },
  ];
}

const reduceToName: MethodRow = ["__reduce__", "()", (o: Borrowed) => newRef(ptr(o + NAME))];

function makeUnion(left: Borrowed, right: Borrowed): Owned {
  return pushTyping("_make_union", left, right);
}

const id_module = identifier("__module__");

/** Gives a fresh parameter the name of the module that made it. Takes it; 0 with an error set. */
function withModule(o: Owned, module: Borrowed): Owned {
  if (o === 0 || PyObject_SetAttr(o, id_module, module) >= 0) return o;
  decref(o);
  return 0;
}

/** name with the sign of its variance. */
function shownName(o: Borrowed, covariant: number): Owned {
  const name = ptr(o + NAME);
  if (u8(o + covariant + 2) !== 0) return newRef(name);
  const sign = u8(o + covariant) !== 0 ? "+" : u8(o + covariant + 1) !== 0 ? "-" : "~";
  const prefix = PyUnicode_FromString(sign);
  const shown = prefix === 0 ? 0 : unicodeConcat(prefix, name);
  if (prefix !== 0) decref(prefix);
  return shown || PyErr_NoMemory();
}

/** The keyword-only arguments of a constructor, borrowed or 0, and its name. Null with an error set. */
function parameterArguments(
  cls: string,
  args: Borrowed,
  keywords: Borrowed,
  names: readonly string[],
  hasConstraints = false,
): { name: Borrowed; given: Borrowed[] } | null {
  // Constraints, which a TypeVar has behind its name, are no matter of the keywords.
  const first = hasConstraints ? tupleFromArray(args + ITEMS, Math.min(sizeOf(args), 1)) : newRef(args);
  if (first === 0) return null;
  const values = namedArguments(cls, first, keywords, ["name", ...names], 1, 1);
  decref(first);
  if (values === null) return null;
  const [name, ...given] = values;
  if (!isUnicode(name)) {
    raise(PyExc_TypeError, `${cls}() argument 'name' must be str, not ${argumentTypeName(name, 50)}`);
    return null;
  }
  return { name, given };
}

const VARIANCES = ["covariant", "contravariant", "infer_variance"] as const;

/** The three truths of a parameter's variance; null with an error set. */
function variances(given: readonly Borrowed[]): [number, number, number] | null {
  const truths = given.map((o) => (o === 0 ? 0 : PyObject_IsTrue(o)));
  if (truths.some((truth) => truth < 0)) return null;
  const [covariant, contravariant, inferred] = truths;
  if (covariant && contravariant) raise(PyExc_ValueError, "Bivariant types are not supported.");
  else if (inferred && (covariant || contravariant)) {
    raise(PyExc_ValueError, "Variance cannot be specified with infer_variance.");
  } else return [covariant, contravariant, inferred];
  return null;
}

function setVariances(o: Borrowed, covariant: number, values: readonly [number, number, number]): void {
  values.forEach((value, i) => {
    setU8(o + covariant + i, value);
  });
}

// -- TypeVar -------------------------------------------------------------------------------------------------------------

const BOUND = typevarobject.bound;
const CONSTRAINTS = typevarobject.constraints;
const DEFAULT = typevarobject.default_value;

export const TypeVar_Type = reserveTypeCell();

function newParameter(type: Borrowed, name: Borrowed): Owned {
  const o = allocateInstanceOf(type);
  if (o !== 0) setPtr(o + NAME, newRef(name));
  return o;
}

function allocateInstanceOf(type: Borrowed): Owned {
  return textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
}

/** _Py_make_typevar: what the syntax makes; the functions are borrowed, or 0. */
export function makeTypeVar(name: Borrowed, evaluateBound: Borrowed, evaluateConstraints: Borrowed): Owned {
  const o = newParameter(typeIn(TypeVar_Type), name);
  if (o === 0) return 0;
  setPtr(o + typevarobject.evaluate_bound, xnewRef(evaluateBound));
  setPtr(o + typevarobject.evaluate_constraints, xnewRef(evaluateConstraints));
  setU8(o + typevarobject.infer_variance, 1);
  return o;
}

function typevar_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const names = ["bound", "default", ...VARIANCES];
  const parsed = parameterArguments("typevar", args, keywords, names, true);
  if (parsed === null) return 0;
  const [boundGiven, defaultGiven, ...rest] = parsed.given;
  const variance = variances(rest);
  if (variance === null) return 0;
  let bound = 0;
  if (boundGiven !== 0 && boundGiven !== Py_None) {
    bound = checkType(boundGiven, "Bound must be a type.");
    if (bound === 0) return 0;
  }
  const count = sizeOf(args) - 1;
  const message =
    count === 1
      ? "A single constraint is not allowed"
      : count > 1 && bound !== 0
        ? "Constraints cannot be combined with bound=..."
        : null;
  if (message !== null) {
    xdecref(bound);
    return raise(PyExc_TypeError, message);
  }
  const o = newParameter(type, parsed.name);
  if (o === 0) {
    xdecref(bound);
    return 0;
  }
  setPtr(o + BOUND, bound);
  if (count > 1) setPtr(o + CONSTRAINTS, tupleFromArray(args + ITEMS + 8, count));
  setPtr(o + DEFAULT, newRef(defaultGiven || NoDefault));
  setVariances(o, typevarobject.covariant, variance);
  return withModule(o, callerModule());
}

const id_parameters = identifier("__parameters__");

/** Arguments of an alias, arranged for a TypeVar: with its default behind them when they are too few. */
function typevar_prepare_subst(o: Borrowed, alias: Borrowed, args: Borrowed): Owned {
  const parameters = PyObject_GetAttr(alias, id_parameters);
  if (parameters === 0) return 0;
  const count = PyObject_Size(args);
  const place = count < 0 ? -1 : indexIn(parameters, o);
  decref(parameters);
  if (place < 0) return 0;
  if (place < count) return newRef(args);
  const base = currentFrame();
  const value = place === count ? settle(base, typevar_default(o)) : newRef(NoDefault);
  if (value === 0) return 0;
  if (value === NoDefault) return tooFew(alias);
  const row = PySequence_Tuple(args);
  const result = row === 0 ? 0 : PyTuple_New(count + 1);
  for (let i = 0; result !== 0 && i < count; i++) PyTuple_SET_ITEM(result, i, newRef(PyTuple_GET_ITEM(row, i)));
  if (result !== 0) PyTuple_SET_ITEM(result, count, value);
  else decref(value);
  xdecref(row);
  return result;
}

function tooFew(alias: Borrowed): 0 {
  const shown = PyObject_Str(alias);
  if (shown === 0) return 0;
  raise(PyExc_TypeError, `Too few arguments for ${textOf(shown)}`);
  decref(shown);
  return 0;
}

/** The place of an object in a tuple; -1 with ValueError set. */
function indexIn(parameters: Borrowed, o: Borrowed): number {
  for (let i = 0; isTuple(parameters) && i < sizeOf(parameters); i++) {
    if (PyTuple_GET_ITEM(parameters, i) === o) return i;
  }
  raise(PyExc_ValueError, "tuple.index(x): x not in tuple");
  return -1;
}

function typevar_default(o: Borrowed): Owned {
  return pushLazy(o, DEFAULT, ptr(o + typevarobject.evaluate_default), NoDefault);
}

declareModuleType(TypeVar_Type, {
  name: "typing.TypeVar",
  basicsize: typevarobject.sizeof,
  flags: MANAGED,
  dictoffset: -1,
  weaklistoffset: MANAGED_WEAKREF_OFFSET,
  slots: {
    ...managedSlots(
      NAME,
      BOUND,
      typevarobject.evaluate_bound,
      CONSTRAINTS,
      typevarobject.evaluate_constraints,
      DEFAULT,
      typevarobject.evaluate_default,
    ),
    tp_new: typevar_new,
    tp_repr: (o: Borrowed) => shownName(o, typevarobject.covariant),
    nb_or: makeUnion,
  },
  members: [
    ["__name__", "object", NAME, "readonly"],
    ["__covariant__", "bool", typevarobject.covariant, "readonly"],
    ["__contravariant__", "bool", typevarobject.contravariant, "readonly"],
    ["__infer_variance__", "bool", typevarobject.infer_variance, "readonly"],
  ],
  getset: [
    ["__bound__", (o: Borrowed) => pushLazy(o, BOUND, ptr(o + typevarobject.evaluate_bound), Py_None)],
    [
      "__constraints__",
      (o: Borrowed) => pushLazy(o, CONSTRAINTS, ptr(o + typevarobject.evaluate_constraints), emptyTuple),
    ],
    ["__default__", typevar_default],
  ],
  methods: [
    ["__typing_subst__", "(arg, /)", (o: Borrowed, arg: Borrowed) => pushTyping("_typevar_subst", o, arg)],
    ["__typing_prepare_subst__", "(alias, args, /)", typevar_prepare_subst],
    reduceToName,
    hasDefault(DEFAULT, typevarobject.evaluate_default),
    refuseSubclass("TypeVar"),
  ],
});

// -- ParamSpec -----------------------------------------------------------------------------------------------------------

export const ParamSpec_Type = reserveTypeCell();

export function makeParamSpec(name: Borrowed): Owned {
  const o = newParameter(typeIn(ParamSpec_Type), name);
  if (o !== 0) setU8(o + paramspecobject.infer_variance, 1);
  return o;
}

function paramspec_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const parsed = parameterArguments("paramspec", args, keywords, ["bound", "default", ...VARIANCES]);
  if (parsed === null) return 0;
  const [boundGiven, defaultGiven, ...rest] = parsed.given;
  const variance = variances(rest);
  if (variance === null) return 0;
  // Without a bound it is NoneType, as for a bound of None.
  const bound = checkType(boundGiven || Py_None, "Bound must be a type.");
  if (bound === 0) return 0;
  const o = newParameter(type, parsed.name);
  if (o === 0) {
    xdecref(bound);
    return 0;
  }
  setPtr(o + paramspecobject.bound, bound);
  setPtr(o + paramspecobject.default_value, newRef(defaultGiven || NoDefault));
  setVariances(o, paramspecobject.covariant, variance);
  return withModule(o, callerModule());
}

function attributeOf(cell: () => TypeCell): (o: Borrowed) => Owned {
  return (o) => {
    const attribute = allocateInstanceOf(typeIn(cell()));
    if (attribute !== 0) setPtr(attribute + ORIGIN, newRef(o));
    return attribute;
  };
}

declareModuleType(ParamSpec_Type, {
  name: "typing.ParamSpec",
  basicsize: paramspecobject.sizeof,
  flags: MANAGED,
  dictoffset: -1,
  weaklistoffset: MANAGED_WEAKREF_OFFSET,
  slots: {
    ...managedSlots(NAME, paramspecobject.bound, paramspecobject.default_value, paramspecobject.evaluate_default),
    tp_new: paramspec_new,
    tp_repr: (o: Borrowed) => shownName(o, paramspecobject.covariant),
    nb_or: makeUnion,
  },
  members: [
    ["__name__", "object", NAME, "readonly"],
    ["__bound__", "object", paramspecobject.bound, "readonly"],
    ["__covariant__", "bool", paramspecobject.covariant, "readonly"],
    ["__contravariant__", "bool", paramspecobject.contravariant, "readonly"],
    ["__infer_variance__", "bool", paramspecobject.infer_variance, "readonly"],
  ],
  getset: [
    ["args", attributeOf(() => ParamSpecArgs_Type)],
    ["kwargs", attributeOf(() => ParamSpecKwargs_Type)],
    [
      "__default__",
      (o: Borrowed) => pushLazy(o, paramspecobject.default_value, ptr(o + paramspecobject.evaluate_default), NoDefault),
    ],
  ],
  methods: [
    ["__typing_subst__", "(arg, /)", (o: Borrowed, arg: Borrowed) => pushTyping("_paramspec_subst", o, arg)],
    [
      "__typing_prepare_subst__",
      "(alias, args, /)",
      (o: Borrowed, alias: Borrowed, args: Borrowed) => pushTyping("_paramspec_prepare_subst", o, alias, args),
    ],
    hasDefault(paramspecobject.default_value, paramspecobject.evaluate_default),
    reduceToName,
    refuseSubclass("ParamSpec"),
  ],
});

// -- P.args, P.kwargs ----------------------------------------------------------------------------------------------------

function declareAttribute(name: string, constructorName: string, suffix: string): TypeCell {
  const own = newModuleType({
    name: `typing.${name}`,
    basicsize: paramspecattrobject.sizeof,
    flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_MANAGED_WEAKREF,
    weaklistoffset: MANAGED_WEAKREF_OFFSET,
    slots: {
      ...managedSlots(ORIGIN),
      // As in CPython it does not tell of its type.
      tp_traverse: (o: Address, visit: Visit): number => (ptr(o + ORIGIN) === 0 ? 0 : visit(ptr(o + ORIGIN))),
      tp_new: (type: Borrowed, args: Borrowed, keywords: Borrowed): Owned => {
        const values = namedArguments(constructorName, args, keywords, ["origin"], 1);
        const o = values === null ? 0 : allocateInstanceOf(type);
        if (values !== null && o !== 0) setPtr(o + ORIGIN, newRef(values[0]));
        return o;
      },
      tp_repr: (o: Borrowed): Owned => {
        const origin = ptr(o + ORIGIN);
        const shown = isInstanceOf(origin, typeIn(ParamSpec_Type)) ? newRef(ptr(origin + NAME)) : PyObject_Repr(origin);
        const tail = shown === 0 ? 0 : PyUnicode_FromString(suffix);
        const result = tail === 0 ? 0 : unicodeConcat(shown, tail);
        xdecref(shown);
        xdecref(tail);
        return result;
      },
      tp_richcompare: (a: Borrowed, b: Borrowed, operator: number): Owned => {
        if (typeOf(a) !== typeIn(own) || typeOf(b) !== typeIn(own) || (operator !== Py_EQ && operator !== Py_NE)) {
          return Py_NotImplemented;
        }
        return PyObject_RichCompare(ptr(a + ORIGIN), ptr(b + ORIGIN), operator);
      },
    },
    members: [["__origin__", "object", ORIGIN, "readonly"]],
    methods: [refuseSubclass(name)],
  });
  return own;
}

export const ParamSpecArgs_Type = declareAttribute("ParamSpecArgs", "paramspecargs", ".args");
export const ParamSpecKwargs_Type = declareAttribute("ParamSpecKwargs", "paramspeckwargs", ".kwargs");

// -- TypeVarTuple --------------------------------------------------------------------------------------------------------

export const TypeVarTuple_Type = reserveTypeCell();

export function makeTypeVarTuple(name: Borrowed): Owned {
  return newParameter(typeIn(TypeVarTuple_Type), name);
}

function typevartuple_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const parsed = parameterArguments("typevartuple", args, keywords, ["default"]);
  const o = parsed === null ? 0 : newParameter(type, parsed.name);
  if (parsed === null || o === 0) return 0;
  setPtr(o + typevartupleobject.default_value, newRef(parsed.given[0] || NoDefault));
  return withModule(o, callerModule());
}

declareModuleType(TypeVarTuple_Type, {
  name: "typing.TypeVarTuple",
  basicsize: typevartupleobject.sizeof,
  flags: MANAGED,
  dictoffset: -1,
  weaklistoffset: MANAGED_WEAKREF_OFFSET,
  slots: {
    ...managedSlots(NAME, typevartupleobject.default_value, typevartupleobject.evaluate_default),
    tp_new: typevartuple_new,
    tp_repr: (o: Borrowed) => newRef(ptr(o + NAME)),
    tp_iter: (o: Borrowed): Owned => {
      const one = unpacked(o);
      const row = one === 0 ? 0 : PyTuple_Pack(one);
      const iterator = row === 0 ? 0 : PyObject_GetIter(row);
      xdecref(one);
      xdecref(row);
      return iterator;
    },
  },
  members: [["__name__", "object", NAME, "readonly"]],
  getset: [
    [
      "__default__",
      (o: Borrowed) =>
        pushLazy(o, typevartupleobject.default_value, ptr(o + typevartupleobject.evaluate_default), NoDefault),
    ],
  ],
  methods: [
    [
      "__typing_subst__",
      "(arg, /)",
      () => raise(PyExc_TypeError, "Substitution of bare TypeVarTuple is not supported"),
    ],
    [
      "__typing_prepare_subst__",
      "(alias, args, /)",
      (o: Borrowed, alias: Borrowed, args: Borrowed) => pushTyping("_typevartuple_prepare_subst", o, alias, args),
    ],
    reduceToName,
    hasDefault(typevartupleobject.default_value, typevartupleobject.evaluate_default),
    refuseSubclass("TypeVarTuple"),
  ],
});

/** _Py_set_typeparam_default: the function that gives a parameter's default. The parameter again, Owned. */
export function setTypeParameterDefault(parameter: Borrowed, evaluate: Borrowed): Owned {
  const type = typeOf(parameter);
  const field =
    type === typeIn(TypeVar_Type)
      ? typevarobject.evaluate_default
      : type === typeIn(ParamSpec_Type)
        ? paramspecobject.evaluate_default
        : type === typeIn(TypeVarTuple_Type)
          ? typevartupleobject.evaluate_default
          : 0;
  if (field === 0) return raise(PyExc_TypeError, `Expected a type param, got ${typeNameOf(parameter)}`);
  replaceSlot(parameter + field, newRef(evaluate));
  return newRef(parameter);
}

/** Type parameters with each TypeVarTuple unpacked; the tuple itself when there is none. Owned. */
export function unpackTypeVarTuples(parameters: Borrowed): Owned {
  const count = sizeOf(parameters);
  let any = false;
  for (let i = 0; i < count; i++) any ||= typeOf(PyTuple_GET_ITEM(parameters, i)) === typeIn(TypeVarTuple_Type);
  if (!any) return newRef(parameters);
  const result = PyTuple_New(count);
  for (let i = 0; result !== 0 && i < count; i++) {
    const parameter = PyTuple_GET_ITEM(parameters, i);
    const item = typeOf(parameter) === typeIn(TypeVarTuple_Type) ? unpacked(parameter) : newRef(parameter);
    if (item === 0) {
      decref(result);
      return 0;
    }
    PyTuple_SET_ITEM(result, i, item);
  }
  return result;
}
