// binascii: bytes as base64, hexadecimal, uuencoded and quoted-printable text, and back; checksums.
import { crc32 } from "../base/crc32.ts";
import { type Borrowed, bytesAt, type Owned } from "../memory/memory.ts";
import { bufferBytes, closeBuffer, openBuffer, PyObject_CheckBuffer } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { bytesHex, hexDigit } from "../objects/bytes_hex.ts";
import { PyNumber_Index } from "../objects/convert.ts";
import { declareModule, reserveTypeCell } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { longToBigInt } from "../objects/long_digits.ts";
import { decref, isUnicode, typeIn } from "../objects/object.ts";
import { PyExc_Exception, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_IS_ASCII } from "../objects/unicode_core.ts";
import { decode as decodeQuoted, encode as encodeQuoted } from "./binascii/quoted_printable.ts";
import { addException } from "./make_module.ts";

const binasciiError = reserveTypeCell();
const binasciiIncomplete = reserveTypeCell();

function refuse(message: string): null {
  raise(typeIn(binasciiError), message);
  return null;
}

/** Gives the bytes of a bytes-like object to a function, whose answer becomes a bytes object; null: an error is set. */
function withBytes(data: Borrowed, run: (bytes: Uint8Array) => Uint8Array | null): Owned {
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const result = run(bufferBytes(buffer));
  closeBuffer(buffer);
  return result === null ? 0 : bytesFromArray(result);
}

/** The same for text too, which must be ASCII. */
function withAscii(data: Borrowed, run: (bytes: Uint8Array) => Uint8Array | null): Owned {
  if (isUnicode(data)) {
    if (!PyUnicode_IS_ASCII(data)) {
      return raise(PyExc_ValueError, "string argument should contain only ASCII characters");
    }
    const result = run(bytesAt(PyUnicode_DATA(data), PyUnicode_GET_LENGTH(data)));
    return result === null ? 0 : bytesFromArray(result);
  }
  if (PyObject_CheckBuffer(data)) return withBytes(data, run);
  return raise(PyExc_TypeError, `argument should be bytes, buffer or ASCII string, not '${typeNameOf(data)}'`);
}

// -- base64 ----------------------------------------------------------------------------------------------------------------

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD = 61;
const LINE_FEED = 10;

/** The value of a character of base64, or -1. */
function sextet(byte: number): number {
  if (byte >= 65 && byte <= 90) return byte - 65;
  if (byte >= 97 && byte <= 122) return byte - 71;
  if (byte >= 48 && byte <= 57) return byte + 4;
  return byte === 43 ? 62 : byte === 47 ? 63 : -1;
}

function decodeBase64(data: Uint8Array, isStrict: boolean): Uint8Array | null {
  const result = new Uint8Array(((data.length + 3) >> 2) * 3);
  let out = 0;
  let place = 0;
  let left = 0;
  let pads = 0;
  let isPadding = false;
  if (isStrict && data[0] === PAD) return refuse("Leading padding not allowed");
  for (let i = 0; i < data.length; i++) {
    if (data[i] === PAD) {
      isPadding = true;
      if (isStrict && place === 0) return refuse("Excess padding not allowed");
      if (place >= 2 && place + ++pads >= 4) {
        if (isStrict && i + 1 < data.length) return refuse("Excess data after padding");
        return result.subarray(0, out);
      }
      continue;
    }
    const value = sextet(data[i]);
    if (value < 0) {
      if (isStrict) return refuse("Only base64 data is allowed");
      continue;
    }
    if (isStrict && isPadding) return refuse("Discontinuous padding not allowed");
    pads = 0;
    if (place > 0) result[out++] = (left << (place * 2)) | (value >> (6 - place * 2));
    left = value;
    place = (place + 1) & 3;
  }
  if (place === 1) {
    const characters = Math.floor(out / 3) * 4 + 1;
    return refuse(
      `Invalid base64-encoded string: number of data characters (${characters}) cannot be 1 more than a multiple of 4`,
    );
  }
  return place === 0 ? result.subarray(0, out) : refuse("Incorrect padding");
}

function encodeBase64(data: Uint8Array, hasNewline: boolean): Uint8Array {
  const groups = Math.ceil(data.length / 3);
  const result = new Uint8Array(groups * 4 + (hasNewline ? 1 : 0));
  let out = 0;
  for (let i = 0; i < data.length; i += 3) {
    const known = data.length - i;
    const bits = (data[i] << 16) | ((known > 1 ? data[i + 1] : 0) << 8) | (known > 2 ? data[i + 2] : 0);
    result[out++] = ALPHABET.charCodeAt(bits >> 18);
    result[out++] = ALPHABET.charCodeAt((bits >> 12) & 63);
    result[out++] = known > 1 ? ALPHABET.charCodeAt((bits >> 6) & 63) : PAD;
    result[out++] = known > 2 ? ALPHABET.charCodeAt(bits & 63) : PAD;
  }
  if (hasNewline) result[out] = LINE_FEED;
  return result;
}

// -- uuencode --------------------------------------------------------------------------------------------------------------

const SPACE = 32;
const BACKTICK = 96;
const UU_LIMIT = 45;

function decodeUu(data: Uint8Array): Uint8Array | null {
  const count = ((data.length === 0 ? 0 : data[0]) - SPACE) & 63;
  const result = new Uint8Array(count);
  let out = 0;
  let bits = 0;
  let bitCount = 0;
  let at = 1;
  for (; out < count; at++) {
    let value = at < data.length ? data[at] : LINE_FEED;
    // Spaces at the end of a line may have been lost.
    if (value === LINE_FEED || value === 13) value = 0;
    else {
      if (value < SPACE || value > BACKTICK) return refuse("Illegal char");
      value = (value - SPACE) & 63;
    }
    bits = (bits << 6) | value;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      result[out++] = bits >> bitCount;
      bits &= (1 << bitCount) - 1;
    }
  }
  for (; at < data.length; at++) {
    const byte = data[at];
    if (byte !== SPACE && byte !== BACKTICK && byte !== LINE_FEED && byte !== 13) return refuse("Trailing garbage");
  }
  return result;
}

function encodeUu(data: Uint8Array, zero: number): Uint8Array | null {
  if (data.length > UU_LIMIT) return refuse("At most 45 bytes at once");
  const character = (value: number): number => (value === 0 ? zero : value + SPACE);
  const result = [character(data.length)];
  for (let i = 0; i < data.length; i += 3) {
    const bits = (data[i] << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) result.push(character((bits >> shift) & 63));
  }
  result.push(LINE_FEED);
  return Uint8Array.from(result);
}

// -- hexadecimal -----------------------------------------------------------------------------------------------------------

function decodeHex(data: Uint8Array): Uint8Array | null {
  if (data.length % 2 === 1) return refuse("Odd-length string");
  const result = new Uint8Array(data.length >> 1);
  for (let i = 0; i < data.length; i += 2) {
    const upper = hexDigit(data[i]);
    const lower = hexDigit(data[i + 1]);
    if (upper < 0 || lower < 0) return refuse("Non-hexadecimal digit found");
    result[i >> 1] = (upper << 4) | lower;
  }
  return result;
}

function hexlify(_module: Borrowed, data: Borrowed, separator: Borrowed, bytesPerGroup: number): Owned {
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const text = bytesHex(buffer.data, buffer.length, separator, bytesPerGroup, 255);
  closeBuffer(buffer);
  if (text === 0) return 0;
  const result = bytesFromArray(bytesAt(PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text)));
  decref(text);
  return result;
}

// -- checksums -------------------------------------------------------------------------------------------------------------

/** The low 32 bits of an int; null with an error set. */
export function unsigned32(value: Borrowed): number | null {
  const index = PyNumber_Index(value);
  if (index === 0) return null;
  const number = Number(BigInt.asUintN(32, longToBigInt(index)));
  decref(index);
  return number;
}

/** A checksum of bytes that goes on from an int. */
export function checksum(run: (bytes: Uint8Array, start: number) => number, missing: number) {
  return (_module: Borrowed, data: Borrowed, value: Borrowed): Owned => {
    const buffer = openBuffer(data);
    if (buffer === null) return 0;
    const start = value === 0 ? missing : unsigned32(value);
    const result = start === null ? 0 : run(bufferBytes(buffer), start);
    closeBuffer(buffer);
    return start === null ? 0 : PyLong_FromNumber(result) || PyErr_NoMemory();
  };
}

const HQX_POLYNOMIAL = 0x1021;

function crcHqx(bytes: Uint8Array, start: number): number {
  let crc = start & 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ ((crc & 0x8000) !== 0 ? HQX_POLYNOMIAL : 0)) & 0xffff;
  }
  return crc;
}

const a2b_hex = (_module: Borrowed, text: Borrowed): Owned => withAscii(text, decodeHex);
const HEXLIFY = "(data, sep=<unrepresentable>, bytes_per_sep: int = 1)";

declareModule({
  name: "binascii",
  functions: [
    ["a2b_uu", "(data, /)", (_m: Borrowed, data: Borrowed) => withAscii(data, decodeUu)],
    [
      "b2a_uu",
      "(data, /, *, backtick: bool = False)",
      (_m: Borrowed, data: Borrowed, backtick: number) =>
        withBytes(data, (bytes) => encodeUu(bytes, backtick === 1 ? BACKTICK : SPACE)),
    ],
    [
      "a2b_base64",
      "(data, /, *, strict_mode: bool = False)",
      (_m: Borrowed, data: Borrowed, strict: number) => withAscii(data, (bytes) => decodeBase64(bytes, strict === 1)),
    ],
    [
      "b2a_base64",
      "(data, /, *, newline: bool = True)",
      (_m: Borrowed, data: Borrowed, newline: number) => withBytes(data, (bytes) => encodeBase64(bytes, newline === 1)),
    ],
    ["b2a_hex", HEXLIFY, hexlify],
    ["hexlify", HEXLIFY, hexlify],
    ["a2b_hex", "(hexstr, /)", a2b_hex],
    ["unhexlify", "(hexstr, /)", a2b_hex],
    ["crc_hqx", "(data, crc, /)", checksum(crcHqx, 0)],
    ["crc32", "(data, crc=0, /)", checksum(crc32, 0)],
    [
      "a2b_qp",
      "(data, header: bool = False)",
      (_m: Borrowed, data: Borrowed, header: number) => withAscii(data, (bytes) => decodeQuoted(bytes, header === 1)),
    ],
    [
      "b2a_qp",
      "(data, quotetabs: bool = False, istext: bool = True, header: bool = False)",
      (_m: Borrowed, data: Borrowed, tabs: number, text: number, header: number) =>
        withBytes(data, (bytes) => encodeQuoted(bytes, tabs === 1, text === 1, header === 1)),
    ],
  ],
  exec: (module) =>
    addException(module, binasciiError, "binascii.Error", PyExc_ValueError) < 0 ||
    addException(module, binasciiIncomplete, "binascii.Incomplete", PyExc_Exception) < 0
      ? -1
      : 0,
});
