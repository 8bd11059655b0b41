// Tracks of names: level lines between frames and objects. Each arrow of a name owns one, over all steps, for as long as no
// other arrow's stretch lies on it.

/** Tracks of names: which is whose, over all steps. */
export class Tracks {
  private readonly owned = new Map<number, number>();
  /** How many there are, at least; never shrinks. */
  count = 1;

  forget(id: number): void {
    this.owned.delete(id);
  }

  keepOnly(ids: ReadonlySet<number>): void {
    for (const id of this.owned.keys()) if (!ids.has(id)) this.owned.delete(id);
  }

  /** A track for each arrow: the one it owns if that is still free of overlap, else the one with fewest crossings. */
  assign(arrows: readonly { id: number; from: number; to: number }[]): ReadonlyMap<number, number> {
    const taken: { track: number; low: number; high: number; from: number; to: number }[] = [];
    const out = new Map<number, number>();
    const overlaps = (track: number, low: number, high: number) =>
      taken.some((t) => t.track === track && t.low < high + 8 && low < t.high + 8);
    const crossings = (track: number, from: number, to: number) => {
      const low = Math.min(from, to);
      const high = Math.max(from, to);
      let sum = 0;
      for (const t of taken) {
        const within = (x: number, a: number, b: number) => x > a + 1 && x < b - 1;
        if (within(t.from, low, high) && t.track > track) sum++;
        if (within(t.to, low, high) && t.track < track) sum++;
        if (within(from, t.low, t.high) && track > t.track) sum++;
        if (within(to, t.low, t.high) && track < t.track) sum++;
      }
      return sum;
    };
    const order = [...arrows].sort((a, b) => Number(this.owned.has(b.id)) - Number(this.owned.has(a.id)));
    for (const { id, from, to } of order) {
      const low = Math.min(from, to);
      const high = Math.max(from, to);
      const own = this.owned.get(id);
      let track = own !== undefined && !overlaps(own, low, high) ? own : -1;
      if (track < 0) {
        let best = Number.POSITIVE_INFINITY;
        for (let candidate = 0; candidate <= taken.length; candidate++) {
          if (overlaps(candidate, low, high)) continue;
          const cost = crossings(candidate, from, to) + candidate * 0.01;
          if (cost < best) {
            best = cost;
            track = candidate;
          }
        }
      }
      this.owned.set(id, track);
      this.count = Math.max(this.count, track + 1);
      taken.push({ track, low, high, from, to });
      out.set(id, track);
    }
    return out;
  }
}
