# One program that meets everything hard about a recorded run: sum() over a generator that calls itself, and input()
# inside the key function of a sort (row 15: a built-in waits in the middle while Python code runs below it).
# Look at the frames: between two Python frames stands the native frame of sum() or sort(), with its own live pointers.


class Tree:
    __slots__ = ("name", "children")

    def __init__(self, name, *children):
        self.name = name
        self.children = children


def size(tree):
    return 1 + sum(size(child) for child in tree.children)


def walk(tree):
    yield tree
    for child in tree.children:
        yield from walk(child)


def ask(tree):
    return int(input(f"rank of {tree.name}? "))


garden = Tree("garden", Tree("pear", Tree("twig"), Tree("leaf")), Tree("plum", Tree("branch", Tree("bud"))))
print("size", size(garden))
print("longest name", max(len(tree.name) for tree in walk(garden)))

ranked = sorted(garden.children + garden.children[0].children, key=ask)
print()
print("ranked:", ", ".join(tree.name for tree in ranked))

deep = Tree("end")
for depth in range(300):
    deep = Tree(f"level {depth}", deep)
print("size of the deep tree", size(deep))
