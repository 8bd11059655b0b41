# Random operands in random contexts: an operation's line has a checksum of all that it answered and signalled, and of the
# sizes of the answers; the last answers are shown.
import random
import sys
from decimal import *

random.seed(13)
ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
SPECIAL = 'inf -inf nan snan -nan12 snan345678901234 0 -0 0e5 -0e-7 1 -1 10 0.1 1e-999999 9e999999 2 0.5 1.0'.split()
UNARY = 'exp ln log10 sqrt abs minus plus next_minus next_plus normalize logb logical_invert to_integral to_integral_exact number_class is_normal is_subnormal to_sci_string to_eng_string create_decimal'.split()
BINARY = 'add subtract multiply divide divide_int remainder remainder_near divmod compare compare_signal compare_total compare_total_mag max max_mag min min_mag quantize scaleb shift rotate next_toward logical_and logical_or logical_xor power same_quantum copy_sign'.split()
# The sizes of these answers tell of room that libmpdec needed on the way.
UNSIZED = 'exp ln log10 power divmod shift rotate'.split()


def number():
    if random.randrange(15) == 0:
        return random.choice(SPECIAL)
    count = random.randrange(1, random.choice([1, 2, 3, 5, 9, 15, 16, 19, 20, 28, 29, 38, 57, 76, 80]) + 1)
    digits = ''.join(random.choice(random.choice(['0123456789', '0123456789', '09', '05', '01'])) for _ in range(count))
    exponent = random.choice([0, 0, -count, -count // 2, random.randrange(-5, 6), random.randrange(-40, 41)])
    return random.choice(['', '', '-']) + digits + 'e' + str(exponent)


sums = {}
last = {}


def note(name, result, context):
    flags = [signal.__name__ for signal, value in context.flags.items() if value]
    size = 0 if name in UNSIZED else sys.getsizeof(result)
    text = f'{result} {flags} {size}'
    total = sums.get(name, 0)
    for byte in text.encode():
        total = (total * 31 + byte) % 4294967291
    sums[name] = total
    last[name] = text
    context.clear_flags()


for _ in range(60):
    emax, emin = random.choice([(999999, -999999), (99, -99), (9, -9), (384, -383), (0, 0), (20, -3)])
    c = Context(prec=random.choice([1, 2, 5, 9, 16, 18, 19, 20, 28, 28, 34, 38, 50]), rounding=random.choice(ROUNDINGS),
                Emax=emax, Emin=emin, clamp=random.randrange(4) == 0, traps=[], capitals=random.randrange(2))
    a, b, d = Decimal(number()), Decimal(number()), Decimal(number())
    if random.randrange(4) == 0:
        b = Decimal(random.randrange(-30, 30))
    for name in UNARY:
        note(name, getattr(c, name)(a), c)
    for name in BINARY:
        note(name, getattr(c, name)(a, b), c)
    note('fma', c.fma(a, b, d), c)
    with localcontext(c) as c:
        note('compare', [a < b, a == b, a != b, a >= b], c)
        note('hash', 0 if a.is_nan() else hash(a), c)
        note('tuple', a.as_tuple(), c)
        if a.is_finite():
            note('float', float(a), c)
            note('ratio', a.as_integer_ratio() if abs(a.adjusted()) < 50 else 0, c)
            note('round', round(a, 2), c)
            note('int', int(a) if a.adjusted() < 99 else 0, c)
for name, total in sums.items():
    print(name, total, last[name])

# expect: exp 2559919059 Infinity ['Overflow', 'Inexact', 'Rounded'] 0
# expect: ln 587759861 48.44623519000425406749231730831700 ['Inexact', 'Rounded'] 0
# expect: log10 2994243140 21.03993261200598438622149428598452 ['Inexact', 'Rounded'] 0
# expect: sqrt 4032752982 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: abs 2946481864 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: minus 3612988400 -Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: plus 2307470508 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: next_minus 1525237564 9999999999.999999999999999999999999 [] 120
# expect: next_plus 2378943531 Infinity [] 120
# expect: normalize 2925698103 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: logb 463650721 21.000000000000000000000000 ['Clamped'] 120
# expect: logical_invert 4286948944 NaN ['InvalidOperation'] 120
# expect: to_integral 1475873861 1096308072559057520105 [] 120
# expect: to_integral_exact 3246673847 1096308072559057520105 [] 120
# expect: number_class 1357739654 +Normal [] 48
# expect: is_normal 2798416143 True [] 28
# expect: is_subnormal 3754082278 False [] 28
# expect: to_sci_string 1862382189 1096308072559057520105 [] 63
# expect: to_eng_string 3140811438 1096308072559057520105 [] 63
# expect: create_decimal 1411521177 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: add 3299155785 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: subtract 2148183734 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: multiply 4046205733 -0E-24 ['Clamped'] 120
# expect: divide 2675070168 -Infinity ['DivisionByZero'] 120
# expect: divide_int 2190525777 -Infinity ['DivisionByZero'] 120
# expect: remainder 2646910534 NaN ['InvalidOperation'] 120
# expect: remainder_near 3249366176 NaN ['InvalidOperation'] 120
# expect: divmod 1305217010 (Decimal('-Infinity'), Decimal('NaN')) ['InvalidOperation', 'DivisionByZero'] 0
# expect: compare 3659660761 [False, False, True, True] [] 88
# expect: compare_signal 3065368465 1 [] 120
# expect: compare_total 247469474 1 [] 120
# expect: compare_total_mag 1358781552 1 [] 120
# expect: max 3295953284 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: max_mag 3166435910 Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: min 2312264847 -0E-24 ['Clamped'] 120
# expect: min_mag 3909897360 -0E-24 ['Clamped'] 120
# expect: quantize 425352605 NaN ['InvalidOperation'] 120
# expect: scaleb 2021172204 NaN ['InvalidOperation'] 120
# expect: shift 2976469489 NaN ['InvalidOperation'] 0
# expect: rotate 2436098166 NaN ['InvalidOperation'] 0
# expect: next_toward 818918372 9999999999.999999999999999999999999 [] 120
# expect: logical_and 215200359 NaN ['InvalidOperation'] 120
# expect: logical_or 215200359 NaN ['InvalidOperation'] 120
# expect: logical_xor 215200359 NaN ['InvalidOperation'] 120
# expect: power 4281399258 1 [] 0
# expect: same_quantum 4102821493 False [] 28
# expect: copy_sign 1789113288 -1096308072559057520105 [] 120
# expect: fma 1176073507 -Infinity ['Overflow', 'Inexact', 'Rounded'] 120
# expect: hash 2270139831 1032643182552893380 [] 32
# expect: tuple 2165535066 DecimalTuple(sign=0, digits=(1, 0, 9, 6, 3, 0, 8, 0, 7, 2, 5, 5, 9, 0, 5, 7, 5, 2, 0, 1, 0, 5), exponent=0) [] 64
# expect: float 3480477937 1.0963080725590576e+21 [] 24
# expect: ratio 3878207392 (1096308072559057520105, 1) [] 56
# expect: round 692255169 NaN ['InvalidOperation'] 120
# expect: int 1854293417 1096308072559057520105 [] 36
