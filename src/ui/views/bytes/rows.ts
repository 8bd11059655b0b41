// How a window of bytes is laid out in rows: plain rows of 16, and taller rows with the fields of the selected
// structure drawn over them, with a line of words before and after its block.
import type { FieldFact, StructureFact } from "../../../protocol/facts.ts";

export const ROW_BYTES = 16;
export const PLAIN_ROW = 22;
export const FIELD_ROW = 46;
export const WORDS_ROW = 22;
const BLOCK_MARGIN = 6;

export type BytesRow =
  | { readonly type: "plain"; readonly y: number; readonly from: number }
  | {
      readonly type: "fields";
      readonly y: number;
      readonly from: number;
      readonly pieces: readonly FieldPiece[];
      readonly label: number;
    }
  | {
      readonly type: "words";
      readonly y: number;
      readonly which: "previous" | "next";
      readonly structure: StructureFact;
    };

/** The part of a field that lies in one row. */
export interface FieldPiece {
  readonly field: FieldFact | null;
  /** First and last column, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly begins: boolean;
  readonly ends: boolean;
}

export interface BytesLayout {
  readonly rows: readonly BytesRow[];
  readonly height: number;
  /** The selected block, for its halo. */
  readonly block: { readonly y: number; readonly height: number } | null;
}

export function layoutRows(
  from: number,
  byteCount: number,
  structures: readonly StructureFact[],
  selected: StructureFact | null,
  maxHeight: number,
): BytesLayout {
  const rows: BytesRow[] = [];
  const start = from - (from % ROW_BYTES);
  const end = start + byteCount;
  const blockFrom = selected ? selected.block : -1;
  const blockTo = selected ? selected.block + selected.blockBytes : -1;
  let y = 0;
  let block: { y: number; height: number } | null = null;
  for (let at = start; at + ROW_BYTES <= end && y < maxHeight; at += ROW_BYTES) {
    const inBlock = selected !== null && at < blockTo && at + ROW_BYTES > blockFrom;
    if (!inBlock) {
      rows.push({ type: "plain", y, from: at });
      y += PLAIN_ROW;
      continue;
    }
    if (!block) {
      const previous = structures.find((s) => s.block + s.blockBytes === blockFrom);
      if (previous && at > start) {
        // Words about the block before stand above its bytes.
        const first = rows.find((row) => row.type === "plain" && row.from + ROW_BYTES > previous.block);
        if (first) {
          const index = rows.indexOf(first);
          rows.splice(index, 0, { type: "words", y: first.y, which: "previous", structure: previous });
          for (let i = index + 1; i < rows.length; i++) rows[i] = { ...rows[i]!, y: rows[i]!.y + WORDS_ROW };
          y += WORDS_ROW;
        }
      }
      y += BLOCK_MARGIN;
      block = { y, height: 0 };
    }
    rows.push({ type: "fields", y, from: at, pieces: piecesOf(at, selected!), label: at - selected!.address });
    y += FIELD_ROW;
    block.height = y - block.y;
    if (at + ROW_BYTES >= blockTo) {
      y += BLOCK_MARGIN;
      const next = structures.find((s) => s.block === blockTo);
      if (next && y < maxHeight) {
        rows.push({ type: "words", y, which: "next", structure: next });
        y += WORDS_ROW;
      }
    }
  }
  return { rows, height: y, block };
}

function piecesOf(from: number, structure: StructureFact): FieldPiece[] {
  const pieces: FieldPiece[] = [];
  const covered = new Uint8Array(ROW_BYTES);
  for (const field of structure.fields) {
    const start = structure.address + field.offset;
    const end = start + field.bytes;
    const first = Math.max(from, start);
    const last = Math.min(from + ROW_BYTES, end) - 1;
    if (first > last) continue;
    pieces.push({
      field,
      first: first - from,
      last: last - from,
      begins: start >= from,
      ends: end <= from + ROW_BYTES,
    });
    for (let i = first; i <= last; i++) covered[i - from] = 1;
  }
  // What is left of the block is padding.
  for (let i = 0; i < ROW_BYTES; ) {
    if (covered[i] || from + i < structure.block || from + i >= structure.block + structure.blockBytes) {
      i++;
      continue;
    }
    let last = i;
    while (last + 1 < ROW_BYTES && !covered[last + 1] && from + last + 1 < structure.block + structure.blockBytes)
      last++;
    pieces.push({ field: null, first: i, last, begins: true, ends: true });
    i = last + 1;
  }
  return pieces.sort((a, b) => a.first - b.first);
}
