// Generates the interpreter's loop from the instruction definitions in src/interpreter/instructions/.
//   node tools/run.mjs tools/generate-interpreter.ts
//
// A definition file exports objects of methods, one an opcode. A body works on the registers `frame`, `ip`, `sp`, `oparg`
// (ambient: registers.d.ts) and ends by falling out (next instruction) or with a marker, each a statement of its own:
//
//   next();            go on with the next instruction          jumpBy(units);   the same, so many code units further
//   error();           an error is set; sp says what is live    deopt(OP.X);     run this instruction as X instead
//   enter();           another frame is current now             deliver(value);  this frame is gone: hand value to the one below
//   reraise();         an error is set that keeps its traceback: no new entry for this frame
//   yielded(value);    this generator's frame stopped: value is what it yielded     ended(value);  … returned, and is gone
//   suspend(result);   result may be PUSHED: if so, leave; the rest of the body runs when the result comes
//   suspendInt(result);  the same for a slot that answers with an int
//
// In the loop the frame in memory lags behind the registers: ip and sp are written to it only in front of what can look at
// it, and that is any call but those of PURE. decref is written out, and looks only when it ends a life.
//
// Bodies that differ in an operator are one, each(); statements that several share are a fragment (fragments.ts).
// suspend stands at the top level of the body behind `const result = …;`, and the rest may use only the registers and
// `result`. Products: loop.gen.ts with run() (hot instructions inline), cold functions, and finish() for the rests.
// Invariant: a function that dispatches holds few enough instructions that V8 optimises it (test: loop.test.ts).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as acorn from "acorn";
import { transformSync } from "esbuild";
import { deopt as genericOf, opcodeRows as OPCODES } from "../src/bytecode/opcodes.ts";
import { HOT } from "../src/interpreter/hot.ts";

// biome-ignore lint/suspicious/noExplicitAny: acorn's nodes are read as they come
type Node = any;

const root = process.env.UNDERGLASS_ROOT ?? process.cwd();
const folder = join(root, "src/interpreter/instructions");
/** Few, so that V8 soon compiles those of a program: a long function waits, and takes a hundred milliseconds and more. */
const COLD_PER_FUNCTION = 16;

interface Definition {
  name: string;
  number: number;
  cacheUnits: number;
  statements: string[];
  source: string;
}

const imports = new Map<string, Set<string>>();
const definitions = new Map<string, Definition>();
const rows = new Map(OPCODES.map((row) => [row[0], row]));

/** Statements that stand for a fragment's name. */
const fragments = new Map<string, string[]>();

function define(name: string, file: string, statements: string[]): void {
  const row = rows.get(name);
  if (!row) throw new Error(`${file}: ${name} is no opcode`);
  if (definitions.has(name)) throw new Error(`${file}: ${name} is defined twice`);
  definitions.set(name, { name, number: row[1], cacheUnits: row[3], statements, source: file });
}

/** In the body of each(): operate(a, b) becomes the operator, any other part's name the function that it stands for. */
function withParts(text: string, parts: Node): string {
  let out = text;
  for (const { key, value } of parts.properties as Node[]) {
    out =
      key.name === "operate"
        ? out.replace(/\boperate\(((?:[^(),]|\((?:[^()]|\([^()]*\))*\))+), /g, `($1 ${value.value} `)
        : out.replace(new RegExp(`\\b${key.name}\\(`, "g"), `${value.name}(`);
  }
  return out;
}

/** Statements with those of fragments in the place of their calls; arguments are names that the fragment uses too. */
function withFragments(statements: readonly string[]): string[] {
  return statements.flatMap((statement) => {
    const fragment = fragmentCalled(statement);
    if (fragment !== undefined) return withFragments(fragment);
    // Within a block, a call of a fragment has a line to itself.
    return [
      statement.replace(/^ +\w+\([\w, ]*\);$/gm, (line) => {
        const inner = fragmentCalled(line);
        return inner === undefined ? line : withFragments(inner).join("\n");
      }),
    ];
  });
}

function fragmentCalled(statement: string): string[] | undefined {
  const name = /^(\w+)\([\w, ]*\);?$/.exec(statement.trim())?.[1];
  return name === undefined ? undefined : fragments.get(name);
}

/** OP.NAME as its number, which the table of opcodes does not give the build as a constant. */
const withNumbers = (text: string): string => text.replace(/\bOP\.(\w+)/g, (_, name) => String(rows.get(name)![1]));

for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith(".ts") || file.endsWith(".d.ts")) continue;
  const typescript = readFileSync(join(folder, file), "utf8");
  const { code } = transformSync(typescript, {
    loader: "ts",
    target: "es2022",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const tree: Node = acorn.parse(code, { ecmaVersion: 2022, sourceType: "module" });
  for (const node of tree.body as Node[]) {
    if (node.type === "ImportDeclaration") {
      let from: string = node.source.value;
      if (from.startsWith("../../")) from = from.slice(3);
      else if (from.startsWith("../")) from = `./${from.slice(3)}`;
      const names = imports.get(from) ?? new Set();
      imports.set(from, names);
      for (const s of node.specifiers) {
        names.add(s.imported.name === s.local.name ? s.local.name : `${s.imported.name} as ${s.local.name}`);
      }
    } else if (node.type === "ExportNamedDeclaration" && node.declaration?.type === "VariableDeclaration") {
      const { id, init } = node.declaration.declarations[0];
      const textsOf = (body: Node): string[] =>
        (body.body as Node[]).map((s) => withNumbers(code.slice(s.start, s.end)));
      if (init.type === "CallExpression") {
        const [instructions, body] = init.arguments;
        for (const { key, value } of instructions.properties as Node[]) {
          define(
            key.name,
            file,
            textsOf(body.body).map((text) => withParts(text, value)),
          );
        }
      } else {
        for (const { key, value } of init.properties as Node[]) {
          if (id.name === "fragments") fragments.set(key.name, textsOf(value.body));
          else define(key.name, file, textsOf(value.body));
        }
      }
    } else throw new Error(`${file}: only imports and exported tables of instructions`);
  }
}

/** Functions that neither look at the frame nor call one that does; besides them all of memory.ts that is no bulk. */
const PURE = new Set([
  ...["next", "jumpBy", "deopt", "error", "reraise", "deliver", "enter", "yielded", "ended", "suspend", "suspendInt"],
  ...["cacheVersion", "compactValue", "currentFrame", "entriesOf", "incref", "inlineValues", "isCompact", "isValid"],
  ...["longDigitCount", "sizeOf", "triggers", "countDown", "typeOf", "valueAt", "addToInsertionOrder", "textFunction"],
  ...["callableCacheLen", "callableCacheListAppend", "callableCacheIsinstance", "setCurrentFrame", "longSign"],
  ...["isType", "nameAt", "hintedEntry", "takesExactly", "PyUnicode_READ_CHAR", "latin1String"],
]);
const isPureName = (name: string): boolean =>
  PURE.has(name) || (imports.get("../memory/memory.ts")!.has(name) && !/Bytes$|^find/.test(name));
const SAVE = "setPtrLow(frame + INSTR_PTR, ip); setI32(frame + STACKTOP, (sp - frame - LOCALSPLUS) >> 3);";

function isPure(node: Node): boolean {
  if (node === null || typeof node !== "object") return true;
  if (Array.isArray(node)) return node.every(isPure);
  if (node.type === "CallExpression" && !(node.callee.type === "Identifier" && isPureName(node.callee.name)))
    return false;
  for (const key in node) if (key !== "type" && key !== "start" && key !== "end" && !isPure(node[key])) return false;
  return true;
}

/** decref(e) or xdecref(e) as a statement: e. */
function released(node: Node): Node | null {
  if (node.type !== "ExpressionStatement" || node.expression.type !== "CallExpression") return null;
  const { callee, arguments: args } = node.expression;
  return /^x?decref$/.test(callee.name) && isPure(args[0]) ? args[0] : null;
}

/** The text of statements in which registers are saved in front of what may look at the frame. */
function withSaves(statements: Node[], text: string, isSaved = false): string {
  let out = "";
  for (const statement of statements) {
    const source = text.slice(statement.start, statement.end);
    const dying = isSaved ? null : released(statement);
    if (isSaved || isPure(statement)) out += source;
    else if (dying !== null) {
      const isNullable = statement.expression.callee.name === "xdecref" ? "$dying !== 0 && " : "";
      out += `{ const $dying = ${text.slice(dying.start, dying.end)}; const $count = i32($dying); if ($count > 1) setI32($dying, $count - 1); else if (${isNullable}$count >= 0) endLife($dying, frame, ip, sp); }`;
    } else if (statement.type === "IfStatement" && isPure(statement.test)) {
      const branch = (node: Node): string =>
        `{ ${withSaves(node.type === "BlockStatement" ? node.body : [node], text)} }`;
      out += `if (${text.slice(statement.test.start, statement.test.end)}) ${branch(statement.consequent)}`;
      if (statement.alternate) out += ` else ${branch(statement.alternate)}`;
    } else {
      out += `${SAVE}\n${source}`;
      isSaved = true;
    }
    out += "\n";
  }
  return out;
}

for (const definition of definitions.values()) definition.statements = withFragments(definition.statements);

type Mode = "hot" | "cold";

function expand(body: string, definition: Definition, mode: Mode, firstPhase: number): string {
  const tree: Node = acorn.parse(`async function _() {${body}}`, { ecmaVersion: 2022 });
  const shift = "async function _() {".length;
  const edits: [number, number, string][] = [];
  let phase = firstPhase;
  const visit = (node: Node): void => {
    if (node === null || typeof node !== "object") return;
    if (Array.isArray(node)) {
      for (const n of node) visit(n);
      return;
    }
    if (node.type === "ReturnStatement") throw new Error(`${definition.name}: return is not of the form`);
    if (node.type === "ExpressionStatement" && node.expression.type === "CallExpression") {
      const call = node.expression;
      const argument = call.arguments[0]
        ? body.slice(call.arguments[0].start - shift, call.arguments[0].end - shift)
        : "";
      const text = marker(call.callee.name, argument, definition, mode, phase);
      if (text !== undefined) {
        if (call.callee.name.startsWith("suspend")) phase++;
        edits.push([node.start - shift, node.end - shift, text]);
        return;
      }
    }
    for (const key in node) if (key !== "type" && key !== "start" && key !== "end") visit(node[key]);
  };
  visit(tree.body[0].body.body);
  let out = body;
  for (const [start, end, text] of edits.sort((a, b) => b[0] - a[0])) out = out.slice(0, start) + text + out.slice(end);
  return out;
}

function marker(name: string, argument: string, definition: Definition, mode: Mode, phase: number): string | undefined {
  const size = 2 + definition.cacheUnits * 2;
  const hot = mode === "hot";
  switch (name) {
    case "next":
      return hot ? `{ ip = $ip + ${size}; break dispatch; }` : `{ leaveCold(frame, ip + ${size}, sp); return NEXT; }`;
    case "jumpBy":
      return hot
        ? `{ ip = $ip + ${size} + (${argument}) * 2; break dispatch; }`
        : `{ leaveCold(frame, ip + ${size} + (${argument}) * 2, sp); return NEXT; }`;
    case "error":
      return hot
        ? "{ setPtrLow(frame + INSTR_PTR, ip); $status = ERROR; break instructions; }"
        : "{ setI32(frame + STACKTOP, (sp - frame - LOCALSPLUS) >> 3); return ERROR; }";
    case "reraise":
      return hot
        ? "{ setPtrLow(frame + INSTR_PTR, ip); reraisedAt = ip; $status = RERAISE; break instructions; }"
        : "{ reraisedAt = ip; setI32(frame + STACKTOP, (sp - frame - LOCALSPLUS) >> 3); return RERAISE; }";
    case "enter":
      return hot ? "{ $status = ENTER; break instructions; }" : "return ENTER;";
    case "deliver":
      return hot
        ? `{ delivered = ${argument}; $status = DELIVER; break instructions; }`
        : `{ setDelivered(${argument}); return DELIVER; }`;
    case "deopt":
      return hot
        ? `{ opcode = (${argument}) & 255; continue dispatch; }`
        : `{ redirected = ${argument}; return REDISPATCH; }`;
    case "yielded":
    case "ended":
      return hot
        ? `{ delivered = ${argument}; $status = ${name.toUpperCase()}; break instructions; }`
        : `{ setDelivered(${argument}); return ${name.toUpperCase()}; }`;
    case "suspend":
    case "suspendInt": {
      const leave = hot
        ? "{ suspendFrame(frame, oparg, PHASE, sp); $status = ENTER; break instructions; }"
        : "{ suspendFrame(frame, oparg, PHASE, sp); return ENTER; }";
      return `if (${argument} === PUSHED) ${leave.replace("PHASE", String((genericOf[definition.number] << 3) | phase))}`;
    }
  }
  return undefined;
}

// V8 computes an expression once that occurs in several cases, such as ip + 4 or (sp - 16) >> 2, and it does so in front of
// the switch, for each instruction: half a hundred of them. So each case works on copies of the registers that V8 cannot see
// to be the same: it does not simplify x ^ K ^ K, and K is another in each case.
const REGISTERS = ["frame", "ip", "sp", "oparg"];
const inText = (name: string): RegExp => new RegExp(`(?<![.\\w$])${name}\\b`, "g");
const opaque = (name: string, key: number): string => `${name} ^ ${key} ^ ${key}`;

/** A case of the loop: constant copies $frame, $ip, $oparg; sp itself is written where the body changes it. */
function hotCase(definition: Definition): string {
  const size = 2 + definition.cacheUnits * 2;
  const source = `async function _() {${definition.statements.join("\n")}}`;
  const tree: Node = acorn.parse(source, { ecmaVersion: 2022 });
  let body = expand(withSaves(tree.body[0].body.body, source), definition, "hot", 0);
  body += `\nip = $ip + ${size};\nbreak dispatch;`;
  const key = definition.number + 1;
  const changesStack = /(?<![.\w$])sp [-+]?= /.test(body);
  const copies = REGISTERS.filter((name) => name !== "sp" || !changesStack);
  for (const name of copies) {
    // What assigns to a register means the register itself.
    body = body.replace(inText(name), (found, at: number) => (isTarget(body, at + found.length) ? found : `$${name}`));
  }
  const used = copies.filter((name) => body.includes(`$${name}`));
  let head = used.length > 0 ? `const ${used.map((name) => `$${name} = ${opaque(name, key)}`).join(", ")};\n` : "";
  if (changesStack) head += `sp = ${opaque("sp", key)};\n`;
  return `case ${definition.number}: { // ${definition.name}\n${head}${body}\n}\n`;
}

const isTarget = (text: string, end: number): boolean => /^ (?:[-+]?=) /.test(text.slice(end, end + 4));

/** A case of a function of its own, whose registers are its parameters. */
function caseInFunction(number: number, comment: string, key: number, body: string, size: number): string {
  const whole = `${body}\nleaveCold(frame, ip + ${size}, sp);\nreturn NEXT;`;
  const used = REGISTERS.filter((name) => inText(name).test(whole));
  const head = used.map((name) => `${name} = ${opaque(name, key)};`).join(" ");
  return `case ${number}: { // ${comment}\n${head}\n${whole}\n}\n`;
}

function coldCase(definition: Definition): string {
  const size = 2 + definition.cacheUnits * 2;
  const body = expand(definition.statements.join("\n"), definition, "cold", 0);
  return caseInFunction(definition.number, definition.name, definition.number + 1, body, size);
}

const isSuspend = (statement: string): boolean => /^suspend(Int)?\(\w+\);?$/.test(statement.trim());
const hasRest = (name: string, phase: number): boolean =>
  (definitions.get(name)?.statements.filter(isSuspend).length ?? 0) > phase;

/** The rests of a body behind each top-level suspend. */
function finishCases(definition: Definition): string[] {
  const cases: string[] = [];
  definition.statements.forEach((statement, index) => {
    const match = /^suspend(Int)?\((\w+)\);?$/.exec(statement.trim());
    if (!match) return;
    const phase = cases.length;
    const value = match[1] ? "deliveredInt(value)" : "value";
    const rest = expand(definition.statements.slice(index + 1).join("\n"), definition, "cold", phase + 1);
    const size = 2 + definition.cacheUnits * 2;
    const body = `const ${match[2]} = ${value};\n${rest}`;
    const key = definition.number + 1 + phase * 256;
    const name = `${definition.name}, phase ${phase}`;
    // A specialised form that went on as the generic one has its rest; its own, if there is one, does the same.
    const others = OPCODES.filter((row) => row[5] === definition.name && !hasRest(row[0], phase));
    const labels = others.map((row) => `case ${row[1] | (phase << 8)}:\n`).join("");
    cases.push(labels + caseInFunction(definition.number | (phase << 8), name, key, body, size));
  });
  return cases;
}

function usesSuspendNested(definition: Definition): boolean {
  return definition.statements.some((s) => /\bsuspend(Int)?\(/.test(s) && !/^suspend(Int)?\(\w+\);?$/.test(s.trim()));
}

const all = [...definitions.values()];
for (const d of all) if (usesSuspendNested(d)) throw new Error(`${d.name}: suspend must stand at the top level`);
const hot = HOT.map((name) => definitions.get(name)).filter((d): d is Definition => d !== undefined);
const cold = all.filter((d) => !hot.includes(d)).sort((a, b) => a.number - b.number);
const coldGroups: Definition[][] = [];
for (let i = 0; i < cold.length; i += COLD_PER_FUNCTION) coldGroups.push(cold.slice(i, i + COLD_PER_FUNCTION));
// Whatever form was suspended, the generic one's rest goes on: the forms of a family leave the same on the stack.
const isGeneric = (d: Definition): boolean => genericOf[d.number] === d.number;
for (const d of all) {
  const generic = [...definitions.values()].find((one) => one.number === genericOf[d.number]);
  if (!isGeneric(d) && finishCases(d).length > 0 && (generic === undefined || finishCases(generic).length === 0))
    throw new Error(`${d.name} suspends, but its generic form does not`);
}
// All rests of an instruction are in one function.
const finishing = all.filter((d) => isGeneric(d) && finishCases(d).length > 0);
const finishGroups: Definition[][] = [];
for (let i = 0; i < finishing.length; i += COLD_PER_FUNCTION)
  finishGroups.push(finishing.slice(i, i + COLD_PER_FUNCTION));
/** The instruction and its specialised forms, which may be what stands in the memory. */
const opcodesOf = (d: Definition): number[] => [
  d.number,
  ...OPCODES.filter((row) => row[5] === d.name && row[1] < 256).map((row) => row[1]),
];

const template = readFileSync(join(root, "src/interpreter/loop.template.ts"), "utf8");
const templateImports = /\/\/ <imports>([\s\S]*?)\/\/ <\/imports>/.exec(template)![1];
const templateTree: Node = acorn.parse(
  transformSync(templateImports, { loader: "ts", tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } })
    .code,
  { ecmaVersion: 2022, sourceType: "module" },
);
for (const node of templateTree.body as Node[]) {
  const names = imports.get(node.source.value) ?? new Set();
  imports.set(node.source.value, names);
  for (const s of node.specifiers) names.add(s.imported.name);
}
// The template has its own, which the build can fold.
imports.get("./frame.ts")!.delete("LOCALSPLUS");
const importText = [...imports]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([from, names]) => `import { ${[...names].sort().join(", ")} } from "${from}";`)
  .join("\n");

const coldFunctions = coldGroups
  .map(
    (group, index) => `
function cold${index}(opcode, oparg, frame, ip, sp) {
  switch (opcode) {
${group.map(coldCase).join("")}
  }
  return unknownInstruction(opcode, frame);
}
`,
  )
  .join("");
/** In the loop: what is not inline goes to the function that has it. */
const coldCases = coldGroups
  .map(
    (group, i) => `${group.map((d) => `case ${d.number}:`).join(" ")}
${SAVE}
$status = cold${i}(opcode, oparg, frame, ip, sp);
break;
`,
  )
  .join("");
const finishFunctions = finishGroups
  .map(
    (group, i) => `
function finish${i}(key, oparg, frame, ip, sp, value) {
  switch (key) {
${group.flatMap(finishCases).join("")}
  }
  return -1;
}
`,
  )
  .join("");
const finishRouter = `
function finish(key, oparg, frame, ip, sp, value) {
  let status = -1;
  switch (FINISH_GROUP[key & 255]) {
${finishGroups.map((_, i) => `    case ${i + 1}: status = finish${i}(key, oparg, frame, ip, sp, value); break;`).join("\n")}
  }
  return status < 0 ? unknownFinish(key, frame) : status;
}
const FINISH_GROUP = new Uint8Array(256);
${finishGroups.map((group, i) => `for (const n of [${group.flatMap((d) => opcodesOf(d)).join(", ")}]) FINISH_GROUP[n] = ${i + 1};`).join("\n")}
`;

const out = template
  .replace(/\/\/ <imports>[\s\S]*?\/\/ <\/imports>/, () => importText)
  .replace(
    "// <head>",
    "// Generated from src/interpreter/instructions/ and loop.template.ts by tools/generate-interpreter.ts. Not to be edited.\n// @ts-nocheck",
  )
  .replace("// <hot>", () => hot.map(hotCase).join("") + coldCases)
  .replace("// <cold>", () => coldFunctions + finishFunctions + finishRouter);
writeFileSync(join(root, "src/interpreter/loop.gen.ts"), out);
console.log(
  `loop.gen.ts: ${all.length} instructions, ${hot.length} hot, ${coldGroups.length} cold functions, ${finishing.length} rests`,
);
const missing = OPCODES.filter((row) => row[1] < 256 && !definitions.has(row[0])).map((row) => row[0]);
console.log(`not defined: ${missing.join(" ")}`);
