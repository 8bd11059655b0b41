// How a picture follows on the one before it: what is near in time, or was reached by a step, is compared with it and keeps
// its places; what is far away is composed as if it were the first.
const FAR_INSTRUCTIONS = 1000;
/** After a jump over so many, what is gone keeps no place free: nobody saw it go. */
const JUMP_INSTRUCTIONS = 64;

export interface Following {
  readonly isAnew: boolean;
  readonly isJump: boolean;
}

export class Continuity {
  private last: number | null = null;

  follow(moment: number | undefined, isStep: boolean): Following {
    const distance = moment === undefined ? 0 : Math.abs(moment - (this.last ?? moment));
    this.last = moment ?? this.last;
    return { isAnew: distance > FAR_INSTRUCTIONS && !isStep, isJump: distance > JUMP_INSTRUCTIONS };
  }
}
