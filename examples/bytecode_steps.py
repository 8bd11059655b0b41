# A program is bytes in a file, and runs as bytecode (row 8). Look at "Program": the source line on one side, the
# instructions of it on the other, and the value stack that they work on. Here the program looks at its own bytes.


def area(width, height):
    return width * height + 1


code = area.__code__
print("names of its variables:", code.co_varnames)
print("constants:", code.co_consts)
print("value stack at most:", code.co_stacksize)
print("first line:", code.co_firstlineno)

# Two bytes an instruction: what to do, and with what. Caches are instructions too: room where the machine takes notes.
NAMES = {
    0: "CACHE",
    45: "BINARY_OP",
    36: "RETURN_VALUE",
    83: "LOAD_CONST",
    85: "LOAD_FAST",
    88: "LOAD_FAST_LOAD_FAST",
    149: "RESUME",
}
raw = code.co_code
for offset in range(0, len(raw), 2):
    opcode, argument = raw[offset], raw[offset + 1]
    print(f"{offset:3}  {raw[offset:offset + 2].hex(' ')}  {NAMES.get(opcode, '?')} {argument}")

# Which instruction belongs to which line.
for start, end, line in code.co_lines():
    print(f"bytes {start} to {end}: line {line}")

print("7 * 6 + 1 =", area(7, 6))

# Source text made into code while the program runs.
made = compile("answer = sum(n * n for n in range(5))", "<made>", "exec")
space = {}
exec(made, space)
print("answer", space["answer"], "from", made.co_filename, "with names", made.co_names)
print(eval("answer + 1", space))
