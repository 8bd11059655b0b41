# What trace functions and tools are told when a generator or coroutine ends: StopIteration as it is made of the value.
import sys
def gen(v):
    yield 1
    return v
def main(v):
    r = yield from gen(v)
    return r
async def co(v): return v
async def am(v): return await co(v)
events=[]
def tr(f,e,a):
    if e=='exception': events.append((f.f_code.co_name, f.f_lineno-f.f_code.co_firstlineno, a[0].__name__, repr(a[1]), a[2] is None))
    return tr


for v in None, 5, (), (1,2), StopIteration(3), ValueError(1), 'x', StopIteration:
    events.clear()
    sys.settrace(tr)
    for x in main(v): pass
    try: am(v).send(None)
    except StopIteration: pass
    for x in gen(v): pass
    sys.settrace(None)
    print(v, events)
E=sys.monitoring.events
got=[]
sys.monitoring.use_tool_id(2,'t')
sys.monitoring.register_callback(2,E.STOP_ITERATION,lambda c,o,e: got.append((c.co_name,repr(e))))
sys.monitoring.set_events(2,E.STOP_ITERATION)
for v in None, 5, (), (1,2), StopIteration(3), ValueError(1):
    got.clear()
    for x in main(v): pass
    try: am(v).send(None)
    except StopIteration: pass
    print(v,got)

# expect: None [('main', 1, 'StopIteration', 'StopIteration()', True), ('am', 0, 'StopIteration', 'StopIteration()', True)]
# expect: 5 [('main', 1, 'StopIteration', 'StopIteration(5)', True), ('am', 0, 'StopIteration', 'StopIteration(5)', True)]
# expect: () [('main', 1, 'StopIteration', 'StopIteration()', True), ('am', 0, 'StopIteration', 'StopIteration()', True)]
# expect: (1, 2) [('main', 1, 'StopIteration', 'StopIteration(1, 2)', True), ('am', 0, 'StopIteration', 'StopIteration(1, 2)', True)]
# expect: 3 [('main', 1, 'StopIteration', 'StopIteration(3)', True), ('am', 0, 'StopIteration', 'StopIteration(3)', True)]
# expect: 1 [('main', 1, 'StopIteration', 'StopIteration(ValueError(1))', True), ('am', 0, 'StopIteration', 'StopIteration(ValueError(1))', True)]
# expect: x [('main', 1, 'StopIteration', "StopIteration('x')", True), ('am', 0, 'StopIteration', "StopIteration('x')", True)]
# expect: <class 'StopIteration'> [('main', 1, 'StopIteration', "StopIteration(<class 'StopIteration'>)", True), ('am', 0, 'StopIteration', "StopIteration(<class 'StopIteration'>)", True)]
# expect: None [('main', 'StopIteration()'), ('<module>', 'StopIteration()'), ('am', 'StopIteration()')]
# expect: 5 [('main', 'StopIteration(5)'), ('<module>', 'StopIteration(5)'), ('am', 'StopIteration(5)')]
# expect: () [('main', 'StopIteration()'), ('<module>', 'StopIteration()'), ('am', 'StopIteration()')]
# expect: (1, 2) [('main', 'StopIteration(1, 2)'), ('<module>', 'StopIteration(1, 2)'), ('am', 'StopIteration(1, 2)')]
# expect: 3 [('main', 'StopIteration(3)'), ('<module>', 'StopIteration(3)'), ('am', 'StopIteration(3)')]
# expect: 1 [('main', 'StopIteration(ValueError(1))'), ('<module>', 'StopIteration(ValueError(1))'), ('am', 'StopIteration(ValueError(1))')]
