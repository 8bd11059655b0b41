// What checkpoints cost the run that they are taken of, in milliseconds of its clock: a take is worth a stretch of the run
// that is so many times as long, and all takes and packings together stay below a part of the run.
// Invariant: estimates follow what was measured downwards at once and upwards slowly; one that was disturbed says little.

/** The stretch before a take is so many times as long as the take. */
const TAKE_PARTS = 8;
/** All that is spent is at most one part in so many of the run. */
const COST_PARTS = 7;
/** A run that has only begun spends more, or the first stretches would be the longest. */
const CREDIT_MS = 60;
/** What packing costs before it was measured: milliseconds a page. */
const PACKING_PAGE_MS = 0.02;
const RISE = 1.25;

function estimate(before: number | null, measuredMs: number): number {
  return before === null ? measuredMs : Math.min(measuredMs, before * RISE);
}

export class Spending {
  private spentMs = 0;
  private takeMs: number | null = null;
  private packingMs: number | null = null;

  clear(): void {
    this.spentMs = 0;
    this.takeMs = null;
    this.packingMs = null;
  }

  /** Whether a take is worth the stretch since the last one, and the run of so many milliseconds can pay for it. */
  allowsTaking(sinceMs: number, runMs: number): boolean {
    const costMs = this.takeMs ?? 0;
    return sinceMs >= costMs * TAKE_PARTS && this.affords(costMs, runMs);
  }

  allowsPacking(pageCount: number, runMs: number): boolean {
    return this.affords(this.packingMs ?? pageCount * PACKING_PAGE_MS, runMs);
  }

  private affords(costMs: number, runMs: number): boolean {
    return this.spentMs + costMs <= runMs / COST_PARTS + CREDIT_MS;
  }

  /** isPaid: the run waited for it. */
  took(costMs: number, isPaid: boolean): void {
    if (isPaid) this.spentMs += costMs;
    this.takeMs = estimate(this.takeMs, costMs);
  }

  packed(costMs: number, isPaid: boolean): void {
    if (isPaid) this.spentMs += costMs;
    this.packingMs = estimate(this.packingMs, costMs);
  }
}
