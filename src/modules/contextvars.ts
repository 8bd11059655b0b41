// _contextvars: Context, ContextVar, Token. A thread has a current Context; a ContextVar's value is looked up there.
//
// CPython keeps a context's values in a persistent tree (HAMT), so that copy() costs nothing. Here they are a dict that is
// shared by copies and never changed: set() puts a changed copy in its place. What can be seen is the same.
// Invariant: a dict that a context holds is never changed once it is there; a context that is entered knows the one before.

import { reserveStatic, THREAD } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  POINTER_BYTES,
  ptr,
  setI32,
  setI64,
  setPtr,
} from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { text, textFunction } from "../memory/text.ts";
import { hashNotImplemented, Py_EQ, Py_NE, PyObject_Repr } from "../objects/abstract.ts";
import { pushVectorcall } from "../objects/call.ts";
import { declareInitializer, declareModule, declareType } from "../objects/declare.ts";
import { PyDict_DelItem, PyDict_SetItem } from "../objects/dict_core.ts";
import { newDictIterator } from "../objects/dict_iterators.ts";
import { keyHash, PyDict_Contains, PyDict_GetItemWithError } from "../objects/dict_lookup.ts";
import { PyDict_Copy } from "../objects/dict_merge.ts";
import { dictUsed, PyDict_New } from "../objects/dict_object.ts";
import { PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, PyErr_SetObject, raise } from "../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "../objects/frames.ts";
import { genericAlias } from "../objects/generic_alias_call.ts";
import { hashAnswer, hashAnswerFrom, hashHigh, hashLow, Py_HashPointer } from "../objects/hash.ts";
import {
  decref,
  initImmortal,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeOf,
  xdecref,
  xnewRef,
} from "../objects/object.ts";
import { namedArguments } from "../objects/text_arguments.ts";
import { typeDict } from "../objects/type_lookup.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyDict_Type,
  PyDictIterItem_Type,
  PyDictIterKey_Type,
  PyDictIterValue_Type,
  PyExc_KeyError,
  PyExc_LookupError,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../objects/unicode_writer.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import { setStolen } from "./make_module.ts";
import { allocate, clearer, hasKeywords, staticDeallocator, staticTraverser } from "./type_support.ts";

const PyContext = struct("PyContext", 48, {
  ...OBJECT_HEAD,
  ctx_prev: [16, "ptr", "the context that was current before this one was entered"],
  ctx_vars: [24, "ptr", "dict of ContextVar to value"],
  ctx_weakreflist: [32, "ptr", "PyWeakReference; head of the list"],
  ctx_entered: [40, "i32", "1 while a run() is in it"],
});
const PyContextVar = struct("PyContextVar", 64, {
  ...OBJECT_HEAD,
  var_name: [16, "ptr", "str"],
  var_default: [24, "ptr", "default, or null"],
  var_cached: [32, "ptr", "not used here"],
  var_cached_tsid: [40, "u64", "not used here"],
  var_cached_tsver: [48, "u64", "not used here"],
  var_hash: [56, "hash", "hash"],
});
const PyContextToken = struct("PyContextToken", 48, {
  ...OBJECT_HEAD,
  tok_ctx: [16, "ptr", "the context that was changed"],
  tok_var: [24, "ptr", "the variable"],
  tok_oldval: [32, "ptr", "its value before, or null"],
  tok_used: [40, "i32", "1 once reset() has used it"],
});
const PREVIOUS = PyContext.ctx_prev;
const VARS = PyContext.ctx_vars;
const NAME = PyContextVar.var_name;
const DEFAULT = PyContextVar.var_default;
const CURRENT = THREAD + PyThreadState.context;

const Context_Type: Address = reserveStatic(PyTypeObject.sizeof);
const ContextVar_Type: Address = reserveStatic(PyTypeObject.sizeof);
const Token_Type: Address = reserveStatic(PyTypeObject.sizeof);
const MISSING_Type: Address = reserveStatic(PyTypeObject.sizeof);
const MISSING: Address = reserveStatic(PyObject.sizeof);
declareInitializer(() => {
  initImmortal(MISSING, MISSING_Type);
});

/** A message with the repr of an object in it. Answers 0. */
function raiseWith(type: Borrowed, before: string, o: Borrowed, after = ""): 0 {
  const shown = PyObject_Repr(o);
  if (shown === 0) return 0;
  raise(type, `${before}${textOf(shown)}${after}`);
  decref(shown);
  return 0;
}

// -- contexts ------------------------------------------------------------------------------------------------------------

/** A context with the values of a dict, or with none for 0. Owned. */
function newContext(vars: Borrowed): Owned {
  const values = vars === 0 ? PyDict_New() : newRef(vars);
  const o = values === 0 ? 0 : allocate(Context_Type);
  if (o !== 0) setPtr(o + VARS, values);
  else xdecref(values);
  return o;
}

/** The thread's context, made when it is first needed: borrowed, 0 with an error set. */
function currentContext(): Borrowed {
  if (ptr(CURRENT) === 0) setPtr(CURRENT, newContext(0));
  return ptr(CURRENT);
}

/** PyContext_CopyCurrent */
export function copyContext(): Owned {
  const context = currentContext();
  return context === 0 ? 0 : newContext(ptr(context + VARS));
}

function context_new(_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (sizeOf(args) > 0 || hasKeywords(keywords)) {
    return raise(PyExc_TypeError, "Context() does not accept any arguments");
  }
  return newContext(0);
}

/** Puts a value in a context, or for 0 takes the variable out. -1 with an error set. */
function changeContext(context: Borrowed, variable: Borrowed, value: Borrowed): number {
  const vars = PyDict_Copy(ptr(context + VARS));
  if (vars === 0) return -1;
  const status = value === 0 ? PyDict_DelItem(vars, variable) : PyDict_SetItem(vars, variable, value);
  if (status < 0) {
    decref(vars);
    if (value === 0) {
      PyErr_Clear();
      PyErr_SetObject(PyExc_LookupError, variable);
    }
    return -1;
  }
  replaceSlot(context + VARS, vars);
  return 0;
}

function isVariable(o: Borrowed): boolean {
  if (typeOf(o) === ContextVar_Type) return true;
  raiseWith(PyExc_TypeError, "a ContextVar key was expected, got ", o);
  return false;
}

function context_subscript(context: Borrowed, key: Borrowed): Owned {
  if (!isVariable(key)) return 0;
  const value = PyDict_GetItemWithError(ptr(context + VARS), key);
  if (value !== 0) return newRef(value);
  return PyErr_Occurred() ? 0 : PyErr_SetObject(PyExc_KeyError, key);
}

function context_get(context: Borrowed, key: Borrowed, missing: Borrowed): Owned {
  if (!isVariable(key)) return 0;
  const value = PyDict_GetItemWithError(ptr(context + VARS), key);
  return value === 0 && PyErr_Occurred() ? 0 : newRef(value || missing || Py_None);
}

function context_richcompare(v: Borrowed, w: Borrowed, operator: number): Owned {
  if (typeOf(v) !== Context_Type || typeOf(w) !== Context_Type || (operator !== Py_EQ && operator !== Py_NE)) {
    return Py_NotImplemented;
  }
  const compare = ptr(PyDict_Type + PyTypeObject.tp_richcompare);
  return textFunction(compare)(ptr(v + VARS), ptr(w + VARS), operator);
}

/** run(callable, *args, **kwargs): a native frame leaves the context when the call has answered. */
function context_run(context: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (nargs < 1) return raise(PyExc_TypeError, "run() missing 1 required positional argument");
  if (i32(context + PyContext.ctx_entered) !== 0) {
    return raiseWith(PyExc_RuntimeError, "cannot enter context: ", context, " is already entered");
  }
  const frame = pushNative(STEP_LEAVE, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(context));
  setPtr(context + PREVIOUS, ptr(CURRENT));
  setI32(context + PyContext.ctx_entered, 1);
  setPtr(CURRENT, newRef(context));
  const result = pushVectorcall(ptr(args), args + POINTER_BYTES, nargs - 1, kwnames);
  return result === PUSHED ? PUSHED : leaveContext(frame, result);
}

function leaveContext(frame: Address, result: Owned): Owned {
  const context = nativeLocal(frame, 0);
  const previous = ptr(context + PREVIOUS);
  setPtr(context + PREVIOUS, 0);
  setI32(context + PyContext.ctx_entered, 0);
  replaceSlot(CURRENT, previous);
  return finishNative(frame, result);
}
const STEP_LEAVE = text("context_run.leave", leaveContext);

const releaseContext = staticDeallocator(PREVIOUS, VARS);

declareType(Context_Type, {
  name: "_contextvars.Context",
  basicsize: PyContext.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  weaklistoffset: PyContext.ctx_weakreflist,
  slots: {
    tp_new: context_new,
    tp_dealloc: (o: Address): void => {
      PyObject_ClearWeakRefs(o);
      releaseContext(o);
    },
    tp_traverse: staticTraverser(PREVIOUS, VARS),
    tp_clear: clearer(PREVIOUS, VARS),
    tp_richcompare: context_richcompare,
    tp_hash: hashNotImplemented,
    tp_iter: (o: Borrowed) => newDictIterator(ptr(o + VARS), PyDictIterKey_Type),
    mp_length: (o: Borrowed) => dictUsed(ptr(o + VARS)),
    mp_subscript: context_subscript,
    sq_contains: (o: Borrowed, key: Borrowed) => (isVariable(key) ? PyDict_Contains(ptr(o + VARS), key) : -1),
  },
  methods: [
    ["get", "(key, default=None, /)", context_get],
    ["items", "()", (o: Borrowed) => newDictIterator(ptr(o + VARS), PyDictIterItem_Type)],
    ["keys", "()", (o: Borrowed) => newDictIterator(ptr(o + VARS), PyDictIterKey_Type)],
    ["values", "()", (o: Borrowed) => newDictIterator(ptr(o + VARS), PyDictIterValue_Type)],
    ["copy", "()", (o: Borrowed) => newContext(ptr(o + VARS))],
    ["run", "!(callable, *args, **kwargs)", context_run],
  ],
});

// -- variables -----------------------------------------------------------------------------------------------------------

/** The name is given by position only. */
const CONTEXT_VAR_NAMES = ["", "default"] as const;

function contextvar_new(_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const count = sizeOf(args);
  const isAllTold = count + (hasKeywords(keywords) ? dictUsed(keywords) : 0) <= CONTEXT_VAR_NAMES.length;
  if (isAllTold && count !== 1) {
    const bound = count === 0 ? "exactly" : "at most";
    return raise(PyExc_TypeError, `ContextVar() takes ${bound} 1 positional argument (${count} given)`);
  }
  const values = namedArguments("ContextVar", args, keywords, CONTEXT_VAR_NAMES, 1);
  if (values === null) return 0;
  const [name, missing] = values;
  if (!isUnicode(name)) return raise(PyExc_TypeError, "context variable name must be a str");
  const o = PyContextVar_New(name);
  if (o !== 0) setPtr(o + DEFAULT, xnewRef(missing));
  return o;
}

/** PyContextVar_New, with no default. Owned, 0 with an error set. */
export function PyContextVar_New(name: Borrowed): Owned {
  const o = allocate(ContextVar_Type);
  if (o === 0) return 0;
  setPtr(o + NAME, newRef(name));
  keyHash(name);
  const nameLow = hashLow();
  const nameHigh = hashHigh();
  Py_HashPointer(o);
  hashAnswer(hashLow() ^ nameLow, hashHigh() ^ nameHigh);
  setI64(o + PyContextVar.var_hash, hashLow(), hashHigh());
  return o;
}

/** The value of a variable in the current context: borrowed, 0 when there is none or with an error set. */
export function currentValue(variable: Borrowed): Borrowed {
  const context = ptr(CURRENT);
  return context === 0 ? 0 : PyDict_GetItemWithError(ptr(context + VARS), variable);
}

function contextvar_get(variable: Borrowed, missing: Borrowed): Owned {
  const value = currentValue(variable) || missing || ptr(variable + DEFAULT);
  if (value !== 0) return newRef(value);
  return PyErr_Occurred() ? 0 : PyErr_SetObject(PyExc_LookupError, variable);
}

/** PyContextVar_Set: the token, Owned; 0 with an error set. */
export function contextvar_set(variable: Borrowed, value: Borrowed): Owned {
  const context = currentContext();
  if (context === 0) return 0;
  const old = currentValue(variable);
  if (old === 0 && PyErr_Occurred()) return 0;
  const token = allocate(Token_Type);
  if (token === 0) return 0;
  setPtr(token + PyContextToken.tok_ctx, newRef(context));
  setPtr(token + PyContextToken.tok_var, newRef(variable));
  setPtr(token + PyContextToken.tok_oldval, xnewRef(old));
  if (changeContext(context, variable, value) >= 0) return token;
  decref(token);
  return 0;
}

function contextvar_reset(variable: Borrowed, token: Borrowed): Owned {
  if (typeOf(token) !== Token_Type) {
    return raiseWith(PyExc_TypeError, "expected an instance of Token, got ", token);
  }
  if (i32(token + PyContextToken.tok_used) !== 0) {
    return raiseWith(PyExc_RuntimeError, "", token, " has already been used once");
  }
  if (ptr(token + PyContextToken.tok_var) !== variable) {
    return raiseWith(PyExc_ValueError, "", token, " was created by a different ContextVar");
  }
  const context = currentContext();
  if (context !== ptr(token + PyContextToken.tok_ctx)) {
    return raiseWith(PyExc_ValueError, "", token, " was created in a different Context");
  }
  setI32(token + PyContextToken.tok_used, 1);
  return changeContext(context, variable, ptr(token + PyContextToken.tok_oldval)) < 0 ? 0 : Py_None;
}

function shown(parts: readonly (string | Borrowed)[]): Owned {
  const writer = UnicodeWriter_New(true);
  let ok = writer !== 0;
  for (const part of parts) {
    if (typeof part === "string") ok = ok && UnicodeWriter_WriteASCIIString(writer, part);
    else {
      const one = ok ? PyObject_Repr(part) : 0;
      ok = one !== 0 && UnicodeWriter_WriteStr(writer, one);
      xdecref(one);
    }
  }
  if (ok) return UnicodeWriter_Finish(writer);
  xdecref(writer);
  return 0;
}

function contextvar_repr(o: Borrowed): Owned {
  const missing = ptr(o + DEFAULT);
  const middle = missing === 0 ? [] : [" default=", missing];
  return shown(["<ContextVar name=", ptr(o + NAME), ...middle, ` at 0x${o.toString(16)}>`]);
}

declareType(ContextVar_Type, {
  name: "_contextvars.ContextVar",
  basicsize: PyContextVar.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: contextvar_new,
    tp_dealloc: staticDeallocator(NAME, DEFAULT),
    tp_traverse: staticTraverser(NAME, DEFAULT),
    tp_clear: clearer(NAME, DEFAULT),
    tp_repr: contextvar_repr,
    tp_hash: (o: Borrowed) => hashAnswerFrom(o + PyContextVar.var_hash),
  },
  members: [["name", "object", NAME, "readonly"]],
  methods: [
    ["get", "(default=<unrepresentable>, /)", contextvar_get],
    ["set", "(value, /)", contextvar_set],
    ["reset", "(token, /)", contextvar_reset],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});

// -- tokens --------------------------------------------------------------------------------------------------------------

function token_repr(o: Borrowed): Owned {
  const used = i32(o + PyContextToken.tok_used) !== 0 ? " used" : "";
  return shown([`<Token${used} var=`, ptr(o + PyContextToken.tok_var), ` at 0x${o.toString(16)}>`]);
}

const TOKEN_FIELDS = [PyContextToken.tok_ctx, PyContextToken.tok_var, PyContextToken.tok_oldval] as const;

declareType(Token_Type, {
  name: "_contextvars.Token",
  basicsize: PyContextToken.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: () => raise(PyExc_RuntimeError, "Tokens can only be created by ContextVars"),
    tp_dealloc: staticDeallocator(...TOKEN_FIELDS),
    tp_traverse: staticTraverser(...TOKEN_FIELDS),
    tp_clear: clearer(...TOKEN_FIELDS),
    tp_repr: token_repr,
    tp_hash: hashNotImplemented,
  },
  getset: [
    ["var", (o: Borrowed) => newRef(ptr(o + PyContextToken.tok_var))],
    ["old_value", (o: Borrowed) => newRef(ptr(o + PyContextToken.tok_oldval) || MISSING)],
  ],
  methods: [["__class_getitem__", "@classmethod (object, /)", genericAlias]],
});

declareType(MISSING_Type, {
  name: "Token.MISSING",
  basicsize: PyObject.sizeof,
  slots: { tp_repr: () => PyUnicode_FromString("<Token.MISSING>") },
});

declareModule({
  name: "_contextvars",
  functions: [["copy_context", "()", copyContext]],
  exec: (_module, dict) => {
    const types: readonly [string, Borrowed][] = [
      ["Context", Context_Type],
      ["ContextVar", ContextVar_Type],
      ["Token", Token_Type],
    ];
    for (const [name, type] of types) if (setStolen(dict, name, newRef(type)) < 0) return -1;
    return setStolen(typeDict(Token_Type), "MISSING", newRef(MISSING));
  },
});
