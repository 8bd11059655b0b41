// How far a long piece of work is, said on standard error where a person sits before a terminal. The words stand behind the
// cursor, which stays where the program's output left it, and are taken away at the end.

const SAVE_CURSOR = "\x1b7";
const RESTORE_CURSOR = "\x1b8";
const ERASE_BEHIND = "\x1b[K";
/** What is over sooner needs no words. */
const PATIENCE_MS = 300;

export class Progress {
  private readonly what: string;
  private startMs: number | null = null;
  private isShown = false;

  constructor(what: string) {
    this.what = what;
  }

  /** part: 0 to 1. */
  show(part: number): void {
    if (!process.stderr.isTTY) return;
    this.startMs ??= performance.now();
    if (performance.now() - this.startMs < PATIENCE_MS) return;
    const text = `${this.what}: ${Math.round(part * 100)} %`;
    process.stderr.write(`${SAVE_CURSOR}${ERASE_BEHIND}${text}${RESTORE_CURSOR}`);
    this.isShown = true;
  }

  clear(): void {
    if (this.isShown) process.stderr.write(ERASE_BEHIND);
    this.isShown = false;
  }
}
