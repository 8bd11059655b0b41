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
