# Code so long that jumps and names need EXTENDED_ARG, watched in all ways; and handlers that begin without a line.
import sys
M = sys.monitoring
E = M.events
lines = ["def long(n):", "    t = 0", "    for i in range(n):"]
for k in range(300):
    lines.append(f"        if i % {k + 2} == 1: t += name{k}" if k % 3 else f"        t = t + {1000 + k}")
lines += ["        while t > 10 ** 6:", "            t //= 3", "    return t"]
space = {f"name{k}": k for k in range(300)}
exec(compile("\n".join(lines), "<long>", "exec"), space)
long = space["long"]
log = []
def watch(events, f, *args):
    log.clear()
    M.use_tool_id(2, "long")
    for name in vars(E):
        if name != "NO_EVENTS":
            M.register_callback(2, getattr(E, name), lambda code, *a, name=name: log.append((name, code.co_name, *[x for x in a if isinstance(x, int)])))
    M.set_events(2, events)
    try: result = f(*args)
    except Exception as e: result = repr(e)
    M.set_events(2, 0)
    M.free_tool_id(2)
    h = 0
    for event in log:
        for c in str(event): h = (h * 31 + ord(c)) % (1 << 61)
    print(result, len(log), h, log[-3:])
for events in (E.LINE, E.INSTRUCTION, E.LINE | E.INSTRUCTION, E.JUMP | E.BRANCH, (1 << 17) - 1): watch(events, long, 4)
def tracer(frame, event, arg):
    log.append((frame.f_code.co_name, frame.f_lineno, event, frame.f_lasti))
    frame.f_trace_opcodes = True
    return tracer
log.clear()
sys.settrace(tracer); result = long(2); sys.settrace(None)
print(result, len(log), log[:4], log[-4:])
def comprehension(values):
    return print(*[1 // value for value in values])
def cleanup(values):
    for value in values:
        try: 1 // value
        except ZeroDivisionError as error: pass
    with open("/dev/null") as file: 1 // values[-1]
for events in (E.LINE, (1 << 17) - 1): watch(events, comprehension, [1, 0]); watch(events, cleanup, [1, 0])
for event in log: print(*event)

# expect: 489400 1213 2103122704831654229 [('LINE', 'long', 3), ('LINE', 'long', 306), ('LINE', 'watch', 22)]
# expect: 489400 7522 1006613419775653811 [('INSTRUCTION', 'watch', 314), ('INSTRUCTION', 'watch', 316), ('INSTRUCTION', 'watch', 318)]
# expect: 489400 8735 1807699870912866990 [('INSTRUCTION', 'watch', 314), ('INSTRUCTION', 'watch', 316), ('INSTRUCTION', 'watch', 318)]
# expect: 489400 813 1767981724828488509 [('BRANCH', 'long', 8486, 8490), ('JUMP', 'long', 8492, 28), ('BRANCH', 'long', 30, 8534)]
# expect: 489400 9554 119774738527474324 [('INSTRUCTION', 'watch', 316), ('INSTRUCTION', 'watch', 318), ('CALL', 'watch', 318, 2)]
# expect: 259700 4806 [('long', 1, 'call', 0), ('long', 2, 'line', 2), ('long', 2, 'opcode', 2), ('long', 2, 'opcode', 4)] [('long', 306, 'line', 8534), ('long', 306, 'opcode', 8534), ('long', 306, 'opcode', 8536), ('long', 306, 'return', 8536)]
# expect: ZeroDivisionError('integer division or modulo by zero') 5 177017023553090655 [('LINE', 'comprehension', 37), ('LINE', 'watch', 21), ('LINE', 'watch', 22)]
# expect: ZeroDivisionError('integer division or modulo by zero') 13 1715350819962142218 [('LINE', '__init__', 315), ('LINE', 'watch', 21), ('LINE', 'watch', 22)]
# expect: ZeroDivisionError('integer division or modulo by zero') 68 394392371898801228 [('INSTRUCTION', 'watch', 316), ('INSTRUCTION', 'watch', 318), ('CALL', 'watch', 318, 2)]
# expect: ZeroDivisionError('integer division or modulo by zero') 122 1294389219166875771 [('INSTRUCTION', 'watch', 316), ('INSTRUCTION', 'watch', 318), ('CALL', 'watch', 318, 2)]
# expect: INSTRUCTION watch 272
# expect: LINE watch 20
# expect: INSTRUCTION watch 274
# expect: INSTRUCTION watch 276
# expect: INSTRUCTION watch 278
# expect: INSTRUCTION watch 280
# expect: CALL watch 280
# expect: PY_START cleanup 0
# expect: LINE cleanup 39
# expect: INSTRUCTION cleanup 2
# expect: INSTRUCTION cleanup 4
# expect: INSTRUCTION cleanup 6
# expect: BRANCH cleanup 6 10
# expect: INSTRUCTION cleanup 10
# expect: LINE cleanup 40
# expect: INSTRUCTION cleanup 12
# expect: INSTRUCTION cleanup 14
# expect: INSTRUCTION cleanup 16
# expect: INSTRUCTION cleanup 20
# expect: INSTRUCTION cleanup 22
# expect: JUMP cleanup 22 6
# expect: LINE cleanup 39
# expect: INSTRUCTION cleanup 6
# expect: BRANCH cleanup 6 10
# expect: INSTRUCTION cleanup 10
# expect: LINE cleanup 40
# expect: INSTRUCTION cleanup 12
# expect: INSTRUCTION cleanup 14
# expect: INSTRUCTION cleanup 16
# expect: RAISE cleanup 18
# expect: EXCEPTION_HANDLED cleanup 88
# expect: INSTRUCTION cleanup 88
# expect: LINE cleanup 41
# expect: INSTRUCTION cleanup 90
# expect: INSTRUCTION cleanup 100
# expect: INSTRUCTION cleanup 102
# expect: BRANCH cleanup 102 106
# expect: INSTRUCTION cleanup 106
# expect: INSTRUCTION cleanup 108
# expect: INSTRUCTION cleanup 110
# expect: INSTRUCTION cleanup 112
# expect: INSTRUCTION cleanup 114
# expect: INSTRUCTION cleanup 116
# expect: JUMP cleanup 116 6
# expect: LINE cleanup 39
# expect: INSTRUCTION cleanup 6
# expect: BRANCH cleanup 6 30
# expect: LINE cleanup 42
# expect: INSTRUCTION cleanup 30
# expect: INSTRUCTION cleanup 40
# expect: INSTRUCTION cleanup 42
# expect: CALL cleanup 42
# expect: PY_START __init__ 0
# expect: LINE __init__ 313
# expect: INSTRUCTION __init__ 2
# expect: INSTRUCTION __init__ 12
# expect: INSTRUCTION __init__ 32
# expect: INSTRUCTION __init__ 34
# expect: CALL __init__ 34
# expect: PY_START __init__ 0
# expect: LINE __init__ 271
# expect: INSTRUCTION __init__ 2
# expect: INSTRUCTION __init__ 4
# expect: INSTRUCTION __init__ 14
# expect: PY_RETURN __init__ 14
# expect: INSTRUCTION __init__ 42
# expect: LINE __init__ 315
# expect: INSTRUCTION __init__ 44
# expect: INSTRUCTION __init__ 46
# expect: INSTRUCTION __init__ 48
# expect: INSTRUCTION __init__ 58
# expect: PY_RETURN __init__ 58
# expect: C_RETURN cleanup 42
# expect: INSTRUCTION cleanup 50
# expect: INSTRUCTION cleanup 52
# expect: INSTRUCTION cleanup 54
# expect: INSTRUCTION cleanup 56
# expect: INSTRUCTION cleanup 58
# expect: INSTRUCTION cleanup 60
# expect: INSTRUCTION cleanup 64
# expect: RAISE cleanup 66
# expect: EXCEPTION_HANDLED cleanup 136
# expect: INSTRUCTION cleanup 136
# expect: INSTRUCTION cleanup 138
# expect: INSTRUCTION cleanup 140
# expect: INSTRUCTION cleanup 148
# expect: BRANCH cleanup 148 152
# expect: INSTRUCTION cleanup 152
# expect: RERAISE cleanup 152
# expect: EXCEPTION_HANDLED cleanup 164
# expect: INSTRUCTION cleanup 164
# expect: INSTRUCTION cleanup 166
# expect: INSTRUCTION cleanup 168
# expect: RERAISE cleanup 168
# expect: PY_UNWIND cleanup 168
# expect: RAISE watch 280
# expect: EXCEPTION_HANDLED watch 544
# expect: INSTRUCTION watch 544
# expect: LINE watch 21
# expect: INSTRUCTION watch 546
# expect: INSTRUCTION watch 556
# expect: INSTRUCTION watch 558
# expect: BRANCH watch 558 562
# expect: INSTRUCTION watch 562
# expect: INSTRUCTION watch 564
# expect: INSTRUCTION watch 574
# expect: INSTRUCTION watch 576
# expect: CALL watch 576
# expect: C_RETURN watch 576
# expect: INSTRUCTION watch 584
# expect: INSTRUCTION watch 586
# expect: INSTRUCTION watch 588
# expect: INSTRUCTION watch 590
# expect: INSTRUCTION watch 592
# expect: INSTRUCTION watch 594
# expect: LINE watch 22
# expect: INSTRUCTION watch 284
# expect: INSTRUCTION watch 294
# expect: INSTRUCTION watch 314
# expect: INSTRUCTION watch 316
# expect: INSTRUCTION watch 318
# expect: CALL watch 318 2
