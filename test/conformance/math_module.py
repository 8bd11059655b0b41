# math: values, integer functions, sums, and which arguments are errors.
import math
def show(text):
    try:
        value = eval(text)
        print(text, "->", "%.13g" % value if type(value) is float else value)
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)
for text in """math.sqrt(-1);math.log(0);math.log(-5.);math.gamma(-1);math.gamma(0);math.acos(2);math.cos(math.inf);math.exp(1e4)
math.log1p(-1);math.atanh(1);math.fmod(1,0);math.remainder(1,0);math.pow(0,-1);math.pow(10,400);math.ldexp(1.,5000)
math.ldexp(1,1.5);math.fma(math.inf,0,1);math.fma(1e300,1e300,0);math.isqrt(-1);math.comb(-1,2);math.comb(3,-2)
math.comb(10**30,10**25);math.perm(3,-1);math.perm(10**30,10**25);math.factorial(-1);math.factorial(10**30)
math.factorial(1.0);math.fsum([1e308,1e308]);math.fsum([math.inf,-math.inf]);math.dist([1],[1,2]);math.sumprod([1],[1,2])
math.trunc('a');math.log(2,1);math.nextafter(1,2,steps=-1);math.isclose(1,2,rel_tol=-1);math.hypot('a');math.gcd(1.5)
math.log();math.sin();math.pow(1);math.floor(math.inf);math.lgamma(0);math.fsum(['a']);math.perm(2.5);math.degrees('x')
math.gamma(200);math.lgamma(1e308);math.log2(-10**400);math.dist(1,2);math.hypot(1,a=2);math.prod(1);math.log(1,2,3)
math.perm(2**70);math.sumprod(1,2);math.floor('a');math.ceil(math.nan);math.log(10**400);math.log2(2**5000);math.log10(10**1000)
math.log(8,2);math.log(10**400,10);math.sqrt(2);math.cbrt(27);math.exp(1);math.exp2(10);math.expm1(1e-10);math.sin(1);math.cos(1)
math.tan(1);math.asin(1);math.acos(0.5);math.atan(1);math.atan2(-0.0,-1);math.sinh(1);math.cosh(1);math.tanh(1);math.asinh(1)
math.acosh(2);math.atanh(.5);math.erf(.5);math.erfc(.5);math.gamma(5.5);math.lgamma(-1.5);math.fabs(-3);math.degrees(math.pi)
math.radians(180);math.frexp(0.3);math.frexp(math.inf);math.frexp(-0.0);math.modf(-3.25);math.modf(math.inf);math.ldexp(.5,-1074)
math.ldexp(3,10**30);math.ldexp(0,10**30);math.ldexp(3,-10**30);math.fmod(-7,3);math.fmod(7,math.inf);math.remainder(7,2);math.copysign(3,-0.0)
math.pow(-8,1/3);math.pow(-2,3);math.pow(math.nan,0);math.pow(1,math.nan);math.pow(-math.inf,3);math.pow(0,-math.inf);math.pow(-1,math.inf)
math.nextafter(1,2);math.nextafter(0,-1);math.nextafter(1,2,steps=10**30);math.ulp(1);math.ulp(-math.inf);math.fma(2,3,4)
math.isclose(1,1+1e-10);math.isclose(0,1e-10);math.isclose(0,1e-10,abs_tol=1e-9);math.isclose(math.inf,math.inf)
math.isfinite(3);math.isinf(-math.inf);math.isnan(math.nan);math.floor(-2.5);math.ceil(-2.5);math.trunc(-2.5);math.floor(1e20);math.floor(7)
math.hypot();math.hypot(3,4);math.hypot(1,2,3);math.hypot(math.nan,math.inf);math.dist((1,2),(4,6));math.dist([0.5],[2])
math.gcd();math.gcd(-6);math.gcd(12,18,27);math.gcd(2**100*15,6**40);math.gcd(0,0);math.gcd(2**53+1,3);math.gcd(True,0);math.gcd(-2**80, 2**60+4)
math.lcm();math.lcm(-6);math.lcm(4,6,0);math.lcm(4,6,10);math.lcm(2**70,3**30)
math.isqrt(0);math.isqrt(15);math.isqrt(16);math.isqrt(2**53-1);math.isqrt(10**40);math.isqrt(10**40-1);math.isqrt(True)
math.factorial(0);math.factorial(5);math.factorial(25);math.factorial(100);math.comb(5,2);math.comb(5,7);math.comb(200,100);math.comb(10**20,3)
math.perm(5);math.perm(5,2);math.perm(5,7);math.perm(30,20);math.perm(5,None);math.prod([1,2,3]);math.prod([1.5,2],start=3);math.prod([]);math.prod(['a'],start=3)
math.sumprod([1,2],[3,4]);math.sumprod([0.1]*10,[0.1]*10);math.sumprod([1,2.5],[3,4]);math.sumprod([2**62,2**62,1.5],[2,2,1]);math.sumprod([10**400,1.5],[1,2]);math.sumprod(['a'],[3])
math.fsum([.1]*10);math.fsum([1e100,1,-1e100]);math.fsum([]);math.fsum([1e308,1e308,-1e308]);math.fsum([math.nan,1]);math.fsum([math.inf,1]);math.fsum(1/n for n in range(1,200))
math.pi;math.e;math.tau;math.inf;math.nan""".replace("\n", ";").split(";"):
    show(text)
class Number:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __float__(self): return 0.25
    def __index__(self): return 6
number = Number()
print(math.floor(number), math.ceil(number), math.trunc(number), math.sqrt(number), math.gcd(number, 4), math.factorial(number))
def chain(depth):
    if depth: yield math.prod(chain(depth - 1)) + 1
    else: yield 2
print(math.prod(chain(300)), math.fsum(float(x) for x in chain(200)))

# expect: math.sqrt(-1) -> ValueError: math domain error
# expect: math.log(0) -> ValueError: math domain error
# expect: math.log(-5.) -> ValueError: math domain error
# expect: math.gamma(-1) -> ValueError: math domain error
# expect: math.gamma(0) -> ValueError: math domain error
# expect: math.acos(2) -> ValueError: math domain error
# expect: math.cos(math.inf) -> ValueError: math domain error
# expect: math.exp(1e4) -> OverflowError: math range error
# expect: math.log1p(-1) -> ValueError: math domain error
# expect: math.atanh(1) -> ValueError: math domain error
# expect: math.fmod(1,0) -> ValueError: math domain error
# expect: math.remainder(1,0) -> ValueError: math domain error
# expect: math.pow(0,-1) -> ValueError: math domain error
# expect: math.pow(10,400) -> OverflowError: math range error
# expect: math.ldexp(1.,5000) -> OverflowError: math range error
# expect: math.ldexp(1,1.5) -> TypeError: Expected an int as second argument to ldexp.
# expect: math.fma(math.inf,0,1) -> ValueError: invalid operation in fma
# expect: math.fma(1e300,1e300,0) -> OverflowError: overflow in fma
# expect: math.isqrt(-1) -> ValueError: isqrt() argument must be nonnegative
# expect: math.comb(-1,2) -> ValueError: n must be a non-negative integer
# expect: math.comb(3,-2) -> ValueError: k must be a non-negative integer
# expect: math.comb(10**30,10**25) -> OverflowError: min(n - k, k) must not exceed 9223372036854775807
# expect: math.perm(3,-1) -> ValueError: k must be a non-negative integer
# expect: math.perm(10**30,10**25) -> OverflowError: k must not exceed 9223372036854775807
# expect: math.factorial(-1) -> ValueError: factorial() not defined for negative values
# expect: math.factorial(10**30) -> OverflowError: factorial() argument should not exceed 9223372036854775807
# expect: math.factorial(1.0) -> TypeError: 'float' object cannot be interpreted as an integer
# expect: math.fsum([1e308,1e308]) -> OverflowError: intermediate overflow in fsum
# expect: math.fsum([math.inf,-math.inf]) -> ValueError: -inf + inf in fsum
# expect: math.dist([1],[1,2]) -> ValueError: both points must have the same number of dimensions
# expect: math.sumprod([1],[1,2]) -> ValueError: Inputs are not the same length
# expect: math.trunc('a') -> TypeError: type str doesn't define __trunc__ method
# expect: math.log(2,1) -> ZeroDivisionError: float division by zero
# expect: math.nextafter(1,2,steps=-1) -> ValueError: steps must be a non-negative integer
# expect: math.isclose(1,2,rel_tol=-1) -> ValueError: tolerances must be non-negative
# expect: math.hypot('a') -> TypeError: must be real number, not str
# expect: math.gcd(1.5) -> TypeError: 'float' object cannot be interpreted as an integer
# expect: math.log() -> TypeError: log expected at least 1 argument, got 0
# expect: math.sin() -> TypeError: math.sin() takes exactly one argument (0 given)
# expect: math.pow(1) -> TypeError: pow expected 2 arguments, got 1
# expect: math.floor(math.inf) -> OverflowError: cannot convert float infinity to integer
# expect: math.lgamma(0) -> ValueError: math domain error
# expect: math.fsum(['a']) -> TypeError: must be real number, not str
# expect: math.perm(2.5) -> TypeError: 'float' object cannot be interpreted as an integer
# expect: math.degrees('x') -> TypeError: must be real number, not str
# expect: math.gamma(200) -> OverflowError: math range error
# expect: math.lgamma(1e308) -> OverflowError: math range error
# expect: math.log2(-10**400) -> ValueError: math domain error
# expect: math.dist(1,2) -> TypeError: 'int' object is not iterable
# expect: math.hypot(1,a=2) -> TypeError: math.hypot() takes no keyword arguments
# expect: math.prod(1) -> TypeError: 'int' object is not iterable
# expect: math.log(1,2,3) -> TypeError: log expected at most 2 arguments, got 3
# expect: math.perm(2**70) -> OverflowError: factorial() argument should not exceed 9223372036854775807
# expect: math.sumprod(1,2) -> TypeError: 'int' object is not iterable
# expect: math.floor('a') -> TypeError: must be real number, not str
# expect: math.ceil(math.nan) -> ValueError: cannot convert float NaN to integer
# expect: math.log(10**400) -> 921.0340371976
# expect: math.log2(2**5000) -> 5000
# expect: math.log10(10**1000) -> 1000
# expect: math.log(8,2) -> 3
# expect: math.log(10**400,10) -> 400
# expect: math.sqrt(2) -> 1.414213562373
# expect: math.cbrt(27) -> 3
# expect: math.exp(1) -> 2.718281828459
# expect: math.exp2(10) -> 1024
# expect: math.expm1(1e-10) -> 1.00000000005e-10
# expect: math.sin(1) -> 0.8414709848079
# expect: math.cos(1) -> 0.5403023058681
# expect: math.tan(1) -> 1.557407724655
# expect: math.asin(1) -> 1.570796326795
# expect: math.acos(0.5) -> 1.047197551197
# expect: math.atan(1) -> 0.7853981633974
# expect: math.atan2(-0.0,-1) -> -3.14159265359
# expect: math.sinh(1) -> 1.175201193644
# expect: math.cosh(1) -> 1.543080634815
# expect: math.tanh(1) -> 0.7615941559558
# expect: math.asinh(1) -> 0.8813735870195
# expect: math.acosh(2) -> 1.316957896925
# expect: math.atanh(.5) -> 0.5493061443341
# expect: math.erf(.5) -> 0.520499877813
# expect: math.erfc(.5) -> 0.479500122187
# expect: math.gamma(5.5) -> 52.34277778455
# expect: math.lgamma(-1.5) -> 0.8600470153765
# expect: math.fabs(-3) -> 3
# expect: math.degrees(math.pi) -> 180
# expect: math.radians(180) -> 3.14159265359
# expect: math.frexp(0.3) -> (0.6, -1)
# expect: math.frexp(math.inf) -> (inf, 0)
# expect: math.frexp(-0.0) -> (-0.0, 0)
# expect: math.modf(-3.25) -> (-0.25, -3.0)
# expect: math.modf(math.inf) -> (0.0, inf)
# expect: math.ldexp(.5,-1074) -> 0
# expect: math.ldexp(3,10**30) -> OverflowError: math range error
# expect: math.ldexp(0,10**30) -> 0
# expect: math.ldexp(3,-10**30) -> 0
# expect: math.fmod(-7,3) -> -1
# expect: math.fmod(7,math.inf) -> 7
# expect: math.remainder(7,2) -> -1
# expect: math.copysign(3,-0.0) -> -3
# expect: math.pow(-8,1/3) -> ValueError: math domain error
# expect: math.pow(-2,3) -> -8
# expect: math.pow(math.nan,0) -> 1
# expect: math.pow(1,math.nan) -> 1
# expect: math.pow(-math.inf,3) -> -inf
# expect: math.pow(0,-math.inf) -> inf
# expect: math.pow(-1,math.inf) -> 1
# expect: math.nextafter(1,2) -> 1
# expect: math.nextafter(0,-1) -> -4.940656458412e-324
# expect: math.nextafter(1,2,steps=10**30) -> 2
# expect: math.ulp(1) -> 2.22044604925e-16
# expect: math.ulp(-math.inf) -> inf
# expect: math.fma(2,3,4) -> 10
# expect: math.isclose(1,1+1e-10) -> True
# expect: math.isclose(0,1e-10) -> False
# expect: math.isclose(0,1e-10,abs_tol=1e-9) -> True
# expect: math.isclose(math.inf,math.inf) -> True
# expect: math.isfinite(3) -> True
# expect: math.isinf(-math.inf) -> True
# expect: math.isnan(math.nan) -> True
# expect: math.floor(-2.5) -> -3
# expect: math.ceil(-2.5) -> -2
# expect: math.trunc(-2.5) -> -2
# expect: math.floor(1e20) -> 100000000000000000000
# expect: math.floor(7) -> 7
# expect: math.hypot() -> 0
# expect: math.hypot(3,4) -> 5
# expect: math.hypot(1,2,3) -> 3.741657386774
# expect: math.hypot(math.nan,math.inf) -> inf
# expect: math.dist((1,2),(4,6)) -> 5
# expect: math.dist([0.5],[2]) -> 1.5
# expect: math.gcd() -> 0
# expect: math.gcd(-6) -> 6
# expect: math.gcd(12,18,27) -> 3
# expect: math.gcd(2**100*15,6**40) -> 3298534883328
# expect: math.gcd(0,0) -> 0
# expect: math.gcd(2**53+1,3) -> 3
# expect: math.gcd(True,0) -> 1
# expect: math.gcd(-2**80, 2**60+4) -> 4
# expect: math.lcm() -> 1
# expect: math.lcm(-6) -> 6
# expect: math.lcm(4,6,0) -> 0
# expect: math.lcm(4,6,10) -> 60
# expect: math.lcm(2**70,3**30) -> 243073345330964281680845098425778176
# expect: math.isqrt(0) -> 0
# expect: math.isqrt(15) -> 3
# expect: math.isqrt(16) -> 4
# expect: math.isqrt(2**53-1) -> 94906265
# expect: math.isqrt(10**40) -> 100000000000000000000
# expect: math.isqrt(10**40-1) -> 99999999999999999999
# expect: math.isqrt(True) -> 1
# expect: math.factorial(0) -> 1
# expect: math.factorial(5) -> 120
# expect: math.factorial(25) -> 15511210043330985984000000
# expect: math.factorial(100) -> 93326215443944152681699238856266700490715968264381621468592963895217599993229915608941463976156518286253697920827223758251185210916864000000000000000000000000
# expect: math.comb(5,2) -> 10
# expect: math.comb(5,7) -> 0
# expect: math.comb(200,100) -> 90548514656103281165404177077484163874504589675413336841320
# expect: math.comb(10**20,3) -> 166666666666666666661666666666666666666700000000000000000000
# expect: math.perm(5) -> 120
# expect: math.perm(5,2) -> 20
# expect: math.perm(5,7) -> 0
# expect: math.perm(30,20) -> 73096577329197271449600000
# expect: math.perm(5,None) -> 120
# expect: math.prod([1,2,3]) -> 6
# expect: math.prod([1.5,2],start=3) -> 9
# expect: math.prod([]) -> 1
# expect: math.prod(['a'],start=3) -> aaa
# expect: math.sumprod([1,2],[3,4]) -> 11
# expect: math.sumprod([0.1]*10,[0.1]*10) -> 0.1
# expect: math.sumprod([1,2.5],[3,4]) -> 13
# expect: math.sumprod([2**62,2**62,1.5],[2,2,1]) -> 1.844674407371e+19
# expect: math.sumprod([10**400,1.5],[1,2]) -> OverflowError: int too large to convert to float
# expect: math.sumprod(['a'],[3]) -> TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: math.fsum([.1]*10) -> 1
# expect: math.fsum([1e100,1,-1e100]) -> 1
# expect: math.fsum([]) -> 0
# expect: math.fsum([1e308,1e308,-1e308]) -> OverflowError: intermediate overflow in fsum
# expect: math.fsum([math.nan,1]) -> nan
# expect: math.fsum([math.inf,1]) -> inf
# expect: math.fsum(1/n for n in range(1,200)) -> 5.873030948121
# expect: math.pi -> 3.14159265359
# expect: math.e -> 2.718281828459
# expect: math.tau -> 6.28318530718
# expect: math.inf -> inf
# expect: math.nan -> nan
# expect: floor ceil trunc 0.5 2 720
# expect: 302 202.0
