"""Cases for src/objects/sequences.test.ts, answered by CPython: one JSON value a line. Run with PYTHONHASHSEED=0."""

import json
import random
import sys

rng = random.Random(20130)


def some_slice(n):
    def pick():
        return None if rng.random() < 0.3 else rng.randint(-n - 2, n + 2)

    step = rng.choice([None, None, 1, 1, -1, 2, 3, -2, -3])
    return [pick(), pick(), step]


def list_case():
    items = []
    steps = []
    counter = 0
    for _ in range(50):
        op = rng.choice(
            "append append append insert pop extend extendrange assign assign delete imul reverse sort remove index count "
            "add mul get contains copy compare".split()
        )
        n = len(items)
        if op == "append":
            counter += 1
            args, run = [counter * 7 % 40], lambda a: items.append(a[0])
        elif op == "insert":
            args, run = [rng.randint(-n - 2, n + 2), rng.randint(0, 30)], lambda a: items.insert(*a)
        elif op == "pop":
            args, run = [rng.randint(-n - 1, n)], lambda a: items.pop(*a)
        elif op == "extend":
            args, run = [[rng.randint(0, 30) for _ in range(rng.randint(0, 20))]], lambda a: items.extend(a[0])
        elif op == "extendrange":
            args, run = [rng.randint(0, 25)], lambda a: items.extend(range(a[0]))
        elif op == "assign":
            s = some_slice(n)
            length = rng.choice([len(items[slice(*s)]), rng.randint(0, 9)])
            args = [s, [rng.randint(0, 30) for _ in range(length)]]

            def run(a):
                items[slice(*a[0])] = a[1]

        elif op == "delete":
            args = [some_slice(n)]

            def run(a):
                del items[slice(*a[0])]

        elif op == "imul":
            args = [rng.choice([0, 1, 2]) if n < 60 else rng.choice([0, 1])]

            def run(a):
                nonlocal items
                items *= a[0]

        elif op in ("reverse",):
            args, run = [], lambda a: items.reverse()
        elif op == "sort":
            args, run = [rng.random() < 0.5], lambda a: items.sort(reverse=a[0])
        elif op in ("remove", "index", "count"):
            args, run = [rng.randint(0, 30)], lambda a, op=op: getattr(items, op)(a[0])
        elif op == "add":
            args, run = [[1, 2, 3]], lambda a: items + a[0]
        elif op == "mul":
            args, run = [rng.randint(-1, 3)], lambda a: items * a[0]
        elif op == "get":
            args, run = [some_slice(n)], lambda a: items[slice(*a[0])]
        elif op == "contains":
            args, run = [rng.randint(0, 30)], lambda a: a[0] in items
        elif op == "copy":
            args, run = [], lambda a: items.copy()
        else:
            other = list(items)
            if other:
                other[rng.randrange(len(other))] += rng.randint(-1, 1)
            args, run = [other, rng.randint(0, 5)], None
            run = lambda a: [
                items < a[0],
                items <= a[0],
                items == a[0],
                items != a[0],
                items > a[0],
                items >= a[0],
            ][a[1]]
        try:
            value = run(args)
            answer = repr(value) + (f" {sys.getsizeof(value) - 16}" if isinstance(value, list) else "")
        except Exception as e:
            answer = f"{type(e).__name__}: {e}"
        steps.append([op, args, answer, sys.getsizeof(items) - 16, repr(items)])
    return {"kind": "list", "steps": steps}


class Logged:
    log = []

    def __init__(self, key, serial):
        self.key = key
        self.serial = serial

    def __lt__(self, other):
        Logged.log.append((self.serial, other.serial))
        return self.key < other.key


def sort_case(keys, reverse, by_key):
    items = [Logged(k, i) for i, k in enumerate(keys)]
    Logged.log = []
    if by_key:
        order = list(range(len(keys)))
        order.sort(key=lambda i: items[i], reverse=reverse)
    else:
        items.sort(reverse=reverse)
        order = [o.serial for o in items]
    state = 0
    for a, b in Logged.log:
        state = (state * 31 + a * 7 + b + 1) % 1000003
    return {
        "kind": "sort",
        "keys": keys,
        "reverse": reverse,
        "key": by_key,
        "order": state_of(order),
        "count": len(Logged.log),
        "log": state,
    }


def state_of(order):
    state = 0
    for i in order:
        state = (state * 31 + i + 1) % 1000003
    return state


def range_case():
    def value():
        if rng.random() < 0.15:
            return rng.choice([-1, 1]) * 2 ** rng.choice([30, 31, 60, 62, 63, 64, 70]) + rng.randint(-5, 5)
        return rng.randint(-20, 20)

    while True:
        start, stop, step = value(), value(), rng.choice([1, 1, 1, -1, 2, 3, -2, -7, 2**31, 2**63 - 1, -(2**70)])
        r = range(start, stop, step)
        s = some_slice(10)
        item = rng.choice([start + step * 3, start, stop, rng.randint(-20, 20)])
        try:
            length = str(len(r))
        except OverflowError as e:
            length = str(e)
        it = iter(r)
        head = [next(it, None) for _ in range(5)]
        back = reversed(r)
        tail = [next(back, None) for _ in range(5)]
        return {
            "kind": "range",
            "range": [str(start), str(stop), str(step)],
            "slice": s,
            "item": str(item),
            "answers": [
                repr(r),
                length,
                repr(r[slice(*s)]),
                repr(item in r),
                repr(r.count(item)),
                str(hash(r)),
                type(it).__name__,
                repr(head),
                type(back).__name__,
                repr(tail),
                repr(it.__reduce__()[1][0]),
                str(it.__length_hint__()),
            ],
        }


def slice_case():
    def value():
        return None if rng.random() < 0.3 else rng.choice([rng.randint(-12, 12), 2**70, -(2**70)])

    s = [value(), value(), value() or 1]
    length = rng.choice([0, 1, 5, 10, 2**65])
    return {
        "kind": "slice",
        "slice": [None if v is None else str(v) for v in s],
        "length": str(length),
        "answers": [repr(slice(*s)), repr(slice(*s).indices(length)), str(hash(slice(*s)))],
    }


for _ in range(14):
    print(json.dumps(list_case(), separators=(",", ":")))
for n in [0, 1, 2, 3, 5, 10, 31, 63, 64, 65, 100, 127, 128, 129, 200, 300, 400]:
    for make in (
        lambda: [rng.randrange(n + 1) for _ in range(n)],
        lambda: list(range(n)),
        lambda: list(range(n, 0, -1)),
        lambda: [i // 4 for i in range(n, 0, -1)],
        lambda: [i % 17 for i in range(n)],
        lambda: sorted(rng.randrange(n + 1) for _ in range(n // 2)) + sorted(rng.randrange(n + 1) for _ in range(n - n // 2)),
    ):
        print(json.dumps(sort_case(make(), rng.random() < 0.4, rng.random() < 0.5), separators=(",", ":")))
for _ in range(150):
    print(json.dumps(range_case(), separators=(",", ":")))
for _ in range(100):
    print(json.dumps(slice_case(), separators=(",", ":")))
