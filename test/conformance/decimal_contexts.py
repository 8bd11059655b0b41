import decimal, sys
from decimal import *
def t(f,*a,**k):
    try:
        r=f(*a,**k); print(repr(r))
    except BaseException as e:
        print(type(e).__mro__[0:2], e)
c=Context()
sd=c.flags
S=type(sd)
t(S); t(S.__mro__[1]); 
try:
    m=S(); t(len,m); t(repr,m); t(m.__getitem__,Inexact); t(m.__iter__); t(m.copy); t(m.__eq__, sd); 
except Exception as e: print(repr(e))
t(sd.__getitem__,1); t(sd.__getitem__,ConversionSyntax); t(sd.__setitem__,Inexact,'x'); t(sd.__setitem__,Inexact,[]); t(sd.__delitem__,Inexact); t(sd.__setitem__,1,1)
def d(x): del x[Inexact]
t(d,sd)
print(len(sd), list(sd), sd, sd.copy(), type(sd.copy()), sd==sd, sd!=sd); t(sd.__eq__,sd.copy()); t(sd.__eq__,1)
t(sd.__lt__,sd); t(hash,sd)
for n,v in [('prec',0),('prec','x'),('prec',10**18),('prec',10**30),('Emax',-1),('Emin',1),('rounding',1),('rounding','x'),('capitals',2),('clamp',3),('capitals',2**40),('clamp','x'),('traps',1),('flags',{}),('traps',{1:2}),('flags',[Inexact]),('traps',[Inexact]),('foo',1),('_traps',3),('Etiny',3),('flags',{k:0 for k in sd}),('traps',{k:1 for k in list(sd)[:-1]}),('traps',{**{k:1 for k in list(sd)[:-1]},5:6})]:
    print(n,v, end=' '); t(setattr,c,n,v)
for n in ['prec','Emax','Emin','rounding','capitals','clamp','traps','flags','Etiny']:
    print(n, end=' ');t(delattr,c,n)
t(c.__getattribute__,'foo'); t(c.__getattribute__,'traps')
t(Context,1,2); t(Context,prec='x'); t(Context,flags=[Inexact,Rounded],traps=[]); t(Context,flags=[ConversionSyntax]); t(Context,traps=5); t(Context,traps=[5]); t(Context,28,ROUND_UP,-5,5,0,1,[Clamped],[Overflow]); t(Context,traps={Inexact:1}); t(Context,flags=1); t(Context,foo=1); t(Context,1,None,1);t(Context,None,None,None,None,None,None,None,None,None); t(Context, flags=sd)
print(c.__reduce__()); print(c.copy(), c.__copy__())
t(c.clear_flags); t(c.clear_traps); print(c)
t(c.Etiny); t(c.Etop); t(c.radix)
with localcontext(prec=5) as x: print(getcontext() is x, x, Decimal(1)/3)
print(getcontext().prec)
cm=localcontext(); print(cm.__enter__() ); print(cm.__exit__(None,None,None)); t(cm.__exit__); t(type(cm))
t(setcontext,DefaultContext); print(getcontext() is DefaultContext)
t(setcontext,ExtendedContext); print(getcontext())
print(BasicContext, ExtendedContext, DefaultContext, sep='\n')
setcontext(Context())
class MyC(Context): 
    pass
print(MyC(), MyC().copy())
for e in [DecimalException,InvalidOperation,FloatOperation,DivisionByZero,Overflow,Underflow,Subnormal,Inexact,Rounded,Clamped,ConversionSyntax,DivisionImpossible,DivisionUndefined,InvalidContext]:
    print(e, e.__mro__)
print(DecimalTuple, DecimalTuple(1,2,3), DecimalTuple.__module__, decimal.HAVE_THREADS, decimal.HAVE_CONTEXTVAR, MAX_EMAX, MIN_EMIN, MAX_PREC, MIN_ETINY, decimal.__version__, decimal.__libmpdec_version__)
print(S, S.__mro__, S.__module__)
import numbers; print(issubclass(Decimal, numbers.Number), isinstance(Decimal(1), numbers.Real))

# expect: (<class 'ValueError'>, <class 'Exception'>) invalid signal dict
# expect: (<class 'ValueError'>, <class 'Exception'>) invalid signal dict
# expect: (<class 'ValueError'>, <class 'Exception'>) invalid signal dict
# expect: (<class 'ValueError'>, <class 'Exception'>) invalid signal dict
# expect: (<class 'ValueError'>, <class 'Exception'>) invalid signal dict
# expect: (<class 'ValueError'>, <class 'Exception'>) invalid signal dict
# expect: (<class 'ValueError'>, <class 'Exception'>) invalid signal dict
# expect: (<class 'ValueError'>, <class 'Exception'>) invalid signal dict
# expect: (<class 'KeyError'>, <class 'LookupError'>) 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
# expect: (<class 'KeyError'>, <class 'LookupError'>) 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
# expect: None
# expect: None
# expect: (<class 'ValueError'>, <class 'Exception'>) signal keys cannot be deleted
# expect: (<class 'KeyError'>, <class 'LookupError'>) 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
# expect: (<class 'ValueError'>, <class 'Exception'>) signal keys cannot be deleted
# expect: 9 [<class 'decimal.InvalidOperation'>, <class 'decimal.FloatOperation'>, <class 'decimal.DivisionByZero'>, <class 'decimal.Overflow'>, <class 'decimal.Underflow'>, <class 'decimal.Subnormal'>, <class 'decimal.Inexact'>, <class 'decimal.Rounded'>, <class 'decimal.Clamped'>] {<class 'decimal.InvalidOperation'>:False, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:False, <class 'decimal.Overflow'>:False, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False} {<class 'decimal.InvalidOperation'>: False, <class 'decimal.FloatOperation'>: False, <class 'decimal.DivisionByZero'>: False, <class 'decimal.Overflow'>: False, <class 'decimal.Underflow'>: False, <class 'decimal.Subnormal'>: False, <class 'decimal.Inexact'>: False, <class 'decimal.Rounded'>: False, <class 'decimal.Clamped'>: False} <class 'dict'> True False
# expect: True
# expect: NotImplemented
# expect: NotImplemented
# expect: (<class 'TypeError'>, <class 'Exception'>) unhashable type: 'SignalDict'
# expect: prec 0 (<class 'ValueError'>, <class 'Exception'>) valid range for prec is [1, MAX_PREC]
# expect: prec x (<class 'TypeError'>, <class 'Exception'>) an integer is required
# expect: prec 1000000000000000000 (<class 'ValueError'>, <class 'Exception'>) valid range for prec is [1, MAX_PREC]
# expect: prec 1000000000000000000000000000000 (<class 'OverflowError'>, <class 'ArithmeticError'>) Python int too large to convert to C ssize_t
# expect: Emax -1 (<class 'ValueError'>, <class 'Exception'>) valid range for Emax is [0, MAX_EMAX]
# expect: Emin 1 (<class 'ValueError'>, <class 'Exception'>) valid range for Emin is [MIN_EMIN, 0]
# expect: rounding 1 (<class 'TypeError'>, <class 'Exception'>) valid values for rounding are:
# expect:   [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
# expect:    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
# expect:    ROUND_05UP]
# expect: rounding x (<class 'TypeError'>, <class 'Exception'>) valid values for rounding are:
# expect:   [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
# expect:    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
# expect:    ROUND_05UP]
# expect: capitals 2 (<class 'ValueError'>, <class 'Exception'>) valid values for capitals are 0 or 1
# expect: clamp 3 (<class 'ValueError'>, <class 'Exception'>) valid values for clamp are 0 or 1
# expect: capitals 1099511627776 (<class 'ValueError'>, <class 'Exception'>) valid values for capitals are 0 or 1
# expect: clamp x (<class 'TypeError'>, <class 'Exception'>) an integer is required
# expect: traps 1 (<class 'TypeError'>, <class 'Exception'>) argument must be a signal dict
# expect: flags {} (<class 'KeyError'>, <class 'LookupError'>) 'invalid signal dict'
# expect: traps {1: 2} (<class 'KeyError'>, <class 'LookupError'>) 'invalid signal dict'
# expect: flags [<class 'decimal.Inexact'>] (<class 'TypeError'>, <class 'Exception'>) argument must be a signal dict
# expect: traps [<class 'decimal.Inexact'>] (<class 'TypeError'>, <class 'Exception'>) argument must be a signal dict
# expect: foo 1 (<class 'AttributeError'>, <class 'Exception'>) 'decimal.Context' object has no attribute 'foo'
# expect: _traps 3 (<class 'AttributeError'>, <class 'Exception'>) 'decimal.Context' object has no attribute '_traps'
# expect: Etiny 3 (<class 'AttributeError'>, <class 'Exception'>) 'decimal.Context' object attribute 'Etiny' is read-only
# expect: flags {<class 'decimal.InvalidOperation'>: 0, <class 'decimal.FloatOperation'>: 0, <class 'decimal.DivisionByZero'>: 0, <class 'decimal.Overflow'>: 0, <class 'decimal.Underflow'>: 0, <class 'decimal.Subnormal'>: 0, <class 'decimal.Inexact'>: 0, <class 'decimal.Rounded'>: 0, <class 'decimal.Clamped'>: 0} None
# expect: traps {<class 'decimal.InvalidOperation'>: 1, <class 'decimal.FloatOperation'>: 1, <class 'decimal.DivisionByZero'>: 1, <class 'decimal.Overflow'>: 1, <class 'decimal.Underflow'>: 1, <class 'decimal.Subnormal'>: 1, <class 'decimal.Inexact'>: 1, <class 'decimal.Rounded'>: 1} (<class 'KeyError'>, <class 'LookupError'>) 'invalid signal dict'
# expect: traps {<class 'decimal.InvalidOperation'>: 1, <class 'decimal.FloatOperation'>: 1, <class 'decimal.DivisionByZero'>: 1, <class 'decimal.Overflow'>: 1, <class 'decimal.Underflow'>: 1, <class 'decimal.Subnormal'>: 1, <class 'decimal.Inexact'>: 1, <class 'decimal.Rounded'>: 1, 5: 6} (<class 'KeyError'>, <class 'LookupError'>) 'invalid signal dict'
# expect: prec (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: Emax (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: Emin (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: rounding (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: capitals (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: clamp (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: traps (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: flags (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: Etiny (<class 'AttributeError'>, <class 'Exception'>) context attributes cannot be deleted
# expect: (<class 'AttributeError'>, <class 'Exception'>) 'decimal.Context' object has no attribute 'foo'
# expect: {<class 'decimal.InvalidOperation'>:True, <class 'decimal.FloatOperation'>:False, <class 'decimal.DivisionByZero'>:True, <class 'decimal.Overflow'>:True, <class 'decimal.Underflow'>:False, <class 'decimal.Subnormal'>:False, <class 'decimal.Inexact'>:False, <class 'decimal.Rounded'>:False, <class 'decimal.Clamped'>:False}
# expect: (<class 'TypeError'>, <class 'Exception'>) valid values for rounding are:
# expect:   [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
# expect:    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
# expect:    ROUND_05UP]
# expect: (<class 'TypeError'>, <class 'Exception'>) an integer is required
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[Inexact, Rounded], traps=[])
# expect: (<class 'KeyError'>, <class 'LookupError'>) 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
# expect: (<class 'TypeError'>, <class 'Exception'>) argument must be a signal dict
# expect: (<class 'KeyError'>, <class 'LookupError'>) 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
# expect: Context(prec=28, rounding=ROUND_UP, Emin=-5, Emax=5, capitals=0, clamp=1, flags=[Clamped], traps=[Overflow])
# expect: (<class 'KeyError'>, <class 'LookupError'>) 'invalid signal dict'
# expect: (<class 'TypeError'>, <class 'Exception'>) argument must be a signal dict
# expect: (<class 'TypeError'>, <class 'Exception'>) this function got an unexpected keyword argument 'foo'
# expect: (<class 'ValueError'>, <class 'Exception'>) valid range for Emin is [MIN_EMIN, 0]
# expect: (<class 'TypeError'>, <class 'Exception'>) function takes at most 8 arguments (9 given)
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: (<class 'decimal.Context'>, (28, 'ROUND_HALF_EVEN', -999999, 999999, 1, 0, [], [<class 'decimal.InvalidOperation'>, <class 'decimal.DivisionByZero'>, <class 'decimal.Overflow'>]))
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow]) Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: None
# expect: None
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[])
# expect: -1000026
# expect: 999972
# expect: Decimal('10')
# expect: True Context(prec=5, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[Inexact, Rounded], traps=[InvalidOperation, DivisionByZero, Overflow]) 0.33333
# expect: 28
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: None
# expect: None
# expect: (<class 'TypeError'>, <class 'Exception'>) cannot create 'decimal.ContextManager' instances
# expect: None
# expect: False
# expect: None
# expect: Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[])
# expect: Context(prec=9, rounding=ROUND_HALF_UP, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow])
# expect: Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[])
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow]) Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: <class 'decimal.DecimalException'> (<class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.InvalidOperation'> (<class 'decimal.InvalidOperation'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.FloatOperation'> (<class 'decimal.FloatOperation'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'TypeError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.DivisionByZero'> (<class 'decimal.DivisionByZero'>, <class 'decimal.DecimalException'>, <class 'ZeroDivisionError'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.Overflow'> (<class 'decimal.Overflow'>, <class 'decimal.Inexact'>, <class 'decimal.Rounded'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.Underflow'> (<class 'decimal.Underflow'>, <class 'decimal.Inexact'>, <class 'decimal.Rounded'>, <class 'decimal.Subnormal'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.Subnormal'> (<class 'decimal.Subnormal'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.Inexact'> (<class 'decimal.Inexact'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.Rounded'> (<class 'decimal.Rounded'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.Clamped'> (<class 'decimal.Clamped'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.ConversionSyntax'> (<class 'decimal.ConversionSyntax'>, <class 'decimal.InvalidOperation'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.DivisionImpossible'> (<class 'decimal.DivisionImpossible'>, <class 'decimal.InvalidOperation'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.DivisionUndefined'> (<class 'decimal.DivisionUndefined'>, <class 'decimal.InvalidOperation'>, <class 'decimal.DecimalException'>, <class 'ZeroDivisionError'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.InvalidContext'> (<class 'decimal.InvalidContext'>, <class 'decimal.InvalidOperation'>, <class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <class 'decimal.DecimalTuple'> DecimalTuple(sign=1, digits=2, exponent=3) decimal True True 999999999999999999 -999999999999999999 999999999999999999 -1999999999999999997 1.70 2.5.1
# expect: <class 'abc.SignalDict'> (<class 'abc.SignalDict'>, <class 'decimal.SignalDictMixin'>, <class 'collections.abc.MutableMapping'>, <class 'collections.abc.Mapping'>, <class 'collections.abc.Collection'>, <class 'collections.abc.Sized'>, <class 'collections.abc.Iterable'>, <class 'collections.abc.Container'>, <class 'object'>) abc
# expect: True False
