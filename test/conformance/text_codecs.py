# The module _codecs, error handlers written in Python, bytearray from iterables.
import _codecs

print(bytes(i for i in range(5)), bytearray(x for x in (1, 2)))
for decode, data in (
    (_codecs.unicode_escape_decode, b"a\\n\\u4e2d\\x41\\101"),
    (_codecs.escape_decode, b"\\x41\\n"),
    (_codecs.utf_7_decode, b"a+Ti0-b+-"),
    (_codecs.raw_unicode_escape_decode, b"\\u4e2d\\\\n"),
    (_codecs.utf_16_decode, b"\xff\xfea\0"),
    (_codecs.utf_8_decode, b"ab\xe4\xb8"),
    (_codecs.utf_16_ex_decode, b"\xfe\xff\0a"),
):
    print(decode(data))
print(_codecs.utf_7_encode("a\u4e2d+b\U0001f600"), _codecs.unicode_escape_encode("a\n\u4e2d\xe9"))
print(_codecs.raw_unicode_escape_encode("\u4e2d\xe9"), _codecs.escape_encode(b"\0'a\n"))
print(_codecs.charmap_decode(b"ab", "strict", "xyz" * 40))
print(_codecs.charmap_encode("ba", "strict", {97: 1, 98: b"zz"}))


def handler(error):
    return "<%s>" % error.object[error.start : error.end], error.end


_codecs.register_error("mine", handler)
print(b"a\xffb".decode("utf-8", "mine"), "a\u4e2db".encode("latin-1", "backslashreplace"))
print(_codecs.lookup_error("strict").__name__, _codecs.lookup_error("mine") is handler)
try:
    "a\u4e2d\u4e2d".encode("latin-1")
except UnicodeEncodeError as error:
    print(error, error.start, error.end, error.reason, error.encoding, error.object)
try:
    b"ab\xff".decode()
except UnicodeDecodeError as error:
    print(error, error.start, error.end, error.reason, error.encoding, error.object)
b = bytearray(b"hello")
b[1:3] = b"EYEYE"
b += b"!"
del b[0]
b[::2] = b"0" * len(b[::2])
print(b, b.pop(), b.find(b"E"), list(b"ab"))
b.extend(x for x in b"zz")
b.insert(1, 65)
b *= 2
print(b, b.__alloc__() > len(b))

# expect: b'\x00\x01\x02\x03\x04' bytearray(b'\x01\x02')
# expect: ('a\n中AA', 17)
# expect: (b'A\n', 6)
# expect: ('a中b+', 9)
# expect: ('中\\\\n', 9)
# expect: ('a', 4)
# expect: ('ab', 2)
# expect: ('a', 4, 1)
# expect: (b'a+Ti0AKw-b+2D3eAA-', 5) (b'a\\n\\u4e2d\\xe9', 4)
# expect: (b'\\u4e2d\xe9', 2) (b"\\x00\\'a\\n", 4)
# expect: ('yz', 2)
# expect: (b'zz\x01', 2)
# expect: a<b'\xff'>b b'a\\u4e2db'
# expect: strict_errors True
# expect: 'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256) 1 3 ordinal not in range(256) latin-1 a中中
# expect: 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte 2 3 invalid start byte utf-8 b'ab\xff'
# expect: bytearray(b'0Y0Y0l0') 33 -1 [97, 98]
# expect: bytearray(b'0AY0Y0l0zz0AY0Y0l0zz') True
