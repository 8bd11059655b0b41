# Sums of floats, of which much cancels out: each way of summing keeps as much of the rest as CPython's does.
import math
import random
from fractions import Fraction

r = random.Random(7)


def floats(count, bits):
    return [r.uniform(-1, 1) * 2.0 ** r.randrange(-bits, bits) for _ in range(count)]


def cancelling(count, bits):
    """Two lists whose product is small beside the products of their items."""
    x, y = floats(count, bits), floats(count, bits)
    for i in range(count // 2, count):
        x[i] = r.uniform(-1, 1) * 2.0 ** r.randrange(0, bits)
        rest = sum(Fraction(a) * Fraction(b) for a, b in zip(x, y))
        y[i] = float((Fraction(r.uniform(-1, 1)) - rest) / Fraction(x[i]))
    return x, y


def fingerprint(values):
    """A number that any bit of any value changes."""
    total = 0
    for value in values:
        total = (total * 1000003 + hash(value)) % (1 << 61)
    return hex(total)


for bits in (3, 40, 50, 200):
    for count in (2, 6, 10):
        pairs = [cancelling(count, bits) for _ in range(12)]
        print(bits, count, math.sumprod(*pairs[0]).hex(), fingerprint(math.sumprod(x, y) for x, y in pairs), end=" ")
        print(fingerprint(math.sumprod([3, 10**16 + 1] + x, [7.5, 2] + y) for x, y in pairs), end=" ")
        lists = [x + y + [-v for v in x[1:]] for x, y in pairs]
        print(*(fingerprint(map(f, lists)) for f in (sum, math.fsum, lambda v: math.hypot(*v))), end=" ")
        print(fingerprint(math.dist(x, y) for x, y in pairs), fingerprint(sum(map(complex, x, y)) for x, y in pairs), end=" ")
        print(fingerprint(math.fma(a, b, -(a * b)) for x, y in pairs for a, b in zip(x, y)))

# expect: 3 2 -0x1.93eb64c827edcp+2 0x1d318d12272f8e74 0x4d29929fdf4f45c 0x841f954c371cc1d 0x841f954c371cc1d 0x11eb0e2471e117ed 0x1130fe3159df83af 0x19dde281aec94b73 0xcc7676da1d4e642
# expect: 3 6 0x1.8cd9c67a8016fp-3 0x1fa62cd04ba7f4b5 0xc1b97ded8a185fc 0x1a0f497449cf7db6 0x1a0f497449cf7db6 0x1759ec414fcfa33c 0x1e96825c06bd5543 0x65da8aa7720f6d8 0x19d1275b1976266a
# expect: 3 10 -0x1.24e66e30eee27p-1 0x18228e3a397a72f 0x1b4cc9440f21b2a8 0x1266bdfc221ed9ed 0x1266bdfc221ed9ed 0xc6fa6fa4c037e7c 0x2255ed7f8b40637 0x11fd38761d48f632 0xf40b7cb0922c514
# expect: 40 2 -0x1.0a1e50ce62392p+30 0x18431ecae4151cda 0xc7f48986cc5fcd5 0xabc75153f87d430 0xabc75153f87d430 0xabe1df49162686b 0x14be47ee05caea01 0x32719400d34fed6 0x10641b60a4f09f1e
# expect: 40 6 -0x1.35b5331664ebdp+6 0xdab72d7dafdd84 0x530a680a31e116c 0x38d4b783fe201e 0x38d4b783fe201e 0xf774ac90fcc155a 0x1dca5c269cc6e282 0xe0325238e462a91 0xfca06dad46b1451
# expect: 40 10 0x1.910ee2198e654p+26 0x1c5748f1fff8c9e8 0x110255119f0dec40 0x110986cf6fc89926 0x110986cf6fc89926 0x148f88a9d022c8d1 0x1af3f73768cb594d 0x1f860a08e5af08f3 0x8d537fa9bd68750
# expect: 50 2 -0x1.969c85073daa6p+58 0x17b9619fd4efff2b 0x1ce83d276d1cf054 0x3841ae66ffb4cdf 0x3841ae66ffb4cdf 0xd25c804c8400191 0x1300a462d64bd9ef 0x8f1b7cec1825376 0x1ca3c51c5373de65
# expect: 50 6 0x1.106b65bfed88fp+60 0x1ca51bac1609fcdc 0xf70e9d515507650 0x11a0c24878c33ffa 0x11a0c24878c33ffa 0x13c8a7b6a7690364 0xba55970442dac0a 0x1661f52ec5350898 0x16feb10eb3fb5b9
# expect: 50 10 0x1.1b98f41d69f01p+37 0xa6c8215405492c8 0x3906bd3d1992145 0xe9bb0bfe1ab8c54 0xe9bb0bfe1ab8c54 0x19bc78973ca12cb6 0x14b2477c5e457f73 0xa9b7d6bdb2b6308 0xc98894cb3c65575
# expect: 200 2 0x1.564dac46ec1e0p+46 0x892127d0abdbd6b 0x698a2cccb92b71c 0x15484a3524880f5d 0x15484a3524880f5d 0xea168acbbda3dae 0x1b7021a6c318143d 0xaf2a624035f0e76 0x7c8f1f8821f406f
# expect: 200 6 0x0.0p+0 0x572b97528cf42b2 0x1f31b449d3c48b3f 0xbb0a962445a20f7 0x1287ac29981cf827 0x1e2d42a1dd0bdb6c 0xd12d1872e6856ff 0x18c73632662f4315 0x5a77ac384cd2773
# expect: 200 10 -0x1.7d4982c7a2400p+146 0x15b1cb2e39da48c5 0x1ec6c236c941cbec 0x169ee1198a4ccd06 0x169ee1198a4ccd06 0xed29cab67493959 0x1b08748adb9d0297 0x1e403c07dbc5399 0xf259653d6d6c82f
