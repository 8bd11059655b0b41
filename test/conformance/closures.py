# Closures: cells are shared, found late, and can be empty.


def counters():
    count = 0

    def up(by=1):
        nonlocal count
        count += by
        return count

    def read():
        return count

    return up, read


up, read = counters()
up()
up(5)
print(read(), up.__closure__[0] is read.__closure__[0], up.__code__.co_freevars)  # expect: 6 True ('count',)
print([f() for f in [lambda: i for i in range(3)]])  # expect: [2, 2, 2]
print([f() for f in [lambda i=i: i for i in range(3)]])  # expect: [0, 1, 2]


def late():
    def inner():
        return value

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)  # expect: NameError cannot access free variable 'value' where it is not associated with a value in enclosing scope
    value = 1
    print(inner(), inner.__closure__[0].cell_contents)  # expect: 1 1
    del value
    try:
        inner()
    except NameError as error:
        print(error)  # expect: cannot access free variable 'value' where it is not associated with a value in enclosing scope
    try:
        print(value)
    except UnboundLocalError as error:
        print(error)  # expect: cannot access local variable 'value' where it is not associated with a value


late()


def three(a):
    def two(b):
        def one(c):
            return a + b + c

        return one

    return two


print(three(1)(2)(3))  # expect: 6


class Holder:
    kind = "class"

    def method(self):
        return __class__.__name__, [self.kind for _ in range(2)]

    items = [kind for kind in ("x", "y")]


print(Holder().method(), Holder.items, Holder.kind)  # expect: ('Holder', ['class', 'class']) ['x', 'y'] class


def walrus(values):
    return [last := value for value in values], last


print(walrus([1, 2]))  # expect: ([1, 2], 2)
total = 0


def change():
    global total
    total += 1
    return locals()


print(change(), total)  # expect: {} 1
cell = (lambda: up).__closure__
print(cell)  # expect: None


def same_name(x):
    x = [x for x in range(x)]
    return x


print(same_name(3))  # expect: [0, 1, 2]
print(sorted((lambda a, b=2, *c, d, **e: locals())(1, d=4, f=5).items()))  # expect: [('a', 1), ('b', 2), ('c', ()), ('d', 4), ('e', {'f': 5})]
