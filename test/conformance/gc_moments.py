# Between which instructions a collection runs that nobody asked for: what it finds tells.
import gc


class Node:
    pass


phases = []


def note(phase, info):
    if phase == "stop":
        phases.append((info["generation"], info["collected"]))


gc.collect()
gc.set_threshold(100, 3, 2)
gc.callbacks.append(note)
for i in range(1000):
    n = Node()
    n.n = n
gc.callbacks.remove(note)
print(phases)  # expect: [(0, 98), (0, 98), (0, 98), (0, 98), (1, 106), (0, 98), (0, 98), (0, 98), (0, 98), (1, 106)]
