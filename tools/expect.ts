// npm run expect FILE…: CPython 3.13 runs conformance programs, and what they print is written into them as comments.
// The interpreter tells which line of the program printed what; test/support/conformance.ts says how that is written.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { readExpectation, runProgram, withoutExpectation, writeExpectation } from "../test/support/conformance.ts";
import { findPython } from "../test/support/python.ts";

// Runs in CPython beside the program: notes the program's line for each line end that it prints.
const LINE_RECORDER = `
import atexit, json, os, sys
_program = os.path.abspath(sys.argv[1])
_lines = []
class _Recorder:
    def __init__(self, stream): self._stream = stream
    def __getattr__(self, name): return getattr(self._stream, name)
    def write(self, text):
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != _program: frame = frame.f_back
        _lines.extend([frame.f_lineno if frame else 0] * text.count("\\n"))
        return self._stream.write(text)
def _save():
    with open(os.environ["UNDERGLASS_LINES"], "w") as file: json.dump(_lines, file)
atexit.register(_save)
sys.stdout = _Recorder(sys.stdout)
del sys.argv[0]
import runpy
runpy.run_path(_program, run_name="__main__")
`;

const files = process.argv.slice(2);
const python = findPython();
if (files.length === 0 || python === null) {
  console.error(python === null ? "expect: there is no python3.13" : "usage: npm run expect FILE…");
  process.exit(2);
}
const directory = mkdtempSync(join(tmpdir(), "underglass-expect-"));
try {
  writeFileSync(join(directory, "recorder.py"), LINE_RECORDER);
  for (const file of files) {
    if (!existsSync(file)) {
      console.error(`expect: no such file: ${file}`);
      process.exitCode = 1;
      continue;
    }
    const before = readFileSync(file, "utf8");
    // Comments may be at the end: the program's own lines keep their numbers without them.
    writeFileSync(file, withoutExpectation(before));
    try {
      const { stdin } = readExpectation(before);
      const outcome = await runProgram([python], file, stdin);
      const linesFile = join(directory, "lines.json");
      rmSync(linesFile, { force: true });
      await runProgram([python, join(directory, "recorder.py")], file, stdin, { UNDERGLASS_LINES: linesFile });
      const lineNumbers = existsSync(linesFile) ? (JSON.parse(readFileSync(linesFile, "utf8")) as number[]) : [];
      writeFileSync(file, writeExpectation(before, outcome, lineNumbers));
      console.log(`${basename(file)}: ${outcome.stdout.split("\n").length - 1} lines, exit status ${outcome.status}`);
    } catch (error) {
      writeFileSync(file, before);
      throw error;
    }
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
