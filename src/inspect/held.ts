// What functions, classes and generators of the program hold of its values: the variables of a closure, defaults that can
// change, attributes of a class that are no methods, locals of a generator. One that holds something is drawn as an object
// with those as its fields; of the others their name says all.
//
// Invariant: a slot given here is where the value's pointer stands, wherever in the structures behind the object that is.
import { PyCellObject, PyCodeObject, PyFunctionObject } from "../memory/structs/code.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { CO_FAST_FREE, codeAt } from "./code.ts";
import { type Inspection, perAddress } from "./inspection.ts";
import { fieldSlots, itemSlots, type Slot, slots } from "./objects.ts";
import { nameText } from "./preview.ts";
import type { Address } from "./reader.ts";
import { dictEntries } from "./tables.ts";
import { FLAG, type TypeInfo, typeAt, typeOf } from "./types.ts";

const MAIN = "__main__";

/** Objects that their reference says all about: the page draws them where they hold something, or are selected. */
const NOT_DRAWN: ReadonlySet<string> = new Set([
  "function",
  "code",
  "builtin_function_or_method",
  "builtin_method",
  "module",
  "method_descriptor",
  "classmethod_descriptor",
  "member_descriptor",
  "getset_descriptor",
  "wrapper_descriptor",
  "property",
]);
const METHODS: ReadonlySet<string> = new Set(["classmethod", "staticmethod"]);

export function isDrawn(type: TypeInfo): boolean {
  return type.kind !== "none" && type.form !== "type" && type.form !== "generator" && !NOT_DRAWN.has(type.builtin);
}

/** What the picture follows from an object: what it holds, and nothing of the structure behind a function or class. */
export function followedSlots(m: Inspection, object: Address): Iterable<Slot> {
  const type = typeOf(m, object);
  if (type === null) return [];
  return isDrawn(type) ? slots(m, object) : (heldSlots(m, object) ?? []);
}

/** The values that a function, class or generator holds; null where it holds none, or is nothing of the kind. */
export const heldSlots: (m: Inspection, object: Address) => readonly Slot[] | null = perAddress((m, object) => {
  const type = typeOf(m, object);
  if (type === null) return null;
  const found =
    type.builtin === "function"
      ? [...closureSlots(m, object), ...defaultSlots(m, object)]
      : type.form === "type"
        ? classSlots(m, object)
        : type.form === "generator"
          ? [...fieldSlots(m, object, type)].filter(({ how }) => how === "local")
          : [];
  return found.length > 0 || type.form === "generator" ? found : null;
});

function held(slot: Address, label: string): Slot {
  return { slot, role: "field", how: "field", label: () => label, isKey: false };
}

function closureSlots(m: Inspection, object: Address): Slot[] {
  const closure = m.ptr(object + PyFunctionObject.func_closure);
  const code = codeAt(m, m.ptr(object + PyFunctionObject.func_code));
  if (closure === 0 || code === null) return [];
  const names = code.localNames.filter((_name, i) => (code.localKinds[i] & CO_FAST_FREE) !== 0);
  return tupleSlots(m, closure).flatMap((at, i) => {
    const cell = m.ptr(at);
    return typeOf(m, cell)?.builtin === "cell" ? [held(cell + PyCellObject.ob_ref, names[i] ?? "?")] : [];
  });
}

/** Defaults, where one of them can change: every call without that argument gets the same object. */
function defaultSlots(m: Inspection, object: Address): Slot[] {
  const defaults = m.ptr(object + PyFunctionObject.func_defaults);
  const code = m.ptr(object + PyFunctionObject.func_code);
  const names = codeAt(m, code)?.localNames ?? [];
  const all = tupleSlots(m, defaults);
  const first = m.i32(code + PyCodeObject.co_argcount) - all.length;
  const named = all.map((at, i) => held(at, `${names[first + i] ?? "?"}=`));
  return named.filter(({ slot }) => {
    const type = typeOf(m, m.ptr(slot));
    return type !== null && isDrawn(type) && type.form !== "tuple" && type.kind !== "num" && type.kind !== "txt";
  });
}

function tupleSlots(m: Inspection, tuple: Address): Address[] {
  const type = typeOf(m, tuple);
  return type?.form === "tuple" ? [...itemSlots(m, tuple, type)].map(({ slot }) => slot) : [];
}

/** Attributes of a class of the program's own: values, not methods nor what Python put there. */
function classSlots(m: Inspection, object: Address): Slot[] {
  if ((m.i32(object + PyTypeObject.tp_flags) & FLAG.HEAPTYPE) === 0) return [];
  const dict = m.ptr(object + PyTypeObject.tp_dict);
  if (typeOf(m, dict)?.form !== "dict") return [];
  const found: Slot[] = [];
  let isOwn = false;
  for (const { key, slot, value } of dictEntries(m, dict)) {
    const name = nameText(m, key);
    if (name === "__module__") isOwn = nameText(m, value) === MAIN;
    if (name === null || (name.startsWith("__") && name.endsWith("__"))) continue;
    const type = typeOf(m, value);
    if (type === null || METHODS.has(type.builtin)) continue;
    if (type.kind === "none" || isDrawn(type)) found.push(held(slot, name));
  }
  if (!isOwn || found.length === 0) return [];
  const base = typeAt(m, m.ptr(object + PyTypeObject.tp_base));
  const isBase = base !== null && base.name !== "object";
  return isBase ? [held(object + PyTypeObject.tp_base, "base"), ...found] : found;
}
