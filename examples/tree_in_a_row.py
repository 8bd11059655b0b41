# The same binary tree twice (row 2): once as objects with arrows, once as a plain list where the place is the meaning.
# In the list, the children of the item at index i stand at 2i + 1 and 2i + 2. Look at "Names and objects" for the tree
# and at "Bytes" for the list: one is scattered, the other contiguous, and both are the same tree.


class Node:
    __slots__ = ("value", "left", "right")

    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None


def from_row(row, index=0):
    if index >= len(row) or row[index] is None:
        return None
    node = Node(row[index])
    node.left = from_row(row, 2 * index + 1)
    node.right = from_row(row, 2 * index + 2)
    return node


def inorder_of_objects(node):
    if node is not None:
        yield from inorder_of_objects(node.left)
        yield node.value
        yield from inorder_of_objects(node.right)


def inorder_of_row(row, index=0):
    if index < len(row) and row[index] is not None:
        yield from inorder_of_row(row, 2 * index + 1)
        yield row[index]
        yield from inorder_of_row(row, 2 * index + 2)


def draw(node, depth=0):
    if node is None:
        return
    draw(node.right, depth + 1)
    print("    " * depth + str(node.value))
    draw(node.left, depth + 1)


row = [50, 25, 75, 10, 30, 60, 90, None, 15]
tree = from_row(row)
draw(tree)
print("from objects:", list(inorder_of_objects(tree)))
print("from the row:", list(inorder_of_row(row)))
print("equal:", list(inorder_of_objects(tree)) == list(inorder_of_row(row)))
print("a node takes", tree.__sizeof__(), "bytes, wherever its neighbours are")
