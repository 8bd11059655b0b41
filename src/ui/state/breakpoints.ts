// Breakpoints: lines of files, set by the number of a line or by key on the line that is shown.
import { type Accessor, createSignal } from "solid-js";
import type { Breakpoint, MomentFacts } from "../../protocol/session.ts";
import type { Notice } from "./steps.ts";

export function createBreakpoints(known: { facts: Accessor<MomentFacts | null>; say: (notice: Notice) => void }) {
  const [breakpoints, setBreakpoints] = createSignal<readonly Breakpoint[]>([]);
  const isSet = (line: number, file: string) => breakpoints().some((b) => b.line === line && b.file === file);

  function toggleBreakpoint(line: number, file: string): void {
    const others = breakpoints().filter((b) => b.line !== line || b.file !== file);
    setBreakpoints(isSet(line, file) ? others : [...others, { file, line }]);
  }

  return {
    breakpoints,
    forgetBreakpoints: () => setBreakpoints([]),
    toggleBreakpoint,
    /** On the line that is shown. */
    toggleBreakpointHere(): void {
      const { file, line } = known.facts()?.program ?? {};
      if (file === undefined || line === undefined || line === null) return;
      toggleBreakpoint(line, file);
      const key = isSet(line, file) ? "time.breakpointSet" : "time.breakpointGone";
      known.say({ key, values: { line: String(line) } });
    },
  };
}
