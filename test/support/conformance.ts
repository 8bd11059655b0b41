// A conformance program is a Python file that holds what it must print:
//
//   print([1, 2] + [3])          # expect: [1, 2, 3]
//
// All "# expect:" comments in the order of the file, each with a line end, are its standard output. A line that a comment
// could not hold exactly (spaces at its end, control characters) is written as "# expect-json:" with a JSON string.
//
//   # expect-stderr: TEXT        a line of standard error; without any, standard error must be empty
//   # expect-status: N           exit status; 0 where nothing is said
//   # expect-open-end            the last line of standard output has no line end
//   # stdin: TEXT                a line of standard input
//
// CPython writes the comments (npm run expect FILE), a person reads them before they are committed.
import { spawn } from "node:child_process";
import { basename, dirname, resolve } from "node:path";

export interface Expectation {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  readonly stdin: string;
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** Stands after a statement, or on a line of its own. */
const PRINTED = /(?:^|[ \t])# (expect|expect-json):(?: (.*))?$/;
/** Stands on a line of its own. */
const AROUND = /^# (expect-stderr|expect-status|expect-open-end|stdin)(?::(?: (.*))?)?$/;

/** What a program's comments say. */
export function readExpectation(source: string): Expectation {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const stdin: string[] = [];
  let status = 0;
  let hasOpenEnd = false;
  for (const line of source.split("\n")) {
    const match = AROUND.exec(line) ?? PRINTED.exec(line);
    if (!match) continue;
    const text = match[2] ?? "";
    if (match[1] === "expect") stdout.push(text);
    else if (match[1] === "expect-json") stdout.push(JSON.parse(text) as string);
    else if (match[1] === "expect-stderr") stderr.push(text);
    else if (match[1] === "stdin") stdin.push(text);
    else if (match[1] === "expect-status") status = Number(text);
    else hasOpenEnd = true;
  }
  const joined = (lines: string[]): string => lines.map((line) => `${line}\n`).join("");
  const output = joined(stdout);
  return { stdout: hasOpenEnd ? output.slice(0, -1) : output, stderr: joined(stderr), status, stdin: joined(stdin) };
}

/** The program without the comments that say what it prints; what it reads stays. */
export function withoutExpectation(source: string): string {
  const lines: string[] = [];
  for (const line of source.split("\n")) {
    const match = AROUND.exec(line) ?? PRINTED.exec(line);
    if (!match || match[1] === "stdin") lines.push(line);
    else if (match.index > 0) lines.push(line.slice(0, match.index).trimEnd());
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

const fitsComment = (text: string): boolean => /^[^\p{Cc}]*$/u.test(text) && text === text.trimEnd();
const comment = (text: string): string =>
  fitsComment(text) ? `# expect:${text === "" ? "" : ` ${text}`}` : `# expect-json: ${JSON.stringify(text)}`;

/**
 * Puts an outcome into a program as comments. `lineNumbers` has, for each line of standard output, the line of the program
 * that printed it: where these ascend, each comment stands at its line, else all stand at the end.
 */
export function writeExpectation(source: string, outcome: Outcome, lineNumbers: readonly number[]): string {
  const lines = withoutExpectation(source).trimEnd().split("\n");
  const end: string[] = [];
  const hasOpenEnd = outcome.stdout !== "" && !outcome.stdout.endsWith("\n");
  const printed = outcome.stdout === "" ? [] : outcome.stdout.replace(/\n$/, "").split("\n");
  const ascends =
    lineNumbers.length === printed.length && lineNumbers.every((n, i) => n > 0 && (i === 0 || n > lineNumbers[i - 1]));
  if (ascends) {
    for (const [i, text] of printed.entries()) lines[lineNumbers[i] - 1] += `  ${comment(text)}`;
  } else end.push(...printed.map(comment));
  if (hasOpenEnd) end.push("# expect-open-end");
  const errors = outcome.stderr.replace(/\n$/, "");
  if (errors !== "") end.push(...errors.split("\n").map((text) => `# expect-stderr: ${text}`.trimEnd()));
  if (outcome.status !== 0) end.push(`# expect-status: ${outcome.status}`);
  return `${[...lines, ...(end.length > 0 ? ["", ...end] : [])].join("\n")}\n`;
}

/** What says which build runs a program; the checked one also refuses blocks that are lost at the end. */
export function variantEnvironment(variant: string, findsLostBlocks = true): Record<string, string> {
  const build = { UNDERGLASS_BUILD: variant };
  return variant === "checked" && findsLostBlocks ? { ...build, UNDERGLASS_LOST_BLOCKS: "1" } : build;
}

/** Variables that say how this machine is used; what else is set would be the user's, and a program could see it. */
const KEPT = /^(?:PATH|TMPDIR|NODE_\w+|UNDERGLASS_\w+)$/;

/** The environment of every test's program: the same on all machines. */
export function programEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string | undefined> {
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.test(name))),
    HOME: "/",
    LANG: "C.UTF-8",
    TZ: "UTC",
    PYTHONHASHSEED: "0",
    PYTHONIOENCODING: "utf-8",
    PYTHONDONTWRITEBYTECODE: "1",
    NO_COLOR: "1",
    ...more,
  };
}

/** Runs a command on a program in the program's folder, so that no path of this machine is in what it prints. */
export function runProgram(
  command: readonly string[],
  file: string,
  stdin: string,
  environment: Readonly<Record<string, string>> = {},
  timeoutMs = 60_000,
): Promise<Outcome> {
  const folder = dirname(resolve(file));
  const env = programEnvironment(environment);
  return new Promise((done, fail) => {
    const child = spawn(command[0], [...command.slice(1), basename(file)], { cwd: folder, env, timeout: timeoutMs });
    const read = (stream: NodeJS.ReadableStream): (() => string) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      return () => Buffer.concat(chunks).toString("utf8");
    };
    const stdout = read(child.stdout);
    const stderr = read(child.stderr);
    child.on("error", fail);
    child.on("close", (status, signal) => {
      if (signal) fail(new Error(`${command.join(" ")} ${file}: ended by ${signal}\n${stderr()}`));
      else done({ stdout: stdout(), stderr: stderr().replaceAll(`${folder}/`, ""), status: status ?? -1 });
    });
    // A program may end without reading its input.
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
  });
}
