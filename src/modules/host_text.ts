// Text that comes from the host as bytes (paths, arguments, environment), as Python sees it: UTF-8, where a byte that is
// no UTF-8 becomes a lone surrogate (surrogateescape). Host texts that are JavaScript strings use the same surrogates.
import { characterBytes, ESCAPE_BASE } from "../base/surrogate_escape.ts";
import { utf8 } from "../base/utf8.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyUnicode_FromWtf8, wtf8Of } from "../objects/unicode_core.ts";

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
