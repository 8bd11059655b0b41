# Buffers of classes written in Python (PEP 688), __buffer__ and __release_buffer__ of built-in types, memoryview._from_flags,
# and items of memoryviews: keys, values and what a program does to the view meanwhile.
import array
import gc
import io
import re
import sys
import weakref


def err(function, *arguments):
    try:
        result = function(*arguments)
    except BaseException as error:
        print(type(error).__name__, error)
    else:
        print(re.sub("0x[0-9a-f]+", "0x", repr(result)))


def hook(unraisable):
    print("unraisable", unraisable.err_msg, repr(unraisable.exc_value), unraisable.object)


sys.unraisablehook = hook
print([ (t.__name__, [n for n in ('__buffer__','__release_buffer__') if n in vars(t)]) for t in (bytes,bytearray,memoryview,array.array,str)])
print(bytes.__buffer__, bytearray.__release_buffer__, bytes.__buffer__.__text_signature__, bytearray.__release_buffer__.__text_signature__)
m=b'abc'.__buffer__(0); print(type(m), m.tolist(), m.readonly, m.obj)
err(b'abc'.__buffer__, 1); err(b'abc'.__buffer__, 2**40); err(b'abc'.__buffer__,'x'); err(b'abc'.__buffer__); err(b'a'.__buffer__,1,2); err(b'abc'.__buffer__, 256); err(b'abc'.__buffer__,2**70)
ba=bytearray(b'hello'); v=ba.__buffer__(1); err(ba.append,1); v[0]=65; print(ba); ba.__release_buffer__(v); ba.append(2); print(ba); err(lambda: v[0]); err(ba.__release_buffer__, v)
v=ba.__buffer__(0); err(bytearray(b'x').__release_buffer__, v); err(ba.__release_buffer__, 3); v.release(); err(ba.__release_buffer__,v); err(ba.__release_buffer__)
v=memoryview(ba); v2=v[1:]; ba.__release_buffer__(v); err(lambda: v2[0]); v.release(); v2.release(); ba.append(1)
mm=memoryview(b'xyz'); w=mm.__buffer__(0); print(w.tolist(), w.obj is mm); err(mm.release); mm.__release_buffer__(w); mm.release()
class A:
    def __init__(s): s.d=bytearray(b'data'); s.log=[]
    def __buffer__(s, flags): print('buffer', flags, type(flags)); return memoryview(s.d)
    def __release_buffer__(s, view): print('release', type(view), view.tolist()); s.last=view; view.release()
a=A(); m=memoryview(a); print(m.tolist(), type(m.obj).__name__, m.readonly); err(a.d.append,1); m.release(); a.d.append(1); print(a.d); err(lambda: a.last[0])
with memoryview(a) as m: m[0]=0; m2=m[1:]
print(a.d); 
err(lambda: m2[0]); del m2
print(bytes(a)); print(bytearray(a)); print(b''.join([a,b'x'])); print(b'x'+a); err(lambda: b'dat' in a); print(bytes.fromhex('00').find(a)); print(io.BytesIO(a).getvalue())
m=memoryview(a); r=weakref.ref(a); m=None; 
class B(A):
    def __buffer__(s,flags): return 3
err(memoryview,B()); err(bytes,B())
class C(A):
    def __buffer__(s,flags): raise KeyError('no')
err(memoryview,C()); err(bytes,C()); print(memoryview(b'')==C(), C()==memoryview(b''))
class D(A):
    def __release_buffer__(s,view): raise ZeroDivisionError('rel')
m=memoryview(D()); m.release(); m=None
class E: 
    def __buffer__(s,flags): return memoryview(b'noRelease')
print(bytes(E())); m=memoryview(E()); err(m.__setitem__,0,1); m.release()
class F(bytearray):
    def __release_buffer__(s, view): print('F release', view.tolist(), view.obj); err(memoryview,view); err(lambda: view[1:]); err(view.cast,'b'); err(view.toreadonly); err(bytes, view); super().__release_buffer__(view); s.kept=view
f=F(b'fff'); m=memoryview(f); print(type(m.obj)); err(f.append,1); m.release(); f.append(4); print(f); err(lambda: f.kept[0])
class G(bytearray):
    def __buffer__(s, flags): print('G buffer'); return super().__buffer__(flags)
    def __release_buffer__(s, view): print('G rel', view.tolist()); super().__release_buffer__(view)
g=G(b'ggg'); m=memoryview(g); err(g.append,1); m.release(); g.append(1); print(list(g))
class H(bytes):
    def __buffer__(s,flags): print('H'); return memoryview(b'other')
print(bytes(H(b'h')), b''.join([H(b'q')]), b'z'+H(b'h'), bytearray(H(b'y')), list(memoryview(H(b'w')))); print(H(b'abc')[0], H(b'abc').find(b'b'), b'abcH'.find(H(b'H')))
class N(bytearray): __buffer__=None
err(memoryview,N(b'x')); err(bytes, N(b'x'))
class O: __buffer__=None
err(memoryview,O())
class P(A): pass
class Q(P):
    def __buffer__(s,f): return super().__buffer__(f)
    def __release_buffer__(s,v): print('Q'); super().__release_buffer__(v)
m=memoryview(Q()); print(m.nbytes); m.release()
# set later
class R: pass
err(memoryview,R()); R.__buffer__=lambda s,f: memoryview(b'late'); print(bytes(R())); R.__release_buffer__=lambda s,v: print('late release'); m=memoryview(R()); m.release(); del R.__buffer__; err(memoryview,R())
import collections.abc, inspect
print(isinstance(b'',collections.abc.Buffer), isinstance(A(),collections.abc.Buffer), isinstance('',collections.abc.Buffer), issubclass(array.array, collections.abc.Buffer))
print(inspect.BufferFlags.FULL_RO)
# cycles
class MyO: pass
m=memoryview(b'abc').__buffer__(0); o=MyO(); o.m=m; o.o=o; r=weakref.ref(o); del m,o; gc.collect(); print(r())
class CY:
    def __buffer__(s,f): return memoryview(s.d)
    def __release_buffer__(s,v): print('CY rel')
c=CY(); c.d=bytearray(3); c.m=memoryview(c); r=weakref.ref(c); del c; gc.collect(); print(r())
# _from_flags
print(memoryview._from_flags(b'abc',0).tolist()); err(memoryview._from_flags,b'abc',1); err(memoryview._from_flags,bytearray(b'abc'),1); err(memoryview._from_flags, 3, 0); err(memoryview._from_flags, b'', 256); err(memoryview._from_flags,b''); err(lambda: memoryview._from_flags(flags=0, object=b'zz').tolist()); err(memoryview._from_flags,b'',2**40)
class SM: pass
x=memoryview._from_flags(bytearray(b'abcdef'),0); print(x.format,x.shape,x.strides,x.ndim,x.contiguous,x.readonly)
# memory_iterator
i=iter(memoryview(b'abc')); print(type(i), i.__sizeof__(), next(i), list(i), list(i)); err(next,i); err(lambda: i.__reduce__()); err(lambda: i.__length_hint__())
m=memoryview(bytearray(b'abc')); i=iter(m); next(i); m.release(); err(next,i); err(next,i)
err(iter, memoryview(b'abcd').cast('B',(2,2))); err(lambda: list(memoryview(b'abcdabcd').cast('f'))); err(lambda: list(memoryview(b'abcdabcd').cast('@i')))
m=memoryview(b'x'*8).cast('B',()) if 0 else memoryview(b'x').cast('B',[]) ; print(m.ndim); err(iter,m); err(lambda: m[()]); err(lambda: m[...] is m); err(lambda: m[0]); err(m.tolist)
mw=memoryview(bytearray(b'x')).cast('B',[]); mw[()]=3; print(mw.tolist()); mw[...]=4; print(mw.tolist()); err(mw.__setitem__,0,1)
m=memoryview(b'x'); m.release(); err(len,m)
m=memoryview(bytearray(3)); i=iter(m); sys.getrefcount(m); print(gc.get_referents(i)==[m], gc.is_tracked(i))
# keys
M=memoryview(bytearray(12)).cast('B',(3,4)); M1=memoryview(bytearray(12)); MH=memoryview(bytearray(12)).cast('h')
for mv in M,M1,MH:
    for k in 0,-1,50,(0,),(0,0),(0,0,0),(0,9),slice(0,1),slice(0,2,2),(slice(0,1),),(slice(0,1),slice(0,1)),(slice(0,1),0),(0,slice(0,1)),(),...,None,'a',1.5,(1.5,),True,2**70,(2**70,),(...,):
        for what in (lambda: mv[k] if not isinstance(mv[k],memoryview) else mv[k].tolist()), (lambda: mv.__setitem__(k,7)), (lambda: mv.__setitem__(k,b'z')), (lambda: mv.__delitem__(k)):
            err(what)
err(MH.__setitem__,slice(0,2),b'abcd'); err(MH.__setitem__,slice(0,2),array.array('h',[1,2])); err(MH.__setitem__,slice(0,2),memoryview(bytearray(4)).cast('@h')); err(MH.__setitem__,slice(0,2),3); print(MH.tolist())
err(M1.__setitem__,slice(0,2),M1[2:4]); err(M1.__setitem__,slice(0,2),'ab')
# values
class I:
    def __init__(s,v): s.v=v
    def __index__(s): 
        if isinstance(s.v,BaseException): raise s.v
        return s.v
class Fl:
    def __float__(s): return 2.5
class BadF:
    def __float__(s): raise OverflowError('f')
class KeyF:
    def __float__(s): raise KeyError('f')
    __index__=__float__
for fmt in 'cbB?hHiIlLqQnNPfde@':
    for p in ('@',) if fmt in 'bd' else ('',):
        try: mv=memoryview(bytearray(16)).cast(p+fmt)
        except Exception as e: print(fmt,e); continue
        for val in 0,1,-1,127,128,255,256,32767,-32769,65535,65536,2**31,2**32,2**63-1,2**63,2**64,-2**63,-2**63-1,1.5,65504.0,65520.0,1e300,float('inf'),float('nan'),'a',b'a',b'ab',None,True,I(5),I(300),I(ValueError('v')),I(TypeError('t')),I(KeyError('k')),I('bad'),Fl(),BadF(),KeyF(),1j:
            try: mv[0]=val; print(fmt, mv[0], bytes(mv)[:8], end=';')
            except Exception as e: print(fmt, type(e).__name__, e, end=';')
        print()
import struct
hv=memoryview(struct.pack('10e',0,-0.0,1.5,65504,6e-8,6.1e-5,float('inf'),-float('inf'),0.1,-3)).cast('e'); print(hv.tolist(), hv==hv, hv==memoryview(hv.tobytes()).cast('e'), hv==array.array('d',hv.tolist()))
# released meanwhile
def rel(fmt, act):
    global m
    base=bytearray(b'\xff'*128)
    m=memoryview(base).cast(fmt) if isinstance(fmt,str) else memoryview(base).cast('B',fmt)
    class X:
        def __index__(s): m.release(); return 300 if fmt=='B!' else 4
        def __float__(s): m.release(); return 4.25
        def __bool__(s): m.release(); return True
    err(act,m,X()); print(bytes(base[:4]))
for fmt in 'bBhilqnBHILQNfd?e':
    rel(fmt, lambda m,x: m.__setitem__(0,x))
rel('B', lambda m,x: m[x]); rel('B', lambda m,x: m[:x].tolist()); rel('B', lambda m,x: m[x:8].tolist()); rel((64,2), lambda m,x: m[x,0]); rel((2,64), lambda m,x:m[0,x]); rel('B',lambda m,x:m.__setitem__(x,42)); rel('B',lambda m,x:m.__setitem__(slice(None,x),b'spam')); rel('B',lambda m,x:m.__setitem__(slice(x,8),b'spam')); rel((64,2), lambda m,x: m.__setitem__((x,0),42)); rel((2,64), lambda m,x: m.__setitem__((0,x),42)); rel('B',lambda m,x:m.cast('B',(x,))); rel('B',lambda m,x:m.hex(':',x)); rel('B', lambda m,x: m==E())
bio=io.BytesIO(b'bytes'); gb=bio.getbuffer(); print(type(gb.obj), [n for n in dir(type(gb.obj)) if 'buffer' in n]); v=gb.obj.__buffer__(0); print(v.tolist()); v.release(); gb.release(); bio.write(b'longer than before')

# expect: [('bytes', ['__buffer__']), ('bytearray', ['__buffer__', '__release_buffer__']), ('memoryview', ['__buffer__', '__release_buffer__']), ('array', ['__buffer__', '__release_buffer__']), ('str', [])]
# expect: <slot wrapper '__buffer__' of 'bytes' objects> <slot wrapper '__release_buffer__' of 'bytearray' objects> ($self, flags, /) ($self, buffer, /)
# expect: <class 'memoryview'> [97, 98, 99] True b'abc'
# expect: BufferError Object is not writable.
# expect: OverflowError buffer flags too large
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError  expected 1 argument, got 0
# expect: TypeError  expected 1 argument, got 2
# expect: SystemError Objects/abstract.c:772: bad argument to internal function
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: bytearray(b'Aello')
# expect: bytearray(b'Aello\x02')
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError memoryview's buffer has already been released
# expect: ValueError memoryview's buffer is not this object
# expect: TypeError expected a memoryview object
# expect: ValueError memoryview's buffer has already been released
# expect: TypeError  expected 1 argument, got 0
# expect: 101
# expect: [120, 121, 122] True
# expect: BufferError memoryview has 1 exported buffer
# expect: buffer 284 <class 'int'>
# expect: [100, 97, 116, 97] _buffer_wrapper False
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: release <class 'memoryview'> [100, 97, 116, 97]
# expect: bytearray(b'data\x01')
# expect: ValueError operation forbidden on released memoryview object
# expect: buffer 284 <class 'int'>
# expect: bytearray(b'\x00ata\x01')
# expect: 97
# expect: release <class 'memoryview'> [0, 97, 116, 97, 1]
# expect: buffer 284 <class 'int'>
# expect: release <class 'memoryview'> [0, 97, 116, 97, 1]
# expect: b'\x00ata\x01'
# expect: buffer 284 <class 'int'>
# expect: release <class 'memoryview'> [0, 97, 116, 97, 1]
# expect: bytearray(b'\x00ata\x01')
# expect: buffer 0 <class 'int'>
# expect: release <class 'memoryview'> [0, 97, 116, 97, 1]
# expect: b'\x00ata\x01x'
# expect: buffer 0 <class 'int'>
# expect: release <class 'memoryview'> [0, 97, 116, 97, 1]
# expect: b'x\x00ata\x01'
# expect: TypeError argument of type 'A' is not iterable
# expect: buffer 0 <class 'int'>
# expect: release <class 'memoryview'> [0, 97, 116, 97, 1]
# expect: -1
# expect: buffer 8 <class 'int'>
# expect: release <class 'memoryview'> [0, 97, 116, 97, 1]
# expect: b'\x00ata\x01'
# expect: buffer 284 <class 'int'>
# expect: release <class 'memoryview'> [0, 97, 116, 97, 1]
# expect: TypeError __buffer__ returned non-memoryview object
# expect: TypeError __buffer__ returned non-memoryview object
# expect: KeyError 'no'
# expect: KeyError 'no'
# expect: False False
# expect: buffer 284 <class 'int'>
# expect: unraisable Exception ignored in __release_buffer__ of D ZeroDivisionError('rel') None
# expect: b'noRelease'
# expect: TypeError cannot modify read-only memory
# expect: <class '__main__.F'>
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: F release [102, 102, 102] None
# expect: ValueError cannot create new view on restricted memoryview
# expect: ValueError cannot create new view on restricted memoryview
# expect: ValueError cannot create new view on restricted memoryview
# expect: ValueError cannot create new view on restricted memoryview
# expect: ValueError cannot create new view on restricted memoryview
# expect: F(b'fff\x04')
# expect: ValueError operation forbidden on released memoryview object
# expect: G buffer
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: G rel [103, 103, 103]
# expect: [103, 103, 103, 1]
# expect: H
# expect: H
# expect: H
# expect: H
# expect: b'h' b'other' b'zother' bytearray(b'other') [111, 116, 104, 101, 114]
# expect: H
# expect: 97 1 -1
# expect: TypeError 'NoneType' object is not callable
# expect: TypeError 'NoneType' object is not callable
# expect: TypeError 'NoneType' object is not callable
# expect: buffer 284 <class 'int'>
# expect: 4
# expect: Q
# expect: release <class 'memoryview'> [100, 97, 116, 97]
# expect: TypeError memoryview: a bytes-like object is required, not 'R'
# expect: b'late'
# expect: late release
# expect: TypeError memoryview: a bytes-like object is required, not 'R'
# expect: True True False True
# expect: 284
# expect: None
# expect: CY rel
# expect: None
# expect: [97, 98, 99]
# expect: BufferError Object is not writable.
# expect: <memory at 0x>
# expect: TypeError memoryview: a bytes-like object is required, not 'int'
# expect: SystemError Objects/abstract.c:430: bad argument to internal function
# expect: TypeError _from_flags() missing required argument 'flags' (pos 2)
# expect: [122, 122]
# expect: OverflowError Python int too large to convert to C int
# expect: B (6,) (1,) 1 True False
# expect: <class 'memory_iterator'> 48 97 [98, 99] []
# expect-json: "StopIteration "
# expect: TypeError cannot pickle 'memory_iterator' object
# expect: AttributeError 'memory_iterator' object has no attribute '__length_hint__'
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError operation forbidden on released memoryview object
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: [1.6777999408082104e+22, 1.6777999408082104e+22]
# expect: [1684234849, 1684234849]
# expect: 0
# expect: TypeError invalid indexing of 0-dim memory
# expect: 120
# expect: True
# expect: TypeError invalid indexing of 0-dim memory
# expect: 120
# expect: 3
# expect: 4
# expect: TypeError invalid indexing of 0-dim memory
# expect: ValueError operation forbidden on released memoryview object
# expect: True True
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: 0
# expect: None
# expect: TypeError memoryview: invalid type for format 'B'
# expect: TypeError cannot delete memory
# expect: TypeError cannot index 2-dimension view with 3-element tuple
# expect: TypeError cannot index 2-dimension view with 3-element tuple
# expect: TypeError cannot index 2-dimension view with 3-element tuple
# expect: TypeError cannot delete memory
# expect: IndexError index out of bounds on dimension 2
# expect: IndexError index out of bounds on dimension 2
# expect: IndexError index out of bounds on dimension 2
# expect: TypeError cannot delete memory
# expect: [[7, 0, 0, 0]]
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: TypeError cannot delete memory
# expect: [[7, 0, 0, 0]]
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional slicing is not implemented
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional slicing is not implemented
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: 0
# expect: None
# expect: TypeError memoryview: invalid type for format 'B'
# expect: TypeError cannot delete memory
# expect: 0
# expect: None
# expect: TypeError memoryview: invalid type for format 'B'
# expect: TypeError cannot delete memory
# expect: IndexError index out of bounds on dimension 1
# expect: IndexError index out of bounds on dimension 1
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError cannot delete memory
# expect: 7
# expect: None
# expect: TypeError memoryview: invalid type for format 'B'
# expect: TypeError cannot delete memory
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot delete memory
# expect: TypeError cannot index 1-dimension view with 3-element tuple
# expect: TypeError cannot index 1-dimension view with 3-element tuple
# expect: TypeError cannot index 1-dimension view with 3-element tuple
# expect: TypeError cannot delete memory
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot delete memory
# expect: [7]
# expect: TypeError a bytes-like object is required, not 'int'
# expect: None
# expect: TypeError cannot delete memory
# expect: [122]
# expect: TypeError a bytes-like object is required, not 'int'
# expect: None
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional slicing is not implemented
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional slicing is not implemented
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: 0
# expect: None
# expect: TypeError memoryview: invalid type for format 'B'
# expect: TypeError cannot delete memory
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: TypeError cannot delete memory
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: 0
# expect: None
# expect: TypeError memoryview: invalid type for format 'h'
# expect: TypeError cannot delete memory
# expect: 0
# expect: None
# expect: TypeError memoryview: invalid type for format 'h'
# expect: TypeError cannot delete memory
# expect: IndexError index out of bounds on dimension 1
# expect: IndexError index out of bounds on dimension 1
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError cannot delete memory
# expect: 7
# expect: None
# expect: TypeError memoryview: invalid type for format 'h'
# expect: TypeError cannot delete memory
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot delete memory
# expect: TypeError cannot index 1-dimension view with 3-element tuple
# expect: TypeError cannot index 1-dimension view with 3-element tuple
# expect: TypeError cannot index 1-dimension view with 3-element tuple
# expect: TypeError cannot delete memory
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: TypeError cannot delete memory
# expect: [7]
# expect: TypeError a bytes-like object is required, not 'int'
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: TypeError cannot delete memory
# expect: [7]
# expect: TypeError a bytes-like object is required, not 'int'
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional slicing is not implemented
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: TypeError cannot delete memory
# expect: NotImplementedError multi-dimensional slicing is not implemented
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: NotImplementedError memoryview slice assignments are currently restricted to ndim = 1
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: NotImplementedError sub-views are not implemented
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: 0
# expect: None
# expect: TypeError memoryview: invalid type for format 'h'
# expect: TypeError cannot delete memory
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: TypeError cannot delete memory
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: invalid slice key
# expect: TypeError cannot delete memory
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: None
# expect: None
# expect: TypeError a bytes-like object is required, not 'int'
# expect: [0, 0, 0, 0, 0, 7]
# expect: None
# expect: TypeError a bytes-like object is required, not 'str'
# expect: c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c b'a' b'a\x00\x00\x00\x00\x00\x00\x00';c ValueError memoryview: invalid value for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';c TypeError memoryview: invalid type for format 'c';
# expect: b 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';b 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';b -1 b'\xff\x00\x00\x00\x00\x00\x00\x00';b 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';b 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';b ValueError memoryview: invalid value for format 'b';b ValueError memoryview: invalid value for format 'b';b TypeError memoryview: invalid type for format 'b';b KeyError 'k';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b TypeError memoryview: invalid type for format 'b';b KeyError 'f';b TypeError memoryview: invalid type for format 'b';
# expect: B 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';B 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';B ValueError memoryview: invalid value for format 'B';B 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';B 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';B 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';B 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';B ValueError memoryview: invalid value for format 'B';B ValueError memoryview: invalid value for format 'B';B TypeError memoryview: invalid type for format 'B';B KeyError 'k';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B TypeError memoryview: invalid type for format 'B';B KeyError 'f';B TypeError memoryview: invalid type for format 'B';
# expect: ? False b'\x00\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? False b'\x00\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';? True b'\x01\x00\x00\x00\x00\x00\x00\x00';
# expect: h 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';h 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';h -1 b'\xff\xff\x00\x00\x00\x00\x00\x00';h 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';h 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';h 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';h 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';h 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h ValueError memoryview: invalid value for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';h 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';h 300 b',\x01\x00\x00\x00\x00\x00\x00';h ValueError memoryview: invalid value for format 'h';h TypeError memoryview: invalid type for format 'h';h KeyError 'k';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h TypeError memoryview: invalid type for format 'h';h KeyError 'f';h TypeError memoryview: invalid type for format 'h';
# expect: H 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';H 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';H ValueError memoryview: invalid value for format 'H';H 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';H 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';H 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';H 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';H 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';H ValueError memoryview: invalid value for format 'H';H 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';H ValueError memoryview: invalid value for format 'H';H ValueError memoryview: invalid value for format 'H';H ValueError memoryview: invalid value for format 'H';H ValueError memoryview: invalid value for format 'H';H ValueError memoryview: invalid value for format 'H';H ValueError memoryview: invalid value for format 'H';H ValueError memoryview: invalid value for format 'H';H ValueError memoryview: invalid value for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';H 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';H 300 b',\x01\x00\x00\x00\x00\x00\x00';H ValueError memoryview: invalid value for format 'H';H TypeError memoryview: invalid type for format 'H';H KeyError 'k';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H TypeError memoryview: invalid type for format 'H';H KeyError 'f';H TypeError memoryview: invalid type for format 'H';
# expect: i 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';i 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';i -1 b'\xff\xff\xff\xff\x00\x00\x00\x00';i 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';i 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';i 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';i 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';i 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';i -32769 b'\xff\x7f\xff\xff\x00\x00\x00\x00';i 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';i 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';i ValueError memoryview: invalid value for format 'i';i ValueError memoryview: invalid value for format 'i';i ValueError memoryview: invalid value for format 'i';i ValueError memoryview: invalid value for format 'i';i ValueError memoryview: invalid value for format 'i';i ValueError memoryview: invalid value for format 'i';i ValueError memoryview: invalid value for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';i 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';i 300 b',\x01\x00\x00\x00\x00\x00\x00';i ValueError memoryview: invalid value for format 'i';i TypeError memoryview: invalid type for format 'i';i KeyError 'k';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i TypeError memoryview: invalid type for format 'i';i KeyError 'f';i TypeError memoryview: invalid type for format 'i';
# expect: I 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';I 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';I ValueError memoryview: invalid value for format 'I';I 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';I 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';I 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';I 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';I 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';I ValueError memoryview: invalid value for format 'I';I 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';I 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';I 2147483648 b'\x00\x00\x00\x80\x00\x00\x00\x00';I ValueError memoryview: invalid value for format 'I';I ValueError memoryview: invalid value for format 'I';I ValueError memoryview: invalid value for format 'I';I ValueError memoryview: invalid value for format 'I';I ValueError memoryview: invalid value for format 'I';I ValueError memoryview: invalid value for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';I 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';I 300 b',\x01\x00\x00\x00\x00\x00\x00';I ValueError memoryview: invalid value for format 'I';I TypeError memoryview: invalid type for format 'I';I KeyError 'k';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I TypeError memoryview: invalid type for format 'I';I KeyError 'f';I TypeError memoryview: invalid type for format 'I';
# expect: l 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';l 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';l -1 b'\xff\xff\xff\xff\xff\xff\xff\xff';l 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';l 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';l 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';l 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';l 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';l -32769 b'\xff\x7f\xff\xff\xff\xff\xff\xff';l 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';l 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';l 2147483648 b'\x00\x00\x00\x80\x00\x00\x00\x00';l 4294967296 b'\x00\x00\x00\x00\x01\x00\x00\x00';l 9223372036854775807 b'\xff\xff\xff\xff\xff\xff\xff\x7f';l ValueError memoryview: invalid value for format 'l';l ValueError memoryview: invalid value for format 'l';l -9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80';l ValueError memoryview: invalid value for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';l 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';l 300 b',\x01\x00\x00\x00\x00\x00\x00';l ValueError memoryview: invalid value for format 'l';l TypeError memoryview: invalid type for format 'l';l KeyError 'k';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l TypeError memoryview: invalid type for format 'l';l KeyError 'f';l TypeError memoryview: invalid type for format 'l';
# expect: L 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';L 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';L ValueError memoryview: invalid value for format 'L';L 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';L 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';L 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';L 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';L 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';L ValueError memoryview: invalid value for format 'L';L 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';L 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';L 2147483648 b'\x00\x00\x00\x80\x00\x00\x00\x00';L 4294967296 b'\x00\x00\x00\x00\x01\x00\x00\x00';L 9223372036854775807 b'\xff\xff\xff\xff\xff\xff\xff\x7f';L 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80';L ValueError memoryview: invalid value for format 'L';L ValueError memoryview: invalid value for format 'L';L ValueError memoryview: invalid value for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';L 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';L 300 b',\x01\x00\x00\x00\x00\x00\x00';L ValueError memoryview: invalid value for format 'L';L TypeError memoryview: invalid type for format 'L';L KeyError 'k';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L TypeError memoryview: invalid type for format 'L';L KeyError 'f';L TypeError memoryview: invalid type for format 'L';
# expect: q 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';q 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';q -1 b'\xff\xff\xff\xff\xff\xff\xff\xff';q 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';q 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';q 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';q 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';q 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';q -32769 b'\xff\x7f\xff\xff\xff\xff\xff\xff';q 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';q 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';q 2147483648 b'\x00\x00\x00\x80\x00\x00\x00\x00';q 4294967296 b'\x00\x00\x00\x00\x01\x00\x00\x00';q 9223372036854775807 b'\xff\xff\xff\xff\xff\xff\xff\x7f';q ValueError memoryview: invalid value for format 'q';q ValueError memoryview: invalid value for format 'q';q -9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80';q ValueError memoryview: invalid value for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';q 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';q 300 b',\x01\x00\x00\x00\x00\x00\x00';q ValueError memoryview: invalid value for format 'q';q TypeError memoryview: invalid type for format 'q';q KeyError 'k';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q TypeError memoryview: invalid type for format 'q';q KeyError 'f';q TypeError memoryview: invalid type for format 'q';
# expect: Q 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';Q 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';Q ValueError memoryview: invalid value for format 'Q';Q 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';Q 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';Q 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';Q 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';Q 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';Q ValueError memoryview: invalid value for format 'Q';Q 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';Q 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';Q 2147483648 b'\x00\x00\x00\x80\x00\x00\x00\x00';Q 4294967296 b'\x00\x00\x00\x00\x01\x00\x00\x00';Q 9223372036854775807 b'\xff\xff\xff\xff\xff\xff\xff\x7f';Q 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80';Q ValueError memoryview: invalid value for format 'Q';Q ValueError memoryview: invalid value for format 'Q';Q ValueError memoryview: invalid value for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';Q 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';Q 300 b',\x01\x00\x00\x00\x00\x00\x00';Q ValueError memoryview: invalid value for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q KeyError 'k';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q TypeError memoryview: invalid type for format 'Q';Q KeyError 'f';Q TypeError memoryview: invalid type for format 'Q';
# expect: n 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';n 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';n -1 b'\xff\xff\xff\xff\xff\xff\xff\xff';n 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';n 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';n 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';n 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';n 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';n -32769 b'\xff\x7f\xff\xff\xff\xff\xff\xff';n 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';n 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';n 2147483648 b'\x00\x00\x00\x80\x00\x00\x00\x00';n 4294967296 b'\x00\x00\x00\x00\x01\x00\x00\x00';n 9223372036854775807 b'\xff\xff\xff\xff\xff\xff\xff\x7f';n ValueError memoryview: invalid value for format 'n';n ValueError memoryview: invalid value for format 'n';n -9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80';n ValueError memoryview: invalid value for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';n 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';n 300 b',\x01\x00\x00\x00\x00\x00\x00';n ValueError memoryview: invalid value for format 'n';n TypeError memoryview: invalid type for format 'n';n KeyError 'k';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n TypeError memoryview: invalid type for format 'n';n KeyError 'f';n TypeError memoryview: invalid type for format 'n';
# expect: N 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';N 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';N ValueError memoryview: invalid value for format 'N';N 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';N 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';N 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';N 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';N 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';N ValueError memoryview: invalid value for format 'N';N 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';N 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';N 2147483648 b'\x00\x00\x00\x80\x00\x00\x00\x00';N 4294967296 b'\x00\x00\x00\x00\x01\x00\x00\x00';N 9223372036854775807 b'\xff\xff\xff\xff\xff\xff\xff\x7f';N 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80';N ValueError memoryview: invalid value for format 'N';N ValueError memoryview: invalid value for format 'N';N ValueError memoryview: invalid value for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';N 5 b'\x05\x00\x00\x00\x00\x00\x00\x00';N 300 b',\x01\x00\x00\x00\x00\x00\x00';N ValueError memoryview: invalid value for format 'N';N TypeError memoryview: invalid type for format 'N';N KeyError 'k';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N TypeError memoryview: invalid type for format 'N';N KeyError 'f';N TypeError memoryview: invalid type for format 'N';
# expect: P 0 b'\x00\x00\x00\x00\x00\x00\x00\x00';P 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';P 18446744073709551615 b'\xff\xff\xff\xff\xff\xff\xff\xff';P 127 b'\x7f\x00\x00\x00\x00\x00\x00\x00';P 128 b'\x80\x00\x00\x00\x00\x00\x00\x00';P 255 b'\xff\x00\x00\x00\x00\x00\x00\x00';P 256 b'\x00\x01\x00\x00\x00\x00\x00\x00';P 32767 b'\xff\x7f\x00\x00\x00\x00\x00\x00';P 18446744073709518847 b'\xff\x7f\xff\xff\xff\xff\xff\xff';P 65535 b'\xff\xff\x00\x00\x00\x00\x00\x00';P 65536 b'\x00\x00\x01\x00\x00\x00\x00\x00';P 2147483648 b'\x00\x00\x00\x80\x00\x00\x00\x00';P 4294967296 b'\x00\x00\x00\x00\x01\x00\x00\x00';P 9223372036854775807 b'\xff\xff\xff\xff\xff\xff\xff\x7f';P 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80';P ValueError memoryview: invalid value for format 'P';P 9223372036854775808 b'\x00\x00\x00\x00\x00\x00\x00\x80';P ValueError memoryview: invalid value for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P 1 b'\x01\x00\x00\x00\x00\x00\x00\x00';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';P TypeError memoryview: invalid type for format 'P';
# expect: f 0.0 b'\x00\x00\x00\x00\x00\x00\x00\x00';f 1.0 b'\x00\x00\x80?\x00\x00\x00\x00';f -1.0 b'\x00\x00\x80\xbf\x00\x00\x00\x00';f 127.0 b'\x00\x00\xfeB\x00\x00\x00\x00';f 128.0 b'\x00\x00\x00C\x00\x00\x00\x00';f 255.0 b'\x00\x00\x7fC\x00\x00\x00\x00';f 256.0 b'\x00\x00\x80C\x00\x00\x00\x00';f 32767.0 b'\x00\xfe\xffF\x00\x00\x00\x00';f -32769.0 b'\x00\x01\x00\xc7\x00\x00\x00\x00';f 65535.0 b'\x00\xff\x7fG\x00\x00\x00\x00';f 65536.0 b'\x00\x00\x80G\x00\x00\x00\x00';f 2147483648.0 b'\x00\x00\x00O\x00\x00\x00\x00';f 4294967296.0 b'\x00\x00\x80O\x00\x00\x00\x00';f 9.223372036854776e+18 b'\x00\x00\x00_\x00\x00\x00\x00';f 9.223372036854776e+18 b'\x00\x00\x00_\x00\x00\x00\x00';f 1.8446744073709552e+19 b'\x00\x00\x80_\x00\x00\x00\x00';f -9.223372036854776e+18 b'\x00\x00\x00\xdf\x00\x00\x00\x00';f -9.223372036854776e+18 b'\x00\x00\x00\xdf\x00\x00\x00\x00';f 1.5 b'\x00\x00\xc0?\x00\x00\x00\x00';f 65504.0 b'\x00\xe0\x7fG\x00\x00\x00\x00';f 65520.0 b'\x00\xf0\x7fG\x00\x00\x00\x00';f inf b'\x00\x00\x80\x7f\x00\x00\x00\x00';f inf b'\x00\x00\x80\x7f\x00\x00\x00\x00';f nan b'\x00\x00\xc0\x7f\x00\x00\x00\x00';f TypeError memoryview: invalid type for format 'f';f TypeError memoryview: invalid type for format 'f';f TypeError memoryview: invalid type for format 'f';f TypeError memoryview: invalid type for format 'f';f 1.0 b'\x00\x00\x80?\x00\x00\x00\x00';f 5.0 b'\x00\x00\xa0@\x00\x00\x00\x00';f 300.0 b'\x00\x00\x96C\x00\x00\x00\x00';f ValueError memoryview: invalid value for format 'f';f TypeError memoryview: invalid type for format 'f';f KeyError 'k';f TypeError memoryview: invalid type for format 'f';f 2.5 b'\x00\x00 @\x00\x00\x00\x00';f ValueError memoryview: invalid value for format 'f';f KeyError 'f';f TypeError memoryview: invalid type for format 'f';
# expect: d 0.0 b'\x00\x00\x00\x00\x00\x00\x00\x00';d 1.0 b'\x00\x00\x00\x00\x00\x00\xf0?';d -1.0 b'\x00\x00\x00\x00\x00\x00\xf0\xbf';d 127.0 b'\x00\x00\x00\x00\x00\xc0_@';d 128.0 b'\x00\x00\x00\x00\x00\x00`@';d 255.0 b'\x00\x00\x00\x00\x00\xe0o@';d 256.0 b'\x00\x00\x00\x00\x00\x00p@';d 32767.0 b'\x00\x00\x00\x00\xc0\xff\xdf@';d -32769.0 b'\x00\x00\x00\x00 \x00\xe0\xc0';d 65535.0 b'\x00\x00\x00\x00\xe0\xff\xef@';d 65536.0 b'\x00\x00\x00\x00\x00\x00\xf0@';d 2147483648.0 b'\x00\x00\x00\x00\x00\x00\xe0A';d 4294967296.0 b'\x00\x00\x00\x00\x00\x00\xf0A';d 9.223372036854776e+18 b'\x00\x00\x00\x00\x00\x00\xe0C';d 9.223372036854776e+18 b'\x00\x00\x00\x00\x00\x00\xe0C';d 1.8446744073709552e+19 b'\x00\x00\x00\x00\x00\x00\xf0C';d -9.223372036854776e+18 b'\x00\x00\x00\x00\x00\x00\xe0\xc3';d -9.223372036854776e+18 b'\x00\x00\x00\x00\x00\x00\xe0\xc3';d 1.5 b'\x00\x00\x00\x00\x00\x00\xf8?';d 65504.0 b'\x00\x00\x00\x00\x00\xfc\xef@';d 65520.0 b'\x00\x00\x00\x00\x00\xfe\xef@';d 1e+300 b'\x9cu\x00\x88<\xe47~';d inf b'\x00\x00\x00\x00\x00\x00\xf0\x7f';d nan b'\x00\x00\x00\x00\x00\x00\xf8\x7f';d TypeError memoryview: invalid type for format 'd';d TypeError memoryview: invalid type for format 'd';d TypeError memoryview: invalid type for format 'd';d TypeError memoryview: invalid type for format 'd';d 1.0 b'\x00\x00\x00\x00\x00\x00\xf0?';d 5.0 b'\x00\x00\x00\x00\x00\x00\x14@';d 300.0 b'\x00\x00\x00\x00\x00\xc0r@';d ValueError memoryview: invalid value for format 'd';d TypeError memoryview: invalid type for format 'd';d KeyError 'k';d TypeError memoryview: invalid type for format 'd';d 2.5 b'\x00\x00\x00\x00\x00\x00\x04@';d ValueError memoryview: invalid value for format 'd';d KeyError 'f';d TypeError memoryview: invalid type for format 'd';
# expect: e 0.0 b'\x00\x00\x00\x00\x00\x00\x00\x00';e 1.0 b'\x00<\x00\x00\x00\x00\x00\x00';e -1.0 b'\x00\xbc\x00\x00\x00\x00\x00\x00';e 127.0 b'\xf0W\x00\x00\x00\x00\x00\x00';e 128.0 b'\x00X\x00\x00\x00\x00\x00\x00';e 255.0 b'\xf8[\x00\x00\x00\x00\x00\x00';e 256.0 b'\x00\\\x00\x00\x00\x00\x00\x00';e 32768.0 b'\x00x\x00\x00\x00\x00\x00\x00';e -32768.0 b'\x00\xf8\x00\x00\x00\x00\x00\x00';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e 1.5 b'\x00>\x00\x00\x00\x00\x00\x00';e 65504.0 b'\xff{\x00\x00\x00\x00\x00\x00';e ValueError memoryview: invalid value for format 'e';e ValueError memoryview: invalid value for format 'e';e inf b'\x00|\x00\x00\x00\x00\x00\x00';e nan b'\x00~\x00\x00\x00\x00\x00\x00';e TypeError memoryview: invalid type for format 'e';e TypeError memoryview: invalid type for format 'e';e TypeError memoryview: invalid type for format 'e';e TypeError memoryview: invalid type for format 'e';e 1.0 b'\x00<\x00\x00\x00\x00\x00\x00';e 5.0 b'\x00E\x00\x00\x00\x00\x00\x00';e 300.0 b'\xb0\\\x00\x00\x00\x00\x00\x00';e ValueError memoryview: invalid value for format 'e';e TypeError memoryview: invalid type for format 'e';e KeyError 'k';e TypeError memoryview: invalid type for format 'e';e 2.5 b'\x00A\x00\x00\x00\x00\x00\x00';e ValueError memoryview: invalid value for format 'e';e KeyError 'f';e TypeError memoryview: invalid type for format 'e';
# expect: @ memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: [0.0, -0.0, 1.5, 65504.0, 5.960464477539063e-08, 6.097555160522461e-05, inf, -inf, 0.0999755859375, -3.0] True True True
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: [255, 255, 255, 255]
# expect: b'\xff\xff\xff\xff'
# expect: [255, 255, 255, 255]
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: TypeError memoryview.cast(): elements of shape must be integers
# expect: b'\xff\xff\xff\xff'
# expect: ValueError operation forbidden on released memoryview object
# expect: b'\xff\xff\xff\xff'
# expect: False
# expect: b'\xff\xff\xff\xff'
# expect: <class '_io._BytesIOBuffer'> ['__buffer__', '__release_buffer__']
# expect: [98, 121, 116, 101, 115]
