// A machine that runs a program and hands out its moments for inspection: each a copy of canonical memory.
// Importing it starts the core; each test file runs in a worker, so has a machine of its own.

import { emptyHost } from "../../src/host/empty_host.ts";
import { Library } from "../../src/host/library.ts";
import {
  type Anchors,
  bufferReader,
  copyMemory,
  type Inspection,
  machineMoment,
  stretchesReader,
} from "../../src/inspect/moment.ts";
import { machineRanges } from "../../src/inspect/system.ts";
import { whileCanonical } from "../../src/machine/canonical.ts";
import {
  boot,
  type Ending,
  ending,
  instructionCount,
  makeBootImage,
  run,
  setLook,
  start,
} from "../../src/machine/machine_core.ts";
import { plainStart } from "../../src/machine/program_start.ts";
import { staticEnd } from "../../src/memory/data.ts";
import { MALLOC_STATE } from "../../src/memory/malloc.ts";
import { DATA_BASE, TEXT_BASE } from "../../src/memory/map.ts";
import { buffer } from "../../src/memory/memory.ts";
import { ADDRESS_SPACE } from "../../src/memory/pages.ts";
import { textEnd } from "../../src/memory/text.ts";

let image: Uint8Array | null = null;

export function anchorsNow(): Anchors {
  return { addressSpace: ADDRESS_SPACE, mallocState: MALLOC_STATE, textEnd: textEnd(), staticEnd: staticEnd() };
}

/** The live memory as it is now. */
export function liveMoment(): Inspection {
  const anchors = anchorsNow();
  const whole = bufferReader(buffer, [{ from: 0, bytes: buffer.byteLength }]);
  const ranges = machineRanges(whole, anchors, { text: TEXT_BASE, data: DATA_BASE });
  return machineMoment(bufferReader(buffer, ranges), anchors);
}

/** A copy of the memory as it is now. */
export function copiedMoment(): Inspection {
  return machineMoment(stretchesReader(copyMemory(liveMoment().reader)), anchorsNow());
}

export interface Seen {
  readonly output: string;
  readonly instructions: number;
  readonly ending: Ending | null;
}

/** Runs a program from a fresh boot. `see` gets the moments that `wanted` asks for, in ascending order. */
export function runProgram(source: string, wanted: Iterable<number>, see: (moment: number) => void): Seen {
  image ??= makeBootImage(null);
  boot(image);
  let output = "";
  const moments = [...wanted].filter((moment) => moment >= 0).sort((a, b) => a - b);
  let next = 0;
  start(
    plainStart({
      kind: "source",
      program: "program.py",
      source: new TextEncoder().encode(source),
      executable: "python",
    }),
    {
      host: emptyHost,
      journal: null,
      library: new Library(() => null),
      onOutput: (_stream, bytes) => {
        output += new TextDecoder().decode(bytes);
      },
      isStopAsked: () => false,
    },
  );
  if (moments.length > 0) {
    setLook({
      at: moments[0],
      see: (now) => {
        whileCanonical(() => see(now));
        while (next < moments.length && moments[next] <= now) next++;
        return moments[next] ?? Number.POSITIVE_INFINITY;
      },
    });
  }
  run();
  setLook(null);
  return { output, instructions: instructionCount(), ending: ending() };
}
