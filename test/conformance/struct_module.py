from _struct import *
import _struct
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
for c in 'xcbB?hHiIlLqQnNefdspP':
    for o in ('','@','=','<','>','!'):
        try: print(o+c, calcsize(o+c), calcsize('b'+o[:0]+c) if not o else calcsize(o+'b'+c), end='; ')
        except error as e: print(o+c,e, end='; ')
    print()
for c in 'bBhHiIlLqQnN':
    for o in ('','<','>'):
        for v in (0,1,-1,127,128,-128,-129,255,256,32767,32768,-32768,-32769,65535,65536,2**31-1,2**31,-2**31,-2**31-1,2**32-1,2**32,2**63-1,2**63,-2**63,-2**63-1,2**64-1,2**64,1.5,'a',None,True):
            try: r=pack(o+c,v); print(r, unpack(o+c,r)[0]==v, end=' ')
            except Exception as e: print(o+c,v,type(e).__name__,e)
    print()
class I:
    def __index__(s): return 7
print(pack('iq<'[:2],I(),I()))
for c in 'efd':
    for v in (0.0,-0.0,1.0,1.5,3.14159,65504.0,65519.99,65520.0,1e-8,6e-8,5.96e-8,2.98e-8,1e300,3.5e38,3.4028235e38,3.4028235677973366e+38,float('inf'),float('-inf'),float('nan'),1,2**2000,'a',None,1e-45,1e-46):
        for o in ('<','>',''):
            try: r=pack(o+c,v); print(r, unpack(o+c,r)[0], end=' ')
            except Exception as e: print(o+c,type(e).__name__,e)
    print()
print(pack('3s2s0s','abcd'.encode(),b'x',b'z'), pack('5p3p0p1p',b'hi',b'abcd',b'q',b'r'), unpack('5p3p',b'\x02hi\0\0\x05ab'), unpack('3sx2s',b'abc\0de'))
t(pack,'s','a'); t(pack,'p',1); t(pack,'c',b'ab'); t(pack,'c','a'); print(pack('c?P',b'a',[],0), pack('??',1,''), unpack('??P'[:2],b'\x02\0')); t(pack,'P',-1); t(pack,'P',2**64); t(pack,'P',1.5)
print(pack('>2h3b',1,2,3,4,5), unpack('< 2h 3b ',b'\1\0\2\0\3\4\5'), pack('bhilq',1,2,3,4,5), pack('0i'), pack('b0i',1), calcsize('b0q'))
t(pack,'b'); t(pack,'b',1,2); t(pack); t(pack,1); t(pack,'z',1); t(pack,'3'); t(pack,'3 b',1,2,3); t(pack,'99999999999999999999b'); t(calcsize,'9223372036854775807q'); t(calcsize,'\x00b'); t(calcsize,'b\0'); t(calcsize,'é'); t(calcsize,b'<h'); t(calcsize,'b<h'); t(pack,'<n',1); t(calcsize,1); t(pack,bytearray(b'h'),1)
t(unpack,'h',b'a'); t(unpack,'h',b'abc'); t(unpack,'h','ab'); t(unpack,'h',bytearray(b'ab')); t(unpack,'h',memoryview(b'ab')); t(unpack,'h'); t(unpack,'',b'')
t(unpack_from,'h',b'abcd',2); t(unpack_from,'h',b'abcd',-2); t(unpack_from,'h',b'abcd',3); t(unpack_from,'h',b'abcd',-1); t(unpack_from,'h',b'abcd',-5); t(unpack_from,'h',buffer=b'abcd',offset=1); t(unpack_from,'h',b'abcd'); t(unpack_from,'h'); t(unpack_from,'h',b'a','x'); t(unpack_from,'h',b'ab',100)
b=bytearray(8); pack_into('hh',b,2,1,2); print(b); pack_into('<i',b,-4,5); print(b); t(pack_into,'h',b,7,1); t(pack_into,'h',b,-1,1); t(pack_into,'h',b,-9,1); t(pack_into,'h',b,0); t(pack_into,'h',b); t(pack_into,'h'); t(pack_into); t(pack_into,'h',b'ab',0,1); t(pack_into,'h',b,'x',1); t(pack_into,'h',b,100,1); t(pack_into,'h',b,0,1,2)
print(list(iter_unpack('<h',b'\1\0\2\0'))); t(iter_unpack,'h',b'abc'); t(iter_unpack,'',b''); it=iter_unpack('b',b'abc'); print(next(it), it.__length_hint__(), type(it)); t(type(it))
s=Struct('>ih'); print(s.format, s.size, s, s.pack(1,2), s.unpack(b'\0\0\0\1\0\2'), s.unpack_from(b'x\0\0\0\1\0\2',1), list(s.iter_unpack(s.pack(3,4)*2))); s.pack_into(b,1,5,6); print(b, s.__sizeof__(), Struct('').__sizeof__(), Struct('bhi3s').__sizeof__())
t(s.pack,1); t(s.pack); t(s.unpack,b''); t(s.pack_into,b,0,1); t(Struct); t(Struct,1); t(Struct,'z'); t(Struct,format='h'); t(Struct,b'h'); t(setattr,s,'size',3); t(s.unpack,1)
class S(Struct):
    def __init__(s,f): super().__init__('>'+f)
print(S("h").pack(1))

# -- sizes beyond any memory -----------------------------------------------------------------------------------------------

for form in (f"{1 << 50}s", f"{1 << 40}s", f"{1 << 62}x", f"{1 << 63}s", f"{1 << 61}i", f"{1 << 31}i", f"{1 << 45}p"):
    for action in (
        lambda: _struct.pack(form, *[b""] * (form[-1] in "sp")),
        lambda: _struct.calcsize(form),
        lambda: _struct.unpack(form, b""),
        lambda: _struct.unpack_from(form, b"", 0),
        lambda: _struct.iter_unpack(form, b"abc"),
    ):
        try:
            print(form, action())
        except (_struct.error, MemoryError) as error:
            print(form, type(error).__name__, error)

# expect-json: "x 1 2; @x 1 2; =x 1 2; <x 1 2; >x 1 2; !x 1 2; "
# expect-json: "c 1 2; @c 1 2; =c 1 2; <c 1 2; >c 1 2; !c 1 2; "
# expect-json: "b 1 2; @b 1 2; =b 1 2; <b 1 2; >b 1 2; !b 1 2; "
# expect-json: "B 1 2; @B 1 2; =B 1 2; <B 1 2; >B 1 2; !B 1 2; "
# expect-json: "? 1 2; @? 1 2; =? 1 2; <? 1 2; >? 1 2; !? 1 2; "
# expect-json: "h 2 4; @h 2 4; =h 2 3; <h 2 3; >h 2 3; !h 2 3; "
# expect-json: "H 2 4; @H 2 4; =H 2 3; <H 2 3; >H 2 3; !H 2 3; "
# expect-json: "i 4 8; @i 4 8; =i 4 5; <i 4 5; >i 4 5; !i 4 5; "
# expect-json: "I 4 8; @I 4 8; =I 4 5; <I 4 5; >I 4 5; !I 4 5; "
# expect-json: "l 8 16; @l 8 16; =l 4 5; <l 4 5; >l 4 5; !l 4 5; "
# expect-json: "L 8 16; @L 8 16; =L 4 5; <L 4 5; >L 4 5; !L 4 5; "
# expect-json: "q 8 16; @q 8 16; =q 8 9; <q 8 9; >q 8 9; !q 8 9; "
# expect-json: "Q 8 16; @Q 8 16; =Q 8 9; <Q 8 9; >Q 8 9; !Q 8 9; "
# expect-json: "n 8 16; @n 8 16; =n bad char in struct format; <n bad char in struct format; >n bad char in struct format; !n bad char in struct format; "
# expect-json: "N 8 16; @N 8 16; =N bad char in struct format; <N bad char in struct format; >N bad char in struct format; !N bad char in struct format; "
# expect-json: "e 2 4; @e 2 4; =e 2 3; <e 2 3; >e 2 3; !e 2 3; "
# expect-json: "f 4 8; @f 4 8; =f 4 5; <f 4 5; >f 4 5; !f 4 5; "
# expect-json: "d 8 16; @d 8 16; =d 8 9; <d 8 9; >d 8 9; !d 8 9; "
# expect-json: "s 1 2; @s 1 2; =s 1 2; <s 1 2; >s 1 2; !s 1 2; "
# expect-json: "p 1 2; @p 1 2; =p 1 2; <p 1 2; >p 1 2; !p 1 2; "
# expect-json: "P 8 16; @P 8 16; =P bad char in struct format; <P bad char in struct format; >P bad char in struct format; !P bad char in struct format; "
# expect: b'\x00' True b'\x01' True b'\xff' True b'\x7f' True b 128 error 'b' format requires -128 <= number <= 127
# expect: b'\x80' True b -129 error 'b' format requires -128 <= number <= 127
# expect: b 255 error 'b' format requires -128 <= number <= 127
# expect: b 256 error 'b' format requires -128 <= number <= 127
# expect: b 32767 error 'b' format requires -128 <= number <= 127
# expect: b 32768 error 'b' format requires -128 <= number <= 127
# expect: b -32768 error 'b' format requires -128 <= number <= 127
# expect: b -32769 error 'b' format requires -128 <= number <= 127
# expect: b 65535 error 'b' format requires -128 <= number <= 127
# expect: b 65536 error 'b' format requires -128 <= number <= 127
# expect: b 2147483647 error 'b' format requires -128 <= number <= 127
# expect: b 2147483648 error 'b' format requires -128 <= number <= 127
# expect: b -2147483648 error 'b' format requires -128 <= number <= 127
# expect: b -2147483649 error 'b' format requires -128 <= number <= 127
# expect: b 4294967295 error 'b' format requires -128 <= number <= 127
# expect: b 4294967296 error 'b' format requires -128 <= number <= 127
# expect: b 9223372036854775807 error 'b' format requires -128 <= number <= 127
# expect: b 9223372036854775808 error 'b' format requires -128 <= number <= 127
# expect: b -9223372036854775808 error 'b' format requires -128 <= number <= 127
# expect: b -9223372036854775809 error 'b' format requires -128 <= number <= 127
# expect: b 18446744073709551615 error 'b' format requires -128 <= number <= 127
# expect: b 18446744073709551616 error 'b' format requires -128 <= number <= 127
# expect: b 1.5 error required argument is not an integer
# expect: b a error required argument is not an integer
# expect: b None error required argument is not an integer
# expect: b'\x01' True b'\x00' True b'\x01' True b'\xff' True b'\x7f' True <b 128 error 'b' format requires -128 <= number <= 127
# expect: b'\x80' True <b -129 error 'b' format requires -128 <= number <= 127
# expect: <b 255 error 'b' format requires -128 <= number <= 127
# expect: <b 256 error 'b' format requires -128 <= number <= 127
# expect: <b 32767 error 'b' format requires -128 <= number <= 127
# expect: <b 32768 error 'b' format requires -128 <= number <= 127
# expect: <b -32768 error 'b' format requires -128 <= number <= 127
# expect: <b -32769 error 'b' format requires -128 <= number <= 127
# expect: <b 65535 error 'b' format requires -128 <= number <= 127
# expect: <b 65536 error 'b' format requires -128 <= number <= 127
# expect: <b 2147483647 error 'b' format requires -128 <= number <= 127
# expect: <b 2147483648 error 'b' format requires -128 <= number <= 127
# expect: <b -2147483648 error 'b' format requires -128 <= number <= 127
# expect: <b -2147483649 error 'b' format requires -128 <= number <= 127
# expect: <b 4294967295 error 'b' format requires -128 <= number <= 127
# expect: <b 4294967296 error 'b' format requires -128 <= number <= 127
# expect: <b 9223372036854775807 error 'b' format requires -128 <= number <= 127
# expect: <b 9223372036854775808 error 'b' format requires -128 <= number <= 127
# expect: <b -9223372036854775808 error 'b' format requires -128 <= number <= 127
# expect: <b -9223372036854775809 error 'b' format requires -128 <= number <= 127
# expect: <b 18446744073709551615 error 'b' format requires -128 <= number <= 127
# expect: <b 18446744073709551616 error 'b' format requires -128 <= number <= 127
# expect: <b 1.5 error required argument is not an integer
# expect: <b a error required argument is not an integer
# expect: <b None error required argument is not an integer
# expect: b'\x01' True b'\x00' True b'\x01' True b'\xff' True b'\x7f' True >b 128 error 'b' format requires -128 <= number <= 127
# expect: b'\x80' True >b -129 error 'b' format requires -128 <= number <= 127
# expect: >b 255 error 'b' format requires -128 <= number <= 127
# expect: >b 256 error 'b' format requires -128 <= number <= 127
# expect: >b 32767 error 'b' format requires -128 <= number <= 127
# expect: >b 32768 error 'b' format requires -128 <= number <= 127
# expect: >b -32768 error 'b' format requires -128 <= number <= 127
# expect: >b -32769 error 'b' format requires -128 <= number <= 127
# expect: >b 65535 error 'b' format requires -128 <= number <= 127
# expect: >b 65536 error 'b' format requires -128 <= number <= 127
# expect: >b 2147483647 error 'b' format requires -128 <= number <= 127
# expect: >b 2147483648 error 'b' format requires -128 <= number <= 127
# expect: >b -2147483648 error 'b' format requires -128 <= number <= 127
# expect: >b -2147483649 error 'b' format requires -128 <= number <= 127
# expect: >b 4294967295 error 'b' format requires -128 <= number <= 127
# expect: >b 4294967296 error 'b' format requires -128 <= number <= 127
# expect: >b 9223372036854775807 error 'b' format requires -128 <= number <= 127
# expect: >b 9223372036854775808 error 'b' format requires -128 <= number <= 127
# expect: >b -9223372036854775808 error 'b' format requires -128 <= number <= 127
# expect: >b -9223372036854775809 error 'b' format requires -128 <= number <= 127
# expect: >b 18446744073709551615 error 'b' format requires -128 <= number <= 127
# expect: >b 18446744073709551616 error 'b' format requires -128 <= number <= 127
# expect: >b 1.5 error required argument is not an integer
# expect: >b a error required argument is not an integer
# expect: >b None error required argument is not an integer
# expect-json: "b'\\x01' True "
# expect: b'\x00' True b'\x01' True B -1 error 'B' format requires 0 <= number <= 255
# expect: b'\x7f' True b'\x80' True B -128 error 'B' format requires 0 <= number <= 255
# expect: B -129 error 'B' format requires 0 <= number <= 255
# expect: b'\xff' True B 256 error 'B' format requires 0 <= number <= 255
# expect: B 32767 error 'B' format requires 0 <= number <= 255
# expect: B 32768 error 'B' format requires 0 <= number <= 255
# expect: B -32768 error 'B' format requires 0 <= number <= 255
# expect: B -32769 error 'B' format requires 0 <= number <= 255
# expect: B 65535 error 'B' format requires 0 <= number <= 255
# expect: B 65536 error 'B' format requires 0 <= number <= 255
# expect: B 2147483647 error 'B' format requires 0 <= number <= 255
# expect: B 2147483648 error 'B' format requires 0 <= number <= 255
# expect: B -2147483648 error 'B' format requires 0 <= number <= 255
# expect: B -2147483649 error 'B' format requires 0 <= number <= 255
# expect: B 4294967295 error 'B' format requires 0 <= number <= 255
# expect: B 4294967296 error 'B' format requires 0 <= number <= 255
# expect: B 9223372036854775807 error 'B' format requires 0 <= number <= 255
# expect: B 9223372036854775808 error 'B' format requires 0 <= number <= 255
# expect: B -9223372036854775808 error 'B' format requires 0 <= number <= 255
# expect: B -9223372036854775809 error 'B' format requires 0 <= number <= 255
# expect: B 18446744073709551615 error 'B' format requires 0 <= number <= 255
# expect: B 18446744073709551616 error 'B' format requires 0 <= number <= 255
# expect: B 1.5 error required argument is not an integer
# expect: B a error required argument is not an integer
# expect: B None error required argument is not an integer
# expect: b'\x01' True b'\x00' True b'\x01' True <B -1 error 'B' format requires 0 <= number <= 255
# expect: b'\x7f' True b'\x80' True <B -128 error 'B' format requires 0 <= number <= 255
# expect: <B -129 error 'B' format requires 0 <= number <= 255
# expect: b'\xff' True <B 256 error 'B' format requires 0 <= number <= 255
# expect: <B 32767 error 'B' format requires 0 <= number <= 255
# expect: <B 32768 error 'B' format requires 0 <= number <= 255
# expect: <B -32768 error 'B' format requires 0 <= number <= 255
# expect: <B -32769 error 'B' format requires 0 <= number <= 255
# expect: <B 65535 error 'B' format requires 0 <= number <= 255
# expect: <B 65536 error 'B' format requires 0 <= number <= 255
# expect: <B 2147483647 error 'B' format requires 0 <= number <= 255
# expect: <B 2147483648 error 'B' format requires 0 <= number <= 255
# expect: <B -2147483648 error 'B' format requires 0 <= number <= 255
# expect: <B -2147483649 error 'B' format requires 0 <= number <= 255
# expect: <B 4294967295 error 'B' format requires 0 <= number <= 255
# expect: <B 4294967296 error 'B' format requires 0 <= number <= 255
# expect: <B 9223372036854775807 error 'B' format requires 0 <= number <= 255
# expect: <B 9223372036854775808 error 'B' format requires 0 <= number <= 255
# expect: <B -9223372036854775808 error 'B' format requires 0 <= number <= 255
# expect: <B -9223372036854775809 error 'B' format requires 0 <= number <= 255
# expect: <B 18446744073709551615 error 'B' format requires 0 <= number <= 255
# expect: <B 18446744073709551616 error 'B' format requires 0 <= number <= 255
# expect: <B 1.5 error required argument is not an integer
# expect: <B a error required argument is not an integer
# expect: <B None error required argument is not an integer
# expect: b'\x01' True b'\x00' True b'\x01' True >B -1 error 'B' format requires 0 <= number <= 255
# expect: b'\x7f' True b'\x80' True >B -128 error 'B' format requires 0 <= number <= 255
# expect: >B -129 error 'B' format requires 0 <= number <= 255
# expect: b'\xff' True >B 256 error 'B' format requires 0 <= number <= 255
# expect: >B 32767 error 'B' format requires 0 <= number <= 255
# expect: >B 32768 error 'B' format requires 0 <= number <= 255
# expect: >B -32768 error 'B' format requires 0 <= number <= 255
# expect: >B -32769 error 'B' format requires 0 <= number <= 255
# expect: >B 65535 error 'B' format requires 0 <= number <= 255
# expect: >B 65536 error 'B' format requires 0 <= number <= 255
# expect: >B 2147483647 error 'B' format requires 0 <= number <= 255
# expect: >B 2147483648 error 'B' format requires 0 <= number <= 255
# expect: >B -2147483648 error 'B' format requires 0 <= number <= 255
# expect: >B -2147483649 error 'B' format requires 0 <= number <= 255
# expect: >B 4294967295 error 'B' format requires 0 <= number <= 255
# expect: >B 4294967296 error 'B' format requires 0 <= number <= 255
# expect: >B 9223372036854775807 error 'B' format requires 0 <= number <= 255
# expect: >B 9223372036854775808 error 'B' format requires 0 <= number <= 255
# expect: >B -9223372036854775808 error 'B' format requires 0 <= number <= 255
# expect: >B -9223372036854775809 error 'B' format requires 0 <= number <= 255
# expect: >B 18446744073709551615 error 'B' format requires 0 <= number <= 255
# expect: >B 18446744073709551616 error 'B' format requires 0 <= number <= 255
# expect: >B 1.5 error required argument is not an integer
# expect: >B a error required argument is not an integer
# expect: >B None error required argument is not an integer
# expect-json: "b'\\x01' True "
# expect: b'\x00\x00' True b'\x01\x00' True b'\xff\xff' True b'\x7f\x00' True b'\x80\x00' True b'\x80\xff' True b'\x7f\xff' True b'\xff\x00' True b'\x00\x01' True b'\xff\x7f' True h 32768 error 'h' format requires -32768 <= number <= 32767
# expect: b'\x00\x80' True h -32769 error 'h' format requires -32768 <= number <= 32767
# expect: h 65535 error 'h' format requires -32768 <= number <= 32767
# expect: h 65536 error 'h' format requires -32768 <= number <= 32767
# expect: h 2147483647 error 'h' format requires -32768 <= number <= 32767
# expect: h 2147483648 error 'h' format requires -32768 <= number <= 32767
# expect: h -2147483648 error 'h' format requires -32768 <= number <= 32767
# expect: h -2147483649 error 'h' format requires -32768 <= number <= 32767
# expect: h 4294967295 error 'h' format requires -32768 <= number <= 32767
# expect: h 4294967296 error 'h' format requires -32768 <= number <= 32767
# expect: h 9223372036854775807 error 'h' format requires -32768 <= number <= 32767
# expect: h 9223372036854775808 error 'h' format requires -32768 <= number <= 32767
# expect: h -9223372036854775808 error 'h' format requires -32768 <= number <= 32767
# expect: h -9223372036854775809 error 'h' format requires -32768 <= number <= 32767
# expect: h 18446744073709551615 error 'h' format requires -32768 <= number <= 32767
# expect: h 18446744073709551616 error 'h' format requires -32768 <= number <= 32767
# expect: h 1.5 error required argument is not an integer
# expect: h a error required argument is not an integer
# expect: h None error required argument is not an integer
# expect: b'\x01\x00' True b'\x00\x00' True b'\x01\x00' True b'\xff\xff' True b'\x7f\x00' True b'\x80\x00' True b'\x80\xff' True b'\x7f\xff' True b'\xff\x00' True b'\x00\x01' True b'\xff\x7f' True <h 32768 error 'h' format requires -32768 <= number <= 32767
# expect: b'\x00\x80' True <h -32769 error 'h' format requires -32768 <= number <= 32767
# expect: <h 65535 error 'h' format requires -32768 <= number <= 32767
# expect: <h 65536 error 'h' format requires -32768 <= number <= 32767
# expect: <h 2147483647 error 'h' format requires -32768 <= number <= 32767
# expect: <h 2147483648 error 'h' format requires -32768 <= number <= 32767
# expect: <h -2147483648 error 'h' format requires -32768 <= number <= 32767
# expect: <h -2147483649 error 'h' format requires -32768 <= number <= 32767
# expect: <h 4294967295 error 'h' format requires -32768 <= number <= 32767
# expect: <h 4294967296 error 'h' format requires -32768 <= number <= 32767
# expect: <h 9223372036854775807 error 'h' format requires -32768 <= number <= 32767
# expect: <h 9223372036854775808 error 'h' format requires -32768 <= number <= 32767
# expect: <h -9223372036854775808 error 'h' format requires -32768 <= number <= 32767
# expect: <h -9223372036854775809 error 'h' format requires -32768 <= number <= 32767
# expect: <h 18446744073709551615 error 'h' format requires -32768 <= number <= 32767
# expect: <h 18446744073709551616 error 'h' format requires -32768 <= number <= 32767
# expect: <h 1.5 error required argument is not an integer
# expect: <h a error required argument is not an integer
# expect: <h None error required argument is not an integer
# expect: b'\x01\x00' True b'\x00\x00' True b'\x00\x01' True b'\xff\xff' True b'\x00\x7f' True b'\x00\x80' True b'\xff\x80' True b'\xff\x7f' True b'\x00\xff' True b'\x01\x00' True b'\x7f\xff' True >h 32768 error 'h' format requires -32768 <= number <= 32767
# expect: b'\x80\x00' True >h -32769 error 'h' format requires -32768 <= number <= 32767
# expect: >h 65535 error 'h' format requires -32768 <= number <= 32767
# expect: >h 65536 error 'h' format requires -32768 <= number <= 32767
# expect: >h 2147483647 error 'h' format requires -32768 <= number <= 32767
# expect: >h 2147483648 error 'h' format requires -32768 <= number <= 32767
# expect: >h -2147483648 error 'h' format requires -32768 <= number <= 32767
# expect: >h -2147483649 error 'h' format requires -32768 <= number <= 32767
# expect: >h 4294967295 error 'h' format requires -32768 <= number <= 32767
# expect: >h 4294967296 error 'h' format requires -32768 <= number <= 32767
# expect: >h 9223372036854775807 error 'h' format requires -32768 <= number <= 32767
# expect: >h 9223372036854775808 error 'h' format requires -32768 <= number <= 32767
# expect: >h -9223372036854775808 error 'h' format requires -32768 <= number <= 32767
# expect: >h -9223372036854775809 error 'h' format requires -32768 <= number <= 32767
# expect: >h 18446744073709551615 error 'h' format requires -32768 <= number <= 32767
# expect: >h 18446744073709551616 error 'h' format requires -32768 <= number <= 32767
# expect: >h 1.5 error required argument is not an integer
# expect: >h a error required argument is not an integer
# expect: >h None error required argument is not an integer
# expect-json: "b'\\x00\\x01' True "
# expect: b'\x00\x00' True b'\x01\x00' True H -1 error 'H' format requires 0 <= number <= 65535
# expect: b'\x7f\x00' True b'\x80\x00' True H -128 error 'H' format requires 0 <= number <= 65535
# expect: H -129 error 'H' format requires 0 <= number <= 65535
# expect: b'\xff\x00' True b'\x00\x01' True b'\xff\x7f' True b'\x00\x80' True H -32768 error 'H' format requires 0 <= number <= 65535
# expect: H -32769 error 'H' format requires 0 <= number <= 65535
# expect: b'\xff\xff' True H 65536 error 'H' format requires 0 <= number <= 65535
# expect: H 2147483647 error 'H' format requires 0 <= number <= 65535
# expect: H 2147483648 error 'H' format requires 0 <= number <= 65535
# expect: H -2147483648 error 'H' format requires 0 <= number <= 65535
# expect: H -2147483649 error 'H' format requires 0 <= number <= 65535
# expect: H 4294967295 error 'H' format requires 0 <= number <= 65535
# expect: H 4294967296 error 'H' format requires 0 <= number <= 65535
# expect: H 9223372036854775807 error 'H' format requires 0 <= number <= 65535
# expect: H 9223372036854775808 error 'H' format requires 0 <= number <= 65535
# expect: H -9223372036854775808 error 'H' format requires 0 <= number <= 65535
# expect: H -9223372036854775809 error 'H' format requires 0 <= number <= 65535
# expect: H 18446744073709551615 error 'H' format requires 0 <= number <= 65535
# expect: H 18446744073709551616 error 'H' format requires 0 <= number <= 65535
# expect: H 1.5 error required argument is not an integer
# expect: H a error required argument is not an integer
# expect: H None error required argument is not an integer
# expect: b'\x01\x00' True b'\x00\x00' True b'\x01\x00' True <H -1 error 'H' format requires 0 <= number <= 65535
# expect: b'\x7f\x00' True b'\x80\x00' True <H -128 error 'H' format requires 0 <= number <= 65535
# expect: <H -129 error 'H' format requires 0 <= number <= 65535
# expect: b'\xff\x00' True b'\x00\x01' True b'\xff\x7f' True b'\x00\x80' True <H -32768 error 'H' format requires 0 <= number <= 65535
# expect: <H -32769 error 'H' format requires 0 <= number <= 65535
# expect: b'\xff\xff' True <H 65536 error 'H' format requires 0 <= number <= 65535
# expect: <H 2147483647 error 'H' format requires 0 <= number <= 65535
# expect: <H 2147483648 error 'H' format requires 0 <= number <= 65535
# expect: <H -2147483648 error 'H' format requires 0 <= number <= 65535
# expect: <H -2147483649 error 'H' format requires 0 <= number <= 65535
# expect: <H 4294967295 error 'H' format requires 0 <= number <= 65535
# expect: <H 4294967296 error 'H' format requires 0 <= number <= 65535
# expect: <H 9223372036854775807 error 'H' format requires 0 <= number <= 65535
# expect: <H 9223372036854775808 error 'H' format requires 0 <= number <= 65535
# expect: <H -9223372036854775808 error 'H' format requires 0 <= number <= 65535
# expect: <H -9223372036854775809 error 'H' format requires 0 <= number <= 65535
# expect: <H 18446744073709551615 error 'H' format requires 0 <= number <= 65535
# expect: <H 18446744073709551616 error 'H' format requires 0 <= number <= 65535
# expect: <H 1.5 error required argument is not an integer
# expect: <H a error required argument is not an integer
# expect: <H None error required argument is not an integer
# expect: b'\x01\x00' True b'\x00\x00' True b'\x00\x01' True >H -1 error 'H' format requires 0 <= number <= 65535
# expect: b'\x00\x7f' True b'\x00\x80' True >H -128 error 'H' format requires 0 <= number <= 65535
# expect: >H -129 error 'H' format requires 0 <= number <= 65535
# expect: b'\x00\xff' True b'\x01\x00' True b'\x7f\xff' True b'\x80\x00' True >H -32768 error 'H' format requires 0 <= number <= 65535
# expect: >H -32769 error 'H' format requires 0 <= number <= 65535
# expect: b'\xff\xff' True >H 65536 error 'H' format requires 0 <= number <= 65535
# expect: >H 2147483647 error 'H' format requires 0 <= number <= 65535
# expect: >H 2147483648 error 'H' format requires 0 <= number <= 65535
# expect: >H -2147483648 error 'H' format requires 0 <= number <= 65535
# expect: >H -2147483649 error 'H' format requires 0 <= number <= 65535
# expect: >H 4294967295 error 'H' format requires 0 <= number <= 65535
# expect: >H 4294967296 error 'H' format requires 0 <= number <= 65535
# expect: >H 9223372036854775807 error 'H' format requires 0 <= number <= 65535
# expect: >H 9223372036854775808 error 'H' format requires 0 <= number <= 65535
# expect: >H -9223372036854775808 error 'H' format requires 0 <= number <= 65535
# expect: >H -9223372036854775809 error 'H' format requires 0 <= number <= 65535
# expect: >H 18446744073709551615 error 'H' format requires 0 <= number <= 65535
# expect: >H 18446744073709551616 error 'H' format requires 0 <= number <= 65535
# expect: >H 1.5 error required argument is not an integer
# expect: >H a error required argument is not an integer
# expect: >H None error required argument is not an integer
# expect-json: "b'\\x00\\x01' True "
# expect: b'\x00\x00\x00\x00' True b'\x01\x00\x00\x00' True b'\xff\xff\xff\xff' True b'\x7f\x00\x00\x00' True b'\x80\x00\x00\x00' True b'\x80\xff\xff\xff' True b'\x7f\xff\xff\xff' True b'\xff\x00\x00\x00' True b'\x00\x01\x00\x00' True b'\xff\x7f\x00\x00' True b'\x00\x80\x00\x00' True b'\x00\x80\xff\xff' True b'\xff\x7f\xff\xff' True b'\xff\xff\x00\x00' True b'\x00\x00\x01\x00' True b'\xff\xff\xff\x7f' True i 2147483648 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: b'\x00\x00\x00\x80' True i -2147483649 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i 4294967295 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i 4294967296 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i 9223372036854775807 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i 9223372036854775808 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i -9223372036854775808 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i -9223372036854775809 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i 18446744073709551615 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i 18446744073709551616 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: i 1.5 error required argument is not an integer
# expect: i a error required argument is not an integer
# expect: i None error required argument is not an integer
# expect: b'\x01\x00\x00\x00' True b'\x00\x00\x00\x00' True b'\x01\x00\x00\x00' True b'\xff\xff\xff\xff' True b'\x7f\x00\x00\x00' True b'\x80\x00\x00\x00' True b'\x80\xff\xff\xff' True b'\x7f\xff\xff\xff' True b'\xff\x00\x00\x00' True b'\x00\x01\x00\x00' True b'\xff\x7f\x00\x00' True b'\x00\x80\x00\x00' True b'\x00\x80\xff\xff' True b'\xff\x7f\xff\xff' True b'\xff\xff\x00\x00' True b'\x00\x00\x01\x00' True b'\xff\xff\xff\x7f' True <i 2147483648 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: b'\x00\x00\x00\x80' True <i -2147483649 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i 4294967295 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i 4294967296 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i 9223372036854775807 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i 9223372036854775808 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i -9223372036854775808 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i -9223372036854775809 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i 18446744073709551615 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i 18446744073709551616 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: <i 1.5 error required argument is not an integer
# expect: <i a error required argument is not an integer
# expect: <i None error required argument is not an integer
# expect: b'\x01\x00\x00\x00' True b'\x00\x00\x00\x00' True b'\x00\x00\x00\x01' True b'\xff\xff\xff\xff' True b'\x00\x00\x00\x7f' True b'\x00\x00\x00\x80' True b'\xff\xff\xff\x80' True b'\xff\xff\xff\x7f' True b'\x00\x00\x00\xff' True b'\x00\x00\x01\x00' True b'\x00\x00\x7f\xff' True b'\x00\x00\x80\x00' True b'\xff\xff\x80\x00' True b'\xff\xff\x7f\xff' True b'\x00\x00\xff\xff' True b'\x00\x01\x00\x00' True b'\x7f\xff\xff\xff' True >i 2147483648 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: b'\x80\x00\x00\x00' True >i -2147483649 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i 4294967295 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i 4294967296 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i 9223372036854775807 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i 9223372036854775808 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i -9223372036854775808 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i -9223372036854775809 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i 18446744073709551615 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i 18446744073709551616 error 'i' format requires -2147483648 <= number <= 2147483647
# expect: >i 1.5 error required argument is not an integer
# expect: >i a error required argument is not an integer
# expect: >i None error required argument is not an integer
# expect-json: "b'\\x00\\x00\\x00\\x01' True "
# expect: b'\x00\x00\x00\x00' True b'\x01\x00\x00\x00' True I -1 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\x7f\x00\x00\x00' True b'\x80\x00\x00\x00' True I -128 error 'I' format requires 0 <= number <= 4294967295
# expect: I -129 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\xff\x00\x00\x00' True b'\x00\x01\x00\x00' True b'\xff\x7f\x00\x00' True b'\x00\x80\x00\x00' True I -32768 error 'I' format requires 0 <= number <= 4294967295
# expect: I -32769 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\xff\xff\x00\x00' True b'\x00\x00\x01\x00' True b'\xff\xff\xff\x7f' True b'\x00\x00\x00\x80' True I -2147483648 error 'I' format requires 0 <= number <= 4294967295
# expect: I -2147483649 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\xff\xff\xff\xff' True I 4294967296 error 'I' format requires 0 <= number <= 4294967295
# expect: I 9223372036854775807 error 'I' format requires 0 <= number <= 4294967295
# expect: I 9223372036854775808 error 'I' format requires 0 <= number <= 4294967295
# expect: I -9223372036854775808 error 'I' format requires 0 <= number <= 4294967295
# expect: I -9223372036854775809 error 'I' format requires 0 <= number <= 4294967295
# expect: I 18446744073709551615 error 'I' format requires 0 <= number <= 4294967295
# expect: I 18446744073709551616 error 'I' format requires 0 <= number <= 4294967295
# expect: I 1.5 error required argument is not an integer
# expect: I a error required argument is not an integer
# expect: I None error required argument is not an integer
# expect: b'\x01\x00\x00\x00' True b'\x00\x00\x00\x00' True b'\x01\x00\x00\x00' True <I -1 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\x7f\x00\x00\x00' True b'\x80\x00\x00\x00' True <I -128 error 'I' format requires 0 <= number <= 4294967295
# expect: <I -129 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\xff\x00\x00\x00' True b'\x00\x01\x00\x00' True b'\xff\x7f\x00\x00' True b'\x00\x80\x00\x00' True <I -32768 error 'I' format requires 0 <= number <= 4294967295
# expect: <I -32769 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\xff\xff\x00\x00' True b'\x00\x00\x01\x00' True b'\xff\xff\xff\x7f' True b'\x00\x00\x00\x80' True <I -2147483648 error 'I' format requires 0 <= number <= 4294967295
# expect: <I -2147483649 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\xff\xff\xff\xff' True <I 4294967296 error 'I' format requires 0 <= number <= 4294967295
# expect: <I 9223372036854775807 error 'I' format requires 0 <= number <= 4294967295
# expect: <I 9223372036854775808 error 'I' format requires 0 <= number <= 4294967295
# expect: <I -9223372036854775808 error 'I' format requires 0 <= number <= 4294967295
# expect: <I -9223372036854775809 error 'I' format requires 0 <= number <= 4294967295
# expect: <I 18446744073709551615 error 'I' format requires 0 <= number <= 4294967295
# expect: <I 18446744073709551616 error 'I' format requires 0 <= number <= 4294967295
# expect: <I 1.5 error required argument is not an integer
# expect: <I a error required argument is not an integer
# expect: <I None error required argument is not an integer
# expect: b'\x01\x00\x00\x00' True b'\x00\x00\x00\x00' True b'\x00\x00\x00\x01' True >I -1 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\x00\x00\x00\x7f' True b'\x00\x00\x00\x80' True >I -128 error 'I' format requires 0 <= number <= 4294967295
# expect: >I -129 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\x00\x00\x00\xff' True b'\x00\x00\x01\x00' True b'\x00\x00\x7f\xff' True b'\x00\x00\x80\x00' True >I -32768 error 'I' format requires 0 <= number <= 4294967295
# expect: >I -32769 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\x00\x00\xff\xff' True b'\x00\x01\x00\x00' True b'\x7f\xff\xff\xff' True b'\x80\x00\x00\x00' True >I -2147483648 error 'I' format requires 0 <= number <= 4294967295
# expect: >I -2147483649 error 'I' format requires 0 <= number <= 4294967295
# expect: b'\xff\xff\xff\xff' True >I 4294967296 error 'I' format requires 0 <= number <= 4294967295
# expect: >I 9223372036854775807 error 'I' format requires 0 <= number <= 4294967295
# expect: >I 9223372036854775808 error 'I' format requires 0 <= number <= 4294967295
# expect: >I -9223372036854775808 error 'I' format requires 0 <= number <= 4294967295
# expect: >I -9223372036854775809 error 'I' format requires 0 <= number <= 4294967295
# expect: >I 18446744073709551615 error 'I' format requires 0 <= number <= 4294967295
# expect: >I 18446744073709551616 error 'I' format requires 0 <= number <= 4294967295
# expect: >I 1.5 error required argument is not an integer
# expect: >I a error required argument is not an integer
# expect: >I None error required argument is not an integer
# expect-json: "b'\\x00\\x00\\x00\\x01' True "
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\xff' True b'\x7f\x00\x00\x00\x00\x00\x00\x00' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True b'\x80\xff\xff\xff\xff\xff\xff\xff' True b'\x7f\xff\xff\xff\xff\xff\xff\xff' True b'\xff\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x01\x00\x00\x00\x00\x00\x00' True b'\xff\x7f\x00\x00\x00\x00\x00\x00' True b'\x00\x80\x00\x00\x00\x00\x00\x00' True b'\x00\x80\xff\xff\xff\xff\xff\xff' True b'\xff\x7f\xff\xff\xff\xff\xff\xff' True b'\xff\xff\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x01\x00\x00\x00\x00\x00' True b'\xff\xff\xff\x7f\x00\x00\x00\x00' True b'\x00\x00\x00\x80\x00\x00\x00\x00' True b'\x00\x00\x00\x80\xff\xff\xff\xff' True b'\xff\xff\xff\x7f\xff\xff\xff\xff' True b'\xff\xff\xff\xff\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x01\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True l 9223372036854775808 error 'l' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x80' True l -9223372036854775809 error 'l' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: l 18446744073709551615 error 'l' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: l 18446744073709551616 error 'l' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: l 1.5 error required argument is not an integer
# expect: l a error required argument is not an integer
# expect: l None error required argument is not an integer
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x00\x00' True b'\x01\x00\x00\x00' True b'\xff\xff\xff\xff' True b'\x7f\x00\x00\x00' True b'\x80\x00\x00\x00' True b'\x80\xff\xff\xff' True b'\x7f\xff\xff\xff' True b'\xff\x00\x00\x00' True b'\x00\x01\x00\x00' True b'\xff\x7f\x00\x00' True b'\x00\x80\x00\x00' True b'\x00\x80\xff\xff' True b'\xff\x7f\xff\xff' True b'\xff\xff\x00\x00' True b'\x00\x00\x01\x00' True b'\xff\xff\xff\x7f' True <l 2147483648 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: b'\x00\x00\x00\x80' True <l -2147483649 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l 4294967295 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l 4294967296 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l 9223372036854775807 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l 9223372036854775808 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l -9223372036854775808 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l -9223372036854775809 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l 18446744073709551615 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l 18446744073709551616 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: <l 1.5 error required argument is not an integer
# expect: <l a error required argument is not an integer
# expect: <l None error required argument is not an integer
# expect: b'\x01\x00\x00\x00' True b'\x00\x00\x00\x00' True b'\x00\x00\x00\x01' True b'\xff\xff\xff\xff' True b'\x00\x00\x00\x7f' True b'\x00\x00\x00\x80' True b'\xff\xff\xff\x80' True b'\xff\xff\xff\x7f' True b'\x00\x00\x00\xff' True b'\x00\x00\x01\x00' True b'\x00\x00\x7f\xff' True b'\x00\x00\x80\x00' True b'\xff\xff\x80\x00' True b'\xff\xff\x7f\xff' True b'\x00\x00\xff\xff' True b'\x00\x01\x00\x00' True b'\x7f\xff\xff\xff' True >l 2147483648 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: b'\x80\x00\x00\x00' True >l -2147483649 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l 4294967295 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l 4294967296 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l 9223372036854775807 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l 9223372036854775808 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l -9223372036854775808 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l -9223372036854775809 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l 18446744073709551615 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l 18446744073709551616 error 'l' format requires -2147483648 <= number <= 2147483647
# expect: >l 1.5 error required argument is not an integer
# expect: >l a error required argument is not an integer
# expect: >l None error required argument is not an integer
# expect-json: "b'\\x00\\x00\\x00\\x01' True "
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x01\x00\x00\x00\x00\x00\x00\x00' True L -1 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: b'\x7f\x00\x00\x00\x00\x00\x00\x00' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True L -128 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: L -129 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x01\x00\x00\x00\x00\x00\x00' True b'\xff\x7f\x00\x00\x00\x00\x00\x00' True b'\x00\x80\x00\x00\x00\x00\x00\x00' True L -32768 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: L -32769 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x01\x00\x00\x00\x00\x00' True b'\xff\xff\xff\x7f\x00\x00\x00\x00' True b'\x00\x00\x00\x80\x00\x00\x00\x00' True L -2147483648 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: L -2147483649 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x01\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True b'\x00\x00\x00\x00\x00\x00\x00\x80' True L -9223372036854775808 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: L -9223372036854775809 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\xff\xff\xff\xff' True L 18446744073709551616 error 'L' format requires 0 <= number <= 18446744073709551615
# expect: L 1.5 error required argument is not an integer
# expect: L a error required argument is not an integer
# expect: L None error required argument is not an integer
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x00\x00' True b'\x01\x00\x00\x00' True <L -1 error 'L' format requires 0 <= number <= 4294967295
# expect: b'\x7f\x00\x00\x00' True b'\x80\x00\x00\x00' True <L -128 error 'L' format requires 0 <= number <= 4294967295
# expect: <L -129 error 'L' format requires 0 <= number <= 4294967295
# expect: b'\xff\x00\x00\x00' True b'\x00\x01\x00\x00' True b'\xff\x7f\x00\x00' True b'\x00\x80\x00\x00' True <L -32768 error 'L' format requires 0 <= number <= 4294967295
# expect: <L -32769 error 'L' format requires 0 <= number <= 4294967295
# expect: b'\xff\xff\x00\x00' True b'\x00\x00\x01\x00' True b'\xff\xff\xff\x7f' True b'\x00\x00\x00\x80' True <L -2147483648 error 'L' format requires 0 <= number <= 4294967295
# expect: <L -2147483649 error 'L' format requires 0 <= number <= 4294967295
# expect: b'\xff\xff\xff\xff' True <L 4294967296 error 'L' format requires 0 <= number <= 4294967295
# expect: <L 9223372036854775807 error 'L' format requires 0 <= number <= 4294967295
# expect: <L 9223372036854775808 error 'L' format requires 0 <= number <= 4294967295
# expect: <L -9223372036854775808 error 'L' format requires 0 <= number <= 4294967295
# expect: <L -9223372036854775809 error 'L' format requires 0 <= number <= 4294967295
# expect: <L 18446744073709551615 error 'L' format requires 0 <= number <= 4294967295
# expect: <L 18446744073709551616 error 'L' format requires 0 <= number <= 4294967295
# expect: <L 1.5 error required argument is not an integer
# expect: <L a error required argument is not an integer
# expect: <L None error required argument is not an integer
# expect: b'\x01\x00\x00\x00' True b'\x00\x00\x00\x00' True b'\x00\x00\x00\x01' True >L -1 error 'L' format requires 0 <= number <= 4294967295
# expect: b'\x00\x00\x00\x7f' True b'\x00\x00\x00\x80' True >L -128 error 'L' format requires 0 <= number <= 4294967295
# expect: >L -129 error 'L' format requires 0 <= number <= 4294967295
# expect: b'\x00\x00\x00\xff' True b'\x00\x00\x01\x00' True b'\x00\x00\x7f\xff' True b'\x00\x00\x80\x00' True >L -32768 error 'L' format requires 0 <= number <= 4294967295
# expect: >L -32769 error 'L' format requires 0 <= number <= 4294967295
# expect: b'\x00\x00\xff\xff' True b'\x00\x01\x00\x00' True b'\x7f\xff\xff\xff' True b'\x80\x00\x00\x00' True >L -2147483648 error 'L' format requires 0 <= number <= 4294967295
# expect: >L -2147483649 error 'L' format requires 0 <= number <= 4294967295
# expect: b'\xff\xff\xff\xff' True >L 4294967296 error 'L' format requires 0 <= number <= 4294967295
# expect: >L 9223372036854775807 error 'L' format requires 0 <= number <= 4294967295
# expect: >L 9223372036854775808 error 'L' format requires 0 <= number <= 4294967295
# expect: >L -9223372036854775808 error 'L' format requires 0 <= number <= 4294967295
# expect: >L -9223372036854775809 error 'L' format requires 0 <= number <= 4294967295
# expect: >L 18446744073709551615 error 'L' format requires 0 <= number <= 4294967295
# expect: >L 18446744073709551616 error 'L' format requires 0 <= number <= 4294967295
# expect: >L 1.5 error required argument is not an integer
# expect: >L a error required argument is not an integer
# expect: >L None error required argument is not an integer
# expect-json: "b'\\x00\\x00\\x00\\x01' True "
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\xff' True b'\x7f\x00\x00\x00\x00\x00\x00\x00' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True b'\x80\xff\xff\xff\xff\xff\xff\xff' True b'\x7f\xff\xff\xff\xff\xff\xff\xff' True b'\xff\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x01\x00\x00\x00\x00\x00\x00' True b'\xff\x7f\x00\x00\x00\x00\x00\x00' True b'\x00\x80\x00\x00\x00\x00\x00\x00' True b'\x00\x80\xff\xff\xff\xff\xff\xff' True b'\xff\x7f\xff\xff\xff\xff\xff\xff' True b'\xff\xff\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x01\x00\x00\x00\x00\x00' True b'\xff\xff\xff\x7f\x00\x00\x00\x00' True b'\x00\x00\x00\x80\x00\x00\x00\x00' True b'\x00\x00\x00\x80\xff\xff\xff\xff' True b'\xff\xff\xff\x7f\xff\xff\xff\xff' True b'\xff\xff\xff\xff\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x01\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True q 9223372036854775808 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x80' True q -9223372036854775809 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: q 18446744073709551615 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: q 18446744073709551616 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: q 1.5 error required argument is not an integer
# expect: q a error required argument is not an integer
# expect: q None error required argument is not an integer
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\xff' True b'\x7f\x00\x00\x00\x00\x00\x00\x00' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True b'\x80\xff\xff\xff\xff\xff\xff\xff' True b'\x7f\xff\xff\xff\xff\xff\xff\xff' True b'\xff\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x01\x00\x00\x00\x00\x00\x00' True b'\xff\x7f\x00\x00\x00\x00\x00\x00' True b'\x00\x80\x00\x00\x00\x00\x00\x00' True b'\x00\x80\xff\xff\xff\xff\xff\xff' True b'\xff\x7f\xff\xff\xff\xff\xff\xff' True b'\xff\xff\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x01\x00\x00\x00\x00\x00' True b'\xff\xff\xff\x7f\x00\x00\x00\x00' True b'\x00\x00\x00\x80\x00\x00\x00\x00' True b'\x00\x00\x00\x80\xff\xff\xff\xff' True b'\xff\xff\xff\x7f\xff\xff\xff\xff' True b'\xff\xff\xff\xff\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x01\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True <q 9223372036854775808 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x80' True <q -9223372036854775809 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: <q 18446744073709551615 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: <q 18446744073709551616 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: <q 1.5 error required argument is not an integer
# expect: <q a error required argument is not an integer
# expect: <q None error required argument is not an integer
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x00\x00\x00\x01' True b'\xff\xff\xff\xff\xff\xff\xff\xff' True b'\x00\x00\x00\x00\x00\x00\x00\x7f' True b'\x00\x00\x00\x00\x00\x00\x00\x80' True b'\xff\xff\xff\xff\xff\xff\xff\x80' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True b'\x00\x00\x00\x00\x00\x00\x00\xff' True b'\x00\x00\x00\x00\x00\x00\x01\x00' True b'\x00\x00\x00\x00\x00\x00\x7f\xff' True b'\x00\x00\x00\x00\x00\x00\x80\x00' True b'\xff\xff\xff\xff\xff\xff\x80\x00' True b'\xff\xff\xff\xff\xff\xff\x7f\xff' True b'\x00\x00\x00\x00\x00\x00\xff\xff' True b'\x00\x00\x00\x00\x00\x01\x00\x00' True b'\x00\x00\x00\x00\x7f\xff\xff\xff' True b'\x00\x00\x00\x00\x80\x00\x00\x00' True b'\xff\xff\xff\xff\x80\x00\x00\x00' True b'\xff\xff\xff\xff\x7f\xff\xff\xff' True b'\x00\x00\x00\x00\xff\xff\xff\xff' True b'\x00\x00\x00\x01\x00\x00\x00\x00' True b'\x7f\xff\xff\xff\xff\xff\xff\xff' True >q 9223372036854775808 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: b'\x80\x00\x00\x00\x00\x00\x00\x00' True >q -9223372036854775809 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: >q 18446744073709551615 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: >q 18446744073709551616 error 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: >q 1.5 error required argument is not an integer
# expect: >q a error required argument is not an integer
# expect: >q None error required argument is not an integer
# expect-json: "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01' True "
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x01\x00\x00\x00\x00\x00\x00\x00' True Q -1 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\x7f\x00\x00\x00\x00\x00\x00\x00' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True Q -128 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: Q -129 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x01\x00\x00\x00\x00\x00\x00' True b'\xff\x7f\x00\x00\x00\x00\x00\x00' True b'\x00\x80\x00\x00\x00\x00\x00\x00' True Q -32768 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: Q -32769 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x01\x00\x00\x00\x00\x00' True b'\xff\xff\xff\x7f\x00\x00\x00\x00' True b'\x00\x00\x00\x80\x00\x00\x00\x00' True Q -2147483648 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: Q -2147483649 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x01\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True b'\x00\x00\x00\x00\x00\x00\x00\x80' True Q -9223372036854775808 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: Q -9223372036854775809 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\xff\xff\xff\xff' True Q 18446744073709551616 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: Q 1.5 error required argument is not an integer
# expect: Q a error required argument is not an integer
# expect: Q None error required argument is not an integer
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x01\x00\x00\x00\x00\x00\x00\x00' True <Q -1 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\x7f\x00\x00\x00\x00\x00\x00\x00' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True <Q -128 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: <Q -129 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x01\x00\x00\x00\x00\x00\x00' True b'\xff\x7f\x00\x00\x00\x00\x00\x00' True b'\x00\x80\x00\x00\x00\x00\x00\x00' True <Q -32768 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: <Q -32769 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x01\x00\x00\x00\x00\x00' True b'\xff\xff\xff\x7f\x00\x00\x00\x00' True b'\x00\x00\x00\x80\x00\x00\x00\x00' True <Q -2147483648 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: <Q -2147483649 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x01\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True b'\x00\x00\x00\x00\x00\x00\x00\x80' True <Q -9223372036854775808 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: <Q -9223372036854775809 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\xff\xff\xff\xff' True <Q 18446744073709551616 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: <Q 1.5 error required argument is not an integer
# expect: <Q a error required argument is not an integer
# expect: <Q None error required argument is not an integer
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x00\x00\x00\x01' True >Q -1 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x7f' True b'\x00\x00\x00\x00\x00\x00\x00\x80' True >Q -128 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: >Q -129 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\x00\x00\x00\x00\x00\x00\x00\xff' True b'\x00\x00\x00\x00\x00\x00\x01\x00' True b'\x00\x00\x00\x00\x00\x00\x7f\xff' True b'\x00\x00\x00\x00\x00\x00\x80\x00' True >Q -32768 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: >Q -32769 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\x00\x00\x00\x00\x00\x00\xff\xff' True b'\x00\x00\x00\x00\x00\x01\x00\x00' True b'\x00\x00\x00\x00\x7f\xff\xff\xff' True b'\x00\x00\x00\x00\x80\x00\x00\x00' True >Q -2147483648 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: >Q -2147483649 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\x00\x00\x00\x00\xff\xff\xff\xff' True b'\x00\x00\x00\x01\x00\x00\x00\x00' True b'\x7f\xff\xff\xff\xff\xff\xff\xff' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True >Q -9223372036854775808 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: >Q -9223372036854775809 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\xff\xff\xff\xff' True >Q 18446744073709551616 error 'Q' format requires 0 <= number <= 18446744073709551615
# expect: >Q 1.5 error required argument is not an integer
# expect: >Q a error required argument is not an integer
# expect: >Q None error required argument is not an integer
# expect-json: "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01' True "
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x01\x00\x00\x00\x00\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\xff' True b'\x7f\x00\x00\x00\x00\x00\x00\x00' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True b'\x80\xff\xff\xff\xff\xff\xff\xff' True b'\x7f\xff\xff\xff\xff\xff\xff\xff' True b'\xff\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x01\x00\x00\x00\x00\x00\x00' True b'\xff\x7f\x00\x00\x00\x00\x00\x00' True b'\x00\x80\x00\x00\x00\x00\x00\x00' True b'\x00\x80\xff\xff\xff\xff\xff\xff' True b'\xff\x7f\xff\xff\xff\xff\xff\xff' True b'\xff\xff\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x01\x00\x00\x00\x00\x00' True b'\xff\xff\xff\x7f\x00\x00\x00\x00' True b'\x00\x00\x00\x80\x00\x00\x00\x00' True b'\x00\x00\x00\x80\xff\xff\xff\xff' True b'\xff\xff\xff\x7f\xff\xff\xff\xff' True b'\xff\xff\xff\xff\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x01\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True n 9223372036854775808 error 'n' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x80' True n -9223372036854775809 error 'n' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: n 18446744073709551615 error 'n' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: n 18446744073709551616 error 'n' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: n 1.5 error required argument is not an integer
# expect: n a error required argument is not an integer
# expect: n None error required argument is not an integer
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00' True <n 0 error bad char in struct format
# expect: <n 1 error bad char in struct format
# expect: <n -1 error bad char in struct format
# expect: <n 127 error bad char in struct format
# expect: <n 128 error bad char in struct format
# expect: <n -128 error bad char in struct format
# expect: <n -129 error bad char in struct format
# expect: <n 255 error bad char in struct format
# expect: <n 256 error bad char in struct format
# expect: <n 32767 error bad char in struct format
# expect: <n 32768 error bad char in struct format
# expect: <n -32768 error bad char in struct format
# expect: <n -32769 error bad char in struct format
# expect: <n 65535 error bad char in struct format
# expect: <n 65536 error bad char in struct format
# expect: <n 2147483647 error bad char in struct format
# expect: <n 2147483648 error bad char in struct format
# expect: <n -2147483648 error bad char in struct format
# expect: <n -2147483649 error bad char in struct format
# expect: <n 4294967295 error bad char in struct format
# expect: <n 4294967296 error bad char in struct format
# expect: <n 9223372036854775807 error bad char in struct format
# expect: <n 9223372036854775808 error bad char in struct format
# expect: <n -9223372036854775808 error bad char in struct format
# expect: <n -9223372036854775809 error bad char in struct format
# expect: <n 18446744073709551615 error bad char in struct format
# expect: <n 18446744073709551616 error bad char in struct format
# expect: <n 1.5 error bad char in struct format
# expect: <n a error bad char in struct format
# expect: <n None error bad char in struct format
# expect: <n True error bad char in struct format
# expect: >n 0 error bad char in struct format
# expect: >n 1 error bad char in struct format
# expect: >n -1 error bad char in struct format
# expect: >n 127 error bad char in struct format
# expect: >n 128 error bad char in struct format
# expect: >n -128 error bad char in struct format
# expect: >n -129 error bad char in struct format
# expect: >n 255 error bad char in struct format
# expect: >n 256 error bad char in struct format
# expect: >n 32767 error bad char in struct format
# expect: >n 32768 error bad char in struct format
# expect: >n -32768 error bad char in struct format
# expect: >n -32769 error bad char in struct format
# expect: >n 65535 error bad char in struct format
# expect: >n 65536 error bad char in struct format
# expect: >n 2147483647 error bad char in struct format
# expect: >n 2147483648 error bad char in struct format
# expect: >n -2147483648 error bad char in struct format
# expect: >n -2147483649 error bad char in struct format
# expect: >n 4294967295 error bad char in struct format
# expect: >n 4294967296 error bad char in struct format
# expect: >n 9223372036854775807 error bad char in struct format
# expect: >n 9223372036854775808 error bad char in struct format
# expect: >n -9223372036854775808 error bad char in struct format
# expect: >n -9223372036854775809 error bad char in struct format
# expect: >n 18446744073709551615 error bad char in struct format
# expect: >n 18446744073709551616 error bad char in struct format
# expect: >n 1.5 error bad char in struct format
# expect: >n a error bad char in struct format
# expect: >n None error bad char in struct format
# expect: >n True error bad char in struct format
# expect:
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00' True b'\x01\x00\x00\x00\x00\x00\x00\x00' True N -1 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: b'\x7f\x00\x00\x00\x00\x00\x00\x00' True b'\x80\x00\x00\x00\x00\x00\x00\x00' True N -128 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: N -129 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\x00\x00\x00\x00\x00\x00\x00' True b'\x00\x01\x00\x00\x00\x00\x00\x00' True b'\xff\x7f\x00\x00\x00\x00\x00\x00' True b'\x00\x80\x00\x00\x00\x00\x00\x00' True N -32768 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: N -32769 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\x00\x00\x00\x00\x00\x00' True b'\x00\x00\x01\x00\x00\x00\x00\x00' True b'\xff\xff\xff\x7f\x00\x00\x00\x00' True b'\x00\x00\x00\x80\x00\x00\x00\x00' True N -2147483648 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: N -2147483649 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\x00\x00\x00\x00' True b'\x00\x00\x00\x00\x01\x00\x00\x00' True b'\xff\xff\xff\xff\xff\xff\xff\x7f' True b'\x00\x00\x00\x00\x00\x00\x00\x80' True N -9223372036854775808 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: N -9223372036854775809 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: b'\xff\xff\xff\xff\xff\xff\xff\xff' True N 18446744073709551616 error 'N' format requires 0 <= number <= 18446744073709551615
# expect: N 1.5 error required argument is not an integer
# expect: N a error required argument is not an integer
# expect: N None error required argument is not an integer
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00' True <N 0 error bad char in struct format
# expect: <N 1 error bad char in struct format
# expect: <N -1 error bad char in struct format
# expect: <N 127 error bad char in struct format
# expect: <N 128 error bad char in struct format
# expect: <N -128 error bad char in struct format
# expect: <N -129 error bad char in struct format
# expect: <N 255 error bad char in struct format
# expect: <N 256 error bad char in struct format
# expect: <N 32767 error bad char in struct format
# expect: <N 32768 error bad char in struct format
# expect: <N -32768 error bad char in struct format
# expect: <N -32769 error bad char in struct format
# expect: <N 65535 error bad char in struct format
# expect: <N 65536 error bad char in struct format
# expect: <N 2147483647 error bad char in struct format
# expect: <N 2147483648 error bad char in struct format
# expect: <N -2147483648 error bad char in struct format
# expect: <N -2147483649 error bad char in struct format
# expect: <N 4294967295 error bad char in struct format
# expect: <N 4294967296 error bad char in struct format
# expect: <N 9223372036854775807 error bad char in struct format
# expect: <N 9223372036854775808 error bad char in struct format
# expect: <N -9223372036854775808 error bad char in struct format
# expect: <N -9223372036854775809 error bad char in struct format
# expect: <N 18446744073709551615 error bad char in struct format
# expect: <N 18446744073709551616 error bad char in struct format
# expect: <N 1.5 error bad char in struct format
# expect: <N a error bad char in struct format
# expect: <N None error bad char in struct format
# expect: <N True error bad char in struct format
# expect: >N 0 error bad char in struct format
# expect: >N 1 error bad char in struct format
# expect: >N -1 error bad char in struct format
# expect: >N 127 error bad char in struct format
# expect: >N 128 error bad char in struct format
# expect: >N -128 error bad char in struct format
# expect: >N -129 error bad char in struct format
# expect: >N 255 error bad char in struct format
# expect: >N 256 error bad char in struct format
# expect: >N 32767 error bad char in struct format
# expect: >N 32768 error bad char in struct format
# expect: >N -32768 error bad char in struct format
# expect: >N -32769 error bad char in struct format
# expect: >N 65535 error bad char in struct format
# expect: >N 65536 error bad char in struct format
# expect: >N 2147483647 error bad char in struct format
# expect: >N 2147483648 error bad char in struct format
# expect: >N -2147483648 error bad char in struct format
# expect: >N -2147483649 error bad char in struct format
# expect: >N 4294967295 error bad char in struct format
# expect: >N 4294967296 error bad char in struct format
# expect: >N 9223372036854775807 error bad char in struct format
# expect: >N 9223372036854775808 error bad char in struct format
# expect: >N -9223372036854775808 error bad char in struct format
# expect: >N -9223372036854775809 error bad char in struct format
# expect: >N 18446744073709551615 error bad char in struct format
# expect: >N 18446744073709551616 error bad char in struct format
# expect: >N 1.5 error bad char in struct format
# expect: >N a error bad char in struct format
# expect: >N None error bad char in struct format
# expect: >N True error bad char in struct format
# expect:
# expect: b'\x07\x00\x00\x00\x00\x00\x00\x00\x07\x00\x00\x00\x00\x00\x00\x00'
# expect: b'\x00\x00' 0.0 b'\x00\x00' 0.0 b'\x00\x00' 0.0 b'\x00\x80' -0.0 b'\x80\x00' -0.0 b'\x00\x80' -0.0 b'\x00<' 1.0 b'<\x00' 1.0 b'\x00<' 1.0 b'\x00>' 1.5 b'>\x00' 1.5 b'\x00>' 1.5 b'HB' 3.140625 b'BH' 3.140625 b'HB' 3.140625 b'\xff{' 65504.0 b'{\xff' 65504.0 b'\xff{' 65504.0 b'\xff{' 65504.0 b'{\xff' 65504.0 b'\xff{' 65504.0 <e OverflowError float too large to pack with e format
# expect: >e OverflowError float too large to pack with e format
# expect: e OverflowError float too large to pack with e format
# expect: b'\x00\x00' 0.0 b'\x00\x00' 0.0 b'\x00\x00' 0.0 b'\x01\x00' 5.960464477539063e-08 b'\x00\x01' 5.960464477539063e-08 b'\x01\x00' 5.960464477539063e-08 b'\x01\x00' 5.960464477539063e-08 b'\x00\x01' 5.960464477539063e-08 b'\x01\x00' 5.960464477539063e-08 b'\x00\x00' 0.0 b'\x00\x00' 0.0 b'\x00\x00' 0.0 <e OverflowError float too large to pack with e format
# expect: >e OverflowError float too large to pack with e format
# expect: e OverflowError float too large to pack with e format
# expect: <e OverflowError float too large to pack with e format
# expect: >e OverflowError float too large to pack with e format
# expect: e OverflowError float too large to pack with e format
# expect: <e OverflowError float too large to pack with e format
# expect: >e OverflowError float too large to pack with e format
# expect: e OverflowError float too large to pack with e format
# expect: <e OverflowError float too large to pack with e format
# expect: >e OverflowError float too large to pack with e format
# expect: e OverflowError float too large to pack with e format
# expect: b'\x00|' inf b'|\x00' inf b'\x00|' inf b'\x00\xfc' -inf b'\xfc\x00' -inf b'\x00\xfc' -inf b'\x00~' nan b'~\x00' nan b'\x00~' nan b'\x00<' 1.0 b'<\x00' 1.0 b'\x00<' 1.0 <e error required argument is not a float
# expect: >e error required argument is not a float
# expect: e error required argument is not a float
# expect: <e error required argument is not a float
# expect: >e error required argument is not a float
# expect: e error required argument is not a float
# expect: <e error required argument is not a float
# expect: >e error required argument is not a float
# expect: e error required argument is not a float
# expect-json: "b'\\x00\\x00' 0.0 b'\\x00\\x00' 0.0 b'\\x00\\x00' 0.0 b'\\x00\\x00' 0.0 b'\\x00\\x00' 0.0 b'\\x00\\x00' 0.0 "
# expect: b'\x00\x00\x00\x00' 0.0 b'\x00\x00\x00\x00' 0.0 b'\x00\x00\x00\x00' 0.0 b'\x00\x00\x00\x80' -0.0 b'\x80\x00\x00\x00' -0.0 b'\x00\x00\x00\x80' -0.0 b'\x00\x00\x80?' 1.0 b'?\x80\x00\x00' 1.0 b'\x00\x00\x80?' 1.0 b'\x00\x00\xc0?' 1.5 b'?\xc0\x00\x00' 1.5 b'\x00\x00\xc0?' 1.5 b'\xd0\x0fI@' 3.141590118408203 b'@I\x0f\xd0' 3.141590118408203 b'\xd0\x0fI@' 3.141590118408203 b'\x00\xe0\x7fG' 65504.0 b'G\x7f\xe0\x00' 65504.0 b'\x00\xe0\x7fG' 65504.0 b'\xfd\xef\x7fG' 65519.98828125 b'G\x7f\xef\xfd' 65519.98828125 b'\xfd\xef\x7fG' 65519.98828125 b'\x00\xf0\x7fG' 65520.0 b'G\x7f\xf0\x00' 65520.0 b'\x00\xf0\x7fG' 65520.0 b'w\xcc+2' 9.99999993922529e-09 b'2+\xccw' 9.99999993922529e-09 b'w\xcc+2' 9.99999993922529e-09 b'Y\xd9\x803' 5.99999978589949e-08 b'3\x80\xd9Y' 5.99999978589949e-08 b'Y\xd9\x803' 5.99999978589949e-08 b'\xe5\xfa\x7f3' 5.960000137861243e-08 b'3\x7f\xfa\xe5' 5.960000137861243e-08 b'\xe5\xfa\x7f3' 5.960000137861243e-08 b'\xe5\xfa\xff2' 2.9800000689306216e-08 b'2\xff\xfa\xe5' 2.9800000689306216e-08 b'\xe5\xfa\xff2' 2.9800000689306216e-08 <f OverflowError float too large to pack with f format
# expect: >f OverflowError float too large to pack with f format
# expect: b'\x00\x00\x80\x7f' inf <f OverflowError float too large to pack with f format
# expect: >f OverflowError float too large to pack with f format
# expect: b'\x00\x00\x80\x7f' inf b'\xff\xff\x7f\x7f' 3.4028234663852886e+38 b'\x7f\x7f\xff\xff' 3.4028234663852886e+38 b'\xff\xff\x7f\x7f' 3.4028234663852886e+38 <f OverflowError float too large to pack with f format
# expect: >f OverflowError float too large to pack with f format
# expect: b'\x00\x00\x80\x7f' inf b'\x00\x00\x80\x7f' inf b'\x7f\x80\x00\x00' inf b'\x00\x00\x80\x7f' inf b'\x00\x00\x80\xff' -inf b'\xff\x80\x00\x00' -inf b'\x00\x00\x80\xff' -inf b'\x00\x00\xc0\x7f' nan b'\x7f\xc0\x00\x00' nan b'\x00\x00\xc0\x7f' nan b'\x00\x00\x80?' 1.0 b'?\x80\x00\x00' 1.0 b'\x00\x00\x80?' 1.0 <f error required argument is not a float
# expect: >f error required argument is not a float
# expect: f error required argument is not a float
# expect: <f error required argument is not a float
# expect: >f error required argument is not a float
# expect: f error required argument is not a float
# expect: <f error required argument is not a float
# expect: >f error required argument is not a float
# expect: f error required argument is not a float
# expect-json: "b'\\x01\\x00\\x00\\x00' 1.401298464324817e-45 b'\\x00\\x00\\x00\\x01' 1.401298464324817e-45 b'\\x01\\x00\\x00\\x00' 1.401298464324817e-45 b'\\x00\\x00\\x00\\x00' 0.0 b'\\x00\\x00\\x00\\x00' 0.0 b'\\x00\\x00\\x00\\x00' 0.0 "
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00' 0.0 b'\x00\x00\x00\x00\x00\x00\x00\x00' 0.0 b'\x00\x00\x00\x00\x00\x00\x00\x00' 0.0 b'\x00\x00\x00\x00\x00\x00\x00\x80' -0.0 b'\x80\x00\x00\x00\x00\x00\x00\x00' -0.0 b'\x00\x00\x00\x00\x00\x00\x00\x80' -0.0 b'\x00\x00\x00\x00\x00\x00\xf0?' 1.0 b'?\xf0\x00\x00\x00\x00\x00\x00' 1.0 b'\x00\x00\x00\x00\x00\x00\xf0?' 1.0 b'\x00\x00\x00\x00\x00\x00\xf8?' 1.5 b'?\xf8\x00\x00\x00\x00\x00\x00' 1.5 b'\x00\x00\x00\x00\x00\x00\xf8?' 1.5 b'n\x86\x1b\xf0\xf9!\t@' 3.14159 b'@\t!\xf9\xf0\x1b\x86n' 3.14159 b'n\x86\x1b\xf0\xf9!\t@' 3.14159 b'\x00\x00\x00\x00\x00\xfc\xef@' 65504.0 b'@\xef\xfc\x00\x00\x00\x00\x00' 65504.0 b'\x00\x00\x00\x00\x00\xfc\xef@' 65504.0 b'\xe1z\x14\xae\xff\xfd\xef@' 65519.99 b'@\xef\xfd\xff\xae\x14z\xe1' 65519.99 b'\xe1z\x14\xae\xff\xfd\xef@' 65519.99 b'\x00\x00\x00\x00\x00\xfe\xef@' 65520.0 b'@\xef\xfe\x00\x00\x00\x00\x00' 65520.0 b'\x00\x00\x00\x00\x00\xfe\xef@' 65520.0 b':\x8c0\xe2\x8eyE>' 1e-08 b'>Ey\x8e\xe20\x8c:' 1e-08 b':\x8c0\xe2\x8eyE>' 1e-08 b'+i\xa4)+\x1bp>' 6e-08 b'>p\x1b+)\xa4i+' 6e-08 b'+i\xa4)+\x1bp>' 6e-08 b'\xdb"\x95\x93\\\xffo>' 5.96e-08 b'>o\xff\\\x93\x95"\xdb' 5.96e-08 b'\xdb"\x95\x93\\\xffo>' 5.96e-08 b'\xdb"\x95\x93\\\xff_>' 2.98e-08 b'>_\xff\\\x93\x95"\xdb' 2.98e-08 b'\xdb"\x95\x93\\\xff_>' 2.98e-08 b'\x9cu\x00\x88<\xe47~' 1e+300 b'~7\xe4<\x88\x00u\x9c' 1e+300 b'\x9cu\x00\x88<\xe47~' 1e+300 b'{\xcd\xd3\xc4\xf8t\xf0G' 3.5e+38 b'G\xf0t\xf8\xc4\xd3\xcd{' 3.5e+38 b'{\xcd\xd3\xc4\xf8t\xf0G' 3.5e+38 b'\xf8\xafM\xe5\xff\xff\xefG' 3.4028235e+38 b'G\xef\xff\xff\xe5M\xaf\xf8' 3.4028235e+38 b'\xf8\xafM\xe5\xff\xff\xefG' 3.4028235e+38 b'\x00\x00\x00\xf0\xff\xff\xefG' 3.4028235677973366e+38 b'G\xef\xff\xff\xf0\x00\x00\x00' 3.4028235677973366e+38 b'\x00\x00\x00\xf0\xff\xff\xefG' 3.4028235677973366e+38 b'\x00\x00\x00\x00\x00\x00\xf0\x7f' inf b'\x7f\xf0\x00\x00\x00\x00\x00\x00' inf b'\x00\x00\x00\x00\x00\x00\xf0\x7f' inf b'\x00\x00\x00\x00\x00\x00\xf0\xff' -inf b'\xff\xf0\x00\x00\x00\x00\x00\x00' -inf b'\x00\x00\x00\x00\x00\x00\xf0\xff' -inf b'\x00\x00\x00\x00\x00\x00\xf8\x7f' nan b'\x7f\xf8\x00\x00\x00\x00\x00\x00' nan b'\x00\x00\x00\x00\x00\x00\xf8\x7f' nan b'\x00\x00\x00\x00\x00\x00\xf0?' 1.0 b'?\xf0\x00\x00\x00\x00\x00\x00' 1.0 b'\x00\x00\x00\x00\x00\x00\xf0?' 1.0 <d error required argument is not a float
# expect: >d error required argument is not a float
# expect: d error required argument is not a float
# expect: <d error required argument is not a float
# expect: >d error required argument is not a float
# expect: d error required argument is not a float
# expect: <d error required argument is not a float
# expect: >d error required argument is not a float
# expect: d error required argument is not a float
# expect-json: "b'\\xb9j7\\xad\\x01\\xd6\\x966' 1e-45 b'6\\x96\\xd6\\x01\\xad7j\\xb9' 1e-45 b'\\xb9j7\\xad\\x01\\xd6\\x966' 1e-45 b'aU,$\\xceDb6' 1e-46 b'6bD\\xce$,Ua' 1e-46 b'aU,$\\xceDb6' 1e-46 "
# expect: b'abcx\x00' b'\x02hi\x00\x00\x02ab\x00' (b'hi', b'ab') (b'abc', b'de')
# expect: error argument for 's' must be a bytes object
# expect: error argument for 'p' must be a bytes object
# expect: error char format requires a bytes object of length 1
# expect: error char format requires a bytes object of length 1
# expect: b'a\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00' b'\x01\x00' (True, False)
# expect: b'\xff\xff\xff\xff\xff\xff\xff\xff'
# expect: error int too large to convert
# expect: error required argument is not an integer
# expect: b'\x00\x01\x00\x02\x03\x04\x05' (1, 2, 3, 4, 5) b'\x01\x00\x02\x00\x03\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00' b'' b'\x01\x00\x00\x00' 8
# expect: error pack expected 1 items for packing (got 0)
# expect: error pack expected 1 items for packing (got 2)
# expect: TypeError missing format argument
# expect: TypeError Struct() argument 1 must be a str or bytes object, not int
# expect: error bad char in struct format
# expect: error repeat count given without format specifier
# expect: error bad char in struct format
# expect: error total struct size too long
# expect: error total struct size too long
# expect: error embedded null character
# expect: error embedded null character
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: 2
# expect: error bad char in struct format
# expect: error bad char in struct format
# expect: TypeError Struct() argument 1 must be a str or bytes object, not int
# expect: TypeError unhashable type: 'bytearray'
# expect: error unpack requires a buffer of 2 bytes
# expect: error unpack requires a buffer of 2 bytes
# expect: TypeError a bytes-like object is required, not 'str'
# expect: (25185,)
# expect: (25185,)
# expect: TypeError unpack expected 2 arguments, got 1
# expect: ()
# expect: (25699,)
# expect: (25699,)
# expect: error unpack_from requires a buffer of at least 5 bytes for unpacking 2 bytes at offset 3 (actual buffer size is 4)
# expect: error not enough data to unpack 2 bytes at offset -1
# expect: error offset -5 out of range for 4-byte buffer
# expect: (25442,)
# expect: (25185,)
# expect: TypeError unpack_from() missing required argument 'buffer' (pos 2)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: error unpack_from requires a buffer of at least 102 bytes for unpacking 2 bytes at offset 100 (actual buffer size is 2)
# expect: bytearray(b'\x00\x00\x01\x00\x02\x00\x00\x00')
# expect: bytearray(b'\x00\x00\x01\x00\x05\x00\x00\x00')
# expect: error pack_into requires a buffer of at least 9 bytes for packing 2 bytes at offset 7 (actual buffer size is 8)
# expect: error no space to pack 2 bytes at offset -1
# expect: error offset -9 out of range for 8-byte buffer
# expect: error pack_into expected 1 items for packing (got 0)
# expect: error pack_into expected offset argument
# expect: error pack_into expected buffer argument
# expect: TypeError missing format argument
# expect: TypeError argument must be read-write bytes-like object, not bytes
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: error pack_into requires a buffer of at least 102 bytes for packing 2 bytes at offset 100 (actual buffer size is 8)
# expect: error pack_into expected 1 items for packing (got 2)
# expect: [(1,), (2,)]
# expect: error iterative unpacking requires a buffer of a multiple of 2 bytes
# expect: error cannot iteratively unpack with a struct of length 0
# expect: (97,) 2 <class '_struct.unpack_iterator'>
# expect: TypeError cannot create '_struct.unpack_iterator' instances
# expect: >ih 6 Struct('>ih') b'\x00\x00\x00\x01\x00\x02' (1, 2) (1, 2) [(3, 4), (3, 4)]
# expect: bytearray(b'\x00\x00\x00\x00\x05\x00\x06\x00') 152 88 216
# expect: error pack expected 2 items for packing (got 1)
# expect: error pack expected 2 items for packing (got 0)
# expect: error unpack requires a buffer of 6 bytes
# expect: error pack_into expected 2 items for packing (got 1)
# expect: TypeError Struct() missing required argument 'format' (pos 1)
# expect: TypeError Struct() argument 1 must be a str or bytes object, not int
# expect: error bad char in struct format
# expect: Struct('h')
# expect: Struct('h')
# expect: AttributeError attribute 'size' of '_struct.Struct' objects is not writable
# expect: TypeError a bytes-like object is required, not 'int'
# expect: b'\x00\x01'
# expect-json: "1125899906842624s MemoryError "
# expect: 1125899906842624s 1125899906842624
# expect: 1125899906842624s error unpack requires a buffer of 1125899906842624 bytes
# expect: 1125899906842624s error unpack_from requires a buffer of at least 1125899906842624 bytes for unpacking 1125899906842624 bytes at offset 0 (actual buffer size is 0)
# expect: 1125899906842624s error iterative unpacking requires a buffer of a multiple of 1125899906842624 bytes
# expect-json: "1099511627776s MemoryError "
# expect: 1099511627776s 1099511627776
# expect: 1099511627776s error unpack requires a buffer of 1099511627776 bytes
# expect: 1099511627776s error unpack_from requires a buffer of at least 1099511627776 bytes for unpacking 1099511627776 bytes at offset 0 (actual buffer size is 0)
# expect: 1099511627776s error iterative unpacking requires a buffer of a multiple of 1099511627776 bytes
# expect-json: "4611686018427387904x MemoryError "
# expect: 4611686018427387904x 4611686018427387904
# expect: 4611686018427387904x error unpack requires a buffer of 4611686018427387904 bytes
# expect: 4611686018427387904x error unpack_from requires a buffer of at least 4611686018427387904 bytes for unpacking 4611686018427387904 bytes at offset 0 (actual buffer size is 0)
# expect: 4611686018427387904x error iterative unpacking requires a buffer of a multiple of 4611686018427387904 bytes
# expect: 9223372036854775808s error total struct size too long
# expect: 9223372036854775808s error total struct size too long
# expect: 9223372036854775808s error total struct size too long
# expect: 9223372036854775808s error total struct size too long
# expect: 9223372036854775808s error total struct size too long
# expect: 2305843009213693952i error total struct size too long
# expect: 2305843009213693952i error total struct size too long
# expect: 2305843009213693952i error total struct size too long
# expect: 2305843009213693952i error total struct size too long
# expect: 2305843009213693952i error total struct size too long
# expect: 2147483648i error pack expected 2147483648 items for packing (got 0)
# expect: 2147483648i 8589934592
# expect: 2147483648i error unpack requires a buffer of 8589934592 bytes
# expect: 2147483648i error unpack_from requires a buffer of at least 8589934592 bytes for unpacking 8589934592 bytes at offset 0 (actual buffer size is 0)
# expect: 2147483648i error iterative unpacking requires a buffer of a multiple of 8589934592 bytes
# expect-json: "35184372088832p MemoryError "
# expect: 35184372088832p 35184372088832
# expect: 35184372088832p error unpack requires a buffer of 35184372088832 bytes
# expect: 35184372088832p error unpack_from requires a buffer of at least 35184372088832 bytes for unpacking 35184372088832 bytes at offset 0 (actual buffer size is 0)
# expect: 35184372088832p error iterative unpacking requires a buffer of a multiple of 35184372088832 bytes
