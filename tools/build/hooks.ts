// Puts a report in front of every load and store of the memory, for the checked and the traced bundle.
//
//   export function ptr(a) { return I32[a >> 2]; }   becomes   export function ptr(a) { $load(a, 8); return I32[a >> 2]; }
//
// An accessor whose body is a template reports once a call, at its start: the words it touches, joined where they are
// neighbours, loads before stores. Anywhere else that a view is indexed (loops, the allocators' own folder) the report
// stands inside the index, so it happens just before the access.
import { resolve } from "node:path";
import MagicString from "magic-string";
import { analyseScopes, type Node, walk } from "./scope.ts";
import { templatesOf } from "./templates.ts";

/** Bytes of an element of each view that memory.ts exports. */
const VIEW_BYTES: Readonly<Record<string, number>> = { U8: 1, I8: 1, U16: 2, I16: 2, I32: 4, U32: 4, F32: 4, F64: 8 };

/** Accessors that read or write the low word of a wider value on purpose: what the machine would touch. */
const WHOLE_BYTES: Readonly<Record<string, number>> = { ptr: 8, ssize: 8, setPtrLow: 8 };

/** Methods of a view that touch a range: address and byte count as texts, from the texts of the arguments. */
const RANGES: Readonly<
  Record<string, (args: string[]) => { kind: "load" | "store"; address: string; count: string }[]>
> = {
  copyWithin: ([to, from, end]) => [
    { kind: "load", address: from, count: `(${end}) - (${from})` },
    { kind: "store", address: to, count: `(${end}) - (${from})` },
  ],
  fill: ([, from, end]) => [{ kind: "store", address: from, count: `(${end}) - (${from})` }],
  subarray: ([from, end]) => [{ kind: "load", address: from, count: `(${end}) - (${from})` }],
  set: ([bytes, at]) => [{ kind: "store", address: at, count: `(${bytes}).length` }],
};

export interface HookNames {
  /** Module that exports the hooks, as the hooked file would import it. */
  readonly specifier: string;
  readonly load: string;
  readonly store: string;
  /** For a range of any address and length; where it is left out, load and store take ranges too. */
  readonly range?: string;
  /** Leave the accesses of memory.ts's own folder unreported: the allocators may touch what no program may. */
  readonly skipsOwnFolder?: boolean;
}

/** Before the name of an accessor that reports nothing, for memory.ts's own folder. */
const UNREPORTED = "$unreported_";

interface Access {
  readonly kind: "load" | "store";
  /** Text of the address without its constant part. */
  readonly base: string;
  readonly offset: number;
  readonly bytes: number;
}

/** The access of `view[index]` with elements of `bytes`: `(a >> 2) + 1` of a 4-byte view is a + 4. */
function accessOf(index: Node, source: string, bytes: number, kind: "load" | "store"): Access {
  const shift = Math.log2(bytes);
  const isShifted = (node: Node): boolean =>
    node.type === "BinaryExpression" && node.operator === ">>" && node.right.value === shift;
  const text = (node: Node): string => source.slice(node.start, node.end);
  if (bytes === 1) return { kind, base: text(index), offset: 0, bytes };
  if (isShifted(index)) return { kind, base: text(index.left), offset: 0, bytes };
  if (
    index.type === "BinaryExpression" &&
    index.operator === "+" &&
    isShifted(index.left) &&
    typeof index.right.value === "number"
  ) {
    return { kind, base: text(index.left.left), offset: index.right.value * bytes, bytes };
  }
  return { kind, base: `(${text(index)}) * ${bytes}`, offset: 0, bytes };
}

function joined(accesses: readonly Access[], wholeBytes: number | undefined): Access[] {
  const result: Access[] = [];
  for (const kind of ["load", "store"] as const) {
    const rows = accesses.filter((a) => a.kind === kind).sort((a, b) => (a.base === b.base ? a.offset - b.offset : 0));
    for (const row of rows) {
      const at = result.findIndex((r) => r.kind === kind && r.base === row.base && row.offset <= r.offset + r.bytes);
      if (at < 0) result.push(row);
      else
        result[at] = { ...result[at], bytes: Math.max(result[at].bytes, row.offset + row.bytes - result[at].offset) };
    }
  }
  return wholeBytes === undefined ? result : result.map((row) => ({ ...row, bytes: wholeBytes }));
}

/** Names of the functions that a module exports. */
export function exportedFunctions(program: Node): string[] {
  return (program.body as Node[])
    .filter((s) => s.type === "ExportNamedDeclaration" && s.declaration?.type === "FunctionDeclaration")
    .map((s) => s.declaration.id.name);
}

/** Makes a module of memory.ts's own folder call accessors that report nothing. Null where it calls none. */
export function useUnreported(source: string, program: Node, names: ReadonlySet<string>): MagicString | null {
  const magic = new MagicString(source);
  for (const statement of program.body as Node[]) {
    if (statement.type !== "ImportDeclaration" || !/(^|\/)memory\.ts$/.test(statement.source.value)) continue;
    for (const item of statement.specifiers as Node[]) {
      if (item.type !== "ImportSpecifier" || !names.has(item.imported.name)) continue;
      magic.overwrite(item.start, item.end, `${UNREPORTED}${item.imported.name} as ${item.local.name}`);
    }
  }
  return magic.hasChanged() ? magic : null;
}

/** Source of a module with reports added, or null where it touches no view. `memoryFile` is memory.ts. */
export function addHooks(
  source: string,
  file: string,
  program: Node,
  memoryFile: string,
  hooks: HookNames,
): MagicString | null {
  const scopes = analyseScopes(program);
  const viewBytes = (node: Node): number | undefined => {
    if (node.type !== "Identifier" || !Object.hasOwn(VIEW_BYTES, node.name)) return undefined;
    const binding = scopes.bindingOf(node);
    if (binding?.owner !== program) return undefined;
    return VIEW_BYTES[node.name];
  };
  const isMemory = resolve(file) === resolve(memoryFile);
  const templates = isMemory ? templatesOf(program, source, file) : new Map();
  const magic = new MagicString(source);
  const report = (a: { kind: "load" | "store"; address: string; count: string | number }): string => {
    const hook = hooks.range && typeof a.count === "string" ? "$range" : a.kind === "load" ? "$load" : "$store";
    return `${hook}(${a.address}, ${a.count})`;
  };
  const address = (a: Access): string => (a.offset === 0 ? a.base : `(${a.base}) + ${a.offset}`);
  let hookCount = 0;

  const findAccesses = (root: Node, found: (access: Access, index: Node) => void): void => {
    const targets = new Map<Node, "store" | "both">();
    walk(root, (node) => {
      if (node.type === "AssignmentExpression") targets.set(node.left, node.operator === "=" ? "store" : "both");
      if (node.type === "UpdateExpression") targets.set(node.argument, "both");
      const bytes = node.type === "MemberExpression" && node.computed ? viewBytes(node.object) : undefined;
      if (bytes === undefined) return;
      const target = targets.get(node);
      if (target !== "store") found(accessOf(node.property, source, bytes, "load"), node.property);
      if (target) found(accessOf(node.property, source, bytes, "store"), node.property);
    });
  };
  const rangesOf = (node: Node): { kind: "load" | "store"; address: string; count: string }[] => {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.computed) return [];
    const bytes = viewBytes(node.callee.object);
    const ranges = Object.hasOwn(RANGES, node.callee.property.name) ? RANGES[node.callee.property.name] : undefined;
    if (bytes === undefined || !ranges) return [];
    return ranges(node.arguments.map((a: Node) => source.slice(a.start, a.end))).map((range) =>
      bytes === 1
        ? range
        : { ...range, address: `(${range.address}) * ${bytes}`, count: `(${range.count}) * ${bytes}` },
    );
  };

  const hookFunction = (fn: Node, name: string): boolean => {
    if (!templates.has(name)) return false;
    const accesses: Access[] = [];
    const reports: string[] = [];
    findAccesses(fn, (access) => accesses.push(access));
    walk(fn, (node) => reports.push(...rangesOf(node).map(report)));
    for (const access of joined(accesses, WHOLE_BYTES[name])) {
      reports.push(report({ kind: access.kind, address: address(access), count: access.bytes }));
    }
    if (reports.length > 0) magic.appendRight(fn.body.start + 1, ` ${reports.join("; ")};`);
    hookCount += reports.length;
    return true;
  };

  for (const statement of program.body as Node[]) {
    const fn = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
    if (fn?.type === "FunctionDeclaration" && hookFunction(fn, fn.id.name)) continue;
    findAccesses(statement, (access, index) => {
      magic.appendLeft(
        index.start,
        `${report({ kind: access.kind, address: address(access), count: access.bytes })}, `,
      );
      hookCount++;
    });
    walk(statement, (node) => {
      const ranges = rangesOf(node);
      if (ranges.length === 0) return;
      magic.appendLeft(node.start, `(${ranges.map(report).join(", ")}, `).appendRight(node.end, ")");
      hookCount++;
    });
  }
  if (hookCount === 0) return null;
  if (isMemory && hooks.skipsOwnFolder) {
    for (const statement of program.body as Node[]) {
      const fn = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
      if (fn?.type !== "FunctionDeclaration") continue;
      const rest = source.slice(fn.id.end, statement.end);
      magic.append(`\nexport function ${UNREPORTED}${fn.id.name}${rest}`);
    }
  }
  const names = [
    `${hooks.load} as $load`,
    `${hooks.store} as $store`,
    ...(hooks.range ? [`${hooks.range} as $range`] : []),
  ];
  return magic.prepend(`import { ${names.join(", ")} } from ${JSON.stringify(hooks.specifier)};`);
}
