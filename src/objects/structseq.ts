// Struct sequences: tuples whose items have names (sys.version_info, os.stat_result, time.struct_time).
//
// A type has fields; the first of them are the items of the tuple, the rest are reached by name only. An unnamed field
// is an item without a name.
//
//   ob_size = items of the tuple      ob_item: all fields, the hidden ones behind the items
//
// Invariant: every field of an instance is an owned reference.

import { gcFree, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr, setSsize } from "../memory/memory.ts";
import { PyTupleObject } from "../memory/structs/containers.ts";
import { PyVarObject } from "../memory/structs/object.ts";
import { PyObject_Repr } from "./abstract.ts";
import { type MemberRow, type ModuleTypeSpec, newBuiltinType, newModuleType } from "./declare.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem, PyDict_Size } from "./dict_core.ts";
import { nextKey, PyDict_Next } from "./dict_object.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyList_Append, PyList_New } from "./list.ts";
import { PySequence_Tuple } from "./list_extend.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import {
  decref,
  isDict,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HEAPTYPE,
  sizeOf,
  type TypeCell,
  typeFlags,
  typeIn,
  typeOf,
  xdecref,
} from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM, tupleFromArray } from "./tuple_core.ts";
import { allocateInstance } from "./type_alloc.ts";
import { typeDict } from "./type_lookup.ts";
import { makeModuleType } from "./type_spec.ts";
import { Py_None, PyExc_TypeError, PyTuple_Type } from "./types.ts";
import { _PyUnicode_EQ, PyUnicode_FromString, textOf } from "./unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "./unicode_writer.ts";

const id_n_sequence_fields = identifier("n_sequence_fields");
const id_n_fields = identifier("n_fields");
const id_n_unnamed_fields = identifier("n_unnamed_fields");
const id_match_args = identifier("__match_args__");
const id_sequence = identifier("sequence");
const id_dict = identifier("dict");

const ITEMS = PyTupleObject.ob_item;
const ITEM_BYTES = 8;

export interface StructSequenceSpec {
  /** With its module: "sys.flags". */
  readonly name: string;
  /** Names; null for an unnamed field. */
  readonly fields: readonly (string | null)[];
  /** How many of the fields are items of the tuple; all by default. */
  readonly itemCount?: number;
  /** Programs may not make instances. */
  readonly sealed?: boolean;
  /** tp_new, where it is not that of all such types. */
  readonly tp_new?: (type: Borrowed, args: Borrowed, kwargs: Borrowed) => Owned;
}

const builtinSpecs = new Map<Address, StructSequenceSpec>();
const moduleSpecs: (readonly [TypeCell, StructSequenceSpec])[] = [];

/** What a type was declared with. */
function specOf(type: Borrowed): StructSequenceSpec {
  const spec = builtinSpecs.get(type) ?? moduleSpecs.find(([cell]) => typeIn(cell) === type)?.[1];
  return spec as StructSequenceSpec;
}

const itemCountOf = (spec: StructSequenceSpec): number => spec.itemCount ?? spec.fields.length;

/** The interpreter's own: a static type. */
export function declareBuiltinStructSequence(spec: StructSequenceSpec): Address {
  const type = newBuiltinType({ ...declaration(spec), base: PyTuple_Type });
  builtinSpecs.set(type, spec);
  return type;
}

/** A module's, which makes it with makeStructSequence. */
export function declareStructSequence(spec: StructSequenceSpec): TypeCell {
  const cell = newModuleType({ ...declaration(spec), isMutable: true });
  moduleSpecs.push([cell, spec]);
  return cell;
}

function declaration(spec: StructSequenceSpec): ModuleTypeSpec {
  // Reserves the names: later identifier() only finds them.
  for (const name of spec.fields) if (name !== null) identifier(name);
  const members: MemberRow[] = [];
  spec.fields.forEach((name, index) => {
    if (name !== null) members.push([name, "object", ITEMS + index * ITEM_BYTES, "readonly"]);
  });
  const hiddenCount = spec.fields.length - itemCountOf(spec);
  return {
    name: spec.name,
    basicsize: PyVarObject.sizeof + hiddenCount * ITEM_BYTES,
    itemsize: ITEM_BYTES,
    flags: Py_TPFLAGS_HAVE_GC | (spec.sealed ? Py_TPFLAGS_DISALLOW_INSTANTIATION : 0),
    slots: {
      tp_dealloc: structseq_dealloc,
      tp_traverse: structseq_traverse,
      tp_repr: structseq_repr,
      ...(spec.sealed ? {} : { tp_new: spec.tp_new ?? structseq_new }),
    },
    members,
    methods: [
      ["__reduce__", "()", structseq_reduce],
      ["__replace__", "(**changes)", structseq_replace],
    ],
  };
}

/** PyStructSequence_NewType, for a type that belongs to no module object. Borrowed, 0 with an error set. */
export function makeStructSequence(cell: TypeCell): Borrowed {
  if (typeIn(cell) !== 0) return typeIn(cell);
  const type = makeModuleType(0, cell, PyTuple_Type);
  return type === 0 || addStructSequenceNames(type) < 0 ? 0 : type;
}

/** Adds what every such type tells about itself to its dict, once the type is ready. 0, or -1 with an error set. */
export function addStructSequenceNames(type: Borrowed): number {
  const spec = specOf(type);
  const dict = typeDict(type);
  const itemCount = itemCountOf(spec);
  const unnamed = spec.fields.filter((name) => name === null).length;
  const numbers: readonly [Borrowed, number][] = [
    [id_n_sequence_fields, itemCount],
    [id_n_fields, spec.fields.length],
    [id_n_unnamed_fields, unnamed],
  ];
  for (const [name, value] of numbers) {
    const number = PyLong_FromNumber(value);
    if (number === 0 || PyDict_SetItem(dict, name, number) < 0) return -1;
    decref(number);
  }
  const names = spec.fields.slice(0, itemCount).flatMap((name) => (name === null ? [] : [name]));
  const matchArgs = PyTuple_New(names.length);
  if (matchArgs === 0) return -1;
  for (const [index, name] of names.entries()) PyTuple_SET_ITEM(matchArgs, index, identifier(name));
  const status = PyDict_SetItem(dict, id_match_args, matchArgs);
  decref(matchArgs);
  return status;
}

/** An instance of Owned values, one a field; 0 among them means an error is set. The collector does not see it. */
export function newStructSequence(type: Borrowed, values: readonly Owned[]): Owned {
  const failed = values.includes(0);
  const o = failed ? 0 : allocateInstance(type, values.length);
  if (o === 0) {
    for (const value of values) xdecref(value);
    return failed && PyErr_Occurred() === 0 ? PyErr_NoMemory() : 0;
  }
  setSsize(o + PyVarObject.ob_size, itemCountOf(specOf(type)));
  for (const [index, value] of values.entries()) setPtr(o + ITEMS + index * ITEM_BYTES, value);
  return o;
}

/** The same, seen by the collector: for what a program makes. */
export function newTrackedStructSequence(type: Borrowed, values: readonly Owned[]): Owned {
  const o = newStructSequence(type, values);
  if (o !== 0) gcTrack(o);
  return o;
}

function structseq_dealloc(o: Address): void {
  if (isTracked(o)) gcUntrack(o);
  const count = specOf(typeOf(o)).fields.length;
  for (let i = 0; i < count; i++) xdecref(ptr(o + ITEMS + i * ITEM_BYTES));
  const type = typeOf(o);
  gcFree(o);
  if (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) decref(type);
}

function structseq_traverse(o: Address, visit: (o: Address) => number): number {
  const count = specOf(typeOf(o)).fields.length;
  if (typeFlags(typeOf(o)) & Py_TPFLAGS_HEAPTYPE) {
    const stop = visit(typeOf(o));
    if (stop !== 0) return stop;
  }
  for (let i = 0; i < count; i++) {
    const value = ptr(o + ITEMS + i * ITEM_BYTES);
    const stop = value === 0 ? 0 : visit(value);
    if (stop !== 0) return stop;
  }
  return 0;
}

function structseq_repr(o: Borrowed): Owned {
  const spec = specOf(typeOf(o));
  const writer = UnicodeWriter_New(true);
  if (writer === 0) return PyErr_NoMemory();
  let ok = UnicodeWriter_WriteASCIIString(writer, `${spec.name}(`);
  for (let i = 0; i < sizeOf(o) && ok; i++) {
    const shown = PyObject_Repr(PyTuple_GET_ITEM(o, i));
    if (shown === 0) {
      decref(writer);
      return 0;
    }
    const name = spec.fields[i] ?? "";
    ok =
      UnicodeWriter_WriteASCIIString(writer, `${i === 0 ? "" : ", "}${name}=`) && UnicodeWriter_WriteStr(writer, shown);
    decref(shown);
  }
  if (ok && UnicodeWriter_WriteASCIIString(writer, ")")) return UnicodeWriter_Finish(writer);
  decref(writer);
  return PyErr_NoMemory();
}

/** type(sequence, dict={}): the dict gives hidden fields by name. */
function structseq_new(type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const spec = specOf(type);
  const given = sizeOf(args);
  const byKeyword = kwargs === 0 ? 0 : PyDict_Size(kwargs);
  let sequence = given > 0 ? PyTuple_GET_ITEM(args, 0) : 0;
  let dict = given > 1 ? PyTuple_GET_ITEM(args, 1) : 0;
  if (byKeyword > 0) {
    if (sequence === 0) sequence = PyDict_GetItemWithError(kwargs, id_sequence);
    if (dict === 0) dict = PyDict_GetItemWithError(kwargs, id_dict);
  }
  if (sequence === 0) return raise(PyExc_TypeError, `structseq() missing required argument 'sequence' (pos 1)`);
  if (given + byKeyword > 2) {
    return raise(PyExc_TypeError, `structseq() takes at most 2 arguments (${given + byKeyword} given)`);
  }
  const items = PySequence_Tuple(sequence);
  if (items === 0) {
    return PyErr_Occurred() ? raise(PyExc_TypeError, "constructor requires a sequence") : 0;
  }
  if (dict !== 0 && !isDict(dict)) {
    decref(items);
    return raise(PyExc_TypeError, `${spec.name}() takes a dict as second arg, if any`);
  }
  const least = itemCountOf(spec);
  const most = spec.fields.length;
  const count = sizeOf(items);
  if (count < least || count > most) {
    decref(items);
    const bound =
      least === most
        ? `a ${least}-sequence`
        : count < least
          ? `an at least ${least}-sequence`
          : `an at most ${most}-sequence`;
    return raise(PyExc_TypeError, `${spec.name}() takes ${bound} (${count}-sequence given)`);
  }
  const values: Owned[] = [];
  for (let i = 0; i < most; i++) {
    const name = spec.fields[i];
    if (i < count) values.push(newRef(PyTuple_GET_ITEM(items, i)));
    else {
      const value = dict === 0 || name === null ? 0 : PyDict_GetItemWithError(dict, identifier(name));
      values.push(newRef(value === 0 ? Py_None : value));
    }
  }
  decref(items);
  return newTrackedStructSequence(type, values);
}

function structseq_replace(o: Borrowed, changes: Borrowed): Owned {
  const spec = specOf(typeOf(o));
  if (spec.fields.some((name) => name === null)) {
    return raise(PyExc_TypeError, `__replace__() is not supported for ${spec.name} because it has unnamed field(s)`);
  }
  let used = 0;
  const values = spec.fields.map((name, index) => {
    const change = changes === 0 ? 0 : PyDict_GetItemWithError(changes, identifier(name as string));
    if (change !== 0) used++;
    return newRef(change === 0 ? ptr(o + ITEMS + index * ITEM_BYTES) : change);
  });
  const copy = newStructSequence(typeOf(o), values);
  if (copy === 0 || changes === 0 || used === PyDict_Size(changes)) return copy;
  decref(copy);
  return raiseUnexpected(spec, changes);
}

function raiseUnexpected(spec: StructSequenceSpec, changes: Borrowed): Owned {
  const names = PyList_New(0);
  for (let at = PyDict_Next(changes, 0); names !== 0 && at > 0; at = PyDict_Next(changes, at)) {
    const name = nextKey();
    if (spec.fields.some((field) => _PyUnicode_EQ(identifier(field as string), name))) continue;
    if (PyList_Append(names, name) < 0) return 0;
  }
  const shown = names === 0 ? 0 : PyObject_Repr(names);
  if (names !== 0) decref(names);
  if (shown === 0) return 0;
  raise(PyExc_TypeError, `Got unexpected field name(s): ${textOf(shown)}`);
  decref(shown);
  return 0;
}

function structseq_reduce(o: Borrowed): Owned {
  const spec = specOf(typeOf(o));
  const itemCount = itemCountOf(spec);
  const items = tupleFromArray(o + ITEMS, itemCount);
  const dict = items === 0 ? 0 : PyDict_New();
  if (dict === 0) return PyErr_NoMemory();
  for (let i = itemCount; i < spec.fields.length; i++) {
    const name = spec.fields[i];
    const key = name === null ? 0 : PyUnicode_FromString(name);
    if (key !== 0) {
      PyDict_SetItem(dict, key, ptr(o + ITEMS + i * ITEM_BYTES));
      decref(key);
    }
  }
  const state = PyTuple_Pack(items, dict);
  decref(items);
  decref(dict);
  const result = state === 0 ? 0 : PyTuple_Pack(typeOf(o), state);
  xdecref(state);
  return result || PyErr_NoMemory();
}
