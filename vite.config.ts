// The page's build: SolidJS, fonts and all else inside, nothing from the network. Workers become files of their own.
// The machine itself is not bundled here: the page runs the same bundles (build/bundles) as everything else, which this
// copies beside the page as machine/plain.js, with the library archive and the boot image.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Where a file of the build appears below the page's address. */
const COPIED: readonly (readonly [from: string, to: string])[] = [
  ["build/bundles/plain/machine-browser.js", "machine/plain.js"],
  ["build/bundles/plain/machine-browser.js.map", "machine/plain.js.map"],
  ["build/stdlib.bin", "machine/stdlib.bin"],
  ["build/boot.bin", "machine/boot.bin"],
];

/** The programs that come with the page, by name: the one that it opens with first. */
const EXAMPLES = "machine/examples.json";
const FIRST_EXAMPLE = "first.py";

function examples(): string {
  const names = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".py"));
  const isLater = (name: string) => Number(name !== FIRST_EXAMPLE);
  names.sort((a, b) => isLater(a) - isLater(b) || (a < b ? -1 : 1));
  return JSON.stringify(names.map((name) => [name, readFileSync(join(root, "examples", name), "utf8")]));
}

function machineFiles(): Plugin {
  return {
    name: "machine-files",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? "").split("?")[0].slice(1);
        if (path === EXAMPLES) return void response.end(examples());
        const row = COPIED.find(([, to]) => to === path);
        if (!row || !existsSync(join(root, row[0]))) return next();
        response.setHeader("Content-Type", path.endsWith(".js") ? "text/javascript" : "application/octet-stream");
        // The script of a worker of an isolated page must say so itself.
        for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
        response.end(readFileSync(join(root, row[0])));
      });
    },
    generateBundle() {
      for (const [from, to] of COPIED) {
        const file = join(root, from);
        if (existsSync(file)) this.emitFile({ type: "asset", fileName: to, source: readFileSync(file) });
      }
      this.emitFile({ type: "asset", fileName: EXAMPLES, source: examples() });
    },
  };
}

// Sharing memory with the machine's worker needs an isolated page; the page's own server sends the same.
const isolation = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

export default defineConfig({
  root: join(root, "src/ui"),
  base: "./",
  publicDir: false,
  plugins: [solid(), machineFiles()],
  worker: { format: "es" },
  build: {
    outDir: join(root, "build/page"),
    emptyOutDir: true,
    target: "es2022",
    sourcemap: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: { host: "127.0.0.1", headers: isolation },
  preview: { host: "127.0.0.1", headers: isolation },
});
