"""Source of the golden files beside it: small functions that meet every pass of the flow graph and every table."""
from __future__ import annotations

import os.path as path, sys
from collections import (OrderedDict as Ordered, deque)

CONSTANTS = (
    None, True, False, ..., 0, 1, -1, 255, 256, 257, 65536, -2**31, 2**31, 2**63, -2**80, 10**30, 0.0, -0.0, 0.1, 1e100,
    5e-324, 1e400, 1j, -2.5j, 3 - 4j, "", "a", "name", "not a name", "don't", 'say "hi"', "both ' and \"", "tab\tline\n\r\\\0\x7f",
    "h\xe9", "\u20ac", "\U0001f40d", "\ud800", "\xad\u200b", b"", b"x", b"bytes\n\xff'", (), (1,), ((1, 2), ("a", b"b", None)),
)


def constants(x):
    if x in {1, 2, 3, "one", "two", "three", None, 4.5, (1, 2)}:
        return "in"
    if x not in {"spam", "eggs", "ham", "bacon", "toast", "beans"}:
        return ("out", 1, 2.0, 3j)
    return x


def parameters(a, b, /, c=1, *args, d, e=2, **kwargs):
    """Has a docstring."""
    return a + b - c, args, d * e, kwargs


def loops(items, limit):
    total = 0
    for i, item in enumerate(items):
        if not item:
            continue
        if i > limit and item is not None or item == limit:
            break
        while total < item:
            total += 1
            if total % 7 == 0: continue
            else: total -= -1
    else:
        return None
    return total if total else limit


def groups(action):
    try:
        action()
    except* (ValueError, TypeError) as error:
        print(error)
    except* OSError:
        pass
    return 1


def handlers_plain(action, log):
    for attempt in range(3):
        try:
            result = action(attempt)
        except ValueError as error:
            log(error)
            continue
        except (TypeError, KeyError):
            raise RuntimeError("failed") from None
        else:
            log(result)
        finally:
            log("done")
            if attempt == 2:
                break
    return result


def managers(open, lock):
    with open("a") as a, open("b") as (b, c):
        with lock:
            if a:
                return b
            for line in c:
                del line
    try:
        return 1
    finally:
        lock()


def names(flag):
    if flag:
        local = 1
    del flag
    print(local)
    x, y = 1, 2
    x, y = y, x
    x, y, z = z, x, y
    (x, *rest), [y, (z, _)] = flag, x
    x = x
    x = y = z
    a = b = c = d = e = f = g = h = i = j = k = l = m = n = 0
    q = p = o = q
    return p, q, rest, local


def closures(a, b):
    c = [a for a in b if a]
    def inner(d):
        nonlocal b
        b = d
        return lambda e: (a, b, c, d, e)
    return inner, {k: v for k, v in b}, {s for s in c}, (g for g in c for _ in b)


def generator(n):
    while True:
        try:
            got = yield n
            if got is None:
                yield from range(n)
        except GeneratorExit:
            return n
        finally:
            n -= 1


async def asynchronous(source):
    async with source as stream:
        async for chunk in stream:
            if await chunk:
                yield chunk
            elif chunk is not source and not stream:
                break
    result = [x async for x in source if await x]
    yield result


def matching(command):
    match command:
        case [] | ():
            return 0
        case ["go", direction] if direction:
            return direction
        case {"x": x, "y": 0, **rest}:
            return x, rest
        case str() | int(real=1) as value:
            return value
        case [first, *_, last]:
            return first, last
        case None | True:
            pass
        case -1 | 2.5 | "text" | path.sep:
            return 3
        case _:
            raise ValueError(f"{command!r:>{10}} {command=} {command:.2f}{command!s}")


class Base[T: (int, str), *Ts, **P]:
    """Has a docstring."""
    x: int = 1
    __slots__ = ("y",)
    type Alias[U] = dict[U, T]

    def method(self, other: Base = None, *, key: str = "k") -> int:
        super().method(other, key=key)
        self.x = other.x[1:2]
        self.y[key] += __class__.x
        return self.method(*other, **key)

    @property
    @classmethod
    def decorated(cls): return cls

    class Nested(metaclass=type): pass


def chains(a, b, c):
    assert a < b < c, "order"
    while not (a or b) and c:
        if a and (b or not c) or (yield_ := c):
            print(a, b, sep="", *c)
        elif not not a:
            a = (a if b else c) + (b and c)
        else:
            global counter
            counter = a.b.c(*a, b=1, **c)
            del a.b, a[0], a[1:2], counter
    return (not a), a is None, b is not None, a not in c, -a, ~b, +c, a @ b, a // b ** c


if 0:
    unreachable = 1
elif CONSTANTS and __debug__:
    x = not 1, not x, (yielded := [*CONSTANTS, *x]), {**sys.modules}, {*x, 1}
try:
    import missing
except ImportError:
    missing = None


def long(condition):
    while condition:
        if condition.x:
            v0 = condition + v0 if condition.c0 else 1000
            v1 = condition + v7
            v2 = condition + v14
            v3 = condition + v21
            v4 = condition + v28
            v5 = condition + v35
            v6 = condition + v42
            v7 = condition + v49
            v8 = condition + v56 if condition.c8 else 1008
            v9 = condition + v63
            v10 = condition + v3
            v11 = condition + v10
            v12 = condition + v17
            v13 = condition + v24
            v14 = condition + v31
            v15 = condition + v38
            v16 = condition + v45 if condition.c16 else 1016
            v17 = condition + v52
            v18 = condition + v59
            v19 = condition + v66
            v20 = condition + v6
            v21 = condition + v13
            v22 = condition + v20
            v23 = condition + v27
            v24 = condition + v34 if condition.c24 else 1024
            v25 = condition + v41
            v26 = condition + v48
            v27 = condition + v55
            v28 = condition + v62
            v29 = condition + v2
            v30 = condition + v9
            v31 = condition + v16
            v32 = condition + v23 if condition.c32 else 1032
            v33 = condition + v30
            v34 = condition + v37
            v35 = condition + v44
            v36 = condition + v51
            v37 = condition + v58
            v38 = condition + v65
            v39 = condition + v5
            v40 = condition + v12 if condition.c40 else 1040
            v41 = condition + v19
            v42 = condition + v26
            v43 = condition + v33
            v44 = condition + v40
            v45 = condition + v47
            v46 = condition + v54
            v47 = condition + v61
            v48 = condition + v1 if condition.c48 else 1048
            v49 = condition + v8
            v50 = condition + v15
            v51 = condition + v22
            v52 = condition + v29
            v53 = condition + v36
            v54 = condition + v43
            v55 = condition + v50
            v56 = condition + v57 if condition.c56 else 1056
            v57 = condition + v64
            v58 = condition + v4
            v59 = condition + v11
            v60 = condition + v18
            v61 = condition + v25
            v62 = condition + v32
            v63 = condition + v39
            v64 = condition + v46 if condition.c64 else 1064
            v65 = condition + v53
            v66 = condition + v60
            continue
        condition = v1
    return v66
