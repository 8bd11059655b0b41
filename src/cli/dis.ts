// underglass dis: the bytecode of a file, as `python3.13 -m dis` lays it out. The compiler alone answers, so code objects have
// no address; only where the order of a set hangs on which strings a Python process has interned, the machine is asked.
import { readFileSync } from "node:fs";
import { disassemble } from "../bytecode/dis.ts";
import { runModule } from "./module.ts";
import { compileFile, readSource } from "./source.ts";

export interface DisSwitches {
  readonly showCaches?: boolean;
  readonly showOffsets?: boolean;
}

/** Sets the exit status, or ends the process with it. */
export async function dis(path: string, switches: DisSwitches): Promise<void> {
  const isInput = path === "-";
  const file = isInput ? { path: "<stdin>", bytes: readFileSync(0), modifiedSeconds: 0 } : readSource(path);
  let dependsOnProcess = false;
  const compiled = compileFile(file, () => {
    dependsOnProcess = true;
    return false;
  });
  if ("errorLines" in compiled) {
    console.error(compiled.errorLines.join("\n"));
    process.exitCode = 1;
  } else if (dependsOnProcess && !isInput) {
    const options = [switches.showCaches ? ["-C"] : [], switches.showOffsets ? ["-O"] : []].flat();
    await runModule("dis", [...options, path]);
  } else {
    process.stdout.write(disassemble(compiled.code, { addressOf: () => "0x0", ...switches }));
  }
}
