# Collections that nobody asked for: when they put off a full one, and that programs go on unharmed.
import gc


class Node:
    pass


phases = []


def note(phase, info):
    if phase == "stop":
        phases.append((info["generation"], info["collected"]))


# Long lived objects put full collections off.
gc.set_threshold(10, 1, 1)
phases.clear()
kept = [[] for _ in range(5000)]
gc.collect()
gc.callbacks.append(note)
more = [[] for _ in range(300)]
gc.callbacks.remove(note)
print([g for g, _ in phases].count(2) < 3, max(g for g, _ in phases))  # expect: True 1
gc.set_threshold(2000, 10, 10)

# A generator that runs while collections do.
gc.set_threshold(5)


def numbers():
    kept = []
    for i in range(100):
        kept.append([i, {"i": [i]}])
        yield sum(len(k) for k in kept), [kept[-1]]
        if i % 10 == 0:
            kept = kept[-3:]


print(sum(a + len(b) for a, b in numbers()))  # expect: 1736


def nested(n):
    if n:
        yield from nested(n - 1)
    yield [n, [n]]


print(sum(x[0] for x in nested(30)))  # expect: 465
print(sorted([[i] for i in range(50)], key=lambda x: [-x[0]])[0])  # expect: [49]


class Key:
    def __init__(self, value):
        self.value = [value]

    def __eq__(self, other):
        return [self.value] == [other.value]

    def __hash__(self):
        return hash((self.value[0] % 7,))


table = {Key(i): [i] for i in range(100)}
print(len(table), table[Key(42)])  # expect: 100 [42]
