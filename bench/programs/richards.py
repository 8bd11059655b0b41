"""Martin Richards's benchmark: the kernel of a small operating system passes packets between six tasks.

Classes that inherit, attributes, short methods, linked lists. The scheduler counts packets queued and tasks held; both
counts are known for a right run.
"""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(1, 7)
DEVICE_PACKET, WORK_PACKET = range(2)
DATA_SIZE = 4
IDLE_ROUNDS = 10_000
FIRST_SEED = 1
RANDOM_BITS = 0xD008
LETTER_A = 65

QUEUED_EXPECTED = 23_246
HELD_EXPECTED = 9_297

N = 12


class Packet:
    def __init__(self, link, task_id, kind):
        self.link = link
        self.task_id = task_id
        self.kind = kind
        self.datum = 0
        self.data = [0] * DATA_SIZE

    def append_to(self, queue):
        """Puts the packet at the end of a queue; the queue's first packet."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


# What a task remembers from one run to the next.


class IdleRecord:
    def __init__(self):
        self.control = FIRST_SEED
        self.left = IDLE_ROUNDS


class WorkerRecord:
    def __init__(self):
        self.destination = HANDLER_A
        self.letter = 0


class HandlerRecord:
    def __init__(self):
        self.work = None
        self.devices = None

    def add_work(self, packet):
        self.work = packet.append_to(self.work)

    def add_device(self, packet):
        self.devices = packet.append_to(self.devices)


class DeviceRecord:
    def __init__(self):
        self.pending = None


class TaskState:
    """Three flags: a packet waits for the task, the task waits for a packet, the task is held."""

    def __init__(self):
        self.has_packet = False
        self.is_waiting = False
        self.is_held = False

    def packet_pending(self):
        self.has_packet = True
        self.is_waiting = False
        self.is_held = False
        return self

    def waiting(self):
        self.has_packet = False
        self.is_waiting = True
        self.is_held = False
        return self

    def running(self):
        self.has_packet = False
        self.is_waiting = False
        self.is_held = False
        return self

    def waiting_with_packet(self):
        self.has_packet = True
        self.is_waiting = True
        self.is_held = False
        return self

    def cannot_run(self):
        return self.is_held or (self.is_waiting and not self.has_packet)

    def has_work_waiting(self):
        return self.has_packet and self.is_waiting and not self.is_held


class Task(TaskState):
    def __init__(self, kernel, task_id, priority, queue, state, record):
        self.kernel = kernel
        self.link = kernel.first
        self.task_id = task_id
        self.priority = priority
        self.queue = queue
        self.has_packet = state.has_packet
        self.is_waiting = state.is_waiting
        self.is_held = state.is_held
        self.record = record
        kernel.first = self
        kernel.table[task_id] = self

    def run(self, packet, record):
        raise NotImplementedError

    def add_packet(self, packet, sender):
        """Queues a packet; the task to run next."""
        if self.queue is None:
            self.queue = packet
            self.has_packet = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def run_once(self):
        if self.has_work_waiting():
            packet = self.queue
            self.queue = packet.link
            if self.queue is None:
                self.running()
            else:
                self.packet_pending()
        else:
            packet = None
        return self.run(packet, self.record)

    def wait(self):
        self.is_waiting = True
        return self

    def hold(self):
        self.kernel.held_count += 1
        self.is_held = True
        return self.link

    def release(self, task_id):
        task = self.kernel.find(task_id)
        task.is_held = False
        if task.priority > self.priority:
            return task
        return self

    def send(self, packet):
        task = self.kernel.find(packet.task_id)
        self.kernel.queued_count += 1
        packet.link = None
        packet.task_id = self.task_id
        return task.add_packet(packet, self)


class IdleTask(Task):
    def run(self, packet, record):
        record.left -= 1
        if record.left == 0:
            return self.hold()
        if record.control & 1 == 0:
            record.control //= 2
            return self.release(DEVICE_A)
        record.control = record.control // 2 ^ RANDOM_BITS
        return self.release(DEVICE_B)


class WorkerTask(Task):
    def run(self, packet, record):
        if packet is None:
            return self.wait()
        record.destination = HANDLER_B if record.destination == HANDLER_A else HANDLER_A
        packet.task_id = record.destination
        packet.datum = 0
        for i in range(DATA_SIZE):
            record.letter += 1
            if record.letter > 26:
                record.letter = 1
            packet.data[i] = LETTER_A + record.letter - 1
        return self.send(packet)


class HandlerTask(Task):
    def run(self, packet, record):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                record.add_work(packet)
            else:
                record.add_device(packet)
        work = record.work
        if work is None:
            return self.wait()
        index = work.datum
        if index >= DATA_SIZE:
            record.work = work.link
            return self.send(work)
        device = record.devices
        if device is None:
            return self.wait()
        record.devices = device.link
        device.datum = work.data[index]
        work.datum = index + 1
        return self.send(device)


class DeviceTask(Task):
    def run(self, packet, record):
        if packet is None:
            packet = record.pending
            if packet is None:
                return self.wait()
            record.pending = None
            return self.send(packet)
        record.pending = packet
        return self.hold()


class Kernel:
    def __init__(self):
        self.first = None
        self.table = [None] * 10
        self.held_count = 0
        self.queued_count = 0

    def find(self, task_id):
        task = self.table[task_id]
        if task is None:
            raise LookupError(f"no task {task_id}")
        return task

    def schedule(self):
        task = self.first
        while task is not None:
            if task.cannot_run():
                task = task.link
            else:
                task = task.run_once()

    def run(self):
        IdleTask(self, IDLE, 1, None, TaskState().running(), IdleRecord())

        queue = Packet(None, 0, WORK_PACKET)
        queue = Packet(queue, 0, WORK_PACKET)
        WorkerTask(self, WORKER, 1000, queue, TaskState().waiting_with_packet(), WorkerRecord())

        for handler, device, priority in (HANDLER_A, DEVICE_A, 2000), (HANDLER_B, DEVICE_B, 3000):
            queue = None
            for _ in range(3):
                queue = Packet(queue, device, DEVICE_PACKET)
            HandlerTask(self, handler, priority, queue, TaskState().waiting_with_packet(), HandlerRecord())

        DeviceTask(self, DEVICE_A, 4000, None, TaskState().waiting(), DeviceRecord())
        DeviceTask(self, DEVICE_B, 5000, None, TaskState().waiting(), DeviceRecord())

        self.schedule()
        return self.queued_count, self.held_count


def main(round_count):
    for _ in range(round_count):
        queued, held = Kernel().run()
        if (queued, held) != (QUEUED_EXPECTED, HELD_EXPECTED):
            raise AssertionError(f"queued {queued}, held {held}")
    return f"{queued} {held}"


if __name__ == "__main__":
    print(main(N))
