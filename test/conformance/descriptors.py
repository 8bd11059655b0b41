# Descriptors, properties, decorators, static and class methods.


class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = name; print("named", owner.__name__, name)
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__[self.name]
    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} wants {self.kind.__name__}")
        instance.__dict__[self.name] = value
    def __delete__(self, instance): print("deleted", self.name); del instance.__dict__[self.name]


class Point:
    x = Typed(int)
    y = Typed(int)

    def __init__(self, x, y):
        self.x, self.y = x, y

    @property
    def length(self):
        "distance"
        return (self.x**2 + self.y**2) ** 0.5

    @length.setter
    def length(self, value):
        scale = value / self.length
        self.x, self.y = int(self.x * scale), int(self.y * scale)

    @length.deleter
    def length(self):
        self.x = self.y = 0

    @classmethod
    def origin(cls): return cls(0, 0)

    @staticmethod
    def add(a, b): return a + b


p = Point(3, 4)
print(p.length, Point.length.__doc__, Point.x.name)
p.length = 10
print(p.x, p.y)
del p.length
print(p.x, Point.origin().y, p.add(1, 2), Point.add(3, 4))
for action in (lambda: Point("a", 1), lambda: p.nothing):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(error)
del p.x
try:
    p.x
except KeyError as error:
    print("KeyError", error)


class ReadOnly:
    @property
    def value(self): return 1


r = ReadOnly()
for action in ("r.value = 2", "del r.value"):
    try:
        exec(action)
    except AttributeError as error:
        print(error)


class NonData:
    def __get__(self, instance, owner): return "from descriptor"


class Owner:
    attribute = NonData()


o = Owner()
print(o.attribute)
o.__dict__["attribute"] = "from instance"
print(o.attribute, Owner.attribute)


def trace(f):
    def wrapper(*args, **kwargs):
        print(">", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("<", result)
        return result
    wrapper.__wrapped__ = f
    return wrapper


def repeat(n):
    print("repeat", n)
    def decorate(f):
        print("decorating", f.__name__)
        return lambda *a: [f(*a) for _ in range(n)]
    return decorate


@trace
def power(base, exponent=2): return base**exponent


@repeat(2)
@repeat(3)
def five(): return 5


power(3)
power(2, exponent=5)
print(five())


@lambda cls: (setattr(cls, "tagged", True), cls)[1]
class Tagged: pass


print(Tagged.tagged)
m = p.origin
print(m.__self__ is Point, m.__func__.__name__, Point.__dict__["add"].__func__(1, 1))
print(type(Point.__dict__["length"]), type(Point.__dict__["origin"]), type(Point.add), type(p.origin))


class WithCall:
    def __get__(self, instance, owner): return lambda: (instance is not None, owner.__name__)


class Uses:
    w = WithCall()
    __call__ = lambda self, x: x * 2


print(Uses().w(), Uses.w(), Uses()(4))
print(str.upper.__get__("abc")(), len.__self__.__name__, (1).__add__(2), [].append.__name__)



# -- what static and class methods copy; what functions and tracebacks keep --------------------------------------------
def documented(x: int):
    "documented"


for made in (classmethod(documented), staticmethod(documented), staticmethod(1)):
    print(sorted(made.__dict__), made.__wrapped__ in (documented, 1))
print(classmethod(documented).__annotations__)
for name, value in (("__dict__", None), ("__dict__", 5), ("__type_params__", None), ("__type_params__", [])):
    try:
        setattr(documented, name, value)
    except TypeError as error:
        print(error)
for name in ("__dict__", "__type_params__"):
    try:
        delattr(documented, name)
    except TypeError as error:
        print(error)
try:
    1 / 0
except ZeroDivisionError as error:
    print(dir(error.__traceback__))
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("error")
    for truth in (bool, lambda o: not o):
        try:
            truth(NotImplemented)
        except DeprecationWarning as warning:
            print(warning)

# expect: named Point x
# expect: named Point y
# expect: 5.0 distance x
# expect: 6 8
# expect: 0 0 3 7
# expect: x wants int
# expect: 'Point' object has no attribute 'nothing'
# expect: deleted x
# expect: KeyError 'x'
# expect: property 'value' of 'ReadOnly' object has no setter
# expect: property 'value' of 'ReadOnly' object has no deleter
# expect: from descriptor
# expect: from instance from descriptor
# expect: repeat 2
# expect: repeat 3
# expect: decorating five
# expect: decorating <lambda>
# expect: > power (3,) {}
# expect: < 9
# expect: > power (2,) {'exponent': 5}
# expect: < 32
# expect: [[5, 5, 5], [5, 5, 5]]
# expect: True
# expect: True origin 2
# expect: <class 'property'> <class 'classmethod'> <class 'function'> <class 'method'>
# expect: (True, 'Uses') (False, 'Uses') 8
# expect: ABC builtins 3 append
# expect: ['__annotations__', '__doc__', '__module__', '__name__', '__qualname__'] True
# expect: ['__annotations__', '__doc__', '__module__', '__name__', '__qualname__'] True
# expect: ['__doc__'] True
# expect: {'x': <class 'int'>}
# expect: __dict__ must be set to a dictionary, not a 'NoneType'
# expect: __dict__ must be set to a dictionary, not a 'int'
# expect: __type_params__ must be set to a tuple
# expect: __type_params__ must be set to a tuple
# expect: cannot delete __dict__
# expect: __type_params__ must be set to a tuple
# expect: ['tb_frame', 'tb_lasti', 'tb_lineno', 'tb_next']
# expect: NotImplemented should not be used in a boolean context
# expect: NotImplemented should not be used in a boolean context
