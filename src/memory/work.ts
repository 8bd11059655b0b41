// How much work instructions do. Most do little, and a slice of them is over soon; a few of the others can take a second each.
// Built-ins say how much they do where it may be much, and when enough has come together the slice ends behind the instruction
// that is at it, so that an interrupt, a stop or a checkpoint waits for no others.
// Invariant: the count is no part of a run: where a slice ends changes nothing in it.

/** One is about a kibibyte looked through or copied: a slice's worth. */
const ENOUGH = 2048;
const WORK_SHIFT = 10;

let left = ENOUGH;
let endSlice: () => void = () => {};

/** The machine registers what ends the slice behind the instruction that is being executed. */
export function setOnWorked(end: () => void): void {
  endSlice = end;
}

/** Says that work over so many bytes is done now. */
export function work(byteCount: number): void {
  left -= 1 + (byteCount >> WORK_SHIFT);
  if (left < 0) worked();
}

function worked(): void {
  left = ENOUGH;
  endSlice();
}
