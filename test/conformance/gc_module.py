# The functions of the module gc.
import gc

gc.disable()
gc.collect()
print(gc.isenabled(), gc.get_threshold(), gc.get_debug())
gc.enable()
print(gc.isenabled())
gc.disable()
gc.set_threshold(700, 5)
print(gc.get_threshold())
gc.set_threshold(2000, 10, 10)
for bad in [(), (1, 2, 3, 4), ("x",)]:
    try:
        gc.set_threshold(*bad)
    except TypeError as error:
        print(error)
for bad in [-1, 3]:
    try:
        gc.collect(bad)
    except ValueError as error:
        print(error)
    try:
        gc.get_objects(generation=bad)
    except ValueError as error:
        print(error)
try:
    gc.collect("x")
except TypeError as error:
    print(error)
try:
    gc.get_objects("x")
except TypeError as error:
    print(error)

# Counts of generations.
gc.collect()
print(gc.get_count()[1:])
gc.collect(0)
gc.collect(0)
print(gc.get_count()[1:])
gc.collect(1)
print(gc.get_count()[1:])


class C:
    pass


def f():
    pass


# Who is tracked.
for o in [1, "x", 1.5, None, (), (1, 2), ([],), [], {}, {"a": 1}, {"a": []}, {1: int}, set(), frozenset(), C(), C, int, f, len]:
    print(type(o).__name__, gc.is_tracked(o), end="; ")
print()
t = (1, (2, 3), "x")
d = {"a": [], "b": (1, 2)}
d["a"] = 1
print(gc.is_tracked(t), gc.is_tracked(d))
gc.collect()
print(gc.is_tracked(t), gc.is_tracked(d))
print(gc.is_finalized(C()), gc.is_finalized(1))

# Referrers and referents.
a = [1, "x"]
b = {"a": a}
print(gc.get_referents(a, b), gc.get_referents(1))
print([x is b for x in gc.get_referrers(a) if x is not globals()])
print(gc.get_referents(C()) == [C])
print(any(o is a for o in gc.get_objects()), any(o is a for o in gc.get_objects(generation=2)))
gc.collect()
print(any(o is a for o in gc.get_objects(0)), any(o is a for o in gc.get_objects(generation=2)))

# Statistics.
before = gc.get_stats()
C().x = 1
for _ in range(3):
    c = C()
    c.c = c
    del c
    gc.collect(1)
after = gc.get_stats()
print([{k: after[i][k] - before[i][k] for k in after[i]} for i in range(3)])

# Callbacks.
def report(phase, info):
    print(phase, info)


gc.callbacks.append(report)
c = C()
c.c = c
del c
gc.collect()
gc.callbacks.remove(report)

# DEBUG_SAVEALL keeps what would be freed.
gc.set_debug(gc.DEBUG_SAVEALL)
c = C()
c.c = c
del c
print(gc.collect(), len(gc.garbage), type(gc.garbage[0]).__name__)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())

# Frozen objects.
gc.freeze()
print(gc.get_freeze_count() > 100, len(gc.get_objects()) < 10)
c = C()
c.c = c
gc.freeze()
del c
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect())

# expect: False (2000, 10, 10) 0
# expect: True
# expect: (700, 5, 10)
# expect: gc.set_threshold requires 1 to 3 arguments
# expect: gc.set_threshold requires 1 to 3 arguments
# expect: 'str' object cannot be interpreted as an integer
# expect: invalid generation
# expect: invalid generation
# expect: generation parameter must be less than the number of available generations (3)
# expect: 'str' object cannot be interpreted as an integer
# expect: argument should be integer or None, not 'str'
# expect: (0, 0)
# expect: (2, 0)
# expect: (0, 1)
# expect-json: "int False; str False; float False; NoneType False; tuple False; tuple False; tuple True; list True; dict False; dict False; dict True; dict False; set True; frozenset True; C True; type True; type False; function True; builtin_function_or_method True; "
# expect: False True
# expect: False False
# expect: False False
# expect: ['x', 1, [1, 'x']] []
# expect: [True]
# expect: True
# expect: True False
# expect: False True
# expect: [{'collections': 0, 'collected': 0, 'uncollectable': 0}, {'collections': 3, 'collected': 3, 'uncollectable': 0}, {'collections': 0, 'collected': 0, 'uncollectable': 0}]
# expect: start {'generation': 2, 'collected': 0, 'uncollectable': 0}
# expect: stop {'generation': 2, 'collected': 1, 'uncollectable': 0}
# expect: 1 1 C
# expect: 1
# expect: True True
# expect: 0
# expect: 0 1
