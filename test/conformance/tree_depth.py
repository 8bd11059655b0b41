# How deep sources and trees may be: the parser's stack, the making of trees, the walks of the compiler.
import ast

SHAPES = {
    "attributes": lambda n: "a" + ".b" * n,
    "calls": lambda n: "a" + "()" * n,
    "sums": lambda n: "1" + "+a" * n,
    "groups": lambda n: "a and (b or " * n + "c" + ")" * n,
    "targets": lambda n: "x[" * n + "0" + "]" * n + " = 1",
    "fields": lambda n: "f(x, " * n + "1" + ")" * n,
}


def outcome(action):
    try:
        action()
        return "fine"
    except (RecursionError, MemoryError, SyntaxError) as error:
        return f"{type(error).__name__}: {error}"


for name, shape in SHAPES.items():
    for count in (180, 186, 187, 188, 199, 201, 9000, 9990, 9999):
        if count > 201 and name in ("groups", "targets", "fields"):
            continue
        source = shape(count)
        print(name, count, outcome(lambda: ast.parse(source)), outcome(lambda: compile(source, "<s>", "exec")), sep=" | ")


def tree(count):
    node = ast.Name("a", ast.Load(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)
    for _ in range(count):
        node = ast.Attribute(node, "b", ast.Load(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)
    return ast.Expression(node)


for count in (9000, 9990, 9999):
    print("tree", count, outcome(lambda: compile(tree(count), "<s>", "eval")))

# expect: attributes | 180 | fine | fine
# expect: attributes | 186 | fine | fine
# expect: attributes | 187 | fine | fine
# expect: attributes | 188 | fine | fine
# expect: attributes | 199 | fine | fine
# expect: attributes | 201 | fine | fine
# expect: attributes | 9000 | fine | fine
# expect: attributes | 9990 | fine | fine
# expect: attributes | 9999 | RecursionError: maximum recursion depth exceeded during ast construction | RecursionError: maximum recursion depth exceeded during compilation
# expect: calls | 180 | fine | fine
# expect: calls | 186 | fine | fine
# expect: calls | 187 | fine | fine
# expect: calls | 188 | fine | fine
# expect: calls | 199 | fine | fine
# expect: calls | 201 | fine | fine
# expect: calls | 9000 | fine | fine
# expect: calls | 9990 | fine | fine
# expect: calls | 9999 | RecursionError: maximum recursion depth exceeded during ast construction | RecursionError: maximum recursion depth exceeded during compilation
# expect: sums | 180 | fine | fine
# expect: sums | 186 | fine | fine
# expect: sums | 187 | fine | fine
# expect: sums | 188 | fine | fine
# expect: sums | 199 | fine | fine
# expect: sums | 201 | fine | fine
# expect: sums | 9000 | fine | fine
# expect: sums | 9990 | fine | fine
# expect: sums | 9999 | RecursionError: maximum recursion depth exceeded during ast construction | RecursionError: maximum recursion depth exceeded during compilation
# expect: groups | 180 | fine | fine
# expect: groups | 186 | fine | fine
# expect: groups | 187 | MemoryError: Parser stack overflowed - Python source too complex to parse | MemoryError: Parser stack overflowed - Python source too complex to parse
# expect: groups | 188 | MemoryError: Parser stack overflowed - Python source too complex to parse | MemoryError: Parser stack overflowed - Python source too complex to parse
# expect: groups | 199 | MemoryError: Parser stack overflowed - Python source too complex to parse | MemoryError: Parser stack overflowed - Python source too complex to parse
# expect: groups | 201 | MemoryError: Parser stack overflowed - Python source too complex to parse | MemoryError: Parser stack overflowed - Python source too complex to parse
# expect: targets | 180 | fine | fine
# expect: targets | 186 | fine | fine
# expect: targets | 187 | fine | fine
# expect: targets | 188 | fine | fine
# expect: targets | 199 | fine | fine
# expect: targets | 201 | SyntaxError: too many nested parentheses (<unknown>, line 1) | SyntaxError: too many nested parentheses (<s>, line 1)
# expect: fields | 180 | fine | fine
# expect: fields | 186 | fine | fine
# expect: fields | 187 | fine | fine
# expect: fields | 188 | fine | fine
# expect: fields | 199 | fine | fine
# expect: fields | 201 | SyntaxError: too many nested parentheses (<unknown>, line 1) | SyntaxError: too many nested parentheses (<s>, line 1)
# expect: tree 9000 fine
# expect: tree 9990 fine
# expect: tree 9999 RecursionError: maximum recursion depth exceeded while traversing 'expr' node
