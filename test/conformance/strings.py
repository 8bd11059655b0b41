# Strings: methods, slices, escapes, searching.
s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.casefold(), "ß".upper(), "ǆ".title(), "İ".lower() == "i̇")
print(s.split(", "), "a  b c".split(), "a,b,,c".split(","), "a,b,c".rsplit(",", 1), "x".split("x"), "a\nb\r\nc\x0bd".splitlines(), "a\nb\n".splitlines(True))
print("-".join("abc"), "abc".partition("b"), "abcabc".rpartition("b"), "abc".partition("z"))
print("  x ".strip() + "|", "xxaxx".strip("x"), "abc".lstrip("ba"), "abc".rstrip("c"), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"))
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"), s.count(""), "aaaa".count("aa"), s.startswith(("x", "He")), s.endswith("d", 3))
print(s.replace("l", "L"), s.replace("l", "L", 1), "abc".replace("", "-"), "aaa".replace("a", "bb", 2))
print("7".zfill(3), "-7".zfill(4), "ab".center(7, "*"), "ab".ljust(4, ".") + "|", "ab".rjust(4) + "|", "a\tb".expandtabs(4))
print([s[1:4], s[-3:], s[::-1], s[::3], s[5:2], s[100:], s[-100:2], s[4:0:-1]])
print("abc".isalpha(), "12".isdigit(), "²".isdigit(), "½".isnumeric(), "a1".isalnum(), " ".isspace(), "Ab".istitle(), "ab".islower(), "x_1".isidentifier(), "é".isascii(), "\n".isprintable())
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nl\n nul\0 é 中 😀 \x7f \u200b \ud800"), ascii("é中😀"))
print("abc" < "abd", "a" < "B", "" < "a", "é" > "z", "中" in "x中y", "abc" * 3, "ab" "cd", "a" * -1 == "")
print("x".maketrans("ab", "12", "c"), "abcd".translate(str.maketrans("ab", "12", "c")), "abc".translate({97: None, 98: "BB"}))
print("%s %r %d %5.2f %x %o %e %g %c %% %-5s| %05d %+d" % ("s", "r", 42, 3.14159, 255, 8, 12345.678, 0.0001, "c", "l", 42, 7))
print("%(a)s %(b)03d" % {"a": 1, "b": 2}, "%*d|%-*d" % (5, 42, 5, 42), "%.3s" % "abcdef", "%5s|" % "ab")
print(b"bytes \x00\xff".hex(), bytes.fromhex("61 62"), b"abc"[1], b"abc"[1:], b"a,b".split(b","), bytes("é", "utf-8"), b"\xc3\xa9".decode(), b"%d" % 3)
print(bytearray(b"abc").replace(b"b", b"X"), bytearray(3), b"abc".find(b"c"), b"AbC".lower(), b" x ".strip(), b"a" + b"b", b"ab" * 2, 97 in b"abc")
b = bytearray(b"hello")
b[0] = 72
b[1:3] = b"EEE"
b.append(33)
b.extend([1, 2])
del b[-1]
print(b, len(b), b.pop(), b.hex("-", 2))
print(ord("A"), chr(0x1F600), "\x41\u0042\U00000043\101", r"\n", len("\
"))
print(max("hello"), min("hello"), sorted("hello"), list(reversed("abc")), list(enumerate("ab", 1)), set("aab") == {"a", "b"})
print("".join(["a", "b"]) == "ab", hash("abc"), hash(""), hash(b"abc"), hash("é"))
for encoding in ("utf-8", "utf-16", "utf-32-be", "latin-1", "ascii"):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace"):
        try:
            print(encoding, errors, "aé中".encode(encoding, errors))
        except UnicodeEncodeError as error:
            print(encoding, errors, error)
class Text(str):
    def __repr__(self): return "Text!" + super().__repr__()
print(Text("x"), repr(Text("y")), Text("a") + "b", type(Text("a").upper()), Text("k") == "k", {Text("k"): 1}["k"])
print(str(b"x"), str(b"\xff", "latin-1"), str(None), str([1, "a"]), str(1.0), str())

# expect: hello, world HELLO, WORLD hELLO, wORLD Hello, World hello, world SS ǅ True
# expect: ['Hello', 'World'] ['a', 'b', 'c'] ['a', 'b', '', 'c'] ['a,b', 'c'] ['', ''] ['a', 'b', 'c', 'd'] ['a\n', 'b\n']
# expect: a-b-c ('a', 'b', 'c') ('abca', 'b', 'c') ('abc', '', '')
# expect: x| a c ab x x
# expect: 4 8 -1 7 3 13 2 True True
# expect: HeLLo, WorLd HeLlo, World -a-b-c- bbbba
# expect: 007 -007 ***ab** ab..|   ab| a   b
# expect: ['ell', 'rld', 'dlroW ,olleH', 'Hl r', '', '', 'He', 'olle']
# expect: True True True True True True True True True False False
# expect: "it's" 'say "hi"' 'both \' and "' 'tab\t nl\n nul\x00 é 中 😀 \x7f \u200b \ud800' '\xe9\u4e2d\U0001f600'
# expect: True False True True True abcabcabc abcd True
# expect: {97: 49, 98: 50, 99: None} 12d BBc
# expect: s 'r' 42  3.14 ff 10 1.234568e+04 0.0001 c % l    | 00042 +7
# expect: 1 002    42|42    abc    ab|
# expect: 62797465732000ff b'ab' 98 b'bc' [b'a', b'b'] b'\xc3\xa9' é b'3'
# expect: bytearray(b'aXc') bytearray(b'\x00\x00\x00') 2 b'abc' b'x' b'ab' b'abab' True
# expect: bytearray(b'HEEElo!') 8 1 48-4545-456c-6f21
# expect: 65 😀 ABCA \n 0
# expect: o e ['e', 'h', 'l', 'l', 'o'] ['c', 'b', 'a'] [(1, 'a'), (2, 'b')] True
# expect: True -4594863902769663758 0 -4594863902769663758 6047309291227476195
# expect: utf-8 strict b'a\xc3\xa9\xe4\xb8\xad'
# expect: utf-8 replace b'a\xc3\xa9\xe4\xb8\xad'
# expect: utf-8 ignore b'a\xc3\xa9\xe4\xb8\xad'
# expect: utf-8 backslashreplace b'a\xc3\xa9\xe4\xb8\xad'
# expect: utf-8 xmlcharrefreplace b'a\xc3\xa9\xe4\xb8\xad'
# expect: utf-16 strict b'\xff\xfea\x00\xe9\x00-N'
# expect: utf-16 replace b'\xff\xfea\x00\xe9\x00-N'
# expect: utf-16 ignore b'\xff\xfea\x00\xe9\x00-N'
# expect: utf-16 backslashreplace b'\xff\xfea\x00\xe9\x00-N'
# expect: utf-16 xmlcharrefreplace b'\xff\xfea\x00\xe9\x00-N'
# expect: utf-32-be strict b'\x00\x00\x00a\x00\x00\x00\xe9\x00\x00N-'
# expect: utf-32-be replace b'\x00\x00\x00a\x00\x00\x00\xe9\x00\x00N-'
# expect: utf-32-be ignore b'\x00\x00\x00a\x00\x00\x00\xe9\x00\x00N-'
# expect: utf-32-be backslashreplace b'\x00\x00\x00a\x00\x00\x00\xe9\x00\x00N-'
# expect: utf-32-be xmlcharrefreplace b'\x00\x00\x00a\x00\x00\x00\xe9\x00\x00N-'
# expect: latin-1 strict 'latin-1' codec can't encode character '\u4e2d' in position 2: ordinal not in range(256)
# expect: latin-1 replace b'a\xe9?'
# expect: latin-1 ignore b'a\xe9'
# expect: latin-1 backslashreplace b'a\xe9\\u4e2d'
# expect: latin-1 xmlcharrefreplace b'a\xe9&#20013;'
# expect: ascii strict 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
# expect: ascii replace b'a??'
# expect: ascii ignore b'a'
# expect: ascii backslashreplace b'a\\xe9\\u4e2d'
# expect: ascii xmlcharrefreplace b'a&#233;&#20013;'
# expect: x Text!'y' ab <class 'str'> True 1
# expect-json: "b'x' ÿ None [1, 'a'] 1.0 "
