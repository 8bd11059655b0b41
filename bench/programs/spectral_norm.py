"""The spectral norm of an infinite matrix (MathWorld, Hundred-Dollar Challenge, problem 3), by the power method.

Function calls in inner loops, float division, enumerate and zip.
"""

N = 250
ROUNDS = 10


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def row_times(i, vector):
    total = 0.0
    for j, value in enumerate(vector):
        total += element(i, j) * value
    return total


def column_times(j, vector):
    total = 0.0
    for i, value in enumerate(vector):
        total += element(i, j) * value
    return total


def times(function, vector):
    return [function(i, vector) for i in range(len(vector))]


def square_times(vector):
    """The transposed matrix times the matrix times the vector."""
    return times(column_times, times(row_times, vector))


def main(n):
    u = [1.0] * n
    v = u
    for _ in range(ROUNDS):
        v = square_times(u)
        u = square_times(v)
    uv = vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    return f"{(uv / vv) ** 0.5:.9f}"


if __name__ == "__main__":
    print(main(N))
