// A read-only view of a mapping: what __dict__ of a class gives.
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { mappingproxyobject } from "../memory/structs/containers.ts";
import {
  PyObject_GetItem,
  PyObject_GetIter,
  PyObject_Repr,
  PyObject_RichCompare,
  PyObject_Size,
  PyObject_Str,
  PySequence_Contains,
} from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { decref, initObject, newRef, Py_TPFLAGS_HAVE_GC, Py_TPFLAGS_MAPPING } from "./object.ts";
import { Py_None, PyDictProxy_Type } from "./types.ts";
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

const id_get = identifier("get");
const forward =
  (name: string) =>
  (o: Borrowed): Owned =>
    PyObject_CallMethod(inner(o), identifier(name));
for (const name of ["keys", "values", "items", "copy"]) identifier(name);

declareType(PyDictProxy_Type, {
  name: "mappingproxy",
  basicsize: mappingproxyobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_MAPPING,
  doc: "mappingproxy(mapping)\n--\n\nRead-only proxy of a mapping.",
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
      const result = PyUnicode_FromString(`mappingproxy(${textOf(text, 1_000_000)})`);
      decref(text);
      return result;
    },
    tp_str: (o: Borrowed) => PyObject_Str(inner(o)),
    tp_getattro: genericGetAttr,
    tp_richcompare: (o: Borrowed, other: Borrowed, op: number) => PyObject_RichCompare(inner(o), other, op),
    tp_iter: (o: Borrowed) => PyObject_GetIter(inner(o)),
    mp_length: (o: Borrowed) => PyObject_Size(inner(o)),
    mp_subscript: (o: Borrowed, key: Borrowed) => PyObject_GetItem(inner(o), key),
    sq_contains: (o: Borrowed, key: Borrowed) => PySequence_Contains(inner(o), key),
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
  ],
});
