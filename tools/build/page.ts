// The page: src/ui/index.html with everything it needs, into build/page. Configuration: vite.config.ts at the root.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Target } from "./target.ts";

export const PAGE_DIRECTORY = "build/page";

function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name).slice(root.length + 1));
}

/** The page works without a network: nothing that it loads by itself may come from elsewhere. */
function refuseOutside(root: string): void {
  const pattern = /(?:\b(?:src|href)=|\burl\(|@import\s)\s*["']?(?:https?:)?\/\/[^"')\s]+/i;
  for (const path of filesUnder(root, PAGE_DIRECTORY)) {
    if (!/\.(html|css)$/.test(path)) continue;
    const match = pattern.exec(readFileSync(join(root, path), "utf8"));
    if (match) throw new Error(`${path} loads something from the network: ${match[0]}`);
  }
}

export function pageTarget(root: string): Target {
  return {
    name: "page",
    needs: ["machine-browser.plain", "boot"],
    missing: () => (existsSync(join(root, "src/ui/index.html")) ? null : "src/ui/index.html is not there yet"),
    make: async () => {
      const vite = await import("vite");
      await vite.build({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
      refuseOutside(root);
      const folders = [
        "src/ui",
        "src/protocol",
        "src/inspect",
        "src/recorder",
        "src/machine",
        "src/base",
        "src/bytecode",
        "src/memory",
        "examples",
      ];
      const machines = filesUnder(root, "build/bundles").filter((path) => path.includes("machine-browser"));
      const data = ["build/stdlib.bin", "build/boot.bin"].filter((path) => existsSync(join(root, path)));
      const inputs = [...folders.flatMap((folder) => filesUnder(root, folder)), "vite.config.ts", ...machines, ...data];
      return {
        inputs: inputs.filter((path) => !/\.test\.tsx?$/.test(path)),
        outputs: [`${PAGE_DIRECTORY}/index.html`],
      };
    },
  };
}
