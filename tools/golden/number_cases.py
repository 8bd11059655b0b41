"""Golden results of CPython's int, float, complex and format() for test/golden/objects/numbers-*.json.

    python3.13 tools/golden/number_cases.py FOLDER [--full]

A row holds the results of one operation over many operands, as a checksum of their texts; with --full, the texts, which
show where two implementations part.
"""

import json
import operator
import struct
import sys
from decimal import Decimal, getcontext

getcontext().prec = 80
sys.set_int_max_str_digits(0)
FULL = "--full" in sys.argv

state = 20240917


def random(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n


def random_int(bits):
    value = 0
    for _ in range(bits // 30 + 1):
        value = value << 30 | random(2**30)
    return value & (2**bits - 1) | 1 << bits - 1


def bits_of(x):
    return struct.pack(">d", x).hex()


def show(value):
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return format(value, "x")
    if isinstance(value, float):
        return bits_of(value)
    if isinstance(value, complex):
        return " ".join("nan" if x != x else bits_of(x) for x in (value.real, value.imag))
    if isinstance(value, tuple):
        return "(" + ", ".join(map(show, value)) + ")"
    if isinstance(value, bytes):
        return value.hex()
    return value


def attempt(f, *args):
    try:
        return show(f(*args))
    except Exception as error:
        return f"{type(error).__name__}({', '.join(map(str, error.args))})"


def checksum(texts):
    value = 0x811C9DC5
    for byte in "\n".join(texts).encode("utf-8", "surrogatepass"):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def row(texts):
    texts = list(texts)
    return texts if FULL else checksum(texts)


BINARY = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": operator.floordiv,
    "%": operator.mod,
    "/": operator.truediv,
    "divmod": divmod,
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
}
BITS = {"&": operator.and_, "|": operator.or_, "^": operator.xor}


def table(operations, left, right):
    return {name: [row(attempt(f, a, b) for b in right) for a in left] for name, f in operations.items()}


def write(name, value):
    with open(f"{sys.argv[1]}/numbers-{name}.json", "w") as file:
        json.dump(value, file, separators=(",", ":"))
        file.write("\n")


# -- ints ----------------------------------------------------------------------------------------------------------------

edges = [0, 1, 2, 3, 5, 6, 7, 10, 100, 255, 256, 257, 1000, 65535, 10**9]
for power in (15, 30, 31, 32, 45, 53, 54, 60, 62, 63, 64, 90, 120, 1023, 1024):
    edges += [2**power - 1, 2**power, 2**power + 1]
edges += [random_int(bits) for bits in (17, 29, 31, 40, 50, 59, 61, 75, 89, 91, 100, 119, 121, 150, 200, 300, 450, 700)]
edges += [random_int(bits) for bits in (1200, 1199, 1230, 1800, 2400, 3600, 3700, 7000)]
edges += [(2**60 - 1) * 2**300, (2**29) * 2**300, (2**30 - 1) * 2**30 + 1, (2**90 - 1) * (2**30 - 1)]
edges += [10**20, 10**40, 10**100, 3**200]
ints = edges + [-x for x in edges if x]
shifts = [0, 1, 2, 14, 29, 30, 31, 59, 60, 61, 89, 100, 1000, 2**40, 2**62, 2**64, 2**80, -1]
small_shifts = [s for s in shifts if s < 5000]


def shift_left(a, s):
    return a << s


def shift_right(a, s):
    return a >> s


def power(a, b):
    return a**b


moduli = [1, 2, 3, 7, 97, 2**26 - 5, 2**26, 2**26 + 1, 2**31 - 1, 10**9 + 7, 2**61 - 1, 2**127 - 1, 10**30]
moduli += [-m for m in moduli] + [0]
mod_bases = [0, 1, 2, 5, -1, -7, 10**9, 2**40 + 3, -(10**25) + 1, 3**90]
mod_exponents = [0, 1, 2, 3, 10, 65537, 10**12 + 39, 2**70 + 1, -1, -2, -10]
exponents = [0, 1, 2, 3, 4, 5, 7, 8, 13, 30, 64, 100, -1, -2, -3, 2**31]
power_bases = [0, 1, -1, 2, -2, 3, 7, -10, 2**29, 2**30 - 1, 2**31 + 1, -(10**12), 10**40, 10**400]

INT_METHODS = {
    "repr": repr,
    "hex": hex,
    "oct": oct,
    "bin": bin,
    "hash": hash,
    "neg": operator.neg,
    "abs": abs,
    "invert": operator.invert,
    "bool": bool,
    "float": float,
    "bit_length": int.bit_length,
    "bit_count": int.bit_count,
    "as_integer_ratio": int.as_integer_ratio,
    "__sizeof__": int.__sizeof__,
}

write(
    "int",
    {
        "operands": [format(x, "x") for x in ints],
        "binary": table(BINARY | BITS, ints, ints),
        "shifts": [format(x, "x") for x in shifts],
        ">>": [row(attempt(shift_right, a, s) for s in shifts) for a in ints],
        "<<": [row(attempt(shift_left, a, s) for s in small_shifts) for a in ints],
        "smallShifts": small_shifts,
        "methods": {name: row(attempt(f, a) for a in ints) for name, f in INT_METHODS.items()},
        "round": {str(n): row(attempt(a.__round__, n) for a in ints) for n in (0, 1, -1, -2, -3, -9, -20, -40, -400)},
        "to_bytes": {
            f"{n} {order} {signed}": row(attempt(lambda: a.to_bytes(n, order, signed=signed)) for a in ints)
            for n in (0, 1, 2, 4, 5, 8, 9, 16, 100)
            for order in ("little", "big")
            for signed in (False, True)
        },
        "powerBases": [format(x, "x") for x in power_bases],
        "exponents": [format(x, "x") for x in exponents],
        "power": [
            row(attempt(power, a, b) for b in exponents if b < 1000 or abs(a) < 2) for a in power_bases
        ],
        "modBases": [format(x, "x") for x in mod_bases],
        "modExponents": [format(x, "x") for x in mod_exponents],
        "moduli": [format(x, "x") for x in moduli],
        "modPower": [row(attempt(pow, a, b, m) for b in mod_exponents for m in moduli) for a in mod_bases],
    },
)

# -- floats --------------------------------------------------------------------------------------------------------------

inf = float("inf")
floats = [0.0, 1.0, 0.5, 1.5, 2.5, 2.0, 3.0, 0.1, 0.2, 0.3, 7.0, 10.0, 100.0, 1e16, 1e17, 1e22, 1e23, 1e300, 5e-324, 1e-310]
floats += [2.2250738585072014e-308, 1.7976931348623157e308, 123456.789, 1e-5, 1e-4, 0.00012345, 2.0**53, 2.0**53 + 2, 2.0**63, 2.0**64]
floats += [2.0**1023, 3.141592653589793, 2.675, 0.05, 1.0000000000000002, 4503599627371000.5, 3503599627370001.5, inf, float("nan")]
for _ in range(30):
    floats.append(struct.unpack(">d", struct.pack(">Q", random(2**31) << 32 & (2**63 - 1) | random(2**31) << 1))[0])
floats = [x for x in floats] + [-x for x in floats]
float_ints = [0, 1, -1, 2, -3, 10, 2**53, 2**53 + 1, -(2**53) - 1, 2**54 - 1, 2**63, 2**64 + 1, 10**22, 10**23, 2**1023, 2**1024, -(10**400), int(1e300)]
float_ints += [int(1e300) + 1, int(1e300) - 1, -(2**63) - 1]

def float_power(a, b):
    """a ** b, correctly rounded: the C library's pow sometimes misses the last bit."""
    result = a**b
    if type(a) is float and type(b) is float and a == a and a != 0 and isinstance(result, float) and 0 < abs(result) < inf and abs(b) < inf:
        exact = float(Decimal(abs(a)) ** Decimal(b))
        return -exact if result < 0 else exact
    return result


FLOAT_BINARY = BINARY | {"**": float_power}


def hash_of(x):
    return 0 if x != x else hash(x)


FLOAT_METHODS = {
    "repr": repr,
    "hash": hash_of,
    "neg": operator.neg,
    "abs": abs,
    "bool": bool,
    "int": int,
    "hex": float.hex,
    "is_integer": float.is_integer,
    "as_integer_ratio": float.as_integer_ratio,
    "__trunc__": float.__trunc__,
    "__floor__": float.__floor__,
    "__ceil__": float.__ceil__,
    "__round__": float.__round__,
}

parts = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 1e200, -3.25, 1e-200, inf, float("nan"), 0.1]
complexes = [complex(a, b) for a in parts for b in parts]
complex_exponents = [0j, 1 + 0j, 2 + 0j, -1 + 0j, -3 + 0j, 100 + 0j, 101 + 0j, 0.5 + 0j, 1j, 1 + 1j, -0.5 + 2j, complex(2, -0.0)]
finite_complexes = [c for c in complexes if abs(c) < 1e100 and (abs(c) > 1e-100 or c == 0)]
COMPLEX_BINARY = {name: BINARY[name] for name in ("+", "-", "*", "/", "==", "!=")}
COMPLEX_METHODS = {
    "repr": repr,
    "hash": lambda c: 0 if c != c else hash(c),
    "neg": operator.neg,
    "abs": abs,
    "bool": bool,
    "conjugate": complex.conjugate,
}

write(
    "float",
    {
        "operands": [bits_of(x) for x in floats],
        "ints": [format(x, "x") for x in float_ints],
        "binary": table(FLOAT_BINARY, floats, floats),
        "withInts": table(FLOAT_BINARY, floats, float_ints),
        "intsWith": table(FLOAT_BINARY, float_ints, floats),
        "methods": {name: row(attempt(f, a) for a in floats) for name, f in FLOAT_METHODS.items()},
        "round": {str(n): row(attempt(round, a, n) for a in floats) for n in (0, 1, 2, 3, 15, 16, 17, 20, 320, 324, -1, -2, -17, -300, -308, -309)},
        "complexes": [[bits_of(c.real), bits_of(c.imag)] for c in complexes],
        "complexBinary": table(COMPLEX_BINARY, complexes, complexes),
        "complexMethods": {name: row(attempt(f, a) for a in complexes) for name, f in COMPLEX_METHODS.items()},
        "powerBases": [[bits_of(c.real), bits_of(c.imag)] for c in finite_complexes],
        "complexExponents": [[bits_of(c.real), bits_of(c.imag)] for c in complex_exponents],
        "complexPower": [row(attempt(power, a, b) for b in complex_exponents) for a in finite_complexes],
    },
)

# -- texts ---------------------------------------------------------------------------------------------------------------

sys.set_int_max_str_digits(4300)
texts = ["", " ", "0", "00", "-0", "+7", "12", " 12 ", "\t-34\n", "1_000", "1__0", "_1", "1_", "-_1", "0x1f", "0X_1F", "0x__1", "0b101", "0o17", "0b2", "0o8"]
texts += ["0x", "0b", "-0xff", "0_0", "0_1", "01", "zz", "ZZ", "1e5", "1.5", ".5", "5.", ".", "1e400", "-1e400", "1e-400", "inf", "-Infinity", "nan", "+nan", "infinit", "1_0.5_0e1_0"]
texts += ["1_.5", "1._5", "1e_5", "1e5_", "\u0661\u0662", "\uff11\u2003", "1\x00", "12 x", "\x1c5", "\xa05", "0x1p3", "1" * 50, "9" * 300, "-" + "7" * 4300, "1" * 4301, "z" * 100, "f" * 200, "10" * 300]
texts += ["1j", "j", "-j", "+1-2j", "1+j", "(1+2j)", "( 1j )", "(1", "1+2", "1+2jj", "nan+infj", "1_0j", "1e3J", "0.1+-2j", "1 + 2j", "--1", "+-1", "1e", "1e+", "0.1e1.0"]
texts += ["123456789012345678", "999999999999999999999", "1234567890" * 20, "\ud800", "1\u0301", "0.30000000000000004", "2.4703282292062327e-324", "2.4703282292062328e-324", "179769313486231580793e289"]
bases = [0, 2, 3, 8, 10, 16, 27, 36]
byte_strings = [b"", b"\0", b"\1", b"\xff", b"\x80", b"\0" * 10 + b"\x7f", b"\xff" * 20, b"\x80" + b"\0" * 15, bytes(range(40)), bytes(range(255, 200, -1)), b"\0\0\0\x80"]


def from_bytes(data, order, signed):
    return int.from_bytes(data, order, signed=signed)


write(
    "text",
    {
        "texts": texts,
        "bases": bases,
        "int": [row(attempt(int, t, b) for t in texts) for b in bases],
        "float": row(attempt(float, t) for t in texts),
        "complex": row(attempt(complex, t) for t in texts),
        "fromhex": row(attempt(float.fromhex, t) for t in texts if "\ud800" not in t),
        "bytes": [b.hex() for b in byte_strings],
        "from_bytes": {
            f"{order} {signed}": row(attempt(from_bytes, b, order, signed) for b in byte_strings)
            for order in ("little", "big")
            for signed in (False, True)
        },
    },
)

# -- format --------------------------------------------------------------------------------------------------------------

fills = ["", "<", ">", "^", "=", "*<", "0>", "0=", "\u20ac^", "=^"]
signs = ["", "+", " ", "-", "z", "+z"]
alternates = ["", "#", "0", "#0"]
widths = ["", "1", "9", "20"]
groupings = ["", ",", "_", ",_", "_,"]
precisions = ["", ".0", ".1", ".3", ".17", ".", ".\u0663"]
types = ["", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q", "\u20ac", "\x01", "dd"]
dimensions = [fills, signs, alternates, widths, groupings, precisions, types]
specs = [""]
for each in dimensions[-1]:
    for grouping in groupings:
        specs.append(grouping + each)
for _ in range(1500):
    # Most parts are left out, so that specs are often valid.
    specs.append("".join(choices[random(len(choices))] if random(2) else "" for choices in dimensions[:-1]) + types[random(len(types))])
specs += ["99999999999999999999", "9223372036854775808", "1.99999999999999999999f", ".2147483648f", "010,d", "012,.1f", "0,", "05_x", "013_b"]
values = [0, 1, -1, 65, 1234567, -(10**20), 2**70, 0x20AC]
float_values = [0.0, -0.0, 1.0, 0.1, -1234567.891, 1e16, 1.5e-7, 1e100, 123456789.0, inf, -inf, float("nan"), -0.0001, 0.99999]
complex_values = [0j, 1 + 2j, complex(-0.0, -1.5), 1e20 + 1e-9j, complex(inf, float("nan")), complex(0, -0.0), -12345.678 + 9876543.21j]
string_values = ["", "a", "hello world", "\u20ac\U0001f600", "\xe9" * 12]
write(
    "format",
    {
        "specs": specs,
        "int": [format(x, "x") for x in values],
        "float": [bits_of(x) for x in float_values],
        "complex": [[bits_of(c.real), bits_of(c.imag)] for c in complex_values],
        "str": string_values,
        "intRows": [row(attempt(format, x, s) for x in values) for s in specs],
        "floatRows": [row(attempt(format, x, s) for x in float_values) for s in specs],
        "complexRows": [row(attempt(format, x, s) for x in complex_values) for s in specs],
        "strRows": [row(attempt(format, x, s) for x in string_values) for s in specs],
    },
)
