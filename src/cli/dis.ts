// underglass dis: the bytecode of a file, as `python3.13 -m dis` lays it out. No machine runs, so code objects have no address.
import { readFileSync } from "node:fs";
import { disassemble } from "../bytecode/dis.ts";
import { compileFile, readSource } from "./source.ts";

export interface DisSwitches {
  readonly showCaches?: boolean;
  readonly showOffsets?: boolean;
}

export function dis(path: string, switches: DisSwitches): number {
  const file = path === "-" ? { path: "<stdin>", bytes: readFileSync(0), modifiedSeconds: 0 } : readSource(path);
  const compiled = compileFile(file);
  if ("errorLines" in compiled) {
    console.error(compiled.errorLines.join("\n"));
    return 1;
  }
  process.stdout.write(disassemble(compiled.code, { addressOf: () => "0x0", ...switches }));
  return 0;
}
