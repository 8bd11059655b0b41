// _collections: the containers behind the module collections.
import type { Borrowed } from "../memory/memory.ts";
import { declareModule } from "../objects/declare.ts";
import { newRef } from "../objects/object.ts";
import { _count_elements } from "./collections/count_elements.ts";
import { dequeType } from "./collections/deque_core.ts";
import { dequeIteratorType, dequeReverseIteratorType } from "./collections/deque_iterators.ts";
import { PyODict_Type } from "./collections/odict_core.ts";
import { tuplegetterType } from "./collections/tuplegetter.ts";
import { defaultdictType } from "./defaultdict.ts";
import { setStolen } from "./make_module.ts";
import "./collections/deque.ts";
import "./collections/odict.ts";

declareModule({
  name: "_collections",
  functions: [["_count_elements", "(mapping, iterable, /)", _count_elements]],
  exec: (_module, dict) => {
    const types: readonly [string, Borrowed][] = [
      ["deque", dequeType],
      ["defaultdict", defaultdictType],
      ["OrderedDict", PyODict_Type],
      ["_deque_iterator", dequeIteratorType],
      ["_deque_reverse_iterator", dequeReverseIteratorType],
      ["_tuplegetter", tuplegetterType],
    ];
    for (const [name, type] of types) if (setStolen(dict, name, newRef(type)) < 0) return -1;
    return 0;
  },
});
