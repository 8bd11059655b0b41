// Painting the time lanes on their canvas: the overview of all of the run, and the close-up with the cone that leads to it.
import type { HistoryFacts, LanesFacts } from "../../protocol/facts.ts";
import { monoWidth } from "../format.ts";
import type { TimeScale } from "../state/extent.ts";
import { t } from "../state/text.ts";
import { token } from "../state/theme.ts";

/** Where each lane stands in the drawing, from its top; see design.md for the rhythm. A low window has a closer one. */
export interface Rhythm {
  readonly axis: number;
  readonly calls: number;
  readonly callsRoom: number;
  /** Under calls, allocations and collections. */
  readonly rules: readonly [number, number, number];
  /** The line that allocations stand on and frees hang from. */
  readonly allocations: number;
  readonly allocationsRoom: number;
  readonly collections: number;
  readonly selected: number;
  readonly cone: number;
  readonly closeUp: number;
  /** Of the close-up: its lines, and its instructions below them. */
  readonly lineRow: number;
  readonly storeRow: number;
  readonly height: number;
}
export const HIGH: Rhythm = {
  axis: 18,
  calls: 22,
  callsRoom: 11,
  rules: [34, 55, 73],
  allocations: 45,
  allocationsRoom: 8,
  collections: 58,
  selected: 81,
  cone: 93,
  closeUp: 108,
  lineRow: 20,
  storeRow: 14,
  height: 156,
};
export const LOW: Rhythm = {
  axis: 18,
  calls: 20,
  callsRoom: 8,
  rules: [30, 45, 59],
  allocations: 38,
  allocationsRoom: 6,
  collections: 46,
  selected: 65,
  cone: 74,
  closeUp: 80,
  lineRow: 18,
  storeRow: 12,
  height: 115,
};
const PHONE_SHIFT = 4;

export interface Scale {
  readonly left: number;
  readonly width: number;
  readonly x: (moment: number) => number;
  readonly moment: number;
  readonly rhythm: Rhythm;
}

export function drawOverview(
  context: CanvasRenderingContext2D,
  lanes: LanesFacts,
  scale: Scale & { phone: boolean; failed: boolean; open: boolean; life: HistoryFacts | null },
): void {
  const { left, width, rhythm } = scale;
  // Lanes answer for the window they were asked for; while a new answer is on its way they are drawn where they belong.
  const x = scale.x;
  const right = left + width;
  const clip = (value: number) => Math.max(left, Math.min(right, value));
  const ghost = token("ghost");
  const ink = token("ink");
  const bucket = (lanes.to - lanes.from) / Math.max(1, lanes.bucketCount);
  const shift = scale.phone ? PHONE_SHIFT : 0;

  if (!scale.phone) {
    context.fillStyle = token("line");
    for (const y of rhythm.rules) context.fillRect(left, y, width, 1);
  }
  // Axis; an unfinished run's end fades out.
  if (scale.open) {
    const fade = context.createLinearGradient(right - 60, 0, right, 0);
    fade.addColorStop(0, token("ink3"));
    fade.addColorStop(1, token("chrome"));
    context.fillStyle = fade;
  } else context.fillStyle = token("ink3");
  context.fillRect(left, rhythm.axis + shift, width, 2);

  // A program that ended by an exception: a filled square.
  if (scale.failed) {
    context.fillStyle = ink;
    context.fillRect(right - 4, rhythm.axis + shift - 3, 8, 8);
  }

  // Calls: each a bar where they can be told apart, else the depth as a silhouette.
  const top = rhythm.calls + shift;
  // The module's own code is no call: the axis stands for it.
  const calls = lanes.calls.filter((call) => call.depth > 0);
  if (lanes.calls.length > 0) {
    const deepest = Math.max(1, ...calls.map((call) => call.depth));
    const rowHeight = Math.max(1, Math.min(8, rhythm.callsRoom / deepest));
    for (const call of calls) {
      const from = clip(x(call.from));
      const to = clip(x(call.to));
      const inside = scale.moment >= call.from && scale.moment <= call.to;
      context.fillStyle = inside ? ink : ghost;
      const gap = to - from > 3 ? 1 : 0;
      context.fillRect(
        from,
        top + (call.depth - 1) * rowHeight,
        Math.max(0.6, to - from - gap),
        rowHeight - (deepest > 1 && rowHeight > 2 ? 0.5 : 0),
      );
    }
  } else {
    const deepest = Math.max(1, ...lanes.callDepth);
    context.fillStyle = ghost;
    lanes.callDepth.forEach((depth, index) => {
      const from = clip(x(lanes.from + index * bucket));
      const to = clip(x(lanes.from + (index + 1) * bucket));
      if (depth > 0 && to > from)
        context.fillRect(from, top, to - from + 0.3, Math.max(1, (depth / deepest) * rhythm.callsRoom));
    });
  }
  if (scale.phone) {
    if (scale.life) drawLife(context, scale.life, x, clip, 41, 4, false);
    return;
  }

  // Allocations above the line, frees below, by how many.
  context.fillStyle = token("line2");
  context.fillRect(left, rhythm.allocations - 0.5, width, 1);
  const most = Math.max(1, ...lanes.allocated, ...lanes.freed);
  const bar = (value: number, height: number) =>
    value === 0 ? 0 : Math.max(3, (Math.sqrt(value) / Math.sqrt(most)) * height);
  for (let i = 0; i < lanes.bucketCount; i++) {
    const at = clip(x(lanes.from + (i + 0.5) * bucket));
    const wide = Math.max(1.3, (bucket / Math.max(1, lanes.to - lanes.from)) * width * 0.8);
    const up = bar(lanes.allocated[i] ?? 0, rhythm.allocationsRoom);
    const down = bar(lanes.freed[i] ?? 0, rhythm.allocationsRoom - 1);
    if (up > 0) {
      context.fillStyle = wide < 2 ? ink : token("ink2");
      context.fillRect(at - wide / 2, rhythm.allocations - up, wide, up);
    }
    if (down > 0) {
      context.fillStyle = token("ink3");
      context.fillRect(at - wide / 2, rhythm.allocations + 1, Math.min(wide, 1), down);
    }
  }
  // Collections: a small house each; what was written, a tick on the axis.
  context.strokeStyle = token("ink2");
  context.lineWidth = 1.2;
  for (const collection of lanes.collections) {
    const at = clip(x(collection.moment));
    context.beginPath();
    const roof = rhythm.collections;
    context.moveTo(at - 4, roof + 3);
    context.lineTo(at, roof);
    context.lineTo(at + 4, roof + 3);
    context.lineTo(at + 4, roof + 10);
    context.lineTo(at - 4, roof + 10);
    context.closePath();
    context.stroke();
  }
  const last = lanes.collections[lanes.collections.length - 1];
  if (last?.atExit && lanes.collections.length < 12) {
    context.font = `400 11px ${token("sans")}`;
    context.fillStyle = token("ink3");
    context.textAlign = "right";
    const words = t("time.atExit", { generation: last.generation });
    const end = clip(x(last.moment)) - 10;
    const start = end - context.measureText(words).width - 8;
    if (!lanes.collections.some((each) => each !== last && x(each.moment) > start))
      context.fillText(words, end, rhythm.collections + 9);
  }
  context.fillStyle = token("ink2");
  for (const output of lanes.output) {
    const at = clip(x(output.moment));
    context.fillRect(at - 1.5, 13.5, 3, 4.5);
  }
  for (const input of lanes.input) {
    const at = clip(x(input.moment));
    context.beginPath();
    context.arc(at, 15, 2.2, 0, 7);
    context.fill();
  }
  if (scale.life) drawLife(context, scale.life, x, clip, rhythm.selected, 5, true);
}

/** What is folded behind the program's own part: hatched, with what it is and how long it was. */
export function drawFold(
  context: CanvasRenderingContext2D,
  scale: TimeScale,
  rhythm: Rhythm,
  moment: number,
  isPhone: boolean,
): void {
  const { foldLeft: left, foldWidth: width } = scale;
  const top = rhythm.axis + (isPhone ? PHONE_SHIFT : 0);
  const bottom = isPhone ? 48 : rhythm.rules[2] + 1;
  const lineHeight = (bottom - top) / 3;
  context.save();
  context.beginPath();
  context.rect(left, top + 3, width, bottom - top - 3);
  context.clip();
  context.strokeStyle = token("line");
  context.lineWidth = 1;
  context.beginPath();
  for (let at = left - bottom; at < left + width; at += 6) {
    context.moveTo(at, bottom);
    context.lineTo(at + bottom - top, top);
  }
  context.stroke();
  context.restore();
  context.fillStyle = token(moment > scale.to ? "ink3" : "ghost");
  context.fillRect(left, top, width, 2);
  if (isPhone) return;
  const lines = [t("time.folded"), t("time.foldedCount", { count: (scale.foldedTo ?? scale.to) - scale.to })];
  context.textAlign = "left";
  lines.forEach((line, index) => {
    context.font = `400 ${index === 0 ? 11 : 10.5}px ${token("sans")}`;
    const wide = context.measureText(line).width;
    context.fillStyle = token("chrome");
    context.fillRect(left + 4, top + 10 + index * lineHeight, wide + 10, 17);
    context.fillStyle = token(index === 0 ? "ink2" : "ink3");
    context.fillText(line, left + 9, top + 22 + index * lineHeight);
  });
}

/** Life of the selection: a bar from birth to end with its writes; what was not looked through is a thin line. */
function drawLife(
  context: CanvasRenderingContext2D,
  life: HistoryFacts,
  x: (moment: number) => number,
  clip: (value: number) => number,
  y: number,
  height: number,
  withWrites: boolean,
): void {
  const ink = token("ink");
  const from = clip(x(life.born?.moment ?? life.searched.from));
  const to = clip(x(life.freed?.moment ?? life.searched.to));
  const middle = y + height / 2;
  context.strokeStyle = token("ghost");
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  context.beginPath();
  if (!life.born) context.moveTo(clip(Number.NEGATIVE_INFINITY), middle);
  if (!life.born) context.lineTo(from, middle);
  if (!life.freed) context.moveTo(to, middle);
  if (!life.freed) context.lineTo(clip(Number.POSITIVE_INFINITY), middle);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = ink;
  context.fillRect(from, y, Math.max(1, to - from), height);
  if (withWrites) {
    let last = Number.NEGATIVE_INFINITY;
    for (const write of life.moments) {
      const at = Math.round(clip(x(write)));
      if (at - last < 2) continue;
      last = at;
      context.fillRect(at - 0.5, y - 3, 1, 3);
    }
  }
  const radius = height === 5 ? 3.5 : 4;
  if (life.born) {
    context.beginPath();
    context.arc(from, middle, radius, 0, 7);
    context.fill();
  }
  if (!life.freed) return;
  context.beginPath();
  context.arc(to, middle, radius, 0, 7);
  context.fillStyle = token("chrome");
  context.fill();
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.stroke();
}

export function drawCloseUp(context: CanvasRenderingContext2D, lanes: LanesFacts, scale: Scale): void {
  const { left, width, x } = scale;
  const { axis, cone, closeUp, lineRow, storeRow } = scale.rhythm;
  const right = left + width;
  const cells = lanes.to - lanes.from;
  if (cells <= 0) return;
  const cell = width / cells;
  const clip = (value: number) => Math.max(left, Math.min(right, value));
  const coneFrom = clip(x(lanes.from));
  const coneTo = clip(x(lanes.to));
  // The cone: where in all of time the close-up is. One that is all of time leads nowhere.
  const isAll = coneTo - coneFrom > width - 2;
  if (isAll) context.globalAlpha = 0;
  context.fillStyle = token("halo");
  context.beginPath();
  context.moveTo(coneFrom, axis - 2);
  context.lineTo(coneFrom, cone);
  context.lineTo(left, closeUp);
  context.lineTo(right, closeUp);
  context.lineTo(coneTo, cone);
  context.lineTo(coneTo, axis - 2);
  context.fill();
  context.strokeStyle = token("line2");
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(coneFrom, axis - 2);
  context.lineTo(coneFrom, cone);
  context.lineTo(left, closeUp);
  context.moveTo(coneTo, axis - 2);
  context.lineTo(coneTo, cone);
  context.lineTo(right, closeUp);
  context.stroke();
  context.globalAlpha = 1;
  // The cells: lines above, a mark for each instruction below.
  context.fillStyle = token("paper");
  context.fillRect(left, closeUp, width, lineRow + storeRow);
  context.strokeStyle = token("line2");
  context.strokeRect(left + 0.5, closeUp + 0.5, width - 1, lineRow + storeRow - 1);
  context.textAlign = "left";
  for (const span of lanes.lines) {
    const from = left + (span.from - lanes.from - 1) * cell;
    const to = left + (span.to - lanes.from) * cell;
    const isNow = scale.moment >= span.from && scale.moment <= span.to;
    context.fillStyle = isNow ? token("nowwash") : span.depth > 1 ? token("codf") : token("paper");
    context.fillRect(from + 1, closeUp + 1, to - from - 2, lineRow - 1);
    if (monoWidth(span.label, 11) + 8 < to - from) {
      context.fillStyle = isNow ? token("nowink") : token("ink2");
      context.font = `${isNow ? 600 : 400} 11px ${token("mono")}`;
      context.fillText(span.label, from + 7, closeUp + lineRow - 6);
    }
  }
  const stores = new Set(lanes.stores);
  const storeY = closeUp + lineRow + storeRow / 2;
  for (let i = 0; i < cells; i++) {
    const moment = lanes.from + i + 1;
    const at = left + (i + 0.5) * cell;
    if (stores.has(moment)) {
      context.fillStyle = moment === scale.moment ? token("now") : token("ink2");
      context.fillRect(at - 3, storeY - 3.5, 6, 6);
    } else {
      context.fillStyle = moment === scale.moment ? token("now") : token("ghost");
      context.beginPath();
      context.arc(at, storeY - 0.5, 1.8, 0, 7);
      context.fill();
    }
  }
}
