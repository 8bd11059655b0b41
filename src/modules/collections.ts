// _collections: the containers behind the module collections.
import type { Borrowed } from "../memory/memory.ts";
import { declareModule } from "../objects/declare.ts";
import { newRef } from "../objects/object.ts";
import { defaultdictType } from "./defaultdict.ts";
import { setStolen } from "./make_module.ts";

declareModule({
  name: "_collections",
  doc: "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n",
  exec: (_module, dict) => {
    const types: readonly [string, Borrowed][] = [["defaultdict", defaultdictType]];
    for (const [name, type] of types) if (setStolen(dict, name, newRef(type)) < 0) return -1;
    return 0;
  },
});
