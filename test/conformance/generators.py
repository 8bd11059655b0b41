# Generators: send, throw, close, return values, delegation.
import sys


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


# -- thrown into a generator that delegates, or that handles an exception ----------------------------------------------
def caught(value):
    try:
        yield 1
    except KeyError:
        frame = sys._getframe()
        print(frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_back.f_back.f_code.co_name)
        if value == "yield":
            yield 2
    return value


def delegating(value):
    print("result", (yield from caught(value)))


for value in (None, 5, (1, 2), StopIteration(3), "yield"):
    generator = delegating(value)
    next(generator)
    try:
        print(generator.throw(KeyError("a")))
        next(generator)
    except StopIteration as error:
        print("ended", error.value)


def handling(inner):
    try:
        1 / 0
    except ZeroDivisionError:
        if inner:
            yield from handling(False)
        try:
            yield
        except ValueError as error:
            print(repr(error.__context__))
            raise


for inner in (False, True):
    try:
        {}["a"]
    except KeyError:
        generator = handling(inner)
        next(generator)
        try:
            generator.throw(ValueError("thrown"))
        except ValueError as error:
            print(repr(error.__context__), repr(error.__context__.__context__))


class NotAnException(Exception):
    def __new__(cls):
        return cls


generator = handling(False)
next(generator)
try:
    generator.throw(NotAnException)
except TypeError as error:
    print(error, repr(error.__context__))
print(list(generator))


# -- an iterator whose class loses its __next__ ------------------------------------------------------------------------
class Losing:
    def __iter__(self):
        return self

    def __next__(self):
        del Losing.__next__
        return 1


try:
    for i in Losing():
        print(i)
except TypeError as error:
    print(error)


# -- locals() beside the variables of a comprehension that has no frame ------------------------------------------------
print([sorted(locals()) for hidden in [1]], [vars()["hidden"] for hidden in [2]])
print([sys._getframe().f_locals["hidden"] for hidden in [7]], "hidden" in locals())


class Names:
    found = [sorted(locals()) for hidden in [1]]
    after = sorted(locals())


print(Names.found, Names.after)


def extra():
    sys._getframe().f_locals["more"] = 5
    return locals()


print(extra())


class Deleted:
    def __del__(self):
        raise ValueError("in __del__")


sys.unraisablehook = lambda told: print(told.object is Deleted.__del__, told.exc_value)
Deleted()

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
# expect: caught delegating <module>
# expect: result None
# expect: ended None
# expect: caught delegating <module>
# expect: result 5
# expect: ended None
# expect: caught delegating <module>
# expect: result (1, 2)
# expect: ended None
# expect: caught delegating <module>
# expect: result 3
# expect: ended None
# expect: caught delegating <module>
# expect: 2
# expect: result yield
# expect: ended None
# expect: ZeroDivisionError('division by zero')
# expect: ZeroDivisionError('division by zero') KeyError('a')
# expect: ZeroDivisionError('division by zero')
# expect: ZeroDivisionError('division by zero') KeyError('a')
# expect: calling <class '__main__.NotAnException'> should have returned an instance of BaseException, not type ZeroDivisionError('division by zero')
# expect: []
# expect: 1
# expect: 'Losing' object is not iterable
# expect: [['hidden']] [2]
# expect: [7] False
# expect: [['hidden']] ['__firstlineno__', '__module__', '__qualname__', 'found']
# expect: {'more': 5}
# expect: True in __del__
