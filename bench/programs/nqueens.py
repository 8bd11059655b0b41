"""pyperformance's n-queens: all permutations from a generator, each tested with two sets.

Generators, generator expressions, sets, tuples and slices.
"""

N = 9


def permutations(items):
    """All orders of the items, in lexicographic order of positions."""
    pool = tuple(items)
    size = len(pool)
    order = list(range(size))
    cycles = list(range(size, 0, -1))
    yield tuple(pool[i] for i in order)
    while True:
        for i in reversed(range(size)):
            cycles[i] -= 1
            if cycles[i] == 0:
                order[i:] = order[i + 1 :] + order[i : i + 1]
                cycles[i] = size - i
            else:
                j = cycles[i]
                order[i], order[-j] = order[-j], order[i]
                yield tuple(pool[i] for i in order)
                break
        else:
            return


def placements(queen_count):
    columns = range(queen_count)
    for rows in permutations(columns):
        if queen_count == len(set(rows[i] + i for i in columns)) == len(set(rows[i] - i for i in columns)):
            yield rows


def main(queen_count):
    found = list(placements(queen_count))
    return f"{len(found)} {found[0]} {found[-1]}"


if __name__ == "__main__":
    print(main(N))
