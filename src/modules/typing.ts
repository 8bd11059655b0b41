// _typing: the types behind typing that the syntax of type parameters needs (objects/typevar.ts, objects/type_alias.ts).

import { type Borrowed, i32, setI32 } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { declareModule } from "../objects/declare.ts";
import { newRef, Py_TPFLAGS_IMMUTABLETYPE } from "../objects/object.ts";
import { Generic_Type, TypeAlias_Type } from "../objects/type_alias.ts";
import {
  NoDefault,
  ParamSpec_Type,
  ParamSpecArgs_Type,
  ParamSpecKwargs_Type,
  TypeVar_Type,
  TypeVarTuple_Type,
} from "../objects/typevar.ts";
import { setStolen } from "./make_module.ts";

declareModule({
  name: "_typing",
  functions: [["_idfunc", "(x, /)", (_module: Borrowed, x: Borrowed) => newRef(x)]],
  exec: (_module, dict) => {
    // typing sets attributes of Generic.
    const flags = Generic_Type + PyTypeObject.tp_flags;
    setI32(flags, i32(flags) & ~Py_TPFLAGS_IMMUTABLETYPE);
    const values: readonly [string, Borrowed][] = [
      ["TypeVar", TypeVar_Type],
      ["TypeVarTuple", TypeVarTuple_Type],
      ["ParamSpec", ParamSpec_Type],
      ["ParamSpecArgs", ParamSpecArgs_Type],
      ["ParamSpecKwargs", ParamSpecKwargs_Type],
      ["Generic", Generic_Type],
      ["TypeAliasType", TypeAlias_Type],
      ["NoDefault", NoDefault],
    ];
    for (const [name, value] of values) if (setStolen(dict, name, newRef(value)) < 0) return -1;
    return 0;
  },
});
