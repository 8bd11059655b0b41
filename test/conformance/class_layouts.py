# What instances of classes are made of: flags, offsets and sizes, with each kind of base; and that none dies too early.
import sys
class A: __slots__=()
class B: __slots__=('a',)
class C(int): __slots__=()
class D(str): __slots__=()
class E(float): __slots__=()
class F(str): pass
class G(int): pass
class H(type): pass
class I(H): __slots__=()
class J(Exception): __slots__=()
class K(tuple): __slots__=()
class L(B): pass
class M(B): __slots__=('__dict__',)
class N(B): __slots__=('__weakref__',)
class O(bytes): pass
class P(memoryview.__class__): pass
class Q(property): pass
class R(list): pass
for t in A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R: print(t.__name__, hex(t.__flags__&~(1<<19)), t.__dictoffset__, t.__weakrefoffset__, t.__basicsize__, t.__itemsize__)
for o in A(),B(),C(),C(2**40),D('abc'),E(),F('x'),G(5),G(2**70),J(),K((1,2)),L(),M(),N(),O(b'abc'),Q(),R([1]): print(type(o).__name__, sys.getsizeof(o), o.__sizeof__())
for o in F('x'),G(5),G(0),G(2**70),O(b'xyz'),R([1]), type('TT',(tuple,),{})((1,2,3)):
    o.x=1; o.y=2; print(o.__dict__, o); del o.x; print(vars(o))
import sys
class C(int):
    def __lt__(self, other): heap.clear(); return True
class D(int):
    def __lt__(self, other): return True
class E(int):
    def lt(self, other): heap.clear(); return True
def test(C, f, n, vals):
    global heap
    a=sys.getrefcount(C)
    r=[]
    for k in range(n):
        heap=[C(v) for v in vals]
        f()
        r.append(sys.getrefcount(C)-a)
    print(C.__name__, vals, r)
test(C, lambda: heap[0]<heap[1], 4, [0,0])
test(C, lambda: heap[0]<heap[1], 4, [1,2])
test(C, lambda: heap[0]<heap[0], 4, [1])
test(D, lambda: heap[0]<heap[0], 4, [1])
test(D, lambda: heap[0]<heap[1], 4, [1,2])
test(E, lambda: heap[0].lt(heap[1]), 4, [1,2])
test(E, lambda: heap[0].lt(heap[0]), 4, [1])

# expect: A 0x5600 0 0 16 0
# expect: B 0x5600 0 0 24 0
# expect: C 0x1405600 0 0 24 4
# expect: D 0x10405600 0 0 64 0
# expect: E 0x405600 0 0 24 0
# expect: F 0x10405618 -1 -32 64 0
# expect: G 0x1405610 -1 0 24 4
# expect: H 0x80805e00 264 368 928 40
# expect: I 0x80805e00 264 368 928 40
# expect: J 0x40005600 16 0 72 0
# expect: K 0x4405620 0 0 24 8
# expect: L 0x5618 -1 -32 24 0
# expect: M 0x5610 -1 0 24 0
# expect: N 0x5608 0 -32 24 0
# expect: O 0x8405610 -1 0 33 1
# expect: P 0x80805e00 264 368 928 40
# expect: Q 0x5618 -1 -32 64 0
# expect: R 0x2405638 -1 -32 40 0
# expect: A 32 16
# expect: B 40 24
# expect: C 44 28
# expect: C 48 32
# expect: D 84 68
# expect: E 40 24
# expect: F 98 66
# expect: G 60 28
# expect: G 68 36
# expect: J 88 72
# expect: K 56 40
# expect: L 56 24
# expect: M 56 24
# expect: N 56 24
# expect: O 68 36
# expect: Q 96 64
# expect: R 88 56
# expect: {'x': 1, 'y': 2} x
# expect: {'y': 2}
# expect: {'x': 1, 'y': 2} 5
# expect: {'y': 2}
# expect: {'x': 1, 'y': 2} 0
# expect: {'y': 2}
# expect: {'x': 1, 'y': 2} 1180591620717411303424
# expect: {'y': 2}
# expect: {'x': 1, 'y': 2} b'xyz'
# expect: {'y': 2}
# expect: {'x': 1, 'y': 2} [1]
# expect: {'y': 2}
# expect: {'x': 1, 'y': 2} (1, 2, 3)
# expect: {'y': 2}
# expect: C [0, 0] [0, 0, 0, 0]
# expect: C [1, 2] [0, 0, 0, 0]
# expect: C [1] [0, 0, 0, 0]
# expect: D [1] [1, 1, 1, 1]
# expect: D [1, 2] [1, 1, 1, 1]
# expect: E [1, 2] [0, 0, 0, 0]
# expect: E [1] [0, 0, 0, 0]
