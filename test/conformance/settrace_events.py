import sys
events = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    if event == 'exception': arg = (arg[0].__name__, str(arg[1]), arg[2] and arg[2].tb_lineno)
    elif arg is not None and not isinstance(arg, (int, str, list, tuple)): arg = type(arg).__name__
    events.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, arg))
    return tracer
def show(f, *a):
    events.clear()
    sys.settrace(tracer)
    try:
        r = f(*a)
    except BaseException as e:
        r = repr(e)
    sys.settrace(None)
    print('==', f.__name__, r if not hasattr(r,'gi_frame') else 'gen')
    for e in events: print('  ', e)

def simple(x):
    y = x + 1
    if y > 1:
        z = 2
    else:
        z = 3
    return y + z
def loop(n):
    t = 0
    for i in range(n):
        t += i
    while t > 0:
        t -= 2
        if t % 2: continue
        break
    else:
        t = 9
    return t
def oneline(): return 1
def exc():
    try:
        raise ValueError('a')
    except ValueError as e:
        x = 1
    finally:
        x = 2
    try:
        1/0
    except ZeroDivisionError:
        pass
    return x
def exc2():
    try:
        exc3()
    finally:
        y = 1
def exc3():
    z = 1
    raise KeyError(z)
def gen():
    yield 1
    x = yield 2
    return 3
def usegen():
    r = []
    for v in gen():
        r.append(v)
    g = gen()
    next(g)
    try:
        g.throw(ValueError('t'))
    except ValueError:
        pass
    def d():
        q = yield from gen()
        yield q
    r += list(d())
    return r
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n
def useit():
    for x in It():
        pass
    a, *b = It()
    return [y for y in It()], b
def sameline():
    while True: break
    for i in (1,2): pass
    x = [i for i in (1, 2) if i]
    return x if x else 3
def withs():
    class C:
        def __enter__(self): return self
        def __exit__(self, *a):
            return True
    with C() as c:
        x = 1
    with C():
        raise ValueError
    with (C() as a,
          C() as b):
        y = 2
        z = 3
    return 4
def lam():
    f = lambda: (1,
       2)
    return sorted([3,1,2],
       key=lambda x: -x) + [f()]
def cls():
    class A:
        x = 1
        def f(self):
            return 1
    class B(A):
        def f(self):
            return super().f() + 1
    return B().f()
def match(v):
    match v:
        case 1:
            return 'one'
        case [a, b] if a > b:
            return 'gt'
        case {'k': k}:
            return k
        case _:
            return None
def multi():
    return (oneline() +
            oneline()
            + oneline())
def rec(n):
    if n == 0:
        return 0
    return 1 + rec(n-1)
for f, *a in [(simple,0),(simple,-5),(loop,3),(oneline,),(exc,),(exc2,),(usegen,),(useit,),(sameline,),(withs,),(lam,),(cls,),(match,1),(match,[2,1]),(match,{'k':3}),(match,5),(multi,),(rec,3)]:
    show(f, *a)

# expect: == simple 4
# expect:    ('simple', 0, 'call', None)
# expect:    ('simple', 1, 'line', None)
# expect:    ('simple', 2, 'line', None)
# expect:    ('simple', 5, 'line', None)
# expect:    ('simple', 6, 'line', None)
# expect:    ('simple', 6, 'return', 4)
# expect: == simple -1
# expect:    ('simple', 0, 'call', None)
# expect:    ('simple', 1, 'line', None)
# expect:    ('simple', 2, 'line', None)
# expect:    ('simple', 5, 'line', None)
# expect:    ('simple', 6, 'line', None)
# expect:    ('simple', 6, 'return', -1)
# expect: == loop 9
# expect:    ('loop', 0, 'call', None)
# expect:    ('loop', 1, 'line', None)
# expect:    ('loop', 2, 'line', None)
# expect:    ('loop', 3, 'line', None)
# expect:    ('loop', 2, 'line', None)
# expect:    ('loop', 3, 'line', None)
# expect:    ('loop', 2, 'line', None)
# expect:    ('loop', 3, 'line', None)
# expect:    ('loop', 2, 'line', None)
# expect:    ('loop', 4, 'line', None)
# expect:    ('loop', 5, 'line', None)
# expect:    ('loop', 6, 'line', None)
# expect:    ('loop', 4, 'line', None)
# expect:    ('loop', 5, 'line', None)
# expect:    ('loop', 6, 'line', None)
# expect:    ('loop', 4, 'line', None)
# expect:    ('loop', 9, 'line', None)
# expect:    ('loop', 10, 'line', None)
# expect:    ('loop', 10, 'return', 9)
# expect: == oneline 1
# expect:    ('oneline', 0, 'call', None)
# expect:    ('oneline', 0, 'line', None)
# expect:    ('oneline', 0, 'return', 1)
# expect: == exc 2
# expect:    ('exc', 0, 'call', None)
# expect:    ('exc', 1, 'line', None)
# expect:    ('exc', 2, 'line', None)
# expect:    ('exc', 2, 'exception', ('ValueError', 'a', 41))
# expect:    ('exc', 3, 'line', None)
# expect:    ('exc', 4, 'line', None)
# expect:    ('exc', 6, 'line', None)
# expect:    ('exc', 7, 'line', None)
# expect:    ('exc', 8, 'line', None)
# expect:    ('exc', 8, 'exception', ('ZeroDivisionError', 'division by zero', 47))
# expect:    ('exc', 9, 'line', None)
# expect:    ('exc', 10, 'line', None)
# expect:    ('exc', 11, 'line', None)
# expect:    ('exc', 11, 'return', 2)
# expect: == exc2 KeyError(1)
# expect:    ('exc2', 0, 'call', None)
# expect:    ('exc2', 1, 'line', None)
# expect:    ('exc2', 2, 'line', None)
# expect:    ('exc3', 0, 'call', None)
# expect:    ('exc3', 1, 'line', None)
# expect:    ('exc3', 2, 'line', None)
# expect:    ('exc3', 2, 'exception', ('KeyError', '1', 58))
# expect:    ('exc3', 2, 'return', None)
# expect:    ('exc2', 2, 'exception', ('KeyError', '1', 53))
# expect:    ('exc2', 4, 'line', None)
# expect:    ('exc2', 4, 'return', None)
# expect: == usegen [1, 2, 1, 2, 3]
# expect:    ('usegen', 0, 'call', None)
# expect:    ('usegen', 1, 'line', None)
# expect:    ('usegen', 2, 'line', None)
# expect:    ('gen', 0, 'call', None)
# expect:    ('gen', 1, 'line', None)
# expect:    ('gen', 1, 'return', 1)
# expect:    ('usegen', 3, 'line', None)
# expect:    ('usegen', 2, 'line', None)
# expect:    ('gen', 1, 'call', None)
# expect:    ('gen', 2, 'line', None)
# expect:    ('gen', 2, 'return', 2)
# expect:    ('usegen', 3, 'line', None)
# expect:    ('usegen', 2, 'line', None)
# expect:    ('gen', 2, 'call', None)
# expect:    ('gen', 3, 'line', None)
# expect:    ('gen', 3, 'return', 3)
# expect:    ('usegen', 2, 'exception', ('StopIteration', '3', None))
# expect:    ('usegen', 4, 'line', None)
# expect:    ('usegen', 5, 'line', None)
# expect:    ('gen', 0, 'call', None)
# expect:    ('gen', 1, 'line', None)
# expect:    ('gen', 1, 'return', 1)
# expect:    ('usegen', 6, 'line', None)
# expect:    ('usegen', 7, 'line', None)
# expect:    ('gen', 1, 'call', None)
# expect:    ('gen', 1, 'exception', ('ValueError', 't', 60))
# expect:    ('gen', 1, 'return', None)
# expect:    ('usegen', 7, 'exception', ('ValueError', 't', 70))
# expect:    ('usegen', 8, 'line', None)
# expect:    ('usegen', 9, 'line', None)
# expect:    ('usegen', 10, 'line', None)
# expect:    ('usegen', 13, 'line', None)
# expect:    ('d', 0, 'call', None)
# expect:    ('d', 1, 'line', None)
# expect:    ('gen', 0, 'call', None)
# expect:    ('gen', 1, 'line', None)
# expect:    ('gen', 1, 'return', 1)
# expect:    ('d', 1, 'return', 1)
# expect:    ('d', 1, 'call', None)
# expect:    ('gen', 1, 'call', None)
# expect:    ('gen', 2, 'line', None)
# expect:    ('gen', 2, 'return', 2)
# expect:    ('d', 1, 'return', 2)
# expect:    ('d', 1, 'call', None)
# expect:    ('gen', 2, 'call', None)
# expect:    ('gen', 3, 'line', None)
# expect:    ('gen', 3, 'return', 3)
# expect:    ('d', 1, 'exception', ('StopIteration', '3', None))
# expect:    ('d', 2, 'line', None)
# expect:    ('d', 2, 'return', 3)
# expect:    ('d', 2, 'call', None)
# expect:    ('d', 2, 'return', None)
# expect:    ('usegen', 14, 'line', None)
# expect:    ('usegen', 14, 'return', [1, 2, 1, 2, 3])
# expect: == useit ([1, 2], [2])
# expect:    ('useit', 0, 'call', None)
# expect:    ('useit', 1, 'line', None)
# expect:    ('__init__', 0, 'call', None)
# expect:    ('__init__', 0, 'line', None)
# expect:    ('__init__', 0, 'return', None)
# expect:    ('__iter__', 0, 'call', None)
# expect:    ('__iter__', 0, 'line', None)
# expect:    ('__iter__', 0, 'return', 'It')
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 4, 'line', None)
# expect:    ('__next__', 4, 'return', 1)
# expect:    ('useit', 2, 'line', None)
# expect:    ('useit', 1, 'line', None)
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 4, 'line', None)
# expect:    ('__next__', 4, 'return', 2)
# expect:    ('useit', 2, 'line', None)
# expect:    ('useit', 1, 'line', None)
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 3, 'line', None)
# expect:    ('__next__', 3, 'exception', ('StopIteration', '', 84))
# expect:    ('__next__', 3, 'return', None)
# expect:    ('useit', 1, 'exception', ('StopIteration', '', 84))
# expect:    ('useit', 3, 'line', None)
# expect:    ('__init__', 0, 'call', None)
# expect:    ('__init__', 0, 'line', None)
# expect:    ('__init__', 0, 'return', None)
# expect:    ('__iter__', 0, 'call', None)
# expect:    ('__iter__', 0, 'line', None)
# expect:    ('__iter__', 0, 'return', 'It')
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 4, 'line', None)
# expect:    ('__next__', 4, 'return', 1)
# expect:    ('__iter__', 0, 'call', None)
# expect:    ('__iter__', 0, 'line', None)
# expect:    ('__iter__', 0, 'return', 'It')
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 4, 'line', None)
# expect:    ('__next__', 4, 'return', 2)
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 3, 'line', None)
# expect:    ('__next__', 3, 'exception', ('StopIteration', '', 84))
# expect:    ('__next__', 3, 'return', None)
# expect:    ('useit', 4, 'line', None)
# expect:    ('__init__', 0, 'call', None)
# expect:    ('__init__', 0, 'line', None)
# expect:    ('__init__', 0, 'return', None)
# expect:    ('__iter__', 0, 'call', None)
# expect:    ('__iter__', 0, 'line', None)
# expect:    ('__iter__', 0, 'return', 'It')
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 4, 'line', None)
# expect:    ('__next__', 4, 'return', 1)
# expect:    ('useit', 4, 'line', None)
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 4, 'line', None)
# expect:    ('__next__', 4, 'return', 2)
# expect:    ('useit', 4, 'line', None)
# expect:    ('__next__', 0, 'call', None)
# expect:    ('__next__', 1, 'line', None)
# expect:    ('__next__', 2, 'line', None)
# expect:    ('__next__', 3, 'line', None)
# expect:    ('__next__', 3, 'exception', ('StopIteration', '', 84))
# expect:    ('__next__', 3, 'return', None)
# expect:    ('useit', 4, 'exception', ('StopIteration', '', 84))
# expect:    ('useit', 4, 'return', ([1, 2], [2]))
# expect: == sameline [1, 2]
# expect:    ('sameline', 0, 'call', None)
# expect:    ('sameline', 1, 'line', None)
# expect:    ('sameline', 2, 'line', None)
# expect:    ('sameline', 2, 'line', None)
# expect:    ('sameline', 2, 'line', None)
# expect:    ('sameline', 3, 'line', None)
# expect:    ('sameline', 3, 'line', None)
# expect:    ('sameline', 3, 'line', None)
# expect:    ('sameline', 4, 'line', None)
# expect:    ('sameline', 4, 'return', [1, 2])
# expect: == withs 4
# expect:    ('withs', 0, 'call', None)
# expect:    ('withs', 1, 'line', None)
# expect:    ('C', 0, 'call', None)
# expect:    ('C', 0, 'line', None)
# expect:    ('C', 1, 'line', None)
# expect:    ('C', 2, 'line', None)
# expect:    ('C', 2, 'return', None)
# expect:    ('withs', 5, 'line', None)
# expect:    ('__enter__', 0, 'call', None)
# expect:    ('__enter__', 0, 'line', None)
# expect:    ('__enter__', 0, 'return', 'C')
# expect:    ('withs', 6, 'line', None)
# expect:    ('withs', 5, 'line', None)
# expect:    ('__exit__', 0, 'call', None)
# expect:    ('__exit__', 1, 'line', None)
# expect:    ('__exit__', 1, 'return', True)
# expect:    ('withs', 7, 'line', None)
# expect:    ('__enter__', 0, 'call', None)
# expect:    ('__enter__', 0, 'line', None)
# expect:    ('__enter__', 0, 'return', 'C')
# expect:    ('withs', 8, 'line', None)
# expect:    ('withs', 8, 'exception', ('ValueError', '', 104))
# expect:    ('withs', 7, 'line', None)
# expect:    ('__exit__', 0, 'call', None)
# expect:    ('__exit__', 1, 'line', None)
# expect:    ('__exit__', 1, 'return', True)
# expect:    ('withs', 9, 'line', None)
# expect:    ('__enter__', 0, 'call', None)
# expect:    ('__enter__', 0, 'line', None)
# expect:    ('__enter__', 0, 'return', 'C')
# expect:    ('withs', 10, 'line', None)
# expect:    ('__enter__', 0, 'call', None)
# expect:    ('__enter__', 0, 'line', None)
# expect:    ('__enter__', 0, 'return', 'C')
# expect:    ('withs', 11, 'line', None)
# expect:    ('withs', 12, 'line', None)
# expect:    ('withs', 10, 'line', None)
# expect:    ('__exit__', 0, 'call', None)
# expect:    ('__exit__', 1, 'line', None)
# expect:    ('__exit__', 1, 'return', True)
# expect:    ('withs', 9, 'line', None)
# expect:    ('__exit__', 0, 'call', None)
# expect:    ('__exit__', 1, 'line', None)
# expect:    ('__exit__', 1, 'return', True)
# expect:    ('withs', 13, 'line', None)
# expect:    ('withs', 13, 'return', 4)
# expect: == lam [3, 2, 1, (1, 2)]
# expect:    ('lam', 0, 'call', None)
# expect:    ('lam', 1, 'line', None)
# expect:    ('lam', 3, 'line', None)
# expect:    ('lam', 4, 'line', None)
# expect:    ('lam', 3, 'line', None)
# expect:    ('<lambda>', 0, 'call', None)
# expect:    ('<lambda>', 0, 'line', None)
# expect:    ('<lambda>', 0, 'return', -3)
# expect:    ('<lambda>', 0, 'call', None)
# expect:    ('<lambda>', 0, 'line', None)
# expect:    ('<lambda>', 0, 'return', -1)
# expect:    ('<lambda>', 0, 'call', None)
# expect:    ('<lambda>', 0, 'line', None)
# expect:    ('<lambda>', 0, 'return', -2)
# expect:    ('lam', 4, 'line', None)
# expect:    ('<lambda>', 0, 'call', None)
# expect:    ('<lambda>', 0, 'line', None)
# expect:    ('<lambda>', 0, 'return', (1, 2))
# expect:    ('lam', 3, 'line', None)
# expect:    ('lam', 3, 'return', [3, 2, 1, (1, 2)])
# expect: == cls 2
# expect:    ('cls', 0, 'call', None)
# expect:    ('cls', 1, 'line', None)
# expect:    ('A', 0, 'call', None)
# expect:    ('A', 0, 'line', None)
# expect:    ('A', 1, 'line', None)
# expect:    ('A', 2, 'line', None)
# expect:    ('A', 2, 'return', None)
# expect:    ('cls', 5, 'line', None)
# expect:    ('B', 0, 'call', None)
# expect:    ('B', 0, 'line', None)
# expect:    ('B', 1, 'line', None)
# expect:    ('B', 1, 'return', 'cell')
# expect:    ('cls', 8, 'line', None)
# expect:    ('f', 0, 'call', None)
# expect:    ('f', 1, 'line', None)
# expect:    ('f', 0, 'call', None)
# expect:    ('f', 1, 'line', None)
# expect:    ('f', 1, 'return', 1)
# expect:    ('f', 1, 'return', 2)
# expect:    ('cls', 8, 'return', 2)
# expect: == match one
# expect:    ('match', 0, 'call', None)
# expect:    ('match', 1, 'line', None)
# expect:    ('match', 2, 'line', None)
# expect:    ('match', 3, 'line', None)
# expect:    ('match', 3, 'return', 'one')
# expect: == match gt
# expect:    ('match', 0, 'call', None)
# expect:    ('match', 1, 'line', None)
# expect:    ('match', 2, 'line', None)
# expect:    ('match', 4, 'line', None)
# expect:    ('match', 5, 'line', None)
# expect:    ('match', 5, 'return', 'gt')
# expect: == match 3
# expect:    ('match', 0, 'call', None)
# expect:    ('match', 1, 'line', None)
# expect:    ('match', 2, 'line', None)
# expect:    ('match', 4, 'line', None)
# expect:    ('match', 6, 'line', None)
# expect:    ('match', 7, 'line', None)
# expect:    ('match', 7, 'return', 3)
# expect: == match None
# expect:    ('match', 0, 'call', None)
# expect:    ('match', 1, 'line', None)
# expect:    ('match', 2, 'line', None)
# expect:    ('match', 4, 'line', None)
# expect:    ('match', 6, 'line', None)
# expect:    ('match', 8, 'line', None)
# expect:    ('match', 9, 'line', None)
# expect:    ('match', 9, 'return', None)
# expect: == multi 3
# expect:    ('multi', 0, 'call', None)
# expect:    ('multi', 1, 'line', None)
# expect:    ('oneline', 0, 'call', None)
# expect:    ('oneline', 0, 'line', None)
# expect:    ('oneline', 0, 'return', 1)
# expect:    ('multi', 2, 'line', None)
# expect:    ('oneline', 0, 'call', None)
# expect:    ('oneline', 0, 'line', None)
# expect:    ('oneline', 0, 'return', 1)
# expect:    ('multi', 1, 'line', None)
# expect:    ('multi', 3, 'line', None)
# expect:    ('oneline', 0, 'call', None)
# expect:    ('oneline', 0, 'line', None)
# expect:    ('oneline', 0, 'return', 1)
# expect:    ('multi', 1, 'line', None)
# expect:    ('multi', 1, 'return', 3)
# expect: == rec 3
# expect:    ('rec', 0, 'call', None)
# expect:    ('rec', 1, 'line', None)
# expect:    ('rec', 3, 'line', None)
# expect:    ('rec', 0, 'call', None)
# expect:    ('rec', 1, 'line', None)
# expect:    ('rec', 3, 'line', None)
# expect:    ('rec', 0, 'call', None)
# expect:    ('rec', 1, 'line', None)
# expect:    ('rec', 3, 'line', None)
# expect:    ('rec', 0, 'call', None)
# expect:    ('rec', 1, 'line', None)
# expect:    ('rec', 2, 'line', None)
# expect:    ('rec', 2, 'return', 0)
# expect:    ('rec', 3, 'return', 1)
# expect:    ('rec', 3, 'return', 2)
# expect:    ('rec', 3, 'return', 3)
