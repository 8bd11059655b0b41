// dict and set where a program's code runs in between: iterators, mappings and reprs that answer PUSHED, errors, changes
// during iteration and during comparisons. The driver below plays the interpreter's loop.
import { expect, it } from "vitest";
import { blocksInUse, callMethod, callSlot, objectOf, takeError, valueOfObject } from "../../test/support/objects.ts";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Address, ptr, setI64, setPtr, setU8 } from "../memory/memory.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { allocateArguments, freeArguments } from "./call.ts";
import { cstring } from "./declare.ts";
import { _PyDict_CheckConsistency } from "./dict_check.ts";
import { nextKey, nextValue, PyDict_GetItemWithError, PyDict_New, PyDict_Next, PyDict_SetItem } from "./dict_core.ts";
import { _PyDict_MergeEx, PyDict_Merge, PyDict_Update, REFUSE } from "./dict_merge.ts";
import { raise } from "./errors.ts";
import {
  currentFrame,
  finishNative,
  PUSHED,
  pushNative,
  resumeNative,
  setDriver,
  setNativeLocal,
  settle,
  takeNativeLocal,
} from "./frames.ts";
import { hashAnswer } from "./hash.ts";
import { identifier } from "./identifiers.ts";
import { smallInt } from "./long_core.ts";
import { decref, IMMORTAL_LOW, initObject, newRef } from "./object.ts";
import { PySet_Add, PySet_New } from "./set.ts";
import { checkSet } from "./set_check.ts";
import { setNext, setNextKey, setSize } from "./set_core.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import {
  Py_False,
  Py_None,
  Py_NotImplemented,
  Py_True,
  PyBaseObject_Type,
  PyDict_Type,
  PyExc_AttributeError,
  PyExc_ValueError,
  PyFrozenSet_Type,
  PySet_Type,
  PyType_Type,
} from "./types.ts";

let drives = 0;
setDriver((base) => {
  let result = 0;
  while (currentFrame() !== base) {
    drives++;
    result = resumeNative(currentFrame(), result);
    if (result === PUSHED) result = 0;
  }
  return result;
});

function settled(run: () => number): number {
  const base = currentFrame();
  return settle(base, run());
}

/** Answers later: a frame that delivers the Owned result when the loop comes to it. 0 delivers an end or an error. */
const deliver = text("test.deliver", (frame: Address): number => finishNative(frame, takeNativeLocal(frame, 0)));
function later(result: number): number {
  const frame = pushNative(deliver, 1);
  setNativeLocal(frame, 0, result);
  return PUSHED;
}

interface Behaviour {
  next?: () => number;
  repr?: () => number;
  hash?: () => number;
  equal?: (other: Address) => number;
  keys?: () => number;
  item?: (key: Address) => number;
}
const behaviours = new Map<Address, Behaviour>();

function newType(name: string, slots: { [slot: string]: (...values: number[]) => unknown }): Address {
  const type = reserveStatic(PyTypeObject.sizeof);
  setI64(type, IMMORTAL_LOW, 0);
  setPtr(type + PyObject.ob_type, PyType_Type);
  setPtr(type + PyTypeObject.tp_base, PyBaseObject_Type);
  setPtr(type + PyTypeObject.tp_name, cstringNow(name));
  for (const [slot, run] of Object.entries(slots)) {
    setPtr(type + (PyTypeObject as unknown as Record<string, number>)[slot], text(`test.${slot}`, run));
  }
  return type;
}

/** A text that is written at once: declarations have been written already. */
function cstringNow(value: string): Address {
  const at = cstring(value);
  for (let i = 0; i <= value.length; i++) setU8(at + i, i < value.length ? value.charCodeAt(i) : 0);
  return at;
}

// Called objects carry what they are bound to in one word behind the head.
const Method = newType("method", {
  tp_call: (o) => behaviours.get(ptr(o + PyObject.sizeof))!.keys!(),
  tp_dealloc: (o) => objectFree(o),
});
const Thing = newType("Thing", {
  tp_iter: newRef,
  tp_iternext: (o) => behaviours.get(o)!.next!(),
  tp_repr: (o) => behaviours.get(o)!.repr!(),
  tp_hash: (o) => behaviours.get(o)!.hash!(),
  tp_richcompare: (a, b) => behaviours.get(a)!.equal!(b),
  tp_getattro: (o, name) => {
    if (name !== identifier("keys") || !behaviours.get(o)!.keys)
      return raise(PyExc_AttributeError, "no such attribute");
    const method = objectMalloc(PyObject.sizeof + 8);
    initObject(method, Method);
    setPtr(method + PyObject.sizeof, o);
    return method;
  },
  tp_dealloc: (o) => {
    behaviours.delete(o);
    objectFree(o);
    return 0;
  },
});
const mapping = reserveStatic(24);
setPtr(
  mapping + 8,
  text("test.mp_subscript", (o: Address, key: Address) => behaviours.get(o)!.item!(key)),
);
setPtr(Thing + PyTypeObject.tp_as_mapping, mapping);

function thing(behaviour: Behaviour): Address {
  const o = objectMalloc(PyObject.sizeof);
  behaviours.set(o, behaviour);
  return initObject(o, Thing);
}

/** An iterator that gives each item later; a text in the end is an error. */
function iteratorOf(items: (() => number)[], error?: string): Address {
  let index = 0;
  return thing({
    next: () => {
      if (index < items.length) return later(items[index++]());
      if (error !== undefined) raise(PyExc_ValueError, error);
      return index++ % 2 === 0 ? later(0) : 0;
    },
  });
}

function setOfInts(...values: number[]): Address {
  const set = PySet_New(0);
  for (const value of values) PySet_Add(set, smallInt(value));
  return set;
}

const ints = (...values: number[]) => values.map((value) => () => objectOf(value));

/** A tuple of two, both new. */
function pair(key: number | string, value: number | string): number {
  const k = objectOf(key);
  const v = objectOf(value);
  const tuple = PyTuple_Pack(k, v);
  decref(k);
  decref(v);
  return tuple;
}

function itemsOf(dict: Address): [unknown, unknown][] {
  const seen: [unknown, unknown][] = [];
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    seen.push([valueOfObject(nextKey()), valueOfObject(nextValue())]);
  }
  return seen;
}

function keysOf(set: Address): unknown[] {
  const seen: unknown[] = [];
  for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) seen.push(valueOfObject(setNextKey()));
  return seen;
}

function call(type: Address, argument: Address): number {
  const row = allocateArguments(1);
  setPtr(row, argument);
  const result = callSlot(type, "tp_vectorcall", type, row, 1, 0);
  freeArguments(row);
  return result;
}

function textOfOwned(o: Address): unknown {
  const value = o === 0 ? takeError() : valueOfObject(o);
  if (o !== 0) decref(o);
  return value;
}

/** Runs a test and sees that all blocks come back; free lists may keep a few. */
function balanced(run: () => void): void {
  run();
  const before = blocksInUse();
  run();
  expect(blocksInUse()).toBe(before);
  expect(currentFrame()).toBe(0);
  expect(takeError()).toBe(null);
}

function released(o: Address, run: (o: Address) => void): void {
  run(o);
  decref(o);
}

it("sets take items that come later", () =>
  balanced(() => {
    for (const type of [PySet_Type, PyFrozenSet_Type]) {
      released(iteratorOf(ints(3, 500, 3, 1000, 7)), (items) => {
        released(
          settled(() => {
            const answer = call(type, items);
            expect(answer).toBe(PUSHED);
            return answer;
          }),
          (set) => {
            checkSet(set);
            expect(keysOf(set)).toEqual([3, 500, 7, 1000].sort((a, b) => (a & 7) - (b & 7)));
          },
        );
      });
    }
    released(PySet_New(0), (set) => {
      for (const key of [1, 2, 3]) PySet_Add(set, smallInt(key));
      const cases: [string, number[], unknown][] = [
        ["issubset", [1, 2, 3, 4], true],
        ["issubset", [1, 2], false],
        ["issuperset", [1, 2], true],
        ["issuperset", [1, 9], false],
        ["isdisjoint", [8, 9], true],
        ["isdisjoint", [8, 1], false],
      ];
      for (const [name, items, expected] of cases) {
        released(iteratorOf(ints(...items)), (iterator) => {
          const result = settled(() => callMethod(set, name, iterator));
          expect([name, items, result]).toEqual([name, items, expected ? Py_True : Py_False]);
        });
      }
      const results: [string, number[], number[]][] = [
        ["intersection", [3, 1, 300], [1, 3]],
        ["difference", [3, 300], [1, 2]],
        ["symmetric_difference", [3, 4], [1, 2, 4]],
        ["union", [3, 4], [1, 2, 3, 4]],
      ];
      for (const [name, items, expected] of results) {
        released(iteratorOf(ints(...items)), (iterator) => {
          released(
            settled(() => callMethod(set, name, iterator)),
            (result) => expect([name, keysOf(result)]).toEqual([name, expected]),
          );
        });
      }
      for (const [name, items, expected] of [
        ["update", [5], [1, 2, 3, 5]],
        ["difference_update", [1], [2, 3, 5]],
        ["intersection_update", [5, 3, 9], [3, 5]],
        ["symmetric_difference_update", [5, 6], [3, 6]],
      ] as [string, number[], number[]][]) {
        released(iteratorOf(ints(...items)), (iterator) => {
          decref(settled(() => callMethod(set, name, iterator)));
          checkSet(set);
          expect([name, keysOf(set)]).toEqual([name, expected]);
        });
      }
      // Two operands, and an error from the second one: what the first gave stays.
      released(iteratorOf(ints(7)), (first) =>
        released(iteratorOf(ints(8), "broken"), (second) => {
          expect(settled(() => callMethod(set, "update", first, second))).toBe(0);
          expect(takeError()).toBe("ValueError(broken)");
          expect(keysOf(set)).toEqual([3, 6, 7, 8]);
        }),
      );
    });
    expect(drives).toBeGreaterThan(20);
  }));

it("dicts take pairs, mappings and keys that come later", () =>
  balanced(() => {
    released(iteratorOf([() => pair("a", 1), () => pair(2, "b")]), (pairs) => {
      released(
        settled(() => call(PyDict_Type, pairs)),
        (dict) => {
          _PyDict_CheckConsistency(dict);
          expect(itemsOf(dict)).toEqual([
            ["a", 1],
            [2, "b"],
          ]);
        },
      );
    });
  }));

it("dicts take mappings whose keys and values come later", () =>
  balanced(() => {
    const asked: unknown[] = [];
    const mappingOf = (keys: number[], item: (key: number) => number, error?: string) =>
      thing({
        keys: () => later(iteratorOf(ints(...keys), error)),
        item: (key) => {
          asked.push(valueOfObject(key));
          return item(valueOfObject(key) as number);
        },
      });
    released(PyDict_New(), (dict) => {
      released(
        mappingOf([5, 600, 7], (key) => later(objectOf(key * 1000))),
        (source) => {
          const updated = settled(() => callMethod(dict, "update", source));
          expect([updated, takeError()]).toEqual([Py_None, null]);
          expect(itemsOf(dict)).toEqual([
            [5, 5000],
            [600, 600000],
            [7, 7000],
          ]);
          // A key that is there already: REFUSE stops before its value is asked for.
          asked.length = 0;
          expect(_PyDict_MergeEx(dict, source, REFUSE)).toBe(-1);
          expect(takeError()).toBe("KeyError(5)");
          expect(PyDict_Merge(dict, source, false)).toBe(0);
          expect(asked).toEqual([]);
          released(
            settled(() => call(PyDict_Type, source)),
            (copy) => expect(itemsOf(copy)).toEqual(itemsOf(dict)),
          );
        },
      );
      released(
        mappingOf([1, 2], (key) => (key === 1 ? later(objectOf(1)) : raise(PyExc_ValueError, "no value"))),
        (source) => {
          expect(settled(() => callMethod(dict, "update", source))).toBe(0);
          expect(takeError()).toBe("ValueError(no value)");
          expect(itemsOf(dict).length).toBe(4);
        },
      );
      released(
        mappingOf([1, 2], () => 0, "broken keys"),
        (source) => {
          expect(settled(() => callMethod(dict, "update", source))).toBe(0);
          expect(takeError()).toBe("ValueError(broken keys)");
        },
      );
      released(thing({ keys: () => later(objectOf(5)) }), (source) => {
        expect(settled(() => callMethod(dict, "update", source))).toBe(0);
        expect(takeError()).toBe("TypeError(Thing.keys() returned a non-iterable (type int))");
      });
      const keywords = pair("first", "second");
      released(keywords, (names) => {
        const row = allocateArguments(3);
        const source = iteratorOf([() => pair("first", 0), () => pair("zeroth", 0)]);
        setPtr(row, source);
        setPtr(row + 8, smallInt(1));
        setPtr(row + 16, smallInt(2));
        released(
          settled(() => {
            const answer = callSlot(PyDict_Type, "tp_vectorcall", PyDict_Type, row, 1, names);
            // The arguments are dead now.
            for (let at = row; at < row + 24; at += 8) setPtr(at, 0);
            freeArguments(row);
            return answer;
          }),
          (made) =>
            expect(itemsOf(made)).toEqual([
              ["first", 1],
              ["zeroth", 0],
              ["second", 2],
            ]),
        );
        decref(source);
      });
    });
  }));

it("dict() reports elements that are no pairs", () =>
  balanced(() => {
    released(iteratorOf([() => pair("a", 1), () => objectOf(300)]), (pairs) => {
      expect(textOfOwned(settled(() => call(PyDict_Type, pairs)))).toBe(
        "TypeError(cannot convert dictionary update sequence element #1 to a sequence)",
      );
    });
    released(iteratorOf([() => PyTuple_Pack(smallInt(1), smallInt(2), smallInt(3))]), (pairs) => {
      expect(textOfOwned(settled(() => call(PyDict_Type, pairs)))).toBe(
        "ValueError(dictionary update sequence element #0 has length 3; 2 is required)",
      );
    });
    released(iteratorOf([() => iteratorOf(ints(1, 2)), () => iteratorOf(ints(3, 400, 500))]), (pairs) => {
      expect(textOfOwned(settled(() => call(PyDict_Type, pairs)))).toBe(
        "ValueError(dictionary update sequence element #1 has length 3; 2 is required)",
      );
    });
  }));

it("views are combined with items that come later", () =>
  balanced(() => {
    released(PyDict_New(), (dict) => {
      for (const key of [1, 2, 3]) PyDict_SetItem(dict, smallInt(key), smallInt(0));
      released(callMethod(dict, "keys"), (view) => {
        const type = ptr(view + PyObject.ob_type);
        for (const [slot, items, expected] of [
          ["nb_and", [3, 4, 1], [1, 3]],
          ["nb_or", [4], [1, 2, 3, 4]],
          ["nb_subtract", [1, 9], [2, 3]],
          ["nb_xor", [3, 6], [1, 2, 6]],
        ] as [string, number[], number[]][]) {
          released(iteratorOf(ints(...items)), (iterator) =>
            released(
              settled(() => callSlot(type, slot, view, iterator)),
              (set) => expect([slot, keysOf(set)]).toEqual([slot, expected]),
            ),
          );
          released(iteratorOf(ints(...items), "broken"), (iterator) => {
            expect(settled(() => callSlot(type, slot, view, iterator))).toBe(0);
            expect(takeError()).toBe("ValueError(broken)");
          });
        }
        // A left operand that is no view.
        released(iteratorOf(ints(3, 7)), (iterator) =>
          released(
            settled(() => callSlot(type, "nb_subtract", iterator, view)),
            (set) => expect(keysOf(set)).toEqual([7]),
          ),
        );
        for (const [items, expected] of [
          [[7, 8], Py_True],
          [[7, 2], Py_False],
        ] as [number[], Address][]) {
          released(iteratorOf(ints(...items)), (iterator) =>
            expect(settled(() => callMethod(view, "isdisjoint", iterator))).toBe(expected),
          );
        }
        released(callMethod(dict, "keys"), (same) =>
          expect(callSlot(type, "tp_richcompare", view, same, 2)).toBe(Py_True),
        );
        released(setOfInts(1, 2), (smaller) =>
          expect(callSlot(type, "tp_richcompare", view, smaller, 4)).toBe(Py_True),
        );
      });
      released(callMethod(dict, "items"), (a) =>
        released(callMethod(dict, "copy"), (copy) => {
          PyDict_SetItem(copy, smallInt(2), smallInt(9));
          released(callMethod(copy, "items"), (b) => {
            const type = ptr(a + PyObject.ob_type);
            released(callSlot(type, "nb_xor", a, b), (set) => expect(setSize(set)).toBe(2));
            released(callSlot(type, "nb_and", a, b), (set) => expect(setSize(set)).toBe(2));
            expect(callSlot(type, "tp_richcompare", a, b, 2)).toBe(Py_False);
          });
        }),
      );
    });
  }));

it("dict.fromkeys and merges of dicts", () =>
  balanced(() => {
    released(PyDict_New(), (dict) => {
      released(iteratorOf(ints(1, 300, 2)), (keys) => {
        released(
          settled(() => callMethod(dict, "fromkeys", keys, smallInt(0))),
          (fresh) => {
            expect(itemsOf(fresh)).toEqual([
              [1, 0],
              [300, 0],
              [2, 0],
            ]);
            expect(PyDict_Update(dict, fresh)).toBe(0);
            expect(_PyDict_MergeEx(dict, fresh, REFUSE)).toBe(-1);
            expect(takeError()).toBe("KeyError(1)");
          },
        );
      });
      _PyDict_CheckConsistency(dict);
    });
  }));

it("repr shows keys and values whose repr comes later, and stops at itself", () =>
  balanced(() => {
    released(PyDict_New(), (dict) => {
      const slow = thing({ repr: () => later(objectOf("slow")), hash: () => hashAnswer(5, 0) });
      const quick = thing({ repr: () => objectOf("quick"), hash: () => hashAnswer(6, 0) });
      PyDict_SetItem(dict, slow, quick);
      PyDict_SetItem(dict, quick, slow);
      expect(textOfOwned(settled(() => callSlot(PyDict_Type, "tp_repr", dict)))).toBe("{slow: quick, quick: slow}");
      PyDict_SetItem(dict, quick, dict);
      expect(textOfOwned(settled(() => callSlot(PyDict_Type, "tp_repr", dict)))).toBe("{slow: quick, quick: {...}}");
      released(PySet_New(0), (set) => {
        PySet_Add(set, slow);
        PySet_Add(set, quick);
        expect(textOfOwned(settled(() => callSlot(PySet_Type, "tp_repr", set)))).toBe("{slow, quick}");
      });
      released(callMethod(dict, "keys"), (view) => {
        expect(textOfOwned(settled(() => callSlot(ptr(view + 8), "tp_repr", view)))).toBe("dict_keys([slow, quick])");
      });
      const failing = thing({ repr: () => raise(PyExc_ValueError, "no text") });
      PyDict_SetItem(dict, quick, failing);
      expect(textOfOwned(settled(() => callSlot(PyDict_Type, "tp_repr", dict)))).toBe("ValueError(no text)");
      for (const o of [slow, quick, failing]) decref(o);
    });
  }));

it("iterators see that their container changed", () =>
  balanced(() => {
    released(PyDict_New(), (dict) => {
      for (let i = 0; i < 4; i++) PyDict_SetItem(dict, smallInt(i), smallInt(i));
      released(callSlot(PyDict_Type, "tp_iter", dict), (iterator) => {
        const next = () => callSlot(ptr(iterator + 8), "tp_iternext", iterator);
        expect(next()).toBe(smallInt(0));
        PyDict_SetItem(dict, smallInt(9), smallInt(9));
        for (let i = 0; i < 2; i++) {
          expect(next()).toBe(0);
          expect(takeError()).toBe("RuntimeError(dictionary changed size during iteration)");
        }
      });
      released(callMethod(dict, "__reversed__"), (iterator) => {
        const seen: number[] = [];
        for (;;) {
          const key = callSlot(ptr(iterator + 8), "tp_iternext", iterator);
          if (key === 0) break;
          seen.push(valueOfObject(key) as number);
        }
        expect(seen).toEqual([9, 3, 2, 1, 0]);
      });
      released(callMethod(dict, "items"), (view) =>
        released(callSlot(ptr(view + 8), "tp_iter", view), (iterator) => {
          const first = callSlot(ptr(iterator + 8), "tp_iternext", iterator);
          decref(first);
          // Nobody holds the tuple any more, so it is used again.
          const second = callSlot(ptr(iterator + 8), "tp_iternext", iterator);
          expect(second).toBe(first);
          const third = callSlot(ptr(iterator + 8), "tp_iternext", iterator);
          expect(third).not.toBe(second);
          decref(second);
          decref(third);
        }),
      );
    });
  }));

it("a comparison that changes the dict starts the lookup again", () =>
  balanced(() => {
    released(PyDict_New(), (dict) => {
      const same = () => hashAnswer(77, 0);
      let meddle = true;
      const evil = thing({
        hash: same,
        equal: () => {
          if (meddle) {
            meddle = false;
            callMethod(dict, "clear");
            for (let i = 0; i < 20; i++) PyDict_SetItem(dict, smallInt(i), smallInt(i));
          }
          return Py_False;
        },
      });
      const asked = thing({ hash: same, equal: () => Py_False });
      PyDict_SetItem(dict, evil, smallInt(1));
      expect(PyDict_GetItemWithError(dict, asked)).toBe(0);
      expect(takeError()).toBe(null);
      _PyDict_CheckConsistency(dict);
      const failing = thing({ hash: same, equal: () => raise(PyExc_ValueError, "incomparable") });
      PyDict_SetItem(dict, failing, smallInt(1));
      expect(PyDict_GetItemWithError(dict, asked)).toBe(0);
      expect(takeError()).toBe("ValueError(incomparable)");
      expect(PyDict_SetItem(dict, asked, smallInt(2))).toBe(-1);
      expect(takeError()).toBe("ValueError(incomparable)");
      _PyDict_CheckConsistency(dict);
      for (const o of [evil, asked, failing]) decref(o);
    });
  }));

it("dicts compare values whose comparison comes later", () =>
  balanced(() => {
    released(PyDict_New(), (a) =>
      released(PyDict_New(), (b) => {
        let answer = Py_True;
        let compared = 0;
        const value = thing({
          equal: () => {
            compared++;
            return later(answer);
          },
        });
        const other = thing({ equal: () => Py_NotImplemented });
        for (const key of [1, 2, 3]) {
          PyDict_SetItem(a, smallInt(key), value);
          PyDict_SetItem(b, smallInt(4 - key), other);
        }
        const equals = (op: number) => settled(() => callSlot(PyDict_Type, "tp_richcompare", a, b, op));
        expect([equals(2), equals(3), compared]).toEqual([Py_True, Py_False, 6]);
        answer = Py_False;
        expect([equals(2), equals(3), compared]).toEqual([Py_False, Py_True, 8]);
        PyDict_SetItem(b, smallInt(9), value);
        expect([equals(2), compared]).toEqual([Py_False, 8]);
        for (const o of [value, other]) decref(o);
      }),
    );
  }));

it("missing keys and empty containers", () =>
  balanced(() => {
    released(PyDict_New(), (dict) => {
      const key = objectOf("none");
      expect(callSlot(PyDict_Type, "mp_subscript", dict, key)).toBe(0);
      expect(takeError()).toBe("KeyError(none)");
      expect(callMethod(dict, "pop", key)).toBe(0);
      expect(takeError()).toBe("KeyError(none)");
      expect(callMethod(dict, "pop")).toBe(0);
      expect(takeError()).toBe("TypeError(pop expected at least 1 argument, got 0)");
      expect(callMethod(dict, "popitem")).toBe(0);
      expect(takeError()).toBe("KeyError(popitem(): dictionary is empty)");
      expect(callSlot(PyDict_Type, "tp_hash", dict)).toBe(-1);
      expect(takeError()).toBe("TypeError(unhashable type: 'dict')");
      expect(PyDict_SetItem(dict, dict, key)).toBe(-1);
      expect(takeError()).toBe("TypeError(unhashable type: 'dict')");
      released(PySet_New(0), (set) => {
        expect(callMethod(set, "remove", key)).toBe(0);
        expect(takeError()).toBe("KeyError(none)");
        expect(callSlot(PySet_Type, "sq_contains", set, set)).toBe(0);
        expect(callSlot(PySet_Type, "sq_contains", set, dict)).toBe(-1);
        expect(takeError()).toBe("TypeError(unhashable type: 'dict')");
      });
      decref(key);
    });
  }));
