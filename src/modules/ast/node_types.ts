// The classes of the syntax tree: AST, and below it a class for each group and constructor of the grammar.
//
// AST is declared here; the others are made by calling type(), as CPython makes them, when a program first asks for _ast
// or for a tree. What a constructor's class says of itself (_fields, _field_types, __doc__ …) comes from the parser's table.

import type { Address, Borrowed, Owned } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import {
  PyObject_GetOptionalAttr,
  PyObject_SetAttr,
  PyObject_Size,
  PySequence_GetItem,
} from "../../objects/abstract.ts";
import { genericGetAttr, genericSetAttr } from "../../objects/attributes.ts";
import { PyObject_CallNoArgs, PyObject_CallThreeArgs } from "../../objects/call.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "../../objects/dict_core.ts";
import { PyObject_GenericGetDict } from "../../objects/dict_instance.ts";
import { PyErr_NoMemory, PyErr_Occurred } from "../../objects/errors.ts";
import { Py_GenericAlias } from "../../objects/generic_alias.ts";
import { decref, newRef, Py_TPFLAGS_BASETYPE, Py_TPFLAGS_HAVE_GC, typeOf, xdecref } from "../../objects/object.ts";
import { emptyTuple, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import { PyType_Modified, typeDict } from "../../objects/type_lookup.ts";
import { makeModuleType } from "../../objects/type_spec.ts";
import {
  Py_None,
  PyBaseObject_Type,
  PyList_Type,
  PyLong_Type,
  PyType_Type,
  PyUnicode_Type,
} from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../../objects/unicode_intern.ts";
import { newUnion } from "../../objects/union.ts";
import { type Group, type Kind, NAMES, NODES, POSITION_FIELDS } from "../../parser/nodes.ts";
import { setStolen } from "../make_module.ts";
import { allocate, clearer, deallocator, instanceDictSetter, traverser } from "../type_support.ts";
import { ast_type_init } from "./constructor.ts";
import {
  classOf,
  type Field,
  hasOptionalEnds,
  hasPositions,
  KINDS,
  member,
  nameMembers,
  nodeFields,
  OPERATOR_GROUPS,
  SUM_GROUPS,
  setMember,
} from "./state.ts";

export const AST_object = struct("AST_object", 24, {
  ...OBJECT_HEAD,
  dict: [16, "ptr", "__dict__: the fields"],
});
const DICT = AST_object.dict;

// -- AST itself ----------------------------------------------------------------------------------------------------------

/** (class, one None a leading field that is set, fields): so that unpickling calls the class with what it requires. */
function ast_type_reduce(self: Borrowed): Owned {
  const dict = PyObject_GetOptionalAttr(self, member("__dict__"));
  if (dict === 0) return PyErr_Occurred() !== 0 ? 0 : PyTuple_Pack(typeOf(self), emptyTuple);
  const fields = PyObject_GetOptionalAttr(typeOf(self), member("_fields"));
  let count = 0;
  if (fields !== 0) {
    const size = PyObject_Size(fields);
    for (; count < size; count++) {
      const name = PySequence_GetItem(fields, count);
      const value = name === 0 ? 0 : PyDict_GetItemWithError(dict, name);
      xdecref(name);
      if (value === 0) break;
    }
    decref(fields);
  }
  const args = PyErr_Occurred() === 0 ? PyTuple_New(count) : 0;
  for (let i = 0; args !== 0 && i < count; i++) PyTuple_SET_ITEM(args, i, Py_None);
  const result = args === 0 ? 0 : PyTuple_Pack(typeOf(self), args, dict);
  xdecref(args);
  decref(dict);
  return result;
}

export const AST_type = newModuleType({
  name: "ast.AST",
  isMutable: true,
  basicsize: AST_object.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  dictoffset: DICT,
  slots: {
    tp_dealloc: deallocator(DICT),
    tp_traverse: traverser(DICT),
    tp_clear: clearer(DICT),
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
    tp_init: ast_type_init,
    tp_new: (type: Borrowed): Owned => allocate(type),
  },
  methods: [["__reduce__", "()", ast_type_reduce]],
  getset: [["__dict__", PyObject_GenericGetDict, instanceDictSetter(DICT)]],
});

// -- the others ----------------------------------------------------------------------------------------------------------

/** "Name(identifier id, expr_context ctx)": a constructor as the grammar's text has it. */
function constructorText(name: string, fields: readonly Field[]): string {
  if (fields.length === 0) return name;
  const shown = fields.map((f) => `${f.type}${f.isSequence ? "*" : f.isOptional ? "?" : ""} ${f.name}`);
  return `${name}(${shown.join(", ")})`;
}

/** A tuple of interned names. */
function namesTuple(names: readonly string[]): Owned {
  const tuple = PyTuple_New(names.length);
  if (tuple === 0) return PyErr_NoMemory();
  for (let i = 0; i < names.length; i++) PyTuple_SET_ITEM(tuple, i, newRef(member(names[i])));
  return tuple;
}

/** type(name, (base,), {…}), kept in the state. False with an error set. */
function makeClass(name: string, base: Borrowed, fields: readonly Field[], doc: string): boolean {
  const fieldNames = namesTuple(fields.map((f) => f.name));
  const dict = PyDict_New();
  const docObject = PyUnicode_FromString(doc);
  const nameObject = PyUnicode_InternFromString(name);
  const bases = PyTuple_Pack(base);
  let made = 0;
  if (
    fieldNames !== 0 &&
    dict !== 0 &&
    docObject !== 0 &&
    nameObject !== 0 &&
    bases !== 0 &&
    PyDict_SetItem(dict, member("_fields"), fieldNames) >= 0 &&
    PyDict_SetItem(dict, member("__match_args__"), fieldNames) >= 0 &&
    PyDict_SetItem(dict, member("__module__"), member("ast")) >= 0 &&
    PyDict_SetItem(dict, member("__doc__"), docObject) >= 0
  ) {
    made = PyObject_CallThreeArgs(PyType_Type, nameObject, bases, dict);
  }
  for (const o of [fieldNames, dict, docObject, nameObject, bases]) xdecref(o);
  if (made === 0) return false;
  setMember(`${name}_type`, made);
  return true;
}

/** Sets an attribute, stealing the value. */
function setClassAttribute(cls: Borrowed, name: Borrowed, value: Owned): boolean {
  if (value === 0) return false;
  const status = PyObject_SetAttr(cls, name, value);
  decref(value);
  return status >= 0;
}

/** _attributes. */
function addPositions(name: string, isPositioned: boolean): boolean {
  return setClassAttribute(classOf(name), member("_attributes"), namesTuple(isPositioned ? POSITION_FIELDS : []));
}

/** None for a class's attributes that may be left out. */
function setMissable(name: string, attributes: readonly string[]): boolean {
  return attributes.every((attribute) => PyObject_SetAttr(classOf(name), member(attribute), Py_None) >= 0);
}

const ENDS = POSITION_FIELDS.filter((name) => name.startsWith("end_"));

function makeGroup(group: string): boolean {
  const isPositioned = ["stmt", "expr", "excepthandler", "pattern", "type_param"].includes(group);
  return (
    makeClass(group, classOf("AST"), [], groupText(group)) &&
    addPositions(group, isPositioned) &&
    setMissable(group, isPositioned && hasOptionalEnds(group as Group) ? ENDS : [])
  );
}

/** A constructor's class: below its group's, or below AST when it is all of its group. */
function makeConstructor(kind: Kind): boolean {
  const fields = nodeFields(kind);
  const group = NODES[kind][0];
  const isProduct = !SUM_GROUPS.includes(group);
  const isPositioned = isProduct && hasPositions(kind);
  return (
    makeClass(kind, classOf(isProduct ? "AST" : group), fields, constructorText(kind, fields)) &&
    (!isProduct || addPositions(kind, isPositioned)) &&
    setMissable(
      kind,
      fields.filter(isMissable).map((field) => field.name),
    ) &&
    setMissable(kind, isPositioned ? ENDS : [])
  );
}

/** Optional fields are None in the class. */
function isMissable(field: Field): boolean {
  return field.isOptional && !field.isSequence;
}

function fieldType(field: Field): Owned {
  const scalars: Record<string, Address> = {
    identifier: PyUnicode_Type,
    string: PyUnicode_Type,
    int: PyLong_Type,
    constant: PyBaseObject_Type,
  };
  const type = scalars[field.type] ?? classOf(field.type);
  if (field.isSequence) return Py_GenericAlias(PyList_Type, type);
  return field.isOptional ? newUnion(type, Py_None) : newRef(type);
}

/** _field_types and __annotations__ of a class: one dict for both. */
function addFieldTypes(name: string, fields: readonly Field[]): boolean {
  const types = PyDict_New();
  const annotations = PyUnicode_InternFromString("__annotations__");
  const fieldTypes = PyUnicode_InternFromString("_field_types");
  const cls = classOf(name);
  const done =
    types !== 0 &&
    annotations !== 0 &&
    fieldTypes !== 0 &&
    fields.every((field) => {
      const type = fieldType(field);
      const status = type === 0 ? -1 : PyDict_SetItem(types, member(field.name), type);
      xdecref(type);
      return status >= 0;
    }) &&
    PyObject_SetAttr(cls, fieldTypes, types) >= 0 &&
    PyObject_SetAttr(cls, annotations, types) >= 0;
  for (const o of [types, annotations, fieldTypes]) xdecref(o);
  return done;
}

/** The names of fields exist, and are interned, from the first use of compile() on. False with an error set. */
export function needNames(): boolean {
  for (const name of member("_fields") === 0 ? nameMembers() : []) {
    const o = PyUnicode_InternFromString(name);
    if (o === 0) return false;
    setMember(name, o);
  }
  return true;
}

/** AST, which belongs to no module, with empty fields. */
function makeAst(): boolean {
  const type = makeModuleType(0, AST_type);
  if (type === 0) return false;
  // The cell lends the reference that the state has.
  setMember("AST_type", type);
  const dict = typeDict(type);
  for (const name of ["_fields", "__match_args__", "_attributes"]) {
    if (PyDict_SetItem(dict, member(name), emptyTuple) < 0) return false;
  }
  PyType_Modified(type);
  return true;
}

/** A group's text: one constructor a line, or for operators all in one. */
function groupText(group: string): string {
  const operators = NAMES[group as keyof typeof NAMES] as readonly string[] | undefined;
  if (operators !== undefined) return `${group} = ${operators.join(" | ")}`;
  const kinds = KINDS.filter((kind) => NODES[kind][0] === group);
  return `${group} = ${kinds.map((kind) => constructorText(kind, nodeFields(kind))).join(`\n${" ".repeat(group.length)} | `)}`;
}

/** Makes an operator's class and the one instance that trees share. */
function makeOperator(group: string, operator: string): boolean {
  if (!makeClass(operator, classOf(group), [], operator)) return false;
  const instance = PyObject_CallNoArgs(classOf(operator));
  if (instance !== 0) setMember(`${operator}_singleton`, instance);
  return instance !== 0;
}

/** All classes but AST, in the order of the grammar. Stops where one answers false, and answers so. */
function forEachClass(
  atGroup: (group: string) => boolean,
  atConstructor: (kind: Kind) => boolean,
  atOperator: (group: string, operator: string) => boolean,
): boolean {
  let last = "";
  for (const kind of KINDS) {
    const group = NODES[kind][0];
    if (
      last === "expr" &&
      group !== last &&
      !OPERATOR_GROUPS.every((g) => atGroup(g) && NAMES[g].every((o) => atOperator(g, o)))
    )
      return false;
    if (group !== last && SUM_GROUPS.includes(group) && !atGroup(group)) return false;
    if (!atConstructor(kind)) return false;
    last = group;
  }
  return true;
}

function makeClasses(): boolean {
  if (!needNames() || !makeAst()) return false;
  if (!forEachClass(makeGroup, makeConstructor, makeOperator)) return false;
  for (const kind of KINDS) if (!addFieldTypes(kind, nodeFields(kind))) return false;
  for (const group of OPERATOR_GROUPS) {
    for (const operator of NAMES[group]) if (!addFieldTypes(operator, [])) return false;
  }
  return true;
}

/** The classes exist from here on. False with an error set. */
export function needClasses(): boolean {
  return classOf("AST") !== 0 || makeClasses();
}

/** Adds all classes to the dict of _ast. 0, or -1 with an error set. */
export function addClasses(dict: Borrowed): number {
  const add = (name: string): boolean => setStolen(dict, name, newRef(classOf(name))) >= 0;
  if (!forEachClass(add, add, (_group, operator) => add(operator))) return -1;
  return 0;
}
