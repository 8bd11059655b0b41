import sys
M = sys.monitoring; E = M.events
log = []
def err(f, *a):
    try: print('ok', f(*a))
    except Exception as e: print(type(e).__name__, e)
err(M.use_tool_id, 9, 'x'); err(M.use_tool_id, -1, 'x'); err(M.use_tool_id, 1, 3); err(M.use_tool_id, 1, 'one'); err(M.use_tool_id, 1, 'two')
err(M.get_tool, 1); err(M.get_tool, 2); err(M.get_tool, 6); err(M.set_events, 2, 1); err(M.set_events, 1, -1); err(M.set_events, 1, 1 << 17); err(M.set_events, 1, E.C_RETURN)
err(M.set_events, 1, 1 << 40); err(M.get_events, 1); err(M.get_events, 0); err(M.register_callback, 1, 3, print); err(M.register_callback, 1, 0, print); err(M.register_callback, 1, 1 << 20, print)
err(M.get_local_events, 1, 3); err(M.set_local_events, 1, err.__code__, 1 << 12); err(M.set_local_events, 1, 'x', 1); err(M.get_local_events, 0, err.__code__); err(M.free_tool_id, 8)
err(M.register_callback, 1, E.LINE, print); err(M.register_callback, 1, E.LINE, None); err(M.register_callback, 1, 'a', None); err(M.use_tool_id, 1.5, '')
def f(n):
    t = 0
    for i in range(n):
        t += i
        if t > 2:
            t -= 1
    return t
def g(): return f(2) + f(1)
def off(*names):
    def cb(ev):
        def h(code, *a):
            if code.co_filename == __file__:
                log.append((ev, code.co_name, *[x if isinstance(x, int) else getattr(x, '__name__', type(x).__name__) for x in a]))
                return M.DISABLE
        return h
    for n in names: M.register_callback(1, getattr(E, n), cb(n))
    M.set_events(1, sum(getattr(E, n) for n in names))
def run(*names):
    log.clear(); off(*names); f(3); f(3); g()
    M.restart_events(); f(1)
    M.set_events(1, 0)
    print('==', names)
    for e in log: print('  ', *e)
for names in (('LINE',), ('PY_START', 'PY_RETURN'), ('JUMP', 'BRANCH'), ('INSTRUCTION',), ('CALL',), ('LINE', 'PY_START', 'JUMP', 'BRANCH', 'CALL', 'PY_RETURN')): run(*names)
for name in ('RAISE', 'PY_UNWIND', 'EXCEPTION_HANDLED', 'RERAISE', 'PY_THROW'):
    M.register_callback(1, getattr(E, name), lambda *a: M.DISABLE)
    M.set_events(1, getattr(E, name))
    def r():
        try:
            try: raise KeyError
            finally: x = 1
        except KeyError: pass
    def gn():
        try: yield
        except LookupError: pass
    def u():
        raise OSError
    for h in (r, u, lambda: (x := gn(), next(x), x.throw(LookupError))):
        try: h()
        except Exception as e: print(name, type(e).__name__, e)
    M.set_events(1, 0)
    print(M.register_callback(1, getattr(E, name), None))
# local events
M.register_callback(1, E.LINE, lambda c, l: log.append(('line', c.co_name, l)))
M.register_callback(1, E.PY_START, lambda c, l: log.append(('start', c.co_name, l)))
log.clear(); M.set_local_events(1, f.__code__, E.LINE | E.PY_START); print(M.get_local_events(1, f.__code__)); g()
M.set_events(1, E.PY_START); g(); M.set_local_events(1, f.__code__, 0); g(); M.set_events(1, 0); g()
for e in log: print(*e)
# errors in callbacks
class Bad(Exception): pass
for name in ('LINE', 'PY_START', 'PY_RETURN', 'CALL', 'JUMP', 'BRANCH', 'INSTRUCTION', 'RAISE', 'PY_UNWIND', 'EXCEPTION_HANDLED', 'C_RETURN', 'C_RAISE', 'PY_YIELD', 'PY_RESUME', 'STOP_ITERATION'):
    def bad(*a):
        if a[0] is not w.__code__: return
        raise Bad(name)
    def w():
        for i in range(2):
            x = 1
            for j in (i, x):
                if x: x += 1
        try: int('z')
        except ValueError: pass
        len('')
        def gg(): yield 1
        list(gg())
        for q in gg(): pass
        return x
    M.register_callback(1, getattr(E, name), bad)
    M.set_events(1, getattr(E, name) | (E.CALL | E.C_RETURN | E.C_RAISE if name.startswith('C_') else 0))
    try: print(name, w())
    except Bad as e:
        M.set_events(1, 0); tb = e.__traceback__; where = []
        while tb: where.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
        print(name, repr(e), repr(e.__context__), where)
    M.set_events(1, 0); M.register_callback(1, getattr(E, name), None)
# a callback that changes what is watched
def change(code, line):
    if code is f.__code__: log.append(line); M.set_events(1, 0)
log.clear(); M.register_callback(1, E.LINE, change); M.set_events(1, E.LINE); f(2); f(2); print(log, M.get_events(1))
def change(code, off):
    if code is f.__code__: log.append(off); M.set_local_events(1, code, E.LINE)
M.register_callback(1, E.LINE, lambda c, l: log.append(l)); log.clear(); M.register_callback(1, E.PY_START, change); M.set_events(1, E.PY_START); f(2); M.set_events(1, 0); M.set_local_events(1, f.__code__, 0); print(log)
# builtin callbacks
M.register_callback(1, E.LINE, list.append); M.register_callback(1, E.PY_START, log.append)
log.clear(); M.set_events(1, E.PY_START)
try: f(1)
except TypeError as e: M.set_events(1, 0); print(e)
M.free_tool_id(1); print(M.get_tool(1), M._all_events())
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
M.use_tool_id(2, 'd'); c = [0]
def count(*a): c[0] += 1
for n in ('PY_START', 'PY_RETURN', 'LINE'): M.register_callback(2, getattr(E, n), count)
M.set_events(2, E.PY_START | E.PY_RETURN | E.LINE); deep(300); M.set_events(2, 0); print(c)

# expect: ValueError invalid tool 9 (must be between 0 and 5)
# expect: ValueError invalid tool -1 (must be between 0 and 5)
# expect: ValueError tool name must be a str
# expect: ok None
# expect: ValueError tool 1 is already in use
# expect: ok one
# expect: ok None
# expect: ValueError invalid tool 6 (must be between 0 and 5)
# expect: ValueError tool 2 is not in use
# expect: ValueError invalid event set 0xffffffff
# expect: ValueError invalid event set 0x20000
# expect: ValueError cannot set C_RETURN or C_RAISE events independently
# expect: OverflowError Python int too large to convert to C int
# expect: ok 0
# expect: ok 0
# expect: ValueError The callback can only be set for one event at a time
# expect: ValueError The callback can only be set for one event at a time
# expect: ValueError invalid event 1048576
# expect: TypeError code must be a code object
# expect: ValueError invalid local event set 0x1000
# expect: TypeError code must be a code object
# expect: ok 0
# expect: ValueError invalid tool 8 (must be between 0 and 5)
# expect: ok None
# expect: ok <built-in function print>
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: == ('LINE',)
# expect:    LINE f 13
# expect:    LINE f 14
# expect:    LINE f 15
# expect:    LINE f 16
# expect:    LINE f 14
# expect:    LINE f 17
# expect:    LINE f 18
# expect:    LINE run 31
# expect:    LINE f 13
# expect:    LINE f 14
# expect:    LINE f 15
# expect:    LINE f 16
# expect:    LINE f 14
# expect:    LINE f 18
# expect:    LINE run 32
# expect: == ('PY_START', 'PY_RETURN')
# expect:    PY_RETURN off 188 NoneType
# expect:    PY_START f 0
# expect:    PY_RETURN f 78 2
# expect:    PY_START g 0
# expect:    PY_RETURN g 46 1
# expect:    PY_START f 0
# expect:    PY_RETURN f 78 0
# expect: == ('JUMP', 'BRANCH')
# expect:    BRANCH f 28 32
# expect:    BRANCH f 50 54
# expect:    JUMP f 54 28
# expect:    JUMP f 68 28
# expect:    BRANCH f 28 32
# expect:    BRANCH f 50 54
# expect:    JUMP f 54 28
# expect: == ('INSTRUCTION',)
# expect:    INSTRUCTION off 186
# expect:    INSTRUCTION off 188
# expect:    INSTRUCTION run 56
# expect:    INSTRUCTION run 58
# expect:    INSTRUCTION run 68
# expect:    INSTRUCTION run 70
# expect:    INSTRUCTION f 2
# expect:    INSTRUCTION f 4
# expect:    INSTRUCTION f 6
# expect:    INSTRUCTION f 16
# expect:    INSTRUCTION f 18
# expect:    INSTRUCTION f 26
# expect:    INSTRUCTION f 28
# expect:    INSTRUCTION f 32
# expect:    INSTRUCTION f 34
# expect:    INSTRUCTION f 36
# expect:    INSTRUCTION f 40
# expect:    INSTRUCTION f 42
# expect:    INSTRUCTION f 44
# expect:    INSTRUCTION f 46
# expect:    INSTRUCTION f 50
# expect:    INSTRUCTION f 54
# expect:    INSTRUCTION f 58
# expect:    INSTRUCTION f 60
# expect:    INSTRUCTION f 62
# expect:    INSTRUCTION f 66
# expect:    INSTRUCTION f 68
# expect:    INSTRUCTION f 76
# expect:    INSTRUCTION f 78
# expect:    INSTRUCTION run 78
# expect:    INSTRUCTION run 80
# expect:    INSTRUCTION run 90
# expect:    INSTRUCTION run 92
# expect:    INSTRUCTION run 100
# expect:    INSTRUCTION run 102
# expect:    INSTRUCTION run 112
# expect:    INSTRUCTION g 2
# expect:    INSTRUCTION g 12
# expect:    INSTRUCTION g 14
# expect:    INSTRUCTION g 22
# expect:    INSTRUCTION g 32
# expect:    INSTRUCTION g 34
# expect:    INSTRUCTION g 42
# expect:    INSTRUCTION g 46
# expect:    INSTRUCTION run 120
# expect:    INSTRUCTION run 122
# expect:    INSTRUCTION run 132
# expect:    INSTRUCTION run 152
# expect:    INSTRUCTION run 160
# expect:    INSTRUCTION run 162
# expect:    INSTRUCTION run 172
# expect:    INSTRUCTION run 174
# expect:    INSTRUCTION f 2
# expect:    INSTRUCTION f 4
# expect:    INSTRUCTION f 6
# expect:    INSTRUCTION f 16
# expect:    INSTRUCTION f 18
# expect:    INSTRUCTION f 26
# expect:    INSTRUCTION f 28
# expect:    INSTRUCTION f 32
# expect:    INSTRUCTION f 34
# expect:    INSTRUCTION f 36
# expect:    INSTRUCTION f 40
# expect:    INSTRUCTION f 42
# expect:    INSTRUCTION f 44
# expect:    INSTRUCTION f 46
# expect:    INSTRUCTION f 50
# expect:    INSTRUCTION f 54
# expect:    INSTRUCTION f 76
# expect:    INSTRUCTION f 78
# expect:    INSTRUCTION run 182
# expect:    INSTRUCTION run 184
# expect:    INSTRUCTION run 194
# expect:    INSTRUCTION run 214
# expect:    INSTRUCTION run 216
# expect:    INSTRUCTION run 218
# expect: == ('CALL',)
# expect:    CALL run 70 f 3
# expect:    CALL f 18 range 3
# expect:    CALL run 92 f 3
# expect:    CALL run 112 g object
# expect:    CALL g 14 f 2
# expect:    CALL g 34 f 1
# expect:    CALL run 152 restart_events object
# expect:    CALL run 174 f 1
# expect:    CALL f 18 range 1
# expect:    CALL run 218 set_events 1
# expect: == ('LINE', 'PY_START', 'JUMP', 'BRANCH', 'CALL', 'PY_RETURN')
# expect:    PY_RETURN off 188 NoneType
# expect:    CALL run 70 f 3
# expect:    PY_START f 0
# expect:    LINE f 13
# expect:    LINE f 14
# expect:    BRANCH f 28 32
# expect:    LINE f 15
# expect:    LINE f 16
# expect:    BRANCH f 50 54
# expect:    JUMP f 54 28
# expect:    LINE f 14
# expect:    LINE f 17
# expect:    JUMP f 68 28
# expect:    LINE f 18
# expect:    PY_RETURN f 78 2
# expect:    CALL run 92 f 3
# expect:    CALL run 112 g object
# expect:    PY_START g 0
# expect:    LINE g 19
# expect:    CALL g 14 f 2
# expect:    CALL g 34 f 1
# expect:    PY_RETURN g 46 1
# expect:    LINE run 31
# expect:    CALL run 152 restart_events object
# expect:    CALL run 174 f 1
# expect:    PY_START f 0
# expect:    LINE f 13
# expect:    LINE f 14
# expect:    CALL f 18 range 1
# expect:    BRANCH f 28 32
# expect:    LINE f 15
# expect:    LINE f 16
# expect:    BRANCH f 50 54
# expect:    JUMP f 54 28
# expect:    LINE f 14
# expect:    LINE f 18
# expect:    PY_RETURN f 78 0
# expect:    LINE run 32
# expect:    CALL run 218 set_events 1
# expect: RAISE ValueError Cannot disable RAISE events. Callback removed.
# expect-json: "RAISE OSError "
# expect-json: "RAISE StopIteration "
# expect: None
# expect: PY_UNWIND ValueError Cannot disable PY_UNWIND events. Callback removed.
# expect-json: "PY_UNWIND StopIteration "
# expect: None
# expect: EXCEPTION_HANDLED ValueError Cannot disable EXCEPTION_HANDLED events. Callback removed.
# expect-json: "EXCEPTION_HANDLED OSError "
# expect-json: "EXCEPTION_HANDLED StopIteration "
# expect: None
# expect: RERAISE ValueError Cannot disable RERAISE events. Callback removed.
# expect-json: "RERAISE OSError "
# expect-json: "RERAISE StopIteration "
# expect: None
# expect-json: "PY_THROW OSError "
# expect: PY_THROW ValueError Cannot disable PY_THROW events. Callback removed.
# expect: None
# expect: 33
# expect: start g 0
# expect: start g 0
# expect: LINE Bad('LINE') None [('<module>', 80), ('w', 67), ('bad', 65)]
# expect: PY_START Bad('PY_START') None [('<module>', 80), ('w', 66), ('bad', 65)]
# expect: PY_RETURN Bad('PY_RETURN') None [('<module>', 80), ('w', 77), ('bad', 65)]
# expect: CALL Bad('CALL') None [('<module>', 80), ('w', 67), ('bad', 65)]
# expect: JUMP Bad('JUMP') None [('<module>', 80), ('w', 70), ('bad', 65)]
# expect: BRANCH Bad('BRANCH') None [('<module>', 80), ('w', 67), ('bad', 65)]
# expect: INSTRUCTION Bad('INSTRUCTION') None [('<module>', 80), ('w', 67), ('bad', 65)]
# expect: RAISE Bad('RAISE') None [('<module>', 80), ('bad', 65)]
# expect: PY_UNWIND 3
# expect: EXCEPTION_HANDLED Bad('EXCEPTION_HANDLED') None [('<module>', 80), ('bad', 65)]
# expect: C_RETURN Bad('C_RETURN') None [('<module>', 80), ('w', 67), ('bad', 65)]
# expect: C_RAISE Bad('C_RAISE') None [('<module>', 80), ('w', 71), ('bad', 65)]
# expect: PY_YIELD 3
# expect: PY_RESUME 3
# expect: STOP_ITERATION Bad('STOP_ITERATION') None [('<module>', 80), ('w', 76), ('bad', 65)]
# expect: [13] 0
# expect: [0, 13, 14, 15, 16, 14, 15, 16, 14, 18]
# expect: list.append() takes exactly one argument (2 given)
# expect: None {}
# expect: [903]
