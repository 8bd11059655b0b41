# BytesIO, StringIO, line ends, open()'s arguments; and a long random run of a BufferedRandom beside a bytearray.
import _io
import codecs
import gc
import io
import os
import sys

FOLDER = f"/tmp/underglass-streams_memory-{os.getpid()}"
os.mkdir(FOLDER)
os.chdir(FOLDER)
P = "file"


def plain(o):
    shown = repr(o)
    return f"a {type(o).__name__}" if " at 0x" in shown or "object at" in shown else shown


def t(f, *a, **k):
    try:
        r = f(*a, **k)
    except BaseException as e:
        r = f"{type(e).__name__}: {e}"
    given = [plain(x) for x in a] + [f"{n}={plain(x)}" for n, x in k.items()]
    print(f"{f.__name__}({', '.join(given)}) -> {plain(r)}")
    return r



class Rnd:
    s = 12345

    def randrange(self, a, b=None):
        if b is None:
            a, b = (0, a)
        self.s = (self.s * 1103515245 + 12345) % 2 ** 31
        return a + (self.s >> 8) % (b - a)
b = io.BytesIO(b'abc\ndef\n\nxyz')
print(b.read(2), b.tell(), b.readline(), b.readline(2), b.readlines(), b.read(), b.seek(0), b.getvalue())
print(list(b))
b.seek(20)
b.write(b'Q')
print(b.getvalue())
b.truncate(3)
print(b.getvalue(), b.tell())
v = b.getbuffer()
t(b.write, b'xxxxxxxxxxxxxxxxxxxxxxxxxxxx')
t(b.close)
t(b.truncate, 0)
v[0] = 90
print(bytes(v))
v.release()
print(b.getvalue())

for a in [(0,), (-1,), (5, 1), (-5, 1), (0, 2), (0, 7), (1.5,), (None,)]:
    t(b.seek, *a)

for a in [(None,), (2,), ('x',), (1.5,), (-7,)]:
    b.seek(0)
    t(b.read, *a)
    t(b.readline, *a)
    t(b.readlines, *a)
    t(b.read1, *a)
t(b.truncate, -1)
t(b.truncate, 'x')
t(b.write, 'x')
t(b.write, 5)
t(b.readinto, b'x')
x = bytearray(10)
b.seek(0)
t(b.readinto, x)
print(x)
t(b.writelines, [b'a', bytearray(b'b'), memoryview(b'c')])
t(b.writelines, ['a'])
t(b.writelines, 5)
print(b.getvalue())
print(b.__getstate__())
c = io.BytesIO()
c.__setstate__((b'hey', 1, {'a': 2}))
print(c.getvalue(), c.tell(), c.a)

for s in [(1,), (b'x', 'y', None), (b'x', -1, None), (b'x', 1, 5)]:
    t(c.__setstate__, s)
t(io.BytesIO, 5)
t(io.BytesIO, 'x')
t(io.BytesIO, b'', b'')
t(io.BytesIO, initial_bytes=b'q')
t(io.BytesIO, None)
print(sys.getsizeof(io.BytesIO()), sys.getsizeof(io.BytesIO(b'abc')))
z = io.BytesIO()
z.write(b'abc')
print(sys.getsizeof(z))
z.write(b'x' * 100)
print(sys.getsizeof(z))
b.close()

for n in 'read readline readlines tell getvalue getbuffer flush isatty readable seekable writable __next__ __iter__ __getstate__ truncate'.split():
    t(getattr(b, n))
print(b.closed, repr(io.BytesIO())[:17])

class MB(io.BytesIO):

    def write(s, d):
        return super().write(d + b'!')
m = MB(b'q')
m.write(b'a')
print(m.getvalue())
m.x = 1
print(m.__dict__)

for nl in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO('a\nb\r\nc\rd', nl)
    print(repr(nl), repr(s.getvalue()), list(s), s.newlines, s.line_buffering)
    s = io.StringIO(newline=nl)
    s.write('x\ny\r\nz\r')
    print(repr(s.getvalue()), s.tell(), s.seek(0), repr(s.read()), s.newlines)
s = io.StringIO()
s.write('héllo')
s.write('wörld😀')
print(s.getvalue(), s.tell())
s.seek(2)
s.write('XX')
print(s.getvalue(), repr(s.read(3)), repr(s.readline()))
s.seek(20)
s.write('e')
print(repr(s.getvalue()))
s.truncate(5)
print(s.getvalue(), s.tell())
s.seek(0)
print(s.readline(3), s.readlines(), s.read())

for a in [(0,), (-1,), (5, 1), (0, 1), (0, 2), (0, 7), (1.5,), (None,)]:
    t(s.seek, *a)

for a in [(None,), (2,), ('x',), (1.5,), (-7,)]:
    s.seek(0)
    t(s.read, *a)
    t(s.readline, *a)
t(s.truncate, -1)
t(s.write, b'x')
t(s.write, 5)
t(s.writelines, ['a', 'b'])
t(s.writelines, [1])
print(s.getvalue())
print(s.__getstate__())
c = io.StringIO()
c.__setstate__(('hey\r\n', '\r\n', 1, {'a': 2}))
print(repr(c.getvalue()), c.tell(), c.a)

for st in [(1,), ('x', '\n', 'y', None), ('x', '\n', -1, None), ('x', '\n', 1, 5), (5, '\n', 1, None)]:
    t(c.__setstate__, st)
t(io.StringIO, 5)
t(io.StringIO, b'')
t(io.StringIO, '', 'x')
t(io.StringIO, '', 5)
t(io.StringIO, 'a', newline=None)
t(io.StringIO, '', '\n', 1)
t(io.StringIO, x=1)
s.close()
print(s.closed)

for n in 'read readline readlines tell getvalue flush isatty readable seekable writable __next__ __iter__ __getstate__ truncate close'.split():
    t(getattr(s, n))
t(io.StringIO.__new__(io.StringIO).read)
t(io.StringIO().fileno)
print(io.StringIO().encoding, io.StringIO().errors)
d = io.IncrementalNewlineDecoder(None, True)

for x in ['a\r', '\nb\r', 'c', '\r', '']:
    print(repr(d.decode(x)), d.newlines, d.getstate())
print(repr(d.decode('', True)), d.newlines)
d.reset()
print(d.newlines, d.getstate())
d.setstate((b'', 1))
print(repr(d.decode('\n')))
d = io.IncrementalNewlineDecoder(None, False)
print(repr(d.decode('a\r')), repr(d.decode('\nb\r\n')), d.newlines)
d = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), translate=True)
print(repr(d.decode(b'a\xc3')), d.getstate(), repr(d.decode(b'\xa9\r')), d.getstate(), repr(d.decode(b'', final=True)))
t(d.setstate, 5)
t(d.setstate, (1,))
t(io.IncrementalNewlineDecoder)
t(io.IncrementalNewlineDecoder, None)
t(io.IncrementalNewlineDecoder.__new__(io.IncrementalNewlineDecoder).decode, '')
t(io.IncrementalNewlineDecoder(None, 1).decode, b'x')

for m in ('r', 'w', 'a', 'rb', 'wb', 'r+', 'r+b', 'w+b', 'rt', 'wt', 'rU', 'U', 'tb', 'rw', '', 'b', 't', '+', 'q', 'rr', 'ab+', 'xb'):
    try:
        f = open(P, m)
        print(m, type(f).__name__, getattr(f, 'mode', None))
        f.close()
    except BaseException as e:
        print(m, type(e).__name__, e)
if os.path.exists(P):
    pass

for k in [dict(encoding='utf-8', mode='rb'), dict(errors='x', mode='rb'), dict(newline='', mode='rb'), dict(buffering=0), dict(buffering=0, mode='rb'), dict(buffering=1), dict(buffering=7, mode='rb'), dict(buffering=-5), dict(newline='x'), dict(encoding='nope'), dict(errors='nope'), dict(encoding=5), dict(errors=5), dict(newline=5), dict(mode=5), dict(buffering='x'), dict(closefd=False)]:
    t(open, P, **k)
t(open)
t(open, None)
t(open, [])
t(open, '/')
t(open, 'a\x00')
t(open, 9999)
t(open, -1)
f = open(P, 'w', buffering=1)
print(f.line_buffering, f.buffer.raw._blksize)
f.close()
rnd = Rnd()
open(P, 'wb').write(bytes(range(256)) * 4)

for size in (16, 7):
    f = open(P, 'r+b', size)
    model = bytearray(open(P, 'rb').read())
    pos = 0
    log = []
    for i in range(500):
        op = rnd.randrange(9)
        if op == 0:
            n = rnd.randrange(30)
            r = f.read(n)
            e = bytes(model[pos:pos + n])
            pos += len(e)
            assert r == e, (i, r, e)
        elif op == 1:
            d = bytes((rnd.randrange(256) for _ in range(rnd.randrange(30))))
            assert f.write(d) == len(d)
            if pos > len(model):
                model += b'\x00' * (pos - len(model))
            model[pos:pos + len(d)] = d
            pos += len(d)
        elif op == 2:
            pos = rnd.randrange(1100)
            assert f.seek(pos) == pos
        elif op == 3:
            assert f.tell() == pos, (i, f.tell(), pos)
        elif op == 4:
            f.flush()
        elif op == 5:
            r = f.peek()
            e = model[pos:pos + len(r)]
            assert bytes(e) == r, i
        elif op == 6:
            r = f.readline()
            j = model.find(b'\n', pos)
            e = bytes(model[pos:] if j < 0 else model[pos:j + 1]) if pos <= len(model) else b''
            pos += len(e)
            assert r == e, (i, r, e)
        elif op == 7:
            r = f.read1(rnd.randrange(1, 20))
            e = bytes(model[pos:pos + len(r)])
            pos += len(r)
            assert r == e, i
        elif op == 8:
            x = bytearray(rnd.randrange(1, 30))
            n = f.readinto(x)
            e = bytes(model[pos:pos + len(x)])
            pos += n
            assert bytes(x[:n]) == e, i
    f.close()
    assert open(P, 'rb').read() == bytes(model)
    print('random ok', len(model))

if os.path.exists(P):
    os.unlink(P)
os.chdir("/")
os.rmdir(FOLDER)

# expect: b'ab' 2 b'c\n' b'de' [b'f\n', b'\n', b'xyz'] b'' 0 b'abc\ndef\n\nxyz'
# expect: [b'abc\n', b'def\n', b'\n', b'xyz']
# expect: b'abc\ndef\n\nxyz\x00\x00\x00\x00\x00\x00\x00\x00Q'
# expect: b'abc' 21
# expect: write(b'xxxxxxxxxxxxxxxxxxxxxxxxxxxx') -> 'BufferError: Existing exports of data: object cannot be re-sized'
# expect: close() -> 'BufferError: Existing exports of data: object cannot be re-sized'
# expect: truncate(0) -> 'BufferError: Existing exports of data: object cannot be re-sized'
# expect: b'Zbc'
# expect: b'Zbc'
# expect: seek(0) -> 0
# expect: seek(-1) -> 'ValueError: negative seek value -1'
# expect: seek(5, 1) -> 5
# expect: seek(-5, 1) -> 0
# expect: seek(0, 2) -> 3
# expect: seek(0, 7) -> 'ValueError: invalid whence (7, should be 0, 1 or 2)'
# expect: seek(1.5) -> "TypeError: 'float' object cannot be interpreted as an integer"
# expect: seek(None) -> "TypeError: 'NoneType' object cannot be interpreted as an integer"
# expect: read(None) -> b'Zbc'
# expect: readline(None) -> b''
# expect: readlines(None) -> []
# expect: read1(None) -> b''
# expect: read(2) -> b'Zb'
# expect: readline(2) -> b'c'
# expect: readlines(2) -> []
# expect: read1(2) -> b''
# expect: read('x') -> "TypeError: argument should be integer or None, not 'str'"
# expect: readline('x') -> "TypeError: argument should be integer or None, not 'str'"
# expect: readlines('x') -> "TypeError: integer argument expected, got 'str'"
# expect: read1('x') -> "TypeError: argument should be integer or None, not 'str'"
# expect: read(1.5) -> "TypeError: argument should be integer or None, not 'float'"
# expect: readline(1.5) -> "TypeError: argument should be integer or None, not 'float'"
# expect: readlines(1.5) -> "TypeError: integer argument expected, got 'float'"
# expect: read1(1.5) -> "TypeError: argument should be integer or None, not 'float'"
# expect: read(-7) -> b'Zbc'
# expect: readline(-7) -> b''
# expect: readlines(-7) -> []
# expect: read1(-7) -> b''
# expect: truncate(-1) -> 'ValueError: negative size value -1'
# expect: truncate('x') -> "TypeError: argument should be integer or None, not 'str'"
# expect: write('x') -> "TypeError: a bytes-like object is required, not 'str'"
# expect: write(5) -> "TypeError: a bytes-like object is required, not 'int'"
# expect: readinto(b'x') -> 'TypeError: readinto() argument must be read-write bytes-like object, not bytes'
# expect: readinto(bytearray(b'Zbc\x00\x00\x00\x00\x00\x00\x00')) -> 3
# expect: bytearray(b'Zbc\x00\x00\x00\x00\x00\x00\x00')
# expect: writelines(a list) -> None
# expect: writelines(['a']) -> "TypeError: a bytes-like object is required, not 'str'"
# expect: writelines(5) -> "TypeError: 'int' object is not iterable"
# expect: b'Zbcabc'
# expect: (b'Zbcabc', 6, None)
# expect: b'hey' 1 2
# expect: __setstate__((1,)) -> 'TypeError: _io.BytesIO.__setstate__ argument should be 3-tuple, got tuple'
# expect: __setstate__((b'x', 'y', None)) -> 'TypeError: second item of state must be an integer, not str'
# expect: __setstate__((b'x', -1, None)) -> 'ValueError: position value cannot be negative'
# expect: __setstate__((b'x', 1, 5)) -> 'TypeError: third item of state should be a dict, got a int'
# expect: BytesIO(5) -> "TypeError: a bytes-like object is required, not 'int'"
# expect: BytesIO('x') -> "TypeError: a bytes-like object is required, not 'str'"
# expect: BytesIO(b'', b'') -> 'TypeError: BytesIO() takes at most 1 argument (2 given)'
# expect: BytesIO(initial_bytes=b'q') -> a BytesIO
# expect: BytesIO(None) -> a BytesIO
# expect: 80 80
# expect: 117
# expect: 217
# expect: read() -> 'ValueError: I/O operation on closed file.'
# expect: readline() -> 'ValueError: I/O operation on closed file.'
# expect: readlines() -> 'ValueError: I/O operation on closed file.'
# expect: tell() -> 'ValueError: I/O operation on closed file.'
# expect: getvalue() -> 'ValueError: I/O operation on closed file.'
# expect: getbuffer() -> 'ValueError: I/O operation on closed file.'
# expect: flush() -> 'ValueError: I/O operation on closed file.'
# expect: isatty() -> 'ValueError: I/O operation on closed file.'
# expect: readable() -> 'ValueError: I/O operation on closed file.'
# expect: seekable() -> 'ValueError: I/O operation on closed file.'
# expect: writable() -> 'ValueError: I/O operation on closed file.'
# expect: __next__() -> 'ValueError: I/O operation on closed file.'
# expect: __iter__() -> a BytesIO
# expect: __getstate__() -> 'ValueError: I/O operation on closed file.'
# expect: truncate() -> 'ValueError: I/O operation on closed file.'
# expect: True <_io.BytesIO obje
# expect: b'a!'
# expect: {'x': 1}
# expect: None 'a\nb\nc\nd' ['a\n', 'b\n', 'c\n', 'd'] ('\r', '\n', '\r\n') False
# expect: 'x\ny\nz\n' 6 0 'x\ny\nz\n' ('\r', '\n', '\r\n')
# expect: '' 'a\nb\r\nc\rd' ['a\n', 'b\r\n', 'c\r', 'd'] ('\r', '\n', '\r\n') False
# expect: 'x\ny\r\nz\r' 7 0 'x\ny\r\nz\r' ('\r', '\n', '\r\n')
# expect: '\n' 'a\nb\r\nc\rd' ['a\n', 'b\r\n', 'c\rd'] None False
# expect: 'x\ny\r\nz\r' 7 0 'x\ny\r\nz\r' None
# expect: '\r' 'a\rb\r\rc\rd' ['a\r', 'b\r', '\r', 'c\r', 'd'] None False
# expect: 'x\ry\r\rz\r' 7 0 'x\ry\r\rz\r' None
# expect: '\r\n' 'a\r\nb\r\r\nc\rd' ['a\r\n', 'b\r\r\n', 'c\rd'] None False
# expect: 'x\r\ny\r\r\nz\r' 9 0 'x\r\ny\r\r\nz\r' None
# expect: héllowörld😀 11
# expect: héXXowörld😀 'owö' 'rld😀'
# expect: 'héXXowörld😀\x00\x00\x00\x00\x00\x00\x00\x00\x00e'
# expect: héXXo 21
# expect-json: "héX ['Xo'] "
# expect: seek(0) -> 0
# expect: seek(-1) -> 'ValueError: Negative seek position -1'
# expect: seek(5, 1) -> "OSError: Can't do nonzero cur-relative seeks"
# expect: seek(0, 1) -> 0
# expect: seek(0, 2) -> 5
# expect: seek(0, 7) -> 'ValueError: Invalid whence (7, should be 0, 1 or 2)'
# expect: seek(1.5) -> "TypeError: 'float' object cannot be interpreted as an integer"
# expect: seek(None) -> "TypeError: 'NoneType' object cannot be interpreted as an integer"
# expect: read(None) -> 'héXXo'
# expect: readline(None) -> ''
# expect: read(2) -> 'hé'
# expect: readline(2) -> 'XX'
# expect: read('x') -> "TypeError: argument should be integer or None, not 'str'"
# expect: readline('x') -> "TypeError: argument should be integer or None, not 'str'"
# expect: read(1.5) -> "TypeError: argument should be integer or None, not 'float'"
# expect: readline(1.5) -> "TypeError: argument should be integer or None, not 'float'"
# expect: read(-7) -> 'héXXo'
# expect: readline(-7) -> ''
# expect: truncate(-1) -> 'ValueError: Negative size value -1'
# expect: write(b'x') -> "TypeError: string argument expected, got 'bytes'"
# expect: write(5) -> "TypeError: string argument expected, got 'int'"
# expect: writelines(['a', 'b']) -> None
# expect: writelines([1]) -> "TypeError: string argument expected, got 'int'"
# expect: héXXoab
# expect: ('héXXoab', '\n', 7, None)
# expect: 'hey\r\n' 1 2
# expect: __setstate__((1,)) -> 'TypeError: _io.StringIO.__setstate__ argument should be 4-tuple, got tuple'
# expect: __setstate__(('x', '\n', 'y', None)) -> 'TypeError: third item of state must be an integer, got str'
# expect: __setstate__(('x', '\n', -1, None)) -> 'ValueError: position value cannot be negative'
# expect: __setstate__(('x', '\n', 1, 5)) -> 'TypeError: fourth item of state should be a dict, got a int'
# expect: __setstate__((5, '\n', 1, None)) -> 'TypeError: initial_value must be str or None, not int'
# expect: StringIO(5) -> 'TypeError: initial_value must be str or None, not int'
# expect: StringIO(b'') -> 'TypeError: initial_value must be str or None, not bytes'
# expect: StringIO('', 'x') -> "ValueError: illegal newline value: 'x'"
# expect: StringIO('', 5) -> 'TypeError: newline must be str or None, not int'
# expect: StringIO('a', newline=None) -> a StringIO
# expect: StringIO('', '\n', 1) -> 'TypeError: StringIO() takes at most 2 arguments (3 given)'
# expect: StringIO(x=1) -> "TypeError: StringIO() got an unexpected keyword argument 'x'"
# expect: True
# expect: read() -> 'ValueError: I/O operation on closed file'
# expect: readline() -> 'ValueError: I/O operation on closed file'
# expect: readlines() -> 'ValueError: I/O operation on closed file.'
# expect: tell() -> 'ValueError: I/O operation on closed file'
# expect: getvalue() -> 'ValueError: I/O operation on closed file'
# expect: flush() -> None
# expect: isatty() -> 'ValueError: I/O operation on closed file.'
# expect: readable() -> 'ValueError: I/O operation on closed file'
# expect: seekable() -> 'ValueError: I/O operation on closed file'
# expect: writable() -> 'ValueError: I/O operation on closed file'
# expect: __next__() -> 'ValueError: I/O operation on closed file'
# expect: __iter__() -> 'ValueError: I/O operation on closed file.'
# expect: __getstate__() -> 'ValueError: I/O operation on closed file'
# expect: truncate() -> 'ValueError: I/O operation on closed file'
# expect: close() -> None
# expect: read() -> 'ValueError: I/O operation on uninitialized object'
# expect: fileno() -> 'UnsupportedOperation: fileno'
# expect: None None
# expect: 'a' None (b'', 1)
# expect-json: "'\\nb' \r"
# expect:  (b'', 1)
# expect: '\nc' ('\r', '\r\n') (b'', 0)
# expect: '' ('\r', '\r\n') (b'', 1)
# expect: '' ('\r', '\r\n') (b'', 1)
# expect: '\n' ('\r', '\r\n')
# expect: None (b'', 0)
# expect: '\n'
# expect-json: "'a' '\\r\\nb\\r\\n' \r"
# expect:
# expect: 'a' (b'\xc3', 0) 'é' (b'', 1) '\n'
# expect: setstate(5) -> 'TypeError: state argument must be a tuple'
# expect: setstate((1,)) -> 'TypeError: setstate(): illegal state argument'
# expect: IncrementalNewlineDecoder() -> "TypeError: IncrementalNewlineDecoder() missing required argument 'decoder' (pos 1)"
# expect: IncrementalNewlineDecoder(None) -> "TypeError: IncrementalNewlineDecoder() missing required argument 'translate' (pos 2)"
# expect: decode('') -> 'ValueError: IncrementalNewlineDecoder.__init__() not called'
# expect: decode(b'x') -> "TypeError: decoder should return a string result, not 'bytes'"
# expect: r FileNotFoundError [Errno 2] No such file or directory: 'file'
# expect: w TextIOWrapper w
# expect: a TextIOWrapper a
# expect: rb BufferedReader rb
# expect: wb BufferedWriter wb
# expect: r+ TextIOWrapper r+
# expect: r+b BufferedRandom rb+
# expect: w+b BufferedRandom rb+
# expect: rt TextIOWrapper rt
# expect: wt TextIOWrapper wt
# expect: rU ValueError invalid mode: 'rU'
# expect: U ValueError invalid mode: 'U'
# expect: tb ValueError can't have text and binary mode at once
# expect: rw ValueError must have exactly one of create/read/write/append mode
# expect:  ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: b ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: t ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: + ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: q ValueError invalid mode: 'q'
# expect: rr ValueError invalid mode: 'rr'
# expect: ab+ BufferedRandom ab+
# expect: xb FileExistsError [Errno 17] File exists: 'file'
# expect: open('file', encoding='utf-8', mode='rb') -> "ValueError: binary mode doesn't take an encoding argument"
# expect: open('file', errors='x', mode='rb') -> "ValueError: binary mode doesn't take an errors argument"
# expect: open('file', newline='', mode='rb') -> "ValueError: binary mode doesn't take a newline argument"
# expect: open('file', buffering=0) -> "ValueError: can't have unbuffered text I/O"
# expect: open('file', buffering=0, mode='rb') -> <_io.FileIO name='file' mode='rb' closefd=True>
# expect: open('file', buffering=1) -> <_io.TextIOWrapper name='file' mode='r' encoding='UTF-8'>
# expect: open('file', buffering=7, mode='rb') -> <_io.BufferedReader name='file'>
# expect: open('file', buffering=-5) -> <_io.TextIOWrapper name='file' mode='r' encoding='UTF-8'>
# expect: open('file', newline='x') -> 'ValueError: illegal newline value: x'
# expect: open('file', encoding='nope') -> 'LookupError: unknown encoding: nope'
# expect: open('file', errors='nope') -> <_io.TextIOWrapper name='file' mode='r' encoding='UTF-8'>
# expect: open('file', encoding=5) -> "TypeError: open() argument 'encoding' must be str or None, not int"
# expect: open('file', errors=5) -> "TypeError: open() argument 'errors' must be str or None, not int"
# expect: open('file', newline=5) -> "TypeError: open() argument 'newline' must be str or None, not int"
# expect: open('file', mode=5) -> "TypeError: open() argument 'mode' must be str, not int"
# expect: open('file', buffering='x') -> "TypeError: 'str' object cannot be interpreted as an integer"
# expect: open('file', closefd=False) -> 'ValueError: Cannot use closefd=False with file name'
# expect: open() -> "TypeError: open() missing required argument 'file' (pos 1)"
# expect: open(None) -> 'TypeError: expected str, bytes or os.PathLike object, not NoneType'
# expect: open([]) -> 'TypeError: expected str, bytes or os.PathLike object, not list'
# expect: open('/') -> "IsADirectoryError: [Errno 21] Is a directory: '/'"
# expect: open('a\x00') -> 'ValueError: embedded null byte'
# expect: open(9999) -> 'OSError: [Errno 9] Bad file descriptor'
# expect: open(-1) -> 'ValueError: negative file descriptor'
# expect: True 4096
# expect: random ok 1234
# expect: random ok 1368
