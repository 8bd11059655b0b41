// The method resolution order: C3 (CPython's mro_implementation). Built without calling Python; type.mro overridden by a
// metaclass is type.ts's affair.
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { incref, sizeOf } from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { shortName } from "./type_names.ts";
import { PyExc_TypeError } from "./types.ts";

function itemsOf(tuple: Borrowed): Borrowed[] {
  const items: Borrowed[] = [];
  for (let i = 0; i < sizeOf(tuple); i++) items.push(PyTuple_GET_ITEM(tuple, i));
  return items;
}

/** A new tuple: the type itself, then its bases merged; 0 with TypeError set when there is no consistent order. */
export function mroEntries(type: Borrowed): Owned {
  const bases = itemsOf(ptr(type + PyTypeObject.tp_bases));
  const duplicate = bases.find((base, i) => bases.indexOf(base) !== i);
  if (duplicate !== undefined) return raise(PyExc_TypeError, `duplicate base class ${shortName(duplicate)}`);
  const incomplete = bases.find((base) => ptr(base + PyTypeObject.tp_mro) === 0);
  if (incomplete !== undefined)
    return raise(PyExc_TypeError, `Cannot extend an incomplete type '${shortName(incomplete)}'`);
  const lists = bases.map((base) => itemsOf(ptr(base + PyTypeObject.tp_mro)));
  lists.push(bases);
  const order: Borrowed[] = [type];
  const heads = lists.map(() => 0);
  for (;;) {
    let remaining = 0;
    let chosen = 0;
    for (let i = 0; i < lists.length && chosen === 0; i++) {
      if (heads[i] >= lists[i].length) continue;
      remaining++;
      const candidate = lists[i][heads[i]];
      if (!lists.some((list, j) => list.indexOf(candidate, heads[j] + 1) >= 0)) chosen = candidate;
    }
    if (chosen !== 0) {
      order.push(chosen);
      for (let i = 0; i < lists.length; i++) if (lists[i][heads[i]] === chosen) heads[i]++;
      continue;
    }
    if (remaining === 0) break;
    const blocked = new Set<Borrowed>();
    lists.forEach((list, i) => {
      if (heads[i] < list.length) blocked.add(list[heads[i]]);
    });
    const names = [...blocked].map(shortName).join(", ");
    return raise(PyExc_TypeError, `Cannot create a consistent method resolution order (MRO) for bases ${names}`);
  }
  const tuple = PyTuple_New(order.length);
  if (tuple === 0) return PyErr_NoMemory();
  order.forEach((entry, i) => {
    incref(entry);
    PyTuple_SET_ITEM(tuple, i, entry);
  });
  return tuple;
}
