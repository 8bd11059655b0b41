// _typing: the types behind typing that the syntax of type parameters needs (objects/typevar.ts, objects/type_alias.ts).

import type { Borrowed } from "../memory/memory.ts";
import { declareModule } from "../objects/declare.ts";
import { newRef } from "../objects/object.ts";
import { Generic_Type, TypeAlias_Type } from "../objects/type_alias.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import {
  NoDefault,
  ParamSpec_Type,
  ParamSpecArgs_Type,
  ParamSpecKwargs_Type,
  TypeVar_Type,
  TypeVarTuple_Type,
} from "../objects/typevar.ts";
import { addTypes, setStolen } from "./make_module.ts";

/** The interpreter makes these types before any module: they belong to none. 0, or -1 with an error set. */
export function initializeGeneric(): number {
  for (const cell of [
    Generic_Type,
    TypeVar_Type,
    TypeVarTuple_Type,
    ParamSpec_Type,
    ParamSpecArgs_Type,
    ParamSpecKwargs_Type,
  ]) {
    if (makeModuleType(0, cell) === 0) return -1;
  }
  return 0;
}

declareModule({
  name: "_typing",
  functions: [["_idfunc", "(x, /)", (_module: Borrowed, x: Borrowed) => newRef(x)]],
  exec: (module, dict) => {
    if (
      addTypes(module, TypeVar_Type, TypeVarTuple_Type, ParamSpec_Type, ParamSpecArgs_Type, ParamSpecKwargs_Type) < 0
    ) {
      return -1;
    }
    if (addTypes(module, Generic_Type) < 0 || setStolen(dict, "TypeAliasType", newRef(TypeAlias_Type)) < 0) return -1;
    return setStolen(dict, "NoDefault", newRef(NoDefault));
  },
});
