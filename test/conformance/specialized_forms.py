# Which forms instructions take after some runs: read from the adaptive bytecode, counters and all that decides included.
import opcode
import types

NAMES = {number: name for name, number in {**opcode.opmap, **opcode._specialized_opmap}.items()}
SPECIALIZED = set(opcode._specialized_opmap)
GENERIC = {form: name for name, forms in opcode._specializations.items() for form in forms}


def forms(code):
    """The specialised instructions of a code object, and of those in its constants."""
    adaptive = code._co_code_adaptive
    found = []
    at = 0
    while at < len(adaptive):
        name = NAMES[adaptive[at]]
        if name in SPECIALIZED and name != "RESUME_CHECK":
            found.append(name)
        at += 2 + 2 * opcode._inline_cache_entries.get(GENERIC.get(name, name), 0)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found += [f"{constant.co_name}:{name}" for name in forms(constant)]
    return found


def show(f, *rows, times=8):
    for _ in range(times):
        for row in rows:
            try:
                f(*row)
            except (TypeError, AttributeError, KeyError, IndexError, ValueError):
                pass
    print(f.__name__, *forms(f.__code__))


class Plain:
    limit = 3

    def __init__(self, x=1):
        self.x = x

    def method(self, y):
        return y

    @property
    def double(self):
        return self.x * 2

    @classmethod
    def make(cls):
        return cls(1)

    @staticmethod
    def still(z):
        return z

    def __getitem__(self, key):
        return key


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


class Late(Plain):
    def __init__(self):
        super().__init__(5)
        self.y = super().limit


class Watching:
    def __getattribute__(self, name):
        return 7


class Hooked:
    def __getattr__(self, name):
        return 8


class Listy(list):
    def size(self):
        return len(self)


class Complex:
    def __init__(self, *args, key=None):
        self.args = args


class Descriptor:
    def __get__(self, instance, owner):
        return 9


class Described:
    d = Descriptor()


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    value = 1


def arithmetic(a, b):
    c = a + b
    c -= a
    return c * b


def text(a, b):
    a = a + b
    c = a + b
    return a == b, c != a


def compare(a, b):
    if a < b:
        return a == b
    return (a > b) + 0


def truth(a):
    if a:
        return not a
    return None


def items(a, k):
    x = a[k]
    a[k] = x
    return k in a


def read(a, k):
    return a[k]


def contains(a, k):
    return k in a, k not in a


def load(o):
    return o.x, o.limit, o.method, o.double


def call_methods(o):
    o.method(1)
    o.still(2)
    o.make()


def store(o):
    o.x = 1


def slots(o):
    o.b = o.a
    return o.b


def one_attribute(o):
    return o.whatever


def own_class(o):
    return o.__class__


def classes():
    return Plain.limit, Plain.method, WithMeta.value


def described(o):
    return o.d


def list_method(o):
    return o.size()


def module_attribute():
    return opcode.opmap, opcode.EXTENDED_ARG


def loops(a):
    for x in a:
        pass


def generated():
    for x in (y for y in (1, 2, 3)):
        pass


def delegating():
    yield from inner()


def inner():
    yield 1
    yield 2


def exhaust():
    list(delegating())


def unpack(a):
    x, y = a


def unpack_three(a):
    x, y, z = a


def two(a, b):
    return a


def defaults(a, b=2, *, c=3):
    return a


def python_calls():
    two(1, 2)
    defaults(1)
    two(b=1, a=2)


bound = Plain(1).method
bound_default = Complex().__init__


def bound_calls():
    bound(1)
    bound_default(1)


def builtin_calls(s, n):
    len(s)
    isinstance(s, list)
    abs(n)
    getattr(s, "append")
    sorted(s)
    print("", end="")
    max(n, 2)


def class_calls(s):
    str(s)
    type(s)
    tuple(s)
    list(s)
    dict()
    int("3")
    Plain(1)
    Late()
    Complex(1)
    Slotted()


def method_calls(s, t):
    s.append(1)
    s.pop()
    s.copy()
    s.index(1, 0)
    t.split(",")
    t.split(sep=",")
    t.join(s)
    t.upper()
    t.encode("utf-8")
    s.sort()


class Callable:
    def __call__(self):
        return 1


def odd_calls(o):
    o()


def shadowed(o):
    return o.method


def shadowed_value(o):
    return o.limit


def shadowed_call(o):
    return o.method()


def shadowed_other(o):
    return o.d


def dictionary(o):
    o.x = o.x


show(arithmetic, (1, 2))
show(arithmetic, (1.5, 2.5))
show(arithmetic, (1, 2.5))
show(types.FunctionType(arithmetic.__code__.replace(), {}, "arithmetic_fresh"), (1.5, 2.5))
show(text, ("a", "b"))
for row in (1, 2), (1.5, 2.0), ("a", "b"), (1 << 40, 2), ([1], [2]), (None, 1):
    show(types.FunctionType(compare.__code__.replace(), {}), row)
for value in 1, "a", [1], None, True, Plain(), 1.5, {}, object():
    show(types.FunctionType(truth.__code__.replace(), {}), (value,))
for row in ([1, 2], 1), ((1, 2), 0), ({"a": 1}, "a"), ([1], -1), ("abc", 1), (bytearray(3), 1), ([1, 2], True):
    show(types.FunctionType(items.__code__.replace(), {}), row)
for row in ([1, 2], 1), ((1, 2), 0), ({"a": 1}, "a"), ("abc", 1), ("äbc", 0), (Plain(), 3), ([1, 2], slice(1)), (b"ab", 1):
    show(types.FunctionType(read.__code__.replace(), {}), row)
for container in {1: 2}, {1}, frozenset({1}), [1], "1":
    show(types.FunctionType(contains.__code__.replace(), {}), (container, 1))
show(load, (Plain(),))
show(call_methods, (Plain(),))
show(store, (Plain(),))
show(slots, (Slotted(),))
for o in Watching(), Hooked(), Plain(), WithMeta, opcode:
    show(types.FunctionType(one_attribute.__code__.replace(), {}), (o,))
for o in Plain(), 1, Slotted(), Plain, "a":
    show(types.FunctionType(own_class.__code__.replace(), {}), (o,))
show(classes, ())
show(described, (Described(),))
show(list_method, (Listy(),))
show(module_attribute, ())
for a in [1, 2], (1, 2), range(3), {1: 2}, "ab", iter([1]):
    show(types.FunctionType(loops.__code__.replace(), {}), (a,))
show(generated, ())
show(exhaust, ())
print(forms(delegating.__code__))
for a in (1, 2), [1, 2], "ab", (1, 2, 3):
    show(types.FunctionType(unpack.__code__.replace(), {}), (a,))
for a in (1, 2, 3), [1, 2, 3], range(3):
    show(types.FunctionType(unpack_three.__code__.replace(), {}), (a,))
show(python_calls, ())
show(bound_calls, ())
show(builtin_calls, ([1], 1))
show(class_calls, ([1],))
print(forms(Late.__init__.__code__), forms(Plain.__init__.__code__), forms(Slotted.__init__.__code__))
show(method_calls, ([1], "a,b"))
show(odd_calls, (Callable(),))
with_own = Plain()
with_own.method = 1
with_own.limit = 1
show(shadowed, (with_own,))
show(shadowed_value, (with_own,))
show(shadowed_call, (with_own,))
own_d = Described()
own_d.d = 1
show(shadowed_other, (own_d,))
for name in "method", "limit", "other":
    replaced = Plain()
    replaced.__dict__ = {name: 1}
    show(types.FunctionType(shadowed.__code__.replace(), {}), (replaced,))
    show(types.FunctionType(shadowed_value.__code__.replace(), {}), (replaced,))
    show(types.FunctionType(shadowed_call.__code__.replace(), {}), (replaced,))
with_dict = Plain()
with_dict.__dict__["extra"] = 1
show(dictionary, (with_dict,))
emptied = Plain()
emptied.__dict__ = {"x": 1}
show(types.FunctionType(dictionary.__code__.replace(), {}), (emptied,))


# A form that finds its guess wrong again and again is given up for another, after its cooldown.
def changing(a, b):
    return a + b


for count, row in (3, (1, 2)), (10, (1.5, 2.5)), (60, (1.5, 2.5)), (60, ("a", "b")), (300, (1, 2.5)):
    show(changing, row, times=count)

# expect: arithmetic BINARY_OP_ADD_INT BINARY_OP_SUBTRACT_INT BINARY_OP_MULTIPLY_INT
# expect: arithmetic BINARY_OP_ADD_INT BINARY_OP_SUBTRACT_INT BINARY_OP_MULTIPLY_INT
# expect: arithmetic BINARY_OP_ADD_INT BINARY_OP_SUBTRACT_INT BINARY_OP_MULTIPLY_INT
# expect: arithmetic_fresh BINARY_OP_ADD_FLOAT BINARY_OP_SUBTRACT_FLOAT BINARY_OP_MULTIPLY_FLOAT
# expect: text BINARY_OP_INPLACE_ADD_UNICODE BINARY_OP_ADD_UNICODE COMPARE_OP_STR COMPARE_OP_STR
# expect: compare COMPARE_OP_INT COMPARE_OP_INT
# expect: compare COMPARE_OP_FLOAT COMPARE_OP_FLOAT
# expect: compare COMPARE_OP_STR
# expect: compare
# expect: compare
# expect: compare
# expect: truth TO_BOOL_INT TO_BOOL_INT
# expect: truth TO_BOOL_STR TO_BOOL_STR
# expect: truth TO_BOOL_LIST TO_BOOL_LIST
# expect: truth TO_BOOL_NONE
# expect: truth TO_BOOL_BOOL TO_BOOL_BOOL
# expect: truth TO_BOOL_ALWAYS_TRUE TO_BOOL_ALWAYS_TRUE
# expect: truth
# expect: truth
# expect: truth
# expect: items BINARY_SUBSCR_LIST_INT STORE_SUBSCR_LIST_INT
# expect: items BINARY_SUBSCR_TUPLE_INT
# expect: items BINARY_SUBSCR_DICT STORE_SUBSCR_DICT CONTAINS_OP_DICT
# expect: items
# expect: items BINARY_SUBSCR_STR_INT
# expect: items
# expect: items
# expect: read BINARY_SUBSCR_LIST_INT
# expect: read BINARY_SUBSCR_TUPLE_INT
# expect: read BINARY_SUBSCR_DICT
# expect: read BINARY_SUBSCR_STR_INT
# expect: read BINARY_SUBSCR_STR_INT
# expect: read BINARY_SUBSCR_GETITEM
# expect: read
# expect: read
# expect: contains CONTAINS_OP_DICT CONTAINS_OP_DICT
# expect: contains CONTAINS_OP_SET CONTAINS_OP_SET
# expect: contains CONTAINS_OP_SET CONTAINS_OP_SET
# expect: contains
# expect: contains
# expect: load LOAD_ATTR_INSTANCE_VALUE LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES LOAD_ATTR_PROPERTY
# expect: call_methods LOAD_ATTR_METHOD_WITH_VALUES CALL_PY_EXACT_ARGS CALL_PY_EXACT_ARGS CALL_BOUND_METHOD_EXACT_ARGS
# expect: store STORE_ATTR_INSTANCE_VALUE
# expect: slots LOAD_ATTR_SLOT STORE_ATTR_SLOT LOAD_ATTR_SLOT
# expect: one_attribute LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN
# expect: one_attribute
# expect: one_attribute
# expect: one_attribute
# expect: one_attribute
# expect: own_class LOAD_ATTR_SLOT
# expect: own_class LOAD_ATTR_SLOT
# expect: own_class LOAD_ATTR_SLOT
# expect: own_class
# expect: own_class LOAD_ATTR_SLOT
# expect: classes LOAD_GLOBAL_MODULE LOAD_ATTR_CLASS LOAD_GLOBAL_MODULE LOAD_ATTR_CLASS LOAD_GLOBAL_MODULE
# expect: described
# expect: list_method LOAD_ATTR_METHOD_LAZY_DICT CALL_PY_EXACT_ARGS
# expect: module_attribute LOAD_GLOBAL_MODULE LOAD_ATTR_MODULE LOAD_GLOBAL_MODULE LOAD_ATTR_MODULE
# expect: loops FOR_ITER_LIST
# expect: loops FOR_ITER_TUPLE
# expect: loops FOR_ITER_RANGE
# expect: loops
# expect: loops
# expect: loops FOR_ITER_LIST
# expect: generated CALL_PY_EXACT_ARGS FOR_ITER_GEN <genexpr>:FOR_ITER_TUPLE
# expect: exhaust LOAD_GLOBAL_BUILTIN LOAD_GLOBAL_MODULE CALL_PY_EXACT_ARGS CALL_BUILTIN_CLASS
# expect: ['LOAD_GLOBAL_MODULE', 'CALL_PY_EXACT_ARGS', 'SEND_GEN']
# expect: unpack UNPACK_SEQUENCE_TWO_TUPLE
# expect: unpack UNPACK_SEQUENCE_LIST
# expect: unpack
# expect: unpack
# expect: unpack_three UNPACK_SEQUENCE_TUPLE
# expect: unpack_three UNPACK_SEQUENCE_LIST
# expect: unpack_three
# expect: python_calls LOAD_GLOBAL_MODULE CALL_PY_EXACT_ARGS LOAD_GLOBAL_MODULE CALL_PY_GENERAL LOAD_GLOBAL_MODULE
# expect: bound_calls LOAD_GLOBAL_MODULE CALL_BOUND_METHOD_EXACT_ARGS LOAD_GLOBAL_MODULE CALL_BOUND_METHOD_GENERAL
# expect: builtin_calls LOAD_GLOBAL_BUILTIN CALL_LEN LOAD_GLOBAL_BUILTIN LOAD_GLOBAL_BUILTIN CALL_ISINSTANCE LOAD_GLOBAL_BUILTIN CALL_BUILTIN_O LOAD_GLOBAL_BUILTIN CALL_BUILTIN_FAST LOAD_GLOBAL_BUILTIN CALL_BUILTIN_FAST_WITH_KEYWORDS LOAD_GLOBAL_BUILTIN LOAD_GLOBAL_BUILTIN CALL_BUILTIN_FAST_WITH_KEYWORDS
# expect: class_calls LOAD_GLOBAL_BUILTIN CALL_STR_1 LOAD_GLOBAL_BUILTIN CALL_TYPE_1 LOAD_GLOBAL_BUILTIN CALL_TUPLE_1 LOAD_GLOBAL_BUILTIN CALL_BUILTIN_CLASS LOAD_GLOBAL_BUILTIN CALL_BUILTIN_CLASS LOAD_GLOBAL_BUILTIN CALL_BUILTIN_CLASS LOAD_GLOBAL_MODULE CALL_ALLOC_AND_ENTER_INIT LOAD_GLOBAL_MODULE CALL_ALLOC_AND_ENTER_INIT LOAD_GLOBAL_MODULE CALL_NON_PY_GENERAL LOAD_GLOBAL_MODULE CALL_NON_PY_GENERAL
# expect: ['LOAD_GLOBAL_BUILTIN', 'LOAD_SUPER_ATTR_METHOD', 'CALL_PY_EXACT_ARGS', 'LOAD_GLOBAL_BUILTIN', 'LOAD_SUPER_ATTR_ATTR', 'STORE_ATTR_INSTANCE_VALUE'] ['STORE_ATTR_INSTANCE_VALUE'] ['STORE_ATTR_SLOT']
# expect: method_calls LOAD_ATTR_METHOD_NO_DICT CALL_LIST_APPEND LOAD_ATTR_METHOD_NO_DICT CALL_METHOD_DESCRIPTOR_FAST LOAD_ATTR_METHOD_NO_DICT CALL_METHOD_DESCRIPTOR_NOARGS LOAD_ATTR_METHOD_NO_DICT CALL_METHOD_DESCRIPTOR_FAST LOAD_ATTR_METHOD_NO_DICT CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS LOAD_ATTR_METHOD_NO_DICT LOAD_ATTR_METHOD_NO_DICT CALL_METHOD_DESCRIPTOR_O
# expect: odd_calls CALL_NON_PY_GENERAL
# expect: shadowed
# expect: shadowed_value
# expect: shadowed_call CALL_NON_PY_GENERAL
# expect: shadowed_other
# expect: shadowed
# expect: shadowed_value
# expect: shadowed_call CALL_NON_PY_GENERAL
# expect: shadowed
# expect: shadowed_value
# expect: shadowed_call CALL_PY_GENERAL
# expect: shadowed
# expect: shadowed_value
# expect: shadowed_call CALL_PY_GENERAL
# expect: dictionary LOAD_ATTR_INSTANCE_VALUE STORE_ATTR_INSTANCE_VALUE
# expect: dictionary LOAD_ATTR_WITH_HINT STORE_ATTR_WITH_HINT
# expect: changing BINARY_OP_ADD_INT
# expect: changing BINARY_OP_ADD_INT
# expect: changing BINARY_OP_ADD_FLOAT
# expect: changing BINARY_OP_ADD_UNICODE
# expect: changing
