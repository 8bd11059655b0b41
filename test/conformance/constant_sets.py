# The order in which a set of constants gives its items: it hangs on how often the compiler makes the set, and on which
# of its strings a name or the start of the process has interned.

print({43, 254, 8.0, 41, 2.0, b'ham', 7.0})  # expect: {2.0, b'ham', 7.0, 8.0, 41, 43, 254}
for item in {'input', '_private'}:
    print(item, end=' ')
print()  # expect-json: "_private input "
def f2(yes=1):
    return [w for w in {'yes', 'bool', 'april', 'not'}], {'yes', 'bool', 'april', 'not'} | {'extra'}
print(f2())  # expect: (['yes', 'not', 'april', 'bool'], {'extra', 'april', 'not', 'bool', 'yes'})
print({'min', 'open', 'len'})  # expect: {'len', 'min', 'open'}
for item in {'monday', 'abs', 'min', 'index'}:
    print(item, end=' ')
print()  # expect-json: "monday index min abs "
def f5(edge=1):
    return [w for w in {'edge', 'cow', 'is', 'status', 'purple'}], {'edge', 'cow', 'is', 'status', 'purple'} | {'extra'}
print(f5())  # expect: (['status', 'cow', 'purple', 'edge', 'is'], {'status', 'purple', 'edge', 'cow', 'extra', 'is'})
print({'kwargs', 'path'})  # expect: {'kwargs', 'path'}
for item in {'email', 'and', 'True', 'head', 'read', 'while', 'sorted', 'import', 'parent'}:
    print(item, end=' ')
print()  # expect-json: "read head parent sorted import True and while email "
def f8(second=1):
    return [w for w in {'second', 'PUT', 'name', 'street', 'option', 'minute'}], {'second', 'PUT', 'name', 'street', 'option', 'minute'} | {'extra'}
print(f8())  # expect: (['name', 'PUT', 'option', 'second', 'minute', 'street'], {'minute', 'street', 'name', 'PUT', 'extra', 'option', 'second'})
print({None, 224, 10.0})  # expect: {None, 224, 10.0}
for item in {'june', 'finally', 'bool', 'red', 'admin', 'dog', 'post'}:
    print(item, end=' ')
print()  # expect-json: "finally june bool post red dog admin "
def f11(remove=1):
    return [w for w in {'remove', 'city', 'last', 'filter', 'as', 'abs', 'DELETE'}], {'remove', 'city', 'last', 'filter', 'as', 'abs', 'DELETE'} | {'extra'}
print(f11())  # expect: (['DELETE', 'remove', 'last', 'city', 'as', 'abs', 'filter'], {'extra', 'DELETE', 'remove', 'abs', 'last', 'city', 'as', 'filter'})
print({'orange', 'x1', 'mouse', 'south', 'else', 'street', 'password', 'purple', 'white'})  # expect: {'white', 'south', 'password', 'x1', 'street', 'purple', 'mouse', 'else', 'orange'}
for item in {'length', 'max', 'email', 'ham', 'yield', 'true'}:
    print(item, end=' ')
print()  # expect-json: "true yield length ham email max "
def f14(two_words=1):
    return [w for w in {'two_words', 'admin', 'first', 'lemon', 'for', 'next', 'dave', 'cls'}], {'two_words', 'admin', 'first', 'lemon', 'for', 'next', 'dave', 'cls'} | {'extra'}
print(f14())  # expect: (['two_words', 'for', 'cls', 'first', 'next', 'dave', 'lemon', 'admin'], {'two_words', 'for', 'cls', 'first', 'next', 'extra', 'dave', 'lemon', 'admin'})
print({'with', 'white', 'end'})  # expect: {'white', 'end', 'with'}
for item in {'january', 'port', 'second', 'dict', 'list', '1st'}:
    print(item, end=' ')
print()  # expect-json: "january list second 1st port dict "
def f17(bird=1):
    return [w for w in {'bird', 'carol', 'yield', 'set', 'is', 'west', 'hello-world', 'march', 'eggs'}], {'bird', 'carol', 'yield', 'set', 'is', 'west', 'hello-world', 'march', 'eggs'} | {'extra'}
print(f17())  # expect: (['carol', 'yield', 'march', 'eggs', 'bird', 'west', 'is', 'hello-world', 'set'], {'carol', 'yield', 'march', 'eggs', 'bird', 'west', 'extra', 'is', 'hello-world', 'set'})
print({19.0, 3.0, True, 'zip', b'float', 'previous', b'email', True})  # expect: {True, 'zip', 3.0, 19.0, b'float', b'email', 'previous'}
for item in {'dict', 'set', 'list', 'monday', 'try', 'total', 'white', 'key'}:
    print(item, end=' ')
print()  # expect-json: "white key dict try list monday total set "
def f20(text=1):
    return [w for w in {'text', 'def', 'bob'}], {'text', 'def', 'bob'} | {'extra'}
print(f20())  # expect: (['bob', 'def', 'text'], {'extra', 'bob', 'def', 'text'})
print({'remove', 'zip', 'yellow'})  # expect: {'zip', 'remove', 'yellow'}
for item in {'apple', 'sum', 'june'}:
    print(item, end=' ')
print()  # expect-json: "sum june apple "
def f23(child=1):
    return [w for w in {'child', 'args', 'mango'}], {'child', 'args', 'mango'} | {'extra'}
print(f23())  # expect: (['args', 'child', 'mango'], {'extra', 'args', 'child', 'mango'})
print({'1st', 'text', 'args'})  # expect: {'args', 'text', '1st'}
for item in {'june', 'total', 'left', 'first', 'enumerate', 'child', 'else', 'saturday'}:
    print(item, end=' ')
print()  # expect-json: "june first left enumerate else saturday total child "
def f26(z1=1):
    return [w for w in {'z1', 'except', 'while'}], {'z1', 'except', 'while'} | {'extra'}
print(f26())  # expect: (['except', 'while', 'z1'], {'extra', 'except', 'while', 'z1'})
print({16.0, b'close', b'fish', 'april', 'monday', 7.0, b'remove', 'port', True})  # expect: {True, b'remove', 7.0, b'fish', b'close', 16.0, 'april', 'port', 'monday'}
for item in {'hello', 'hour', 'eggs', 'set', 'port'}:
    print(item, end=' ')
print()  # expect-json: "hour eggs hello port set "
def f29(file=1):
    return [w for w in {'file', 'nonlocal', 'with', 'previous', 'message'}], {'file', 'nonlocal', 'with', 'previous', 'message'} | {'extra'}
print(f29())  # expect: (['nonlocal', 'message', 'previous', 'file', 'with'], {'with', 'nonlocal', 'message', 'file', 'extra', 'previous'})
print({'peach', 'POST'})  # expect: {'peach', 'POST'}
for item in {'if', 'up', 'item', 'city', 'enumerate', 'first'}:
    print(item, end=' ')
print()  # expect-json: "if first city enumerate up item "
def f32(hello=1):
    return [w for w in {'hello', 'info', 'last', 'child', 'bird', 'begin', 'monday', 'year', 'if'}], {'hello', 'info', 'last', 'child', 'bird', 'begin', 'monday', 'year', 'if'} | {'extra'}
print(f32())  # expect: (['last', 'if', 'bird', 'begin', 'monday', 'year', 'child', 'hello', 'info'], {'last', 'if', 'bird', 'extra', 'begin', 'monday', 'year', 'child', 'hello', 'info'})
print({'insert', 'path', 'try', 'other', 'naive'})  # expect: {'path', 'naive', 'try', 'other', 'insert'}
for item in {'elif', '中文'}:
    print(item, end=' ')
print()  # expect-json: "elif 中文 "
def f35(DELETE=1):
    return [w for w in {'DELETE', 'size', 'fish', 'baz', 'user', 'friday', '中文'}], {'DELETE', 'size', 'fish', 'baz', 'user', 'friday', '中文'} | {'extra'}
print(f35())  # expect: (['DELETE', '中文', 'friday', 'fish', 'baz', 'user', 'size'], {'extra', 'DELETE', 'friday', 'fish', 'user', 'size', 'baz', '中文'})
print({None, None, 14.0, b'file', 16.0, None, b'frank', True})  # expect: {None, True, 16.0, b'file', b'frank', 14.0}
for item in {'raise', 'url', 'march'}:
    print(item, end=' ')
print()  # expect-json: "march raise url "
def f38(a=1):
    return [w for w in {'1st', 'item', 'foo', 'start', 'peach', 'left', 'yes', 'pass'}], {'1st', 'item', 'foo', 'start', 'peach', 'left', 'yes', 'pass'} | {'extra'}
print(f38())  # expect: (['start', '1st', 'pass', 'left', 'peach', 'yes', 'foo', 'item'], {'start', '1st', 'extra', 'pass', 'left', 'peach', 'yes', 'foo', 'item'})
print({'post', 'reversed', 'update', 'up', 'in'})  # expect: {'in', 'reversed', 'post', 'update', 'up'}
for item in {'baz', 'january', 'white', '中文', 'port', 'next', 'with_underscore', 'from'}:
    print(item, end=' ')
print()  # expect-json: "white from january baz next port with_underscore 中文 "
def f41(foo=1):
    return [w for w in {'foo', '42', 'pass', 'january', 'and', 'june', 'raise', 'continue'}], {'foo', '42', 'pass', 'january', 'and', 'june', 'raise', 'continue'} | {'extra'}
print(f41())  # expect: (['42', 'june', 'continue', 'january', 'pass', 'raise', 'and', 'foo'], {'42', 'june', 'continue', 'january', 'extra', 'pass', 'raise', 'and', 'foo'})
print({'1st', 'def'})  # expect: {'def', '1st'}
for item in {'self', 'banana', 'head', 'DELETE'}:
    print(item, end=' ')
print()  # expect-json: "DELETE self head banana "
def f44(eve=1):
    return [w for w in {'eve', 'april', 'else', 'kwargs'}], {'eve', 'april', 'else', 'kwargs'} | {'extra'}
print(f44())  # expect: (['kwargs', 'else', 'april', 'eve'], {'april', 'extra', 'kwargs', 'else', 'eve'})
print({('input', 1), 49, 122})  # expect: {49, 122, ('input', 1)}
for item in {'break', 'lambda', 'len'}:
    print(item, end=' ')
print()  # expect-json: "len break lambda "
def f47(get=1):
    return [w for w in {'get', 'with.dot'}], {'get', 'with.dot'} | {'extra'}
print(f47())  # expect: (['with.dot', 'get'], {'with.dot', 'extra', 'get'})
print({'return', 'update', 'cls'})  # expect: {'update', 'return', 'cls'}
for item in {'city', 'east', 'lambda', 'continue', 'and'}:
    print(item, end=' ')
print()  # expect-json: "continue lambda city and east "
def f50(a=1):
    return [w for w in {'break', 'second', 'street', 'assert', '42', 'up', 'len', 'with.dot', 'file'}], {'break', 'second', 'street', 'assert', '42', 'up', 'len', 'with.dot', 'file'} | {'extra'}
print(f50())  # expect: (['42', 'break', 'second', 'with.dot', 'street', 'file', 'assert', 'len', 'up'], {'42', 'break', 'second', 'with.dot', 'extra', 'street', 'file', 'assert', 'len', 'up'})
print({'march', 'float', 'saturday', 'list', 'return', 'read', 'cat', 'admin', 'hour'})  # expect: {'read', 'cat', 'return', 'hour', 'march', 'float', 'list', 'saturday', 'admin'}
for item in {'cat', 'start', 'admin', 'off', 'options', 'saturday', 'with_underscore', 'head'}:
    print(item, end=' ')
print()  # expect-json: "options cat head off saturday start with_underscore admin "
def f53(error=1):
    return [w for w in {'error', 'size', 'user', 'child'}], {'error', 'size', 'user', 'child'} | {'extra'}
print(f53())  # expect: (['user', 'error', 'size', 'child'], {'error', 'extra', 'size', 'user', 'child'})
print({107, 17.0, ('march', 1), ('while', 1)})  # expect: {17.0, 107, ('while', 1), ('march', 1)}
for item in {'previous', 'write', 'mouse', 'warning', 'child'}:
    print(item, end=' ')
print()  # expect-json: "previous warning write mouse child "
def f56(insert=1):
    return [w for w in {'insert', 'print'}], {'insert', 'print'} | {'extra'}
print(f56())  # expect: (['print', 'insert'], {'extra', 'print', 'insert'})
print({'def', 'zip', 'grape', 'tree', 'delete', 'nonlocal', 'other', 'no', 'global'})  # expect: {'zip', 'def', 'nonlocal', 'other', 'tree', 'delete', 'no', 'global', 'grape'}
for item in {'wednesday', 'GET', 'year'}:
    print(item, end=' ')
print()  # expect-json: "wednesday GET year "
def f59(fish=1):
    return [w for w in {'fish', 'down', 'south'}], {'fish', 'down', 'south'} | {'extra'}
print(f59())  # expect: (['down', 'south', 'fish'], {'extra', 'down', 'south', 'fish'})
print({'café', 'option'})  # expect: {'option', 'café'}
for item in {'south', 'method', 'january', 'eggs'}:
    print(item, end=' ')
print()  # expect-json: "method january south eggs "
def f62(z1=1):
    return [w for w in {'z1', '苹果', 'role', 'eggs', 'up', 'tuple', 'june', 'or'}], {'z1', '苹果', 'role', 'eggs', 'up', 'tuple', 'june', 'or'} | {'extra'}
print(f62())  # expect: (['june', 'or', 'eggs', 'z1', 'tuple', 'role', 'up', '苹果'], {'june', 'or', 'eggs', 'z1', 'extra', 'tuple', 'role', 'up', '苹果'})
print({32, 40, True, 'west', 'black', None, 18.0, 1.0, b'None'})  # expect: {32, True, None, 40, 18.0, 'west', 'black', b'None'}
for item in {'yes', 'yield', 'pass', 'guest', 'frank'}:
    print(item, end=' ')
print()  # expect-json: "yield pass yes guest frank "
def f65(first=1):
    return [w for w in {'first', 'PATCH', 'grape', 'left', 'pear', 'orange'}], {'first', 'PATCH', 'grape', 'left', 'pear', 'orange'} | {'extra'}
print(f65())  # expect: (['pear', 'first', 'PATCH', 'left', 'grape', 'orange'], {'PATCH', 'orange', 'left', 'extra', 'grape', 'pear', 'first'})
print({'message', 'break'})  # expect: {'break', 'message'}
for item in {'global', 'else', 'minute', 'yield', 'tuesday'}:
    print(item, end=' ')
print()  # expect-json: "yield tuesday global minute else "
def f68(depth=1):
    return [w for w in {'depth', 'with', 'in', 'baz', 'two_words', 'list', 'break', 'open'}], {'depth', 'with', 'in', 'baz', 'two_words', 'list', 'break', 'open'} | {'extra'}
print(f68())  # expect: (['in', 'two_words', 'open', 'break', 'baz', 'depth', 'list', 'with'], {'in', 'two_words', 'open', 'break', 'baz', 'depth', 'list', 'extra', 'with'})
print({'year', 'remove', 'data', 'baz', '007'})  # expect: {'remove', 'data', 'year', 'baz', '007'}
print((lambda x: x in {'apple', 'banana', 'cherry', 'date', 'elder'}).__code__.co_consts)  # expect: (None, frozenset({'banana', 'apple', 'cherry', 'date', 'elder'}))
print([sorted(c, key=repr) if isinstance(c, frozenset) else c for c in compile('x in {1, 2, (3, "ab")}', 's', 'eval').co_consts])  # expect: [[(3, 'ab'), 1, 2]]
import marshal
code = compile("z = {'walk', 'swim', 'fly', 'run', 'jump', 'value', 'name'}", 's', 'exec')
print(code.co_consts)  # expect: (frozenset({'jump', 'name', 'swim', 'fly', 'value', 'run', 'walk'}), None)
print(marshal.loads(marshal.dumps(code)).co_consts)  # expect: (frozenset({'jump', 'name', 'swim', 'fly', 'value', 'run', 'walk'}), None)
import ast
print(ast.dump(ast.parse("x in {'walk', 'swim', 'fly', 'run', 'jump', 'value', 'name'}", optimize=1)))  # expect: Module(body=[Expr(value=Compare(left=Name(id='x', ctx=Load()), ops=[In()], comparators=[Constant(value=frozenset({'jump', 'name', 'swim', 'fly', 'value', 'run', 'walk'}))]))])
