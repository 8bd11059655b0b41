// `"…%s…" % (a, b)` as an f-string, where every conversion is a plain %s, %r or %a (optimize_format of ast_opt.c).
import type { expr, Node } from "../parser/nodes.ts";
import { strConstant } from "./text.ts";

const PERCENT = 0x25;
/** More digits in a width or precision than this are left to the run. */
const MAXIMUM_DIGITS = 3;
const NOWHERE = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };

interface Conversion {
  letter: number;
  leftAligned: boolean;
  width: number;
  precision: number;
  end: number;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Reads a conversion specifier behind its %; null for what an f-string cannot say. */
function parseConversion(format: Uint8Array, start: number): Conversion | null {
  let position = start;
  let leftAligned = false;
  const next = (): number => (position < format.length ? format[position++] : -1);
  let byte = next();
  for (; byte >= 0 && "-+ #0".includes(String.fromCharCode(byte)); byte = next()) if (byte === 0x2d) leftAligned = true;
  const digits = (): number => {
    let value = 0;
    for (let count = 0; isDigit(byte); byte = next()) {
      value = value * 10 + byte - 0x30;
      if (++count >= MAXIMUM_DIGITS) return -2;
    }
    return value;
  };
  let width = -1;
  let precision = -1;
  if (isDigit(byte)) width = digits();
  if (width === -2) return null;
  if (byte === 0x2e) {
    byte = next();
    precision = digits();
    if (precision === -2) return null;
  }
  return byte < 0 ? null : { letter: byte, leftAligned, width, precision, end: position };
}

function formatted(conversion: Conversion, value: expr): expr | null {
  const { letter, leftAligned, width, precision } = conversion;
  if (letter !== 0x73 && letter !== 0x72 && letter !== 0x61) return null;
  let spec = "";
  if (!leftAligned && width > 0) spec += ">";
  if (width >= 0) spec += width;
  if (precision >= 0) spec += `.${precision}`;
  const { lineno, col_offset, end_lineno, end_col_offset } = value;
  return {
    kind: "FormattedValue",
    value,
    conversion: letter,
    format_spec: spec === "" ? null : { kind: "Constant", value: strConstant(spec), kind_: null, ...NOWHERE },
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
}

/** The f-string, or null where the format says more than an f-string can, or the counts differ. */
export function formatToFString(e: Node<"BinOp">, format: Uint8Array, elts: readonly expr[]): expr | null {
  const values: expr[] = [];
  let position = 0;
  let used = 0;
  for (;;) {
    const literal: number[] = [];
    while (position < format.length) {
      if (format[position] !== PERCENT) literal.push(format[position++]);
      else if (format[position + 1] === PERCENT) {
        literal.push(PERCENT);
        position += 2;
      } else break;
    }
    if (literal.length > 0) {
      values.push({
        kind: "Constant",
        value: { type: "str", wtf8: Uint8Array.from(literal) },
        kind_: null,
        ...NOWHERE,
      });
    }
    if (position >= format.length) break;
    if (used >= elts.length) return null;
    const conversion = parseConversion(format, position + 1);
    if (conversion === null) return null;
    const value = formatted(conversion, elts[used++]);
    if (value === null) return null;
    values.push(value);
    position = conversion.end;
  }
  if (used < elts.length) return null;
  const { lineno, col_offset, end_lineno, end_col_offset } = e;
  return { kind: "JoinedStr", values, lineno, col_offset, end_lineno, end_col_offset };
}
