import warnings; warnings.simplefilter('ignore')
import array, sys
from array import array as A
import io
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
print(array.typecodes, A.__basicsize__, array.ArrayType is A, A.__mro__)
print({n:(getattr(getattr(A,n),'__text_signature__',None)) for n in dir(A) if n[:2]!='__'})
a=A('i'); prev=-1
for i in range(300):
    a.append(i)
    if sys.getsizeof(a)!=prev: prev=sys.getsizeof(a); print((len(a),prev),end=' ')
print()
for i in range(299):
    a.pop()
    if sys.getsizeof(a)!=prev: prev=sys.getsizeof(a); print((len(a),prev),end=' ')
print()
for c in 'bBhHiIlLqQfd':
    print(c, A(c).itemsize, sys.getsizeof(A(c,[1,2,3])), sys.getsizeof(A(c)), A(c,[1,2,3]), end=' ')
    for v in (0,-1,127,128,-128,-129,255,256,32767,32768,-32769,65535,65536,2**31-1,2**31,-2**31-1,2**32-1,2**32,2**63-1,2**63,-2**63-1,2**64-1,2**64,1.5,'a',None,b'x',True):
        try: print(A(c,[v])[0],end=' ')
        except Exception as e: print(c,v,type(e).__name__,e)
    print()
class I:
    def __index__(s): return 7
for c in 'bBhHiIlLqQfd': t(A,c,[I()])
t(A); t(A,'x'); t(A,1); t(A,'ii'); t(A,'i',1); t(A,'i','abc'); t(A,'i',b'\1\0\0\0'); t(A,'i',b'\1'); t(A,'i',bytearray(8)); t(A,'u','héllo'); t(A,'w','hé\U0001F600'); t(A,'u',[1]); t(A,'w',['ab']); t(A,'w',['x',1]); t(A,'i',A('w','ab')); t(A,'w',A('u','ab')); t(A,'b',A('d',[1.0])); t(A,'d',A('b',[1,2])); t(A,'i',(1,2)); t(A,'i',range(5)); t(A,'i',iter([1,2])); t(A,'f',[1.1,1e40]); t(A,typecode='i'); t(A,'i',[1],2); t(A,b'i'); t(A,'i',None); t(A,'d',['x'])
a=A('i',[5,1,4,1,3]); 
print(a.index(1),a.count(1),1 in a,9 in a,a.tolist(),a.tobytes(),a[1:3],a[::-1],a[::2],a[-1],len(a),a+a,a*2,2*a,a*0,a*-1,bool(a),bool(A('i')))
t(a.index,9); t(a.index,1,2); t(a.index,1,2,3); t(a.index,1,-3); t(a.index,'x'); t(a.remove,9); t(a.__getitem__,9); t(a.__getitem__,'x'); t(a.__getitem__,1.5); t(a.__setitem__,9,1); t(a.__setitem__,0,'x'); t(a.__delitem__,9); t(a.pop,9); t(A('i').pop); t(a.pop,'x'); t(a.insert,1); t(a.append,'x'); t(a.extend,1); t(a.extend,A('d')); t(a.extend,['x']); t(a.fromlist,(1,)); t(a.fromlist,[1,'x']); print(a); t(a.__add__,[1]); t(a.__add__,A('d')); t(a.__iadd__,[1]); t(a.__iadd__,A('h')); t(a.__mul__,'x'); t(a.__setitem__,slice(0,1),[1]); t(a.__setitem__,slice(0,1),A('d',[1.0])); t(a.__setitem__,slice(0,4,2),A('i',[1])); t(a.__delitem__,'x')
b=A('i',range(10)); del b[2:5]; print(b); del b[::2]; print(b); b[1:1]=A('i',[7,8]); print(b); b[::2]=A('i',[0]*len(b[::2])); print(b); b[0:2]=b; print(b); b+=A('i',[1]); b*=2; print(b); b.reverse(); print(b); b.byteswap(); print(b); b.insert(0,5); b.insert(100,6); b.insert(-1,7); print(b); b.remove(5); print(b, b.pop(), b.pop(0), b.pop(-2)); b.clear(); print(b); del b[:]; 
b=A('i',[1,2,3]); b.extend(b); print(b); b.extend(x for x in (4,5)); print(b); b.fromlist([9]); b.frombytes(b'\1\0\0\0'); print(b); t(b.frombytes,b'\1'); t(b.frombytes,'x'); t(b.frombytes,1); t(b.frombytes,A("h",[1,2])); print(b)
u=A('w','abc'); u.fromunicode('dé'); print(u, u.tounicode(), u[1], u.tolist()); t(A('i').fromunicode,'x'); t(A('i').tounicode); t(u.append,'xy'); t(u.append,1); t(u.fromunicode,1); print(u*2,u[1:],u==A('w','abcdé'))
print(A('i',[1,2])==A('i',[1,2]),A('i',[1,2])<A('i',[1,3]),A('i',[1,2])!=A('d',[1,2]),A('i',[1])<A('i',[1,2]),A('d',[float('nan')])==A('d',[float('nan')]),A('i')==[],A('B',[1,200])>A('b',[1,2]), A('b',[-1])<A('B',[1]))
t(lambda: A('i')<1); t(hash,A('i'))
import copy; c=copy.copy(a); d=copy.deepcopy(a); print(c,d,c is a, a.__reduce_ex__(2), a.__reduce_ex__(4) if 1 else 0, a.__reduce_ex__(3))
print(A('d',[1.5]).__reduce_ex__(3), A('w','hi').__reduce_ex__(3), A('w','hi').__reduce_ex__(2), A('u','hi').__reduce_ex__(2))
R=array._array_reconstructor
t(R,A,'i',8,b'\1\0\0\0'); t(R,A,'i',9,b'\0\0\0\1'); t(R,A,'q',8,b'\1\0\0\0'); t(R,A,'d',16,b'\0'*8); t(R,A,'i',99,b''); t(R,A,'x',1,b''); t(R,int,'i',8,b''); t(R,A,'i',8,1); t(R,A,'i',8,b'\1'); t(R,A,'B',0,b'ab'); t(R,A,'h',3,b'\1\2'); t(R,A,'w',20,b'a\0\0\0'); t(R,A,'u',18,b'a\0'); t(R,A,'f',15,b'\x3f\x80\0\0')
it=iter(A('i',[1,2,3])); print(type(it), next(it), it.__reduce__()[1:], it.__length_hint__() if hasattr(it,'__length_hint__') else None); it.__setstate__(0); print(list(it), it.__reduce__()); t(it.__setstate__,'x')
m=memoryview(a); print(m.format,m.itemsize,m.shape,m.tolist(),m.readonly); t(a.append,1); t(a.pop); t(a.extend,A('i')); t(a.clear); t(a.__delitem__,0); t(a.insert,0,1); a[0]=99; print(m[0]); m[1]=98; m.release(); a.append(3); print(a)
for c in 'bBhHiIlLqQfduw': print(c, memoryview(A(c)).format, end=' ')
print(a.buffer_info()[1], len(a.buffer_info()), a.typecode, a.itemsize, repr(A('i')), repr(A('w')), A[int])
f=io.BytesIO(); a.tofile(f); f.seek(0); g=A('i'); g.fromfile(f,3); print(g); t(g.fromfile,f,30); print(g); t(g.fromfile,f,-1); t(g.fromfile,1,1)
class S(A):
    def __init__(s,*a): s.x=1
s=S('i',[1,2]); print(s, s.x, sys.getsizeof(s), s[:1], type(s[:1]), s.__reduce_ex__(3), s+s, type(s.__copy__()))
for c in 'hiqd':
    x=A(c,[1,2]); x.byteswap(); print(x.tobytes())
t(A('b',[1]).byteswap)
print(sys.getsizeof(A('i',range(10))), sys.getsizeof(A('i',list(range(10)))), sys.getsizeof(A('i',b'\0'*40)), sys.getsizeof(A('d',A('i',range(10)))), sys.getsizeof(A('w','abcdef')), sys.getsizeof(A('i',[1]*5)*3), sys.getsizeof(A('i',[1]*5)+A('i',[1]*6)))
import weakref; w=weakref.ref(a); print(w() is a)
from collections.abc import MutableSequence; print(isinstance(a,MutableSequence))
match a:
    case [*x]: print('seq', len(x))
import struct; print(bytes(A('i',[1])), bytearray(A('h',[1,2])), list(reversed(A('i',[1,2]))), sum(A('d',[.5]*4)), sorted(A('i',[3,1])), b''.join([A('b',[65])]), max(A('i',[4,6])))
t(A('q',[1]).tobytes); t(a.tobytes,1); t(a.__copy__); t(a.__deepcopy__,{}); t(a.__class_getitem__,int); t(setattr,a,'typecode','x'); t(setattr,a,'q','x')

# expect: bBuwhHiIlLqQfd 64 True (<class 'array.array'>, <class 'object'>)
# expect: {'append': '($self, v, /)', 'buffer_info': '($self, /)', 'byteswap': '($self, /)', 'clear': '($self, /)', 'count': '($self, v, /)', 'extend': '($self, bb, /)', 'frombytes': '($self, buffer, /)', 'fromfile': '($self, f, n, /)', 'fromlist': '($self, list, /)', 'fromunicode': '($self, ustr, /)', 'index': '($self, v, start=0, stop=sys.maxsize, /)', 'insert': '($self, i, v, /)', 'itemsize': None, 'pop': '($self, i=-1, /)', 'remove': '($self, v, /)', 'reverse': '($self, /)', 'tobytes': '($self, /)', 'tofile': '($self, f, /)', 'tolist': '($self, /)', 'tounicode': '($self, /)', 'typecode': None}
# expect-json: "(1, 96) (5, 112) (9, 144) (17, 180) (26, 216) (35, 256) (45, 296) (55, 340) (66, 388) (78, 436) (90, 488) (103, 544) (117, 604) (132, 668) (148, 736) (165, 808) (183, 884) (202, 964) (222, 1048) (243, 1140) (266, 1236) (290, 1340) "
# expect:
# expect: b 1 83 80 array('b', [1, 2, 3]) 0 -1 127 b 128 OverflowError signed char is greater than maximum
# expect: -128 b -129 OverflowError signed char is less than minimum
# expect: b 255 OverflowError signed char is greater than maximum
# expect: b 256 OverflowError signed char is greater than maximum
# expect: b 32767 OverflowError signed char is greater than maximum
# expect: b 32768 OverflowError signed short integer is greater than maximum
# expect: b -32769 OverflowError signed short integer is less than minimum
# expect: b 65535 OverflowError signed short integer is greater than maximum
# expect: b 65536 OverflowError signed short integer is greater than maximum
# expect: b 2147483647 OverflowError signed short integer is greater than maximum
# expect: b 2147483648 OverflowError signed short integer is greater than maximum
# expect: b -2147483649 OverflowError signed short integer is less than minimum
# expect: b 4294967295 OverflowError signed short integer is greater than maximum
# expect: b 4294967296 OverflowError signed short integer is greater than maximum
# expect: b 9223372036854775807 OverflowError signed short integer is greater than maximum
# expect: b 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: b -9223372036854775809 OverflowError Python int too large to convert to C long
# expect: b 18446744073709551615 OverflowError Python int too large to convert to C long
# expect: b 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: b 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: b a TypeError 'str' object cannot be interpreted as an integer
# expect: b None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: b b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: B 1 83 80 array('B', [1, 2, 3]) 0 B -1 OverflowError unsigned byte integer is less than minimum
# expect: 127 128 B -128 OverflowError unsigned byte integer is less than minimum
# expect: B -129 OverflowError unsigned byte integer is less than minimum
# expect: 255 B 256 OverflowError unsigned byte integer is greater than maximum
# expect: B 32767 OverflowError unsigned byte integer is greater than maximum
# expect: B 32768 OverflowError unsigned byte integer is greater than maximum
# expect: B -32769 OverflowError unsigned byte integer is less than minimum
# expect: B 65535 OverflowError unsigned byte integer is greater than maximum
# expect: B 65536 OverflowError unsigned byte integer is greater than maximum
# expect: B 2147483647 OverflowError unsigned byte integer is greater than maximum
# expect: B 2147483648 OverflowError unsigned byte integer is greater than maximum
# expect: B -2147483649 OverflowError unsigned byte integer is less than minimum
# expect: B 4294967295 OverflowError unsigned byte integer is greater than maximum
# expect: B 4294967296 OverflowError unsigned byte integer is greater than maximum
# expect: B 9223372036854775807 OverflowError unsigned byte integer is greater than maximum
# expect: B 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: B -9223372036854775809 OverflowError Python int too large to convert to C long
# expect: B 18446744073709551615 OverflowError Python int too large to convert to C long
# expect: B 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: B 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: B a TypeError 'str' object cannot be interpreted as an integer
# expect: B None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: B b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: h 2 86 80 array('h', [1, 2, 3]) 0 -1 127 128 -128 -129 255 256 32767 h 32768 OverflowError signed short integer is greater than maximum
# expect: h -32769 OverflowError signed short integer is less than minimum
# expect: h 65535 OverflowError signed short integer is greater than maximum
# expect: h 65536 OverflowError signed short integer is greater than maximum
# expect: h 2147483647 OverflowError signed short integer is greater than maximum
# expect: h 2147483648 OverflowError signed short integer is greater than maximum
# expect: h -2147483649 OverflowError signed short integer is less than minimum
# expect: h 4294967295 OverflowError signed short integer is greater than maximum
# expect: h 4294967296 OverflowError signed short integer is greater than maximum
# expect: h 9223372036854775807 OverflowError signed short integer is greater than maximum
# expect: h 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: h -9223372036854775809 OverflowError Python int too large to convert to C long
# expect: h 18446744073709551615 OverflowError Python int too large to convert to C long
# expect: h 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: h 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: h a TypeError 'str' object cannot be interpreted as an integer
# expect: h None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: h b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: H 2 86 80 array('H', [1, 2, 3]) 0 H -1 OverflowError unsigned short is less than minimum
# expect: 127 128 H -128 OverflowError unsigned short is less than minimum
# expect: H -129 OverflowError unsigned short is less than minimum
# expect: 255 256 32767 32768 H -32769 OverflowError unsigned short is less than minimum
# expect: 65535 H 65536 OverflowError unsigned short is greater than maximum
# expect: H 2147483647 OverflowError unsigned short is greater than maximum
# expect: H 2147483648 OverflowError signed integer is greater than maximum
# expect: H -2147483649 OverflowError signed integer is less than minimum
# expect: H 4294967295 OverflowError signed integer is greater than maximum
# expect: H 4294967296 OverflowError signed integer is greater than maximum
# expect: H 9223372036854775807 OverflowError signed integer is greater than maximum
# expect: H 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: H -9223372036854775809 OverflowError Python int too large to convert to C long
# expect: H 18446744073709551615 OverflowError Python int too large to convert to C long
# expect: H 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: H 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: H a TypeError 'str' object cannot be interpreted as an integer
# expect: H None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: H b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: i 4 92 80 array('i', [1, 2, 3]) 0 -1 127 128 -128 -129 255 256 32767 32768 -32769 65535 65536 2147483647 i 2147483648 OverflowError signed integer is greater than maximum
# expect: i -2147483649 OverflowError signed integer is less than minimum
# expect: i 4294967295 OverflowError signed integer is greater than maximum
# expect: i 4294967296 OverflowError signed integer is greater than maximum
# expect: i 9223372036854775807 OverflowError signed integer is greater than maximum
# expect: i 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: i -9223372036854775809 OverflowError Python int too large to convert to C long
# expect: i 18446744073709551615 OverflowError Python int too large to convert to C long
# expect: i 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: i 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: i a TypeError 'str' object cannot be interpreted as an integer
# expect: i None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: i b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: I 4 92 80 array('I', [1, 2, 3]) 0 I -1 OverflowError can't convert negative value to unsigned int
# expect: 127 128 I -128 OverflowError can't convert negative value to unsigned int
# expect: I -129 OverflowError can't convert negative value to unsigned int
# expect: 255 256 32767 32768 I -32769 OverflowError can't convert negative value to unsigned int
# expect: 65535 65536 2147483647 2147483648 I -2147483649 OverflowError can't convert negative value to unsigned int
# expect: 4294967295 I 4294967296 OverflowError unsigned int is greater than maximum
# expect: I 9223372036854775807 OverflowError unsigned int is greater than maximum
# expect: I 9223372036854775808 OverflowError unsigned int is greater than maximum
# expect: I -9223372036854775809 OverflowError can't convert negative value to unsigned int
# expect: I 18446744073709551615 OverflowError unsigned int is greater than maximum
# expect: I 18446744073709551616 OverflowError Python int too large to convert to C unsigned long
# expect: I 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: I a TypeError 'str' object cannot be interpreted as an integer
# expect: I None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: I b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: l 8 104 80 array('l', [1, 2, 3]) 0 -1 127 128 -128 -129 255 256 32767 32768 -32769 65535 65536 2147483647 2147483648 -2147483649 4294967295 4294967296 9223372036854775807 l 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: l -9223372036854775809 OverflowError Python int too large to convert to C long
# expect: l 18446744073709551615 OverflowError Python int too large to convert to C long
# expect: l 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: l 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: l a TypeError 'str' object cannot be interpreted as an integer
# expect: l None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: l b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: L 8 104 80 array('L', [1, 2, 3]) 0 L -1 OverflowError can't convert negative value to unsigned int
# expect: 127 128 L -128 OverflowError can't convert negative value to unsigned int
# expect: L -129 OverflowError can't convert negative value to unsigned int
# expect: 255 256 32767 32768 L -32769 OverflowError can't convert negative value to unsigned int
# expect: 65535 65536 2147483647 2147483648 L -2147483649 OverflowError can't convert negative value to unsigned int
# expect: 4294967295 4294967296 9223372036854775807 9223372036854775808 L -9223372036854775809 OverflowError can't convert negative value to unsigned int
# expect: 18446744073709551615 L 18446744073709551616 OverflowError Python int too large to convert to C unsigned long
# expect: L 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: L a TypeError 'str' object cannot be interpreted as an integer
# expect: L None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: L b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: q 8 104 80 array('q', [1, 2, 3]) 0 -1 127 128 -128 -129 255 256 32767 32768 -32769 65535 65536 2147483647 2147483648 -2147483649 4294967295 4294967296 9223372036854775807 q 9223372036854775808 OverflowError int too big to convert
# expect: q -9223372036854775809 OverflowError int too big to convert
# expect: q 18446744073709551615 OverflowError int too big to convert
# expect: q 18446744073709551616 OverflowError int too big to convert
# expect: q 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: q a TypeError 'str' object cannot be interpreted as an integer
# expect: q None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: q b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: Q 8 104 80 array('Q', [1, 2, 3]) 0 Q -1 OverflowError can't convert negative int to unsigned
# expect: 127 128 Q -128 OverflowError can't convert negative int to unsigned
# expect: Q -129 OverflowError can't convert negative int to unsigned
# expect: 255 256 32767 32768 Q -32769 OverflowError can't convert negative int to unsigned
# expect: 65535 65536 2147483647 2147483648 Q -2147483649 OverflowError can't convert negative int to unsigned
# expect: 4294967295 4294967296 9223372036854775807 9223372036854775808 Q -9223372036854775809 OverflowError can't convert negative int to unsigned
# expect: 18446744073709551615 Q 18446744073709551616 OverflowError int too big to convert
# expect: Q 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: Q a TypeError 'str' object cannot be interpreted as an integer
# expect: Q None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: Q b'x' TypeError 'bytes' object cannot be interpreted as an integer
# expect-json: "1 "
# expect: f 4 92 80 array('f', [1.0, 2.0, 3.0]) 0.0 -1.0 127.0 128.0 -128.0 -129.0 255.0 256.0 32767.0 32768.0 -32769.0 65535.0 65536.0 2147483648.0 2147483648.0 -2147483648.0 4294967296.0 4294967296.0 9.223372036854776e+18 9.223372036854776e+18 -9.223372036854776e+18 1.8446744073709552e+19 1.8446744073709552e+19 1.5 f a TypeError must be real number, not str
# expect: f None TypeError must be real number, not NoneType
# expect: f b'x' TypeError must be real number, not bytes
# expect-json: "1.0 "
# expect: d 8 104 80 array('d', [1.0, 2.0, 3.0]) 0.0 -1.0 127.0 128.0 -128.0 -129.0 255.0 256.0 32767.0 32768.0 -32769.0 65535.0 65536.0 2147483647.0 2147483648.0 -2147483649.0 4294967295.0 4294967296.0 9.223372036854776e+18 9.223372036854776e+18 -9.223372036854776e+18 1.8446744073709552e+19 1.8446744073709552e+19 1.5 d a TypeError must be real number, not str
# expect: d None TypeError must be real number, not NoneType
# expect: d b'x' TypeError must be real number, not bytes
# expect-json: "1.0 "
# expect: array('b', [7])
# expect: array('B', [7])
# expect: array('h', [7])
# expect: array('H', [7])
# expect: array('i', [7])
# expect: array('I', [7])
# expect: array('l', [7])
# expect: array('L', [7])
# expect: array('q', [7])
# expect: array('Q', [7])
# expect: array('f', [7.0])
# expect: array('d', [7.0])
# expect: TypeError array() takes at least 1 argument (0 given)
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError array() argument 1 must be a unicode character, not int
# expect: TypeError array() argument 1 must be a unicode character, not str
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot use a str to initialize an array with typecode 'i'
# expect: array('i', [1])
# expect: ValueError bytes length not a multiple of item size
# expect: array('i', [0, 0])
# expect: array('u', 'héllo')
# expect: array('w', 'hé😀')
# expect: TypeError array item must be unicode character
# expect: TypeError array item must be unicode character
# expect: TypeError array item must be unicode character
# expect: TypeError cannot use a unicode array to initialize an array with typecode 'i'
# expect: array('w', 'ab')
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: array('d', [1.0, 2.0])
# expect: array('i', [1, 2])
# expect: array('i', [0, 1, 2, 3, 4])
# expect: array('i', [1, 2])
# expect: array('f', [1.100000023841858, inf])
# expect: TypeError array.array() takes no keyword arguments
# expect: TypeError array() takes at most 2 arguments (3 given)
# expect: TypeError array() argument 1 must be a unicode character, not bytes
# expect: TypeError 'NoneType' object is not iterable
# expect: TypeError must be real number, not str
# expect: 1 2 True False [5, 1, 4, 1, 3] b'\x05\x00\x00\x00\x01\x00\x00\x00\x04\x00\x00\x00\x01\x00\x00\x00\x03\x00\x00\x00' array('i', [1, 4]) array('i', [3, 1, 4, 1, 5]) array('i', [5, 4, 3]) 3 5 array('i', [5, 1, 4, 1, 3, 5, 1, 4, 1, 3]) array('i', [5, 1, 4, 1, 3, 5, 1, 4, 1, 3]) array('i', [5, 1, 4, 1, 3, 5, 1, 4, 1, 3]) array('i') array('i') True False
# expect: ValueError array.index(x): x not in array
# expect: 3
# expect: ValueError array.index(x): x not in array
# expect: 3
# expect: ValueError array.index(x): x not in array
# expect: ValueError array.remove(x): x not in array
# expect: IndexError array index out of range
# expect: TypeError array indices must be integers
# expect: TypeError array indices must be integers
# expect: IndexError array assignment index out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError array assignment index out of range
# expect: IndexError pop index out of range
# expect: IndexError pop from empty array
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError insert expected 2 arguments, got 1
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'int' object is not iterable
# expect: TypeError can only extend with array of same kind
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError arg must be list
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: array('i', [5, 1, 4, 1, 3])
# expect: TypeError can only append array (not "list") to array
# expect: TypeError bad argument type for built-in operation
# expect: TypeError can only extend array with array (not "list")
# expect: TypeError can only extend with array of same kind
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError can only assign array (not "list") to array slice
# expect: TypeError bad argument type for built-in operation
# expect: ValueError attempt to assign array of size 1 to extended slice of size 2
# expect: TypeError array indices must be integers
# expect: array('i', [0, 1, 5, 6, 7, 8, 9])
# expect: array('i', [1, 6, 8])
# expect: array('i', [1, 7, 8, 6, 8])
# expect: array('i', [0, 7, 0, 6, 0])
# expect: array('i', [0, 7, 0, 6, 0, 0, 6, 0])
# expect: array('i', [0, 7, 0, 6, 0, 0, 6, 0, 1, 0, 7, 0, 6, 0, 0, 6, 0, 1])
# expect: array('i', [1, 0, 6, 0, 0, 6, 0, 7, 0, 1, 0, 6, 0, 0, 6, 0, 7, 0])
# expect: array('i', [16777216, 0, 100663296, 0, 0, 100663296, 0, 117440512, 0, 16777216, 0, 100663296, 0, 0, 100663296, 0, 117440512, 0])
# expect: array('i', [5, 16777216, 0, 100663296, 0, 0, 100663296, 0, 117440512, 0, 16777216, 0, 100663296, 0, 0, 100663296, 0, 117440512, 0, 7, 6])
# expect: array('i', [0, 100663296, 0, 0, 100663296, 0, 117440512, 0, 16777216, 0, 100663296, 0, 0, 100663296, 0, 117440512, 7]) 6 16777216 0
# expect: array('i')
# expect: array('i', [1, 2, 3, 1, 2, 3])
# expect: array('i', [1, 2, 3, 1, 2, 3, 4, 5])
# expect: array('i', [1, 2, 3, 1, 2, 3, 4, 5, 9, 1])
# expect: ValueError bytes length not a multiple of item size
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'int'
# expect: TypeError a bytes-like object is required
# expect: array('i', [1, 2, 3, 1, 2, 3, 4, 5, 9, 1])
# expect: array('w', 'abcdé') abcdé b ['a', 'b', 'c', 'd', 'é']
# expect: ValueError fromunicode() may only be called on unicode type arrays ('u' or 'w')
# expect: ValueError tounicode() may only be called on unicode type arrays ('u' or 'w')
# expect: TypeError array item must be unicode character
# expect: TypeError array item must be unicode character
# expect: TypeError fromunicode() argument must be str, not int
# expect: array('w', 'abcdéabcdé') array('w', 'bcdé') True
# expect: True True False True False False True True
# expect: TypeError '<' not supported between instances of 'array.array' and 'int'
# expect: TypeError unhashable type: 'array.array'
# expect: array('i', [5, 1, 4, 1, 3]) array('i', [5, 1, 4, 1, 3]) False (<class 'array.array'>, ('i', [5, 1, 4, 1, 3]), None) (<built-in function _array_reconstructor>, (<class 'array.array'>, 'i', 8, b'\x05\x00\x00\x00\x01\x00\x00\x00\x04\x00\x00\x00\x01\x00\x00\x00\x03\x00\x00\x00'), None) (<built-in function _array_reconstructor>, (<class 'array.array'>, 'i', 8, b'\x05\x00\x00\x00\x01\x00\x00\x00\x04\x00\x00\x00\x01\x00\x00\x00\x03\x00\x00\x00'), None)
# expect: (<built-in function _array_reconstructor>, (<class 'array.array'>, 'd', 16, b'\x00\x00\x00\x00\x00\x00\xf8?'), None) (<built-in function _array_reconstructor>, (<class 'array.array'>, 'w', 20, b'h\x00\x00\x00i\x00\x00\x00'), None) (<class 'array.array'>, ('w', ['h', 'i']), None) (<class 'array.array'>, ('u', ['h', 'i']), None)
# expect: array('i', [1])
# expect: array('i', [1])
# expect: array('i', [1])
# expect: array('d', [0.0])
# expect: ValueError third argument must be a valid machine format code.
# expect: ValueError second argument must be a valid type code
# expect: TypeError int is not a subtype of array.array
# expect: TypeError fourth argument should be bytes, not int
# expect: ValueError bytes length not a multiple of item size
# expect: array('B', [97, 98])
# expect: array('H', [258])
# expect: array('w', 'a')
# expect: ValueError string length not a multiple of item size
# expect: array('f', [1.0])
# expect: <class 'array.arrayiterator'> 1 ((array('i', [1, 2, 3]),), 1) None
# expect: [1, 2, 3] (<built-in function iter>, ((),))
# expect: TypeError an integer is required
# expect: i 4 (5,) [5, 1, 4, 1, 3] False
# expect: BufferError cannot resize an array that is exporting buffers
# expect: BufferError cannot resize an array that is exporting buffers
# expect: None
# expect: BufferError cannot resize an array that is exporting buffers
# expect: BufferError cannot resize an array that is exporting buffers
# expect: BufferError cannot resize an array that is exporting buffers
# expect: 99
# expect: array('i', [99, 98, 4, 1, 3, 3])
# expect: b b B B h h H H i i I I l l L L q q Q Q f f d d u w w w 6 2 i 4 array('i') array('w') array.array[int]
# expect: array('i', [99, 98, 4])
# expect: EOFError read() didn't return enough bytes
# expect: array('i', [99, 98, 4, 1, 3, 3])
# expect: ValueError negative count
# expect: AttributeError 'int' object has no attribute 'read'
# expect: S('i', [1, 2]) 1 104 array('i', [1]) <class 'array.array'> (<built-in function _array_reconstructor>, (<class '__main__.S'>, 'i', 8, b'\x01\x00\x00\x00\x02\x00\x00\x00'), {'x': 1}) array('i', [1, 2, 1, 2]) <class 'array.array'>
# expect: b'\x00\x01\x00\x02'
# expect: b'\x00\x00\x00\x01\x00\x00\x00\x02'
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x02'
# expect: b'?\xf0\x00\x00\x00\x00\x00\x00@\x00\x00\x00\x00\x00\x00\x00'
# expect: None
# expect: 144 120 132 208 104 140 124
# expect: True
# expect: True
# expect: seq 6
# expect: b'\x01\x00\x00\x00' bytearray(b'\x01\x00\x02\x00') [2, 1] 2.0 [1, 3] b'A' 6
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00'
# expect: TypeError array.tobytes() takes no arguments (1 given)
# expect: array('i', [99, 98, 4, 1, 3, 3])
# expect: array('i', [99, 98, 4, 1, 3, 3])
# expect: array.array[int]
# expect: AttributeError attribute 'typecode' of 'array.array' objects is not writable
# expect: AttributeError 'array.array' object has no attribute 'q' and no __dict__ for setting new attributes
