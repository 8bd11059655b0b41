// Programs that come with the page: the first one is open when the page is.
// Invariant: each ends by itself, and prints.

const REVERSE = `# Reverses a linked list. Step through it and watch the arrows turn round.
class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def reverse(node):
    before = None
    while node is not None:
        after = node.next
        node.next = before
        before = node
        node = after
    return before


head = None
for value in (3, 2, 1):
    head = Node(value, head)
head = reverse(head)

node = head
while node is not None:
    print(node.value)
    node = node.next
`;

const SQUARES = `# Numbers, a list, and what printing them takes.
squares = []
for i in range(10):
    squares.append(i * i)
    print(i, "squared is", squares[-1])
print("sum:", sum(squares))
`;

export const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ["reverse.py", REVERSE],
  ["squares.py", SQUARES],
]);
