# Structures deeper than any stack die, in order, and what programs do meanwhile is not put off.
import gc


class Node:
    pass


head = None
for i in range(200000):
    node = Node()
    node.next = head
    head = node
head = node = None
print("list of nodes")  # expect: list of nodes

for make in [
    lambda inner: [inner],
    lambda inner: (inner,),
    lambda inner: {"inner": inner},
    lambda inner: [(inner, 1), {1: inner}],
    lambda inner: iter([inner]),
    lambda inner: frozenset([inner]) if not isinstance(inner, list) else frozenset(),
]:
    nest = ()
    for i in range(100000):
        nest = make(nest)
    nest = None
print("nests")  # expect: nests


class Counted:
    def __init__(self, value, next):
        self.value = value
        self.next = next

    def __del__(self):
        seen.append(self.value)


seen = []
head = None
for i in range(3000):
    head = Counted(i, head)
head = None
print(len(seen), seen == list(range(2999, -1, -1)))  # expect: 3000 True


# A finalizer at the bottom of a deep nest sees its own objects die at once.
class Inner:
    def __del__(self):
        seen.append("inner")


class Outer:
    def __del__(self):
        seen.clear()
        x = [Inner()]
        del x
        print(seen)  # expect: ['inner']


nest = [Outer()]
for i in range(200):
    nest = [nest]
nest = None


# Collections while a deep nest dies.
class Collects:
    def __del__(self):
        counts.append(gc.collect() >= 0)


counts = []
nest = []
for i in range(2000):
    nest = [nest, Collects()] if i % 200 == 0 else [nest, {i: [i]}]
nest = None
print(len(counts))  # expect: 10


def deep_generators(n):
    def step(inner):
        for x in inner:
            yield x

    g = iter([1, 2, 3])
    for i in range(n):
        g = step(g)
    return g


g = deep_generators(50)
print(next(g))  # expect: 1
g = None

error = None
for i in range(20000):
    new = ValueError(i)
    new.__cause__ = error
    error = new
error = new = None
print("errors")  # expect: errors
print(gc.collect() >= 0)  # expect: True
