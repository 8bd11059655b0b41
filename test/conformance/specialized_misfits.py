# Instructions that were specialised meet what they were not made for: slots of other classes, functions whose code was
# exchanged, and attributes that a function answers while the value stack is full.


def outcome(call, *arguments):
    try:
        return str(call(*arguments))[:60]
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def repeated(call, *arguments):
    outcomes = [outcome(call, *arguments) for _ in range(40)]
    print(outcomes[0], outcomes[1:] == outcomes[:-1])


# -- a slot's descriptor in a class that has no such slot --------------------------------------------------------------------
class Slotted:
    __slots__ = ("slot", "other")


class Borrows:
    slot = Slotted.slot


class Shadows:
    __slots__ = ("own",)
    slot = Slotted.slot


class Inherits(Slotted):
    __slots__ = ()
    renamed = Slotted.slot


def load(o):
    return o.slot


def store(o):
    o.slot = 42


def delete(o):
    del o.slot


for kind in Borrows, Shadows:
    o = kind()
    if kind is Shadows:
        o.own = "untouched"
    for code in load, store, delete:
        repeated(code, o)
    if kind is Shadows:
        print(o.own)
o = Inherits()
o.slot = 5
repeated(load, o)
repeated(lambda: o.renamed)
repeated(load, Borrows())
print(o.renamed)


# -- another code in a function that is called in place ----------------------------------------------------------------------
def count(self, *rest):
    return len(rest), type(rest).__name__


def keyword(self, *, key=7):
    return key


def default(self, x=3):
    return x


def two(self, a, b=9):
    return a, b


def generator(self):
    yield 1


def needs_two(self, a, b):
    return a, b


def change(function, new):
    function.__code__ = new.__code__
    function.__defaults__ = new.__defaults__
    function.__kwdefaults__ = new.__kwdefaults__


def instances(new):
    class Made:
        def __init__(self):
            self.n = 0

    return Made.__init__, lambda: Made().__dict__


def properties(new):
    class Made:
        @property
        def p(self):
            return "old"

    o = Made()
    return Made.p.fget, lambda: type(o.p).__name__ if new is generator else o.p


def subscripts(new):
    class Made:
        def __getitem__(self, index):
            return index

    o = Made()
    return Made.__getitem__, lambda: type(o[5]).__name__ if new is generator else o[5]


def attributes(new):
    class Made:
        def __getattribute__(self, name):
            return name

    o = Made()
    return Made.__dict__["__getattribute__"], lambda: type(o.zz).__name__ if new is generator else o.zz


def methods(new):
    class Made:
        def m(self):
            return "old"

    o = Made()
    return Made.m, lambda: type(o.m()).__name__ if new is generator else o.m()


def functions(new):
    def function(x):
        return "old"

    return function, lambda: type(function(5)).__name__ if new is generator else function(5)


for place in instances, properties, subscripts, attributes, methods, functions:
    for new in count, keyword, default, two, generator, needs_two:
        function, call = place(new)
        before = [outcome(call) for _ in range(40)]
        change(function, new)
        after = [outcome(call) for _ in range(40)]
        print(place.__name__, new.__name__, before[0], before[0] == before[-1], after[0], after[0] == after[-1])


# -- __getattribute__ in Python, wanted when the stack has no room left ------------------------------------------------------
class Answers:
    def __getattribute__(self, name):
        return name


class Checks:
    def __getattribute__(self, name):
        return object.__getattribute__(self, name)


def wide(a, b, c, d):
    return a, b, c, d


def call_deep(o):
    return wide(1, 2, 3, o.fourth)


def call_shallow(o):
    return o.first


def call_many(o):
    return [o.a, o.b, (o.c, {o.d: o.e})]


o = Answers()
for code in call_deep, call_shallow, call_many:
    repeated(code, o)
checked = Checks()
object.__setattr__(checked, "fourth", 4)
repeated(call_deep, checked)
repeated(call_shallow, checked)


def exec_in(o, code):
    exec(code, o.namespace)


class Module:
    def __getattribute__(self, name):
        return names if name == "namespace" else object.__getattribute__(self, name)


names = {"n": 0}
for _ in range(20):
    exec_in(Module(), "n += 1")
print(names["n"])

# expect: TypeError: descriptor 'slot' for 'Slotted' objects doesn't apply to a 'Borrows' object True
# expect: TypeError: descriptor 'slot' for 'Slotted' objects doesn't apply to a 'Borrows' object True
# expect: TypeError: descriptor 'slot' for 'Slotted' objects doesn't apply to a 'Borrows' object True
# expect: TypeError: descriptor 'slot' for 'Slotted' objects doesn't apply to a 'Shadows' object True
# expect: TypeError: descriptor 'slot' for 'Slotted' objects doesn't apply to a 'Shadows' object True
# expect: TypeError: descriptor 'slot' for 'Slotted' objects doesn't apply to a 'Shadows' object True
# expect: untouched
# expect: 5 True
# expect: 5 True
# expect: TypeError: descriptor 'slot' for 'Slotted' objects doesn't apply to a 'Borrows' object True
# expect: 5
# expect: instances count {'n': 0} True TypeError: __init__() should return None, not 'tuple' True
# expect: instances keyword {'n': 0} True TypeError: __init__() should return None, not 'int' True
# expect: instances default {'n': 0} True TypeError: __init__() should return None, not 'int' True
# expect: instances two {'n': 0} True TypeError: instances.<locals>.Made.__init__() missing 1 required positional argument: 'a' True
# expect: instances generator {'n': 0} True TypeError: __init__() should return None, not 'generator' True
# expect: instances needs_two {'n': 0} True TypeError: instances.<locals>.Made.__init__() missing 2 required positional arguments: 'a' and 'b' True
# expect: properties count old True (0, 'tuple') True
# expect: properties keyword old True 7 True
# expect: properties default old True 3 True
# expect: properties two old True TypeError: properties.<locals>.Made.p() missing 1 required positional argument: 'a' True
# expect: properties generator str True generator True
# expect: properties needs_two old True TypeError: properties.<locals>.Made.p() missing 2 required positional arguments: 'a' and 'b' True
# expect: subscripts count 5 True (1, 'tuple') True
# expect: subscripts keyword 5 True TypeError: subscripts.<locals>.Made.__getitem__() takes 1 positional argument but 2 were given True
# expect: subscripts default 5 True 5 True
# expect: subscripts two 5 True (5, 9) True
# expect: subscripts generator int True TypeError: subscripts.<locals>.Made.__getitem__() takes 1 positional argument but 2 were given True
# expect: subscripts needs_two 5 True TypeError: subscripts.<locals>.Made.__getitem__() missing 1 required positional argument: 'b' True
# expect: attributes count zz True (1, 'tuple') True
# expect: attributes keyword zz True TypeError: attributes.<locals>.Made.__getattribute__() takes 1 positional argument but 2 were given True
# expect: attributes default zz True zz True
# expect: attributes two zz True ('zz', 9) True
# expect: attributes generator str True TypeError: attributes.<locals>.Made.__getattribute__() takes 1 positional argument but 2 were given True
# expect: attributes needs_two zz True TypeError: attributes.<locals>.Made.__getattribute__() missing 1 required positional argument: 'b' True
# expect: methods count old True (0, 'tuple') True
# expect: methods keyword old True 7 True
# expect: methods default old True 3 True
# expect: methods two old True TypeError: methods.<locals>.Made.m() missing 1 required positional argument: 'a' True
# expect: methods generator str True generator True
# expect: methods needs_two old True TypeError: methods.<locals>.Made.m() missing 2 required positional arguments: 'a' and 'b' True
# expect: functions count old True (0, 'tuple') True
# expect: functions keyword old True 7 True
# expect: functions default old True 3 True
# expect: functions two old True TypeError: functions.<locals>.function() missing 1 required positional argument: 'a' True
# expect: functions generator str True generator True
# expect: functions needs_two old True TypeError: functions.<locals>.function() missing 2 required positional arguments: 'a' and 'b' True
# expect: (1, 2, 3, 'fourth') True
# expect: first True
# expect: ['a', 'b', ('c', {'d': 'e'})] True
# expect: (1, 2, 3, 4) True
# expect: AttributeError: 'Checks' object has no attribute 'first' True
# expect: 20
# expect-stderr: specialized_misfits.py:90: DeprecationWarning: Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)
# expect-stderr:   function.__code__ = new.__code__
