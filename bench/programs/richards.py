# A small operating system's scheduler: objects, queues, methods (after Martin Richards's benchmark).
class Packet:
    def __init__(self, link, ident, kind):
        self.link, self.ident, self.kind, self.datum = link, ident, kind, 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        p = queue
        while p.link is not None:
            p = p.link
        p.link = self
        return queue


class Task:
    def __init__(self, ident, priority, queue, run):
        self.ident, self.priority, self.queue, self.run = ident, priority, queue, run
        self.held = False
        self.waiting = queue is None
        self.count = 0

    def add(self, packet):
        self.queue = packet.append_to(self.queue)
        self.waiting = False


def worker(task, tasks):
    packet = task.queue
    if packet is None:
        task.waiting = True
        return
    task.queue = packet.link
    for i in range(4):
        packet.data[i] = (packet.data[i] + task.ident + i) % 26
    packet.ident = (packet.ident + 1) % len(tasks)
    tasks[packet.ident].add(packet)
    task.count += 1


def idle(task, tasks):
    task.count += 1
    if task.count % 3 == 0:
        task.waiting = False


tasks = [Task(i, i * 10, None, worker) for i in range(6)]
tasks.append(Task(6, 0, None, idle))
for i in range(6):
    for _ in range(3):
        tasks[i].add(Packet(None, i, 1))
for step in range(400000):
    for task in sorted(tasks, key=lambda t: -t.priority) if step % 100 == 0 else tasks:
        if not task.held and not task.waiting:
            task.run(task, tasks)
print([task.count for task in tasks])
