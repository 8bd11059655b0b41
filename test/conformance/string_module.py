# _string under string.Formatter.
import _string
def show(text):
    try: print(text, "->", eval(text))
    except Exception as error: print(text, "->", type(error).__name__ + ":", error)
for text in ["list(_string.formatter_parser('a{b!r:{c}}d{{}}{}'))", "list(_string.formatter_parser(''))", "list(_string.formatter_parser('{'))",
             "list(_string.formatter_parser('}'))", "_string.formatter_parser(1)", "_string.formatter_field_name_split(1)"]:
    show(text)
for name in ["a.b[0].c[d]", "0[1]", "", "a", "[x]", "a[", "a[]", "a.b]", "a[0]b"]:
    try:
        first, rest = _string.formatter_field_name_split(name)
        print(repr(name), repr(first), list(rest))
    except Exception as error:
        print(repr(name), type(error).__name__, error)

# expect: list(_string.formatter_parser('a{b!r:{c}}d{{}}{}')) -> [('a', 'b', '{c}', 'r'), ('d{', None, None, None), ('}', None, None, None), ('', '', '', None)]
# expect: list(_string.formatter_parser('')) -> []
# expect: list(_string.formatter_parser('{')) -> ValueError: Single '{' encountered in format string
# expect: list(_string.formatter_parser('}')) -> ValueError: Single '}' encountered in format string
# expect: _string.formatter_parser(1) -> TypeError: expected str, got int
# expect: _string.formatter_field_name_split(1) -> TypeError: expected str, got int
# expect: 'a.b[0].c[d]' 'a' [(True, 'b'), (False, 0), (True, 'c'), (False, 'd')]
# expect: '0[1]' 0 [(False, 1)]
# expect: '' '' []
# expect: 'a' 'a' []
# expect: '[x]' '' [(False, 'x')]
# expect: 'a[' ValueError Missing ']' in format string
# expect: 'a[]' ValueError Empty attribute in format string
# expect: 'a.b]' 'a' [(True, 'b]')]
# expect: 'a[0]b' ValueError Only '.' or '[' may follow ']' in format field specifier
