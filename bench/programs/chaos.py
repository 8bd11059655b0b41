"""pyperformance's "chaos" (Carl Friedrich Bolz's chaos game): a fractal of points that random transformations move
between splines.

Float attributes, special methods, method calls in loops, random numbers, nested lists.
"""

import _random
from math import sqrt

WIDTH = 256
HEIGHT = 256
THICKNESS = 0.25
SEED = 1234
N = 25_000


class Source(_random.Random):
    def randrange(self, stop):
        """A number below stop, from as many bits as it takes, as the random module does."""
        bit_count = stop.bit_length()
        number = self.getrandbits(bit_count)
        while number >= stop:
            number = self.getrandbits(bit_count)
        return number


class Vector:
    def __init__(self, x=0.0, y=0.0, z=0.0):
        self.x = x
        self.y = y
        self.z = z

    def __repr__(self):
        return f"Vector({self.x}, {self.y}, {self.z})"

    def length(self):
        return sqrt(self.x * self.x + self.y * self.y + self.z * self.z)

    def distance(self, other):
        return sqrt((self.x - other.x) ** 2 + (self.y - other.y) ** 2 + (self.z - other.z) ** 2)

    def __add__(self, other):
        if not isinstance(other, Vector):
            raise ValueError(f"no vector to add: {type(other).__name__}")
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return self + other * -1

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def combined(self, other, own_share, other_share):
        return Vector(
            own_share * self.x + other_share * other.x,
            own_share * self.y + other_share * other.y,
            own_share * self.z + other_share * other.z,
        )


class Spline:
    """A B-spline by de Boor's algorithm: points, the degree of its pieces, knots."""

    def __init__(self, points, degree, knots):
        if len(points) > len(knots) - degree + 1:
            raise ValueError("too many control points")
        if len(points) < len(knots) - degree + 1:
            raise ValueError("too few control points")
        before = knots[0]
        for knot in knots[1:]:
            if knot < before:
                raise ValueError("knots go down")
            before = knot
        self.points = points
        self.degree = degree
        self.knots = knots

    def domain(self):
        return self.knots[self.degree - 1], self.knots[len(self.knots) - self.degree]

    def __len__(self):
        return len(self.points)

    def index_of(self, u):
        first, last = self.domain()
        for i in range(self.degree - 1, len(self.knots) - self.degree):
            if self.knots[i] <= u < self.knots[i + 1]:
                return i
        return len(self.knots) - self.degree - 1 if u == last else self.degree - 1

    def __call__(self, u):
        """The point at parameter u."""
        index = self.index_of(u)
        work = [self.points[index - self.degree + 1 + i] for i in range(self.degree + 1)]
        knots = self.knots
        for level in range(1, self.degree + 1):
            for i in range(self.degree - level + 1):
                low = knots[index - self.degree + i + level]
                high = knots[index + i + 1]
                share = (u - low) / (high - low)
                work[i] = work[i].combined(work[i + 1], 1 - share, share)
        return work[0]




class ChaosGame:
    def __init__(self, splines, thickness):
        self.splines = splines
        self.thickness = thickness
        corners = [spline(u / 100) for spline in splines for u in range(int(100 * spline.domain()[1]) + 1)]
        self.min_x = min(p.x for p in corners)
        self.max_x = max(p.x for p in corners)
        self.min_y = min(p.y for p in corners)
        self.max_y = max(p.y for p in corners)
        self.width = self.max_x - self.min_x
        self.height = self.max_y - self.min_y
        self.shares = []
        longest = thickness * self.width / 2
        for spline in splines:
            length = self.length_of(spline)
            self.shares.append(max(1, int(length / longest * 1.5)))
        self.total = sum(self.shares)

    @staticmethod
    def length_of(spline):
        first, last = spline.domain()
        step_count = 1000
        length = 0.0
        before = spline(first)
        for i in range(1, step_count + 1):
            here = spline(first + (last - first) * i / step_count)
            length += before.distance(here)
            before = here
        return length

    def choose(self, source):
        """A spline and a place on it, longer ones more often."""
        ticket = source.randrange(self.total)
        passed = 0
        for i, share in enumerate(self.shares):
            if passed <= ticket < passed + share:
                return i, source.random()
            passed += share
        raise AssertionError("the shares do not add up")

    def transformed(self, point, source):
        x = (point.x - self.min_x) / self.width
        y = (point.y - self.min_y) / self.height
        index, _ = self.choose(source)
        spline = self.splines[index]
        start, end = spline.domain()
        span = end - start
        segment = 1.0 / self.shares[index]
        along = start + span * (source.randrange(self.shares[index]) + x) * segment
        base = spline(along)
        if along + 1 / 50000 > end:
            near = spline(along - 1 / 50000)
            slope = base - near
        else:
            near = spline(along + 1 / 50000)
            slope = near - base
        size = slope.length()
        if size != 0:
            base.x += slope.y / size * (y - 0.5) * self.thickness
            base.y += -slope.x / size * (y - 0.5) * self.thickness
        self.keep_inside(base)
        return base

    def keep_inside(self, point):
        if point.x < self.min_x:
            point.x = self.min_x
        if point.x > self.max_x:
            point.x = self.max_x
        if point.y < self.min_y:
            point.y = self.min_y
        if point.y > self.max_y:
            point.y = self.max_y

    def picture(self, width, height, iteration_count, seed):
        source = Source(seed)
        image = [[1] * height for _ in range(width)]
        point = Vector((self.max_x + self.min_x) / 2, (self.max_y + self.min_y) / 2)
        for _ in range(iteration_count):
            point = self.transformed(point, source)
            column = int((point.x - self.min_x) / self.width * width)
            row = int((point.y - self.min_y) / self.height * height)
            if column == width:
                column -= 1
            if row == height:
                row -= 1
            image[column][height - row - 1] = 0
        return image


def splines():
    knots_of_four = [0, 0, 0, 1, 1, 1]
    knots_of_six = [0, 0, 0, 1, 1, 1, 2, 2, 2]
    return [
        Spline(
            [
                Vector(1.597350, 3.304460),
                Vector(1.575810, 4.123260),
                Vector(1.313210, 5.288350),
                Vector(1.618900, 5.329910),
                Vector(2.889940, 5.502700),
                Vector(2.373060, 4.381830),
                Vector(1.662000, 4.360280),
            ],
            3,
            knots_of_six,
        ),
        Spline(
            [Vector(2.804500, 4.017350), Vector(2.550500, 3.525230), Vector(1.979010, 2.620360), Vector(1.979010, 2.620360)],
            3,
            knots_of_four,
        ),
        Spline(
            [Vector(2.001670, 4.011320), Vector(2.335040, 3.312830), Vector(2.366800, 3.233460), Vector(2.366800, 3.233460)],
            3,
            knots_of_four,
        ),
    ]


def main(iteration_count):
    image = ChaosGame(splines(), THICKNESS).picture(WIDTH, HEIGHT, iteration_count, SEED)
    checksum = 0
    for column in image:
        for pixel in column:
            checksum = (checksum * 31 + pixel + 1) % 1_000_003
    return f"{sum(column.count(0) for column in image)} {checksum}"


if __name__ == "__main__":
    print(main(N))
