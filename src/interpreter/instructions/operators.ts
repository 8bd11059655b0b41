// Operators, comparisons, truth, subscripts, attributes. Operands stay on the stack until the answer is there.

import { ptr, setPtr, u8 } from "../../memory/memory.ts";
import { PyNumberMethods } from "../../memory/structs/object.ts";
import {
  pushBinaryOp,
  pushContains,
  pushGetAttr,
  pushGetItem,
  pushRepr,
  pushSetAttr,
  pushSetItem,
  pushStr,
  pushUnary,
} from "../../objects/abstract.ts";
import { methodIsUnbound, pushGetMethod } from "../../objects/attributes.ts";
import { pushRichCompare } from "../../objects/compare.ts";
import { pushAscii, pushFormat } from "../../objects/format.ts";
import { decref } from "../../objects/object.ts";
import { buildSlice } from "../../objects/slice.ts";
import { pushSuperAttr } from "../../objects/super.ts";
import { pushTruth } from "../../objects/truth.ts";
import { Py_False, Py_None, Py_True } from "../../objects/types.ts";
import { LOCALSPLUS } from "../frame.ts";
import { nameAt } from "../names.ts";
import { countDown, triggers } from "../specialize.ts";
import { specializeLoadAttr, specializeStoreAttr } from "../specialize_attributes.ts";
import {
  specializeBinaryOp,
  specializeBinarySubscr,
  specializeCompareOp,
  specializeContainsOp,
  specializeLoadSuperAttr,
  specializeStoreSubscr,
  specializeToBool,
} from "../specialize_operators.ts";

export const operators = {
  BINARY_OP() {
    if (triggers(ip)) {
      specializeBinaryOp(ptr(sp - 16), ptr(sp - 8), ip, oparg, frame + LOCALSPLUS);
      deopt(u8(ip));
    }
    countDown(ip);
    const result = pushBinaryOp(ptr(sp - 16), ptr(sp - 8), oparg);
    replaceOperands(result);
  },
  UNARY_NEGATIVE() {
    const result = pushUnary(ptr(sp - 8), PyNumberMethods.nb_negative, "unary -");
    replaceOperand(result);
  },
  UNARY_INVERT() {
    const result = pushUnary(ptr(sp - 8), PyNumberMethods.nb_invert, "unary ~");
    replaceOperand(result);
  },
  UNARY_NOT() {
    setPtr(sp - 8, ptr(sp - 8) === Py_False ? Py_True : Py_False);
  },
  TO_BOOL() {
    if (triggers(ip)) {
      specializeToBool(ptr(sp - 8), ip);
      deopt(u8(ip));
    }
    countDown(ip);
    const truth = pushTruth(ptr(sp - 8));
    suspendInt(truth);
    if (truth < 0) error();
    const operand = ptr(sp - 8);
    setPtr(sp - 8, truth > 0 ? Py_True : Py_False);
    decref(operand);
  },
  COMPARE_OP() {
    if (triggers(ip)) {
      specializeCompareOp(ptr(sp - 16), ptr(sp - 8), ip, oparg);
      deopt(u8(ip));
    }
    countDown(ip);
    const compared = pushRichCompare(ptr(sp - 16), ptr(sp - 8), oparg >> 5);
    suspend(compared);
    if (compared === 0) error();
    sp -= 8;
    const right = ptr(sp);
    const left = ptr(sp - 8);
    setPtr(sp - 8, compared);
    decref(left);
    decref(right);
    // Bit 4: the answer is wanted as a bool. It lies on the stack like any operand while its truth is asked for.
    const truth = (oparg & 16) === 0 ? -3 : pushTruth(ptr(sp - 8));
    suspendInt(truth);
    if (truth === -1) error();
    if (truth >= 0) {
      const answer = ptr(sp - 8);
      setPtr(sp - 8, truth > 0 ? Py_True : Py_False);
      decref(answer);
    }
  },
  CONTAINS_OP() {
    if (triggers(ip)) {
      specializeContainsOp(ptr(sp - 8), ip);
      deopt(u8(ip));
    }
    countDown(ip);
    const found = pushContains(ptr(sp - 8), ptr(sp - 16));
    suspendInt(found);
    if (found < 0) error();
    sp -= 8;
    const right = ptr(sp);
    const left = ptr(sp - 8);
    setPtr(sp - 8, found > 0 !== (oparg === 1) ? Py_True : Py_False);
    decref(left);
    decref(right);
  },
  IS_OP() {
    sp -= 8;
    const right = ptr(sp);
    const left = ptr(sp - 8);
    setPtr(sp - 8, (left === right) !== (oparg === 1) ? Py_True : Py_False);
    decref(left);
    decref(right);
  },
  BINARY_SUBSCR() {
    if (triggers(ip)) {
      specializeBinarySubscr(ptr(sp - 16), ptr(sp - 8), ip);
      deopt(u8(ip));
    }
    countDown(ip);
    const result = pushGetItem(ptr(sp - 16), ptr(sp - 8));
    replaceOperands(result);
  },
  STORE_SUBSCR() {
    if (triggers(ip)) {
      specializeStoreSubscr(ptr(sp - 16), ptr(sp - 8), ip);
      deopt(u8(ip));
    }
    countDown(ip);
    const status = pushSetItem(ptr(sp - 16), ptr(sp - 8), ptr(sp - 24));
    dropThree(status);
  },
  DELETE_SUBSCR() {
    const status = pushSetItem(ptr(sp - 16), ptr(sp - 8), 0);
    dropTwo(status);
  },
  BINARY_SLICE() {
    buildSliceOfTwo();
    const result = pushGetItem(ptr(sp - 16), ptr(sp - 8));
    replaceOperands(result);
  },
  STORE_SLICE() {
    buildSliceOfTwo();
    const status = pushSetItem(ptr(sp - 16), ptr(sp - 8), ptr(sp - 24));
    dropThree(status);
  },
  BUILD_SLICE() {
    const step = oparg === 3 ? ptr(sp - 8) : Py_None;
    const first = sp - oparg * 8;
    const slice = buildSlice(ptr(first), ptr(first + 8), step);
    if (slice === 0) error();
    for (let i = 0; i < oparg; i++) decref(ptr(first + i * 8));
    setPtr(first, slice);
    sp = first + 8;
  },
  LOAD_ATTR() {
    if (triggers(ip)) {
      specializeLoadAttr(ptr(sp - 8), ip, oparg, nameAt(frame, oparg >> 1));
      deopt(u8(ip));
    }
    countDown(ip);
    const name = nameAt(frame, oparg >> 1);
    const result = oparg & 1 ? pushGetMethod(ptr(sp - 8), name) : pushGetAttr(ptr(sp - 8), name);
    if (result > 0 && (oparg & 1) !== 0 && methodIsUnbound()) {
      // A method of the class: it will be called with the owner as its first argument.
      setPtr(sp, ptr(sp - 8));
      setPtr(sp - 8, result);
      sp += 8;
      next();
    }
    suspend(result);
    if (result === 0) error();
    const owner = ptr(sp - 8);
    setPtr(sp - 8, result);
    if (oparg & 1) {
      setPtr(sp, 0);
      sp += 8;
    }
    decref(owner);
  },
  LOAD_SUPER_ATTR() {
    if (triggers(ip)) {
      specializeLoadSuperAttr(ptr(sp - 24), ptr(sp - 16), ip, oparg & 1);
      deopt(u8(ip));
    }
    countDown(ip);
    const name = nameAt(frame, oparg >> 2);
    const result = pushSuperAttr(ptr(sp - 24), ptr(sp - 16), ptr(sp - 8), name, oparg & 1, (oparg & 2) === 0);
    if (result > 0 && (oparg & 1) !== 0 && methodIsUnbound()) {
      const superType = ptr(sp - 24);
      const type = ptr(sp - 16);
      setPtr(sp - 24, result);
      setPtr(sp - 16, ptr(sp - 8));
      sp -= 8;
      decref(superType);
      decref(type);
      next();
    }
    replaceSuper(result);
  },
  STORE_ATTR() {
    if (triggers(ip)) {
      specializeStoreAttr(ptr(sp - 8), ip, nameAt(frame, oparg));
      deopt(u8(ip));
    }
    countDown(ip);
    const status = pushSetAttr(ptr(sp - 8), nameAt(frame, oparg), ptr(sp - 16));
    dropTwo(status);
  },
  DELETE_ATTR() {
    const status = pushSetAttr(ptr(sp - 8), nameAt(frame, oparg), 0);
    suspendInt(status);
    if (status < 0) error();
    sp -= 8;
    decref(ptr(sp));
  },
  CONVERT_VALUE() {
    const value = ptr(sp - 8);
    const result = oparg === 1 ? pushStr(value) : oparg === 2 ? pushRepr(value) : pushAscii(value);
    replaceOperand(result);
  },
  FORMAT_SIMPLE() {
    const result = pushFormat(ptr(sp - 8), 0);
    replaceOperand(result);
  },
  FORMAT_WITH_SPEC() {
    const result = pushFormat(ptr(sp - 16), ptr(sp - 8));
    replaceOperands(result);
  },
};
