# _tokenize reads lines when it needs them, in whatever form they come, and tells what is wrong with them.
import _tokenize
import itertools
import tokenize


def run(source, count=12, **keywords):
    keywords.setdefault("extra_tokens", True)
    lines = iter(source)

    def readline():
        line = next(lines)
        if line is ValueError:
            raise line("boo")
        print("  read", ascii(line))
        return line

    iterator = _tokenize.TokenizerIter(readline, **keywords)
    for _ in range(count):
        try:
            print("  ", *map(ascii, next(iterator)))
        except Exception as error:
            print("  ", type(error).__name__, ascii(error.args), getattr(error, "offset", None))
            if isinstance(error, StopIteration):
                break


print(_tokenize.TokenizerIter.__basicsize__)
for source in (
    ["a = 1\n", "if x:\n", "  y\n", "z"],
    ["a\n", ValueError, "b\n"],
    ["a\n", 5],
    ["a\nb\nc", "x", "b\n"],
    ["a\n", "x'y\n", "b\n"],
    ["(a\n", "x\\\n", "b\n"],
    ["(a\n", "x\\y\n", "b\n"],
    ["'''a\n", "x\n", "b\n"],
    ["a\r\n", "#x\r\n", "\r\n", "if 1: \\\r\n", " x\r\n", "'''\r\n\r\n'''\r\n"],
    ["if 1:\n", "  a\n", " b\n", "c\n"],
    ["if 1:\n", "  a\n", "\tb\n", "c\n"],
    ["f'{a\n", "}' f'''{\n", "b\n", "}x\n", "'''\n"],
    ["x\ud800\n"],
    ["x\0y\n"],
    [],
    [""],
    ["  "],
    ["#"],
):
    print(ascii(source))
    run(source)
    run(source, 24, extra_tokens=False)
for line, encoding in ((b"\xe9 = 1\n", "latin-1"), (b"# \xff\n", "utf-8"), ("x\n", "utf-8"), (b"x", "nope")):
    print(line, encoding)
    run([line], 3, encoding=encoding)


def words():
    """A readline that is a generator: no line is read before it is needed."""
    for number in itertools.count():
        print("  line", number)
        yield f"def f{number}():\n"
        yield "    '''text\n"
        yield "    ends''' + 1\n"


for token in itertools.islice(tokenize.generate_tokens(words().__next__), 22):
    print(tokenize.tok_name[token.type], repr(token.string), token.start, token.end)

# What __next__ of a wrapped iterator answers at the end, when the iterator within is Python's.
source = itertools.chain([b"x"], iter(lambda: b"", b"")).__next__
print(source())
for _ in range(2):
    try:
        source()
    except StopIteration as error:
        print("end", error.args)

# expect: 64
# expect: ['a = 1\n', 'if x:\n', '  y\n', 'z']
# expect:   read 'a = 1\n'
# expect:    1 'a' (1, 0) (1, 1) 'a = 1\n'
# expect:    55 '=' (1, 2) (1, 3) 'a = 1\n'
# expect:    2 '1' (1, 4) (1, 5) 'a = 1\n'
# expect:    4 '\n' (1, 5) (1, 6) 'a = 1\n'
# expect:   read 'if x:\n'
# expect:    1 'if' (2, 0) (2, 2) 'if x:\n'
# expect:    1 'x' (2, 3) (2, 4) 'if x:\n'
# expect:    55 ':' (2, 4) (2, 5) 'if x:\n'
# expect:    4 '\n' (2, 5) (2, 6) 'if x:\n'
# expect:   read '  y\n'
# expect:    5 '  ' (3, 0) (3, 2) '  y\n'
# expect:    1 'y' (3, 2) (3, 3) '  y\n'
# expect:    4 '\n' (3, 3) (3, 4) '  y\n'
# expect:   read 'z'
# expect:    6 '' (4, 0) (4, 0) 'z'
# expect:   read 'a = 1\n'
# expect:    1 'a' (1, 0) (1, 1) 'a = 1\n'
# expect:    22 '=' (1, 2) (1, 3) 'a = 1\n'
# expect:    2 '1' (1, 4) (1, 5) 'a = 1\n'
# expect:    4 '' (1, 5) (1, 5) 'a = 1\n'
# expect:   read 'if x:\n'
# expect:    1 'if' (2, 0) (2, 2) 'if x:\n'
# expect:    1 'x' (2, 3) (2, 4) 'if x:\n'
# expect:    11 ':' (2, 4) (2, 5) 'if x:\n'
# expect:    4 '' (2, 5) (2, 5) 'if x:\n'
# expect:   read '  y\n'
# expect:    5 '' (3, -1) (3, -1) '  y\n'
# expect:    1 'y' (3, 2) (3, 3) '  y\n'
# expect:    4 '' (3, 3) (3, 3) '  y\n'
# expect:   read 'z'
# expect:    6 '' (4, -1) (4, -1) 'z'
# expect:    1 'z' (4, 0) (4, 1) 'z'
# expect:    4 '' (4, 1) (4, 1) 'z'
# expect:    0 '' (4, -1) (4, -1) 'z'
# expect:    StopIteration ('EOF',) None
# expect: ['a\n', <class 'ValueError'>, 'b\n']
# expect:   read 'a\n'
# expect:    1 'a' (1, 0) (1, 1) 'a\n'
# expect:    4 '\n' (1, 1) (1, 2) 'a\n'
# expect:    ValueError ('boo',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:   read 'a\n'
# expect:    1 'a' (1, 0) (1, 1) 'a\n'
# expect:    4 '' (1, 1) (1, 1) 'a\n'
# expect:    ValueError ('boo',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect: ['a\n', 5]
# expect:   read 'a\n'
# expect:    1 'a' (1, 0) (1, 1) 'a\n'
# expect:    4 '\n' (1, 1) (1, 2) 'a\n'
# expect:   read 5
# expect:    TypeError ('readline() returned a non-string object',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:   read 'a\n'
# expect:    1 'a' (1, 0) (1, 1) 'a\n'
# expect:    4 '' (1, 1) (1, 1) 'a\n'
# expect:   read 5
# expect:    TypeError ('readline() returned a non-string object',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect: ['a\nb\nc', 'x', 'b\n']
# expect:   read 'a\nb\nc'
# expect:    1 'a' (1, 0) (1, 1) 'a\nb\nc'
# expect:    4 '' (1, 1) (1, 2) 'a\nb\nc'
# expect:    1 'b' (1, 2) (1, 3) 'a\nb\nc'
# expect:    4 '' (1, 3) (1, 4) 'a\nb\nc'
# expect:    1 'c' (1, 4) (1, 5) 'a\nb\nc'
# expect:    4 '' (1, 5) (1, 6) 'a\nb\nc'
# expect:   read 'x'
# expect:    1 'x' (2, 0) (2, 1) 'x'
# expect:    4 '' (2, 1) (2, 2) 'x'
# expect:   read 'b\n'
# expect:    1 'b' (3, 0) (3, 1) 'b\n'
# expect:    4 '\n' (3, 1) (3, 2) 'b\n'
# expect:    0 '' (4, 0) (4, 0) ''
# expect:    StopIteration ('EOF',) None
# expect:   read 'a\nb\nc'
# expect:    1 'a' (1, 0) (1, 1) 'a\nb\nc'
# expect:    4 '' (1, 1) (1, 1) 'a\nb\nc'
# expect:    1 'b' (1, 2) (1, 3) 'a\nb\nc'
# expect:    4 '' (1, 3) (1, 3) 'a\nb\nc'
# expect:    1 'c' (1, 4) (1, 5) 'a\nb\nc'
# expect:    4 '' (1, 5) (1, 5) 'a\nb\nc'
# expect:   read 'x'
# expect:    1 'x' (2, 0) (2, 1) 'x'
# expect:    4 '' (2, 1) (2, 1) 'x'
# expect:   read 'b\n'
# expect:    1 'b' (3, 0) (3, 1) 'b\n'
# expect:    4 '' (3, 1) (3, 1) 'b\n'
# expect:    0 '' (3, -1) (3, -1) 'b\n'
# expect:    StopIteration ('EOF',) None
# expect: ['a\n', "x'y\n", 'b\n']
# expect:   read 'a\n'
# expect:    1 'a' (1, 0) (1, 1) 'a\n'
# expect:    4 '\n' (1, 1) (1, 2) 'a\n'
# expect:   read "x'y\n"
# expect:    1 'x' (2, 0) (2, 1) "x'y\n"
# expect:    SyntaxError ('unterminated string literal (detected at line 2)', ('<string>', 2, 2, "x'y", 2, 2)) 2
# expect:    1 'y' (2, 2) (2, 3) "x'y\n"
# expect:    4 '\n' (2, 3) (2, 4) "x'y\n"
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:   read 'a\n'
# expect:    1 'a' (1, 0) (1, 1) 'a\n'
# expect:    4 '' (1, 1) (1, 1) 'a\n'
# expect:   read "x'y\n"
# expect:    1 'x' (2, 0) (2, 1) "x'y\n"
# expect:    SyntaxError ('unterminated string literal (detected at line 2)', ('<string>', 2, 2, "x'y", 2, 2)) 2
# expect:    1 'y' (2, 2) (2, 3) "x'y\n"
# expect:    4 '' (2, 3) (2, 3) "x'y\n"
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 2, 4, "x'y", None, None)) 4
# expect: ['(a\n', 'x\\\n', 'b\n']
# expect:   read '(a\n'
# expect:    55 '(' (1, 0) (1, 1) '(a\n'
# expect:    1 'a' (1, 1) (1, 2) '(a\n'
# expect:    63 '\n' (1, 2) (1, 3) '(a\n'
# expect:   read 'x\\\n'
# expect:    1 'x' (2, 0) (2, 1) 'x\\\n'
# expect:   read 'b\n'
# expect:    1 'b' (3, 0) (3, 1) 'b\n'
# expect:    63 '\n' (3, 1) (3, 2) 'b\n'
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:   read '(a\n'
# expect:    7 '(' (1, 0) (1, 1) '(a\n'
# expect:    1 'a' (1, 1) (1, 2) '(a\n'
# expect:   read 'x\\\n'
# expect:    1 'x' (2, 0) (2, 1) 'x\\\n'
# expect:   read 'b\n'
# expect:    1 'b' (3, 0) (3, 1) 'b\n'
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect:    SyntaxError ('unexpected EOF in multi-line statement',) 0
# expect: ['(a\n', 'x\\y\n', 'b\n']
# expect:   read '(a\n'
# expect:    55 '(' (1, 0) (1, 1) '(a\n'
# expect:    1 'a' (1, 1) (1, 2) '(a\n'
# expect:    63 '\n' (1, 2) (1, 3) '(a\n'
# expect:   read 'x\\y\n'
# expect:    1 'x' (2, 0) (2, 1) 'x\\y\n'
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    63 '\n' (2, 3) (2, 4) 'x\\y\n'
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:   read '(a\n'
# expect:    7 '(' (1, 0) (1, 1) '(a\n'
# expect:    1 'a' (1, 1) (1, 2) '(a\n'
# expect:   read 'x\\y\n'
# expect:    1 'x' (2, 0) (2, 1) 'x\\y\n'
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect:    SyntaxError ('unexpected character after line continuation character', ('<string>', 2, 4, 'x\\y', None, None)) 4
# expect: ["'''a\n", 'x\n', 'b\n']
# expect:   read "'''a\n"
# expect:   read 'x\n'
# expect:   read 'b\n'
# expect:    SyntaxError ('unterminated triple-quoted string literal (detected at line 3)', ('<string>', 1, 1, "'''a", 1, 1)) 1
# expect:    3 "''" (1, 1) (1, 3) "'''a\nx\nb\n"
# expect:    1 'a' (1, 3) (1, 4) "'''a\nx\nb\n"
# expect:    4 '\n' (1, 4) (1, 5) "'''a\nx\nb\n"
# expect:    1 'x' (1, 5) (1, 6) "'''a\nx\nb\n"
# expect:    4 '\n' (1, 6) (1, 7) "'''a\nx\nb\n"
# expect:    1 'b' (1, 7) (1, 8) "'''a\nx\nb\n"
# expect:    4 '\n' (1, 8) (1, 9) "'''a\nx\nb\n"
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:   read "'''a\n"
# expect:   read 'x\n'
# expect:   read 'b\n'
# expect:    SyntaxError ('unterminated triple-quoted string literal (detected at line 3)', ('<string>', 1, 1, "'''a", 1, 1)) 1
# expect:    3 "''" (1, 1) (1, 3) "'''a\nx\nb\n"
# expect:    1 'a' (1, 3) (1, 4) "'''a\nx\nb\n"
# expect:    4 '' (1, 4) (1, 4) "'''a\nx\nb\n"
# expect:    1 'x' (1, 5) (1, 6) "'''a\nx\nb\n"
# expect:    4 '' (1, 6) (1, 6) "'''a\nx\nb\n"
# expect:    1 'b' (1, 7) (1, 8) "'''a\nx\nb\n"
# expect:    4 '' (1, 8) (1, 8) "'''a\nx\nb\n"
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 9, "'''a\nx\nb", None, None)) 9
# expect: ['a\r\n', '#x\r\n', '\r\n', 'if 1: \\\r\n', ' x\r\n', "'''\r\n\r\n'''\r\n"]
# expect:   read 'a\r\n'
# expect:    1 'a' (1, 0) (1, 1) 'a\r\n'
# expect:    4 '\r\n' (1, 1) (1, 3) 'a\r\n'
# expect:   read '#x\r\n'
# expect:    62 '#x' (2, 0) (2, 2) '#x\r\n'
# expect:    63 '\r\n' (2, 2) (2, 4) '#x\r\n'
# expect:   read '\r\n'
# expect:    63 '\r\n' (3, 0) (3, 2) '\r\n'
# expect:   read 'if 1: \\\r\n'
# expect:    1 'if' (4, 0) (4, 2) 'if 1: \\\r\n'
# expect:    2 '1' (4, 3) (4, 4) 'if 1: \\\r\n'
# expect:    55 ':' (4, 4) (4, 5) 'if 1: \\\r\n'
# expect:   read ' x\r\n'
# expect:    1 'x' (5, 1) (5, 2) ' x\r\n'
# expect:    4 '\r\n' (5, 2) (5, 4) ' x\r\n'
# expect:   read "'''\r\n\r\n'''\r\n"
# expect:    3 "'''\r\n\r\n'''" (6, 0) (6, 10) "'''\r\n\r\n'''\r\n"
# expect:    4 '\r\n' (6, 10) (6, 12) "'''\r\n\r\n'''\r\n"
# expect:   read 'a\r\n'
# expect:    1 'a' (1, 0) (1, 1) 'a\r\n'
# expect:    4 '\r' (1, 1) (1, 2) 'a\r\n'
# expect:   read '#x\r\n'
# expect:   read '\r\n'
# expect:   read 'if 1: \\\r\n'
# expect:    1 'if' (4, 0) (4, 2) 'if 1: \\\r\n'
# expect:    2 '1' (4, 3) (4, 4) 'if 1: \\\r\n'
# expect:    11 ':' (4, 4) (4, 5) 'if 1: \\\r\n'
# expect:   read ' x\r\n'
# expect:    1 'x' (5, 1) (5, 2) ' x\r\n'
# expect:    4 '\r' (5, 2) (5, 3) ' x\r\n'
# expect:   read "'''\r\n\r\n'''\r\n"
# expect:    3 "'''\r\n\r\n'''" (6, 0) (6, 10) "'''\r\n\r\n'''\r\n"
# expect:    4 '\r' (6, 10) (6, 11) "'''\r\n\r\n'''\r\n"
# expect:    0 '' (6, -1) (6, -1) "'''\r\n\r\n'''\r\n"
# expect:    StopIteration ('EOF',) None
# expect: ['if 1:\n', '  a\n', ' b\n', 'c\n']
# expect:   read 'if 1:\n'
# expect:    1 'if' (1, 0) (1, 2) 'if 1:\n'
# expect:    2 '1' (1, 3) (1, 4) 'if 1:\n'
# expect:    55 ':' (1, 4) (1, 5) 'if 1:\n'
# expect:    4 '\n' (1, 5) (1, 6) 'if 1:\n'
# expect:   read '  a\n'
# expect:    5 '  ' (2, 0) (2, 2) '  a\n'
# expect:    1 'a' (2, 2) (2, 3) '  a\n'
# expect:    4 '\n' (2, 3) (2, 4) '  a\n'
# expect:   read ' b\n'
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    6 '' (3, 3) (3, 3) ' b\n'
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:   read 'if 1:\n'
# expect:    1 'if' (1, 0) (1, 2) 'if 1:\n'
# expect:    2 '1' (1, 3) (1, 4) 'if 1:\n'
# expect:    11 ':' (1, 4) (1, 5) 'if 1:\n'
# expect:    4 '' (1, 5) (1, 5) 'if 1:\n'
# expect:   read '  a\n'
# expect:    5 '' (2, -1) (2, -1) '  a\n'
# expect:    1 'a' (2, 2) (2, 3) '  a\n'
# expect:    4 '' (2, 3) (2, 3) '  a\n'
# expect:   read ' b\n'
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    6 '' (3, -1) (3, -1) ' b\n'
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect:    IndentationError ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' b', None, None)) 3
# expect: ['if 1:\n', '  a\n', '\tb\n', 'c\n']
# expect:   read 'if 1:\n'
# expect:    1 'if' (1, 0) (1, 2) 'if 1:\n'
# expect:    2 '1' (1, 3) (1, 4) 'if 1:\n'
# expect:    55 ':' (1, 4) (1, 5) 'if 1:\n'
# expect:    4 '\n' (1, 5) (1, 6) 'if 1:\n'
# expect:   read '  a\n'
# expect:    5 '  ' (2, 0) (2, 2) '  a\n'
# expect:    1 'a' (2, 2) (2, 3) '  a\n'
# expect:    4 '\n' (2, 3) (2, 4) '  a\n'
# expect:   read '\tb\n'
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:   read 'if 1:\n'
# expect:    1 'if' (1, 0) (1, 2) 'if 1:\n'
# expect:    2 '1' (1, 3) (1, 4) 'if 1:\n'
# expect:    11 ':' (1, 4) (1, 5) 'if 1:\n'
# expect:    4 '' (1, 5) (1, 5) 'if 1:\n'
# expect:   read '  a\n'
# expect:    5 '' (2, -1) (2, -1) '  a\n'
# expect:    1 'a' (2, 2) (2, 3) '  a\n'
# expect:    4 '' (2, 3) (2, 3) '  a\n'
# expect:   read '\tb\n'
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect:    TabError ('inconsistent use of tabs and spaces in indentation', ('<string>', 3, 3, '\tb', None, None)) 3
# expect: ["f'{a\n", "}' f'''{\n", 'b\n', '}x\n', "'''\n"]
# expect:   read "f'{a\n"
# expect:    59 "f'" (1, 0) (1, 2) "f'{a\n"
# expect:    55 '{' (1, 2) (1, 3) "f'{a\n"
# expect:    1 'a' (1, 3) (1, 4) "f'{a\n"
# expect:    63 '\n' (1, 4) (1, 5) "f'{a\n"
# expect:   read "}' f'''{\n"
# expect:    55 '}' (2, 0) (2, 1) "}' f'''{\n"
# expect:    61 "'" (2, 1) (2, 2) "}' f'''{\n"
# expect:    59 "f'''" (2, 3) (2, 7) "}' f'''{\n"
# expect:    55 '{' (2, 7) (2, 8) "}' f'''{\n"
# expect:    63 '\n' (2, 8) (2, 9) "}' f'''{\n"
# expect:   read 'b\n'
# expect:    1 'b' (3, 0) (3, 1) 'b\n'
# expect:    63 '\n' (3, 1) (3, 2) 'b\n'
# expect:   read '}x\n'
# expect:    55 '}' (4, 0) (4, 1) '}x\n'
# expect:   read "f'{a\n"
# expect:    59 "f'" (1, 0) (1, 2) "f'{a\n"
# expect:    25 '{' (1, 2) (1, 3) "f'{a\n"
# expect:    1 'a' (1, 3) (1, 4) "f'{a\n"
# expect:   read "}' f'''{\n"
# expect:    26 '}' (2, 0) (2, 1) "}' f'''{\n"
# expect:    61 "'" (2, 1) (2, 2) "}' f'''{\n"
# expect:    59 "f'''" (2, 3) (2, 7) "}' f'''{\n"
# expect:    25 '{' (2, 7) (2, 8) "}' f'''{\n"
# expect:   read 'b\n'
# expect:    1 'b' (3, 0) (3, 1) 'b\n'
# expect:   read '}x\n'
# expect:    26 '}' (4, 0) (4, 1) '}x\n'
# expect:   read "'''\n"
# expect:    60 'x\n' (4, 1) (5, 0) "}x\n'''\n"
# expect:    61 "'''" (5, 0) (5, 3) "'''\n"
# expect:    4 '' (5, 3) (5, 3) "'''\n"
# expect:    0 '' (5, -1) (5, -1) "'''\n"
# expect:    StopIteration ('EOF',) None
# expect: ['x\ud800\n']
# expect:   read 'x\ud800\n'
# expect:    UnicodeEncodeError ('utf-8', 'x\ud800\n', 1, 2, 'surrogates not allowed') None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:   read 'x\ud800\n'
# expect:    UnicodeEncodeError ('utf-8', 'x\ud800\n', 1, 2, 'surrogates not allowed') None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect: ['x\x00y\n']
# expect:   read 'x\x00y\n'
# expect:    SyntaxError ('source code cannot contain null bytes', ('<string>', 1, 0, 'x', 1, 0)) 0
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:   read 'x\x00y\n'
# expect:    SyntaxError ('source code cannot contain null bytes', ('<string>', 1, 0, 'x', 1, 0)) 0
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect:    SyntaxError ('unknown tokenization error', ('<string>', 1, 2, 'x\x00y', None, None)) 2
# expect: []
# expect:    0 '' (1, 0) (1, 0) ''
# expect:    StopIteration ('EOF',) None
# expect:    StopIteration () None
# expect: ['']
# expect:   read ''
# expect:    0 '' (1, 0) (1, 0) ''
# expect:    StopIteration ('EOF',) None
# expect:   read ''
# expect:    StopIteration () None
# expect: ['  ']
# expect:   read '  '
# expect:    63 '' (1, 2) (1, 3) '  '
# expect:    0 '' (2, 0) (2, 0) ''
# expect:    StopIteration ('EOF',) None
# expect:   read '  '
# expect:    0 '' (1, -1) (1, -1) ''
# expect:    StopIteration ('EOF',) None
# expect: ['#']
# expect:   read '#'
# expect:    62 '#' (1, 0) (1, 1) '#'
# expect:    63 '' (1, 1) (1, 2) '#'
# expect:    0 '' (2, 0) (2, 0) ''
# expect:    StopIteration ('EOF',) None
# expect:   read '#'
# expect:    0 '' (1, -1) (1, -1) ''
# expect:    StopIteration ('EOF',) None
# expect: b'\xe9 = 1\n' latin-1
# expect:   read b'\xe9 = 1\n'
# expect:    1 '\xe9' (1, 0) (1, 1) '\xe9 = 1\n'
# expect:    55 '=' (1, 2) (1, 3) '\xe9 = 1\n'
# expect:    2 '1' (1, 4) (1, 5) '\xe9 = 1\n'
# expect: b'# \xff\n' utf-8
# expect:   read b'# \xff\n'
# expect:    62 '# \ufffd' (1, 0) (1, 3) '# \ufffd\n'
# expect:    63 '\n' (1, 3) (1, 4) '# \ufffd\n'
# expect:    0 '' (2, 0) (2, 0) ''
# expect: x
# expect:  utf-8
# expect:   read 'x\n'
# expect:    TypeError ('readline() returned a non-bytes object',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect: b'x' nope
# expect:   read b'x'
# expect:    LookupError ('unknown encoding: nope',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:    SystemError ('Negative size passed to PyUnicode_New',) None
# expect:   line 0
# expect: NAME 'def' (1, 0) (1, 3)
# expect: NAME 'f0' (1, 4) (1, 6)
# expect: OP '(' (1, 6) (1, 7)
# expect: OP ')' (1, 7) (1, 8)
# expect: OP ':' (1, 8) (1, 9)
# expect: NEWLINE '\n' (1, 9) (1, 10)
# expect: INDENT '    ' (2, 0) (2, 4)
# expect: STRING "'''text\n    ends'''" (2, 4) (3, 11)
# expect: OP '+' (3, 12) (3, 13)
# expect: NUMBER '1' (3, 14) (3, 15)
# expect: NEWLINE '\n' (3, 15) (3, 16)
# expect:   line 1
# expect: DEDENT '' (4, 0) (4, 0)
# expect: NAME 'def' (4, 0) (4, 3)
# expect: NAME 'f1' (4, 4) (4, 6)
# expect: OP '(' (4, 6) (4, 7)
# expect: OP ')' (4, 7) (4, 8)
# expect: OP ':' (4, 8) (4, 9)
# expect: NEWLINE '\n' (4, 9) (4, 10)
# expect: INDENT '    ' (5, 0) (5, 4)
# expect: STRING "'''text\n    ends'''" (5, 4) (6, 11)
# expect: OP '+' (6, 12) (6, 13)
# expect: NUMBER '1' (6, 14) (6, 15)
# expect: b'x'
# expect: end ()
# expect: end ()
