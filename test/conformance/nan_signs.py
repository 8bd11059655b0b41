# A NaN has a sign, which functions of one number pass on, and which marshal and struct write; and what a Struct does with a
# wrong format, and a pattern without names.
import marshal, math, re, struct

nan = float("nan")
for value in [nan, -nan]:
    print(marshal.dumps(value), struct.pack("<d", value), math.copysign(1, value))
    for function in [math.sqrt, math.log, math.log2, math.sin, math.exp, math.gamma, math.lgamma, math.cbrt, math.fabs,
                     math.degrees, math.radians, math.expm1, math.erf]:
        print(function.__name__, math.copysign(1, function(value)), end=" ")
    print(math.copysign(1, math.frexp(value)[0]), [math.copysign(1, part) for part in math.modf(value)])

one = struct.Struct("i")
for format in ["a", "a\0b", "i\0", "5", b"\0"]:
    try:
        one.__init__(format)
    except struct.error as error:
        print(repr(format), error, one.format, one.size)
for arguments in [(None,), (b"1234", "x"), (5, "x"), ("a", 2**70), (b"12345", -2**70)]:
    try:
        print(one.unpack_from(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
for target in [b"1234", None, "a", memoryview(bytearray(8))[::2]]:
    try:
        one.pack_into(target, "x", 1)
    except Exception as error:
        print(type(error).__name__, error)

for pattern in [re.compile("a"), re.compile("(?P<x>a)"), re.compile("(a)(?P<x>b)?(c)?")]:
    match = pattern.match("a")
    print(type(pattern.groupindex).__name__, dict(pattern.groupindex), match.groupdict(), match.lastgroup, end=" ")
    try:
        print(match["x"])
    except IndexError as error:
        print(error)

# expect: b'\xe7\x00\x00\x00\x00\x00\x00\xf8\x7f' b'\x00\x00\x00\x00\x00\x00\xf8\x7f' 1.0
# expect: sqrt 1.0 log 1.0 log2 1.0 sin 1.0 exp 1.0 gamma 1.0 lgamma 1.0 cbrt 1.0 fabs 1.0 degrees 1.0 radians 1.0 expm1 1.0 erf 1.0 1.0 [1.0, 1.0]
# expect: b'\xe7\x00\x00\x00\x00\x00\x00\xf8\xff' b'\x00\x00\x00\x00\x00\x00\xf8\xff' -1.0
# expect: sqrt -1.0 log -1.0 log2 -1.0 sin -1.0 exp -1.0 gamma -1.0 lgamma -1.0 cbrt -1.0 fabs 1.0 degrees -1.0 radians -1.0 expm1 -1.0 erf -1.0 -1.0 [-1.0, -1.0]
# expect: 'a' bad char in struct format a 4
# expect-json: "'a\\x00b' embedded null character a\u0000b 4"
# expect-json: "'i\\x00' embedded null character i\u0000 4"
# expect: '5' repeat count given without format specifier 5 4
# expect-json: "b'\\x00' embedded null character \u0000 4"
# expect: TypeError a bytes-like object is required, not 'NoneType'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError a bytes-like object is required, not 'int'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: TypeError argument must be read-write bytes-like object, not bytes
# expect: TypeError argument must be read-write bytes-like object, not None
# expect: TypeError argument must be read-write bytes-like object, not str
# expect: TypeError argument must be read-write bytes-like object, not memoryview
# expect: dict {} {} None no such group
# expect: mappingproxy {'x': 1} {'x': 'a'} x a
# expect: mappingproxy {'x': 2} {'x': None} None None
