// The worker that the command line starts: the machine from V8's code cache.
import { dirname } from "node:path";
import { evaluate } from "./quick_start.ts";

evaluate(dirname(process.argv[1] ?? ""), true);
