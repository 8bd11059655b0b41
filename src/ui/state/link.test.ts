import fc from "fast-check";
import { expect, it } from "vitest";
import { utf8 } from "../../base/utf8.ts";
import { decodeLink, encodeLink } from "./link.ts";

it("gives back every program and moment", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme", maxLength: 200 }).map(utf8), fc.uint8Array({ maxLength: 200 })),
      fc.option(fc.string({ unit: "grapheme" }), { nil: null }),
      fc.nat(),
      fc.option(fc.nat({ max: 2 ** 31 - 1 }), { nil: null }),
      fc.array(fc.string(), { maxLength: 3 }),
      (source, input, moment, selection, argv) => {
        const link = {
          program: { file: "a.py", source, input, argv },
          recording: null,
          moment,
          depth: "bytes" as const,
          selection,
        };
        expect(decodeLink(`#${encodeLink(link)}`)).toEqual(link);
      },
    ),
  );
});

it("names a recording", () => {
  const link = { program: null, recording: "recording", moment: 7, depth: null, selection: null };
  expect(decodeLink(`#${encodeLink(link)}`)).toEqual(link);
});

it("leaves out what is damaged, and never throws", () => {
  expect(decodeLink("#p=!!!&m=12x&d=cellar&s=zz&r=../secret")).toEqual({
    program: null,
    recording: null,
    moment: null,
    depth: null,
    selection: null,
  });
  expect(decodeLink("")).toEqual({ program: null, recording: null, moment: null, depth: null, selection: null });
  fc.assert(fc.property(fc.string(), (text) => decodeLink(text) !== undefined));
});

it("fits into an address: two kilobytes of source in under one kilobyte", () => {
  const source = utf8("def step(node):\n    return node.next\n".repeat(60));
  expect(
    encodeLink({
      program: { file: "a.py", source, input: null, argv: [] },
      recording: null,
      moment: 1,
      depth: null,
      selection: null,
    }).length,
  ).toBeLessThan(1_000);
});

it("names a compiled file", () => {
  const link = { program: null, recording: null, compiled: "x.pyc", moment: null, depth: null, selection: null };
  expect(decodeLink(`#${encodeLink(link)}`)).toEqual(link);
  expect(decodeLink("#c=../secret")).not.toHaveProperty("compiled");
});
