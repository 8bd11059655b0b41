"""Small programs, each of one kind of work, for `npm run bench -- --more`: prints for each its name, the best time of several
calls in seconds (of processor time, the first calls left out), and what it answered.

kinds.py [NAME…]
"""

import itertools
import re
import sys
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from functools import lru_cache
from time import process_time

SIZE = 20_000
CALLS = 12


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __lt__(self, other):
        return self.a < other.a


class Managed:
    total = 5

    def __init__(self):
        self._value = 0

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new

    @staticmethod
    def same(x):
        return x

    @classmethod
    def of_class(cls):
        return cls.total

    def __getattr__(self, name):
        return 1

    def __enter__(self):
        return self

    def __exit__(self, *what):
        return False


@dataclass
class Record:
    number: int
    share: float = 1.0


def pseudo_random(n):
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        yield x


def strings(n):
    parts = []
    for i in range(n):
        s = "item " + str(i) + ": " + "x" * (i % 7)
        parts.append(s.upper().replace("X", "y"))
        if "99" in s:
            parts.append(s.split(":")[0].strip())
    text = ",".join(parts)
    return len(text), text.count("ITEM"), len(text.split(","))


def characters(n):
    text = "abcdefghij" * (n // 10)
    count = 0
    for c in text:
        if c == "a" or c in "xyz":
            count += ord(c)
    for i in range(len(text)):
        if text[i] == "b":
            count += 1
    return count, text[::-1][:3]


def f_strings(n):
    return sum(len(f"{i} {i:5d} {i * 0.5:.2f} {i!r} {'a':>5}") for i in range(n))


def percent_and_format(n):
    return sum(len("%d %s %.2f" % (i, "x", i * 0.5)) + len("{} {:>4}".format(i, "a")) for i in range(n))


def regular_expressions(n):
    text = "the quick brown fox 123 jumps over 45 lazy dogs " * (n // 200)
    words = re.findall(r"\w+", text)
    return len(words), len(re.sub(r"\d+", "#", text)), sum(1 for _ in re.finditer(r"(\w)(\w)\w*", text))


def bytes_and_arrays(n):
    array = bytearray()
    for i in range(n):
        array.append(i & 255)
    return sum(bytes(array)), array.count(b"\x01"), len(array.split(b"\x00")), array.hex()[:10]


def sorting(n):
    values = list(pseudo_random(n))
    halves = sorted([i * 0.5 for i in values])
    return sorted(values)[0], sorted(values, reverse=True)[0], halves[0], sorted([str(i) for i in values])[0]


def sorting_with_keys(n):
    pairs = [(x % 100, x) for x in pseudo_random(n)]
    return sorted(pairs, key=lambda p: p[1])[0], sorted(pairs)[0], sorted(pairs, key=lambda p: -p[0])[0]


def sorting_by_method(n):
    return sorted([Slotted((i * 7919) % 1009, i) for i in range(n // 4)])[0].a


def dicts(n):
    counts = {}
    for i in range(n):
        key = "k%d" % (i % 1000)
        counts[key] = counts.get(key, 0) + 1
    squares = {i: i * i for i in range(n)}
    total = 0
    for key, value in squares.items():
        if key in counts:
            total += 1
        total += value
    for i in range(0, n, 3):
        del squares[i]
    pairs = {}
    for i in range(n):
        pairs[i % 100, i % 77] = i
    return total, len(squares), len(pairs)


def sets(n):
    s, t = set(range(n)), {i * 2 for i in range(n)}
    both = s & t
    count = 0
    for i in range(n):
        if i in both:
            count += 1
        s.add(i + 1)
        s.discard(i)
    return len(both), len(s | t), len(s - t), len(s ^ t), count


def lists(n):
    values = []
    for i in range(n):
        values.append(i)
    for i in range(n // 10):
        values.insert(5, i)
        values.pop(3)
    values.reverse()
    others = values[10:-10] + values[::2]
    others.extend(range(100))
    del others[5:50]
    return sum(a - b for a, b in zip(others, values)), others.index(50), others.count(7), max(others)


def collections(n):
    queue = deque()
    for i in range(n):
        queue.append(i)
        if i % 3 == 0:
            queue.popleft()
    groups = defaultdict(list)
    for i in range(n):
        groups[i % 50].append(i)
    return len(queue), Counter(i % 10 for i in range(n))[3], len(groups)


def exceptions(n):
    def odd(i):
        if i % 2:
            raise ValueError(i)
        return i

    total = 0
    for i in range(n):
        try:
            total += odd(i)
        except ValueError as error:
            total -= error.args[0]
        try:
            {}[i]
        except KeyError:
            total += 1
    return total


def blocks(n):
    manager = Managed()
    total = 0
    for _ in range(n):
        with manager:
            total += 1
        try:
            total += 1
        finally:
            total -= 1
    return total


def big_integers(n):
    product = 1
    for i in range(1, n // 40):
        product *= i
    power = 3 ** (n // 4)
    return len(str(product)), power % 1000007, (product // power) % 10007, pow(3, power % 10**60, 10**60 + 7)


def numbers(n):
    total = 0.0
    for i in range(n):
        total += i / 3 + i // 3 + i % 7 + (i << 2) + (i >> 1) + (i & 5) + (i | 8) + (i ^ 3) - abs(-i) + round(total) % 5
    return total


def generators(n):
    def count(k):
        for i in range(k):
            yield i

    def delegate(k):
        yield from count(k)

    total = 0
    for x in delegate(n):
        total += x
    return total + sum(x * x for x in range(n)) + sum(map(lambda v: v + 1, filter(lambda v: v & 1, count(n))))


def sending(n):
    def running():
        total = 0
        while True:
            total += yield total

    generator = running()
    next(generator)
    for i in range(n):
        last = generator.send(i)
    return last


def iterators(n):
    products = sum(a * b for a, b in itertools.product(range(100), repeat=2))
    chained = len(list(itertools.chain.from_iterable([i] * 3 for i in range(n // 3))))
    return sum(itertools.islice(itertools.count(), n)), products, chained, len(list(itertools.permutations(range(7))))


def comprehensions(n):
    total = 0
    for _ in range(n // 100):
        total += len([j * 2 for j in range(50) if j & 1]) + len({j: j for j in range(20)})
        total += len({j % 7 for j in range(20)}) + sum([len(r) for r in [[c for c in range(5)] for _ in range(5)]])
    return total


def class_creation(n):
    total = 0
    for _ in range(n // 100):

        class Base:
            x = 1

            def m(self):
                return self.x

            @property
            def p(self):
                return 5

        class Derived(Base):
            def m(self):
                return super().m() + 1

        total += Derived().m() + Derived().p
    return total


def slots(n):
    o = Slotted(1, 2)
    for _ in range(n):
        o.a = o.b + 1
        o.b = o.a - 1
    return o.a


def attributes(n):
    o = Managed()
    total = 0
    for _ in range(n):
        o.value = o.value + 1
        total += o.same(1) + o.of_class() + o.total + o.hooked
    return total


def data_classes(n):
    total = 0
    for i in range(n):
        record = Record(i)
        total += record.number
        if record == Record(i):
            total += 1
    return total


def arguments(n):
    def f(a, b=2, *args, c=3, **more):
        return a + b + c + len(args) + len(more)

    return sum(f(1) + f(1, 2, 3, c=4, d=5) + f(*(1, 2), **{"c": 1}) for _ in range(n))


def closures(n):
    def outer():
        x = 0

        def inner(y):
            nonlocal x
            x += y
            return x

        return inner

    f = outer()
    for i in range(n):
        last = f(i)
    return last


def recursion(n):
    def fib(k):
        return k if k < 2 else fib(k - 1) + fib(k - 2)

    return fib(20)


def cached_recursion(n):
    @lru_cache(None)
    def fib(k):
        return k if k < 2 else fib(k - 1) + fib(k - 2)

    total = 0
    for _ in range(n // 400):
        fib.cache_clear()
        total += fib(200) % 7
    return total


def matching(n):
    total = 0
    for i in range(n):
        match (i % 4, i):
            case (0, x):
                total += x
            case (1, _):
                total += 1
            case [2, y] if y > 5:
                total += 2
            case _:
                total += 3
    return total


def measure(function):
    best = None
    for call in range(CALLS):
        start = process_time()
        answer = function(SIZE)
        took = process_time() - start
        if best is None or took < best:
            best = took
    print(function.__name__, f"{best:.6f}", str(answer).replace(" ", ""))


KINDS = [
    *(strings, characters, f_strings, percent_and_format, regular_expressions, bytes_and_arrays),
    *(sorting, sorting_with_keys, sorting_by_method, dicts, sets, lists, collections),
    *(exceptions, blocks, big_integers, numbers, generators, sending, iterators, comprehensions),
    *(class_creation, slots, attributes, data_classes, arguments, closures, recursion, cached_recursion, matching),
]
# An interpreter that compiles itself while it runs is measured when it has.
while process_time() < 1.5:
    recursion(SIZE)
for kind in KINDS:
    if len(sys.argv) < 2 or kind.__name__ in sys.argv[1:]:
        measure(kind)
