# Corners of streams: places that no file has, descriptors that are none, classes of a program's own.
import io
import os
import sys
import tempfile


def show(call, *arguments):
    try:
        print(call(*arguments))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


class Terminal(io.RawIOBase):
    """A device that can be sought and stands at 0 all the same, as some do."""

    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    writable = seekable = readable

    def readinto(self, into):
        into[: len(self.data)] = self.data
        return len(self.data)

    def write(self, data):
        return len(data)

    def seek(self, position, whence=0):
        return 0

    def tell(self):
        return 0


for kind in io.BufferedReader, io.BufferedRandom, io.BufferedWriter:
    stream = kind(Terminal(b"12345"))
    print(stream.tell(), stream.seek(0, 1), stream.seek(3), stream.seek(0, 1))
    if kind is not io.BufferedWriter:
        print(stream.read(2), stream.tell(), stream.seek(0, 1), stream.seek(-1, 1), stream.read(1))

for file in 2**31, -(2**31) - 1, 2**64, -(2**64), -1, -5, 10**5, 1.5, None:
    show(io.FileIO, file)
    show(open, file)

with tempfile.TemporaryFile(buffering=0) as file:
    print(file.write(b"abc"), os.lseek(file.fileno(), 2**33, 0), os.lseek(file.fileno(), 5, 1) - 2**33, file.tell() - 2**33)
    os.ftruncate(file.fileno(), 2**32 + 1)
    print(os.fstat(file.fileno()).st_size, file.seek(0, 2))
    show(os.lseek, file.fileno(), 2**63, 0)
    show(os.lseek, file.fileno(), 1.5, 0)
    show(os.ftruncate, file.fileno(), -1)
    show(os.ftruncate, file.fileno(), "1")


class Text(io.TextIOWrapper):
    pass


class Bytes(io.BytesIO):
    name = "bytes"
    mode = "rb"


text = Text(Bytes(), encoding="utf-8")
print(repr(text))
print(repr(io.TextIOWrapper(Bytes(), encoding="latin-1")), repr(io.BufferedReader(Bytes())))
show(text.reconfigure)

# -- names that are no C strings ----------------------------------------------------------------------------------------
for given in (
    {"encoding": "\udcfe"},
    {"errors": "\udcfe"},
    {"encoding": "utf-8", "errors": "a\0b"},
    {"encoding": "a\0b"},
    {"encoding": "utf-8", "errors": "nosuch"},
    {"encoding": "nosuch", "errors": "\udcfe"},
    {"encoding": "hex"},
    {"encoding": "utf-8", "errors": "\udcfe", "newline": "x"},
    {"encoding": "utf-8", "newline": "x\0"},
    {"encoding": "utf-8", "newline": "\udcfe"},
    {"encoding": 5},
    {"errors": 5},
    {"newline": 5},
    {"encoding": "hex", "errors": "\0"},
):
    show(lambda: ascii(io.TextIOWrapper(Bytes(), **given)))
    text = io.TextIOWrapper(Bytes(), encoding="utf-8")
    show(lambda: ascii(text.reconfigure(**given)))
    print(text.encoding, ascii(text.errors))
    show(lambda: ascii(open(os.devnull, "w", **given)))

# -- a statement of Python 2 ---------------------------------------------------------------------------------------------
for left in print, max, len, sys.stdout.write, "".join:
    try:
        left >> sys.stderr
    except TypeError as error:
        print(str(error).replace(type(sys.stderr).__module__, ""))
try:
    print << 5
except TypeError as error:
    print(error)
try:
    name = print
    name >>= 5
except TypeError as error:
    print(error)

# expect: 0 0 0 0
# expect: b'12' 0 0 0 b'2'
# expect: 0 0 0 0
# expect: b'12' 0 0 0 b'2'
# expect: 0 0 0 0
# expect: TypeError 'expected str, bytes or os.PathLike object, not int'
# expect: TypeError 'expected str, bytes or os.PathLike object, not int'
# expect: TypeError 'expected str, bytes or os.PathLike object, not int'
# expect: TypeError 'expected str, bytes or os.PathLike object, not int'
# expect: TypeError 'expected str, bytes or os.PathLike object, not int'
# expect: TypeError 'expected str, bytes or os.PathLike object, not int'
# expect: TypeError 'expected str, bytes or os.PathLike object, not int'
# expect: TypeError 'expected str, bytes or os.PathLike object, not int'
# expect: ValueError 'negative file descriptor'
# expect: ValueError 'negative file descriptor'
# expect: ValueError 'negative file descriptor'
# expect: ValueError 'negative file descriptor'
# expect: OSError '[Errno 9] Bad file descriptor'
# expect: OSError '[Errno 9] Bad file descriptor'
# expect: TypeError 'expected str, bytes or os.PathLike object, not float'
# expect: TypeError 'expected str, bytes or os.PathLike object, not float'
# expect: TypeError 'expected str, bytes or os.PathLike object, not NoneType'
# expect: TypeError 'expected str, bytes or os.PathLike object, not NoneType'
# expect: 3 8589934592 5 5
# expect: 4294967297 4294967297
# expect: OverflowError 'Python int too large to convert to C long'
# expect: TypeError "'float' object cannot be interpreted as an integer"
# expect: OSError '[Errno 22] Invalid argument'
# expect: TypeError "'str' object cannot be interpreted as an integer"
# expect: <Text name='bytes' encoding='utf-8'>
# expect: <_io.TextIOWrapper name='bytes' encoding='latin-1'> <_io.BufferedReader name='bytes'>
# expect: None
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: utf-8 'strict'
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: utf-8 'strict'
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: ValueError 'embedded null character'
# expect: None
# expect: utf-8 'a\x00b'
# expect: ValueError 'embedded null character'
# expect: ValueError 'embedded null character'
# expect: LookupError 'unknown encoding: a'
# expect: utf-8 'strict'
# expect: ValueError 'embedded null character'
# expect: <_io.TextIOWrapper name='bytes' encoding='utf-8'>
# expect: None
# expect: utf-8 'nosuch'
# expect: <_io.TextIOWrapper name='/dev/null' mode='w' encoding='utf-8'>
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: utf-8 'strict'
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: LookupError "'hex' is not a text encoding; use codecs.open() to handle arbitrary codecs"
# expect: LookupError "'hex' is not a text encoding; use codecs.open() to handle arbitrary codecs"
# expect: utf-8 'strict'
# expect: LookupError "'hex' is not a text encoding; use codecs.open() to handle arbitrary codecs"
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: ValueError 'illegal newline value: x'
# expect: utf-8 'strict'
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: ValueError 'embedded null character'
# expect: ValueError 'illegal newline value: x'
# expect: utf-8 'strict'
# expect: ValueError 'embedded null character'
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: utf-8 'strict'
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed"
# expect: TypeError "TextIOWrapper() argument 'encoding' must be str or None, not int"
# expect: TypeError "reconfigure() argument 'encoding' must be str or None, not int"
# expect: utf-8 'strict'
# expect: TypeError "open() argument 'encoding' must be str or None, not int"
# expect: TypeError "TextIOWrapper() argument 'errors' must be str or None, not int"
# expect: TypeError "reconfigure() argument 'errors' must be str or None, not int"
# expect: utf-8 'strict'
# expect: TypeError "open() argument 'errors' must be str or None, not int"
# expect: TypeError "TextIOWrapper() argument 'newline' must be str or None, not int"
# expect: TypeError "reconfigure() argument 'newline' must be str or None, not int"
# expect: utf-8 'strict'
# expect: TypeError "open() argument 'newline' must be str or None, not int"
# expect: ValueError 'embedded null character'
# expect: LookupError "'hex' is not a text encoding; use codecs.open() to handle arbitrary codecs"
# expect: utf-8 'strict'
# expect: ValueError 'embedded null character'
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and '.TextIOWrapper'. Did you mean "print(<message>, file=<output_stream>)"?
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and '.TextIOWrapper'
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and '.TextIOWrapper'
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and '.TextIOWrapper'
# expect: unsupported operand type(s) for >>: 'builtin_function_or_method' and '.TextIOWrapper'
# expect: unsupported operand type(s) for <<: 'builtin_function_or_method' and 'int'
# expect: unsupported operand type(s) for >>=: 'builtin_function_or_method' and 'int'
