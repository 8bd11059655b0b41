import warnings; warnings.simplefilter('ignore')
from itertools import *
import itertools, sys, operator
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
def l(f,*a,**k):
    try: print(list(islice(f(*a,**k),40)))
    except BaseException as e: print(type(e).__name__, e)
def g(*v):
    for x in v:
        if isinstance(x,Exception): raise x
        yield x
print(sorted(n for n in vars(itertools) if n[0]!='_'))
for n in sorted(vars(itertools)):
    v=getattr(itertools,n)
    if isinstance(v,type): print(n, v.__basicsize__, v.__text_signature__, sorted(a for a in vars(v) if a not in('__doc__','__module__','__getattribute__')))
l(count); l(count,5); l(count,2.5,.5); l(count,5,-2); l(count,2**63-3); l(count,-2); l(count,2**52-3); t(count,'a'); t(count,1,'b'); t(count,1,2,3); t(count,start=3,step=2); t(count,foo=1); l(count,3,step=0)
print(count(), count(5), count(5,1), count(5,2), count(1.5), count(step=1.0), count(2**70), count(-3)); c=count(5); next(c); print(c, c.__reduce__()); c=count(1.5,2); next(c); print(c,c.__reduce__())
class I:
    def __init__(s,v): s.v=v
    def __add__(s,o): return I(s.v+(o.v if isinstance(o,I) else o))
    def __radd__(s,o): return I(s.v+o)
    def __int__(s): return 1
    def __repr__(s): return 'I%s'%s.v
    def __lt__(s,o): return s.v<o.v
l(count,I(1),I(2)); print(count(I(1),I(3)))
l(cycle,'abc'); l(cycle,[]); l(cycle,g(1,2)); t(cycle); t(cycle,1); l(cycle,g(1,ValueError('q'))); t(cycle,x=1); c=cycle('abc'); next(c); 
print(c.__reduce__()[0], c.__reduce__()[2]); [next(c) for _ in range(5)]; print(c.__reduce__()[2], list(c.__reduce__()[1][0]))
c=cycle('abc'); c.__setstate__((['x','y'],1)); l(lambda: c); t(c.__setstate__,1); t(c.__setstate__,(1,2)); t(c.__setstate__,(1,))
l(accumulate,[1,2,3]); l(accumulate,[1,2,3],operator.mul); l(accumulate,[1,2,3],initial=10); l(accumulate,[],initial=5); l(accumulate,[]); l(accumulate,g(1,2,3),lambda a,b:a*10+b,initial=None); l(accumulate,[1,'a']); t(accumulate); t(accumulate,1); t(accumulate,[1],None,3); l(accumulate,iterable=[1,2],func=max); l(accumulate,[I(1),I(2)]); t(accumulate,[1],foo=1); l(accumulate,'abc')
a=accumulate([1,2,3]); print(a.__reduce__()[2]); next(a); next(a); print(a.__reduce__()[2]); a.__setstate__(100); l(lambda:a); a=accumulate([1,2],initial=4); print(a.__reduce__()[1][1:], a.__reduce__()[2]); print(list(a.__reduce__()[1][0]))
a=accumulate([None,2,3],lambda x,y:None); next(a); print(type(a.__reduce__()[0]), a.__reduce__()[1][1:])
for n in (1,2,3,5): l(batched,'abcdefg',n)
l(batched,g(1,2,3),2); l(batched,'abc',2,strict=True); l(batched,'abcd',2,strict=True); t(batched,'a',0); t(batched,'a'); t(batched,'a','b'); t(batched,1,1); l(batched,iterable='ab',n=1); l(batched,[],3); l(batched,g(1,2,3,ValueError('x')),2); t(batched,'a',1,2); l(batched,[],1,strict=0); t(batched)
l(chain,'ab',[],g(1,2),'c'); l(chain); l(chain,1); l(chain.from_iterable,['ab','cd']); l(chain.from_iterable,g('ab',3)); t(chain.from_iterable,1); t(chain,x=1); c=chain('ab','cd'); next(c); print(c.__reduce__()[0:2]); l(lambda:c); print(c.__reduce__()); t(c.__setstate__,1); t(c.__setstate__,()); t(c.__setstate__,(1,)); t(c.__setstate__,(1,2,3)); c.__setstate__((iter(['xy']),iter('q'))); l(lambda:c); print(chain[int])
for r in range(6):
    l(combinations,'abcd',r); l(combinations_with_replacement,'abc',r); l(permutations,'abcd',r)
for f in (combinations,combinations_with_replacement,permutations):
    t(f); t(f,'a',-1); t(f,'a','b'); t(f,1,1); t(f,'a',1,2); l(f,[],0); l(f,iterable='ab',r=2); t(f,'ab',foo=1); l(f,[],1); t(f,'ab',1.5)
    it=f('abcd',2); print(it.__reduce__()[1:]); next(it); next(it); print(it.__reduce__()[1:], sys.getsizeof(it)); s=it.__reduce__()[2]; k=f('abcd',2); k.__setstate__(s); l(lambda:k); l(lambda:it); print(it.__reduce__()[1:]); t(k.__setstate__,1); t(k.__setstate__,(1,)); t(k.__setstate__,('a','b')); k=f('abcd',2)
    a=next(k); b=next(k); print(a,b,id(a)!=id(b)); del a,b
l(permutations,'abc'); l(permutations,'abc',None); l(permutations,[]); l(permutations,range(3),r=None); k=permutations('abc',2); k.__setstate__(((2,5,-1),(9,0))); l(lambda:k)
l(product); l(product,'ab',range(2)); l(product,'ab',repeat=3); l(product,'ab',[]); l(product,'ab',repeat=0); l(product,g(1,2),g(3)); t(product,repeat=-1); t(product,'a',repeat='x'); t(product,'a',foo=1); t(product,1); l(product,[],repeat=2)
it=product('abc',repeat=2); print(it.__reduce__()[1:]); next(it); next(it); print(it.__reduce__()[1:], sys.getsizeof(it)); k=product('abc',repeat=2); k.__setstate__((2,1)); l(lambda:k); print(k.__reduce__()[1:]); k=product('abc',repeat=2); k.__setstate__((20,-1)); print(next(k)); t(k.__setstate__,(1,)); t(k.__setstate__,5); k=product('a',''); k.__setstate__((0,0)); l(lambda:k)
l(compress,'abcdef',[1,0,1,0,1,1]); l(compress,'abc',g(1,1)); l(compress,g(1,2,3),g(0,[],'x')); t(compress,'a'); t(compress,1,[]); t(compress,'a',1); l(compress,data='ab',selectors=[1,1]); t(compress)
class B:
    def __bool__(s): raise ValueError('bool')
l(compress,'ab',[B()]); l(filterfalse,None,[B()])
l(filterfalse,None,[0,1,'',3]); l(filterfalse,lambda x:x%2,range(10)); l(filterfalse,bool,g(1,0)); t(filterfalse,1); l(filterfalse,1,[1]); l(filterfalse,lambda x:1/x,[1,0]); t(filterfalse,None,1); t(filterfalse,x=1)
l(dropwhile,lambda x:x<3,[1,2,3,1,5]); l(takewhile,lambda x:x<3,[1,2,3,1,5]); l(dropwhile,lambda x:x<3,g(1,5,ValueError('z'))); l(takewhile,lambda x:1/0,[1]); t(dropwhile); t(takewhile,1,2); t(takewhile,1,2,3)
class BT:
    def __init__(s,b): s.b=b
    def __bool__(s): return s.b
l(dropwhile,lambda x:BT(x<2),g(1,2,1)); tw=takewhile(lambda x:x<2,[1,3,1]); print(list(tw),list(tw), tw.__reduce__()[2]); dw=dropwhile(lambda x:x<2,[1,3,1]); print(dw.__reduce__()[2], next(dw), dw.__reduce__()[2]); dw.__setstate__(0); l(lambda:dw)
for k,gr in groupby('aaabbca'): print(k, list(gr), end=' ')
print()
for k,gr in groupby(range(10),lambda x:x//3): print(k, next(gr), end=' ')
print()
print([k for k,_ in groupby('AAbBB',str.lower)], [(k,list(v)) for k,v in groupby(g(1,1,2),key=None)])
it=groupby('aabb'); k,g1=next(it); k,g2=next(it); print(list(g1),list(g2)); t(next,it); it=groupby('aab'); k,g1=next(it); next(it); print(list(g1))
l(groupby,g(1,ValueError('e'))); t(groupby); t(groupby,1); t(groupby,'a',None,1); t(groupby,[1],foo=2); l(groupby,[1],lambda x:1/0)
class EQ:
    def __eq__(s,o): raise RuntimeError('eq')
l(groupby,[EQ(),EQ()]); it=groupby('aab'); print(it.__reduce__()[1][1]); k,gr=next(it); print(it.__reduce__()[2], gr.__reduce__()[1][1]); next(it); print(gr.__reduce__()); it.__setstate__(('v','t','c')); t(it.__setstate__,1); t(it.__setstate__,(1,))
t(itertools._grouper); t(itertools._grouper,1,2)
for a in ((5,),(2,5),(2,None),(None,3),(1,8,2),(0,),(3,2),(None,),(2,None,3)): l(islice,'abcdefgh',*a)
for a in ((-1,),('a',),(1,-2),(1,2,0),(1,2,-1),(1.5,),(1,2,3,4),()): t(islice,'abc',*a)
t(islice); it=islice('abcdef',1,5,2); print(it.__reduce__()[1][1:], it.__reduce__()[2]); next(it); print(it.__reduce__()[1][1:], it.__reduce__()[2]); list(it); print(it.__reduce__()[1][1:], it.__reduce__()[2]); it=islice('abcd',3); it.__setstate__(1); l(lambda:it); x=iter(range(10)); list(islice(x,3)); print(list(x)); x=iter(range(10)); list(islice(x,1,7,4)); print(list(x))
l(pairwise,'abcd'); l(pairwise,'a'); l(pairwise,[]); l(pairwise,g(1,2,3)); t(pairwise,1); t(pairwise); l(pairwise,g(1,2,ValueError('p'))); t(pairwise,'a',1); t(pairwise,iterable='a')
print(repeat(1), repeat('a',3), repeat(1,-5), repeat(object=1,times=2)); l(repeat,1,3); l(repeat,1); t(repeat); t(repeat,1,'a'); t(repeat,1,2,3); t(operator.length_hint,repeat(1)); print(operator.length_hint(repeat(1,5)), repeat(1).__reduce__(), repeat(1,2).__reduce__()); t(repeat,1,foo=2)
l(starmap,pow,[(2,3),(3,2)]); l(starmap,lambda *a:a,g('ab',[1],(2,))); l(starmap,pow,[1]); t(starmap,1); l(starmap,1,[(1,)]); print(starmap(pow,[]).__reduce__()[1][0])
a,b,c=tee(g(1,2,3),3); print(list(a), next(b), list(c), list(b)); print(tee('ab',0), len(tee('ab',1))); t(tee,1); t(tee,'a',-1); t(tee); t(tee,'a','b'); t(tee,'a',1,2)
a,b=tee(range(300)); print(sum(a), sum(b)); a,=tee('abcdef',1); next(a); d=a.__copy__(); x,y=tee(a); print(list(d),list(x),list(y), a is x); print(type(a), type(a.__reduce__()[2][0]), a.__reduce__()[2][1]); z=itertools._tee('ab'); z.__setstate__(a.__reduce__()[2]); print(list(z)); t(z.__setstate__,1); t(z.__setstate__,(1,2)); D=type(a.__reduce__()[2][0]); t(D,1); t(D,iter('a'),[1],3); t(D,iter('a'),3,3); d=D(iter('xyz'),[1,2],None); print(d.__reduce__()[1][1:]); z.__setstate__((d,0)); print(list(z)); t(z.__setstate__,(d,99))
class RE:
    def __iter__(s): return s
    def __next__(s): return next(s.t)
r=RE(); r.t,_=tee(r); t(next,r.t)
l(zip_longest,'abc',[1],g(5,6)); l(zip_longest,'ab','c',fillvalue='-'); l(zip_longest); t(zip_longest,1); t(zip_longest,'a',foo=1); l(zip_longest,[],[]); l(zip_longest,g(1,ValueError('zl')),'ab'); z=zip_longest('abc','d',fillvalue=0); next(z); next(z); print(len(z.__reduce__()[1]), z.__reduce__()[2]); z.__setstate__('F'); l(lambda:z)
a=[]; z=zip_longest(range(3),range(2)); print([x for x in z]); p=pairwise(range(4)); print([x for x in p])
class S(chain): pass
print(list(S('ab')), type(S()));
class C2(count):
    def __new__(cls,*a,x=1): return super().__new__(cls,*a)
t(C2,3,x=2)
import gc; gc.collect()
a=[iter('abc')]*2; print(list(zip_longest(*a)), list(zip(*[iter('abcdef')]*3)))

# expect: ['accumulate', 'batched', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count', 'cycle', 'dropwhile', 'filterfalse', 'groupby', 'islice', 'pairwise', 'permutations', 'product', 'repeat', 'starmap', 'takewhile', 'tee', 'zip_longest']
# expect: __loader__ 16 None ['_ORIGIN', '__dict__', '__firstlineno__', '__static_attributes__', '__weakref__', 'create_module', 'exec_module', 'find_spec', 'get_code', 'get_source', 'is_package', 'load_module']
# expect: _grouper 32 None ['__iter__', '__new__', '__next__', '__reduce__']
# expect: _tee 48 (iterable, /) ['__copy__', '__iter__', '__new__', '__next__', '__reduce__', '__setstate__']
# expect: _tee_dataobject 496 None ['__new__', '__reduce__']
# expect: accumulate 56 (iterable, func=None, *, initial=None) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__']
# expect: batched 40 (iterable, n, *, strict=False) ['__iter__', '__new__', '__next__']
# expect: chain 32 (*iterables) ['__class_getitem__', '__iter__', '__new__', '__next__', '__reduce__', '__setstate__', 'from_iterable']
# expect: combinations 56 (iterable, r) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__', '__sizeof__']
# expect: combinations_with_replacement 56 (iterable, r) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__', '__sizeof__']
# expect: compress 32 (data, selectors) ['__iter__', '__new__', '__next__', '__reduce__']
# expect: count 40 (start=0, step=1) ['__iter__', '__new__', '__next__', '__reduce__', '__repr__']
# expect: cycle 48 (iterable, /) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__']
# expect: dropwhile 40 (predicate, iterable, /) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__']
# expect: filterfalse 32 (function, iterable, /) ['__iter__', '__new__', '__next__', '__reduce__']
# expect: groupby 72 (iterable, key=None) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__']
# expect: islice 56 None ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__']
# expect: pairwise 40 (iterable, /) ['__iter__', '__new__', '__next__']
# expect: permutations 64 (iterable, r=None) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__', '__sizeof__']
# expect: product 48 (*iterables, repeat=1) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__', '__sizeof__']
# expect: repeat 32 None ['__iter__', '__length_hint__', '__new__', '__next__', '__reduce__', '__repr__']
# expect: starmap 32 (function, iterable, /) ['__iter__', '__new__', '__next__', '__reduce__']
# expect: takewhile 40 (predicate, iterable, /) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__']
# expect: zip_longest 56 (*iterables, fillvalue=None) ['__iter__', '__new__', '__next__', '__reduce__', '__setstate__']
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]
# expect: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44]
# expect: [2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0, 11.5, 12.0, 12.5, 13.0, 13.5, 14.0, 14.5, 15.0, 15.5, 16.0, 16.5, 17.0, 17.5, 18.0, 18.5, 19.0, 19.5, 20.0, 20.5, 21.0, 21.5, 22.0]
# expect: [5, 3, 1, -1, -3, -5, -7, -9, -11, -13, -15, -17, -19, -21, -23, -25, -27, -29, -31, -33, -35, -37, -39, -41, -43, -45, -47, -49, -51, -53, -55, -57, -59, -61, -63, -65, -67, -69, -71, -73]
# expect: [9223372036854775805, 9223372036854775806, 9223372036854775807, 9223372036854775808, 9223372036854775809, 9223372036854775810, 9223372036854775811, 9223372036854775812, 9223372036854775813, 9223372036854775814, 9223372036854775815, 9223372036854775816, 9223372036854775817, 9223372036854775818, 9223372036854775819, 9223372036854775820, 9223372036854775821, 9223372036854775822, 9223372036854775823, 9223372036854775824, 9223372036854775825, 9223372036854775826, 9223372036854775827, 9223372036854775828, 9223372036854775829, 9223372036854775830, 9223372036854775831, 9223372036854775832, 9223372036854775833, 9223372036854775834, 9223372036854775835, 9223372036854775836, 9223372036854775837, 9223372036854775838, 9223372036854775839, 9223372036854775840, 9223372036854775841, 9223372036854775842, 9223372036854775843, 9223372036854775844]
# expect: [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37]
# expect: [4503599627370493, 4503599627370494, 4503599627370495, 4503599627370496, 4503599627370497, 4503599627370498, 4503599627370499, 4503599627370500, 4503599627370501, 4503599627370502, 4503599627370503, 4503599627370504, 4503599627370505, 4503599627370506, 4503599627370507, 4503599627370508, 4503599627370509, 4503599627370510, 4503599627370511, 4503599627370512, 4503599627370513, 4503599627370514, 4503599627370515, 4503599627370516, 4503599627370517, 4503599627370518, 4503599627370519, 4503599627370520, 4503599627370521, 4503599627370522, 4503599627370523, 4503599627370524, 4503599627370525, 4503599627370526, 4503599627370527, 4503599627370528, 4503599627370529, 4503599627370530, 4503599627370531, 4503599627370532]
# expect: TypeError a number is required
# expect: TypeError a number is required
# expect: TypeError count() takes at most 2 arguments (3 given)
# expect: count(3, 2)
# expect: TypeError count() got an unexpected keyword argument 'foo'
# expect: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]
# expect: count(0) count(5) count(5) count(5, 2) count(1.5) count(0, 1.0) count(1180591620717411303424) count(-3)
# expect: count(6) (<class 'itertools.count'>, (6,))
# expect: count(3.5, 2) (<class 'itertools.count'>, (3.5, 2))
# expect: [I1, I3, I5, I7, I9, I11, I13, I15, I17, I19, I21, I23, I25, I27, I29, I31, I33, I35, I37, I39, I41, I43, I45, I47, I49, I51, I53, I55, I57, I59, I61, I63, I65, I67, I69, I71, I73, I75, I77, I79]
# expect: count(I1, I3)
# expect: ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a']
# expect: []
# expect: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]
# expect: TypeError cycle expected 1 argument, got 0
# expect: TypeError 'int' object is not iterable
# expect: ValueError q
# expect: TypeError cycle() takes no keyword arguments
# expect: <class 'itertools.cycle'> (['a'], False)
# expect: (['a', 'b', 'c'], True) ['a', 'b', 'c']
# expect: ['a', 'b', 'c', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x', 'y', 'x']
# expect: TypeError state is not a tuple
# expect: TypeError argument 1 must be list, not int
# expect: TypeError function takes exactly 2 arguments (1 given)
# expect: [1, 3, 6]
# expect: [1, 2, 6]
# expect: [10, 11, 13, 16]
# expect: [5]
# expect: []
# expect: [1, 12, 123]
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError accumulate() missing required argument 'iterable' (pos 1)
# expect: TypeError 'int' object is not iterable
# expect: TypeError accumulate() takes at most 2 positional arguments (3 given)
# expect: [1, 2]
# expect: [I1, I3]
# expect: TypeError accumulate() got an unexpected keyword argument 'foo'
# expect: ['a', 'ab', 'abc']
# expect: None
# expect: 3
# expect: [103]
# expect: (None,) None
# expect: [4, 1, 2]
# expect: <class 'type'> (1, None)
# expect: [('a',), ('b',), ('c',), ('d',), ('e',), ('f',), ('g',)]
# expect: [('a', 'b'), ('c', 'd'), ('e', 'f'), ('g',)]
# expect: [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)]
# expect: [('a', 'b', 'c', 'd', 'e'), ('f', 'g')]
# expect: [(1, 2), (3,)]
# expect: ValueError batched(): incomplete batch
# expect: [('a', 'b'), ('c', 'd')]
# expect: ValueError n must be at least one
# expect: TypeError batched() missing required argument 'n' (pos 2)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'int' object is not iterable
# expect: [('a',), ('b',)]
# expect: []
# expect: ValueError x
# expect: TypeError batched() takes exactly 2 positional arguments (3 given)
# expect: []
# expect: TypeError batched() missing required argument 'iterable' (pos 1)
# expect: ['a', 'b', 1, 2, 'c']
# expect: []
# expect: TypeError 'int' object is not iterable
# expect: ['a', 'b', 'c', 'd']
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError chain() takes no keyword arguments
# expect: (<class 'itertools.chain'>, ())
# expect: ['b', 'c', 'd']
# expect: (<class 'itertools.chain'>, ())
# expect: TypeError state is not a tuple
# expect: TypeError function takes at least 1 argument (0 given)
# expect: TypeError Arguments must be iterators.
# expect: TypeError function takes at most 2 arguments (3 given)
# expect: ['q', 'x', 'y']
# expect: itertools.chain[int]
# expect: [()]
# expect: [()]
# expect: [()]
# expect: [('a',), ('b',), ('c',), ('d',)]
# expect: [('a',), ('b',), ('c',)]
# expect: [('a',), ('b',), ('c',), ('d',)]
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
# expect: [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')]
# expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'a'), ('b', 'c'), ('b', 'd'), ('c', 'a'), ('c', 'b'), ('c', 'd'), ('d', 'a'), ('d', 'b'), ('d', 'c')]
# expect: [('a', 'b', 'c'), ('a', 'b', 'd'), ('a', 'c', 'd'), ('b', 'c', 'd')]
# expect: [('a', 'a', 'a'), ('a', 'a', 'b'), ('a', 'a', 'c'), ('a', 'b', 'b'), ('a', 'b', 'c'), ('a', 'c', 'c'), ('b', 'b', 'b'), ('b', 'b', 'c'), ('b', 'c', 'c'), ('c', 'c', 'c')]
# expect: [('a', 'b', 'c'), ('a', 'b', 'd'), ('a', 'c', 'b'), ('a', 'c', 'd'), ('a', 'd', 'b'), ('a', 'd', 'c'), ('b', 'a', 'c'), ('b', 'a', 'd'), ('b', 'c', 'a'), ('b', 'c', 'd'), ('b', 'd', 'a'), ('b', 'd', 'c'), ('c', 'a', 'b'), ('c', 'a', 'd'), ('c', 'b', 'a'), ('c', 'b', 'd'), ('c', 'd', 'a'), ('c', 'd', 'b'), ('d', 'a', 'b'), ('d', 'a', 'c'), ('d', 'b', 'a'), ('d', 'b', 'c'), ('d', 'c', 'a'), ('d', 'c', 'b')]
# expect: [('a', 'b', 'c', 'd')]
# expect: [('a', 'a', 'a', 'a'), ('a', 'a', 'a', 'b'), ('a', 'a', 'a', 'c'), ('a', 'a', 'b', 'b'), ('a', 'a', 'b', 'c'), ('a', 'a', 'c', 'c'), ('a', 'b', 'b', 'b'), ('a', 'b', 'b', 'c'), ('a', 'b', 'c', 'c'), ('a', 'c', 'c', 'c'), ('b', 'b', 'b', 'b'), ('b', 'b', 'b', 'c'), ('b', 'b', 'c', 'c'), ('b', 'c', 'c', 'c'), ('c', 'c', 'c', 'c')]
# expect: [('a', 'b', 'c', 'd'), ('a', 'b', 'd', 'c'), ('a', 'c', 'b', 'd'), ('a', 'c', 'd', 'b'), ('a', 'd', 'b', 'c'), ('a', 'd', 'c', 'b'), ('b', 'a', 'c', 'd'), ('b', 'a', 'd', 'c'), ('b', 'c', 'a', 'd'), ('b', 'c', 'd', 'a'), ('b', 'd', 'a', 'c'), ('b', 'd', 'c', 'a'), ('c', 'a', 'b', 'd'), ('c', 'a', 'd', 'b'), ('c', 'b', 'a', 'd'), ('c', 'b', 'd', 'a'), ('c', 'd', 'a', 'b'), ('c', 'd', 'b', 'a'), ('d', 'a', 'b', 'c'), ('d', 'a', 'c', 'b'), ('d', 'b', 'a', 'c'), ('d', 'b', 'c', 'a'), ('d', 'c', 'a', 'b'), ('d', 'c', 'b', 'a')]
# expect: []
# expect: [('a', 'a', 'a', 'a', 'a'), ('a', 'a', 'a', 'a', 'b'), ('a', 'a', 'a', 'a', 'c'), ('a', 'a', 'a', 'b', 'b'), ('a', 'a', 'a', 'b', 'c'), ('a', 'a', 'a', 'c', 'c'), ('a', 'a', 'b', 'b', 'b'), ('a', 'a', 'b', 'b', 'c'), ('a', 'a', 'b', 'c', 'c'), ('a', 'a', 'c', 'c', 'c'), ('a', 'b', 'b', 'b', 'b'), ('a', 'b', 'b', 'b', 'c'), ('a', 'b', 'b', 'c', 'c'), ('a', 'b', 'c', 'c', 'c'), ('a', 'c', 'c', 'c', 'c'), ('b', 'b', 'b', 'b', 'b'), ('b', 'b', 'b', 'b', 'c'), ('b', 'b', 'b', 'c', 'c'), ('b', 'b', 'c', 'c', 'c'), ('b', 'c', 'c', 'c', 'c'), ('c', 'c', 'c', 'c', 'c')]
# expect: []
# expect: TypeError combinations() missing required argument 'iterable' (pos 1)
# expect: ValueError r must be non-negative
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'int' object is not iterable
# expect: TypeError combinations() takes at most 2 arguments (3 given)
# expect: [()]
# expect: [('a', 'b')]
# expect: TypeError combinations() missing required argument 'r' (pos 2)
# expect: []
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ((('a', 'b', 'c', 'd'), 2),)
# expect: ((('a', 'b', 'c', 'd'), 2), (0, 2)) 88
# expect: [('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
# expect: [('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')]
# expect: (((), 2),)
# expect: ValueError invalid arguments
# expect: ValueError invalid arguments
# expect: TypeError an integer is required
# expect: ('a', 'b') ('a', 'c') True
# expect: TypeError combinations_with_replacement() missing required argument 'iterable' (pos 1)
# expect: ValueError r must be non-negative
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'int' object is not iterable
# expect: TypeError combinations_with_replacement() takes at most 2 arguments (3 given)
# expect: [()]
# expect: [('a', 'a'), ('a', 'b'), ('b', 'b')]
# expect: TypeError combinations_with_replacement() missing required argument 'r' (pos 2)
# expect: []
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ((('a', 'b', 'c', 'd'), 2),)
# expect: ((('a', 'b', 'c', 'd'), 2), (0, 1)) 88
# expect: [('a', 'c'), ('a', 'd'), ('b', 'b'), ('b', 'c'), ('b', 'd'), ('c', 'c'), ('c', 'd'), ('d', 'd')]
# expect: [('a', 'c'), ('a', 'd'), ('b', 'b'), ('b', 'c'), ('b', 'd'), ('c', 'c'), ('c', 'd'), ('d', 'd')]
# expect: (((), 2),)
# expect: ValueError invalid arguments
# expect: ValueError invalid arguments
# expect: TypeError an integer is required
# expect: ('a', 'a') ('a', 'b') True
# expect: TypeError permutations() missing required argument 'iterable' (pos 1)
# expect: ValueError r must be non-negative
# expect: TypeError Expected int as r
# expect: TypeError 'int' object is not iterable
# expect: TypeError permutations() takes at most 2 arguments (3 given)
# expect: [()]
# expect: [('a', 'b'), ('b', 'a')]
# expect: TypeError permutations() got an unexpected keyword argument 'foo'
# expect: []
# expect: TypeError Expected int as r
# expect: ((('a', 'b', 'c', 'd'), 2),)
# expect: ((('a', 'b', 'c', 'd'), 2), ((0, 2, 1, 3), (4, 2))) 128
# expect: [('a', 'd'), ('b', 'a'), ('b', 'c'), ('b', 'd'), ('c', 'a'), ('c', 'b'), ('c', 'd'), ('d', 'a'), ('d', 'b'), ('d', 'c')]
# expect: [('a', 'd'), ('b', 'a'), ('b', 'c'), ('b', 'd'), ('c', 'a'), ('c', 'b'), ('c', 'd'), ('d', 'a'), ('d', 'b'), ('d', 'c')]
# expect: (((), 2),)
# expect: TypeError state is not a tuple
# expect: TypeError function takes exactly 2 arguments (1 given)
# expect: TypeError argument 1 must be tuple, not str
# expect: ('a', 'b') ('a', 'c') True
# expect: [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')]
# expect: [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')]
# expect: [()]
# expect: [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]
# expect: [('a', 'c'), ('a', 'c'), ('c', 'c'), ('c', 'a')]
# expect: [()]
# expect: [('a', 0), ('a', 1), ('b', 0), ('b', 1)]
# expect: [('a', 'a', 'a'), ('a', 'a', 'b'), ('a', 'b', 'a'), ('a', 'b', 'b'), ('b', 'a', 'a'), ('b', 'a', 'b'), ('b', 'b', 'a'), ('b', 'b', 'b')]
# expect: []
# expect: [()]
# expect: [(1, 3), (2, 3)]
# expect: ValueError repeat argument cannot be negative
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError product() got an unexpected keyword argument 'foo'
# expect: TypeError 'int' object is not iterable
# expect: []
# expect: ((('a', 'b', 'c'), ('a', 'b', 'c')),)
# expect: ((('a', 'b', 'c'), ('a', 'b', 'c')), (0, 1)) 80
# expect: [('c', 'c')]
# expect: (((),),)
# expect: ('c', 'b')
# expect: ValueError invalid arguments
# expect: ValueError invalid arguments
# expect: []
# expect: ['a', 'c', 'e', 'f']
# expect: ['a', 'b']
# expect: [3]
# expect: TypeError compress() missing required argument 'selectors' (pos 2)
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: ['a', 'b']
# expect: TypeError compress() missing required argument 'data' (pos 1)
# expect: ValueError bool
# expect: ValueError bool
# expect: [0, '']
# expect: [0, 2, 4, 6, 8]
# expect: [0]
# expect: TypeError filterfalse expected 2 arguments, got 1
# expect: TypeError 'int' object is not callable
# expect: ZeroDivisionError division by zero
# expect: TypeError 'int' object is not iterable
# expect: TypeError filterfalse() takes no keyword arguments
# expect: [3, 1, 5]
# expect: [1, 2]
# expect: ValueError z
# expect: ZeroDivisionError division by zero
# expect: TypeError dropwhile expected 2 arguments, got 0
# expect: TypeError 'int' object is not iterable
# expect: TypeError takewhile expected 2 arguments, got 3
# expect: [2, 1]
# expect: [1] [] 1
# expect: 0 3 1
# expect: []
# expect-json: "a ['a', 'a', 'a'] b ['b', 'b'] c ['c'] a ['a'] "
# expect-json: "0 0 1 3 2 6 3 9 "
# expect: ['a', 'b'] [(1, [1, 1]), (2, [2])]
# expect: [] ['b', 'b']
# expect-json: "StopIteration "
# expect: []
# expect: ValueError e
# expect: TypeError groupby() missing required argument 'iterable' (pos 1)
# expect: TypeError 'int' object is not iterable
# expect: TypeError groupby() takes at most 2 arguments (3 given)
# expect: TypeError groupby() got an unexpected keyword argument 'foo'
# expect: ZeroDivisionError division by zero
# expect: RuntimeError eq
# expect: None
# expect: ('a', 'a', 'a') a
# expect: (<built-in function iter>, ((),))
# expect: TypeError state is not a tuple
# expect: TypeError function takes exactly 3 arguments (1 given)
# expect: TypeError _grouper expected 2 arguments, got 0
# expect: TypeError _grouper() argument 1 must be itertools.groupby, not int
# expect: ['a', 'b', 'c', 'd', 'e']
# expect: ['c', 'd', 'e']
# expect: ['c', 'd', 'e', 'f', 'g', 'h']
# expect: ['a', 'b', 'c']
# expect: ['b', 'd', 'f', 'h']
# expect: []
# expect: []
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
# expect: ['c', 'f']
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Step for islice() must be a positive integer or None.
# expect: ValueError Step for islice() must be a positive integer or None.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: TypeError islice expected at most 4 arguments, got 5
# expect: TypeError islice expected at least 2 arguments, got 1
# expect: TypeError islice expected at least 2 arguments, got 0
# expect: (1, 5, 2) 0
# expect: (3, 5, 2) 2
# expect: (0,) 0
# expect: ['a', 'b']
# expect: [3, 4, 5, 6, 7, 8, 9]
# expect: [7, 8, 9]
# expect: [('a', 'b'), ('b', 'c'), ('c', 'd')]
# expect: []
# expect: []
# expect: [(1, 2), (2, 3)]
# expect: TypeError 'int' object is not iterable
# expect: TypeError pairwise expected 1 argument, got 0
# expect: ValueError p
# expect: TypeError pairwise expected 1 argument, got 2
# expect: TypeError pairwise() takes no keyword arguments
# expect: repeat(1) repeat('a', 3) repeat(1, 0) repeat(1, 2)
# expect: [1, 1, 1]
# expect: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
# expect: TypeError repeat() missing required argument 'object' (pos 1)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError repeat() takes at most 2 arguments (3 given)
# expect: 0
# expect: 5 (<class 'itertools.repeat'>, (1,)) (<class 'itertools.repeat'>, (1, 2))
# expect: TypeError repeat() got an unexpected keyword argument 'foo'
# expect: [8, 9]
# expect: [('a', 'b'), (1,), (2,)]
# expect: TypeError 'int' object is not iterable
# expect: TypeError starmap expected 2 arguments, got 1
# expect: TypeError 'int' object is not callable
# expect: <built-in function pow>
# expect: [1, 2, 3] 1 [1, 2, 3] [2, 3]
# expect: () 1
# expect: TypeError 'int' object is not iterable
# expect: ValueError n must be >= 0
# expect: TypeError tee expected at least 1 argument, got 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError tee expected at most 2 arguments, got 3
# expect: 44850 44850
# expect: ['b', 'c', 'd', 'e', 'f'] ['b', 'c', 'd', 'e', 'f'] ['b', 'c', 'd', 'e', 'f'] True
# expect: <class 'itertools._tee'> <class 'itertools._tee_dataobject'> 6
# expect: []
# expect: TypeError state is not a tuple
# expect: TypeError argument 1 must be itertools._tee_dataobject, not int
# expect: TypeError teedataobject expected 3 arguments, got 1
# expect: ValueError Invalid arguments
# expect: TypeError teedataobject() argument 2 must be list, not int
# expect: ([1, 2], None)
# expect: [1, 2, 'x', 'y', 'z']
# expect: ValueError Index out of range
# expect: RuntimeError cannot re-enter the tee iterator
# expect: [('a', 1, 5), ('b', None, 6), ('c', None, None)]
# expect: [('a', 'c'), ('b', '-')]
# expect: []
# expect: TypeError 'int' object is not iterable
# expect: TypeError zip_longest() got an unexpected keyword argument
# expect: []
# expect: ValueError zl
# expect: 2 0
# expect: [('c', 'F')]
# expect: [(0, 0), (1, 1), (2, None)]
# expect: [(0, 1), (1, 2), (2, 3)]
# expect: ['a', 'b'] <class '__main__.S'>
# expect: C2(3)
# expect: [('a', 'b'), ('c', None)] [('a', 'b', 'c'), ('d', 'e', 'f')]
