import sys
M = sys.monitoring; E = M.events
print(dir(M)); print(E); print(M.DEBUGGER_ID, M.COVERAGE_ID, M.PROFILER_ID, M.OPTIMIZER_ID, type(M.DISABLE), M)
ALL = [n for n in dir(E) if n.isupper() and n != 'NO_EVENTS']
log = []
files = {}
def show(x):
    if x is M.MISSING: return 'MISSING'
    if isinstance(x, (int, str, type(None), tuple, list)): return repr(x)
    return getattr(x, '__qualname__', type(x).__name__)
def cb(name, tool):
    def f(code, *args):
        if code.co_filename == __file__: log.append((tool, name, code.co_name, *map(show, args)))
    return f
T = 3
def watch(tool, names):
    M.use_tool_id(tool, 'tool%d' % tool)
    for n in names: M.register_callback(tool, getattr(E, n), cb(n, tool))
    M.set_events(tool, sum(getattr(E, n) for n in names))
def show_log():
    rows = [' '.join(map(str, e)) for e in log]
    for i in range(0, len(rows), 12): print('  ', '; '.join(rows[i:i + 12]))
def unwatch(tool):
    M.set_events(tool, 0)
    for n in ALL: M.register_callback(tool, getattr(E, n), None)
    M.free_tool_id(tool)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
def one(): return 1
def body(n):
    t = 0
    for i in range(n):
        if i % 2: continue
        t += one()
    while t > 5: t -= 1
    for x in It(): t += x
    try: int('x')
    except ValueError: t = 1
    try:
        try: len(3)
        finally: t = 2
    except TypeError as e: t = 3
    x = None
    if x is None: t = 4
    if x is not None: t = 5
    return [q for q in (1, 2) if q > 1]
def gen():
    x = yield 1
    try: yield from [3]
    except KeyError: pass
    return 9
def gens():
    g = gen(); next(g); g.send(5)
    try: g.throw(KeyError)
    except StopIteration as e: v = e.value
    def d(): return (yield from gen())
    return list(d()), v
class A:
    def m(self, *a, **k): return 1
    def __repr__(self): return 'A'
class B(A):
    def m(self, *a, **k): return super().m(*a) + super(B, self).m(k=2)
def calls():
    b = B(); b.m(1, x=2); b.m(*[1], **{'y': 2})
    print(end='', *[])
    max(1, 2, key=lambda v: v); sorted([2, 1], key=abs)
    repr(b); str(b)
    [].append(1)
    dict(a=1)
    return isinstance(b, A)
def unwinds():
    def u(): raise KeyError(1)
    try: u()
    except KeyError: pass
    def r():
        try: u()
        except KeyError: raise
    try: r()
    except KeyError: pass
    with open('/dev/null'): pass
def runs():
    for f, a in ((body, (3,)), (gens, ()), (calls, ()), (unwinds, ())):
        try: f(*a)
        except Exception as e: log.append(repr(e))
for names in [[n] for n in ALL if n not in ('C_RETURN', 'C_RAISE')] + [ALL, ['CALL', 'C_RETURN', 'C_RAISE'], ['LINE', 'BRANCH'], ['PY_START', 'PY_RETURN', 'JUMP']]:
    log.clear()
    try:
        watch(T, names); runs()
    finally: unwatch(T)
    print('==', names)
    show_log()
# two tools, one with less
log.clear(); watch(1, ['LINE', 'CALL', 'C_RETURN', 'C_RAISE']); watch(4, ['LINE', 'PY_START', 'BRANCH'])
print(M._all_events()); body(2); unwatch(1); one(); unwatch(4)
show_log()

# expect: ['COVERAGE_ID', 'DEBUGGER_ID', 'DISABLE', 'MISSING', 'OPTIMIZER_ID', 'PROFILER_ID', '__doc__', '__loader__', '__name__', '__package__', '__spec__', '_all_events', 'events', 'free_tool_id', 'get_events', 'get_local_events', 'get_tool', 'register_callback', 'restart_events', 'set_events', 'set_local_events', 'use_tool_id']
# expect: namespace(PY_START=1, PY_RESUME=2, PY_RETURN=4, PY_YIELD=8, CALL=16, LINE=32, INSTRUCTION=64, JUMP=128, BRANCH=256, STOP_ITERATION=512, RAISE=1024, EXCEPTION_HANDLED=2048, PY_UNWIND=4096, PY_THROW=8192, RERAISE=16384, C_RETURN=32768, C_RAISE=65536, NO_EVENTS=0)
# expect: 0 1 2 5 <class 'object'> <module 'sys.monitoring'>
# expect: == ['BRANCH']
# expect:    3 BRANCH runs 62 66; 3 BRANCH body 28 32; 3 BRANCH body 50 58; 3 BRANCH body 28 32; 3 BRANCH body 50 54; 3 BRANCH body 28 32; 3 BRANCH body 50 58; 3 BRANCH body 28 92; 3 BRANCH body 100 128; 3 BRANCH __next__ 72 88; 3 BRANCH body 148 152; 3 BRANCH __next__ 72 88
# expect:    3 BRANCH body 148 152; 3 BRANCH __next__ 72 76; 3 BRANCH body 148 170; 3 BRANCH body 308 312; 3 BRANCH body 358 362; 3 BRANCH body 226 230; 3 BRANCH body 236 244; 3 BRANCH body 256 260; 3 BRANCH body 268 272; 3 BRANCH body 256 260; 3 BRANCH body 268 276; 3 BRANCH body 256 288
# expect:    3 BRANCH runs 62 66; 3 BRANCH gen 56 60; 3 BRANCH gens 176 180; 3 BRANCH runs 62 66; 3 BRANCH runs 62 66; 3 BRANCH unwinds 106 110; 3 BRANCH r 34 38; 3 BRANCH unwinds 138 142; 3 BRANCH runs 62 90
# expect: == ['CALL']
# expect:    3 CALL <module> 634 runs MISSING; 3 CALL runs 78 body 3; 3 CALL body 18 range 3; 3 CALL body 70 one MISSING; 3 CALL body 70 one MISSING; 3 CALL body 138 It MISSING; 3 CALL body 182 int 'x'; 3 CALL body 206 len 3; 3 CALL runs 78 gens MISSING; 3 CALL gens 12 gen MISSING; 3 CALL gens 34 next gen; 3 CALL gens 68 generator.send gen
# expect:    3 CALL gens 110 generator.throw gen; 3 CALL gens 140 gens.<locals>.d MISSING; 3 CALL gens 148 list gens.<locals>.d; 3 CALL d 16 gen MISSING; 3 CALL runs 78 calls MISSING; 3 CALL calls 12 B MISSING; 3 CALL calls 48 B.m B; 3 CALL m 18 super MISSING; 3 CALL m 26 A.m 1; 3 CALL m 50 super B; 3 CALL m 58 A.m 2; 3 CALL calls 90 B.m 1
# expect:    3 CALL m 18 super MISSING; 3 CALL m 26 A.m 1; 3 CALL m 50 super B; 3 CALL m 58 A.m 2; 3 CALL calls 112 print MISSING; 3 CALL calls 136 max 1; 3 CALL calls 168 sorted [2, 1]; 3 CALL calls 184 repr B; 3 CALL calls 206 str B; 3 CALL calls 240 list.append []; 3 CALL calls 264 dict 1; 3 CALL calls 290 isinstance B
# expect:    3 CALL runs 78 unwinds MISSING; 3 CALL unwinds 14 unwinds.<locals>.u MISSING; 3 CALL u 14 KeyError 1; 3 CALL unwinds 40 unwinds.<locals>.r MISSING; 3 CALL r 8 unwinds.<locals>.u MISSING; 3 CALL u 14 KeyError 1; 3 CALL unwinds 62 open '/dev/null'; 3 CALL unwinds 80 TextIOWrapper.__exit__ None; 3 CALL <module> 650 unwatch 3; 3 CALL unwatch 36 set_events 3
# expect: == ['EXCEPTION_HANDLED']
# expect:    3 EXCEPTION_HANDLED body 294 ValueError; 3 EXCEPTION_HANDLED body 330 TypeError; 3 EXCEPTION_HANDLED body 338 TypeError; 3 EXCEPTION_HANDLED body 344 TypeError; 3 EXCEPTION_HANDLED gen 38 KeyError; 3 EXCEPTION_HANDLED gen 42 KeyError; 3 EXCEPTION_HANDLED gens 162 StopIteration; 3 EXCEPTION_HANDLED unwinds 92 KeyError; 3 EXCEPTION_HANDLED r 20 KeyError; 3 EXCEPTION_HANDLED r 44 KeyError; 3 EXCEPTION_HANDLED unwinds 124 KeyError
# expect: == ['INSTRUCTION']
# expect:    3 INSTRUCTION watch 236; 3 INSTRUCTION watch 238; 3 INSTRUCTION <module> 628; 3 INSTRUCTION <module> 630; 3 INSTRUCTION <module> 632; 3 INSTRUCTION <module> 634; 3 INSTRUCTION runs 2; 3 INSTRUCTION runs 12; 3 INSTRUCTION runs 14; 3 INSTRUCTION runs 16; 3 INSTRUCTION runs 26; 3 INSTRUCTION runs 28
# expect:    3 INSTRUCTION runs 30; 3 INSTRUCTION runs 40; 3 INSTRUCTION runs 42; 3 INSTRUCTION runs 44; 3 INSTRUCTION runs 54; 3 INSTRUCTION runs 56; 3 INSTRUCTION runs 58; 3 INSTRUCTION runs 60; 3 INSTRUCTION runs 62; 3 INSTRUCTION runs 66; 3 INSTRUCTION runs 70; 3 INSTRUCTION runs 72
# expect:    3 INSTRUCTION runs 74; 3 INSTRUCTION runs 76; 3 INSTRUCTION runs 78; 3 INSTRUCTION body 2; 3 INSTRUCTION body 4; 3 INSTRUCTION body 6; 3 INSTRUCTION body 16; 3 INSTRUCTION body 18; 3 INSTRUCTION body 26; 3 INSTRUCTION body 28; 3 INSTRUCTION body 32; 3 INSTRUCTION body 34
# expect:    3 INSTRUCTION body 36; 3 INSTRUCTION body 38; 3 INSTRUCTION body 42; 3 INSTRUCTION body 50; 3 INSTRUCTION body 58; 3 INSTRUCTION body 60; 3 INSTRUCTION body 70; 3 INSTRUCTION one 2; 3 INSTRUCTION body 78; 3 INSTRUCTION body 82; 3 INSTRUCTION body 84; 3 INSTRUCTION body 28
# expect:    3 INSTRUCTION body 32; 3 INSTRUCTION body 34; 3 INSTRUCTION body 36; 3 INSTRUCTION body 38; 3 INSTRUCTION body 42; 3 INSTRUCTION body 50; 3 INSTRUCTION body 54; 3 INSTRUCTION body 28; 3 INSTRUCTION body 32; 3 INSTRUCTION body 34; 3 INSTRUCTION body 36; 3 INSTRUCTION body 38
# expect:    3 INSTRUCTION body 42; 3 INSTRUCTION body 50; 3 INSTRUCTION body 58; 3 INSTRUCTION body 60; 3 INSTRUCTION body 70; 3 INSTRUCTION one 2; 3 INSTRUCTION body 78; 3 INSTRUCTION body 82; 3 INSTRUCTION body 84; 3 INSTRUCTION body 28; 3 INSTRUCTION body 92; 3 INSTRUCTION body 94
# expect:    3 INSTRUCTION body 96; 3 INSTRUCTION body 100; 3 INSTRUCTION body 128; 3 INSTRUCTION body 138; 3 INSTRUCTION __init__ 2; 3 INSTRUCTION __init__ 4; 3 INSTRUCTION __init__ 6; 3 INSTRUCTION __init__ 16; 3 INSTRUCTION body 146; 3 INSTRUCTION __iter__ 2; 3 INSTRUCTION __iter__ 4; 3 INSTRUCTION body 148
# expect:    3 INSTRUCTION __next__ 2; 3 INSTRUCTION __next__ 4; 3 INSTRUCTION __next__ 6; 3 INSTRUCTION __next__ 26; 3 INSTRUCTION __next__ 28; 3 INSTRUCTION __next__ 32; 3 INSTRUCTION __next__ 34; 3 INSTRUCTION __next__ 44; 3 INSTRUCTION __next__ 46; 3 INSTRUCTION __next__ 66; 3 INSTRUCTION __next__ 68; 3 INSTRUCTION __next__ 72
# expect:    3 INSTRUCTION __next__ 88; 3 INSTRUCTION __next__ 90; 3 INSTRUCTION __next__ 110; 3 INSTRUCTION body 152; 3 INSTRUCTION body 154; 3 INSTRUCTION body 156; 3 INSTRUCTION body 160; 3 INSTRUCTION body 162; 3 INSTRUCTION body 148; 3 INSTRUCTION __next__ 2; 3 INSTRUCTION __next__ 4; 3 INSTRUCTION __next__ 6
# expect:    3 INSTRUCTION __next__ 26; 3 INSTRUCTION __next__ 28; 3 INSTRUCTION __next__ 32; 3 INSTRUCTION __next__ 34; 3 INSTRUCTION __next__ 44; 3 INSTRUCTION __next__ 46; 3 INSTRUCTION __next__ 66; 3 INSTRUCTION __next__ 68; 3 INSTRUCTION __next__ 72; 3 INSTRUCTION __next__ 88; 3 INSTRUCTION __next__ 90; 3 INSTRUCTION __next__ 110
# expect:    3 INSTRUCTION body 152; 3 INSTRUCTION body 154; 3 INSTRUCTION body 156; 3 INSTRUCTION body 160; 3 INSTRUCTION body 162; 3 INSTRUCTION body 148; 3 INSTRUCTION __next__ 2; 3 INSTRUCTION __next__ 4; 3 INSTRUCTION __next__ 6; 3 INSTRUCTION __next__ 26; 3 INSTRUCTION __next__ 28; 3 INSTRUCTION __next__ 32
# expect:    3 INSTRUCTION __next__ 34; 3 INSTRUCTION __next__ 44; 3 INSTRUCTION __next__ 46; 3 INSTRUCTION __next__ 66; 3 INSTRUCTION __next__ 68; 3 INSTRUCTION __next__ 72; 3 INSTRUCTION __next__ 76; 3 INSTRUCTION __next__ 86; 3 INSTRUCTION body 170; 3 INSTRUCTION body 180; 3 INSTRUCTION body 182; 3 INSTRUCTION body 294
# expect:    3 INSTRUCTION body 296; 3 INSTRUCTION body 306; 3 INSTRUCTION body 308; 3 INSTRUCTION body 312; 3 INSTRUCTION body 314; 3 INSTRUCTION body 316; 3 INSTRUCTION body 318; 3 INSTRUCTION body 320; 3 INSTRUCTION body 192; 3 INSTRUCTION body 194; 3 INSTRUCTION body 204; 3 INSTRUCTION body 206
# expect:    3 INSTRUCTION body 330; 3 INSTRUCTION body 332; 3 INSTRUCTION body 334; 3 INSTRUCTION body 336; 3 INSTRUCTION body 338; 3 INSTRUCTION body 340; 3 INSTRUCTION body 342; 3 INSTRUCTION body 344; 3 INSTRUCTION body 346; 3 INSTRUCTION body 356; 3 INSTRUCTION body 358; 3 INSTRUCTION body 362
# expect:    3 INSTRUCTION body 364; 3 INSTRUCTION body 366; 3 INSTRUCTION body 368; 3 INSTRUCTION body 370; 3 INSTRUCTION body 372; 3 INSTRUCTION body 374; 3 INSTRUCTION body 376; 3 INSTRUCTION body 220; 3 INSTRUCTION body 222; 3 INSTRUCTION body 224; 3 INSTRUCTION body 226; 3 INSTRUCTION body 230
# expect:    3 INSTRUCTION body 232; 3 INSTRUCTION body 234; 3 INSTRUCTION body 236; 3 INSTRUCTION body 244; 3 INSTRUCTION body 246; 3 INSTRUCTION body 248; 3 INSTRUCTION body 250; 3 INSTRUCTION body 252; 3 INSTRUCTION body 254; 3 INSTRUCTION body 256; 3 INSTRUCTION body 260; 3 INSTRUCTION body 262
# expect:    3 INSTRUCTION body 264; 3 INSTRUCTION body 268; 3 INSTRUCTION body 272; 3 INSTRUCTION body 256; 3 INSTRUCTION body 260; 3 INSTRUCTION body 262; 3 INSTRUCTION body 264; 3 INSTRUCTION body 268; 3 INSTRUCTION body 276; 3 INSTRUCTION body 278; 3 INSTRUCTION body 280; 3 INSTRUCTION body 256
# expect:    3 INSTRUCTION body 288; 3 INSTRUCTION body 290; 3 INSTRUCTION body 292; 3 INSTRUCTION runs 80; 3 INSTRUCTION runs 82; 3 INSTRUCTION runs 62; 3 INSTRUCTION runs 66; 3 INSTRUCTION runs 70; 3 INSTRUCTION runs 72; 3 INSTRUCTION runs 74; 3 INSTRUCTION runs 76; 3 INSTRUCTION runs 78
# expect:    3 INSTRUCTION gens 2; 3 INSTRUCTION gens 12; 3 INSTRUCTION gens 20; 3 INSTRUCTION gens 22; 3 INSTRUCTION gens 32; 3 INSTRUCTION gens 34; 3 INSTRUCTION gen 6; 3 INSTRUCTION gen 8; 3 INSTRUCTION gens 42; 3 INSTRUCTION gens 44; 3 INSTRUCTION gens 46; 3 INSTRUCTION gens 66
# expect:    3 INSTRUCTION gens 68; 3 INSTRUCTION gen 12; 3 INSTRUCTION gen 14; 3 INSTRUCTION gen 16; 3 INSTRUCTION gen 18; 3 INSTRUCTION gen 20; 3 INSTRUCTION gen 22; 3 INSTRUCTION gen 26; 3 INSTRUCTION gens 76; 3 INSTRUCTION gens 78; 3 INSTRUCTION gens 80; 3 INSTRUCTION gens 100
# expect:    3 INSTRUCTION gens 110; 3 INSTRUCTION gen 38; 3 INSTRUCTION gen 42; 3 INSTRUCTION gen 44; 3 INSTRUCTION gen 54; 3 INSTRUCTION gen 56; 3 INSTRUCTION gen 60; 3 INSTRUCTION gen 62; 3 INSTRUCTION gen 64; 3 INSTRUCTION gens 162; 3 INSTRUCTION gens 164; 3 INSTRUCTION gens 174
# expect:    3 INSTRUCTION gens 176; 3 INSTRUCTION gens 180; 3 INSTRUCTION gens 182; 3 INSTRUCTION gens 184; 3 INSTRUCTION gens 204; 3 INSTRUCTION gens 206; 3 INSTRUCTION gens 208; 3 INSTRUCTION gens 210; 3 INSTRUCTION gens 212; 3 INSTRUCTION gens 214; 3 INSTRUCTION gens 120; 3 INSTRUCTION gens 122
# expect:    3 INSTRUCTION gens 124; 3 INSTRUCTION gens 126; 3 INSTRUCTION gens 136; 3 INSTRUCTION gens 138; 3 INSTRUCTION gens 140; 3 INSTRUCTION gens 148; 3 INSTRUCTION d 6; 3 INSTRUCTION d 16; 3 INSTRUCTION d 24; 3 INSTRUCTION d 26; 3 INSTRUCTION d 28; 3 INSTRUCTION gen 6
# expect:    3 INSTRUCTION gen 8; 3 INSTRUCTION d 32; 3 INSTRUCTION d 36; 3 INSTRUCTION d 28; 3 INSTRUCTION gen 12; 3 INSTRUCTION gen 14; 3 INSTRUCTION gen 16; 3 INSTRUCTION gen 18; 3 INSTRUCTION gen 20; 3 INSTRUCTION gen 22; 3 INSTRUCTION gen 26; 3 INSTRUCTION d 32
# expect:    3 INSTRUCTION d 36; 3 INSTRUCTION d 28; 3 INSTRUCTION gen 30; 3 INSTRUCTION gen 22; 3 INSTRUCTION gen 32; 3 INSTRUCTION gen 34; 3 INSTRUCTION gen 36; 3 INSTRUCTION d 38; 3 INSTRUCTION d 40; 3 INSTRUCTION gens 156; 3 INSTRUCTION gens 158; 3 INSTRUCTION gens 160
# expect:    3 INSTRUCTION runs 80; 3 INSTRUCTION runs 82; 3 INSTRUCTION runs 62; 3 INSTRUCTION runs 66; 3 INSTRUCTION runs 70; 3 INSTRUCTION runs 72; 3 INSTRUCTION runs 74; 3 INSTRUCTION runs 76; 3 INSTRUCTION runs 78; 3 INSTRUCTION calls 2; 3 INSTRUCTION calls 12; 3 INSTRUCTION calls 20
# expect:    3 INSTRUCTION calls 22; 3 INSTRUCTION calls 42; 3 INSTRUCTION calls 44; 3 INSTRUCTION calls 46; 3 INSTRUCTION calls 48; 3 INSTRUCTION m 4; 3 INSTRUCTION m 14; 3 INSTRUCTION m 16; 3 INSTRUCTION m 18; 3 INSTRUCTION m 22; 3 INSTRUCTION m 24; 3 INSTRUCTION m 26
# expect:    3 INSTRUCTION m 2; 3 INSTRUCTION m 28; 3 INSTRUCTION m 38; 3 INSTRUCTION m 48; 3 INSTRUCTION m 50; 3 INSTRUCTION m 54; 3 INSTRUCTION m 56; 3 INSTRUCTION m 58; 3 INSTRUCTION m 2; 3 INSTRUCTION m 60; 3 INSTRUCTION m 64; 3 INSTRUCTION calls 50
# expect:    3 INSTRUCTION calls 52; 3 INSTRUCTION calls 54; 3 INSTRUCTION calls 74; 3 INSTRUCTION calls 76; 3 INSTRUCTION calls 78; 3 INSTRUCTION calls 80; 3 INSTRUCTION calls 82; 3 INSTRUCTION calls 84; 3 INSTRUCTION calls 86; 3 INSTRUCTION calls 88; 3 INSTRUCTION calls 90; 3 INSTRUCTION m 4
# expect:    3 INSTRUCTION m 14; 3 INSTRUCTION m 16; 3 INSTRUCTION m 18; 3 INSTRUCTION m 22; 3 INSTRUCTION m 24; 3 INSTRUCTION m 26; 3 INSTRUCTION m 2; 3 INSTRUCTION m 28; 3 INSTRUCTION m 38; 3 INSTRUCTION m 48; 3 INSTRUCTION m 50; 3 INSTRUCTION m 54
# expect:    3 INSTRUCTION m 56; 3 INSTRUCTION m 58; 3 INSTRUCTION m 2; 3 INSTRUCTION m 60; 3 INSTRUCTION m 64; 3 INSTRUCTION calls 92; 3 INSTRUCTION calls 94; 3 INSTRUCTION calls 104; 3 INSTRUCTION calls 106; 3 INSTRUCTION calls 108; 3 INSTRUCTION calls 110; 3 INSTRUCTION calls 112
# expect:    3 INSTRUCTION calls 114; 3 INSTRUCTION calls 116; 3 INSTRUCTION calls 126; 3 INSTRUCTION calls 128; 3 INSTRUCTION calls 130; 3 INSTRUCTION calls 132; 3 INSTRUCTION calls 134; 3 INSTRUCTION calls 136; 3 INSTRUCTION <lambda> 2; 3 INSTRUCTION <lambda> 4; 3 INSTRUCTION <lambda> 2; 3 INSTRUCTION <lambda> 4
# expect:    3 INSTRUCTION calls 138; 3 INSTRUCTION calls 140; 3 INSTRUCTION calls 150; 3 INSTRUCTION calls 152; 3 INSTRUCTION calls 154; 3 INSTRUCTION calls 156; 3 INSTRUCTION calls 166; 3 INSTRUCTION calls 168; 3 INSTRUCTION calls 170; 3 INSTRUCTION calls 172; 3 INSTRUCTION calls 182; 3 INSTRUCTION calls 184
# expect:    3 INSTRUCTION __repr__ 2; 3 INSTRUCTION calls 192; 3 INSTRUCTION calls 194; 3 INSTRUCTION calls 204; 3 INSTRUCTION calls 206; 3 INSTRUCTION __repr__ 2; 3 INSTRUCTION calls 214; 3 INSTRUCTION calls 216; 3 INSTRUCTION calls 218; 3 INSTRUCTION calls 238; 3 INSTRUCTION calls 240; 3 INSTRUCTION calls 248
# expect:    3 INSTRUCTION calls 250; 3 INSTRUCTION calls 260; 3 INSTRUCTION calls 262; 3 INSTRUCTION calls 264; 3 INSTRUCTION calls 266; 3 INSTRUCTION calls 268; 3 INSTRUCTION calls 278; 3 INSTRUCTION calls 280; 3 INSTRUCTION calls 290; 3 INSTRUCTION calls 298; 3 INSTRUCTION runs 80; 3 INSTRUCTION runs 82
# expect:    3 INSTRUCTION runs 62; 3 INSTRUCTION runs 66; 3 INSTRUCTION runs 70; 3 INSTRUCTION runs 72; 3 INSTRUCTION runs 74; 3 INSTRUCTION runs 76; 3 INSTRUCTION runs 78; 3 INSTRUCTION unwinds 4; 3 INSTRUCTION unwinds 6; 3 INSTRUCTION unwinds 8; 3 INSTRUCTION unwinds 10; 3 INSTRUCTION unwinds 12
# expect:    3 INSTRUCTION unwinds 14; 3 INSTRUCTION u 2; 3 INSTRUCTION u 12; 3 INSTRUCTION u 14; 3 INSTRUCTION u 22; 3 INSTRUCTION unwinds 92; 3 INSTRUCTION unwinds 94; 3 INSTRUCTION unwinds 104; 3 INSTRUCTION unwinds 106; 3 INSTRUCTION unwinds 110; 3 INSTRUCTION unwinds 112; 3 INSTRUCTION unwinds 114
# expect:    3 INSTRUCTION unwinds 24; 3 INSTRUCTION unwinds 26; 3 INSTRUCTION unwinds 28; 3 INSTRUCTION unwinds 30; 3 INSTRUCTION unwinds 32; 3 INSTRUCTION unwinds 34; 3 INSTRUCTION unwinds 36; 3 INSTRUCTION unwinds 38; 3 INSTRUCTION unwinds 40; 3 INSTRUCTION r 4; 3 INSTRUCTION r 6; 3 INSTRUCTION r 8
# expect:    3 INSTRUCTION u 2; 3 INSTRUCTION u 12; 3 INSTRUCTION u 14; 3 INSTRUCTION u 22; 3 INSTRUCTION r 20; 3 INSTRUCTION r 22; 3 INSTRUCTION r 32; 3 INSTRUCTION r 34; 3 INSTRUCTION r 38; 3 INSTRUCTION r 40; 3 INSTRUCTION r 44; 3 INSTRUCTION r 46
# expect:    3 INSTRUCTION r 48; 3 INSTRUCTION unwinds 124; 3 INSTRUCTION unwinds 126; 3 INSTRUCTION unwinds 136; 3 INSTRUCTION unwinds 138; 3 INSTRUCTION unwinds 142; 3 INSTRUCTION unwinds 144; 3 INSTRUCTION unwinds 146; 3 INSTRUCTION unwinds 50; 3 INSTRUCTION unwinds 60; 3 INSTRUCTION unwinds 62; 3 INSTRUCTION unwinds 70
# expect:    3 INSTRUCTION unwinds 72; 3 INSTRUCTION unwinds 74; 3 INSTRUCTION unwinds 76; 3 INSTRUCTION unwinds 78; 3 INSTRUCTION unwinds 80; 3 INSTRUCTION unwinds 88; 3 INSTRUCTION unwinds 90; 3 INSTRUCTION runs 80; 3 INSTRUCTION runs 82; 3 INSTRUCTION runs 62; 3 INSTRUCTION runs 90; 3 INSTRUCTION <module> 642
# expect:    3 INSTRUCTION <module> 644; 3 INSTRUCTION <module> 646; 3 INSTRUCTION <module> 648; 3 INSTRUCTION <module> 650; 3 INSTRUCTION unwatch 2; 3 INSTRUCTION unwatch 12; 3 INSTRUCTION unwatch 32; 3 INSTRUCTION unwatch 34; 3 INSTRUCTION unwatch 36
# expect: == ['JUMP']
# expect:    3 JUMP body 84 28; 3 JUMP body 54 28; 3 JUMP body 84 28; 3 JUMP body 162 148; 3 JUMP body 162 148; 3 JUMP body 272 256; 3 JUMP body 280 256; 3 JUMP runs 82 62; 3 JUMP runs 82 62; 3 JUMP runs 82 62; 3 JUMP runs 82 62
# expect: == ['LINE']
# expect:    3 LINE runs 87; 3 LINE runs 88; 3 LINE body 36; 3 LINE body 37; 3 LINE body 38; 3 LINE body 39; 3 LINE body 37; 3 LINE body 38; 3 LINE body 37; 3 LINE body 38; 3 LINE body 39; 3 LINE body 37
# expect:    3 LINE body 40; 3 LINE body 41; 3 LINE __next__ 31; 3 LINE __next__ 32; 3 LINE __next__ 33; 3 LINE __next__ 31; 3 LINE __next__ 32; 3 LINE __next__ 33; 3 LINE __next__ 31; 3 LINE __next__ 32; 3 LINE body 42; 3 LINE body 43
# expect:    3 LINE body 44; 3 LINE body 45; 3 LINE body 46; 3 LINE body 47; 3 LINE body 48; 3 LINE body 49; 3 LINE body 50; 3 LINE body 51; 3 LINE runs 87; 3 LINE runs 88; 3 LINE gens 58; 3 LINE gen 53
# expect:    3 LINE gen 54; 3 LINE gens 59; 3 LINE gen 55; 3 LINE gen 56; 3 LINE gens 60; 3 LINE gens 61; 3 LINE gens 62; 3 LINE gen 53; 3 LINE gen 54; 3 LINE gen 56; 3 LINE runs 87; 3 LINE runs 88
# expect:    3 LINE calls 69; 3 LINE calls 70; 3 LINE calls 71; 3 LINE calls 72; 3 LINE calls 73; 3 LINE calls 74; 3 LINE calls 75; 3 LINE runs 87; 3 LINE runs 88; 3 LINE unwinds 77; 3 LINE unwinds 78; 3 LINE unwinds 79
# expect:    3 LINE unwinds 80; 3 LINE unwinds 83; 3 LINE r 81; 3 LINE r 82; 3 LINE unwinds 84; 3 LINE unwinds 85; 3 LINE runs 87; 3 LINE <module> 94; 3 LINE unwatch 24
# expect: == ['PY_RESUME']
# expect:    3 PY_RESUME gen 10; 3 PY_RESUME d 34; 3 PY_RESUME gen 10; 3 PY_RESUME d 34; 3 PY_RESUME gen 28
# expect: == ['PY_RETURN']
# expect:    3 PY_RETURN watch 238 None; 3 PY_RETURN one 2 1; 3 PY_RETURN one 2 1; 3 PY_RETURN __init__ 16 None; 3 PY_RETURN __iter__ 4 It; 3 PY_RETURN __next__ 110 1; 3 PY_RETURN __next__ 110 2; 3 PY_RETURN body 292 [2]; 3 PY_RETURN gen 64 9; 3 PY_RETURN gen 36 9; 3 PY_RETURN d 40 9; 3 PY_RETURN gens 160 ([1, 3], 9)
# expect:    3 PY_RETURN m 2 1; 3 PY_RETURN m 2 1; 3 PY_RETURN m 64 2; 3 PY_RETURN m 2 1; 3 PY_RETURN m 2 1; 3 PY_RETURN m 64 2; 3 PY_RETURN <lambda> 4 1; 3 PY_RETURN <lambda> 4 2; 3 PY_RETURN __repr__ 2 'A'; 3 PY_RETURN __repr__ 2 'A'; 3 PY_RETURN calls 298 True; 3 PY_RETURN unwinds 90 None
# expect:    3 PY_RETURN runs 90 None
# expect: == ['PY_START']
# expect:    3 PY_START runs 0; 3 PY_START body 0; 3 PY_START one 0; 3 PY_START one 0; 3 PY_START __init__ 0; 3 PY_START __iter__ 0; 3 PY_START __next__ 0; 3 PY_START __next__ 0; 3 PY_START __next__ 0; 3 PY_START gens 0; 3 PY_START gen 4; 3 PY_START d 4
# expect:    3 PY_START gen 4; 3 PY_START calls 0; 3 PY_START m 2; 3 PY_START m 0; 3 PY_START m 0; 3 PY_START m 2; 3 PY_START m 0; 3 PY_START m 0; 3 PY_START <lambda> 0; 3 PY_START <lambda> 0; 3 PY_START __repr__ 0; 3 PY_START __repr__ 0
# expect:    3 PY_START unwinds 2; 3 PY_START u 0; 3 PY_START r 2; 3 PY_START u 0; 3 PY_START unwatch 0
# expect: == ['PY_THROW']
# expect:    3 PY_THROW gen 28 KeyError
# expect: == ['PY_UNWIND']
# expect:    3 PY_UNWIND __next__ 86 StopIteration; 3 PY_UNWIND u 22 KeyError; 3 PY_UNWIND u 22 KeyError; 3 PY_UNWIND r 48 KeyError
# expect: == ['PY_YIELD']
# expect:    3 PY_YIELD gen 8 1; 3 PY_YIELD gen 26 3; 3 PY_YIELD gen 8 1; 3 PY_YIELD d 32 1; 3 PY_YIELD gen 26 3; 3 PY_YIELD d 32 3
# expect: == ['RAISE']
# expect:    3 RAISE __next__ 86 StopIteration; 3 RAISE body 148 StopIteration; 3 RAISE body 188 ValueError; 3 RAISE body 212 TypeError; 3 RAISE gen 26 KeyError; 3 RAISE gens 116 StopIteration; 3 RAISE u 22 KeyError; 3 RAISE unwinds 12 KeyError; 3 RAISE u 22 KeyError; 3 RAISE r 6 KeyError; 3 RAISE unwinds 38 KeyError
# expect: == ['RERAISE']
# expect:    3 RERAISE body 336 TypeError; 3 RERAISE body 342 TypeError; 3 RERAISE gen 38 KeyError; 3 RERAISE r 40 KeyError; 3 RERAISE r 48 KeyError
# expect: == ['STOP_ITERATION']
# expect:    3 STOP_ITERATION d 38 StopIteration
# expect: == ['BRANCH', 'CALL', 'C_RAISE', 'C_RETURN', 'EXCEPTION_HANDLED', 'INSTRUCTION', 'JUMP', 'LINE', 'PY_RESUME', 'PY_RETURN', 'PY_START', 'PY_THROW', 'PY_UNWIND', 'PY_YIELD', 'RAISE', 'RERAISE', 'STOP_ITERATION']
# expect:    3 INSTRUCTION watch 236; 3 INSTRUCTION watch 238; 3 PY_RETURN watch 238 None; 3 INSTRUCTION <module> 628; 3 INSTRUCTION <module> 630; 3 INSTRUCTION <module> 632; 3 INSTRUCTION <module> 634; 3 CALL <module> 634 runs MISSING; 3 PY_START runs 0; 3 LINE runs 87; 3 INSTRUCTION runs 2; 3 INSTRUCTION runs 12
# expect:    3 INSTRUCTION runs 14; 3 INSTRUCTION runs 16; 3 INSTRUCTION runs 26; 3 INSTRUCTION runs 28; 3 INSTRUCTION runs 30; 3 INSTRUCTION runs 40; 3 INSTRUCTION runs 42; 3 INSTRUCTION runs 44; 3 INSTRUCTION runs 54; 3 INSTRUCTION runs 56; 3 INSTRUCTION runs 58; 3 INSTRUCTION runs 60
# expect:    3 INSTRUCTION runs 62; 3 BRANCH runs 62 66; 3 INSTRUCTION runs 66; 3 INSTRUCTION runs 70; 3 LINE runs 88; 3 INSTRUCTION runs 72; 3 INSTRUCTION runs 74; 3 INSTRUCTION runs 76; 3 INSTRUCTION runs 78; 3 CALL runs 78 body 3; 3 PY_START body 0; 3 LINE body 36
# expect:    3 INSTRUCTION body 2; 3 INSTRUCTION body 4; 3 LINE body 37; 3 INSTRUCTION body 6; 3 INSTRUCTION body 16; 3 INSTRUCTION body 18; 3 CALL body 18 range 3; 3 C_RETURN body 18 range 3; 3 INSTRUCTION body 26; 3 INSTRUCTION body 28; 3 BRANCH body 28 32; 3 INSTRUCTION body 32
# expect:    3 LINE body 38; 3 INSTRUCTION body 34; 3 INSTRUCTION body 36; 3 INSTRUCTION body 38; 3 INSTRUCTION body 42; 3 INSTRUCTION body 50; 3 BRANCH body 50 58; 3 LINE body 39; 3 INSTRUCTION body 58; 3 INSTRUCTION body 60; 3 INSTRUCTION body 70; 3 CALL body 70 one MISSING
# expect:    3 PY_START one 0; 3 LINE one 34; 3 INSTRUCTION one 2; 3 PY_RETURN one 2 1; 3 INSTRUCTION body 78; 3 INSTRUCTION body 82; 3 INSTRUCTION body 84; 3 JUMP body 84 28; 3 LINE body 37; 3 INSTRUCTION body 28; 3 BRANCH body 28 32; 3 INSTRUCTION body 32
# expect:    3 LINE body 38; 3 INSTRUCTION body 34; 3 INSTRUCTION body 36; 3 INSTRUCTION body 38; 3 INSTRUCTION body 42; 3 INSTRUCTION body 50; 3 BRANCH body 50 54; 3 INSTRUCTION body 54; 3 JUMP body 54 28; 3 LINE body 37; 3 INSTRUCTION body 28; 3 BRANCH body 28 32
# expect:    3 INSTRUCTION body 32; 3 LINE body 38; 3 INSTRUCTION body 34; 3 INSTRUCTION body 36; 3 INSTRUCTION body 38; 3 INSTRUCTION body 42; 3 INSTRUCTION body 50; 3 BRANCH body 50 58; 3 LINE body 39; 3 INSTRUCTION body 58; 3 INSTRUCTION body 60; 3 INSTRUCTION body 70
# expect:    3 CALL body 70 one MISSING; 3 PY_START one 0; 3 LINE one 34; 3 INSTRUCTION one 2; 3 PY_RETURN one 2 1; 3 INSTRUCTION body 78; 3 INSTRUCTION body 82; 3 INSTRUCTION body 84; 3 JUMP body 84 28; 3 LINE body 37; 3 INSTRUCTION body 28; 3 BRANCH body 28 92
# expect:    3 LINE body 40; 3 INSTRUCTION body 92; 3 INSTRUCTION body 94; 3 INSTRUCTION body 96; 3 INSTRUCTION body 100; 3 BRANCH body 100 128; 3 LINE body 41; 3 INSTRUCTION body 128; 3 INSTRUCTION body 138; 3 CALL body 138 It MISSING; 3 PY_START __init__ 0; 3 LINE __init__ 28
# expect:    3 INSTRUCTION __init__ 2; 3 INSTRUCTION __init__ 4; 3 INSTRUCTION __init__ 6; 3 INSTRUCTION __init__ 16; 3 PY_RETURN __init__ 16 None; 3 C_RETURN body 138 It MISSING; 3 INSTRUCTION body 146; 3 PY_START __iter__ 0; 3 LINE __iter__ 29; 3 INSTRUCTION __iter__ 2; 3 INSTRUCTION __iter__ 4; 3 PY_RETURN __iter__ 4 It
# expect:    3 INSTRUCTION body 148; 3 PY_START __next__ 0; 3 LINE __next__ 31; 3 INSTRUCTION __next__ 2; 3 INSTRUCTION __next__ 4; 3 INSTRUCTION __next__ 6; 3 INSTRUCTION __next__ 26; 3 INSTRUCTION __next__ 28; 3 INSTRUCTION __next__ 32; 3 INSTRUCTION __next__ 34; 3 LINE __next__ 32; 3 INSTRUCTION __next__ 44
# expect:    3 INSTRUCTION __next__ 46; 3 INSTRUCTION __next__ 66; 3 INSTRUCTION __next__ 68; 3 INSTRUCTION __next__ 72; 3 BRANCH __next__ 72 88; 3 LINE __next__ 33; 3 INSTRUCTION __next__ 88; 3 INSTRUCTION __next__ 90; 3 INSTRUCTION __next__ 110; 3 PY_RETURN __next__ 110 1; 3 BRANCH body 148 152; 3 INSTRUCTION body 152
# expect:    3 INSTRUCTION body 154; 3 INSTRUCTION body 156; 3 INSTRUCTION body 160; 3 INSTRUCTION body 162; 3 JUMP body 162 148; 3 INSTRUCTION body 148; 3 PY_START __next__ 0; 3 LINE __next__ 31; 3 INSTRUCTION __next__ 2; 3 INSTRUCTION __next__ 4; 3 INSTRUCTION __next__ 6; 3 INSTRUCTION __next__ 26
# expect:    3 INSTRUCTION __next__ 28; 3 INSTRUCTION __next__ 32; 3 INSTRUCTION __next__ 34; 3 LINE __next__ 32; 3 INSTRUCTION __next__ 44; 3 INSTRUCTION __next__ 46; 3 INSTRUCTION __next__ 66; 3 INSTRUCTION __next__ 68; 3 INSTRUCTION __next__ 72; 3 BRANCH __next__ 72 88; 3 LINE __next__ 33; 3 INSTRUCTION __next__ 88
# expect:    3 INSTRUCTION __next__ 90; 3 INSTRUCTION __next__ 110; 3 PY_RETURN __next__ 110 2; 3 BRANCH body 148 152; 3 INSTRUCTION body 152; 3 INSTRUCTION body 154; 3 INSTRUCTION body 156; 3 INSTRUCTION body 160; 3 INSTRUCTION body 162; 3 JUMP body 162 148; 3 INSTRUCTION body 148; 3 PY_START __next__ 0
# expect:    3 LINE __next__ 31; 3 INSTRUCTION __next__ 2; 3 INSTRUCTION __next__ 4; 3 INSTRUCTION __next__ 6; 3 INSTRUCTION __next__ 26; 3 INSTRUCTION __next__ 28; 3 INSTRUCTION __next__ 32; 3 INSTRUCTION __next__ 34; 3 LINE __next__ 32; 3 INSTRUCTION __next__ 44; 3 INSTRUCTION __next__ 46; 3 INSTRUCTION __next__ 66
# expect:    3 INSTRUCTION __next__ 68; 3 INSTRUCTION __next__ 72; 3 BRANCH __next__ 72 76; 3 INSTRUCTION __next__ 76; 3 INSTRUCTION __next__ 86; 3 RAISE __next__ 86 StopIteration; 3 PY_UNWIND __next__ 86 StopIteration; 3 RAISE body 148 StopIteration; 3 BRANCH body 148 170; 3 LINE body 42; 3 INSTRUCTION body 170; 3 INSTRUCTION body 180
# expect:    3 INSTRUCTION body 182; 3 CALL body 182 int 'x'; 3 C_RAISE body 182 int 'x'; 3 RAISE body 188 ValueError; 3 EXCEPTION_HANDLED body 294 ValueError; 3 INSTRUCTION body 294; 3 LINE body 43; 3 INSTRUCTION body 296; 3 INSTRUCTION body 306; 3 INSTRUCTION body 308; 3 BRANCH body 308 312; 3 INSTRUCTION body 312
# expect:    3 INSTRUCTION body 314; 3 INSTRUCTION body 316; 3 INSTRUCTION body 318; 3 INSTRUCTION body 320; 3 LINE body 44; 3 INSTRUCTION body 192; 3 LINE body 45; 3 INSTRUCTION body 194; 3 INSTRUCTION body 204; 3 INSTRUCTION body 206; 3 CALL body 206 len 3; 3 C_RAISE body 206 len 3
# expect:    3 RAISE body 212 TypeError; 3 EXCEPTION_HANDLED body 330 TypeError; 3 INSTRUCTION body 330; 3 LINE body 46; 3 INSTRUCTION body 332; 3 INSTRUCTION body 334; 3 INSTRUCTION body 336; 3 RERAISE body 336 TypeError; 3 EXCEPTION_HANDLED body 338 TypeError; 3 INSTRUCTION body 338; 3 INSTRUCTION body 340; 3 INSTRUCTION body 342
# expect:    3 RERAISE body 342 TypeError; 3 EXCEPTION_HANDLED body 344 TypeError; 3 INSTRUCTION body 344; 3 LINE body 47; 3 INSTRUCTION body 346; 3 INSTRUCTION body 356; 3 INSTRUCTION body 358; 3 BRANCH body 358 362; 3 INSTRUCTION body 362; 3 INSTRUCTION body 364; 3 INSTRUCTION body 366; 3 INSTRUCTION body 368
# expect:    3 INSTRUCTION body 370; 3 INSTRUCTION body 372; 3 INSTRUCTION body 374; 3 INSTRUCTION body 376; 3 LINE body 48; 3 INSTRUCTION body 220; 3 INSTRUCTION body 222; 3 LINE body 49; 3 INSTRUCTION body 224; 3 INSTRUCTION body 226; 3 BRANCH body 226 230; 3 INSTRUCTION body 230
# expect:    3 INSTRUCTION body 232; 3 LINE body 50; 3 INSTRUCTION body 234; 3 INSTRUCTION body 236; 3 BRANCH body 236 244; 3 LINE body 51; 3 INSTRUCTION body 244; 3 INSTRUCTION body 246; 3 INSTRUCTION body 248; 3 INSTRUCTION body 250; 3 INSTRUCTION body 252; 3 INSTRUCTION body 254
# expect:    3 INSTRUCTION body 256; 3 BRANCH body 256 260; 3 INSTRUCTION body 260; 3 INSTRUCTION body 262; 3 INSTRUCTION body 264; 3 INSTRUCTION body 268; 3 BRANCH body 268 272; 3 INSTRUCTION body 272; 3 JUMP body 272 256; 3 INSTRUCTION body 256; 3 BRANCH body 256 260; 3 INSTRUCTION body 260
# expect:    3 INSTRUCTION body 262; 3 INSTRUCTION body 264; 3 INSTRUCTION body 268; 3 BRANCH body 268 276; 3 INSTRUCTION body 276; 3 INSTRUCTION body 278; 3 INSTRUCTION body 280; 3 JUMP body 280 256; 3 INSTRUCTION body 256; 3 BRANCH body 256 288; 3 INSTRUCTION body 288; 3 INSTRUCTION body 290
# expect:    3 INSTRUCTION body 292; 3 PY_RETURN body 292 [2]; 3 INSTRUCTION runs 80; 3 INSTRUCTION runs 82; 3 JUMP runs 82 62; 3 LINE runs 87; 3 INSTRUCTION runs 62; 3 BRANCH runs 62 66; 3 INSTRUCTION runs 66; 3 INSTRUCTION runs 70; 3 LINE runs 88; 3 INSTRUCTION runs 72
# expect:    3 INSTRUCTION runs 74; 3 INSTRUCTION runs 76; 3 INSTRUCTION runs 78; 3 CALL runs 78 gens MISSING; 3 PY_START gens 0; 3 LINE gens 58; 3 INSTRUCTION gens 2; 3 INSTRUCTION gens 12; 3 CALL gens 12 gen MISSING; 3 INSTRUCTION gens 20; 3 INSTRUCTION gens 22; 3 INSTRUCTION gens 32
# expect:    3 INSTRUCTION gens 34; 3 CALL gens 34 next gen; 3 PY_START gen 4; 3 LINE gen 53; 3 INSTRUCTION gen 6; 3 INSTRUCTION gen 8; 3 PY_YIELD gen 8 1; 3 C_RETURN gens 34 next gen; 3 INSTRUCTION gens 42; 3 INSTRUCTION gens 44; 3 INSTRUCTION gens 46; 3 INSTRUCTION gens 66
# expect:    3 INSTRUCTION gens 68; 3 CALL gens 68 generator.send gen; 3 PY_RESUME gen 10; 3 INSTRUCTION gen 12; 3 LINE gen 54; 3 INSTRUCTION gen 14; 3 INSTRUCTION gen 16; 3 INSTRUCTION gen 18; 3 INSTRUCTION gen 20; 3 INSTRUCTION gen 22; 3 INSTRUCTION gen 26; 3 PY_YIELD gen 26 3
# expect:    3 C_RETURN gens 68 generator.send gen; 3 INSTRUCTION gens 76; 3 LINE gens 59; 3 INSTRUCTION gens 78; 3 INSTRUCTION gens 80; 3 INSTRUCTION gens 100; 3 INSTRUCTION gens 110; 3 CALL gens 110 generator.throw gen; 3 PY_THROW gen 28 KeyError; 3 RAISE gen 26 KeyError; 3 EXCEPTION_HANDLED gen 38 KeyError; 3 LINE gen 54
# expect:    3 INSTRUCTION gen 38; 3 RERAISE gen 38 KeyError; 3 EXCEPTION_HANDLED gen 42 KeyError; 3 INSTRUCTION gen 42; 3 LINE gen 55; 3 INSTRUCTION gen 44; 3 INSTRUCTION gen 54; 3 INSTRUCTION gen 56; 3 BRANCH gen 56 60; 3 INSTRUCTION gen 60; 3 INSTRUCTION gen 62; 3 LINE gen 56
# expect:    3 INSTRUCTION gen 64; 3 PY_RETURN gen 64 9; 3 C_RAISE gens 110 generator.throw gen; 3 RAISE gens 116 StopIteration; 3 EXCEPTION_HANDLED gens 162 StopIteration; 3 INSTRUCTION gens 162; 3 LINE gens 60; 3 INSTRUCTION gens 164; 3 INSTRUCTION gens 174; 3 INSTRUCTION gens 176; 3 BRANCH gens 176 180; 3 INSTRUCTION gens 180
# expect:    3 INSTRUCTION gens 182; 3 INSTRUCTION gens 184; 3 INSTRUCTION gens 204; 3 INSTRUCTION gens 206; 3 INSTRUCTION gens 208; 3 INSTRUCTION gens 210; 3 INSTRUCTION gens 212; 3 INSTRUCTION gens 214; 3 LINE gens 61; 3 INSTRUCTION gens 120; 3 INSTRUCTION gens 122; 3 INSTRUCTION gens 124
# expect:    3 LINE gens 62; 3 INSTRUCTION gens 126; 3 INSTRUCTION gens 136; 3 INSTRUCTION gens 138; 3 INSTRUCTION gens 140; 3 CALL gens 140 gens.<locals>.d MISSING; 3 INSTRUCTION gens 148; 3 CALL gens 148 list gens.<locals>.d; 3 PY_START d 4; 3 LINE d 61; 3 INSTRUCTION d 6; 3 INSTRUCTION d 16
# expect:    3 CALL d 16 gen MISSING; 3 INSTRUCTION d 24; 3 INSTRUCTION d 26; 3 INSTRUCTION d 28; 3 PY_START gen 4; 3 LINE gen 53; 3 INSTRUCTION gen 6; 3 INSTRUCTION gen 8; 3 PY_YIELD gen 8 1; 3 INSTRUCTION d 32; 3 PY_YIELD d 32 1; 3 PY_RESUME d 34
# expect:    3 INSTRUCTION d 36; 3 INSTRUCTION d 28; 3 PY_RESUME gen 10; 3 INSTRUCTION gen 12; 3 LINE gen 54; 3 INSTRUCTION gen 14; 3 INSTRUCTION gen 16; 3 INSTRUCTION gen 18; 3 INSTRUCTION gen 20; 3 INSTRUCTION gen 22; 3 INSTRUCTION gen 26; 3 PY_YIELD gen 26 3
# expect:    3 INSTRUCTION d 32; 3 PY_YIELD d 32 3; 3 PY_RESUME d 34; 3 INSTRUCTION d 36; 3 INSTRUCTION d 28; 3 PY_RESUME gen 28; 3 INSTRUCTION gen 30; 3 INSTRUCTION gen 22; 3 INSTRUCTION gen 32; 3 INSTRUCTION gen 34; 3 LINE gen 56; 3 INSTRUCTION gen 36
# expect:    3 PY_RETURN gen 36 9; 3 INSTRUCTION d 38; 3 STOP_ITERATION d 38 StopIteration; 3 INSTRUCTION d 40; 3 PY_RETURN d 40 9; 3 C_RETURN gens 148 list gens.<locals>.d; 3 INSTRUCTION gens 156; 3 INSTRUCTION gens 158; 3 INSTRUCTION gens 160; 3 PY_RETURN gens 160 ([1, 3], 9); 3 INSTRUCTION runs 80; 3 INSTRUCTION runs 82
# expect:    3 JUMP runs 82 62; 3 LINE runs 87; 3 INSTRUCTION runs 62; 3 BRANCH runs 62 66; 3 INSTRUCTION runs 66; 3 INSTRUCTION runs 70; 3 LINE runs 88; 3 INSTRUCTION runs 72; 3 INSTRUCTION runs 74; 3 INSTRUCTION runs 76; 3 INSTRUCTION runs 78; 3 CALL runs 78 calls MISSING
# expect:    3 PY_START calls 0; 3 LINE calls 69; 3 INSTRUCTION calls 2; 3 INSTRUCTION calls 12; 3 CALL calls 12 B MISSING; 3 C_RETURN calls 12 B MISSING; 3 INSTRUCTION calls 20; 3 INSTRUCTION calls 22; 3 INSTRUCTION calls 42; 3 INSTRUCTION calls 44; 3 INSTRUCTION calls 46; 3 INSTRUCTION calls 48
# expect:    3 CALL calls 48 B.m B; 3 PY_START m 2; 3 LINE m 67; 3 INSTRUCTION m 4; 3 INSTRUCTION m 14; 3 INSTRUCTION m 16; 3 INSTRUCTION m 18; 3 CALL m 18 super MISSING; 3 C_RETURN m 18 super MISSING; 3 INSTRUCTION m 22; 3 INSTRUCTION m 24; 3 INSTRUCTION m 26
# expect:    3 CALL m 26 A.m 1; 3 PY_START m 0; 3 LINE m 64; 3 INSTRUCTION m 2; 3 PY_RETURN m 2 1; 3 INSTRUCTION m 28; 3 INSTRUCTION m 38; 3 INSTRUCTION m 48; 3 INSTRUCTION m 50; 3 CALL m 50 super B; 3 C_RETURN m 50 super B; 3 INSTRUCTION m 54
# expect:    3 INSTRUCTION m 56; 3 INSTRUCTION m 58; 3 CALL m 58 A.m 2; 3 PY_START m 0; 3 LINE m 64; 3 INSTRUCTION m 2; 3 PY_RETURN m 2 1; 3 INSTRUCTION m 60; 3 INSTRUCTION m 64; 3 PY_RETURN m 64 2; 3 INSTRUCTION calls 50; 3 INSTRUCTION calls 52
# expect:    3 INSTRUCTION calls 54; 3 INSTRUCTION calls 74; 3 INSTRUCTION calls 76; 3 INSTRUCTION calls 78; 3 INSTRUCTION calls 80; 3 INSTRUCTION calls 82; 3 INSTRUCTION calls 84; 3 INSTRUCTION calls 86; 3 INSTRUCTION calls 88; 3 INSTRUCTION calls 90; 3 CALL calls 90 B.m 1; 3 PY_START m 2
# expect:    3 LINE m 67; 3 INSTRUCTION m 4; 3 INSTRUCTION m 14; 3 INSTRUCTION m 16; 3 INSTRUCTION m 18; 3 CALL m 18 super MISSING; 3 C_RETURN m 18 super MISSING; 3 INSTRUCTION m 22; 3 INSTRUCTION m 24; 3 INSTRUCTION m 26; 3 CALL m 26 A.m 1; 3 PY_START m 0
# expect:    3 LINE m 64; 3 INSTRUCTION m 2; 3 PY_RETURN m 2 1; 3 INSTRUCTION m 28; 3 INSTRUCTION m 38; 3 INSTRUCTION m 48; 3 INSTRUCTION m 50; 3 CALL m 50 super B; 3 C_RETURN m 50 super B; 3 INSTRUCTION m 54; 3 INSTRUCTION m 56; 3 INSTRUCTION m 58
# expect:    3 CALL m 58 A.m 2; 3 PY_START m 0; 3 LINE m 64; 3 INSTRUCTION m 2; 3 PY_RETURN m 2 1; 3 INSTRUCTION m 60; 3 INSTRUCTION m 64; 3 PY_RETURN m 64 2; 3 INSTRUCTION calls 92; 3 LINE calls 70; 3 INSTRUCTION calls 94; 3 INSTRUCTION calls 104
# expect:    3 INSTRUCTION calls 106; 3 INSTRUCTION calls 108; 3 INSTRUCTION calls 110; 3 INSTRUCTION calls 112; 3 CALL calls 112 print MISSING; 3 C_RETURN calls 112 print MISSING; 3 INSTRUCTION calls 114; 3 LINE calls 71; 3 INSTRUCTION calls 116; 3 INSTRUCTION calls 126; 3 INSTRUCTION calls 128; 3 INSTRUCTION calls 130
# expect:    3 INSTRUCTION calls 132; 3 INSTRUCTION calls 134; 3 INSTRUCTION calls 136; 3 CALL calls 136 max 1; 3 PY_START <lambda> 0; 3 LINE <lambda> 71; 3 INSTRUCTION <lambda> 2; 3 INSTRUCTION <lambda> 4; 3 PY_RETURN <lambda> 4 1; 3 PY_START <lambda> 0; 3 LINE <lambda> 71; 3 INSTRUCTION <lambda> 2
# expect:    3 INSTRUCTION <lambda> 4; 3 PY_RETURN <lambda> 4 2; 3 C_RETURN calls 136 max 1; 3 INSTRUCTION calls 138; 3 INSTRUCTION calls 140; 3 INSTRUCTION calls 150; 3 INSTRUCTION calls 152; 3 INSTRUCTION calls 154; 3 INSTRUCTION calls 156; 3 INSTRUCTION calls 166; 3 INSTRUCTION calls 168; 3 CALL calls 168 sorted [2, 1]
# expect:    3 C_RETURN calls 168 sorted [2, 1]; 3 INSTRUCTION calls 170; 3 LINE calls 72; 3 INSTRUCTION calls 172; 3 INSTRUCTION calls 182; 3 INSTRUCTION calls 184; 3 CALL calls 184 repr B; 3 PY_START __repr__ 0; 3 LINE __repr__ 65; 3 INSTRUCTION __repr__ 2; 3 PY_RETURN __repr__ 2 'A'; 3 C_RETURN calls 184 repr B
# expect:    3 INSTRUCTION calls 192; 3 INSTRUCTION calls 194; 3 INSTRUCTION calls 204; 3 INSTRUCTION calls 206; 3 CALL calls 206 str B; 3 PY_START __repr__ 0; 3 LINE __repr__ 65; 3 INSTRUCTION __repr__ 2; 3 PY_RETURN __repr__ 2 'A'; 3 C_RETURN calls 206 str B; 3 INSTRUCTION calls 214; 3 LINE calls 73
# expect:    3 INSTRUCTION calls 216; 3 INSTRUCTION calls 218; 3 INSTRUCTION calls 238; 3 INSTRUCTION calls 240; 3 CALL calls 240 list.append []; 3 C_RETURN calls 240 list.append [1]; 3 INSTRUCTION calls 248; 3 LINE calls 74; 3 INSTRUCTION calls 250; 3 INSTRUCTION calls 260; 3 INSTRUCTION calls 262; 3 INSTRUCTION calls 264
# expect:    3 CALL calls 264 dict 1; 3 C_RETURN calls 264 dict 1; 3 INSTRUCTION calls 266; 3 LINE calls 75; 3 INSTRUCTION calls 268; 3 INSTRUCTION calls 278; 3 INSTRUCTION calls 280; 3 INSTRUCTION calls 290; 3 CALL calls 290 isinstance B; 3 C_RETURN calls 290 isinstance B; 3 INSTRUCTION calls 298; 3 PY_RETURN calls 298 True
# expect:    3 INSTRUCTION runs 80; 3 INSTRUCTION runs 82; 3 JUMP runs 82 62; 3 LINE runs 87; 3 INSTRUCTION runs 62; 3 BRANCH runs 62 66; 3 INSTRUCTION runs 66; 3 INSTRUCTION runs 70; 3 LINE runs 88; 3 INSTRUCTION runs 72; 3 INSTRUCTION runs 74; 3 INSTRUCTION runs 76
# expect:    3 INSTRUCTION runs 78; 3 CALL runs 78 unwinds MISSING; 3 PY_START unwinds 2; 3 LINE unwinds 77; 3 INSTRUCTION unwinds 4; 3 INSTRUCTION unwinds 6; 3 INSTRUCTION unwinds 8; 3 LINE unwinds 78; 3 INSTRUCTION unwinds 10; 3 INSTRUCTION unwinds 12; 3 INSTRUCTION unwinds 14; 3 CALL unwinds 14 unwinds.<locals>.u MISSING
# expect:    3 PY_START u 0; 3 LINE u 77; 3 INSTRUCTION u 2; 3 INSTRUCTION u 12; 3 INSTRUCTION u 14; 3 CALL u 14 KeyError 1; 3 C_RETURN u 14 KeyError 1; 3 INSTRUCTION u 22; 3 RAISE u 22 KeyError; 3 PY_UNWIND u 22 KeyError; 3 RAISE unwinds 12 KeyError; 3 EXCEPTION_HANDLED unwinds 92 KeyError
# expect:    3 INSTRUCTION unwinds 92; 3 LINE unwinds 79; 3 INSTRUCTION unwinds 94; 3 INSTRUCTION unwinds 104; 3 INSTRUCTION unwinds 106; 3 BRANCH unwinds 106 110; 3 INSTRUCTION unwinds 110; 3 INSTRUCTION unwinds 112; 3 INSTRUCTION unwinds 114; 3 LINE unwinds 80; 3 INSTRUCTION unwinds 24; 3 INSTRUCTION unwinds 26
# expect:    3 INSTRUCTION unwinds 28; 3 INSTRUCTION unwinds 30; 3 INSTRUCTION unwinds 32; 3 INSTRUCTION unwinds 34; 3 LINE unwinds 83; 3 INSTRUCTION unwinds 36; 3 INSTRUCTION unwinds 38; 3 INSTRUCTION unwinds 40; 3 CALL unwinds 40 unwinds.<locals>.r MISSING; 3 PY_START r 2; 3 LINE r 81; 3 INSTRUCTION r 4
# expect:    3 INSTRUCTION r 6; 3 INSTRUCTION r 8; 3 CALL r 8 unwinds.<locals>.u MISSING; 3 PY_START u 0; 3 LINE u 77; 3 INSTRUCTION u 2; 3 INSTRUCTION u 12; 3 INSTRUCTION u 14; 3 CALL u 14 KeyError 1; 3 C_RETURN u 14 KeyError 1; 3 INSTRUCTION u 22; 3 RAISE u 22 KeyError
# expect:    3 PY_UNWIND u 22 KeyError; 3 RAISE r 6 KeyError; 3 EXCEPTION_HANDLED r 20 KeyError; 3 INSTRUCTION r 20; 3 LINE r 82; 3 INSTRUCTION r 22; 3 INSTRUCTION r 32; 3 INSTRUCTION r 34; 3 BRANCH r 34 38; 3 INSTRUCTION r 38; 3 INSTRUCTION r 40; 3 RERAISE r 40 KeyError
# expect:    3 EXCEPTION_HANDLED r 44 KeyError; 3 INSTRUCTION r 44; 3 INSTRUCTION r 46; 3 INSTRUCTION r 48; 3 RERAISE r 48 KeyError; 3 PY_UNWIND r 48 KeyError; 3 RAISE unwinds 38 KeyError; 3 EXCEPTION_HANDLED unwinds 124 KeyError; 3 INSTRUCTION unwinds 124; 3 LINE unwinds 84; 3 INSTRUCTION unwinds 126; 3 INSTRUCTION unwinds 136
# expect:    3 INSTRUCTION unwinds 138; 3 BRANCH unwinds 138 142; 3 INSTRUCTION unwinds 142; 3 INSTRUCTION unwinds 144; 3 INSTRUCTION unwinds 146; 3 LINE unwinds 85; 3 INSTRUCTION unwinds 50; 3 INSTRUCTION unwinds 60; 3 INSTRUCTION unwinds 62; 3 CALL unwinds 62 open '/dev/null'; 3 C_RETURN unwinds 62 open '/dev/null'; 3 INSTRUCTION unwinds 70
# expect:    3 INSTRUCTION unwinds 72; 3 INSTRUCTION unwinds 74; 3 INSTRUCTION unwinds 76; 3 INSTRUCTION unwinds 78; 3 INSTRUCTION unwinds 80; 3 CALL unwinds 80 TextIOWrapper.__exit__ None; 3 C_RETURN unwinds 80 TextIOWrapper.__exit__ None; 3 INSTRUCTION unwinds 88; 3 INSTRUCTION unwinds 90; 3 PY_RETURN unwinds 90 None; 3 INSTRUCTION runs 80; 3 INSTRUCTION runs 82
# expect:    3 JUMP runs 82 62; 3 LINE runs 87; 3 INSTRUCTION runs 62; 3 BRANCH runs 62 90; 3 INSTRUCTION runs 90; 3 PY_RETURN runs 90 None; 3 INSTRUCTION <module> 642; 3 LINE <module> 94; 3 INSTRUCTION <module> 644; 3 INSTRUCTION <module> 646; 3 INSTRUCTION <module> 648; 3 INSTRUCTION <module> 650
# expect:    3 CALL <module> 650 unwatch 3; 3 PY_START unwatch 0; 3 LINE unwatch 24; 3 INSTRUCTION unwatch 2; 3 INSTRUCTION unwatch 12; 3 INSTRUCTION unwatch 32; 3 INSTRUCTION unwatch 34; 3 INSTRUCTION unwatch 36; 3 CALL unwatch 36 set_events 3
# expect: == ['CALL', 'C_RETURN', 'C_RAISE']
# expect:    3 CALL <module> 634 runs MISSING; 3 CALL runs 78 body 3; 3 CALL body 18 range 3; 3 C_RETURN body 18 range 3; 3 CALL body 70 one MISSING; 3 CALL body 70 one MISSING; 3 CALL body 138 It MISSING; 3 C_RETURN body 138 It MISSING; 3 CALL body 182 int 'x'; 3 C_RAISE body 182 int 'x'; 3 CALL body 206 len 3; 3 C_RAISE body 206 len 3
# expect:    3 CALL runs 78 gens MISSING; 3 CALL gens 12 gen MISSING; 3 CALL gens 34 next gen; 3 C_RETURN gens 34 next gen; 3 CALL gens 68 generator.send gen; 3 C_RETURN gens 68 generator.send gen; 3 CALL gens 110 generator.throw gen; 3 C_RAISE gens 110 generator.throw gen; 3 CALL gens 140 gens.<locals>.d MISSING; 3 CALL gens 148 list gens.<locals>.d; 3 CALL d 16 gen MISSING; 3 C_RETURN gens 148 list gens.<locals>.d
# expect:    3 CALL runs 78 calls MISSING; 3 CALL calls 12 B MISSING; 3 C_RETURN calls 12 B MISSING; 3 CALL calls 48 B.m B; 3 CALL m 18 super MISSING; 3 C_RETURN m 18 super MISSING; 3 CALL m 26 A.m 1; 3 CALL m 50 super B; 3 C_RETURN m 50 super B; 3 CALL m 58 A.m 2; 3 CALL calls 90 B.m 1; 3 CALL m 18 super MISSING
# expect:    3 C_RETURN m 18 super MISSING; 3 CALL m 26 A.m 1; 3 CALL m 50 super B; 3 C_RETURN m 50 super B; 3 CALL m 58 A.m 2; 3 CALL calls 112 print MISSING; 3 C_RETURN calls 112 print MISSING; 3 CALL calls 136 max 1; 3 C_RETURN calls 136 max 1; 3 CALL calls 168 sorted [2, 1]; 3 C_RETURN calls 168 sorted [2, 1]; 3 CALL calls 184 repr B
# expect:    3 C_RETURN calls 184 repr B; 3 CALL calls 206 str B; 3 C_RETURN calls 206 str B; 3 CALL calls 240 list.append []; 3 C_RETURN calls 240 list.append [1]; 3 CALL calls 264 dict 1; 3 C_RETURN calls 264 dict 1; 3 CALL calls 290 isinstance B; 3 C_RETURN calls 290 isinstance B; 3 CALL runs 78 unwinds MISSING; 3 CALL unwinds 14 unwinds.<locals>.u MISSING; 3 CALL u 14 KeyError 1
# expect:    3 C_RETURN u 14 KeyError 1; 3 CALL unwinds 40 unwinds.<locals>.r MISSING; 3 CALL r 8 unwinds.<locals>.u MISSING; 3 CALL u 14 KeyError 1; 3 C_RETURN u 14 KeyError 1; 3 CALL unwinds 62 open '/dev/null'; 3 C_RETURN unwinds 62 open '/dev/null'; 3 CALL unwinds 80 TextIOWrapper.__exit__ None; 3 C_RETURN unwinds 80 TextIOWrapper.__exit__ None; 3 CALL <module> 650 unwatch 3; 3 CALL unwatch 36 set_events 3
# expect: == ['LINE', 'BRANCH']
# expect:    3 LINE runs 87; 3 BRANCH runs 62 66; 3 LINE runs 88; 3 LINE body 36; 3 LINE body 37; 3 BRANCH body 28 32; 3 LINE body 38; 3 BRANCH body 50 58; 3 LINE body 39; 3 LINE body 37; 3 BRANCH body 28 32; 3 LINE body 38
# expect:    3 BRANCH body 50 54; 3 LINE body 37; 3 BRANCH body 28 32; 3 LINE body 38; 3 BRANCH body 50 58; 3 LINE body 39; 3 LINE body 37; 3 BRANCH body 28 92; 3 LINE body 40; 3 BRANCH body 100 128; 3 LINE body 41; 3 LINE __next__ 31
# expect:    3 LINE __next__ 32; 3 BRANCH __next__ 72 88; 3 LINE __next__ 33; 3 BRANCH body 148 152; 3 LINE __next__ 31; 3 LINE __next__ 32; 3 BRANCH __next__ 72 88; 3 LINE __next__ 33; 3 BRANCH body 148 152; 3 LINE __next__ 31; 3 LINE __next__ 32; 3 BRANCH __next__ 72 76
# expect:    3 BRANCH body 148 170; 3 LINE body 42; 3 LINE body 43; 3 BRANCH body 308 312; 3 LINE body 44; 3 LINE body 45; 3 LINE body 46; 3 LINE body 47; 3 BRANCH body 358 362; 3 LINE body 48; 3 LINE body 49; 3 BRANCH body 226 230
# expect:    3 LINE body 50; 3 BRANCH body 236 244; 3 LINE body 51; 3 BRANCH body 256 260; 3 BRANCH body 268 272; 3 BRANCH body 256 260; 3 BRANCH body 268 276; 3 BRANCH body 256 288; 3 LINE runs 87; 3 BRANCH runs 62 66; 3 LINE runs 88; 3 LINE gens 58
# expect:    3 LINE gen 53; 3 LINE gen 54; 3 LINE gens 59; 3 LINE gen 55; 3 BRANCH gen 56 60; 3 LINE gen 56; 3 LINE gens 60; 3 BRANCH gens 176 180; 3 LINE gens 61; 3 LINE gens 62; 3 LINE gen 53; 3 LINE gen 54
# expect:    3 LINE gen 56; 3 LINE runs 87; 3 BRANCH runs 62 66; 3 LINE runs 88; 3 LINE calls 69; 3 LINE calls 70; 3 LINE calls 71; 3 LINE calls 72; 3 LINE calls 73; 3 LINE calls 74; 3 LINE calls 75; 3 LINE runs 87
# expect:    3 BRANCH runs 62 66; 3 LINE runs 88; 3 LINE unwinds 77; 3 LINE unwinds 78; 3 LINE unwinds 79; 3 BRANCH unwinds 106 110; 3 LINE unwinds 80; 3 LINE unwinds 83; 3 LINE r 81; 3 LINE r 82; 3 BRANCH r 34 38; 3 LINE unwinds 84
# expect:    3 BRANCH unwinds 138 142; 3 LINE unwinds 85; 3 LINE runs 87; 3 BRANCH runs 62 90; 3 LINE <module> 94; 3 LINE unwatch 24
# expect: == ['PY_START', 'PY_RETURN', 'JUMP']
# expect:    3 PY_RETURN watch 238 None; 3 PY_START runs 0; 3 PY_START body 0; 3 PY_START one 0; 3 PY_RETURN one 2 1; 3 JUMP body 84 28; 3 JUMP body 54 28; 3 PY_START one 0; 3 PY_RETURN one 2 1; 3 JUMP body 84 28; 3 PY_START __init__ 0; 3 PY_RETURN __init__ 16 None
# expect:    3 PY_START __iter__ 0; 3 PY_RETURN __iter__ 4 It; 3 PY_START __next__ 0; 3 PY_RETURN __next__ 110 1; 3 JUMP body 162 148; 3 PY_START __next__ 0; 3 PY_RETURN __next__ 110 2; 3 JUMP body 162 148; 3 PY_START __next__ 0; 3 JUMP body 272 256; 3 JUMP body 280 256; 3 PY_RETURN body 292 [2]
# expect:    3 JUMP runs 82 62; 3 PY_START gens 0; 3 PY_START gen 4; 3 PY_RETURN gen 64 9; 3 PY_START d 4; 3 PY_START gen 4; 3 PY_RETURN gen 36 9; 3 PY_RETURN d 40 9; 3 PY_RETURN gens 160 ([1, 3], 9); 3 JUMP runs 82 62; 3 PY_START calls 0; 3 PY_START m 2
# expect:    3 PY_START m 0; 3 PY_RETURN m 2 1; 3 PY_START m 0; 3 PY_RETURN m 2 1; 3 PY_RETURN m 64 2; 3 PY_START m 2; 3 PY_START m 0; 3 PY_RETURN m 2 1; 3 PY_START m 0; 3 PY_RETURN m 2 1; 3 PY_RETURN m 64 2; 3 PY_START <lambda> 0
# expect:    3 PY_RETURN <lambda> 4 1; 3 PY_START <lambda> 0; 3 PY_RETURN <lambda> 4 2; 3 PY_START __repr__ 0; 3 PY_RETURN __repr__ 2 'A'; 3 PY_START __repr__ 0; 3 PY_RETURN __repr__ 2 'A'; 3 PY_RETURN calls 298 True; 3 JUMP runs 82 62; 3 PY_START unwinds 2; 3 PY_START u 0; 3 PY_START r 2
# expect:    3 PY_START u 0; 3 PY_RETURN unwinds 90 None; 3 JUMP runs 82 62; 3 PY_RETURN runs 90 None; 3 PY_START unwatch 0
# expect: {'PY_START': 16, 'CALL': 2, 'LINE': 18, 'BRANCH': 16}
# expect:    1 CALL <module> 766 watch 4; 1 LINE watch 17; 1 CALL watch 42 use_tool_id 4; 1 C_RETURN watch 42 use_tool_id 4; 1 LINE watch 18; 1 CALL watch 116 getattr SimpleNamespace; 1 C_RETURN watch 116 getattr SimpleNamespace; 1 CALL watch 136 cb 'LINE'; 1 LINE cb 12; 1 LINE cb 14; 1 CALL watch 144 register_callback 4; 1 C_RETURN watch 144 register_callback 4
# expect:    1 CALL watch 116 getattr SimpleNamespace; 1 C_RETURN watch 116 getattr SimpleNamespace; 1 CALL watch 136 cb 'PY_START'; 1 LINE cb 12; 1 LINE cb 14; 1 CALL watch 144 register_callback 4; 1 C_RETURN watch 144 register_callback 4; 1 CALL watch 116 getattr SimpleNamespace; 1 C_RETURN watch 116 getattr SimpleNamespace; 1 CALL watch 136 cb 'BRANCH'; 1 LINE cb 12; 1 LINE cb 14
# expect:    1 CALL watch 144 register_callback 4; 1 C_RETURN watch 144 register_callback 4; 1 LINE watch 19; 1 CALL watch 212 watch.<locals>.<genexpr> list_iterator; 1 CALL watch 220 sum watch.<locals>.<genexpr>; 1 CALL <genexpr> 36 getattr SimpleNamespace; 1 C_RETURN <genexpr> 36 getattr SimpleNamespace; 1 CALL <genexpr> 36 getattr SimpleNamespace; 1 C_RETURN <genexpr> 36 getattr SimpleNamespace; 1 CALL <genexpr> 36 getattr SimpleNamespace; 1 C_RETURN <genexpr> 36 getattr SimpleNamespace; 1 C_RETURN watch 220 sum watch.<locals>.<genexpr>
# expect:    1 CALL watch 228 set_events 4; 1 C_RETURN watch 228 set_events 4; 4 LINE <module> 99; 1 LINE <module> 99; 1 CALL <module> 802 _all_events MISSING; 1 C_RETURN <module> 802 _all_events MISSING; 1 CALL <module> 810 print dict; 1 C_RETURN <module> 810 print dict; 1 CALL <module> 826 body 2; 4 PY_START body 0; 4 LINE body 36; 1 LINE body 36
# expect:    4 LINE body 37; 1 LINE body 37; 1 CALL body 18 range 2; 1 C_RETURN body 18 range 2; 4 BRANCH body 28 32; 4 LINE body 38; 1 LINE body 38; 4 BRANCH body 50 58; 4 LINE body 39; 1 LINE body 39; 1 CALL body 70 one MISSING; 4 PY_START one 0
# expect:    4 LINE one 34; 1 LINE one 34; 4 LINE body 37; 1 LINE body 37; 4 BRANCH body 28 32; 4 LINE body 38; 1 LINE body 38; 4 BRANCH body 50 54; 4 LINE body 37; 1 LINE body 37; 4 BRANCH body 28 92; 4 LINE body 40
# expect:    1 LINE body 40; 4 BRANCH body 100 128; 4 LINE body 41; 1 LINE body 41; 1 CALL body 138 It MISSING; 4 PY_START __init__ 0; 4 LINE __init__ 28; 1 LINE __init__ 28; 1 C_RETURN body 138 It MISSING; 4 PY_START __iter__ 0; 4 LINE __iter__ 29; 1 LINE __iter__ 29
# expect:    4 PY_START __next__ 0; 4 LINE __next__ 31; 1 LINE __next__ 31; 4 LINE __next__ 32; 1 LINE __next__ 32; 4 BRANCH __next__ 72 88; 4 LINE __next__ 33; 1 LINE __next__ 33; 4 BRANCH body 148 152; 4 PY_START __next__ 0; 4 LINE __next__ 31; 1 LINE __next__ 31
# expect:    4 LINE __next__ 32; 1 LINE __next__ 32; 4 BRANCH __next__ 72 88; 4 LINE __next__ 33; 1 LINE __next__ 33; 4 BRANCH body 148 152; 4 PY_START __next__ 0; 4 LINE __next__ 31; 1 LINE __next__ 31; 4 LINE __next__ 32; 1 LINE __next__ 32; 4 BRANCH __next__ 72 76
# expect:    4 BRANCH body 148 170; 4 LINE body 42; 1 LINE body 42; 1 CALL body 182 int 'x'; 1 C_RAISE body 182 int 'x'; 4 LINE body 43; 1 LINE body 43; 4 BRANCH body 308 312; 4 LINE body 44; 1 LINE body 44; 4 LINE body 45; 1 LINE body 45
# expect:    1 CALL body 206 len 3; 1 C_RAISE body 206 len 3; 4 LINE body 46; 1 LINE body 46; 4 LINE body 47; 1 LINE body 47; 4 BRANCH body 358 362; 4 LINE body 48; 1 LINE body 48; 4 LINE body 49; 1 LINE body 49; 4 BRANCH body 226 230
# expect:    4 LINE body 50; 1 LINE body 50; 4 BRANCH body 236 244; 4 LINE body 51; 1 LINE body 51; 4 BRANCH body 256 260; 4 BRANCH body 268 272; 4 BRANCH body 256 260; 4 BRANCH body 268 276; 4 BRANCH body 256 288; 1 CALL <module> 842 unwatch 1; 4 PY_START unwatch 0
# expect:    4 LINE unwatch 24; 1 LINE unwatch 24; 1 CALL unwatch 36 set_events 1; 4 LINE unwatch 25; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62
# expect:    4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 62; 4 BRANCH unwatch 58 146; 4 LINE unwatch 26; 4 PY_START one 0
# expect:    4 LINE one 34; 4 PY_START unwatch 0; 4 LINE unwatch 24
