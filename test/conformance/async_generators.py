# Asynchronous generators, what awaits them, their hooks, and warnings about what was never awaited.
import sys
import types
import warnings


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as end:
        return end.value


@types.coroutine
def tick(value):
    return (yield value)


async def numbers(n):
    try:
        for i in range(n):
            await tick(i)
            got = yield i
            if got is not None:
                print("got", got)
    finally:
        print("closing")


async def fails(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


class Odd:
    def __init__(self, **methods):
        self.methods = methods

    def __aiter__(self):
        return self.methods.get("aiter", self)

    def __anext__(self):
        return self.methods.get("anext", 5)

    def __await__(self):
        return self.methods.get("await_", 5)


async def loop(iterable):
    async for _ in iterable:
        pass


async def wait(awaitable):
    return await awaitable


async def main():
    async for number in numbers(2):
        print(number)
    print([n async for n in numbers(3)], {n: m async for n in numbers(2) for m in [1]})
    print([m async for m in (n * n async for n in numbers(3)) if await tick(m) is None])
    agen = numbers(2)
    print(agen.ag_running, agen.ag_await, agen.ag_code.co_name, agen.ag_suspended)
    print(await anext(agen), await agen.asend("hello"))
    print(await fails(agen.asend("more")), await fails(anext(agen)), await anext(agen, "default"))
    print(agen.ag_frame)
    agen = numbers(5)
    await anext(agen)
    print(await agen.aclose(), await agen.aclose(), await fails(anext(agen)))
    agen = numbers(5)
    await anext(agen)
    print(await fails(agen.athrow(ValueError("thrown"))), await agen.athrow(KeyError))
    agen = numbers(5)
    print(await fails(agen.athrow(KeyError("first"))))

    # Awaitables are used once, and one at a time.
    agen = numbers(3)
    step, other = agen.asend(None), agen.asend(None)
    print(step.send(None), agen.ag_running, type(agen.ag_await).__name__)
    for second in [other, agen.aclose(), agen.athrow(ValueError)]:
        print(await fails(second), await fails(second))
    print(await fails(step), await fails(step))
    print(step.close(), await fails(agen.asend(None)))
    fresh = numbers(1)
    print(await fails(fresh.asend("early")))
    step = numbers(1).asend(None)
    try:
        step.throw(LookupError("into the step"))
    except LookupError as error:
        print(repr(error))


    async def stops(error):
        yield 1
        raise error

    for error in StopIteration(1), StopAsyncIteration(2), GeneratorExit(3):
        agen = stops(error)
        await anext(agen)
        print(await fails(anext(agen)))

    # What the protocol refuses.
    for odd in 5, Odd(aiter=5), Odd(), Odd(anext=Odd()), Odd(anext=Odd(await_=wait(1))):
        try:
            await loop(odd)
        except TypeError as error:
            print(error, "|", error.__cause__)
    for odd in 5, Odd(), Odd(await_=iter([])), tick(1):
        print(await fails(wait(odd)))
    try:
        async with Odd() as _:
            pass
    except TypeError as error:
        print(error)
    print(type(wait(1).__await__()).__name__)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    run(main())
    print(sorted(str(w.message) for w in caught))

# Hooks.
sys.set_asyncgen_hooks(lambda agen: print("first use", agen.__name__), lambda agen: print("dropped", agen.__name__))
agen = numbers(3)
run(agen.__anext__())
del agen
agen = numbers(1)
run(loop(agen))
del agen
print(len(sys.get_asyncgen_hooks()))
sys.set_asyncgen_hooks(None, None)

# Origins.
coroutine = wait(1)
print(coroutine.cr_origin)
coroutine.close()
sys.set_coroutine_origin_tracking_depth(2)


def make():
    return wait(1)


coroutine = make()
print([entry[1:] for entry in coroutine.cr_origin])
coroutine.close()
sys.set_coroutine_origin_tracking_depth(0)

# expect: 0
# expect: 1
# expect: closing
# expect: closing
# expect: closing
# expect: [0, 1, 2] {0: 1, 1: 1}
# expect: closing
# expect: [0, 1, 4]
# expect: False None numbers False
# expect: got hello
# expect: 0 1
# expect: got more
# expect: closing
# expect: StopAsyncIteration:  StopAsyncIteration:  default
# expect: None
# expect: closing
# expect-json: "None None StopAsyncIteration: "
# expect: closing
# expect: ValueError: thrown None
# expect: KeyError: 'first'
# expect: 0 True generator
# expect: RuntimeError: anext(): asynchronous generator is already running RuntimeError: cannot reuse already awaited __anext__()/asend()
# expect: RuntimeError: aclose(): asynchronous generator is already running RuntimeError: cannot reuse already awaited aclose()/athrow()
# expect: RuntimeError: athrow(): asynchronous generator is already running RuntimeError: cannot reuse already awaited aclose()/athrow()
# expect: 0 RuntimeError: cannot reuse already awaited __anext__()/asend()
# expect: None 1
# expect: TypeError: can't send non-None value to a just-started async generator
# expect: LookupError('into the step')
# expect: RuntimeError: async generator raised StopIteration
# expect: RuntimeError: async generator raised StopAsyncIteration
# expect: GeneratorExit: 3
# expect: 'async for' requires an object with __aiter__ method, got int | None
# expect: 'async for' received an object from __aiter__ that does not implement __anext__: int | None
# expect: 'async for' received an invalid object from __anext__: int | object int can't be used in 'await' expression
# expect: 'async for' received an invalid object from __anext__: Odd | __await__() returned non-iterator of type 'int'
# expect: 'async for' received an invalid object from __anext__: Odd | __await__() returned a coroutine
# expect: TypeError: object int can't be used in 'await' expression
# expect: TypeError: __await__() returned non-iterator of type 'int'
# expect: None
# expect: None
# expect: 'Odd' object does not support the asynchronous context manager protocol
# expect: coroutine_wrapper
# expect: ["coroutine 'wait' was never awaited", "coroutine 'wait' was never awaited"]
# expect: first use numbers
# expect: dropped numbers
# expect: first use numbers
# expect: closing
# expect: 2
# expect: None
# expect: [(146, 'make'), (149, '<module>')]
# expect: closing
