# A B-tree with deletions (rows 2 and 14): many keys in one node, so that few nodes stand between the root and any key.
# Databases keep such trees on disk, a node to a block. Look at "Names and objects" with `tree` selected: when a node is
# full it splits, and its middle key moves up; when one runs dry it borrows from a neighbour or merges with it.


class Node:
    __slots__ = ("keys", "children")

    def __init__(self, keys, children):
        self.keys = keys
        self.children = children

    @property
    def is_leaf(self):
        return not self.children


def place_of(keys, key):
    """The first index whose key is not smaller: binary search."""
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle] < key:
            low = middle + 1
        else:
            high = middle
    return low


class BTree:
    """Every node but the root holds from degree - 1 to 2 * degree - 1 keys, and every leaf is equally deep."""

    def __init__(self, degree):
        self.degree = degree
        self.root = Node([], [])
        self.count = 0
        self.splits = 0
        self.merges = 0
        self.borrows = 0

    @property
    def most(self):
        return 2 * self.degree - 1

    def __len__(self):
        return self.count

    def __contains__(self, key):
        node = self.root
        while True:
            index = place_of(node.keys, key)
            if index < len(node.keys) and node.keys[index] == key:
                return True
            if node.is_leaf:
                return False
            node = node.children[index]

    def __iter__(self):
        return self.walk(self.root)

    def walk(self, node):
        if node.is_leaf:
            yield from node.keys
            return
        for key, child in zip(node.keys, node.children):
            yield from self.walk(child)
            yield key
        yield from self.walk(node.children[-1])

    def between(self, low, high, node=None):
        """Keys from low to high, without looking at the rest of the tree."""
        node = node or self.root
        index = place_of(node.keys, low)
        while True:
            if not node.is_leaf:
                yield from self.between(low, high, node.children[index])
            if index == len(node.keys) or node.keys[index] > high:
                return
            yield node.keys[index]
            index += 1

    # Adding: full nodes are split on the way down, so there is always room for a key that comes up.

    def add(self, key):
        if key in self:
            return False
        if len(self.root.keys) == self.most:
            self.root = Node([], [self.root])
            self.split(self.root, 0)
        node = self.root
        while not node.is_leaf:
            index = place_of(node.keys, key)
            if len(node.children[index].keys) == self.most:
                self.split(node, index)
                if key > node.keys[index]:
                    index += 1
            node = node.children[index]
        node.keys.insert(place_of(node.keys, key), key)
        self.count += 1
        return True

    def split(self, parent, index):
        self.splits += 1
        left = parent.children[index]
        middle = self.degree - 1
        right = Node(left.keys[middle + 1 :], left.children[middle + 1 :])
        parent.keys.insert(index, left.keys[middle])
        parent.children.insert(index + 1, right)
        del left.keys[middle:]
        del left.children[middle + 1 :]

    # Removing: no node is entered with the fewest keys, so there is always one to spare.

    def remove(self, key):
        if key not in self:
            raise KeyError(key)
        self.remove_below(self.root, key)
        self.count -= 1
        if not self.root.keys and self.root.children:
            self.root = self.root.children[0]

    def remove_below(self, node, key):
        while True:
            index = place_of(node.keys, key)
            is_here = index < len(node.keys) and node.keys[index] == key
            if node.is_leaf:
                del node.keys[index]
                return
            if not is_here:
                node = self.prepared(node, index)
                continue
            left, right = node.children[index], node.children[index + 1]
            if len(left.keys) >= self.degree:
                node.keys[index] = key = self.largest(left)
                node = left
            elif len(right.keys) >= self.degree:
                node.keys[index] = key = self.smallest(right)
                node = right
            else:
                node = self.merge(node, index)

    def largest(self, node):
        while not node.is_leaf:
            node = node.children[-1]
        return node.keys[-1]

    def smallest(self, node):
        while not node.is_leaf:
            node = node.children[0]
        return node.keys[0]

    def prepared(self, parent, index):
        """The child at index, with at least one key to spare."""
        child = parent.children[index]
        if len(child.keys) >= self.degree:
            return child
        if index > 0 and len(parent.children[index - 1].keys) >= self.degree:
            self.borrows += 1
            left = parent.children[index - 1]
            child.keys.insert(0, parent.keys[index - 1])
            parent.keys[index - 1] = left.keys.pop()
            if left.children:
                child.children.insert(0, left.children.pop())
            return child
        if index < len(parent.keys) and len(parent.children[index + 1].keys) >= self.degree:
            self.borrows += 1
            right = parent.children[index + 1]
            child.keys.append(parent.keys[index])
            parent.keys[index] = right.keys.pop(0)
            if right.children:
                child.children.append(right.children.pop(0))
            return child
        return self.merge(parent, index if index < len(parent.keys) else index - 1)

    def merge(self, parent, index):
        self.merges += 1
        left = parent.children[index]
        right = parent.children.pop(index + 1)
        left.keys.append(parent.keys.pop(index))
        left.keys.extend(right.keys)
        left.children.extend(right.children)
        return left

    # What must always hold, and a picture.

    def check(self):
        depths = set()

        def visit(node, low, high, depth):
            assert node.keys == sorted(node.keys), "keys in order"
            assert len(node.keys) <= self.most, "not too many keys"
            assert node is self.root or len(node.keys) >= self.degree - 1, "not too few keys"
            assert all((low is None or key > low) and (high is None or key < high) for key in node.keys), "keys in range"
            if node.is_leaf:
                depths.add(depth)
                return
            assert len(node.children) == len(node.keys) + 1, "a child for each gap"
            limits = [low, *node.keys, high]
            for index, child in enumerate(node.children):
                visit(child, limits[index], limits[index + 1], depth + 1)

        visit(self.root, None, None, 0)
        assert len(depths) == 1, "leaves equally deep"
        return depths.pop()

    def draw(self):
        level = [self.root]
        while level:
            print("   ", "  ".join(str(node.keys) for node in level))
            level = [child for node in level for child in node.children]


def numbers(seed):
    """The same row of numbers every time, in no visible order."""
    while True:
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed >> 8


tree = BTree(2)
print("one to twelve:")
for key in range(1, 13):
    tree.add(key)
tree.draw()
for key in (6, 4, 12, 1):
    tree.remove(key)
    print("without", key)
    tree.draw()
print("keys", list(tree), "| 3 to 9:", list(tree.between(3, 9)))
try:
    tree.remove(100)
except KeyError as error:
    print("no such key:", error)

# The same against a set that knows the right answer.
for degree in (2, 3, 8):
    tree, right = BTree(degree), set()
    source = numbers(degree)
    for step in range(600):
        key = next(source) % 200
        if next(source) % 5 < 3:
            assert tree.add(key) == (key not in right)
            right.add(key)
        elif key in right:
            tree.remove(key)
            right.remove(key)
        if step % 25 == 0:
            tree.check()
    assert list(tree) == sorted(right)
    assert list(tree.between(50, 99)) == [key for key in sorted(right) if 50 <= key <= 99]
    print(f"degree {degree}: {len(tree)} keys, depth {tree.check()}, {tree.splits} splits, {tree.borrows} borrows, {tree.merges} merges")
    for key in sorted(right, key=lambda key: key * 7 % 201):
        tree.remove(key)
    tree.check()
    print("   emptied:", list(tree), len(tree))
