"""Cases of CPython's str, bytes, bytearray and codecs for the tests of src/objects, one JSON row a line.

    python3.13 tools/text_cases.py str|bytes|format|codecs COUNT SEED      with PYTHONHASHSEED=0

A row is [object, method, arguments, repr of the result or "TypeName: message"].
"""
import json
import random
import sys

area, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rng = random.Random(seed)
ALPHABETS = ["ab", "ab ", "abcAB,", "aAbB \t\n\r\v\x1c", "a\xdf\xe9\xb5\xffA", "a\u4e2d\u3000\u2028b", "a\U0001f600\U00010400b", "\u03a3\u03c3\u0391 .a\u0130\u01c5\ufb03",
             "0123\u0663\xb2\xbd+-.", "_a1\xaa\u0300", "\ud800\ud801a", "\udcff\udc80a", "\x00\x7f\x80\xad\u200b", "xyz{}%"]


def text(limit=12):
    letters = rng.choice(ALPHABETS)
    return "".join(rng.choice(letters) for _ in range(rng.randrange(limit)))


def part(s):
    if s and rng.random() < 0.6:
        i = rng.randrange(len(s))
        return s[i:i + rng.choice([1, 1, 2, 3])]
    return text(4)


def number():
    return rng.choice([0, 1, 2, 3, 5, -1, -2, 8, 100, None])


def small():
    return rng.choice([-1, 0, 1, 2, 3, 5, 10, 17])


def wrong():
    return rng.choice([None, 1, b"x", 1.5, [], ("a",)])


def bounds():
    return [number() for _ in range(rng.choice([0, 0, 1, 2]))]


def str_case():
    s = text()
    m = rng.choice("find rfind index rindex count startswith endswith split rsplit splitlines partition rpartition replace strip lstrip rstrip "
                   "removeprefix removesuffix upper lower title capitalize swapcase casefold center ljust rjust zfill expandtabs isalpha isdigit "
                   "isdecimal isnumeric isalnum isspace isupper islower istitle isidentifier isprintable isascii join translate maketrans "
                   "__repr__ __getitem__ __contains__ __add__ __mul__ __eq__ __lt__ __ge__ __hash__ __len__ encode __sizeof__ __format__".split())
    if m in ("find", "rfind", "index", "rindex", "count"):
        a = [part(s), *bounds()]
    elif m in ("startswith", "endswith"):
        a = [rng.choice([part(s), (part(s), part(s)), s[:2], s[-2:]]), *bounds()]
    elif m in ("split", "rsplit"):
        a = rng.choice([[], [None, small()], [part(s)], [part(s), small()]])
    elif m == "splitlines":
        s = "".join(rng.choice("ab\n\r\x0b\x1c\x85\u2028") for _ in range(rng.randrange(12)))
        a = [bool(rng.randrange(2))]
    elif m in ("partition", "rpartition", "removeprefix", "removesuffix", "__contains__", "__add__", "__eq__", "__lt__", "__ge__"):
        a = [part(s)]
    elif m == "replace":
        a = [part(s), text(4)] + ([small()] if rng.random() < 0.4 else [])
    elif m in ("strip", "lstrip", "rstrip"):
        a = rng.choice([[], [part(s)], [None]])
    elif m in ("center", "ljust", "rjust"):
        a = [rng.randrange(20)] + ([rng.choice(["*", "\u4e2d", "\U0001f600", "ab", ""])] if rng.random() < 0.5 else [])
    elif m == "zfill":
        s = rng.choice(["", "+", "-"]) + s
        a = [rng.randrange(20)]
    elif m == "expandtabs":
        s = "".join(rng.choice("ab\t\n\u4e2d") for _ in range(rng.randrange(12)))
        a = rng.choice([[], [small()]])
    elif m == "join":
        a = [[text(5) if rng.random() < 0.97 else 3 for _ in range(rng.randrange(5))]]
    elif m == "translate":
        a = [{ord(c): rng.choice([None, "x", "\u4e2d\u4e2d", 65, 0x1f600]) for c in s if rng.random() < 0.5}]
    elif m == "maketrans":
        a = rng.choice([["ab", "cd"], ["ab", "c"], ["ab", "cd", "ef"], [{"a": "b", 3: None}], [{"ab": 1}], [3], ["a", 3]])
    elif m == "__getitem__":
        a = [rng.choice([0, 1, -1, 5, 20, 1.5, "a"])]
    elif m == "__mul__":
        a = [small()]
    elif m == "encode":
        a = rng.choice([[], ["utf-8"], ["latin-1", rng.choice(["strict", "replace", "ignore", "xmlcharrefreplace", "backslashreplace"])], ["ascii"],
                        ["utf-16"], ["utf-32"], ["UTF_8", "surrogateescape"], ["utf8", "surrogatepass"]])
    elif m == "__format__":
        a = [rng.choice(["", "5", ">7", "*^9.2", "q", ".2", "=5"])]
    else:
        a = []
    if a and rng.random() < 0.04 and m != "__sizeof__":
        a[rng.randrange(len(a))] = wrong()
    return s, m, a


def data(limit=10):
    letters = rng.choice([b"ab", b"ab \t\n\r", b"aAbB,zZ", b"\x00\x7f\x80\xff'\"\\", b"0129afAF "])
    return bytes(rng.choice(letters) for _ in range(rng.randrange(limit)))


def bpart(s):
    if s and rng.random() < 0.6:
        i = rng.randrange(len(s))
        return s[i:i + rng.choice([1, 1, 2, 3])]
    return data(3)


def bytes_case():
    s = data()
    m = rng.choice("find rfind index rindex count startswith endswith split rsplit splitlines partition rpartition replace strip lstrip rstrip "
                   "removeprefix removesuffix upper lower title capitalize swapcase center ljust rjust zfill expandtabs isalpha isdigit "
                   "isalnum isspace isupper islower istitle isascii join translate hex decode fromhex "
                   "__repr__ __getitem__ __contains__ __add__ __mul__ __eq__ __lt__ __ge__ __len__ __mod__".split())
    if m in ("find", "rfind", "index", "rindex", "count"):
        a = [rng.choice([bpart(s), bpart(s), 97, 300]), *bounds()]
    elif m in ("startswith", "endswith"):
        a = [rng.choice([bpart(s), (bpart(s), bpart(s)), s[:2], s[-2:]]), *bounds()]
    elif m in ("split", "rsplit"):
        a = rng.choice([[], [None, small()], [bpart(s)], [bpart(s), small()]])
    elif m == "splitlines":
        s = bytes(rng.choice(b"ab\n\r\x0b") for _ in range(rng.randrange(12)))
        a = [bool(rng.randrange(2))]
    elif m in ("partition", "rpartition", "removeprefix", "removesuffix", "__eq__", "__lt__", "__ge__", "__add__"):
        a = [bpart(s)]
    elif m == "__contains__":
        a = [rng.choice([bpart(s), 97, 256, -1])]
    elif m == "replace":
        a = [bpart(s), data(3)] + ([small()] if rng.random() < 0.4 else [])
    elif m in ("strip", "lstrip", "rstrip"):
        a = rng.choice([[], [bpart(s)], [None]])
    elif m in ("center", "ljust", "rjust"):
        a = [rng.randrange(20)] + ([rng.choice([b"*", b"ab", b""])] if rng.random() < 0.5 else [])
    elif m == "zfill":
        s = rng.choice([b"", b"+", b"-"]) + s
        a = [rng.randrange(20)]
    elif m == "expandtabs":
        s = bytes(rng.choice(b"ab\t\n") for _ in range(rng.randrange(12)))
        a = rng.choice([[], [small()]])
    elif m == "join":
        a = [[data(5) if rng.random() < 0.95 else rng.choice([3, "x"]) for _ in range(rng.randrange(5))]]
    elif m == "translate":
        a = rng.choice([[None], [bytes(range(255, -1, -1))], [b"abc"], [bytes(256), b"ab"], [None, b"ab"]])
    elif m == "hex":
        a = rng.choice([[], [":"], ["-", 2], [":", -3], ["ab"], ["\xe9"]])
    elif m == "decode":
        a = rng.choice([[], ["ascii"], ["latin-1"], ["utf-8", "replace"], ["ascii", "surrogateescape"]])
    elif m == "fromhex":
        a = [rng.choice(["", "61", "61 62", " 6162 ", "6", "6g", "61\u4e2d", "6 1"])]
    elif m == "__getitem__":
        a = [rng.choice([0, 1, -1, 5, 20, 1.5])]
    elif m == "__mul__":
        a = [small()]
    elif m == "__mod__":
        s = rng.choice([b"%s", b"%b-%d", b"%5.1f|", b"%c%c", b"%x", b"%a", b"%(a)s", b"%", b"%q", b"x"])
        a = [rng.choice([b"x", (b"x", 5), 3.25, (b"z", 65), 255, ("\xe9",), (), {b"a": b"q"}, "s"])]
    else:
        a = []
    if a and rng.random() < 0.04:
        a[rng.randrange(len(a))] = rng.choice([None, 1, "x", 1.5, []])
    kind = bytearray if rng.random() < 0.3 else bytes
    return kind(s), m, a


VALUES = [0, 1, -5, 255, 3.25, -0.0, 1e100, "a", "abc", "\u4e2d\xe9", None, True, (1, 2), [1, "x"], {"k": 3}]


def format_case():
    if rng.random() < 0.5:
        f = ""
        for _ in range(rng.randrange(1, 4)):
            f += rng.choice(["", "x", "\u4e2d", "%%"])
            f += "%" + "".join(rng.sample("-+ #0", rng.randrange(3))) + rng.choice(["", "5", "12", "*"]) + rng.choice(["", "", ".2", ".0", ".", ".*"])
            f += rng.choice("ddiuoxXeEfFgGsrac%qs")
        if rng.random() < 0.1:
            f = rng.choice(["%(k)s", "%(k)d %(z)s", "%(k", "%", "%5", "%.2", "%(k)s %s", "%ld"])
        args = tuple(rng.choice(VALUES) for _ in range(rng.randrange(5)))
        return f, "__mod__", [rng.choice([args, args, args, {"k": 5, "z": "q"}, "one", 7, 2.5])]
    f = ""
    for _ in range(rng.randrange(1, 4)):
        f += rng.choice(["", "x", "{{", "}}", "\u4e2d"])
        f += "{" + rng.choice(["", "", "", "0", "1", "2", "0[0]", "0[k]", "1.real", "a", "0.zz", "0[", "0]", "0.", "x{"])
        f += rng.choice(["", "", "", "!r", "!s", "!a", "!q", "!"]) + rng.choice(["", "", ":", ":>6", ":{}", ":5.1f", ":{1}", ":x{", ":{:{}}"]) + rng.choice(["}"] * 12 + [""])
    return f, "format", [rng.choice(VALUES) for _ in range(rng.randrange(4))]


ENCODINGS = ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "ascii", "latin-1", "unicode_escape", "raw_unicode_escape", "utf-7"]
DIRECT = ["utf-8", "utf-16", "utf-32", "ascii", "latin-1"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "nosuch"]


def codecs_case():
    e = rng.choice(DIRECT)
    h = rng.choice(HANDLERS)
    if rng.random() < 0.5:
        return text(8), "encode", [e, h]
    if rng.random() < 0.7:
        s = bytearray(text(8).encode(e, "replace" if e in ("ascii", "latin-1") else "surrogatepass"))
        for _ in range(rng.randrange(3)):
            if s:
                i = rng.randrange(len(s))
                if rng.random() < 0.5:
                    s[i] = rng.choice([0, 0x41, 0x80, 0xbf, 0xc0, 0xd8, 0xdc, 0xe0, 0xed, 0xf0, 0xf4, 0xff, rng.randrange(256)])
                else:
                    del s[i]
        s = bytes(s)
    else:
        s = bytes(rng.choice([0x41, 0x80, 0x8f, 0x9f, 0xa0, 0xbf, 0xc2, 0xe0, 0xe1, 0xed, 0xf0, 0xf1, 0xf4, 0xf5]) for _ in range(rng.randrange(7)))
    return s, "decode", [e, h]


def show(v):
    if v is None or isinstance(v, (bool, str, int)):
        return v
    if isinstance(v, bytes):
        return {"b": v.hex()}
    if isinstance(v, bytearray):
        return {"y": v.hex()}
    if isinstance(v, float):
        return {"f": v}
    if isinstance(v, tuple):
        return {"t": [show(x) for x in v]}
    if isinstance(v, list):
        return {"l": [show(x) for x in v]}
    if isinstance(v, dict):
        return {"d": [[show(k), show(x)] for k, x in v.items()]}
    if isinstance(v, type):
        return {"c": v.__name__}
    raise TypeError(v)


make = {"str": str_case, "bytes": bytes_case, "format": format_case, "codecs": codecs_case}[area]
for _ in range(count):
    s, m, a = make()
    shown = [show(s), m, [show(x) for x in a]]
    try:
        result = repr(getattr(s, m)(*a))
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    print(json.dumps([*shown, result]))
