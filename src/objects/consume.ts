// Consumers of iterators: what list(), tuple(), sum(), any(), join() … share. The iterator may be a generator written in
// Python, so each walk lives in a native frame:
//
//   local 0  ITERATOR
//   local 1  ACCUMULATOR   what is being made; the consumer may replace it
//   local 2… OWN           the consumer's own pointers
//   words    …             the consumer's own numbers (native_scratch.ts)
//
// A consumer is declared once, when its module is evaluated, since its steps need text addresses:
//
//   const listing = declareConsumer("list_extend", {
//     onItem: (frame, item) => (listAppendSteal(nativeLocal(frame, ACCUMULATOR), item) < 0 ? 0 : GO_ON),
//     onEnd: (frame) => takeNativeLocal(frame, ACCUMULATOR),
//   });
//   return listing.push(iterable, list);              Owned | 0 | PUSHED
//
// While items come directly the walk is a loop in TypeScript; when the iterator (or a call that onItem makes) answers
// PUSHED, the walk goes on in a step.
// Invariants: onItem owns the item. Whatever ends the walk, the frame is popped and what it holds released, so a handler
// never calls finishNative itself; an answer that it takes out of the frame (takeNativeLocal) is the caller's.
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import { checkIterator, pushGetIter, pushIterNext } from "./abstract.ts";
import { clearStopIteration, PyErr_NoMemory } from "./errors.ts";
import {
  currentFrame,
  finishNative,
  nativeLocal,
  PUSHED,
  setNativeLocal,
  setStep,
  settle,
  takeNativeLocal,
} from "./frames.ts";
import { pushNativeWithWords } from "./native_scratch.ts";
import { decref, newRef } from "./object.ts";
import { pollStop } from "./stop_poll.ts";

export const ITERATOR = 0;
export const ACCUMULATOR = 1;
/** The first local of the consumer's own. */
export const OWN = 2;

/** What onItem and onResult answer to be given the next item: never an address. */
export const GO_ON = -1;

export interface ConsumerSpec {
  /** Own pointers and numbers in the frame, besides iterator and accumulator. */
  readonly localCount?: number;
  readonly wordCount?: number;
  /** Before iter(iterable): fills own locals from what push was given. */
  readonly onOpen?: (frame: Address, own: readonly number[]) => void;
  /** iter(iterable) failed: may change the error. */
  readonly onNotIterable?: (frame: Address, iterable: Borrowed) => void;
  /** The iterator is there: makes room, by the iterable's length hint, say. False with an error set ends the walk. */
  readonly onStart?: (frame: Address, iterable: Borrowed) => boolean;
  /**
   * Uses an Owned item: GO_ON; or the Owned answer of the whole walk; or 0 with an error set; or PUSHED after a call whose
   * result onResult takes.
   */
  readonly onItem: (frame: Address, item: Owned) => number;
  /** Takes the result of the call that onItem made (0 with an error set when it failed). Answers as onItem does. */
  readonly onResult?: (frame: Address, result: Owned) => number;
  /** The iterator ended: the Owned answer, or 0 with an error set. */
  readonly onEnd: (frame: Address) => Owned;
}

export interface Consumer {
  /** Walks an iterable; takes the accumulator (0: none). own: what onOpen gets. Answers Owned, 0 or PUSHED. */
  push(iterable: Borrowed, accumulator: Owned, ...own: number[]): Owned;
  /** The same for an iterator that is there already. */
  pushIterator(iterator: Borrowed, accumulator: Owned, ...own: number[]): Owned;
  /** push, settled. */
  settled(iterable: Borrowed, accumulator: Owned, ...own: number[]): Owned;
}

export function declareConsumer(name: string, spec: ConsumerSpec): Consumer {
  const localCount = OWN + 1 + (spec.localCount ?? 0);
  /** Holds the iterable until the iterator is there. */
  const ITERABLE = localCount - 1;
  const wordCount = spec.wordCount ?? 0;

  function open(iterable: Borrowed, accumulator: Owned, own: readonly number[]): Address {
    const frame = pushNativeWithWords(STEP_ITERATOR, localCount, wordCount);
    if (frame === 0) {
      if (accumulator !== 0) decref(accumulator);
      PyErr_NoMemory();
      return 0;
    }
    setNativeLocal(frame, ITERABLE, newRef(iterable));
    setNativeLocal(frame, ACCUMULATOR, accumulator);
    spec.onOpen?.(frame, own);
    return frame;
  }

  function start(frame: Address, iterator: Owned): Owned {
    setNativeLocal(frame, ITERATOR, iterator);
    setStep(frame, STEP_ITEM);
    if (spec.onStart !== undefined && !spec.onStart(frame, nativeLocal(frame, ITERABLE))) return finishNative(frame, 0);
    decref(takeNativeLocal(frame, ITERABLE));
    return walk(frame);
  }

  function afterIterator(frame: Address, delivered: Owned): Owned {
    const iterator = checkIterator(delivered);
    if (iterator !== 0) return start(frame, iterator);
    spec.onNotIterable?.(frame, nativeLocal(frame, ITERABLE));
    return finishNative(frame, 0);
  }

  function walk(frame: Address): Owned {
    for (;;) {
      const item = pushIterNext(nativeLocal(frame, ITERATOR));
      if (item === PUSHED) return PUSHED;
      if (item === 0) return end(frame);
      const answer = spec.onItem(frame, item);
      if (answer !== GO_ON) return leave(frame, answer);
      pollStop();
    }
  }

  function end(frame: Address): Owned {
    return finishNative(frame, clearStopIteration() ? spec.onEnd(frame) : 0);
  }

  function leave(frame: Address, answer: number): Owned {
    if (answer !== PUSHED) return finishNative(frame, answer);
    setStep(frame, STEP_RESULT);
    return PUSHED;
  }

  function afterItem(frame: Address, item: Owned): Owned {
    if (item === 0) return end(frame);
    const answer = spec.onItem(frame, item);
    return answer === GO_ON ? walk(frame) : leave(frame, answer);
  }

  function afterResult(frame: Address, result: Owned): Owned {
    setStep(frame, STEP_ITEM);
    const answer = (spec.onResult as NonNullable<typeof spec.onResult>)(frame, result);
    return answer === GO_ON ? walk(frame) : leave(frame, answer);
  }

  const STEP_ITERATOR = text(`${name}.iterator`, afterIterator);
  const STEP_ITEM = text(`${name}.item`, afterItem);
  const STEP_RESULT = spec.onResult === undefined ? STEP_ITEM : text(`${name}.result`, afterResult);

  function push(iterable: Borrowed, accumulator: Owned, ...own: number[]): Owned {
    const frame = open(iterable, accumulator, own);
    if (frame === 0) return 0;
    const iterator = pushGetIter(iterable);
    return iterator === PUSHED ? PUSHED : afterIterator(frame, iterator);
  }

  return {
    push,
    pushIterator(iterator: Borrowed, accumulator: Owned, ...own: number[]): Owned {
      const frame = open(iterator, accumulator, own);
      return frame === 0 ? 0 : start(frame, newRef(iterator));
    },
    settled(iterable: Borrowed, accumulator: Owned, ...own: number[]): Owned {
      const base = currentFrame();
      return settle(base, push(iterable, accumulator, ...own));
    },
  };
}
