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

# expect: 0 0.8444218515250481 1 3823568514 1806341205 595104494081739791237831482938 0.4049341374504143
# expect: 1 0.13436424411240122 1 3445702192 3280387012 989990361817605419587374691388 0.4494910647887381
# expect: -1 0.13436424411240122 1 3445702192 3280387012 989990361817605419587374691388 0.4494910647887381
# expect: 42 0.6394267984578837 0 3184935163 1181241943 137577423665220539048064734942 0.6766994874229113
# expect: 4294967296 0.11299430095636409 0 4014597330 71624475 1014567882866171436470707537673 0.33151119826617415
# expect: 4294967295 0.6353574441341173 0 924893097 6903586996 1215362216357925973956343691015 0.3811162164237829
# expect: 18446744073709551621 0.5105783769365112 1 2436623347 2211635562 136202051328131829681712459687 0.3142317949195871
# expect: -100000000000000000000000000000000000000000000000000 0.8266205292084633 1 3260854399 2059167049 628158465664764527156174278719 0.9585282250500652
# expect: True 0.13436424411240122 1 3445702192 3280387012 989990361817605419587374691388 0.4494910647887381
# expect: 1.5 0.551763726942059 0 624696387 2505428956 224607814431584881607391023181 0.368946684876743
# expect: text 0.8304859670105608 1 281172308 7828693160 1149105790476382732971414799247 0.8030084435254775
# expect: (1, 2) 0.9332138816850685 0 140223971 4949926472 713401829077277929083845370756 0.5076314421020668
# expect: 625 (2147483648, 2261207994, 869397079, 3419597362, 2889296379) 624
# expect: True 481.74107979495943 128 0
# expect: None 0.46300735781502145 95706911624653790960
# expect: True True
# expect: x 0.23796462709189137 30
# expect: r.getrandbits(-1) -> ValueError: number of bits must be non-negative
# expect: r.getrandbits('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: r.setstate(1) -> TypeError: state vector must be a tuple
# expect: r.setstate((1,)) -> ValueError: state vector is the wrong size
# expect: r.setstate(state[:-1] + (700,)) -> ValueError: invalid state
# expect: r.setstate(state[:-1] + ('a',)) -> TypeError: 'str' object cannot be interpreted as an integer
# expect: r.setstate((-1,) + state[1:]) -> OverflowError: can't convert negative value to unsigned int
# expect: Random(1, 2) -> TypeError: Random() requires 0 or 1 argument
# expect: Random([]) -> TypeError: unhashable type: 'list'
# expect: r.seed(1, 2) -> TypeError: seed expected at most 1 argument, got 2
