# The built-in functions, their errors, and class statements as __build_class__ runs them.
import sys
print(1+2, "a", sep="-")
def g(n):
    for i in range(n):
        yield i
print(sum(g(10)), sum([0.1]*10), sum(g(3), 0.5), sum([1, 2.5, 3]))
print(min([3,1,2], key=lambda v: -v), max(g(5)), min(3, 1, 2), max([], default=7))
print(any(iter([0, 1])), all(iter([1, 0])), any([]), all([]))
print(sorted(g(5), key=lambda v: -v), sorted([3,1,2], reverse=True))
it = g(2)
print(next(it), next(it), next(it, "end"))
try: next(it)
except StopIteration as e: print("stop", repr(e))
class M(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, bases, kw); return {}
    def __new__(m, n, b, ns, **kw): return super().__new__(m, n, b, ns)
    def __init__(self, *a, **kw): pass
class A(metaclass=M, z=1):
    def f(self): return __class__
print(A().f(), type(A))
class B(A):
    x = 1
    def __repr__(self): return "B!"
    def __len__(self): return 5
    def __format__(self, s): return "fmt:" + s
    def __getattr__(self, n):
        if n == "zz": return 9
        raise AttributeError(n)
b = B()
print(b, [b], len(b), format(b, "x"), f"{b:>3}", getattr(b, "zz"), getattr(b, "q", 4), hasattr(b, "zz"), hasattr(b, "q"))
print(repr("é\n"), ascii("é\u20ac\U0001f600"), chr(233), ord("a"), bin(-5), oct(8), hex(255), round(3.7), abs(-3), divmod(7, 2), pow(2, 10), pow(3, 4, 5))
print(eval("1+2"), eval("x", {"x": 3}), eval("x+y", {"x": 1}, {"y": 5}))
ns = {}
exec("a = 1\ndef f(): return a", ns)
print(ns["f"](), sorted(k for k in ns))
c = compile("q = 5", "<t>", "exec")
exec(c); print(q, c.co_filename)
def loc():
    a = 1; b = 2
    return locals()
print(loc(), isinstance(1, (str, int)), issubclass(bool, int), callable(len), hash(1), hash(-1))
try:
    1/0
except ZeroDivisionError:
    print(sys.exc_info()[0], sys.exception())
class G:
    def __class_getitem__(cls, i): return cls
    def __mro_entries__(self, bases): return (int,)
class H(G()): pass
print(H.__bases__)
for bad in ["sum(['a'], '')", "next(3)", "iter(3)", "len(3)", "ord('ab')", "chr(-1)", "min()", "max([])", "print(sep=1)", "sorted()", "getattr(1)", "isinstance(1, 1)", "exec(1)", "compile('a', 'b', 'zz')", "__build_class__()", "hash([])", "round('a')", "sorted([1], foo=2)", "min(1, 2, foo=3)", "format(1, 2)", "iter(1, 2)"]:
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)

# expect: 3-a
# expect: 45 1.0 3.5 6.5
# expect: 3 4 1 7
# expect: True False False True
# expect: [4, 3, 2, 1, 0] [3, 2, 1]
# expect: 0 1 end
# expect: stop StopIteration()
# expect: prepare A () {'z': 1}
# expect: <class '__main__.A'> <class '__main__.M'>
# expect: prepare B (<class '__main__.A'>,) {}
# expect: B! [B!] 5 fmt:x fmt:>3 9 4 True False
# expect: 'é\n' '\xe9\u20ac\U0001f600' é 97 -0b101 0o10 0xff 4 3 (3, 1) 1024 1
# expect: 3 3 6
# expect: 1 ['__builtins__', 'a', 'f']
# expect: 5 <t>
# expect: {'a': 1, 'b': 2} True True True 1 -2
# expect: <class 'ZeroDivisionError'> division by zero
# expect: (<class 'int'>,)
# expect: sum(['a'], '') TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: next(3) TypeError 'int' object is not an iterator
# expect: iter(3) TypeError 'int' object is not iterable
# expect: len(3) TypeError object of type 'int' has no len()
# expect: ord('ab') TypeError ord() expected a character, but string of length 2 found
# expect: chr(-1) ValueError chr() arg not in range(0x110000)
# expect: min() TypeError min expected at least 1 argument, got 0
# expect: max([]) ValueError max() iterable argument is empty
# expect: print(sep=1) TypeError sep must be None or a string, not int
# expect: sorted() TypeError sorted expected 1 argument, got 0
# expect: getattr(1) TypeError getattr expected at least 2 arguments, got 1
# expect: isinstance(1, 1) TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: exec(1) TypeError exec() arg 1 must be a string, bytes or code object
# expect: compile('a', 'b', 'zz') ValueError compile() mode must be 'exec', 'eval' or 'single'
# expect: __build_class__() TypeError __build_class__: not enough arguments
# expect: hash([]) TypeError unhashable type: 'list'
# expect: round('a') TypeError type str doesn't define __round__ method
# expect: sorted([1], foo=2) TypeError sort() got an unexpected keyword argument 'foo'
# expect: min(1, 2, foo=3) TypeError min() got an unexpected keyword argument 'foo'
# expect: format(1, 2) TypeError format() argument 2 must be str, not int
# expect: iter(1, 2) TypeError iter(v, w): v must be callable
