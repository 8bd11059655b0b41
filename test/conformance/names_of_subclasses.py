# Attribute names that are instances of subclasses of str, and strings that formatting hands on as they are.
import sys
class SS(str): pass
class Bag: pass
class Slots: __slots__=('a',)
class M(type): pass
class Cm(metaclass=M): pass
class D(dict): pass
def err(f):
    try: f()
    except BaseException as e: print(type(e).__name__, e, getattr(e,'name','?'), type(getattr(e,'obj',None)))
    else: print('ok')
for o in Bag(), Slots(), Cm, D(), [], 3, sys, (lambda:0), Bag, int, type(sys)('m'):
    for n in 'zzz', SS('zzz'):
        err(lambda: delattr(o,n)); err(lambda: getattr(o,n)); err(lambda: setattr(o,n,3)); err(lambda: getattr(o,n)); err(lambda: delattr(o,n)); err(lambda: delattr(o,n))
o=Bag()
for i in range(40): setattr(o,'a%d'%i,i)
err(lambda: delattr(o,'zz')); err(lambda: delattr(o,SS('zz')))
class K:
    def __init__(self): self.x=1
    def __del__(self): pass
k=K(); d=k.__dict__; err(lambda: delattr(k,'y')); err(lambda: delattr(k,SS('y'))); k.__dict__={}; err(lambda: delattr(k,'x'))
class B2(str):
    def __hash__(self): raise ZeroDivisionError('h')
    def __eq__(self,o): raise OverflowError('e')
for o in Bag(), Slots(), D(), Bag, k:
    err(lambda: setattr(o,B2('q'),1)); err(lambda: delattr(o,B2('q')));err(lambda: getattr(o,B2('q')))
    try: del o.attr
    except AttributeError as e: print(e, e.name)
# str formats: identity
class S(str):
    def __str__(self): return 'strS'
    def __format__(self, spec): return 'F'+spec
s=S('abc'); t='hello'; u='h\u00e9llo'; 
for x in [s,t,u,S(''),'',S('x'),'x','é']:
    r=[("%s",x),("%.3s",x),("%10s",x),("%-1s",x),("%r",x),("a%s",x),("%s%s",(x,'')),("%%%s",x),("%s%%",x),("%c",'x')]
    for f,a in r:
        try: v=f%a
        except Exception as e: print(e); continue
        print(f, v is x, type(v).__name__, ascii(v), sys.getsizeof(v), end=';')
    for f in '{}','{!s}','{!r}','{:1}','{:{w}}','{0}{1}','{1}{0}','','{0:.2}','{0:>3}':
        v=f.format(x,'',w=1); print(f, v is x, type(v).__name__, ascii(v), sys.getsizeof(v),end=';')
    v=x%(); print(v is x, type(v).__name__)
    v=x.format(); print(v is x, type(v).__name__)
    v=x.format_map({}); print(v is x, type(v).__name__)
    try: v='%(a)s'%{'a':x}; print(v is x, type(v).__name__)
    except Exception as e: print(e)
    v=f'{x}'; print(v is x, type(v).__name__)
    v=f'{x!s}'; print(v is x, type(v).__name__)
print(type('%s' % s), S('a%sb')%3, type(S('abc')%()), type(S('').format()), type(S('a{}').format(3)))
b=b'abc'; ba=bytearray(b'abc')
print(b%() is b, b'%s'%b is b, b'%b'%b, ba%(), type(ba%()), (ba%()) is ba)
err(lambda: setattr(int,"a'b",1)); err(lambda: type.__setattr__(int,3,1)); err(lambda: type.__delattr__(int,'__class__')); err(lambda: type.__setattr__(Bag,3,1))
class TP: pass
setattr(TP, SS('new'), 1); print(TP.new, [type(k) for k in vars(TP) if k=='new'], [k is sys.intern('new') for k in vars(TP) if k=='new'])
class Q: pass
q=Q(); q.a=1; print(getattr(q, SS('a')), getattr(q,SS('b'),'no')); q.c=3; print(q.__dict__)

# expect: AttributeError 'Bag' object has no attribute 'zzz' None <class 'NoneType'>
# expect: AttributeError 'Bag' object has no attribute 'zzz' zzz <class '__main__.Bag'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'Bag' object has no attribute 'zzz' None <class 'NoneType'>
# expect: AttributeError 'Bag' object has no attribute 'zzz' zzz <class '__main__.Bag'>
# expect: AttributeError 'Bag' object has no attribute 'zzz' zzz <class '__main__.Bag'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'Bag' object has no attribute 'zzz' zzz <class '__main__.Bag'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class '__main__.Slots'>
# expect: AttributeError type object 'Cm' has no attribute 'zzz' zzz <class '__main__.M'>
# expect: AttributeError type object 'Cm' has no attribute 'zzz' zzz <class '__main__.M'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError type object 'Cm' has no attribute 'zzz' zzz <class '__main__.M'>
# expect: AttributeError type object 'Cm' has no attribute 'zzz' zzz <class '__main__.M'>
# expect: AttributeError type object 'Cm' has no attribute 'zzz' zzz <class '__main__.M'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError type object 'Cm' has no attribute 'zzz' zzz <class '__main__.M'>
# expect: AttributeError 'D' object has no attribute 'zzz' zzz <class '__main__.D'>
# expect: AttributeError 'D' object has no attribute 'zzz' zzz <class '__main__.D'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'D' object has no attribute 'zzz' zzz <class '__main__.D'>
# expect: AttributeError 'D' object has no attribute 'zzz' zzz <class '__main__.D'>
# expect: AttributeError 'D' object has no attribute 'zzz' zzz <class '__main__.D'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'D' object has no attribute 'zzz' zzz <class '__main__.D'>
# expect: AttributeError 'list' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'list'>
# expect: AttributeError 'list' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'list'>
# expect: AttributeError 'int' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'int'>
# expect: AttributeError 'int' object has no attribute 'zzz' and no __dict__ for setting new attributes zzz <class 'int'>
# expect: AttributeError 'module' object has no attribute 'zzz' zzz <class 'module'>
# expect: AttributeError module 'sys' has no attribute 'zzz' zzz <class 'module'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'module' object has no attribute 'zzz' zzz <class 'module'>
# expect: AttributeError 'module' object has no attribute 'zzz' zzz <class 'module'>
# expect: AttributeError module 'sys' has no attribute 'zzz' zzz <class 'module'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'module' object has no attribute 'zzz' zzz <class 'module'>
# expect: AttributeError 'function' object has no attribute 'zzz' zzz <class 'function'>
# expect: AttributeError 'function' object has no attribute 'zzz' zzz <class 'function'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'function' object has no attribute 'zzz' zzz <class 'function'>
# expect: AttributeError 'function' object has no attribute 'zzz' zzz <class 'function'>
# expect: AttributeError 'function' object has no attribute 'zzz' zzz <class 'function'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'function' object has no attribute 'zzz' zzz <class 'function'>
# expect: AttributeError type object 'Bag' has no attribute 'zzz' zzz <class 'type'>
# expect: AttributeError type object 'Bag' has no attribute 'zzz' zzz <class 'type'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError type object 'Bag' has no attribute 'zzz' zzz <class 'type'>
# expect: AttributeError type object 'Bag' has no attribute 'zzz' zzz <class 'type'>
# expect: AttributeError type object 'Bag' has no attribute 'zzz' zzz <class 'type'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError type object 'Bag' has no attribute 'zzz' zzz <class 'type'>
# expect: TypeError cannot set 'zzz' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: AttributeError type object 'int' has no attribute 'zzz' zzz <class 'type'>
# expect: TypeError cannot set 'zzz' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: AttributeError type object 'int' has no attribute 'zzz' zzz <class 'type'>
# expect: TypeError cannot set 'zzz' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: TypeError cannot set 'zzz' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: TypeError cannot set 'zzz' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: AttributeError type object 'int' has no attribute 'zzz' zzz <class 'type'>
# expect: TypeError cannot set 'zzz' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: AttributeError type object 'int' has no attribute 'zzz' zzz <class 'type'>
# expect: TypeError cannot set 'zzz' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: TypeError cannot set 'zzz' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: AttributeError 'module' object has no attribute 'zzz' zzz <class 'module'>
# expect: AttributeError module 'm' has no attribute 'zzz' zzz <class 'module'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'module' object has no attribute 'zzz' zzz <class 'module'>
# expect: AttributeError 'module' object has no attribute 'zzz' zzz <class 'module'>
# expect: AttributeError module 'm' has no attribute 'zzz' zzz <class 'module'>
# expect: ok
# expect: ok
# expect: ok
# expect: AttributeError 'module' object has no attribute 'zzz' zzz <class 'module'>
# expect: AttributeError 'Bag' object has no attribute 'zz' zz <class '__main__.Bag'>
# expect: AttributeError 'Bag' object has no attribute 'zz' zz <class '__main__.Bag'>
# expect: AttributeError 'K' object has no attribute 'y' None <class 'NoneType'>
# expect: AttributeError 'K' object has no attribute 'y' y <class '__main__.K'>
# expect: AttributeError 'K' object has no attribute 'x' x <class '__main__.K'>
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: 'Bag' object has no attribute 'attr' attr
# expect: AttributeError 'Slots' object has no attribute 'q' and no __dict__ for setting new attributes q <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'q' and no __dict__ for setting new attributes q <class '__main__.Slots'>
# expect: AttributeError 'Slots' object has no attribute 'q' q <class '__main__.Slots'>
# expect: 'Slots' object has no attribute 'attr' and no __dict__ for setting new attributes attr
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: 'D' object has no attribute 'attr' attr
# expect: ok
# expect: ok
# expect: AttributeError type object 'Bag' has no attribute 'q' q <class 'type'>
# expect: type object 'Bag' has no attribute 'attr' attr
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: ZeroDivisionError h ? <class 'NoneType'>
# expect: 'K' object has no attribute 'attr' attr
# expect: %s False str 'strS' 45;%.3s False str 'str' 44;%10s False str '      strS' 51;%-1s False str 'strS' 45;%r False str "'abc'" 46;a%s False str 'astrS' 46;%s%s False str 'strS' 45;%%%s False str '%strS' 46;%s%% False str 'strS%' 46;%c False str 'x' 42;{} False str 'F' 42;{!s} False str 'strS' 45;{!r} False str "'abc'" 46;{:1} False str 'F1' 43;{:{w}} False str 'F1' 43;{0}{1} False str 'F' 42;{1}{0} False str 'F' 42; False str '' 41;{0:.2} False str 'F.2' 44;{0:>3} False str 'F>3' 44;True S
# expect: True S
# expect: True S
# expect: False str
# expect: False str
# expect: False str
# expect: %s True str 'hello' 46;%.3s False str 'hel' 44;%10s False str '     hello' 51;%-1s True str 'hello' 46;%r False str "'hello'" 48;a%s False str 'ahello' 47;%s%s False str 'hello' 46;%%%s False str '%hello' 47;%s%% False str 'hello%' 47;%c False str 'x' 42;{} True str 'hello' 46;{!s} True str 'hello' 46;{!r} False str "'hello'" 48;{:1} True str 'hello' 46;{:{w}} True str 'hello' 46;{0}{1} False str 'hello' 46;{1}{0} True str 'hello' 46; False str '' 41;{0:.2} False str 'he' 43;{0:>3} True str 'hello' 46;True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: %s True str 'h\xe9llo' 62;%.3s False str 'h\xe9l' 60;%10s False str '     h\xe9llo' 67;%-1s True str 'h\xe9llo' 62;%r False str "'h\xe9llo'" 64;a%s False str 'ah\xe9llo' 63;%s%s False str 'h\xe9llo' 62;%%%s False str '%h\xe9llo' 63;%s%% False str 'h\xe9llo%' 63;%c False str 'x' 42;{} True str 'h\xe9llo' 62;{!s} True str 'h\xe9llo' 62;{!r} False str "'h\xe9llo'" 64;{:1} True str 'h\xe9llo' 62;{:{w}} True str 'h\xe9llo' 62;{0}{1} False str 'h\xe9llo' 62;{1}{0} True str 'h\xe9llo' 62; False str '' 41;{0:.2} False str 'h\xe9' 59;{0:>3} True str 'h\xe9llo' 62;True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: %s False str 'strS' 45;%.3s False str 'str' 44;%10s False str '      strS' 51;%-1s False str 'strS' 45;%r False str "''" 43;a%s False str 'astrS' 46;%s%s False str 'strS' 45;%%%s False str '%strS' 46;%s%% False str 'strS%' 46;%c False str 'x' 42;{} False str 'F' 42;{!s} False str 'strS' 45;{!r} False str "''" 43;{:1} False str 'F1' 43;{:{w}} False str 'F1' 43;{0}{1} False str 'F' 42;{1}{0} False str 'F' 42; False str '' 41;{0:.2} False str 'F.2' 44;{0:>3} False str 'F>3' 44;False str
# expect: False str
# expect: False str
# expect: False str
# expect: False str
# expect: False str
# expect: %s True str '' 41;%.3s True str '' 41;%10s False str '          ' 51;%-1s False str ' ' 42;%r False str "''" 43;a%s False str 'a' 42;%s%s True str '' 41;%%%s False str '%' 42;%s%% False str '%' 42;%c False str 'x' 42;{} True str '' 41;{!s} True str '' 41;{!r} False str "''" 43;{:1} False str ' ' 42;{:{w}} False str ' ' 42;{0}{1} True str '' 41;{1}{0} True str '' 41; True str '' 41;{0:.2} True str '' 41;{0:>3} False str '   ' 44;True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: %s False str 'strS' 45;%.3s False str 'str' 44;%10s False str '      strS' 51;%-1s False str 'strS' 45;%r False str "'x'" 44;a%s False str 'astrS' 46;%s%s False str 'strS' 45;%%%s False str '%strS' 46;%s%% False str 'strS%' 46;%c False str 'x' 42;{} False str 'F' 42;{!s} False str 'strS' 45;{!r} False str "'x'" 44;{:1} False str 'F1' 43;{:{w}} False str 'F1' 43;{0}{1} False str 'F' 42;{1}{0} False str 'F' 42; False str '' 41;{0:.2} False str 'F.2' 44;{0:>3} False str 'F>3' 44;True S
# expect: True S
# expect: True S
# expect: False str
# expect: False str
# expect: False str
# expect: %s True str 'x' 42;%.3s True str 'x' 42;%10s False str '         x' 51;%-1s True str 'x' 42;%r False str "'x'" 44;a%s False str 'ax' 43;%s%s True str 'x' 42;%%%s False str '%x' 43;%s%% False str 'x%' 43;%c True str 'x' 42;{} True str 'x' 42;{!s} True str 'x' 42;{!r} False str "'x'" 44;{:1} True str 'x' 42;{:{w}} True str 'x' 42;{0}{1} True str 'x' 42;{1}{0} True str 'x' 42; False str '' 41;{0:.2} True str 'x' 42;{0:>3} False str '  x' 44;True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: %s True str '\xe9' 61;%.3s True str '\xe9' 61;%10s False str '         \xe9' 67;%-1s True str '\xe9' 61;%r False str "'\xe9'" 60;a%s False str 'a\xe9' 59;%s%s True str '\xe9' 61;%%%s False str '%\xe9' 59;%s%% False str '\xe9%' 59;%c False str 'x' 42;{} True str '\xe9' 61;{!s} True str '\xe9' 61;{!r} False str "'\xe9'" 60;{:1} True str '\xe9' 61;{:{w}} True str '\xe9' 61;{0}{1} True str '\xe9' 61;{1}{0} True str '\xe9' 61; False str '' 41;{0:.2} True str '\xe9' 61;{0:>3} False str '  \xe9' 60;True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: True str
# expect: <class 'str'> a3b <class '__main__.S'> <class 'str'> <class 'str'>
# expect: False False b'abc' bytearray(b'abc') <class 'bytearray'> False
# expect: TypeError cannot set "a'b" attribute of immutable type 'int' ? <class 'NoneType'>
# expect: TypeError cannot set 3 attribute of immutable type 'int' ? <class 'NoneType'>
# expect: TypeError cannot set '__class__' attribute of immutable type 'int' ? <class 'NoneType'>
# expect: TypeError attribute name must be string, not 'int' ? <class 'NoneType'>
# expect: 1 [<class 'str'>] [True]
# expect: 1 no
# expect: {'a': 1, 'c': 3}
