# unicodedata and characters by name: a sample of every table; each function's errors.
import unicodedata as u

SAMPLE = [*range(0, 0x250, 7), *range(0x2F0, 0x10000, 397), *range(0x10000, 0x32000, 1511), *range(0xE0000, 0xE0200, 33)]
for n in SAMPLE + [0xAC00, 0xD7A3, 0x3400, 0x4E00, 0x9FFF, 0xD800, 0x1F600, 0x323AF, 0x10FFFF]:
    c = chr(n)
    name = u.name(c, "")
    fields = u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c)
    print(hex(n), name, *fields, u.decomposition(c), u.decimal(c, ""), u.digit(c, ""), u.numeric(c, ""))
    if name and u.lookup(name) != c:
        print("not found by its name")

TEXTS = ["", "abc", "e\u0301\u0323", "\u1e9b\u0323", "\ufb01", "\u1100\u1161\u11a8", "\u00bd\u2460", "\ud800\u0301"]
for text in TEXTS:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        print(form, ascii(u.normalize(form, text)), u.is_normalized(form, text))

print(ascii("\N{GREEK SMALL LETTER alpha}\N{NULL}\N{LINE FEED}\N{BELL}\N{LATIN SMALL LETTER GHA}\N{HANGUL SYLLABLE GAG}"))
print(ascii(rb"\N{SNOWMAN}\N{CJK UNIFIED IDEOGRAPH-4E00}".decode("unicode_escape")), ascii(u.lookup("KEYCAP DIGIT ONE")))
for wrong in ("nope", "HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-41", "CJK UNIFIED IDEOGRAPH-4e00", "hangul syllable gag", "x" * 300):
    try:
        u.lookup(wrong)
    except KeyError as error:
        print(error)
for source in (r"'\N{KEYCAP DIGIT ONE}'", r"'\N{nope}'", r"'\N{}'"):
    try:
        eval(source)
    except SyntaxError as error:
        print(error.msg)
for wrong in (
    lambda: u.name("ab"),
    lambda: u.category(3),
    lambda: u.decimal("a"),
    lambda: u.numeric("a"),
    lambda: u.name("\0"),
    lambda: u.normalize("X", "é"),
    lambda: u.lookup(3),
):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(u.unidata_version)

# expect-json: "0x0  Cc BN 0 0 N    "
# expect-json: "0x7  Cc BN 0 0 N    "
# expect-json: "0xe  Cc BN 0 0 N    "
# expect-json: "0x15  Cc BN 0 0 N    "
# expect-json: "0x1c  Cc B 0 0 N    "
# expect-json: "0x23 NUMBER SIGN Po ET 0 0 Na    "
# expect-json: "0x2a ASTERISK Po ON 0 0 Na    "
# expect: 0x31 DIGIT ONE Nd EN 0 0 Na  1 1 1.0
# expect: 0x38 DIGIT EIGHT Nd EN 0 0 Na  8 8 8.0
# expect-json: "0x3f QUESTION MARK Po ON 0 0 Na    "
# expect-json: "0x46 LATIN CAPITAL LETTER F Lu L 0 0 Na    "
# expect-json: "0x4d LATIN CAPITAL LETTER M Lu L 0 0 Na    "
# expect-json: "0x54 LATIN CAPITAL LETTER T Lu L 0 0 Na    "
# expect-json: "0x5b LEFT SQUARE BRACKET Ps ON 0 1 Na    "
# expect-json: "0x62 LATIN SMALL LETTER B Ll L 0 0 Na    "
# expect-json: "0x69 LATIN SMALL LETTER I Ll L 0 0 Na    "
# expect-json: "0x70 LATIN SMALL LETTER P Ll L 0 0 Na    "
# expect-json: "0x77 LATIN SMALL LETTER W Ll L 0 0 Na    "
# expect-json: "0x7e TILDE Sm ON 0 0 Na    "
# expect-json: "0x85  Cc B 0 0 N    "
# expect-json: "0x8c  Cc BN 0 0 N    "
# expect-json: "0x93  Cc BN 0 0 N    "
# expect-json: "0x9a  Cc BN 0 0 N    "
# expect-json: "0xa1 INVERTED EXCLAMATION MARK Po ON 0 0 A    "
# expect-json: "0xa8 DIAERESIS Sk ON 0 0 A <compat> 0020 0308   "
# expect-json: "0xaf MACRON Sk ON 0 0 Na <compat> 0020 0304   "
# expect-json: "0xb6 PILCROW SIGN Po ON 0 0 A    "
# expect: 0xbd VULGAR FRACTION ONE HALF No ON 0 0 A <fraction> 0031 2044 0032   0.5
# expect-json: "0xc4 LATIN CAPITAL LETTER A WITH DIAERESIS Lu L 0 0 N 0041 0308   "
# expect-json: "0xcb LATIN CAPITAL LETTER E WITH DIAERESIS Lu L 0 0 N 0045 0308   "
# expect-json: "0xd2 LATIN CAPITAL LETTER O WITH GRAVE Lu L 0 0 N 004F 0300   "
# expect-json: "0xd9 LATIN CAPITAL LETTER U WITH GRAVE Lu L 0 0 N 0055 0300   "
# expect-json: "0xe0 LATIN SMALL LETTER A WITH GRAVE Ll L 0 0 A 0061 0300   "
# expect-json: "0xe7 LATIN SMALL LETTER C WITH CEDILLA Ll L 0 0 N 0063 0327   "
# expect-json: "0xee LATIN SMALL LETTER I WITH CIRCUMFLEX Ll L 0 0 N 0069 0302   "
# expect-json: "0xf5 LATIN SMALL LETTER O WITH TILDE Ll L 0 0 N 006F 0303   "
# expect-json: "0xfc LATIN SMALL LETTER U WITH DIAERESIS Ll L 0 0 A 0075 0308   "
# expect-json: "0x103 LATIN SMALL LETTER A WITH BREVE Ll L 0 0 N 0061 0306   "
# expect-json: "0x10a LATIN CAPITAL LETTER C WITH DOT ABOVE Lu L 0 0 N 0043 0307   "
# expect-json: "0x111 LATIN SMALL LETTER D WITH STROKE Ll L 0 0 A    "
# expect-json: "0x118 LATIN CAPITAL LETTER E WITH OGONEK Lu L 0 0 N 0045 0328   "
# expect-json: "0x11f LATIN SMALL LETTER G WITH BREVE Ll L 0 0 N 0067 0306   "
# expect-json: "0x126 LATIN CAPITAL LETTER H WITH STROKE Lu L 0 0 A    "
# expect-json: "0x12d LATIN SMALL LETTER I WITH BREVE Ll L 0 0 N 0069 0306   "
# expect-json: "0x134 LATIN CAPITAL LETTER J WITH CIRCUMFLEX Lu L 0 0 N 004A 0302   "
# expect-json: "0x13b LATIN CAPITAL LETTER L WITH CEDILLA Lu L 0 0 N 004C 0327   "
# expect-json: "0x142 LATIN SMALL LETTER L WITH STROKE Ll L 0 0 A    "
# expect-json: "0x149 LATIN SMALL LETTER N PRECEDED BY APOSTROPHE Ll L 0 0 A <compat> 02BC 006E   "
# expect-json: "0x150 LATIN CAPITAL LETTER O WITH DOUBLE ACUTE Lu L 0 0 N 004F 030B   "
# expect-json: "0x157 LATIN SMALL LETTER R WITH CEDILLA Ll L 0 0 N 0072 0327   "
# expect-json: "0x15e LATIN CAPITAL LETTER S WITH CEDILLA Lu L 0 0 N 0053 0327   "
# expect-json: "0x165 LATIN SMALL LETTER T WITH CARON Ll L 0 0 N 0074 030C   "
# expect-json: "0x16c LATIN CAPITAL LETTER U WITH BREVE Lu L 0 0 N 0055 0306   "
# expect-json: "0x173 LATIN SMALL LETTER U WITH OGONEK Ll L 0 0 N 0075 0328   "
# expect-json: "0x17a LATIN SMALL LETTER Z WITH ACUTE Ll L 0 0 N 007A 0301   "
# expect-json: "0x181 LATIN CAPITAL LETTER B WITH HOOK Lu L 0 0 N    "
# expect-json: "0x188 LATIN SMALL LETTER C WITH HOOK Ll L 0 0 N    "
# expect-json: "0x18f LATIN CAPITAL LETTER SCHWA Lu L 0 0 N    "
# expect-json: "0x196 LATIN CAPITAL LETTER IOTA Lu L 0 0 N    "
# expect-json: "0x19d LATIN CAPITAL LETTER N WITH LEFT HOOK Lu L 0 0 N    "
# expect-json: "0x1a4 LATIN CAPITAL LETTER P WITH HOOK Lu L 0 0 N    "
# expect-json: "0x1ab LATIN SMALL LETTER T WITH PALATAL HOOK Ll L 0 0 N    "
# expect-json: "0x1b2 LATIN CAPITAL LETTER V WITH HOOK Lu L 0 0 N    "
# expect-json: "0x1b9 LATIN SMALL LETTER EZH REVERSED Ll L 0 0 N    "
# expect-json: "0x1c0 LATIN LETTER DENTAL CLICK Lo L 0 0 N    "
# expect-json: "0x1c7 LATIN CAPITAL LETTER LJ Lu L 0 0 N <compat> 004C 004A   "
# expect-json: "0x1ce LATIN SMALL LETTER A WITH CARON Ll L 0 0 A 0061 030C   "
# expect-json: "0x1d5 LATIN CAPITAL LETTER U WITH DIAERESIS AND MACRON Lu L 0 0 N 00DC 0304   "
# expect-json: "0x1dc LATIN SMALL LETTER U WITH DIAERESIS AND GRAVE Ll L 0 0 A 00FC 0300   "
# expect-json: "0x1e3 LATIN SMALL LETTER AE WITH MACRON Ll L 0 0 N 00E6 0304   "
# expect-json: "0x1ea LATIN CAPITAL LETTER O WITH OGONEK Lu L 0 0 N 004F 0328   "
# expect-json: "0x1f1 LATIN CAPITAL LETTER DZ Lu L 0 0 N <compat> 0044 005A   "
# expect-json: "0x1f8 LATIN CAPITAL LETTER N WITH GRAVE Lu L 0 0 N 004E 0300   "
# expect-json: "0x1ff LATIN SMALL LETTER O WITH STROKE AND ACUTE Ll L 0 0 N 00F8 0301   "
# expect-json: "0x206 LATIN CAPITAL LETTER E WITH INVERTED BREVE Lu L 0 0 N 0045 0311   "
# expect-json: "0x20d LATIN SMALL LETTER O WITH DOUBLE GRAVE Ll L 0 0 N 006F 030F   "
# expect-json: "0x214 LATIN CAPITAL LETTER U WITH DOUBLE GRAVE Lu L 0 0 N 0055 030F   "
# expect-json: "0x21b LATIN SMALL LETTER T WITH COMMA BELOW Ll L 0 0 N 0074 0326   "
# expect-json: "0x222 LATIN CAPITAL LETTER OU Lu L 0 0 N    "
# expect-json: "0x229 LATIN SMALL LETTER E WITH CEDILLA Ll L 0 0 N 0065 0327   "
# expect-json: "0x230 LATIN CAPITAL LETTER O WITH DOT ABOVE AND MACRON Lu L 0 0 N 022E 0304   "
# expect-json: "0x237 LATIN SMALL LETTER DOTLESS J Ll L 0 0 N    "
# expect-json: "0x23e LATIN CAPITAL LETTER T WITH DIAGONAL STROKE Lu L 0 0 N    "
# expect-json: "0x245 LATIN CAPITAL LETTER TURNED V Lu L 0 0 N    "
# expect-json: "0x24c LATIN CAPITAL LETTER R WITH STROKE Lu L 0 0 N    "
# expect-json: "0x2f0 MODIFIER LETTER LOW UP ARROWHEAD Sk ON 0 0 N    "
# expect-json: "0x47d CYRILLIC SMALL LETTER OMEGA WITH TITLO Ll L 0 0 N    "
# expect-json: "0x60a ARABIC-INDIC PER TEN THOUSAND SIGN Po ET 0 0 N    "
# expect-json: "0x797 THAANA LETTER CHAVIYANI Lo AL 0 0 N    "
# expect-json: "0x924 DEVANAGARI LETTER TA Lo L 0 0 N    "
# expect-json: "0xab1  Cn  0 0 N    "
# expect-json: "0xc3e TELUGU VOWEL SIGN AA Mn NSM 0 0 N    "
# expect-json: "0xdcb  Cn  0 0 N    "
# expect-json: "0xf58 TIBETAN LETTER MA Lo L 0 0 N    "
# expect-json: "0x10e5 GEORGIAN LETTER KHAR Ll L 0 0 N    "
# expect-json: "0x1272 ETHIOPIC SYLLABLE TI Lo L 0 0 N    "
# expect-json: "0x13ff  Cn  0 0 N    "
# expect-json: "0x158c CANADIAN SYLLABICS WEST-CREE RO Lo L 0 0 N    "
# expect-json: "0x1719  Cn  0 0 N    "
# expect-json: "0x18a6 MONGOLIAN LETTER ALI GALI HALF U Lo L 0 0 N    "
# expect-json: "0x1a33 TAI THAM LETTER HIGH THA Lo L 0 0 N    "
# expect-json: "0x1bc0 BATAK LETTER A Lo L 0 0 N    "
# expect-json: "0x1d4d MODIFIER LETTER SMALL G Lm L 0 0 N <super> 0067   "
# expect-json: "0x1eda LATIN CAPITAL LETTER O WITH HORN AND ACUTE Lu L 0 0 N 01A0 0301   "
# expect-json: "0x2067 RIGHT-TO-LEFT ISOLATE Cf RLI 0 0 N    "
# expect-json: "0x21f4 RIGHT ARROW WITH SMALL CIRCLE Sm ON 0 0 N    "
# expect-json: "0x2381 CONTINUOUS UNDERLINE SYMBOL So ON 0 0 N    "
# expect-json: "0x250e BOX DRAWINGS DOWN HEAVY AND RIGHT LIGHT So ON 0 0 A    "
# expect-json: "0x269b ATOM SYMBOL So ON 0 0 N    "
# expect-json: "0x2828 BRAILLE PATTERN DOTS-46 So L 0 0 N    "
# expect-json: "0x29b5 CIRCLE WITH HORIZONTAL BAR Sm ON 0 0 N    "
# expect-json: "0x2b42 LEFTWARDS ARROW ABOVE REVERSE ALMOST EQUAL TO Sm ON 0 0 N    "
# expect-json: "0x2ccf COPTIC SMALL LETTER OLD COPTIC HA Ll L 0 0 N    "
# expect-json: "0x2e5c BOTTOM HALF RIGHT PARENTHESIS Pe ON 0 1 N    "
# expect-json: "0x2fe9  Cn  0 0 N    "
# expect-json: "0x3176 HANGUL LETTER PIEUP-CIEUC Lo L 0 0 W <compat> 1127   "
# expect-json: "0x3303 SQUARE AARU So L 0 0 W <square> 30A2 30FC 30EB   "
# expect-json: "0x3490 CJK UNIFIED IDEOGRAPH-3490 Lo L 0 0 W    "
# expect-json: "0x361d CJK UNIFIED IDEOGRAPH-361D Lo L 0 0 W    "
# expect-json: "0x37aa CJK UNIFIED IDEOGRAPH-37AA Lo L 0 0 W    "
# expect-json: "0x3937 CJK UNIFIED IDEOGRAPH-3937 Lo L 0 0 W    "
# expect-json: "0x3ac4 CJK UNIFIED IDEOGRAPH-3AC4 Lo L 0 0 W    "
# expect-json: "0x3c51 CJK UNIFIED IDEOGRAPH-3C51 Lo L 0 0 W    "
# expect-json: "0x3dde CJK UNIFIED IDEOGRAPH-3DDE Lo L 0 0 W    "
# expect-json: "0x3f6b CJK UNIFIED IDEOGRAPH-3F6B Lo L 0 0 W    "
# expect-json: "0x40f8 CJK UNIFIED IDEOGRAPH-40F8 Lo L 0 0 W    "
# expect-json: "0x4285 CJK UNIFIED IDEOGRAPH-4285 Lo L 0 0 W    "
# expect-json: "0x4412 CJK UNIFIED IDEOGRAPH-4412 Lo L 0 0 W    "
# expect-json: "0x459f CJK UNIFIED IDEOGRAPH-459F Lo L 0 0 W    "
# expect-json: "0x472c CJK UNIFIED IDEOGRAPH-472C Lo L 0 0 W    "
# expect-json: "0x48b9 CJK UNIFIED IDEOGRAPH-48B9 Lo L 0 0 W    "
# expect-json: "0x4a46 CJK UNIFIED IDEOGRAPH-4A46 Lo L 0 0 W    "
# expect-json: "0x4bd3 CJK UNIFIED IDEOGRAPH-4BD3 Lo L 0 0 W    "
# expect-json: "0x4d60 CJK UNIFIED IDEOGRAPH-4D60 Lo L 0 0 W    "
# expect-json: "0x4eed CJK UNIFIED IDEOGRAPH-4EED Lo L 0 0 W    "
# expect-json: "0x507a CJK UNIFIED IDEOGRAPH-507A Lo L 0 0 W    "
# expect-json: "0x5207 CJK UNIFIED IDEOGRAPH-5207 Lo L 0 0 W    "
# expect-json: "0x5394 CJK UNIFIED IDEOGRAPH-5394 Lo L 0 0 W    "
# expect-json: "0x5521 CJK UNIFIED IDEOGRAPH-5521 Lo L 0 0 W    "
# expect-json: "0x56ae CJK UNIFIED IDEOGRAPH-56AE Lo L 0 0 W    "
# expect-json: "0x583b CJK UNIFIED IDEOGRAPH-583B Lo L 0 0 W    "
# expect-json: "0x59c8 CJK UNIFIED IDEOGRAPH-59C8 Lo L 0 0 W    "
# expect-json: "0x5b55 CJK UNIFIED IDEOGRAPH-5B55 Lo L 0 0 W    "
# expect-json: "0x5ce2 CJK UNIFIED IDEOGRAPH-5CE2 Lo L 0 0 W    "
# expect-json: "0x5e6f CJK UNIFIED IDEOGRAPH-5E6F Lo L 0 0 W    "
# expect-json: "0x5ffc CJK UNIFIED IDEOGRAPH-5FFC Lo L 0 0 W    "
# expect-json: "0x6189 CJK UNIFIED IDEOGRAPH-6189 Lo L 0 0 W    "
# expect-json: "0x6316 CJK UNIFIED IDEOGRAPH-6316 Lo L 0 0 W    "
# expect-json: "0x64a3 CJK UNIFIED IDEOGRAPH-64A3 Lo L 0 0 W    "
# expect-json: "0x6630 CJK UNIFIED IDEOGRAPH-6630 Lo L 0 0 W    "
# expect-json: "0x67bd CJK UNIFIED IDEOGRAPH-67BD Lo L 0 0 W    "
# expect-json: "0x694a CJK UNIFIED IDEOGRAPH-694A Lo L 0 0 W    "
# expect-json: "0x6ad7 CJK UNIFIED IDEOGRAPH-6AD7 Lo L 0 0 W    "
# expect-json: "0x6c64 CJK UNIFIED IDEOGRAPH-6C64 Lo L 0 0 W    "
# expect-json: "0x6df1 CJK UNIFIED IDEOGRAPH-6DF1 Lo L 0 0 W    "
# expect-json: "0x6f7e CJK UNIFIED IDEOGRAPH-6F7E Lo L 0 0 W    "
# expect-json: "0x710b CJK UNIFIED IDEOGRAPH-710B Lo L 0 0 W    "
# expect-json: "0x7298 CJK UNIFIED IDEOGRAPH-7298 Lo L 0 0 W    "
# expect-json: "0x7425 CJK UNIFIED IDEOGRAPH-7425 Lo L 0 0 W    "
# expect-json: "0x75b2 CJK UNIFIED IDEOGRAPH-75B2 Lo L 0 0 W    "
# expect-json: "0x773f CJK UNIFIED IDEOGRAPH-773F Lo L 0 0 W    "
# expect-json: "0x78cc CJK UNIFIED IDEOGRAPH-78CC Lo L 0 0 W    "
# expect-json: "0x7a59 CJK UNIFIED IDEOGRAPH-7A59 Lo L 0 0 W    "
# expect-json: "0x7be6 CJK UNIFIED IDEOGRAPH-7BE6 Lo L 0 0 W    "
# expect-json: "0x7d73 CJK UNIFIED IDEOGRAPH-7D73 Lo L 0 0 W    "
# expect-json: "0x7f00 CJK UNIFIED IDEOGRAPH-7F00 Lo L 0 0 W    "
# expect-json: "0x808d CJK UNIFIED IDEOGRAPH-808D Lo L 0 0 W    "
# expect-json: "0x821a CJK UNIFIED IDEOGRAPH-821A Lo L 0 0 W    "
# expect-json: "0x83a7 CJK UNIFIED IDEOGRAPH-83A7 Lo L 0 0 W    "
# expect-json: "0x8534 CJK UNIFIED IDEOGRAPH-8534 Lo L 0 0 W    "
# expect-json: "0x86c1 CJK UNIFIED IDEOGRAPH-86C1 Lo L 0 0 W    "
# expect-json: "0x884e CJK UNIFIED IDEOGRAPH-884E Lo L 0 0 W    "
# expect-json: "0x89db CJK UNIFIED IDEOGRAPH-89DB Lo L 0 0 W    "
# expect-json: "0x8b68 CJK UNIFIED IDEOGRAPH-8B68 Lo L 0 0 W    "
# expect-json: "0x8cf5 CJK UNIFIED IDEOGRAPH-8CF5 Lo L 0 0 W    "
# expect-json: "0x8e82 CJK UNIFIED IDEOGRAPH-8E82 Lo L 0 0 W    "
# expect-json: "0x900f CJK UNIFIED IDEOGRAPH-900F Lo L 0 0 W    "
# expect-json: "0x919c CJK UNIFIED IDEOGRAPH-919C Lo L 0 0 W    "
# expect-json: "0x9329 CJK UNIFIED IDEOGRAPH-9329 Lo L 0 0 W    "
# expect-json: "0x94b6 CJK UNIFIED IDEOGRAPH-94B6 Lo L 0 0 W    "
# expect-json: "0x9643 CJK UNIFIED IDEOGRAPH-9643 Lo L 0 0 W    "
# expect-json: "0x97d0 CJK UNIFIED IDEOGRAPH-97D0 Lo L 0 0 W    "
# expect-json: "0x995d CJK UNIFIED IDEOGRAPH-995D Lo L 0 0 W    "
# expect-json: "0x9aea CJK UNIFIED IDEOGRAPH-9AEA Lo L 0 0 W    "
# expect-json: "0x9c77 CJK UNIFIED IDEOGRAPH-9C77 Lo L 0 0 W    "
# expect-json: "0x9e04 CJK UNIFIED IDEOGRAPH-9E04 Lo L 0 0 W    "
# expect-json: "0x9f91 CJK UNIFIED IDEOGRAPH-9F91 Lo L 0 0 W    "
# expect-json: "0xa11e YI SYLLABLE TIEX Lo L 0 0 W    "
# expect-json: "0xa2ab YI SYLLABLE ZYP Lo L 0 0 W    "
# expect-json: "0xa438 YI SYLLABLE NJIEP Lo L 0 0 W    "
# expect-json: "0xa5c5 VAI SYLLABLE KPO Lo L 0 0 N    "
# expect-json: "0xa752 LATIN CAPITAL LETTER P WITH FLOURISH Lu L 0 0 N    "
# expect-json: "0xa8df  Cn  0 0 N    "
# expect-json: "0xaa6c MYANMAR LETTER KHAMTI SA Lo L 0 0 N    "
# expect: 0xabf9 MEETEI MAYEK DIGIT NINE Nd L 0 0 N  9 9 9.0
# expect-json: "0xad86 HANGUL SYLLABLE GUP Lo L 0 0 W    "
# expect-json: "0xaf13 HANGUL SYLLABLE GGYEGS Lo L 0 0 W    "
# expect-json: "0xb0a0 HANGUL SYLLABLE NAL Lo L 0 0 W    "
# expect-json: "0xb22d HANGUL SYLLABLE NWEOLT Lo L 0 0 W    "
# expect-json: "0xb3ba HANGUL SYLLABLE DYEBS Lo L 0 0 W    "
# expect-json: "0xb547 HANGUL SYLLABLE DDAC Lo L 0 0 W    "
# expect-json: "0xb6d4 HANGUL SYLLABLE DDWE Lo L 0 0 W    "
# expect-json: "0xb861 HANGUL SYLLABLE RONJ Lo L 0 0 W    "
# expect-json: "0xb9ee HANGUL SYLLABLE MAELM Lo L 0 0 W    "
# expect-json: "0xbb7b HANGUL SYLLABLE MWELH Lo L 0 0 W    "
# expect-json: "0xbd08 HANGUL SYLLABLE BOSS Lo L 0 0 W    "
# expect-json: "0xbe95 HANGUL SYLLABLE BBAET Lo L 0 0 W    "
# expect-json: "0xc022 HANGUL SYLLABLE BBWIGG Lo L 0 0 W    "
# expect-json: "0xc1af HANGUL SYLLABLE SWAD Lo L 0 0 W    "
# expect-json: "0xc33c HANGUL SYLLABLE SSYALS Lo L 0 0 W    "
# expect-json: "0xc4c9 HANGUL SYLLABLE SSWIB Lo L 0 0 W    "
# expect-json: "0xc656 HANGUL SYLLABLE WAJ Lo L 0 0 W    "
# expect-json: "0xc7e3 HANGUL SYLLABLE JYAH Lo L 0 0 W    "
# expect-json: "0xc970 HANGUL SYLLABLE JYUN Lo L 0 0 W    "
# expect-json: "0xcafd HANGUL SYLLABLE JJWAELG Lo L 0 0 W    "
# expect-json: "0xcc8a HANGUL SYLLABLE CYAELP Lo L 0 0 W    "
# expect-json: "0xce17 HANGUL SYLLABLE CYUS Lo L 0 0 W    "
# expect-json: "0xcfa4 HANGUL SYLLABLE KWAEK Lo L 0 0 W    "
# expect-json: "0xd131 HANGUL SYLLABLE TEOG Lo L 0 0 W    "
# expect-json: "0xd2be HANGUL SYLLABLE TEUNH Lo L 0 0 W    "
# expect-json: "0xd44b HANGUL SYLLABLE POELB Lo L 0 0 W    "
# expect-json: "0xd5d8 HANGUL SYLLABLE HEOM Lo L 0 0 W    "
# expect-json: "0xd765 HANGUL SYLLABLE HEUNG Lo L 0 0 W    "
# expect-json: "0xd8f2  Cs L 0 0 N    "
# expect-json: "0xda7f  Cs L 0 0 N    "
# expect-json: "0xdc0c  Cs L 0 0 N    "
# expect-json: "0xdd99  Cs L 0 0 N    "
# expect-json: "0xdf26  Cs L 0 0 N    "
# expect-json: "0xe0b3  Co L 0 0 A    "
# expect-json: "0xe240  Co L 0 0 A    "
# expect-json: "0xe3cd  Co L 0 0 A    "
# expect-json: "0xe55a  Co L 0 0 A    "
# expect-json: "0xe6e7  Co L 0 0 A    "
# expect-json: "0xe874  Co L 0 0 A    "
# expect-json: "0xea01  Co L 0 0 A    "
# expect-json: "0xeb8e  Co L 0 0 A    "
# expect-json: "0xed1b  Co L 0 0 A    "
# expect-json: "0xeea8  Co L 0 0 A    "
# expect-json: "0xf035  Co L 0 0 A    "
# expect-json: "0xf1c2  Co L 0 0 A    "
# expect-json: "0xf34f  Co L 0 0 A    "
# expect-json: "0xf4dc  Co L 0 0 A    "
# expect-json: "0xf669  Co L 0 0 A    "
# expect-json: "0xf7f6  Co L 0 0 A    "
# expect-json: "0xf983 CJK COMPATIBILITY IDEOGRAPH-F983 Lo L 0 0 W 65C5   "
# expect-json: "0xfb10  Cn  0 0 N    "
# expect-json: "0xfc9d ARABIC LIGATURE BEH WITH HAH INITIAL FORM Lo AL 0 0 N <initial> 0628 062D   "
# expect-json: "0xfe2a COMBINING TILDE RIGHT HALF BELOW Mn NSM 220 0 N    "
# expect-json: "0xffb7 HALFWIDTH HANGUL LETTER IEUNG Lo L 0 0 H <narrow> 3147   "
# expect-json: "0x10000 LINEAR B SYLLABLE B008 A Lo L 0 0 N    "
# expect-json: "0x105e7  Cn  0 0 N    "
# expect-json: "0x10bce  Cn  0 0 N    "
# expect-json: "0x111b5 SHARADA VOWEL SIGN II Mc L 0 0 N    "
# expect-json: "0x1179c  Cn  0 0 N    "
# expect-json: "0x11d83 GUNJALA GONDI LETTER DDHA Lo L 0 0 N    "
# expect-json: "0x1236a CUNEIFORM SIGN ZU Lo L 0 0 N    "
# expect-json: "0x12951  Cn  0 0 N    "
# expect-json: "0x12f38  Cn  0 0 N    "
# expect-json: "0x1351f  Cn  0 0 N    "
# expect-json: "0x13b06  Cn  0 0 N    "
# expect-json: "0x140ed  Cn  0 0 N    "
# expect-json: "0x146d4  Cn  0 0 N    "
# expect-json: "0x14cbb  Cn  0 0 N    "
# expect-json: "0x152a2  Cn  0 0 N    "
# expect-json: "0x15889  Cn  0 0 N    "
# expect-json: "0x15e70  Cn  0 0 N    "
# expect-json: "0x16457  Cn  0 0 N    "
# expect-json: "0x16a3e  Cn  0 0 N    "
# expect-json: "0x17025  Lo L 0 0 W    "
# expect-json: "0x1760c  Lo L 0 0 W    "
# expect-json: "0x17bf3  Lo L 0 0 W    "
# expect-json: "0x181da  Lo L 0 0 W    "
# expect-json: "0x187c1  Lo L 0 0 W    "
# expect-json: "0x18da8  Cn  0 0 N    "
# expect-json: "0x1938f  Cn  0 0 N    "
# expect-json: "0x19976  Cn  0 0 N    "
# expect-json: "0x19f5d  Cn  0 0 N    "
# expect-json: "0x1a544  Cn  0 0 N    "
# expect-json: "0x1ab2b  Cn  0 0 N    "
# expect-json: "0x1b112 HENTAIGANA LETTER WE-1 Lo L 0 0 W    "
# expect-json: "0x1b6f9  Cn  0 0 N    "
# expect-json: "0x1bce0  Cn  0 0 N    "
# expect-json: "0x1c2c7  Cn  0 0 N    "
# expect-json: "0x1c8ae  Cn  0 0 N    "
# expect-json: "0x1ce95  Cn  0 0 N    "
# expect-json: "0x1d47c MATHEMATICAL BOLD ITALIC CAPITAL U Lu L 0 0 N <font> 0055   "
# expect-json: "0x1da63 SIGNWRITING TEETH ON TONGUE Mn NSM 0 0 N    "
# expect-json: "0x1e04a MODIFIER LETTER CYRILLIC SMALL DZZE Lm L 0 0 N <super> A689   "
# expect-json: "0x1e631  Cn  0 0 N    "
# expect-json: "0x1ec18  Cn  0 0 N    "
# expect-json: "0x1f1ff REGIONAL INDICATOR SYMBOL LETTER Z So L 0 0 N    "
# expect-json: "0x1f7e6 LARGE BLUE SQUARE So ON 0 0 W    "
# expect-json: "0x1fdcd  Cn  0 0 N    "
# expect-json: "0x203b4 CJK UNIFIED IDEOGRAPH-203B4 Lo L 0 0 W    "
# expect-json: "0x2099b CJK UNIFIED IDEOGRAPH-2099B Lo L 0 0 W    "
# expect-json: "0x20f82 CJK UNIFIED IDEOGRAPH-20F82 Lo L 0 0 W    "
# expect-json: "0x21569 CJK UNIFIED IDEOGRAPH-21569 Lo L 0 0 W    "
# expect-json: "0x21b50 CJK UNIFIED IDEOGRAPH-21B50 Lo L 0 0 W    "
# expect-json: "0x22137 CJK UNIFIED IDEOGRAPH-22137 Lo L 0 0 W    "
# expect-json: "0x2271e CJK UNIFIED IDEOGRAPH-2271E Lo L 0 0 W    "
# expect-json: "0x22d05 CJK UNIFIED IDEOGRAPH-22D05 Lo L 0 0 W    "
# expect-json: "0x232ec CJK UNIFIED IDEOGRAPH-232EC Lo L 0 0 W    "
# expect-json: "0x238d3 CJK UNIFIED IDEOGRAPH-238D3 Lo L 0 0 W    "
# expect-json: "0x23eba CJK UNIFIED IDEOGRAPH-23EBA Lo L 0 0 W    "
# expect-json: "0x244a1 CJK UNIFIED IDEOGRAPH-244A1 Lo L 0 0 W    "
# expect-json: "0x24a88 CJK UNIFIED IDEOGRAPH-24A88 Lo L 0 0 W    "
# expect-json: "0x2506f CJK UNIFIED IDEOGRAPH-2506F Lo L 0 0 W    "
# expect-json: "0x25656 CJK UNIFIED IDEOGRAPH-25656 Lo L 0 0 W    "
# expect-json: "0x25c3d CJK UNIFIED IDEOGRAPH-25C3D Lo L 0 0 W    "
# expect-json: "0x26224 CJK UNIFIED IDEOGRAPH-26224 Lo L 0 0 W    "
# expect-json: "0x2680b CJK UNIFIED IDEOGRAPH-2680B Lo L 0 0 W    "
# expect-json: "0x26df2 CJK UNIFIED IDEOGRAPH-26DF2 Lo L 0 0 W    "
# expect-json: "0x273d9 CJK UNIFIED IDEOGRAPH-273D9 Lo L 0 0 W    "
# expect-json: "0x279c0 CJK UNIFIED IDEOGRAPH-279C0 Lo L 0 0 W    "
# expect-json: "0x27fa7 CJK UNIFIED IDEOGRAPH-27FA7 Lo L 0 0 W    "
# expect-json: "0x2858e CJK UNIFIED IDEOGRAPH-2858E Lo L 0 0 W    "
# expect-json: "0x28b75 CJK UNIFIED IDEOGRAPH-28B75 Lo L 0 0 W    "
# expect-json: "0x2915c CJK UNIFIED IDEOGRAPH-2915C Lo L 0 0 W    "
# expect-json: "0x29743 CJK UNIFIED IDEOGRAPH-29743 Lo L 0 0 W    "
# expect-json: "0x29d2a CJK UNIFIED IDEOGRAPH-29D2A Lo L 0 0 W    "
# expect-json: "0x2a311 CJK UNIFIED IDEOGRAPH-2A311 Lo L 0 0 W    "
# expect-json: "0x2a8f8 CJK UNIFIED IDEOGRAPH-2A8F8 Lo L 0 0 W    "
# expect-json: "0x2aedf CJK UNIFIED IDEOGRAPH-2AEDF Lo L 0 0 W    "
# expect-json: "0x2b4c6 CJK UNIFIED IDEOGRAPH-2B4C6 Lo L 0 0 W    "
# expect-json: "0x2baad CJK UNIFIED IDEOGRAPH-2BAAD Lo L 0 0 W    "
# expect-json: "0x2c094 CJK UNIFIED IDEOGRAPH-2C094 Lo L 0 0 W    "
# expect-json: "0x2c67b CJK UNIFIED IDEOGRAPH-2C67B Lo L 0 0 W    "
# expect-json: "0x2cc62 CJK UNIFIED IDEOGRAPH-2CC62 Lo L 0 0 W    "
# expect-json: "0x2d249 CJK UNIFIED IDEOGRAPH-2D249 Lo L 0 0 W    "
# expect-json: "0x2d830 CJK UNIFIED IDEOGRAPH-2D830 Lo L 0 0 W    "
# expect-json: "0x2de17 CJK UNIFIED IDEOGRAPH-2DE17 Lo L 0 0 W    "
# expect-json: "0x2e3fe CJK UNIFIED IDEOGRAPH-2E3FE Lo L 0 0 W    "
# expect-json: "0x2e9e5 CJK UNIFIED IDEOGRAPH-2E9E5 Lo L 0 0 W    "
# expect-json: "0x2efcc  Cn  0 0 W    "
# expect-json: "0x2f5b3  Cn  0 0 W    "
# expect-json: "0x2fb9a  Cn  0 0 W    "
# expect-json: "0x30181 CJK UNIFIED IDEOGRAPH-30181 Lo L 0 0 W    "
# expect-json: "0x30768 CJK UNIFIED IDEOGRAPH-30768 Lo L 0 0 W    "
# expect-json: "0x30d4f CJK UNIFIED IDEOGRAPH-30D4F Lo L 0 0 W    "
# expect-json: "0x31336 CJK UNIFIED IDEOGRAPH-31336 Lo L 0 0 W    "
# expect-json: "0x3191d CJK UNIFIED IDEOGRAPH-3191D Lo L 0 0 W    "
# expect-json: "0x31f04 CJK UNIFIED IDEOGRAPH-31F04 Lo L 0 0 W    "
# expect-json: "0xe0000  Cn  0 0 N    "
# expect-json: "0xe0021 TAG EXCLAMATION MARK Cf BN 0 0 N    "
# expect-json: "0xe0042 TAG LATIN CAPITAL LETTER B Cf BN 0 0 N    "
# expect-json: "0xe0063 TAG LATIN SMALL LETTER C Cf BN 0 0 N    "
# expect-json: "0xe0084  Cn  0 0 N    "
# expect-json: "0xe00a5  Cn  0 0 N    "
# expect-json: "0xe00c6  Cn  0 0 N    "
# expect-json: "0xe00e7  Cn  0 0 N    "
# expect-json: "0xe0108 VARIATION SELECTOR-25 Mn NSM 0 0 A    "
# expect-json: "0xe0129 VARIATION SELECTOR-58 Mn NSM 0 0 A    "
# expect-json: "0xe014a VARIATION SELECTOR-91 Mn NSM 0 0 A    "
# expect-json: "0xe016b VARIATION SELECTOR-124 Mn NSM 0 0 A    "
# expect-json: "0xe018c VARIATION SELECTOR-157 Mn NSM 0 0 A    "
# expect-json: "0xe01ad VARIATION SELECTOR-190 Mn NSM 0 0 A    "
# expect-json: "0xe01ce VARIATION SELECTOR-223 Mn NSM 0 0 A    "
# expect-json: "0xe01ef VARIATION SELECTOR-256 Mn NSM 0 0 A    "
# expect-json: "0xac00 HANGUL SYLLABLE GA Lo L 0 0 W    "
# expect-json: "0xd7a3 HANGUL SYLLABLE HIH Lo L 0 0 W    "
# expect-json: "0x3400 CJK UNIFIED IDEOGRAPH-3400 Lo L 0 0 W    "
# expect: 0x4e00 CJK UNIFIED IDEOGRAPH-4E00 Lo L 0 0 W    1.0
# expect-json: "0x9fff CJK UNIFIED IDEOGRAPH-9FFF Lo L 0 0 W    "
# expect-json: "0xd800  Cs L 0 0 N    "
# expect-json: "0x1f600 GRINNING FACE So ON 0 0 W    "
# expect-json: "0x323af CJK UNIFIED IDEOGRAPH-323AF Lo L 0 0 W    "
# expect-json: "0x10ffff  Cn  0 0 N    "
# expect: NFC '' True
# expect: NFD '' True
# expect: NFKC '' True
# expect: NFKD '' True
# expect: NFC 'abc' True
# expect: NFD 'abc' True
# expect: NFKC 'abc' True
# expect: NFKD 'abc' True
# expect: NFC '\u1eb9\u0301' False
# expect: NFD 'e\u0323\u0301' False
# expect: NFKC '\u1eb9\u0301' False
# expect: NFKD 'e\u0323\u0301' False
# expect: NFC '\u1e9b\u0323' True
# expect: NFD '\u017f\u0323\u0307' False
# expect: NFKC '\u1e69' False
# expect: NFKD 's\u0323\u0307' False
# expect: NFC '\ufb01' True
# expect: NFD '\ufb01' True
# expect: NFKC 'fi' False
# expect: NFKD 'fi' False
# expect: NFC '\uac01' False
# expect: NFD '\u1100\u1161\u11a8' True
# expect: NFKC '\uac01' False
# expect: NFKD '\u1100\u1161\u11a8' True
# expect: NFC '\xbd\u2460' True
# expect: NFD '\xbd\u2460' True
# expect: NFKC '1\u204421' False
# expect: NFKD '1\u204421' False
# expect: NFC '\ud800\u0301' True
# expect: NFD '\ud800\u0301' True
# expect: NFKC '\ud800\u0301' True
# expect: NFKD '\ud800\u0301' True
# expect: '\u03b1\x00\n\U0001f514\u01a3\uac01'
# expect: '\u2603\u4e00' '1\ufe0f\u20e3'
# expect: "undefined character name 'nope'"
# expect: "undefined character name 'HANGUL SYLLABLE '"
# expect: "undefined character name 'CJK UNIFIED IDEOGRAPH-41'"
# expect: "undefined character name 'CJK UNIFIED IDEOGRAPH-4e00'"
# expect: "undefined character name 'hangul syllable gag'"
# expect: 'name too long'
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-19: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: TypeError name() argument 1 must be a unicode character, not str
# expect: TypeError category() argument must be a unicode character, not int
# expect: ValueError not a decimal
# expect: ValueError not a numeric character
# expect: ValueError no such name
# expect: ValueError invalid normalization form
# expect: TypeError a bytes-like object is required, not 'int'
# expect: 15.1.0
