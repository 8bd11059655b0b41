// <head>
// @ts-nocheck
// The loop: fetches a code unit, executes it, and goes from frame to frame. The generator puts the instructions in.
//
// Registers are local variables; instr_ptr and the stack's top are written to the frame in front of whatever allocates,
// frees, calls or fails, so that it finds them in memory.
// A frame ends by delivering a value (0: an error is set, or an iterator ended) to the frame below:
//   a native frame   its step is called
//   a Python frame   return_offset says where to go on after pushing the value; or, with UNFINISHED set, the rest of the
//                    instruction runs (finish)
// Invariant: run(base) ends only when the frame above base has delivered, or at top level when the slice is over.
// <imports>

import { OP } from "../bytecode/opcodes.ts";
import { i32, ptr, setI32, setPtr, setPtrLow, setU16, u8, u16 } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { currentFrame, deliveredInt, isNative, PUSHED, resumeNative } from "../objects/frames.ts";
import { dealloc } from "../objects/object.ts";
import { CLOCK_LEFT } from "./clock.ts";
import { returnedToSend } from "./generator.ts";
import { nestedSliceEnd, raiseUnknownInstruction, unknownFinish } from "./trouble.ts";
import { UNFINISHED } from "./unfinished.ts";
import { unwind, unwindAgain } from "./unwind.ts";

// </imports>

const LOCALSPLUS = _PyInterpreterFrame.localsplus;
const INSTR_PTR = _PyInterpreterFrame.instr_ptr;
const STACKTOP = _PyInterpreterFrame.stacktop;
const RETURN_OFFSET = _PyInterpreterFrame.return_offset;

const NEXT = 0;
const ERROR = 1;
const ENTER = 2;
const DELIVER = 3;
const EXIT = 4;
const REDISPATCH = 5;
const RERAISE = 6;
const YIELDED = 7;
const ENDED = 8;

/** Behind FOR_ITER_GEN and SEND_GEN with their caches. */
const BYTES_OF_RESUMING = 4;

/** What run() answers at the end of a slice. */
export const SLICE_END = -3;

/** Where RERAISE stands: its handler is looked up from there, while instr_ptr names the instruction that failed first. */
let reraisedAt = 0;
let delivered = 0;
function setDelivered(value) {
  delivered = value;
}

function leaveCold(frame, ip, sp) {
  setPtrLow(frame + INSTR_PTR, ip);
  setI32(frame + STACKTOP, (sp - frame - LOCALSPLUS) >> 3);
}

/** The last reference to an object is released inside an instruction. */
function endLife(object, frame, ip, sp) {
  leaveCold(frame, ip, sp);
  setI32(object, 0);
  dealloc(object);
}

/** key: the instruction, and which of its rests comes next (unfinished.ts). */
function suspendFrame(frame, oparg, key, sp) {
  const prefixes = oparg < 256 ? 0 : oparg < 65536 ? 1 : oparg < 16777216 ? 2 : 3;
  setU16(frame + RETURN_OFFSET, UNFINISHED | (key << 4) | prefixes);
  setI32(frame + STACKTOP, (sp - frame - LOCALSPLUS) >> 3);
}

/** The generic instruction that a specialised one in a cold function falls back to. */
let redirected = 0;
// <cold>

/** Hands a value to the frame that is current now. Answers NEXT (go on in the current frame) or EXIT. */
function deliverValue(value, base) {
  for (;;) {
    const frame = currentFrame();
    if (frame === base) {
      delivered = value;
      return EXIT;
    }
    if (isNative(frame)) {
      value = resumeNative(frame, value);
      if (value === PUSHED) return NEXT;
      continue;
    }
    const offset = u16(frame + RETURN_OFFSET);
    const ip = ptr(frame + INSTR_PTR);
    const top = i32(frame + STACKTOP);
    let status;
    if (offset & UNFINISHED) {
      let oparg = u8(ip + 1);
      const prefixes = offset & 3;
      for (let i = 1; i <= prefixes; i++) oparg |= u8(ip + 1 - i * 2) << (8 * i);
      const opcode = (offset >> 7) & 255;
      status = finish(opcode | (((offset >> 4) & 7) << 8), oparg, frame, ip, frame + LOCALSPLUS + top * 8, value);
    } else if (value === 0) {
      status = ERROR;
    } else {
      goOnWith(frame, value, offset * 2);
      return NEXT;
    }
    if (status === NEXT || status === ENTER) return NEXT;
    if (status === ERROR || status === RERAISE) {
      const isOwn = (offset & UNFINISHED) !== 0;
      if (status === ERROR ? unwind(frame, isOwn) : unwindAgain(frame, reraisedAt)) return NEXT;
      value = 0;
    } else {
      value = delivered;
      if (status !== DELIVER) {
        const below = currentFrame();
        const units = below === base || isNative(below) ? UNFINISHED : u16(below + RETURN_OFFSET);
        if (!(units & UNFINISHED)) {
          goOnWith(below, value, status === YIELDED ? BYTES_OF_RESUMING : units * 2);
          return NEXT;
        }
        if (status === ENDED) {
          if (returnedToSend(value)) return NEXT;
          value = 0;
        }
      }
    }
  }
}

/** A frame that entered another as a callee gets its value. */
function goOnWith(frame, value, byteCount) {
  const top = i32(frame + STACKTOP);
  setPtr(frame + LOCALSPLUS + top * 8, value);
  setI32(frame + STACKTOP, top + 1);
  setPtrLow(frame + INSTR_PTR, ptr(frame + INSTR_PTR) + byteCount);
}

function transition(status, base) {
  if (status === ERROR) {
    if (unwind(currentFrame())) return NEXT;
    return deliverValue(0, base);
  }
  if (status === RERAISE) {
    if (unwindAgain(currentFrame(), reraisedAt)) return NEXT;
    return deliverValue(0, base);
  }
  return deliverValue(delivered, base);
}

/**
 * Runs from the current frame until the frame above base has delivered its value: that is the answer (Owned, or 0).
 * At top level (nested false) it answers SLICE_END when the slice is over; the next call goes on.
 * start: a value to deliver first to the current frame, or PUSHED to execute it.
 */
export function run(base, nested, start = PUSHED) {
  "local views";
  let $status = NEXT;
  if (start !== PUSHED) {
    delivered = start;
    if (deliverValue(start, base) === EXIT) return delivered;
  }
  let frame = currentFrame();
  let ip = ptr(frame + INSTR_PTR);
  let sp = frame + LOCALSPLUS + (i32(frame + STACKTOP) << 3);
  for (;;) {
    instructions: for (;;) {
      const left = i32(CLOCK_LEFT) - 1;
      if (left < 0) {
        leaveCold(frame, ip, sp);
        if (!nested) return SLICE_END;
        nestedSliceEnd();
        continue;
      }
      setI32(CLOCK_LEFT, left);
      const word = u16(ip);
      let opcode = word & 255;
      let oparg = word >>> 8;
      dispatch: for (;;) {
        switch (opcode) {
          // <hot>
          case OP.EXTENDED_ARG: {
            ip += 2;
            const unit = u16(ip);
            opcode = unit & 255;
            oparg = (oparg << 8) | (unit >>> 8);
            continue dispatch;
          }
          default:
            setPtrLow(frame + INSTR_PTR, ip);
            setI32(frame + STACKTOP, (sp - frame - LOCALSPLUS) >> 3);
            raiseUnknownInstruction(opcode);
            $status = ERROR;
        }
        // Behind a cold function, which knows the frame from memory and leaves it there.
        if ($status === NEXT) {
          ip = ptr(frame + INSTR_PTR);
          sp = frame + LOCALSPLUS + (i32(frame + STACKTOP) << 3);
          break dispatch;
        }
        if ($status === REDISPATCH) {
          opcode = redirected & 255;
          continue dispatch;
        }
        // A cold function that failed has written what is still on the stack; another may have ended the frame.
        if ($status === ERROR || $status === RERAISE) sp = frame + LOCALSPLUS + (i32(frame + STACKTOP) << 3);
        break instructions;
      }
    }
    if ($status === ENTER) {
      frame = currentFrame();
      ip = ptr(frame + INSTR_PTR);
      sp = frame + LOCALSPLUS + (i32(frame + STACKTOP) << 3);
      continue;
    }
    if (($status === DELIVER && delivered !== 0) || $status >= YIELDED) {
      // Nearly always to a Python frame that waits in a call, or for a generator that it has entered as a callee.
      const below = currentFrame();
      const offset = below === base ? UNFINISHED : u16(below + RETURN_OFFSET);
      if (!(offset & UNFINISHED) && !isNative(below)) {
        frame = below;
        ip = ptr(frame + INSTR_PTR) + ($status === YIELDED ? BYTES_OF_RESUMING : offset * 2);
        sp = frame + LOCALSPLUS + (i32(frame + STACKTOP) << 3);
        setPtr(sp, delivered);
        sp += 8;
        continue;
      }
      if ($status === ENDED) {
        if (returnedToSend(delivered)) {
          frame = currentFrame();
          ip = ptr(frame + INSTR_PTR);
          sp = frame + LOCALSPLUS + (i32(frame + STACKTOP) << 3);
          continue;
        }
        delivered = 0;
      }
      $status = DELIVER;
    }
    if ($status === ERROR || $status === RERAISE) setI32(frame + STACKTOP, (sp - frame - LOCALSPLUS) >> 3);
    $status = transition($status, base);
    if ($status === EXIT) return delivered;
    frame = currentFrame();
    ip = ptr(frame + INSTR_PTR);
    sp = frame + LOCALSPLUS + (i32(frame + STACKTOP) << 3);
  }
}
