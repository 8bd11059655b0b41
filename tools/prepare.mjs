// Prepares a clone for what is asked: installs packages when the lock file asks for others than are there, builds what is
// out of date, then runs it. Needs nothing but Node and npm, so it works on a fresh clone.
//
//   node tools/prepare.mjs install            packages only
//   node tools/prepare.mjs build [TARGET…]    packages, then the build
//   node tools/prepare.mjs start [FILE…]      … then the page on FILE, or on an example
//   node tools/prepare.mjs test [OPTION…]     … then all tests
//   node tools/prepare.mjs run FILE.ts [ARG…] packages, then a tool written in TypeScript
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** All but the variants that only tests use. */
const PLAIN = ["start", "page", "recorder-node.plain", "index.plain"];
const FIRST_EXAMPLE = "examples/first.py";

const nodeVersion = Number(process.versions.node.split(".")[0]);
if (nodeVersion < 20) {
  console.error(`underglass needs Node 20 or later; this is Node ${process.versions.node}`);
  process.exit(1);
}

/** Whether every package that the lock file asks for, optional ones aside, is installed in that version. */
function isInstalled() {
  try {
    const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;
    const wanted = read("package-lock.json");
    const there = read("node_modules/.package-lock.json");
    return Object.entries(wanted).every(
      ([path, row]) => path === "" || row.optional || row.devOptional || there[path]?.version === row.version,
    );
  } catch {
    return false;
  }
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  const status = result.status ?? 1;
  if (status !== 0) process.exit(status);
}

function install() {
  if (isInstalled()) return;
  console.log("installing packages (npm ci)");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  if (npm && existsSync(npm) && /\.c?js$/.test(npm)) run(process.execPath, [npm, ...args]);
  else run("npm", args, { shell: process.platform === "win32" });
}

const runTool = (file, args) => run(process.execPath, [join("tools", "run.mjs"), file, ...args]);

const [what, ...rest] = process.argv.slice(2);
switch (what) {
  case "install":
    install();
    break;
  case "build":
    install();
    runTool("tools/build/build.ts", rest);
    break;
  case "start": {
    install();
    runTool("tools/build/build.ts", PLAIN);
    const args = rest.length > 0 ? rest : [join(root, FIRST_EXAMPLE)];
    // In this process, so that signals and the terminal are the command's own.
    process.argv = [process.argv[0], join(root, "bin", "underglass"), "watch", ...args];
    await import(pathToFileURL(join(root, "build", "bundles", "plain", "cli.js")).href);
    break;
  }
  case "test":
    install();
    runTool("tools/test.ts", rest);
    break;
  case "run":
    install();
    runTool(rest[0], rest.slice(1));
    break;
  default:
    console.error(
      "usage: node tools/prepare.mjs install | build [TARGET…] | start [FILE…] | test [OPTION…] | run FILE.ts [ARG…]",
    );
    process.exit(2);
}
