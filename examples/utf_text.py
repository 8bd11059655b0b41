# Text is code points; bytes are one way to write them down (rows 9 and 13). `str` picks 1, 2 or 4 bytes a character.
# Look at "Bytes" with each of the strings selected: the same letters with one, two or four cells each.
import sys

for text in ("cafe", "café", "caf€", "caf😀"):
    width = (sys.getsizeof(text * 2) - sys.getsizeof(text)) // len(text)
    print(f"{text}: {len(text)} characters, {len(text.encode())} bytes in UTF-8, {width} a character in memory")

word = "né中😀"
print("code points:", [f"U+{ord(character):04X}" for character in word])
for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
    print(f"{encoding:10}{word.encode(encoding).hex(' ')}")


def utf8_by_hand(code):
    """One to four bytes: the first says how many follow, each of those carries six bits."""
    if code < 0x80:
        return [code]
    if code < 0x800:
        return [0xC0 | code >> 6, 0x80 | code & 0x3F]
    if code < 0x10000:
        return [0xE0 | code >> 12, 0x80 | code >> 6 & 0x3F, 0x80 | code & 0x3F]
    return [0xF0 | code >> 18, 0x80 | code >> 12 & 0x3F, 0x80 | code >> 6 & 0x3F, 0x80 | code & 0x3F]


by_hand = bytes(byte for character in word for byte in utf8_by_hand(ord(character)))
print("by hand the same:", by_hand == word.encode("utf-8"))

print("read with the wrong table:", "café".encode("utf-8").decode("latin-1"))
try:
    "café".encode("latin-1").decode("utf-8")
except UnicodeDecodeError as error:
    print("or not readable at all:", error)
print("with a mark for what is lost:", "café".encode("latin-1").decode("utf-8", "replace"))
print("one thing, two spellings:", "é" == "e\u0301", len("é"), len("e\u0301"))
