# marshal: the bytes of values and what is read back from them.
import marshal
for v in [None, True, 1, -1, 2**31, -2**31-1, 10**30, -10**40, 1.5, 2j, "abc", "é\u20ac", "x"*300, b"by", (1, 2), [1, [2]], {"a": 1, 2: "b"}, {1}, frozenset([3, 1, 2]), ..., StopIteration]:
    b = marshal.dumps(v)
    assert marshal.loads(b) == v, v
    print(type(v).__name__, b.hex()[:60])
def f(a, *, b=2):
    "doc"
    def g(): return a + b
    return g() + 1

code = marshal.loads(marshal.dumps(f.__code__))
print(code == f.__code__, code.co_names, code.co_varnames, code.co_consts[0])
def h(): pass
h.__code__ = code
h.__kwdefaults__ = {"b": 5}
print(h(1))
for bad in [b"", b"i\1", b"?", b"(\1\0\0\0", b"r\0\0\0\0", b"[\1\0\0\0" + b"0"]:
    try: marshal.loads(bad)
    except Exception as e: print(type(e).__name__, e)
try: marshal.dumps(object())
except Exception as e: print(type(e).__name__, e)

# expect: NoneType 4e
# expect: bool 54
# expect: int e901000000
# expect: int e9ffffffff
# expect: int ec03000000000000000200
# expect: int ecfdffffff010000000200
# expect: int ec0700000000000000a937a733044d93652703
# expect: int ecf7ffffff000000000004ab4fbb7a9714d770f814631d
# expect: float e7000000000000f83f
# expect: complex f900000000000000000000000000000040
# expect: str da03616263
# expect: str f505000000c3a9e282ac
# expect: str c12c01000078787878787878787878787878787878787878787878787878
# expect: bytes f3020000006279
# expect: tuple a902e901000000e902000000
# expect: list db02000000e9010000005b01000000e902000000
# expect: dict fbda0161e901000000e902000000da016230
# expect: set bc01000000e901000000
# expect: frozenset be03000000e901000000e902000000e903000000
# expect: ellipsis 2e
# expect: type 53
# expect: True () ('a', 'b', 'g') doc
# expect: 7
# expect: EOFError EOF read where object expected
# expect: EOFError marshal data too short
# expect: ValueError bad marshal data (unknown type code)
# expect: EOFError EOF read where object expected
# expect: ValueError bad marshal data (invalid reference)
# expect: TypeError NULL object in marshal data for list
# expect: ValueError unmarshallable object
