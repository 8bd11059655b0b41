"""Cases of CPython's dict, set, instance attributes and str for the tests of src/objects, one JSON row a line.

    python3.13 tools/objects_cases.py containers|strings COUNT SEED      with PYTHONHASHSEED=0

A row of containers has the operations, __sizeof__() after each of them, and the order of the items in the end.
A row of strings has two strings in UTF-8, with what is asked of them. Both have forms of any width and lone surrogates.
"""
import json
import random
import sys

area, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rng = random.Random(seed)


def make_key(spread, kind):
    if kind == "mixed":
        kind = rng.choice(["int", "str"])
    number = rng.randrange(spread)
    if kind == "str":
        return rng.choice(["k%d", "\xe9%d", "\u4e2d%d", "\U0001f600%d"]) % number
    return rng.choice([number, -number, number * 2**20, number * 2**40 % 2**53, number * 2**31])


def dict_case():
    kind = rng.choice(["int", "str", "str", "mixed"])
    spread = rng.choice([4, 10, 40, 200])
    d = {}
    ops, sizes = [], []
    for _ in range(rng.randrange(5, 150)):
        what = rng.choice("+++++++--dpPcysufrm" if rng.random() < 0.3 else "++++-d")
        key = make_key(spread, kind)
        row = [what, key]
        if what == "+":
            d[key] = 1
        elif what in "-d":
            row[0] = "-"
            d.pop(key, None)
        elif what == "p":
            if d:
                d.popitem()
        elif what == "P":
            d.pop(key, None)
        elif what == "c":
            if rng.random() < 0.2:
                d.clear()
            else:
                continue
        elif what == "y":
            d = d.copy()
        elif what == "s":
            d.setdefault(key, 2)
        elif what == "u":
            more = [make_key(spread, kind) for _ in range(rng.randrange(12))]
            row[1] = more
            d.update(dict.fromkeys(more, 3))
        elif what == "f":
            d = dict.fromkeys(d, 4)
        elif what == "r":
            more = [make_key(spread, kind) for _ in range(rng.randrange(12))]
            row[1] = more
            d = dict.fromkeys(more, 5) | d
        elif what == "m":
            d = dict(d)
        ops.append(row)
        sizes.append(d.__sizeof__())
    return {"type": "dict", "ops": ops, "sizes": sizes, "order": list(d.items())}


def set_case():
    kind = rng.choice(["int", "str", "mixed"])
    spread = rng.choice([4, 10, 40, 200, 1000])

    def some():
        return [make_key(spread, kind) for _ in range(rng.randrange(rng.choice([3, 20, 60])))]

    s = set()
    ops, sizes, popped = [], [], []
    for _ in range(rng.randrange(5, 80)):
        what = rng.choice("+++++---pu|&^~icydx<=>jUDSkozwF345" if rng.random() < 0.5 else "+++-")
        row = [what, make_key(spread, kind) if what in "+-" else None]
        if what == "+":
            s.add(row[1])
        elif what == "-":
            s.discard(row[1])
        elif what == "p":
            if s:
                popped.append(s.pop())
        elif what == "c":
            if rng.random() < 0.2:
                s.clear()
            else:
                continue
        elif what == "y":
            s = s.copy()
        else:
            row[1] = some()
            other = set(row[1])
            if what == "u":
                s.update(other)
            elif what == "|":
                s = other | s
            elif what == "&":
                s &= other | set(list(s)[::2])
            elif what == "^":
                s = s ^ other
            elif what == "~":
                s ^= other
            elif what == "i":
                s = s.intersection(other | set(list(s)[::2]))
            elif what == "d":
                s = s - other
            elif what == "x":
                s -= other
            elif what == "<":
                popped.append(s < other)
            elif what == "=":
                popped.append(s == other)
            elif what == ">":
                popped.append(s >= other)
            elif what == "j":
                popped.append(s.isdisjoint(other))
            else:
                # The operand as a dict, as its keys, or cut in two.
                keys = dict.fromkeys(row[1])
                half = row[1][: len(row[1]) // 2]
                if what == "U":
                    s.update(keys)
                elif what == "D":
                    s = s.difference(keys)
                elif what == "S":
                    s.symmetric_difference_update(keys)
                elif what == "k":
                    s = keys.keys() & s
                elif what == "o":
                    s = keys.keys() | s
                elif what == "z":
                    s = s | (keys.keys() - s)
                elif what == "w":
                    s = keys.keys() ^ s
                elif what == "F":
                    s = set(keys)
                elif what == "3":
                    s = s.union(other, keys)
                elif what == "4":
                    s = s.intersection(s, keys, set(half))
                elif what == "5":
                    s = s.difference(set(half), keys)
        ops.append(row)
        sizes.append(s.__sizeof__())
    return {
        "type": "set",
        "ops": ops,
        "sizes": sizes,
        "popped": popped,
        "order": list(s),
        "hash": "%016x" % (hash(frozenset(s)) & (2**64 - 1)),
    }


def instance_case():
    """Instances of one class: s set attribute, d delete it, m ask for __dict__ and use it, n next instance."""

    class C:
        pass

    spread = rng.choice([3, 8, 28, 34, 60])
    o = C()
    ops, sizes, orders = [], [], []
    for _ in range(rng.randrange(5, 160)):
        what = rng.choice("ssssssssdnD+-piyc0r" if rng.random() < 0.4 else "sssssn")
        name = "a%d" % rng.randrange(spread)
        row = [what, name]
        size = -1
        if what == "s":
            setattr(o, name, 1)
        elif what == "d":
            if hasattr(o, name):
                delattr(o, name)
            else:
                continue
        elif what == "n":
            if rng.random() < 0.5:
                continue
            o = C()
        elif what == "D":
            size = o.__dict__.__sizeof__()
        elif what == "+":
            o.__dict__[name] = 2
        elif what == "-":
            o.__dict__.pop(name, None)
        elif what == "p":
            if o.__dict__ and rng.random() < 0.3:
                o.__dict__.popitem()
            else:
                continue
        elif what == "i":
            if rng.random() < 0.2:
                o.__dict__[7] = 3
            else:
                continue
        elif what == "y":
            size = o.__dict__.copy().__sizeof__()
        elif what == "c":
            if rng.random() < 0.3:
                o.__dict__.clear()
            else:
                continue
        elif what == "0":
            if rng.random() < 0.3:
                o.__dict__ = {}
            else:
                continue
        elif what == "r":
            o.__dict__.setdefault(name, 4)
        ops.append(row)
        sizes.append(size)
    return {"type": "instance", "ops": ops, "sizes": sizes, "order": list(vars(o).items()), "last": vars(o).__sizeof__()}


def growth_case():
    """Where the sizes of large containers change: [count, size] each; keys are multiples of a step."""
    step = rng.choice([1, 3, 1000003])
    d, s = {}, set()
    dict_sizes, set_sizes = [[0, d.__sizeof__()]], [[0, s.__sizeof__()]]
    for n in range(1, 70001):
        d[n * step] = None
        s.add(n * step)
        for container, sizes in (d, dict_sizes), (s, set_sizes):
            if container.__sizeof__() != sizes[-1][1]:
                sizes.append([n, container.__sizeof__()])
    return {"type": "growth", "step": step, "dict": dict_sizes, "set": set_sizes, "order": list(s)[::999]}


def text(value):
    return [value.encode("utf-8", "surrogatepass").hex(), value.__sizeof__(), "%016x" % (hash(value) & (2**64 - 1))]


def string_case():
    def some():
        top = rng.choice([0x7F, 0x7F, 0xFF, 0xFFFF, 0x10FFFF])
        return "".join(chr(rng.randrange(rng.choice([0x7F, top]) + 1)) for _ in range(rng.randrange(rng.choice([3, 12, 40]))))

    a = some()
    b = a + "" if rng.random() < 0.1 else a[: rng.randrange(len(a) + 1)] + some() if rng.random() < 0.5 else some()
    start, end = rng.randrange(len(a) + 2), rng.randrange(len(a) + 3)
    pieces = [some() for _ in range(rng.randrange(6))]
    return {
        "a": text(a),
        "b": text(b),
        "slice": [start, end, *text(a[start:end])],
        "sum": text(a + b),
        "order": (a > b) - (a < b),
        "pieces": [text(piece)[0] for piece in pieces],
        "joined": text("".join(pieces)),
    }


MAKERS = [string_case] if area == "strings" else [set_case, dict_case, instance_case]
if area == "containers":
    print(json.dumps(growth_case(), separators=(",", ":")))
for index in range(count):
    print(json.dumps(MAKERS[index % len(MAKERS)](), separators=(",", ":")))
