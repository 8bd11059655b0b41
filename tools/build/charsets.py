# What bytes mean in the multibyte encodings that CPython has tables of, asked of a CPython: which sequences are characters,
# which are the beginning of one, and how each character is written. tools/build/charsets.ts says what becomes of it.
#
# harvest() answers {encoding: table}. A table's rows are about the byte that follows a prefix (hex), short ones first: its cells,
# one for each byte from `first` on, are the character, or one of these, which stand for no character:
import codecs
from bisect import bisect_left

ILLEGAL = "\ufdd0"  # not in any row: illegal, and one byte is skipped
ILLEGAL_TWO = "\ufdd1"  # illegal, and two bytes are skipped
MORE = "\ufdd2"  # the beginning of a longer sequence
SEVERAL = "\ufdd3"  # several characters, the next ones of `several`

ENCODINGS = (
    "gb2312 gbk gb18030 big5 big5hkscs cp950 cp932 shift_jis shift_jis_2004 shift_jisx0213 "
    "euc_jp euc_jis_2004 euc_jisx0213 cp949 euc_kr johab"
).split()


def ask(decode, data):
    try:
        return decode(data)[0]
    except UnicodeDecodeError as error:
        if "incomplete" in error.reason:
            return MORE
        return ILLEGAL if error.end - error.start == 1 else ILLEGAL_TWO


def rows_of(decode, prefix, rows, several):
    """Adds the row of a prefix, and those of the longer prefixes that it leads to, as far as tables go."""
    answers = [ask(decode, prefix + bytes([byte])) for byte in range(256)]
    known = [byte for byte, answer in enumerate(answers) if answer != ILLEGAL]
    if not known:
        return
    cells = []
    for answer in answers[known[0] : known[-1] + 1]:
        if len(answer) > 1:
            several.setdefault(prefix.hex(), []).append(answer)
            answer = SEVERAL
        cells.append(answer)
    rows[prefix.hex()] = [known[0], "".join(cells)]
    for byte in known:
        if answers[byte] == MORE and len(prefix) < 2 and not is_computed(decode, prefix + bytes([byte])):
            rows_of(decode, prefix + bytes([byte]), rows, several)


def is_computed(decode, prefix):
    """Four bytes of GB 18030 and eight of KS X 1001: longer than what tables hold."""
    return len(prefix) == 2 and ask(decode, prefix + b"\xa1") == MORE


def linear_of(codec, others):
    """Runs [number, character, count] of four-byte sequences, whose bytes are digits of base 126, 10, 126, 10."""
    runs = []
    written = codec.encode("".join(map(chr, others)), "ignore")[0]
    for at, point in enumerate([point for point in others if not 0xD800 <= point < 0xE000]):
        first, second, third, fourth = written[at * 4 : at * 4 + 4]
        number = ((first - 0x81) * 10 + second - 0x30) * 1260 + (third - 0x81) * 10 + fourth - 0x30
        if runs and (number - runs[-1][0], point - runs[-1][1]) == (runs[-1][2],) * 2:
            runs[-1][2] += 1
        else:
            runs.append([number, point, 1])
    return runs


def syllables_of(decode):
    """The letters of a Korean syllable spelled in eight bytes: a4 d4 a4 LEAD a4 VOWEL a4 TAIL, each list in the order of Unicode."""
    letters = [{}, {}, {}]
    for byte in range(256):
        for part, spelling in enumerate(([byte, 0xBF, 0xD4], [0xA1, byte, 0xD4], [0xA1, 0xBF, byte])):
            answer = ask(decode, bytes([0xA4, 0xD4, 0xA4, spelling[0], 0xA4, spelling[1], 0xA4, spelling[2]]))
            if len(answer) == 1 and "\uac00" <= answer <= "\ud7a3":
                number = ord(answer) - 0xAC00
                letters[part][(number // 588, number // 28 % 21, number % 28)[part]] = byte
    return [[found[number] for number in sorted(found)] for found in letters]


def table_of(name):
    codec = codecs.lookup(name)
    found, several = {}, {}
    rows_of(codec.decode, b"", found, several)
    # Short spellings first: the first of a character is the one that is written.
    rows = {prefix: found[prefix] for prefix in sorted(found, key=lambda prefix: (len(prefix), prefix))}
    several = [text for prefix in rows for text in several.get(prefix, ())]
    # Encoding is decoding turned round, the first spelling of several.
    turned = {}
    at = 0
    for prefix, (first, cells) in rows.items():
        for offset, cell in enumerate(cells):
            if cell == SEVERAL:
                at += 1
            elif cell not in (ILLEGAL, ILLEGAL_TWO, MORE):
                turned.setdefault(ord(cell), prefix + "%02x" % (first + offset))
    table = {"rows": [[prefix, *row] for prefix, row in rows.items()], "several": several}
    expected = dict(sorted(turned.items()))
    text = EVERY
    if name == "gb18030":
        # All characters have a spelling there: four bytes where there are not two.
        table["linear"] = linear_of(codec, [point for point in range(0x110000) if point not in turned])
        text = "".join(map(chr, expected))
    elif name == "euc_kr":
        table["syllables"] = syllables_of(codec.decode)
        for point, spelling in spelled(*table["syllables"]):
            expected.setdefault(point, spelling)
        expected = dict(sorted(expected.items()))
    spots = list(expected) if text is EVERY else range(len(text))
    table["encode"] = differences(codec, text, spots, list(expected.values()), 0, len(text))
    return table


EVERY = "".join(map(chr, range(0x110000)))


def differences(codec, text, spots, spellings, start, end):
    """[character, bytes] of those in a part of the text that are not written as expected; no bytes: not at all.
    Where spots[i] stands in the text, spellings[i] is expected, and elsewhere nothing."""
    written = codec.encode(text[start:end], "ignore")[0].hex()
    if written == "".join(spellings[bisect_left(spots, start) : bisect_left(spots, end)]):
        return []
    if end - start == 1:
        return [[ord(text[start]), written or None]]
    size = max((end - start) // 32, 1)
    parts = (differences(codec, text, spots, spellings, at, min(at + size, end)) for at in range(start, end, size))
    return [found for part in parts for found in part]


def spelled(leads, vowels, tails):
    point = 0xAC00
    for lead in leads:
        for vowel in vowels:
            for tail in tails:
                yield point, "a4d4a4%02xa4%02xa4%02x" % (lead, vowel, tail)
                point += 1


def harvest():
    return {name: table_of(name) for name in ENCODINGS}
