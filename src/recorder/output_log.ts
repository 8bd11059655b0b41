// What a run wrote to its standard streams, and the lines typed in between, as text with moments.
// Invariant: chunks stand in the order of their moments; a character is never cut in two.
import type { OutputChunk } from "../protocol/session.ts";
import type { Written } from "./lanes.ts";

/** Both Node and browsers have it; neither's types are known here. */
declare const TextDecoder: new (
  encoding: string,
  options: { ignoreBOM: boolean },
) => { decode(bytes: Uint8Array, options: { stream: boolean }): string };

/** Bytes as text; what is cut off at the end is left for the next piece. Broken UTF-8 becomes U+FFFD. */
class Utf8Pieces {
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  text(bytes: Uint8Array): string {
    return this.decoder.decode(bytes, { stream: true });
  }
}

export class OutputLog {
  readonly chunks: OutputChunk[] = [];
  private readonly pieces = { out: new Utf8Pieces(), err: new Utf8Pieces(), in: new Utf8Pieces() };

  /** Takes over what a recording's file says. */
  adopt(chunks: readonly OutputChunk[]): void {
    for (const chunk of chunks) this.chunks.push(chunk);
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
