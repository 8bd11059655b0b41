import weakref, sys, collections.abc, _thread, threading
class P:
    def __init__(self, v): self.v = v
    def __ipow__(self, o): return ('ipow', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
    def __iadd__(self, o): return ('iadd', o)
    def __imatmul__(self, o): return ('imatmul', o)
o = P(1); p = weakref.proxy(o)
q = p; q **= 2; print(q)
q = p; q += 2; print(q); q = p; q @= 3; print(q)
print(p ** 3, pow(p, 3, 4), 2 ** p)
try: pow(2, 3, p)
except TypeError as e: print(e)
class N: pass
n = N(); m = weakref.proxy(n)
try: m **= 2
except TypeError as e: print(e)
try: m += 2
except TypeError as e: print(e)
for v in ([], {}, set(), bytearray(), collections.deque(), slice(1), 1, (), 'a', frozenset(), type, range(1), {}.keys(), {}.items(), {}.values(), memoryview(b''), collections.OrderedDict(), collections.Counter(), collections.defaultdict(), None, ..., iter([])):
    print(type(v).__name__, isinstance(v, collections.abc.Hashable), type(v).__hash__ is None, '__hash__' in type(v).__dict__)
class L(list): pass
class H(list): __hash__ = object.__hash__
print(L.__hash__, H.__hash__ is object.__hash__, isinstance(L(), collections.abc.Hashable), isinstance(H(), collections.abc.Hashable), hash(H()) is not None)
for f in (lambda: hash([]), lambda: [].__hash__(), lambda: hash({}), lambda: {[]: 1}, lambda: {L()}):
    try: f()
    except TypeError as e: print(e)
class E(list):
    def __eq__(self, o): return 1
print(E.__hash__, E.__dict__.get('__hash__', 'no'))
for b in (1 << 53, (1 << 63) - 1, 1 << 63, 1 << 64):
    try: print(len(range(b)))
    except Exception as e: print(type(e).__name__, e)
    class Len:
        def __len__(self): return b
        def __length_hint__(self): return b
        def __getitem__(self, i): raise IndexError
    for f in (len, bool, list):
        try: print(f(Len()))
        except Exception as e: print(f.__name__, type(e).__name__, e)
class T:
    def __init__(self, log): self.log = log
    def __del__(self): self.log.append('del')
def locals_():
    log = []
    for i in range(3):
        class Loc(threading.local):
            x = 1
            def __init__(self, a): self.a = a
        l = Loc(T(log)); l.b = T(log); l.me = l
        r = weakref.ref(Loc); w = weakref.ref(l)
        del l, Loc
        import gc; gc.collect()
        print(r(), w(), log)
    b = sys.getrefcount(_thread._local)
    for i in range(50): _thread._local()
    print(sys.getrefcount(_thread._local) - b)
    c = sys.getrefcount(T)
    l = threading.local(); l.t = T(log); del l; print(sys.getrefcount(T) - c, log[-1])
locals_()
# a first empty write
print(''.join(['', '', 'a']), '{}{}'.format('', 'é'), '%s%s' % ('', 'b'), repr(['']), str(('',)), ''.join(['']) + 'x', f'{""}{"z"}', '{:s}'.format(''), 'aXbX'.replace('X', ''), 'abc'.translate({97: '', 98: 'é'}), 'a'.translate({97: ''}), b''.decode('utf-16'), '\ud800'.encode('utf8', 'ignore'))

# expect: ('ipow', 2)
# expect: ('iadd', 2)
# expect: ('imatmul', 3)
# expect: ('pow', 3, None) ('pow', 3, 4) ('rpow', 2, None)
# expect: unsupported operand type(s) for ** or pow(): 'int', 'int', 'P'
# expect: unsupported operand type(s) for **=: 'N' and 'int'
# expect: unsupported operand type(s) for +=: 'N' and 'int'
# expect: list False True True
# expect: dict False True True
# expect: set False True True
# expect: bytearray False True True
# expect: deque False True True
# expect: slice True False True
# expect: int True False True
# expect: tuple True False True
# expect: str True False True
# expect: frozenset True False True
# expect: type True False False
# expect: range True False True
# expect: dict_keys False True True
# expect: dict_items False True True
# expect: dict_values True False False
# expect: memoryview True False True
# expect: OrderedDict False True True
# expect: Counter False True True
# expect: defaultdict False True False
# expect: NoneType True False True
# expect: ellipsis True False False
# expect: list_iterator True False False
# expect: None True False True True
# expect: unhashable type: 'list'
# expect: 'NoneType' object is not callable
# expect: unhashable type: 'dict'
# expect: unhashable type: 'list'
# expect: unhashable type: 'L'
# expect: None None
# expect: 9007199254740992
# expect: 9007199254740992
# expect: True
# expect-json: "list MemoryError "
# expect: 9223372036854775807
# expect: 9223372036854775807
# expect: True
# expect-json: "list MemoryError "
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: len OverflowError cannot fit 'int' into an index-sized integer
# expect: bool OverflowError cannot fit 'int' into an index-sized integer
# expect: list OverflowError cannot fit 'int' into an index-sized integer
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: len OverflowError cannot fit 'int' into an index-sized integer
# expect: bool OverflowError cannot fit 'int' into an index-sized integer
# expect: list OverflowError cannot fit 'int' into an index-sized integer
# expect: None None ['del', 'del']
# expect: None None ['del', 'del', 'del', 'del']
# expect: None None ['del', 'del', 'del', 'del', 'del', 'del']
# expect: 0
# expect: 0 del
# expect: a é b [''] ('',) x z  ab éc   b''
