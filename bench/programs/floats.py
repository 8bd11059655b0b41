# Points with attributes, methods and float arithmetic.
class Point:
    __slots__ = ("x", "y", "z")

    def __init__(self, i):
        self.x = x = (i % 628) / 100.0
        self.y = x * x * 0.5
        self.z = (x + 1.0) * 0.25

    def normalize(self):
        norm = (self.x * self.x + self.y * self.y + self.z * self.z) ** 0.5
        self.x /= norm
        self.y /= norm
        self.z /= norm

    def maximize(self, other):
        self.x = self.x if self.x > other.x else other.x
        self.y = self.y if self.y > other.y else other.y
        self.z = self.z if self.z > other.z else other.z
        return self


points = [Point(i) for i in range(1, 250000)]
for p in points:
    p.normalize()
best = points[0]
for p in points[1:]:
    best = best.maximize(p)
print(f"{best.x:.6f} {best.y:.6f} {best.z:.6f}")
