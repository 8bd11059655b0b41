# The match statement.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y


class Colour:
    RED, BLUE = "red", "blue"


def what(value):
    match value:
        case None: return "none"
        case True | False: return f"bool {value}"
        case 0: return "zero"
        case -1 | -2: return "small negative"
        case int(n) if n > 100: return f"big {n}"
        case int() | float() as n: return f"number {n}"
        case Colour.RED: return "the colour red"
        case "quit" | "exit": return "bye"
        case str(text): return f"text {text!r}"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [Point(x=0, y=0), *_]: return "starts at origin"
        case [1, [2, y], *rest]: return f"nested {y} {rest}"
        case [first, *_, last]: return f"from {first} to {last}"
        case Point(0, y): return f"on the y axis at {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(x=px): return f"point with x {px}"
        case {"type": "circle", "r": r, **rest}: return f"circle {r} {rest}"
        case {"type": str(kind)}: return f"some {kind}"
        case {}: return "mapping"
        case bytes(b): return f"bytes {b}"
        case _: return f"other {type(value).__name__}"


for value in (None, True, 0, -2, 500, 7, 2.5, "red", "exit", "word", [], (3,), [Point(0, 0), 9], [1, [2, 3], 4, 5], [1, 2, 3], range(3), Point(0, 4), Point(2, 2), Point(3, 1), {"type": "circle", "r": 2, "z": 1}, {"type": "square"}, {"a": 1}, {}, b"x", {1}, 1j, iter([])):
    print(what(value))


def command(line):
    match line.split():
        case ["go", ("north" | "south") as way]: return f"going {way}"
        case ["take", *things] if things: return f"taking {', '.join(things)}"
        case [verb]: return f"{verb} what?"
        case [verb, *_]: return f"cannot {verb}"
        case _: return "nothing"


for line in ("go north", "go up", "take a b", "take", ""):
    print(command(line))
match 5:
    case x if x > 10: print("no")
    case y: print("captured", x, y)
match {"a": {"b": [1, {"c": "deep"}]}}:
    case {"a": {"b": [_, {"c": found}]}}: print(found)
match (1, 2):
    case (a, b) | [b, a, _]: print(a, b) 
try:
    match 3:
        case int(a, b): pass
except TypeError as error:
    print(error)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as error:
    print(error)
match = 3
case = match + 1
print(match, case)

# expect: none
# expect: bool True
# expect: zero
# expect: small negative
# expect: big 500
# expect: number 7
# expect: number 2.5
# expect: the colour red
# expect: bye
# expect: text 'word'
# expect: empty
# expect: one 3
# expect: starts at origin
# expect: nested 3 [4, 5]
# expect: from 1 to 3
# expect: from 0 to 2
# expect: on the y axis at 4
# expect: diagonal 2
# expect: point with x 3
# expect: circle 2 {'z': 1}
# expect: some square
# expect: mapping
# expect: mapping
# expect: bytes b'x'
# expect: other set
# expect: other complex
# expect: other list_iterator
# expect: going north
# expect: cannot go
# expect: taking a, b
# expect: take what?
# expect: nothing
# expect: captured 5 5
# expect: deep
# expect: 1 2
# expect: int() accepts 1 positional sub-pattern (2 given)
# expect: NoArgs() accepts 0 positional sub-patterns (1 given)
# expect: 3 4
