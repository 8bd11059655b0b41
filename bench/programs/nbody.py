# The n-body problem: planets move under each other's gravity. Floats in lists, attribute-free.
def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for a, b in pairs:
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            distance = (dx * dx + dy * dy + dz * dz) ** 0.5
            force = dt / (distance * distance * distance)
            am = a[6] * force
            bm = b[6] * force
            a[3] -= dx * bm
            a[4] -= dy * bm
            a[5] -= dz * bm
            b[3] += dx * am
            b[4] += dy * am
            b[5] += dz * am
        for body in bodies:
            body[0] += dt * body[3]
            body[1] += dt * body[4]
            body[2] += dt * body[5]


bodies = [[float(i), i * 0.5, i * 0.25, 0.1 * i, 0.2, 0.05 * i, 1.0 + i] for i in range(5)]
pairs = [(bodies[i], bodies[j]) for i in range(5) for j in range(i + 1, 5)]
advance(bodies, pairs, 0.001, 60000)
print(f"{bodies[0][0]:.9f} {bodies[4][2]:.9f}")
