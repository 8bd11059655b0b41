# Conversion by built-in functions (row 17): what they read, and what they make.
# Look at the step of each call: which objects it reads, and which new block it takes. int("15") reads two characters and
# gives an object that was there all along; list("ab") takes a new head and a new array; bytes(3) three zero bytes.
import sys


def attempt(action):
    try:
        return repr(action())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print("int('15')        ", attempt(lambda: int("15")), "| the fifteen that exists:", int("15") is next(iter([15])))
print("int(' 1_000 ')   ", attempt(lambda: int(" 1_000 ")))
print("int('ff', 16)    ", attempt(lambda: int("ff", 16)))
print("int('0b101', 0)  ", attempt(lambda: int("0b101", 0)))
print("int(-2.9)        ", attempt(lambda: int(-2.9)))
print("int('2.9')       ", attempt(lambda: int("2.9")))
print("float('1e3')     ", attempt(lambda: float("1e3")))
print("float('one')     ", attempt(lambda: float("one")))
print("str(0.1)         ", attempt(lambda: str(0.1)))
print("bool('False')    ", attempt(lambda: bool("False")))
print("list('ab')       ", attempt(lambda: list("ab")), sys.getsizeof(list("ab")), "bytes")
print("tuple({1: 'x'})  ", attempt(lambda: tuple({1: "x"})))
print("set('hello')     ", attempt(lambda: sorted(set("hello"))))
print("dict(['ab', 'cd'])", attempt(lambda: dict(["ab", "cd"])))
print("dict(['abc'])    ", attempt(lambda: dict(["abc"])))
print("bytes(3)         ", attempt(lambda: bytes(3)))
print("bytes([3])       ", attempt(lambda: bytes([3])))
print("bytes([300])     ", attempt(lambda: bytes([300])))
print("bytes('é', 'utf-8')", attempt(lambda: bytes("é", "utf-8")))
print("bytes('é')       ", attempt(lambda: bytes("é")))
print("chr(233), ord    ", attempt(lambda: chr(233)), attempt(lambda: ord("é")))
print("complex('1+2j')  ", attempt(lambda: complex("1+2j")))
print("round(2.5), (3.5)", round(2.5), round(3.5))
print("hex, oct, bin    ", hex(254), oct(254), bin(254))


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    def __int__(self):
        return int(self.degrees)

    def __float__(self):
        return float(self.degrees)

    def __str__(self):
        return f"{self.degrees} °C"

    def __bool__(self):
        return self.degrees > 0


warm = Celsius(21.5)
print("own conversions  ", int(warm), float(warm), str(warm), bool(warm), bool(Celsius(-3)))
