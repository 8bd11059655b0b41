# Abstract base classes: registries, caches and the abstract methods that keep classes from being made.
import abc
import _abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...

    @property
    @abc.abstractmethod
    def name(self):
        ...


print(sorted(Shape.__abstractmethods__))
try:
    Shape()
except TypeError as error:
    print(error)


class Half(Shape):
    def area(self):
        return 1


try:
    Half()
except TypeError as error:
    print(error)


class Whole(Half):
    name = "whole"


print(Whole().name, Whole().area(), isinstance(Whole(), Shape))


class Stranger:
    pass


print(issubclass(Stranger, Shape), isinstance(Stranger(), Shape))
before = abc.get_cache_token()
print(Shape.register(Stranger) is Stranger, abc.get_cache_token() - before)
print(issubclass(Stranger, Shape), isinstance(Stranger(), Shape))


class Kid(Stranger):
    pass


print(issubclass(Kid, Shape), isinstance(Kid(), Shape), isinstance(3, Shape))
registry, cache, negative, version = _abc._get_dump(Shape)
print(sorted(r().__name__ for r in registry), sorted(r().__name__ for r in cache), sorted(r().__name__ for r in negative))
_abc._reset_caches(Shape)
print([len(s) for s in _abc._get_dump(Shape)[:3]])
_abc._reset_registry(Shape)
print(issubclass(Stranger, Shape))

for call in (
    lambda: Shape.register(3),
    lambda: Half.register(Shape),
    lambda: issubclass(3, Shape),
    lambda: _abc._abc_subclasscheck(int, int),
    lambda: _abc._abc_data(1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Hooked(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if other is int:
            return True
        if other is str:
            return False
        if other is bytes:
            return 7
        return NotImplemented


print(issubclass(int, Hooked), issubclass(bool, Hooked), issubclass(str, Hooked), isinstance(1.5, Hooked))
try:
    issubclass(bytes, Hooked)
except AssertionError as error:
    print(error)


def made():
    class Passing:
        pass

    Hooked.register(Passing)
    return issubclass(Passing, Hooked)


import gc

print(made())
gc.collect()
print(len(_abc._get_dump(Hooked)[0]))

from collections.abc import Mapping, Sequence, Iterable, Callable


class Mine:
    def __len__(self):
        return 0


Sequence.register(Mine)
match Mine():
    case []:
        print("sequence")
    case _:
        print("other")
print(isinstance({}, Mapping), isinstance((), Sequence), isinstance("", Iterable), isinstance(len, Callable))
print(Shape._abc_impl.__class__)

# expect: ['area', 'name']
# expect: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
# expect: Can't instantiate abstract class Half without an implementation for abstract method 'name'
# expect: whole 1 True
# expect: False False
# expect: True 1
# expect: True True
# expect: True True False
# expect: ['Stranger'] ['Kid', 'Whole'] ['int']
# expect: [1, 0, 0]
# expect: False
# expect: TypeError Can only register classes
# expect: RuntimeError Refusing to create an inheritance cycle
# expect: TypeError issubclass() arg 1 must be a class
# expect: AttributeError type object 'int' has no attribute '_abc_impl'
# expect: AttributeError module '_abc' has no attribute '_abc_data'
# expect: True False False False
# expect: __subclasshook__ must return either False, True, or NotImplemented
# expect: True
# expect: 0
# expect: sequence
# expect: True True True True
# expect: <class '_abc._abc_data'>
