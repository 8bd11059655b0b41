// Quoted-printable (RFC 2045), with the habits of CPython's binascii: which ends of lines are kept, and what is left alone.
import { hexDigit } from "../../objects/bytes_hex.ts";

const LINE_FEED = 10;
const RETURN = 13;
const TAB = 9;
const SPACE = 32;
const EQUALS = 61;
const UNDERSCORE = 95;
const DOT = 46;
const LINE_LIMIT = 76;
const HEX = "0123456789ABCDEF";

/** a2b_qp */
export function decode(data: Uint8Array, isHeader: boolean): Uint8Array {
  const result = new Uint8Array(data.length);
  let out = 0;
  let at = 0;
  while (at < data.length) {
    const byte = data[at++];
    if (byte !== EQUALS) {
      result[out++] = isHeader && byte === UNDERSCORE ? SPACE : byte;
      continue;
    }
    if (at >= data.length) break;
    const first = data[at];
    if (first === LINE_FEED || first === RETURN) {
      // A line that goes on.
      while (at < data.length && data[at] !== LINE_FEED) at++;
      at++;
    } else if (first === EQUALS) {
      result[out++] = EQUALS;
      at++;
    } else if (at + 1 < data.length && hexDigit(first) >= 0 && hexDigit(data[at + 1]) >= 0) {
      result[out++] = (hexDigit(first) << 4) | hexDigit(data[at + 1]);
      at += 2;
    } else result[out++] = EQUALS;
  }
  return result.subarray(0, out);
}

/** b2a_qp */
export function encode(data: Uint8Array, quotesTabs: boolean, isText: boolean, isHeader: boolean): Uint8Array {
  const out: number[] = [];
  const firstFeed = data.indexOf(LINE_FEED);
  const endOfLine = firstFeed > 0 && data[firstFeed - 1] === RETURN ? [RETURN, LINE_FEED] : [LINE_FEED];
  const quote = (byte: number): void => {
    out.push(EQUALS, HEX.charCodeAt(byte >> 4), HEX.charCodeAt(byte & 15));
  };
  let lineLength = 0;
  const breakLine = (): void => {
    out.push(EQUALS, ...endOfLine);
    lineLength = 0;
  };

  /** Whether the byte at an index cannot stand for itself. */
  const mustQuote = (at: number): boolean => {
    const byte = data[at];
    const isLast = at + 1 === data.length;
    if (byte > 126 || byte === EQUALS || (isHeader && byte === UNDERSCORE)) return true;
    if (byte === DOT && lineLength === 0) {
      // A dot alone on its line would end a mail.
      const next = data[at + 1];
      return isLast || next === LINE_FEED || next === RETURN || next === 0;
    }
    if (byte === RETURN || byte === LINE_FEED) return !isText;
    if (byte === TAB || byte === SPACE) return isLast || quotesTabs;
    return byte < SPACE;
  };

  for (let at = 0; at < data.length; ) {
    const byte = data[at];
    if (mustQuote(at)) {
      if (lineLength + 3 >= LINE_LIMIT) breakLine();
      quote(byte);
      lineLength += 3;
      at++;
    } else if (isText && (byte === LINE_FEED || (byte === RETURN && data[at + 1] === LINE_FEED))) {
      // A blank before the end of a line would be lost.
      const before = out[out.length - 1];
      if (before === SPACE || before === TAB) {
        out.pop();
        quote(before);
      }
      out.push(...endOfLine);
      lineLength = 0;
      at += byte === RETURN ? 2 : 1;
    } else {
      if (at + 1 !== data.length && data[at + 1] !== LINE_FEED && lineLength + 1 >= LINE_LIMIT) breakLine();
      lineLength++;
      out.push(isHeader && byte === SPACE ? UNDERSCORE : byte);
      at++;
    }
  }
  return Uint8Array.from(out);
}
