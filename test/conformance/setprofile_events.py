import sys
events = []
def prof(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    if event.startswith('c_'): arg = arg.__qualname__
    elif arg is not None and not isinstance(arg, (int, str, list, tuple)): arg = type(arg).__name__
    events.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, arg))
    return prof
def show(f, *a):
    events.clear()
    sys.setprofile(prof)
    try:
        r = f(*a)
    except BaseException as e:
        r = repr(e)
    sys.setprofile(None)
    print('==', f.__name__, r if not hasattr(r,'gi_frame') else 'gen')
    for e in events: print('  ', e)
def f1():
    len([1])
    x = [3, 1]
    x.sort(key=lambda v: -v)
    x.append(*[1])
    str(3)
    int.__add__(1, 2)
    "a".join(['b'])
    return max(*x), min(x, default=3)
def f2():
    try: len(3)
    except TypeError: pass
    try: int('x')
    except ValueError: pass
    [].pop()
def gen():
    yield len('a')
    yield from map(abs, [1])
def f3():
    g = gen()
    a = list(g)
    g = gen(); next(g)
    try: g.throw(KeyError)
    except KeyError: pass
    g = gen(); next(g); g.close()
    return a
class A:
    def __init__(self, x=1): self.x = x
    def m(self): return super().__repr__() and 1
    @classmethod
    def c(cls): return cls()
    @staticmethod
    def s(): return isinstance(1, int)
class B(A):
    def m(self): return super().m() + super(B, self).m()
def f4():
    a = B()
    a.m(); B.c(); B.s()
    print(end='')
    sorted([2,1], key=int)
    exec('y=len("a")', {})
    {}.get(1)
    dict(a=1)
    return getattr(a, 'x')
for f, *a in [(f1,),(f2,),(f3,),(f4,)]: show(f, *a)
def both():
    def t(fr, ev, ar):
        if fr.f_code.co_filename == __file__: events.append(('T', fr.f_code.co_name, ev))
        return t
    events.clear()
    sys.settrace(t); sys.setprofile(prof)
    f1(); f4()
    sys.settrace(None)
    f1()
    sys.setprofile(None)
    for e in events: print(e)
both()
def bad(fr, ev, ar):
    if ev == 'return' and fr.f_code.co_name == 'simple': raise ZeroDivisionError('in profile')
def simple():
    x = 1
    return x
sys.setprofile(bad)
try: simple()
except ZeroDivisionError as e: print('caught', e, sys.getprofile()); tb = e.__traceback__
while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb = tb.tb_next
for when in ('call', 'line', 'return', 'exception'):
    def bad(fr, ev, ar):
        if ev == when: raise ZeroDivisionError('in trace ' + when)
        return bad
    def simple():
        try:
            x = 1
            int('a')
        except ValueError:
            x = 2
        return x
    sys.settrace(bad)
    try: simple()
    except ZeroDivisionError as e: print('caught', e, sys.gettrace(), repr(e.__context__)); tb = e.__traceback__
    sys.settrace(None)
    while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb = tb.tb_next

# expect: == f1 (3, 1)
# expect:    ('f1', 0, 'call', None)
# expect:    ('f1', 1, 'c_call', 'len')
# expect:    ('f1', 1, 'c_return', 'len')
# expect:    ('f1', 3, 'c_call', 'list.sort')
# expect:    ('<lambda>', 0, 'call', None)
# expect:    ('<lambda>', 0, 'return', -3)
# expect:    ('<lambda>', 0, 'call', None)
# expect:    ('<lambda>', 0, 'return', -1)
# expect:    ('f1', 3, 'c_return', 'list.sort')
# expect:    ('f1', 4, 'c_call', 'list.append')
# expect:    ('f1', 4, 'c_return', 'list.append')
# expect:    ('f1', 7, 'c_call', 'str.join')
# expect:    ('f1', 7, 'c_return', 'str.join')
# expect:    ('f1', 8, 'c_call', 'max')
# expect:    ('f1', 8, 'c_return', 'max')
# expect:    ('f1', 8, 'c_call', 'min')
# expect:    ('f1', 8, 'c_return', 'min')
# expect:    ('f1', 8, 'return', (3, 1))
# expect:    ('show', 7, 'c_call', 'setprofile')
# expect: == f2 IndexError('pop from empty list')
# expect:    ('f2', 0, 'call', None)
# expect:    ('f2', 1, 'c_call', 'len')
# expect:    ('f2', 1, 'c_exception', 'len')
# expect:    ('f2', 5, 'c_call', 'list.pop')
# expect:    ('f2', 5, 'c_exception', 'list.pop')
# expect:    ('f2', 5, 'return', None)
# expect:    ('show', 6, 'c_call', 'repr')
# expect:    ('show', 6, 'c_return', 'repr')
# expect:    ('show', 7, 'c_call', 'setprofile')
# expect: == f3 [1, 1]
# expect:    ('f3', 0, 'call', None)
# expect:    ('gen', 0, 'call', None)
# expect:    ('gen', 1, 'c_call', 'len')
# expect:    ('gen', 1, 'c_return', 'len')
# expect:    ('gen', 1, 'return', 1)
# expect:    ('gen', 1, 'call', None)
# expect:    ('gen', 2, 'return', 1)
# expect:    ('gen', 2, 'call', None)
# expect:    ('gen', 2, 'return', None)
# expect:    ('f3', 3, 'c_call', 'next')
# expect:    ('gen', 0, 'call', None)
# expect:    ('gen', 1, 'c_call', 'len')
# expect:    ('gen', 1, 'c_return', 'len')
# expect:    ('gen', 1, 'return', 1)
# expect:    ('f3', 3, 'c_return', 'next')
# expect:    ('f3', 4, 'c_call', 'generator.throw')
# expect:    ('gen', 1, 'call', None)
# expect:    ('gen', 1, 'return', None)
# expect:    ('f3', 4, 'c_exception', 'generator.throw')
# expect:    ('f3', 6, 'c_call', 'next')
# expect:    ('gen', 0, 'call', None)
# expect:    ('gen', 1, 'c_call', 'len')
# expect:    ('gen', 1, 'c_return', 'len')
# expect:    ('gen', 1, 'return', 1)
# expect:    ('f3', 6, 'c_return', 'next')
# expect:    ('f3', 6, 'c_call', 'generator.close')
# expect:    ('f3', 6, 'c_return', 'generator.close')
# expect:    ('f3', 7, 'return', [1, 1])
# expect:    ('show', 7, 'c_call', 'setprofile')
# expect: == f4 1
# expect:    ('f4', 0, 'call', None)
# expect:    ('__init__', 0, 'call', None)
# expect:    ('__init__', 0, 'return', None)
# expect:    ('m', 0, 'call', None)
# expect:    ('m', 0, 'call', None)
# expect:    ('m', 0, 'return', 1)
# expect:    ('m', 0, 'call', None)
# expect:    ('m', 0, 'return', 1)
# expect:    ('m', 0, 'return', 2)
# expect:    ('c', 0, 'call', None)
# expect:    ('__init__', 0, 'call', None)
# expect:    ('__init__', 0, 'return', None)
# expect:    ('c', 1, 'return', 'B')
# expect:    ('s', 0, 'call', None)
# expect:    ('s', 1, 'c_call', 'isinstance')
# expect:    ('s', 1, 'c_return', 'isinstance')
# expect:    ('s', 1, 'return', True)
# expect:    ('f4', 3, 'c_call', 'print')
# expect:    ('f4', 3, 'c_return', 'print')
# expect:    ('f4', 4, 'c_call', 'sorted')
# expect:    ('f4', 4, 'c_return', 'sorted')
# expect:    ('f4', 5, 'c_call', 'exec')
# expect:    ('f4', 5, 'c_return', 'exec')
# expect:    ('f4', 6, 'c_call', 'dict.get')
# expect:    ('f4', 6, 'c_return', 'dict.get')
# expect:    ('f4', 8, 'c_call', 'getattr')
# expect:    ('f4', 8, 'c_return', 'getattr')
# expect:    ('f4', 8, 'return', 1)
# expect:    ('show', 7, 'c_call', 'setprofile')
# expect: ('T', 'f1', 'call')
# expect: ('f1', 0, 'call', None)
# expect: ('T', 'f1', 'line')
# expect: ('f1', 1, 'c_call', 'len')
# expect: ('f1', 1, 'c_return', 'len')
# expect: ('T', 'f1', 'line')
# expect: ('T', 'f1', 'line')
# expect: ('f1', 3, 'c_call', 'list.sort')
# expect: ('T', '<lambda>', 'call')
# expect: ('<lambda>', 0, 'call', None)
# expect: ('T', '<lambda>', 'line')
# expect: ('T', '<lambda>', 'return')
# expect: ('<lambda>', 0, 'return', -3)
# expect: ('T', '<lambda>', 'call')
# expect: ('<lambda>', 0, 'call', None)
# expect: ('T', '<lambda>', 'line')
# expect: ('T', '<lambda>', 'return')
# expect: ('<lambda>', 0, 'return', -1)
# expect: ('f1', 3, 'c_return', 'list.sort')
# expect: ('T', 'f1', 'line')
# expect: ('f1', 4, 'c_call', 'list.append')
# expect: ('f1', 4, 'c_return', 'list.append')
# expect: ('T', 'f1', 'line')
# expect: ('T', 'f1', 'line')
# expect: ('T', 'f1', 'line')
# expect: ('f1', 7, 'c_call', 'str.join')
# expect: ('f1', 7, 'c_return', 'str.join')
# expect: ('T', 'f1', 'line')
# expect: ('f1', 8, 'c_call', 'max')
# expect: ('f1', 8, 'c_return', 'max')
# expect: ('f1', 8, 'c_call', 'min')
# expect: ('f1', 8, 'c_return', 'min')
# expect: ('T', 'f1', 'return')
# expect: ('f1', 8, 'return', (3, 1))
# expect: ('T', 'f4', 'call')
# expect: ('f4', 0, 'call', None)
# expect: ('T', 'f4', 'line')
# expect: ('T', '__init__', 'call')
# expect: ('__init__', 0, 'call', None)
# expect: ('T', '__init__', 'line')
# expect: ('T', '__init__', 'return')
# expect: ('__init__', 0, 'return', None)
# expect: ('T', 'f4', 'line')
# expect: ('T', 'm', 'call')
# expect: ('m', 0, 'call', None)
# expect: ('T', 'm', 'line')
# expect: ('T', 'm', 'call')
# expect: ('m', 0, 'call', None)
# expect: ('T', 'm', 'line')
# expect: ('T', 'm', 'return')
# expect: ('m', 0, 'return', 1)
# expect: ('T', 'm', 'call')
# expect: ('m', 0, 'call', None)
# expect: ('T', 'm', 'line')
# expect: ('T', 'm', 'return')
# expect: ('m', 0, 'return', 1)
# expect: ('T', 'm', 'return')
# expect: ('m', 0, 'return', 2)
# expect: ('T', 'c', 'call')
# expect: ('c', 0, 'call', None)
# expect: ('T', 'c', 'line')
# expect: ('T', '__init__', 'call')
# expect: ('__init__', 0, 'call', None)
# expect: ('T', '__init__', 'line')
# expect: ('T', '__init__', 'return')
# expect: ('__init__', 0, 'return', None)
# expect: ('T', 'c', 'return')
# expect: ('c', 1, 'return', 'B')
# expect: ('T', 's', 'call')
# expect: ('s', 0, 'call', None)
# expect: ('T', 's', 'line')
# expect: ('s', 1, 'c_call', 'isinstance')
# expect: ('s', 1, 'c_return', 'isinstance')
# expect: ('T', 's', 'return')
# expect: ('s', 1, 'return', True)
# expect: ('T', 'f4', 'line')
# expect: ('f4', 3, 'c_call', 'print')
# expect: ('f4', 3, 'c_return', 'print')
# expect: ('T', 'f4', 'line')
# expect: ('f4', 4, 'c_call', 'sorted')
# expect: ('f4', 4, 'c_return', 'sorted')
# expect: ('T', 'f4', 'line')
# expect: ('f4', 5, 'c_call', 'exec')
# expect: ('f4', 5, 'c_return', 'exec')
# expect: ('T', 'f4', 'line')
# expect: ('f4', 6, 'c_call', 'dict.get')
# expect: ('f4', 6, 'c_return', 'dict.get')
# expect: ('T', 'f4', 'line')
# expect: ('T', 'f4', 'line')
# expect: ('f4', 8, 'c_call', 'getattr')
# expect: ('f4', 8, 'c_return', 'getattr')
# expect: ('T', 'f4', 'return')
# expect: ('f4', 8, 'return', 1)
# expect: ('both', 7, 'c_call', 'settrace')
# expect: ('both', 7, 'c_return', 'settrace')
# expect: ('f1', 0, 'call', None)
# expect: ('f1', 1, 'c_call', 'len')
# expect: ('f1', 1, 'c_return', 'len')
# expect: ('f1', 3, 'c_call', 'list.sort')
# expect: ('<lambda>', 0, 'call', None)
# expect: ('<lambda>', 0, 'return', -3)
# expect: ('<lambda>', 0, 'call', None)
# expect: ('<lambda>', 0, 'return', -1)
# expect: ('f1', 3, 'c_return', 'list.sort')
# expect: ('f1', 4, 'c_call', 'list.append')
# expect: ('f1', 4, 'c_return', 'list.append')
# expect: ('f1', 7, 'c_call', 'str.join')
# expect: ('f1', 7, 'c_return', 'str.join')
# expect: ('f1', 8, 'c_call', 'max')
# expect: ('f1', 8, 'c_return', 'max')
# expect: ('f1', 8, 'c_call', 'min')
# expect: ('f1', 8, 'c_return', 'min')
# expect: ('f1', 8, 'return', (3, 1))
# expect: ('both', 9, 'c_call', 'setprofile')
# expect: caught in profile None
# expect: <module> 82
# expect: simple 80
# expect: bad 77
# expect: caught in trace call None None
# expect: <module> 97
# expect: simple 89
# expect: bad 87
# expect: caught in trace line None None
# expect: <module> 97
# expect: simple 90
# expect: bad 87
# expect: caught in trace return None None
# expect: <module> 97
# expect: simple 95
# expect: bad 87
# expect: caught in trace exception None None
# expect: <module> 97
# expect: bad 87
