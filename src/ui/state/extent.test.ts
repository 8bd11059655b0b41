// After an uncaught error the slider is the program's own part; what the interpreter did then is folded behind it.
import { describe, expect, it } from "vitest";
import type { SessionState } from "../../protocol/session.ts";
import { endAfter, momentOnScale, ownEnd, placeOnScale, type TimeScale } from "./extent.ts";

const ended: SessionState = {
  status: "finished",
  file: "a.py",
  instructions: 196_721,
  exitStatus: 1,
  error: { type: "ZeroDivisionError", message: "", place: null, traceback: [], text: "" },
  codeEnd: 81,
  deepest: 1,
  prompt: null,
  loopLines: null,
  failure: null,
  canRun: true,
};

describe("the end of time", () => {
  it("is the program's own where an error is printed for much longer", () => {
    expect(ownEnd(ended)).toBe(81);
    expect(endAfter(ended, 80)).toBe(81);
    expect(endAfter(ended, 81)).toBe(196_721);
  });

  it("is the run's where there was no error, or little follows it", () => {
    expect(ownEnd({ ...ended, error: null })).toBe(196_721);
    expect(ownEnd({ ...ended, codeEnd: 190_000 })).toBe(196_721);
    expect(ownEnd({ ...ended, codeEnd: null })).toBe(196_721);
  });
});

describe("the scale of time", () => {
  const scale: TimeScale = { from: 0, to: 81, foldedTo: 196_721, left: 168, width: 800, foldLeft: 976, foldWidth: 120 };

  it("places every moment, in its order, and finds it again", () => {
    let last = Number.NEGATIVE_INFINITY;
    for (const moment of [0, 1, 40, 80, 81, 82, 1000, 100_000, 196_721]) {
      const x = placeOnScale(scale, moment);
      expect(x).toBeGreaterThan(last);
      last = x;
      // A pixel of the folded part is more than a thousand moments.
      if (moment <= 81) expect(momentOnScale(scale, x)).toBe(moment);
      else expect(Math.abs(momentOnScale(scale, x) - moment)).toBeLessThan(2);
    }
    expect(last).toBe(scale.foldLeft + scale.foldWidth);
  });

  it("gives the gap between both parts to the end of the first", () => {
    expect(momentOnScale(scale, 970)).toBe(81);
  });
});
