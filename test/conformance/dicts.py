# Dicts and sets: order, views, growth, merging, own keys.
d = {"a": 1, "b": 2}
d["c"] = 3
del d["a"]
d["a"] = 4
print(d, list(d), list(d.items()), list(reversed(d)), len(d), "b" in d, d.get("z"), d.get("z", 0), d.setdefault("q", []), d.pop("q"), d.pop("z", None), d.popitem())
print({**d, "x": 1}, d | {"b": 9}, dict(a=1, **{"b": 2}), dict([("k", "v")]), dict.fromkeys("ab", 0), {i: i * i for i in range(4)})
d |= {"n": 1}
d.update([("m", 2)], z=3)
keys = d.keys()
d["later"] = 1
print(keys, keys & {"m", "n"} == {"m", "n"}, d.keys() >= {"m"}, ("m", 2) in d.items(), sorted(d.items() - {("m", 2)}), len(d.values()))
print(d == dict(reversed(list(d.items()))), {1: "a", 1.0: "b", True: "c"}, {1: 2} != {1: 3}, {0: "x"}[False])
try:
    for k in d:
        d[k + "!"] = 1
except RuntimeError as error:
    print(error)
try:
    for k in list(d): del d[k]
    for k in {1: 2}: pass
    e = {1: 2, 3: 4}
    for k in e: e.pop(k)
except RuntimeError as error:
    print(error)
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
    def __repr__(self): return f"K{self.n}"
many = {Key(i): i for i in range(10)}
print(many, many[Key(7)], Key(11) in many, [many.pop(Key(i)) for i in (3, 6, 9)], many)
class Default(dict):
    def __missing__(self, key): self[key] = made = key * 2; return made
x = Default(a=1)
print(x["b"], x["a"], x, x.get("c"), type(x.copy()))
big = {}
for i in range(1000): big[i] = str(i)
for i in range(0, 1000, 3): del big[i]
for i in range(1000, 1100): big[i] = i
print(len(big), list(big)[:5], list(big)[-3:], sum(big) if 0 else sum(k for k in big), 999 in big, 998 in big)
nested = {"a": {"b": [1, {"c": 2}]}}
nested["a"]["b"][1]["c"] += 5
nested["self"] = nested
print(nested)
s = {3, 1, 2}
s.add(1); s.discard(9); s |= {5}; s -= {1}
print(s, s & {2, 3}, s | {9}, s ^ {2, 10}, s - {2}, s <= {2, 3, 5, 7}, s.isdisjoint({1}), frozenset([1, 2]) == {1, 2}, len({frozenset([1]), frozenset([1])}))
print({c for c in "hello"} == set("olhe"), set(), frozenset(), {1, "a", (2, 3)} == {(2, 3), "a", 1}, {*"ab", *[1]} == {"a", "b", 1})
print(sorted({"one", "two", "three", "four"}), {"x", "y", "z", "w"}, set(range(20)), {-1, -2, 100, 1000})
t = set(range(10)); t.remove(3); print(t, t.pop(), t.intersection([1, 2], [2, 4]), t.union("a") - t, t.symmetric_difference({1, 99}), t.issuperset([1]))
for action in (lambda: s.remove("none"), lambda: {[]: 1}, lambda: {}["k"], lambda: {1} < [1], lambda: {} < {}, lambda: dict([1]), lambda: dict(["abc"]), lambda: {}.popitem(), lambda: set().pop(), lambda: dict(a=1, **{"a": 2}), lambda: {**3}, lambda: {}.update(3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
a, b = {"x": 1}, {"y": 2}
print(a | b, {**a, **b} == a | b, str({"q": "it's"}), list(zip(a, b)), max({"a": 3, "b": 1}, key={"a": 3, "b": 1}.get), min({3: "c", 2: "z"}))
def kw(**k): return k
print(kw(**a, **b, z=3), list(kw(b=1, a=2)), a.keys() | b.keys() == {"x", "y"}, a.items() ^ b.items() == {("x", 1), ("y", 2)})
o = type("O", (), {})()
o.p = 1; o.q = 2; del o.p; o.__dict__["r"] = 3
print(o.__dict__, vars(o), o.r)

# expect: {'b': 2, 'c': 3} ['b', 'c', 'a'] [('b', 2), ('c', 3), ('a', 4)] ['a', 'c', 'b'] 3 True None 0 [] [] None ('a', 4)
# expect: {'b': 2, 'c': 3, 'x': 1} {'b': 9, 'c': 3} {'a': 1, 'b': 2} {'k': 'v'} {'a': 0, 'b': 0} {0: 0, 1: 1, 2: 4, 3: 9}
# expect: dict_keys(['b', 'c', 'n', 'm', 'z', 'later']) True True True [('b', 2), ('c', 3), ('later', 1), ('n', 1), ('z', 3)] 6
# expect: True {1: 'c'} True x
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: {K0: 0, K1: 1, K2: 2, K4: 4, K5: 5, K7: 7, K8: 8} 7 False [3, 6, 9] {K0: 0, K1: 1, K2: 2, K4: 4, K5: 5, K7: 7, K8: 8}
# expect: bb 1 {'a': 1, 'b': 'bb'} None <class 'dict'>
# expect: 766 [1, 2, 4, 5, 7] [1097, 1098, 1099] 437617 False True
# expect: {'a': {'b': [1, {'c': 7}]}, 'self': {...}}
# expect: {2, 3, 5} {2, 3} {9, 2, 3, 5} {3, 10, 5} {3, 5} True True True 1
# expect: True set() frozenset() True True
# expect: ['four', 'one', 'three', 'two'] {'y', 'x', 'w', 'z'} {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19} {1000, 100, -1, -2}
# expect: {1, 2, 4, 5, 6, 7, 8, 9} 0 {2} {'a'} {2, 99, 4, 5, 6, 7, 8, 9} True
# expect: KeyError 'none'
# expect: TypeError unhashable type: 'list'
# expect: KeyError 'k'
# expect: TypeError '<' not supported between instances of 'set' and 'list'
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: KeyError 'popitem(): dictionary is empty'
# expect: KeyError 'pop from an empty set'
# expect: TypeError dict() got multiple values for keyword argument 'a'
# expect: TypeError 'int' object is not a mapping
# expect: TypeError 'int' object is not iterable
# expect: {'x': 1, 'y': 2} True {'q': "it's"} [('x', 'y')] a 2
# expect: {'x': 1, 'y': 2, 'z': 3} ['b', 'a'] True True
# expect: {'q': 2, 'r': 3} {'q': 2, 'r': 3} 3
