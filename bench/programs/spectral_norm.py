# The spectral norm of an infinite matrix: function calls, generators, float division.
def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, transposed):
    n = len(v)
    if transposed:
        return [sum(element(j, i) * v[j] for j in range(n)) for i in range(n)]
    return [sum(element(i, j) * v[j] for j in range(n)) for i in range(n)]


u = [1.0] * 260
for _ in range(5):
    v = times(times(u, False), True)
    u = times(times(v, False), True)
print(f"{(sum(a * b for a, b in zip(u, v)) / sum(b * b for b in v)) ** 0.5:.9f}")
