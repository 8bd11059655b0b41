// The selected thing as it is watched through a run: an object with all that it owns, a block, or the place that a pointer
// stands in (a name, an item, an attribute), which may move when its table grows.
//
// What only counting and collecting write is no change of an object: its reference count, the links of its generation. That
// it comes to life and dies is.
//
// Invariant: moments are shown in order, one after the other, from begin() on; what is watched was chosen at one of them.
import { findPlace, type NamedPlace, type PlaceFound, slotLabelled } from "../inspect/locate.ts";
import { type Stretch, stretchesOf } from "../inspect/stretches.ts";
import {
  _PyStackChunk,
  type Address,
  i32,
  isBlockInUse,
  MAPPINGS_BASE,
  PyThreadState,
  ptr,
  ssize,
  THREAD,
} from "../machine/recorded.ts";
import { inspectNow } from "./moment_reader.ts";

export interface Selected {
  readonly address: Address;
  /** The name, item or attribute as which it was selected; null: the object itself was. */
  readonly place: NamedPlace | null;
}

export interface Watched {
  begin(): void;
  hasChanged(): boolean;
  readonly isThere: boolean;
  /** It was not there before this moment, or is not there from it on. */
  readonly event: "born" | "died" | null;
  /** What a place points to; 0: nothing. Of an object its own address. */
  readonly value: Address;
}

/** The memory stands at a moment at which it is selected. Null: its place is not there at that moment. */
export function watchedOf({ address, place }: Selected, isObject: boolean): Watched | null {
  if (place === null) return new WatchedObject(address, isObject);
  const found = findPlace(inspectNow(), place);
  if (found === null) return null;
  return found.isLocal ? new WatchedWord(found.slot) : new WatchedPlace(found);
}

// -- life --------------------------------------------------------------------------------------------------------------

/** No count is so large; the link of a free block, which stands in its place, always is. */
const COUNT_LIMIT = MAPPINGS_BASE;

export function hasCount(object: Address): boolean {
  const count = i32(object);
  return count < 0 || (count > 0 && count < COUNT_LIMIT);
}

/** Of an object: block in use, count above zero; of any other block of pymalloc's: in use. */
export function isAlive(address: Address, isObject: boolean): boolean {
  return isBlockInUse(address) !== false && (!isObject || hasCount(address));
}

// -- words -------------------------------------------------------------------------------------------------------------

/** The words of some stretches as they were when they were last looked at. */
class Words {
  private readonly stretches: readonly Stretch[];
  private readonly words: Int32Array;

  constructor(stretches: readonly Stretch[]) {
    this.stretches = stretches;
    this.words = new Int32Array(stretches.reduce((sum, { bytes }) => sum + bytes / 4, 0));
    this.look();
  }

  /** What was another word: nothing, a value, a count, one that says where others lie; of several the last of these. */
  look(): "same" | Stretch["tells"] {
    let at = 0;
    let found: "same" | Stretch["tells"] = "same";
    for (const { from, bytes, tells } of this.stretches) {
      for (let i = 0; i < bytes; i += 4, at++) {
        const word = i32(from + i);
        if (word === this.words[at]) continue;
        this.words[at] = word;
        if (tells === "place" || found === "same" || found === "value") found = tells;
      }
    }
    return found;
  }
}

// -- an object or a block ----------------------------------------------------------------------------------------------

class WatchedObject implements Watched {
  readonly value: Address;
  event: Watched["event"] = null;
  private readonly isObject: boolean;
  isThere = false;
  private words = new Words([]);

  constructor(address: Address, isObject: boolean) {
    this.value = address;
    this.isObject = isObject;
  }

  begin(): void {
    this.event = null;
    this.isThere = this.isAlive();
    this.describe();
  }

  hasChanged(): boolean {
    const now = this.isAlive();
    this.event = now === this.isThere ? null : now ? "born" : "died";
    this.isThere = now;
    if (this.event !== null) {
      this.describe();
      return true;
    }
    // What lies where a dead object lay is not its own.
    if (!now) return false;
    const found = this.words.look();
    // It may own other blocks from now on.
    if (found === "place") this.describe();
    return found !== "same";
  }

  /** A block that holds no object is watched whatever becomes of it. */
  private isAlive(): boolean {
    return !this.isObject || isAlive(this.value, true);
  }

  private describe(): void {
    this.words = new Words(this.isThere ? stretchesOf(inspectNow(), this.value, this.isObject) : []);
  }
}

// -- a place -----------------------------------------------------------------------------------------------------------

abstract class PlaceWatch implements Watched {
  value = 0;
  event: Watched["event"] = null;
  isThere = false;

  protected abstract isHeld(): boolean;
  protected abstract read(): Address;

  begin(): void {
    this.event = null;
    this.isThere = this.isHeld();
    this.value = this.isThere ? this.read() : 0;
  }

  hasChanged(): boolean {
    const there = this.isHeld();
    this.event = there === this.isThere ? null : there ? "born" : "died";
    this.isThere = there;
    const value = there ? this.read() : 0;
    const isOther = value !== this.value;
    this.value = value;
    return isOther;
  }
}

/** A word of a frame on the data stack, as long as that frame is there. */
class WatchedWord extends PlaceWatch {
  private readonly slot: Address;
  constructor(slot: Address) {
    super();
    this.slot = slot;
  }
  protected isHeld(): boolean {
    let chunk = ptr(THREAD + PyThreadState.datastack_chunk);
    const isIn = () => this.slot >= chunk && this.slot < chunk + ssize(chunk + _PyStackChunk.size);
    if (chunk !== 0 && isIn()) return ptr(THREAD + PyThreadState.datastack_top) > this.slot;
    while (chunk !== 0 && !isIn()) chunk = ptr(chunk + _PyStackChunk.previous);
    return chunk !== 0;
  }
  protected read(): Address {
    return ptr(this.slot);
  }
}

/** A slot of an object: found again by its label where its owner says that its slots lie elsewhere. */
class WatchedPlace extends PlaceWatch {
  private readonly owner: Address;
  private readonly label: string;
  private slot: Address;
  private words: Words | null = null;

  constructor({ owner, label, slot }: PlaceFound) {
    super();
    this.owner = owner;
    this.slot = slot;
    this.label = label;
  }

  override begin(): void {
    this.words = null;
    super.begin();
  }
  protected isHeld(): boolean {
    const there = isAlive(this.owner, true);
    if (!there) this.words = null;
    return there;
  }
  protected read(): Address {
    const found = this.words === null ? "place" : this.words.look();
    if (found === "place" || found === "count" || (found === "value" && this.slot === 0)) {
      const now = inspectNow();
      const had = this.slot !== 0;
      this.slot = slotLabelled(now, this.owner, this.label, this.slot);
      if (found === "place" || had !== (this.slot !== 0)) {
        // A slot that is not there yet can come anywhere.
        const stretches = stretchesOf(now, this.owner, true);
        this.words = new Words(this.slot === 0 ? stretches : stretches.filter(({ tells }) => tells !== "value"));
      }
    }
    return this.slot === 0 ? 0 : ptr(this.slot);
  }
}
