# Classes: lookup, inheritance, metaclasses, slots, special methods.


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


print(D().who(), [k.__name__ for k in D.__mro__])
try:
    class E(A, B): pass
except TypeError as error:
    print(error)


class Meta(type):
    def __new__(meta, name, bases, namespace, **options):
        made = super().__new__(meta, name, bases, namespace)
        made.options = options
        return made

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    @classmethod
    def __prepare__(meta, name, bases, **options):
        return {"prepared": name}

    def __call__(cls, *args):
        print("calling", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 42


class M(metaclass=Meta, flavour="mint"):
    def __init__(self, x):
        self.x = x


print(M.options, M.prepared, M(3).x, len(M), type(M))


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = 1
print(s.a, hasattr(s, "b"), hasattr(s, "__dict__"))
for name in ("b", "c"):
    try:
        setattr(s, name, 1) if name == "c" else s.b
    except AttributeError as error:
        print(error)


class Hooked:
    subclasses = []

    def __init_subclass__(cls, /, tag=None, **rest):
        super().__init_subclass__(**rest)
        cls.subclasses.append((cls.__name__, tag))


class H1(Hooked, tag="one"): pass
class H2(H1): pass
print(Hooked.subclasses)


class Vector:
    def __init__(self, *parts): self.parts = parts
    def __repr__(self): return f"Vector{self.parts}"
    def __add__(self, other): return Vector(*(a + b for a, b in zip(self.parts, other.parts))) if isinstance(other, Vector) else NotImplemented
    def __mul__(self, k): return Vector(*(a * k for a in self.parts))
    __rmul__ = __mul__
    def __eq__(self, other): return isinstance(other, Vector) and self.parts == other.parts
    def __hash__(self): return hash(self.parts)
    def __getitem__(self, i): return self.parts[i]
    def __len__(self): return len(self.parts)
    def __bool__(self): return any(self.parts)
    def __contains__(self, x): return x in self.parts
    def __neg__(self): return self * -1
    def __iadd__(self, other): print("in place"); return self + other
    def __call__(self, i): return self[i]
    def __matmul__(self, other): return sum(a * b for a, b in zip(self, other))
    def __format__(self, spec): return "<" + ",".join(format(p, spec) for p in self.parts) + ">"


v, w = Vector(1, 2), Vector(3, 4)
print(v + w, 2 * v, v * 2, v == Vector(1, 2), v != w, -v, v @ w, 2 in v, v(1), list(v), f"{v:.1f}", bool(Vector(0)))
v += w
print(v, len({v, Vector(4, 6)}), v[::-1])
for action in (lambda: v + 1, lambda: 1 + v, lambda: v < w, lambda: v["a"], lambda: v.nothing, lambda: Vector.parts):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


class Lazy:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return name.upper()

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __dir__(self):
        return ["one"]


lazy = Lazy()
lazy.x = 1
print(lazy.x, lazy.y, dir(lazy), getattr(lazy, "_z", None))
del lazy.x
Dynamic = type("Dynamic", (A,), {"y": 5, "__doc__": "made"})
print(Dynamic().y, Dynamic.__doc__, Dynamic().who(), Dynamic.__module__, Dynamic)
a = A()
a.who = lambda: "instance"
print(a.who(), A.who(a), vars(a).keys())
a.__class__ = B
print(isinstance(a, B), B.who(a), issubclass(D, A), D.__base__, A.__subclasses__())
print(A.who, a.__eq__(3), A.__name__, B().who)if 0 else print(A.__qualname__, D.mro()[-1])


class Outer:
    class Inner:
        def f(self): pass


print(Outer.Inner.f.__qualname__, Outer.Inner)
class Generic:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(Generic[int])
print(object() == object(), isinstance(True, int), isinstance(3, (str, int)), isinstance(3, int | str))
class New:
    def __new__(cls, x):
        return super().__new__(cls) if x else None
    def __init__(self, x): print("init", x)
New(0); New(1)
try:
    A(1)
except TypeError as error:
    print(error)



# -- orders that a metaclass makes -------------------------------------------------------------------------------------
def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Upside(type):
    def mro(cls):
        order = super().mro()
        print("mro of", cls.__name__, cls.__mro__, cls.__dict__.get("early", lambda: None)())
        return order[:1] + order[-2:0:-1] + order[-1:]


class Left:
    name = "left"


class Right:
    name = "right"


class Both(Left, Right, metaclass=Upside):
    def early():
        return __class__


print(Both.name, [one.__name__ for one in Both.__mro__])
Both.__bases__ = (Right, Left)
print(Both.name, [one.__name__ for one in Both.__mro__])


class Wrong(type):
    answers = [(), (1,), 5, (int, object)]

    def mro(cls):
        return Wrong.answers.pop(0)


for _ in range(4):
    attempt(lambda: Wrong("W", (), {}))


# -- super, and what it finds ------------------------------------------------------------------------------------------
class Shadow:
    def __init__(self, *args):
        self.args = args

    def method(self):
        return "shadow", len(self.args)


def shadowed(super):
    class Child(Left):
        def method(self):
            return super().method()

    return [Child().method() for _ in range(20)][-1]


print(shadowed(Shadow))


class Makes:
    def __new__(cls):
        return object.__new__(cls)


class Plainly(Makes):
    pass


Plainly.__new__ = Makes.__new__


class Last(Plainly):
    def __new__(cls):
        return super().__new__(cls)


print([type(Last()).__name__ for _ in range(12)][-1])
attempt(lambda: super(Last, 5))
attempt(lambda: super(Last, int))
attempt(lambda: super(type, int).__setattr__(int, "name", 1))


# -- a class that calls itself for ever, comparisons that cannot be bound, values that look at the class as they end ---
class Calls:
    pass


Calls.__call__ = Calls()
attempt(Calls())


class Unbound:
    @property
    def __eq__(self):
        raise KeyError("never seen")

    __hash__ = None


print(Unbound() == 1, Unbound() != Unbound())


class Looks:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        print(self.number, Holds.value.number, Holds.__dict__["value"].number)


class Holds:
    value = Looks(1)


Holds.value
Holds.value = Looks(2)
Holds.value = Looks(3)
looks, Holds.value = Holds.value, Looks(4)
type.__setattr__(Holds, "".join(["__", "add__"]), lambda self, other: "sum")
print(Holds() + 1)


class Evil:
    def __hash__(self):
        return hash("attribute")

    def __eq__(self, other):
        try:
            del Carries.attribute
        except AttributeError:
            pass
        return False


class Fetched:
    def __get__(self, instance, owner):
        return "fetched"


class Carries:
    attribute = Fetched()


carries = Carries()
carries.__dict__[Evil()] = 0
print(carries.attribute, hasattr(carries, "attribute"))



# -- a note tells whose __set_name__ failed; built-in containers have no hash; comparisons and reprs too deep ------------
class Named:
    def __set_name__(self, owner, name):
        1 / 0


try:

    class Owner:
        named = Named()

except ZeroDivisionError as error:
    print(error.__notes__)
for kind in (list, dict, set, bytearray, type("L", (list,), {})):
    print(kind.__hash__)
attempt(lambda: hash(kind()))
one, other = {}, {}
one["a"], other["a"] = one, other
attempt(lambda: one == other)
one, other = [], []
one.append(one)
other.append(other)
attempt(lambda: one == other)
for wrap in (lambda inner: [inner], lambda inner: (inner,), lambda inner: {1: inner}):
    deep = 0
    for _ in range(20000):
        deep = wrap(deep)
    attempt(lambda: repr(deep))

# expect: DBCA ['D', 'B', 'C', 'A', 'object']
# expect: Cannot create a consistent method resolution order (MRO) for bases A, B
# expect: calling M (3,)
# expect: {'flavour': 'mint'} M 3 42 <class '__main__.Meta'>
# expect: 1 False False
# expect: 'Slots' object has no attribute 'b'
# expect: 'Slots' object has no attribute 'c' and no __dict__ for setting new attributes
# expect: [('H1', 'one'), ('H2', None)]
# expect: Vector(4, 6) Vector(2, 4) Vector(2, 4) True True Vector(-1, -2) 11 True 2 [1, 2] <1.0,2.0> False
# expect: in place
# expect: Vector(4, 6) 1 (6, 4)
# expect: TypeError unsupported operand type(s) for +: 'Vector' and 'int'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'Vector'
# expect: TypeError '<' not supported between instances of 'Vector' and 'Vector'
# expect: TypeError tuple indices must be integers or slices, not str
# expect: AttributeError 'Vector' object has no attribute 'nothing'
# expect: AttributeError type object 'Vector' has no attribute 'parts'
# expect: set x
# expect: 1 Y ['one'] None
# expect: del x
# expect: 5 made A __main__ <class '__main__.Dynamic'>
# expect: instance A dict_keys(['who'])
# expect: True BA True <class '__main__.B'> [<class '__main__.B'>, <class '__main__.C'>, <class '__main__.Dynamic'>]
# expect: A <class 'object'>
# expect: Outer.Inner.f <class '__main__.Outer.Inner'>
# expect: Generic[<class 'int'>]
# expect: False True True True
# expect: init 1
# expect: A() takes no arguments
# expect: mro of Both None <class '__main__.Both'>
# expect: right ['Both', 'Right', 'Left', 'object']
# expect: mro of Both (<class '__main__.Both'>, <class '__main__.Right'>, <class '__main__.Left'>, <class 'object'>) <class '__main__.Both'>
# expect: left ['Both', 'Left', 'Right', 'object']
# expect: TypeError type MRO must not be empty
# expect: TypeError mro() returned a non-class ('int')
# expect: TypeError 'int' object is not iterable
# expect: TypeError mro() returned base with unsuitable layout ('int')
# expect: ('shadow', 0)
# expect: Last
# expect: TypeError super(type, obj): obj (instance of int) is not an instance or subtype of type (Last).
# expect: TypeError super(type, obj): obj (type int) is not an instance or subtype of type (Last).
# expect: TypeError  expected 2 arguments, got 3
# expect: RecursionError maximum recursion depth exceeded while calling a Python object
# expect: False True
# expect: 1 2 2
# expect: 2 3 3
# expect: sum
# expect: fetched False
# expect: ["Error calling __set_name__ on 'Named' instance 'named' in 'Owner'"]
# expect: None
# expect: None
# expect: None
# expect: None
# expect: None
# expect: TypeError unhashable type: 'L'
# expect: RecursionError maximum recursion depth exceeded in comparison
# expect: RecursionError maximum recursion depth exceeded in comparison
# expect: RecursionError maximum recursion depth exceeded while getting the repr of an object
# expect: RecursionError maximum recursion depth exceeded while getting the repr of an object
# expect: RecursionError maximum recursion depth exceeded while getting the repr of an object
# expect: 3 4 4
# expect: 4 4 4
