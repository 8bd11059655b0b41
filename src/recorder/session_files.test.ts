// Source files whose text is not their bytes in UTF-8: read, run, edited and written by Python's rules, while the memory of
// a run that is looked at stays as it is.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { aside, boot, makeBootImage } from "../machine/machine_core.ts";
import { Library, memoryHash } from "../machine/recorded.ts";
import { SessionFiles } from "./session_files.ts";

const LIBRARY_FILE = "build/stdlib.bin";
const archive = existsSync(LIBRARY_FILE) ? new Uint8Array(readFileSync(LIBRARY_FILE)) : null;
const library = new Library(() => archive);
const files = new SessionFiles({ library, examples: async () => new Map(), aside: (work) => aside(library, work) });

beforeAll(() => {
  boot(makeBootImage(archive));
}, 60_000);

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** Name, bytes, text, and the encoding by which it was read. */
const READ: readonly (readonly [string, string, string, string])[] = [
  ["Latin-1", "# -*- coding: latin-1 -*-\nx = '\xe9'\n", "# -*- coding: latin-1 -*-\nx = 'é'\n", "iso-8859-1"],
  ["GBK", "# coding: gbk\nx = '\xd6\xd0\xce\xc4'\n", "# coding: gbk\nx = '中文'\n", "gbk"],
  [
    "a code page, in the second line",
    "#!python\r\n# vim: set fileencoding=cp1252 :\r\nx = '\x80'\r\n",
    "#!python\r\n# vim: set fileencoding=cp1252 :\r\nx = '€'\r\n",
    "cp1252",
  ],
  ["UTF-8 behind a mark", "\xef\xbb\xbfx = '\xc3\xa9'\r\n", "x = 'é'\r\n", "utf-8"],
  ["lines that end in a return", "#\r# coding: latin-1\rx = '\xe9'\r", "#\r# coding: latin-1\rx = 'é'\r", "iso-8859-1"],
  ["no encoding, and bytes that are no UTF-8", "x = '\xe9'\n", "x = '\udce9'\n", "utf-8"],
  ["bytes that are not in the encoding", "# coding: ascii\nx = '\xe9'\n", "# coding: ascii\nx = '\udce9'\n", "ascii"],
  [
    "an encoding that there is none of",
    "# coding: klingon\nx = '\xe9'\n",
    "# coding: klingon\nx = '\udce9'\n",
    "utf-8",
  ],
  [
    "a mark that a coding line contradicts",
    "\xef\xbb\xbf# coding: gbk\nx = '\xc3\xa9'\n",
    "# coding: gbk\nx = 'é'\n",
    "utf-8",
  ],
  [
    "UTF-8 that calls itself Latin-1",
    "# coding: latin-1\nx = '\xc3\xa9'\n",
    "# coding: latin-1\nx = 'Ã©'\n",
    "iso-8859-1",
  ],
];

describe.skipIf(archive === null)("source files", () => {
  it.each(READ)("%s: is read by Python's rules, and written as it was", (_name, bytes, text, encoding) => {
    const before = memoryHash();
    const decoded = files.decode(bytesOf(bytes));
    expect(decoded).toEqual({ text, encoding, hasBom: bytes.startsWith("\xef\xbb\xbf") });
    expect(files.encode(decoded)).toEqual({ bytes: bytesOf(bytes), error: null });
    expect(memoryHash()).toEqual(before);
  });

  it("is written by the coding line that it has now", () => {
    const edited = (text: string) => files.encode({ text, hasBom: false });
    expect(edited("# coding: latin-1\nx = 'é'\n").bytes).toEqual(bytesOf("# coding: latin-1\nx = '\xe9'\n"));
    expect(edited("# coding: big5\nx = '中'\n").bytes).toEqual(bytesOf("# coding: big5\nx = '\xa4\xa4'\n"));
    expect(edited("x = 'é'\n").bytes).toEqual(bytesOf("x = '\xc3\xa9'\n"));
    // The bytes that had no encoding have one now.
    expect(edited("# coding: latin-1\nx = '\udce9'\n").bytes).toEqual(bytesOf("# coding: latin-1\nx = '\xe9'\n"));
  });

  it("says in Python's words which character the encoding does not have", () => {
    expect(files.encode({ text: "# coding: latin-1\nx = '中'\n", hasBom: false })).toEqual({
      bytes: null,
      error:
        "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u4e2d' in position 23: ordinal not in range(256)",
    });
    expect(files.encode({ text: "# coding: gbk\nx = '\u{1f600}'\n", hasBom: false }).error).toBe(
      "UnicodeEncodeError: 'gbk' codec can't encode character '\\U0001f600' in position 19: illegal multibyte sequence",
    );
  });

  it("tells the compilation of the text, with its own columns", () => {
    files.source = files.shown("a.py", bytesOf("# coding: gbk\nx = '\xd6\xd0'; y = 1\n"));
    const story = files.compilation({ file: "a.py" })!;
    expect(story.error).toBeNull();
    expect(story.tokens.find(({ text }) => text === "y")!.place).toEqual([2, 9, 2, 10]);
    expect(story.tokens.map(({ text }) => text)).toContain("'中'");
  });

  it("tells why a source cannot be read, as Python does", () => {
    files.source = files.shown("a.py", bytesOf("# coding: klingon\nx = '\xe9'\n"));
    expect(files.compilation({ file: "a.py" })!.error!.message).toBe("unknown encoding: klingon");
  });

  it("makes the .pyc of the bytes", () => {
    const source = bytesOf("# coding: latin-1\nx = '\xe9'\n");
    const { bytes, ranges } = files.pyc({ name: "a.pyc", source });
    expect(bytes[12]).toBe(source.length);
    expect(ranges.some(({ value }) => value.includes("é"))).toBe(true);
  });
});
