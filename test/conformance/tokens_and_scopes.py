# _tokenize and _symtable: what the library's tokenize, inspect and symtable are made of.
import _symtable
import _tokenize

SOURCES = [
    "x = 1",
    "if x:\n  y # c\n\n# d\nz\n",
    "# only",
    "x = '''a\nb'''\n",
    "é = f'{é!r:>{w}} ü' + 'ñ'\n",
    "(\n1,\n # c\n2)\n",
    "x \\\n + y ** 2 -> ... :=\n",
    "async def f(): await x\n",
    "x = $ + 0xf",
    "if a:\n\tb\n        c\n",
    "if a:\n    b\n  c\n",
    "(",
    "'abc",
    "1_",
    "\\x",
]
for source in SOURCES:
    for extra in (True, False):
        try:
            for token in _tokenize.TokenizerIter(iter(source.splitlines(True)).__next__, extra_tokens=extra):
                print(token)
        except SyntaxError as error:
            print(type(error).__name__, error)


def read():
    return lines.pop() if lines else ""


lines = ["pass\n", "def f():\n", "b'\\xe9'\n"]
print([token[1] for token in _tokenize.TokenizerIter(read, extra_tokens=True)])
try:
    _tokenize.TokenizerIter(lambda: 5 / 0, extra_tokens=False).__next__()
except ZeroDivisionError as error:
    print(error)


def show(entry, depth=0):
    print(" " * depth, entry.name, entry.type, entry.nested, entry.lineno, entry.symbols, entry.varnames)
    for child in entry.children:
        show(child, depth + 1)


SOURCE = """
import a.b
class A[T: int](B):
    x: int = 1
    def f(self, y, *z, **w):
        global g
        def inner():
            nonlocal y
            y = [i for i in z] + list(j for j in w)
            return __class__, __private
        return lambda q=y: (q, g)
type X[*P] = list[P]
try: pass
except E as e: del e
"""
table = _symtable.symtable(SOURCE, "source", "exec")
show(table)
show(_symtable.symtable(b"(yield)", "source", "eval"))
print(type(table).__name__, table.__sizeof__())
print({key: value for key, value in vars(_symtable).items() if isinstance(value, int)})
for wrong in (("x", "s", "other"), (3, "s", "exec"), ("x = 1; global x", "s", "exec"), ("x = ", "s", "exec")):
    try:
        _symtable.symtable(*wrong)
    except (ValueError, TypeError, SyntaxError) as error:
        print(type(error).__name__, error)

# expect: (1, 'x', (1, 0), (1, 1), 'x = 1')
# expect: (55, '=', (1, 2), (1, 3), 'x = 1')
# expect: (2, '1', (1, 4), (1, 5), 'x = 1')
# expect: (4, '', (1, 5), (1, 6), 'x = 1')
# expect: (0, '', (2, 0), (2, 0), '')
# expect: (1, 'x', (1, 0), (1, 1), 'x = 1')
# expect: (22, '=', (1, 2), (1, 3), 'x = 1')
# expect: (2, '1', (1, 4), (1, 5), 'x = 1')
# expect: (4, '', (1, 5), (1, 5), 'x = 1')
# expect: (0, '', (1, -1), (1, -1), 'x = 1')
# expect: (1, 'if', (1, 0), (1, 2), 'if x:\n')
# expect: (1, 'x', (1, 3), (1, 4), 'if x:\n')
# expect: (55, ':', (1, 4), (1, 5), 'if x:\n')
# expect: (4, '\n', (1, 5), (1, 6), 'if x:\n')
# expect: (5, '  ', (2, 0), (2, 2), '  y # c\n')
# expect: (1, 'y', (2, 2), (2, 3), '  y # c\n')
# expect: (62, '# c', (2, 4), (2, 7), '  y # c\n')
# expect: (4, '\n', (2, 7), (2, 8), '  y # c\n')
# expect: (63, '\n', (3, 0), (3, 1), '\n')
# expect: (62, '# d', (4, 0), (4, 3), '# d\n')
# expect: (63, '\n', (4, 3), (4, 4), '# d\n')
# expect: (6, '', (5, 0), (5, 0), 'z\n')
# expect: (1, 'z', (5, 0), (5, 1), 'z\n')
# expect: (4, '\n', (5, 1), (5, 2), 'z\n')
# expect: (0, '', (6, 0), (6, 0), '')
# expect: (1, 'if', (1, 0), (1, 2), 'if x:\n')
# expect: (1, 'x', (1, 3), (1, 4), 'if x:\n')
# expect: (11, ':', (1, 4), (1, 5), 'if x:\n')
# expect: (4, '', (1, 5), (1, 5), 'if x:\n')
# expect: (5, '', (2, -1), (2, -1), '  y # c\n')
# expect: (1, 'y', (2, 2), (2, 3), '  y # c\n')
# expect: (4, '# c', (2, 4), (2, 7), '  y # c\n')
# expect: (6, '', (5, -1), (5, -1), 'z\n')
# expect: (1, 'z', (5, 0), (5, 1), 'z\n')
# expect: (4, '', (5, 1), (5, 1), 'z\n')
# expect: (0, '', (5, -1), (5, -1), 'z\n')
# expect: (62, '# only', (1, 0), (1, 6), '# only')
# expect: (63, '', (1, 6), (1, 7), '# only')
# expect: (0, '', (2, 0), (2, 0), '')
# expect: (0, '', (1, -1), (1, -1), '')
# expect: (1, 'x', (1, 0), (1, 1), "x = '''a\n")
# expect: (55, '=', (1, 2), (1, 3), "x = '''a\n")
# expect: (3, "'''a\nb'''", (1, 4), (2, 4), "x = '''a\nb'''\n")
# expect: (4, '\n', (2, 4), (2, 5), "b'''\n")
# expect: (0, '', (3, 0), (3, 0), '')
# expect: (1, 'x', (1, 0), (1, 1), "x = '''a\n")
# expect: (22, '=', (1, 2), (1, 3), "x = '''a\n")
# expect: (3, "'''a\nb'''", (1, 4), (2, 4), "x = '''a\nb'''\n")
# expect: (4, '', (2, 4), (2, 4), "b'''\n")
# expect: (0, '', (2, -1), (2, -1), "b'''\n")
# expect: (1, 'é', (1, 0), (1, 1), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, '=', (1, 2), (1, 3), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (59, "f'", (1, 4), (1, 6), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, '{', (1, 6), (1, 7), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (1, 'é', (1, 7), (1, 8), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, '!', (1, 8), (1, 9), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (1, 'r', (1, 9), (1, 10), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, ':', (1, 10), (1, 11), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (60, '>', (1, 11), (1, 12), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, '{', (1, 12), (1, 13), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (1, 'w', (1, 13), (1, 14), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, '}', (1, 14), (1, 15), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (60, '', (1, 15), (1, 15), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, '}', (1, 15), (1, 16), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (60, ' ü', (1, 16), (1, 18), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (61, "'", (1, 18), (1, 19), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, '+', (1, 20), (1, 21), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (3, "'ñ'", (1, 22), (1, 25), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (4, '\n', (1, 25), (1, 26), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (0, '', (2, 0), (2, 0), '')
# expect: (1, 'é', (1, 0), (1, 1), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (22, '=', (1, 2), (1, 3), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (59, "f'", (1, 4), (1, 6), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (25, '{', (1, 6), (1, 7), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (1, 'é', (1, 7), (1, 8), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (54, '!', (1, 8), (1, 9), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (1, 'r', (1, 9), (1, 10), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (11, ':', (1, 10), (1, 11), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (60, '>', (1, 11), (1, 12), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (25, '{', (1, 12), (1, 13), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (1, 'w', (1, 13), (1, 14), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (26, '}', (1, 14), (1, 15), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (60, '', (1, 15), (1, 15), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (26, '}', (1, 15), (1, 16), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (60, ' ü', (1, 16), (1, 18), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (61, "'", (1, 18), (1, 19), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (14, '+', (1, 20), (1, 21), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (3, "'ñ'", (1, 22), (1, 25), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (4, '', (1, 25), (1, 25), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (0, '', (1, -1), (1, -1), "é = f'{é!r:>{w}} ü' + 'ñ'\n")
# expect: (55, '(', (1, 0), (1, 1), '(\n')
# expect: (63, '\n', (1, 1), (1, 2), '(\n')
# expect: (2, '1', (2, 0), (2, 1), '1,\n')
# expect: (55, ',', (2, 1), (2, 2), '1,\n')
# expect: (63, '\n', (2, 2), (2, 3), '1,\n')
# expect: (62, '# c', (3, 1), (3, 4), ' # c\n')
# expect: (63, '\n', (3, 4), (3, 5), ' # c\n')
# expect: (2, '2', (4, 0), (4, 1), '2)\n')
# expect: (55, ')', (4, 1), (4, 2), '2)\n')
# expect: (4, '\n', (4, 2), (4, 3), '2)\n')
# expect: (0, '', (5, 0), (5, 0), '')
# expect: (7, '(', (1, 0), (1, 1), '(\n')
# expect: (2, '1', (2, 0), (2, 1), '1,\n')
# expect: (12, ',', (2, 1), (2, 2), '1,\n')
# expect: (2, '2', (4, 0), (4, 1), '2)\n')
# expect: (8, ')', (4, 1), (4, 2), '2)\n')
# expect: (4, '', (4, 2), (4, 2), '2)\n')
# expect: (0, '', (4, -1), (4, -1), '2)\n')
# expect: (1, 'x', (1, 0), (1, 1), 'x \\\n')
# expect: (55, '+', (2, 1), (2, 2), ' + y ** 2 -> ... :=\n')
# expect: (1, 'y', (2, 3), (2, 4), ' + y ** 2 -> ... :=\n')
# expect: (55, '**', (2, 5), (2, 7), ' + y ** 2 -> ... :=\n')
# expect: (2, '2', (2, 8), (2, 9), ' + y ** 2 -> ... :=\n')
# expect: (55, '->', (2, 10), (2, 12), ' + y ** 2 -> ... :=\n')
# expect: (55, '...', (2, 13), (2, 16), ' + y ** 2 -> ... :=\n')
# expect: (55, ':=', (2, 17), (2, 19), ' + y ** 2 -> ... :=\n')
# expect: (4, '\n', (2, 19), (2, 20), ' + y ** 2 -> ... :=\n')
# expect: (0, '', (3, 0), (3, 0), '')
# expect: (1, 'x', (1, 0), (1, 1), 'x \\\n')
# expect: (14, '+', (2, 1), (2, 2), ' + y ** 2 -> ... :=\n')
# expect: (1, 'y', (2, 3), (2, 4), ' + y ** 2 -> ... :=\n')
# expect: (35, '**', (2, 5), (2, 7), ' + y ** 2 -> ... :=\n')
# expect: (2, '2', (2, 8), (2, 9), ' + y ** 2 -> ... :=\n')
# expect: (51, '->', (2, 10), (2, 12), ' + y ** 2 -> ... :=\n')
# expect: (52, '...', (2, 13), (2, 16), ' + y ** 2 -> ... :=\n')
# expect: (53, ':=', (2, 17), (2, 19), ' + y ** 2 -> ... :=\n')
# expect: (4, '', (2, 19), (2, 19), ' + y ** 2 -> ... :=\n')
# expect: (0, '', (2, -1), (2, -1), ' + y ** 2 -> ... :=\n')
# expect: (1, 'async', (1, 0), (1, 5), 'async def f(): await x\n')
# expect: (1, 'def', (1, 6), (1, 9), 'async def f(): await x\n')
# expect: (1, 'f', (1, 10), (1, 11), 'async def f(): await x\n')
# expect: (55, '(', (1, 11), (1, 12), 'async def f(): await x\n')
# expect: (55, ')', (1, 12), (1, 13), 'async def f(): await x\n')
# expect: (55, ':', (1, 13), (1, 14), 'async def f(): await x\n')
# expect: (1, 'await', (1, 15), (1, 20), 'async def f(): await x\n')
# expect: (1, 'x', (1, 21), (1, 22), 'async def f(): await x\n')
# expect: (4, '\n', (1, 22), (1, 23), 'async def f(): await x\n')
# expect: (0, '', (2, 0), (2, 0), '')
# expect: (1, 'async', (1, 0), (1, 5), 'async def f(): await x\n')
# expect: (1, 'def', (1, 6), (1, 9), 'async def f(): await x\n')
# expect: (1, 'f', (1, 10), (1, 11), 'async def f(): await x\n')
# expect: (7, '(', (1, 11), (1, 12), 'async def f(): await x\n')
# expect: (8, ')', (1, 12), (1, 13), 'async def f(): await x\n')
# expect: (11, ':', (1, 13), (1, 14), 'async def f(): await x\n')
# expect: (1, 'await', (1, 15), (1, 20), 'async def f(): await x\n')
# expect: (1, 'x', (1, 21), (1, 22), 'async def f(): await x\n')
# expect: (4, '', (1, 22), (1, 22), 'async def f(): await x\n')
# expect: (0, '', (1, -1), (1, -1), 'async def f(): await x\n')
# expect: (1, 'x', (1, 0), (1, 1), 'x = $ + 0xf')
# expect: (55, '=', (1, 2), (1, 3), 'x = $ + 0xf')
# expect: (55, '$', (1, 4), (1, 5), 'x = $ + 0xf')
# expect: (55, '+', (1, 6), (1, 7), 'x = $ + 0xf')
# expect: (2, '0xf', (1, 8), (1, 11), 'x = $ + 0xf')
# expect: (4, '', (1, 11), (1, 12), 'x = $ + 0xf')
# expect: (0, '', (2, 0), (2, 0), '')
# expect: (1, 'x', (1, 0), (1, 1), 'x = $ + 0xf')
# expect: (22, '=', (1, 2), (1, 3), 'x = $ + 0xf')
# expect: (55, '$', (1, 4), (1, 5), 'x = $ + 0xf')
# expect: (14, '+', (1, 6), (1, 7), 'x = $ + 0xf')
# expect: (2, '0xf', (1, 8), (1, 11), 'x = $ + 0xf')
# expect: (4, '', (1, 11), (1, 11), 'x = $ + 0xf')
# expect: (0, '', (1, -1), (1, -1), 'x = $ + 0xf')
# expect: (1, 'if', (1, 0), (1, 2), 'if a:\n')
# expect: (1, 'a', (1, 3), (1, 4), 'if a:\n')
# expect: (55, ':', (1, 4), (1, 5), 'if a:\n')
# expect: (4, '\n', (1, 5), (1, 6), 'if a:\n')
# expect: (5, '\t', (2, 0), (2, 1), '\tb\n')
# expect: (1, 'b', (2, 1), (2, 2), '\tb\n')
# expect: (4, '\n', (2, 2), (2, 3), '\tb\n')
# expect: TabError inconsistent use of tabs and spaces in indentation (<string>, line 3)
# expect: (1, 'if', (1, 0), (1, 2), 'if a:\n')
# expect: (1, 'a', (1, 3), (1, 4), 'if a:\n')
# expect: (11, ':', (1, 4), (1, 5), 'if a:\n')
# expect: (4, '', (1, 5), (1, 5), 'if a:\n')
# expect: (5, '', (2, -1), (2, -1), '\tb\n')
# expect: (1, 'b', (2, 1), (2, 2), '\tb\n')
# expect: (4, '', (2, 2), (2, 2), '\tb\n')
# expect: TabError inconsistent use of tabs and spaces in indentation (<string>, line 3)
# expect: (1, 'if', (1, 0), (1, 2), 'if a:\n')
# expect: (1, 'a', (1, 3), (1, 4), 'if a:\n')
# expect: (55, ':', (1, 4), (1, 5), 'if a:\n')
# expect: (4, '\n', (1, 5), (1, 6), 'if a:\n')
# expect: (5, '    ', (2, 0), (2, 4), '    b\n')
# expect: (1, 'b', (2, 4), (2, 5), '    b\n')
# expect: (4, '\n', (2, 5), (2, 6), '    b\n')
# expect: IndentationError unindent does not match any outer indentation level (<string>, line 3)
# expect: (1, 'if', (1, 0), (1, 2), 'if a:\n')
# expect: (1, 'a', (1, 3), (1, 4), 'if a:\n')
# expect: (11, ':', (1, 4), (1, 5), 'if a:\n')
# expect: (4, '', (1, 5), (1, 5), 'if a:\n')
# expect: (5, '', (2, -1), (2, -1), '    b\n')
# expect: (1, 'b', (2, 4), (2, 5), '    b\n')
# expect: (4, '', (2, 5), (2, 5), '    b\n')
# expect: IndentationError unindent does not match any outer indentation level (<string>, line 3)
# expect: (55, '(', (1, 0), (1, 1), '(')
# expect: (63, '', (1, 1), (1, 2), '(')
# expect: SyntaxError unexpected EOF in multi-line statement (<string>, line 1)
# expect: (7, '(', (1, 0), (1, 1), '(')
# expect: SyntaxError unexpected EOF in multi-line statement (<string>, line 1)
# expect: SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# expect: SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# expect: SyntaxError invalid decimal literal (<string>, line 1)
# expect: SyntaxError invalid decimal literal (<string>, line 1)
# expect: SyntaxError unexpected character after line continuation character (<string>, line 1)
# expect: SyntaxError unexpected character after line continuation character (<string>, line 1)
# expect: ["b'\\xe9'", '\n', 'def', 'f', '(', ')', ':', '\n', 'pass', '\n', '']
# expect: division by zero
# expect:  top 2 0 0 {'a': 4224, 'A': 4098, 'g': 8193, 'X': 4098, 'E': 12304, 'e': 4098} []
# expect:   A 5 0 3 {'.type_params': 20498, '.generic_base': 4114, 'T': 5122, 'B': 12304} []
# expect:    T 6 1 3 {'int': 12304} []
# expect:    A 1 1 3 {'__type_params__': 4098, '.type_params': 16400, 'x': 4354, 'int': 12304, 'f': 4098} []
# expect:     f 0 1 5 {'self': 4100, 'y': 20500, 'z': 20484, 'w': 20484, 'g': 8193, 'inner': 4098, '__class__': 16384} ['self', 'y', 'z', 'w']
# expect:      inner 0 1 7 {'y': 16394, 'z': 16400, 'list': 12304, 'w': 16400, '__class__': 16400, '_A__private': 12304, 'i': 4626} []
# expect:       genexpr 0 1 9 {'.0': 4100, 'j': 4626} ['.0']
# expect:      lambda 0 1 11 {'q': 4116, 'g': 12304} ['q']
# expect:   X 5 0 12 {'P': 21506} []
# expect:    X 4 1 12 {'list': 12304, 'P': 16400} []
# expect:  top 2 0 0 {} []
# expect: symtable entry 144
# expect: {'USE': 16, 'DEF_GLOBAL': 1, 'DEF_NONLOCAL': 8, 'DEF_LOCAL': 2, 'DEF_PARAM': 4, 'DEF_FREE': 32, 'DEF_FREE_CLASS': 64, 'DEF_IMPORT': 128, 'DEF_BOUND': 134, 'DEF_ANNOT': 256, 'TYPE_FUNCTION': 0, 'TYPE_CLASS': 1, 'TYPE_MODULE': 2, 'TYPE_ANNOTATION': 3, 'TYPE_TYPE_ALIAS': 4, 'TYPE_TYPE_PARAMETERS': 5, 'TYPE_TYPE_VARIABLE': 6, 'LOCAL': 1, 'GLOBAL_EXPLICIT': 2, 'GLOBAL_IMPLICIT': 3, 'FREE': 4, 'CELL': 5, 'SCOPE_OFF': 12, 'SCOPE_MASK': 15}
# expect: ValueError symtable() arg 3 must be 'exec' or 'eval' or 'single'
# expect: TypeError symtable() arg 1 must be a string or bytes object
# expect: SyntaxError name 'x' is assigned to before global declaration (s, line 1)
# expect: SyntaxError invalid syntax (s, line 1)
