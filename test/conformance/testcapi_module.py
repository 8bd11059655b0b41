# _testcapi: exceptions raised and made from C, limits, marshal's functions for files.
import _testcapi
import marshal
import os
import tempfile

print(_testcapi.INT_MAX, _testcapi.LONG_MIN, _testcapi.UCHAR_MAX, _testcapi.PY_SSIZE_T_MAX, _testcapi.FLT_MAX, _testcapi.DBL_MIN)


class Picky(Exception):
    def __init__(self):
        raise RuntimeError("cannot be made")


for kind, count in [(ValueError, 2), (Picky, 0), (Picky, 1), (KeyError, 1)]:
    try:
        _testcapi.raise_exception(kind, count)
    except Exception as error:
        print(type(error).__name__, error)
try:
    _testcapi.raise_memoryerror()
except MemoryError as error:
    print(repr(error))

made = _testcapi.make_exception_with_doc("pkg.Name", "text", (ValueError,), {"a": 1})
print(made, made.__doc__, made.__bases__, made.a, _testcapi.make_exception_with_doc("a.b").__doc__)
try:
    _testcapi.make_exception_with_doc("nodot")
except SystemError as error:
    print(error)

path = os.path.join(tempfile.mkdtemp(), "data")
mixed = (chr(233) + "x", float("1.5"), complex("2j"), int("10") ** 30)
for version in range(5):
    _testcapi.pymarshal_write_object_to_file(mixed, path, version)
    with open(path, "rb") as file:
        print(version, file.read())
    print(_testcapi.pymarshal_read_last_object_from_file(path)[0])
_testcapi.pymarshal_write_long_to_file(-2, path, 4)
print(_testcapi.pymarshal_read_long_from_file(path), _testcapi.pymarshal_read_short_from_file(path))

# Values in one file, one after the other, with other bytes between.
values = [1, "two", [3.0, {4: (5,)}], {6}, None]
with open(path, "wb") as file:
    for value in values:
        marshal.dump(value, file)
        file.write(b"--")
with open(path, "rb") as file:
    for _ in values:
        print(marshal.load(file), file.read(2), file.tell())
    try:
        marshal.load(file)
    except EOFError as error:
        print(error)
os.unlink(path)

nested = None
for _ in range(1998):
    nested = [nested]
print(len(marshal.dumps(nested)))
try:
    marshal.dumps([[nested]])
except ValueError as error:
    print(error)
for data in [b"I\xfe\xff\xff\xff\xff\xff\xff\xff", b"f\x041.25", b"x\x011\x022j", b"a\x02\x00\x00\x00\xe9b", b"[\x01\x00\x00\x00", b"(\x01\x00\x00\x000", b"r\x00\x00\x00\x00", b"q", b"", b"i\x00", b"l\x01\x00\x00\x00\x00\x00", b"u\xff\xff\xff\xff", b"{i\x01\x00\x00\x000"]:
    try:
        print(marshal.loads(data))
    except Exception as error:
        print(type(error).__name__, error)
code = compile("def f(): return 'a b', (1, 2.5)\nclass C:\n  def g(self): return 'a b', (1, 2.5)\n", "m.py", "exec")
print(code.co_consts[0].co_consts[1] is code.co_consts[1].co_consts[2].co_consts[1], marshal.dumps(code).hex())
again = marshal.loads(marshal.dumps(code))
print(again == code, again.co_filename is again.co_consts[0].co_filename)

# expect: 2147483647 -9223372036854775808 255 9223372036854775807 3.4028234663852886e+38 2.2250738585072014e-308
# expect: ValueError (0, 1)
# expect: RuntimeError cannot be made
# expect: TypeError Picky.__init__() takes 1 positional argument but 2 were given
# expect: KeyError 0
# expect: MemoryError()
# expect: <class 'pkg.Name'> text (<class 'ValueError'>,) 1 None
# expect: PyErr_NewException: name must be module.class
# expect: 0 b"(\x04\x00\x00\x00u\x03\x00\x00\x00\xc3\xa9xf\x031.5x\x010\x012l\x07\x00\x00\x00\x00\x00\x00\x00\xa97\xa73\x04M\x93e'\x03"
# expect: ('éx', 1.5, 2j, 1000000000000000000000000000000)
# expect: 1 b"(\x04\x00\x00\x00u\x03\x00\x00\x00\xc3\xa9xf\x031.5x\x010\x012l\x07\x00\x00\x00\x00\x00\x00\x00\xa97\xa73\x04M\x93e'\x03"
# expect: ('éx', 1.5, 2j, 1000000000000000000000000000000)
# expect: 2 b"(\x04\x00\x00\x00u\x03\x00\x00\x00\xc3\xa9xg\x00\x00\x00\x00\x00\x00\xf8?y\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00@l\x07\x00\x00\x00\x00\x00\x00\x00\xa97\xa73\x04M\x93e'\x03"
# expect: ('éx', 1.5, 2j, 1000000000000000000000000000000)
# expect: 3 b"\xa8\x04\x00\x00\x00u\x03\x00\x00\x00\xc3\xa9xg\x00\x00\x00\x00\x00\x00\xf8?y\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00@l\x07\x00\x00\x00\x00\x00\x00\x00\xa97\xa73\x04M\x93e'\x03"
# expect: ('éx', 1.5, 2j, 1000000000000000000000000000000)
# expect: 4 b"\xa9\x04u\x03\x00\x00\x00\xc3\xa9xg\x00\x00\x00\x00\x00\x00\xf8?y\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00@l\x07\x00\x00\x00\x00\x00\x00\x00\xa97\xa73\x04M\x93e'\x03"
# expect: ('éx', 1.5, 2j, 1000000000000000000000000000000)
# expect: (-2, 4) (-2, 2)
# expect: 1 b'--' 7
# expect: two b'--' 14
# expect: [3.0, {4: (5,)}] b'--' 44
# expect: {6} b'--' 56
# expect: None b'--' 59
# expect: EOF read where object expected
# expect: 9991
# expect: object too deeply nested to marshal
# expect: -2
# expect: 1.25
# expect: ValueError could not convert string to float: '2j'
# expect: éb
# expect: EOFError EOF read where object expected
# expect: TypeError NULL object in marshal data for tuple
# expect: ValueError bad marshal data (invalid reference)
# expect: ValueError bad marshal data (unknown type code)
# expect: EOFError EOF read where object expected
# expect: EOFError marshal data too short
# expect: ValueError bad marshal data (unnormalized long data)
# expect: ValueError bad marshal data (string size out of range)
# expect: {}
# expect: True e30000000000000000000000000400000000000000f31e000000950053001a0072001800220053011a0053023502000000000000720167032904630000000000000000000000000100000003000000f30400000095006701a9024e29027a036120622902e901000000670000000000000440a9007205000000f300000000da046d2e7079da016672080000000100000073040000008000900f7206000000630000000000000000000000000100000000000000f31a00000095005c007201530072025301720353021a0072045303720567042905da0143e902000000630100000000000000000000000100000003000000f30400000095006701720300000072050000002901da0473656c667301000000207207000000da0167da03432e670300000073040000008000906f720600000072050000004e2906da085f5f6e616d655f5fda0a5f5f6d6f64756c655f5fda0c5f5f7175616c6e616d655f5fda0f5f5f66697273746c696e656e6f5f5f720e000000da155f5f7374617469635f617474726962757465735f5f720500000072060000007207000000720a000000720a0000000200000073050000008600dd02257206000000720a0000004e29027208000000720a000000720500000072060000007207000000da083c6d6f64756c653e7215000000010000007312000000f003010101da001ff702010126f2000101267206000000
# expect: True True
