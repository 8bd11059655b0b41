"""The multibyte encodings: whole tables by their checksums, errors and handlers, pieces, states, streams."""

import codecs
import io
import random
from binascii import crc32

NAMES = (
    "gb2312 gbk gb18030 hz big5 big5hkscs cp950 cp932 shift_jis shift_jis_2004 shift_jisx0213 "
    "euc_jp euc_jis_2004 euc_jisx0213 cp949 euc_kr johab"
).split()


def attempt(run):
    try:
        return run()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


# Every character of the basic plane and some beyond, written and read again.
random.seed(5)
points = [*range(0, 0x3400), *range(0x4E00, 0xA000, 3), *range(0xAC00, 0xD7B0, 7), *range(0xF900, 0x10000)]
points += [random.randrange(0x10000, 0x110000) for _ in range(300)]
points = [point for point in points if not 0xD800 <= point < 0xE000]
text = "".join(map(chr, points))
for name in NAMES:
    written = text.encode(name, "ignore")
    print(name, len(written), crc32(written), crc32(written.decode(name, "backslashreplace").encode("utf-8")))

# Bytes at random: what is illegal, how much of it is skipped, what is incomplete.
noise = random.randbytes(6000)
for name in NAMES:
    print(name, crc32(noise.decode(name, "replace").encode("utf-8")), crc32(noise.decode(name, "ignore").encode("utf-8")))
    print(" ", attempt(lambda: noise.decode(name)))

SAMPLE = "Aa 中文 漢字かな カﾅ 한국어 똠 €é ¥‾~ か\u309a Ê\u0304 𠂉 \u3000！"
for name in NAMES:
    print(name, attempt(lambda: SAMPLE.encode(name)))
    for handler in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "none"):
        print(" ", handler, attempt(lambda: SAMPLE.encode(name, handler)))
    for data in (b"\x80", b"a\xff", b"\xa4", b"\x81\x30", b"\x81\x30\x81\x30", b"\xa4\xd4\xa4\xa1", b"\x8f\xa2", b"~{", b"~x"):
        print(" ", data, [attempt(lambda: data.decode(name, h)) for h in ("strict", "replace", "backslashreplace")])

# Handlers of the program's own: their positions, replacements of str and bytes, nonsense.
answers = []
codecs.register_error("test.answers", lambda error: answers.pop(0)(error))
for make in (
    lambda error: ("?", error.end),
    lambda error: ("中", error.end),
    lambda error: (b"\xff\x00", error.end),
    lambda error: ("é", error.end),
    lambda error: ("!", -1),
    lambda error: ("!", 99),
    lambda error: ("!", -99),
    lambda error: "!",
    lambda error: (1, 2),
    lambda error: ("!", "2"),
    lambda error: 1 / 0,
):
    answers[:] = [make]
    print(attempt(lambda: "aÿb".encode("gbk", "test.answers")))
    answers[:] = [make]
    print(attempt(lambda: b"a\xffb".decode("gbk", "test.answers")))

# Pieces.
for name in NAMES:
    sample = "".join(c for c in SAMPLE if attempt(lambda: c.encode(name)).__class__ is bytes) + "か\u309aÊ"
    encoder = codecs.getincrementalencoder(name)("replace")
    parts = []
    for character in sample:
        parts.append(encoder.encode(character))
        state = encoder.getstate()
        encoder.setstate(state)
    parts.append(encoder.encode("", True))
    whole = b"".join(parts)
    print(name, whole == sample.encode(name, "replace"), whole, encoder.getstate())
    decoder = codecs.getincrementaldecoder(name)("replace")
    shown = []
    for byte in whole:
        shown.append(decoder.decode(bytes([byte])))
        state = decoder.getstate()
        decoder.reset()
        decoder.setstate(state)
    shown.append(decoder.decode(b"", final=True))
    print(" ", shown)

print(list(codecs.iterencode(["か", "\u309aか", "x"], "shift_jis_2004")), list(codecs.iterdecode([b"\xd6", b"\xd0~"], "gbk")))
encoder = codecs.getincrementalencoder("gbk")()
decoder = codecs.getincrementaldecoder("gbk")()
for run in (
    lambda: decoder.decode(b"\xd6", True),
    lambda: decoder.getstate(),
    lambda: decoder.decode(b"\xff\xffab"),
    lambda: decoder.getstate(),
    lambda: decoder.setstate((b"\xd6", 5)),
    lambda: decoder.decode(b"\xd0"),
    lambda: decoder.getstate(),
    lambda: encoder.encode("中ÿ"),
    lambda: encoder.encode("中", final=True),
    lambda: encoder.encode(5),
    lambda: encoder.setstate("x"),
    lambda: encoder.setstate(255),
    lambda: encoder.setstate(10**60),
    lambda: decoder.setstate(3),
    lambda: decoder.setstate((3, 4)),
    lambda: decoder.setstate((b"123456789", 4)),
    lambda: decoder.errors,
    lambda: setattr(decoder, "errors", 3),
    lambda: delattr(decoder, "errors"),
    lambda: setattr(decoder, "errors", "xmlcharrefreplace"),
    lambda: decoder.errors,
    lambda: decoder.decode("x"),
    lambda: codecs.getincrementalencoder("gbk")(errors=3),
    lambda: codecs.getincrementalencoder("gbk")("strict", 4),
    lambda: codecs.lookup("gbk").encode(3),
    lambda: codecs.lookup("gbk").encode("中", 3),
    lambda: codecs.lookup("gbk").decode(b"", None),
    lambda: codecs.lookup("gbk").decode(memoryview(b"\xd6\xd0")),
):
    print(attempt(run))

# Streams and files.
for name in ("gbk", "big5", "euc_jp", "hz", "shift_jis_2004"):
    buffer = io.BytesIO()
    writer = codecs.getwriter(name)(buffer)
    writer.write("中文\n")
    writer.writelines(["一二\r\n", "三か"])
    writer.reset()
    print(name, buffer.getvalue(), writer.errors, writer.stream is buffer)
    for method, arguments in (("read", ()), ("read", (3,)), ("read", (None,)), ("readline", ()), ("readlines", ()), ("read", ("x",))):
        buffer.seek(0)
        reader = codecs.getreader(name)(buffer, "replace")
        print(" ", method, arguments, attempt(lambda: getattr(reader, method)(*arguments)), attempt(lambda: reader.read()))
    wrapped = io.TextIOWrapper(io.BytesIO("第一行\n第二行\n".encode("gb18030")), "gb18030")
    print([wrapped.readline(), wrapped.tell(), wrapped.read()])
    print(attempt(lambda: codecs.getreader(name)()), attempt(lambda: codecs.getreader(name)(io.StringIO("x")).read()))

source = "# -*- coding: gbk -*-\n名 = '值'\nprint(名)\n".encode("gbk")
exec(compile(source, "<gbk>", "exec"))
print(attempt(lambda: compile(b"# coding: big5\nx = '\xff'\n", "<big5>", "exec")))

import _codecs_cn
import _multibytecodec

codec = _codecs_cn.getcodec("gbk")
print(type(codec), type(codec).__basicsize__, codec.encode("中"), codec.decode(b"\xd6\xd0"))
for run in (
    lambda: _codecs_cn.getcodec("big5"),
    lambda: _codecs_cn.getcodec(3),
    lambda: _multibytecodec.__create_codec(3),
    lambda: type(codec)(),
    lambda: _multibytecodec.MultibyteIncrementalEncoder(),
):
    print(attempt(run))
for kind in ("IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter"):
    print(kind, getattr(_multibytecodec, "Multibyte" + kind).__basicsize__)

# expect: gb2312 5920 737481973 4137149966
# expect: gbk 15842 3700376196 3906181946
# expect: gb18030 79844 3833305375 1460995527
# expect: hz 5925 3186912859 4137149966
# expect: big5 10198 2380314903 3835396925
# expect: big5hkscs 12028 489537728 24922220
# expect: cp950 10278 1980041155 1159100453
# expect: cp932 5880 1632730620 2737533478
# expect: shift_jis 5397 1211968403 720959504
# expect: shift_jis_2004 8925 2587795060 2077187468
# expect: shift_jisx0213 8915 556293078 1041061478
# expect: euc_jp 12075 1851481147 403647996
# expect: euc_jis_2004 13031 1048907541 2513019995
# expect: euc_jisx0213 13020 60697785 2878329116
# expect: cp949 8878 3932756997 3373378901
# expect: euc_kr 14692 3087876885 2575150488
# expect: johab 8878 3510155683 3373378901
# expect: gb2312 2411915617 450486604
# expect:   UnicodeDecodeError: 'gb2312' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: gbk 889669806 2067496094
# expect:   UnicodeDecodeError: 'gbk' codec can't decode byte 0xf5 in position 16: illegal multibyte sequence
# expect: gb18030 3815954780 3472710627
# expect:   UnicodeDecodeError: 'gb18030' codec can't decode byte 0xf5 in position 16: illegal multibyte sequence
# expect: hz 4071692155 2507820017
# expect:   UnicodeDecodeError: 'hz' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: big5 2238112750 3376441480
# expect:   UnicodeDecodeError: 'big5' codec can't decode byte 0x93 in position 6: illegal multibyte sequence
# expect: big5hkscs 727040358 770652668
# expect:   UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0x93 in position 6: illegal multibyte sequence
# expect: cp950 3196943715 2177611741
# expect:   UnicodeDecodeError: 'cp950' codec can't decode byte 0x93 in position 6: illegal multibyte sequence
# expect: cp932 3216078105 3420053086
# expect:   UnicodeDecodeError: 'cp932' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: shift_jis 2810473691 3090562093
# expect:   UnicodeDecodeError: 'shift_jis' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: shift_jis_2004 2650231844 221608063
# expect:   UnicodeDecodeError: 'shift_jis_2004' codec can't decode byte 0xf5 in position 16: illegal multibyte sequence
# expect: shift_jisx0213 4243964182 1868027485
# expect:   UnicodeDecodeError: 'shift_jisx0213' codec can't decode byte 0xf5 in position 16: illegal multibyte sequence
# expect: euc_jp 443787075 4283581605
# expect:   UnicodeDecodeError: 'euc_jp' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: euc_jis_2004 1332380182 2661171584
# expect:   UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: euc_jisx0213 1332380182 2661171584
# expect:   UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: cp949 1637700152 3824585223
# expect:   UnicodeDecodeError: 'cp949' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: euc_kr 3940628024 1329905541
# expect:   UnicodeDecodeError: 'euc_kr' codec can't decode byte 0xec in position 1: illegal multibyte sequence
# expect: johab 770864869 3655021382
# expect:   UnicodeDecodeError: 'johab' codec can't decode byte 0xb5 in position 11: illegal multibyte sequence
# expect: gb2312 UnicodeEncodeError: 'gb2312' codec can't encode character '\u6f22' in position 6: illegal multibyte sequence
# expect:   ignore b'Aa \xd6\xd0\xce\xc4 \xd7\xd6\xa4\xab\xa4\xca \xa5\xab   \xa8\xa6 ~ \xa4\xab   \xa1\xa1\xa3\xa1'
# expect:   replace b'Aa \xd6\xd0\xce\xc4 ?\xd7\xd6\xa4\xab\xa4\xca \xa5\xab? ??? ? ?\xa8\xa6 ??~ \xa4\xab? ?? ? \xa1\xa1\xa3\xa1'
# expect:   xmlcharrefreplace b'Aa \xd6\xd0\xce\xc4 &#28450;\xd7\xd6\xa4\xab\xa4\xca \xa5\xab&#65413; &#54620;&#44397;&#50612; &#46624; &#8364;\xa8\xa6 &#165;&#8254;~ \xa4\xab&#12442; &#202;&#772; &#131209; \xa1\xa1\xa3\xa1'
# expect:   backslashreplace b'Aa \xd6\xd0\xce\xc4 \\u6f22\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\\uff85 \\ud55c\\uad6d\\uc5b4 \\ub620 \\u20ac\xa8\xa6 \\xa5\\u203e~ \xa4\xab\\u309a \\xca\\u0304 \\U00020089 \xa1\xa1\xa3\xa1'
# expect:   namereplace b'Aa \xd6\xd0\xce\xc4 \\N{CJK UNIFIED IDEOGRAPH-6F22}\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\\N{HALFWIDTH KATAKANA LETTER NA} \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \\N{EURO SIGN}\xa8\xa6 \\N{YEN SIGN}\\N{OVERLINE}~ \xa4\xab\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \xa1\xa1\xa3\xa1'
# expect:   surrogateescape UnicodeEncodeError: 'gb2312' codec can't encode character '\u6f22' in position 6: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'gb2312' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'gb2312' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'gb2312' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'gb2312' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'gb2312' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['ぴぁ', 'ぴぁ', 'ぴぁ']
# expect:   b'\x8f\xa2' ["UnicodeDecodeError: 'gb2312' codec can't decode byte 0x8f in position 0: illegal multibyte sequence", '��', '\\x8f\\xa2']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: gbk UnicodeEncodeError: 'gbk' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   ignore b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab   \xa8\xa6 ~ \xa4\xab   \xa1\xa1\xa3\xa1'
# expect:   replace b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab? ??? ? ?\xa8\xa6 ??~ \xa4\xab? ?? ? \xa1\xa1\xa3\xa1'
# expect:   xmlcharrefreplace b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab&#65413; &#54620;&#44397;&#50612; &#46624; &#8364;\xa8\xa6 &#165;&#8254;~ \xa4\xab&#12442; &#202;&#772; &#131209; \xa1\xa1\xa3\xa1'
# expect:   backslashreplace b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\\uff85 \\ud55c\\uad6d\\uc5b4 \\ub620 \\u20ac\xa8\xa6 \\xa5\\u203e~ \xa4\xab\\u309a \\xca\\u0304 \\U00020089 \xa1\xa1\xa3\xa1'
# expect:   namereplace b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\\N{HALFWIDTH KATAKANA LETTER NA} \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \\N{EURO SIGN}\xa8\xa6 \\N{YEN SIGN}\\N{OVERLINE}~ \xa4\xab\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \xa1\xa1\xa3\xa1'
# expect:   surrogateescape UnicodeEncodeError: 'gbk' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'gbk' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'gbk' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'gbk' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'gbk' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'gbk' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['ぴぁ', 'ぴぁ', 'ぴぁ']
# expect:   b'\x8f\xa2' ['彚', '彚', '彚']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: gb18030 b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1'
# expect:   ignore b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1'
# expect:   replace b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1'
# expect:   xmlcharrefreplace b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1'
# expect:   backslashreplace b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1'
# expect:   namereplace b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1'
# expect:   surrogateescape b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1'
# expect:   none b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1'
# expect:   b'\x80' ["UnicodeDecodeError: 'gb18030' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'gb18030' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'gb18030' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'gb18030' codec can't decode bytes in position 0-1: incomplete multibyte sequence", '�', '\\x81\\x30']
# expect:   b'\x810\x810' ['\x80', '\x80', '\x80']
# expect:   b'\xa4\xd4\xa4\xa1' ['ぴぁ', 'ぴぁ', 'ぴぁ']
# expect:   b'\x8f\xa2' ['彚', '彚', '彚']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: hz UnicodeEncodeError: 'hz' codec can't encode character '\u6f22' in position 6: illegal multibyte sequence
# expect:   ignore b'Aa ~{VPND~} ~{WV$+$J~} ~{%+~}   ~{(&~} ~~ ~{$+~}   ~{!!#!~}'
# expect:   replace b'Aa ~{VPND~} ?~{WV$+$J~} ~{%+~}? ??? ? ?~{(&~} ??~~ ~{$+~}? ?? ? ~{!!#!~}'
# expect:   xmlcharrefreplace b'Aa ~{VPND~} &#28450;~{WV$+$J~} ~{%+~}&#65413; &#54620;&#44397;&#50612; &#46624; &#8364;~{(&~} &#165;&#8254;~~ ~{$+~}&#12442; &#202;&#772; &#131209; ~{!!#!~}'
# expect:   backslashreplace b'Aa ~{VPND~} \\u6f22~{WV$+$J~} ~{%+~}\\uff85 \\ud55c\\uad6d\\uc5b4 \\ub620 \\u20ac~{(&~} \\xa5\\u203e~~ ~{$+~}\\u309a \\xca\\u0304 \\U00020089 ~{!!#!~}'
# expect:   namereplace b'Aa ~{VPND~} \\N{CJK UNIFIED IDEOGRAPH-6F22}~{WV$+$J~} ~{%+~}\\N{HALFWIDTH KATAKANA LETTER NA} \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \\N{EURO SIGN}~{(&~} \\N{YEN SIGN}\\N{OVERLINE}~~ ~{$+~}\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} ~{!!#!~}'
# expect:   surrogateescape UnicodeEncodeError: 'hz' codec can't encode character '\u6f22' in position 6: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'hz' codec can't decode byte 0x80 in position 0: illegal multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'hz' codec can't decode byte 0xff in position 1: illegal multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'hz' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'hz' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'hz' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ["UnicodeDecodeError: 'hz' codec can't decode byte 0xa4 in position 0: illegal multibyte sequence", '����', '\\xa4\\xd4\\xa4\\xa1']
# expect:   b'\x8f\xa2' ["UnicodeDecodeError: 'hz' codec can't decode byte 0x8f in position 0: illegal multibyte sequence", '��', '\\x8f\\xa2']
# expect:   b'~{' ['', '', '']
# expect:   b'~x' ["UnicodeDecodeError: 'hz' codec can't decode byte 0x7e in position 0: illegal multibyte sequence", '�x', '\\x7ex']
# expect: big5 UnicodeEncodeError: 'big5' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   ignore b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C    \xa2D\xa1\xc2~ \xc6\xaf   \xa1@\xa1I'
# expect:   replace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C? ??? ? ?? \xa2D\xa1\xc2~ \xc6\xaf? ?? ? \xa1@\xa1I'
# expect:   xmlcharrefreplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C&#65413; &#54620;&#44397;&#50612; &#46624; &#8364;&#233; \xa2D\xa1\xc2~ \xc6\xaf&#12442; &#202;&#772; &#131209; \xa1@\xa1I'
# expect:   backslashreplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C\\uff85 \\ud55c\\uad6d\\uc5b4 \\ub620 \\u20ac\\xe9 \xa2D\xa1\xc2~ \xc6\xaf\\u309a \\xca\\u0304 \\U00020089 \xa1@\xa1I'
# expect:   namereplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C\\N{HALFWIDTH KATAKANA LETTER NA} \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \\N{EURO SIGN}\\N{LATIN SMALL LETTER E WITH ACUTE} \xa2D\xa1\xc2~ \xc6\xaf\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \xa1@\xa1I'
# expect:   surrogateescape UnicodeEncodeError: 'big5' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'big5' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'big5' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'big5' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'big5' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'big5' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['夭丑', '夭丑', '夭丑']
# expect:   b'\x8f\xa2' ["UnicodeDecodeError: 'big5' codec can't decode byte 0x8f in position 0: illegal multibyte sequence", '��', '\\x8f\\xa2']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: big5hkscs UnicodeEncodeError: 'big5hkscs' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   ignore b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xf1\xc7Q \xc7\xa7   \x88m \xa2D\xa1\xc2~ \xc6\xf1 \x88b  \xa1@\xa1I'
# expect:   replace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xf1\xc7Q \xc7\xa7? ??? ? ?\x88m \xa2D\xa1\xc2~ \xc6\xf1? \x88b ? \xa1@\xa1I'
# expect:   xmlcharrefreplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xf1\xc7Q \xc7\xa7&#65413; &#54620;&#44397;&#50612; &#46624; &#8364;\x88m \xa2D\xa1\xc2~ \xc6\xf1&#12442; \x88b &#131209; \xa1@\xa1I'
# expect:   backslashreplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xf1\xc7Q \xc7\xa7\\uff85 \\ud55c\\uad6d\\uc5b4 \\ub620 \\u20ac\x88m \xa2D\xa1\xc2~ \xc6\xf1\\u309a \x88b \\U00020089 \xa1@\xa1I'
# expect:   namereplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xf1\xc7Q \xc7\xa7\\N{HALFWIDTH KATAKANA LETTER NA} \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \\N{EURO SIGN}\x88m \xa2D\xa1\xc2~ \xc6\xf1\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \x88b \\N{CJK UNIFIED IDEOGRAPH-20089} \xa1@\xa1I'
# expect:   surrogateescape UnicodeEncodeError: 'big5hkscs' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'big5hkscs' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['夭丑', '夭丑', '夭丑']
# expect:   b'\x8f\xa2' ['𨘻', '𨘻', '𨘻']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: cp950 UnicodeEncodeError: 'cp950' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   ignore b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C   \xa3\xe1 \xa2D\xa1\xc2~ \xc6\xaf   \xa1@\xa1I'
# expect:   replace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C? ??? ? \xa3\xe1? \xa2D\xa1\xc2~ \xc6\xaf? ?? ? \xa1@\xa1I'
# expect:   xmlcharrefreplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C&#65413; &#54620;&#44397;&#50612; &#46624; \xa3\xe1&#233; \xa2D\xa1\xc2~ \xc6\xaf&#12442; &#202;&#772; &#131209; \xa1@\xa1I'
# expect:   backslashreplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C\\uff85 \\ud55c\\uad6d\\uc5b4 \\ub620 \xa3\xe1\\xe9 \xa2D\xa1\xc2~ \xc6\xaf\\u309a \\xca\\u0304 \\U00020089 \xa1@\xa1I'
# expect:   namereplace b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C\\N{HALFWIDTH KATAKANA LETTER NA} \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \xa3\xe1\\N{LATIN SMALL LETTER E WITH ACUTE} \xa2D\xa1\xc2~ \xc6\xaf\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \xa1@\xa1I'
# expect:   surrogateescape UnicodeEncodeError: 'cp950' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'cp950' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'cp950' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'cp950' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'cp950' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'cp950' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['夭丑', '夭丑', '夭丑']
# expect:   b'\x8f\xa2' ["UnicodeDecodeError: 'cp950' codec can't decode byte 0x8f in position 0: illegal multibyte sequence", '��', '\\x8f\\xa2']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: cp932 UnicodeEncodeError: 'cp932' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   ignore b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5    ~ \x82\xa9   \x81@\x81I'
# expect:   replace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 ??? ? ?? ??~ \x82\xa9? ?? ? \x81@\x81I'
# expect:   xmlcharrefreplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 &#54620;&#44397;&#50612; &#46624; &#8364;&#233; &#165;&#8254;~ \x82\xa9&#12442; &#202;&#772; &#131209; \x81@\x81I'
# expect:   backslashreplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 \\ud55c\\uad6d\\uc5b4 \\ub620 \\u20ac\\xe9 \\xa5\\u203e~ \x82\xa9\\u309a \\xca\\u0304 \\U00020089 \x81@\x81I'
# expect:   namereplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \\N{EURO SIGN}\\N{LATIN SMALL LETTER E WITH ACUTE} \\N{YEN SIGN}\\N{OVERLINE}~ \x82\xa9\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \x81@\x81I'
# expect:   surrogateescape UnicodeEncodeError: 'cp932' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ['\x80', '\x80', '\x80']
# expect:   b'a\xff' ['a\uf8f3', 'a\uf8f3', 'a\uf8f3']
# expect:   b'\xa4' ['､', '､', '､']
# expect:   b'\x810' ["UnicodeDecodeError: 'cp932' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'cp932' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['､ﾔ､｡', '､ﾔ､｡', '､ﾔ､｡']
# expect:   b'\x8f\xa2' ['召', '召', '召']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: shift_jis UnicodeEncodeError: 'shift_jis' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   ignore b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5    \\~~ \x82\xa9   \x81@\x81I'
# expect:   replace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 ??? ? ?? \\~~ \x82\xa9? ?? ? \x81@\x81I'
# expect:   xmlcharrefreplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 &#54620;&#44397;&#50612; &#46624; &#8364;&#233; \\~~ \x82\xa9&#12442; &#202;&#772; &#131209; \x81@\x81I'
# expect:   backslashreplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 \\ud55c\\uad6d\\uc5b4 \\ub620 \\u20ac\\xe9 \\~~ \x82\xa9\\u309a \\xca\\u0304 \\U00020089 \x81@\x81I'
# expect:   namereplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \\N{EURO SIGN}\\N{LATIN SMALL LETTER E WITH ACUTE} \\~~ \x82\xa9\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \x81@\x81I'
# expect:   surrogateescape UnicodeEncodeError: 'shift_jis' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'shift_jis' codec can't decode byte 0x80 in position 0: illegal multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'shift_jis' codec can't decode byte 0xff in position 1: illegal multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ['､', '､', '､']
# expect:   b'\x810' ["UnicodeDecodeError: 'shift_jis' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'shift_jis' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['､ﾔ､｡', '､ﾔ､｡', '､ﾔ､｡']
# expect:   b'\x8f\xa2' ['召', '召', '召']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: shift_jis_2004 UnicodeEncodeError: 'shift_jis_2004' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   ignore b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5   \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   replace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 ??? ? \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   xmlcharrefreplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 &#54620;&#44397;&#50612; &#46624; \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   backslashreplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 \x81_ud55c\x81_uad6d\x81_uc5b4 \x81_ub620 \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   namereplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 \x81_N{HANGUL SYLLABLE HAN}\x81_N{HANGUL SYLLABLE GUG}\x81_N{HANGUL SYLLABLE EO} \x81_N{HANGUL SYLLABLE DDOM} \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   surrogateescape UnicodeEncodeError: 'shift_jis_2004' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'shift_jis_2004' codec can't decode byte 0x80 in position 0: illegal multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'shift_jis_2004' codec can't decode byte 0xff in position 1: illegal multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ['､', '､', '､']
# expect:   b'\x810' ["UnicodeDecodeError: 'shift_jis_2004' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'shift_jis_2004' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['､ﾔ､｡', '､ﾔ､｡', '､ﾔ､｡']
# expect:   b'\x8f\xa2' ['召', '召', '召']
# expect:   b'~{' ['‾{', '‾{', '‾{']
# expect:   b'~x' ['‾x', '‾x', '‾x']
# expect: shift_jisx0213 UnicodeEncodeError: 'shift_jisx0213' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   ignore b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5   \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   replace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 ??? ? \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   xmlcharrefreplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 &#54620;&#44397;&#50612; &#46624; \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   backslashreplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 \x81_ud55c\x81_uad6d\x81_uc5b4 \x81_ub620 \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   namereplace b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5 \x81_N{HANGUL SYLLABLE HAN}\x81_N{HANGUL SYLLABLE GUG}\x81_N{HANGUL SYLLABLE EO} \x81_N{HANGUL SYLLABLE DDOM} \x85@\x85~ \\~\x81\xb0 \x82\xf5 \x85`\x86z \xf0@ \x81@\x81I'
# expect:   surrogateescape UnicodeEncodeError: 'shift_jisx0213' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'shift_jisx0213' codec can't decode byte 0x80 in position 0: illegal multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'shift_jisx0213' codec can't decode byte 0xff in position 1: illegal multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ['､', '､', '､']
# expect:   b'\x810' ["UnicodeDecodeError: 'shift_jisx0213' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'shift_jisx0213' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['､ﾔ､｡', '､ﾔ､｡', '､ﾔ､｡']
# expect:   b'\x8f\xa2' ['召', '召', '召']
# expect:   b'~{' ['‾{', '‾{', '‾{']
# expect:   b'~x' ['‾x', '‾x', '‾x']
# expect: euc_jp UnicodeEncodeError: 'euc_jp' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   ignore b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5   \x8f\xab\xb1 \\~~ \xa4\xab \x8f\xaa\xb4  \xa1\xa1\xa1\xaa'
# expect:   replace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 ??? ? ?\x8f\xab\xb1 \\~~ \xa4\xab? \x8f\xaa\xb4? ? \xa1\xa1\xa1\xaa'
# expect:   xmlcharrefreplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 &#54620;&#44397;&#50612; &#46624; &#8364;\x8f\xab\xb1 \\~~ \xa4\xab&#12442; \x8f\xaa\xb4&#772; &#131209; \xa1\xa1\xa1\xaa'
# expect:   backslashreplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 \\ud55c\\uad6d\\uc5b4 \\ub620 \\u20ac\x8f\xab\xb1 \\~~ \xa4\xab\\u309a \x8f\xaa\xb4\\u0304 \\U00020089 \xa1\xa1\xa1\xaa'
# expect:   namereplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \\N{EURO SIGN}\x8f\xab\xb1 \\~~ \xa4\xab\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \x8f\xaa\xb4\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \xa1\xa1\xa1\xaa'
# expect:   surrogateescape UnicodeEncodeError: 'euc_jp' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'euc_jp' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'euc_jp' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'euc_jp' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'euc_jp' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'euc_jp' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['ぴぁ', 'ぴぁ', 'ぴぁ']
# expect:   b'\x8f\xa2' ["UnicodeDecodeError: 'euc_jp' codec can't decode bytes in position 0-1: incomplete multibyte sequence", '�', '\\x8f\\xa2']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: euc_jis_2004 UnicodeEncodeError: 'euc_jis_2004' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   ignore b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5   \xa9\xa1\xa9\xdf ~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   replace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 ??? ? \xa9\xa1\xa9\xdf ??~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   xmlcharrefreplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 &#54620;&#44397;&#50612; &#46624; \xa9\xa1\xa9\xdf &#165;&#8254;~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   backslashreplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 \\ud55c\\uad6d\\uc5b4 \\ub620 \xa9\xa1\xa9\xdf \\xa5\\u203e~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   namereplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \xa9\xa1\xa9\xdf \\N{YEN SIGN}\\N{OVERLINE}~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   surrogateescape UnicodeEncodeError: 'euc_jis_2004' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'euc_jis_2004' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['ぴぁ', 'ぴぁ', 'ぴぁ']
# expect:   b'\x8f\xa2' ["UnicodeDecodeError: 'euc_jis_2004' codec can't decode bytes in position 0-1: incomplete multibyte sequence", '�', '\\x8f\\xa2']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: euc_jisx0213 UnicodeEncodeError: 'euc_jisx0213' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   ignore b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5   \xa9\xa1\xa9\xdf ~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   replace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 ??? ? \xa9\xa1\xa9\xdf ??~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   xmlcharrefreplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 &#54620;&#44397;&#50612; &#46624; \xa9\xa1\xa9\xdf &#165;&#8254;~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   backslashreplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 \\ud55c\\uad6d\\uc5b4 \\ub620 \xa9\xa1\xa9\xdf \\xa5\\u203e~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   namereplace b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5 \\N{HANGUL SYLLABLE HAN}\\N{HANGUL SYLLABLE GUG}\\N{HANGUL SYLLABLE EO} \\N{HANGUL SYLLABLE DDOM} \xa9\xa1\xa9\xdf \\N{YEN SIGN}\\N{OVERLINE}~ \xa4\xf7 \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa'
# expect:   surrogateescape UnicodeEncodeError: 'euc_jisx0213' codec can't encode character '\ud55c' in position 14: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'euc_jisx0213' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['ぴぁ', 'ぴぁ', 'ぴぁ']
# expect:   b'\x8f\xa2' ["UnicodeDecodeError: 'euc_jisx0213' codec can't decode bytes in position 0-1: incomplete multibyte sequence", '�', '\\x8f\\xa2']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: cp949 UnicodeEncodeError: 'cp949' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   ignore b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab \xc7\xd1\xb1\xb9\xbe\xee \x8cc \xa2\xe6 ~ \xaa\xab   \xa1\xa1\xa3\xa1'
# expect:   replace b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab? \xc7\xd1\xb1\xb9\xbe\xee \x8cc \xa2\xe6? ??~ \xaa\xab? ?? ? \xa1\xa1\xa3\xa1'
# expect:   xmlcharrefreplace b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab&#65413; \xc7\xd1\xb1\xb9\xbe\xee \x8cc \xa2\xe6&#233; &#165;&#8254;~ \xaa\xab&#12442; &#202;&#772; &#131209; \xa1\xa1\xa3\xa1'
# expect:   backslashreplace b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab\\uff85 \xc7\xd1\xb1\xb9\xbe\xee \x8cc \xa2\xe6\\xe9 \\xa5\\u203e~ \xaa\xab\\u309a \\xca\\u0304 \\U00020089 \xa1\xa1\xa3\xa1'
# expect:   namereplace b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab\\N{HALFWIDTH KATAKANA LETTER NA} \xc7\xd1\xb1\xb9\xbe\xee \x8cc \xa2\xe6\\N{LATIN SMALL LETTER E WITH ACUTE} \\N{YEN SIGN}\\N{OVERLINE}~ \xaa\xab\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \xa1\xa1\xa3\xa1'
# expect:   surrogateescape UnicodeEncodeError: 'cp949' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'cp949' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'cp949' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'cp949' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'cp949' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'cp949' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['ㅤㄱ', 'ㅤㄱ', 'ㅤㄱ']
# expect:   b'\x8f\xa2' ['룫', '룫', '룫']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: euc_kr UnicodeEncodeError: 'euc_kr' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   ignore b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab \xc7\xd1\xb1\xb9\xbe\xee \xa4\xd4\xa4\xa8\xa4\xc7\xa4\xb1 \xa2\xe6 ~ \xaa\xab   \xa1\xa1\xa3\xa1'
# expect:   replace b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab? \xc7\xd1\xb1\xb9\xbe\xee \xa4\xd4\xa4\xa8\xa4\xc7\xa4\xb1 \xa2\xe6? ??~ \xaa\xab? ?? ? \xa1\xa1\xa3\xa1'
# expect:   xmlcharrefreplace b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab&#65413; \xc7\xd1\xb1\xb9\xbe\xee \xa4\xd4\xa4\xa8\xa4\xc7\xa4\xb1 \xa2\xe6&#233; &#165;&#8254;~ \xaa\xab&#12442; &#202;&#772; &#131209; \xa1\xa1\xa3\xa1'
# expect:   backslashreplace b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab\\uff85 \xc7\xd1\xb1\xb9\xbe\xee \xa4\xd4\xa4\xa8\xa4\xc7\xa4\xb1 \xa2\xe6\\xe9 \\xa5\\u203e~ \xaa\xab\\u309a \\xca\\u0304 \\U00020089 \xa1\xa1\xa3\xa1'
# expect:   namereplace b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab\\N{HALFWIDTH KATAKANA LETTER NA} \xc7\xd1\xb1\xb9\xbe\xee \xa4\xd4\xa4\xa8\xa4\xc7\xa4\xb1 \xa2\xe6\\N{LATIN SMALL LETTER E WITH ACUTE} \\N{YEN SIGN}\\N{OVERLINE}~ \xaa\xab\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \xa1\xa1\xa3\xa1'
# expect:   surrogateescape UnicodeEncodeError: 'euc_kr' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'euc_kr' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'euc_kr' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'euc_kr' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'euc_kr' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'euc_kr' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ["UnicodeDecodeError: 'euc_kr' codec can't decode bytes in position 0-3: incomplete multibyte sequence", '�', '\\xa4\\xd4\\xa4\\xa1']
# expect:   b'\x8f\xa2' ["UnicodeDecodeError: 'euc_kr' codec can't decode byte 0x8f in position 0: illegal multibyte sequence", '��', '\\x8f\\xa2']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: johab UnicodeEncodeError: 'johab' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   ignore b'Aa \xf3\xe9\xe7\xfe \xf7\xd3\xf1\xae\xdd\xab\xdd\xca \xde; \xd0e\x8a\x82\xb4\xe1 \x99\xb1 \xd9\xe6 ~ \xdd\xab   \xd91\xda1'
# expect:   replace b'Aa \xf3\xe9\xe7\xfe \xf7\xd3\xf1\xae\xdd\xab\xdd\xca \xde;? \xd0e\x8a\x82\xb4\xe1 \x99\xb1 \xd9\xe6? ??~ \xdd\xab? ?? ? \xd91\xda1'
# expect:   xmlcharrefreplace b'Aa \xf3\xe9\xe7\xfe \xf7\xd3\xf1\xae\xdd\xab\xdd\xca \xde;&#65413; \xd0e\x8a\x82\xb4\xe1 \x99\xb1 \xd9\xe6&#233; &#165;&#8254;~ \xdd\xab&#12442; &#202;&#772; &#131209; \xd91\xda1'
# expect:   backslashreplace b'Aa \xf3\xe9\xe7\xfe \xf7\xd3\xf1\xae\xdd\xab\xdd\xca \xde;\\uff85 \xd0e\x8a\x82\xb4\xe1 \x99\xb1 \xd9\xe6\\xe9 \\xa5\\u203e~ \xdd\xab\\u309a \\xca\\u0304 \\U00020089 \xd91\xda1'
# expect:   namereplace b'Aa \xf3\xe9\xe7\xfe \xf7\xd3\xf1\xae\xdd\xab\xdd\xca \xde;\\N{HALFWIDTH KATAKANA LETTER NA} \xd0e\x8a\x82\xb4\xe1 \x99\xb1 \xd9\xe6\\N{LATIN SMALL LETTER E WITH ACUTE} \\N{YEN SIGN}\\N{OVERLINE}~ \xdd\xab\\N{COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK} \\N{LATIN CAPITAL LETTER E WITH CIRCUMFLEX}\\N{COMBINING MACRON} \\N{CJK UNIFIED IDEOGRAPH-20089} \xd91\xda1'
# expect:   surrogateescape UnicodeEncodeError: 'johab' codec can't encode character '\uff85' in position 12: illegal multibyte sequence
# expect:   none LookupError: unknown error handler name 'none'
# expect:   b'\x80' ["UnicodeDecodeError: 'johab' codec can't decode byte 0x80 in position 0: incomplete multibyte sequence", '�', '\\x80']
# expect:   b'a\xff' ["UnicodeDecodeError: 'johab' codec can't decode byte 0xff in position 1: incomplete multibyte sequence", 'a�', 'a\\xff']
# expect:   b'\xa4' ["UnicodeDecodeError: 'johab' codec can't decode byte 0xa4 in position 0: incomplete multibyte sequence", '�', '\\xa4']
# expect:   b'\x810' ["UnicodeDecodeError: 'johab' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0', '\\x810']
# expect:   b'\x810\x810' ["UnicodeDecodeError: 'johab' codec can't decode byte 0x81 in position 0: illegal multibyte sequence", '�0�0', '\\x810\\x810']
# expect:   b'\xa4\xd4\xa4\xa1' ['뱺뱌', '뱺뱌', '뱺뱌']
# expect:   b'\x8f\xa2' ['끽', '끽', '끽']
# expect:   b'~{' ['~{', '~{', '~{']
# expect:   b'~x' ['~x', '~x', '~x']
# expect: b'a?b'
# expect: a?b
# expect: b'a\xd6\xd0b'
# expect: a中b
# expect: b'a\xff\x00b'
# expect: TypeError: decoding error handler must return (str, int) tuple
# expect: b'a\xa8\xa6b'
# expect: aéb
# expect: b'a!b'
# expect: a!b
# expect: IndexError: position 99 from error handler out of bounds
# expect: IndexError: position 99 from error handler out of bounds
# expect: IndexError: position -96 from error handler out of bounds
# expect: IndexError: position -96 from error handler out of bounds
# expect: TypeError: encoding error handler must return (str, int) tuple
# expect: TypeError: decoding error handler must return (str, int) tuple
# expect: TypeError: encoding error handler must return (str, int) tuple
# expect: TypeError: decoding error handler must return (str, int) tuple
# expect: TypeError: encoding error handler must return (str, int) tuple
# expect: TypeError: decoding error handler must return (str, int) tuple
# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: division by zero
# expect: gb2312 True b'Aa \xd6\xd0\xce\xc4 \xd7\xd6\xa4\xab\xa4\xca \xa5\xab   \xa8\xa6 ~ \xa4\xab   \xa1\xa1\xa3\xa1\xa4\xab??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '字', '', 'か', '', 'な', ' ', '', 'カ', ' ', ' ', ' ', '', 'é', ' ', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: gbk True b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab   \xa8\xa6 ~ \xa4\xab   \xa1\xa1\xa3\xa1\xa4\xab??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', ' ', ' ', ' ', '', 'é', ' ', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: gb18030 True b'Aa \xd6\xd0\xce\xc4 \x9dh\xd7\xd6\xa4\xab\xa4\xca \xa5\xab\x841\x993 \x836\x843\x827\xf40\x832\xeb5 \x829\xd67 \xa2\xe3\xa8\xa6 \x810\x846\x816\xa82~ \xa4\xab\x819\xa72 \x810\x878\x810\xbd0 \x952\x903 \xa1\xa1\xa3\xa1\xa4\xab\x819\xa72\x810\x878' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', '', '', '', 'ﾅ', ' ', '', '', '', '한', '', '', '', '국', '', '', '', '어', ' ', '', '', '', '똠', ' ', '', '€', '', 'é', ' ', '', '', '', '¥', '', '', '', '‾', '~', ' ', '', 'か', '', '', '', '゚', ' ', '', '', '', 'Ê', '', '', '', '̄', ' ', '', '', '', '𠂉', ' ', '', '\u3000', '', '！', '', 'か', '', '', '', '゚', '', '', '', 'Ê', '']
# expect: hz True b'Aa ~{VPND~} ~{WV$+$J~} ~{%+~}   ~{(&~} ~~ ~{$+~}   ~{!!#!$+~}??' 0
# expect:   ['A', 'a', ' ', '', '', '', '中', '', '文', '', '', ' ', '', '', '', '字', '', 'か', '', 'な', '', '', ' ', '', '', '', 'カ', '', '', ' ', ' ', ' ', '', '', '', 'é', '', '', ' ', '', '~', ' ', '', '', '', 'か', '', '', ' ', ' ', ' ', '', '', '', '\u3000', '', '！', '', 'か', '', '', '?', '?', '']
# expect: big5 True b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C    \xa2D\xa1\xc2~ \xc6\xaf   \xa1@\xa1I\xc6\xaf??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', ' ', ' ', ' ', ' ', '', '¥', '', '‾', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: big5hkscs True b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xf1\xc7Q \xc7\xa7   \x88m \xa2D\xa1\xc2~ \xc6\xf1 \x88f  \xa1@\xa1I\xc6\xf1?\x88f' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', ' ', ' ', ' ', '', 'é', ' ', '', '¥', '', '‾', '~', ' ', '', 'か', ' ', '', 'Ê', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '', 'Ê', '']
# expect: cp950 True b'Aa \xa4\xa4\xa4\xe5 \xba~\xa6r\xc6\xaf\xc6\xce \xc7C   \xa3\xe1 \xa2D\xa1\xc2~ \xc6\xaf   \xa1@\xa1I\xc6\xaf??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', ' ', ' ', ' ', '', '€', ' ', '', '￥', '', '¯', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: cp932 True b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5    ~ \x82\xa9   \x81@\x81I\x82\xa9??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', 'ﾅ', ' ', ' ', ' ', ' ', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: shift_jis True b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5    \\~~ \x82\xa9   \x81@\x81I\x82\xa9??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', 'ﾅ', ' ', ' ', ' ', ' ', '\\', '~', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: shift_jis_2004 True b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5   \x85@\x85~ \\~\x81\xb0 \x82\xa9 \x85`\x86z \xf0@ \x81@\x81I\x82\xf5\x85`' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', 'ﾅ', ' ', ' ', ' ', '', '€', '', 'é', ' ', '¥', '‾', '', '~', ' ', '', 'か', ' ', '', 'Ê', '', '̄', ' ', '', '𠂉', ' ', '', '\u3000', '', '！', '', 'か゚', '', 'Ê', '']
# expect: shift_jisx0213 True b'Aa \x92\x86\x95\xb6 \x8a\xbf\x8e\x9a\x82\xa9\x82\xc8 \x83J\xc5   \x85@\x85~ \\~\x81\xb0 \x82\xa9 \x85`\x86z \xf0@ \x81@\x81I\x82\xf5\x85`' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', 'ﾅ', ' ', ' ', ' ', '', '€', '', 'é', ' ', '¥', '‾', '', '~', ' ', '', 'か', ' ', '', 'Ê', '', '̄', ' ', '', '𠂉', ' ', '', '\u3000', '', '！', '', 'か゚', '', 'Ê', '']
# expect: euc_jp True b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5   \x8f\xab\xb1 \\~~ \xa4\xab \x8f\xaa\xb4  \xa1\xa1\xa1\xaa\xa4\xab?\x8f\xaa\xb4' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', '', 'ﾅ', ' ', ' ', ' ', '', '', 'é', ' ', '\\', '~', '~', ' ', '', 'か', ' ', '', '', 'Ê', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '', '', 'Ê', '']
# expect: euc_jis_2004 True b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5   \xa9\xa1\xa9\xdf ~ \xa4\xab \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa\xa4\xf7\xa9\xc1' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', '', 'ﾅ', ' ', ' ', ' ', '', '€', '', 'é', ' ', '~', ' ', '', 'か', ' ', '', 'Ê', '', '̄', ' ', '', '', '𠂉', ' ', '', '\u3000', '', '！', '', 'か゚', '', 'Ê', '']
# expect: euc_jisx0213 True b'Aa \xc3\xe6\xca\xb8 \xb4\xc1\xbb\xfa\xa4\xab\xa4\xca \xa5\xab\x8e\xc5   \xa9\xa1\xa9\xdf ~ \xa4\xab \xa9\xc1\xab\xdb \x8f\xa1\xa1 \xa1\xa1\xa1\xaa\xa4\xf7\xa9\xc1' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', '', 'ﾅ', ' ', ' ', ' ', '', '€', '', 'é', ' ', '~', ' ', '', 'か', ' ', '', 'Ê', '', '̄', ' ', '', '', '𠂉', ' ', '', '\u3000', '', '！', '', 'か゚', '', 'Ê', '']
# expect: cp949 True b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab \xc7\xd1\xb1\xb9\xbe\xee \x8cc \xa2\xe6 ~ \xaa\xab   \xa1\xa1\xa3\xa1\xaa\xab??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', ' ', '', '한', '', '국', '', '어', ' ', '', '똠', ' ', '', '€', ' ', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: euc_kr True b'Aa \xf1\xe9\xd9\xfe \xf9\xd3\xed\xae\xaa\xab\xaa\xca \xab\xab \xc7\xd1\xb1\xb9\xbe\xee \xa4\xd4\xa4\xa8\xa4\xc7\xa4\xb1 \xa2\xe6 ~ \xaa\xab   \xa1\xa1\xa3\xa1\xaa\xab??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', ' ', '', '한', '', '국', '', '어', ' ', '', '', '', '', '', '', '', '똠', ' ', '', '€', ' ', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: johab True b'Aa \xf3\xe9\xe7\xfe \xf7\xd3\xf1\xae\xdd\xab\xdd\xca \xde; \xd0e\x8a\x82\xb4\xe1 \x99\xb1 \xd9\xe6 ~ \xdd\xab   \xd91\xda1\xdd\xab??' 0
# expect:   ['A', 'a', ' ', '', '中', '', '文', ' ', '', '漢', '', '字', '', 'か', '', 'な', ' ', '', 'カ', ' ', '', '한', '', '국', '', '어', ' ', '', '똠', ' ', '', '€', ' ', '~', ' ', '', 'か', ' ', ' ', ' ', '', '\u3000', '', '！', '', 'か', '?', '?', '']
# expect: [b'\x82\xf5', b'\x82\xa9x'] ['中~']
# expect: UnicodeDecodeError: 'gbk' codec can't decode byte 0xd6 in position 0: incomplete multibyte sequence
# expect: (b'', 0)
# expect: UnicodeDecodeError: 'gbk' codec can't decode byte 0xff in position 0: illegal multibyte sequence
# expect: (b'', 0)
# expect: None
# expect: 中
# expect: (b'', 5)
# expect: UnicodeEncodeError: 'gbk' codec can't encode character '\xff' in position 1: illegal multibyte sequence
# expect: b'\xd6\xd0'
# expect: b'5'
# expect: TypeError: setstate() argument must be int, not str
# expect: UnicodeError: pending buffer too large
# expect: OverflowError: int too big to convert
# expect: TypeError: setstate() argument must be tuple, not int
# expect: TypeError: setstate(): illegal state argument
# expect: UnicodeDecodeError: 'gbk' codec can't decode bytes in position 0-8: pending buffer too large
# expect: strict
# expect: TypeError: errors must be a string
# expect: AttributeError: cannot delete attribute
# expect: None
# expect: xmlcharrefreplace
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: IncrementalEncoder() argument 1 must be str, not int
# expect: TypeError: IncrementalEncoder() takes at most 1 argument (2 given)
# expect: (b'3', 1)
# expect: TypeError: encode() argument 'errors' must be str or None, not int
# expect: ('', 0)
# expect: ('中', 2)
# expect: gbk b'\xd6\xd0\xce\xc4\n\xd2\xbb\xb6\xfe\r\n\xc8\xfd\xa4\xab' strict True
# expect:   read () 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   read (3,) 中 文
# expect-json: "一二\r"
# expect: 三か
# expect:   read (None,) 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   readline () 中文
# expect-json: " 一二\r"
# expect: 三か
# expect-json: "  readlines () ['中文\\n', '一二\\r\\n', '三か'] "
# expect:   read ('x',) TypeError: arg 1 must be an integer 中文
# expect-json: "一二\r"
# expect: 三か
# expect: ['第一行\n', 7, '第二行\n']
# expect: TypeError: StreamReader() missing required argument 'stream' (pos 1) TypeError: stream function returned a non-bytes object (str)
# expect: big5 b'\xa4\xa4\xa4\xe5\n\xa4@\xa4G\r\n\xa4T\xc6\xaf' strict True
# expect:   read () 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   read (3,) 中 文
# expect-json: "一二\r"
# expect: 三か
# expect:   read (None,) 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   readline () 中文
# expect-json: " 一二\r"
# expect: 三か
# expect-json: "  readlines () ['中文\\n', '一二\\r\\n', '三か'] "
# expect:   read ('x',) TypeError: arg 1 must be an integer 中文
# expect-json: "一二\r"
# expect: 三か
# expect: ['第一行\n', 7, '第二行\n']
# expect: TypeError: StreamReader() missing required argument 'stream' (pos 1) TypeError: stream function returned a non-bytes object (str)
# expect: euc_jp b'\xc3\xe6\xca\xb8\n\xb0\xec\xc6\xf3\r\n\xbb\xb0\xa4\xab' strict True
# expect:   read () 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   read (3,) 中 文
# expect-json: "一二\r"
# expect: 三か
# expect:   read (None,) 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   readline () 中文
# expect-json: " 一二\r"
# expect: 三か
# expect-json: "  readlines () ['中文\\n', '一二\\r\\n', '三か'] "
# expect:   read ('x',) TypeError: arg 1 must be an integer 中文
# expect-json: "一二\r"
# expect: 三か
# expect: ['第一行\n', 7, '第二行\n']
# expect: TypeError: StreamReader() missing required argument 'stream' (pos 1) TypeError: stream function returned a non-bytes object (str)
# expect: hz b'~{VPND~}\n~{R;6~~}\r\n~{H}$+' strict True
# expect:   read () 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   read (3,) 中 文
# expect-json: "一二\r"
# expect: 三か
# expect:   read (None,) 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   readline () 中文
# expect-json: " 一二\r"
# expect: 三か
# expect-json: "  readlines () ['中文\\n', '一二\\r\\n', '三か'] "
# expect:   read ('x',) TypeError: arg 1 must be an integer 中文
# expect-json: "一二\r"
# expect: 三か
# expect: ['第一行\n', 7, '第二行\n']
# expect: TypeError: StreamReader() missing required argument 'stream' (pos 1) TypeError: stream function returned a non-bytes object (str)
# expect: shift_jis_2004 b'\x92\x86\x95\xb6\n\x88\xea\x93\xf1\r\n\x8eO\x82\xa9' strict True
# expect:   read () 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   read (3,) 中 文
# expect-json: "一二\r"
# expect: 三か
# expect:   read (None,) 中文
# expect-json: "一二\r"
# expect-json: "三か "
# expect:   readline () 中文
# expect-json: " 一二\r"
# expect: 三か
# expect-json: "  readlines () ['中文\\n', '一二\\r\\n', '三か'] "
# expect:   read ('x',) TypeError: arg 1 must be an integer 中文
# expect-json: "一二\r"
# expect: 三か
# expect: ['第一行\n', 7, '第二行\n']
# expect: TypeError: StreamReader() missing required argument 'stream' (pos 1) TypeError: stream function returned a non-bytes object (str)
# expect: 值
# expect: SyntaxError: 'big5' codec can't decode byte 0xff in position 20: illegal multibyte sequence (<big5>, line 0)
# expect: <class '_multibytecodec.MultibyteCodec'> 32 (b'\xd6\xd0', 1) ('中', 2)
# expect: LookupError: no such codec is supported.
# expect: TypeError: encoding name must be a string.
# expect: ValueError: argument type invalid
# expect: TypeError: cannot create '_multibytecodec.MultibyteCodec' instances
# expect: AttributeError: type object '_multibytecodec.MultibyteIncrementalEncoder' has no attribute 'codec'
# expect: IncrementalEncoder 48
# expect: IncrementalDecoder 56
# expect: StreamReader 64
# expect: StreamWriter 56
