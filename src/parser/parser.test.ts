// The parser against CPython's answers in test/golden/parser (tools/oracle-errors.ts golden rewrites them).
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dumpTree } from "../../test/support/tree_dump.ts";
import { type Mode, parse, parseText, tokenize } from "./index.ts";
import { T } from "./tokens.ts";

interface Golden {
  mode: Mode;
  source: string;
  tree?: string;
  error?: unknown[];
  warnings: unknown[];
}

const read = (name: string): string =>
  readFileSync(new URL(`../../test/golden/parser/${name}`, import.meta.url), "utf8");
const cases = JSON.parse(read("cases.json")) as Golden[];
const names = JSON.parse(read("names.json")) as Record<string, number>;

function answer(mode: Mode, source: string): Omit<Golden, "mode" | "source"> {
  const { tree, error, warnings } = parseText(source, {
    mode,
    filename: "<input>",
    nameToCodePoint: (name) => names[name] ?? null,
  });
  const told = warnings.map((w) => [w.category, w.message, w.lineno]);
  if (tree !== null) return { tree: dumpTree(tree), warnings: told };
  const { type, message, lineno, offset, end_lineno, end_offset, text } = error;
  return { error: [type, message, lineno, offset, end_lineno, end_offset, text], warnings: told };
}

describe("golden sources", () => {
  test.each(cases.map((one, i) => [i, one.source.slice(0, 40), one] as const))("%i %j", (_i, _text, one) => {
    const { mode, source, ...expected } = one;
    expect(answer(mode, source)).toEqual(expected);
  });
});

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...part].map((c) => c.charCodeAt(0)))));

describe("encodings", () => {
  const options = { mode: "exec" as const, filename: "x" };
  const text = (source: Uint8Array): string => {
    const { tree, error } = parse(source, options);
    return tree === null ? `${error.message} ${error.lineno} ${error.offset}` : dumpTree(tree);
  };
  test("Latin-1 by a declaration on either of the first lines", () => {
    const expected = text(new Uint8Array([...bytes("#\n#\nx='"), 0xc3, 0xa9, 0x27]));
    expect(text(bytes("#\n# -*- coding: latin-1 -*-\nx='", 0xe9, "'")).replace(/@3,\d+,3,\d+/g, "")).toBe(
      expected.replace(/@3,\d+,3,\d+/g, ""),
    );
  });
  test("a byte order mark is skipped and must not be contradicted", () => {
    expect(text(bytes(0xef, 0xbb, 0xbf, "x"))).toBe(text(bytes("x")));
    expect(text(bytes(0xef, 0xbb, 0xbf, "# coding: latin-1\nx"))).toBe("encoding problem: iso-8859-1 with BOM 0 -1");
  });
  test("unknown encodings, null bytes, and bytes that are not UTF-8", () => {
    expect(text(bytes("# coding: foo\nx"))).toBe("unknown encoding: foo 0 -1");
    expect(text(bytes("x", 0))).toBe("source code string cannot contain null bytes null null");
    expect(text(bytes("a b ", 0xff))).toBe(
      "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte 1 5",
    );
    expect(text(bytes("# ", 0xff, "\nx"))).toBe(text(bytes("#\nx")));
  });
  test("all newlines are one newline", () => {
    expect(text(bytes("x\r\ny\rz\n"))).toBe(text(bytes("x\ny\nz\n")));
  });
});

test("tokenize yields types and places", () => {
  const { tokens, error } = tokenize(bytes("if x:\n  f'{y}' # c\n"), { filename: "x", extraTokens: true });
  expect(error).toBeNull();
  expect(tokens.map((token) => T[token.type]).join(" ")).toBe(
    "NAME NAME COLON NEWLINE INDENT FSTRING_START LBRACE NAME RBRACE FSTRING_END COMMENT NEWLINE DEDENT ENDMARKER",
  );
});
