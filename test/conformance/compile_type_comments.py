# Type comments as tokens and in trees, and what an older version's language refuses.
import ast

sources = ["x = 1 # type: int\n", "x = y = 1  #   type:   int # c\n", "for a in b: # type: int\n pass\n", "with a as b: # type: int\n  pass\n", "with (a as b, c): # type: x\n  pass\n", "def f(a, # type: int\n  b=1, # type: str\n *c, # type: A\n d, # type: x\n **e # type: E\n):\n # type: (...) -> None\n pass\n", "def f(): # type: () -> int\n pass\n", "def f():\n # type: () -> int\n pass\n", "def f(): # type: () -> int\n # type: () -> str\n pass\n", "async def f():\n  async for x in y: # type: int\n    pass\n  async with z: # type: int\n    pass\n", "x = 1 # type: ignore\n", "# type: ignore\nx = 1\n", "x = 1 # type: ignore[abc]\n", "x = 1 # type: ignored\n", "x = 1 # type: ignore é\n", "if x: # type: int\n  pass\n", "pass # type: int\n", "# type: int\n", "def f(a # type: int\n): pass\n", "def f(\n    *, # type: int\n    a, # type: int\n):\n    pass\n", "f(a, # type: int\n b)\n", "lambda a, # type: int\n  : 0\n", "x: int = 1 # type: int\n", "x += 1 # type: int\n", "class A: # type: int\n  pass\n", "while 1: # type: int\n pass\n", "def f():\n  # type: ignore\n  pass\n", "x = (1, # type: int\n 2)\n", "[\n# type: ignore\n1]\n", "x = 1 #type:int\n","x = 1 # type:int\n","x = 1 # typex: int\n", "x = 1 # type: \n", "def f(x): # type: ignore\n  return 1\n", "for x in y: pass # type: int\n", "x = 'a' # type: ä\n", "\n  # type: ignore\n\nx\n", "if 1:\n  # type: ignore\n  x\n", "x = 1 # type: int", "try:  # type: int\n pass\nfinally:  # type: ignore\n pass\n", "def f(a, /, # type: int\n b): pass\n", "def f(a=1 # type: int\n): pass", "def f(*a: int, # type: int\n b=2 # type: x\n): pass", "return 1 # type: int"]
for source in sources:
    for mode in ("exec", "single"):
        try:
            print(ast.dump(ast.parse(source, mode=mode, type_comments=True)))
        except SyntaxError as error:
            print(error.args)
for source in ["(int, str) -> x", "() -> int", "(*a, **b) -> c", "(int,) -> x"]:
    try:
        print(ast.dump(ast.parse(source, mode="func_type")))
    except SyntaxError as error:
        print(error.args)

sources = ["(x := 1)", "def f(a, /): pass", "try: pass\nexcept* E: pass", "type X = int", "class C[T]: pass", "type X[T=int] = T", "match x:\n case 1: pass", "async def f(): pass", "async def f():\n await x", "async def f():\n async for x in y: pass", "async def f():\n async with x: pass", "[x async for x in y]", "x: int = 1", "(x): int", "a @ b", "a @= b", "1_000", "f(x := 1)"]
for source in sources:
    for version in (4, 7, 11, 12, 13):
        try:
            ast.parse(source, feature_version=(3, version))
            print(version, "ok")
        except SyntaxError as error:
            print(version, error.args)

# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int')])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store()), Name(id='y', ctx=Store())], value=Constant(value=1), type_comment='int # c')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store()), Name(id='y', ctx=Store())], value=Constant(value=1), type_comment='int # c')])
# expect: Module(body=[For(target=Name(id='a', ctx=Store()), iter=Name(id='b', ctx=Load()), body=[Pass()], type_comment='int')])
# expect: Interactive(body=[For(target=Name(id='a', ctx=Store()), iter=Name(id='b', ctx=Load()), body=[Pass()], type_comment='int')])
# expect: Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store()))], body=[Pass()], type_comment='int')])
# expect: Interactive(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store()))], body=[Pass()], type_comment='int')])
# expect: Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()))], body=[Pass()], type_comment='x')])
# expect: Interactive(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()))], body=[Pass()], type_comment='x')])
# expect: Module(body=[FunctionDef(name='f', args=arguments(args=[arg(arg='a', type_comment='int'), arg(arg='b', type_comment='str')], vararg=arg(arg='c', type_comment='A'), kwonlyargs=[arg(arg='d', type_comment='x')], kw_defaults=[None], kwarg=arg(arg='e', type_comment='E'), defaults=[Constant(value=1)]), body=[Pass()], type_comment='(...) -> None')])
# expect: Interactive(body=[FunctionDef(name='f', args=arguments(args=[arg(arg='a', type_comment='int'), arg(arg='b', type_comment='str')], vararg=arg(arg='c', type_comment='A'), kwonlyargs=[arg(arg='d', type_comment='x')], kw_defaults=[None], kwarg=arg(arg='e', type_comment='E'), defaults=[Constant(value=1)]), body=[Pass()], type_comment='(...) -> None')])
# expect: Module(body=[FunctionDef(name='f', args=arguments(), body=[Pass()], type_comment='() -> int')])
# expect: Interactive(body=[FunctionDef(name='f', args=arguments(), body=[Pass()], type_comment='() -> int')])
# expect: Module(body=[FunctionDef(name='f', args=arguments(), body=[Pass()], type_comment='() -> int')])
# expect: Interactive(body=[FunctionDef(name='f', args=arguments(), body=[Pass()], type_comment='() -> int')])
# expect: ('Cannot have two type comments on def', ('<unknown>', 3, 1, ' pass\n', 3, -1))
# expect: ('Cannot have two type comments on def', ('<unknown>', 3, 1, ' pass\n', 3, -1))
# expect: Module(body=[AsyncFunctionDef(name='f', args=arguments(), body=[AsyncFor(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), body=[Pass()], type_comment='int'), AsyncWith(items=[withitem(context_expr=Name(id='z', ctx=Load()))], body=[Pass()], type_comment='int')])])
# expect: Interactive(body=[AsyncFunctionDef(name='f', args=arguments(), body=[AsyncFor(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), body=[Pass()], type_comment='int'), AsyncWith(items=[withitem(context_expr=Name(id='z', ctx=Load()))], body=[Pass()], type_comment='int')])])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[TypeIgnore(lineno=1, tag='')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[TypeIgnore(lineno=1, tag='\n')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[TypeIgnore(lineno=1, tag='[abc]')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='ignored')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='ignored')])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))], type_ignores=[TypeIgnore(lineno=1, tag=' é')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])
# expect: ('invalid syntax', ('<unknown>', 1, 15, 'if x: # type: int\n', 1, 18))
# expect: ('invalid syntax', ('<unknown>', 1, 15, 'if x: # type: int\n', 1, 18))
# expect: ('invalid syntax', ('<unknown>', 1, 14, 'pass # type: int\n', 1, 17))
# expect: ('invalid syntax', ('<unknown>', 1, 14, 'pass # type: int\n', 1, 17))
# expect: ('invalid syntax', ('<unknown>', 1, 9, '# type: int\n', 1, 12))
# expect: ('invalid syntax', ('<unknown>', 1, 9, '# type: int\n', 1, 12))
# expect: Module(body=[FunctionDef(name='f', args=arguments(args=[arg(arg='a', type_comment='int')]), body=[Pass()])])
# expect: Interactive(body=[FunctionDef(name='f', args=arguments(args=[arg(arg='a', type_comment='int')]), body=[Pass()])])
# expect: ('bare * has associated type comment', ('<unknown>', 2, 16, '    *, # type: int\n', 2, 19))
# expect: ('bare * has associated type comment', ('<unknown>', 2, 16, '    *, # type: int\n', 2, 19))
# expect: ('invalid syntax', ('<unknown>', 1, 14, 'f(a, # type: int\n', 1, 17))
# expect: ('invalid syntax', ('<unknown>', 1, 14, 'f(a, # type: int\n', 1, 17))
# expect: ('invalid syntax', ('<unknown>', 1, 19, 'lambda a, # type: int\n', 1, 22))
# expect: ('invalid syntax', ('<unknown>', 1, 19, 'lambda a, # type: int\n', 1, 22))
# expect: ('invalid syntax', ('<unknown>', 1, 20, 'x: int = 1 # type: int\n', 1, 23))
# expect: ('invalid syntax', ('<unknown>', 1, 20, 'x: int = 1 # type: int\n', 1, 23))
# expect: ('invalid syntax', ('<unknown>', 1, 16, 'x += 1 # type: int\n', 1, 19))
# expect: ('invalid syntax', ('<unknown>', 1, 16, 'x += 1 # type: int\n', 1, 19))
# expect: ('invalid syntax', ('<unknown>', 1, 18, 'class A: # type: int\n', 1, 21))
# expect: ('invalid syntax', ('<unknown>', 1, 18, 'class A: # type: int\n', 1, 21))
# expect: ('invalid syntax', ('<unknown>', 1, 18, 'while 1: # type: int\n', 1, 21))
# expect: ('invalid syntax', ('<unknown>', 1, 18, 'while 1: # type: int\n', 1, 21))
# expect: Module(body=[FunctionDef(name='f', args=arguments(), body=[Pass()])], type_ignores=[TypeIgnore(lineno=2, tag='\n')])
# expect: Interactive(body=[FunctionDef(name='f', args=arguments(), body=[Pass()])])
# expect: ('invalid syntax', ('<unknown>', 1, 17, 'x = (1, # type: int\n', 1, 20))
# expect: ('invalid syntax', ('<unknown>', 1, 17, 'x = (1, # type: int\n', 1, 20))
# expect: Module(body=[Expr(value=List(elts=[Constant(value=1)], ctx=Load()))], type_ignores=[TypeIgnore(lineno=2, tag='\n')])
# expect: Interactive(body=[Expr(value=List(elts=[Constant(value=1)], ctx=Load()))])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int')])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int')])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1))])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='')])
# expect: Module(body=[FunctionDef(name='f', args=arguments(args=[arg(arg='x')]), body=[Return(value=Constant(value=1))])], type_ignores=[TypeIgnore(lineno=1, tag='')])
# expect: Interactive(body=[FunctionDef(name='f', args=arguments(args=[arg(arg='x')]), body=[Return(value=Constant(value=1))])])
# expect: ('invalid syntax', ('<unknown>', 1, 26, 'for x in y: pass # type: int\n', 1, 29))
# expect: ('invalid syntax', ('<unknown>', 1, 26, 'for x in y: pass # type: int\n', 1, 29))
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value='a'), type_comment='ä')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value='a'), type_comment='ä')])
# expect: Module(body=[Expr(value=Name(id='x', ctx=Load()))], type_ignores=[TypeIgnore(lineno=2, tag='\n')])
# expect: Interactive(body=[Expr(value=Name(id='x', ctx=Load()))])
# expect: Module(body=[If(test=Constant(value=1), body=[Expr(value=Name(id='x', ctx=Load()))])], type_ignores=[TypeIgnore(lineno=2, tag='\n')])
# expect: Interactive(body=[If(test=Constant(value=1), body=[Expr(value=Name(id='x', ctx=Load()))])])
# expect: Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int')])
# expect: Interactive(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=1), type_comment='int')])
# expect: ('invalid syntax', ('<unknown>', 1, 15, 'try:  # type: int\n', 1, 18))
# expect: ('invalid syntax', ('<unknown>', 1, 15, 'try:  # type: int\n', 1, 18))
# expect: ('invalid syntax', ('<unknown>', 1, 21, 'def f(a, /, # type: int\n', 1, 24))
# expect: ('invalid syntax', ('<unknown>', 1, 21, 'def f(a, /, # type: int\n', 1, 24))
# expect: Module(body=[FunctionDef(name='f', args=arguments(args=[arg(arg='a', type_comment='int')], defaults=[Constant(value=1)]), body=[Pass()])])
# expect: ('invalid syntax', ('<unknown>', 2, 0, '): pass', 2, 0))
# expect: Module(body=[FunctionDef(name='f', args=arguments(vararg=arg(arg='a', annotation=Name(id='int', ctx=Load()), type_comment='int'), kwonlyargs=[arg(arg='b', type_comment='x')], kw_defaults=[Constant(value=2)]), body=[Pass()])])
# expect: ('invalid syntax', ('<unknown>', 3, 0, '): pass', 3, 0))
# expect: ('invalid syntax', ('<unknown>', 1, 18, 'return 1 # type: int\n', 1, 21))
# expect: ('invalid syntax', ('<unknown>', 1, 18, 'return 1 # type: int', 1, 21))
# expect: FunctionType(argtypes=[Name(id='int', ctx=Load()), Name(id='str', ctx=Load())], returns=Name(id='x', ctx=Load()))
# expect: FunctionType(returns=Name(id='int', ctx=Load()))
# expect: FunctionType(argtypes=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], returns=Name(id='c', ctx=Load()))
# expect: ('invalid syntax', ('<unknown>', 1, 6, '(int,) -> x', 1, 7))
# expect: 4 ('Assignment expressions are only supported in Python 3.8 and greater', ('<unknown>', 1, 8, '(x := 1)\n', 1, 9))
# expect: 7 ('Assignment expressions are only supported in Python 3.8 and greater', ('<unknown>', 1, 8, '(x := 1)\n', 1, 9))
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Positional-only parameters are only supported in Python 3.8 and greater', ('<unknown>', 1, 11, 'def f(a, /): pass\n', 1, 12))
# expect: 7 ('Positional-only parameters are only supported in Python 3.8 and greater', ('<unknown>', 1, 11, 'def f(a, /): pass\n', 1, 12))
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Exception groups are only supported in Python 3.11 and greater', ('<unknown>', 2, 16, 'except* E: pass\n', 2, -1))
# expect: 7 ('Exception groups are only supported in Python 3.11 and greater', ('<unknown>', 2, 16, 'except* E: pass\n', 2, -1))
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Type statement is only supported in Python 3.12 and greater', ('<unknown>', 1, 13, 'type X = int\n', 1, 14))
# expect: 7 ('Type statement is only supported in Python 3.12 and greater', ('<unknown>', 1, 13, 'type X = int\n', 1, 14))
# expect: 11 ('Type statement is only supported in Python 3.12 and greater', ('<unknown>', 1, 13, 'type X = int\n', 1, 14))
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Type parameter lists are only supported in Python 3.12 and greater', ('<unknown>', 1, 10, 'class C[T]: pass\n', 1, 11))
# expect: 7 ('Type parameter lists are only supported in Python 3.12 and greater', ('<unknown>', 1, 10, 'class C[T]: pass\n', 1, 11))
# expect: 11 ('Type parameter lists are only supported in Python 3.12 and greater', ('<unknown>', 1, 10, 'class C[T]: pass\n', 1, 11))
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Type parameter defaults are only supported in Python 3.13 and greater', ('<unknown>', 1, 13, 'type X[T=int] = T\n', 1, 14))
# expect: 7 ('Type parameter defaults are only supported in Python 3.13 and greater', ('<unknown>', 1, 13, 'type X[T=int] = T\n', 1, 14))
# expect: 11 ('Type parameter defaults are only supported in Python 3.13 and greater', ('<unknown>', 1, 13, 'type X[T=int] = T\n', 1, 14))
# expect: 12 ('Type parameter defaults are only supported in Python 3.13 and greater', ('<unknown>', 1, 13, 'type X[T=int] = T\n', 1, 14))
# expect: 13 ok
# expect: 4 ('Pattern matching is only supported in Python 3.10 and greater', ('<unknown>', 2, 14, ' case 1: pass\n', 2, -1))
# expect: 7 ('Pattern matching is only supported in Python 3.10 and greater', ('<unknown>', 2, 14, ' case 1: pass\n', 2, -1))
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Async functions are only supported in Python 3.5 and greater', ('<unknown>', 1, 20, 'async def f(): pass\n', 1, 21))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Await expressions are only supported in Python 3.5 and greater', ('<unknown>', 2, 9, ' await x\n', 2, 10))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Async for loops are only supported in Python 3.5 and greater', ('<unknown>', 2, 24, ' async for x in y: pass\n', 2, -1))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Async with statements are only supported in Python 3.5 and greater', ('<unknown>', 2, 20, ' async with x: pass\n', 2, 21))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Async comprehensions are only supported in Python 3.6 and greater', ('<unknown>', 1, 20, '[x async for x in y]\n', 1, 21))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Variable annotation syntax is only supported in Python 3.6 and greater', ('<unknown>', 1, 11, 'x: int = 1\n', 1, 12))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Variable annotations syntax is only supported in Python 3.6 and greater', ('<unknown>', 1, 9, '(x): int\n', 1, 10))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ("The '@' operator is only supported in Python 3.5 and greater", ('<unknown>', 1, 6, 'a @ b\n', 1, 7))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ("The '@' operator is only supported in Python 3.5 and greater", ('<unknown>', 1, 3, 'a @= b\n', 1, 5))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Underscores in numeric literals are only supported in Python 3.6 and greater', ('<unknown>', 1, 1, '1_000\n', 1, 6))
# expect: 7 ok
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
# expect: 4 ('Assignment expressions are only supported in Python 3.8 and greater', ('<unknown>', 1, 9, 'f(x := 1)\n', 1, 10))
# expect: 7 ('Assignment expressions are only supported in Python 3.8 and greater', ('<unknown>', 1, 9, 'f(x := 1)\n', 1, 10))
# expect: 11 ok
# expect: 12 ok
# expect: 13 ok
