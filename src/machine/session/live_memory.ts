// The machine's own memory as inspect reads memory.
import { type Inspection, bufferReader, machineMoment, machineRanges, type MemoryReader } from "../../inspect/moment.ts";
import { ADDRESS_SPACE, buffer, DATA_BASE, MALLOC_STATE, staticEnd, TEXT_BASE, textEnd } from "../recorded.ts";

const bases = { text: TEXT_BASE, data: DATA_BASE };

/** A reader of the memory as it is: what it says changes as the machine runs. */
export function liveReader(): MemoryReader {
  const whole = bufferReader(buffer, [{ from: 0, bytes: buffer.byteLength }]);
  const anchors = { addressSpace: ADDRESS_SPACE, textEnd: textEnd(), staticEnd: staticEnd() };
  return bufferReader(buffer, machineRanges(whole, anchors, bases));
}

export function inspectMemory(reader: MemoryReader): Inspection {
  return machineMoment(reader, {
    addressSpace: ADDRESS_SPACE,
    mallocState: MALLOC_STATE,
    textEnd: textEnd(),
    staticEnd: staticEnd(),
  });
}
