// Modules of Node that most runs do not need are loaded when one is first used.
import { createRequire } from "node:module";

// Any path will do: Node's own modules are the same from everywhere.
const require = createRequire(process.execPath);

export function nodeModule<Module>(name: `node:${string}`): Module {
  return require(name) as Module;
}
