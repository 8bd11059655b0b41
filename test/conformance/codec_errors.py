# What becomes of text that a codec does not take: notes on errors of codecs, replacements in charmaps, names of encodings
# that are no text, and codecs that break off.
import array
import codecs
import io


def show(call, *arguments):
    try:
        print(ascii(call(*arguments)))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)), getattr(error, "__notes__", None))


# -- notes: an error that comes out of a codec tells which one it was ----------------------------------------------------
show("\u1234".encode, "cp1252")
show(b"\x81".decode, "cp1252")
show(codecs.encode, "\u1234", "ascii")
show(codecs.decode, b"zz", "hex")
show(codecs.encode, 1, "rot13")
for name in "ascii", "latin-1", "no_such", "hex":
    show("\u1234".encode, name)
for name in "utf-8", "UTF8", "utf_8", "u8", "us-ascii", "646", "utf-16", "utf-16-le", "utf_32_be", "utf-8-sig":
    show(b"\xff".decode, name)


def fails(text, errors="strict"):
    error = KeyError(5)
    error.add_note("its own")
    raise error


def fails_without_room(text, errors="strict"):
    error = KeyError(5)
    error.__notes__ = 5
    raise error


CODECS = {
    "short": (lambda text, errors="strict": 5, lambda data, errors="strict": ("x",)),
    "same": (lambda text, errors="strict": (text, 1), lambda data, errors="strict": (type(data), 1)),
    "fails": (fails, fails),
    "no_room": (fails_without_room, fails_without_room),
}
codecs.register(lambda name: codecs.CodecInfo(*CODECS[name], name=name) if name in CODECS else None)
for name in CODECS:
    show("a".encode, name)
    show(b"a".decode, name)
    show(codecs.encode, "a", name)
    show(codecs.decode, b"a", name)
try:
    "a".encode("no_room")
except TypeError as error:
    print(repr(error.__context__))

# -- names that are no text ----------------------------------------------------------------------------------------------
for name in "\udcfe", "a\ud800\udfffb", "\u4e2d", "a\0b":
    show("a".encode, name)
    show(b"a".decode, "utf-8", name)
    show(codecs.lookup, name)
    show(io.TextIOWrapper, io.BytesIO(), name)

# -- charmaps ------------------------------------------------------------------------------------------------------------
codecs.register_error("question", lambda error: ("?", error.end))
codecs.register_error("letters", lambda error: ("ab", error.end))
codecs.register_error("bytes", lambda error: (b"zz", error.end))


def one_by_one(error):
    print("  ", error.start, error.end)
    return "a", error.start + 1


codecs.register_error("one_by_one", one_by_one)
LETTERS = {ord(c): bytes(2 * c.upper(), "ascii") for c in "abcdefgh"}


class Refuses(dict):
    def __getitem__(self, key):
        if key == ord("E"):
            raise IndexError(key)
        if key == ord("F"):
            raise ZeroDivisionError
        return LETTERS[key]


HANDLERS = ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "question", "letters", "bytes")
HANDLERS += ("one_by_one", "nosuch", "surrogateescape")
for mapping in (
    LETTERS,
    LETTERS | {63: b"XYZ"},
    LETTERS | {63: "XYZ"},
    LETTERS | {63: None},
    LETTERS | {63: 300, 68: "bad", 69: -1},
    LETTERS | {38: b"&", 35: b"#"},
    Refuses(),
):
    for text in "abcA", "DabEFc", "Fa", "aDEFa":
        for handler in HANDLERS:
            show(codecs.charmap_encode, text, handler, mapping)

LOW = "".join(map(chr, range(128)))
show(codecs.charmap_build, "")
for table in (
    "abc",
    "\0" + "x" * 255,
    "".join(map(chr, range(256))),
    LOW + "\ufffe" * 128,
    "a" + "\u1234" * 255,
    LOW + "".join(map(chr, range(0x400, 0x480))),
    LOW + "".join(map(chr, range(0x10400, 0x10480))),
    "\0" + "".join(chr(0x80 * i) for i in range(1, 256)),
):
    mapping = codecs.charmap_build(table)
    print(type(mapping).__name__, mapping.size() if type(mapping) is not dict else mapping.get(0xFFFE))
    for text in "abc", "a\xe9\u1234", "\u0410\ufffe\U00010410", "\x00", "\u0420?\u7f80":
        for handler in "strict", "replace", "question", "backslashreplace":
            show(codecs.charmap_encode, text, handler, mapping)
for mapping in {97: "x", 98: 120, 99: None, 100: "\ufffe", 101: 0xFFFE, 102: "", 104: -1, 105: 0x110000, 106: 1.5}, "abc" * 33:
    for byte in range(96, 108):
        show(codecs.charmap_decode, bytes([byte, 97]), "replace", mapping)

# -- what waits for more bytes -------------------------------------------------------------------------------------------
for name in "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-7":
    for text in "a\u20ac\U0001f600", "\ud901", "a\0b", "+-":
        data = text.encode(name, "surrogatepass") if name != "utf-7" else text.encode(name)
        decoder = codecs.getincrementaldecoder(name)("surrogatepass")
        parts = [decoder.decode(data[i : i + 1], i + 1 == len(data)) for i in range(len(data))]
        print(name, data, ascii(parts), "".join(parts) == text)
print(LOW.encode("utf-7"), LOW.encode("utf-7").decode("utf-7") == LOW)
show(codecs.getincrementaldecoder("utf-8")().decode, b"\xed\xa0")
show(codecs.getincrementaldecoder("utf-8")().decode, b"\xed\xa0", True)
show(codecs.utf_8_decode, b"a\xed\xa0")
show(codecs.utf_8_decode, b"a\xed\xa0b")

# -- arrays of characters that are none ----------------------------------------------------------------------------------
for data in b"\xff\xff\xff\xff", b"a\0\0\0\0\0\x11\0", b"\0\xd8\0\0a\0\0\0", b"\xff\xfe\0\0a\0\0\0":
    letters = array.array("w", data)
    show(letters.tounicode)
    show(letters.tolist)
    show(lambda: (letters[0], letters == array.array("w", data), letters.count("a")))
    show(repr, letters)

# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\u1234' in position 0: character maps to <undefined>" ["encoding with 'cp1252' codec failed"]
# expect: UnicodeDecodeError "'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>" ["decoding with 'cp1252' codec failed"]
# expect: UnicodeEncodeError "'ascii' codec can't encode character '\\u1234' in position 0: ordinal not in range(128)" ["encoding with 'ascii' codec failed"]
# expect: Error 'Non-hexadecimal digit found' ["decoding with 'hex' codec failed"]
# expect: TypeError "descriptor 'translate' for 'str' objects doesn't apply to a 'int' object" ["encoding with 'rot13' codec failed"]
# expect: UnicodeEncodeError "'ascii' codec can't encode character '\\u1234' in position 0: ordinal not in range(128)" None
# expect: UnicodeEncodeError "'latin-1' codec can't encode character '\\u1234' in position 0: ordinal not in range(256)" None
# expect: LookupError 'unknown encoding: no_such' None
# expect: LookupError "'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs" None
# expect: UnicodeDecodeError "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte" None
# expect: UnicodeDecodeError "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte" None
# expect: UnicodeDecodeError "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte" None
# expect: UnicodeDecodeError "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte" ["decoding with 'u8' codec failed"]
# expect: UnicodeDecodeError "'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)" None
# expect: UnicodeDecodeError "'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)" ["decoding with '646' codec failed"]
# expect: UnicodeDecodeError "'utf-16-le' codec can't decode byte 0xff in position 0: truncated data" None
# expect: UnicodeDecodeError "'utf-16-le' codec can't decode byte 0xff in position 0: truncated data" ["decoding with 'utf-16-le' codec failed"]
# expect: UnicodeDecodeError "'utf-32-be' codec can't decode byte 0xff in position 0: truncated data" ["decoding with 'utf_32_be' codec failed"]
# expect: UnicodeDecodeError "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte" ["decoding with 'utf-8-sig' codec failed"]
# expect: TypeError 'encoder must return a tuple (object, integer)' None
# expect: TypeError 'decoder must return a tuple (object,integer)' None
# expect: TypeError 'encoder must return a tuple (object, integer)' None
# expect: TypeError 'decoder must return a tuple (object,integer)' None
# expect: TypeError "'same' encoder returned 'str' instead of 'bytes'; use codecs.encode() to encode to arbitrary types" None
# expect: TypeError "'same' decoder returned 'type' instead of 'str'; use codecs.decode() to decode to arbitrary types" None
# expect: 'a'
# expect: <class 'bytes'>
# expect: KeyError '5' ['its own', "encoding with 'fails' codec failed"]
# expect: KeyError '5' ['its own', "decoding with 'fails' codec failed"]
# expect: KeyError '5' ['its own', "encoding with 'fails' codec failed"]
# expect: KeyError '5' ['its own', "decoding with 'fails' codec failed"]
# expect: TypeError 'Cannot add note: __notes__ is not a list' None
# expect: TypeError 'Cannot add note: __notes__ is not a list' None
# expect: TypeError 'Cannot add note: __notes__ is not a list' None
# expect: TypeError 'Cannot add note: __notes__ is not a list' None
# expect: KeyError(5)
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed" None
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed" None
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed" None
# expect: UnicodeEncodeError "'utf-8' codec can't encode character '\\udcfe' in position 0: surrogates not allowed" None
# expect: UnicodeEncodeError "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed" None
# expect: UnicodeEncodeError "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed" None
# expect: UnicodeEncodeError "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed" None
# expect: UnicodeEncodeError "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed" None
# expect: LookupError 'unknown encoding: \u4e2d' None
# expect: 'a'
# expect: LookupError 'unknown encoding: \u4e2d' None
# expect: LookupError 'unknown encoding: \u4e2d' None
# expect: ValueError 'embedded null character' None
# expect: ValueError 'embedded null character' None
# expect: ValueError 'embedded null character' None
# expect: ValueError 'embedded null character' None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCC', 4)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCCAABB', 4)
# expect: (b'AABBCCzz', 4)
# expect:    3 4
# expect: (b'AABBCCAA', 4)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: (b'AABBCC', 6)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: (b'AABBAABBAABBCC', 6)
# expect: (b'zzAABBzzCC', 6)
# expect:    0 1
# expect:    3 5
# expect:    4 5
# expect: (b'AAAABBAAAACC', 6)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: (b'AA', 2)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: (b'AABBAA', 2)
# expect: (b'zzAA', 2)
# expect:    0 1
# expect: (b'AAAA', 2)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: (b'AAAA', 5)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: (b'AAAABBAA', 5)
# expect: (b'AAzzAA', 5)
# expect:    1 4
# expect:    2 4
# expect:    3 4
# expect: (b'AAAAAAAAAA', 5)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCCXYZ', 4)
# expect: (b'AABBCC', 4)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCCXYZ', 4)
# expect: (b'AABBCCAABB', 4)
# expect: (b'AABBCCzz', 4)
# expect:    3 4
# expect: (b'AABBCCAA', 4)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: (b'XYZAABBXYZXYZCC', 6)
# expect: (b'AABBCC', 6)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: (b'XYZAABBXYZCC', 6)
# expect: (b'AABBAABBAABBCC', 6)
# expect: (b'zzAABBzzCC', 6)
# expect:    0 1
# expect:    3 5
# expect:    4 5
# expect: (b'AAAABBAAAACC', 6)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: (b'XYZAA', 2)
# expect: (b'AA', 2)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: (b'XYZAA', 2)
# expect: (b'AABBAA', 2)
# expect: (b'zzAA', 2)
# expect:    0 1
# expect: (b'AAAA', 2)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: (b'AAXYZXYZXYZAA', 5)
# expect: (b'AAAA', 5)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: (b'AAXYZAA', 5)
# expect: (b'AAAABBAA', 5)
# expect: (b'AAzzAA', 5)
# expect:    1 4
# expect:    2 4
# expect:    3 4
# expect: (b'AAAAAAAAAA', 5)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: (b'AABBCC', 4)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: (b'AABBCCAABB', 4)
# expect: (b'AABBCCzz', 4)
# expect:    3 4
# expect: (b'AABBCCAA', 4)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: (b'AABBCC', 6)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: (b'AABBAABBAABBCC', 6)
# expect: (b'zzAABBzzCC', 6)
# expect:    0 1
# expect:    3 5
# expect:    4 5
# expect: (b'AAAABBAAAACC', 6)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: (b'AA', 2)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: (b'AABBAA', 2)
# expect: (b'zzAA', 2)
# expect:    0 1
# expect: (b'AAAA', 2)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: (b'AAAA', 5)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: (b'AAAABBAA', 5)
# expect: (b'AAzzAA', 5)
# expect:    1 4
# expect:    2 4
# expect:    3 4
# expect: (b'AAAAAAAAAA', 5)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCC', 4)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCCAABB', 4)
# expect: (b'AABBCCzz', 4)
# expect:    3 4
# expect: (b'AABBCCAA', 4)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: (b'AABBCC', 6)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: (b'AABBAABBAABBCC', 6)
# expect: (b'zzAABBzzCC', 6)
# expect:    0 1
# expect:    3 5
# expect:    4 5
# expect: (b'AAAABBAAAACC', 6)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: (b'AA', 2)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: (b'AABBAA', 2)
# expect: (b'zzAA', 2)
# expect:    0 1
# expect: (b'AAAA', 2)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: (b'AAAA', 5)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: (b'AAAABBAA', 5)
# expect: (b'AAzzAA', 5)
# expect:    1 4
# expect:    2 4
# expect:    3 4
# expect: (b'AAAAAAAAAA', 5)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: TypeError 'character mapping must be in range(256)' None
# expect: (b'AABBCC', 4)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: TypeError 'character mapping must be in range(256)' None
# expect: (b'AABBCCAABB', 4)
# expect: (b'AABBCCzz', 4)
# expect:    3 4
# expect: (b'AABBCCAA', 4)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: TypeError 'character mapping must be in range(256)' None
# expect: (b'AA', 2)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: TypeError 'character mapping must be in range(256)' None
# expect: (b'AABBAA', 2)
# expect: (b'zzAA', 2)
# expect:    0 1
# expect: (b'AAAA', 2)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: TypeError 'character mapping must return integer, bytes or None, not str' None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCC', 4)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCCAABB', 4)
# expect: (b'AABBCCzz', 4)
# expect:    3 4
# expect: (b'AABBCCAA', 4)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: (b'AABBCC', 6)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: (b'AABBAABBAABBCC', 6)
# expect: (b'zzAABBzzCC', 6)
# expect:    0 1
# expect:    3 5
# expect:    4 5
# expect: (b'AAAABBAAAACC', 6)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: (b'AA', 2)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: (b'AABBAA', 2)
# expect: (b'zzAA', 2)
# expect:    0 1
# expect: (b'AAAA', 2)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x46' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: (b'AAAA', 5)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: (b'AAAABBAA', 5)
# expect: (b'AAzzAA', 5)
# expect:    1 4
# expect:    2 4
# expect:    3 4
# expect: (b'AAAAAAAAAA', 5)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCC', 4)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: (b'AABBCCAABB', 4)
# expect: (b'AABBCCzz', 4)
# expect:    3 4
# expect: (b'AABBCCAA', 4)
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x41' in position 3: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: ZeroDivisionError '' None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect:    0 1
# expect: ZeroDivisionError '' None
# expect: LookupError "unknown error handler name 'nosuch'" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x44' in position 0: character maps to <undefined>" None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: ZeroDivisionError '' None
# expect: TypeError 'bad argument type for built-in operation' None
# expect: dict None
# expect: (b'\x00\x01\x02', 3)
# expect: (b'\x00\x01\x02', 3)
# expect: (b'\x00\x01\x02', 3)
# expect: (b'\x00\x01\x02', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x00' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x00' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x00' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x00' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: EncodingMap 207
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: EncodingMap 335
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\u1234' in position 2: character maps to <undefined>" None
# expect: (b'a\xe9?', 3)
# expect: (b'a\xe9?', 3)
# expect: (b'a\xe9\\u1234', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: (b'???', 3)
# expect: (b'?', 3)
# expect: (b'\\u0410\\ufffe\\U00010410', 3)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\u0420' in position 0: character maps to <undefined>" None
# expect: (b'???', 3)
# expect: (b'???', 3)
# expect: (b'\\u0420?\\u7f80', 3)
# expect: EncodingMap 207
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: (b'a??', 3)
# expect: (b'a?', 3)
# expect: (b'a\\xe9\\u1234', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: (b'???', 3)
# expect: (b'?', 3)
# expect: (b'\\u0410\\ufffe\\U00010410', 3)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\u0420' in position 0: character maps to <undefined>" None
# expect: (b'???', 3)
# expect: (b'???', 3)
# expect: (b'\\u0420?\\u7f80', 3)
# expect: dict None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\xe9' in position 1: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\xe9' in position 1: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\xe9' in position 1: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\xe9' in position 1: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x00' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x00' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x00' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\x00' in position 0: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: EncodingMap 335
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: (b'a??', 3)
# expect: (b'a?', 3)
# expect: (b'a\\xe9\\u1234', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: (b'\x90??', 3)
# expect: (b'\x90?', 3)
# expect: (b'\x90\\ufffe\\U00010410', 3)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\u7f80' in position 2: character maps to <undefined>" None
# expect: (b'\xa0??', 3)
# expect: (b'\xa0??', 3)
# expect: (b'\xa0?\\u7f80', 3)
# expect: dict None
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: (b'abc', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" None
# expect: (b'a??', 3)
# expect: (b'a?', 3)
# expect: (b'a\\xe9\\u1234', 3)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-1: character maps to <undefined>" None
# expect: (b'??\x90', 3)
# expect: (b'?\x90', 3)
# expect: (b'\\u0410\\ufffe\x90', 3)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: UnicodeEncodeError "'charmap' codec can't encode character '\\u0420' in position 0: character maps to <undefined>" None
# expect: (b'???', 3)
# expect: (b'???', 3)
# expect: (b'\\u0420?\\u7f80', 3)
# expect: dict None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-2: character maps to <undefined>" None
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: (b'\x00', 1)
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-1: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-1: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-1: character maps to <undefined>" None
# expect: UnicodeEncodeError "'charmap' codec can't encode characters in position 0-1: character maps to <undefined>" None
# expect: ('\ufffdx', 2)
# expect: ('xx', 2)
# expect: ('xx', 2)
# expect: ('\ufffdx', 2)
# expect: ('\ufffdx', 2)
# expect: ('\ufffdx', 2)
# expect: ('x', 2)
# expect: ('\ufffdx', 2)
# expect: TypeError 'character mapping must be in range(0x110000)' None
# expect: TypeError 'character mapping must be in range(0x110000)' None
# expect: TypeError 'character mapping must return integer, None or str' None
# expect: ('\ufffdx', 2)
# expect: ('ab', 2)
# expect: ('bb', 2)
# expect: ('cb', 2)
# expect: ('\ufffdb', 2)
# expect: ('\ufffdb', 2)
# expect: ('\ufffdb', 2)
# expect: ('\ufffdb', 2)
# expect: ('\ufffdb', 2)
# expect: ('\ufffdb', 2)
# expect: ('\ufffdb', 2)
# expect: ('\ufffdb', 2)
# expect: ('\ufffdb', 2)
# expect: utf-8 b'a\xe2\x82\xac\xf0\x9f\x98\x80' ['a', '', '', '\u20ac', '', '', '', '\U0001f600'] True
# expect: utf-8 b'\xed\xa4\x81' ['', '', '\ud901'] True
# expect: utf-8 b'a\x00b' ['a', '\x00', 'b'] True
# expect: utf-8 b'+-' ['+', '-'] True
# expect: utf-8-sig b'\xef\xbb\xbfa\xe2\x82\xac\xf0\x9f\x98\x80' ['', '', '', 'a', '', '', '\u20ac', '', '', '', '\U0001f600'] True
# expect: utf-8-sig b'\xef\xbb\xbf\xed\xa4\x81' ['', '', '', '', '', '\ud901'] True
# expect: utf-8-sig b'\xef\xbb\xbfa\x00b' ['', '', '', 'a', '\x00', 'b'] True
# expect: utf-8-sig b'\xef\xbb\xbf+-' ['', '', '', '+', '-'] True
# expect: utf-16 b'\xff\xfea\x00\xac =\xd8\x00\xde' ['', '', '', 'a', '', '\u20ac', '', '', '', '\U0001f600'] True
# expect: utf-16 b'\xff\xfe\x01\xd9' ['', '', '', '\ud901'] True
# expect: utf-16 b'\xff\xfea\x00\x00\x00b\x00' ['', '', '', 'a', '', '\x00', '', 'b'] True
# expect: utf-16 b'\xff\xfe+\x00-\x00' ['', '', '', '+', '', '-'] True
# expect: utf-16-le b'a\x00\xac =\xd8\x00\xde' ['', 'a', '', '\u20ac', '', '', '', '\U0001f600'] True
# expect: utf-16-le b'\x01\xd9' ['', '\ud901'] True
# expect: utf-16-le b'a\x00\x00\x00b\x00' ['', 'a', '', '\x00', '', 'b'] True
# expect: utf-16-le b'+\x00-\x00' ['', '+', '', '-'] True
# expect: utf-32 b'\xff\xfe\x00\x00a\x00\x00\x00\xac \x00\x00\x00\xf6\x01\x00' ['', '', '', '', '', '', '', 'a', '', '', '', '\u20ac', '', '', '', '\U0001f600'] True
# expect: utf-32 b'\xff\xfe\x00\x00\x01\xd9\x00\x00' ['', '', '', '', '', '', '', '\ud901'] True
# expect: utf-32 b'\xff\xfe\x00\x00a\x00\x00\x00\x00\x00\x00\x00b\x00\x00\x00' ['', '', '', '', '', '', '', 'a', '', '', '', '\x00', '', '', '', 'b'] True
# expect: utf-32 b'\xff\xfe\x00\x00+\x00\x00\x00-\x00\x00\x00' ['', '', '', '', '', '', '', '+', '', '', '', '-'] True
# expect: utf-7 b'a+IKzYPd4A-' ['a', '', '', '', '', '', '', '', '', '', '\u20ac\U0001f600'] True
# expect: utf-7 b'+2QE-' ['', '', '', '', '\ud901'] True
# expect: utf-7 b'a+AAA-b' ['a', '', '', '', '', '\x00', 'b'] True
# expect: utf-7 b'+--' ['', '+', '-'] True
# expect: b'+AAAAAQACAAMABAAFAAYABwAI\t\n+AAsADA\r+AA4ADwAQABEAEgATABQAFQAWABcAGAAZABoAGwAcAB0AHgAf !"#$%&\'()*+-,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[+AFw]^_`abcdefghijklmnopqrstuvwxyz{|}+AH4Afw-' True
# expect: ''
# expect: UnicodeDecodeError "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte" None
# expect: ('a', 1)
# expect: UnicodeDecodeError "'utf-8' codec can't decode byte 0xed in position 1: invalid continuation byte" None
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)" None
# expect: ValueError 'chr() arg not in range(0x110000)' None
# expect: ValueError 'chr() arg not in range(0x110000)' None
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)" None
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 4-7: code point not in range(0x110000)" None
# expect: ValueError 'chr() arg not in range(0x110000)' None
# expect: ValueError 'chr() arg not in range(0x110000)' None
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 4-7: code point not in range(0x110000)" None
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)" None
# expect: ['\ud800', 'a']
# expect: ('\ud800', True, 1)
# expect: UnicodeDecodeError "'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)" None
# expect: 'a'
# expect: ['\ufeff', 'a']
# expect: ('\ufeff', True, 1)
# expect: "array('w', 'a')"
