// Constants of a program as plain data: what the parser reads, the compiler folds and marshal writes.
// Invariant: a string value is WTF-8 (UTF-8 that may also hold lone surrogates), never a JavaScript string, which could
// not tell a surrogate pair from the character it stands for.

export type Constant =
  | { readonly type: "None" | "True" | "False" | "Ellipsis" }
  | { readonly type: "int"; readonly value: bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "complex"; readonly real: number; readonly imag: number }
  | { readonly type: "str"; readonly wtf8: Uint8Array }
  | { readonly type: "bytes"; readonly bytes: Uint8Array }
  | { readonly type: "tuple"; readonly items: readonly Constant[] }
  /** Different items, in the order in which they are added to the set (bytecode/frozenset_order.ts: the order of its table). */
  | { readonly type: "frozenset"; readonly items: readonly Constant[] };
