// WTF-8: UTF-8 that may also encode lone surrogates, as the text of constants does.

const REPLACEMENT = 0xfffd;

/** One code point of UTF-8 that may also encode surrogates, at `index`; `size` 0: damaged there. */
function pointAt(wtf8: Uint8Array, index: number): { point: number; size: number } {
  const first = wtf8[index];
  if (first < 0x80) return { point: first, size: 1 };
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (size === 0 || index + size > wtf8.length) return { point: REPLACEMENT, size: 0 };
  let point = first & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    const byte = wtf8[index + i];
    if ((byte & 0xc0) !== 0x80) return { point: REPLACEMENT, size: 0 };
    point = (point << 6) | (byte & 0x3f);
  }
  const isTooLong = (size === 3 && point < 0x800) || (size === 4 && point < 0x10000);
  return isTooLong || point > 0x10ffff ? { point: REPLACEMENT, size: 0 } : { point, size };
}

/** The code points of WTF-8, lone surrogates included. A damaged byte gives U+FFFD. */
export function codePoints(wtf8: Uint8Array): number[] {
  const points: number[] = [];
  for (let i = 0; i < wtf8.length; ) {
    const { point, size } = pointAt(wtf8, i);
    points.push(point);
    i += size === 0 ? 1 : size;
  }
  return points;
}

export function isWtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    const { size } = pointAt(bytes, i);
    if (size === 0) return false;
    i += size;
  }
  return true;
}
