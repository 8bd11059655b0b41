// The esbuild plugin that makes a variant of the machine from the same sources.
//
//   plain     accessors expanded in place
//   checked   every access first calls src/memory/checked.ts, which knows what is allocated
//   traced    every access first calls src/memory/traced.ts, which counts and records
//
// Table constants are folded in all three. Source maps lead back to the TypeScript.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Plugin } from "esbuild";
import { expandAccessors, parse, specifierBetween } from "./expand-accessors.ts";
import { addHooks, exportedFunctions, type HookNames, useUnreported } from "./hooks.ts";
import { type LoadedKnowledge, stripTypes } from "./knowledge.ts";
import { composeMaps } from "./source-map.ts";

export type Variant = "plain" | "checked" | "traced";
export const VARIANTS: readonly Variant[] = ["plain", "checked", "traced"];

export const MEMORY_FILE = "src/memory/memory.ts";

interface Hooks {
  /** The module with the hooks. Its own accesses are never reported. */
  readonly file: string;
  readonly load: string;
  readonly store: string;
  readonly range?: string;
  readonly skipsOwnFolder: boolean;
}

const HOOKS: Readonly<Record<Exclude<Variant, "plain">, Hooks>> = {
  checked: {
    file: "src/memory/checked.ts",
    load: "checkedLoad",
    store: "checkedStore",
    range: "checkedRange",
    skipsOwnFolder: true,
  },
  traced: { file: "src/memory/traced.ts", load: "tracedLoad", store: "tracedStore", skipsOwnFolder: false },
};

export function hooksFile(variant: Variant): string | null {
  return variant === "plain" ? null : HOOKS[variant].file;
}

/** Whether the sources that a variant needs are there. */
export function variantExists(root: string, variant: Variant): boolean {
  const file = hooksFile(variant);
  return file === null || existsSync(join(root, file));
}

/** The module whose constants say which variant the code is in: `export const CHECKED = false as boolean;`. */
const FLAGS_FILE = "src/memory/build_flags.ts";

function setFlag(source: string, variant: Variant): string {
  if (variant === "plain") return source.replace(/(export const (?:CHECKED|TRACED) = )\w+/g, "$1false");
  const pattern = new RegExp(`(export const ${variant.toUpperCase()} = )\\w+`);
  if (!pattern.test(source)) throw new Error(`${FLAGS_FILE} has no flag for the ${variant} variant`);
  return source.replace(pattern, "$1true");
}

export interface VariantReport {
  expansionCount: number;
  /** Places where an accessor was left as a call: "file: name". */
  leftAsCalls: string[];
}

const withoutTemplates = (knowledge: LoadedKnowledge): LoadedKnowledge => ({
  ...knowledge,
  templatesOf: () => undefined,
});

export function variantPlugin(
  root: string,
  variant: Variant,
  knowledge: LoadedKnowledge,
  report: VariantReport,
): Plugin {
  const memoryFile = join(root, MEMORY_FILE);
  const hooks = variant === "plain" ? null : HOOKS[variant];
  const hookFile = hooks && join(root, hooks.file);
  return {
    name: `variant-${variant}`,
    async setup(build) {
      const memory = await stripTypes(readFileSync(memoryFile, "utf8"), memoryFile);
      const accessors = new Set(exportedFunctions(parse(memory.code)));
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!path.startsWith(join(root, "src"))) return undefined;
        const source = readFileSync(path, "utf8");
        const text = path === join(root, FLAGS_FILE) ? setFlag(source, variant) : source;
        const stripped = await stripTypes(text, path);
        const isHookFile = hookFile !== null && resolve(path) === hookFile;
        let code = stripped.code;
        let map = stripped.map;
        if (hooks && hookFile && !isHookFile) {
          const names: HookNames = { ...hooks, specifier: specifierBetween(path, hookFile) };
          const isOwnFolder = hooks.skipsOwnFolder && path !== memoryFile && path.startsWith(dirname(memoryFile) + sep);
          const hooked = isOwnFolder
            ? useUnreported(code, parse(code), accessors)
            : addHooks(code, path, parse(code), memoryFile, names);
          if (hooked) {
            map = composeMaps(hooked.generateDecodedMap({ hires: "boundary" }), map);
            code = hooked.toString();
          }
        }
        const expansion = expandAccessors(code, path, hooks ? withoutTemplates(knowledge) : knowledge);
        report.expansionCount += expansion.expansionCount;
        for (const call of expansion.leftAsCalls) report.leftAsCalls.push(`${relative(root, path)}: ${call.name}`);
        if (expansion.magic.hasChanged()) {
          map = composeMaps(expansion.magic.generateDecodedMap({ hires: "boundary" }), map);
          code = expansion.magic.toString();
        }
        const inline = Buffer.from(map).toString("base64");
        return { contents: `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}`, loader: "js" };
      });
    },
  };
}
