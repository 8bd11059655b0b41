# A variable is a pointer (row 18): a name has no type and no place of its own; the object has identity, type and storage.
# Look at "Names and objects" from line to line: assigning moves an arrow, appending changes a box, a shallow copy makes a
# new outer box with the old arrows, a deep copy makes everything new.


def deep_copy(value):
    """What copy.deepcopy does, for lists and dicts: new containers all the way down, the rest is shared."""
    if isinstance(value, list):
        return [deep_copy(item) for item in value]
    if isinstance(value, dict):
        return {key: deep_copy(item) for key, item in value.items()}
    return value


red = [1, 2, 3]
blue = red
print("two names, one object:", red is blue)
blue.append(4)
print("changed through the one, seen through the other:", red)
blue = blue + [5]
print("rebound:", red, blue, red is blue)
red += [6]
print("+= changes a list in place:", red)

word = "sea"
again = word
word += "son"
print("but makes a new string:", word, again)

green = [1, 2, 3]
print("equal is not the same:", green == [1, 2, 3], green is [1, 2, 3])

board = [[0] * 3] * 2
board[0][1] = 9
print("one row, twice:", board)
board = [[0] * 3 for _ in range(2)]
board[0][1] = 9
print("two rows:     ", board)

original = {"name": "list", "items": [1, [2, 3]]}
alias = original
shallow = original.copy()
deep = deep_copy(original)
original["items"][1].append("new")
original["name"] = "renamed"
print("alias:  ", alias)
print("shallow:", shallow)
print("deep:   ", deep)


def grow(item, bag=[]):
    bag.append(item)
    return bag


print("a default is one object, made once:", grow(1), grow(2), grow(3) is grow.__defaults__[0])


def change(values, number):
    values.append(number)
    values = ["new"]
    number += 1
    return number


kept = []
n = 5
print("arguments are pointers:", change(kept, n), kept, n)

point = (1, [2])
try:
    point[1] += [3]
except TypeError as error:
    print("an immutable tuple of a mutable list:", point, "|", error)
