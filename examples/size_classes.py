# Small objects come from pymalloc, in size classes of 16 bytes up to 512; larger ones from malloc (row 5).
# Look at "Allocators": each line below fills blocks of one class. The last two steps cross the threshold: the block of
# 513 bytes is in no pool any more. Then everything is freed, and pools become empty and can serve another class.
import sys

SMALL_REQUEST_THRESHOLD = 512
HEADER = sys.getsizeof(b"")

print("an empty bytes object takes", HEADER, "bytes; each further byte one more")

kept = []
for total in (40, 48, 49, 64, 65, 128, 256, 257, 511, 512, 513, 1024):
    block = bytes(total - HEADER)
    kept.append(block)
    wanted = sys.getsizeof(block)
    if wanted <= SMALL_REQUEST_THRESHOLD:
        size_class = (wanted + 15) // 16 * 16
        print(f"{wanted:5} bytes -> pymalloc, class {size_class // 16 - 1:2}, block of {size_class:3}, {size_class - wanted:2} unused")
    else:
        print(f"{wanted:5} bytes -> malloc")

# Many of one class: blocks of a pool are neighbours, one size class apart.
crowd = [bytes([value % 256]) * 60 for value in range(400)]
distances = {}
for left, right in zip(crowd, crowd[1:]):
    step = id(right) - id(left)
    distances[step] = distances.get(step, 0) + 1
step, count = max(distances.items(), key=lambda item: item[1])
print("most neighbours are", abs(step), "bytes apart;", "a row of blocks" if count > 200 else "scattered")

# Given back, the blocks of a pool are a list of their own: the last one freed is the first one taken again.
places = [id(block) for block in crowd[100:105]]
del crowd[100:105]
again = [bytes([value]) * 60 for value in range(5)]
print("freed blocks taken again:", len(set(places) & {id(block) for block in again}), "of", len(places))
crowd.clear()
