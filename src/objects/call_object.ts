// Calls with a tuple and a dict: PyObject_Call. They may answer PUSHED; PyObject_Call settles.
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { allocateArguments, callSlot, freeArguments, pushVectorcall, vectorcallOf } from "./call.ts";
import { nextKey, nextValue, PyDict_Next, PyDict_Size } from "./dict_core.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { decref, incref, isUnicode, sizeOf, typeOf } from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { PyExc_TypeError } from "./types.ts";

/** callable(*args, **kwargs): args a tuple, kwargs a dict or 0. May answer PUSHED. */
export function pushCall(callable: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (vectorcallOf(callable) !== 0) return spread(callable, 0, args, kwargs);
  const tp_call = ptr(typeOf(callable) + PyTypeObject.tp_call);
  if (tp_call === 0) return raise(PyExc_TypeError, `'${typeNameOf(callable)}' object is not callable`);
  return callSlot(tp_call, callable, args, kwargs !== 0 && PyDict_Size(kwargs) === 0 ? 0 : kwargs);
}

/** callable(first, *args, **kwargs). May answer PUSHED. */
export function pushCallPrependTuple(callable: Borrowed, first: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  return spread(callable, first, args, kwargs);
}

function spread(callable: Borrowed, first: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const extra = first === 0 ? 0 : 1;
  const nargs = sizeOf(args) + extra;
  const keywordCount = kwargs === 0 ? 0 : PyDict_Size(kwargs);
  const row = allocateArguments(nargs + keywordCount);
  if (row === 0) return 0;
  if (first !== 0) setPtr(row, first);
  for (let i = extra; i < nargs; i++) setPtr(row + i * 8, PyTuple_GET_ITEM(args, i - extra));
  let names = 0;
  if (keywordCount > 0) {
    names = PyTuple_New(keywordCount);
    if (names === 0) {
      freeArguments(row);
      return PyErr_NoMemory();
    }
    let at = 0;
    for (let position = PyDict_Next(kwargs, 0); position > 0; position = PyDict_Next(kwargs, position)) {
      const key = nextKey();
      if (!isUnicode(key)) {
        decref(names);
        freeArguments(row);
        return raise(PyExc_TypeError, "keywords must be strings");
      }
      incref(key);
      PyTuple_SET_ITEM(names, at, key);
      setPtr(row + (nargs + at) * 8, nextValue());
      at++;
    }
  }
  const result = pushVectorcall(callable, row, nargs, names);
  freeArguments(row);
  if (names !== 0) decref(names);
  return result;
}

/** PyObject_Call, settled. */
export function PyObject_Call(callable: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushCall(callable, args, kwargs));
}
