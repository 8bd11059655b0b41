"""Fannkuch of the Computer Language Benchmarks Game: the most pancake flips that a permutation of n needs.

Small lists, slices and integer loops.
"""

N = 9


def main(n):
    permutation = list(range(n))
    count = list(range(1, n + 1))
    checksum = 0
    most = 0
    is_even = True
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        first = permutation[0]
        if first:
            pancakes = permutation[:]
            flips = 0
            while first:
                pancakes[: first + 1] = pancakes[first::-1]
                flips += 1
                first = pancakes[0]
            if flips > most:
                most = flips
            if is_even:
                checksum += flips
            else:
                checksum -= flips
        is_even = not is_even
        while r != n:
            permutation.insert(r, permutation.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        else:
            return f"{checksum} {most}"


if __name__ == "__main__":
    print(main(N))
