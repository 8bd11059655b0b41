// compile, eval and exec.

import { FUTURE_FLAG_MASK } from "../../compiler/codegen/compiler.ts";
import { pushFrame } from "../../interpreter/frame.ts";
import { type Borrowed, bytesAt, i32, type Owned, ptr } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject, PyFunctionObject } from "../../memory/structs/code.ts";
import { PyBytesObject } from "../../memory/structs/text.ts";
import { PyMapping_Check } from "../../objects/abstract.ts";
import { bufferBytes, closeBuffer, openBuffer, PyObject_CheckBuffer } from "../../objects/buffer.ts";
import { PyObject_CallNoArgs } from "../../objects/call.ts";
import { optimizationLevel } from "../../objects/config.ts";
import { currentBuiltins, currentGlobals, currentPythonFrame } from "../../objects/current_globals.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { PyDict_Contains, PyDict_SetItem } from "../../objects/dict_core.ts";
import { PyErr_Clear, raise, typeNameOf } from "../../objects/errors.ts";
import { PUSHED } from "../../objects/frames.ts";
import { PyFunction_New } from "../../objects/function.ts";
import { identifier } from "../../objects/identifiers.ts";
import {
  decref,
  isBytes,
  isDict,
  isTuple,
  isUnicode,
  newRef,
  replaceSlot,
  sizeOf,
  typeOf,
} from "../../objects/object.ts";
import { _PyObject_LookupSpecial } from "../../objects/special.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import {
  Py_None,
  PyCell_Type,
  PyCode_Type,
  PyExc_SystemError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../../objects/types.ts";
import { PyUnicode_FromWtf8, textOf } from "../../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../../objects/unicode_intern.ts";
import { PyUnicode_AsUTF8, utf8ByteCount } from "../../objects/unicode_utf8.ts";
import { isTreeObject, readTree } from "../ast/module.ts";
import { needClasses, needNames } from "../ast/node_types.ts";
import { treeToObjects } from "../ast/to_objects.ts";
import {
  compileToCode,
  optimizeInPlace,
  PyCF_ALLOW_INCOMPLETE_INPUT,
  PyCF_DONT_IMPLY_DEDENT,
  PyCF_IGNORE_COOKIE,
  PyCF_ONLY_AST,
  PyCF_TYPE_COMMENTS,
  parseToTree,
  type SourceOptions,
  treeToCode,
} from "../compile_source.ts";
import { pushWithArena } from "../source_arena.ts";
import { currentLocals } from "./attributes.ts";

const id_builtins = identifier("__builtins__");
const id_fspath = identifier("__fspath__");
const CO_NESTED = 0x10;
const PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;
const PyCF_OPTIMIZED_AST = 0x8000 | PyCF_ONLY_AST;
const KNOWN_FLAGS =
  FUTURE_FLAG_MASK |
  CO_NESTED |
  PyCF_TYPE_COMMENTS |
  PyCF_ALLOW_TOP_LEVEL_AWAIT |
  PyCF_DONT_IMPLY_DEDENT |
  PyCF_ALLOW_INCOMPLETE_INPUT |
  PyCF_OPTIMIZED_AST;

/** The future features in force where the running code stands. */
function inheritedFlags(): number {
  const frame = currentPythonFrame();
  if (frame === 0) return 0;
  return i32(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_flags) & FUTURE_FLAG_MASK;
}

/** The bytes of a source; null with TypeError set. A str's source is decoded already. */
export function sourceBytes(source: Borrowed, what: string): { bytes: Uint8Array; flags: number } | null {
  if (isUnicode(source)) {
    const at = PyUnicode_AsUTF8(source);
    if (at === 0) return null;
    return { bytes: bytesAt(at, utf8ByteCount()).slice(), flags: PyCF_IGNORE_COOKIE };
  }
  if (isBytes(source)) return { bytes: bytesAt(source + PyBytesObject.ob_sval, sizeOf(source)).slice(), flags: 0 };
  const buffer = PyObject_CheckBuffer(source) ? openBuffer(source) : null;
  if (buffer === null) {
    PyErr_Clear();
    raise(PyExc_TypeError, what);
    return null;
  }
  const bytes = bufferBytes(buffer).slice();
  closeBuffer(buffer);
  return { bytes, flags: 0 };
}

/** PyUnicode_FSDecoder: str, bytes or a path object as a str. Owned. */
export function PyUnicode_FSDecoder(o: Borrowed): Owned {
  if (isUnicode(o)) return newRef(o);
  if (isBytes(o)) return PyUnicode_FromWtf8(bytesAt(o + PyBytesObject.ob_sval, sizeOf(o)).slice());
  const method = _PyObject_LookupSpecial(o, id_fspath);
  if (method === 0) {
    return raise(PyExc_TypeError, `expected str, bytes or os.PathLike object, not ${typeNameOf(o)}`);
  }
  const path = PyObject_CallNoArgs(method);
  decref(method);
  if (path === 0 || isUnicode(path)) return path;
  const decoded = isBytes(path)
    ? PyUnicode_FSDecoder(path)
    : raise(PyExc_TypeError, `expected ${typeNameOf(o)}.__fspath__() to return str or bytes, not ${typeNameOf(path)}`);
  decref(path);
  return decoded;
}

function builtin_compile(
  _module: Borrowed,
  source: Borrowed,
  filename: Borrowed,
  mode: Borrowed,
  givenFlags: number,
  dontInherit: number,
  optimize: number,
  featureVersion: number,
): Owned {
  if (givenFlags & ~KNOWN_FLAGS) return raise(PyExc_ValueError, "compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2) return raise(PyExc_ValueError, "compile(): invalid optimize value");
  const onlyTree = (givenFlags & PyCF_ONLY_AST) !== 0;
  const kind = textOf(mode);
  if (kind === "func_type" && !onlyTree) {
    return raise(PyExc_ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  }
  if (kind !== "exec" && kind !== "eval" && kind !== "single" && kind !== "func_type") {
    const last = onlyTree ? "'exec', 'eval', 'single' or 'func_type'" : "'exec', 'eval' or 'single'";
    return raise(PyExc_ValueError, `compile() mode must be ${last}`);
  }
  const flags = givenFlags | (dontInherit ? 0 : inheritedFlags());
  const name = needNames() ? PyUnicode_FSDecoder(filename) : 0;
  if (name === 0) return 0;
  const level = optimize < 0 ? optimizationLevel() : (optimize as 0 | 1 | 2);
  const isOlder = onlyTree && featureVersion >= 0;
  const options = { mode: kind, flags, optimize: level, ...(isOlder ? { featureVersion } : {}) } as const;
  const result = isTreeObject(source) ? fromObjects(source, name, options) : fromSource(source, name, options);
  decref(name);
  return result;
}

/** Compiles a tree of objects, or checks and folds it when only a tree is wanted. */
function fromObjects(source: Borrowed, filename: Borrowed, options: SourceOptions): Owned {
  if ((options.flags & PyCF_OPTIMIZED_AST) === PyCF_ONLY_AST) return newRef(source);
  const tree = readTree(source, options.mode);
  if (tree === null) return 0;
  if ((options.flags & PyCF_ONLY_AST) === 0) return treeToCode(tree, filename, options);
  return optimizeInPlace(tree, filename, options) ? treeToObjects(tree) : 0;
}

function fromSource(source: Borrowed, filename: Borrowed, options: SourceOptions): Owned {
  const bytes = sourceBytes(source, "compile() arg 1 must be a string, bytes or AST object");
  if (bytes === null) return 0;
  const flags = options.flags | bytes.flags;
  if ((flags & PyCF_ONLY_AST) === 0) return compileToCode(bytes.bytes, filename, { ...options, flags });
  const tree = parseToTree(bytes.bytes, filename, { ...options, flags });
  if (tree === null || !needClasses()) return 0;
  const isOptimized = (flags & PyCF_OPTIMIZED_AST) === PyCF_OPTIMIZED_AST;
  if (isOptimized && !optimizeInPlace(tree, filename, { ...options, flags })) return 0;
  return treeToObjects(tree);
}

/**
 * PyEval_EvalCode with a closure (tuple, or 0): pushes the frame of a code object over namespaces. PUSHED, or 0 with an
 * error set.
 */
export function pushEvalCode(code: Borrowed, globals: Borrowed, locals: Borrowed, closure: Borrowed): number {
  const func = PyFunction_New(code, globals);
  if (func === 0) return 0;
  if (closure !== 0) replaceSlot(func + PyFunctionObject.func_closure, newRef(closure));
  return pushFrame(func, newRef(locals), 0, 0, 0, 0) < 0 ? 0 : PUSHED;
}

/** The namespaces of eval and exec: [globals borrowed, locals Owned], or null with an error set. */
function namespaces(globals: Borrowed, locals: Borrowed): [globals: Borrowed, locals: Owned] | null {
  if (globals === 0 || globals === Py_None) {
    const here = currentGlobals();
    if (here === 0) {
      raise(PyExc_SystemError, "globals and locals cannot be NULL");
      return null;
    }
    const own = locals === 0 || locals === Py_None ? currentLocals() : newRef(locals);
    return own === 0 ? null : [here, own];
  }
  return [globals, newRef(locals === 0 || locals === Py_None ? globals : locals)];
}

function addBuiltins(globals: Borrowed): boolean {
  const known = PyDict_Contains(globals, id_builtins);
  if (known !== 0) return known > 0;
  return PyDict_SetItem(globals, id_builtins, currentBuiltins()) >= 0;
}

function freeCount(code: Borrowed): number {
  return i32(code + PyCodeObject.co_nfreevars);
}

function evaluate(
  source: Borrowed,
  globals: Borrowed,
  locals: Borrowed,
  mode: "eval" | "exec",
  closure: Borrowed,
): Owned {
  if (!addBuiltins(globals)) return 0;
  if (typeOf(source) === PyCode_Type) return pushEvalCode(source, globals, locals, closure);
  const bytes = sourceBytes(source, `${mode}() arg 1 must be a string, bytes or code object`);
  if (bytes === null) return 0;
  let text = bytes.bytes;
  if (mode === "eval") {
    let start = 0;
    while (text[start] === 32 || text[start] === 9) start++;
    text = text.subarray(start);
  }
  const name = PyUnicode_InternFromString("<string>");
  if (name === 0) return 0;
  const code = compileToCode(text, name, {
    mode,
    flags: inheritedFlags() | bytes.flags,
    optimize: optimizationLevel(),
  });
  decref(name);
  if (code === 0) return 0;
  const result = pushWithArena(code, () => pushEvalCode(code, globals, locals, closure));
  decref(code);
  return result;
}

function builtin_eval(_module: Borrowed, source: Borrowed, globals: Borrowed, locals: Borrowed): Owned {
  if (locals !== 0 && locals !== Py_None && !PyMapping_Check(locals)) {
    return raise(PyExc_TypeError, "locals must be a mapping");
  }
  if (globals !== 0 && globals !== Py_None && !isDict(globals)) {
    return raise(
      PyExc_TypeError,
      PyMapping_Check(globals) ? "globals must be a real dict; try eval(code, {}, mapping)" : "globals must be a dict",
    );
  }
  const spaces = namespaces(globals, locals);
  if (spaces === null) return 0;
  let result: Owned;
  if (typeOf(source) === PyCode_Type && freeCount(source) > 0) {
    result = raise(PyExc_TypeError, "code object passed to eval() may not contain free variables");
  } else result = evaluate(source, spaces[0], spaces[1], "eval", 0);
  decref(spaces[1]);
  return result;
}

/** The closure that exec was given fits the code. */
function checkClosure(source: Borrowed, closure: Borrowed): boolean {
  if (typeOf(source) !== PyCode_Type) {
    if (closure !== 0) raise(PyExc_TypeError, "closure can only be used when source is a code object");
    return closure === 0;
  }
  const count = freeCount(source);
  if (count === 0) {
    if (closure !== 0) raise(PyExc_TypeError, "cannot use a closure with this code object");
    return closure === 0;
  }
  let fits = closure !== 0 && isTuple(closure) && sizeOf(closure) === count;
  for (let i = 0; fits && i < count; i++) fits = typeOf(PyTuple_GET_ITEM(closure, i)) === PyCell_Type;
  if (!fits) raise(PyExc_TypeError, `code object requires a closure of exactly length ${count}`);
  return fits;
}

function builtin_exec(
  _module: Borrowed,
  source: Borrowed,
  globals: Borrowed,
  locals: Borrowed,
  closure: Borrowed,
): Owned {
  if (globals !== 0 && globals !== Py_None && !isDict(globals)) {
    return raise(PyExc_TypeError, `exec() globals must be a dict, not ${typeNameOf(globals)}`);
  }
  if (locals !== 0 && locals !== Py_None && !PyMapping_Check(locals)) {
    return raise(PyExc_TypeError, `locals must be a mapping or None, not ${typeNameOf(locals)}`);
  }
  const cells = closure === Py_None ? 0 : closure;
  if (!checkClosure(source, cells)) return 0;
  const spaces = namespaces(globals, locals);
  if (spaces === null) return 0;
  const result = evaluate(source, spaces[0], spaces[1], "exec", cells);
  decref(spaces[1]);
  return result;
}

export const compileFunctions: readonly MethodRow[] = [
  [
    "compile",
    "(source, filename, mode: str, flags: int = 0, dont_inherit: bool = False, optimize: int = -1, *, _feature_version: int = -1)",
    builtin_compile,
  ],
  ["eval", "(source, /, globals=None, locals=None)", builtin_eval],
  ["exec", "(source, /, globals=None, locals=None, *, closure=None)", builtin_exec],
];
