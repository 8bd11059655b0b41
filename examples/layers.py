# The layered picture of Python's memory (row 7): one program that puts something into each layer.
# Look at "Allocators", or run `underglass memory examples/layers.py`: objects (+3) stand in blocks of pymalloc (+2) or of
# the raw allocator (+1), those in the system's malloc (0), and all of it in mapped pages (-1).
import sys

# +3: objects with allocators of their own. A list is two pieces: its head, and its array of pointers.
shopping = ["bread", "salt", "pears"]
prices = {"bread": 2.5, "salt": 0.8, "pears": 3.2}

# +2: small blocks. Each of these lists has a head and a small array.
small = [[number] for number in range(1000)]

# +1 and 0: one large block each, past the threshold of pymalloc.
large = bytearray(100_000)
table = [0] * 20_000

# -1: so large that it has a mapping of its own, page after page.
huge = bytes(2_000_000)

total = 0.0
for name in shopping:
    total += prices[name]
print("to pay:", total)

for name in ("shopping", "prices", "small", "large", "table", "huge"):
    print(f"{name:9}{sys.getsizeof(globals()[name]):10,} bytes")

print("one small list:", sys.getsizeof(small[0]), "bytes with its array and the collector's header of 16")
print("all of it is still here at the end, for the sum")
