// Writes marshal data.
//
// CPython flags what has more than one reference to it at the time, and every interned string. Plain data has no counts,
// so the writer works out which values CPython's compiler shares: all equal constants of one compilation are one object
// (its const cache), interned strings and immortal values are one object in any case.
// Invariant: a flagged value is written once, then referred to.
import { bytesKey } from "../base/bytes_key.ts";
import type { Constant } from "../base/constant.ts";
import { utf8 } from "../base/utf8.ts";
import type { Code, CodeConstant } from "./code.ts";
import { FLAG_REF, LONG_DIGIT_BITS, MarshalType } from "./marshal_format.ts";

const CO_OPTIMIZED = 1;
const SHORT_LENGTH_LIMIT = 256;
const SMALL_INT_MIN = -5n;
const SMALL_INT_MAX = 256n;

/** What the tuples of a code object are, apart from their items. */
const EMPTY_TUPLE: Constant = { type: "tuple", items: [] };

/** The interned string constants: those of letters, digits and underscores, and single Latin-1 characters. */
function isInterned(text: Uint8Array): boolean {
  if (text.length === 2 && text[0] >= 0xc2 && text[0] <= 0xc3) return true;
  if (text.length <= 1) return true;
  for (const byte of text) {
    const isNameByte =
      (byte >= 0x30 && byte <= 0x39) ||
      (byte >= 0x41 && byte <= 0x5a) ||
      (byte >= 0x61 && byte <= 0x7a) ||
      byte === 0x5f;
    if (!isNameByte) return false;
  }
  return true;
}

/** An object of the graph that is written. */
interface Common {
  /** How many references to it CPython's compiler would leave. */
  references: number;
  /** Tells it from others in keys of those that hold it. */
  readonly id: number;
}
type Node =
  | (Common & { kind: "plain"; value: Constant; interned: boolean; isFresh: boolean; items: Node[] })
  | (Common & { kind: "code"; code: Code; fields: Node[] });
type PlainNode = Node & { kind: "plain" };

const float64 = new DataView(new ArrayBuffer(8));

function floatText(value: number): string {
  float64.setFloat64(0, value);
  return `${float64.getUint32(0)}.${float64.getUint32(4)}`;
}

/** Builds the graph of objects. */
class Graph {
  private nodeCount = 0;
  private readonly names = new Map<string, Node>();
  private readonly nodes = new Map<string, Node>();
  private readonly classNames = new Set<string>();

  count(node: Node): Node {
    node.references++;
    return node;
  }

  private plain(value: Constant, items: Node[] = [], interned = false, isFresh = false): PlainNode {
    for (const item of items) this.count(item);
    const id = this.nodeCount++;
    return { kind: "plain", value, interned, isFresh, items, references: 0, id };
  }

  constructor(root: CodeConstant) {
    if (root.type === "code") this.findClassNames(root.code);
  }

  /** A class body loads its own qualified name, and its maker the name: constants, but the interned objects. */
  private findClassNames(code: Code): void {
    const isFunction = (code.co_flags & CO_OPTIMIZED) !== 0;
    const qualname = bytesKey(utf8(code.co_qualname));
    for (const value of code.co_consts) {
      if (value.type === "code") {
        this.findClassNames(value.code);
      } else if (!isFunction && value.type === "str" && bytesKey(value.wtf8) === qualname) {
        this.classNames.add(qualname);
        this.classNames.add(bytesKey(utf8(code.co_name)));
      }
    }
  }

  /** The object for a constant of the compilation: equal ones are the same. */
  constant(value: CodeConstant): Node {
    if (value.type === "code") return this.code(value.code);
    if (value.type === "str" && (isInterned(value.wtf8) || this.classNames.has(bytesKey(value.wtf8)))) {
      return this.interned(value);
    }
    if (value.type === "tuple" || value.type === "frozenset") {
      return this.holder(
        value,
        value.items.map((item) => this.constant(item)),
      );
    }
    return this.node(this.key(value), () => this.plain(value));
  }

  /** The tuple or frozenset of these items. */
  private holder(value: Constant, items: Node[]): Node {
    return this.node(`${value.type}(${items.map((item) => item.id).join()})`, () => this.plain(value, items));
  }

  private interned(value: Constant & { type: "str" }): Node {
    return this.node(`I${bytesKey(value.wtf8)}`, () => this.plain(value, [], true));
  }

  /** The interned string of a name. */
  private name(text: string): Node {
    let node = this.names.get(text);
    if (node === undefined) {
      node = this.interned({ type: "str", wtf8: utf8(text) });
      this.names.set(text, node);
    }
    return node;
  }

  private tupleOfNames(names: readonly string[]): Node {
    return this.holder(
      EMPTY_TUPLE,
      names.map((name) => this.name(name)),
    );
  }

  code(code: Code): Node {
    /** An object of its own, whatever else is equal to it. */
    const own = (bytes: Uint8Array, references: number): Node => {
      if (bytes.length === 0) return this.constant({ type: "bytes", bytes });
      const node = this.plain({ type: "bytes", bytes }, [], false, true);
      node.references = references;
      return node;
    };
    const merged = (bytes: Uint8Array) => this.constant({ type: "bytes", bytes });
    const constants = code.co_consts.map((value) => this.constant(value));
    const fields = [
      // The bytes that co_code gives are a copy that the code object keeps as well.
      own(code.co_code, 2),
      this.count(this.holder(EMPTY_TUPLE, constants)),
      this.count(this.tupleOfNames(code.co_names)),
      this.count(this.tupleOfNames(code.co_localsplusnames)),
      own(code.co_localspluskinds, 1),
      this.count(this.name(code.co_filename)),
      this.count(this.name(code.co_name)),
      this.count(this.name(code.co_qualname)),
      this.count(merged(code.co_linetable)),
      this.count(merged(code.co_exceptiontable)),
    ];
    return { kind: "code", code, fields, references: 0, id: this.nodeCount++ };
  }

  /** Lives for ever, and is one object wherever it stands. */
  isImmortal(node: Node): boolean {
    if (node.kind === "code" || node.isFresh) return false;
    const { value } = node;
    switch (value.type) {
      case "int":
        return value.value >= SMALL_INT_MIN && value.value <= SMALL_INT_MAX;
      case "bytes":
        return value.bytes.length <= 1;
      case "tuple":
        return node.items.length === 0;
      case "str":
        return node.interned;
      default:
        return false;
    }
  }

  private node(key: string, make: () => Node): Node {
    let node = this.nodes.get(key);
    if (node === undefined) {
      node = make();
      this.nodes.set(key, node);
    }
    return node;
  }

  private key(value: Constant): string {
    switch (value.type) {
      case "int":
        return `i${value.value}`;
      case "float":
        return `f${floatText(value.value)}`;
      case "complex":
        return `c${floatText(value.real)},${floatText(value.imag)}`;
      case "str":
        return `s${bytesKey(value.wtf8)}`;
      case "bytes":
        return `b${bytesKey(value.bytes)}`;
      default:
        return value.type;
    }
  }
}

class Writer {
  private bytes = new Uint8Array(1024);
  length = 0;
  /** The flagged values that were written, and their numbers. */
  private readonly flagged = new Map<Node, number>();
  private readonly graph: Graph;

  constructor(graph: Graph) {
    this.graph = graph;
  }

  result(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(count: number): void {
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    grown.set(this.bytes);
    this.bytes = grown;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  long(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >> shift) & 0xff);
  }

  raw(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  private double(value: number): void {
    float64.setFloat64(0, value, true);
    for (let i = 0; i < 8; i++) this.byte(float64.getUint8(i));
  }

  /** `isHeld`: the writer itself has a reference to it, as it has to the items of a set that it sorts. */
  write(node: Node, isHeld = false): void {
    if (node.kind === "plain" && node.items.length === 0) {
      switch (node.value.type) {
        case "None":
          this.byte(MarshalType.NONE);
          return;
        case "True":
          this.byte(MarshalType.TRUE);
          return;
        case "False":
          this.byte(MarshalType.FALSE);
          return;
        case "Ellipsis":
          this.byte(MarshalType.ELLIPSIS);
          return;
      }
    }
    let flag = 0;
    if (isHeld || node.references > 1 || this.graph.isImmortal(node)) {
      const number = this.flagged.get(node);
      if (number !== undefined) {
        this.byte(MarshalType.REF);
        this.long(number);
        return;
      }
      this.flagged.set(node, this.flagged.size);
      flag = FLAG_REF;
    }
    if (node.kind === "code") this.code(node.code, node.fields, flag);
    else this.plain(node, flag);
  }

  private code(code: Code, fields: Node[], flag: number): void {
    this.byte(MarshalType.CODE | flag);
    this.long(code.co_argcount);
    this.long(code.co_posonlyargcount);
    this.long(code.co_kwonlyargcount);
    this.long(code.co_stacksize);
    this.long(code.co_flags);
    for (const field of fields.slice(0, 8)) this.write(field);
    this.long(code.co_firstlineno);
    for (const field of fields.slice(8)) this.write(field);
  }

  private plain({ value, interned, items }: PlainNode, flag: number): void {
    switch (value.type) {
      case "int":
        this.int(value.value, flag);
        return;
      case "float":
        this.byte(MarshalType.BINARY_FLOAT | flag);
        this.double(value.value);
        return;
      case "complex":
        this.byte(MarshalType.BINARY_COMPLEX | flag);
        this.double(value.real);
        this.double(value.imag);
        return;
      case "str":
        this.text(value.wtf8, interned, flag);
        return;
      case "bytes":
        this.byte(MarshalType.STRING | flag);
        this.long(value.bytes.length);
        this.raw(value.bytes);
        return;
      case "tuple":
        if (items.length < SHORT_LENGTH_LIMIT) {
          this.byte(MarshalType.SMALL_TUPLE | flag);
          this.byte(items.length);
        } else {
          this.byte(MarshalType.TUPLE | flag);
          this.long(items.length);
        }
        for (const item of items) this.write(item);
        return;
      case "frozenset":
        this.byte(MarshalType.FROZENSET | flag);
        this.long(items.length);
        for (const item of this.inStableOrder(items)) this.write(item, true);
        return;
    }
  }

  private int(value: bigint, flag: number): void {
    if (BigInt.asIntN(32, value) === value) {
      this.byte(MarshalType.INT | flag);
      this.long(Number(value));
      return;
    }
    this.byte(MarshalType.LONG | flag);
    const digits: number[] = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= LONG_DIGIT_BITS) {
      digits.push(Number(rest & ((1n << LONG_DIGIT_BITS) - 1n)));
    }
    this.long(value < 0n ? -digits.length : digits.length);
    for (const digit of digits) {
      this.byte(digit & 0xff);
      this.byte(digit >> 8);
    }
  }

  private text(text: Uint8Array, interned: boolean, flag: number): void {
    if (text.every((byte) => byte < 0x80)) {
      if (text.length < SHORT_LENGTH_LIMIT) {
        this.byte((interned ? MarshalType.SHORT_ASCII_INTERNED : MarshalType.SHORT_ASCII) | flag);
        this.byte(text.length);
      } else {
        this.byte((interned ? MarshalType.ASCII_INTERNED : MarshalType.ASCII) | flag);
        this.long(text.length);
      }
    } else {
      this.byte((interned ? MarshalType.INTERNED : MarshalType.UNICODE) | flag);
      this.long(text.length);
    }
    this.raw(text);
  }

  /** The items of a set in the order of their own dumps, so that a file does not depend on hashes. */
  private inStableOrder(items: Node[]): Node[] {
    const dumps = items.map((item) => {
      const writer = new Writer(this.graph);
      writer.write(item, true);
      return { item, dump: writer.result() };
    });
    return dumps.sort((a, b) => compareBytes(a.dump, b.dump)).map(({ item }) => item);
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/**
 * The bytes that marshal.dumps gives for a freshly compiled code object, or for a constant. `rootIsShared`: the caller
 * holds a reference of its own, as py_compile and the import system do.
 */
export function dumps(value: CodeConstant, rootIsShared = true): Uint8Array {
  const graph = new Graph(value);
  const root = graph.constant(value);
  const writer = new Writer(graph);
  writer.write(root, rootIsShared);
  return writer.result();
}
