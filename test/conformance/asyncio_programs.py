# asyncio: tasks, timers, queues, locks, streams over sockets of the same program.
import asyncio
import contextvars


async def work(name, delay):
    await asyncio.sleep(delay)
    print("done", name)
    return name * 2


async def tasks():
    print(await asyncio.gather(work("slow", 0.5), work("quick", 0.01)))
    answers = await asyncio.gather(work("x", 0), fail(), return_exceptions=True)
    print(answers)
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 0.01))
        b = group.create_task(work("b", 0))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(asyncio.sleep(10))
    except* ValueError as e:
        print(e.exceptions)
    done, pending = await asyncio.wait(
        [asyncio.create_task(work("first", 0)), asyncio.create_task(asyncio.sleep(10))],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print(len(done), len(pending))
    for task in pending:
        print(task.cancel(), task.cancelling())
        try:
            await task
        except asyncio.CancelledError as e:
            print("cancelled", repr(e), task.cancelled())
    futures = asyncio.as_completed([work("late", 0.02), work("early", 0)])
    print(sorted([await future for future in futures]))


async def fail():
    await asyncio.sleep(0)
    raise ValueError("no")


async def time_limits():
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError as e:
        print("wait_for", repr(e))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError as e:
        print("timeout", repr(e))
    async with asyncio.timeout(None) as limit:
        print(limit.expired(), limit.when())
    print(await asyncio.shield(work("shielded", 0)))


async def queues():
    queue = asyncio.Queue(maxsize=2)

    async def produce():
        for i in range(5):
            await queue.put(i)
            print("put", i)
        queue.shutdown()

    async def consume():
        try:
            while True:
                print("got", await queue.get())
                queue.task_done()
        except asyncio.QueueShutDown:
            print("shut down")

    await asyncio.gather(produce(), consume())
    await queue.join()
    priority = asyncio.PriorityQueue()
    for item in (3, 1, 2):
        priority.put_nowait(item)
    print([priority.get_nowait() for _ in range(3)], priority.empty())
    try:
        priority.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))


async def locks():
    lock, event, order = asyncio.Lock(), asyncio.Event(), []

    async def enter(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)

    await asyncio.gather(*map(enter, "abc"))
    print("".join(order), lock.locked())

    async def wait():
        print(await event.wait(), event.is_set())

    waiter = asyncio.create_task(wait())
    await asyncio.sleep(0)
    event.set()
    await waiter
    limit = asyncio.Semaphore(2)
    running = most = 0

    async def limited():
        nonlocal running, most
        async with limit:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print(most)
    condition = asyncio.Condition()

    async def notified():
        async with condition:
            await condition.wait_for(lambda: order[-1] == "!")
            print("notified")

    waiter = asyncio.create_task(notified())
    await asyncio.sleep(0)
    async with condition:
        order.append("!")
        condition.notify_all()
    await waiter
    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*(barrier.wait() for _ in range(3)))))


async def streams():
    async def serve(reader, writer):
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
        writer.write(b"bye")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    print(host, server.is_serving())
    reader, writer = await asyncio.open_connection(host, port)
    writer.writelines([b"one\n", b"two\n"])
    print(await reader.readline(), await reader.readuntil(b"O"))
    writer.write(b"x" * 100_000 + b"\n")
    writer.write_eof()
    rest = await reader.read()
    print(len(rest), rest[-4:], reader.at_eof())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection(host, port)
    except OSError as e:
        print(type(e).__name__, e.errno)


variable = contextvars.ContextVar("variable", default="outside")


async def low_level():
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.get_debug(), type(loop).__name__)
    future = loop.create_future()
    loop.call_soon(print, "soon")
    loop.call_later(0.02, print, "later")
    handle = loop.call_later(0.01, print, "never")
    handle.cancel()
    loop.call_later(0.03, future.set_result, "result")
    future.add_done_callback(lambda f: print("callback", f.result()))
    print(await future, future)
    variable.set("inside")
    await asyncio.create_task(show("task"))
    loop.call_exception_handler({"message": "told", "exception": None})


async def show(name):
    print(name, variable.get(), asyncio.current_task().get_name())


def handler(loop, context):
    print("handler", context["message"])


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    for part in (tasks, time_limits, queues, locks, streams, low_level):
        print(f"-- {part.__name__}")
        await asyncio.create_task(part(), name=part.__name__)
    return "end"


print(asyncio.run(main()))
with asyncio.Runner() as runner:
    print(runner.run(work("in a runner", 0)))
try:
    asyncio.run(fail())
except ValueError as e:
    print(repr(e))
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)

# expect: -- tasks
# expect: done quick
# expect: done slow
# expect: ['slowslow', 'quickquick']
# expect: done x
# expect: ['xx', ValueError('no')]
# expect: done b
# expect: done a
# expect: aa bb
# expect: (ValueError('no'),)
# expect: done first
# expect: 1 1
# expect: True 1
# expect: cancelled CancelledError() True
# expect: done early
# expect: done late
# expect: ['earlyearly', 'latelate']
# expect: -- time_limits
# expect: wait_for TimeoutError()
# expect: timeout TimeoutError()
# expect: False None
# expect: done shielded
# expect: shieldedshielded
# expect: -- queues
# expect: put 0
# expect: put 1
# expect: got 0
# expect: got 1
# expect: put 2
# expect: put 3
# expect: got 2
# expect: got 3
# expect: put 4
# expect: got 4
# expect: shut down
# expect: [1, 2, 3] True
# expect: QueueEmpty()
# expect: -- locks
# expect: aabbcc False
# expect: True True
# expect: 2
# expect: notified
# expect: [0, 1, 2]
# expect: -- streams
# expect: 127.0.0.1 True
# expect: b'ONE\n' b'TWO'
# expect: handler Unhandled exception in client_connected_cb
# expect: 1 b'\n' True
# expect: ConnectionRefusedError 111
# expect: -- low_level
# expect: True False _UnixSelectorEventLoop
# expect: soon
# expect: later
# expect: callback result
# expect: result <Future finished result='result'>
# expect: task inside Task-34
# expect: handler told
# expect: end
# expect: done in a runner
# expect: in a runnerin a runner
# expect: ValueError('no')
# expect: no running event loop
