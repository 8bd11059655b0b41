// Code generation: a tree and its symbol table to the code object of the module (compiler_mod of Python/compile.c).
import type { Code } from "../../bytecode/code.ts";
import type { mod } from "../../parser/nodes.ts";
import { CompileError, type CompileWarning } from "../errors.ts";
import type { FutureFeatures } from "../future.ts";
import type { Location } from "../instruction_sequence.ts";
import type { SymbolTable } from "../symtable.ts";
import { type Assembler, type CodegenOptions, Compiler, locationOf } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { moduleOrClassBody } from "./module.ts";
import { visitStmt } from "./statements.ts";

const FIRST_LINE: Location = { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 };

export function generateCode(
  tree: mod,
  symbols: SymbolTable,
  future: FutureFeatures,
  options: CodegenOptions,
  assemble: Assembler,
): { code: Code; warnings: CompileWarning[] } {
  const c = new Compiler(symbols, future, options, assemble, { expr: visitExpr, stmt: visitStmt });
  c.enterScope("<module>", "module", tree, 1);
  switch (tree.kind) {
    case "Module":
    case "Interactive": {
      const { body } = tree;
      const isModule = tree.kind === "Module" && body.length > 0;
      moduleOrClassBody(c, isModule ? locationOf(body[0]) : FIRST_LINE, body);
      break;
    }
    case "Expression":
      c.visitExpr(tree.body);
      break;
    default:
      throw new CompileError("this compiler does not handle FunctionTypes", null, "SystemError");
  }
  const { code } = c.finishUnit(tree.kind !== "Expression");
  return { code, warnings: c.warnings };
}
