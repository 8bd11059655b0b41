// How a picture follows on the one before it: what is near in time, or was reached by a step, is compared with it and keeps
// its places; what is far away is composed as if it were the first.
import type { ObjectsFacts } from "../../../protocol/facts.ts";
import type { Passage } from "./place.ts";

const FAR_INSTRUCTIONS = 1000;
/** After a jump over so many, what is gone keeps no place free: nobody saw it go. */
const JUMP_INSTRUCTIONS = 64;

export interface Following extends Passage {
  readonly isAnew: boolean;
}

/** Calls that stand on each other, those that have no room in the picture too. */
export function callsIn(facts: ObjectsFacts): number {
  return facts.frames.length + facts.hiddenFrames;
}

export class Continuity {
  private last: number | null = null;
  private callCount = 0;

  follow(moment: number | undefined, isStep: boolean, callCount: number): Following {
    const distance = moment === undefined ? 0 : Math.abs(moment - (this.last ?? moment));
    const isReturn = callCount < this.callCount;
    this.last = moment ?? this.last;
    this.callCount = callCount;
    return {
      isAnew: distance > FAR_INSTRUCTIONS && !isStep,
      isNext: distance > 0,
      isJump: distance > JUMP_INSTRUCTIONS,
      isReturn,
    };
  }
}
