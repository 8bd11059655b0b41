// An expression's source text as `from __future__ import annotations` stores it (Python/ast_unparse.c): normalised, with
// as few parentheses as its precedences allow. The ast module's unparse() differs in places; this is the C one.

import type { Constant } from "../base/constant.ts";
import { codePoints } from "../base/wtf8.ts";
import { reprConstant } from "../bytecode/constant_repr.ts";
import type { arg, arguments_, cmpop, comprehension, expr, Node, operator } from "../parser/nodes.ts";
import { encodeText, strConstant, textOf } from "./text.ts";

// Precedences, loosest first.
const TUPLE = 0;
const TEST = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const CMP = 5;
const BOR = 6;
const BXOR = 7;
const BAND = 8;
const SHIFT = 9;
const ARITH = 10;
const TERM = 11;
const FACTOR = 12;
const POWER = 13;
const AWAIT = 14;
const ATOM = 15;

const BINARY: Record<operator, readonly [text: string, precedence: number]> = {
  Add: [" + ", ARITH],
  Sub: [" - ", ARITH],
  Mult: [" * ", TERM],
  MatMult: [" @ ", TERM],
  Div: [" / ", TERM],
  Mod: [" % ", TERM],
  FloorDiv: [" // ", TERM],
  LShift: [" << ", SHIFT],
  RShift: [" >> ", SHIFT],
  BitOr: [" | ", BOR],
  BitXor: [" ^ ", BXOR],
  BitAnd: [" & ", BAND],
  Pow: [" ** ", POWER],
};

const UNARY = { Invert: ["~", FACTOR], Not: ["not ", NOT], UAdd: ["+", FACTOR], USub: ["-", FACTOR] } as const;

const COMPARE: Record<cmpop, string> = {
  Eq: " == ",
  NotEq: " != ",
  Lt: " < ",
  LtE: " <= ",
  Gt: " > ",
  GtE: " >= ",
  Is: " is ",
  IsNot: " is not ",
  In: " in ",
  NotIn: " not in ",
};

function parenthesized(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function list(elts: readonly expr[], level = TEST): string {
  return elts.map((e) => write(e, level)).join(", ");
}

function constant(value: Constant): string {
  if (value.type === "Ellipsis") return "...";
  if (value.type === "tuple") {
    const items = value.items.map((item) => (item.type === "Ellipsis" ? "Ellipsis" : constant(item)));
    return `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
  }
  const text = reprConstant(value);
  // There is no literal for infinity: one that overflows.
  return value.type === "float" || value.type === "complex" ? text.replaceAll("inf", "1e309") : text;
}

function comprehensions(generators: readonly comprehension[]): string {
  return generators
    .map((g) => {
      const tests = g.ifs.map((test) => ` if ${write(test, TEST + 1)}`).join("");
      return `${g.is_async ? " async" : ""} for ${write(g.target, TUPLE)} in ${write(g.iter, TEST + 1)}${tests}`;
    })
    .join("");
}

function parameter(p: arg, value: expr | null | undefined): string {
  const annotation = p.annotation === null ? "" : `: ${write(p.annotation, TEST)}`;
  return `${p.arg}${annotation}${value === null || value === undefined ? "" : `=${write(value, TEST)}`}`;
}

function parameters(a: arguments_): string {
  const parts: string[] = [];
  const positional = [...a.posonlyargs, ...a.args];
  positional.forEach((p, i) => {
    parts.push(parameter(p, a.defaults[i - positional.length + a.defaults.length]));
    if (i + 1 === a.posonlyargs.length) parts.push("/");
  });
  if (a.vararg !== null || a.kwonlyargs.length > 0)
    parts.push(a.vararg === null ? "*" : `*${parameter(a.vararg, null)}`);
  a.kwonlyargs.forEach((p, i) => {
    parts.push(parameter(p, a.kw_defaults[i]));
  });
  if (a.kwarg !== null) parts.push(`**${parameter(a.kwarg, null)}`);
  return parts.join(", ");
}

// ---- f-strings: the text between the quotes, which is quoted as a whole afterwards ----

function joinedStr(e: Node<"JoinedStr">, isFormatSpec: boolean): string {
  const body = e.values.map((value) => fstringElement(value, isFormatSpec)).join("");
  return isFormatSpec ? body : `f${reprConstant(strConstant(body))}`;
}

function fstringElement(e: expr, isFormatSpec: boolean): string {
  switch (e.kind) {
    case "Constant": {
      if (e.value.type !== "str") return constant(e.value);
      return textOf(codePoints(e.value.wtf8)).replaceAll("{", "{{").replaceAll("}", "}}");
    }
    case "JoinedStr":
      return joinedStr(e, isFormatSpec);
    case "FormattedValue":
      return formattedValue(e);
    default:
      return write(e, TEST);
  }
}

function formattedValue(e: Node<"FormattedValue">): string {
  const value = write(e.value, TEST + 1);
  const open = value.startsWith("{") ? "{ " : "{"; // two braces would be an escaped one
  const conversion = e.conversion > 0 ? `!${String.fromCharCode(e.conversion)}` : "";
  const spec = e.format_spec === null ? "" : `:${fstringElement(e.format_spec, true)}`;
  return `${open}${value}${conversion}${spec}}`;
}

// ---- Expressions ----

function call(e: Node<"Call">): string {
  const func = write(e.func, ATOM);
  const [only] = e.args;
  if (e.args.length === 1 && e.keywords.length === 0 && only.kind === "GeneratorExp") return func + write(only, TEST);
  const keywords = e.keywords.map((k) => `${k.arg === null ? "**" : `${k.arg}=`}${write(k.value, TEST)}`);
  return `${func}(${[...e.args.map((a) => write(a, TEST)), ...keywords].join(", ")})`;
}

function write(e: expr, level: number): string {
  switch (e.kind) {
    case "BoolOp": {
      const precedence = e.op === "And" ? AND : OR;
      const text = e.values.map((value) => write(value, precedence + 1)).join(e.op === "And" ? " and " : " or ");
      return parenthesized(text, level > precedence);
    }
    case "BinOp": {
      const [text, precedence] = BINARY[e.op];
      const right = e.op === "Pow" ? 1 : 0; // ** associates to the right
      return parenthesized(
        write(e.left, precedence + right) + text + write(e.right, precedence + 1 - right),
        level > precedence,
      );
    }
    case "UnaryOp": {
      const [text, precedence] = UNARY[e.op];
      return parenthesized(text + write(e.operand, precedence), level > precedence);
    }
    case "Lambda": {
      const space = e.args.args.length + e.args.posonlyargs.length > 0 ? " " : "";
      return parenthesized(`lambda${space}${parameters(e.args)}: ${write(e.body, TEST)}`, level > TEST);
    }
    case "IfExp":
      return parenthesized(
        `${write(e.body, TEST + 1)} if ${write(e.test, TEST + 1)} else ${write(e.orelse, TEST)}`,
        level > TEST,
      );
    case "Dict": {
      const items = e.keys.map((key, i) =>
        key === null ? `**${write(e.values[i], BOR)}` : `${write(key, TEST)}: ${write(e.values[i], TEST)}`,
      );
      return `{${items.join(", ")}}`;
    }
    case "Set":
      return `{${list(e.elts)}}`;
    case "List":
      return `[${list(e.elts)}]`;
    case "Tuple":
      if (e.elts.length === 0) return "()";
      return parenthesized(list(e.elts) + (e.elts.length === 1 ? "," : ""), level > TUPLE);
    case "GeneratorExp":
      return `(${write(e.elt, TEST)}${comprehensions(e.generators)})`;
    case "ListComp":
      return `[${write(e.elt, TEST)}${comprehensions(e.generators)}]`;
    case "SetComp":
      return `{${write(e.elt, TEST)}${comprehensions(e.generators)}}`;
    case "DictComp":
      return `{${write(e.key, TEST)}: ${write(e.value, TEST)}${comprehensions(e.generators)}}`;
    case "Yield":
      return e.value === null ? "(yield)" : `(yield ${write(e.value, TEST)})`;
    case "YieldFrom":
      return `(yield from ${write(e.value, TEST)})`;
    case "Await":
      return parenthesized(`await ${write(e.value, ATOM)}`, level > AWAIT);
    case "NamedExpr":
      return parenthesized(`${write(e.target, ATOM)} := ${write(e.value, ATOM)}`, level > TUPLE);
    case "Compare": {
      const rest = e.ops.map((op, i) => COMPARE[op] + write(e.comparators[i], CMP + 1)).join("");
      return parenthesized(write(e.left, CMP + 1) + rest, level > CMP);
    }
    case "Call":
      return call(e);
    case "Constant":
      return (e.kind_ === null ? "" : "u") + constant(e.value);
    case "JoinedStr":
      return joinedStr(e, false);
    case "FormattedValue":
      return `f${reprConstant(strConstant(formattedValue(e)))}`;
    case "Attribute": {
      // `1 .real`: without the space the point would be the number's.
      const isInt = e.value.kind === "Constant" && e.value.value.type === "int";
      return `${write(e.value, ATOM)}${isInt ? " " : ""}.${e.attr}`;
    }
    case "Starred":
      return `*${write(e.value, BOR)}`;
    case "Name":
      return e.id;
    case "Slice": {
      const part = (value: expr | null): string => (value === null ? "" : write(value, TEST));
      return `${part(e.lower)}:${part(e.upper)}${e.step === null ? "" : `:${part(e.step)}`}`;
    }
    case "Subscript":
      return `${write(e.value, ATOM)}[${write(e.slice, TUPLE)}]`;
  }
}

/** The expression's text as WTF-8. */
export function unparse(e: expr): Uint8Array {
  return encodeText(write(e, TEST));
}
