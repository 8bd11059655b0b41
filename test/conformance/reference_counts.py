# Reference counts stay what they were: of what each specialised instruction takes from the stack, and of names, items and
# attributes that a loop reads, writes and deletes. The loops are long enough to specialise, and each ends once in an error.
import sys


class Number(int):
    pass


class Plain:
    def __init__(self, value=None):
        self.value = value

    def method(self, *rest):
        return self

    def __len__(self):
        return 3

    def __getitem__(self, key):
        return key

    def __add__(self, other):
        return self

    def __eq__(self, other):
        return self is other

    __hash__ = None

    @property
    def made(self):
        return self.value

    @classmethod
    def alternative(cls, value):
        return value

    @staticmethod
    def static(value):
        return value


class Slotted:
    __slots__ = ("field",)


class WithGetattr:
    def __getattr__(self, name):
        return name


def plain(value):
    return value


def keywords(*, value):
    return value


def generator(value):
    yield value
    yield value


SOURCES = """
len(o)
len('abc')
len([])
len(range(3))
isinstance(o, kind)
isinstance(o, (kind, int))
plain(o)
keywords(value=o)
o.method()
o.method(o)
o.value
o.value = o; o.value = None
o.made
o.alternative(o)
o.static(o)
kind.alternative(o)
kind(o)
o[key]
o + key
o == o
o == key
[].append(o)
items.append(o); items.pop()
items[0] = o; items[0]; items[0] = None
table[key] = o; table[key]; del table[key]
(o, key)[0]
a, b = o, key
a, *b = [o, key]
[*[o], key]
{**{key: o}}
str(key)
str(o)
type(o)
tuple([o])
list((o,))
max(o, o, key=id)
key.upper()
key.join([key])
key.split(key)
key.encode('ascii', 'strict')
key.startswith(key)
sorted([key, key])
for x in generator(o): pass
for x in [o, o]: pass
for x in (o, o): pass
for x in {key: o}.items(): pass
[x for x in (o,)]
[x for x in generator(o)]
{x: o for x in (key,)}
(lambda: o)()
(lambda value=o: value)()
f'{key}{key!r:>3}'
key in table
key in {key}
o is key
not o
if o: pass
while key: break
slotted.field = o; slotted.field; del slotted.field
wild.other
wild.other.upper()
number + number
number * 2
number - 1
number < 5
number[0:1]
with manager(o) as x: pass
try: raise ValueError(o)
except ValueError as e: pass
print(end='')
sys.getrefcount(o)
import sys as s
from sys import path as p
global outside; outside = o; del outside
super(kind, o).__init__()
exec('o', {'o': o})
match o:
    case kind(value=v): pass
match [o, key]:
    case [x, y]: pass
match {'a': o}:
    case {'a': x, **rest}: pass
assert o
del items[:]
items[0:0] = [o]; del items[0]
items += [o]; items.pop()
iter([o]).__next__()
next(generator(o))
generator(o).send(None)
[*generator(o)]
dict(value=o)
print(o, sep='', file=sink)
hash(key)
repr(key)
key % ()
'%s' % key
key * 2
-number
~number
key[0]
(o,) * 3
{key, key}
abs(number)
getattr(o, 'value')
setattr(o, 'value', o); o.value = None
hasattr(o, 'nothing')
key and o or key
lambda: (o, key)
"""


class manager:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *_):
        return False


class Sink:
    def write(self, text):
        pass

    def flush(self):
        pass


class Bad:
    """Stands for o in the last rounds: nearly everything fails with it."""

    __slots__ = ()

    def __len__(self):
        raise KeyError("len")

    def __getattribute__(self, name):
        raise AttributeError(name)


def statements():
    lines = SOURCES.strip().split("\n")
    while lines:
        block = [lines.pop(0)]
        while lines and (lines[0].startswith(" ") or lines[0].startswith("except")):
            block.append(lines.pop(0))
        yield block


watched = [len, isinstance, plain, keywords, generator, print, sorted, max, abs, getattr, hash, repr, sys.getrefcount, list.append, Plain, Plain.method, Plain.__dict__["made"]]
for block in statements():
    source = "def loop(o, kind, key, items, table, slotted, wild, number, sink, times):\n for _ in range(times):\n"
    if block[0].startswith("global"):
        source = source.replace("\n", "\n global outside\n", 1)
        block[0] = block[0].split("; ", 1)[1]
    source += "".join(f"  {line}\n" for line in block)
    exec(source)
    o, key, number = Plain(), "key%s" % len(block), Number(70000)
    arguments = [o, Plain, key, [None], {}, Slotted(), WithGetattr(), number, Sink()]
    # The first rounds make what stays: inline caches, shared keys, interned strings.
    for _ in range(3):
        try:
            loop(*arguments, 20)
        except Exception as error:
            pass
    arguments[3] = [None]
    bad = Bad()
    before = [sys.getrefcount(x) for x in watched + arguments + [bad, None.__class__]]
    outcomes = []
    for first in o, bad, o:
        try:
            loop(first, *arguments[1:], 50)
            outcomes.append("ok")
        except Exception as error:
            outcomes.append(type(error).__name__)
            del error
    first = None
    changed = [b - a for a, b in zip(before, [sys.getrefcount(x) for x in watched + arguments + [bad, None.__class__]])]
    print(block[0], outcomes, [n for n in changed if n] or "")

# expect-json: "len(o) ['ok', 'KeyError', 'ok'] "
# expect-json: "len('abc') ['ok', 'ok', 'ok'] "
# expect-json: "len([]) ['ok', 'ok', 'ok'] "
# expect-json: "len(range(3)) ['ok', 'ok', 'ok'] "
# expect-json: "isinstance(o, kind) ['ok', 'ok', 'ok'] "
# expect-json: "isinstance(o, (kind, int)) ['ok', 'ok', 'ok'] "
# expect-json: "plain(o) ['ok', 'ok', 'ok'] "
# expect-json: "keywords(value=o) ['ok', 'ok', 'ok'] "
# expect-json: "o.method() ['ok', 'AttributeError', 'ok'] "
# expect-json: "o.method(o) ['ok', 'AttributeError', 'ok'] "
# expect-json: "o.value ['ok', 'AttributeError', 'ok'] "
# expect-json: "o.value = o; o.value = None ['ok', 'AttributeError', 'ok'] "
# expect-json: "o.made ['ok', 'AttributeError', 'ok'] "
# expect-json: "o.alternative(o) ['ok', 'AttributeError', 'ok'] "
# expect-json: "o.static(o) ['ok', 'AttributeError', 'ok'] "
# expect-json: "kind.alternative(o) ['ok', 'ok', 'ok'] "
# expect-json: "kind(o) ['ok', 'ok', 'ok'] "
# expect-json: "o[key] ['ok', 'TypeError', 'ok'] "
# expect-json: "o + key ['ok', 'TypeError', 'ok'] "
# expect-json: "o == o ['ok', 'ok', 'ok'] "
# expect-json: "o == key ['ok', 'ok', 'ok'] "
# expect-json: "[].append(o) ['ok', 'ok', 'ok'] "
# expect-json: "items.append(o); items.pop() ['ok', 'ok', 'ok'] "
# expect-json: "items[0] = o; items[0]; items[0] = None ['ok', 'ok', 'ok'] "
# expect-json: "table[key] = o; table[key]; del table[key] ['ok', 'ok', 'ok'] "
# expect-json: "(o, key)[0] ['ok', 'ok', 'ok'] "
# expect-json: "a, b = o, key ['ok', 'ok', 'ok'] "
# expect-json: "a, *b = [o, key] ['ok', 'ok', 'ok'] "
# expect-json: "[*[o], key] ['ok', 'ok', 'ok'] "
# expect-json: "{**{key: o}} ['ok', 'ok', 'ok'] "
# expect-json: "str(key) ['ok', 'ok', 'ok'] "
# expect-json: "str(o) ['ok', 'ok', 'ok'] "
# expect-json: "type(o) ['ok', 'ok', 'ok'] "
# expect-json: "tuple([o]) ['ok', 'ok', 'ok'] "
# expect-json: "list((o,)) ['ok', 'ok', 'ok'] "
# expect-json: "max(o, o, key=id) ['ok', 'ok', 'ok'] "
# expect-json: "key.upper() ['ok', 'ok', 'ok'] "
# expect-json: "key.join([key]) ['ok', 'ok', 'ok'] "
# expect-json: "key.split(key) ['ok', 'ok', 'ok'] "
# expect-json: "key.encode('ascii', 'strict') ['ok', 'ok', 'ok'] "
# expect-json: "key.startswith(key) ['ok', 'ok', 'ok'] "
# expect-json: "sorted([key, key]) ['ok', 'ok', 'ok'] "
# expect-json: "for x in generator(o): pass ['ok', 'ok', 'ok'] "
# expect-json: "for x in [o, o]: pass ['ok', 'ok', 'ok'] "
# expect-json: "for x in (o, o): pass ['ok', 'ok', 'ok'] "
# expect-json: "for x in {key: o}.items(): pass ['ok', 'ok', 'ok'] "
# expect-json: "[x for x in (o,)] ['ok', 'ok', 'ok'] "
# expect-json: "[x for x in generator(o)] ['ok', 'ok', 'ok'] "
# expect-json: "{x: o for x in (key,)} ['ok', 'ok', 'ok'] "
# expect-json: "(lambda: o)() ['ok', 'ok', 'ok'] "
# expect-json: "(lambda value=o: value)() ['ok', 'ok', 'ok'] "
# expect-json: "f'{key}{key!r:>3}' ['ok', 'ok', 'ok'] "
# expect-json: "key in table ['ok', 'ok', 'ok'] "
# expect-json: "key in {key} ['ok', 'ok', 'ok'] "
# expect-json: "o is key ['ok', 'ok', 'ok'] "
# expect-json: "not o ['ok', 'KeyError', 'ok'] "
# expect-json: "if o: pass ['ok', 'KeyError', 'ok'] "
# expect-json: "while key: break ['ok', 'ok', 'ok'] "
# expect-json: "slotted.field = o; slotted.field; del slotted.field ['ok', 'ok', 'ok'] "
# expect-json: "wild.other ['ok', 'ok', 'ok'] "
# expect-json: "wild.other.upper() ['ok', 'ok', 'ok'] "
# expect-json: "number + number ['ok', 'ok', 'ok'] "
# expect-json: "number * 2 ['ok', 'ok', 'ok'] "
# expect-json: "number - 1 ['ok', 'ok', 'ok'] "
# expect-json: "number < 5 ['ok', 'ok', 'ok'] "
# expect-json: "number[0:1] ['TypeError', 'TypeError', 'TypeError'] "
# expect-json: "with manager(o) as x: pass ['ok', 'ok', 'ok'] "
# expect-json: "try: raise ValueError(o) ['ok', 'ok', 'ok'] "
# expect-json: "print(end='') ['ok', 'ok', 'ok'] "
# expect-json: "sys.getrefcount(o) ['ok', 'ok', 'ok'] "
# expect-json: "import sys as s ['ok', 'ok', 'ok'] "
# expect-json: "from sys import path as p ['ok', 'ok', 'ok'] "
# expect-json: "outside = o; del outside ['ok', 'ok', 'ok'] "
# expect-json: "super(kind, o).__init__() ['ok', 'TypeError', 'ok'] "
# expect-json: "exec('o', {'o': o}) ['ok', 'ok', 'ok'] "
# expect-json: "match o: ['ok', 'ok', 'ok'] "
# expect-json: "match [o, key]: ['ok', 'ok', 'ok'] "
# expect-json: "match {'a': o}: ['ok', 'ok', 'ok'] "
# expect-json: "assert o ['ok', 'KeyError', 'ok'] "
# expect-json: "del items[:] ['ok', 'ok', 'ok'] "
# expect-json: "items[0:0] = [o]; del items[0] ['ok', 'ok', 'ok'] "
# expect-json: "items += [o]; items.pop() ['ok', 'ok', 'ok'] "
# expect-json: "iter([o]).__next__() ['ok', 'ok', 'ok'] "
# expect-json: "next(generator(o)) ['ok', 'ok', 'ok'] "
# expect-json: "generator(o).send(None) ['ok', 'ok', 'ok'] "
# expect-json: "[*generator(o)] ['ok', 'ok', 'ok'] "
# expect-json: "dict(value=o) ['ok', 'ok', 'ok'] "
# expect-json: "print(o, sep='', file=sink) ['ok', 'ok', 'ok'] "
# expect-json: "hash(key) ['ok', 'ok', 'ok'] "
# expect-json: "repr(key) ['ok', 'ok', 'ok'] "
# expect-json: "key % () ['ok', 'ok', 'ok'] "
# expect-json: "'%s' % key ['ok', 'ok', 'ok'] "
# expect-json: "key * 2 ['ok', 'ok', 'ok'] "
# expect-json: "-number ['ok', 'ok', 'ok'] "
# expect-json: "~number ['ok', 'ok', 'ok'] "
# expect-json: "key[0] ['ok', 'ok', 'ok'] "
# expect-json: "(o,) * 3 ['ok', 'ok', 'ok'] "
# expect-json: "{key, key} ['ok', 'ok', 'ok'] "
# expect-json: "abs(number) ['ok', 'ok', 'ok'] "
# expect-json: "getattr(o, 'value') ['ok', 'AttributeError', 'ok'] "
# expect-json: "setattr(o, 'value', o); o.value = None ['ok', 'AttributeError', 'ok'] "
# expect-json: "hasattr(o, 'nothing') ['ok', 'ok', 'ok'] "
# expect-json: "key and o or key ['ok', 'KeyError', 'ok'] "
# expect-json: "lambda: (o, key) ['ok', 'ok', 'ok'] "
