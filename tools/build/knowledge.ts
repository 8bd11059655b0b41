// What the expansion knows about the sources: bodies of accessors and values of table modules.
// Both are read from the real modules at build time, so nothing is written twice.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build, transform } from "esbuild";
import { expandAccessors, type Knowledge, parse, type TableConstants } from "./expand-accessors.ts";
import { type Template, templatesOf } from "./templates.ts";

/** A module whose exported functions are expanded where they are called: all that can be, or those with a tag. */
export interface AccessorFile {
  readonly path: string;
  readonly isTagged: boolean;
}

/**
 * In the order in which they build on each other. In a tagged module the comment of a function that is to be expanded
 * holds the word @expand; each expansion makes its callers larger, and a function that dispatches has a limit. What is
 * called nearly everywhere says "@expand loop": it is expanded in the interpreter's loop alone.
 */
export const ACCESSOR_FILES: readonly AccessorFile[] = [
  { path: "src/memory/memory.ts", isTagged: false },
  { path: "src/gc/link.ts", isTagged: true },
  { path: "src/gc/generations.ts", isTagged: true },
  { path: "src/objects/object.ts", isTagged: true },
  { path: "src/objects/long_core.ts", isTagged: true },
  { path: "src/objects/dict_keys.ts", isTagged: true },
  { path: "src/objects/dict_values.ts", isTagged: true },
  { path: "src/objects/dict_instance.ts", isTagged: true },
  { path: "src/objects/frames.ts", isTagged: true },
  { path: "src/interpreter/names.ts", isTagged: true },
  { path: "src/interpreter/specialize.ts", isTagged: true },
];

/** A module's expansions may use each other this deep. */
const OWN_PASSES = 3;

/** Names of the exported functions whose comment says @expand, and whether that is for the loop alone. */
export function taggedFunctions(typescript: string): Map<string, { isForLoop: boolean }> {
  const pattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:function|const) (\w+)/g;
  return new Map(
    [...typescript.matchAll(pattern)]
      .filter((m) => /@expand\b/.test(m[1]))
      .map((m) => [m[2], { isForLoop: /@expand loop\b/.test(m[1]) }]),
  );
}

/** Modules, or folders of them, whose exported numbers and frozen tables of numbers are folded. They import no views. */
/** Says which objects are structure tables: frozen by their type, not in fact, since each start makes all of them. */
const STRUCT_FILE = "src/memory/struct.ts";
export const TABLE_PATHS = ["src/memory/structs", "src/memory/map.ts", "src/memory/data.ts", "src/bytecode"];

/** JavaScript of a TypeScript module, line by line where esbuild can, with a map to it. */
export async function stripTypes(source: string, file: string): Promise<{ code: string; map: string }> {
  return await transform(source, {
    loader: "ts",
    sourcefile: file,
    sourcemap: "external",
    target: "es2022",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
}

function tableFiles(root: string): string[] {
  const files: string[] = [];
  for (const path of TABLE_PATHS) {
    if (path.endsWith(".ts")) {
      if (existsSync(join(root, path))) files.push(join(root, path));
    } else {
      try {
        for (const name of readdirSync(join(root, path), { recursive: true }) as string[]) {
          if (/\.ts$/.test(name) && !/\.(test|d)\.ts$/.test(name)) files.push(join(root, path, name));
        }
      } catch {
        // A folder that is not there has no tables.
      }
    }
  }
  return files.sort();
}

/** Evaluates table modules; only what cannot change afterwards is taken. */
async function evaluateTables(root: string): Promise<{ constants: Map<string, TableConstants>; inputs: string[] }> {
  const files = tableFiles(root);
  const entry = files
    .map((file, i) => `export * as m${i} from ${JSON.stringify(`./${relative(root, file)}`)};`)
    .concat(existsSync(join(root, STRUCT_FILE)) ? [`export { isStruct } from "./${STRUCT_FILE}";`] : [])
    .join("\n");
  const result = await build({
    stdin: { contents: entry, resolveDir: root, loader: "js" },
    bundle: true,
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "silent",
    absWorkingDir: root,
  });
  const code = Buffer.from(result.outputFiles[0].contents).toString("base64");
  const { isStruct = () => false, ...modules } = (await import(`data:text/javascript;base64,${code}`)) as {
    readonly isStruct?: (value: object) => boolean;
  } & Record<string, Record<string, unknown>>;
  const constants = new Map<string, TableConstants>();
  files.forEach((file, i) => {
    const values = new Map<string, number | Readonly<Record<string, unknown>>>();
    for (const [name, value] of Object.entries(modules[`m${i}`])) {
      if (typeof value === "number") values.set(name, value);
      else if (value !== null && typeof value === "object" && (Object.isFrozen(value) || isStruct(value)))
        values.set(name, value as Record<string, unknown>);
    }
    constants.set(file, values);
  });
  const inputs = Object.keys(result.metafile.inputs).filter((path) => path !== "<stdin>");
  return { constants, inputs };
}

export interface LoadedKnowledge extends Knowledge {
  /** Files whose content the knowledge was made from, relative to the root. */
  readonly inputs: readonly string[];
}

export async function loadKnowledge(
  root: string,
  accessorFiles: readonly AccessorFile[] = ACCESSOR_FILES,
): Promise<LoadedKnowledge> {
  const tables = await evaluateTables(root);
  const templates = new Map<string, Map<string, Template>>();
  const knowledge: LoadedKnowledge = {
    templatesOf: (file) => templates.get(resolve(file)),
    constantsOf: (file) => tables.constants.get(resolve(file)),
    inputs: [...accessorFiles.map((file) => file.path), ...tables.inputs],
  };
  for (const { path, isTagged } of accessorFiles) {
    const file = join(root, path);
    if (!existsSync(file)) continue;
    const typescript = readFileSync(file, "utf8");
    const only = isTagged ? taggedFunctions(typescript) : null;
    const stripped = (await stripTypes(typescript, file)).code;
    for (let pass = 0; pass < OWN_PASSES; pass++) {
      const expanded = expandAccessors(stripped, file, knowledge).magic.toString();
      templates.set(file, templatesOf(parse(expanded), expanded, file, only));
    }
  }
  return knowledge;
}
