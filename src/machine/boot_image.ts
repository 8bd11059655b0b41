// The boot image: the memory of a machine at rest, as a file. Loading it takes the place of booting.
//
//   "UGBOOT" version 0                       8 bytes
//   identity of the core                     64 bytes, ASCII (core_identity.ts)
//   Python's version, text end, end and
//   layout of what evaluation reserves       4 × u32: what the image and the bundle must agree on
//   static end                               u32: beyond what evaluation reserves
//   bytes of the snapshot, of the practice   2 × u32
//   sum of the words that follow             u32
//   snapshot                                 memory/snapshot.ts says how, padded with zeros to whole words
//   practice                                 the same with the code that practice.ts runs, as marshal data; may be empty
//
// An image is bytes, or a file that is read: then its parts go straight to where they belong.
// Invariant: the bytes depend on the core's sources alone.
import { setSlice } from "../interpreter/clock.ts";
import { CHECKED } from "../memory/build_flags.ts";
import { rebuildShadow } from "../memory/consistency.ts";
import { evaluatedLayout, extendStatic, staticEnd } from "../memory/data.ts";
import { restoreFrom, takeSnapshot } from "../memory/snapshot.ts";
import { textEnd } from "../memory/text.ts";
import { VERSION_HEX } from "./boot.ts";
import { CORE_IDENTITY } from "./core_identity.ts";

const MAGIC = "UGBOOT";
export const IMAGE_VERSION = 2;
const IDENTITY_AT = 8;
const WORDS_AT = IDENTITY_AT + CORE_IDENTITY.length;
const AGREED_WORDS = 4;
const STATIC_END_AT = WORDS_AT + AGREED_WORDS * 4;
const SIZES_AT = STATIC_END_AT + 4;
const SUM_AT = SIZES_AT + 8;
const HEAD_BYTES = SUM_AT + 4;

/** A boot image that does not fit or is damaged. */
export class ImageError extends Error {
  override name = "ImageError";
}

/** A file with an image. */
export interface ImageFile {
  readonly byteCount: number;
  /** Fills `into` with what stands from `at`. Throws when there is less. */
  readonly read: (into: Uint8Array, at: number) => void;
}
export type Image = Uint8Array | ImageFile;

function sumOf(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let sum = words.length;
  for (let i = 0; i < words.length; i++) sum = (Math.imul(sum, 31) + words[i]) | 0;
  return sum >>> 0;
}

/** Modules that were evaluated in another order give the same ends, but other addresses in between. */
function agreedWords(): readonly number[] {
  const { end, layout } = evaluatedLayout();
  return [VERSION_HEX, textEnd(), end, layout >>> 0];
}

/** Whole words that hold so many bytes, in bytes. */
const inWords = (byteCount: number): number => (byteCount + 3) & -4;

/** The memory as it is now, as an image; a program's time begins at instruction 0. */
export function makeImage(practice: Uint8Array): Uint8Array {
  setSlice(0, 0);
  const snapshot = takeSnapshot();
  const practiceAt = HEAD_BYTES + inWords(snapshot.length);
  const image = new Uint8Array(practiceAt + inWords(practice.length));
  const view = new DataView(image.buffer);
  for (let i = 0; i < MAGIC.length; i++) image[i] = MAGIC.charCodeAt(i);
  image[MAGIC.length] = IMAGE_VERSION;
  for (let i = 0; i < CORE_IDENTITY.length; i++) image[IDENTITY_AT + i] = CORE_IDENTITY.charCodeAt(i);
  for (const [i, word] of agreedWords().entries()) view.setUint32(WORDS_AT + i * 4, word, true);
  view.setUint32(STATIC_END_AT, staticEnd(), true);
  view.setUint32(SIZES_AT, snapshot.length, true);
  view.setUint32(SIZES_AT + 4, practice.length, true);
  image.set(snapshot, HEAD_BYTES);
  image.set(practice, practiceAt);
  view.setUint32(SUM_AT, sumOf(image.subarray(HEAD_BYTES)), true);
  return image;
}

function reader(image: Image): ImageFile {
  if (!(image instanceof Uint8Array)) return image;
  return { byteCount: image.length, read: (into, at) => into.set(image.subarray(at, at + into.length)) };
}

/** What an image that loadImage() has accepted holds. */
export function partsOfImage(image: Image): { readonly snapshot: Uint8Array; readonly practice: Uint8Array } {
  const { read } = reader(image);
  const sizes = new DataView(new ArrayBuffer(8));
  read(new Uint8Array(sizes.buffer), SIZES_AT);
  const snapshot = new Uint8Array(sizes.getUint32(0, true));
  const practice = new Uint8Array(sizes.getUint32(4, true));
  read(snapshot, HEAD_BYTES);
  read(practice, HEAD_BYTES + inWords(snapshot.length));
  return { snapshot, practice };
}

/**
 * Makes the memory equal to an image. Throws ImageError, with the memory unchanged. What a file's bytes are is its file
 * system's concern: their sum is checked only where they are given.
 */
export function loadImage(image: Image): void {
  const refuse = (why: string): never => {
    throw new ImageError(`the boot image cannot be used: ${why}`);
  };
  const { byteCount, read } = reader(image);
  if (byteCount < HEAD_BYTES || byteCount % 4 !== 0) refuse("it is cut short");
  const head = new Uint8Array(HEAD_BYTES);
  read(head, 0);
  const view = new DataView(head.buffer);
  for (let i = 0; i < MAGIC.length; i++) if (head[i] !== MAGIC.charCodeAt(i)) refuse("it is no boot image");
  if (head[MAGIC.length] !== IMAGE_VERSION) refuse(`it is of version ${head[MAGIC.length]}, not ${IMAGE_VERSION}`);
  for (let i = 0; i < CORE_IDENTITY.length; i++) {
    if (head[IDENTITY_AT + i] !== CORE_IDENTITY.charCodeAt(i)) refuse("it was made by another build");
  }
  const agrees = agreedWords().every((word, i) => view.getUint32(WORDS_AT + i * 4, true) === word);
  if (!agrees) refuse("its addresses are not this bundle's");
  const snapshotBytes = view.getUint32(SIZES_AT, true);
  if (byteCount !== HEAD_BYTES + inWords(snapshotBytes) + inWords(view.getUint32(SIZES_AT + 4, true))) {
    refuse("it is cut short");
  }
  if (image instanceof Uint8Array) {
    const rest = image.subarray(HEAD_BYTES);
    if (view.getUint32(SUM_AT, true) !== sumOf(rest.byteOffset % 4 === 0 ? rest : rest.slice()))
      refuse("it is damaged");
  }
  extendStatic(view.getUint32(STATIC_END_AT, true));
  restoreFrom(snapshotBytes, (into, at) => read(into, HEAD_BYTES + at));
  if (CHECKED) rebuildShadow();
}
