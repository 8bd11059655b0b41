// Docstrings lose the indentation that they have from the source (_PyCompile_CleanDoc): tabs expanded, the first line
// stripped on the left, the common margin of the other lines removed.

const SPACE = 0x20;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const TAB = 0x09;
const TAB_SIZE = 8;

function expandTabs(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(TAB)) return bytes;
  const out: number[] = [];
  let column = 0;
  for (const byte of bytes) {
    if (byte === TAB) {
      do {
        out.push(SPACE);
        column++;
      } while (column % TAB_SIZE !== 0);
      continue;
    }
    out.push(byte);
    if (byte === NEWLINE || byte === RETURN) column = 0;
    else if ((byte & 0xc0) !== 0x80) column++; // columns count characters
  }
  return Uint8Array.from(out);
}

/** A docstring's WTF-8 cleaned. */
export function cleanDoc(doc: Uint8Array): Uint8Array {
  const bytes = expandTabs(doc);
  const end = bytes.length;
  const lineEnd = (from: number): number => {
    const newline = bytes.indexOf(NEWLINE, from);
    return newline < 0 ? end : newline + 1;
  };
  let margin = Number.POSITIVE_INFINITY;
  for (let line = lineEnd(0); line < end; line = lineEnd(line)) {
    let p = line;
    while (p < end && bytes[p] === SPACE) p++;
    if (p < end && bytes[p] !== NEWLINE && p - line < margin) margin = p - line;
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0;
  let p = 0;
  while (p < end && bytes[p] === SPACE) p++;
  if (p === 0 && margin === 0) return bytes;
  const out = new Uint8Array(end);
  let size = 0;
  const copyLine = (): void => {
    const next = lineEnd(p);
    out.set(bytes.subarray(p, next), size);
    size += next - p;
    p = next;
  };
  copyLine();
  while (p < end) {
    for (let i = 0; i < margin && p < end && bytes[p] === SPACE; i++) p++;
    copyLine();
  }
  return out.slice(0, size);
}
