# Scopes: global, nonlocal, class bodies, exec, del, comprehension scopes, builtins.
x = "global"
def f():
    x = "local"
    class C:
        x = x if False else "class"
        y = [x for _ in range(1)]
        def m(self): return x
    return C.x, C.y, C().m()
print(f())
def g():
    exec("z = 5")
    return sorted(locals())
print(g())
space = {"a": 1}
exec("b = a + 1\ndef h(): return b\nc = h()", space)
print(space["b"], space["c"], sorted(k for k in space if k[0] != "_"), "__builtins__" in space)
print(eval("x + y", {"x": 1}, {"y": 2}), eval("[i for i in range(n)]", {"n": 3}))
def shadow():
    global len
    len = lambda x: "shadowed"
    out = len([])
    del len
    return out, len([1])
print(shadow())
def outer():
    v = 1
    def mid():
        def inner():
            nonlocal v
            v += 1
            return v
        return inner
    return mid()(), v
print(outer())
try:
    print(undefined_name)
except NameError as error:
    print(error, error.name)
def u():
    print(w)
    w = 1
try: u()
except UnboundLocalError as error: print(error)
for code in ("return 1", "yield", "break", "nonlocal q", "def f():\n global a\n a = 1\n nonlocal a", "x = 1\ndef f():\n x = 2\n global x", "1 = x", "f() = 1", "def f(a, a): pass", "lambda: (yield) = 1", "a b", "(1, 2", "if x\n  pass", "for i in", "x = [1, 2", "'abc", "print 'x'", "class A\n  pass", "  x = 1", "def f():\nreturn", "import", "from x import", "x +", "f(a=1, 2)", "f(**k, *a)", "{1: 2, 3}", "async def f(): await = 1", "None = 1", "del f()", "with x as 1: pass", "a = *b", "*a", "not = 3", "x = 08", "1__0", "0b2", "'\\x1'", "f'{'", "f'{a b}'", "f'{}'", "try: pass", "match x:\n case 1: pass\n case _: pass\n case 2: pass", "else: pass", "a := 1", "x = y = ", "if x = 1: pass", "é = 1; 中 = 2; print(é + 中)", "a\u00a0= 1", "\tx = 1\n  y = 2", "await x", "super = 1; print(super)", "elif x: pass", "return", "@\nclass A: pass", "x: int: 3", "assert (1, 'always')", "1 is 1" if 0 else "pass"):
    try:
        exec(compile(code, "<c>", "exec"), {})
    except SyntaxError as error:
        print(repr(code), type(error).__name__, error.msg, error.lineno, error.offset, error.end_offset)
import sys
print(sys.version_info[:2], sys.maxsize, sys.byteorder, sys.implementation.name, sys.getrecursionlimit(), sys.argv[1:], __name__)
print([sys.getsizeof(o) for o in (0, 1, 2**30, 2**60, 1.0, "", "a", "é", "中", "😀", b"", [], [1], (), (1,), {}, {1: 1}, set(), frozenset(), None, True, range(3), slice(1), lambda: 0, print, int, type, object(), 1j, bytearray(3), memoryview(b""), iter([]), Exception(), dict(a=1), {i for i in range(20)}, list(range(10)), [i for i in range(10)])])

# expect: ('class', ['local'], 'local')
# expect: []
# expect: 2 2 ['a', 'b', 'c', 'h'] True
# expect: 3 [0, 1, 2]
# expect: ('shadowed', 1)
# expect: (2, 2)
# expect: name 'undefined_name' is not defined undefined_name
# expect: cannot access local variable 'w' where it is not associated with a value
# expect: 'return 1' SyntaxError 'return' outside function 1 1 9
# expect: 'yield' SyntaxError 'yield' outside function 1 1 6
# expect: 'break' SyntaxError 'break' outside loop 1 1 6
# expect: 'nonlocal q' SyntaxError nonlocal declaration not allowed at module level 1 1 11
# expect: 'def f():\n global a\n a = 1\n nonlocal a' SyntaxError name 'a' is assigned to before nonlocal declaration 4 2 12
# expect: 'x = 1\ndef f():\n x = 2\n global x' SyntaxError name 'x' is assigned to before global declaration 4 2 10
# expect: '1 = x' SyntaxError cannot assign to literal here. Maybe you meant '==' instead of '='? 1 1 2
# expect: 'f() = 1' SyntaxError cannot assign to function call here. Maybe you meant '==' instead of '='? 1 1 4
# expect: 'def f(a, a): pass' SyntaxError duplicate argument 'a' in function definition 1 10 11
# expect: 'lambda: (yield) = 1' SyntaxError cannot assign to lambda 1 1 16
# expect: 'a b' SyntaxError invalid syntax 1 3 4
# expect: '(1, 2' SyntaxError '(' was never closed 1 1 0
# expect: 'if x\n  pass' SyntaxError expected ':' 1 5 6
# expect: 'for i in' SyntaxError invalid syntax 1 9 10
# expect: 'x = [1, 2' SyntaxError '[' was never closed 1 5 0
# expect: "'abc" SyntaxError unterminated string literal (detected at line 1) 1 1 1
# expect: "print 'x'" SyntaxError Missing parentheses in call to 'print'. Did you mean print(...)? 1 1 10
# expect: 'class A\n  pass' SyntaxError expected ':' 1 8 9
# expect: '  x = 1' IndentationError unexpected indent 1 2 -1
# expect: 'def f():\nreturn' IndentationError expected an indented block after function definition on line 1 2 1 7
# expect: 'import' SyntaxError Expected one or more names after 'import' 1 7 7
# expect: 'from x import' SyntaxError Expected one or more names after 'import' 1 14 14
# expect: 'x +' SyntaxError invalid syntax 1 4 5
# expect: 'f(a=1, 2)' SyntaxError positional argument follows keyword argument 1 9 10
# expect: 'f(**k, *a)' SyntaxError iterable argument unpacking follows keyword argument unpacking 1 6 10
# expect: '{1: 2, 3}' SyntaxError ':' expected after dictionary key 1 8 0
# expect: 'async def f(): await = 1' SyntaxError invalid syntax 1 22 23
# expect: 'None = 1' SyntaxError cannot assign to None 1 1 5
# expect: 'del f()' SyntaxError cannot delete function call 1 5 8
# expect: 'with x as 1: pass' SyntaxError cannot assign to literal 1 11 12
# expect: 'a = *b' SyntaxError can't use starred expression here 1 5 7
# expect: '*a' SyntaxError can't use starred expression here 1 1 3
# expect: 'not = 3' SyntaxError invalid syntax 1 5 6
# expect: 'x = 08' SyntaxError leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1 5 6
# expect: '1__0' SyntaxError invalid decimal literal 1 2 2
# expect: '0b2' SyntaxError invalid digit '2' in binary literal 1 3 3
# expect: "'\\x1'" SyntaxError (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape 1 1 6
# expect: "f'{'" SyntaxError f-string: expecting '}' 1 4 4
# expect: "f'{a b}'" SyntaxError invalid syntax. Perhaps you forgot a comma? 1 4 7
# expect: "f'{}'" SyntaxError f-string: valid expression required before '}' 1 4 5
# expect: 'try: pass' SyntaxError expected 'except' or 'finally' block 1 10 -1
# expect: 'match x:\n case 1: pass\n case _: pass\n case 2: pass' SyntaxError wildcard makes remaining patterns unreachable 3 7 8
# expect: 'else: pass' SyntaxError invalid syntax 1 1 5
# expect: 'a := 1' SyntaxError invalid syntax 1 3 5
# expect: 'x = y = ' SyntaxError invalid syntax 1 9 10
# expect: 'if x = 1: pass' SyntaxError invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1 4 9
# expect: 3
# expect: 'a\xa0= 1' SyntaxError invalid non-printable character U+00A0 1 2 2
# expect: '\tx = 1\n  y = 2' IndentationError unexpected indent 1 1 -1
# expect: 'await x' SyntaxError 'await' outside function 1 1 8
# expect: 1
# expect: 'elif x: pass' SyntaxError invalid syntax 1 1 5
# expect: 'return' SyntaxError 'return' outside function 1 1 7
# expect: '@\nclass A: pass' SyntaxError invalid syntax 1 2 3
# expect: 'x: int: 3' SyntaxError invalid syntax 1 7 8
# expect: (3, 13) 9223372036854775807 little cpython 1000 [] __main__
# expect: [28, 28, 32, 36, 24, 41, 42, 61, 60, 64, 33, 56, 64, 40, 48, 64, 224, 216, 216, 16, 28, 48, 56, 160, 72, 416, 416, 16, 32, 60, 184, 48, 88, 184, 2264, 136, 184]
# expect-stderr: <c>:1: SyntaxWarning: assertion is always true, perhaps remove parentheses?
