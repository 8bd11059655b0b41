# What stays after an operation: references that a traceback holds, room in a list that an assignment made, and which
# strings of one character are the ones that there are.
import sys


class Odd:
    """Each of its methods fails on the way."""

    def __init__(self):
        self.x = 3

    def __getitem__(self, i):
        return self.x[i]

    def __add__(self, o):
        return self.x + o

    def __call__(self, o):
        return self.x[o]

    def __eq__(self, o):
        return self.x[o]

    def __iter__(self):
        return self.x[0]

    def __len__(self):
        return self.x[0]

    def __setitem__(self, i, v):
        self.x[i]

    def __enter__(self):
        return self.x[0]

    def __exit__(self, *a):
        return None

    def __format__(self, spec):
        return self.x[spec]

    def m(self, o):
        return [o, o, self.x[o]]


def statements(c, d):
    with c as q:
        pass


def stored(c, d):
    c[d] = d


def looped(c, d):
    for i in c:
        pass


def generator(c, d):
    yield c[d]


functions = (
    lambda c, d: c[d], lambda c, d: c + d, lambda c, d: c(d), lambda c, d: c == d, lambda c, d: len(c), lambda c, d: f"{c:{d}}",
    lambda c, d: c.m(d), lambda c, d: c.m(*[d]), lambda c, d: (d, d, c(d)), lambda c, d: print(d, c(d), sep=d), lambda c, d: {d: c(d)},
    lambda c, d: [c[d] for i in (1,)], lambda c, d: list(generator(c, d)), lambda c, d: list(map(c, [d])), lambda c, d: [*c], lambda c, d: d[c(d) : d],
    statements, stored, looped,
)  # fmt: skip
for i, f in enumerate(functions):
    rows = []
    for _ in range(12):
        c, d = Odd(), type("D", (), {"__str__": lambda self: "s", "__format__": lambda self, s: "s"})()
        try:
            f(c, d)
        except (TypeError, AttributeError) as error:
            rows.append((sys.getrefcount(c), sys.getrefcount(d)))
        rows.append((sys.getrefcount(c), sys.getrefcount(d)))
    print(i, rows[:4], rows[-2:])

for k in range(12):
    source = list(range(k))
    sizes = []
    for make in (lambda: iter(source), lambda: tuple(source), lambda: (i for i in source), lambda: map(int, source), lambda: set(source), lambda: zip(source)):
        for after in (0, 1, 2):
            try:
                if after == 0:
                    first, *rest = make()
                elif after == 1:
                    first, *rest, last = make()
                else:
                    *rest, first, last = make()
                sizes.append(sys.getsizeof(rest))
            except ValueError as error:
                sizes.append(str(error)[-2:])
        sizes += [sys.getsizeof([*make()]), sys.getsizeof([0, *make()])]
    print(k, *sizes)

letters = []
for c in "aA1é\xc9µſ":
    for text in (
        "c.upper()", "c.lower()", "c.title()", "c.capitalize()", "c.swapcase()", "c.casefold()", "(c + 'bb').replace('b', '')", "(c + 'b')[::2]",
        "c.replace(c, 'z')", "(c + c)[:1]", "(c + c)[0]", "(c + 'b').strip('b')", "c + ''", "''.join([c])", "format(c + c, '.1')", "f'{c}'", "'%s' % c",
    ):  # fmt: skip
        result = eval(text)
        letters.append(len(result) == 1 and result is chr(ord(result)))
print("".join(".x"[i] for i in letters))
digits = []
for n in range(-1, 11):
    for text in (
        "str(n)", "repr(n)", "f'{n}'", "f'{n!r}'", "f'{n:d}'", "f'{n:}'", "format(n)", "'%d' % n", "'%s' % n", "'%r' % n", "'{}'.format(n)", "'{!s}'.format(n)",
        "n.__format__('')", "hex(n)[-1]", "str([n])[1]", "ascii(n)", "f'{n:1}'", "'%1s' % n",
    ):  # fmt: skip
        result = eval(text)
        digits.append(len(result) == 1 and result is chr(ord(result)))
print("".join(".x"[i] for i in digits))

class A: ...
class B(A): ...
class C(B, dict): ...
print([sys.getsizeof(c.mro()) for c in (object, int, bool, A, B, C, KeyError)], sys.getsizeof(memoryview(b"abc").tolist()))
for start in ("", b"", bytearray()):
    for values in ([], 5):
        try:
            sum(values, start)
        except TypeError as error:
            print(error)
import io
import marshal
import os
import struct

one = b"12"[:1]
reader, writer = os.pipe()
os.write(writer, b"11")
with open(reader, "rb", buffering=0) as pipe:
    made = [bytes([49]), bytes((49,)), bytes(range(49, 50)), bytes(iter([49])), bytes(bytearray(b"1")), struct.pack("B", 49), struct.pack("c", b"1")]
    made += [marshal.loads(marshal.dumps(one)), os.read(reader, 1), pipe.read(1), io.BytesIO(one).read(), "1".encode(), b"1".upper(), b"11"[::2]]
    made += [b"".join([one]), b"1 2".split()[0], b"%d" % 1, (49).to_bytes(), b"12".translate(None, b"2"), memoryview(b"1").tobytes()]
print("".join(".x"[v is one] for v in made))
os.close(writer)

# expect: 0 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 1 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 2 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 3 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 4 [(4, 3), (2, 2), (4, 3), (2, 2)] [(4, 3), (2, 2)]
# expect: 5 [(4, 3), (2, 2), (4, 3), (2, 2)] [(4, 3), (2, 2)]
# expect: 6 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 7 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 8 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 9 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 10 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 11 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 12 [(5, 5), (2, 2), (5, 5), (2, 2)] [(5, 5), (2, 2)]
# expect: 13 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 14 [(4, 3), (2, 2), (4, 3), (2, 2)] [(4, 3), (2, 2)]
# expect: 15 [(4, 4), (2, 2), (4, 4), (2, 2)] [(4, 4), (2, 2)]
# expect: 16 [(4, 3), (2, 2), (4, 3), (2, 2)] [(4, 3), (2, 2)]
# expect: 17 [(4, 5), (2, 2), (4, 5), (2, 2)] [(4, 5), (2, 2)]
# expect: 18 [(4, 3), (2, 2), (4, 3), (2, 2)] [(4, 3), (2, 2)]
# expect: 0 0) 0) 0) 56 64 0) 0) 0) 56 64 0) 0) 0) 56 88 0) 0) 0) 56 88 0) 0) 0) 56 64 0) 0) 0) 56 88
# expect: 1 56 1) 1) 72 120 56 1) 1) 72 120 56 1) 1) 88 120 56 1) 1) 88 120 56 1) 1) 88 120 56 1) 1) 88 120
# expect: 2 72 72 72 72 120 72 72 72 72 120 88 88 120 120 120 88 88 120 120 120 72 72 72 120 120 88 88 120 120 120
# expect: 3 72 72 88 88 120 72 72 88 88 120 120 120 120 120 120 120 120 120 120 120 72 72 88 120 120 120 120 120 120 120
# expect: 4 88 88 88 88 120 88 88 88 88 120 120 120 120 120 120 120 120 120 120 120 88 88 88 120 120 120 120 120 120 120
# expect: 5 88 88 104 104 152 88 88 104 104 152 120 120 120 120 152 120 120 120 120 152 88 88 104 120 152 120 120 120 120 152
# expect: 6 104 104 104 104 120 104 104 104 104 120 120 120 120 120 152 120 120 120 120 152 104 104 104 152 120 120 120 120 120 152
# expect: 7 104 104 120 120 120 104 104 120 120 120 120 120 120 120 152 120 120 120 120 152 104 104 120 120 120 120 120 120 120 152
# expect: 8 120 120 120 120 152 120 120 120 120 152 120 120 120 120 152 120 120 120 120 152 120 120 120 120 152 120 120 120 120 152
# expect: 9 120 120 136 136 152 120 120 136 136 152 120 120 184 184 152 120 120 184 184 152 120 120 136 152 152 120 120 184 184 152
# expect: 10 136 136 136 136 152 136 136 136 136 152 184 184 184 184 152 184 184 184 184 152 136 136 136 152 152 184 184 184 184 152
# expect: 11 136 136 152 152 152 136 136 152 152 152 184 184 184 184 152 184 184 184 184 152 136 136 152 152 152 184 184 184 184 152
# expect: .........xxxxxxxx.........xxxxxxxx.........xxxxxxxx.........xxxxxxxx.........xxxxxxxx.........xxxxxxxx.................
# expect: .............xx.......x..xxxx.xxx.x.....x..xxxx.xxx.x.....x..xxxx.xxx.x.....x..xxxx.xxx.x.....x..xxxx.xxx.x.....x..xxxx.xxx.x.....x..xxxx.xxx.x.....x..xxxx.xxx.x.....x..xxxx.xxx.x.....x..xxxx.xxx.x..............xx...
# expect: [64, 72, 88, 72, 88, 120, 104] 80
# expect: sum() can't sum strings [use ''.join(seq) instead]
# expect: 'int' object is not iterable
# expect: sum() can't sum bytes [use b''.join(seq) instead]
# expect: 'int' object is not iterable
# expect: sum() can't sum bytearray [use b''.join(seq) instead]
# expect: 'int' object is not iterable
# expect: x.xx.xx...xx..xxx...
