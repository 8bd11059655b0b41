# Finalizers, weak references and their callbacks, resurrection: the order in which a collection calls programs.
import gc
import _weakref as weakref

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def ring(*names):
    nodes = [Node(name) for name in names]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.next = b
    return nodes


ring("a", "b", "c")
print(gc.collect())

# A reference from outside calls back, one from within the garbage does not.
nodes = ring("d", "e")
outside = weakref.ref(nodes[0], lambda r: print("called back", r() is None))
nodes[1].inside = weakref.ref(nodes[0], lambda r: print("never"))
plain = weakref.ref(nodes[1])
del nodes
print(gc.collect(), outside(), plain())

# Resurrection.
saved = []


class Phoenix:
    def __init__(self):
        self.me = self
        self.count = 0

    def __del__(self):
        self.count += 1
        saved.append(self)


Phoenix()
print(gc.collect(), len(saved), saved[0].count)
bird = weakref.ref(saved[0])
print(gc.is_finalized(saved[0]), gc.is_finalized(saved))
saved.clear()
print(gc.collect(), len(saved), bird())

# Resurrection by hand, without a ring.
class Once:
    def __del__(self):
        saved.append(self)


Once()
print(len(saved))
saved.clear()
print(len(saved))

# An object reachable from one that comes back stays whole.
class Keeper:
    def __init__(self):
        self.me = self
        self.held = ["held"]

    def __del__(self):
        saved.append(self.held)


Keeper()
print(gc.collect(), saved)
saved.clear()

# Subclasses of built-in containers with finalizers.
class List(list):
    def __del__(self):
        print("list of", len(self))


x = List()
x.append(x)
x.append(1)
del x
print(gc.collect())


class Dict(dict):
    def __del__(self):
        print("dict of", len(self))


x = Dict()
x["x"] = x
del x
print(gc.collect())


# A generator in a ring runs its finally.
def numbers():
    try:
        yield
    finally:
        print("finally")


class Holder:
    pass


h = Holder()
h.g = numbers()
h.h = h
next(h.g)
del h
print(gc.collect())

# A callback that is a bound method of an object outside, and one that collects again.
class Watcher:
    def gone(self, reference):
        print("gone", gc.collect())


watcher = Watcher()
nodes = ring("f")
r = weakref.ref(nodes[0], watcher.gone)
del nodes
print(gc.collect())



# -- the end of the program: what only names and cycles of the main module hold ends while all names are still there ----
class AtTheEnd:
    def __init__(self, name):
        self.name = name
        self.itself = self

    def __del__(self):
        print("ended", self.name, kept_to_the_end is not None, AtTheEnd.__name__, gc.__name__)


kept_to_the_end = AtTheEnd("the only one")

# expect: del a
# expect: del b
# expect: del c
# expect: 3
# expect: called back True
# expect: del d
# expect: del e
# expect: 4 None None
# expect: 0 1 1
# expect: True False
# expect: 1 0 None
# expect: 1
# expect: 0
# expect: 1 [['held']]
# expect: list of 2
# expect: 1
# expect: dict of 1
# expect: 1
# expect: finally
# expect: 2
# expect: gone 0
# expect: del f
# expect: 1
# expect: ended the only one True AtTheEnd gc
