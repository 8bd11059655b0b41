// UTF-8 without the host's codecs: what the parser needs to move between source bytes and characters.

// The length of the valid UTF-8 sequence at `i`, 0 if there is none. Surrogates and overlong forms are invalid.
export function validSequenceLength(bytes: Uint8Array, i: number, end: number): number {
  const first = bytes[i];
  if (first < 0x80) return 1;
  let length: number;
  if (first < 0xe0) {
    if (first < 0xc2) return 0;
    length = 2;
  } else if (first < 0xf0) length = 3;
  else if (first < 0xf5) length = 4;
  else return 0;
  if (i + length > end) return 0;
  const second = bytes[i + 1];
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second >= 0xa0) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second >= 0x90) return 0;
  for (let k = 1; k < length; k++) if ((bytes[i + k] & 0xc0) !== 0x80) return 0;
  return length;
}

export function codePointAt(bytes: Uint8Array, i: number): number {
  const first = bytes[i];
  if (first < 0x80) return first;
  if (first < 0xe0) return ((first & 0x1f) << 6) | (bytes[i + 1] & 0x3f);
  if (first < 0xf0) return ((first & 0xf) << 12) | ((bytes[i + 1] & 0x3f) << 6) | (bytes[i + 2] & 0x3f);
  return ((first & 7) << 18) | ((bytes[i + 1] & 0x3f) << 12) | ((bytes[i + 2] & 0x3f) << 6) | (bytes[i + 3] & 0x3f);
}

export function codePointBytes(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

// Where no sequence is valid: how many bytes the decoder takes for one error (a truncated sequence is one error).
export function invalidSequenceLength(bytes: Uint8Array, i: number, end: number): number {
  const first = bytes[i];
  if (first < 0xe0 || first >= 0xf5 || i + 1 >= end) return 1;
  const second = bytes[i + 1];
  if ((second & 0xc0) !== 0x80) return 1;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second >= 0xa0)) return 1;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second >= 0x90)) return 1;
  return first >= 0xf0 && i + 2 < end && (bytes[i + 2] & 0xc0) === 0x80 ? 3 : 2;
}

// Decodes to a JavaScript string; what is not UTF-8 becomes U+FFFD, as the decoder's error handler "replace" does.
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  let i = start;
  while (i < end) {
    const byte = bytes[i];
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      i++;
      continue;
    }
    const length = validSequenceLength(bytes, i, end);
    if (length === 0) {
      text += "\ufffd";
      i += invalidSequenceLength(bytes, i, end);
    } else {
      text += String.fromCodePoint(codePointAt(bytes, i));
      i += length;
    }
  }
  return text;
}

// Appends a code point (a lone surrogate too: the result is WTF-8).
export function pushUtf8(out: number[], codePoint: number): void {
  if (codePoint < 0x80) out.push(codePoint);
  else if (codePoint < 0x800) out.push(0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f));
  else if (codePoint < 0x10000)
    out.push(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f));
  else
    out.push(
      0xf0 | (codePoint >> 18),
      0x80 | ((codePoint >> 12) & 0x3f),
      0x80 | ((codePoint >> 6) & 0x3f),
      0x80 | (codePoint & 0x3f),
    );
}

// A JavaScript string as WTF-8: surrogate pairs become characters, lone surrogates stay.
export function encodeWtf8(text: string): Uint8Array {
  const out: number[] = [];
  for (const character of text) pushUtf8(out, character.codePointAt(0)!);
  return Uint8Array.from(out);
}

// Characters that begin in bytes[start, start + count): what Python calls the offset of a byte column.
export function charactersIn(bytes: Uint8Array, start: number, count: number): number {
  let characters = 0;
  for (let i = start; i < start + count; i++) if ((bytes[i] & 0xc0) !== 0x80) characters++;
  return characters;
}
