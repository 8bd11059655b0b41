"""What the machine practises with (practice.ts): every instruction of the loop, its ordinary and its rare paths.

An instruction specialises itself for what it meets first. So a function is first made fresh and called with operands of one
kind, which gives the specialised form, and then with others, so that its guards fail; then made fresh for the next kind.
Operands are shared, new (their last reference dies inside the instruction) and immortal. Errors are expected.
"""

import gc
import sys

ENOUGH = range(3)
GLOBAL = 5.5
LARGE = 1 << 40
HUGE = 1 << 100
EXPECTED = (TypeError, ValueError, LookupError, AttributeError, NameError, RecursionError, ArithmeticError, RuntimeError)


def fresh(function):
    """Takes what its instructions have specialised themselves for from a function."""
    function.__code__ = function.__code__.replace()
    return function


def attempt(function, *args):
    for _ in ENOUGH:
        try:
            function(*args)
        except EXPECTED:
            pass


def once(function, *args):
    try:
        function(*args)
    except EXPECTED:
        pass


def first(function, *args):
    attempt(fresh(function), *args)


class Point:
    kind = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def total(self):
        return self.x

    def moved(self, by, *, more=0):
        return Point(self.x, by + more)

    def __add__(self, other):
        if isinstance(other, Point):
            return Point(self.x, other.x)
        return NotImplemented

    def __eq__(self, other):
        return [self.x] if other is self else []

    def __lt__(self, other):
        return self.x < other.x

    def __bool__(self):
        return self.x is not None

    def __getitem__(self, key):
        return self.x

    def __len__(self):
        return 2

    def __contains__(self, item):
        return item == self.x

    @property
    def twice(self):
        return self.x * 2

    @staticmethod
    def zero():
        return 0

    @classmethod
    def origin(cls):
        return cls(0, 0)


class Wide(Point):
    def total(self):
        return super().total()


class Slotted:
    __slots__ = ("a", "b", "f")

    def __init__(self, a, b):
        self.a = a
        self.b = b

    def both(self):
        return self.a


class Dynamic:
    def __getattr__(self, name):
        return 1


class Raising:
    def fail(self, *_):
        raise ValueError

    __init__ = fail
    __add__ = __eq__ = __lt__ = __bool__ = __getitem__ = __setitem__ = __contains__ = __call__ = __iter__ = fail
    __hash__ = __len__ = fail
    item = property(fail)


class Doubtful:
    """Compares to what has no truth."""

    def __eq__(self, other):
        return object.__new__(Raising)

    __lt__ = __eq__


RAISING = object.__new__(Raising)
POINT = Point(1, 2)


def add(a, b):
    c = a + b
    c = a + b + c
    c = c + (a + b)
    return (a + b) + (b + a), c + b, a + c


def subtract(a, b):
    c = a - b
    c = a - b - c
    c = c - (a - b)
    return (a - b) - (b - a), c - b, a - c


def multiply(a, b):
    c = a * b
    c = a * b * c
    c = c * (a * b)
    return (a * b) * (b * a), c * b, a * c


def others(a, b):
    return (a + 0) // b, a % b, a / b, (a + 0) & (b + 0), a | b, a ^ b, a << 1, (a + 1) // (b + 1), a**2


def in_place(a, b):
    a += b
    a -= b
    a *= b
    a = -a
    return ~a


def dying(make):
    """Operands that nobody else holds, on either side or on both."""
    o = make()
    return make() + o, o + make(), make() + make()


def dying_less(make):
    o = make()
    return make() - o, o - make(), make() - make()


def dying_times(make):
    o = make()
    return make() * o, o * make(), make() * make()


def dying_compared(make):
    o = make()
    if make() == o or o == make() or make() != make():
        pass
    return make() < o, o < make(), make() <= make()


def compare(a, b):
    if a < b or a > b:
        pass
    if a == b or a != b:
        pass
    return a >= b, a <= b, b < a, not a < b


def held(a, b):
    """The last reference to an operand is the one that the instruction has."""
    c = a + b
    return c is not a, (a + b) is None, a + b is (a + b), 1 if (a + b) is None else 2, 1 if (a + b) is not None else 2


def truth(a):
    if a:
        pass
    while not a:
        break
    return not a, a and 1, a or 2


def truth_of_new(a):
    if a + a:
        pass
    return not a + a


def arithmetic():
    big, bigger, one, more = [LARGE], [HUGE], [1.5], [300]
    nan = float("nan")
    kinds = (
        ((1, 2), (300, 70000), (0, -1), (LARGE, 5), (5, HUGE), (HUGE, HUGE), (1 << 29, 1 << 29), (-LARGE, LARGE)),
        ((1.5, 2.5), (2.5, 1.5), (0.0, -1.0), (nan, 1.0), (1e300, 1e300)),
        (("a", "bc"), (POINT, Wide(1, 2)), ([1], [2]), (True, 1), (1, 2.5), (RAISING, 1), (Doubtful(), Doubtful())),
    )
    makers = lambda: big[0] + 1, lambda: one[0] + nan, lambda: one[0] + 1.0, lambda: more[0] + 1, lambda: [LARGE]
    for operation in add, subtract, multiply, compare, held:
        for kind in kinds:
            first(operation, *kind[0])
            for a, b in kind:
                once(operation, a, b)
        once(operation, *kinds[0][0])
    for operation in others, in_place:
        for a, b in *kinds[0], *kinds[1]:
            once(operation, a, b)
    for operation in dying, dying_less, dying_times, dying_compared:
        for make in makers:
            first(operation, make)
        for make in makers:
            once(operation, make)
    first(compare, 1, HUGE)
    first(truth_of_new, LARGE)
    first(truth_of_new, [1])
    first(truth, 1)
    for a in 0, 1, LARGE, 1.5, "", "a", None, [], [1], True, False, POINT, (), {}, RAISING, 5, 0:
        attempt(truth, a)
    first(truth, True)
    attempt(truth, [])
    first(truth, RAISING)


def subscripts(container, key):
    item = container[key]
    container[key] = item
    container[key] = container[key]
    return item


def subscripts_of_new(key):
    return [[1], [2]][key], ([LARGE], LARGE)[key], {key: LARGE}[key + 0], [1, LARGE + key][key]


def subscripts_by_new(key, big, small):
    [key, key, key][key]
    (key, key)[key + 0]
    small[1000 + key - 1000]
    return big[1000 + key]


def big_key(container, key):
    shared = 1000 + key
    item = container[shared]
    container[shared] = item
    container[1000 + key] = item
    container[1000 + key] = [item]
    return container[1000 + key]


def item_of_new(key, make):
    make()[key] = key
    return make()[key]


def items():
    for container, key in (
        ([1, 2, 3], 1),
        ((1, 2, 3), 1),
        ({1: 2, 3: [4]}, 3),
        (POINT, 0),
        ("abc", 1),
        ([1, 2, 3], slice(2)),
    ):
        first(subscripts, container, key)
        for other, wrong in (
            ([1, 2], 9),
            ([1, 2], -1),
            ([1], HUGE),
            ((1,), 9),
            ((1,), -1),
            ({1: 2}, 9),
            ({1: 2}, []),
            (RAISING, 0),
            (None, 0),
        ):
            once(subscripts, other, wrong)
    first(subscripts_of_new, 1)
    first(subscripts_by_new, 1, [5] * 1100, [4, 4])
    first(subscripts, [[1], [2]], 1)
    first(subscripts, {"a": 1}, "b")
    first(subscripts, RAISING, 1)
    for container in [5] * 1100, tuple([5] * 1100), dict.fromkeys(range(1100), 5):
        first(big_key, container, 1)
    for make in lambda: [1, 2], lambda: (1, 2), lambda: {1: 2}:
        first(item_of_new, 1, make)


def contains(container, item):
    return item in container, item not in container


def contains_new(a):
    return 1000 + a in {1: 2}, 1000 + a in {a, 2}, 1000 + a in [a, 2]


def membership():
    for container, item in ({1, 2}, 1), ({1: 2}, 1), ([1, 2], 1), ("abc", "b"), (POINT, 1):
        first(contains, container, item)
        for wrong in [], None, LARGE + 1:
            once(contains, container, wrong)
        once(contains, None, 1)
        once(contains, RAISING, 1)
    first(contains_new, 1)


def attributes(o):
    value = o.x
    o.x = value
    o.x = [value]
    o.y = o.x
    o.x = value
    return o.x, o.y, o.kind


def slots(o):
    a = o.a
    o.a = o.b
    o.b = [a]
    o.b = a
    return o.a, o.both


def methods(o):
    return o.total(), o.twice, o.zero(), o.origin(), o.moved(1, more=2), o.moved(1)


def read(o):
    return o.x


def write(o, value):
    o.x = value


def write_new(make, value):
    make().x = value


def write_slot(o, value):
    o.a = value


def write_new_slot(make, value):
    make().a = value


def call_slot(o):
    return o.f()


def call_attribute(o):
    return o.f()


def own_attribute(o):
    o.total = o.total
    return o.total()


def of_new():
    return Point([1], [2]).x, Slotted([1], [2]).a, Point(1, 2).total(), Slotted(1, 2).both(), Point(1, 2).moved(3)


def without_values():
    o = Point(1, 2)
    vars(o)["z"] = 3
    del o.x
    return o


def with_attribute(o):
    o.f = lambda: 1
    return o


def attribute_access():
    slotted = with_attribute(Slotted(1, 2))
    emptied = Point(1, 2)
    del emptied.x
    separate = Point(1, 2)
    separate.__dict__ = {"x": 1, "y": 2}
    for o in Point(1, 2), Wide(3, 4), Dynamic(), Point:
        for action in attributes, methods:
            first(action, o)
            for other in without_values(), slotted, emptied, separate, RAISING, 5:
                once(action, other)
    for o in Point(1, 2), slotted:
        first(slots, o)
        for other in slotted, object.__new__(Slotted), 5:
            once(slots, other)
    first(read, Point(1, 2))
    for other in emptied, separate, without_values(), Point(1, 2):
        once(read, other)
    first(write, Point(1, 2), 1)
    for other in emptied, separate, without_values(), Point([], 2), slotted:
        once(write, other, 1)
    first(write_new, lambda: Point(1, 2), 1)
    first(write_slot, slotted, 1)
    for other in [1], 1:
        once(write_slot, Slotted([2], 1), other)
    value = [1]
    once(write_slot, Slotted(value, 1), 1)
    once(write_slot, Point(1, 2), 1)
    first(write_new_slot, lambda: Slotted(1, 2), 1)
    first(call_slot, slotted)
    once(call_slot, POINT)
    first(call_attribute, with_attribute(Point(1, 2)))
    for o in Point(1, 2), Wide(1, 2), Slotted(1, 2):
        first(own_attribute, o)
    attempt(of_new)


def plain(a, b):
    return a


def swapped(b, a):
    return a


def single(a):
    return a


def default(a, b=2, *, c=3):
    return a


def starred(*args, **kwargs):
    return args


def calls(f):
    return f(1, 2), f(LARGE, [2])


def calls_of_keywords(f):
    return f(1, b=2), f(a=1, b=2), f(*(1, 2)), f(**{"a": 1, "b": 2})


def recursive(n):
    return 0 if n == 0 else recursive(n - 1) + 1


def endless(n):
    return endless(n)


class Endless:
    def method(self):
        return self.method()

    def bound(self):
        f = self.bound
        return f()

    def __init__(self):
        Endless()


def endless_generator(n):
    for value in endless_generator(n):
        yield value


def endless_comparison(o):
    o = [o]
    o.append(o)
    return o == [o]


def builtins():
    values = [3, 1, 2]
    values.append(4)
    values.append([5])
    text = "a b c"
    abs(-300)
    return (
        len(values),
        len("ab"),
        isinstance(values, list),
        isinstance(1, (str, int)),
        abs(-300),
        ord("a"),
        chr(97),
        min(1, 2),
        max(1, 300),
        sum(values[:3]),
        getattr(values, "nothing", None),
        int("300"),
        float(1),
        str(1),
        type(1),
        tuple(values),
        list(range(3)),
        dict(a=1),
        sorted([3, 1, 2]),
        text.split(),
        text.split(" ", 1),
        text.upper(),
        text.join(["x", "y"]),
        values.pop(),
        values.pop(0),
        values.index(1),
        values.copy(),
        {1: 2}.get(1),
        {1: 2}.get(3, [4]),
        {1: 2}.items(),
        divmod(7, 2),
        repr(1),
        any(values),
        zip(values, values),
        enumerate(values),
        next(iter(values)),
        values.extend([1, 2]),
        values.insert(0, 5),
        {1, 2}.union({3}),
        object(),
    )


def call_len(o):
    return len(o)


def call_len_of_new(a):
    return len([a])


def call_isinstance(a, b):
    return isinstance(a, b)


def call_isinstance_of_new(a):
    return isinstance([a], (list, a)), isinstance(*(a, int))


def call_append(o, value):
    o.append(value)


def call_append_of_new(a):
    [a].append([a])


def call_bound(f, a):
    f(a)


def call_one(f, a):
    return f(a)


def call_two(f, a, b):
    return f(a, b)


def call_method_one(o, a):
    return o.index(a)


def call_method_fast(o):
    return o.split(",")


def call_method_none(o):
    return o.copy()


def call_method_extend(o, values):
    o.extend(values)
    [1].extend(values)


def call_method_last(o):
    o.popitem()
    return {}.copy(), repr([o])


def call_descriptor(f, o):
    return f(o)


def call_descriptor_with(f, o, a):
    return f(o, a)


def call_bound_method(o):
    f = o.total
    return f()


def call_new(cls):
    return cls(1, 2)


def call_type(cls, a):
    return cls(a)


class Appending:
    def append(self, value):
        pass

    index = append

    def copy(self):
        return self

    def split(self, separator):
        return []


def calling():
    moved = POINT.moved
    attempt(builtins)
    first(recursive, 3)
    for f in plain, default, starred, moved, Point, Slotted, max:
        first(calls, f)
        for other in plain, swapped, range, single, RAISING, 5:
            once(calls, other)
        once(calls_of_keywords, f)
    first(call_len, [])
    first(call_isinstance, [], list)
    for o in "a", range(400), POINT, 5, RAISING:
        once(call_len, o)
        once(call_isinstance, o, list)
        once(call_isinstance, o, o)
    attempt(call_len_of_new, LARGE)
    attempt(call_isinstance_of_new, int)
    first(call_append, [], 1)
    for o in "a", Appending(), [1]:
        once(call_append, o, [1])
    attempt(call_append_of_new, 1)
    for f in abs, id, single, [].append, int:
        first(call_one, f, ())
        for other in single, 5, abs, plain, hash, max:
            once(call_one, other, "a")
    for f in isinstance, divmod, plain, max, str.split:
        first(call_two, f, 7, 2)
        for other in plain, 5, swapped, getattr, id, f:
            once(call_two, other, 7, "a")
    for o in [1, 2], "a,b", Appending():
        for make, args in (call_method_one, (1,)), (call_method_fast, ()), (call_method_none, ()):
            first(make, o, *args)
            for other in [1], "a,b", Appending(), 5, {1}:
                once(make, other, *args)
    first(call_method_extend, [], [1])
    once(call_method_extend, [], 5)
    first(call_method_last, {1: 2, 3: 4, 5: 6, 7: 8, 9: 10})
    for f, args in (str.upper, ("a",)), (dict.copy, ({},)), (str.split, ("a",)):
        first(call_descriptor, f, *args)
        once(call_descriptor, f, 5)
        once(call_descriptor, single, 5)
        once(call_descriptor, str.title, "a")
        once(call_descriptor, int.conjugate, 5)
    for f, args in (list.append, ([], 1)), (str.split, ("a", ",")), (list.index, ([1], 1)), (dict.get, ({}, 1)):
        first(call_descriptor_with, f, *args)
        once(call_descriptor_with, f, 5, 5)
        once(call_descriptor_with, plain, 5, 5)
        once(call_descriptor_with, str.join, ",", ["a"])
        once(call_descriptor_with, str.center, "a", 5)
        once(call_descriptor_with, f, args[0], [1])
    first(call_bound_method, POINT)
    for o in Wide(1, 2), Slotted, POINT, 5, with_attribute(Appending()):
        once(call_bound_method, o)
    with_own = Point(1, 2)
    with_own.total = lambda: 1
    once(call_bound_method, with_own)
    for cls in Point, Slotted, Wide, Raising, Dynamic, int:
        first(call_new, cls)
        once(call_new, Point)
        once(call_new, Raising)
    for cls in str, tuple, type, list, Dynamic:
        first(call_type, cls, ())
        once(call_type, int, "a")


def recursion():
    for f in endless, lambda n: object.__new__(Endless).method(), endless_comparison:
        once(f, 1)
    for f in lambda n: object.__new__(Endless).bound(), lambda n: Endless(), lambda n: list(endless_generator(n)):
        once(f, 1)


def closure(n):
    count = n

    def inner(by):
        nonlocal count
        count += by
        return count

    inner(1)
    return inner(n)


def empty_cell(flag):
    def inner():
        return value

    if flag:
        value = 1
    return inner()


def loops(one, two, three):
    total = one
    for i in range(three):
        total += i
    for i in range(two + 300, two + 310, three):
        total -= i
    for i in range(-three, two):
        total += i
    for i in range(LARGE, LARGE + three):
        total += i
    for i in range(-LARGE - two, -LARGE):
        total += i
    for i in [one, [two], three]:
        total = i
    for i in (one, [two], three):
        total = i
    for i, j in [(one, two), (three, one)]:
        total = i
    for i, j in zip([one, two], (three, one)):
        total = j
    for i in "ab":
        total = i
    for i, x in enumerate([one, two]):
        if x == one:
            continue
        total = i
    i = 0
    while True:
        i += 1
        if i > three:
            break
    for i in reversed([one, two]):
        total = [i]
    for i in [one]:
        total = [i]
        total = [i]
        pair = total, total
        total, pair = [i], [i]
        total, pair = [i], [i]
        total = pair
    held = [[i] for i in (one, two)]
    return [i for i in held], [i[0] for i in lists(three)], [i * 2 for i in range(three)], {i: i for i in range(three)}, {i for i in (one, two)}, total


def iterate(values):
    for value in values:
        pass


def numbers(n):
    for i in range(n):
        yield i


def lists(n):
    i = 0
    while i < n:
        got = yield [i]
        i += 1
    return [n]


def failing():
    yield 1
    raise ValueError


def delegating():
    result = yield from lists(2)
    yield from [1, 2]
    yield result


class Counting:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


def generators():
    generator = lists(5)
    next(generator)
    generator.send(LARGE)
    generator.close()
    list(delegating())
    for value in delegating():
        pass
    running = numbers(3)
    for value in running:
        for other in running:
            break
    return sum(x * x for x in numbers(4)), list(lists(2)), any(x > 5 for x in [1, 2]), tuple(numbers(3))


def self_iterating():
    def generate():
        iterate(generator)
        yield 1

    generator = generate()
    for value in generator:
        pass


def unpack(pair):
    a, b = pair
    b, a = a, b
    a, b, c = a, b, a
    return a, b, (a, b, c), [a, b], [], ()


def unpack_new(a):
    b, c = ([a], [a]) if a is None else tuple([a, a])
    return c


def iteration():
    attempt(loops, 1, 2, 3)
    attempt(generators)
    attempt(unpack_new, 1)
    for values in [1], (2,), range(3), iter([1]), iter((1,)), iter(range(2)), {1: 2}, Counting(), 5:
        first(iterate, values)
        for other in numbers(2), RAISING, failing(), [1, 2], (1, 2), range(2):
            once(iterate, other)
    for make in numbers, lists, lambda n: failing(), lambda n: delegating():
        fresh(iterate)
        for _ in ENOUGH:
            once(iterate, make(3))
        once(iterate, [1])
    fresh(iterate)
    iterate(numbers(1))
    iterate(numbers(1))
    attempt(self_iterating)
    for pair in (1, 2), [1, 2], ([1], [2]):
        first(unpack, pair)
        for other in (1, 2, 3), "ab", (1,), numbers(2), 5, [1, 2], (1, 2):
            once(unpack, other)


def flow(a, b):
    if a is None:
        a = 1
    if a is not None:
        pass
    if b is not None and a:
        b = a
    c = a if b is None else b
    d = e = c
    while a and not b:
        break
    (f := c)
    return d, e, f, a is b, 1 < c < 3


def flow_of_new(a):
    if [a] is None:
        a = 1
    if [a] is not None:
        a = 1
    while [a] is None:
        pass
    return 1 if [a] is not None else 2, [a] is a, a is [a], [a] is [a]


def unbound(flag):
    if flag:
        value = 1
    return value


def handled(n):
    try:
        if n == 0:
            raise ValueError("no")
        return [1][n]
    except ValueError as error:
        return error.args
    except (IndexError, KeyError):
        return None
    finally:
        n = 0


def nested_handlers():
    try:
        try:
            raise KeyError
        except KeyError:
            raise ValueError
    except ValueError:
        pass


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return True


def managed():
    with Manager() as m, Manager():
        raise ValueError
    with m:
        pass


def texts(a):
    b = f"{a} and {a!r:>5} {a:.2f}" if a.__class__ is float else f"{a}{a}"
    b += "x"
    b = b + b
    b += b
    return b[0], b[1:], b == "x", b * 2, "%s" % b, b


def global_names():
    global GLOBAL
    GLOBAL = GLOBAL
    return GLOBAL, ENOUGH, len, Point


def changing_names():
    return GLOBAL, len, POINT


def undefined():
    return nothing_is_called_so


def names():
    first(global_names)
    attempt(undefined)
    first(changing_names)
    globals()["another"] = 1
    attempt(changing_names)
    first(changing_names)
    del globals()["another"]
    del globals()["POINT"]
    attempt(changing_names)
    globals()["POINT"] = Point(1, 2)


def extended(a):
    for i in a:
        i.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b


def collecting(text):
    [{text}, getattr(text, "nothing", {text})]
    [{text}, [].extend({text})]
    [{text}, {text}.copy()]
    i = 0
    while i < 3:
        i += 1
        o = {i}, {i}
    for o in 1, 2:
        o = {o}, {o}


def control():
    attempt(extended, ())
    for a, b in (1, None), (None, 1), (0, 2), ("", []), ([1], (2,)), (None, None):
        first(flow, a, b)
    attempt(flow_of_new, 1)
    for flag in True, False:
        first(unbound, flag)
        first(empty_cell, flag)
    for n in 0, 5, 1:
        attempt(handled, n)
    attempt(nested_handlers)
    attempt(managed)
    for a in 1, 2.5, "text", "\u20ac":
        attempt(texts, a)
    names()
    for n in 1, LARGE:
        attempt(closure, n)


def main():
    control()
    arithmetic()
    items()
    membership()
    attribute_access()
    calling()
    iteration()
    sys.setrecursionlimit(40)
    recursion()
    sys.setrecursionlimit(1000)
    # Collections come due at each instruction that looks for them.
    gc.set_threshold(1, 1000, 1000)
    first(collecting, "a,b")
    builtins()
    attempt(generators)


main()
