from collections import deque, Counter, namedtuple
import _collections
import sys
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
d=deque([1,2,3]); print(d, len(d), deque(), deque(maxlen=3), deque('abcdef',3), deque('abc',maxlen=5))
for bad in ((1,),([],-1),([],'a'),([],2**70),(1,2,3)): t(deque,*bad)
t(deque,foo=1); t(deque,iterable='ab'); t(deque,[1],maxlen=None); t(deque,[1],maxlen=True); t(deque, [1], 2.0)
d=deque(range(200)); print(sys.getsizeof(d), sys.getsizeof(deque()), d.__sizeof__())
for i in (0,1,63,64,100,150,199,-1,-200): print(d[i])
t(lambda: d[200]); t(lambda: d[-201]); t(lambda: d['a']); t(lambda: d[1:2])
for r in (1,-1,5,70,-70,100,-100,199,200,201,-1000,0): d.rotate(r); print(d[0], d[-1], d[77])
d.reverse(); print(d[0], d[-1])
del d[5]; del d[100]; del d[-1]; print(len(d), list(d)[:10])
t(lambda: d.__delitem__(1000))
d[3]=99; print(d[3]); t(d.__setitem__, 1000, 1)
d=deque('abcabc'); print(d.count('a'), d.index('c'), d.index('c',3), d.index('a',-3), 'b' in d, 'z' in d)
t(d.index,'z'); t(d.index,'a',1,3); t(d.index,'a','x'); t(d.index); t(d.index,1,2,3,4)
t(d.remove,'z'); d.remove('b'); print(d)
d.insert(2,'Z'); d.insert(-1,'Y'); d.insert(100,'E'); d.insert(-100,'S'); print(d); t(d.insert,'x',1); t(d.insert,1)
b=deque([1,2],2); t(b.insert,0,1)
t(deque().pop); t(deque().popleft)
d=deque(maxlen=3)
for i in range(6): d.append(i); print(d)
for i in range(6): d.appendleft(i); print(d)
d.extend([7,8,9,10]); print(d); d.extendleft([7,8,9,10]); print(d); d.extend(d); print(d); d.extendleft(d); print(d)
e=deque([1,2,3]); e.extend(e); e.extendleft(e); print(e)
e+=[9]; print(e, e+deque([5]), e*2, 3*deque([1,2],3), deque([1])*5, deque([1],2)*5, deque([1])*200, deque([1,2])*0, deque([1,2])*-1)
t(lambda: e+[1]); t(lambda: e*'a'); t(lambda: e.__iadd__(3)); t(lambda: e*(2**62))
e*=3; print(e); e*=1; print(e); e*=0; print(e)
z=deque([1],3); z*=10; print(z); z=deque([1,2],3); z*=10; print(z)
import operator as op
for a in ([],[1],[1,2],[1,3],[2],[1,2,3]):
    for c in ([],[1],[1,2],[1,3],[2],[1,2,3]):
        print([int(o(deque(a),deque(c))) for o in (op.lt,op.le,op.eq,op.ne,op.gt,op.ge)], end=' ')
print()
t(lambda: deque()<[]); print(deque()==[]); t(hash,deque())
t(lambda: deque([1])<deque(['a']))
it=iter(e:=deque(range(130))); print(it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__()[1][1]); e.append(1); t(next,it); t(next,it); print(it.__length_hint__())
print(list(reversed(deque(range(130))))[:5], sum(deque(range(1000))))
it=reversed(e); next(it); e.pop(); t(next,it)
print(type(iter(e)), type(reversed(e)))
I=type(iter(e)); print(list(I(deque('abcdef'),2)), list(I(deque('ab'),10)), list(type(reversed(e))(deque('abcdef'),2)))
t(I); t(I,1); t(I,deque(),'a'); t(I,deque(),1,2)
class E:
    def __init__(s,d,m): s.d=d; s.m=m
    def __eq__(s,o): 
        s.m(s.d); return False
for m in (lambda d:d.append(1), lambda d:d.pop(), lambda d:d.clear(), lambda d: None):
    for f in (lambda d: 5 in d, lambda d:d.count(5), lambda d:d.index(5), lambda d:d.remove(5), lambda d:d==deque([1,2,3]), lambda d:d<deque([1,2,3])):
        d=deque(); d.extend([E(d,m),2,3]); t(f,d)
d=deque([1,2]); d.append(d); print(d); d.clear(); 
class R:
    def __repr__(s): return 'R'*3
print(deque([R(),R()]))
class BR:
    def __repr__(s): return 1
t(repr,deque([BR()])); print(deque(['x']))
class S(deque):
    def __init__(s,*a,**k): super().__init__(*a,**k); s.q=1
s=S('abc'); print(s, s.copy(), s.__reduce__()[:3], s.__copy__(), s+deque([1]), S('abc',2), S('abc',2).copy(), S('abc',2).__reduce__()[1])
print(deque('ab').__reduce__()[:3], deque('ab',5).__reduce__()[:3])
class NB(deque):
    def __new__(c,*a): return deque.__new__(c)
    def __init__(s,*a): pass
class Bad(deque):
    def __new__(c,*a): return deque.__new__(c) if not a else 5
t(Bad().copy)
print(deque[int], len(deque.__doc__), deque.__module__, deque.maxlen, deque('a',4).maxlen, deque().maxlen)
t(setattr,deque(),'maxlen',3); t(setattr,deque(),'x',3)
def g():
    yield 1; raise ValueError('x')
d=deque(); t(d.extend,g()); print(d); t(d.extendleft,g()); print(d)
match deque([1,2]):
    case [a,b]: print('seq',a,b)
import weakref
d=deque(); w=weakref.ref(d); print(w() is d); del d; print(w())
print(Counter('abracadabra'), Counter({'a':1})+Counter('ab'))
class D(dict):
    def get(self,k,d=None):
        return dict.get(self,k,d)+1
x=D(); _collections._count_elements(x,'aab'); print(x)
class M:
    def __init__(s): s.d={}
    def get(s,k,d=None): return s.d.get(k,d)
    def __setitem__(s,k,v): s.d[k]=v
x=M(); _collections._count_elements(x,(c for c in 'hello')); print(x.d)
t(_collections._count_elements,3,'a'); t(_collections._count_elements,{}, [[]]); t(_collections._count_elements,{},3); t(_collections._count_elements,{})
P=namedtuple('P','x y',defaults=[5]); p=P(1); print(p, p.x, p.y, P.x, P.x.__doc__); t(lambda: P.x.__get__(3)); t(lambda: P.y.__get__((1,)))
t(setattr,p,'x',1); t(delattr,p,'x'); print(P.x.__reduce__()); P.x.__doc__='hi'; print(P.x.__doc__)
t(_collections._tuplegetter); t(_collections._tuplegetter,'a','b'); t(_collections._tuplegetter,1,doc=2)

# expect: deque([1, 2, 3]) 3 deque([]) deque([], maxlen=3) deque(['d', 'e', 'f'], maxlen=3) deque(['a', 'b', 'c'], maxlen=5)
# expect: TypeError 'int' object is not iterable
# expect: ValueError maxlen must be non-negative
# expect: TypeError an integer is required
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: TypeError deque() takes at most 2 arguments (3 given)
# expect: TypeError deque() got an unexpected keyword argument 'foo'
# expect: deque(['a', 'b'])
# expect: deque([1])
# expect: deque([1], maxlen=1)
# expect: TypeError an integer is required
# expect: 2344 760 2328
# expect: 0
# expect: 1
# expect: 63
# expect: 64
# expect: 100
# expect: 150
# expect: 199
# expect: 199
# expect: 0
# expect: IndexError deque index out of range
# expect: IndexError deque index out of range
# expect: TypeError sequence index must be integer, not 'str'
# expect: TypeError sequence index must be integer, not 'slice'
# expect: 199 198 76
# expect: 0 199 77
# expect: 195 194 72
# expect: 125 124 2
# expect: 195 194 72
# expect: 95 94 172
# expect: 195 194 72
# expect: 196 195 73
# expect: 196 195 73
# expect: 195 194 72
# expect: 195 194 72
# expect: 195 194 72
# expect: 194 195
# expect: 197 [194, 193, 192, 191, 190, 188, 187, 186, 185, 184]
# expect: IndexError deque index out of range
# expect: 99
# expect: IndexError deque index out of range
# expect: 2 2 5 3 True False
# expect: ValueError 'z' is not in deque
# expect: ValueError 'a' is not in deque
# expect: TypeError slice indices must be integers or have an __index__ method
# expect: TypeError index expected at least 1 argument, got 0
# expect: TypeError index expected at most 3 arguments, got 4
# expect: ValueError 'z' is not in deque
# expect: deque(['a', 'c', 'a', 'b', 'c'])
# expect: deque(['S', 'a', 'c', 'Z', 'a', 'b', 'Y', 'c', 'E'])
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError insert expected 2 arguments, got 1
# expect: IndexError deque already at its maximum size
# expect: IndexError pop from an empty deque
# expect: IndexError pop from an empty deque
# expect: deque([0], maxlen=3)
# expect: deque([0, 1], maxlen=3)
# expect: deque([0, 1, 2], maxlen=3)
# expect: deque([1, 2, 3], maxlen=3)
# expect: deque([2, 3, 4], maxlen=3)
# expect: deque([3, 4, 5], maxlen=3)
# expect: deque([0, 3, 4], maxlen=3)
# expect: deque([1, 0, 3], maxlen=3)
# expect: deque([2, 1, 0], maxlen=3)
# expect: deque([3, 2, 1], maxlen=3)
# expect: deque([4, 3, 2], maxlen=3)
# expect: deque([5, 4, 3], maxlen=3)
# expect: deque([8, 9, 10], maxlen=3)
# expect: deque([10, 9, 8], maxlen=3)
# expect: deque([10, 9, 8], maxlen=3)
# expect: deque([8, 9, 10], maxlen=3)
# expect: deque([3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3])
# expect: deque([3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9]) deque([3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9, 5]) deque([3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9, 3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9]) deque([2, 1, 2], maxlen=3) deque([1, 1, 1, 1, 1]) deque([1, 1], maxlen=2) deque([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) deque([]) deque([])
# expect: TypeError can only concatenate deque (not "list") to deque
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: TypeError 'int' object is not iterable
# expect-json: "MemoryError "
# expect: deque([3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9, 3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9, 3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9])
# expect: deque([3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9, 3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9, 3, 2, 1, 3, 2, 1, 1, 2, 3, 1, 2, 3, 9])
# expect: deque([])
# expect: deque([1, 1, 1], maxlen=3)
# expect: deque([2, 1, 2], maxlen=3)
# expect-json: "[0, 1, 1, 0, 0, 1] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [0, 0, 0, 1, 1, 1] [0, 1, 1, 0, 0, 1] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 1, 1, 0, 0, 1] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 1, 1, 0, 0, 1] [1, 1, 0, 1, 0, 0] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 1, 1, 0, 0, 1] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [0, 0, 0, 1, 1, 1] [1, 1, 0, 1, 0, 0] [1, 1, 0, 1, 0, 0] [0, 1, 1, 0, 0, 1] "
# expect: TypeError '<' not supported between instances of 'collections.deque' and 'list'
# expect: False
# expect: TypeError unhashable type: 'collections.deque'
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: 130 0 129 1
# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
# expect: 0
# expect: [129, 128, 127, 126, 125] 499500
# expect: RuntimeError deque mutated during iteration
# expect: <class 'collections._deque_iterator'> <class 'collections._deque_reverse_iterator'>
# expect: ['c', 'd', 'e', 'f'] [] ['d', 'c', 'b', 'a']
# expect: TypeError function takes at least 1 argument (0 given)
# expect: TypeError argument 1 must be collections.deque, not int
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError function takes at most 2 arguments (3 given)
# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
# expect: IndexError deque mutated during iteration
# expect: False
# expect: TypeError '<' not supported between instances of 'E' and 'int'
# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
# expect: IndexError deque mutated during iteration
# expect: False
# expect: TypeError '<' not supported between instances of 'E' and 'int'
# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
# expect: RuntimeError deque mutated during iteration
# expect: IndexError deque mutated during iteration
# expect: False
# expect: TypeError '<' not supported between instances of 'E' and 'int'
# expect: False
# expect: 0
# expect: ValueError 5 is not in deque
# expect: ValueError 5 is not in deque
# expect: False
# expect: TypeError '<' not supported between instances of 'E' and 'int'
# expect: deque([1, 2, [...]])
# expect: deque([RRR, RRR])
# expect: TypeError __repr__ returned non-string (type int)
# expect: deque(['x'])
# expect: S(['a', 'b', 'c']) S(['a', 'b', 'c']) (<class '__main__.S'>, (), {'q': 1}) S(['a', 'b', 'c']) S(['a', 'b', 'c', 1]) S(['b', 'c'], maxlen=2) S(['b', 'c'], maxlen=2) ((), 2)
# expect: (<class 'collections.deque'>, (), None) (<class 'collections.deque'>, ((), 5), None)
# expect: TypeError Bad() must return a deque, not int
# expect: collections.deque[int] 68 collections <attribute 'maxlen' of 'collections.deque' objects> 4 None
# expect: AttributeError attribute 'maxlen' of 'collections.deque' objects is not writable
# expect: AttributeError 'collections.deque' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: ValueError x
# expect: deque([1])
# expect: ValueError x
# expect: deque([1, 1])
# expect: seq 1 2
# expect: True
# expect: None
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) Counter({'a': 2, 'b': 1})
# expect: {'a': 4, 'b': 2}
# expect: {'h': 1, 'e': 1, 'l': 2, 'o': 1}
# expect: AttributeError 'int' object has no attribute 'get'
# expect: TypeError unhashable type: 'list'
# expect: TypeError 'int' object is not iterable
# expect: TypeError _count_elements expected 2 arguments, got 1
# expect: P(x=1, y=5) 1 5 _tuplegetter(0, 'Alias for field number 0') Alias for field number 0
# expect: TypeError descriptor for index '0' for tuple subclasses doesn't apply to 'int' object
# expect: IndexError tuple index out of range
# expect: AttributeError can't set attribute
# expect: AttributeError can't delete attribute
# expect: (<class 'collections._tuplegetter'>, (0, 'Alias for field number 0'))
# expect: hi
# expect: TypeError _tuplegetter expected 2 arguments, got 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError _tuplegetter() takes no keyword arguments
