# Containers within containers, deeper than built-ins nest: an error of the program, not an end of the machine.
def deep(wrap):
    value = wrap(None)
    for _ in range(20000):
        value = wrap(value)
    return value


for name, wrap in (("list", lambda x: [x]), ("tuple", lambda x: (x,)), ("dict", lambda x: {1: x})):
    a, b = deep(wrap), deep(wrap)
    for what in (repr, lambda x: x == b, str, lambda x: x != b):
        try:
            what(a)
            print(name, "no error")
        except RecursionError as error:
            print(name, error)
    a = b = None
print(len(repr(eval("[" * 90 + "]" * 90))), [[[1]]] == [[[1]]], {1: {2: (3, [4])}} == {1: {2: (3, [4])}}, ((1,), (2,)) < ((1,), (3,)))

# expect: list maximum recursion depth exceeded while getting the repr of an object
# expect: list maximum recursion depth exceeded in comparison
# expect: list maximum recursion depth exceeded while getting the repr of an object
# expect: list maximum recursion depth exceeded in comparison
# expect: tuple maximum recursion depth exceeded while getting the repr of an object
# expect: tuple maximum recursion depth exceeded in comparison
# expect: tuple maximum recursion depth exceeded while getting the repr of an object
# expect: tuple maximum recursion depth exceeded in comparison
# expect: dict maximum recursion depth exceeded while getting the repr of an object
# expect: dict maximum recursion depth exceeded in comparison
# expect: dict maximum recursion depth exceeded while getting the repr of an object
# expect: dict maximum recursion depth exceeded in comparison
# expect: 180 True True True
