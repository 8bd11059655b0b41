// _collections: the containers behind the module collections.

import { declareModule } from "../objects/declare.ts";
import { newRef } from "../objects/object.ts";
import { PyDict_Type } from "../objects/types.ts";
import { _count_elements } from "./collections/count_elements.ts";
import { dequeType } from "./collections/deque_core.ts";
import { dequeIteratorType, dequeReverseIteratorType } from "./collections/deque_iterators.ts";
import { PyODict_Type } from "./collections/odict_core.ts";
import { tuplegetterType } from "./collections/tuplegetter.ts";
import { defaultdictType } from "./defaultdict.ts";
import { addType, addTypes, setStolen } from "./make_module.ts";
import "./collections/deque.ts";
import "./collections/odict.ts";

declareModule({
  name: "_collections",
  functions: [["_count_elements", "(mapping, iterable, /)", _count_elements]],
  exec: (module, dict) =>
    addTypes(module, dequeType) < 0 ||
    addType(module, defaultdictType, PyDict_Type) < 0 ||
    setStolen(dict, "OrderedDict", newRef(PyODict_Type)) < 0 ||
    addTypes(module, dequeIteratorType, dequeReverseIteratorType, tuplegetterType) < 0
      ? -1
      : 0,
});
