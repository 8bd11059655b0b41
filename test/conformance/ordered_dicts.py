from collections import OrderedDict as O, deque
import sys
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
print(O.__module__, O(), O(a=1), O({'x':1,'y':2},z=3), O([('a',1),('b',2)]), O([[1,2]]))
t(O,1); t(O,1,2); t(O,[(1,)]); t(O,[()]); t(O,[(1,2,3)]); t(O,[1])
o=O((c,i) for i,c in enumerate('abcdefgh'))
print(sys.getsizeof(O()), sys.getsizeof(O(a=1)), sys.getsizeof(o), sys.getsizeof(O(zip(range(50),range(50)))))
o.move_to_end('c'); o.move_to_end('f',last=False); o.move_to_end('f',False); print(o, list(o), list(reversed(o)), list(o.items()), list(reversed(o.values())), o.keys(), o.values(), o.items())
t(o.move_to_end,'zz'); t(O().move_to_end,1)
print(o.popitem(), o.popitem(last=False), o.popitem(0)); t(O().popitem); t(O().popitem,False)
print(o.pop('d'), o.pop('q',5)); t(o.pop,'q'); t(o.pop); t(o.pop,1,2,3)
print(o.pop(key='b'), o.pop(key='b', default=None), o)
o['z']=1; del o['z']; t(o.__delitem__,'nope'); o['e']=7; print(o)
print(o.setdefault('e'), o.setdefault('new'), o.setdefault('n2',5), o.setdefault(key='n3',default=[]), o)
print(o==O(o), o==dict(o), dict(o)==o, O(a=1,b=2)==O(b=2,a=1), O(a=1,b=2)!=O(b=2,a=1), O(a=1,b=2)=={'b':2,'a':1}, O()==1, O()!={})
t(lambda: O()<O())
c=o.copy(); print(c, type(c)); c.clear(); print(c, len(c)); c['x']=1; print(c)
o.update(a=5); o.update({'b':6}); o.update([('c',7)],d=8); o.update(); print(o); t(o.update,1); t(o.update,1,2)
class K:
    def keys(s): return ['k1','k2']
    def __getitem__(s,k): return k*2
class I:
    def items(s): return [('i1',1)]
class PK:
    def __getattr__(s,n): raise RuntimeError(n)
o.update(K()); o.update(I()); print(o); t(o.update,PK())
print(o|{'zz':1}, {'zz':1}|O(a=1), type({}|O())); t(lambda: o|[1]); x=O(a=1); x|=[('b',2)]; x|={'c':3}; print(x); t(lambda: [1]|O())
print(O.fromkeys('abc'), O.fromkeys('ab',1), O.fromkeys(iterable='ab',value=2))
it=iter(o); next(it); o['mut']=1; t(next,it); t(next,it)
it=iter(o); o.move_to_end('e'); t(next,it)
it=iter(o.items()); a=next(it); b=next(it); print(a,b, it.__reduce__(), list(it)==list(o.items())[2:]); print(it.__reduce__())
it=iter(o); del o['mut']; t(next,it)
it=iter(o.keys()); print(type(it), type(o.keys()), type(o.items()), o.keys().mapping==o); t(type(it)); t(type(o.keys()))
print(o.__reduce__()[:4], list(o.__reduce__()[4])[:2])
o.foo=3; print(o.__dict__, o.foo, o.__reduce__()[2]); o.__dict__={'b':1}; print(o.b); t(setattr,o,'__dict__',3)
class S(O):
    def __setitem__(s,k,v): print('set',k); super().__setitem__(k,v)
    def __delitem__(s,k): print('del',k); super().__delitem__(k)
    def __missing__(s,k): return 'miss'+k
s=S(a=1); s.update(b=2); s.update([('c',3)]); s.update({'d':4}); s|={'e':5}; print(s, s['q'], s.pop('a'), s.popitem(), s.setdefault('zz',1), s.copy())
print(s|{'m':1}, type(s|{})); print(S.fromkeys('ab'))
class Q(O):
    __slots__=()
    def items(self): return [(1,2)]
print(Q(a=1))
d=O(); d['self']=d; print(d); 
print(o.keys()&{'a','b'}, sorted(o.keys()|{'qq'}), ('a',5) in o.items(), o.keys()=={*o}, 5 in o.values())
o2=O.fromkeys(range(1000))
for i in range(0,1000,2): del o2[i]
for i in range(1,1000,4): o2.move_to_end(i)
print(list(o2)[:10], list(o2)[-5:], sys.getsizeof(o2))
for i in range(2000): o2['s%d'%i]=i
print(sys.getsizeof(o2), len(o2))
class H:
    def __init__(s,v): s.v=v
    def __hash__(s): return 1
    def __eq__(s,o): return s.v==o.v
    def __repr__(s): return 'H%d'%s.v
h=O((H(i),i) for i in range(20)); h.move_to_end(H(3)); print(h); h.pop(H(5)); print(h.popitem(False), h==O(h)); 
print(dict(h), {**h}, list(dict(h)), list(h.copy()))
m=O(a=1,b=2); m.move_to_end('a'); print(dict(m), {**m}, dict.copy(m) if hasattr(dict,'copy') else 0, (lambda **k:k)(**m), m.items(), [*m])
match m:
    case {'a':1,**r}: print(r)
import gc
gc.collect()
class C: pass
c=C(); c.o=O(); c.o[c]=c; 
import _weakref
w=_weakref.ref(c); del c; gc.collect(); print(w())
try:
    for k in m: m['n'+k]=1
except RuntimeError as e: print(e)
try:
    for k in m: m.clear()
except RuntimeError as e: print(e)
t(O.__init__); t(O.update); t(dict.__init__, O(), 5)

# expect: collections OrderedDict() OrderedDict({'a': 1}) OrderedDict({'x': 1, 'y': 2, 'z': 3}) OrderedDict({'a': 1, 'b': 2}) OrderedDict({1: 2})
# expect: TypeError 'int' object is not iterable
# expect: TypeError expected at most 1 arguments, got 2
# expect: ValueError need more than 1 value to unpack
# expect: ValueError need more than 0 values to unpack
# expect: ValueError too many values to unpack (expected 2)
# expect: TypeError 'int' object is not iterable
# expect: 128 344 720 4952
# expect: OrderedDict({'f': 5, 'a': 0, 'b': 1, 'd': 3, 'e': 4, 'g': 6, 'h': 7, 'c': 2}) ['f', 'a', 'b', 'd', 'e', 'g', 'h', 'c'] ['c', 'h', 'g', 'e', 'd', 'b', 'a', 'f'] [('f', 5), ('a', 0), ('b', 1), ('d', 3), ('e', 4), ('g', 6), ('h', 7), ('c', 2)] [2, 7, 6, 4, 3, 1, 0, 5] odict_keys(['f', 'a', 'b', 'd', 'e', 'g', 'h', 'c']) odict_values([5, 0, 1, 3, 4, 6, 7, 2]) odict_items([('f', 5), ('a', 0), ('b', 1), ('d', 3), ('e', 4), ('g', 6), ('h', 7), ('c', 2)])
# expect: KeyError 'zz'
# expect: KeyError 1
# expect: ('c', 2) ('f', 5) ('a', 0)
# expect: KeyError 'dictionary is empty'
# expect: KeyError 'dictionary is empty'
# expect: 3 5
# expect: KeyError 'q'
# expect: TypeError pop() missing required argument 'key' (pos 1)
# expect: TypeError pop() takes at most 2 arguments (3 given)
# expect: 1 None OrderedDict({'e': 4, 'g': 6, 'h': 7})
# expect: KeyError 'nope'
# expect: OrderedDict({'e': 7, 'g': 6, 'h': 7})
# expect: 7 None 5 [] OrderedDict({'e': 7, 'g': 6, 'h': 7, 'new': None, 'n2': 5, 'n3': []})
# expect: True True True False True True False False
# expect: TypeError '<' not supported between instances of 'collections.OrderedDict' and 'collections.OrderedDict'
# expect: OrderedDict({'e': 7, 'g': 6, 'h': 7, 'new': None, 'n2': 5, 'n3': []}) <class 'collections.OrderedDict'>
# expect: OrderedDict() 0
# expect: OrderedDict({'x': 1})
# expect: OrderedDict({'e': 7, 'g': 6, 'h': 7, 'new': None, 'n2': 5, 'n3': [], 'a': 5, 'b': 6, 'c': 7, 'd': 8})
# expect: TypeError 'int' object is not iterable
# expect: TypeError update() takes at most 1 positional argument (2 given)
# expect: OrderedDict({'e': 7, 'g': 6, 'h': 7, 'new': None, 'n2': 5, 'n3': [], 'a': 5, 'b': 6, 'c': 7, 'd': 8, 'k1': 'k1k1', 'k2': 'k2k2', 'i1': 1})
# expect: RuntimeError keys
# expect: OrderedDict({'e': 7, 'g': 6, 'h': 7, 'new': None, 'n2': 5, 'n3': [], 'a': 5, 'b': 6, 'c': 7, 'd': 8, 'k1': 'k1k1', 'k2': 'k2k2', 'i1': 1, 'zz': 1}) OrderedDict({'zz': 1, 'a': 1}) <class 'collections.OrderedDict'>
# expect: TypeError unsupported operand type(s) for |: 'collections.OrderedDict' and 'list'
# expect: OrderedDict({'a': 1, 'b': 2, 'c': 3})
# expect: TypeError unsupported operand type(s) for |: 'list' and 'collections.OrderedDict'
# expect: OrderedDict({'a': None, 'b': None, 'c': None}) OrderedDict({'a': 1, 'b': 1}) OrderedDict({'a': 2, 'b': 2})
# expect: RuntimeError OrderedDict mutated during iteration
# expect-json: "StopIteration "
# expect: RuntimeError OrderedDict mutated during iteration
# expect: ('g', 6) ('h', 7) (<built-in function iter>, ([('new', None), ('n2', 5), ('n3', []), ('a', 5), ('b', 6), ('c', 7), ('d', 8), ('k1', 'k1k1'), ('k2', 'k2k2'), ('i1', 1), ('mut', 1), ('e', 7)],)) True
# expect: (<built-in function iter>, ([],))
# expect: RuntimeError OrderedDict mutated during iteration
# expect: <class 'odict_iterator'> <class 'odict_keys'> <class 'odict_items'> True
# expect: TypeError cannot create 'odict_iterator' instances
# expect: TypeError cannot create 'odict_keys' instances
# expect: (<class 'collections.OrderedDict'>, (), None, None) [('g', 6), ('h', 7)]
# expect: {'foo': 3} 3 {'foo': 3}
# expect: 1
# expect: TypeError __dict__ must be set to a dictionary, not a 'int'
# expect: set a
# expect: set b
# expect: set c
# expect: set d
# expect: set e
# expect: set zz
# expect: set b
# expect: set c
# expect: set d
# expect: set zz
# expect: S({'b': 2, 'c': 3, 'd': 4, 'zz': 1}) missq 1 ('e', 5) 1 S({'b': 2, 'c': 3, 'd': 4, 'zz': 1})
# expect: set b
# expect: set c
# expect: set d
# expect: set zz
# expect: set m
# expect: set b
# expect: set c
# expect: set d
# expect: set zz
# expect: S({'b': 2, 'c': 3, 'd': 4, 'zz': 1, 'm': 1}) <class '__main__.S'>
# expect: set a
# expect: set b
# expect: S({'a': None, 'b': None})
# expect: Q({'a': 1})
# expect: OrderedDict({'self': ...})
# expect: {'a', 'b'} ['a', 'b', 'c', 'd', 'e', 'g', 'h', 'i1', 'k1', 'k2', 'n2', 'n3', 'new', 'qq'] True True True
# expect: [3, 7, 11, 15, 19, 23, 27, 31, 35, 39] [981, 985, 989, 993, 997] 69400
# expect: 186640 2500
# expect: OrderedDict({H0: 0, H1: 1, H2: 2, H4: 4, H5: 5, H6: 6, H7: 7, H8: 8, H9: 9, H10: 10, H11: 11, H12: 12, H13: 13, H14: 14, H15: 15, H16: 16, H17: 17, H18: 18, H19: 19, H3: 3})
# expect: (H0, 0) True
# expect: {H1: 1, H2: 2, H4: 4, H6: 6, H7: 7, H8: 8, H9: 9, H10: 10, H11: 11, H12: 12, H13: 13, H14: 14, H15: 15, H16: 16, H17: 17, H18: 18, H19: 19, H3: 3} {H1: 1, H2: 2, H4: 4, H6: 6, H7: 7, H8: 8, H9: 9, H10: 10, H11: 11, H12: 12, H13: 13, H14: 14, H15: 15, H16: 16, H17: 17, H18: 18, H19: 19, H3: 3} [H1, H2, H4, H6, H7, H8, H9, H10, H11, H12, H13, H14, H15, H16, H17, H18, H19, H3] [H1, H2, H4, H6, H7, H8, H9, H10, H11, H12, H13, H14, H15, H16, H17, H18, H19, H3]
# expect: {'b': 2, 'a': 1} {'b': 2, 'a': 1} {'b': 2, 'a': 1} {'b': 2, 'a': 1} odict_items([('b', 2), ('a', 1)]) ['b', 'a']
# expect: {'b': 2}
# expect: None
# expect: OrderedDict mutated during iteration
# expect: OrderedDict mutated during iteration
# expect: TypeError descriptor '__init__' of 'collections.OrderedDict' object needs an argument
# expect: TypeError unbound method OrderedDict.update() needs an argument
# expect: TypeError 'int' object is not iterable
