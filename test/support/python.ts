// Finds a CPython 3.13 to compare with. Where there is none, tests that need it skip visibly.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

function works(command: string): boolean {
  try {
    return (
      execFileSync(command, ["-c", "import sys; print(sys.version_info[:2])"], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim() === "(3, 13)"
    );
  } catch {
    return false;
  }
}

let found: string | null | undefined;

/** Path of a python3.13, or null. UNDERGLASS_PYTHON wins, then the PATH, then pyenv's versions. */
export function findPython(): string | null {
  if (found !== undefined) return found;
  const candidates = [process.env.UNDERGLASS_PYTHON, "python3.13"];
  try {
    const versions = join(
      execFileSync("pyenv", ["root"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim(),
      "versions",
    );
    for (const name of readdirSync(versions))
      if (name.startsWith("3.13")) candidates.push(join(versions, name, "bin", "python3.13"));
  } catch {}
  found = candidates.find((c): c is string => !!c && (c === "python3.13" || existsSync(c)) && works(c)) ?? null;
  return found;
}
