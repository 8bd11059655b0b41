# Memory is a row of numbered cells (row 1): a bytearray is a stretch of them that Python lets us write one by one.
# Look at "Bytes" with `cells` selected: every assignment below changes one cell, and the list of loads and stores names
# the instruction that did it. The machine's registers are the list `registers`, and its bus is read() and write().

cells = bytearray(32)
registers = [0, 0, 0, 0]
traffic = []


def read(address):
    traffic.append(("read", address))
    return cells[address]


def write(address, value):
    traffic.append(("write", address))
    cells[address] = value & 0xFF


def load(register, address):
    registers[register] = read(address)


def store(register, address):
    write(address, registers[register])


def add(target, left, right):
    registers[target] = (registers[left] + registers[right]) & 0xFF


# Eight numbers in a row, from address 8 on.
for offset in range(8):
    write(8 + offset, (offset + 1) * (offset + 1))

# Add them up: the sum wraps around at 256, because a cell holds one byte.
registers[0] = 0
for address in range(8, 16):
    load(1, address)
    add(0, 0, 1)
store(0, 0)

for start in range(0, len(cells), 8):
    row = cells[start : start + 8]
    print(f"{start:04x}  {row.hex(' ')}")

reads = sum(1 for kind, _ in traffic if kind == "read")
print("sum modulo 256 in cell 0:", cells[0])
print("over the bus:", reads, "reads,", len(traffic) - reads, "writes")

# A memoryview looks at the same cells without copying them: four bytes at a time it sees 32-bit numbers.
words = memoryview(cells).cast("I")
print("cells 8 to 11 as one number:", hex(words[2]))
words[7] = 0x12345678
print("the number written at 28:", cells[28:].hex(" "))
words.release()
