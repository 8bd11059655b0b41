// Names: which instruction loads, stores or deletes a name, by what the symbol table says of it (compiler_nameop).
import { OP } from "../../bytecode/opcodes.ts";
import type { expr_context } from "../../parser/nodes.ts";
import type { Location } from "../instruction_sequence.ts";
import { CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL } from "../symtable.ts";
import type { Compiler } from "./compiler.ts";

const DEREF = { Load: OP.LOAD_DEREF, Store: OP.STORE_DEREF, Del: OP.DELETE_DEREF } as const;
const FAST = { Load: OP.LOAD_FAST, Store: OP.STORE_FAST, Del: OP.DELETE_FAST } as const;
const GLOBAL = { Load: OP.LOAD_GLOBAL, Store: OP.STORE_GLOBAL, Del: OP.DELETE_GLOBAL } as const;
const NAME = { Load: OP.LOAD_NAME, Store: OP.STORE_NAME, Del: OP.DELETE_NAME } as const;

export function nameOperation(c: Compiler, location: Location, name: string, context: expr_context): void {
  c.checkName(location, name, context);
  const { unit } = c;
  const { metadata, entry } = unit;
  const mangled = c.mangle(name);
  const scope = entry.scope(mangled);
  const isClass = entry.type === "class";

  if (scope === FREE || scope === CELL) {
    let opcode: number = DEREF[context];
    if (context === "Load") {
      if (isClass && unit.inlinedComprehensionDepth === 0) {
        opcode = OP.LOAD_FROM_DICT_OR_DEREF;
        c.addop(location, OP.LOAD_LOCALS);
      } else if (entry.canSeeClassScope) {
        opcode = OP.LOAD_FROM_DICT_OR_DEREF;
        c.addop(location, OP.LOAD_DEREF, c.freeIndex("__classdict__"));
      }
    }
    const index = scope === CELL ? metadata.cellvars.find(mangled) : c.freeIndex(mangled);
    c.addop(location, opcode, index);
    return;
  }
  if (scope === LOCAL && (entry.isFunctionLike || metadata.fasthidden.get(mangled) === true)) {
    c.addop(location, FAST[context], metadata.varnames.add(mangled));
    return;
  }
  if (scope === GLOBAL_EXPLICIT || (scope === GLOBAL_IMPLICIT && entry.isFunctionLike)) {
    let opcode: number = GLOBAL[context];
    if (context === "Load" && entry.canSeeClassScope && scope === GLOBAL_IMPLICIT) {
      opcode = OP.LOAD_FROM_DICT_OR_GLOBALS;
      c.addop(location, OP.LOAD_DEREF, c.freeIndex("__classdict__"));
    }
    emitNamed(c, location, opcode, mangled);
    return;
  }
  // Inside a comprehension inlined into a class body, the class's names are not visible.
  const hidden = context === "Load" && isClass && unit.inlinedComprehensionDepth > 0;
  emitNamed(c, location, hidden ? OP.LOAD_GLOBAL : NAME[context], mangled);
}

function emitNamed(c: Compiler, location: Location, opcode: number, mangled: string): void {
  const index = c.unit.metadata.names.add(mangled);
  c.addop(location, opcode, opcode === OP.LOAD_GLOBAL ? index << 1 : index);
}

/** Whether the name is a cell of this unit; else it is free (get_ref_type). */
export function isCell(c: Compiler, name: string): boolean {
  if (c.unit.scopeType === "class" && (name === "__class__" || name === "__classdict__")) return true;
  return c.unit.entry.scope(name) === CELL;
}
