// Statements (compiler_visit_stmt) and imports.
import { INTRINSIC_1, OP } from "../../bytecode/opcodes.ts";
import type { expr, Node, stmt } from "../../parser/nodes.ts";
import { type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { visitAnnAssign, visitAssign, visitAugAssign } from "./assignments.ts";
import { visitBreak, visitContinue, visitReturn } from "./blocks.ts";
import { visitClassDef } from "./classes.ts";
import { type Compiler, locationOf } from "./compiler.ts";
import { visitAssert, visitAsyncFor, visitFor, visitIf, visitWhile } from "./control.ts";
import { visitFunctionDef } from "./functions.ts";
import { nameOperation } from "./names.ts";
import { visitMatch } from "./patterns.ts";
import { visitTry, visitWith } from "./try_with.ts";
import { visitTypeAlias } from "./type_params.ts";

export function visitStmt(c: Compiler, s: stmt): void {
  switch (s.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      visitFunctionDef(c, s);
      return;
    case "ClassDef":
      visitClassDef(c, s);
      return;
    case "TypeAlias":
      visitTypeAlias(c, s);
      return;
    case "Return":
      visitReturn(c, s);
      return;
    case "Delete":
      c.visitExprs(s.targets);
      return;
    case "Assign":
      visitAssign(c, s);
      return;
    case "AugAssign":
      visitAugAssign(c, s);
      return;
    case "AnnAssign":
      visitAnnAssign(c, s);
      return;
    case "For":
      visitFor(c, s);
      return;
    case "AsyncFor":
      visitAsyncFor(c, s);
      return;
    case "While":
      visitWhile(c, s);
      return;
    case "If":
      visitIf(c, s);
      return;
    case "Match":
      visitMatch(c, s);
      return;
    case "Raise": {
      let count = 0;
      if (s.exc !== null) {
        c.visitExpr(s.exc);
        count++;
        if (s.cause !== null) {
          c.visitExpr(s.cause);
          count++;
        }
      }
      c.addop(locationOf(s), OP.RAISE_VARARGS, count);
      return;
    }
    case "Try":
    case "TryStar":
      visitTry(c, s);
      return;
    case "Assert":
      visitAssert(c, s);
      return;
    case "Import":
      visitImport(c, s);
      return;
    case "ImportFrom":
      visitImportFrom(c, s);
      return;
    case "Global":
    case "Nonlocal":
      return;
    case "Expr":
      expressionStatement(c, locationOf(s), s.value);
      return;
    case "Pass":
      c.addop(locationOf(s), OP.NOP);
      return;
    case "Break":
      visitBreak(c, s);
      return;
    case "Continue":
      visitContinue(c, s);
      return;
    case "With":
    case "AsyncWith":
      visitWith(c, s);
      return;
  }
}

function expressionStatement(c: Compiler, location: Location, value: expr): void {
  if (c.options.interactive && c.stack.length === 0) {
    c.visitExpr(value);
    c.addop(location, OP.CALL_INTRINSIC_1, INTRINSIC_1.INTRINSIC_PRINT);
    c.addop(NO_LOCATION, OP.POP_TOP);
  } else if (value.kind === "Constant") {
    c.addop(location, OP.NOP);
  } else {
    c.visitExpr(value);
    c.addop(NO_LOCATION, OP.POP_TOP);
  }
}

function visitImport(c: Compiler, s: Node<"Import">): void {
  const location = locationOf(s);
  for (const { name, asname } of s.names) {
    c.loadConst(location, { type: "int", value: 0n });
    c.loadNone(location);
    c.addName(location, OP.IMPORT_NAME, name);
    const [base, ...attributes] = name.split(".");
    if (asname === null) {
      nameOperation(c, location, base, "Store");
    } else if (attributes.length === 0) {
      nameOperation(c, location, asname, "Store");
    } else {
      // `import a.b.c as d`: IMPORT_NAME gives a; walk from there.
      attributes.forEach((attribute, i) => {
        if (i > 0) {
          c.addop(location, OP.SWAP, 2);
          c.addop(location, OP.POP_TOP);
        }
        c.addName(location, OP.IMPORT_FROM, attribute);
      });
      nameOperation(c, location, asname, "Store");
      c.addop(location, OP.POP_TOP);
    }
  }
}

function visitImportFrom(c: Compiler, s: Node<"ImportFrom">): void {
  const location = locationOf(s);
  c.loadConst(location, { type: "int", value: BigInt(s.level ?? 0) });
  const last = c.future.location;
  const isAfter = s.lineno > last.lineno || (s.lineno === last.lineno && s.col_offset > last.col_offset);
  if (s.module === "__future__" && (s.level ?? 0) === 0 && isAfter) {
    throw c.error(location, "from __future__ imports must occur at the beginning of the file");
  }
  c.loadStrTuple(
    location,
    s.names.map((alias) => alias.name),
  );
  c.addName(location, OP.IMPORT_NAME, s.module ?? "");
  if (s.names[0].name === "*") {
    c.addop(location, OP.CALL_INTRINSIC_1, INTRINSIC_1.INTRINSIC_IMPORT_STAR);
    c.addop(NO_LOCATION, OP.POP_TOP);
    return;
  }
  for (const alias of s.names) {
    c.addName(location, OP.IMPORT_FROM, alias.name);
    nameOperation(c, location, alias.asname ?? alias.name, "Store");
  }
  c.addop(location, OP.POP_TOP);
}
