# What FrameLocalsProxy takes for a name, code objects of another kind, methods that yield from looks up, coroutines never
# awaited, and the modules that type parameters are of.
import sys, warnings, gc
def err(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class SS(str): pass
class Imp:
    def __repr__(self): return "Imp"
    def __init__(s,n): s.n=n
    def __hash__(self): return hash(self.n)
    def __eq__(self,o): print('eq', o); return o==self.n
class BadEq:
    def __repr__(self): return "BadEq"
    def __hash__(self): return hash('x')
    def __eq__(self,o): raise ZeroDivisionError('eq')
def f(x, *a, **k):
    y=2
    p=sys._getframe().f_locals
    for key in 'x','y','late','none',SS('x'),SS('late'),SS('nope'),Imp('x'),Imp('late'),Imp('nope'),BadEq(),3,(),[],None:
        err(lambda: p[key]); err(lambda: key in p); err(lambda: p.get(key,'def'))
        def st(): p[key]=7; return list(map(repr,map(type,p.keys()))), sorted(map(str,p.keys()))
        err(st)
        err(lambda: p.setdefault(key,'sd'))
        def dl(): del p[key]
        err(dl)
    late=3
    def inner(): return late, y
    err(lambda: p.update({SS('y'):7})); print(y)
    err(lambda: (p|{SS('y'):8}).__len__()); print(y)
    p |= {Imp('late'): 11}; print(late)
    return len(p)
print(f(1,2,z=3))
def w(fr):
    l=fr.f_locals
    try: l['q2']='hidden?'; l['z']=5
    except Exception as e: print(type(e),e)
    return sorted(str(k) for k in l.keys() if not str(k).startswith('__'))
class Z:
    z=1
    r=[ (lambda: 0, sys._getframe().f_locals.__class__.__name__, list(sys._getframe().f_locals)) for q in range(1)]
    print(r[0][1:])
    r2=[(w(sys._getframe()), q2) for q2 in range(2)]
    print(r2, z)
r2=[(type(sys._getframe().f_locals).__name__, [k for k in sys._getframe().f_locals if k.startswith('q')]) for q3 in range(2)]
print(r2)
def h():
    global gg
    l=[ (sys._getframe().f_locals.__setitem__('q4', 9), q4) for q4 in range(2)]
    print(l)
    return list(sys._getframe().f_locals.items())
print(h())
# __code__ kinds
def A(): pass
def B(): yield
async def C(): pass
async def D(): yield
for a in A,B,C,D:
    for b in A,B,C,D:
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter('always')
            old=b.__code__
            b.__code__=a.__code__
            print([(str(x.message),x.lineno) for x in w])
            b.__code__=old
        with warnings.catch_warnings():
            warnings.simplefilter('error')
            try: b.__code__=a.__code__
            except DeprecationWarning as e: print('err', b.__code__ is old)
            
        b.__code__ is old or setattr(b,'__code__',old) if False else None
# send lookups
class It:
    def __init__(s): s.send=lambda v: ('own',v)
    def __iter__(s): return s
    def __next__(s): return 'next'
    def send(s,v): return ('cls',v)
def g(): r=yield from It(); return r
x=g(); print(next(x), x.send(5), x.send(None))
class It2(It):
    def __init__(s): pass
    def __getattr__(s,n): print('ga',n); raise AttributeError(n)
    send=property(lambda s: (_ for _ in ()).throw(KeyError('prop')))
def g2(): yield from It2()
x=g2(); print(next(x)); err(lambda: x.send(5))
x=g2(); print(next(x)); err(lambda: x.throw(ValueError('t')))
x=g2(); print(next(x)); err(lambda: x.close())
class Aw:
    def __await__(s): return It()
async def co(): return await Aw()
c=co(); print(c.send(None), c.send(3)); 
# unawaited
import io
def unaw(fn):
    orig=warnings._warn_unawaited_coroutine
    out=[]
    old=sys.unraisablehook
    sys.unraisablehook=lambda u: out.append((u.exc_type.__name__, str(u.exc_value), repr(type(u.object)), u.err_msg))
    try:
        if fn is None: del warnings._warn_unawaited_coroutine
        elif fn!=1: warnings._warn_unawaited_coroutine=fn
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter('always')
            C()
            gc.collect()
            print([str(m.message) for m in w], out)
        out.clear()
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter('error')
            C()
            print([str(m.message) for m in w], out)
    finally:
        warnings._warn_unawaited_coroutine=orig; sys.unraisablehook=old
unaw(1)
unaw(lambda c: 1/0)
unaw(None)
def rw(c): raise RuntimeWarning('mine')
unaw(rw)
unaw(3)
# dir of aliases, modules of parameters
import typing, types
print([n for n in dir(list[int]) if n not in dir(list)], dir(types.GenericAlias(3,int))[:5], [n for n in dir(dict[int,str]) if n.startswith('__d')])
class Meta(type):
    def __dir__(c): return ['zz','aa','__args__']
class MM(metaclass=Meta): 
    def __dir__(s): return 'no'
print(dir(types.GenericAlias(MM,(int,))), dir(types.GenericAlias(MM(),(int,))))
class BadDir(type):
    def __dir__(c): return 3
class BD(metaclass=BadDir): pass
err(lambda: dir(types.GenericAlias(BD,int)))
def mk(glob):
    exec('import typing\nT=typing.TypeVar("T")\nP=typing.ParamSpec("P")\nQ=typing.TypeVarTuple("Q")\nN=typing.NewType("N",int)\nA=typing.TypeAliasType("A",int)\ntype X[Y]=int\ndef f[Z](): return Z\nF=f()\ndef mk(): return typing.TypeVar("MK")', glob)
    f=glob['mk']; 
    print([getattr(glob[k],'__module__','-') for k in 'TPQNAXF'], f().__module__)
    f.__module__='changed'; print(f().__module__)
    f.__module__=None; print(f().__module__)
mk({}); mk({'__name__':'nm'}); mk({'__name__':5})
print(next(map(typing.TypeVar,['T'])).__module__)
del globals()['__name__']
print(typing.TypeVar('T').__module__, typing.TypeAliasType('T',int).__module__)

# expect: 1
# expect: True
# expect: 1
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>"], ['a', 'k', 'key', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: 2
# expect: True
# expect: 2
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>"], ['a', 'dl', 'k', 'key', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: KeyError "local variable ''late'' is not defined"
# expect: False
# expect: def
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>"], ['a', 'dl', 'k', 'key', 'late', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: KeyError "local variable ''none'' is not defined"
# expect: False
# expect: def
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>"], ['a', 'dl', 'k', 'key', 'late', 'none', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: 7
# expect: True
# expect: 7
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>"], ['a', 'dl', 'k', 'key', 'late', 'none', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: 7
# expect: True
# expect: 7
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>"], ['a', 'dl', 'k', 'key', 'late', 'none', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: KeyError "local variable ''nope'' is not defined"
# expect: False
# expect: def
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class '__main__.SS'>"], ['a', 'dl', 'k', 'key', 'late', 'none', 'nope', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: eq x
# expect: 7
# expect: eq x
# expect: True
# expect: eq x
# expect: 7
# expect: eq x
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class '__main__.SS'>"], ['a', 'dl', 'k', 'key', 'late', 'none', 'nope', 'p', 'st', 'x', 'y'])
# expect: eq x
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: eq late
# expect: 7
# expect: eq late
# expect: True
# expect: eq late
# expect: 7
# expect: eq late
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class '__main__.SS'>"], ['a', 'dl', 'k', 'key', 'late', 'none', 'nope', 'p', 'st', 'x', 'y'])
# expect: eq late
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: eq nope
# expect: 7
# expect: eq nope
# expect: True
# expect: eq nope
# expect: 7
# expect: eq nope
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class '__main__.SS'>"], ['a', 'dl', 'k', 'key', 'late', 'none', 'nope', 'p', 'st', 'x', 'y'])
# expect: eq nope
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: ZeroDivisionError eq
# expect: ZeroDivisionError eq
# expect: ZeroDivisionError eq
# expect: ZeroDivisionError eq
# expect: ZeroDivisionError eq
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: KeyError "local variable '3' is not defined"
# expect: False
# expect: def
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class '__main__.SS'>", "<class 'int'>"], ['3', 'a', 'dl', 'k', 'key', 'late', 'none', 'nope', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: KeyError "local variable '()' is not defined"
# expect: False
# expect: def
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class '__main__.SS'>", "<class 'int'>", "<class 'tuple'>"], ['()', '3', 'a', 'dl', 'k', 'key', 'late', 'none', 'nope', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: KeyError "local variable 'None' is not defined"
# expect: False
# expect: def
# expect: (["<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class 'str'>", "<class '__main__.SS'>", "<class 'int'>", "<class 'tuple'>", "<class 'NoneType'>"], ['()', '3', 'None', 'a', 'dl', 'k', 'key', 'late', 'none', 'nope', 'p', 'st', 'x', 'y'])
# expect: 7
# expect: TypeError cannot remove variables from FrameLocalsProxy
# expect: None
# expect: 7
# expect: 15
# expect: 7
# expect: eq late
# expect: 11
# expect: 15
# expect: ('FrameLocalsProxy', ['q'])
# expect: [(['q2', 'q2', 'z'], 0), (['q2', 'q2', 'z'], 1)] 1
# expect: [('FrameLocalsProxy', ['q3']), ('FrameLocalsProxy', ['q3'])]
# expect: [(None, 9), (None, 9)]
# expect: [('l', [(None, 9), (None, 9)])]
# expect: []
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: []
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: []
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: [('Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)', 63)]
# expect: err True
# expect: []
# expect: next ('own', 5) next
# expect: next
# expect: KeyError 'prop'
# expect: next
# expect: ga throw
# expect: ValueError t
# expect: next
# expect: ga close
# expect: None
# expect: next ('own', 3)
# expect: ["coroutine 'C' was never awaited"] []
# expect: [] [('RuntimeWarning', "coroutine 'C' was never awaited", "<class 'coroutine'>", None)]
# expect: ["coroutine 'C' was never awaited"] [('ZeroDivisionError', 'division by zero', "<class 'coroutine'>", None)]
# expect: [] [('ZeroDivisionError', 'division by zero', "<class 'coroutine'>", None), ('RuntimeWarning', "coroutine 'C' was never awaited", "<class 'coroutine'>", None)]
# expect: ["coroutine 'C' was never awaited"] []
# expect: [] [('RuntimeWarning', "coroutine 'C' was never awaited", "<class 'coroutine'>", None)]
# expect: [] [('RuntimeWarning', 'mine', "<class 'coroutine'>", None)]
# expect: [] [('RuntimeWarning', 'mine', "<class 'coroutine'>", None)]
# expect: ["coroutine 'C' was never awaited"] [('TypeError', "'int' object is not callable", "<class 'coroutine'>", None)]
# expect: [] [('TypeError', "'int' object is not callable", "<class 'coroutine'>", None), ('RuntimeWarning', "coroutine 'C' was never awaited", "<class 'coroutine'>", None)]
# expect: ['__args__', '__bases__', '__copy__', '__deepcopy__', '__mro_entries__', '__origin__', '__parameters__', '__typing_unpacked_tuple_args__', '__unpacked__'] ['__abs__', '__add__', '__and__', '__args__', '__bases__'] ['__deepcopy__', '__delattr__', '__delitem__', '__dir__', '__doc__']
# expect: ['__args__', '__bases__', '__class__', '__copy__', '__deepcopy__', '__mro_entries__', '__origin__', '__parameters__', '__reduce__', '__reduce_ex__', '__typing_unpacked_tuple_args__', '__unpacked__', 'aa', 'zz'] ['__args__', '__bases__', '__class__', '__copy__', '__deepcopy__', '__mro_entries__', '__origin__', '__parameters__', '__reduce__', '__reduce_ex__', '__typing_unpacked_tuple_args__', '__unpacked__', 'n', 'o']
# expect: TypeError 'int' object is not iterable
# expect: [None, None, None, '__main__', None, None, 'typing'] None
# expect: changed
# expect: None
# expect: ['nm', 'nm', 'nm', 'nm', 'nm', 'nm', 'typing'] nm
# expect: changed
# expect: None
# expect: [5, 5, 5, 5, 5, 5, 'typing'] 5
# expect: changed
# expect: None
# expect: __main__
# expect: __main__ __main__
