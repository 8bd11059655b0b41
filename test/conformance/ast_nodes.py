# The classes of the syntax tree, trees as objects, and trees compiled back, with what is refused.
import _ast
import warnings

for cls in (_ast.AST, _ast.stmt, _ast.Name, _ast.Constant, _ast.arguments, _ast.alias, _ast.pattern, _ast.Add):
    print(cls, cls.__bases__, cls._fields, cls._attributes, cls.__match_args__, cls.__basicsize__)
    print(getattr(cls, "_field_types", None), cls.__doc__ and cls.__doc__.splitlines()[-1])
print(_ast.Load.__dict__["_fields"], _ast.expr.end_lineno, _ast.Return.value, _ast.Name.__module__)


def show(node):
    if isinstance(node, _ast.AST):
        return type(node).__name__ + str({key: show(value) for key, value in vars(node).items()})
    return [show(item) for item in node] if isinstance(node, list) else repr(node)


SOURCE = """
@deco(1, *a, k=2, **kw)
def f(a, /, b: int = 1, *c, d=3, **e) -> "x": return [y async for y in b''] if ... else u'q'
class C(B, metaclass=M): x: int = 1.5j
with a as (b, c): del d[1:2], e.f
match p:
    case {"k": [1, *_], **r} if f"{a!r:>{w}}": pass
type X[T: int, *Ts, **P] = -10 ** 30
"""
tree = compile(SOURCE, "source", "exec", _ast.PyCF_ONLY_AST)
for statement in tree.body:
    print(show(statement))
print(show(compile("(1, 2 + 3)", "s", "eval", _ast.PyCF_OPTIMIZED_AST)))
print(show(compile("(int) -> str", "s", "func_type", _ast.PyCF_ONLY_AST)))
print(compile("1 + 1", "s", "eval", _ast.PyCF_ONLY_AST).body.op is compile("2 + x", "s", "eval", 1024).body.op)

# Constructors: positions, keywords, defaults and deprecations.
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    print(show(_ast.Call(_ast.Name("f"))), show(_ast.FunctionDef(name="f", lineno=3)))
    print(show(_ast.Name("x", extra=1)), show(_ast.BinOp(1, 2)))
    for warning in told:
        print(warning.category.__name__, warning.message)
for wrong in (lambda: _ast.Name(1, 2, 3), lambda: _ast.Name(1, id=2), lambda: _ast.Pass(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Own(_ast.Name):
    _fields = ("id", "ctx", "own")
    _field_types = {"id": str, "ctx": _ast.expr_context, "own": list[int]}


print(show(Own("x")), Own.__mro__[1:3], _ast.Name("x").__reduce__()[:2])

# Compiling what a program made.
where = {"lineno": 1, "col_offset": 0}
total = _ast.BinOp(_ast.Constant(20, **where), _ast.Add(), Own("y", _ast.Load(), **where), **where)
print(eval(compile(_ast.Expression(total), "made", "eval"), {"y": 22}))
space = {}
exec(compile(compile("def f(a, b=[2]): return a * b", "s", "exec", 1024), "made", "exec"), space)
print(space["f"](3))


def name(text="x", ctx=_ast.Load()):
    return _ast.Name(text, ctx, **where)


deep = name()
for _ in range(20000):
    deep = _ast.UnaryOp(_ast.Not(), deep, **where)
WRONG = [
    _ast.Name("x", _ast.Load()),
    name("None"),
    name(3),
    name(ctx=_ast.Store()),
    name(ctx=None),
    _ast.Constant([1], **where),
    _ast.Constant((1, {2}), **where),
    _ast.BoolOp(_ast.And(), [name()], **where),
    _ast.Compare(name(), [_ast.Eq()], [], **where),
    _ast.Dict([name()], [], **where),
    _ast.List([None], _ast.Load(), **where),
    _ast.List((1, 2), _ast.Load(), **where),
    _ast.List([_ast.Pass(**where)], _ast.Load(), **where),
    _ast.ListComp(name(), [], **where),
    _ast.Lambda(_ast.arguments(defaults=[name()]), name(), **where),
    _ast.BinOp(name(), 5, name(), **where),
    _ast.Name("x", _ast.Load(), lineno=3, col_offset=0, end_lineno=2),
    _ast.Name("x", _ast.Load(), lineno=3, col_offset=4, end_lineno=3, end_col_offset=1),
    _ast.Name("x", _ast.Load(), lineno="3", col_offset=4),
    5,
    deep,
]
for node in WRONG:
    try:
        compile(_ast.Expression(node), "made", "eval")
    except (TypeError, ValueError, RecursionError) as error:
        print(type(error).__name__, str(error).partition(" object at")[0])
for statement in (_ast.Delete([], **where), _ast.Raise(None, name(), **where), _ast.Try([_ast.Pass(**where)], **where)):
    try:
        compile(_ast.Module([statement]), "made", "exec")
    except ValueError as error:
        print(error)
try:
    compile(_ast.Module([]), "made", "eval")
except TypeError as error:
    print(error)

import ast

# Every kind of constant that a pattern may be, as text and as a tree.
PATTERNS = "match x:\n    case 1 | -2 | 2.5 | 3j | 1 - 2j | 'a' | b'b' | None | True:\n        pass\n"
print(compile(ast.parse(PATTERNS), "<patterns>", "exec").co_names)
for constant in (1, 2.5, 3j, "a", b"b", None, True, ..., (1,), frozenset()):
    case = ast.match_case(pattern=ast.MatchValue(value=ast.Constant(value=constant)), body=[ast.Pass()])
    tree = ast.fix_missing_locations(ast.Module([ast.Match(subject=ast.Constant(value=0), cases=[case])], []))
    try:
        print(constant, compile(tree, "<pattern>", "exec").co_consts)
    except Exception as error:
        print(constant, type(error).__name__, error)

# expect: <class 'ast.AST'> (<class 'object'>,) () () () 24
# expect: None None
# expect: <class 'ast.stmt'> (<class 'ast.AST'>,) () ('lineno', 'col_offset', 'end_lineno', 'end_col_offset') () 24
# expect: None      | Continue
# expect: <class 'ast.Name'> (<class 'ast.expr'>,) ('id', 'ctx') ('lineno', 'col_offset', 'end_lineno', 'end_col_offset') ('id', 'ctx') 24
# expect: {'id': <class 'str'>, 'ctx': <class 'ast.expr_context'>} Name(identifier id, expr_context ctx)
# expect: <class 'ast.Constant'> (<class 'ast.expr'>,) ('value', 'kind') ('lineno', 'col_offset', 'end_lineno', 'end_col_offset') ('value', 'kind') 24
# expect: {'value': <class 'object'>, 'kind': str | None} Constant(constant value, string? kind)
# expect: <class 'ast.arguments'> (<class 'ast.AST'>,) ('posonlyargs', 'args', 'vararg', 'kwonlyargs', 'kw_defaults', 'kwarg', 'defaults') () ('posonlyargs', 'args', 'vararg', 'kwonlyargs', 'kw_defaults', 'kwarg', 'defaults') 24
# expect: {'posonlyargs': list[ast.arg], 'args': list[ast.arg], 'vararg': ast.arg | None, 'kwonlyargs': list[ast.arg], 'kw_defaults': list[ast.expr], 'kwarg': ast.arg | None, 'defaults': list[ast.expr]} arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
# expect: <class 'ast.alias'> (<class 'ast.AST'>,) ('name', 'asname') ('lineno', 'col_offset', 'end_lineno', 'end_col_offset') ('name', 'asname') 24
# expect: {'name': <class 'str'>, 'asname': str | None} alias(identifier name, identifier? asname)
# expect: <class 'ast.pattern'> (<class 'ast.AST'>,) () ('lineno', 'col_offset', 'end_lineno', 'end_col_offset') () 24
# expect: None         | MatchOr(pattern* patterns)
# expect: <class 'ast.Add'> (<class 'ast.operator'>,) () () () 24
# expect: {} Add
# expect: () None None ast
# expect: FunctionDef{'name': "'f'", 'args': 'arguments{\'posonlyargs\': [\'arg{\\\'arg\\\': "\\\'a\\\'", \\\'annotation\\\': \\\'None\\\', \\\'type_comment\\\': \\\'None\\\', \\\'lineno\\\': \\\'3\\\', \\\'col_offset\\\': \\\'6\\\', \\\'end_lineno\\\': \\\'3\\\', \\\'end_col_offset\\\': \\\'7\\\'}\'], \'args\': [\'arg{\\\'arg\\\': "\\\'b\\\'", \\\'annotation\\\': \\\'Name{\\\\\\\'id\\\\\\\': "\\\\\\\'int\\\\\\\'", \\\\\\\'ctx\\\\\\\': \\\\\\\'Load{}\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'3\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'15\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'3\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'18\\\\\\\'}\\\', \\\'type_comment\\\': \\\'None\\\', \\\'lineno\\\': \\\'3\\\', \\\'col_offset\\\': \\\'12\\\', \\\'end_lineno\\\': \\\'3\\\', \\\'end_col_offset\\\': \\\'18\\\'}\'], \'vararg\': \'arg{\\\'arg\\\': "\\\'c\\\'", \\\'annotation\\\': \\\'None\\\', \\\'type_comment\\\': \\\'None\\\', \\\'lineno\\\': \\\'3\\\', \\\'col_offset\\\': \\\'25\\\', \\\'end_lineno\\\': \\\'3\\\', \\\'end_col_offset\\\': \\\'26\\\'}\', \'kwonlyargs\': [\'arg{\\\'arg\\\': "\\\'d\\\'", \\\'annotation\\\': \\\'None\\\', \\\'type_comment\\\': \\\'None\\\', \\\'lineno\\\': \\\'3\\\', \\\'col_offset\\\': \\\'28\\\', \\\'end_lineno\\\': \\\'3\\\', \\\'end_col_offset\\\': \\\'29\\\'}\'], \'kw_defaults\': ["Constant{\'value\': \'3\', \'kind\': \'None\', \'lineno\': \'3\', \'col_offset\': \'30\', \'end_lineno\': \'3\', \'end_col_offset\': \'31\'}"], \'kwarg\': \'arg{\\\'arg\\\': "\\\'e\\\'", \\\'annotation\\\': \\\'None\\\', \\\'type_comment\\\': \\\'None\\\', \\\'lineno\\\': \\\'3\\\', \\\'col_offset\\\': \\\'35\\\', \\\'end_lineno\\\': \\\'3\\\', \\\'end_col_offset\\\': \\\'36\\\'}\', \'defaults\': ["Constant{\'value\': \'1\', \'kind\': \'None\', \'lineno\': \'3\', \'col_offset\': \'21\', \'end_lineno\': \'3\', \'end_col_offset\': \'22\'}"]}', 'body': ['Return{\'value\': \'IfExp{\\\'test\\\': "Constant{\\\'value\\\': \\\'Ellipsis\\\', \\\'kind\\\': \\\'None\\\', \\\'lineno\\\': \\\'3\\\', \\\'col_offset\\\': \\\'79\\\', \\\'end_lineno\\\': \\\'3\\\', \\\'end_col_offset\\\': \\\'82\\\'}", \\\'body\\\': \\\'ListComp{\\\\\\\'elt\\\\\\\': \\\\\\\'Name{\\\\\\\\\\\\\\\'id\\\\\\\\\\\\\\\': "\\\\\\\\\\\\\\\'y\\\\\\\\\\\\\\\'", \\\\\\\\\\\\\\\'ctx\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'Load{}\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'3\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'54\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'3\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'55\\\\\\\\\\\\\\\'}\\\\\\\', \\\\\\\'generators\\\\\\\': [\\\\\\\'comprehension{\\\\\\\\\\\\\\\'target\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'Name{\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'id\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'y\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'", \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'ctx\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'Store{}\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'3\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'66\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'3\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'67\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'}\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'iter\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'Constant{\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'value\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': "b\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'", \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'kind\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'None\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'3\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'71\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'3\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'74\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'}\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'ifs\\\\\\\\\\\\\\\': [], \\\\\\\\\\\\\\\'is_async\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'1\\\\\\\\\\\\\\\'}\\\\\\\'], \\\\\\\'lineno\\\\\\\': \\\\\\\'3\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'53\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'3\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'75\\\\\\\'}\\\', \\\'orelse\\\': \\\'Constant{\\\\\\\'value\\\\\\\': "\\\\\\\'q\\\\\\\'", \\\\\\\'kind\\\\\\\': "\\\\\\\'u\\\\\\\'", \\\\\\\'lineno\\\\\\\': \\\\\\\'3\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'88\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'3\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'92\\\\\\\'}\\\', \\\'lineno\\\': \\\'3\\\', \\\'col_offset\\\': \\\'53\\\', \\\'end_lineno\\\': \\\'3\\\', \\\'end_col_offset\\\': \\\'92\\\'}\', \'lineno\': \'3\', \'col_offset\': \'46\', \'end_lineno\': \'3\', \'end_col_offset\': \'92\'}'], 'decorator_list': ['Call{\'func\': \'Name{\\\'id\\\': "\\\'deco\\\'", \\\'ctx\\\': \\\'Load{}\\\', \\\'lineno\\\': \\\'2\\\', \\\'col_offset\\\': \\\'1\\\', \\\'end_lineno\\\': \\\'2\\\', \\\'end_col_offset\\\': \\\'5\\\'}\', \'args\': ["Constant{\'value\': \'1\', \'kind\': \'None\', \'lineno\': \'2\', \'col_offset\': \'6\', \'end_lineno\': \'2\', \'end_col_offset\': \'7\'}", \'Starred{\\\'value\\\': \\\'Name{\\\\\\\'id\\\\\\\': "\\\\\\\'a\\\\\\\'", \\\\\\\'ctx\\\\\\\': \\\\\\\'Load{}\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'2\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'10\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'2\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'11\\\\\\\'}\\\', \\\'ctx\\\': \\\'Load{}\\\', \\\'lineno\\\': \\\'2\\\', \\\'col_offset\\\': \\\'9\\\', \\\'end_lineno\\\': \\\'2\\\', \\\'end_col_offset\\\': \\\'11\\\'}\'], \'keywords\': [\'keyword{\\\'arg\\\': "\\\'k\\\'", \\\'value\\\': "Constant{\\\'value\\\': \\\'2\\\', \\\'kind\\\': \\\'None\\\', \\\'lineno\\\': \\\'2\\\', \\\'col_offset\\\': \\\'15\\\', \\\'end_lineno\\\': \\\'2\\\', \\\'end_col_offset\\\': \\\'16\\\'}", \\\'lineno\\\': \\\'2\\\', \\\'col_offset\\\': \\\'13\\\', \\\'end_lineno\\\': \\\'2\\\', \\\'end_col_offset\\\': \\\'16\\\'}\', \'keyword{\\\'arg\\\': \\\'None\\\', \\\'value\\\': \\\'Name{\\\\\\\'id\\\\\\\': "\\\\\\\'kw\\\\\\\'", \\\\\\\'ctx\\\\\\\': \\\\\\\'Load{}\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'2\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'20\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'2\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'22\\\\\\\'}\\\', \\\'lineno\\\': \\\'2\\\', \\\'col_offset\\\': \\\'18\\\', \\\'end_lineno\\\': \\\'2\\\', \\\'end_col_offset\\\': \\\'22\\\'}\'], \'lineno\': \'2\', \'col_offset\': \'1\', \'end_lineno\': \'2\', \'end_col_offset\': \'23\'}'], 'returns': 'Constant{\'value\': "\'x\'", \'kind\': \'None\', \'lineno\': \'3\', \'col_offset\': \'41\', \'end_lineno\': \'3\', \'end_col_offset\': \'44\'}', 'type_comment': 'None', 'type_params': [], 'lineno': '3', 'col_offset': '0', 'end_lineno': '3', 'end_col_offset': '92'}
# expect: ClassDef{'name': "'C'", 'bases': ['Name{\'id\': "\'B\'", \'ctx\': \'Load{}\', \'lineno\': \'4\', \'col_offset\': \'8\', \'end_lineno\': \'4\', \'end_col_offset\': \'9\'}'], 'keywords': ['keyword{\'arg\': "\'metaclass\'", \'value\': \'Name{\\\'id\\\': "\\\'M\\\'", \\\'ctx\\\': \\\'Load{}\\\', \\\'lineno\\\': \\\'4\\\', \\\'col_offset\\\': \\\'21\\\', \\\'end_lineno\\\': \\\'4\\\', \\\'end_col_offset\\\': \\\'22\\\'}\', \'lineno\': \'4\', \'col_offset\': \'11\', \'end_lineno\': \'4\', \'end_col_offset\': \'22\'}'], 'body': ['AnnAssign{\'target\': \'Name{\\\'id\\\': "\\\'x\\\'", \\\'ctx\\\': \\\'Store{}\\\', \\\'lineno\\\': \\\'4\\\', \\\'col_offset\\\': \\\'25\\\', \\\'end_lineno\\\': \\\'4\\\', \\\'end_col_offset\\\': \\\'26\\\'}\', \'annotation\': \'Name{\\\'id\\\': "\\\'int\\\'", \\\'ctx\\\': \\\'Load{}\\\', \\\'lineno\\\': \\\'4\\\', \\\'col_offset\\\': \\\'28\\\', \\\'end_lineno\\\': \\\'4\\\', \\\'end_col_offset\\\': \\\'31\\\'}\', \'value\': "Constant{\'value\': \'1.5j\', \'kind\': \'None\', \'lineno\': \'4\', \'col_offset\': \'34\', \'end_lineno\': \'4\', \'end_col_offset\': \'38\'}", \'simple\': \'1\', \'lineno\': \'4\', \'col_offset\': \'25\', \'end_lineno\': \'4\', \'end_col_offset\': \'38\'}'], 'decorator_list': [], 'type_params': [], 'lineno': '4', 'col_offset': '0', 'end_lineno': '4', 'end_col_offset': '38'}
# expect: With{'items': ['withitem{\'context_expr\': \'Name{\\\'id\\\': "\\\'a\\\'", \\\'ctx\\\': \\\'Load{}\\\', \\\'lineno\\\': \\\'5\\\', \\\'col_offset\\\': \\\'5\\\', \\\'end_lineno\\\': \\\'5\\\', \\\'end_col_offset\\\': \\\'6\\\'}\', \'optional_vars\': \'Tuple{\\\'elts\\\': [\\\'Name{\\\\\\\'id\\\\\\\': "\\\\\\\'b\\\\\\\'", \\\\\\\'ctx\\\\\\\': \\\\\\\'Store{}\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'11\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'12\\\\\\\'}\\\', \\\'Name{\\\\\\\'id\\\\\\\': "\\\\\\\'c\\\\\\\'", \\\\\\\'ctx\\\\\\\': \\\\\\\'Store{}\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'14\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'15\\\\\\\'}\\\'], \\\'ctx\\\': \\\'Store{}\\\', \\\'lineno\\\': \\\'5\\\', \\\'col_offset\\\': \\\'10\\\', \\\'end_lineno\\\': \\\'5\\\', \\\'end_col_offset\\\': \\\'16\\\'}\'}'], 'body': ['Delete{\'targets\': [\'Subscript{\\\'value\\\': \\\'Name{\\\\\\\'id\\\\\\\': "\\\\\\\'d\\\\\\\'", \\\\\\\'ctx\\\\\\\': \\\\\\\'Load{}\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'22\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'23\\\\\\\'}\\\', \\\'slice\\\': \\\'Slice{\\\\\\\'lower\\\\\\\': "Constant{\\\\\\\'value\\\\\\\': \\\\\\\'1\\\\\\\', \\\\\\\'kind\\\\\\\': \\\\\\\'None\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'24\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'25\\\\\\\'}", \\\\\\\'upper\\\\\\\': "Constant{\\\\\\\'value\\\\\\\': \\\\\\\'2\\\\\\\', \\\\\\\'kind\\\\\\\': \\\\\\\'None\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'26\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'27\\\\\\\'}", \\\\\\\'step\\\\\\\': \\\\\\\'None\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'24\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'27\\\\\\\'}\\\', \\\'ctx\\\': \\\'Del{}\\\', \\\'lineno\\\': \\\'5\\\', \\\'col_offset\\\': \\\'22\\\', \\\'end_lineno\\\': \\\'5\\\', \\\'end_col_offset\\\': \\\'28\\\'}\', \'Attribute{\\\'value\\\': \\\'Name{\\\\\\\'id\\\\\\\': "\\\\\\\'e\\\\\\\'", \\\\\\\'ctx\\\\\\\': \\\\\\\'Load{}\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'30\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'5\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'31\\\\\\\'}\\\', \\\'attr\\\': "\\\'f\\\'", \\\'ctx\\\': \\\'Del{}\\\', \\\'lineno\\\': \\\'5\\\', \\\'col_offset\\\': \\\'30\\\', \\\'end_lineno\\\': \\\'5\\\', \\\'end_col_offset\\\': \\\'33\\\'}\'], \'lineno\': \'5\', \'col_offset\': \'18\', \'end_lineno\': \'5\', \'end_col_offset\': \'33\'}'], 'type_comment': 'None', 'lineno': '5', 'col_offset': '0', 'end_lineno': '5', 'end_col_offset': '33'}
# expect: Match{'subject': 'Name{\'id\': "\'p\'", \'ctx\': \'Load{}\', \'lineno\': \'6\', \'col_offset\': \'6\', \'end_lineno\': \'6\', \'end_col_offset\': \'7\'}', 'cases': ['match_case{\'pattern\': \'MatchMapping{\\\'keys\\\': [\\\'Constant{\\\\\\\'value\\\\\\\': "\\\\\\\'k\\\\\\\'", \\\\\\\'kind\\\\\\\': \\\\\\\'None\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'7\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'10\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'7\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'13\\\\\\\'}\\\'], \\\'patterns\\\': [\\\'MatchSequence{\\\\\\\'patterns\\\\\\\': [\\\\\\\'MatchValue{\\\\\\\\\\\\\\\'value\\\\\\\\\\\\\\\': "Constant{\\\\\\\\\\\\\\\'value\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'1\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'kind\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'None\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'16\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'17\\\\\\\\\\\\\\\'}", \\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'16\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'17\\\\\\\\\\\\\\\'}\\\\\\\', "MatchStar{\\\\\\\'name\\\\\\\': \\\\\\\'None\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'7\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'19\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'7\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'21\\\\\\\'}"], \\\\\\\'lineno\\\\\\\': \\\\\\\'7\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'15\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'7\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'22\\\\\\\'}\\\'], \\\'rest\\\': "\\\'r\\\'", \\\'lineno\\\': \\\'7\\\', \\\'col_offset\\\': \\\'9\\\', \\\'end_lineno\\\': \\\'7\\\', \\\'end_col_offset\\\': \\\'28\\\'}\', \'guard\': \'JoinedStr{\\\'values\\\': [\\\'FormattedValue{\\\\\\\'value\\\\\\\': \\\\\\\'Name{\\\\\\\\\\\\\\\'id\\\\\\\\\\\\\\\': "\\\\\\\\\\\\\\\'a\\\\\\\\\\\\\\\'", \\\\\\\\\\\\\\\'ctx\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'Load{}\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'35\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'36\\\\\\\\\\\\\\\'}\\\\\\\', \\\\\\\'conversion\\\\\\\': \\\\\\\'114\\\\\\\', \\\\\\\'format_spec\\\\\\\': \\\\\\\'JoinedStr{\\\\\\\\\\\\\\\'values\\\\\\\\\\\\\\\': [\\\\\\\\\\\\\\\'Constant{\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'value\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'>\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'", \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'kind\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'None\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'39\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'40\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'}\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'FormattedValue{\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'value\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'Name{\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'id\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'w\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'", \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'ctx\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'Load{}\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'41\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'42\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'}\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'conversion\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'-1\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'format_spec\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'None\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'40\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'43\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\'}\\\\\\\\\\\\\\\'], \\\\\\\\\\\\\\\'lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'38\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_lineno\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'7\\\\\\\\\\\\\\\', \\\\\\\\\\\\\\\'end_col_offset\\\\\\\\\\\\\\\': \\\\\\\\\\\\\\\'43\\\\\\\\\\\\\\\'}\\\\\\\', \\\\\\\'lineno\\\\\\\': \\\\\\\'7\\\\\\\', \\\\\\\'col_offset\\\\\\\': \\\\\\\'34\\\\\\\', \\\\\\\'end_lineno\\\\\\\': \\\\\\\'7\\\\\\\', \\\\\\\'end_col_offset\\\\\\\': \\\\\\\'44\\\\\\\'}\\\'], \\\'lineno\\\': \\\'7\\\', \\\'col_offset\\\': \\\'32\\\', \\\'end_lineno\\\': \\\'7\\\', \\\'end_col_offset\\\': \\\'45\\\'}\', \'body\': ["Pass{\'lineno\': \'7\', \'col_offset\': \'47\', \'end_lineno\': \'7\', \'end_col_offset\': \'51\'}"]}'], 'lineno': '6', 'col_offset': '0', 'end_lineno': '7', 'end_col_offset': '51'}
# expect: TypeAlias{'name': 'Name{\'id\': "\'X\'", \'ctx\': \'Store{}\', \'lineno\': \'8\', \'col_offset\': \'5\', \'end_lineno\': \'8\', \'end_col_offset\': \'6\'}', 'type_params': ['TypeVar{\'name\': "\'T\'", \'bound\': \'Name{\\\'id\\\': "\\\'int\\\'", \\\'ctx\\\': \\\'Load{}\\\', \\\'lineno\\\': \\\'8\\\', \\\'col_offset\\\': \\\'10\\\', \\\'end_lineno\\\': \\\'8\\\', \\\'end_col_offset\\\': \\\'13\\\'}\', \'default_value\': \'None\', \'lineno\': \'8\', \'col_offset\': \'7\', \'end_lineno\': \'8\', \'end_col_offset\': \'13\'}', 'TypeVarTuple{\'name\': "\'Ts\'", \'default_value\': \'None\', \'lineno\': \'8\', \'col_offset\': \'15\', \'end_lineno\': \'8\', \'end_col_offset\': \'18\'}', 'ParamSpec{\'name\': "\'P\'", \'default_value\': \'None\', \'lineno\': \'8\', \'col_offset\': \'20\', \'end_lineno\': \'8\', \'end_col_offset\': \'23\'}'], 'value': 'UnaryOp{\'op\': \'USub{}\', \'operand\': \'BinOp{\\\'left\\\': "Constant{\\\'value\\\': \\\'10\\\', \\\'kind\\\': \\\'None\\\', \\\'lineno\\\': \\\'8\\\', \\\'col_offset\\\': \\\'28\\\', \\\'end_lineno\\\': \\\'8\\\', \\\'end_col_offset\\\': \\\'30\\\'}", \\\'op\\\': \\\'Pow{}\\\', \\\'right\\\': "Constant{\\\'value\\\': \\\'30\\\', \\\'kind\\\': \\\'None\\\', \\\'lineno\\\': \\\'8\\\', \\\'col_offset\\\': \\\'34\\\', \\\'end_lineno\\\': \\\'8\\\', \\\'end_col_offset\\\': \\\'36\\\'}", \\\'lineno\\\': \\\'8\\\', \\\'col_offset\\\': \\\'28\\\', \\\'end_lineno\\\': \\\'8\\\', \\\'end_col_offset\\\': \\\'36\\\'}\', \'lineno\': \'8\', \'col_offset\': \'27\', \'end_lineno\': \'8\', \'end_col_offset\': \'36\'}', 'lineno': '8', 'col_offset': '0', 'end_lineno': '8', 'end_col_offset': '36'}
# expect: Expression{'body': "Constant{'value': '(1, 5)', 'kind': 'None', 'lineno': '1', 'col_offset': '0', 'end_lineno': '1', 'end_col_offset': '10'}"}
# expect: FunctionType{'argtypes': ['Name{\'id\': "\'int\'", \'ctx\': \'Load{}\', \'lineno\': \'1\', \'col_offset\': \'1\', \'end_lineno\': \'1\', \'end_col_offset\': \'4\'}'], 'returns': 'Name{\'id\': "\'str\'", \'ctx\': \'Load{}\', \'lineno\': \'1\', \'col_offset\': \'9\', \'end_lineno\': \'1\', \'end_col_offset\': \'12\'}'}
# expect: True
# expect: Call{'func': 'Name{\'id\': "\'f\'", \'ctx\': \'Load{}\'}', 'args': [], 'keywords': []} FunctionDef{'name': "'f'", 'lineno': '3', 'type_params': [], 'decorator_list': [], 'body': []}
# expect: Name{'id': "'x'", 'extra': '1', 'ctx': 'Load{}'} BinOp{'left': '1', 'op': '2'}
# expect: DeprecationWarning FunctionDef.__init__ missing 1 required positional argument: 'args'. This will become an error in Python 3.15.
# expect: DeprecationWarning Name.__init__ got an unexpected keyword argument 'extra'. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.
# expect: DeprecationWarning BinOp.__init__ missing 1 required positional argument: 'right'. This will become an error in Python 3.15.
# expect: Name constructor takes at most 2 positional arguments
# expect: Name got multiple values for argument 'id'
# expect: Pass constructor takes at most 0 positional arguments
# expect: Own{'id': "'x'", 'own': [], 'ctx': 'Load{}'} (<class 'ast.Name'>, <class 'ast.expr'>) (<class 'ast.Name'>, (None, None))
# expect: 42
# expect: [2, 2, 2]
# expect: TypeError required field "lineno" missing from expr
# expect: ValueError identifier field can't represent 'None' constant
# expect: TypeError AST identifier must be of type str
# expect: ValueError expression must have Load context but has Store instead
# expect: TypeError expected some sort of expr_context, but got None
# expect: TypeError got an invalid type in Constant: list
# expect: TypeError got an invalid type in Constant: set
# expect: ValueError BoolOp with less than 2 values
# expect: ValueError Compare with no comparators
# expect: ValueError Dict doesn't have the same number of keys as values
# expect: ValueError None disallowed in expression list
# expect: TypeError List field "elts" must be a list, not a tuple
# expect: TypeError expected some sort of expr, but got <ast.Pass
# expect: ValueError comprehension with no generators
# expect: ValueError more positional defaults than args on arguments
# expect: TypeError expected some sort of operator, but got 5
# expect: ValueError AST node line range (3, 2) is not valid
# expect: ValueError line 3, column 4-1 is not a valid range
# expect: ValueError invalid integer value: '3'
# expect: TypeError required field "lineno" missing from expr
# expect: RecursionError maximum recursion depth exceeded while traversing 'expr' node
# expect: empty targets on Delete
# expect: Raise with cause but no exception
# expect: Try has neither except handlers nor finalbody
# expect: expected Expression node, got Module
# expect: ('x',)
# expect: 1 (0, 1, None)
# expect: 2.5 (0, 2.5, None)
# expect: 3j (0, 3j, None)
# expect: a (0, 'a', None)
# expect: b'b' (0, b'b', None)
# expect: None ValueError unexpected constant inside of a literal pattern
# expect: True ValueError unexpected constant inside of a literal pattern
# expect: Ellipsis ValueError unexpected constant inside of a literal pattern
# expect: (1,) ValueError unexpected constant inside of a literal pattern
# expect: frozenset() ValueError unexpected constant inside of a literal pattern
