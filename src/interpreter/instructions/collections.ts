// Building containers, unpacking, iterating.

import { OP } from "../../bytecode/opcodes.ts";
import { ptr, setPtr, u8 } from "../../memory/memory.ts";
import { PyListObject } from "../../memory/structs/containers.ts";
import { pushGetIter, pushIterNext } from "../../objects/abstract.ts";
import { _PyDict_FromItems, PyDict_SetItem } from "../../objects/dict_core.ts";
import { clearStopIteration, PyErr_NoMemory } from "../../objects/errors.ts";
import { listFromArraySteal, PyList_Append, pushListExtend } from "../../objects/list.ts";
import { decref, incref, sizeOf, typeOf } from "../../objects/object.ts";
import { _PySet_Update, PySet_Add, PySet_New } from "../../objects/set.ts";
import { PyTuple_GET_ITEM, tupleFromArraySteal } from "../../objects/tuple_core.ts";
import { Py_False, Py_True, PyList_Type, PyTuple_Type } from "../../objects/types.ts";
import { joinStrings } from "../../objects/unicode_join.ts";
import { buildConstKeyMap, dictMergeKeywords, dictUpdateDisplay } from "../display.ts";
import { getYieldFromIter } from "../generator.ts";
import { getLength, isMatchMapping, isMatchSequence, matchClass, matchKeys } from "../match.ts";
import { stopIsTold } from "../monitoring/stop.ts";
import { countDown, triggers } from "../specialize.ts";
import { specializeForIter, specializeUnpackSequence } from "../specialize_operators.ts";
import { unpackIterable } from "../unpack.ts";

export const collections = {
  BUILD_TUPLE() {
    const first = sp - oparg * 8;
    const tuple = tupleFromArraySteal(first, oparg);
    sp = first;
    if (tuple === 0) {
      PyErr_NoMemory();
      error();
    }
    setPtr(sp, tuple);
    sp += 8;
  },
  BUILD_LIST() {
    const first = sp - oparg * 8;
    const list = listFromArraySteal(first, oparg);
    sp = first;
    if (list === 0) error();
    setPtr(sp, list);
    sp += 8;
  },
  BUILD_MAP() {
    const first = sp - oparg * 16;
    const dict = _PyDict_FromItems(first, 16, first + 8, 16, oparg);
    if (dict === 0) error();
    while (sp > first) {
      sp -= 8;
      decref(ptr(sp));
    }
    setPtr(sp, dict);
    sp += 8;
  },
  BUILD_CONST_KEY_MAP() {
    const dict = buildConstKeyMap(sp - (oparg + 1) * 8, oparg);
    if (dict === 0) error();
    const first = sp - (oparg + 1) * 8;
    while (sp > first) {
      sp -= 8;
      decref(ptr(sp));
    }
    setPtr(sp, dict);
    sp += 8;
  },
  BUILD_SET() {
    const first = sp - oparg * 8;
    const set = PySet_New(0);
    let status = set === 0 ? -1 : 0;
    for (let i = 0; i < oparg; i++) {
      const item = ptr(first + i * 8);
      if (status === 0) status = PySet_Add(set, item);
      decref(item);
    }
    sp = first;
    if (status < 0) {
      if (set !== 0) decref(set);
      error();
    }
    setPtr(sp, set);
    sp += 8;
  },
  BUILD_STRING() {
    const first = sp - oparg * 8;
    const text = joinStrings(first, oparg);
    if (text === 0) error();
    while (sp > first) {
      sp -= 8;
      decref(ptr(sp));
    }
    setPtr(sp, text);
    sp += 8;
  },
  LIST_APPEND() {
    const status = PyList_Append(ptr(sp - 8 - oparg * 8), ptr(sp - 8));
    sp -= 8;
    decref(ptr(sp));
    if (status < 0) error();
  },
  SET_ADD() {
    const status = PySet_Add(ptr(sp - 8 - oparg * 8), ptr(sp - 8));
    sp -= 8;
    decref(ptr(sp));
    if (status < 0) error();
  },
  MAP_ADD() {
    const status = PyDict_SetItem(ptr(sp - 16 - oparg * 8), ptr(sp - 16), ptr(sp - 8));
    sp -= 16;
    decref(ptr(sp));
    decref(ptr(sp + 8));
    if (status < 0) error();
  },
  LIST_EXTEND() {
    const result = pushListExtend(ptr(sp - 8 - oparg * 8), ptr(sp - 8));
    suspend(result);
    sp -= 8;
    decref(ptr(sp));
    if (result === 0) error();
    decref(result);
  },
  SET_UPDATE() {
    const status = _PySet_Update(ptr(sp - 8 - oparg * 8), ptr(sp - 8));
    sp -= 8;
    decref(ptr(sp));
    if (status < 0) error();
  },
  DICT_UPDATE() {
    const status = dictUpdateDisplay(ptr(sp - 8 - oparg * 8), ptr(sp - 8));
    if (status < 0) error();
    sp -= 8;
    decref(ptr(sp));
  },
  DICT_MERGE() {
    const status = dictMergeKeywords(ptr(sp - 8 - (oparg + 3) * 8), ptr(sp - 8 - oparg * 8), ptr(sp - 8));
    if (status < 0) error();
    sp -= 8;
    decref(ptr(sp));
  },
  UNPACK_SEQUENCE() {
    if (triggers(ip)) {
      specializeUnpackSequence(ptr(sp - 8), ip, oparg);
      deopt(u8(ip));
    }
    countDown(ip);
    const sequence = ptr(sp - 8);
    const type = typeOf(sequence);
    if ((type === PyTuple_Type || type === PyList_Type) && sizeOf(sequence) === oparg) {
      sp -= 8;
      const items = type === PyTuple_Type ? 0 : ptr(sequence + PyListObject.ob_item);
      for (let i = oparg - 1; i >= 0; i--) {
        const item = items === 0 ? PyTuple_GET_ITEM(sequence, i) : ptr(items + i * 8);
        incref(item);
        setPtr(sp, item);
        sp += 8;
      }
    } else {
      const top = unpackIterable(sequence, oparg, -1, sp - 8);
      sp -= 8;
      if (top === 0) {
        decref(sequence);
        error();
      }
      sp = top;
    }
    decref(sequence);
  },
  UNPACK_EX() {
    const sequence = ptr(sp - 8);
    const top = unpackIterable(sequence, oparg & 0xff, oparg >> 8, sp - 8);
    sp -= 8;
    decref(sequence);
    if (top === 0) error();
    sp = top;
  },
  GET_ITER() {
    const iterator = pushGetIter(ptr(sp - 8));
    suspend(iterator);
    if (iterator === 0) error();
    const iterable = ptr(sp - 8);
    setPtr(sp - 8, iterator);
    decref(iterable);
  },
  GET_YIELD_FROM_ITER() {
    const iterator = getYieldFromIter(ptr(sp - 8), frame);
    if (iterator === 0) error();
    const iterable = ptr(sp - 8);
    setPtr(sp - 8, iterator);
    decref(iterable);
  },
  FOR_ITER() {
    if (triggers(ip)) {
      specializeForIter(ptr(sp - 8), ip, oparg);
      deopt(u8(ip));
    }
    countDown(ip);
    const item = pushIterNext(ptr(sp - 8));
    suspend(item);
    if (item === 0) {
      if (!stopIsTold(frame, OP.FOR_ITER, oparg)) enter();
      if (!clearStopIteration()) error();
      sp -= 8;
      decref(ptr(sp));
      jumpBy(oparg + 2);
    }
    setPtr(sp, item);
    sp += 8;
  },

  // -- pattern matching ------------------------------------------------------------------------------------------------
  GET_LEN() {
    const length = getLength(ptr(sp - 8));
    if (length === 0) error();
    setPtr(sp, length);
    sp += 8;
  },
  MATCH_MAPPING() {
    setPtr(sp, isMatchMapping(ptr(sp - 8)) ? Py_True : Py_False);
    sp += 8;
  },
  MATCH_SEQUENCE() {
    setPtr(sp, isMatchSequence(ptr(sp - 8)) ? Py_True : Py_False);
    sp += 8;
  },
  MATCH_KEYS() {
    const values = matchKeys(ptr(sp - 16), ptr(sp - 8));
    if (values === 0) error();
    setPtr(sp, values);
    sp += 8;
  },
  MATCH_CLASS() {
    const attributes = matchClass(ptr(sp - 24), ptr(sp - 16), oparg, ptr(sp - 8));
    if (attributes === 0) error();
    sp -= 16;
    const subject = ptr(sp - 8);
    setPtr(sp - 8, attributes);
    decref(subject);
    decref(ptr(sp));
    decref(ptr(sp + 8));
  },
};
