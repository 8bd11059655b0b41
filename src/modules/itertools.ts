// itertools: iterators made of other iterators, a file a kind in the folder of the same name. What an iterator asks others
// for, or calls, may be Python: each answer is then collected in a native frame whose local 0 is the iterator itself.
//
// Invariant: an item taken is given on or released, whoever fails; an iterator that has ended stays at its end.

import { declareModule } from "../objects/declare.ts";
import { chainType } from "./itertools/chain.ts";
import {
  combinationsType,
  combinationsWithReplacementType,
  permutationsType,
  productType,
} from "./itertools/combining.ts";
import { accumulateType, starmapType } from "./itertools/computing.ts";
import { countType, cycleType, repeatType } from "./itertools/endless.ts";
import { groupbyType, grouperType } from "./itertools/groupby.ts";
import { batchedType, pairwiseType, zipLongestType } from "./itertools/grouping.ts";
import { isliceType } from "./itertools/islice.ts";
import { compressType, dropwhileType, filterfalseType, takewhileType } from "./itertools/selecting.ts";
import { tee, teeDataType, teeType } from "./itertools/tee.ts";
import { addTypes } from "./make_module.ts";

declareModule({
  name: "itertools",
  functions: [["tee", "(iterable, n: ssize = 2, /)", tee]],
  exec: (module) =>
    addTypes(
      module,
      accumulateType,
      batchedType,
      combinationsType,
      combinationsWithReplacementType,
      cycleType,
      dropwhileType,
      takewhileType,
      isliceType,
      starmapType,
      chainType,
      compressType,
      filterfalseType,
      countType,
      zipLongestType,
      pairwiseType,
      permutationsType,
      productType,
      repeatType,
      groupbyType,
      grouperType,
      teeType,
      teeDataType,
    ),
});
