// A code object as plain data: what the compiler makes, marshal reads and writes, and objects/code.ts lays out in memory.
// Field names are CPython's (PyCodeObject and code.replace()).
import type { Constant } from "../base/constant.ts";

export type CodeConstant = Constant | { readonly type: "code"; readonly code: Code };

export interface Code {
  co_argcount: number;
  co_posonlyargcount: number;
  co_kwonlyargcount: number;
  co_stacksize: number;
  co_flags: number;
  /** Unquickened instructions, inline caches zero; 2 bytes a code unit. */
  co_code: Uint8Array;
  co_consts: CodeConstant[];
  /** Identifiers may be JavaScript strings. */
  co_names: string[];
  co_localsplusnames: string[];
  /** One byte a variable: CO_FAST_LOCAL 0x20, CO_FAST_CELL 0x40, CO_FAST_FREE 0x80, CO_FAST_HIDDEN 0x10. */
  co_localspluskinds: Uint8Array;
  co_filename: string;
  co_name: string;
  co_qualname: string;
  co_firstlineno: number;
  co_linetable: Uint8Array;
  co_exceptiontable: Uint8Array;
}
