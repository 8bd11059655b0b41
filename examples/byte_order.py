# Byte order (row 11): the number 0x12345678 is four bytes, and there are two ways to put them in a row.
# Look at "Bytes" with `number` selected: its digit stands there in both orders, side by side, with the bits of each byte.

number = 0x12345678

little = number.to_bytes(4, "little")
big = number.to_bytes(4, "big")
print("little:", little.hex(" "))
print("big:   ", big.hex(" "))
print("the one read as the other:", hex(int.from_bytes(little, "big")))


def swap(value, size):
    """The same bytes from the other end, by shifting."""
    result = 0
    for _ in range(size):
        result = result << 8 | value & 0xFF
        value >>= 8
    return result


print("swapped by hand:", hex(swap(number, 4)), swap(swap(number, 4), 4) == number)

# This machine's own order: write a number through a view, look at the bytes below it.
cells = bytearray(8)
memoryview(cells).cast("Q")[0] = number
print("this machine:", cells.hex(" "), "-> little" if cells[0] == 0x78 else "-> big")

# Negative numbers: two's complement, then the same question.
for value in (-2, -number):
    print(value, value.to_bytes(4, "little", signed=True).hex(" "), "|", value.to_bytes(4, "big", signed=True).hex(" "))

# Order matters only for what is more than a byte wide: text in UTF-8 has none, UTF-16 has two.
for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
    print(f"{encoding:10}", "é中".encode(encoding).hex(" "))

# A message on a network carries the larger end first, whoever sends it.
length, kind = 300, 7
message = length.to_bytes(2, "big") + kind.to_bytes(1, "big")
print("message:", message.hex(" "), "length", int.from_bytes(message[:2], "big"))
