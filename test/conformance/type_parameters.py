def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
from _typing import *
import _typing
print(sorted(vars(_typing)))
T=TypeVar('T'); print(T, T.__name__, T.__bound__, T.__constraints__, T.__default__, T.has_default(), T.__covariant__, T.__infer_variance__, T.__module__)
t(TypeVar); t(TypeVar,1); t(TypeVar,'T',covariant=True,contravariant=True); t(TypeVar,'T',covariant=True,infer_variance=True); print(TypeVar('C',covariant=True),TypeVar('D',contravariant=True),TypeVar('E',infer_variance=True)); t(TypeVar,'T',foo=1); t(TypeVar,name='T')
P=ParamSpec('P'); print(P,P.args,P.kwargs,P.args==P.args,P.args==P.kwargs,P.args.__origin__ is P,P.__default__, P.__bound__); t(ParamSpec); t(ParamSpec,1); t(ParamSpec,'P',2); t(hash,P.args)
Ts=TypeVarTuple('Ts'); print(Ts, Ts.__default__, Ts.has_default()); t(TypeVarTuple); t(TypeVarTuple,1)
print(NoDefault, type(NoDefault), type(NoDefault)() is NoDefault, NoDefault.__reduce__())
A=TypeAliasType('A',int); print(A,A.__value__,A.__type_params__,A.__parameters__,A.__name__,A.__module__,A|str,int|A, A.__reduce__()); t(lambda:A[int]); t(TypeAliasType,'A'); t(TypeAliasType,1,int); t(TypeAliasType,'A',int,type_params=3); B=TypeAliasType('B',list,type_params=(T,)); print(B[int], B[int].__args__)
T.x=5; print(T.x); del T.x; t(setattr,A,'x',1)
import _weakref
w=_weakref.ref(T); print(w() is T)
for X in (TypeVar,ParamSpec,TypeVarTuple,TypeAliasType,ParamSpecArgs,ParamSpecKwargs,Generic,type(NoDefault)): print(X, X.__basicsize__, X.__module__, hex(X.__flags__&0x45c))
def f[T, *Us, **Q](x): return T,Us,Q
print(f.__type_params__, f(1), [type(p) for p in f.__type_params__])
def h[T: int, S: (int,str), U=str, V: 1/0 = 1/0](): pass
a,b,c,d=h.__type_params__
print(a.__bound__,b.__constraints__,c.__default__,a.__default__,c.has_default(),d.has_default(),a.__infer_variance__, a)
t(lambda:d.__bound__); t(lambda:d.__default__); t(lambda:d.__bound__)
type X = int|str
print(X, X.__value__, X.__module__, X.__type_params__)
type Y[T] = dict[T,X]
print(Y, Y.__value__, Y.__type_params__, Y[int], Y.__parameters__)
type Rec = list[Rec]
print(Rec.__value__)
type Bad = 1/0
t(lambda:Bad.__value__); t(lambda:Bad.__value__)
type L[*Z] = tuple[int]
print(L.__type_params__)
class CC:
    type In = CC
    def m[K](self): return K
print(CC.In.__value__, CC().m())
import gc; gc.collect()
for X in (T,P,Ts,P.args):
    try:
        class Z(X): pass
    except TypeError as e: print(e)

# expect: ['Generic', 'NoDefault', 'ParamSpec', 'ParamSpecArgs', 'ParamSpecKwargs', 'TypeAliasType', 'TypeVar', 'TypeVarTuple', '__doc__', '__loader__', '__name__', '__package__', '__spec__', '_idfunc']
# expect: ~T T None () typing.NoDefault False False False __main__
# expect: TypeError typevar() missing required argument 'name' (pos 1)
# expect: TypeError typevar() argument 'name' must be str, not int
# expect: ValueError Bivariant types are not supported.
# expect: ValueError Variance cannot be specified with infer_variance.
# expect: +C -D E
# expect: TypeError typevar() got an unexpected keyword argument 'foo'
# expect: ~T
# expect: ~P P.args P.kwargs True False True typing.NoDefault <class 'NoneType'>
# expect: TypeError paramspec() missing required argument 'name' (pos 1)
# expect: TypeError paramspec() argument 'name' must be str, not int
# expect: TypeError paramspec() takes exactly 1 positional argument (2 given)
# expect: TypeError unhashable type: 'typing.ParamSpecArgs'
# expect: Ts typing.NoDefault False
# expect: TypeError typevartuple() missing required argument 'name' (pos 1)
# expect: TypeError typevartuple() argument 'name' must be str, not int
# expect: typing.NoDefault <class 'NoDefaultType'> True NoDefault
# expect: A <class 'int'> () () A __main__ A | str int | A A
# expect: TypeError Only generic type aliases are subscriptable
# expect: TypeError typealias() missing required argument 'value' (pos 2)
# expect: TypeError typealias() argument 'name' must be str, not int
# expect: TypeError type_params must be a tuple
# expect: B[int] (<class 'int'>,)
# expect: 5
# expect: AttributeError 'typing.TypeAliasType' object has no attribute 'x' and no __dict__ for setting new attributes
# expect: True
# expect: <class 'typing.TypeVar'> 80 typing 0x18
# expect: <class 'typing.ParamSpec'> 56 typing 0x18
# expect: <class 'typing.TypeVarTuple'> 40 typing 0x18
# expect: <class 'typing.TypeAliasType'> 56 typing 0x0
# expect: <class 'typing.ParamSpecArgs'> 24 typing 0x8
# expect: <class 'typing.ParamSpecKwargs'> 24 typing 0x8
# expect: <class 'typing.Generic'> 16 typing 0x400
# expect: <class 'NoDefaultType'> 16 builtins 0x0
# expect: (T, Us, Q) (T, Us, Q) [<class 'typing.TypeVar'>, <class 'typing.TypeVarTuple'>, <class 'typing.ParamSpec'>]
# expect: <class 'int'> (<class 'int'>, <class 'str'>) <class 'str'> typing.NoDefault True True True T
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: X int | str __main__ ()
# expect: Y dict[T, X] (T,) Y[int] (T,)
# expect: list[Rec]
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: (Z,)
# expect: <class '__main__.CC'> K
# expect: Cannot subclass an instance of TypeVar
# expect: Cannot subclass an instance of ParamSpec
# expect: Cannot subclass an instance of TypeVarTuple
# expect: Cannot subclass an instance of ParamSpecArgs
