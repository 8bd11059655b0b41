# with: entering, leaving, suppressing, several managers.
class Manager:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print("enter", self.name); return self.name.upper()
    def __exit__(self, kind, value, traceback): print("exit", self.name, kind and kind.__name__, value, traceback is not None); return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (Manager("c") as c, Manager("d", True)):
    print(c)
    raise ValueError("swallowed")
print("after")
try:
    with Manager("e"):
        1 / 0
except ZeroDivisionError as error:
    print("through", error)


def leave(how):
    for i in range(2):
        with Manager(f"{how}{i}"):
            if how == "return": return i
            if how == "break": break
            if how == "continue": continue
            print("body")
    return "end"


for how in ("return", "break", "continue", "fall"):
    print(leave(how))


class BadExit(Manager):
    def __exit__(self, *args): raise KeyError("from exit")


try:
    with BadExit("f"):
        raise ValueError("first")
except KeyError as error:
    print(repr(error), repr(error.__context__))


class BadEnter(Manager):
    def __enter__(self): raise RuntimeError("no entry")


try:
    with Manager("g"), BadEnter("h"):
        print("never")
except RuntimeError as error:
    print(error)
for thing in (3, type("HalfOpen", (), {"__enter__": lambda self: 1})()):
    try:
        with thing: pass
    except TypeError as error:
        print(error)


def manager():
    with Manager("inside generator") as m:
        yield m
        yield 2


g = manager()
print(next(g))
g.close()
holder = {}
with Manager("target") as holder["key"]: pass
with Manager("unpacked") as (x, *y): pass
print(holder, x, y)

# expect: enter a
# expect: enter b
# expect: A B
# expect: exit b None None False
# expect: exit a None None False
# expect: enter c
# expect: enter d
# expect: C
# expect: exit d ValueError swallowed True
# expect: exit c None None False
# expect: after
# expect: enter e
# expect: exit e ZeroDivisionError division by zero True
# expect: through division by zero
# expect: enter return0
# expect: exit return0 None None False
# expect: 0
# expect: enter break0
# expect: exit break0 None None False
# expect: end
# expect: enter continue0
# expect: exit continue0 None None False
# expect: enter continue1
# expect: exit continue1 None None False
# expect: end
# expect: enter fall0
# expect: body
# expect: exit fall0 None None False
# expect: enter fall1
# expect: body
# expect: exit fall1 None None False
# expect: end
# expect: enter f
# expect: KeyError('from exit') ValueError('first')
# expect: enter g
# expect: exit g RuntimeError no entry True
# expect: no entry
# expect: 'int' object does not support the context manager protocol
# expect: 'HalfOpen' object does not support the context manager protocol (missed __exit__ method)
# expect: enter inside generator
# expect: INSIDE GENERATOR
# expect: exit inside generator GeneratorExit  True
# expect: enter target
# expect: exit target None None False
# expect: enter unpacked
# expect: exit unpacked None None False
# expect: {'key': 'TARGET'} U ['N', 'P', 'A', 'C', 'K', 'E', 'D']
