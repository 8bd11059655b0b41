# The format mini-language and f-strings.
for value, specs in ((42, ["", "5", "<5", "^5", "05", "+", " ", "x", "#x", "X", "#o", "b", "#010b", ",", "_", "c", "e", ".2f", "%", "n", "*^9", "=+6", "_x"]),
                     (-1234567, ["", ",", "_", "012,", "x", "+", "(>12" , "=10", "_b"]),
                     (3.14159, ["", ".2f", "8.3f", "<8.2f", "+.1e", "g", ".3g", "%", ".1%", "010.2f", ",.2f", "E", "G", "n", "^+12.3f", "z.1f", "#.0f"]),
                     (1234567.891, [",", ",.1f", "_.2f", ".3", "e", "g", "20,.2f"]),
                     (-0.0001, ["z.2f", ".2f", ".0e", "", "g"]),
                     (float("inf"), ["", "5", "F", "05", "+"]),
                     (1 + 2j, ["", ".1f", "e", ">12"]),
                     ("text", ["", "10", ">10", "^10", ".2", "-<8", "s", "3.1"]),
                     (True, ["", "5", "d"]), (None, [""]), ([1], [""])):
    print(repr(value), [format(value, spec) for spec in specs])
for value, spec in ((1, "s"), ("a", "d"), (1.0, "x"), ([1], "5"), ("a", "+"), ("a", "="), (1, ".2"), (1, "q"), (1, ",s"), (1.5, ",_"), (300000000, "c"), ("a", ","), (1, "#c")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
name, width, n = "Ann", 8, 3.14159
print(f"{name!r:>{width}}|{n:.{2}f}|{n=}|{n = :.1f}|{name=!s}|{{}}|{'nested ' + f'{1 + 1}'}|{n:{'>'}{width}}")
print(f"{'a' if n > 3 else 'b'} {[i for i in range(3)]} {(lambda x: x * 2)(4)} {name[0]} {dict(a=1)['a']}")
print(f"""multi
line {
    name.upper()
}""")
print(f"{name!a} {'é'!a} {1:>5}{2:<5}| {1e10:g} {10:#x}", rf"\n{name}", f"{'\n'.join('ab')!r}")
print("{} {} {0}".format(1, 2) if 0 else "{0} {1} {0}".format(1, 2), "{a[0]} {b.real} {c[k]}".format(a=[5], b=3, c={"k": "v"}), "{:>{w}}|{!r}".format("x", "y", w=4))
print("{:%}".format(0.5), "{{}}".format(), "{0:{1}}".format(3, "05"), "{:,}".format(10**9), "{.imag}".format(2j))
class Money:
    def __format__(self, spec): return f"${spec or 'plain'}"
    def __str__(self): return "money"
    def __repr__(self): return "Money()"
print(f"{Money()} {Money():x y} {Money()!s} {Money()!r:>10}", format(Money()), "%s %r" % (Money(), Money()), str([Money()]))
for text in ("{", "}", "{0", "{a.}", "{!x}", "{:{}}", "{} {0}", "{0[}", "{x}"):
    try:
        print(text.format(1))
    except (ValueError, KeyError, IndexError) as error:
        print(repr(text), type(error).__name__, error)
print("%5.1f|%-8s|%08.3f|%+5d|%x|%#o|%c" % (3.14159, "ab", 3.14159, 5, 255, 8, 65), "%s" % (1,), "%s" % [1, 2], "%r" % "a")
print("%i %u %a %.2e %G" % (3.9, 4, "é", 12345.678, 1e-10), "%%|%5%|" % () if 0 else "%%" % ())
print(f"{1_000_000:,} {0.000001} {1e-7} {123456789.123456789} {1e100:.3g} {2**70:,} {-5:05} {5:<05}")

# expect: 42 ['42', '   42', '42   ', ' 42  ', '00042', '+42', ' 42', '2a', '0x2a', '2A', '0o52', '101010', '0b00101010', '42', '42', '*', '4.200000e+01', '42.00', '4200.000000%', '42', '***42****', '+   42', '2a']
# expect: -1234567 ['-1234567', '-1,234,567', '-1_234_567', '-001,234,567', '-12d687', '-1234567', '((((-1234567', '-  1234567', '-1_0010_1101_0110_1000_0111']
# expect: 3.14159 ['3.14159', '3.14', '   3.142', '3.14    ', '+3.1e+00', '3.14159', '3.14', '314.159000%', '314.2%', '0000003.14', '3.14', '3.141590E+00', '3.14159', '3.14159', '   +3.142   ', '3.1', '3.']
# expect: 1234567.891 ['1,234,567.891', '1,234,567.9', '1_234_567.89', '1.23e+06', '1.234568e+06', '1.23457e+06', '        1,234,567.89']
# expect: -0.0001 ['0.00', '-0.00', '-1e-04', '-0.0001', '-0.0001']
# expect: inf ['inf', '  inf', 'INF', '00inf', '+inf']
# expect: (1+2j) ['(1+2j)', '1.0+2.0j', '1.000000e+00+2.000000e+00j', '      (1+2j)']
# expect: 'text' ['text', 'text      ', '      text', '   text   ', 'te', 'text----', 'text', 't  ']
# expect: True ['True', '    1', '1']
# expect: None ['None']
# expect: [1] ['[1]']
# expect: ValueError Unknown format code 's' for object of type 'int'
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: ValueError Unknown format code 'x' for object of type 'float'
# expect: TypeError unsupported format string passed to list.__format__
# expect: ValueError Sign not allowed in string format specifier
# expect: ValueError '=' alignment not allowed in string format specifier
# expect: ValueError Precision not allowed in integer format specifier
# expect: ValueError Unknown format code 'q' for object of type 'int'
# expect: ValueError Cannot specify ',' with 's'.
# expect: ValueError Cannot specify both ',' and '_'.
# expect: OverflowError %c arg not in range(0x110000)
# expect: ValueError Cannot specify ',' with 's'.
# expect: ValueError Alternate form (#) not allowed with integer format specifier 'c'
# expect:    'Ann'|3.14|n=3.14159|n = 3.1|name=Ann|{}|nested 2| 3.14159
# expect: a [0, 1, 2] 8 A 1
# expect: multi
# expect: line ANN
# expect: 'Ann' '\xe9'     12    | 1e+10 0xa \nAnn 'a\nb'
# expect: 1 2 1 5 3 v    x|'y'
# expect: 50.000000% {} 00003 1,000,000,000 2.0
# expect: $plain $x y money    Money() $plain money Money() [Money()]
# expect: '{' ValueError Single '{' encountered in format string
# expect: '}' ValueError Single '}' encountered in format string
# expect: '{0' ValueError expected '}' before end of string
# expect: '{a.}' KeyError 'a'
# expect: '{!x}' ValueError Unknown conversion specifier x
# expect: '{:{}}' IndexError Replacement index 1 out of range for positional args tuple
# expect: '{} {0}' ValueError cannot switch from automatic field numbering to manual field specification
# expect: '{0[}' ValueError expected '}' before end of string
# expect: '{x}' KeyError 'x'
# expect:   3.1|ab      |0003.142|   +5|ff|0o10|A 1 [1, 2] 'a'
# expect: 3 4 '\xe9' 1.23e+04 1E-10 %
# expect: 1,000,000 1e-06 1e-07 123456789.12345679 1e+100 1,180,591,620,717,411,303,424 -0005 50000
