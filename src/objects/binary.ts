// The dance of binary operators: which operand's slot goes first, and what happens on NotImplemented.
//
// Built-in operands take a path without a frame. When an operand's class is written in Python its slot may answer PUSHED,
// so a native frame remembers both operands and how far the dance has come:
//
//   localsplus  left, right
//   state       operator | phase << 6; phase says which slots have been asked
//
// Order (CPython's binary_op1, binary_iop1): the in-place slot of the left; the right's slot when its class is a subclass
// of the left's and overrides; the left's slot; the right's.
import { type Address, type Borrowed, type Owned, ptr, setU16, u16 } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal, takeNativeLocal } from "./frames.ts";
import { decref, isPythonClass, isSubtype, newRef, typeOf } from "./object.ts";
import { Py_None, Py_NotImplemented } from "./types.ts";

/** The operator of who asks nb_add for a concatenation. */
export const NO_OPERATOR = -1;

type Fallback = (left: Borrowed, right: Borrowed, operator: number) => Owned;

function numberSlot(o: Borrowed, offset: number): Address {
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  return table === 0 ? 0 : ptr(table + offset);
}

/** A small number that a native frame carries beside its pointers, in return_offset: 0 to 65535. */
export function nativeState(frame: Address): number {
  return u16(frame + _PyInterpreterFrame.return_offset);
}
export function setNativeState(frame: Address, state: number): void {
  setU16(frame + _PyInterpreterFrame.return_offset, state);
}

// The calls of a dance in flight need slot offsets and the fallback again: found by a number that is made of the slots and of
// whether there is an operator, so it is the same everywhere. Invariant: these determine the fallback.
interface Dance {
  readonly slotOffset: number;
  readonly inplaceOffset: number;
  readonly operator: number;
  readonly fallback: Fallback;
}
const dances: Dance[] = [];

function danceNumber(slotOffset: number, inplaceOffset: number, operator: number, fallback: Fallback): number {
  const key = ((slotOffset >> 3) << 2) | (inplaceOffset < 0 ? 0 : 1) | (operator === NO_OPERATOR ? 2 : 0);
  dances[key] ??= { slotOffset, inplaceOffset, operator, fallback };
  return key;
}

/**
 * Asks the slots at slotOffset (first the left's at inplaceOffset, unless it is -1), then the fallback.
 * May answer PUSHED. nb_power's slots get None as their third argument.
 */
export function pushBinarySlots(
  left: Borrowed,
  right: Borrowed,
  slotOffset: number,
  inplaceOffset: number,
  operator: number,
  fallback: Fallback,
): Owned {
  if (isPythonClass(typeOf(left)) || isPythonClass(typeOf(right))) {
    const frame = pushNative(danceStep, 2);
    if (frame === 0) return PyErr_NoMemory();
    setNativeLocal(frame, 0, newRef(left));
    setNativeLocal(frame, 1, newRef(right));
    setNativeState(frame, danceNumber(slotOffset, inplaceOffset, operator, fallback));
    return continueDance(frame, Py_NotImplemented);
  }
  if (inplaceOffset >= 0) {
    const f = numberSlot(left, inplaceOffset);
    if (f !== 0) {
      const result = textFunction(f)(left, right, Py_None);
      if (result !== Py_NotImplemented) return result;
    }
  }
  const first = numberSlot(left, slotOffset);
  const other = numberSlot(right, slotOffset);
  if (other !== 0 && other !== first && first !== 0 && isSubtype(typeOf(right), typeOf(left))) {
    const result = textFunction(other)(left, right, Py_None);
    if (result !== Py_NotImplemented) return result;
  }
  if (first !== 0) {
    const result = textFunction(first)(left, right, Py_None);
    if (result !== Py_NotImplemented) return result;
  }
  if (other !== 0 && other !== first) {
    const result = textFunction(other)(left, right, Py_None);
    if (result !== Py_NotImplemented) return result;
  }
  return fallback(left, right, operator);
}

const PHASE_SHIFT = 8;

function continueDance(frame: Address, result: Owned): Owned {
  while (result === Py_NotImplemented) {
    const state = nativeState(frame);
    const dance = dances[state & ((1 << PHASE_SHIFT) - 1)];
    const phase = state >> PHASE_SHIFT;
    const left = nativeLocal(frame, 0);
    const right = nativeLocal(frame, 1);
    const leftSlot = numberSlot(left, dance.slotOffset);
    let rightSlot = typeOf(left) === typeOf(right) ? 0 : numberSlot(right, dance.slotOffset);
    if (rightSlot === leftSlot) rightSlot = 0;
    const rightFirst = leftSlot !== 0 && rightSlot !== 0 && isSubtype(typeOf(right), typeOf(left));
    let f = 0;
    if (phase === 0) f = dance.inplaceOffset < 0 ? 0 : numberSlot(left, dance.inplaceOffset);
    else if (phase === 1) f = rightFirst ? rightSlot : 0;
    else if (phase === 2) f = leftSlot;
    else if (phase === 3) f = rightFirst ? 0 : rightSlot;
    else {
      // The fallback is a tail call: the frame goes first, its references stay alive until the call has answered.
      takeNativeLocal(frame, 0);
      takeNativeLocal(frame, 1);
      finishNative(frame, 0);
      result = dance.fallback(left, right, dance.operator);
      decref(left);
      decref(right);
      return result;
    }
    setNativeState(frame, state + (1 << PHASE_SHIFT));
    if (f !== 0) result = textFunction(f)(left, right, Py_None);
  }
  return result === PUSHED ? PUSHED : finishNative(frame, result);
}

const danceStep = text("binary_op1", continueDance);
