// A read-only view of a mapping: what __dict__ of a class gives.
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { mappingproxyobject } from "../memory/structs/containers.ts";
import {
  NB_OR,
  PyMapping_Check,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompare,
  pushBinaryOp,
  pushContains,
  pushGetItem,
  pushGetIter,
  pushSize,
  pushStr,
} from "./abstract.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { genericAlias } from "./generic_alias_call.ts";
import { identifier } from "./identifiers.ts";
import {
  decref,
  initObject,
  isList,
  isTuple,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_MAPPING,
  typeOf,
} from "./object.ts";
import { namedArguments } from "./text_arguments.ts";
import { Py_None, PyDictProxy_Type, PyExc_TypeError } from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

const inner = (o: Borrowed): Borrowed => ptr(o + mappingproxyobject.mapping);

/** PyDictProxy_New */
export function newDictProxy(mapping: Borrowed): Owned {
  const o = gcNewVar(PyDictProxy_Type, mappingproxyobject.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, PyDictProxy_Type);
  setPtr(o + mappingproxyobject.mapping, newRef(mapping));
  gcTrack(o);
  return o;
}

function mappingproxy_new(_type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const values = namedArguments("mappingproxy", args, kwargs, ["mapping"], 1);
  if (values === null) return 0;
  const [mapping] = values;
  if (!PyMapping_Check(mapping) || isList(mapping) || isTuple(mapping)) {
    return raise(PyExc_TypeError, `mappingproxy() argument must be a mapping, not ${typeNameOf(mapping, 50)}`);
  }
  return newDictProxy(mapping);
}

/** What an operand of | stands for. */
const plain = (o: Borrowed): Borrowed => (typeOf(o) === PyDictProxy_Type ? inner(o) : o);

const id_get = identifier("get");
const forward =
  (name: string) =>
  (o: Borrowed): Owned =>
    PyObject_CallMethod(inner(o), identifier(name));
for (const name of ["keys", "values", "items", "copy", "__reversed__"]) identifier(name);

declareType(PyDictProxy_Type, {
  name: "mappingproxy",
  basicsize: mappingproxyobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_MAPPING,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      decref(inner(o));
      gcFree(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number) => visit(inner(o)),
    tp_repr: (o: Borrowed): Owned => {
      const text = PyObject_Repr(inner(o));
      if (text === 0) return 0;
      const result = PyUnicode_FromString(`mappingproxy(${textOf(text)})`);
      decref(text);
      return result;
    },
    tp_str: (o: Borrowed) => pushStr(inner(o)),
    tp_hash: (o: Borrowed) => PyObject_Hash(inner(o)),
    tp_new: mappingproxy_new,
    nb_or: (a: Borrowed, b: Borrowed) => pushBinaryOp(plain(a), plain(b), NB_OR),
    nb_inplace_or: (o: Borrowed): Owned =>
      raise(PyExc_TypeError, `'|=' is not supported by ${typeNameOf(o)}; use '|' instead`),
    tp_richcompare: (o: Borrowed, other: Borrowed, op: number) => PyObject_RichCompare(inner(o), other, op),
    tp_iter: (o: Borrowed) => pushGetIter(inner(o)),
    mp_length: (o: Borrowed) => pushSize(inner(o)),
    mp_subscript: (o: Borrowed, key: Borrowed) => pushGetItem(inner(o), key),
    sq_contains: (o: Borrowed, key: Borrowed) => pushContains(inner(o), key),
  },
  methods: [
    [
      "get",
      "(key, default=None, /)",
      (o: Borrowed, key: Borrowed, missing: Borrowed) =>
        PyObject_CallMethod(inner(o), id_get, key, missing === 0 ? Py_None : missing),
    ],
    ["keys", "()", forward("keys")],
    ["values", "()", forward("values")],
    ["items", "()", forward("items")],
    ["copy", "()", forward("copy")],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
    ["__reversed__", "()", forward("__reversed__")],
  ],
});
