// An exception as Python tells it: type, message, traceback, and for a source that does not compile the place in it.
//
// Invariant: nothing of Python runs here. A message is what str() gives for the built-in types; a class that has a `__str__`
// of its own is told by its arguments.
import { PyTracebackObject } from "../memory/structs/code.ts";
import { PyBaseExceptionObject, PyOSErrorObject, PySyntaxErrorObject } from "../memory/structs/exceptions.ts";
import { lineAt, tupleItems } from "./code.ts";
import type { ErrorFact, TracebackLine } from "./facts.ts";
import type { Inspection } from "./inspection.ts";
import { preview } from "./preview.ts";
import type { Address } from "./reader.ts";
import { frameOfObject, runningThread } from "./roots.ts";
import { isObject, type TypeInfo, typeAt, typeOf } from "./types.ts";
import { intNumber, stringText } from "./values.ts";

const TRACEBACK_LIMIT = 200;
const MESSAGE_LIMIT = 500;
const BASES_LIMIT = 100;

/** The exception being raised in the running thread, before anything has caught it; null when none is. */
export function currentError(m: Inspection): ErrorFact | null {
  const exception = runningThread(m)?.exception ?? 0;
  return exception === 0 ? null : errorFact(m, exception);
}

/** An exception with its traceback. The moments of the lines are not in memory: the recorder fills them in. */
export function errorFact(m: Inspection, exception: Address): ErrorFact | null {
  const type = typeOf(m, exception);
  if (type === null || !isObject(m, exception)) return null;
  const traceback: TracebackLine[] = [];
  const seen = new Set<Address>();
  let at = m.ptr(exception + PyBaseExceptionObject.traceback);
  while (typeOf(m, at)?.builtin === "traceback" && !seen.has(at) && traceback.length < TRACEBACK_LIMIT) {
    seen.add(at);
    const frame = frameOfObject(m, m.ptr(at + PyTracebackObject.tb_frame));
    const code = frame?.code ?? null;
    const said = m.i32(at + PyTracebackObject.tb_lineno);
    const line = said > 0 || code === null ? said : lineAt(code, m.i32(at + PyTracebackObject.tb_lasti));
    traceback.push({
      file: code?.file ?? "?",
      line: Math.max(0, line ?? 0),
      function: code?.name ?? "?",
      moment: 0,
    });
    at = m.ptr(at + PyTracebackObject.tb_next);
  }
  const message = errorMessage(m, exception, type);
  const place = syntaxPlace(m, exception, type);
  const lines = traceback.map(({ file, line, function: name }) => `  File "${file}", line ${line}, in ${name}\n`);
  const head = lines.length === 0 ? "" : `Traceback (most recent call last):\n${lines.join("")}`;
  const where = place === null ? "" : `  File "${place.file}", line ${place.line}\n`;
  const text = `${head}${where}${type.name}${message === "" ? "" : `: ${message}`}\n`;
  return { type: type.name, message, place, traceback, text };
}

/** str() of an exception: nothing, its argument, or the tuple of them; some built-in types have a form of their own. */
function errorMessage(m: Inspection, exception: Address, type: TypeInfo): string {
  const args = tupleItems(m, m.ptr(exception + PyBaseExceptionObject.args), 10);
  const texts = args.map((arg) => preview(m, arg) ?? `<${typeOf(m, arg)?.name ?? "?"}>`);
  if (type.table === PySyntaxErrorObject && args.length > 0) return textOf(m, args[0]) ?? texts[0];
  if (type.table === PyOSErrorObject && args.length > 1) {
    const files = [PyOSErrorObject.filename, PyOSErrorObject.filename2]
      .map((field) => m.ptr(exception + field))
      .filter((file) => isObject(m, file) && typeOf(m, file)?.kind !== "none")
      .map((file) => preview(m, file) ?? "?");
    const said = textOf(m, m.ptr(exception + PyOSErrorObject.strerror)) ?? texts[1];
    return `[Errno ${texts[0]}] ${said}${files.length === 0 ? "" : `: ${files.join(" -> ")}`}`;
  }
  if (args.length !== 1) return args.length === 0 ? "" : `(${texts.join(", ")})`;
  // A key that is missing is shown as it is written.
  return isKeyError(m, type) ? texts[0] : (textOf(m, args[0]) ?? texts[0]);
}

/** KeyError has no structure of its own, so it is known by its name among the bases. */
function isKeyError(m: Inspection, type: TypeInfo): boolean {
  let depth = 0;
  for (let at: TypeInfo | null = type; at !== null && depth < BASES_LIMIT; at = typeAt(m, at.base), depth++) {
    if (at.fullName === "KeyError" && !at.isHeapType) return true;
  }
  return false;
}

function textOf(m: Inspection, object: Address): string | null {
  return typeOf(m, object)?.form === "str" ? stringText(m, object, MESSAGE_LIMIT) : null;
}

/** Where a source does not compile. Columns of characters, from 0; the end lies behind the last. */
function syntaxPlace(m: Inspection, exception: Address, type: TypeInfo): ErrorFact["place"] {
  if (type.table !== PySyntaxErrorObject) return null;
  const number = (field: keyof typeof PySyntaxErrorObject): number => {
    const value = m.ptr(exception + (PySyntaxErrorObject[field] as number));
    return typeOf(m, value)?.form === "int" ? (intNumber(m, value) ?? 0) : 0;
  };
  const line = number("lineno");
  if (line < 1) return null;
  const column = Math.max(0, number("offset") - 1);
  const endLine = Math.max(line, number("end_lineno"));
  const endColumn = number("end_offset") - 1;
  return {
    file: textOf(m, m.ptr(exception + PySyntaxErrorObject.filename)) ?? "?",
    line,
    column,
    endLine,
    endColumn: endLine > line ? Math.max(0, endColumn) : Math.max(column + 1, endColumn),
  };
}
