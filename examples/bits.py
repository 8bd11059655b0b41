# Any value down to its bits (row 13). Look at the inspector with one of these selected: the digits of a big integer
# stand in memory in groups of 30 bits, a float as sign, exponent and fraction.


def binary(value, bits):
    return "".join("1" if value >> place & 1 else "0" for place in range(bits - 1, -1, -1))


for value in (0, 1, 5, 10, 255):
    print(f"{value:4} {binary(value, 8)} {value:#04x} {value:#o}")

# Two's complement: negative numbers from the other end.
for value in (-1, -5, -128):
    print(f"{value:4} {binary(value, 8)} {value & 0xFF:#04x}")

# A big integer is a row of digits to the base 2**30.
big = 2**100 + 12345
digits = []
rest = big
while rest:
    digits.append(rest & (1 << 30) - 1)
    rest >>= 30
print(big, "=", " + ".join(f"{digit}*2**{30 * place}" for place, digit in enumerate(digits) if digit))
print("bytes it takes:", big.__sizeof__(), "for", len(digits), "digits; a small one:", (1).__sizeof__())


def fields(number):
    """A float and an integer of 64 bits are two ways to see the same eight cells."""
    cells = bytearray(8)
    memoryview(cells).cast("d")[0] = number
    word = memoryview(cells).cast("Q")[0]
    return word >> 63, word >> 52 & 0x7FF, word & (1 << 52) - 1


for number in (1.0, -2.0, 0.1, 0.1 + 0.2, 1e300, 5e-324, float("inf")):
    sign, exponent, fraction = fields(number)
    print(f"{number!r:22} sign {sign} exponent {exponent:4} fraction {fraction:013x}")
print("0.1 is really", (0.1).as_integer_ratio(), (0.1).hex())

# Bits as a set: each place says yes or no.
WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
work = 0b0011111
swim = 1 << WEEK.index("wed") | 1 << WEEK.index("sat")
print("both:  ", [day for place, day in enumerate(WEEK) if (work & swim) >> place & 1])
print("either:", (work | swim).bit_count(), "days; not work:", binary(~work & 0x7F, 7))
