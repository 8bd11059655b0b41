"""json to objects and back by _json.Scanner and _json.Encoder: values, errors and their places, hooks, settings."""

import collections
import decimal
import json
import random
import sys
from json import decoder, encoder, scanner


def attempt(run, *args, **settings):
    try:
        return run(*args, **settings)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(scanner.c_make_scanner, encoder.c_make_encoder)
print(scanner.c_make_scanner.__basicsize__, encoder.c_make_encoder.__basicsize__)

GOOD = [
    "0", "-0", "1", "-1", "123456789", "1234567890", "-9876543210123456789012345", "1.5", "-1.5e3", "1E400", "-1E400", "1e-400",
    "1e5", "0.1", "2E+2", "null", "true", "false", "NaN", "Infinity", "-Infinity", '""', '"a\\u00e9\\ud83d\\ude00\\n"', '"\\ud83d"',
    "[]", "[ ]", "{}", "{ }", "[1,2 , 3]", ' \t\n\r[ 1 , {"a" : null , "b":[true]} ] ', '{"a":1,"a":2}', '{"x":{"x":{"x":[]}}}', "[[[[]]]]",
    "1.", "1.e5", "01", "1e", "1e+", "-", "--1", "+1", ".5",
]  # fmt: skip
BAD = [
    "", " ", "[", "[1", "[1,", "[1,]", "[,]", "[1 2]", "{", '{"', '{"a', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{"a" 1}', "{a:1}", "{1:2}",
    '{"a":1 "b":2}', "nul", "tru", "fals", "Na", "Infinit", "-Infinit", "]", "}", ":", '"', '"\\', '"\\x"', '"\\u12"', '"\\u123x"', '"\n"', '"a\tb"',
    "[1]]", '{"a":[1,{"b":]}', "1 2", "[true,false,nul]", "\ufeff1", "'a'", "[-]", "[1.]", "{,}", "[1,,2]", '{"a":}', "// x", "[1,\n2,\n x]",
]  # fmt: skip
for text in GOOD + BAD:
    print(repr(text), ascii(attempt(json.loads, text)))
print(attempt(json.loads, '"a\tb"', strict=False), attempt(json.loads, b"[1, 2]"), attempt(json.loads, "[1]".encode("utf-16")))

seen = []
settings = {
    "parse_float": decimal.Decimal,
    "parse_int": lambda text: seen.append(text) or float(text),
    "parse_constant": lambda text: seen.append(text) or text.upper(),
}
print(json.loads('[1, 2.50, -Infinity, NaN, 10000000000, {"a": [1e5]}]', **settings), seen)
text = '{"b": 1, "a": {"c": [1, {"d": {}}], "b": 2}}'
print(json.loads(text, object_hook=lambda made: sorted(made.items())))
print(json.loads(text, object_pairs_hook=collections.OrderedDict))
print(json.loads(text, object_pairs_hook=tuple, object_hook=dict))
print(attempt(json.loads, text, object_hook=lambda made: 1 / 0), attempt(json.loads, "[1]", parse_int=lambda text: 1 / 0))
again = json.loads('[{"key": 1}, {"key": 2}]')
print([*again[0]][0] is [*again[1]][0])
nested = json.loads('{"a": "[1, {\\"b\\": 2}]"}', object_hook=lambda made: {k: json.loads(v) if isinstance(v, str) else v for k, v in made.items()})
print(nested)
for depth in (100, 900):
    print(depth, attempt(lambda: len(str(json.loads("[" * depth + "]" * depth)))), attempt(lambda: len(str(json.loads('{"a":' * depth + "1" + "}" * depth)))))
print(attempt(json.loads, "[" * 100_000))
print(attempt(json.loads, '{"a":' * 100_000))

scan = json.JSONDecoder().scan_once
for args in (("[1, 2]", 0), ("[1, 2]", 1), ("[1, 2]", 3), ("1", 1), ("1", 9), ("1", -1), (b"1", 0), ("1",), ("1", "x"), (), ("1", 0, 2)):
    print(args, attempt(scan, *args))
print(attempt(scan, string="[3]", idx=0), scan.strict, scan.object_hook, scan.parse_float, type(scan.parse_constant).__name__)
print(attempt(scanner.c_make_scanner), attempt(scanner.c_make_scanner, 3), attempt(scanner.c_make_scanner, json.JSONDecoder(strict=False)).strict)
print(attempt(setattr, scan, "strict", 0))

# -- writing
class Int(int):
    def __repr__(self):
        return "never"

class Float(float):
    def __repr__(self):
        return "never"

class Text(str):
    pass

class Pairs(dict):
    def items(self):
        return [("x", 1), ("w", [2])]

class Strange(dict):
    def items(self):
        return [1]

VALUES = [
    None, True, False, 0, -1, 10**40, 1.5, -0.0, 1e300, 1e16, 1e-7, float("inf"), float("-inf"), float("nan"), "", "é\u2028\U0001f600\x00\"\\/\x7f", [], (), {}, [[]], [{}],
    [1, [2, (3,)], {"a": {"b": []}}], {"b": 1, "a": 2}, {1: 1, 2.5: 2, None: 3, True: 4, "x": 5, float("inf"): 6}, Int(5), Float(2.5), Text("t"), Pairs(a=1), {Int(3): Text("v")},
    collections.OrderedDict(b=1, a=2), collections.namedtuple("P", "x y")(1, 2), {(1, 2): 3, "a": 1}, {b"x": 1}, {1, 2}, object, [object()], Strange(a=1), 1j,
]  # fmt: skip
SETTINGS = [
    {}, {"indent": 2}, {"indent": ""}, {"indent": "\t"}, {"sort_keys": True}, {"ensure_ascii": False}, {"separators": (",", ":")}, {"skipkeys": True}, {"allow_nan": False},
    {"check_circular": False}, {"default": lambda o: f"<{type(o).__name__}>"}, {"default": lambda o: [str(type(o))], "indent": 1, "sort_keys": True, "skipkeys": True},
]  # fmt: skip
for options in SETTINGS:
    print([(key, value if not callable(value) else "function") for key, value in options.items()])
    for value in VALUES:
        print("  ", ascii(attempt(json.dumps, value, **options)))

circle = []
circle.append([circle])
print(attempt(json.dumps, circle))
ring = {}
ring["a"] = {"b": ring}
print(attempt(json.dumps, ring))
print(attempt(json.dumps, object(), default=lambda o: o))
print(attempt(lambda: json.dumps(circle, check_circular=False))[:60])
deep = []
for _ in range(100_000):
    deep = [deep]
print(attempt(json.dumps, deep))
shared = [1]
print(json.dumps([shared, shared, {"a": shared}]))

class Own(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)

print(json.dumps({"s": {3, 1, 2}}, cls=Own), attempt(json.dumps, {"s": 1j}, cls=Own))
growing = [1]
print(json.dumps([growing, object()], default=lambda o: growing.append(2) or growing))

make = encoder.c_make_encoder
quote = encoder.encode_basestring_ascii
made = make({}, repr, quote, None, ": ", ", ", False, False, True)
print(made([1, "é", {"a": 2}], 0), made.markers, made.key_separator, made.sort_keys, made.skipkeys, made.indent)
print(make(None, repr, lambda text: f"<{text}>", "  ", "=", ";", True, False, True)({"b": [1], "a": "x"}, 1))
for args in (
    (),
    (1, repr, quote, None, ": ", ", ", False, False, True),
    ({}, repr, quote, None, 1, ", ", False, False, True),
    ({}, repr, quote, None, ": ", b",", False, False, True),
):
    print(attempt(make, *args))
print(attempt(make({}, repr, lambda text: 3, None, ": ", ", ", False, False, True), "x", 0))
print(attempt(made, 1), attempt(made, 1, "x"), attempt(made, obj=[1], _current_indent_level=0))

# There and back, at random.
random.seed(11)

def value(depth):
    kind = random.randrange(9 if depth > 0 else 6)
    if kind < 6:
        return [None, True, random.randrange(-10**12, 10**12), random.random() * 10 ** random.randrange(-20, 20), "x\n\u00e9\u4e2d"[: random.randrange(6)], random.randrange(10)][kind]
    if kind == 6:
        return {f"k{random.randrange(50)}": value(depth - 1) for _ in range(random.randrange(5))}
    return [value(depth - 1) for _ in range(random.randrange(5))]

for options in ({}, {"indent": 1}, {"ensure_ascii": False, "separators": (",", ":")}):
    for _ in range(60):
        before = value(4)
        text = json.dumps(before, **options)
        assert json.loads(text) == before, text
        assert "".join(json.JSONEncoder(**options).iterencode(before)) == text, text
    print(len(text), sys.getrefcount(None) > 0)

# expect: <class '_json.Scanner'> <class '_json.Encoder'>
# expect: 64 80
# expect: '0' 0
# expect: '-0' 0
# expect: '1' 1
# expect: '-1' -1
# expect: '123456789' 123456789
# expect: '1234567890' 1234567890
# expect: '-9876543210123456789012345' -9876543210123456789012345
# expect: '1.5' 1.5
# expect: '-1.5e3' -1500.0
# expect: '1E400' inf
# expect: '-1E400' -inf
# expect: '1e-400' 0.0
# expect: '1e5' 100000.0
# expect: '0.1' 0.1
# expect: '2E+2' 200.0
# expect: 'null' None
# expect: 'true' True
# expect: 'false' False
# expect: 'NaN' nan
# expect: 'Infinity' inf
# expect: '-Infinity' -inf
# expect: '""' ''
# expect: '"a\\u00e9\\ud83d\\ude00\\n"' 'a\xe9\U0001f600\n'
# expect: '"\\ud83d"' '\ud83d'
# expect: '[]' []
# expect: '[ ]' []
# expect: '{}' {}
# expect: '{ }' {}
# expect: '[1,2 , 3]' [1, 2, 3]
# expect: ' \t\n\r[ 1 , {"a" : null , "b":[true]} ] ' [1, {'a': None, 'b': [True]}]
# expect: '{"a":1,"a":2}' {'a': 2}
# expect: '{"x":{"x":{"x":[]}}}' {'x': {'x': {'x': []}}}
# expect: '[[[[]]]]' [[[[]]]]
# expect: '1.' 'JSONDecodeError: Extra data: line 1 column 2 (char 1)'
# expect: '1.e5' 'JSONDecodeError: Extra data: line 1 column 2 (char 1)'
# expect: '01' 'JSONDecodeError: Extra data: line 1 column 2 (char 1)'
# expect: '1e' 'JSONDecodeError: Extra data: line 1 column 2 (char 1)'
# expect: '1e+' 'JSONDecodeError: Extra data: line 1 column 2 (char 1)'
# expect: '-' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '--1' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '+1' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '.5' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: ' ' 'JSONDecodeError: Expecting value: line 1 column 2 (char 1)'
# expect: '[' 'JSONDecodeError: Expecting value: line 1 column 2 (char 1)'
# expect: '[1' "JSONDecodeError: Expecting ',' delimiter: line 1 column 3 (char 2)"
# expect: '[1,' 'JSONDecodeError: Expecting value: line 1 column 4 (char 3)'
# expect: '[1,]' 'JSONDecodeError: Illegal trailing comma before end of array: line 1 column 3 (char 2)'
# expect: '[,]' 'JSONDecodeError: Expecting value: line 1 column 2 (char 1)'
# expect: '[1 2]' "JSONDecodeError: Expecting ',' delimiter: line 1 column 4 (char 3)"
# expect: '{' 'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
# expect: '{"' 'JSONDecodeError: Unterminated string starting at: line 1 column 2 (char 1)'
# expect: '{"a' 'JSONDecodeError: Unterminated string starting at: line 1 column 2 (char 1)'
# expect: '{"a"' "JSONDecodeError: Expecting ':' delimiter: line 1 column 5 (char 4)"
# expect: '{"a":' 'JSONDecodeError: Expecting value: line 1 column 6 (char 5)'
# expect: '{"a":1' "JSONDecodeError: Expecting ',' delimiter: line 1 column 7 (char 6)"
# expect: '{"a":1,' 'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'
# expect: '{"a":1,}' 'JSONDecodeError: Illegal trailing comma before end of object: line 1 column 7 (char 6)'
# expect: '{"a" 1}' "JSONDecodeError: Expecting ':' delimiter: line 1 column 6 (char 5)"
# expect: '{a:1}' 'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
# expect: '{1:2}' 'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
# expect: '{"a":1 "b":2}' "JSONDecodeError: Expecting ',' delimiter: line 1 column 8 (char 7)"
# expect: 'nul' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: 'tru' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: 'fals' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: 'Na' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: 'Infinit' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '-Infinit' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: ']' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '}' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: ':' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '"' 'JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)'
# expect: '"\\' 'JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)'
# expect: '"\\x"' 'JSONDecodeError: Invalid \\escape: line 1 column 2 (char 1)'
# expect: '"\\u12"' 'JSONDecodeError: Invalid \\uXXXX escape: line 1 column 3 (char 2)'
# expect: '"\\u123x"' 'JSONDecodeError: Invalid \\uXXXX escape: line 1 column 3 (char 2)'
# expect: '"\n"' 'JSONDecodeError: Invalid control character at: line 1 column 2 (char 1)'
# expect: '"a\tb"' 'JSONDecodeError: Invalid control character at: line 1 column 3 (char 2)'
# expect: '[1]]' 'JSONDecodeError: Extra data: line 1 column 4 (char 3)'
# expect: '{"a":[1,{"b":]}' 'JSONDecodeError: Expecting value: line 1 column 14 (char 13)'
# expect: '1 2' 'JSONDecodeError: Extra data: line 1 column 3 (char 2)'
# expect: '[true,false,nul]' 'JSONDecodeError: Expecting value: line 1 column 13 (char 12)'
# expect: '\ufeff1' 'JSONDecodeError: Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)'
# expect: "'a'" 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '[-]' 'JSONDecodeError: Expecting value: line 1 column 2 (char 1)'
# expect: '[1.]' "JSONDecodeError: Expecting ',' delimiter: line 1 column 3 (char 2)"
# expect: '{,}' 'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
# expect: '[1,,2]' 'JSONDecodeError: Expecting value: line 1 column 4 (char 3)'
# expect: '{"a":}' 'JSONDecodeError: Expecting value: line 1 column 6 (char 5)'
# expect: '// x' 'JSONDecodeError: Expecting value: line 1 column 1 (char 0)'
# expect: '[1,\n2,\n x]' 'JSONDecodeError: Expecting value: line 3 column 2 (char 8)'
# expect-json: "a\tb [1, 2] [1]"
# expect: [1.0, Decimal('2.50'), '-INFINITY', 'NAN', 10000000000.0, {'a': [Decimal('1E+5')]}] ['1', '-Infinity', 'NaN', '10000000000']
# expect: [('a', [('b', 2), ('c', [1, [('d', [])]])]), ('b', 1)]
# expect: OrderedDict({'b': 1, 'a': OrderedDict({'c': [1, OrderedDict({'d': OrderedDict()})], 'b': 2})})
# expect: (('b', 1), ('a', (('c', [1, (('d', ()),)]), ('b', 2))))
# expect: ZeroDivisionError: division by zero ZeroDivisionError: division by zero
# expect: True
# expect: {'a': [1, {'b': 2}]}
# expect: 100 200 701
# expect: 900 1800 6301
# expect: RecursionError: maximum recursion depth exceeded while decoding a JSON array from a unicode string
# expect: RecursionError: maximum recursion depth exceeded while decoding a JSON object from a unicode string
# expect: ('[1, 2]', 0) ([1, 2], 6)
# expect: ('[1, 2]', 1) (1, 2)
# expect: ('[1, 2]', 3) StopIteration: 3
# expect: ('1', 1) StopIteration: 1
# expect: ('1', 9) StopIteration: 9
# expect: ('1', -1) ValueError: idx cannot be negative
# expect: (b'1', 0) TypeError: first argument must be a string, not bytes
# expect: ('1',) TypeError: scan_once() missing required argument 'idx' (pos 2)
# expect: ('1', 'x') TypeError: 'str' object cannot be interpreted as an integer
# expect: () TypeError: scan_once() missing required argument 'string' (pos 1)
# expect: ('1', 0, 2) TypeError: scan_once() takes at most 2 arguments (3 given)
# expect: ([3], 3) True None <class 'float'> builtin_function_or_method
# expect: TypeError: make_scanner() missing required argument 'context' (pos 1) AttributeError: 'int' object has no attribute 'strict' False
# expect: AttributeError: readonly attribute
# expect: []
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[[]]'
# expect:    '[{}]'
# expect:    '[1, [2, [3]], {"a": {"b": []}}]'
# expect:    '{"b": 1, "a": 2}'
# expect:    '{"1": 4, "2.5": 2, "null": 3, "x": 5, "Infinity": 6}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{"x": 1, "w": [2]}'
# expect:    '{"3": "v"}'
# expect:    '{"b": 1, "a": 2}'
# expect:    '[1, 2]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('indent', 2)]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[\n  []\n]'
# expect:    '[\n  {}\n]'
# expect:    '[\n  1,\n  [\n    2,\n    [\n      3\n    ]\n  ],\n  {\n    "a": {\n      "b": []\n    }\n  }\n]'
# expect:    '{\n  "b": 1,\n  "a": 2\n}'
# expect:    '{\n  "1": 4,\n  "2.5": 2,\n  "null": 3,\n  "x": 5,\n  "Infinity": 6\n}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{\n  "x": 1,\n  "w": [\n    2\n  ]\n}'
# expect:    '{\n  "3": "v"\n}'
# expect:    '{\n  "b": 1,\n  "a": 2\n}'
# expect:    '[\n  1,\n  2\n]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('indent', '')]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[\n[]\n]'
# expect:    '[\n{}\n]'
# expect:    '[\n1,\n[\n2,\n[\n3\n]\n],\n{\n"a": {\n"b": []\n}\n}\n]'
# expect:    '{\n"b": 1,\n"a": 2\n}'
# expect:    '{\n"1": 4,\n"2.5": 2,\n"null": 3,\n"x": 5,\n"Infinity": 6\n}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{\n"x": 1,\n"w": [\n2\n]\n}'
# expect:    '{\n"3": "v"\n}'
# expect:    '{\n"b": 1,\n"a": 2\n}'
# expect:    '[\n1,\n2\n]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('indent', '\t')]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[\n\t[]\n]'
# expect:    '[\n\t{}\n]'
# expect:    '[\n\t1,\n\t[\n\t\t2,\n\t\t[\n\t\t\t3\n\t\t]\n\t],\n\t{\n\t\t"a": {\n\t\t\t"b": []\n\t\t}\n\t}\n]'
# expect:    '{\n\t"b": 1,\n\t"a": 2\n}'
# expect:    '{\n\t"1": 4,\n\t"2.5": 2,\n\t"null": 3,\n\t"x": 5,\n\t"Infinity": 6\n}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{\n\t"x": 1,\n\t"w": [\n\t\t2\n\t]\n}'
# expect:    '{\n\t"3": "v"\n}'
# expect:    '{\n\t"b": 1,\n\t"a": 2\n}'
# expect:    '[\n\t1,\n\t2\n]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('sort_keys', True)]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[[]]'
# expect:    '[{}]'
# expect:    '[1, [2, [3]], {"a": {"b": []}}]'
# expect:    '{"a": 2, "b": 1}'
# expect:    "TypeError: '<' not supported between instances of 'NoneType' and 'float'"
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{"w": [2], "x": 1}'
# expect:    '{"3": "v"}'
# expect:    '{"a": 2, "b": 1}'
# expect:    '[1, 2]'
# expect:    "TypeError: '<' not supported between instances of 'str' and 'tuple'"
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('ensure_ascii', False)]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\xe9\u2028\U0001f600\\u0000\\"\\\\/\x7f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[[]]'
# expect:    '[{}]'
# expect:    '[1, [2, [3]], {"a": {"b": []}}]'
# expect:    '{"b": 1, "a": 2}'
# expect:    '{"1": 4, "2.5": 2, "null": 3, "x": 5, "Infinity": 6}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{"x": 1, "w": [2]}'
# expect:    '{"3": "v"}'
# expect:    '{"b": 1, "a": 2}'
# expect:    '[1, 2]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('separators', (',', ':'))]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[[]]'
# expect:    '[{}]'
# expect:    '[1,[2,[3]],{"a":{"b":[]}}]'
# expect:    '{"b":1,"a":2}'
# expect:    '{"1":4,"2.5":2,"null":3,"x":5,"Infinity":6}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{"x":1,"w":[2]}'
# expect:    '{"3":"v"}'
# expect:    '{"b":1,"a":2}'
# expect:    '[1,2]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('skipkeys', True)]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[[]]'
# expect:    '[{}]'
# expect:    '[1, [2, [3]], {"a": {"b": []}}]'
# expect:    '{"b": 1, "a": 2}'
# expect:    '{"1": 4, "2.5": 2, "null": 3, "x": 5, "Infinity": 6}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{"x": 1, "w": [2]}'
# expect:    '{"3": "v"}'
# expect:    '{"b": 1, "a": 2}'
# expect:    '[1, 2]'
# expect:    '{"a": 1}'
# expect:    '{}'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('allow_nan', False)]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'ValueError: Out of range float values are not JSON compliant: inf'
# expect:    'ValueError: Out of range float values are not JSON compliant: -inf'
# expect:    'ValueError: Out of range float values are not JSON compliant: nan'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[[]]'
# expect:    '[{}]'
# expect:    '[1, [2, [3]], {"a": {"b": []}}]'
# expect:    '{"b": 1, "a": 2}'
# expect:    'ValueError: Out of range float values are not JSON compliant: inf'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{"x": 1, "w": [2]}'
# expect:    '{"3": "v"}'
# expect:    '{"b": 1, "a": 2}'
# expect:    '[1, 2]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('check_circular', False)]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[[]]'
# expect:    '[{}]'
# expect:    '[1, [2, [3]], {"a": {"b": []}}]'
# expect:    '{"b": 1, "a": 2}'
# expect:    '{"1": 4, "2.5": 2, "null": 3, "x": 5, "Infinity": 6}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{"x": 1, "w": [2]}'
# expect:    '{"3": "v"}'
# expect:    '{"b": 1, "a": 2}'
# expect:    '[1, 2]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    'TypeError: Object of type set is not JSON serializable'
# expect:    'TypeError: Object of type type is not JSON serializable'
# expect:    'TypeError: Object of type object is not JSON serializable'
# expect:    'ValueError: items must return 2-tuples'
# expect:    'TypeError: Object of type complex is not JSON serializable'
# expect: [('default', 'function')]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[[]]'
# expect:    '[{}]'
# expect:    '[1, [2, [3]], {"a": {"b": []}}]'
# expect:    '{"b": 1, "a": 2}'
# expect:    '{"1": 4, "2.5": 2, "null": 3, "x": 5, "Infinity": 6}'
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{"x": 1, "w": [2]}'
# expect:    '{"3": "v"}'
# expect:    '{"b": 1, "a": 2}'
# expect:    '[1, 2]'
# expect:    'TypeError: keys must be str, int, float, bool or None, not tuple'
# expect:    'TypeError: keys must be str, int, float, bool or None, not bytes'
# expect:    '"<set>"'
# expect:    '"<type>"'
# expect:    '["<object>"]'
# expect:    'ValueError: items must return 2-tuples'
# expect:    '"<complex>"'
# expect: [('default', 'function'), ('indent', 1), ('sort_keys', True), ('skipkeys', True)]
# expect:    'null'
# expect:    'true'
# expect:    'false'
# expect:    '0'
# expect:    '-1'
# expect:    '10000000000000000000000000000000000000000'
# expect:    '1.5'
# expect:    '-0.0'
# expect:    '1e+300'
# expect:    '1e+16'
# expect:    '1e-07'
# expect:    'Infinity'
# expect:    '-Infinity'
# expect:    'NaN'
# expect:    '""'
# expect:    '"\\u00e9\\u2028\\ud83d\\ude00\\u0000\\"\\\\/\\u007f"'
# expect:    '[]'
# expect:    '[]'
# expect:    '{}'
# expect:    '[\n []\n]'
# expect:    '[\n {}\n]'
# expect:    '[\n 1,\n [\n  2,\n  [\n   3\n  ]\n ],\n {\n  "a": {\n   "b": []\n  }\n }\n]'
# expect:    '{\n "a": 2,\n "b": 1\n}'
# expect:    "TypeError: '<' not supported between instances of 'NoneType' and 'float'"
# expect:    '5'
# expect:    '2.5'
# expect:    '"t"'
# expect:    '{\n "w": [\n  2\n ],\n "x": 1\n}'
# expect:    '{\n "3": "v"\n}'
# expect:    '{\n "a": 2,\n "b": 1\n}'
# expect:    '[\n 1,\n 2\n]'
# expect:    "TypeError: '<' not supported between instances of 'str' and 'tuple'"
# expect:    '{\n \n}'
# expect:    '[\n "<class \'set\'>"\n]'
# expect:    '[\n "<class \'type\'>"\n]'
# expect:    '[\n [\n  "<class \'object\'>"\n ]\n]'
# expect:    'ValueError: items must return 2-tuples'
# expect:    '[\n "<class \'complex\'>"\n]'
# expect: ValueError: Circular reference detected
# expect: ValueError: Circular reference detected
# expect: ValueError: Circular reference detected
# expect: RecursionError: maximum recursion depth exceeded while encod
# expect: RecursionError: maximum recursion depth exceeded while encoding a JSON object
# expect: [[1], [1], {"a": [1]}]
# expect: {"s": [1, 2, 3]} TypeError: Object of type complex is not JSON serializable
# expect: [[1], [1, 2]]
# expect: ('[1, "\\u00e9", {"a": 2}]',) {} :  False False None
# expect: ('{\n    <a>=<x>;\n    <b>=[\n      1\n    ]\n  }',)
# expect: TypeError: make_encoder() missing required argument 'markers' (pos 1)
# expect: TypeError: make_encoder() argument 1 must be dict or None, not int
# expect: TypeError: make_encoder() argument 5 must be str, not int
# expect: TypeError: make_encoder() argument 6 must be str, not bytes
# expect: TypeError: encoder() must return a string, not int
# expect: TypeError: _iterencode() missing required argument '_current_indent_level' (pos 2) TypeError: 'str' object cannot be interpreted as an integer ('[1]',)
# expect: 45 True
# expect: 11 True
# expect: 35 True
