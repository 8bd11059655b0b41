"""pyperformance's "float" (after Factor's float benchmark): many points on a curve, normalised, and their maximum.

Instances with slots, attribute loads and stores, allocation, calls of built-ins.
"""

from math import cos, sin, sqrt

N = 300_000


class Point:
    __slots__ = ("x", "y", "z")

    def __init__(self, i):
        self.x = x = sin(i)
        self.y = cos(i) * 3
        self.z = (x * x) / 2

    def __repr__(self):
        return f"<Point: x={self.x:.12f}, y={self.y:.12f}, z={self.z:.12f}>"

    def normalize(self):
        x = self.x
        y = self.y
        z = self.z
        norm = sqrt(x * x + y * y + z * z)
        self.x /= norm
        self.y /= norm
        self.z /= norm

    def maximize(self, other):
        self.x = self.x if self.x > other.x else other.x
        self.y = self.y if self.y > other.y else other.y
        self.z = self.z if self.z > other.z else other.z
        return self


def largest(points):
    best = points[0]
    for point in points[1:]:
        best = best.maximize(point)
    return best


def main(point_count):
    points = [None] * point_count
    for i in range(point_count):
        points[i] = Point(i)
    for point in points:
        point.normalize()
    return str(largest(points))


if __name__ == "__main__":
    print(main(N))
