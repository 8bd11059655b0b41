// _TextIOBase, and where lines end.
import type { Address, Borrowed } from "../../memory/memory.ts";
import { iobase } from "../../memory/structs/io.ts";
import { newModuleType } from "../../objects/declare.ts";
import { Py_None } from "../../objects/types.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ, PyUnicode_READ_CHAR } from "../../objects/unicode_core.ts";
import { clearer, traverser } from "../type_support.ts";
import { STREAM_FLAGS, streamDealloc } from "./iobase.ts";
import { findCharacter } from "./newline_decoder.ts";
import { unsupported } from "./shared.ts";

const CR = 0x0d;
const LF = 0x0a;

/** After findLineEnd found none: up to where there certainly is none, though more follows. */
export const scanned = { end: 0 };

/**
 * _PyIO_find_line_ending: the index behind the first line end from `start` to before `end`, or -1 (then scanned.end says
 * where a longer search goes on). readnl: the str that ends lines when neither flag is set.
 */
export function findLineEnd(
  translated: boolean,
  universal: boolean,
  readnl: Borrowed,
  kind: number,
  data: Address,
  start: number,
  end: number,
): number {
  scanned.end = end;
  if (translated) return behind(findCharacter(kind, data, start, end, LF), 1);
  if (universal) return findUniversal(kind, data, start, end);
  const length = PyUnicode_GET_LENGTH(readnl);
  const first = PyUnicode_READ_CHAR(readnl, 0);
  if (length === 1) return behind(findCharacter(kind, data, start, end, first), 1);
  const second = PyUnicode_READ_CHAR(readnl, 1);
  for (let from = start; ; ) {
    const at = findCharacter(kind, data, from, end, first);
    if (at < 0) return -1;
    if (at + 1 === end) {
      scanned.end = at;
      return -1;
    }
    if (PyUnicode_READ(kind, data, at + 1) === second) return at + 2;
    from = at + 1;
  }
}

const behind = (index: number, length: number): number => (index < 0 ? -1 : index + length);

/** \n, \r or \r\n: the decoder sees to it that \r\n is in one piece. */
function findUniversal(kind: number, data: Address, start: number, end: number): number {
  const lf = findCharacter(kind, data, start, end, LF);
  const cr = findCharacter(kind, data, start, lf < 0 ? end : lf, CR);
  if (cr < 0) return behind(lf, 1);
  return cr + 1 === lf ? cr + 2 : cr + 1;
}

export const PyTextIOBase_Type = newModuleType({
  name: "_io._TextIOBase",
  basicsize: iobase.sizeof,
  flags: STREAM_FLAGS,
  slots: {
    tp_dealloc: streamDealloc(iobase.weakreflist, [iobase.dict]),
    tp_traverse: traverser(iobase.dict),
    tp_clear: clearer(iobase.dict),
  },
  methods: [
    ["detach", "()", () => unsupported("detach")],
    ["read", "(size: int = -1, /)", () => unsupported("read")],
    ["readline", "(size: int = -1, /)", () => unsupported("readline")],
    ["write", "(s, /)", () => unsupported("write")],
  ],
  getset: [
    ["encoding", () => Py_None],
    ["newlines", () => Py_None],
    ["errors", () => Py_None],
  ],
});
