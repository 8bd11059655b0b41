# What the collector finds: rings of each kind of object, counted as CPython counts them.
import gc
import sys
import _weakref as weakref

gc.disable()
gc.collect()


class Node:
    pass


class Slotted:
    __slots__ = ("next", "__weakref__")


def ring_of_lists():
    a = []
    b = [a]
    a.append(b)


def ring_of_dicts():
    a = {}
    b = {"a": a}
    a["b"] = b


def ring_of_instances():
    a, b = Node(), Node()
    a.next, b.next = b, a


def ring_with_dict():
    a = Node()
    a.namespace = a.__dict__


def ring_with_dict_taken():
    a = Node()
    a.self = a
    a.__dict__


def ring_of_slots():
    a, b = Slotted(), Slotted()
    a.next, b.next = b, a


def ring_through_tuple():
    a = []
    a.append((1, (2, a)))


def ring_through_set():
    a = Node()
    a.members = {a}


def ring_through_closure():
    def f():
        return f


def ring_through_generator():
    def numbers():
        me = g
        yield 1

    g = numbers()
    next(g)


def ring_through_bound_method():
    a = Node()
    a.method = ring_owner.__get__(a)


def ring_owner(self):
    pass


def ring_of_class():
    class Local:
        def method(self):
            return Local


def ring_of_derived_class():
    class Base:
        pass

    class Derived(Base):
        pass


def ring_through_property():
    a = Node()
    a.p = property(lambda self: a)


def ring_through_iterator():
    a = []
    a.append(iter(a))


def ring_through_dict_view():
    a = {}
    a["items"] = a.items()


def ring_through_map():
    a = []
    a.append(map(len, a))


def ring_through_zip():
    a = []
    a.append(zip(a, a))


def ring_through_enumerate():
    a = []
    a.append(enumerate(a))


def ring_through_slice():
    a = []
    a.append(slice(a))


def ring_through_exception():
    try:
        raise ValueError("x")
    except ValueError as error:
        kept = error
        kept.self = kept


def ring_through_frame():
    frame = sys._getframe()


def ring_through_callable_iterator():
    a = []
    a.append(iter(a.pop, a))


def ring_through_reference():
    a = Node()
    a.reference = weakref.ref(a, lambda _, a=a: None)


def ring_through_staticmethod():
    a = Node()
    a.s = staticmethod(lambda: a)


def no_ring():
    a = [Node(), {"b": Node()}]


for make in [value for name, value in list(globals().items()) if name.startswith("ring_") or name == "no_ring"]:
    if make is ring_owner:
        continue
    make()
    print(make.__name__, gc.collect())
print(gc.garbage)

# expect: ring_of_lists 2
# expect: ring_of_dicts 2
# expect: ring_of_instances 2
# expect: ring_with_dict 0
# expect: ring_with_dict_taken 1
# expect: ring_of_slots 2
# expect: ring_through_tuple 3
# expect: ring_through_set 2
# expect: ring_through_closure 3
# expect: ring_through_generator 4
# expect: ring_through_bound_method 2
# expect: ring_of_class 9
# expect: ring_of_derived_class 9
# expect: ring_through_property 5
# expect: ring_through_iterator 2
# expect: ring_through_dict_view 2
# expect: ring_through_map 4
# expect: ring_through_zip 6
# expect: ring_through_enumerate 4
# expect: ring_through_slice 2
# expect: ring_through_exception 5
# expect: ring_through_frame 1
# expect: ring_through_callable_iterator 3
# expect: ring_through_reference 4
# expect: ring_through_staticmethod 6
# expect: no_ring 0
# expect: []
