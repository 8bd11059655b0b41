# TextIOWrapper: encodings and line ends, positions, reconfigure, detach, errors; and how streams close themselves.
import _io
import codecs
import gc
import io
import os
import sys

FOLDER = f"/tmp/underglass-streams_text-{os.getpid()}"
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
data = 'héllo wörld\nline two\r\nthree\rfour €\n😀 five'

for enc in ('utf-8', 'latin-1', 'ascii', 'utf-16', 'utf-16-le', 'utf-32', 'utf-8-sig', 'utf-16-be', 'utf-7', 'cp1252', 'unicode_escape', 'raw_unicode_escape'):
    for nl in (None, '', '\n', '\r', '\r\n') if enc == 'utf-8' else (None, '\r\n'):
        try:
            with open(P, 'w', encoding=enc, newline=nl, errors='backslashreplace') as f:
                f.write(data)
                f.write('end\n')
            raw = open(P, 'rb').read()
            with open(P, encoding=enc, newline=nl) as f:
                ls = list(f)
                n = f.newlines
            with open(P, encoding=enc, newline=nl) as f:
                a = f.read()
            with open(P, encoding=enc, newline=nl) as f:
                x = [f.read(3)]
                x.append(f.readline(4))
                x.append(f.readline())
                p = f.tell()
                y = f.read()
                f.seek(p)
                assert f.read() == y
            with open(P, encoding=enc, newline=nl) as f:
                ps = []
                while True:
                    p = f.tell()
                    c = f.read(1)
                    if not c:
                        break
                    ps.append((p, c))
                for p, c in ps:
                    f.seek(p)
                    assert f.read(1) == c, (enc, nl, p, c)
            print(enc, repr(nl), hash(raw), hash(tuple(ls)), n, a == ''.join(ls), x, [p for p, c in ps][:6], ps[-1])
        except BaseException as e:
            print(enc, repr(nl), type(e).__name__, e)
f = open(P, 'w+', encoding='utf-16')
f.write('ab')
f.seek(0, 2)
f.write('cd')
f.seek(0)
print(f.read(), f.buffer.seek(0), f.buffer.read())
f.close()
f = open(P, 'a', encoding='utf-16')
f.write('ef')
f.close()
print(open(P, 'rb').read())

class Raw(io.BytesIO):

    def write(s, b):
        print('W', len(b), bytes(b)[:9])
        return super().write(b)

    def flush(s):
        print('F')
r = Raw()
w = io.TextIOWrapper(r, encoding='utf-8', line_buffering=True)
w.write('a')
w.write('b\n')
w.write('c\r')
w.write_through
w.reconfigure(line_buffering=False, write_through=True)
w.write('d')
w.reconfigure(write_through=False)
w.write('x' * 9000)
w.write('y')
w.flush()
print(w.buffer is r)
w.reconfigure(encoding='ascii', errors='replace', newline='\r\n')
print(w.encoding, w.errors)
w.write('é\n')
w.flush()
t(w.reconfigure, encoding=5)
t(w.reconfigure, newline='x')
t(w.reconfigure, encoding='nope')
t(w.reconfigure, errors=5)
t(w.reconfigure, 5)
print(repr(w), w.name if hasattr(w, 'name') else None)
b = w.detach()
t(w.read)
t(w.write, 'x')
t(w.close)
t(repr, w)
print(w.encoding if 0 else '')
t(w.detach)
t(w.flush)
w = io.TextIOWrapper(io.BytesIO(b'abc\ndef'))
print(w.encoding, w.errors, w.newlines, w.line_buffering, w.closed, w._CHUNK_SIZE, w.isatty(), w.readable(), w.writable(), w.seekable())
t(w.fileno)
t(w.truncate, 0)
w._CHUNK_SIZE = 2
print(w.read(), w.seek(0), w.readline(), w.readline())
t(setattr, w, '_CHUNK_SIZE', 0)
t(setattr, w, '_CHUNK_SIZE', 'x')
t(w.reconfigure, encoding='latin-1')
w = io.TextIOWrapper(io.BytesIO(b'abc\ndef\nghi'), encoding='utf-8')
next(w)
t(w.tell)
t(w.seek, 1, 1)
t(w.seek, 0, 1)
t(w.seek, 1, 2)
t(w.seek, 0, 2)
t(w.tell)
t(w.seek, -1)
t(w.seek, 0, 5)
t(w.seek, 1.5)
t(w.seek, 2 ** 200)
t(w.write, b'x')
t(w.write, 5)
t(w.read, 'x')
t(w.readline, 'x')
t(w.readline, None)
t(w.read, None)
w = io.TextIOWrapper(io.BytesIO(b'ab\xffcd'), encoding='utf-8')
t(w.read)
w = io.TextIOWrapper(io.BytesIO(b'ab\xffcd'), encoding='utf-8', errors='surrogateescape')
t(w.read)
w = io.TextIOWrapper(io.BytesIO(), encoding='ascii')
t(w.write, 'é')
t(io.TextIOWrapper)
t(io.TextIOWrapper, 5)
t(io.TextIOWrapper, io.BytesIO(), newline='x')
t(io.TextIOWrapper, io.BytesIO(), encoding=3)
t(io.TextIOWrapper, io.BytesIO(), errors=3)
t(io.TextIOWrapper, io.BytesIO(), encoding='nope')
t(io.TextIOWrapper, io.BytesIO(), 'utf-8', 'strict', '\n', False, False, 1)
t(io.TextIOWrapper, io.BytesIO(), encoding='locale')
w = io.TextIOWrapper(io.BytesIO(b'x'))
w.close()

for n in 'read readline write flush tell seek truncate detach close isatty readable fileno __next__ __iter__ __enter__'.split():
    t(getattr(w, n), *(['x'] if n == 'write' else [0] if n == 'seek' else []))
print(io.TextIOWrapper(open(P, 'rb')), open(P), open(P, 'rb'), open(P, 'r+b'), open(P, 'wb'), open(P, 'wb', 0))

class Dec:

    def __init__(s, e):
        pass

    def decode(s, b, f=False):
        return 5

class MyRaw(io.RawIOBase):

    def __init__(s):
        s.d = b'one\ntwo\nthree'

    def readable(s):
        return True

    def readinto(s, b):
        n = min(3, len(b), len(s.d))
        b[:n] = s.d[:n]
        s.d = s.d[n:]
        return n
print(list(io.TextIOWrapper(io.BufferedReader(MyRaw()), encoding='utf-8')))

class NoRead1:
    closed = False

    def __init__(s):
        s.d = b'one\ntwo'

    def readable(s):
        return True

    def writable(s):
        return False

    def seekable(s):
        return False

    def read(s, n=-1):
        r = s.d
        s.d = b''
        return r

    def flush(s):
        pass

    def close(s):
        s.closed = True
w = io.TextIOWrapper(NoRead1(), encoding='utf-8')
print(w.readlines())
t(w.write, 'x')
t(w.tell)
t(w.seek, 0)

class BadRead(NoRead1):

    def read(s, n=-1):
        return 'str'
t(io.TextIOWrapper(BadRead(), encoding='utf-8').read, 3)
t(io.TextIOWrapper(BadRead(), encoding='utf-8').readline)

class F(io.FileIO):

    def close(s):
        print('closing', s.closed)
        super().close()
f = F(P, 'w')
del f

class FB(io.BytesIO):

    def __del__(s):
        print('del')
        super().__del__()

    def close(s):
        print('close')
        super().close()
x = FB()
del x
gc.collect()
f = open(P, 'w')
f.write('unflushed')
del f
print(open(P).read())

class E(io.BytesIO):

    def flush(s):
        1 / 0
sys.unraisablehook = lambda a: print('unraisable', a.exc_type, a.err_msg)
e = E()
w = io.TextIOWrapper(e)
w.write('x')
try:
    w.close()
except ZeroDivisionError as z:
    print('zde', w.closed, e.closed)

class E2(io.RawIOBase):

    def close(s):
        super().close()
        raise ValueError('x')
e = E2()
del e

if os.path.exists(P):
    os.unlink(P)
os.chdir("/")
os.rmdir(FOLDER)

# expect: utf-8 None -3269585665756623049 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 1, 3, 4, 5, 6] (51, '\n')
# expect: utf-8 '' -3269585665756623049 5938875702643053591 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 1, 3, 4, 5, 6] (51, '\n')
# expect: utf-8 '\n' -3269585665756623049 -648975834497994017 None True ['hél', 'lo w', 'örld\n'] [0, 1, 3, 4, 5, 6] (51, '\n')
# expect: utf-8 '\r' 4255304409072483017 -678622666782666316 None True ['hél', 'lo w', 'örld\r'] [0, 1, 3, 4, 5, 6] (51, '\r')
# expect: utf-8 '\r\n' 3254072037894435399 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 1, 3, 4, 5, 6] (55, '\n')
# expect: latin-1 None 5566987558079923650 7043768958603811503 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 1, 2, 3, 4, 5] (58, '\n')
# expect: latin-1 '\r\n' 6071929709501227838 -5077515668750805808 None True ['hél', 'lo w', 'örld\r\n'] [0, 1, 2, 3, 4, 5] (62, '\n')
# expect: ascii None 8700789109529707784 -5801365545610402372 ('\r', '\n', '\r\n') True ['h\\x', 'e9ll', 'o w\\xf6rld\n'] [0, 1, 2, 3, 4, 5] (64, '\n')
# expect: ascii '\r\n' -6674492860494706598 -5983901880974696646 None True ['h\\x', 'e9ll', 'o w\\xf6rld\r\n'] [0, 1, 2, 3, 4, 5] (68, '\n')
# expect: utf-16 None -7500881687156359271 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 4, 6, 8, 10, 12] (92, '\n')
# expect: utf-16 '\r\n' -1571692464317827099 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 4, 6, 8, 10, 12] (100, '\n')
# expect: utf-16-le None -2320399157277605535 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 2, 4, 6, 8, 10] (90, '\n')
# expect: utf-16-le '\r\n' -7279215316820502656 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 2, 4, 6, 8, 10] (98, '\n')
# expect: utf-32 None -6967961847522693636 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 8, 12, 16, 20, 24] (180, '\n')
# expect: utf-32 '\r\n' -4815999209961127579 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 8, 12, 16, 20, 24] (196, '\n')
# expect: utf-8-sig None 6768251456878311538 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 4, 6, 7, 8, 9] (54, '\n')
# expect: utf-8-sig '\r\n' 548824846979565685 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 4, 6, 7, 8, 9] (58, '\n')
# expect: utf-16-be None 8006379024460616869 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 2, 4, 6, 8, 10] (90, '\n')
# expect: utf-16-be '\r\n' 8402986408981175470 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 2, 4, 6, 8, 10] (98, '\n')
# expect: utf-7 None 8794489671346737997 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 1, 6, 7, 8, 9] (61, '\n')
# expect: utf-7 '\r\n' 8489797697735482491 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 1, 6, 7, 8, 9] (65, '\n')
# expect: cp1252 None 2715586247566556264 6262964372268749514 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 1, 2, 3, 4, 5] (53, '\n')
# expect: cp1252 '\r\n' 3263314549395511889 4345501473086642136 None True ['hél', 'lo w', 'örld\r\n'] [0, 1, 2, 3, 4, 5] (57, '\n')
# expect: unicode_escape None 294729701516983854 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 1, 5, 6, 7, 8] (69, '\n')
# expect: unicode_escape '\r\n' -869920210397425077 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 1, 5, 6, 7, 8] (77, '\n')
# expect: raw_unicode_escape None 5566987558079923650 4068764840795956035 ('\r', '\n', '\r\n') True ['hél', 'lo w', 'örld\n'] [0, 1, 2, 3, 4, 5] (58, '\n')
# expect: raw_unicode_escape '\r\n' 6071929709501227838 1227894602130342161 None True ['hél', 'lo w', 'örld\r\n'] [0, 1, 2, 3, 4, 5] (62, '\n')
# expect: abcd 0 b'\xff\xfea\x00b\x00c\x00d\x00'
# expect: b'\xff\xfea\x00b\x00c\x00d\x00e\x00f\x00'
# expect: W 3 b'ab\n'
# expect: F
# expect: W 2 b'c\r'
# expect: F
# expect: F
# expect: W 1 b'd'
# expect: F
# expect: W 9000 b'xxxxxxxxx'
# expect: W 1 b'y'
# expect: F
# expect: True
# expect: F
# expect: ascii replace
# expect: W 3 b'?\r\n'
# expect: F
# expect: reconfigure(encoding=5) -> "TypeError: reconfigure() argument 'encoding' must be str or None, not int"
# expect: reconfigure(newline='x') -> 'ValueError: illegal newline value: x'
# expect: F
# expect: reconfigure(encoding='nope') -> 'LookupError: unknown encoding: nope'
# expect: reconfigure(errors=5) -> "TypeError: reconfigure() argument 'errors' must be str or None, not int"
# expect: reconfigure(5) -> 'TypeError: reconfigure() takes no positional arguments'
# expect: <_io.TextIOWrapper encoding='ascii'> None
# expect: F
# expect: read() -> 'ValueError: underlying buffer has been detached'
# expect: write('x') -> 'ValueError: underlying buffer has been detached'
# expect: close() -> 'ValueError: underlying buffer has been detached'
# expect: repr(<_io.TextIOWrapper encoding='ascii'>) -> "<_io.TextIOWrapper encoding='ascii'>"
# expect:
# expect: detach() -> 'ValueError: underlying buffer has been detached'
# expect: flush() -> 'ValueError: underlying buffer has been detached'
# expect: UTF-8 strict None False False 8192 False True True True
# expect: fileno() -> 'UnsupportedOperation: fileno'
# expect: truncate(0) -> 0
# expect-json: " 0  "
# expect: setattr(<_io.TextIOWrapper encoding='UTF-8'>, '_CHUNK_SIZE', 0) -> 'ValueError: a strictly positive integer is required'
# expect: setattr(<_io.TextIOWrapper encoding='UTF-8'>, '_CHUNK_SIZE', 'x') -> "TypeError: 'str' object cannot be interpreted as an integer"
# expect: reconfigure(encoding='latin-1') -> None
# expect: tell() -> 'OSError: telling position disabled by next() call'
# expect: seek(1, 1) -> "UnsupportedOperation: can't do nonzero cur-relative seeks"
# expect: seek(0, 1) -> 'OSError: telling position disabled by next() call'
# expect: seek(1, 2) -> "UnsupportedOperation: can't do nonzero end-relative seeks"
# expect: seek(0, 2) -> 11
# expect: tell() -> 11
# expect: seek(-1) -> 'ValueError: negative seek position -1'
# expect: seek(0, 5) -> 'ValueError: invalid whence (5, should be 0, 1 or 2)'
# expect: seek(1.5) -> 1.5
# expect: seek(1606938044258990275541962092341162602522202993782792835301376) -> 'OverflowError: int too big to convert'
# expect: write(b'x') -> 'TypeError: write() argument must be str, not bytes'
# expect: write(5) -> 'TypeError: write() argument must be str, not int'
# expect: read('x') -> "TypeError: argument should be integer or None, not 'str'"
# expect: readline('x') -> "TypeError: 'str' object cannot be interpreted as an integer"
# expect: readline(None) -> "TypeError: 'NoneType' object cannot be interpreted as an integer"
# expect: read(None) -> 'bc\ndef\nghi'
# expect: read() -> "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte"
# expect: read() -> 'ab\udcffcd'
# expect: write('é') -> "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"
# expect: TextIOWrapper() -> "TypeError: TextIOWrapper() missing required argument 'buffer' (pos 1)"
# expect: TextIOWrapper(5) -> "AttributeError: 'int' object has no attribute 'readable'"
# expect: TextIOWrapper(a BytesIO, newline='x') -> 'ValueError: illegal newline value: x'
# expect: TextIOWrapper(a BytesIO, encoding=3) -> "TypeError: TextIOWrapper() argument 'encoding' must be str or None, not int"
# expect: TextIOWrapper(a BytesIO, errors=3) -> "TypeError: TextIOWrapper() argument 'errors' must be str or None, not int"
# expect: TextIOWrapper(a BytesIO, encoding='nope') -> 'LookupError: unknown encoding: nope'
# expect: TextIOWrapper(a BytesIO, 'utf-8', 'strict', '\n', False, False, 1) -> 'TypeError: TextIOWrapper() takes at most 6 arguments (7 given)'
# expect: TextIOWrapper(a BytesIO, encoding='locale') -> <_io.TextIOWrapper encoding='UTF-8'>
# expect: read() -> 'ValueError: I/O operation on closed file.'
# expect: readline() -> 'ValueError: I/O operation on closed file.'
# expect: write('x') -> 'ValueError: I/O operation on closed file.'
# expect: flush() -> 'ValueError: I/O operation on closed file.'
# expect: tell() -> 'ValueError: I/O operation on closed file.'
# expect: seek(0) -> 'ValueError: I/O operation on closed file.'
# expect: truncate() -> 'ValueError: I/O operation on closed file.'
# expect: detach() -> 'ValueError: I/O operation on closed file.'
# expect: close() -> None
# expect: isatty() -> 'ValueError: I/O operation on closed file.'
# expect: readable() -> 'ValueError: I/O operation on closed file.'
# expect: fileno() -> 'UnsupportedOperation: fileno'
# expect: __next__() -> 'ValueError: I/O operation on closed file.'
# expect: __iter__() -> 'ValueError: I/O operation on closed file.'
# expect: __enter__() -> 'ValueError: I/O operation on closed file.'
# expect: <_io.TextIOWrapper name='file' encoding='UTF-8'> <_io.TextIOWrapper name='file' mode='r' encoding='UTF-8'> <_io.BufferedReader name='file'> <_io.BufferedRandom name='file'> <_io.BufferedWriter name='file'> <_io.FileIO name='file' mode='wb' closefd=True>
# expect: ['one\n', 'two\n', 'three']
# expect: ['one\n', 'two']
# expect: write('x') -> 'UnsupportedOperation: not writable'
# expect: tell() -> 'UnsupportedOperation: underlying stream is not seekable'
# expect: seek(0) -> 'UnsupportedOperation: underlying stream is not seekable'
# expect: read(3) -> "TypeError: underlying read() should have returned a bytes-like object, not 'str'"
# expect: readline() -> "TypeError: underlying read() should have returned a bytes-like object, not 'str'"
# expect: closing False
# expect: del
# expect: close
# expect: unflushed
# expect: zde True True
# expect: unraisable <class 'ValueError'> None
