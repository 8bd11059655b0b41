// The boot image: the memory of a machine at rest, as a file. Loading it takes the place of booting.
//
//   "UGBOOT" version 0                       8 bytes
//   identity of the core                     64 bytes, ASCII (core_identity.ts)
//   Python's version, text end, reserved end,
//   sum of the identifiers' addresses        4 × u32: what the image and the bundle must agree on
//   bytes of the snapshot, of the practice   2 × u32
//   sum of the words that follow             u32
//   snapshot                                 memory/snapshot.ts says how, padded with zeros to whole words
//   practice                                 the same with the code that practice.ts runs, as marshal data; may be empty
//
// Invariant: the bytes depend on the core's sources alone.
import { setSlice } from "../interpreter/clock.ts";
import { CHECKED } from "../memory/build_flags.ts";
import { rebuildShadow } from "../memory/consistency.ts";
import { reservedEnd } from "../memory/data.ts";
import { restoreSnapshot, takeSnapshot } from "../memory/snapshot.ts";
import { textEnd } from "../memory/text.ts";
import { allIdentifiers } from "../objects/identifiers.ts";
import { VERSION_HEX } from "./boot.ts";
import { CORE_IDENTITY } from "./core_identity.ts";

const MAGIC = "UGBOOT";
export const IMAGE_VERSION = 1;
const IDENTITY_AT = 8;
const WORDS_AT = IDENTITY_AT + CORE_IDENTITY.length;
const AGREED_WORDS = 4;
const SIZES_AT = WORDS_AT + AGREED_WORDS * 4;
const SUM_AT = SIZES_AT + 8;
const HEAD_BYTES = SUM_AT + 4;

/** A boot image that does not fit or is damaged. */
export class ImageError extends Error {
  override name = "ImageError";
}

function sumOf(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let sum = words.length;
  for (let i = 0; i < words.length; i++) sum = (Math.imul(sum, 31) + words[i]) | 0;
  return sum >>> 0;
}

/** Modules that were evaluated in another order give the same ends, but other addresses in between. */
function layoutSum(): number {
  let sum = 0;
  for (const [name, address] of allIdentifiers()) sum = (Math.imul(sum, 31) + address + name.charCodeAt(0)) | 0;
  return sum >>> 0;
}

function agreedWords(): readonly number[] {
  return [VERSION_HEX, textEnd(), reservedEnd(), layoutSum()];
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
  view.setUint32(SIZES_AT, snapshot.length, true);
  view.setUint32(SIZES_AT + 4, practice.length, true);
  image.set(snapshot, HEAD_BYTES);
  image.set(practice, practiceAt);
  view.setUint32(SUM_AT, sumOf(image.subarray(HEAD_BYTES)), true);
  return image;
}

/** What an image that loadImage() has accepted holds. */
export function partsOfImage(image: Uint8Array): { readonly snapshot: Uint8Array; readonly practice: Uint8Array } {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const snapshotBytes = view.getUint32(SIZES_AT, true);
  const practiceAt = HEAD_BYTES + inWords(snapshotBytes);
  return {
    snapshot: image.subarray(HEAD_BYTES, HEAD_BYTES + snapshotBytes),
    practice: image.subarray(practiceAt, practiceAt + view.getUint32(SIZES_AT + 4, true)),
  };
}

/** Makes the memory equal to an image. Throws ImageError, with the memory unchanged. */
export function loadImage(given: Uint8Array): void {
  const image = given.byteOffset % 4 === 0 ? given : given.slice();
  const refuse = (why: string): never => {
    throw new ImageError(`the boot image cannot be used: ${why}`);
  };
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  if (image.length < HEAD_BYTES || image.length % 4 !== 0) refuse("it is cut short");
  for (let i = 0; i < MAGIC.length; i++) if (image[i] !== MAGIC.charCodeAt(i)) refuse("it is no boot image");
  if (image[MAGIC.length] !== IMAGE_VERSION) refuse(`it is of version ${image[MAGIC.length]}, not ${IMAGE_VERSION}`);
  for (let i = 0; i < CORE_IDENTITY.length; i++) {
    if (image[IDENTITY_AT + i] !== CORE_IDENTITY.charCodeAt(i)) refuse("it was made by another build");
  }
  const agrees = agreedWords().every((word, i) => view.getUint32(WORDS_AT + i * 4, true) === word);
  if (!agrees) refuse("its addresses are not this bundle's");
  if (view.getUint32(SUM_AT, true) !== sumOf(image.subarray(HEAD_BYTES))) refuse("it is damaged");
  restoreSnapshot(partsOfImage(image).snapshot);
  if (CHECKED) rebuildShadow();
}
