// From a finished unit to a function object (compiler_make_closure).
import { MakeFunctionFlag, OP } from "../../bytecode/opcodes.ts";
import { CompileError } from "../errors.ts";
import type { Location } from "../instruction_sequence.ts";
import { CELL } from "../symtable.ts";
import type { Compiler, FinishedUnit } from "./compiler.ts";
import { isCell } from "./names.ts";

/** Emits the function object of a finished unit: its closure, its code, its attributes in `flags`. */
export function makeClosure(c: Compiler, location: Location, { code, freevars }: FinishedUnit, flags: number): void {
  if (freevars.length > 0) {
    for (const name of freevars) {
      // A method's free variable that is also a name of the class is a cell or free there all the same.
      const index = isCell(c, name) ? c.unit.metadata.cellvars.find(name) : c.freeIndex(name);
      if (index < 0 || (!isCell(c, name) && !c.unit.metadata.freevars.has(name)))
        throw lookupError(c, name, code.co_name, freevars);
      c.addop(location, OP.LOAD_CLOSURE, index);
    }
    flags |= MakeFunctionFlag.closure;
    c.addop(location, OP.BUILD_TUPLE, freevars.length);
  }
  c.loadConst(location, { type: "code", code });
  c.addop(location, OP.MAKE_FUNCTION);
  const { closure, annotations, kwdefaults, defaults } = MakeFunctionFlag;
  for (const flag of [closure, annotations, kwdefaults, defaults]) {
    if (flags & flag) c.addop(location, OP.SET_FUNCTION_ATTRIBUTE, flag);
  }
}

/** CPython's own failure on a few programs that its symbol table and code generator understand differently. */
function lookupError(c: Compiler, name: string, codeName: string, freevars: readonly string[]): CompileError {
  const names = freevars.map((free) => `'${free}'`).join(", ") + (freevars.length === 1 ? "," : "");
  const kind = isCell(c, name) ? CELL : c.unit.entry.scope(name);
  return new CompileError(
    `compiler_lookup_arg(name='${name}') with reftype=${kind} failed in ${c.unit.metadata.name}; ` +
      `freevars of code ${codeName}: (${names})`,
    null,
    "SystemError",
  );
}
