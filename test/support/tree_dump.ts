// The canonical dump of a syntax tree, as tools/oracle-parse.py prints it from CPython's.
import type { Constant } from "../../src/base/constant.ts";
import { type AnyNode, type Kind, NODES, POSITIONED } from "../../src/parser/nodes.ts";

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function doubleBits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return hexOf(new Uint8Array(view.buffer));
}

function constantText(value: Constant): string {
  switch (value.type) {
    case "int":
      return `0x${value.value.toString(16)}`;
    case "float":
      return `f${doubleBits(value.value)}`;
    case "complex":
      return `c${doubleBits(value.real)}${doubleBits(value.imag)}`;
    case "str":
      return `s${hexOf(value.wtf8)}`;
    case "bytes":
      return `b${hexOf(value.bytes)}`;
    default:
      return value.type;
  }
}

interface Row {
  readonly fields: readonly string[];
  readonly types: readonly string[];
  readonly positioned: boolean;
}
const ROWS = new Map<string, Row>();
for (const kind of Object.keys(NODES) as Kind[]) {
  const [group, fields] = NODES[kind];
  ROWS.set(kind, {
    fields: Object.keys(fields),
    types: Object.values(fields),
    positioned: (POSITIONED as readonly string[]).includes(group),
  });
}

// Own stack, not recursion: trees may be deeper than the JavaScript stack.
export function dumpTree(root: AnyNode): string {
  const out: string[] = [];
  const stack: unknown[] = [root];
  const CLOSE = { close: ")" };
  const END = { close: "]" };
  while (stack.length > 0) {
    const item = stack.pop();
    if (item === null) out.push("- ");
    else if (item === CLOSE || item === END) out.push((item as { close: string }).close);
    else if (typeof item === "string" || typeof item === "number") out.push(`${item} `);
    else if (Array.isArray(item)) {
      out.push("[");
      stack.push(END);
      for (let i = item.length - 1; i >= 0; i--) stack.push(item[i]);
    } else if (item instanceof Text) out.push(`${item.text} `);
    else {
      const node = item as Record<string, unknown>;
      const row = ROWS.get(node.kind as string);
      if (row === undefined) throw new Error(`no node: ${JSON.stringify(item)}`);
      out.push(`(${node.kind}`);
      if (row.positioned) out.push(`@${node.lineno},${node.col_offset},${node.end_lineno},${node.end_col_offset}`);
      out.push(" ");
      stack.push(CLOSE);
      for (let i = row.fields.length - 1; i >= 0; i--) {
        const value = node[row.fields[i]];
        if (value === undefined) throw new Error(`${node.kind}.${row.fields[i]} is missing`);
        stack.push(row.types[i] === "constant" ? new Text(constantText(value as Constant)) : value);
      }
    }
  }
  return out.join("");
}

class Text {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
