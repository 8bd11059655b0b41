// Pipes of the system, for what children read and write. Node has no call that makes one: mkfifo does, and both ends are
// opened and the name is taken away at once.
//
// The machine's ends do not block, so that Ctrl-C and a stop are seen: who waits, looks again after a short pause. A look
// whether something can be read reads it (`came`); a small write into a full pipe is kept (`left`), as if the pipe were
// longer, since nothing tells whether there is room.
// Invariant: `left` goes out before anything that is written later.
import * as fs from "node:fs";
import { join } from "node:path";
import { ERRNO } from "../errno.ts";
import { POLL } from "../host.ts";
import { nodeModule } from "./builtin.ts";

const MADE_AT_ONCE = 4;
const READ_BYTES = 65536;
/** Writes up to this size are never split. */
const PIPE_BUF = 4096;

interface End {
  readonly isReader: boolean;
  came: Uint8Array;
  hasEnded: boolean;
  left: Uint8Array;
}

const isAgain = (error: unknown): boolean => (error as { code?: unknown }).code === "EAGAIN";

export class HostPipes {
  private readonly ends = new Map<number, End>();
  private readonly spare: [number, number][] = [];

  /** [reading end, writing end]. Throws what fs throws. */
  make(): [number, number] {
    if (this.spare.length === 0) this.makeSpare();
    const pair = this.spare.pop() as [number, number];
    for (const [i, fd] of pair.entries()) {
      this.ends.set(fd, { isReader: i === 0, came: new Uint8Array(0), hasEnded: false, left: new Uint8Array(0) });
    }
    return pair;
  }

  private makeSpare(): void {
    const { tmpdir } = nodeModule<typeof import("node:os")>("node:os");
    const { spawnSync } = nodeModule<typeof import("node:child_process")>("node:child_process");
    const folder = fs.mkdtempSync(join(tmpdir(), "underglass-"));
    try {
      const paths = Array.from({ length: MADE_AT_ONCE }, (_, i) => join(folder, String(i)));
      const made = spawnSync("mkfifo", paths, { stdio: "ignore" });
      if (made.error) throw made.error;
      const { O_RDONLY, O_WRONLY, O_NONBLOCK } = fs.constants;
      for (const path of paths) {
        const reader = fs.openSync(path, O_RDONLY | O_NONBLOCK);
        this.spare.push([reader, fs.openSync(path, O_WRONLY | O_NONBLOCK)]);
      }
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }

  has(fd: number): boolean {
    return this.ends.has(fd);
  }

  /** A descriptor of the same end for a child: it blocks. Throws what fs throws. */
  forChild(fd: number): number {
    const path = `/proc/self/fd/${fd}`;
    const { O_RDONLY, O_WRONLY, O_NONBLOCK } = fs.constants;
    if (!this.ends.get(fd)?.isReader) return fs.openSync(path, O_WRONLY);
    // Opening for reading waits for a writer: here is one for that moment.
    const writer = fs.openSync(path, O_WRONLY | O_NONBLOCK);
    try {
      return fs.openSync(path, O_RDONLY);
    } finally {
      fs.closeSync(writer);
    }
  }

  /** poll()'s bits. */
  readiness(fd: number): number {
    const end = this.ends.get(fd) as End;
    if (!end.isReader) {
      const isOut = this.flush(fd, end);
      return isOut < 0 ? POLL.OUT | POLL.ERR : isOut === 0 ? POLL.OUT : 0;
    }
    if (end.came.length === 0 && !end.hasEnded) this.look(fd, end);
    return end.came.length > 0 ? POLL.IN : end.hasEnded ? POLL.HUP : 0;
  }

  private look(fd: number, end: End): void {
    try {
      const bytes = new Uint8Array(READ_BYTES);
      const count = fs.readSync(fd, bytes, 0, READ_BYTES, null);
      end.came = bytes.subarray(0, count);
      end.hasEnded = count === 0;
    } catch (error) {
      if (!isAgain(error)) throw error;
    }
  }

  /** Bytes, none at the end; null where nothing is there yet. */
  read(fd: number, maximum: number): Uint8Array | null {
    const end = this.ends.get(fd) as End;
    if (end.came.length === 0) this.look(fd, end);
    if (end.came.length === 0) return end.hasEnded ? new Uint8Array(0) : null;
    const taken = end.came.slice(0, maximum);
    end.came = end.came.subarray(taken.length);
    return taken;
  }

  /** Writes what was left. 0 when nothing is left, 1 when something is; a negated errno when nobody reads any more. */
  private flush(fd: number, end: End): number {
    while (end.left.length > 0) {
      try {
        end.left = end.left.subarray(fs.writeSync(fd, end.left));
      } catch (error) {
        if (isAgain(error)) return 1;
        end.left = new Uint8Array(0);
        return -ERRNO.EPIPE;
      }
    }
    return 0;
  }

  /** The count of bytes that were taken; null where there is no room yet. Throws what fs throws. */
  write(fd: number, bytes: Uint8Array): number | null {
    const end = this.ends.get(fd) as End;
    const flushed = this.flush(fd, end);
    if (flushed !== 0) return flushed < 0 ? flushed : null;
    try {
      return fs.writeSync(fd, bytes);
    } catch (error) {
      if (!isAgain(error)) throw error;
      if (bytes.length > PIPE_BUF) return null;
      end.left = bytes.slice();
      return bytes.length;
    }
  }

  /** Whether all is out that was written. */
  isFlushed(fd: number): boolean {
    const end = this.ends.get(fd);
    return end === undefined || this.flush(fd, end) <= 0;
  }

  forget(fd: number): void {
    this.ends.delete(fd);
  }
}
