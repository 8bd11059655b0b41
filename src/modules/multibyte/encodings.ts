// The multibyte encodings: how each takes one step, in a state of eight bytes (MultibyteCodec_State). Most have none, and
// go by their charset alone; hz switches between ASCII and GB 2312.
//
// A step of an encoder or decoder answers with what it took: characters, or bytes. MORE: what is there is only a beginning.
// Another negative number is minus what is wrong; FAILED: an error is set.
import { type Address, type Borrowed, fillBytes, setU8, u8 } from "../../memory/memory.ts";
import { type Decoding, put } from "../../objects/codecs/decoding.ts";
import { type Encoding, putByte } from "../../objects/codecs/encoding.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../../objects/unicode_core.ts";
import { type Charset, charsetOf, decoded, ILLEGAL, MORE } from "./charset.ts";

export const FAILED = -100;
export const STATE_BYTES = 8;

export interface MultibyteEncoding {
  readonly name: string;
  /** One step at the character `at` of a str; isLast: nothing will follow the text. */
  encode(e: Encoding, text: Borrowed, state: Address, at: number, isLast: boolean): number;
  /** Writes what brings the state back to its beginning. False with an error set. */
  resetEncoder(e: Encoding, state: Address): boolean;
  /** One step at the byte `at`. */
  decode(d: Decoding, state: Address, at: number): number;
  resetDecoder(state: Address): void;
}

export function clearState(state: Address): void {
  fillBytes(state, 0, STATE_BYTES);
}

function putAll(e: Encoding, bytes: readonly number[]): boolean {
  for (const byte of bytes) if (!putByte(e, byte)) return false;
  return true;
}

function putDecoded(d: Decoding): boolean {
  for (let i = 0; i < decoded.count; i++) if (!put(d, decoded.characters[i])) return false;
  return true;
}

class TableEncoding implements MultibyteEncoding {
  readonly name: string;
  private readonly charset: Charset;

  constructor(name: string, charset: Charset) {
    this.name = name;
    this.charset = charset;
  }

  encode(e: Encoding, text: Borrowed, _state: Address, at: number, isLast: boolean): number {
    const character = PyUnicode_READ_CHAR(text, at);
    if (this.charset.beginsPair(character)) {
      if (at + 1 < PyUnicode_GET_LENGTH(text)) {
        const both = this.charset.encodePair(character, PyUnicode_READ_CHAR(text, at + 1));
        if (both !== null) return putAll(e, both) ? 2 : FAILED;
      } else if (!isLast) return MORE;
    }
    const bytes = this.charset.encode(character);
    return bytes === null ? ILLEGAL : putAll(e, bytes) ? 1 : FAILED;
  }

  resetEncoder(): boolean {
    return true;
  }

  decode(d: Decoding, _state: Address, at: number): number {
    const taken = this.charset.decode((index) => u8(d.data + at + index), d.size - at);
    return taken > 0 && !putDecoded(d) ? FAILED : taken;
  }

  resetDecoder(): void {}
}

const TILDE = 0x7e;
const LEFT_BRACE = 0x7b;
const RIGHT_BRACE = 0x7d;
const NEWLINE = 0x0a;
const HIGH_BIT = 0x80;

/** HZ: GB 2312 in seven bits between ~{ and ~}. The state's first byte says whether one is between them. */
class HzEncoding implements MultibyteEncoding {
  readonly name = "hz";
  private readonly charset: Charset;

  constructor(charset: Charset) {
    this.charset = charset;
  }

  encode(e: Encoding, text: Borrowed, state: Address, at: number): number {
    const character = PyUnicode_READ_CHAR(text, at);
    if (character < HIGH_BIT) {
      const isPut = this.resetEncoder(e, state) && putAll(e, character === TILDE ? [TILDE, TILDE] : [character]);
      return isPut ? 1 : FAILED;
    }
    const bytes = this.charset.encode(character);
    if (bytes === null) return ILLEGAL;
    if (u8(state) === 0 && !putAll(e, [TILDE, LEFT_BRACE])) return FAILED;
    setU8(state, 1);
    return putAll(
      e,
      bytes.map((byte) => byte & ~HIGH_BIT),
    )
      ? 1
      : FAILED;
  }

  resetEncoder(e: Encoding, state: Address): boolean {
    if (u8(state) !== 0 && !putAll(e, [TILDE, RIGHT_BRACE])) return false;
    setU8(state, 0);
    return true;
  }

  decode(d: Decoding, state: Address, at: number): number {
    const first = u8(d.data + at);
    const isLone = at + 1 >= d.size;
    if (first === TILDE) {
      if (isLone) return MORE;
      const second = u8(d.data + at + 1);
      const isShifted = u8(state) !== 0;
      if (second === TILDE && !isShifted) return put(d, TILDE) ? 2 : FAILED;
      if (second === LEFT_BRACE && !isShifted) setU8(state, 1);
      else if (second === RIGHT_BRACE && isShifted) setU8(state, 0);
      else if (second !== NEWLINE || isShifted) return ILLEGAL;
      return 2;
    }
    if (first & HIGH_BIT) return ILLEGAL;
    if (u8(state) === 0) return put(d, first) ? 1 : FAILED;
    if (isLone) return MORE;
    const taken = this.charset.decode((index) => u8(d.data + at + index) | HIGH_BIT, 2);
    return taken > 0 && !putDecoded(d) ? FAILED : taken;
  }

  resetDecoder(state: Address): void {
    clearState(state);
  }
}

/** Names of the encodings, as CPython's modules divide them. */
export const ENCODINGS_OF = {
  _codecs_cn: ["gb2312", "gbk", "gb18030", "hz"],
  _codecs_hk: ["big5hkscs"],
  _codecs_jp: ["shift_jis", "cp932", "euc_jp", "shift_jis_2004", "euc_jis_2004", "euc_jisx0213", "shift_jisx0213"],
  _codecs_kr: ["euc_kr", "cp949", "johab"],
  _codecs_tw: ["big5", "cp950"],
} as const;

export const ENCODINGS: readonly string[] = Object.values(ENCODINGS_OF).flat();

const encodings = new Map<string, MultibyteEncoding>();

/** An encoding of ENCODINGS; null where its table is missing. */
export function encodingOf(name: string): MultibyteEncoding | null {
  const known = encodings.get(name);
  if (known !== undefined) return known;
  const charset = charsetOf(name === "hz" ? "gb2312" : name);
  if (charset === null) return null;
  const encoding = name === "hz" ? new HzEncoding(charset) : new TableEncoding(name, charset);
  encodings.set(name, encoding);
  return encoding;
}
