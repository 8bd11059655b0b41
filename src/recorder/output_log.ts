// What a run wrote to its standard streams, and the lines typed in between, as text with moments.
// Invariant: chunks stand in the order of their moments; a character is never cut in two.
import type { OutputChunk } from "../protocol/session.ts";
import type { Written } from "./lanes.ts";

const CONTINUATION = 0x80;

/** Bytes as text; what is cut off at the end is left for the next piece. Broken UTF-8 becomes U+FFFD. */
class Utf8Pieces {
  private rest: number[] = [];

  text(bytes: Uint8Array): string {
    const all = [...this.rest, ...bytes];
    let text = "";
    let i = 0;
    while (i < all.length) {
      const first = all[i];
      const count = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
      if (count > 1 && i + count > all.length) break;
      let point = count === 1 ? first : first & (0x7f >> count);
      let isWhole = count > 0;
      for (let k = 1; k < count; k++) {
        if ((all[i + k] & 0xc0) !== CONTINUATION) isWhole = false;
        point = (point << 6) | (all[i + k] & 0x3f);
      }
      text += isWhole && point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
      i += isWhole ? count : 1;
    }
    this.rest = all.slice(i);
    return text;
  }
}

export class OutputLog {
  readonly chunks: OutputChunk[] = [];
  private readonly pieces = { out: new Utf8Pieces(), err: new Utf8Pieces(), in: new Utf8Pieces() };

  /** Takes over what a recording's file says. */
  adopt(chunks: readonly OutputChunk[]): void {
    this.chunks.push(...chunks);
  }

  /** The chunk, or null while no whole character has come. */
  add(stream: OutputChunk["stream"], bytes: Uint8Array, moment: number): OutputChunk | null {
    const text = this.pieces[stream].text(bytes);
    if (text === "") return null;
    const chunk = { moment, stream, text };
    this.chunks.push(chunk);
    return chunk;
  }

  /** What the program wrote, as the lanes show it. */
  written(): Written[] {
    return this.chunks.flatMap(({ moment, stream, text }) =>
      stream === "in" ? [] : [{ moment, stream, bytes: text.length }],
    );
  }

  /** The last `limit` characters written up to a moment. */
  until(moment: number, limit: number): { chunks: OutputChunk[]; hidden: number } {
    const chunks: OutputChunk[] = [];
    let room = limit;
    let hidden = 0;
    for (let i = this.chunks.length - 1; i >= 0; i--) {
      const chunk = this.chunks[i];
      if (chunk.moment > moment) continue;
      const kept = chunk.text.slice(Math.max(0, chunk.text.length - room));
      if (kept !== "" && room > 0) chunks.push({ ...chunk, text: kept });
      hidden += chunk.text.length - (room > 0 ? kept.length : 0);
      room -= kept.length;
    }
    return { chunks: chunks.reverse(), hidden };
  }

  /** The line that is not ended on standard output: what input() asks with. A line that was typed has ended it too. */
  prompt(): string {
    let tail = "";
    for (let i = this.chunks.length - 1; i >= 0 && this.chunks[i].stream !== "in" && !tail.includes("\n"); i--) {
      if (this.chunks[i].stream === "out") tail = this.chunks[i].text + tail;
    }
    return tail.slice(tail.lastIndexOf("\n") + 1);
  }
}
