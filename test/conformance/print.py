# What print() writes: separators, ends, and values by their str().
print("a", 1, None, 2.5)  # expect: a 1 None 2.5
print("a", "b", sep="-")  # expect: a-b
print("no line end", end="; ")
print("then one")  # expect: no line end; then one
print()  # expect:
print([1, "x", (2,)], {"k": {"n": 1}})  # expect: [1, 'x', (2,)] {'k': {'n': 1}}
print("trailing ")  # expect-json: "trailing "
