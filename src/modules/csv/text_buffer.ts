// A growing run of code points in a block of the allocator: what reader and writer gather a field or a row in.
import { memFree, memRealloc } from "../../memory/allocators.ts";
import { type Address, type Borrowed, type Owned, ptr, setI32, setPtr, setSsize, ssize } from "../../memory/memory.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import { PyUnicode_FromKindAndData } from "../../objects/unicode_core.ts";

/** Where an object has block, room and length. */
export interface Buffer {
  readonly block: number;
  readonly room: number;
  readonly length: number;
}

const CODE_POINT_BYTES = 4;
const FIRST_ROOM = 4096;
const ROOM_MAX = 1 << 28;

/** Adds a character. False with MemoryError set. */
export function put(o: Borrowed, buffer: Buffer, character: number): boolean {
  const length = ssize(o + buffer.length);
  if (length === ssize(o + buffer.room)) {
    const room = length === 0 ? FIRST_ROOM : length * 2;
    const block = room > ROOM_MAX ? 0 : memRealloc(ptr(o + buffer.block), room * CODE_POINT_BYTES);
    if (block === 0) {
      PyErr_NoMemory();
      return false;
    }
    setPtr(o + buffer.block, block);
    setSsize(o + buffer.room, room);
  }
  setI32(ptr(o + buffer.block) + length * CODE_POINT_BYTES, character);
  setSsize(o + buffer.length, length + 1);
  return true;
}

export function bufferLength(o: Borrowed, buffer: Buffer): number {
  return ssize(o + buffer.length);
}

export function empty(o: Borrowed, buffer: Buffer): void {
  setSsize(o + buffer.length, 0);
}

/** What was gathered, as a str. Owned. */
export function text(o: Borrowed, buffer: Buffer): Owned {
  return (
    PyUnicode_FromKindAndData(CODE_POINT_BYTES, ptr(o + buffer.block), ssize(o + buffer.length)) || PyErr_NoMemory()
  );
}

export function freeBuffer(o: Address, buffer: Buffer): void {
  memFree(ptr(o + buffer.block));
}
