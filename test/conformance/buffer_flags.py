# With which flags the functions of the built-in modules ask an argument for its buffer.
import re as _re
import io, os, sys, struct, binascii, hashlib, array, re, marshal, codecs, _codecs, socket, base64, json, select, operator, random, _string
class A:
    def __init__(s,d=b'data'): s.d=bytearray(d)
    def __buffer__(s, flags): flagslog.append(flags); return memoryview(s.d)
flagslog=[]
def t(name,f):
    flagslog.clear()
    try: r=f()
    except BaseException as e: r=(type(e).__name__, str(e))
    print(name, flagslog, _re.sub('0x[0-9a-f]+', '0x', repr(r if not isinstance(r,memoryview) else r.tolist())))
a=A(); n=A(b'12')
for k in ('bytes(a)','bytearray(a)','memoryview(a)','b"".join([a])','b"x".join([a,a])','b"x"+a','bytearray(b"x")+a','bytearray(b"x").__iadd__(a)','b"data".find(a)','b"data".startswith(a)','b"data".count(a)','b"data".split(a)','b"data".strip(a)','b"data".replace(a,a)','b"data".partition(a)','b"data".translate(a)','b"abc".__contains__(a)','b"data"==a','b"data"<a','bytearray(b"data")==a','bytearray(b"data").extend(a)','bytearray(b"xdata").__setitem__(slice(0,1),a)','int(n)','int(n,10)','float(n)','complex(n)','str(a,"ascii")','bytes.maketrans(a,a)','b"%s"%a','b"%b"%a','b"%c"%A(b"x")','b"".fromhex(a)','b"x".removeprefix(a)','b"xx".center(5,A(b"x"))','b"x".rsplit(a)','b"x".lstrip(a)','bytearray(b"x").removesuffix(a)','ord(A(b"x"))','eval(A(b"1+1"))','exec(A(b"x=1"))','compile(A(b"1"),"f","eval").co_code','int.from_bytes(a,"big")','int.from_bytes(a)','list(a)','tuple(a)','a in [b"data"]',
 'io.BytesIO(a).getvalue()','io.BytesIO().write(a)','io.BytesIO().writelines([a])','io.BytesIO(b"abcdef").readinto(a)','io.BufferedReader(io.BytesIO(b"abcdef")).readinto(a)','io.BufferedReader(io.BytesIO(b"abcdef")).readinto1(a)','io.BufferedWriter(io.BytesIO()).write(a)','io.TextIOWrapper(io.BytesIO()).write(a)','io.FileIO("/dev/null","w").write(a)','io.FileIO("/dev/zero").readinto(a)','os.write(DN,a)','os.fspath(a)','os.open(a,0)','os.stat(A(b"/tmp")).st_size>0','open(A(b"/dev/null"))','os.listdir(A(b"/nodir"))','os.fsencode(a)','os.fsdecode(a)',
 'struct.unpack("4s",a)','struct.unpack_from("2s",a,1)','struct.pack("4s",a)','struct.pack_into("2s",a,0,b"zz")','list(struct.iter_unpack("2s",a))','struct.calcsize(a)','struct.pack("p",a)','struct.pack("c",A(b"c"))',
 'binascii.hexlify(a)','binascii.unhexlify(n)','binascii.crc32(a)','binascii.crc_hqx(a,1)','binascii.b2a_base64(a)','binascii.a2b_base64(a)','binascii.b2a_uu(a)','binascii.a2b_qp(a)','binascii.hexlify(a,A(b"-"))','base64.b64encode(a)',
 'hashlib.new("md5",a,usedforsecurity=False).hexdigest() if 0 else __import__("_md5").md5(a).hexdigest()','__import__("_sha2").sha256(a).hexdigest()','__import__("_blake2").blake2b(a,key=A(b"k"),salt=A(b"s"),person=A(b"p")).hexdigest()[:8]','__import__("_sha3").sha3_256(a).hexdigest()[:8]',
 'array.array("B",a)','array.array("B").frombytes(a)','array.array("B",b"xx").__setitem__(slice(0,1),a)','array.array("i").frombytes(a)',
 're.match(b"da",a)','re.compile(a)','re.sub(b"a",a,b"bab")','re.sub(b"a",b"x",a)','re.split(b"a",a)','re.findall(b"a",a)','re.escape(a)','re.match(b"(d)",a).group(1)',
 'marshal.loads(A(marshal.dumps(7)))','marshal.dumps(a)','codecs.decode(a,"ascii")','codecs.decode(a,"utf-8")','codecs.decode(a,"hex")','_codecs.utf_8_decode(a)','_codecs.latin_1_decode(a)','_codecs.escape_decode(a)','_codecs.escape_encode(a)','_codecs.unicode_escape_decode(a)','_codecs.charmap_decode(a)','_codecs.utf_16_decode(a)','_codecs.readbuffer_encode(a)','_codecs.raw_unicode_escape_decode(a)','_codecs.utf_7_decode(a)','_codecs.ascii_decode(a)','codecs.getincrementaldecoder("utf-8")().decode(a)','codecs.getincrementaldecoder("gbk")().decode(a)','codecs.decode(a,"gbk")',
 'json.loads(A(b"1"))','socket.inet_ntoa(a)','socket.inet_aton(a)','SA.send(a)','SA.sendall(a)','SB.recv_into(a)','SB.recvfrom_into(a)','socket.inet_ntop(2,a)','random.seed(a)','random.Random(a)','operator.concat(b"x",a)','operator.indexOf([1],a)','memoryview(b"data")==a','memoryview(bytearray(b"datx")).__setitem__(slice(0,4),a)','memoryview(a).tobytes()','hash(a)>0','bytes([1]).__add__(a)','__import__("_operator")._compare_digest(a,b"data")','__import__("_operator")._compare_digest(a,a)','__import__("decimal").Decimal(a)','__import__("unicodedata").name(a)','__import__("time").strftime(a)','__import__("_csv").reader([a]).__next__()','__import__("select").select([a],[],[],0)','__import__("_struct").Struct(a)','__import__("_signal").set_wakeup_fd(a) if 0 else 0','sys.intern(a)','__import__("atexit").register(a)','getattr(a,a)','type(a,(),{})','chr(a)','open(0,a)','input.__call__ and 0','__import__("_imp").source_hash(1,a)','__import__("_imp").get_frozen_object("x",a)','__import__("importlib._bootstrap_external",fromlist=["x"])._unpack_uint32(a)','print(a.__class__.__name__, end=a)','str(a)[:4]','ascii(a)[:4]','format(a,a)', 'bytes.fromhex(a)','bytearray.fromhex(a)','float.fromhex(a)','__import__("_tokenize").TokenizerIter(a)', 'b"a".hex(A(b":"))','b"ab".hex(A(b":"))','b"ab".decode(a)','"x".encode(a)', 'bytes("x",a)','DNF.write(a)'):
    t(k, lambda: eval(k, dict(globals(), DN=DN,DZ=DZ,SA=SA,SB=SB,DNF=DNF))) if 'DN' in globals() else None
    if 'DN' not in globals():
        DN=os.open('/dev/null',os.O_WRONLY); DZ=os.open('/dev/zero',os.O_RDONLY); SA,SB=socket.socketpair(); DNF=open('/dev/null','wb'); SA.send(b'x'*100)

# expect: bytearray(a) [284] bytearray(b'data')
# expect: memoryview(a) [284] [100, 97, 116, 97]
# expect: b"".join([a]) [0] b'data'
# expect: b"x".join([a,a]) [0, 0] b'dataxdata'
# expect: b"x"+a [0] b'xdata'
# expect: bytearray(b"x")+a [0] bytearray(b'xdata')
# expect: bytearray(b"x").__iadd__(a) [0] bytearray(b'xdata')
# expect: b"data".find(a) [0] 0
# expect: b"data".startswith(a) [0] True
# expect: b"data".count(a) [0] 1
# expect: b"data".split(a) [0] [b'', b'']
# expect: b"data".strip(a) [0] b''
# expect: b"data".replace(a,a) [0, 0] b'data'
# expect: b"data".partition(a) [0] (b'', <_buffer_wrapper object at 0x>, b'')
# expect: b"data".translate(a) [0] ('ValueError', 'translation table must be 256 characters long')
# expect: b"abc".__contains__(a) [0] False
# expect: b"data"==a [] False
# expect: b"data"<a [] ('TypeError', "'<' not supported between instances of 'bytes' and 'A'")
# expect: bytearray(b"data")==a [0] True
# expect: bytearray(b"data").extend(a) [0] None
# expect: bytearray(b"xdata").__setitem__(slice(0,1),a) [284] None
# expect: int(n) [0] 12
# expect: int(n,10) [] ('TypeError', "int() can't convert non-string with explicit base")
# expect: float(n) [0] 12.0
# expect: complex(n) [] ('TypeError', "complex() first argument must be a string or a number, not 'A'")
# expect: str(a,"ascii") [0] 'data'
# expect: bytes.maketrans(a,a) [0, 0] b'\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xaf\xb0\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xba\xbb\xbc\xbd\xbe\xbf\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xd9\xda\xdb\xdc\xdd\xde\xdf\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff'
# expect: b"%s"%a [284] b'data'
# expect: b"%b"%a [284] b'data'
# expect: b"%c"%A(b"x") [] ('TypeError', '%c requires an integer in range(256) or a single byte')
# expect: b"".fromhex(a) [] ('TypeError', 'fromhex() argument must be str, not A')
# expect: b"x".removeprefix(a) [0] b'x'
# expect: b"xx".center(5,A(b"x")) [] ('TypeError', 'center() argument 2 must be a byte string of length 1, not A')
# expect: b"x".rsplit(a) [0] [b'x']
# expect: b"x".lstrip(a) [0] b'x'
# expect: bytearray(b"x").removesuffix(a) [0] bytearray(b'x')
# expect: ord(A(b"x")) [] ('TypeError', 'ord() expected string of length 1, but A found')
# expect: eval(A(b"1+1")) [0] 2
# expect: exec(A(b"x=1")) [0] None
# expect: compile(A(b"1"),"f","eval").co_code [0] b'\x95\x00g\x00'
# expect: int.from_bytes(a,"big") [284] 1684108385
# expect: int.from_bytes(a) [284] 1684108385
# expect: list(a) [] ('TypeError', "'A' object is not iterable")
# expect: tuple(a) [] ('TypeError', "'A' object is not iterable")
# expect: a in [b"data"] [] False
# expect: io.BytesIO(a).getvalue() [8] b'data'
# expect: io.BytesIO().write(a) [8] 4
# expect: io.BytesIO().writelines([a]) [8] None
# expect: io.BytesIO(b"abcdef").readinto(a) [1] 4
# expect: io.BufferedReader(io.BytesIO(b"abcdef")).readinto(a) [1] 4
# expect: io.BufferedReader(io.BytesIO(b"abcdef")).readinto1(a) [1] 4
# expect: io.BufferedWriter(io.BytesIO()).write(a) [0] 4
# expect: io.TextIOWrapper(io.BytesIO()).write(a) [] ('TypeError', 'write() argument must be str, not A')
# expect: io.FileIO("/dev/null","w").write(a) [0] 4
# expect: io.FileIO("/dev/zero").readinto(a) [1] 4
# expect: os.write(DN,a) [0] 4
# expect: os.fspath(a) [] ('TypeError', 'expected str, bytes or os.PathLike object, not A')
# expect: os.open(a,0) [] ('TypeError', 'open: path should be string, bytes or os.PathLike, not A')
# expect: os.stat(A(b"/tmp")).st_size>0 [] ('TypeError', 'stat: path should be string, bytes, os.PathLike or integer, not A')
# expect: open(A(b"/dev/null")) [] ('TypeError', 'expected str, bytes or os.PathLike object, not A')
# expect: os.listdir(A(b"/nodir")) [] ('TypeError', 'listdir: path should be string, bytes, os.PathLike, integer or None, not A')
# expect: os.fsencode(a) [] ('TypeError', 'expected str, bytes or os.PathLike object, not A')
# expect: os.fsdecode(a) [] ('TypeError', 'expected str, bytes or os.PathLike object, not A')
# expect: struct.unpack("4s",a) [0] (b'\x00\x00\x00\x00',)
# expect: struct.unpack_from("2s",a,1) [0] (b'\x00\x00',)
# expect: struct.pack("4s",a) [] ('error', "argument for 's' must be a bytes object")
# expect: struct.pack_into("2s",a,0,b"zz") [1] None
# expect: list(struct.iter_unpack("2s",a)) [0] [(b'zz',), (b'\x00\x00',)]
# expect: struct.calcsize(a) [] ('TypeError', 'Struct() argument 1 must be a str or bytes object, not A')
# expect: struct.pack("p",a) [] ('error', "argument for 'p' must be a bytes object")
# expect: struct.pack("c",A(b"c")) [] ('error', 'char format requires a bytes object of length 1')
# expect: binascii.hexlify(a) [0] b'7a7a0000'
# expect: binascii.unhexlify(n) [0] b'\x12'
# expect: binascii.crc32(a) [0] 2090889826
# expect: binascii.crc_hqx(a,1) [0] 551
# expect: binascii.b2a_base64(a) [0] b'enoAAA==\n'
# expect: binascii.a2b_base64(a) [0] ('Error', 'Incorrect padding')
# expect: binascii.b2a_uu(a) [0] b'$>GH     \n'
# expect: binascii.a2b_qp(a) [0] b'zz\x00\x00'
# expect: binascii.hexlify(a,A(b"-")) [0] ('TypeError', "object of type 'A' has no len()")
# expect: base64.b64encode(a) [0] b'enoAAA=='
# expect: hashlib.new("md5",a,usedforsecurity=False).hexdigest() if 0 else __import__("_md5").md5(a).hexdigest() [0] 'cfb15cc52a6890342c511b050e7c542c'
# expect: __import__("_sha2").sha256(a).hexdigest() [0] '290d79b6bceaa4f53b8138fa478477aa86df50337d9fbdfeeb5f940f0caf6063'
# expect: __import__("_blake2").blake2b(a,key=A(b"k"),salt=A(b"s"),person=A(b"p")).hexdigest()[:8] [0, 0, 0, 0] 'ccd9f9b4'
# expect: __import__("_sha3").sha3_256(a).hexdigest()[:8] [0] 'f1318f08'
# expect: array.array("B",a) [] ('TypeError', "'A' object is not iterable")
# expect: array.array("B").frombytes(a) [0] None
# expect: array.array("B",b"xx").__setitem__(slice(0,1),a) [] ('TypeError', 'can only assign array (not "A") to array slice')
# expect: array.array("i").frombytes(a) [0] None
# expect: re.match(b"da",a) [0] None
# expect: re.compile(a) [] ('TypeError', 'first argument must be string or compiled pattern')
# expect: re.sub(b"a",a,b"bab") [0, 0] b'bzz\x00\x00b'
# expect: re.sub(b"a",b"x",a) [0] b'zz\x00\x00'
# expect: re.split(b"a",a) [0] [b'zz\x00\x00']
# expect: re.findall(b"a",a) [0] []
# expect: re.escape(a) [0] b'zz\x00\x00'
# expect: re.match(b"(d)",a).group(1) [0] ('AttributeError', "'NoneType' object has no attribute 'group'")
# expect: marshal.loads(A(marshal.dumps(7))) [0] 7
# expect: marshal.dumps(a) [0] b'\xf3\x04\x00\x00\x00zz\x00\x00'
# expect: codecs.decode(a,"ascii") [0] 'zz\x00\x00'
# expect: codecs.decode(a,"utf-8") [0] 'zz\x00\x00'
# expect: codecs.decode(a,"hex") [0] ('Error', 'Non-hexadecimal digit found')
# expect: _codecs.utf_8_decode(a) [0] ('zz\x00\x00', 4)
# expect: _codecs.latin_1_decode(a) [0] ('zz\x00\x00', 4)
# expect: _codecs.escape_decode(a) [0] (b'zz\x00\x00', 4)
# expect: _codecs.escape_encode(a) [] ('TypeError', 'escape_encode() argument 1 must be bytes, not A')
# expect: _codecs.unicode_escape_decode(a) [0] ('zz\x00\x00', 4)
# expect: _codecs.charmap_decode(a) [0] ('zz\x00\x00', 4)
# expect: _codecs.utf_16_decode(a) [0] ('空\x00', 4)
# expect: _codecs.readbuffer_encode(a) [0] (b'zz\x00\x00', 4)
# expect: _codecs.raw_unicode_escape_decode(a) [0] ('zz\x00\x00', 4)
# expect: _codecs.utf_7_decode(a) [0] ('zz\x00\x00', 4)
# expect: _codecs.ascii_decode(a) [0] ('zz\x00\x00', 4)
# expect: codecs.getincrementaldecoder("utf-8")().decode(a) [0] 'zz\x00\x00'
# expect: codecs.getincrementaldecoder("gbk")().decode(a) [0] 'zz\x00\x00'
# expect: codecs.decode(a,"gbk") [0] 'zz\x00\x00'
# expect: json.loads(A(b"1")) [] ('TypeError', 'the JSON object must be str, bytes or bytearray, not A')
# expect: socket.inet_ntoa(a) [0] '122.122.0.0'
# expect: socket.inet_aton(a) [] ('TypeError', 'inet_aton() argument must be str, not A')
# expect: SA.send(a) [0] 4
# expect: SA.sendall(a) [0] None
# expect: SB.recv_into(a) [1] 4
# expect: SB.recvfrom_into(a) [1] (4, None)
# expect: socket.inet_ntop(2,a) [0] '120.120.120.120'
# expect: random.seed(a) [] ('TypeError', 'The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.')
# expect: random.Random(a) [] ('TypeError', 'The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.')
# expect: operator.concat(b"x",a) [0] b'xxxxx'
# expect: operator.indexOf([1],a) [] ('ValueError', 'sequence.index(x): x not in sequence')
# expect: memoryview(b"data")==a [284] False
# expect: memoryview(bytearray(b"datx")).__setitem__(slice(0,4),a) [284] None
# expect: memoryview(a).tobytes() [284] b'xxxx'
# expect: hash(a)>0 [] True
# expect: bytes([1]).__add__(a) [0] b'\x01xxxx'
# expect: __import__("_operator")._compare_digest(a,b"data") [0] False
# expect: __import__("_operator")._compare_digest(a,a) [0, 0] True
# expect: __import__("decimal").Decimal(a) [] ('TypeError', 'conversion from A to Decimal is not supported')
# expect: __import__("unicodedata").name(a) [] ('TypeError', 'name() argument 1 must be a unicode character, not A')
# expect: __import__("time").strftime(a) [] ('TypeError', 'strftime() argument 1 must be str, not A')
# expect: __import__("_csv").reader([a]).__next__() [] ('Error', 'iterator should return strings, not A (the file should be opened in text mode)')
# expect: __import__("select").select([a],[],[],0) [] ('TypeError', 'argument must be an int, or have a fileno() method.')
# expect: __import__("_struct").Struct(a) [] ('TypeError', 'Struct() argument 1 must be a str or bytes object, not A')
# expect: __import__("_signal").set_wakeup_fd(a) if 0 else 0 [] 0
# expect: sys.intern(a) [] ('TypeError', 'intern() argument must be str, not A')
# expect: __import__("atexit").register(a) [] ('TypeError', 'the first argument must be callable')
# expect: getattr(a,a) [] ('TypeError', "attribute name must be string, not 'A'")
# expect: type(a,(),{}) [] ('TypeError', 'type.__new__() argument 1 must be str, not A')
# expect: chr(a) [] ('TypeError', "'A' object cannot be interpreted as an integer")
# expect: open(0,a) [] ('TypeError', "open() argument 'mode' must be str, not A")
# expect: input.__call__ and 0 [] 0
# expect: __import__("_imp").source_hash(1,a) [0] b'\xd3\x02\xdej\x03xE\xc6'
# expect: __import__("_imp").get_frozen_object("x",a) [0] ('ImportError', "Frozen object named 'x' is invalid")
# expect: __import__("importlib._bootstrap_external",fromlist=["x"])._unpack_uint32(a) [] ('TypeError', "object of type 'A' has no len()")
# expect: print(a.__class__.__name__, end=a) [] ('TypeError', 'end must be None or a string, not A')
# expect: str(a)[:4] [] '<__m'
# expect: ascii(a)[:4] [] '<__m'
# expect: format(a,a) [] ('TypeError', 'format() argument 2 must be str, not A')
# expect: bytes.fromhex(a) [] ('TypeError', 'fromhex() argument must be str, not A')
# expect: bytearray.fromhex(a) [] ('TypeError', 'fromhex() argument must be str, not A')
# expect: float.fromhex(a) [] ('TypeError', 'bad argument type for built-in operation')
# expect: __import__("_tokenize").TokenizerIter(a) [] ('TypeError', "tokenizeriter() missing required argument 'extra_tokens' (pos 2)")
# expect: b"a".hex(A(b":")) [] ('TypeError', "object of type 'A' has no len()")
# expect: b"ab".hex(A(b":")) [] ('TypeError', "object of type 'A' has no len()")
# expect: b"ab".decode(a) [] ('TypeError', "decode() argument 'encoding' must be str, not A")
# expect: "x".encode(a) [] ('TypeError', "encode() argument 'encoding' must be str, not A")
# expect: bytes("x",a) [] ('TypeError', "bytes() argument 'encoding' must be str, not A")
# expect: DNF.write(a) [0] 4
