// Output comes in pieces that end anywhere: characters are whole in the log, whatever the pieces, and streams do not mix.
import { expect, it } from "vitest";
import { OutputLog } from "./output_log.ts";

const TEXT = "a\ufeffé€𝄞\0\n";
const LONE_SURROGATE = /[\ud800-\udfff]/u;

it.each([1, 2, 3, 5, 100])("puts characters together from pieces of %i bytes", (size) => {
  const bytes = new TextEncoder().encode(TEXT);
  const log = new OutputLog();
  for (let at = 0; at < bytes.length; at += size) {
    log.add("out", bytes.slice(at, at + size), at);
    log.add("err", new TextEncoder().encode("!"), at);
  }
  const textOf = (wanted: string): string =>
    log.chunks.flatMap(({ stream, text }) => (stream === wanted ? [text] : [])).join("");
  expect(textOf("out")).toBe(TEXT);
  expect(textOf("err")).toBe("!".repeat(Math.ceil(bytes.length / size)));
  expect(log.chunks.some(({ text }) => LONE_SURROGATE.test(text))).toBe(false);
});

it("shows what is no UTF-8 as such, and goes on", () => {
  const log = new OutputLog();
  expect(log.add("out", Uint8Array.of(0xff, 0x61, 0xe2), 1)?.text).toBe("\ufffda");
  expect(log.add("out", Uint8Array.of(0x62, 0x0a), 2)?.text).toBe("\ufffdb\n");
  expect(log.prompt()).toBe("");
});

it("takes very many pieces and a very long one", () => {
  const log = new OutputLog();
  log.adopt(new Array(500_000).fill({ moment: 0, stream: "out", text: "a" }));
  expect(log.chunks.length).toBe(500_000);
  const bytes = new Uint8Array(20_000_000).fill(0x78);
  expect(log.add("out", bytes, 1)?.text.length).toBe(bytes.length);
});
