# "%" and str.format with objects whose methods are written in Python, nested deeply; subclasses of str.
class Shown:
    def __str__(self):
        return "shown"

    def __repr__(self):
        return "<repr>"

    def __format__(self, spec):
        return "F" + spec


o = Shown()
print("%s|%r|%a|%8s|%-8.3s|" % (o, o, o, o, o))
print("{}|{!r}|{!s:>7}|{:x}|{0}".replace("{0}", "{}").format(o, o, o, o, o), f"{o:y}")
print("%(a)s %(b)5.2f %(c)05d %%" % {"a": 1, "b": 2.5, "c": -3})
print("{a[k]} {b.real} {0[1]} {1:{2}}".format([1, 2], 3.14159, ".2f", a={"k": "v"}, b=7))
print("{x}".format_map({"x": 5}))


class Node:
    def __init__(self, child):
        self.child = child

    def __repr__(self):
        return "N(%r)" % (self.child,)

    def __str__(self):
        return "{}+".format(self.child)


node = None
for _ in range(150):
    node = Node(node)
print(len(repr(node)), len(str(node)), "%s" % node == str(node))


class Text(str):
    def __str__(self):
        return "own"


t = Text("abc")
print(t, repr(t), str(t), t.upper(), type(t[:]), type(str.__str__(t)), len(t), hash(t) == hash("abc"), {t: 1}["abc"])
print("%s %s" % (t, "x"), "{}".format(t), Text(o), Text(b"ab", "ascii"))

for run in (
    lambda: "%d" % "x",
    lambda: "%s %s" % 1,
    lambda: "%s" % (1, 2),
    lambda: "%(a)s" % 1,
    lambda: "{} {0}".format(1),
    lambda: "{".format(),
    lambda: "{a}".format(),
    lambda: "{0.b}".format(1),
    lambda: "{!z}".format(1),
    lambda: "x".join([1]),
    lambda: "x".join(3),
    lambda: "abc".index("z"),
    lambda: str(b"\xff", "ascii"),
    lambda: str(1, "ascii"),
):
    try:
        print(run())
    except Exception as error:
        print(type(error).__name__, error)
print(",".join(str(i) for i in range(5)), "-".join({"a": 1, "b": 2}), "".join(reversed("abc")))
s = ""
for i in range(1000):
    s += "xé"[i % 2]
print(len(s), s[:4], s.count("é"), s.rfind("x"))

# expect: shown|<repr>|<repr>|   shown|sho     |
# expect: F|<repr>|  shown|Fx|F Fy
# expect: 1  2.50 -0003 %
# expect: v 7 2 3.14
# expect: 5
# expect: 454 154 True
# expect: own 'abc' own ABC <class 'str'> <class 'str'> 3 True 1
# expect: own x own own own
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: TypeError format requires a mapping
# expect: ValueError cannot switch from automatic field numbering to manual field specification
# expect: ValueError Single '{' encountered in format string
# expect: KeyError 'a'
# expect: AttributeError 'int' object has no attribute 'b'
# expect: ValueError Unknown conversion specifier z
# expect: TypeError sequence item 0: expected str instance, int found
# expect: TypeError can only join an iterable
# expect: ValueError substring not found
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# expect: TypeError decoding to str: need a bytes-like object, int found
# expect: 0,1,2,3,4 a-b cba
# expect: 1000 xéxé 500 998
