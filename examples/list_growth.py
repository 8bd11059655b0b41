# A list takes more room than it needs, so that most appends are one write (rows 1, 5 and 18).
# Look at the list's array under "Allocators": at the lines below it moves to a larger block, everywhere else it stays.
import sys

HEAD = sys.getsizeof([])
POINTER = 8

items = []
room = 0
moves = []
for count in range(1, 101):
    items.append(count)
    now = (sys.getsizeof(items) - HEAD) // POINTER
    if now != room:
        moves.append((count, now))
        room = now
print("at item -> room for")
for count, now in moves:
    print(f"{count:4} -> {now:4} {'#' * (now // 2)}")

items.clear()
print("cleared:", sys.getsizeof(items), "bytes")
exact = [None] * 10
print("made in one piece:", (sys.getsizeof(exact) - HEAD) // POINTER, "places")
exact.append(None)
print("after one append: ", (sys.getsizeof(exact) - HEAD) // POINTER, "places")
for _ in range(9):
    exact.pop()
print("after nine pops:  ", (sys.getsizeof(exact) - HEAD) // POINTER, "places for", len(exact), "items")

# A dict grows as well: its table of indices doubles, and every entry is copied over.
table = {}
size = sys.getsizeof(table)
for key in range(100):
    table[key] = None
    if sys.getsizeof(table) != size:
        size = sys.getsizeof(table)
        print(f"dict with {len(table):3} entries: {size:5} bytes")
