"""Prints cases of CPython 3.13's behaviour for the tests of src/base.

PYTHONHASHSEED=0 python3.13 tools/base_cases.py AREA COUNT SEED

Each line is one case: a kind, the inputs, the expected output, separated by tabs. The same script makes the small
golden files under test/golden (first lines of a fixed seed) and, where a python3.13 is found, the large comparisons.
Doubles and hashes travel as 16 hexadecimal digits of their 64 bits, so no decimal conversion stands in between.
"""
import itertools
import math
import random
import struct
import sys
import unicodedata


def bits(x):
    if x != x:
        return "7ff8000000000000"  # the sign of a NaN is not compared
    return struct.pack(">d", x).hex()


def wide(n):
    return "%016x" % (n & 0xFFFFFFFFFFFFFFFF)


def any_double(rng):
    """A double of any magnitude: uniform bits, or a simple number, or near a power of two or ten."""
    kind = rng.randrange(8)
    if kind < 3:
        x = struct.unpack(">d", rng.randbytes(8))[0]
        return x if x == x else 1.5
    if kind == 3:
        return float(rng.randrange(-10**rng.randrange(1, 19), 10**rng.randrange(1, 19)))
    if kind == 4:
        return rng.randrange(-10**6, 10**6) / 10**rng.randrange(1, 7)
    if kind == 5:
        n = struct.unpack(">q", struct.pack(">d", 2.0 ** rng.randrange(-1074, 1024)))[0]
        x = struct.unpack(">d", struct.pack(">q", max(0, n + rng.randrange(-2, 3))))[0]
        return x if x == x and x not in (float("inf"),) else 1.0
    if kind == 6:
        x = float("%de%d" % (rng.randrange(1, 100), rng.randrange(-323, 307)))
        return rng.choice((x, -x))
    return struct.unpack(">d", struct.pack(">q", rng.randrange(0, 1 << 52)))[0] * rng.choice((1, -1))


SPECIAL = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, float("inf"), float("-inf"), 5e-324, -5e-324, 2.2250738585072014e-308,
           2.225073858507201e-308, 1.7976931348623157e308, 2.0**53, 2.0**53 - 1, 2.0**61, 2.0**61 - 512, 2.0**62, 0.1,
           1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5, 123456789012345680.0, 5e-5, 1e22, 1e23, 9007199254740993.0]


def hash_cases(count, rng):
    yield "bytes", "", wide(hash(b""))
    for n in range(1, count):
        length = n % 40 if n % 10 else rng.randrange(0, 600)
        data = rng.randbytes(length)
        yield "bytes", data.hex(), wide(hash(data))
    for x in SPECIAL + [any_double(rng) for _ in range(count)]:
        yield "float", bits(x), wide(hash(x))
    for n in range(count // 4):
        value = rng.randrange(-(1 << rng.randrange(1, 400)), 1 << rng.randrange(1, 400))
        yield "int", "%x" % value, wide(hash(value))
    for n in range(count // 4):
        items = [rng.choice((any_double(rng), rng.randrange(-3, 3), rng.randbytes(3))) for _ in range(rng.randrange(0, 9))]
        yield "tuple", ",".join(wide(hash(i)) for i in items), wide(hash(tuple(items)))
    for n in range(count // 4):
        items = frozenset(rng.choice((any_double(rng), rng.randrange(-3, 3), rng.randbytes(3))) for _ in range(rng.randrange(0, 9)))
        yield "frozenset", ",".join(wide(hash(i)) for i in items), wide(hash(items))


def text_of_number(rng):
    """A decimal literal: random digits, or one at, just above or just below the middle of two doubles."""
    if rng.randrange(3):
        text = "".join(rng.choice("0123456789") for _ in range(rng.choice((1, 5, 15, 16, 17, 18, 20, 30, rng.randrange(1, 900)))))
        if rng.randrange(2):
            at = rng.randrange(len(text) + 1)
            text = text[:at] + "." + text[at:]
        if rng.randrange(2):
            text += rng.choice("eE") + rng.choice(("", "+", "-")) + str(rng.randrange(0, rng.choice((5, 30, 340, 1200))))
        return rng.choice(("", "", "-", "+")) + text
    x = abs(any_double(rng))
    if x == float("inf"):
        return "1e309"
    n, d = x.as_integer_ratio()
    up = struct.unpack(">d", struct.pack(">q", struct.unpack(">q", struct.pack(">d", x))[0] + 1))[0]
    if up == float("inf"):
        up = 2**1024
    un, ud = up.as_integer_ratio() if up != 2**1024 else (up, 1)
    n, d = n * ud + un * d, 2 * d * ud  # the exact middle; d is a power of two
    shift = d.bit_length() - 1
    digits = str(n * 5**shift)
    tail = rng.choice(("", "", "0", "1", "0" * rng.randrange(400) + "1"))
    if rng.randrange(3) == 0:
        digits = str(int(digits) - 1) + "9"
        shift += 1
    return digits + tail + "e%d" % (-shift - len(tail))


def float_cases(count, rng):
    values = SPECIAL + [any_double(rng) for _ in range(count)]
    for x in values:
        yield "repr", bits(x), repr(x)
        yield "hex", bits(x), x.hex()
    for x in values[: count // 2]:
        code = rng.choice("eEfFgG")
        precision = rng.choice((0, 1, 2, 3, 6, 10, 15, 16, 17, 20, rng.randrange(0, 60), rng.randrange(0, 1200) if count > 2000 else 5))
        sign, alternate = rng.choice(("", "+")), rng.choice(("", "", "#"))
        yield "format", bits(x), sign, alternate, code, str(precision), format(x, sign + alternate + "." + str(precision) + code)
    for x in values[: count // 2]:  # few digits and ties
        x = rng.choice((x, rng.randrange(0, 10**6) / 2 ** rng.randrange(1, 12), rng.randrange(0, 10**5) / 10 ** rng.randrange(0, 6)))
        code, precision = rng.choice("efg"), rng.randrange(0, 8)
        yield "format", bits(x), "", "", code, str(precision), format(x, "." + str(precision) + code)
    for x in values[: count // 2]:
        if rng.randrange(2):
            x = rng.randrange(0, 10**7) / 2 ** rng.randrange(1, 12)
        places = rng.choice((0, 1, 2, 3, rng.randrange(-20, 30), rng.randrange(-330, 330)))
        try:
            yield "round", bits(x), str(places), bits(round(x, places))
        except OverflowError:
            if x - x == 0:
                yield "round", bits(x), str(places), bits(float("inf"))
    for _ in range(count):
        text = text_of_number(rng)
        yield "parse", text, bits(float(text))
    for text in ("inf", "-Infinity", "+iNf", "nan", "-nan", "0", "-0", "-.0e5", "1.", ".5", "1e400", "1e-400", "0e99999999999999"):
        yield "parse", text, bits(float(text))
    for _ in range(count // 2):
        x = any_double(rng)
        text = x.hex()
        if rng.randrange(2):
            text = "%s0x%x.%x%s%d" % (rng.choice(("", "-")), rng.randrange(1 << rng.randrange(1, 80)), rng.randrange(1 << rng.randrange(1, 80)), rng.choice("pP"), rng.randrange(-1150, 1050))
        if rng.randrange(5) == 0:
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice("0p.x-+ g8") + text[at + 1:]
        try:
            yield "fromhex", text, bits(float.fromhex(text))
        except (ValueError, OverflowError) as error:
            yield "fromhex", text, type(error).__name__
    for _ in range(count // 2):
        x, e = any_double(rng), rng.choice((rng.randrange(-2200, 2200), rng.randrange(-60, 60)))
        try:
            yield "ldexp", bits(x), str(e), bits(math.ldexp(x, e))
        except OverflowError:
            yield "ldexp", bits(x), str(e), bits(math.copysign(math.inf, x))


ONE_ARGUMENT = ("exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt "
                "erf erfc gamma lgamma").split()
TWO_ARGUMENTS = "pow atan2 hypot abs_complex fmod remainder".split()


def argument(name, rng):
    """An argument for a function: any double, or (more often) one where the function is neither trivial nor an error."""
    kind = rng.randrange(10)
    sign = rng.choice((1, -1))
    if kind == 0:
        return any_double(rng)
    if kind == 1:
        return sign * rng.randrange(0, 3000) / rng.choice((1, 1, 2, 4, 8, 10))
    if kind == 2:
        return sign * (1 + sign * rng.random() * 2.0 ** -rng.randrange(0, 53))
    if kind <= 4:
        return sign * 2.0 ** rng.uniform(-40, 10)
    if name in ("exp", "exp2", "expm1", "sinh", "cosh"):
        return rng.uniform(-750, 720) if kind < 7 else rng.uniform(-5, 5)
    if name in ("log", "log2", "log10", "acosh", "asinh", "cbrt", "lgamma"):
        return 2.0 ** rng.uniform(-1074, 1023) if kind < 7 else rng.uniform(0, 20)
    if name in ("asin", "acos", "atanh", "log1p"):
        return rng.uniform(-1, 1)
    if name in ("sin", "cos", "tan"):
        return sign * 2.0 ** rng.uniform(0, 1023) if kind < 6 else rng.uniform(-100, 100)
    if name in ("gamma", "erfc"):
        return rng.uniform(-30, 30) if kind < 7 else rng.uniform(-180, 172)
    return rng.uniform(-7, 7)


def math_cases(name, count, rng):
    function = (lambda x, y: abs(complex(x, y))) if name == "abs_complex" else getattr(math, name)
    if name in TWO_ARGUMENTS:
        arity = 2
    else:
        arity = {"fma": 3, "nextafter": 2}.get(name, 1)
    rows = [tuple(row) for row in itertools.product(SPECIAL + [math.pi, math.nan], repeat=arity)][:1000]
    while len(rows) < count:
        row = [argument(name, rng) for _ in range(arity)]
        if name == "pow":
            row[0] = abs(row[0]) if rng.randrange(8) else row[0]
            if rng.randrange(2):
                row[1] = rng.uniform(-700, 700) / (abs(math.log(row[0])) + 0.01) if 0 < row[0] < math.inf else row[1]
            elif rng.randrange(3) == 0:
                row[1] = float(rng.randrange(-9, 30))
        elif arity > 1 and rng.randrange(3) == 0:
            row[1] = row[0] * rng.uniform(-4, 4)
        if name == "fma":
            if rng.randrange(2) == 0:
                row[2] = -row[0] * row[1] * rng.choice((1, 1 + 2**-52, 2.0**rng.randrange(-110, 60)))
        rows.append(tuple(row))
    for row in rows:
        try:
            result = bits(float(function(*row)))
        except (ValueError, OverflowError) as error:
            result = type(error).__name__
        yield name, ",".join(map(bits, row)), result


def mt19937_cases(count, rng):
    for _ in range(count):
        seed = rng.randrange(1 << rng.choice((1, 32, 33, 64, 200, 30000)))
        generator = random.Random(seed)
        # Words of state are compared after the numbers were drawn: few of them, and a checksum of all.
        draws = rng.choice((3, 700, 2000))
        outputs = [bits(generator.random()) for _ in range(draws)]
        outputs.append("%08x" % generator.getrandbits(32))
        state = generator.getstate()[1]
        yield "mt", "%x" % seed, str(draws), ",".join(outputs[-4:]), str(state[-1]), "%08x" % state[0], str(sum(state[:-1]) % 2**32)


def points(text):
    return " ".join("%x" % ord(c) for c in text)


def unicode_row(n):
    """What str methods and unicodedata say of one character; see properties.test.ts for the fields."""
    c = chr(n)
    flags = "".join(str(int(bool(flag))) for flag in (
        c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.islower(), c.isupper(), c.istitle(),
        c.isprintable(), c.isidentifier(), ("a" + c).isidentifier(), len(("a" + c + "b").splitlines()) == 2, c.isalnum(),
        # A capital sigma is final before a character that is not cased, and looks past case-ignorable ones.
        ("a\u03a3" + c).lower()[1] == "\u03c3", ("a\u03a3" + c + "a").lower()[1] == "\u03c3"))
    return (flags, points(c.upper()), points(c.lower()), points(c.title()), points(c.casefold()), str(unicodedata.decimal(c, -1)),
            str(unicodedata.digit(c, -1)), repr(float(unicodedata.numeric(c, math.nan))), unicodedata.category(c),
            str(unicodedata.combining(c)), unicodedata.decomposition(c),
            *(points(unicodedata.normalize(form, c)) for form in ("NFC", "NFD", "NFKC", "NFKD")))


def unicode_cases(count, rng):
    """All characters (count 0), those of planes 0, 1 and 14 (-1), or a sample of that many; runs of equal rows are told once: first, last, row."""
    if count < 0:
        sample = [*range(0x20000), *range(0xE0000, 0xF0000)]
    else:
        sample = range(0x110000) if count == 0 else sorted(set(range(0x180)) | {rng.randrange(0x20000) for _ in range(count)})
    start = last = same = None
    for n in sample:
        row = unicode_row(n)
        own = "%x" % n
        # A character that maps to itself is written "=", so that neighbours read the same.
        row = tuple("=" if field == own and i > 0 else field for i, field in enumerate(row))
        if row == same and n == last + 1:
            last = n
            continue
        if same is not None:
            yield "character", "%x" % start, "%x" % last, *same
        start, last, same = n, n, row
    yield "character", "%x" % start, "%x" % last, *same


def normalize_cases(count, rng):
    interesting = [n for n in range(0x30000) if unicodedata.combining(chr(n)) or unicodedata.decomposition(chr(n))]
    interesting += range(0x1100, 0x1200)
    interesting += [ord(c) for n in interesting for c in unicodedata.normalize("NFD", chr(n))]
    interesting += range(0xAC00, 0xAC80)
    for _ in range(count):
        text = "".join(chr(rng.choice(interesting) if rng.randrange(5) else rng.randrange(0x250)) for _ in range(rng.randrange(1, 8)))
        yield ("normalize", points(text), *(points(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")))


AREAS = {"unicode": unicode_cases, "normalize": normalize_cases, "hash": hash_cases, "float": float_cases, "mt19937": mt19937_cases}

if __name__ == "__main__":
    area, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    write = sys.stdout.write
    rng = random.Random(seed)
    for case in AREAS[area](count, rng) if area in AREAS else math_cases(area, count, rng):
        write("\t".join(case) + "\n")
