# Generators: send, throw, close, return values, delegation.


def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = f"caught {error}"


g = echo()
print(next(g), g.send(1), g.throw(ValueError("v")), g.gi_frame is not None)
g.close()
print(g.gi_frame, list(g))


def sub():
    try:
        received = yield "a"
        print("sub got", received)
        yield "b"
    finally:
        print("sub ends")
    return "result"


def outer():
    value = yield from sub()
    print("value", value)
    yield from [1, 2]
    return "outer"


g = outer()
print(next(g), g.send("hello"), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)

g = outer()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("through", error, error.__traceback__ is not None)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def bad():
    yield 1
    raise StopIteration("x")


g = bad()
next(g)
try:
    next(g)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def selfish():
    try:
        next(me)
    except ValueError as error:
        print(error)
    yield


me = selfish()
next(me)
try:
    echo().send(1)
except TypeError as error:
    print(error)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)), sum(tree(8)), max(tree(4)))
print(sum(x * y for x in range(4) for y in range(x) if x != y))
print(dict((k, v) for k, v in zip("ab", (i for i in range(5)))))
a, *rest = (n * n for n in range(5))
print(a, rest)
print(echo.__name__, echo().__qualname__, (x for x in ()).__name__, type(echo()))


def close_value():
    try:
        yield
    except GeneratorExit:
        return "closed with"


g = close_value()
next(g)
print(g.close())
print("".join(c for c in "hello" if c not in "l"), ",".join(map(str, tree(2))))
del g


def finalized():
    try:
        yield 1
    finally:
        print("finalized")


g = finalized()
next(g)
g = None
print(any(x > 2 for x in [1, 2, 3]), all(x for x in []), 3 in tree(3))

# expect: None 1 caught v True
# expect: None []
# expect: sub got hello
# expect: sub ends
# expect: value result
# expect: a b 1 2
# expect: stop outer
# expect: sub ends
# expect: through 'k' True
# expect: generator ignored GeneratorExit
# expect: generator raised StopIteration StopIteration('x')
# expect: generator already executing
# expect: can't send non-None value to a just-started generator
# expect: [1, 2, 1, 3, 1, 2, 1] 502 4
# expect: 11
# expect: {'a': 0, 'b': 1}
# expect: 0 [1, 4, 9, 16]
# expect: echo echo <genexpr> <class 'generator'>
# expect: closed with
# expect: heo 1,2,1
# expect: finalized
# expect: True True True
