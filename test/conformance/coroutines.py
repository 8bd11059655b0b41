# Coroutines, awaitables, asynchronous loops and managers, driven by hand.
class Wait:
    def __await__(self):
        got = yield "asked"
        return got * 2
async def inner(): return await Wait()
async def main():
    return await inner() + 1
c = main()
print(c.send(None))
try: c.send(20)
except StopIteration as s: print(s.value)
class Many:
    def __aiter__(self): self.n = 0; return self
    async def __anext__(self):
        self.n += 1
        if self.n > 3: raise StopAsyncIteration
        return self.n
async def loop(): return [n async for n in Many()]
try: loop().send(None)
except StopIteration as s: print(s.value)
class CM:
    async def __aenter__(self): return 5
    async def __aexit__(self, *a): print("out", a[0])
async def w():
    async with CM() as x: print(x)
try: w().send(None)
except StopIteration as s: print(s.value)
import sys
print(type(main()).__name__ if 0 else type(main).__name__, main.__code__.co_flags & 128 != 0)
c = main()
print(c.cr_frame is not None, c.cr_await, c.__name__, c.__qualname__)
c.send(None)
print(type(c.cr_await).__name__)
try:
    c.throw(KeyError("thrown in"))
except KeyError as error:
    print(error, c.cr_frame)
try:
    c.send(None)
except RuntimeError as error:
    print(error)


async def tidy():
    try:
        await Wait()
    finally:
        print("tidied")


c = tidy()
c.send(None)
c.close()


async def wrong():
    await 3


try:
    wrong().send(None)
except TypeError as error:
    print(error)


async def loop_wrong():
    async for x in [1]:
        pass


try:
    loop_wrong().send(None)
except TypeError as error:
    print(error)


async def with_wrong():
    async with 3:
        pass


try:
    with_wrong().send(None)
except TypeError as error:
    print(error)


async def swallow():
    class Quiet(CM):
        async def __aexit__(self, kind, value, traceback):
            print("quiet", kind.__name__, value)
            return True

    async with Quiet() as x:
        raise ValueError(x)
    return "done"


try:
    swallow().send(None)
except StopIteration as stop:
    print(stop.value)


async def several():
    return [await inner() for _ in range(2)], [n async for n in Many() if n != 2], {n: n async for n in Many()}


def drive(coroutine):
    answer = None
    try:
        while True:
            print("asked", coroutine.send(answer))
            answer = 5
    except StopIteration as stop:
        return stop.value


print(drive(several()))

# expect: asked
# expect: 41
# expect: [1, 2, 3]
# expect: 5
# expect: out None
# expect: None
# expect: function True
# expect: True None main main
# expect: coroutine
# expect: 'thrown in' None
# expect: cannot reuse already awaited coroutine
# expect: tidied
# expect: object int can't be used in 'await' expression
# expect: 'async for' requires an object with __aiter__ method, got list
# expect: 'int' object does not support the asynchronous context manager protocol
# expect: quiet ValueError 5
# expect: done
# expect: asked asked
# expect: asked asked
# expect: ([10, 10], [1, 3], {1: 1, 2: 2, 3: 3})
