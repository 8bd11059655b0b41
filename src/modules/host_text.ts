// Text that comes from the host as bytes (paths, arguments, environment), as Python sees it: UTF-8, where a byte that is
// no UTF-8 becomes a lone surrogate (surrogateescape). Host texts that are JavaScript strings use the same surrogates.
import { utf8 } from "../base/utf8.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyUnicode_FromWtf8, wtf8Of } from "../objects/unicode_core.ts";

const ESCAPE_BASE = 0xdc00;

/** Length of the UTF-8 character at `at`, or 0 where there is none. */
function characterBytes(bytes: Uint8Array, at: number): number {
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

/** os.fsdecode. Owned str, 0 when memory is exhausted. */
export function decodeHostBytes(bytes: Uint8Array): Owned {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const count = characterBytes(bytes, at);
    if (count === 0) {
      const code = ESCAPE_BASE + bytes[at++];
      out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
      continue;
    }
    for (let i = 0; i < count; i++) out.push(bytes[at++]);
  }
  return PyUnicode_FromWtf8(Uint8Array.from(out));
}

/** os.fsencode: lone surrogates U+DC80…U+DCFF become their byte again. */
export function encodeHostText(o: Borrowed): Uint8Array {
  return unescapeBytes(wtf8Of(o));
}

function unescapeBytes(wtf8: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < wtf8.length; at++) {
    const isEscape = wtf8[at] === 0xed && (wtf8[at + 1] === 0xb2 || wtf8[at + 1] === 0xb3);
    if (!isEscape) out.push(wtf8[at]);
    else {
      out.push(((wtf8[at + 1] & 3) << 6) | (wtf8[at + 2] & 0x3f));
      at += 2;
    }
  }
  return Uint8Array.from(out);
}

/** A JavaScript string as the host's bytes: UTF-8, with U+DC80…U+DCFF as single bytes. */
export function hostBytes(text: string): Uint8Array {
  return unescapeBytes(utf8(text));
}
