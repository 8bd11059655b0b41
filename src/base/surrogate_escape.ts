// Bytes of the host as text (paths, arguments, environment): UTF-8, where a byte that is none becomes a lone surrogate
// (Python's error handler surrogateescape), so that no byte is lost.

export const ESCAPE_BASE = 0xdc00;

/** Length of the UTF-8 character at `at`, or 0 where there is none. */
export function characterBytes(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0x80) return 1;
  const count =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (count === 0 || at + count > bytes.length) return 0;
  for (let i = 1; i < count; i++) if ((bytes[at + i] & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1];
  // Overlong forms, surrogates, and what lies above U+10FFFF.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return count;
}

const FIRST_BITS = [0, 0x7f, 0x1f, 0x0f, 0x07];

/** As a JavaScript string. */
export function textFromBytes(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const count = characterBytes(bytes, at);
    if (count === 0) {
      text += String.fromCharCode(ESCAPE_BASE + bytes[at++]);
      continue;
    }
    let codePoint = bytes[at] & FIRST_BITS[count];
    for (let i = 1; i < count; i++) codePoint = (codePoint << 6) | (bytes[at + i] & 0x3f);
    text += String.fromCodePoint(codePoint);
    at += count;
  }
  return text;
}
