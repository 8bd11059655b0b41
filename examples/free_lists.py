# Private pools (row 6): a freed float, tuple, list or dict is kept on a free list, and only its own kind gets it back.
# Look at the free lists under "Allocators" while the program frees and makes objects: addresses come back in the order
# last out, first in. Integers have no free list today; small ones are never freed at all.


def same_place(make, *others):
    """Make an object, drop it, make another of the same kind: is it in the same place?"""
    first = make()
    place = id(first)
    del first
    kept = tuple(other() for other in others)
    second = make()
    answer = id(second) == place
    del kept
    return answer


def new_float():
    return float("2.5")


# list() and dict(), being calls of a type, ask the allocator; the displays [] and {} ask the free list first.
def new_list():
    return []


def new_dict():
    return {}


def new_tuple():
    return tuple([1, 2, 3])


def new_list_by_call():
    return list()


print("float again in its place:", same_place(new_float))
print("list again in its place: ", same_place(new_list))
print("dict again in its place: ", same_place(new_dict))
print("tuple again in its place:", same_place(new_tuple))
print("list by a call:         ", same_place(new_list_by_call))
print("float, when dicts were made in between:", same_place(new_float, new_dict, new_dict))

# Last out, first in: five floats freed in a row come back in the opposite order.
floats = [float(number) + 0.5 for number in range(5)]
places = [id(number) for number in floats]
while floats:
    floats.pop(0)
again = [float(number) + 0.25 for number in range(5)]
came_back = [places.index(id(number)) if id(number) in places else -1 for number in again]
print("order of return:", came_back)

# Small integers are made once, at the start, and live for ever.
small = int("7")
print("two sevens are one object:", small is int("14") - int("7"))
print("two thousands are one object:", int("1000") is int("500") + int("500"))
