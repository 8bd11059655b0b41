# Pancake flips over all permutations: small lists, slices, integer loops.
def fannkuch(n):
    permutation = list(range(n))
    count = list(range(n))
    best = 0
    checksum = 0
    index = 0
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if permutation[0] != 0:
            flipped = permutation[:]
            flips = 0
            first = flipped[0]
            while first:
                flipped[: first + 1] = flipped[first::-1]
                flips += 1
                first = flipped[0]
            if flips > best:
                best = flips
            checksum += flips if index % 2 == 0 else -flips
        while True:
            if r == n:
                return checksum, best
            first = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = first
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        index += 1


print(fannkuch(9))
