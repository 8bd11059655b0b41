# Ordered or not, indexable, iterable (row 16): ask values what they can do, and read the error where they cannot.
# Look at the inspector with each value selected: it names the protocols of the type's slots, and whether the storage is
# one contiguous piece.


def attempt(action):
    try:
        return str(action())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def numbers():
    yield 1
    yield 2


values = [[3, 1, 2], (3, 1, 2), "abc", b"abc", {"b": 1, "a": 2}, {3}, range(3), numbers(), 12, 1.5, None, len]

for value in values:
    kind = type(value).__name__
    can = []
    for name, method in (("length", "__len__"), ("index", "__getitem__"), ("iterate", "__iter__"), ("next", "__next__"), ("in", "__contains__"), ("call", "__call__")):
        if hasattr(value, method):
            can.append(name)
    print(f"{kind:26} {', '.join(can) or 'none of these'}")

print()
for value in values:
    kind = type(value).__name__
    print(f"{kind:26} value[0]: {attempt(lambda: value[0])}")
print()
print("len(12):        ", attempt(lambda: len(12)))
print("for in None:    ", attempt(lambda: list(None)))
print("[1] < 'a':      ", attempt(lambda: [1] < "a"))
print("{[]: 1}:        ", attempt(lambda: {[]: 1}))
print("(1, 2)[0] = 3:  ", attempt(lambda: (1, 2).__setitem__(0, 3)))
print("'abc'['a']:     ", attempt(lambda: str("abc")["a"]))
print("[1, 2][5]:      ", attempt(lambda: [1, 2][5]))
print("dict keeps the order of insertion:", list({"z": 1, "a": 2, "m": 3}))
print("slices of a row:", [0, 1, 2, 3, 4, 5][1:5:2], "abcdef"[::-1], range(10)[2:8:3])
