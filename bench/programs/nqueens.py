# All ways to place queens: sets and recursion through generators.
def place(n, row=0, columns=frozenset(), down=frozenset(), up=frozenset()):
    if row == n:
        yield 1
        return
    for column in range(n):
        if column in columns or row - column in down or row + column in up:
            continue
        yield from place(n, row + 1, columns | {column}, down | {row - column}, up | {row + column})


print(sum(place(11)))
