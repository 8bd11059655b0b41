// The body of a module or class: annotations dict, docstring, statements (compiler_body).
import { OP } from "../../bytecode/opcodes.ts";
import type { stmt } from "../../parser/nodes.ts";
import { cleanDoc } from "../docstring.ts";
import { docstringOf } from "../future.ts";
import { type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { type Compiler, locationOf } from "./compiler.ts";
import { nameOperation } from "./names.ts";

/** Whether an annotated name stands anywhere in these statements, nested blocks included, nested scopes not. */
function hasAnnotations(body: readonly stmt[]): boolean {
  const bodies: (readonly stmt[])[] = [body];
  for (let next = bodies.pop(); next !== undefined; next = bodies.pop()) {
    for (const s of next) {
      switch (s.kind) {
        case "AnnAssign":
          return true;
        case "For":
        case "AsyncFor":
        case "While":
        case "If":
          bodies.push(s.body, s.orelse);
          break;
        case "Match":
          for (const matchCase of s.cases) bodies.push(matchCase.body);
          break;
        case "With":
        case "AsyncWith":
          bodies.push(s.body);
          break;
        case "Try":
        case "TryStar":
          bodies.push(s.body, s.orelse, s.finalbody);
          for (const handler of s.handlers) bodies.push(handler.body);
          break;
      }
    }
  }
  return false;
}

export function moduleOrClassBody(c: Compiler, location: Location, body: readonly stmt[]): void {
  if (hasAnnotations(body)) c.addop(location, OP.SETUP_ANNOTATIONS);
  if (body.length === 0) return;
  let rest = body;
  if (!c.options.interactive || c.stack.length > 0) {
    const docstring = docstringOf(body);
    if (docstring !== null && docstring.value.type === "str") {
      rest = body.slice(1);
      if (c.options.optimize < 2) {
        c.loadConst(locationOf(docstring), { type: "str", wtf8: cleanDoc(docstring.value.wtf8) });
        nameOperation(c, NO_LOCATION, "__doc__", "Store");
      }
    }
  }
  c.visitStmts(rest);
}
