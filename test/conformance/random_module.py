# _random.Random: seeds, sequences, states.
import _random
def show(text):
    try: print(text, "->", eval(text))
    except Exception as error: print(text, "->", type(error).__name__ + ":", error)
Random = _random.Random
for seed in [0, 1, -1, 42, 2**32, 2**32 - 1, 2**64 + 5, -10**50, True, 1.5, "text", (1, 2)]:
    r = Random(seed)
    print(seed, r.random(), r.getrandbits(1), r.getrandbits(32), r.getrandbits(33), r.getrandbits(100), r.random())
r = Random(7)
state = r.getstate()
print(len(state), state[:5], state[-1])
first = [r.random() for _ in range(1000)]
r.setstate(state)
print(first == [r.random() for _ in range(1000)], sum(first), r.getstate()[-1], r.getrandbits(0))
print(r.seed(9), r.random(), r.getrandbits(5000) % 10**20)
print(Random().random() != Random().random(), 0 <= Random(None).random() < 1)
class Child(Random):
    def __new__(cls, *args): return super().__new__(cls)
    def __init__(self, name): self.name = name; self.seed(3)
print(Child("x").name, Child("y").random(), Child("y").getrandbits(7))
for text in ["r.getrandbits(-1)", "r.getrandbits('a')", "r.setstate(1)", "r.setstate((1,))", "r.setstate(state[:-1] + (700,))",
             "r.setstate(state[:-1] + ('a',))", "r.setstate((-1,) + state[1:])", "Random(1, 2)", "Random([])", "r.seed(1, 2)"]:
    show(text)
