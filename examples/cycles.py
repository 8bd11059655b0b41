# Reference counts and cycles (row 15): what nobody points to goes at once; what points to itself waits for the collector.
# Look at the counts in "Names and objects" while names are bound and dropped, and at the collections lane of the time
# slider: the step of gc.collect() finds the two friends that only know each other.
import gc
import sys

gc.disable()


class Person:
    alive = set()

    def __init__(self, name):
        Person.alive.add(name)
        self.name = name
        self.friend = None

    def __del__(self):
        Person.alive.discard(self.name)
        print("   gone:", self.name)


# The count is one too high while it is asked for: the argument of the question is a reference too.
print("one name:")
ann = Person("Ann")
print("   references:", sys.getrefcount(ann) - 1)
also = ann
print("   references:", sys.getrefcount(ann) - 1)
del also
del ann

print("a chain: dropping the first drops the second")
bob = Person("Bob")
bob.friend = Person("Cid")
del bob

print("a cycle: nothing happens")
dan = Person("Dan")
eve = Person("Eve")
dan.friend, eve.friend = eve, dan
del dan, eve
print("   still there:", sorted(Person.alive))

print("the collector:")
found = gc.collect()
print("   found something:", found > 0, "| still there:", sorted(Person.alive))

print("a cycle with a way in is kept:")
fay = Person("Fay")
fay.friend = fay
gc.collect()
print("   still there:", fay.name)
fay.friend = None
del fay
print("thresholds:", gc.get_threshold())
