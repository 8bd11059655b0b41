"""The n-body problem of the Computer Language Benchmarks Game: the sun and four planets move under each other's gravity.

Float arithmetic on list items and the unpacking of nested tuples.
"""

from math import pi, sqrt

SOLAR_MASS = 4 * pi * pi
DAYS = 365.24


def body(position, velocity_per_day, mass):
    return list(position), [v * DAYS for v in velocity_per_day], mass * SOLAR_MASS


def solar_system():
    """Positions in astronomical units, velocities in units a day, masses in suns."""
    return [
        body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
        body(
            (4.84143144246472090e00, -1.16032004402742839e00, -1.03622044471123109e-01),
            (1.66007664274403694e-03, 7.69901118419740425e-03, -6.90460016972063023e-05),
            9.54791938424326609e-04,
        ),
        body(
            (8.34336671824457987e00, 4.12479856412430479e00, -4.03523417114321381e-01),
            (-2.76742510726411899e-03, 4.99852801234917238e-03, 2.30417297573763929e-05),
            2.85885980666130812e-04,
        ),
        body(
            (1.28943695621391310e01, -1.51111514016986312e01, -2.23307578892655734e-01),
            (2.96460137564761618e-03, 2.37847173959480950e-03, -2.96589568540237556e-05),
            4.36624404335156298e-05,
        ),
        body(
            (1.53796971148509165e01, -2.59193146099879641e01, 1.79258772950371181e-01),
            (2.68067772490389322e-03, 1.62824170038242295e-03, -9.51592254519715870e-05),
            5.15138902046611451e-05,
        ),
    ]


def rest_the_whole(bodies):
    """Gives the sun the velocity with which the total momentum is zero."""
    px = py = pz = 0.0
    for _, (vx, vy, vz), mass in bodies:
        px -= vx * mass
        py -= vy * mass
        pz -= vz * mass
    velocity, mass = bodies[0][1], bodies[0][2]
    velocity[0] = px / mass
    velocity[1] = py / mass
    velocity[2] = pz / mass


def advance(bodies, pairs, dt, step_count):
    for _ in range(step_count):
        for ((x1, y1, z1), v1, m1), ((x2, y2, z2), v2, m2) in pairs:
            dx = x1 - x2
            dy = y1 - y2
            dz = z1 - z2
            pull = dt * ((dx * dx + dy * dy + dz * dz) ** -1.5)
            to_second = m2 * pull
            to_first = m1 * pull
            v1[0] -= dx * to_second
            v1[1] -= dy * to_second
            v1[2] -= dz * to_second
            v2[0] += dx * to_first
            v2[1] += dy * to_first
            v2[2] += dz * to_first
        for position, (vx, vy, vz), _ in bodies:
            position[0] += dt * vx
            position[1] += dt * vy
            position[2] += dt * vz


def energy(bodies, pairs):
    total = 0.0
    for ((x1, y1, z1), _, m1), ((x2, y2, z2), _, m2) in pairs:
        dx = x1 - x2
        dy = y1 - y2
        dz = z1 - z2
        total -= m1 * m2 / sqrt(dx * dx + dy * dy + dz * dz)
    for _, (vx, vy, vz), mass in bodies:
        total += mass * (vx * vx + vy * vy + vz * vz) / 2.0
    return total


N = 100_000


def main(step_count):
    bodies = solar_system()
    pairs = [(first, second) for i, first in enumerate(bodies) for second in bodies[i + 1 :]]
    rest_the_whole(bodies)
    before = energy(bodies, pairs)
    advance(bodies, pairs, 0.01, step_count)
    return f"{before:.9f} {energy(bodies, pairs):.9f}"


if __name__ == "__main__":
    print(main(N))
