# jumps: setting f_lineno
import sys
out = []
class Jumper:
    def __init__(self, function, jumpfrom, jumpto, event='line'):
        self.code = function.__code__; self.first = self.code.co_firstlineno
        self.frm, self.to, self.event, self.done = jumpfrom, jumpto, event, False
    def __call__(self, frame, event, arg):
        if self.done: return
        if event == self.event and frame.f_code is self.code and frame.f_lineno == self.first + self.frm:
            f = frame
            self.done = True
            f.f_lineno = self.first + self.to
        return self
def jump(f, a, b, event='line', *args):
    out.clear()
    sys.settrace(Jumper(f, a, b, event))
    try: r = f(out, *args)
    except BaseException as e: r = type(e).__name__ + ': ' + str(e)
    finally: sys.settrace(None)
    print(f.__name__, a, b, event, out, r)
def simple(o):
    o.append(1)
    o.append(2)
    o.append(3)
    return 'end'
def loops(o):
    for i in 1, 2:
        o.append(i)
        o.append(-i)
    o.append(9)
    while len(o) < 12:
        o.append(0)
        x = 1
    o.append(7)
def tries(o):
    o.append(1)
    try:
        o.append(2)
        1/0
        o.append(3)
    except ZeroDivisionError as e:
        o.append(4)
        o.append(5)
    finally:
        o.append(6)
    o.append(7)
def withs(o):
    class C:
        def __enter__(self): o.append('in')
        def __exit__(self, *a): o.append('out')
    o.append(1)
    with C():
        o.append(2)
        o.append(3)
    o.append(4)
def nested(o):
    for a in [1, 2]:
        for b in [3]:
            o.append((a, b))
        o.append(a)
    o.append('x')
def yields(o):
    def gen():
        o.append(2)
        yield 3
        o.append(4)
    next(gen())
    o.append(5)
def comp(o):
    o.append([i
              for i in range(3)])
    x = [j for j in
         range(2)]
    o.append(x)
    return 1
for f, n in ((simple, 5), (loops, 9), (tries, 12), (withs, 9), (nested, 6), (comp, 7)):
    for a in range(1, n):
        for b in range(0, n + 2):
            jump(f, a, b)
for ev in ('call', 'return', 'exception'):
    for a in range(0, 6):
        jump(tries, a, 2, ev)
jump(yields, 2, 1)
f = sys._getframe()
for v in (1, 'a', 2.5, None, 10**30, -10**30, True):
    try: f.f_lineno = v
    except Exception as e: print(type(e).__name__, e)
try: del f.f_lineno
except Exception as e: print(type(e).__name__, e)

# expect: simple 1 0 line [1, 2, 3] end
# expect: simple 1 1 line [1, 2, 3] end
# expect: simple 1 2 line [2, 3] end
# expect: simple 1 3 line [3] end
# expect: simple 1 4 line [] end
# expect: simple 1 5 line [] ValueError: line 27 comes after the current code block
# expect: simple 1 6 line [] ValueError: line 28 comes after the current code block
# expect: simple 2 0 line [1, 1, 2, 3] end
# expect: simple 2 1 line [1, 1, 2, 3] end
# expect: simple 2 2 line [1, 2, 3] end
# expect: simple 2 3 line [1, 3] end
# expect: simple 2 4 line [1] end
# expect: simple 2 5 line [1] ValueError: line 27 comes after the current code block
# expect: simple 2 6 line [1] ValueError: line 28 comes after the current code block
# expect: simple 3 0 line [1, 2, 1, 2, 3] end
# expect: simple 3 1 line [1, 2, 1, 2, 3] end
# expect: simple 3 2 line [1, 2, 2, 3] end
# expect: simple 3 3 line [1, 2, 3] end
# expect: simple 3 4 line [1, 2] end
# expect: simple 3 5 line [1, 2] ValueError: line 27 comes after the current code block
# expect: simple 3 6 line [1, 2] ValueError: line 28 comes after the current code block
# expect: simple 4 0 line [1, 2, 3, 1, 2, 3] end
# expect: simple 4 1 line [1, 2, 3, 1, 2, 3] end
# expect: simple 4 2 line [1, 2, 3, 2, 3] end
# expect: simple 4 3 line [1, 2, 3, 3] end
# expect: simple 4 4 line [1, 2, 3] end
# expect: simple 4 5 line [1, 2, 3] ValueError: line 27 comes after the current code block
# expect: simple 4 6 line [1, 2, 3] ValueError: line 28 comes after the current code block
# expect: loops 1 0 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 1 1 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 1 2 line [] ValueError: can't jump into the body of a for loop
# expect: loops 1 3 line [] ValueError: can't jump into the body of a for loop
# expect: loops 1 4 line [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 1 5 line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 1 6 line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 1 7 line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 1 8 line [7] None
# expect: loops 1 9 line [] ValueError: line 36 comes after the current code block
# expect: loops 1 10 line [] ValueError: line 37 comes after the current code block
# expect: loops 2 0 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 2 1 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 2 2 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 2 3 line [-1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 2 4 line [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 2 5 line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 2 6 line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 2 7 line [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 2 8 line [7] None
# expect: loops 2 9 line [] ValueError: line 36 comes after the current code block
# expect: loops 2 10 line [] ValueError: line 37 comes after the current code block
# expect: loops 3 0 line [1, 1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 3 1 line [1, 1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 3 2 line [1, 1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 3 3 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 3 4 line [1, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 3 5 line [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 3 6 line [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 3 7 line [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 3 8 line [1, 7] None
# expect: loops 3 9 line [1] ValueError: line 36 comes after the current code block
# expect: loops 3 10 line [1] ValueError: line 37 comes after the current code block
# expect: loops 4 0 line [1, -1, 2, -2, 1, -1, 2, -2, 9, 0, 0, 0, 7] None
# expect: loops 4 1 line [1, -1, 2, -2, 1, -1, 2, -2, 9, 0, 0, 0, 7] None
# expect: loops 4 2 line [1, -1, 2, -2] ValueError: can't jump into the body of a for loop
# expect: loops 4 3 line [1, -1, 2, -2] ValueError: can't jump into the body of a for loop
# expect: loops 4 4 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 4 5 line [1, -1, 2, -2, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 4 6 line [1, -1, 2, -2, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 4 7 line [1, -1, 2, -2, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 4 8 line [1, -1, 2, -2, 7] None
# expect: loops 4 9 line [1, -1, 2, -2] ValueError: line 36 comes after the current code block
# expect: loops 4 10 line [1, -1, 2, -2] ValueError: line 37 comes after the current code block
# expect: loops 5 0 line [1, -1, 2, -2, 9, 1, -1, 2, -2, 9, 0, 0, 7] None
# expect: loops 5 1 line [1, -1, 2, -2, 9, 1, -1, 2, -2, 9, 0, 0, 7] None
# expect: loops 5 2 line [1, -1, 2, -2, 9] ValueError: can't jump into the body of a for loop
# expect: loops 5 3 line [1, -1, 2, -2, 9] ValueError: can't jump into the body of a for loop
# expect: loops 5 4 line [1, -1, 2, -2, 9, 9, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 5 5 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 5 6 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 5 7 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 5 8 line [1, -1, 2, -2, 9, 7] None
# expect: loops 5 9 line [1, -1, 2, -2, 9] ValueError: line 36 comes after the current code block
# expect: loops 5 10 line [1, -1, 2, -2, 9] ValueError: line 37 comes after the current code block
# expect: loops 6 0 line [1, -1, 2, -2, 9, 1, -1, 2, -2, 9, 0, 0, 7] None
# expect: loops 6 1 line [1, -1, 2, -2, 9, 1, -1, 2, -2, 9, 0, 0, 7] None
# expect: loops 6 2 line [1, -1, 2, -2, 9] ValueError: can't jump into the body of a for loop
# expect: loops 6 3 line [1, -1, 2, -2, 9] ValueError: can't jump into the body of a for loop
# expect: loops 6 4 line [1, -1, 2, -2, 9, 9, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 6 5 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 6 6 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 6 7 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 6 8 line [1, -1, 2, -2, 9, 7] None
# expect: loops 6 9 line [1, -1, 2, -2, 9] ValueError: line 36 comes after the current code block
# expect: loops 6 10 line [1, -1, 2, -2, 9] ValueError: line 37 comes after the current code block
# expect: loops 7 0 line [1, -1, 2, -2, 9, 0, 1, -1, 2, -2, 9, 0, 7] None
# expect: loops 7 1 line [1, -1, 2, -2, 9, 0, 1, -1, 2, -2, 9, 0, 7] None
# expect: loops 7 2 line [1, -1, 2, -2, 9, 0] ValueError: can't jump into the body of a for loop
# expect: loops 7 3 line [1, -1, 2, -2, 9, 0] ValueError: can't jump into the body of a for loop
# expect: loops 7 4 line [1, -1, 2, -2, 9, 0, 9, 0, 0, 0, 0, 0, 7] None
# expect: loops 7 5 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 7 6 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 7 7 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 7 8 line [1, -1, 2, -2, 9, 0, 7] None
# expect: loops 7 9 line [1, -1, 2, -2, 9, 0] ValueError: line 36 comes after the current code block
# expect: loops 7 10 line [1, -1, 2, -2, 9, 0] ValueError: line 37 comes after the current code block
# expect: loops 8 0 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 1, -1, 2, -2, 9, 7] None
# expect: loops 8 1 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 1, -1, 2, -2, 9, 7] None
# expect: loops 8 2 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0] ValueError: can't jump into the body of a for loop
# expect: loops 8 3 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0] ValueError: can't jump into the body of a for loop
# expect: loops 8 4 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 9, 7] None
# expect: loops 8 5 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 8 6 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 8 7 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 8 8 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0, 7] None
# expect: loops 8 9 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0] ValueError: line 36 comes after the current code block
# expect: loops 8 10 line [1, -1, 2, -2, 9, 0, 0, 0, 0, 0, 0, 0] ValueError: line 37 comes after the current code block
# expect: tries 1 0 line [1, 2, 4, 5, 6, 7] None
# expect: tries 1 1 line [1, 2, 4, 5, 6, 7] None
# expect: tries 1 2 line [2, 4, 5, 6, 7] None
# expect: tries 1 3 line [2, 4, 5, 6, 7] None
# expect: tries 1 4 line [4, 5, 6, 7] None
# expect: tries 1 5 line [3, 6, 7] None
# expect: tries 1 6 line [] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 1 7 line [] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 1 8 line [] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 1 9 line [6, 7] None
# expect: tries 1 10 line [6, 7] None
# expect: tries 1 11 line [7] None
# expect: tries 1 12 line [] ValueError: line 48 comes after the current code block
# expect: tries 1 13 line [] ValueError: line 49 comes after the current code block
# expect: tries 2 0 line [1, 1, 2, 4, 5, 6, 7] None
# expect: tries 2 1 line [1, 1, 2, 4, 5, 6, 7] None
# expect: tries 2 2 line [1, 2, 4, 5, 6, 7] None
# expect: tries 2 3 line [1, 2, 4, 5, 6, 7] None
# expect: tries 2 4 line [1, 4, 5, 6, 7] None
# expect: tries 2 5 line [1, 3, 6, 7] None
# expect: tries 2 6 line [1] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 2 7 line [1] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 2 8 line [1] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 2 9 line [1, 6, 7] None
# expect: tries 2 10 line [1, 6, 7] None
# expect: tries 2 11 line [1, 7] None
# expect: tries 2 12 line [1] ValueError: line 48 comes after the current code block
# expect: tries 2 13 line [1] ValueError: line 49 comes after the current code block
# expect: tries 3 0 line [1, 1, 2, 4, 5, 6, 7] None
# expect: tries 3 1 line [1, 1, 2, 4, 5, 6, 7] None
# expect: tries 3 2 line [1, 2, 4, 5, 6, 7] None
# expect: tries 3 3 line [1, 2, 4, 5, 6, 7] None
# expect: tries 3 4 line [1, 4, 5, 6, 7] None
# expect: tries 3 5 line [1, 3, 6, 7] None
# expect: tries 3 6 line [1, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 3 7 line [1, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 3 8 line [1, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 3 9 line [1, 6, 7] None
# expect: tries 3 10 line [1, 6, 7] None
# expect: tries 3 11 line [1, 7] None
# expect: tries 3 12 line [1, 6] ValueError: line 48 comes after the current code block
# expect: tries 3 13 line [1, 6] ValueError: line 49 comes after the current code block
# expect: tries 4 0 line [1, 2, 1, 2, 4, 5, 6, 7] None
# expect: tries 4 1 line [1, 2, 1, 2, 4, 5, 6, 7] None
# expect: tries 4 2 line [1, 2, 2, 4, 5, 6, 7] None
# expect: tries 4 3 line [1, 2, 2, 4, 5, 6, 7] None
# expect: tries 4 4 line [1, 2, 4, 5, 6, 7] None
# expect: tries 4 5 line [1, 2, 3, 6, 7] None
# expect: tries 4 6 line [1, 2, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 4 7 line [1, 2, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 4 8 line [1, 2, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 4 9 line [1, 2, 6, 7] None
# expect: tries 4 10 line [1, 2, 6, 7] None
# expect: tries 4 11 line [1, 2, 7] None
# expect: tries 4 12 line [1, 2, 6] ValueError: line 48 comes after the current code block
# expect: tries 4 13 line [1, 2, 6] ValueError: line 49 comes after the current code block
# expect: tries 5 0 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 1 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 2 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 3 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 4 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 5 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 6 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 7 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 8 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 9 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 10 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 11 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 12 line [1, 2, 4, 5, 6, 7] None
# expect: tries 5 13 line [1, 2, 4, 5, 6, 7] None
# expect: tries 6 0 line [1, 2, 1, 2, 4, 5, 6, 7] None
# expect: tries 6 1 line [1, 2, 1, 2, 4, 5, 6, 7] None
# expect: tries 6 2 line [1, 2, 2, 4, 5, 6, 7] None
# expect: tries 6 3 line [1, 2, 2, 4, 5, 6, 7] None
# expect: tries 6 4 line [1, 2, 4, 5, 6, 7] None
# expect: tries 6 5 line [1, 2, 3, 6, 7] None
# expect: tries 6 6 line [1, 2, 4, 5, 6, 7] None
# expect: tries 6 7 line [1, 2, 4, 5, 6, 7] None
# expect: tries 6 8 line [1, 2, 5, 6, 7] None
# expect: tries 6 9 line [1, 2, 6] ZeroDivisionError: division by zero
# expect: tries 6 10 line [1, 2, 6] ZeroDivisionError: division by zero
# expect: tries 6 11 line [1, 2, 7] None
# expect: tries 6 12 line [1, 2, 6] ValueError: line 48 comes after the current code block
# expect: tries 6 13 line [1, 2, 6] ValueError: line 49 comes after the current code block
# expect: tries 7 0 line [1, 2, 1, 2, 4, 5, 6, 7] None
# expect: tries 7 1 line [1, 2, 1, 2, 4, 5, 6, 7] None
# expect: tries 7 2 line [1, 2, 2, 4, 5, 6, 7] None
# expect: tries 7 3 line [1, 2, 2, 4, 5, 6, 7] None
# expect: tries 7 4 line [1, 2, 4, 5, 6, 7] None
# expect: tries 7 5 line [1, 2, 3, 6, 7] None
# expect: tries 7 6 line [1, 2, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 7 7 line [1, 2, 4, 5, 6, 7] None
# expect: tries 7 8 line [1, 2, 5, 6, 7] None
# expect: tries 7 9 line [1, 2, 6, 7] None
# expect: tries 7 10 line [1, 2, 6, 7] None
# expect: tries 7 11 line [1, 2, 7] None
# expect: tries 7 12 line [1, 2, 6] ValueError: line 48 comes after the current code block
# expect: tries 7 13 line [1, 2, 6] ValueError: line 49 comes after the current code block
# expect: tries 8 0 line [1, 2, 4, 1, 2, 4, 5, 6, 7] None
# expect: tries 8 1 line [1, 2, 4, 1, 2, 4, 5, 6, 7] None
# expect: tries 8 2 line [1, 2, 4, 2, 4, 5, 6, 7] None
# expect: tries 8 3 line [1, 2, 4, 2, 4, 5, 6, 7] None
# expect: tries 8 4 line [1, 2, 4, 4, 5, 6, 7] None
# expect: tries 8 5 line [1, 2, 4, 3, 6, 7] None
# expect: tries 8 6 line [1, 2, 4, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 8 7 line [1, 2, 4, 4, 5, 6, 7] None
# expect: tries 8 8 line [1, 2, 4, 5, 6, 7] None
# expect: tries 8 9 line [1, 2, 4, 6, 7] None
# expect: tries 8 10 line [1, 2, 4, 6, 7] None
# expect: tries 8 11 line [1, 2, 4, 7] None
# expect: tries 8 12 line [1, 2, 4, 6] ValueError: line 48 comes after the current code block
# expect: tries 8 13 line [1, 2, 4, 6] ValueError: line 49 comes after the current code block
# expect: tries 9 0 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 1 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 2 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 3 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 4 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 5 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 6 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 7 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 8 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 9 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 10 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 11 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 12 line [1, 2, 4, 5, 6, 7] None
# expect: tries 9 13 line [1, 2, 4, 5, 6, 7] None
# expect: tries 10 0 line [1, 2, 4, 5, 1, 2, 4, 5, 6, 7] None
# expect: tries 10 1 line [1, 2, 4, 5, 1, 2, 4, 5, 6, 7] None
# expect: tries 10 2 line [1, 2, 4, 5, 2, 4, 5, 6, 7] None
# expect: tries 10 3 line [1, 2, 4, 5, 2, 4, 5, 6, 7] None
# expect: tries 10 4 line [1, 2, 4, 5, 4, 5, 6, 7] None
# expect: tries 10 5 line [1, 2, 4, 5, 3, 6, 7] None
# expect: tries 10 6 line [1, 2, 4, 5] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 10 7 line [1, 2, 4, 5] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 10 8 line [1, 2, 4, 5] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 10 9 line [1, 2, 4, 5, 6, 7] None
# expect: tries 10 10 line [1, 2, 4, 5, 6, 7] None
# expect: tries 10 11 line [1, 2, 4, 5, 7] None
# expect: tries 10 12 line [1, 2, 4, 5] ValueError: line 48 comes after the current code block
# expect: tries 10 13 line [1, 2, 4, 5] ValueError: line 49 comes after the current code block
# expect: tries 11 0 line [1, 2, 4, 5, 6, 1, 2, 4, 5, 6, 7] None
# expect: tries 11 1 line [1, 2, 4, 5, 6, 1, 2, 4, 5, 6, 7] None
# expect: tries 11 2 line [1, 2, 4, 5, 6, 2, 4, 5, 6, 7] None
# expect: tries 11 3 line [1, 2, 4, 5, 6, 2, 4, 5, 6, 7] None
# expect: tries 11 4 line [1, 2, 4, 5, 6, 4, 5, 6, 7] None
# expect: tries 11 5 line [1, 2, 4, 5, 6, 3, 6, 7] None
# expect: tries 11 6 line [1, 2, 4, 5, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 11 7 line [1, 2, 4, 5, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 11 8 line [1, 2, 4, 5, 6] ValueError: can't jump into an 'except' block as there's no exception
# expect: tries 11 9 line [1, 2, 4, 5, 6, 6, 7] None
# expect: tries 11 10 line [1, 2, 4, 5, 6, 6, 7] None
# expect: tries 11 11 line [1, 2, 4, 5, 6, 7] None
# expect: tries 11 12 line [1, 2, 4, 5, 6] ValueError: line 48 comes after the current code block
# expect: tries 11 13 line [1, 2, 4, 5, 6] ValueError: line 49 comes after the current code block
# expect: withs 1 0 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 1 1 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 1 2 line [1] TypeError: 'NoneType' object is not callable
# expect: withs 1 3 line [1] TypeError: 'NoneType' object is not callable
# expect: withs 1 4 line [1] TypeError: 'NoneType' object is not callable
# expect: withs 1 5 line [] TypeError: 'NoneType' object is not callable
# expect: withs 1 6 line [] ValueError: incompatible stacks
# expect: withs 1 7 line [] ValueError: incompatible stacks
# expect: withs 1 8 line [4] None
# expect: withs 1 9 line [] ValueError: line 57 comes after the current code block
# expect: withs 1 10 line [] ValueError: line 58 comes after the current code block
# expect: withs 2 0 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 1 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 2 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 3 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 4 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 5 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 6 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 7 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 8 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 9 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 2 10 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 0 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 1 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 2 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 3 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 4 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 5 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 6 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 7 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 8 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 9 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 3 10 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 4 0 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 4 1 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 4 2 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 4 3 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 4 4 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 4 5 line ['in', 2, 3, 'out', 4] None
# expect: withs 4 6 line [] ValueError: incompatible stacks
# expect: withs 4 7 line [] ValueError: incompatible stacks
# expect: withs 4 8 line [4] None
# expect: withs 4 9 line [] ValueError: line 57 comes after the current code block
# expect: withs 4 10 line [] ValueError: line 58 comes after the current code block
# expect: withs 5 0 line [1, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 5 1 line [1, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 5 2 line [1, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 5 3 line [1, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 5 4 line [1, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 5 5 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 5 6 line [1] ValueError: incompatible stacks
# expect: withs 5 7 line [1] ValueError: incompatible stacks
# expect: withs 5 8 line [1, 4] None
# expect: withs 5 9 line [1] ValueError: line 57 comes after the current code block
# expect: withs 5 10 line [1] ValueError: line 58 comes after the current code block
# expect: withs 6 0 line [1, 'in', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 6 1 line [1, 'in', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 6 2 line [1, 'in', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 6 3 line [1, 'in', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 6 4 line [1, 'in', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 6 5 line [1, 'in', 'out', 4] None
# expect: withs 6 6 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 6 7 line [1, 'in', 3, 'out', 4] None
# expect: withs 6 8 line [1, 'in', 4] None
# expect: withs 6 9 line [1, 'in', 'out'] ValueError: line 57 comes after the current code block
# expect: withs 6 10 line [1, 'in', 'out'] ValueError: line 58 comes after the current code block
# expect: withs 7 0 line [1, 'in', 2, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 7 1 line [1, 'in', 2, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 7 2 line [1, 'in', 2, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 7 3 line [1, 'in', 2, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 7 4 line [1, 'in', 2, 1, 'in', 2, 3, 'out', 4] None
# expect: withs 7 5 line [1, 'in', 2, 'out', 4] None
# expect: withs 7 6 line [1, 'in', 2, 2, 3, 'out', 4] None
# expect: withs 7 7 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 7 8 line [1, 'in', 2, 4] None
# expect: withs 7 9 line [1, 'in', 2, 'out'] ValueError: line 57 comes after the current code block
# expect: withs 7 10 line [1, 'in', 2, 'out'] ValueError: line 58 comes after the current code block
# expect: withs 8 0 line [1, 'in', 2, 3, 'out', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 8 1 line [1, 'in', 2, 3, 'out', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 8 2 line [1, 'in', 2, 3, 'out', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 8 3 line [1, 'in', 2, 3, 'out', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 8 4 line [1, 'in', 2, 3, 'out', 1, 'in', 2, 3, 'out', 4] None
# expect: withs 8 5 line [1, 'in', 2, 3, 'out', 'in', 2, 3, 'out', 4] None
# expect: withs 8 6 line [1, 'in', 2, 3, 'out'] ValueError: incompatible stacks
# expect: withs 8 7 line [1, 'in', 2, 3, 'out'] ValueError: incompatible stacks
# expect: withs 8 8 line [1, 'in', 2, 3, 'out', 4] None
# expect: withs 8 9 line [1, 'in', 2, 3, 'out'] ValueError: line 57 comes after the current code block
# expect: withs 8 10 line [1, 'in', 2, 3, 'out'] ValueError: line 58 comes after the current code block
# expect: nested 1 0 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 1 1 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 1 2 line [] ValueError: can't jump into the body of a for loop
# expect: nested 1 3 line [] ValueError: can't jump into the body of a for loop
# expect: nested 1 4 line [] ValueError: can't jump into the body of a for loop
# expect: nested 1 5 line ['x'] None
# expect: nested 1 6 line [] ValueError: line 63 comes after the current code block
# expect: nested 1 7 line [] ValueError: line 64 comes after the current code block
# expect: nested 2 0 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 2 1 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 2 2 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 2 3 line [] ValueError: can't jump into the body of a for loop
# expect: nested 2 4 line [1, (2, 3), 2, 'x'] None
# expect: nested 2 5 line ['x'] None
# expect: nested 2 6 line [] ValueError: line 63 comes after the current code block
# expect: nested 2 7 line [] ValueError: line 64 comes after the current code block
# expect: nested 3 0 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 3 1 line ['x'] None
# expect: nested 3 2 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 3 3 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 3 4 line [1, (2, 3), 2, 'x'] None
# expect: nested 3 5 line ['x'] None
# expect: nested 3 6 line [] ValueError: line 63 comes after the current code block
# expect: nested 3 7 line [] ValueError: line 64 comes after the current code block
# expect: nested 4 0 line [(1, 3), (1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 4 1 line [(1, 3), (1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 4 2 line [(1, 3), (1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 4 3 line [(1, 3)] ValueError: can't jump into the body of a for loop
# expect: nested 4 4 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 4 5 line [(1, 3), 'x'] None
# expect: nested 4 6 line [(1, 3)] ValueError: line 63 comes after the current code block
# expect: nested 4 7 line [(1, 3)] ValueError: line 64 comes after the current code block
# expect: nested 5 0 line [(1, 3), 1, (2, 3), 2, (1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 5 1 line [(1, 3), 1, (2, 3), 2, (1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 5 2 line [(1, 3), 1, (2, 3), 2] ValueError: can't jump into the body of a for loop
# expect: nested 5 3 line [(1, 3), 1, (2, 3), 2] ValueError: can't jump into the body of a for loop
# expect: nested 5 4 line [(1, 3), 1, (2, 3), 2] ValueError: can't jump into the body of a for loop
# expect: nested 5 5 line [(1, 3), 1, (2, 3), 2, 'x'] None
# expect: nested 5 6 line [(1, 3), 1, (2, 3), 2] ValueError: line 63 comes after the current code block
# expect: nested 5 7 line [(1, 3), 1, (2, 3), 2] ValueError: line 64 comes after the current code block
# expect: comp 1 0 line [[0, 1, 2], [0, 1]] 1
# expect: comp 1 1 line [[0, 1, 2], [0, 1]] 1
# expect: comp 1 2 line [] ValueError: incompatible stacks
# expect: comp 1 3 line [] ValueError: can't jump into the body of a for loop
# expect: comp 1 4 line [[0, 1]] 1
# expect: comp 1 5 line [None] 1
# expect: comp 1 6 line [] 1
# expect: comp 1 7 line [] ValueError: line 77 comes after the current code block
# expect: comp 1 8 line [] ValueError: line 78 comes after the current code block
# expect: comp 2 0 line [[0, 1, 2], [0, 1]] 1
# expect: comp 2 1 line [[0, 1, 2], [0, 1]] 1
# expect: comp 2 2 line [[0, 1, 2], [0, 1]] 1
# expect: comp 2 3 line [] ValueError: can't jump into the body of a for loop
# expect: comp 2 4 line [[0, 1]] 1
# expect: comp 2 5 line [None] 1
# expect: comp 2 6 line [] 1
# expect: comp 2 7 line [] ValueError: line 77 comes after the current code block
# expect: comp 2 8 line [] ValueError: line 78 comes after the current code block
# expect: comp 3 0 line [[0, 1, 2], [0, 1, 2], [0, 1]] 1
# expect: comp 3 1 line [[0, 1, 2], [0, 1, 2], [0, 1]] 1
# expect: comp 3 2 line [[0, 1, 2]] ValueError: incompatible stacks
# expect: comp 3 3 line [[0, 1, 2], [0, 1]] 1
# expect: comp 3 4 line [[0, 1, 2], [0, 1]] 1
# expect: comp 3 5 line [[0, 1, 2], None] 1
# expect: comp 3 6 line [[0, 1, 2]] 1
# expect: comp 3 7 line [[0, 1, 2]] ValueError: line 77 comes after the current code block
# expect: comp 3 8 line [[0, 1, 2]] ValueError: line 78 comes after the current code block
# expect: comp 4 0 line [[0, 1, 2], [0, 1, 2], [0, 1]] 1
# expect: comp 4 1 line [[0, 1, 2], [0, 1, 2], [0, 1]] 1
# expect: comp 4 2 line [[0, 1, 2]] ValueError: incompatible stacks
# expect: comp 4 3 line [[0, 1, 2]] ValueError: can't jump into the body of a for loop
# expect: comp 4 4 line [[0, 1, 2], [0, 1]] 1
# expect: comp 4 5 line [[0, 1, 2], None] 1
# expect: comp 4 6 line [[0, 1, 2]] 1
# expect: comp 4 7 line [[0, 1, 2]] ValueError: line 77 comes after the current code block
# expect: comp 4 8 line [[0, 1, 2]] ValueError: line 78 comes after the current code block
# expect: comp 5 0 line [[0, 1, 2], [0, 1, 2], [0, 1]] 1
# expect: comp 5 1 line [[0, 1, 2], [0, 1, 2], [0, 1]] 1
# expect: comp 5 2 line [[0, 1, 2]] ValueError: incompatible stacks
# expect: comp 5 3 line [[0, 1, 2]] ValueError: can't jump into the body of a for loop
# expect: comp 5 4 line [[0, 1, 2], [0, 1]] 1
# expect: comp 5 5 line [[0, 1, 2], [0, 1]] 1
# expect: comp 5 6 line [[0, 1, 2]] 1
# expect: comp 5 7 line [[0, 1, 2]] ValueError: line 77 comes after the current code block
# expect: comp 5 8 line [[0, 1, 2]] ValueError: line 78 comes after the current code block
# expect: comp 6 0 line [[0, 1, 2], [0, 1], [0, 1, 2], [0, 1]] 1
# expect: comp 6 1 line [[0, 1, 2], [0, 1], [0, 1, 2], [0, 1]] 1
# expect: comp 6 2 line [[0, 1, 2], [0, 1]] ValueError: incompatible stacks
# expect: comp 6 3 line [[0, 1, 2], [0, 1]] ValueError: can't jump into the body of a for loop
# expect: comp 6 4 line [[0, 1, 2], [0, 1], [0, 1]] 1
# expect: comp 6 5 line [[0, 1, 2], [0, 1], [0, 1]] 1
# expect: comp 6 6 line [[0, 1, 2], [0, 1]] 1
# expect: comp 6 7 line [[0, 1, 2], [0, 1]] ValueError: line 77 comes after the current code block
# expect: comp 6 8 line [[0, 1, 2], [0, 1]] ValueError: line 78 comes after the current code block
# expect: tries 0 2 call [] ValueError: can't jump from the 'call' trace event of a new frame
# expect: tries 1 2 call [1, 2, 4, 5, 6, 7] None
# expect: tries 2 2 call [1, 2, 4, 5, 6, 7] None
# expect: tries 3 2 call [1, 2, 4, 5, 6, 7] None
# expect: tries 4 2 call [1, 2, 4, 5, 6, 7] None
# expect: tries 5 2 call [1, 2, 4, 5, 6, 7] None
# expect: tries 0 2 return [1, 2, 4, 5, 6, 7] None
# expect: tries 1 2 return [1, 2, 4, 5, 6, 7] None
# expect: tries 2 2 return [1, 2, 4, 5, 6, 7] None
# expect: tries 3 2 return [1, 2, 4, 5, 6, 7] None
# expect: tries 4 2 return [1, 2, 4, 5, 6, 7] None
# expect: tries 5 2 return [1, 2, 4, 5, 6, 7] None
# expect: tries 0 2 exception [1, 2, 4, 5, 6, 7] None
# expect: tries 1 2 exception [1, 2, 4, 5, 6, 7] None
# expect: tries 2 2 exception [1, 2, 4, 5, 6, 7] None
# expect: tries 3 2 exception [1, 2, 4, 5, 6, 7] None
# expect: tries 4 2 exception [1, 2, 6] ValueError: can only jump from a 'line' trace event
# expect: tries 5 2 exception [1, 2, 4, 5, 6, 7] None
# expect: yields 2 1 line [2, 5] None
# expect: ValueError f_lineno can only be set in a trace function
# expect: ValueError lineno must be an integer
# expect: ValueError lineno must be an integer
# expect: ValueError lineno must be an integer
# expect: ValueError f_lineno can only be set in a trace function
# expect: ValueError f_lineno can only be set in a trace function
# expect: ValueError lineno must be an integer
# expect: AttributeError cannot delete attribute
# expect-stderr: settrace_jumps.py:13: RuntimeWarning: assigning None to 2 unbound locals
# expect-stderr:   f.f_lineno = self.first + self.to
# expect-stderr: settrace_jumps.py:13: RuntimeWarning: assigning None to 1 unbound local
# expect-stderr:   f.f_lineno = self.first + self.to
# expect-stderr: settrace_jumps.py:13: RuntimeWarning: assigning None to 3 unbound locals
# expect-stderr:   f.f_lineno = self.first + self.to
