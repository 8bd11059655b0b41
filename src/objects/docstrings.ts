// Docstrings of what is built in. None is in the sources: they are CPython's own texts, which the build takes from a CPython
// (tools/build/docstrings.ts), and the boot that makes an image gets them by the name of what they belong to.
//
// Invariant: an image holds all that a run shows; nothing here is asked afterwards.
import { utf8 } from "../base/utf8.ts";
import { appendLiteral } from "../memory/data.ts";
import type { Address } from "../memory/memory.ts";

/** Owners that are no types and no modules. */
export const SLOT = "slot";
export const SEQUENCE_SLOT = "sequence slot";
export const INSTANCE = "instance";

/**
 * owner: a module's name or a type's tp_name; name: of its function, method, member …, or "" for the owner itself. A text is the
 * C string, so one with a signature begins with it: "append($self, object, /)\n--\n\n…". Null: CPython has none.
 */
export interface DocstringTable {
  readonly [owner: string]: { readonly [name: string]: string | null } | undefined;
}

export class Docstrings {
  readonly #table: DocstringTable;
  readonly #literals = new Map<string, Address>();

  constructor(table: DocstringTable) {
    this.#table = table;
  }

  /** Undefined where the CPython that was asked has no such thing. */
  find(owner: string, name: string): string | null | undefined {
    const names = Object.hasOwn(this.#table, owner) ? this.#table[owner] : undefined;
    return names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined;
  }

  /** Address of the C string, 0 where there is none. */
  at(owner: string, name: string): Address {
    return this.literal(this.find(owner, name) ?? "");
  }

  /** Address of a text as a literal, 0 for an empty one; one address a text. */
  literal(text: string): Address {
    if (text === "") return 0;
    let at = this.#literals.get(text);
    if (at === undefined) {
      at = appendLiteral(utf8(text));
      this.#literals.set(text, at);
    }
    return at;
  }
}

/** For machines that are made without an image. */
export const NO_DOCSTRINGS = new Docstrings({});
