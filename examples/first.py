# A linked list, built and turned around (rows 2 and 18: boxes in a row, and variables that are pointers).
# Look at "Names and objects": four boxes, each pointing at the next. Step through reverse() and watch the arrows turn
# one by one while no box moves. Then look at "Bytes": the turn is eight bytes changing inside each node.


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def build(values):
    head = None
    for value in reversed(values):
        head = Node(value, head)
    return head


def reverse(node):
    previous = None
    while node is not None:
        following = node.next
        node.next = previous
        previous = node
        node = following
    return previous


def show(node):
    words = []
    while node is not None:
        words.append(str(node.value))
        node = node.next
    return " -> ".join(words)


numbers = build([3, 1, 4, 15])
print("built:   ", show(numbers))
numbers = reverse(numbers)
print("reversed:", show(numbers))
