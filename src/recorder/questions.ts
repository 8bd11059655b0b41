// Questions over time: when was this written, when did it come to life, when did its count reach zero. A stretch of the run
// is gone through again and a few words are looked at after every instruction; backwards, stretch by stretch from one
// checkpoint to the next.
//
// Looking at every instruction on the plain build takes a third of the time that a listener to every store takes on the
// traced one, so that is how it is done. What begins and ends within one instruction is not seen: a question is answered
// by the moments between instructions, as all that is shown.
//
// Invariant: an answer lies strictly after, or strictly before, the moment asked from.
import type { StructureFact } from "../inspect/facts.ts";
import { isLive } from "../inspect/heap.ts";
import { selectionFacts } from "../inspect/locate.ts";
import { type Address, bytesAt, i32, timelessHash } from "../machine/recorded.ts";
import { inspectNow } from "./moment_reader.ts";
import type { Recorder, Watch } from "./recorder.ts";
import type { Trace } from "./trace.ts";
import { hasCount, isAlive, type Selected, watchedOf } from "./watched.ts";

export type What = "written" | "born" | "freed" | "countZero";

export interface Question {
  readonly what: What;
  readonly address: Address;
  readonly bytes: number;
  readonly from: number;
  readonly back: boolean;
}

export interface Happening {
  readonly moment: number;
  readonly was: Uint8Array;
  readonly now: Uint8Array;
}

/** ob_refcnt and ob_type. */
const OBJECT_HEAD_BYTES = 16;
/** Looked at in one go: the first stretch, and the longest. */
const FIRST_STRETCH = 1 << 14;
const LONGEST_STRETCH = 1 << 20;

/** Sees the memory once a moment, in order; says whether what is asked for happened since the moment before. */
interface Probe {
  begin(): void;
  hasHappened(): boolean;
}

/** A range of bytes, compared by words. */
class RangeProbe implements Probe {
  private readonly address: Address;
  private readonly byteCount: number;
  private readonly from: Address;
  private readonly words: Int32Array;
  private bytes: Uint8Array;

  constructor(address: Address, byteCount: number) {
    this.address = address;
    this.byteCount = byteCount;
    this.from = address & ~3;
    this.words = new Int32Array(((address + byteCount + 3) >> 2) - (address >> 2));
    this.bytes = new Uint8Array(byteCount);
  }

  begin(): void {
    for (let i = 0; i < this.words.length; i++) this.words[i] = i32(this.from + i * 4);
    this.bytes = this.now();
  }

  now(): Uint8Array {
    return bytesAt(this.address, this.byteCount).slice();
  }
  get was(): Uint8Array {
    return this.bytes;
  }

  hasHappened(): boolean {
    let isChanged = false;
    for (let i = 0; i < this.words.length; i++) {
      const word = i32(this.from + i * 4);
      if (word !== this.words[i]) {
        this.words[i] = word;
        isChanged = true;
      }
    }
    if (!isChanged) return false;
    const now = this.now();
    const isOurs = now.some((byte, i) => byte !== this.bytes[i]);
    this.keep = this.bytes;
    this.bytes = now;
    return isOurs;
  }
  /** What the bytes were before they changed last. */
  keep: Uint8Array = new Uint8Array(0);
}

class ConditionProbe implements Probe {
  private readonly condition: () => boolean;
  private readonly wanted: boolean;
  private last = false;

  constructor(condition: () => boolean, wanted: boolean) {
    this.condition = condition;
    this.wanted = wanted;
  }
  begin(): void {
    this.last = this.condition();
  }
  hasHappened(): boolean {
    const now = this.condition();
    const isChanged = now !== this.last;
    this.last = now;
    return isChanged && now === this.wanted;
  }
}

function probeOf({ what, address }: Question, isObject: boolean, range: RangeProbe): Probe {
  if (what === "written") return range;
  if (what === "countZero") return new ConditionProbe(() => !hasCount(address), true);
  return new ConditionProbe(() => isAlive(address, isObject), what === "born");
}

/** The nearest moment at which it happened, or null. The memory stands elsewhere afterwards. Throws Cancelled. */
export async function when(recorder: Recorder, question: Question, watch: Watch = {}): Promise<Happening | null> {
  const { address, bytes, from, back } = question;
  await recorder.seek(from, false, watch);
  const isObject = isObjectNow(address);
  const range = new RangeProbe(address, bytes);
  const probe = probeOf(question, isObject, range);
  let found: Happening | null = null;
  const look = async (first: number, last: number): Promise<void> => {
    found = null;
    await recorder.trace(
      first,
      last,
      (moment) => {
        if (found !== null && !back) return;
        if (moment === first) {
          range.begin();
          if (probe !== range) probe.begin();
          return;
        }
        const isWritten = range.hasHappened();
        if (!(probe === range ? isWritten : probe.hasHappened())) return;
        if (back && moment >= from) return;
        found = { moment, was: isWritten ? range.keep : range.was, now: range.was };
      },
      watch,
    );
  };
  if (back) {
    // The moment asked from is not looked at: the stretch ends before it.
    for (let last = from - 1, size = FIRST_STRETCH; last > 0 && found === null; size = LONGEST_STRETCH) {
      const nearest = recorder.checkpoints.before(last - 1)?.moment ?? 0;
      const first = size === FIRST_STRETCH ? Math.max(0, last - size) : Math.max(nearest, last - LONGEST_STRETCH);
      await look(first, last);
      last = first;
    }
    return found;
  }
  for (let first = from, size = FIRST_STRETCH; first < recorder.total && found === null; ) {
    const last = Math.min(recorder.total, first + size);
    await look(first, last);
    first = last;
    size = Math.min(size * 4, LONGEST_STRETCH);
  }
  return found;
}

/** The collector's links before an object, and the head of it, as far as its fields are counted. */
const COUNTED_BEFORE = 16;
const COUNTED_BYTES = 64;

/**
 * What became of the selection around a moment, as far as a stretch tells: moments at which it changed, the last at which
 * it came to life before, the first at which it died after.
 */
export async function lifeBetween(
  recorder: Recorder,
  selected: Selected,
  from: number,
  at: number,
  to: number,
  watch: Watch = {},
): Promise<{ writes: number[]; born: number | null; freed: number | null; field: FieldWrites | null }> {
  const { address } = selected;
  await recorder.seek(at, false, watch);
  const isObject = isObjectNow(address);
  const watched = watchedOf(selected, isObject);
  const counts = selected.place === null ? fieldCounter(address) : null;
  const start = Math.max(0, address - COUNTED_BEFORE);
  const range = new RangeProbe(start, COUNTED_BYTES);
  let writes: number[] = [];
  let isOver = false;
  let born: number | null = null;
  let freed: number | null = null;
  let wasAlive = false;
  const visit = (moment: number): void => {
    const now = isAlive(address, isObject);
    if (moment === from) {
      range.begin();
      watched?.begin();
    } else {
      if (range.hasHappened() && !isOver) counts?.add(start, range.keep, range.was);
      const isChanged = watched?.hasChanged() ?? false;
      // What lay there before it came to life was another's.
      if (watched?.event === "born" && moment <= at) writes = [];
      if (isChanged && !isOver) writes.push(moment);
      if (watched?.event === "died" && moment > at) isOver = true;
      if (now && !wasAlive && moment <= at) {
        born = moment;
        counts?.clear();
      }
      if (!now && wasAlive && moment > at) freed ??= moment;
    }
    wasAlive = now;
  };
  await recorder.trace(from, to, visit, watch);
  return { writes, born, freed, field: counts?.most() ?? null };
}

/** An object lives at the address, at the moment at which the memory stands. */
export function isObjectNow(address: Address): boolean {
  return address % 8 === 0 && isLive(inspectNow(), address);
}

export interface FieldWrites {
  readonly name: string;
  readonly writes: number;
}

/** Counts the writes of each field of the object at an address, as it is laid out now; its reference count is left out. */
function fieldCounter(address: Address): {
  add(start: Address, was: Uint8Array, now: Uint8Array): void;
  clear(): void;
  most(): FieldWrites | null;
} {
  const { structure } = selectionFacts(inspectNow(), null, address, 0);
  const fields = (structure?.fields ?? []).filter(({ offset }) => offset >= OBJECT_HEAD_BYTES);
  const counts = new Map<string, number>();
  return {
    add(start, was, now) {
      for (const { offset, bytes, name } of fields) {
        const from = (structure as StructureFact).address + offset - start;
        for (let i = Math.max(0, from); i < Math.min(now.length, from + bytes); i++) {
          if (was[i] === now[i]) continue;
          counts.set(name, (counts.get(name) ?? 0) + 1);
          break;
        }
      }
    },
    clear() {
      counts.clear();
    },
    most() {
      let best: FieldWrites | null = null;
      for (const [name, writes] of counts) if (best === null || writes > best.writes) best = { name, writes };
      return best;
    },
  };
}

/** A stretch of a run in which the same instructions come again and again up to its end. */
export interface Repeat {
  readonly from: number;
  readonly length: number;
}

/**
 * The period with which a sequence ends: of all that hold for two rounds or more, the one that holds longest; of several,
 * the shortest. (Z-function of the reversed sequence.)
 */
export function repeatAtEnd(sequence: Float64Array): Repeat | null {
  const n = sequence.length;
  const at = (i: number): number => sequence[n - 1 - i];
  const z = new Int32Array(n);
  let left = 0;
  let right = 0;
  let best: Repeat | null = null;
  let longest = 0;
  for (let i = 1; i < n; i++) {
    let k = i < right ? Math.min(right - i, z[i - left]) : 0;
    while (i + k < n && at(k) === at(i + k)) k++;
    z[i] = k;
    if (i + k > right) {
      left = i;
      right = i + k;
    }
    if (k >= i && i + k > longest) {
      longest = i + k;
      best = { from: n - longest, length: i };
    }
  }
  return best;
}

/** A repeat is looked for in so many instructions before the end. */
const REPEAT_WINDOW = 1 << 17;
/** Keys of instructions: depth of calls, code, place in it. */
const DEPTHS = 2 ** 12;
const LINES = 2 ** 20;

/** How the run repeats itself at its end, or null. */
export async function findRepeat(
  recorder: Recorder,
  trace: Trace,
  watch: Watch = {},
): Promise<(Repeat & { readonly isEarlier: boolean; readonly sameMemory: boolean }) | null> {
  const from = Math.max(0, recorder.total - REPEAT_WINDOW);
  const keys = new Float64Array(recorder.total - from);
  for (let n = from + 1; n <= recorder.total; ) {
    const block = await trace.block(n, watch);
    for (; n <= recorder.total && n < block.first + block.count; n++) {
      const i = n - block.first;
      const place = block.places[i] * LINES + block.lines[i] * 2 ** 8 + block.opcodes[i];
      keys[n - from - 1] = place * DEPTHS + (block.depths[i] % DEPTHS);
    }
  }
  const found = repeatAtEnd(keys);
  if (found === null) return null;
  const hashAt = async (moment: number): Promise<string> => {
    await recorder.seek(moment, false, watch);
    return timelessHash();
  };
  const sameMemory = (await hashAt(recorder.total)) === (await hashAt(recorder.total - found.length));
  const isEarlier = from > 0 && found.from === 0;
  return { from: from + found.from, length: found.length, isEarlier, sameMemory };
}
