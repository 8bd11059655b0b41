# The operator module: its functions and its three kinds of callables.
import _operator as operator
from _operator import attrgetter, itemgetter, methodcaller


class Thing:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __getitem__(self, key):
        return ("item", key)

    def meth(self, *args, **kwargs):
        return (args, kwargs)

    def __index__(self):
        return 3

    def __length_hint__(self):
        return 5


def show(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


thing = Thing(a=Thing(b=Thing(c=1), d=2), name="n")
show(
    lambda: operator.add(1, 2),
    lambda: operator.pow(2, 10),
    lambda: operator.matmul(1, 2),
    lambda: operator.concat([1], [2]),
    lambda: operator.concat(1, 2),
    lambda: operator.iconcat([1], (2,)),
    lambda: operator.not_([]),
    lambda: operator.truth([1]),
    lambda: operator.contains("abc", "b"),
    lambda: operator.indexOf([1, 2, 3], 3),
    lambda: operator.indexOf([1, 2, 3], 4),
    lambda: operator.countOf((1, 1, 2), 1),
    lambda: operator.is_(None, None),
    lambda: operator.index(thing),
    lambda: operator.index("a"),
    lambda: operator.length_hint(thing),
    lambda: operator.length_hint([1, 2]),
    lambda: operator.length_hint(4, 9),
    lambda: operator.length_hint(4, "a"),
    lambda: operator.call(dict, a=1),
    lambda: operator.call(),
    lambda: operator.neg("a"),
    lambda: operator.abs(-4),
    lambda: operator.inv(5),
    lambda: operator.lt(1, 2),
    lambda: operator.le(1, "a"),
    lambda: operator.iadd([1], [2]),
    lambda: operator._compare_digest("abc", "abc"),
    lambda: operator._compare_digest(b"abc", b"abd"),
    lambda: operator._compare_digest("abc", b"abc"),
    lambda: operator._compare_digest("é", "é"),
    lambda: operator.add(1),
)
values = [1, 2, 3]
operator.setitem(values, 0, 9)
operator.delitem(values, 1)
print(values, operator.getitem(values, 1))
show(
    lambda: itemgetter(1)("abc"),
    lambda: itemgetter(1, 2)("abc"),
    lambda: itemgetter("k")(thing),
    lambda: itemgetter("k", 2)(thing),
    lambda: itemgetter(7)("abc"),
    lambda: itemgetter(),
    lambda: itemgetter(a=1),
    lambda: itemgetter(1)(1, 2),
    lambda: itemgetter(1)(a=2),
    lambda: itemgetter(slice(1, 2)),
    lambda: itemgetter(1, "b"),
    lambda: itemgetter(1, 2).__reduce__(),
    lambda: itemgetter((1, 2)).__reduce__(),
    lambda: attrgetter("a.b.c")(thing),
    lambda: attrgetter("name", "a.d")(thing),
    lambda: attrgetter("nope")(thing),
    lambda: attrgetter(1),
    lambda: attrgetter(),
    lambda: attrgetter("a.b", "c"),
    lambda: attrgetter("a.b", "c").__reduce__(),
    lambda: attrgetter("a")(1, 2),
    lambda: methodcaller("meth", 1, x=2)(thing),
    lambda: methodcaller("meth", 1, x=2),
    lambda: methodcaller("meth"),
    lambda: methodcaller("meth", 4).__reduce__(),
    lambda: methodcaller(),
    lambda: methodcaller(1),
    lambda: methodcaller("upper")("abc"),
    lambda: methodcaller("upper")(),
    lambda: itemgetter,
)
print(sorted([(2, "a"), (1, "b")], key=itemgetter(0)), len(operator.add.__doc__), operator.add.__text_signature__)

# expect: 3
# expect: 1024
# expect: TypeError unsupported operand type(s) for @: 'int' and 'int'
# expect: [1, 2]
# expect: TypeError 'int' object can't be concatenated
# expect: [1, 2]
# expect: True
# expect: True
# expect: True
# expect: 2
# expect: ValueError sequence.index(x): x not in sequence
# expect: 2
# expect: True
# expect: 3
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 5
# expect: 2
# expect: 9
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: {'a': 1}
# expect: TypeError call expected at least 1 argument, got 0
# expect: TypeError bad operand type for unary -: 'str'
# expect: 4
# expect: -6
# expect: True
# expect: TypeError '<=' not supported between instances of 'int' and 'str'
# expect: [1, 2]
# expect: True
# expect: False
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError comparing strings with non-ASCII characters is not supported
# expect: TypeError add expected 2 arguments, got 1
# expect: [9, 3] 3
# expect: b
# expect: ('b', 'c')
# expect: ('item', 'k')
# expect: (('item', 'k'), ('item', 2))
# expect: IndexError string index out of range
# expect: TypeError itemgetter expected 1 argument, got 0
# expect: TypeError itemgetter() takes no keyword arguments
# expect: TypeError itemgetter expected 1 argument, got 2
# expect: TypeError itemgetter() takes no keyword arguments
# expect: operator.itemgetter(slice(1, 2, None))
# expect: operator.itemgetter(1, 'b')
# expect: (<class 'operator.itemgetter'>, (1, 2))
# expect: (<class 'operator.itemgetter'>, ((1, 2),))
# expect: 1
# expect: ('n', 2)
# expect: AttributeError 'Thing' object has no attribute 'nope'
# expect: TypeError attribute name must be a string
# expect: TypeError attrgetter expected 1 argument, got 0
# expect: operator.attrgetter('a.b', 'c')
# expect: (<class 'operator.attrgetter'>, ('a.b', 'c'))
# expect: TypeError attrgetter expected 1 argument, got 2
# expect: ((1,), {'x': 2})
# expect: operator.methodcaller('meth', 1, x=2)
# expect: operator.methodcaller('meth')
# expect: (<class 'operator.methodcaller'>, ('meth', 4))
# expect: TypeError methodcaller needs at least one argument, the method name
# expect: TypeError method name must be a string
# expect: ABC
# expect: TypeError methodcaller expected 1 argument, got 0
# expect: <class 'operator.itemgetter'>
# expect: [(1, 'b'), (2, 'a')] 14 ($module, a, b, /)
