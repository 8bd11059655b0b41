# Sources that end too early, warnings that became errors, and the stages of the compiler between them.
import codeop
import warnings

PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def outcome(source, mode="single", flags=PyCF_ALLOW_INCOMPLETE_INPUT | PyCF_DONT_IMPLY_DEDENT):
    try:
        compile(source, "<in>", mode, flags)
        return "ok"
    except SyntaxError as error:
        return type(error).__name__, *error.args[1][1:3], error.msg


for source in ["", "\n", "(a **", "(a **\n", "def f():\n", "x = '''a\nb", "x = 'abc", "if x:\n  y\n", "a b", "x = )", "f'''{a\n", "try:\n a\n", "1 +"]:
    print(repr(source), outcome(source), outcome(source, "exec"), outcome(source, "eval"))

for source in ["(a **", "a = 1", "a = 1 +", "def f():", "def f():\n  pass\n", "class A", "'''x", "x = 'y", "for i in x:\n", "a = \\"]:
    try:
        print(repr(source), codeop.compile_command(source) is not None)
    except SyntaxError as error:
        print(repr(source), error.msg)

warnings.simplefilter("error")
for source in [r"x='\z'", "x = 1\ny = ('a' '\\w'\n  'b')", r"b'\q'", "'''\n\\z'''", "1if x else 2", "0x1for x in y", "1.5or 2", "1jis 3", "0b1not in x", r"f'a\{b}'", r"f'{x}\d{y}'", r"'\400'", r"'\e' $", r"ä = 'öö\ü' '\d'", "1 is 1", "assert (1, 2)", "()()"]:
    try:
        compile(source, "<in>", "exec")
        print("ok")
    except SyntaxError as error:
        print(error.args)


# What match takes an instance for is decided by the first base that says it.
from collections import UserDict, UserList, abc


class Plain:
    pass


class Map(Plain, UserDict, abc.Sequence):
    pass


class Seq(Plain, UserList, abc.Mapping):
    pass


def kind(x):
    match x:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"


print(kind(Map()), kind(Seq()), kind(Plain()))

# Exceptions made again, and of other bytes than bytes.
error = ImportError("a", name="b")
error.__init__()
print(error.msg, error.name, error.args)
print(UnicodeDecodeError("ascii", bytearray(b"\xff"), 0, 1, "why").object)

# The stages of the compiler.
import _testinternalcapi as inside
import ast
import opcode


def show(sequence, depth=0):
    for op, *rest in sequence.get_instructions():
        print("  " * depth + opcode.opname[op], *rest)
    for nested in sequence.get_nested():
        show(nested, depth + 1)


source = "def f(x, /, y):\n  return [x for _ in y if x]\nclass C:\n  a = lambda: 3\n"
sequence, metadata = inside.compiler_codegen(ast.parse(source), "f.py", 0)
show(sequence)
print({key: metadata[key] for key in metadata if key != "consts"})

sequence = inside.new_instruction_sequence()
label = sequence.new_label()
for name, oparg, line in [("LOAD_CONST", 0, 1), ("LOAD_CONST", 1, 1), ("BUILD_TUPLE", 2, 1), ("LOAD_NAME", 0, 2), ("POP_JUMP_IF_FALSE", label, 2), ("RETURN_VALUE", 0, 3)]:
    sequence.addop(opcode.opmap[name], oparg, line, line, 0, 9)
sequence.use_label(label)
sequence.addop(opcode.opmap["RETURN_VALUE"], 0, 4, 4, 0, 9)
constants = [1, "two", 3.0]
show(inside.optimize_cfg(sequence, constants, 0))
print(constants)

sequence = inside.new_instruction_sequence()
for name, oparg in [("RESUME", 0), ("LOAD_FAST", 0), ("LOAD_CONST", 0), ("BINARY_OP", 5), ("RETURN_VALUE", 0)]:
    sequence.addop(opcode.opmap[name], oparg, 1, 1, 0, 5)
unit = dict(name="f", qualname="C.f", consts={2: 0}, names={}, varnames={"x": 0}, cellvars={}, freevars={}, fasthidden={}, argcount=1, posonlyargcount=0, kwonlyargcount=0, firstlineno=1)
code = inside.assemble_code_object("a.py", sequence, unit)
print(type(code)(*[getattr(code, "co_" + name) for name in "argcount posonlyargcount kwonlyargcount nlocals stacksize flags code consts names varnames filename name qualname firstlineno linetable exceptiontable".split()]) == code)
print(code.co_code, code.co_consts, code.co_varnames, code.co_qualname, list(code.co_positions()))
print((lambda x: 0).__class__(code, {})(21))

# expect: '' ('_IncompleteInputError', 0, 0, 'incomplete input') ok ('_IncompleteInputError', 0, 0, 'incomplete input')
# expect: '\n' ('_IncompleteInputError', 1, 1, 'incomplete input') ok ('_IncompleteInputError', 1, 1, 'incomplete input')
# expect: '(a **' ('_IncompleteInputError', 1, 5, 'incomplete input') ('_IncompleteInputError', 1, 6, 'incomplete input') ('_IncompleteInputError', 1, 5, 'incomplete input')
# expect: '(a **\n' ('_IncompleteInputError', 1, 6, 'incomplete input') ('_IncompleteInputError', 1, 6, 'incomplete input') ('_IncompleteInputError', 1, 6, 'incomplete input')
# expect: 'def f():\n' ('_IncompleteInputError', 1, 9, 'incomplete input') ('_IncompleteInputError', 1, 9, 'incomplete input') ('SyntaxError', 1, 1, 'invalid syntax')
# expect: "x = '''a\nb" ('_IncompleteInputError', 1, 5, 'incomplete input') ('_IncompleteInputError', 1, 5, 'incomplete input') ('SyntaxError', 1, 5, 'unterminated triple-quoted string literal (detected at line 2)')
# expect: "x = 'abc" ('_IncompleteInputError', 1, 5, 'incomplete input') ('SyntaxError', 1, 5, 'unterminated string literal (detected at line 1)') ('SyntaxError', 1, 5, 'unterminated string literal (detected at line 1)')
# expect: 'if x:\n  y\n' ok ok ('SyntaxError', 1, 1, 'invalid syntax')
# expect: 'a b' ('_IncompleteInputError', 1, 3, 'incomplete input') ('SyntaxError', 1, 3, 'invalid syntax') ('_IncompleteInputError', 1, 3, 'incomplete input')
# expect: 'x = )' ('SyntaxError', 1, 5, "unmatched ')'") ('SyntaxError', 1, 5, "unmatched ')'") ('SyntaxError', 1, 5, "unmatched ')'")
# expect: "f'''{a\n" ('_IncompleteInputError', 1, 7, 'incomplete input') ('_IncompleteInputError', 1, 7, 'incomplete input') ('_IncompleteInputError', 1, 7, 'incomplete input')
# expect: 'try:\n a\n' ('_IncompleteInputError', 2, 3, 'incomplete input') ('_IncompleteInputError', 2, 3, 'incomplete input') ('SyntaxError', 1, 1, 'invalid syntax')
# expect: '1 +' ('_IncompleteInputError', 1, 3, 'incomplete input') ('SyntaxError', 1, 4, 'invalid syntax') ('_IncompleteInputError', 1, 3, 'incomplete input')
# expect: '(a **' False
# expect: 'a = 1' True
# expect: 'a = 1 +' invalid syntax
# expect: 'def f():' False
# expect: 'def f():\n  pass\n' True
# expect: 'class A' expected ':'
# expect: "'''x" False
# expect: "x = 'y" unterminated string literal (detected at line 1)
# expect: 'for i in x:\n' False
# expect: 'a = \\' False
# expect: ("invalid escape sequence '\\z'", ('<in>', 1, 3, "x='\\z'\n", 1, 7))
# expect: ("invalid escape sequence '\\w'", ('<in>', 2, 10, "y = ('a' '\\w'\n", 2, 14))
# expect: ("invalid escape sequence '\\q'", ('<in>', 1, 1, "b'\\q'\n", 1, 6))
# expect: ("invalid escape sequence '\\z'", ('<in>', 1, 1, "'''", 2, 4))
# expect: ('invalid decimal literal', ('<in>', 1, 1, '1if x else 2', 1, 1))
# expect: ('invalid hexadecimal literal', ('<in>', 1, 4, '0x1for x in y', 1, 4))
# expect: ('invalid decimal literal', ('<in>', 1, 3, '1.5or 2', 1, 3))
# expect: ('invalid imaginary literal', ('<in>', 1, 2, '1jis 3', 1, 2))
# expect: ('invalid binary literal', ('<in>', 1, 3, '0b1not in x', 1, 3))
# expect: ("invalid escape sequence '\\{'", ('<in>', 1, 5, "f'a\\{b}'", 1, 5))
# expect: ("invalid escape sequence '\\d'", ('<in>', 1, 11, "f'{x}\\d{y}'\n", 1, 12))
# expect: ("invalid octal escape sequence '\\400'", ('<in>', 1, 1, "'\\400'\n", 1, 7))
# expect: ("invalid escape sequence '\\e'", ('<in>', 1, 1, "'\\e' $\n", 1, 5))
# expect: ("invalid escape sequence '\\d'", ('<in>', 1, 12, "ä = 'öö\\ü' '\\d'\n", 1, 16))
# expect: ('"is" with \'int\' literal. Did you mean "=="?', ('<in>', 1, 1, None, 1, 7))
# expect: ('assertion is always true, perhaps remove parentheses?', ('<in>', 1, 1, None, 1, 14))
# expect: ("'tuple' object is not callable; perhaps you missed a comma?", ('<in>', 1, 1, None, 1, 3))
# expect: mapping sequence None
# expect: None None ()
# expect: b'\xff'
# expect: RESUME 0 0 1 0 0
# expect: LOAD_CONST 0 1 2 0 28
# expect: MAKE_FUNCTION None 1 2 0 28
# expect: STORE_NAME 0 1 2 0 28
# expect: LOAD_BUILD_CLASS None 3 4 0 15
# expect: PUSH_NULL None 3 4 0 15
# expect: LOAD_CONST 1 3 4 0 15
# expect: MAKE_FUNCTION None 3 4 0 15
# expect: LOAD_CONST 2 3 4 0 15
# expect: CALL 2 3 4 0 15
# expect: STORE_NAME 1 3 4 0 15
# expect: LOAD_CONST 3 -1 -1 -1 -1
# expect: RETURN_VALUE None -1 -1 -1 -1
# expect:   RESUME 0 1 1 0 0
# expect:   LOAD_FAST 1 2 2 21 22
# expect:   GET_ITER None 2 2 21 22
# expect:   LOAD_FAST_AND_CLEAR 2 2 2 9 28
# expect:   SWAP 2 2 2 9 28
# expect:   SETUP_FINALLY 20 2 2 9 28
# expect:   BUILD_LIST 0 2 2 9 28
# expect:   SWAP 2 2 2 9 28
# expect:   FOR_ITER 16 2 2 21 22
# expect:   STORE_FAST 2 2 2 16 17
# expect:   LOAD_FAST 0 2 2 26 27
# expect:   TO_BOOL None 2 2 26 27
# expect:   POP_JUMP_IF_FALSE 15 2 2 26 27
# expect:   LOAD_FAST 0 2 2 10 11
# expect:   LIST_APPEND 2 2 2 10 11
# expect:   JUMP 8 2 2 10 11
# expect:   END_FOR None -1 -1 -1 -1
# expect:   POP_TOP None -1 -1 -1 -1
# expect:   POP_BLOCK None -1 -1 -1 -1
# expect:   JUMP_NO_INTERRUPT 25 -1 -1 -1 -1
# expect:   SWAP 2 -1 -1 -1 -1
# expect:   POP_TOP None -1 -1 -1 -1
# expect:   SWAP 2 2 2 9 28
# expect:   STORE_FAST_MAYBE_NULL 2 2 2 9 28
# expect:   RERAISE 0 -1 -1 -1 -1
# expect:   SWAP 2 2 2 9 28
# expect:   STORE_FAST_MAYBE_NULL 2 2 2 9 28
# expect:   RETURN_VALUE None 2 2 2 28
# expect:   LOAD_CONST 0 -1 -1 -1 -1
# expect:   RETURN_VALUE None -1 -1 -1 -1
# expect:   RESUME 0 3 3 0 0
# expect:   LOAD_NAME 0 3 3 0 0
# expect:   STORE_NAME 1 3 3 0 0
# expect:   LOAD_CONST 0 3 3 0 0
# expect:   STORE_NAME 2 3 3 0 0
# expect:   LOAD_CONST 1 3 3 0 0
# expect:   STORE_NAME 3 3 3 0 0
# expect:   LOAD_CONST 2 4 4 6 15
# expect:   MAKE_FUNCTION None 4 4 6 15
# expect:   STORE_NAME 4 4 4 2 3
# expect:   LOAD_CONST 3 -1 -1 -1 -1
# expect:   STORE_NAME 5 -1 -1 -1 -1
# expect:   LOAD_CONST 4 -1 -1 -1 -1
# expect:   RETURN_VALUE None -1 -1 -1 -1
# expect:   LOAD_CONST 4 -1 -1 -1 -1
# expect:   RETURN_VALUE None -1 -1 -1 -1
# expect:     RESUME 0 4 4 0 0
# expect:     LOAD_CONST 1 4 4 14 15
# expect:     RETURN_VALUE None 4 4 14 15
# expect:     LOAD_CONST 0 -1 -1 -1 -1
# expect:     RETURN_VALUE None -1 -1 -1 -1
# expect: {'name': '<module>', 'names': {'f': 0, 'C': 1}, 'varnames': {}, 'cellvars': {}, 'freevars': {}, 'argcount': 0, 'posonlyargcount': 0, 'kwonlyargcount': 0}
# expect: LOAD_CONST 1 1 1 0 9
# expect: LOAD_NAME 0 2 2 0 9
# expect: POP_JUMP_IF_FALSE 4 2 2 0 9
# expect: RETURN_VALUE None 3 3 0 9
# expect: RETURN_VALUE None 4 4 0 9
# expect: [1, (1, 'two')]
# expect: True
# expect: b'\x95\x00U\x00S\x00-\x05\x00\x00$\x00' (2,) ('x',) C.f [(1, 1, 0, 5), (1, 1, 0, 5), (1, 1, 0, 5), (1, 1, 0, 5), (1, 1, 0, 5), (1, 1, 0, 5)]
# expect: 42
