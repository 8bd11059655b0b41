import { describe, expect, it } from "vitest";
import { editorText, fileText, manner, plainFile } from "./source_file.ts";

describe("a source file in the editor", () => {
  it("is written as it was when nothing changed, however its lines end", () => {
    for (const text of [
      "",
      "a",
      "a\n",
      "a\n\n",
      "a\r\nb\r\n",
      "a\r\nb",
      "a\rb\r",
      "a\nb\r\nc\rd",
      "\n",
      "\r\n",
      "\n\n",
    ])
      expect(fileText(text, editorText(text))).toBe(text);
  });

  it("keeps the ends of lines that were not touched, and gives new lines the file's own", () => {
    expect(fileText("a\r\nb\r\nc\r\n", "a\nx\ny\nc")).toBe("a\r\nx\r\ny\r\nc\r\n");
    expect(fileText("a\nb\r\nc\rd\n", "a\nB\nc\nd")).toBe("a\nB\nc\rd\n");
    expect(fileText("a\nb\r\nc\n", "new\na\nb\nc")).toBe("new\na\nb\r\nc\n");
  });

  it("does not add the newline that a file's last line lacks, nor take one away", () => {
    expect(fileText("a\nb", "a\nbc")).toBe("a\nbc");
    expect(fileText("a\nb", "a\nb\n")).toBe("a\nb\n");
    expect(fileText("a\n", "a\n\n")).toBe("a\n\n\n");
    expect(fileText("", "print(1)")).toBe("print(1)\n");
    expect(fileText("a\n", "")).toBe("");
  });

  it("leaves form feeds and the newlines of Unicode alone", () => {
    const text = "a\f\nb\u2028c\u0085\vd\n";
    expect(editorText(text).split("\n").length).toBe(2);
    expect(fileText(text, editorText(text))).toBe(text);
  });

  it("says what is not usual of it", () => {
    expect(manner(plainFile("a\n"))).toEqual([]);
    expect(manner({ ...plainFile("a\r\nb\r\n"), encoding: "gbk", hasBom: true })).toEqual(["gbk", "BOM", "CRLF"]);
  });
});
