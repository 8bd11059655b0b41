// Code objects from a program's own parts: code(…) and code.replace(…).
// The names of locals, cells and free variables come as three tuples; a cell that is also a local has one place.
import { type Address, type Borrowed, bytesAt, i32, type Owned, ptr } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { bytesFromArray } from "./bytes_core.ts";
import { newCodeObject } from "./code.ts";
import { convertInt } from "./convert.ts";
import { dictUsed } from "./dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "./errors.ts";
import { decref, isBytes, isTuple, isUnicode, newRef, sizeOf, xdecref } from "./object.ts";
import { raiseUnexpectedKeyword } from "./suggestions.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { Py_None, PyExc_SystemError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";
import { _PyUnicode_EQ, _PyUnicode_EqualToASCIIString } from "./unicode_core.ts";

const CO_FAST_LOCAL = 0x20;
const CO_FAST_CELL = 0x40;
const CO_FAST_FREE = 0x80;
const CO_VARARGS = 0x04;
const CO_VARKEYWORDS = 0x08;

type Kind = "int" | "bytes" | "tuple" | "str";

/** The parts in the order of code.replace: name, what it must be, its place among code()'s arguments. */
const PARTS = [
  ["co_argcount", "int", 0],
  ["co_posonlyargcount", "int", 1],
  ["co_kwonlyargcount", "int", 2],
  ["co_nlocals", "int", 3],
  ["co_stacksize", "int", 4],
  ["co_flags", "int", 5],
  ["co_firstlineno", "int", 13],
  ["co_code", "bytes", 6],
  ["co_consts", "tuple", 7],
  ["co_names", "tuple", 8],
  ["co_varnames", "tuple", 9],
  ["co_freevars", "tuple", 16],
  ["co_cellvars", "tuple", 17],
  ["co_filename", "str", 10],
  ["co_name", "str", 11],
  ["co_qualname", "str", 12],
  ["co_linetable", "bytes", 14],
  ["co_exceptiontable", "bytes", 15],
] as const satisfies readonly (readonly [string, Kind, number])[];

/** Numbers for the ints, borrowed addresses for the rest. */
export type CodeParts = Record<(typeof PARTS)[number][0], number>;

const CHECKS: Readonly<Record<Exclude<Kind, "int">, (o: Borrowed) => boolean>> = {
  bytes: isBytes,
  tuple: isTuple,
  str: isUnicode,
};

/** Reads one part that a program gave; false with an error set. */
function readPart(parts: CodeParts, index: number, value: Borrowed, place: string): boolean {
  const [name, kind] = PARTS[index];
  if (kind === "int") {
    parts[name] = convertInt(value);
    return parts[name] !== -1 || PyErr_Occurred() === 0;
  }
  if (CHECKS[kind](value)) {
    parts[name] = value;
    return true;
  }
  const shown = value === Py_None ? "None" : typeNameOf(value);
  raise(PyExc_TypeError, `${place} must be ${kind}, not ${shown}`);
  return false;
}

/** code.replace(**changes). original: the parts of the code itself. */
export function replaceParts(original: CodeParts, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (nargs > 0) return raise(PyExc_TypeError, "replace() takes no positional arguments");
  const count = kwnames === 0 ? 0 : sizeOf(kwnames);
  const given = new Map<number, Borrowed>();
  for (let i = 0; i < count; i++) {
    const keyword = PyTuple_GET_ITEM(kwnames, i);
    const index = PARTS.findIndex(([name]) => _PyUnicode_EqualToASCIIString(keyword, name));
    if (index < 0) {
      return raiseUnexpectedKeyword(
        "replace()",
        keyword,
        PARTS.map(([part]) => part),
      );
    }
    given.set(index, ptr(args + i * 8));
  }
  const parts = { ...original };
  for (let index = 0; index < PARTS.length; index++) {
    const value = given.get(index);
    if (value !== undefined && !readPart(parts, index, value, `replace() argument '${PARTS[index][0]}'`)) return 0;
  }
  for (const [name, kind] of PARTS) {
    if (kind === "int" && parts[name] < 0) return raise(PyExc_ValueError, `${name} must be a positive integer`);
  }
  return newCode(parts);
}

/** code(argcount, …): tp_new. */
export function code_new(_type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (kwargs !== 0 && dictUsed(kwargs) > 0) return raise(PyExc_TypeError, "code() takes no keyword arguments");
  const count = sizeOf(args);
  if (count < 16 || count > 18) {
    const bound = count < 16 ? "at least 16" : "at most 18";
    return raise(PyExc_TypeError, `code expected ${bound} arguments, got ${count}`);
  }
  const empty = PyTuple_New(0);
  const parts = { co_freevars: empty, co_cellvars: empty } as CodeParts;
  const inOrder = PARTS.map(([, , place], index) => [place, index]).sort(([a], [b]) => a - b);
  for (const [place, index] of inOrder) {
    if (place >= count) continue;
    if (!readPart(parts, index, PyTuple_GET_ITEM(args, place), `code() argument ${place + 1}`)) return 0;
  }
  for (const name of ["co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals"] as const) {
    if (parts[name] < 0) return raise(PyExc_ValueError, `code: ${name.slice(3)} must not be negative`);
  }
  return newCode(parts);
}

function refuse(type: Borrowed, message: string): false {
  raise(type, message);
  return false;
}

/** _PyCode_Validate: false with an error set. */
function validate(parts: CodeParts): boolean {
  const fail = (message: string): false => refuse(PyExc_ValueError, message);
  if (parts.co_argcount < parts.co_posonlyargcount || parts.co_stacksize < 0 || parts.co_flags < 0) {
    return refuse(PyExc_SystemError, "Objects/codeobject.c:412: bad argument to internal function");
  }
  for (const tuple of [parts.co_names, parts.co_varnames, parts.co_freevars, parts.co_cellvars]) {
    for (let i = 0; i < sizeOf(tuple); i++) {
      const item = PyTuple_GET_ITEM(tuple, i);
      if (!isUnicode(item) && tuple === parts.co_names) {
        return refuse(PyExc_SystemError, "non-string found in code slot");
      }
    }
  }
  if (sizeOf(parts.co_code) % 2 !== 0) return fail("code: co_code is malformed");
  const extra = (parts.co_flags & CO_VARARGS ? 1 : 0) + (parts.co_flags & CO_VARKEYWORDS ? 1 : 0);
  if (parts.co_argcount + parts.co_kwonlyargcount + extra > sizeOf(parts.co_varnames)) {
    return fail("code: co_varnames is too small");
  }
  for (const tuple of [parts.co_varnames, parts.co_freevars, parts.co_cellvars]) {
    for (let i = 0; i < sizeOf(tuple); i++) {
      if (!isUnicode(PyTuple_GET_ITEM(tuple, i))) {
        return refuse(PyExc_SystemError, "non-string found in code slot");
      }
    }
  }
  if (parts.co_nlocals !== sizeOf(parts.co_varnames)) return fail("code: co_nlocals != len(co_varnames)");
  return true;
}

/** Joins the three tuples of names: the names, borrowed, and a kind for each. */
function joinNames(parts: CodeParts): { names: Borrowed[]; kinds: number[] } {
  const names: Borrowed[] = [];
  const kinds: number[] = [];
  const add = (name: Borrowed, kind: number): void => {
    names.push(name);
    kinds.push(kind);
  };
  const each = (tuple: Borrowed, visit: (name: Borrowed) => void): void => {
    for (let i = 0; i < sizeOf(tuple); i++) visit(PyTuple_GET_ITEM(tuple, i));
  };
  each(parts.co_varnames, (name) => add(name, CO_FAST_LOCAL));
  const localCount = names.length;
  each(parts.co_cellvars, (name) => {
    const local = names.findIndex((one, i) => i < localCount && (one === name || _PyUnicode_EQ(one, name)));
    if (local >= 0) kinds[local] |= CO_FAST_CELL;
    else add(name, CO_FAST_CELL);
  });
  each(parts.co_freevars, (name) => add(name, CO_FAST_FREE));
  return { names, kinds };
}

/** PyUnstable_Code_NewWithPosOnlyArgs */
export function newCode(parts: CodeParts): Owned {
  if (!validate(parts)) return 0;
  const { names, kinds } = joinNames(parts);
  const namesTuple = PyTuple_New(names.length);
  if (namesTuple === 0) return PyErr_NoMemory();
  names.forEach((name, i) => {
    PyTuple_SET_ITEM(namesTuple, i, newRef(name));
  });
  const kindsBytes = bytesFromArray(Uint8Array.from(kinds));
  const code =
    kindsBytes === 0
      ? PyErr_NoMemory()
      : newCodeObject(parts, bytesAt(parts.co_code + PyBytesObject.ob_sval, sizeOf(parts.co_code)).slice(), [
          parts.co_consts,
          parts.co_names,
          parts.co_exceptiontable,
          namesTuple,
          kindsBytes,
          parts.co_filename,
          parts.co_name,
          parts.co_qualname,
          parts.co_linetable,
        ]);
  decref(namesTuple);
  xdecref(kindsBytes);
  return code;
}

/** The parts of a code object but for the four that are made anew (and owned by the caller). */
export function partsOf(
  code: Borrowed,
  codeBytes: Owned,
  varnames: Owned,
  freevars: Owned,
  cellvars: Owned,
): CodeParts {
  const made = { co_code: codeBytes, co_varnames: varnames, co_freevars: freevars, co_cellvars: cellvars };
  const parts = { ...made } as CodeParts;
  for (const [name, kind] of PARTS) {
    if (name in made) continue;
    const at = code + PyCodeObject[name as keyof typeof PyCodeObject];
    parts[name] = kind === "int" ? i32(at) : ptr(at);
  }
  return parts;
}
