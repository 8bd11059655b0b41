# re on the machine's own engine: groups in repeats, atomic and possessive parts, assertions, conditions, case, bytes, and
# every method of patterns and matches.
import copy
import re

patterns = [
    "(?:(?P<a>x)|(?P<b>y))+", "(a(b)?)+", "((a)|b)*", "(?>a+)ab", "a++b", "(?:ab)*+a", "(?:a|ab){2,3}?c",
    "(?<=a(?=b))b", r"(\w+)\s\1", r"(a)?(?(1)b|c)", r"\b\w+\b", r"[^\W\d_]+", "(?i:ſ|K)", "[Ѐ-ӿ]+", "(?s:.)*?x",
    "^a|b$", "(?m)^.", r"\A\s*|\Z", "(?!a)[a-c]{1,2}?", "(?<!a)b+", "(?i)(ab)\\1", "x{0}", "[]^-]",
]
subjects = ["xyx", "ababab", "aab", "abcab\n", "the the cat", "ac ab c", "Straße K ſ k S", "Привет abc", "aaaaab", "abAB", ""]
for source in patterns:
    pattern = re.compile(source)
    print(repr(pattern))
    for s in subjects:
        print([(m.groups(), m.span(), m.lastindex) for m in pattern.finditer(s)], pattern.split(s), pattern.subn("-", s, 2))
        if source.isascii() and s.isascii():
            as_bytes = re.compile(source.encode())
            print(as_bytes.findall(bytearray(s.encode())), as_bytes.sub(lambda m: m[0][::-1], s.encode()))

m = re.search(r"(?P<key>\w+)\s*=\s*(?P<value>\d+)?", "say: size = 12;")
print(m, m.group("key", 2), m["value"], m.start(1), m.end("value"), m.span(0), m.regs, m.lastgroup, m.pos, m.endpos)
print(m.groupdict(), m.expand(r"\g<value>-\1"), copy.copy(m) is m, m.re.groupindex, m.string)
print(re.match("(a)?b", "b").groups("none"), re.fullmatch("a|ab", "ab"), re.compile("b").search("abab", 2, 3))
print(re.sub(r"(\w)(\d)?", r"[\1\2]", "a1b"), re.sub("", "-", "abc"), re.sub("b*", "x", "abc"), re.sub("a", lambda m: None, "banana"))
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile(b"a"), hash(re.compile("a|b", re.I)))
print(re.compile(b"\xe9", re.I | re.L), re.compile("a", re.A), re.escape("a.b*c"), re.split("(,)|;", "a,b;c"))


def nested(m):
    return re.sub("b", lambda n: n[0] * 2, m[0])


print(re.sub("a[b]+", nested, "abbab"))
scanner = re.compile("a|(b)").scanner("aab")
while m := scanner.match():
    print(m, m.lastindex)
for work in (
    lambda: re.compile("a").match(b"a"), lambda: re.compile(b"a").match("a"), lambda: re.compile("a").match(1),
    lambda: re.match("a", "a").group(1), lambda: re.match("a", "a")["x"], lambda: re.compile("("),
    lambda: re.sub("a", r"\2", "a"), lambda: re.compile("a{3,1}"), lambda: re.match("(a)", "a").start("b"),
):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
print(re.findall(r"(?:0[xX][0-9a-f]+|\d+|[a-z_]\w*|[-+*/()=])", "x_1 = 0xff * (y - 42)"))
print(len(re.findall("(?:a|b)*c", "ab" * 2000 + "c")[0]), re.match("(?:(a)|b)*", "ab" * 20000).span())



# -- case without a partner of one character, groups too far -------------------------------------------------------------
print(re.match("\ufb05", "\ufb06", re.I), re.match("[\ufb04-\ufb05]", "\ufb06", re.I), re.match("ß", "ẞ", re.I))
for group in (1 << 1000, -(1 << 1000), 5):
    try:
        re.match("a", "a").group(group)
    except IndexError as error:
        print(error)

# expect: re.compile('(?:(?P<a>x)|(?P<b>y))+')
# expect: [(('x', 'y'), (0, 3), 1)] ['', 'x', 'y', ''] ('-', 1)
# expect: [(b'x', b'y')] b'xyx'
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] b'ababab'
# expect: [] ['aab'] ('aab', 0)
# expect: [] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] b'aaaaab'
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(a(b)?)+')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [(('ab', 'b'), (0, 6), 1)] ['', 'ab', 'b', ''] ('-', 1)
# expect: [(b'ab', b'b')] b'bababa'
# expect: [(('ab', 'b'), (0, 3), 1)] ['', 'ab', 'b', ''] ('-', 1)
# expect: [(b'ab', b'b')] b'baa'
# expect: [(('ab', 'b'), (0, 2), 1), (('ab', 'b'), (3, 5), 1)] ['', 'ab', 'b', 'c', 'ab', 'b', '\n'] ('-c-\n', 2)
# expect: [(b'ab', b'b'), (b'ab', b'b')] b'bacba\n'
# expect: [(('a', None), (9, 10), 1)] ['the the c', 'a', None, 't'] ('the the c-t', 1)
# expect: [(b'a', b'')] b'the the cat'
# expect: [(('a', None), (0, 1), 1), (('ab', 'b'), (3, 5), 1)] ['', 'a', None, 'c ', 'ab', 'b', ' c'] ('-c - c', 2)
# expect: [(b'a', b''), (b'ab', b'b')] b'ac ba c'
# expect: [(('a', None), (3, 4), 1)] ['Str', 'a', None, 'ße K ſ k S'] ('Str-ße K ſ k S', 1)
# expect: [(('ab', 'b'), (7, 9), 1)] ['Привет ', 'ab', 'b', 'c'] ('Привет -c', 1)
# expect: [(('ab', 'b'), (0, 6), 1)] ['', 'ab', 'b', ''] ('-', 1)
# expect: [(b'ab', b'b')] b'baaaaa'
# expect: [(('ab', 'b'), (0, 2), 1)] ['', 'ab', 'b', 'AB'] ('-AB', 1)
# expect: [(b'ab', b'b')] b'baAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('((a)|b)*')
# expect: [((None, None), (0, 0), None), ((None, None), (1, 1), None), ((None, None), (2, 2), None), ((None, None), (3, 3), None)] ['', None, None, 'x', None, None, 'y', None, None, 'x', None, None, ''] ('-x-yx', 2)
# expect: [(b'', b''), (b'', b''), (b'', b''), (b'', b'')] b'xyx'
# expect: [(('b', 'a'), (0, 6), 1), ((None, None), (6, 6), None)] ['', 'b', 'a', '', None, None, ''] ('--', 2)
# expect: [(b'b', b'a'), (b'', b'')] b'bababa'
# expect: [(('b', 'a'), (0, 3), 1), ((None, None), (3, 3), None)] ['', 'b', 'a', '', None, None, ''] ('--', 2)
# expect: [(b'b', b'a'), (b'', b'')] b'baa'
# expect: [(('b', 'a'), (0, 2), 1), ((None, None), (2, 2), None), (('b', 'a'), (3, 5), 1), ((None, None), (5, 5), None), ((None, None), (6, 6), None)] ['', 'b', 'a', '', None, None, 'c', 'b', 'a', '', None, None, '\n', None, None, ''] ('--cab\n', 2)
# expect: [(b'b', b'a'), (b'', b''), (b'b', b'a'), (b'', b''), (b'', b'')] b'bacba\n'
# expect: [((None, None), (0, 0), None), ((None, None), (1, 1), None), ((None, None), (2, 2), None), ((None, None), (3, 3), None), ((None, None), (4, 4), None), ((None, None), (5, 5), None), ((None, None), (6, 6), None), ((None, None), (7, 7), None), ((None, None), (8, 8), None), (('a', 'a'), (9, 10), 1), ((None, None), (10, 10), None), ((None, None), (11, 11), None)] ['', None, None, 't', None, None, 'h', None, None, 'e', None, None, ' ', None, None, 't', None, None, 'h', None, None, 'e', None, None, ' ', None, None, 'c', 'a', 'a', '', None, None, 't', None, None, ''] ('-t-he the cat', 2)
# expect: [(b'', b''), (b'', b''), (b'', b''), (b'', b''), (b'', b''), (b'', b''), (b'', b''), (b'', b''), (b'', b''), (b'a', b'a'), (b'', b''), (b'', b'')] b'the the cat'
# expect: [(('a', 'a'), (0, 1), 1), ((None, None), (1, 1), None), ((None, None), (2, 2), None), (('b', 'a'), (3, 5), 1), ((None, None), (5, 5), None), ((None, None), (6, 6), None), ((None, None), (7, 7), None)] ['', 'a', 'a', '', None, None, 'c', None, None, ' ', 'b', 'a', '', None, None, ' ', None, None, 'c', None, None, ''] ('--c ab c', 2)
# expect: [(b'a', b'a'), (b'', b''), (b'', b''), (b'b', b'a'), (b'', b''), (b'', b''), (b'', b'')] b'ac ba c'
# expect: [((None, None), (0, 0), None), ((None, None), (1, 1), None), ((None, None), (2, 2), None), (('a', 'a'), (3, 4), 1), ((None, None), (4, 4), None), ((None, None), (5, 5), None), ((None, None), (6, 6), None), ((None, None), (7, 7), None), ((None, None), (8, 8), None), ((None, None), (9, 9), None), ((None, None), (10, 10), None), ((None, None), (11, 11), None), ((None, None), (12, 12), None), ((None, None), (13, 13), None), ((None, None), (14, 14), None)] ['', None, None, 'S', None, None, 't', None, None, 'r', 'a', 'a', '', None, None, 'ß', None, None, 'e', None, None, ' ', None, None, 'K', None, None, ' ', None, None, 'ſ', None, None, ' ', None, None, 'k', None, None, ' ', None, None, 'S', None, None, ''] ('-S-traße K ſ k S', 2)
# expect: [((None, None), (0, 0), None), ((None, None), (1, 1), None), ((None, None), (2, 2), None), ((None, None), (3, 3), None), ((None, None), (4, 4), None), ((None, None), (5, 5), None), ((None, None), (6, 6), None), (('b', 'a'), (7, 9), 1), ((None, None), (9, 9), None), ((None, None), (10, 10), None)] ['', None, None, 'П', None, None, 'р', None, None, 'и', None, None, 'в', None, None, 'е', None, None, 'т', None, None, ' ', 'b', 'a', '', None, None, 'c', None, None, ''] ('-П-ривет abc', 2)
# expect: [(('b', 'a'), (0, 6), 1), ((None, None), (6, 6), None)] ['', 'b', 'a', '', None, None, ''] ('--', 2)
# expect: [(b'b', b'a'), (b'', b'')] b'baaaaa'
# expect: [(('b', 'a'), (0, 2), 1), ((None, None), (2, 2), None), ((None, None), (3, 3), None), ((None, None), (4, 4), None)] ['', 'b', 'a', '', None, None, 'A', None, None, 'B', None, None, ''] ('--AB', 2)
# expect: [(b'b', b'a'), (b'', b''), (b'', b''), (b'', b'')] b'baAB'
# expect: [((None, None), (0, 0), None)] ['', None, None, ''] ('-', 1)
# expect: [(b'', b'')] b''
# expect: re.compile('(?>a+)ab')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] b'ababab'
# expect: [] ['aab'] ('aab', 0)
# expect: [] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] b'aaaaab'
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('a++b')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [((), (0, 2), None), ((), (2, 4), None), ((), (4, 6), None)] ['', '', '', ''] ('--ab', 2)
# expect: [b'ab', b'ab', b'ab'] b'bababa'
# expect: [((), (0, 3), None)] ['', ''] ('-', 1)
# expect: [b'aab'] b'baa'
# expect: [((), (0, 2), None), ((), (3, 5), None)] ['', 'c', '\n'] ('-c-\n', 2)
# expect: [b'ab', b'ab'] b'bacba\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [((), (3, 5), None)] ['ac ', ' c'] ('ac - c', 1)
# expect: [b'ab'] b'ac ba c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [((), (7, 9), None)] ['Привет ', 'c'] ('Привет -c', 1)
# expect: [((), (0, 6), None)] ['', ''] ('-', 1)
# expect: [b'aaaaab'] b'baaaaa'
# expect: [((), (0, 2), None)] ['', 'AB'] ('-AB', 1)
# expect: [b'ab'] b'baAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(?:ab)*+a')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] b'ababab'
# expect: [((), (0, 1), None)] ['', 'ab'] ('-ab', 1)
# expect: [b'a'] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [((), (9, 10), None)] ['the the c', 't'] ('the the c-t', 1)
# expect: [b'a'] b'the the cat'
# expect: [((), (0, 1), None)] ['', 'c ab c'] ('-c ab c', 1)
# expect: [b'a'] b'ac ab c'
# expect: [((), (3, 4), None)] ['Str', 'ße K ſ k S'] ('Str-ße K ſ k S', 1)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [((), (0, 1), None), ((), (1, 2), None), ((), (2, 3), None), ((), (3, 4), None)] ['', '', '', '', 'ab'] ('--aaab', 2)
# expect: [b'a', b'a', b'a', b'a'] b'aaaaab'
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(?:a|ab){2,3}?c')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] b'ababab'
# expect: [] ['aab'] ('aab', 0)
# expect: [] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] b'aaaaab'
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(?<=a(?=b))b')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [((), (1, 2), None), ((), (3, 4), None), ((), (5, 6), None)] ['a', 'a', 'a', ''] ('a-a-ab', 2)
# expect: [b'b', b'b', b'b'] b'ababab'
# expect: [((), (2, 3), None)] ['aa', ''] ('aa-', 1)
# expect: [b'b'] b'aab'
# expect: [((), (1, 2), None), ((), (4, 5), None)] ['a', 'ca', '\n'] ('a-ca-\n', 2)
# expect: [b'b', b'b'] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [((), (4, 5), None)] ['ac a', ' c'] ('ac a- c', 1)
# expect: [b'b'] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [((), (8, 9), None)] ['Привет a', 'c'] ('Привет a-c', 1)
# expect: [((), (5, 6), None)] ['aaaaa', ''] ('aaaaa-', 1)
# expect: [b'b'] b'aaaaab'
# expect: [((), (1, 2), None)] ['a', 'AB'] ('a-AB', 1)
# expect: [b'b'] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(\\w+)\\s\\1')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] b'ababab'
# expect: [] ['aab'] ('aab', 0)
# expect: [] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [(('the',), (0, 7), 1)] ['', 'the', ' cat'] ('- cat', 1)
# expect: [b'the'] b'eht eht cat'
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] b'aaaaab'
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(a)?(?(1)b|c)')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [(('a',), (0, 2), 1), (('a',), (2, 4), 1), (('a',), (4, 6), 1)] ['', 'a', '', 'a', '', 'a', ''] ('--ab', 2)
# expect: [b'a', b'a', b'a'] b'bababa'
# expect: [(('a',), (1, 3), 1)] ['a', 'a', ''] ('a-', 1)
# expect: [b'a'] b'aba'
# expect: [(('a',), (0, 2), 1), ((None,), (2, 3), None), (('a',), (3, 5), 1)] ['', 'a', '', None, '', 'a', '\n'] ('--ab\n', 2)
# expect: [b'a', b'', b'a'] b'bacba\n'
# expect: [((None,), (8, 9), None)] ['the the ', None, 'at'] ('the the -at', 1)
# expect: [b''] b'the the cat'
# expect: [((None,), (1, 2), None), (('a',), (3, 5), 1), ((None,), (6, 7), None)] ['a', None, ' ', 'a', ' ', None, ''] ('a- - c', 2)
# expect: [b'', b'a', b''] b'ac ba c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [(('a',), (7, 9), 1), ((None,), (9, 10), None)] ['Привет ', 'a', '', None, ''] ('Привет --', 2)
# expect: [(('a',), (4, 6), 1)] ['aaaa', 'a', ''] ('aaaa-', 1)
# expect: [b'a'] b'aaaaba'
# expect: [(('a',), (0, 2), 1)] ['', 'a', 'AB'] ('-AB', 1)
# expect: [b'a'] b'baAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('\\b\\w+\\b')
# expect: [((), (0, 3), None)] ['', ''] ('-', 1)
# expect: [b'xyx'] b'xyx'
# expect: [((), (0, 6), None)] ['', ''] ('-', 1)
# expect: [b'ababab'] b'bababa'
# expect: [((), (0, 3), None)] ['', ''] ('-', 1)
# expect: [b'aab'] b'baa'
# expect: [((), (0, 5), None)] ['', '\n'] ('-\n', 1)
# expect: [b'abcab'] b'bacba\n'
# expect: [((), (0, 3), None), ((), (4, 7), None), ((), (8, 11), None)] ['', ' ', ' ', ''] ('- - cat', 2)
# expect: [b'the', b'the', b'cat'] b'eht eht tac'
# expect: [((), (0, 2), None), ((), (3, 5), None), ((), (6, 7), None)] ['', ' ', ' ', ''] ('- - c', 2)
# expect: [b'ac', b'ab', b'c'] b'ca ba c'
# expect: [((), (0, 6), None), ((), (7, 8), None), ((), (9, 10), None), ((), (11, 12), None), ((), (13, 14), None)] ['', ' ', ' ', ' ', ' ', ''] ('- - ſ k S', 2)
# expect: [((), (0, 6), None), ((), (7, 10), None)] ['', ' ', ''] ('- -', 2)
# expect: [((), (0, 6), None)] ['', ''] ('-', 1)
# expect: [b'aaaaab'] b'baaaaa'
# expect: [((), (0, 4), None)] ['', ''] ('-', 1)
# expect: [b'abAB'] b'BAba'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('[^\\W\\d_]+')
# expect: [((), (0, 3), None)] ['', ''] ('-', 1)
# expect: [b'xyx'] b'xyx'
# expect: [((), (0, 6), None)] ['', ''] ('-', 1)
# expect: [b'ababab'] b'bababa'
# expect: [((), (0, 3), None)] ['', ''] ('-', 1)
# expect: [b'aab'] b'baa'
# expect: [((), (0, 5), None)] ['', '\n'] ('-\n', 1)
# expect: [b'abcab'] b'bacba\n'
# expect: [((), (0, 3), None), ((), (4, 7), None), ((), (8, 11), None)] ['', ' ', ' ', ''] ('- - cat', 2)
# expect: [b'the', b'the', b'cat'] b'eht eht tac'
# expect: [((), (0, 2), None), ((), (3, 5), None), ((), (6, 7), None)] ['', ' ', ' ', ''] ('- - c', 2)
# expect: [b'ac', b'ab', b'c'] b'ca ba c'
# expect: [((), (0, 6), None), ((), (7, 8), None), ((), (9, 10), None), ((), (11, 12), None), ((), (13, 14), None)] ['', ' ', ' ', ' ', ' ', ''] ('- - ſ k S', 2)
# expect: [((), (0, 6), None), ((), (7, 10), None)] ['', ' ', ''] ('- -', 2)
# expect: [((), (0, 6), None)] ['', ''] ('-', 1)
# expect: [b'aaaaab'] b'baaaaa'
# expect: [((), (0, 4), None)] ['', ''] ('-', 1)
# expect: [b'abAB'] b'BAba'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(?i:ſ|K)')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] ['aab'] ('aab', 0)
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [((), (0, 1), None), ((), (7, 8), None), ((), (9, 10), None), ((), (11, 12), None), ((), (13, 14), None)] ['', 'traße ', ' ', ' ', ' ', ''] ('-traße - ſ k S', 2)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] [''] ('', 0)
# expect: re.compile('[Ѐ-ӿ]+')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] ['aab'] ('aab', 0)
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [((), (0, 6), None)] ['', ' abc'] ('- abc', 1)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] [''] ('', 0)
# expect: re.compile('(?s:.)*?x')
# expect: [((), (0, 1), None), ((), (1, 3), None)] ['', '', ''] ('--', 2)
# expect: [b'x', b'yx'] b'xxy'
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] b'ababab'
# expect: [] ['aab'] ('aab', 0)
# expect: [] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] b'aaaaab'
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('^a|b$')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [((), (0, 1), None), ((), (5, 6), None)] ['', 'baba', ''] ('-baba-', 2)
# expect: [b'a', b'b'] b'ababab'
# expect: [((), (0, 1), None), ((), (2, 3), None)] ['', 'a', ''] ('-a-', 2)
# expect: [b'a', b'b'] b'aab'
# expect: [((), (0, 1), None), ((), (4, 5), None)] ['', 'bca', '\n'] ('-bca-\n', 2)
# expect: [b'a', b'b'] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [((), (0, 1), None)] ['', 'c ab c'] ('-c ab c', 1)
# expect: [b'a'] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [((), (0, 1), None), ((), (5, 6), None)] ['', 'aaaa', ''] ('-aaaa-', 2)
# expect: [b'a', b'b'] b'aaaaab'
# expect: [((), (0, 1), None)] ['', 'bAB'] ('-bAB', 1)
# expect: [b'a'] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(?m)^.', re.MULTILINE)
# expect: [((), (0, 1), None)] ['', 'yx'] ('-yx', 1)
# expect: [b'x'] b'xyx'
# expect: [((), (0, 1), None)] ['', 'babab'] ('-babab', 1)
# expect: [b'a'] b'ababab'
# expect: [((), (0, 1), None)] ['', 'ab'] ('-ab', 1)
# expect: [b'a'] b'aab'
# expect: [((), (0, 1), None)] ['', 'bcab\n'] ('-bcab\n', 1)
# expect: [b'a'] b'abcab\n'
# expect: [((), (0, 1), None)] ['', 'he the cat'] ('-he the cat', 1)
# expect: [b't'] b'the the cat'
# expect: [((), (0, 1), None)] ['', 'c ab c'] ('-c ab c', 1)
# expect: [b'a'] b'ac ab c'
# expect: [((), (0, 1), None)] ['', 'traße K ſ k S'] ('-traße K ſ k S', 1)
# expect: [((), (0, 1), None)] ['', 'ривет abc'] ('-ривет abc', 1)
# expect: [((), (0, 1), None)] ['', 'aaaab'] ('-aaaab', 1)
# expect: [b'a'] b'aaaaab'
# expect: [((), (0, 1), None)] ['', 'bAB'] ('-bAB', 1)
# expect: [b'a'] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('\\A\\s*|\\Z')
# expect: [((), (0, 0), None), ((), (3, 3), None)] ['', 'xyx', ''] ('-xyx-', 2)
# expect: [b'', b''] b'xyx'
# expect: [((), (0, 0), None), ((), (6, 6), None)] ['', 'ababab', ''] ('-ababab-', 2)
# expect: [b'', b''] b'ababab'
# expect: [((), (0, 0), None), ((), (3, 3), None)] ['', 'aab', ''] ('-aab-', 2)
# expect: [b'', b''] b'aab'
# expect: [((), (0, 0), None), ((), (6, 6), None)] ['', 'abcab\n', ''] ('-abcab\n-', 2)
# expect: [b'', b''] b'abcab\n'
# expect: [((), (0, 0), None), ((), (11, 11), None)] ['', 'the the cat', ''] ('-the the cat-', 2)
# expect: [b'', b''] b'the the cat'
# expect: [((), (0, 0), None), ((), (7, 7), None)] ['', 'ac ab c', ''] ('-ac ab c-', 2)
# expect: [b'', b''] b'ac ab c'
# expect: [((), (0, 0), None), ((), (14, 14), None)] ['', 'Straße K ſ k S', ''] ('-Straße K ſ k S-', 2)
# expect: [((), (0, 0), None), ((), (10, 10), None)] ['', 'Привет abc', ''] ('-Привет abc-', 2)
# expect: [((), (0, 0), None), ((), (6, 6), None)] ['', 'aaaaab', ''] ('-aaaaab-', 2)
# expect: [b'', b''] b'aaaaab'
# expect: [((), (0, 0), None), ((), (4, 4), None)] ['', 'abAB', ''] ('-abAB-', 2)
# expect: [b'', b''] b'abAB'
# expect: [((), (0, 0), None)] ['', ''] ('-', 1)
# expect: [b''] b''
# expect: re.compile('(?!a)[a-c]{1,2}?')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [((), (1, 2), None), ((), (3, 4), None), ((), (5, 6), None)] ['a', 'a', 'a', ''] ('a-a-ab', 2)
# expect: [b'b', b'b', b'b'] b'ababab'
# expect: [((), (2, 3), None)] ['aa', ''] ('aa-', 1)
# expect: [b'b'] b'aab'
# expect: [((), (1, 2), None), ((), (2, 3), None), ((), (4, 5), None)] ['a', '', 'a', '\n'] ('a--ab\n', 2)
# expect: [b'b', b'c', b'b'] b'abcab\n'
# expect: [((), (8, 9), None)] ['the the ', 'at'] ('the the -at', 1)
# expect: [b'c'] b'the the cat'
# expect: [((), (1, 2), None), ((), (4, 5), None), ((), (6, 7), None)] ['a', ' a', ' ', ''] ('a- a- c', 2)
# expect: [b'c', b'b', b'c'] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [((), (8, 9), None), ((), (9, 10), None)] ['Привет a', '', ''] ('Привет a--', 2)
# expect: [((), (5, 6), None)] ['aaaaa', ''] ('aaaaa-', 1)
# expect: [b'b'] b'aaaaab'
# expect: [((), (1, 2), None)] ['a', 'AB'] ('a-AB', 1)
# expect: [b'b'] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(?<!a)b+')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] b'ababab'
# expect: [] ['aab'] ('aab', 0)
# expect: [] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] b'aaaaab'
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('(?i)(ab)\\1', re.IGNORECASE)
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [(('ab',), (0, 4), 1)] ['', 'ab', 'ab'] ('-ab', 1)
# expect: [b'ab'] b'babaab'
# expect: [] ['aab'] ('aab', 0)
# expect: [] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] b'aaaaab'
# expect: [(('ab',), (0, 4), 1)] ['', 'ab', ''] ('-', 1)
# expect: [b'ab'] b'BAba'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: re.compile('x{0}')
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None)] ['', 'x', 'y', 'x', ''] ('-x-yx', 2)
# expect: [b'', b'', b'', b''] b'xyx'
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None), ((), (4, 4), None), ((), (5, 5), None), ((), (6, 6), None)] ['', 'a', 'b', 'a', 'b', 'a', 'b', ''] ('-a-babab', 2)
# expect: [b'', b'', b'', b'', b'', b'', b''] b'ababab'
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None)] ['', 'a', 'a', 'b', ''] ('-a-ab', 2)
# expect: [b'', b'', b'', b''] b'aab'
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None), ((), (4, 4), None), ((), (5, 5), None), ((), (6, 6), None)] ['', 'a', 'b', 'c', 'a', 'b', '\n', ''] ('-a-bcab\n', 2)
# expect: [b'', b'', b'', b'', b'', b'', b''] b'abcab\n'
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None), ((), (4, 4), None), ((), (5, 5), None), ((), (6, 6), None), ((), (7, 7), None), ((), (8, 8), None), ((), (9, 9), None), ((), (10, 10), None), ((), (11, 11), None)] ['', 't', 'h', 'e', ' ', 't', 'h', 'e', ' ', 'c', 'a', 't', ''] ('-t-he the cat', 2)
# expect: [b'', b'', b'', b'', b'', b'', b'', b'', b'', b'', b'', b''] b'the the cat'
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None), ((), (4, 4), None), ((), (5, 5), None), ((), (6, 6), None), ((), (7, 7), None)] ['', 'a', 'c', ' ', 'a', 'b', ' ', 'c', ''] ('-a-c ab c', 2)
# expect: [b'', b'', b'', b'', b'', b'', b'', b''] b'ac ab c'
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None), ((), (4, 4), None), ((), (5, 5), None), ((), (6, 6), None), ((), (7, 7), None), ((), (8, 8), None), ((), (9, 9), None), ((), (10, 10), None), ((), (11, 11), None), ((), (12, 12), None), ((), (13, 13), None), ((), (14, 14), None)] ['', 'S', 't', 'r', 'a', 'ß', 'e', ' ', 'K', ' ', 'ſ', ' ', 'k', ' ', 'S', ''] ('-S-traße K ſ k S', 2)
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None), ((), (4, 4), None), ((), (5, 5), None), ((), (6, 6), None), ((), (7, 7), None), ((), (8, 8), None), ((), (9, 9), None), ((), (10, 10), None)] ['', 'П', 'р', 'и', 'в', 'е', 'т', ' ', 'a', 'b', 'c', ''] ('-П-ривет abc', 2)
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None), ((), (4, 4), None), ((), (5, 5), None), ((), (6, 6), None)] ['', 'a', 'a', 'a', 'a', 'a', 'b', ''] ('-a-aaaab', 2)
# expect: [b'', b'', b'', b'', b'', b'', b''] b'aaaaab'
# expect: [((), (0, 0), None), ((), (1, 1), None), ((), (2, 2), None), ((), (3, 3), None), ((), (4, 4), None)] ['', 'a', 'b', 'A', 'B', ''] ('-a-bAB', 2)
# expect: [b'', b'', b'', b'', b''] b'abAB'
# expect: [((), (0, 0), None)] ['', ''] ('-', 1)
# expect: [b''] b''
# expect: re.compile('[]^-]')
# expect: [] ['xyx'] ('xyx', 0)
# expect: [] b'xyx'
# expect: [] ['ababab'] ('ababab', 0)
# expect: [] b'ababab'
# expect: [] ['aab'] ('aab', 0)
# expect: [] b'aab'
# expect: [] ['abcab\n'] ('abcab\n', 0)
# expect: [] b'abcab\n'
# expect: [] ['the the cat'] ('the the cat', 0)
# expect: [] b'the the cat'
# expect: [] ['ac ab c'] ('ac ab c', 0)
# expect: [] b'ac ab c'
# expect: [] ['Straße K ſ k S'] ('Straße K ſ k S', 0)
# expect: [] ['Привет abc'] ('Привет abc', 0)
# expect: [] ['aaaaab'] ('aaaaab', 0)
# expect: [] b'aaaaab'
# expect: [] ['abAB'] ('abAB', 0)
# expect: [] b'abAB'
# expect: [] [''] ('', 0)
# expect: [] b''
# expect: <re.Match object; span=(5, 14), match='size = 12'> ('size', '12') 12 5 14 (5, 14) ((5, 14), (5, 9), (12, 14)) value 0 15
# expect: {'key': 'size', 'value': '12'} 12-size True {'key': 1, 'value': 2} say: size = 12;
# expect: ('none',) <re.Match object; span=(0, 2), match='ab'> None
# expect: [a1][b] -a-b-c- xaxxcx bnn
# expect: True False 1353554914080615657
# expect: re.compile(b'\xe9', re.IGNORECASE|re.LOCALE) re.compile('a', re.ASCII) a\.b\*c ['a', ',', 'b', None, 'c']
# expect: abbbbabb
# expect: <re.Match object; span=(0, 1), match='a'> None
# expect: <re.Match object; span=(1, 2), match='a'> None
# expect: <re.Match object; span=(2, 3), match='b'> 1
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: TypeError cannot use a bytes pattern on a string-like object
# expect: TypeError expected string or bytes-like object, got 'int'
# expect: IndexError no such group
# expect: IndexError no such group
# expect: PatternError missing ), unterminated subpattern at position 0
# expect: PatternError invalid group reference 2 at position 1
# expect: PatternError min repeat greater than max repeat at position 2
# expect: IndexError no such group
# expect: ['x_1', '=', '0xff', '*', '(', 'y', '-', '42', ')']
# expect: 4001 (0, 40000)
# expect: <re.Match object; span=(0, 1), match='ﬆ'> <re.Match object; span=(0, 1), match='ﬆ'> <re.Match object; span=(0, 1), match='ẞ'>
# expect: no such group
# expect: no such group
# expect: no such group
