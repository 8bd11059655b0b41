# Corners of classes and of imports that CPython's own tests look into: a mro() of its own, keys that are no strings, __class__ and
# __dict__ assigned, a package that does not know itself, PYTHONBREAKPOINT.
import os
import sys
import types
import warnings


def tr(f):
    try: print(f.__name__, f())
    except Exception as e: print(f.__name__, type(e).__name__, e)


class B: pass
@tr
def a1():
    class M(type):
        def mro(cls):
            del M.mro
            return (B,)
    class A(metaclass=M): pass
@tr
def a2():
    class M(type):
        def mro(cls):
            if cls.__mro__ is None and cls.__name__ != 'X':
                try:
                    class X(cls): pass
                except TypeError as e: print(e)
            return type.mro(cls)
    class A(metaclass=M): pass
    return A.__mro__
@tr
def a3():
    class M(type):
        def mro(cls): return (B,)
    class A(metaclass=M): pass
    return A.__mro__
@tr
def a4():
    class M(type):
        def mro(cls): return ()
    class A(metaclass=M): pass
@tr
def a5():
    class M(type):
        def mro(cls): return (cls, int)
    class A(metaclass=M): pass
@tr
def a6():
    class M(type):
        def mro(cls): return (cls, 5)
    class A(metaclass=M): pass
@tr
def a7():
    class M(type):
        def mro(cls): return 5
    class A(metaclass=M): pass
@tr
def a8():
    class M(type):
        def mro(cls): return (cls, B, object)
    class A(metaclass=M): pass
    return A.__mro__, A().__class__
@tr
def b1():
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        X=type("X",(),{1:2})
        class Y:
            locals()[3]=4
    return [str(x.message) for x in w], X.__dict__[1]
@tr
def b2(): type('A', (), {'__doc__': 'x\udcdcy'})
@tr
def b3():
    A = type('A', (), {'__firstlineno__': 42}); A.__module__="m"; return A.__dict__.get('__firstlineno__'), A.__doc__
class G: __slots__=["a","b"]
class H: __slots__=["b","a"]
class J: __slots__=["c","b"]
class Q(J): pass
class R(J): __slots__=["__dict__","__weakref__"]
class P(J): __slots__=["__dict__"]
class C: pass
class D(C): pass
class E(C): x=1
class Int(int): __slots__=[]
def sc(o,c):
    o.__class__=c; return type(o).__name__
for o,c in ((G(),H),(H(),G),(G(),J),(Q(),R),(R(),Q),(P(),R),(P(),Q),(D(),E),(C(),D),(C(),G),(C(),int),(Int(),int),(True,int),(C(),type),([],list)):
    try: print(sc(o,c))
    except TypeError as e: print(e)
class Base: pass
dd=Base.__dict__["__dict__"]
class Meta(type,Base): pass
class DD(metaclass=Meta): pass
class Mod(types.ModuleType,Base): pass
class Ex(Exception,Base): pass
class Fn(Base): pass
for o in (DD, Mod("x"), Ex(), Fn(), 5, sys):
    for n,f in (("get",lambda: dd.__get__(o) is not None),("set",lambda: dd.__set__(o,{"q":1})),("del",lambda: dd.__delete__(o)),("setattr",lambda: setattr(o,"__dict__",{})),("delattr",lambda: delattr(o,"__dict__"))):
        try: print(n,type(o).__name__, f())
        except Exception as e: print(n,type(o).__name__,type(e).__name__,e)
code=compile("x.__reduce__()","test","eval")
for b in ({},{"iter":iter},{"iter":5}):
    try: print(eval(code,{'__builtins__':types.MappingProxyType(b),'x':iter([1,2])}))
    except Exception as e: print(type(e).__name__,e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    for g in ({'__package__': None, '__spec__': None, '__name__': '__main__'},{'__package__':5},{'__spec__':5,'__package__':'x'},{},{'__name__':'os.path','__path__':1},{'__package__':'os','__spec__':types.SimpleNamespace(parent='zz')},{'__name__':5},{'__package__':''}):
        try: __import__('',g,{},('foo',),1)
        except Exception as e: print(type(e).__name__,e)
    print([(x.category.__name__,str(x.message)) for x in w])
for v in ("0","","int","foo","sys.getrecursionlimit",".","os.nope","nope.x","a.","..", "builtins.print"):
    os.environ["PYTHONBREAKPOINT"]=v
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: print(repr(v), breakpoint() if v!="" else None, [str(x.message) for x in w])
        except Exception as e: print(repr(v),type(e).__name__,e)



# __class__ assigned while an object dies: the reference that goes with it is to the new class.
class Other: pass
class Dying:
    def __del__(self): self.__class__ = Other


dying = [Dying() for _ in range(100)]
counts = sys.getrefcount(Dying), sys.getrefcount(Other)
del dying
print(counts[0] - sys.getrefcount(Dying), counts[1] - sys.getrefcount(Other))

# expect: a1 TypeError super(type, obj): obj (type A) is not an instance or subtype of type (A).
# expect: Cannot extend an incomplete type 'A'
# expect: a2 (<class '__main__.a2.<locals>.A'>, <class 'object'>)
# expect: a3 TypeError super(type, obj): obj (type A) is not an instance or subtype of type (A).
# expect: a4 TypeError type MRO must not be empty
# expect: a5 TypeError mro() returned base with unsuitable layout ('int')
# expect: a6 TypeError mro() returned a non-class ('int')
# expect: a7 TypeError 'int' object is not iterable
# expect: a8 ((<class '__main__.a8.<locals>.A'>, <class '__main__.B'>, <class 'object'>), <class '__main__.a8.<locals>.A'>)
# expect: b1 (['non-string key in the __dict__ of class X', 'non-string key in the __dict__ of class Y'], 2)
# expect: b2 UnicodeEncodeError 'utf-8' codec can't encode character '\udcdc' in position 1: surrogates not allowed
# expect: b3 (None, None)
# expect: H
# expect: G
# expect: __class__ assignment: 'J' object layout differs from 'G'
# expect: R
# expect: Q
# expect: __class__ assignment: 'R' object layout differs from 'P'
# expect: __class__ assignment: 'Q' object layout differs from 'P'
# expect: E
# expect: D
# expect: __class__ assignment: 'G' object layout differs from 'C'
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: get Meta True
# expect: set Meta AttributeError attribute '__dict__' of 'type' objects is not writable
# expect: del Meta AttributeError attribute '__dict__' of 'type' objects is not writable
# expect: setattr Meta AttributeError attribute '__dict__' of 'type' objects is not writable
# expect: delattr Meta AttributeError attribute '__dict__' of 'type' objects is not writable
# expect: get Mod True
# expect: set Mod AttributeError readonly attribute
# expect: del Mod AttributeError readonly attribute
# expect: setattr Mod AttributeError readonly attribute
# expect: delattr Mod AttributeError readonly attribute
# expect: get Ex True
# expect: set Ex None
# expect: del Ex TypeError cannot delete __dict__
# expect: setattr Ex None
# expect: delattr Ex TypeError cannot delete __dict__
# expect: get Fn True
# expect: set Fn None
# expect: del Fn None
# expect: setattr Fn None
# expect: delattr Fn None
# expect: get int TypeError descriptor '__dict__' for 'Base' objects doesn't apply to a 'int' object
# expect: set int TypeError descriptor '__dict__' for 'Base' objects doesn't apply to a 'int' object
# expect: del int TypeError descriptor '__dict__' for 'Base' objects doesn't apply to a 'int' object
# expect: setattr int AttributeError 'int' object has no attribute '__dict__' and no __dict__ for setting new attributes
# expect: delattr int AttributeError 'int' object has no attribute '__dict__' and no __dict__ for setting new attributes
# expect: get module TypeError descriptor '__dict__' for 'Base' objects doesn't apply to a 'module' object
# expect: set module TypeError descriptor '__dict__' for 'Base' objects doesn't apply to a 'module' object
# expect: del module TypeError descriptor '__dict__' for 'Base' objects doesn't apply to a 'module' object
# expect: setattr module AttributeError readonly attribute
# expect: delattr module AttributeError readonly attribute
# expect: AttributeError iter
# expect: (<built-in function iter>, ([1, 2],), 0)
# expect: (5, ([1, 2],), 0)
# expect: ImportError attempted relative import with no known parent package
# expect: TypeError package must be a string
# expect: AttributeError 'int' object has no attribute 'parent'
# expect: KeyError "'__name__' not in globals"
# expect: TypeError __name__ must be a string
# expect: ImportError attempted relative import with no known parent package
# expect: [('ImportWarning', "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__"), ('ImportWarning', "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__"), ('ImportWarning', "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__"), ('DeprecationWarning', '__package__ != __spec__.parent'), ('ImportWarning', "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__")]
# expect: '0' None []
# expect: '' None []
# expect: 'int' 0 []
# expect: 'foo' None ['Ignoring unimportable $PYTHONBREAKPOINT: "foo"']
# expect: 'sys.getrecursionlimit' 1000 []
# expect: '.' None ['Ignoring unimportable $PYTHONBREAKPOINT: "."']
# expect: 'os.nope' None ['Ignoring unimportable $PYTHONBREAKPOINT: "os.nope"']
# expect: 'nope.x' None ['Ignoring unimportable $PYTHONBREAKPOINT: "nope.x"']
# expect: 'a.' None ['Ignoring unimportable $PYTHONBREAKPOINT: "a."']
# expect: '..' None ['Ignoring unimportable $PYTHONBREAKPOINT: ".."']
# expect:
# expect: 'builtins.print' None []
# expect: 100 0
