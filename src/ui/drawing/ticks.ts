// Round numbers for an axis.
export function tickStep(span: number, room: number): number {
  const rough = Math.max(1, span / Math.max(1, room));
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const factor of [1, 2, 5, 10]) if (factor * power >= rough) return Math.max(1, factor * power);
  return 10 * power;
}

export function ticksBetween(from: number, to: number, room: number): number[] {
  const step = tickStep(to - from, room);
  const out: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) out.push(at);
  return out;
}
