// Lost blocks, for the checked build: live blocks that no word of the memory leads to any more, so that nobody can ever
// free them. Words are followed from the static data and from whatever is mapped but is no block (frame stacks).
//
//   reference   a word that holds an address inside a live block
//   not one     the collector's links between its objects, which lead to every object that it tracks
//
// Invariant: what is reported is lost; what happens to be pointed to by a number may be missed.
import { liveBlockBytes } from "./checked.ts";
import { staticEnd } from "./data.ts";
import { DATA_BASE, HEAP_BASE } from "./map.ts";
import { type Address, I32 } from "./memory.ts";
import { usedRanges } from "./pages.ts";

const BLOCK_STEP = 16;
/** The low bits of the collector's links are flags. */
const LINK_MASK = ~7;

const word = (address: Address): number => I32[address >> 2];

export interface LostBlock {
  readonly address: Address;
  readonly bytes: number;
}

export function lostBlocks(): LostBlock[] {
  const starts: number[] = [];
  const sizes: number[] = [];
  const open: [from: Address, to: Address][] = [[DATA_BASE, staticEnd()]];
  usedRanges((from, byteCount) => {
    if (from < HEAP_BASE) return;
    let openFrom = from;
    for (let at = from; at < from + byteCount; ) {
      const bytes = liveBlockBytes(at);
      if (bytes < 0) {
        at += BLOCK_STEP;
        continue;
      }
      starts.push(at);
      sizes.push(bytes);
      openFrom = at + Math.max(BLOCK_STEP, (bytes + BLOCK_STEP - 1) & -BLOCK_STEP);
      at = openFrom;
    }
    // A mapping without any block is used as a whole by whoever mapped it.
    if (openFrom === from) open.push([from, from + byteCount]);
  });
  const blockOf = (address: Address): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= address) low = middle;
      else high = middle - 1;
    }
    return low <= high && address >= starts[low] && address < starts[low] + sizes[low] ? low : -1;
  };
  const isTracked = starts.map((at, i) => {
    if (sizes[i] < 32) return false;
    const next = word(at) & LINK_MASK;
    const previous = word(at + 8) & LINK_MASK;
    if (next < DATA_BASE || previous < DATA_BASE) return false;
    return (word(next + 8) & LINK_MASK) === at && (word(previous) & LINK_MASK) === at;
  });
  const isReached = new Uint8Array(starts.length);
  const pending: number[] = [];
  const follow = (from: Address, to: Address): void => {
    for (let at = from; at + 4 <= to; at += 8) {
      const value = word(at);
      if (value < HEAP_BASE || word(at + 4) !== 0) continue;
      const i = blockOf(value);
      if (i < 0 || isReached[i] === 1 || (isTracked[i] && value === starts[i])) continue;
      isReached[i] = 1;
      pending.push(i);
    }
  };
  for (const [from, to] of open) follow(from, to);
  for (let i = pending.pop(); i !== undefined; i = pending.pop()) {
    follow(starts[i] + (isTracked[i] ? 16 : 0), (starts[i] + sizes[i] + 7) & -8);
  }
  const lost: LostBlock[] = [];
  for (let i = 0; i < starts.length; i++) if (isReached[i] === 0) lost.push({ address: starts[i], bytes: sizes[i] });
  return lost;
}
