# fractions and statistics stand on _decimal and _statistics.
import _statistics
import fractions
import random
import statistics
from decimal import Decimal
from fractions import Fraction

random.seed(5)
f = _statistics._normal_dist_inv_cdf
print([f(p, 0.0, 1.0) for p in (1e-300, 1e-20, 1e-9, 0.001, 0.02, 0.075, 0.3, 0.5, 0.7, 0.925, 0.99, 0.9999999999)])
total = 0
for _ in range(2000):
    p = random.random() ** random.randrange(1, 9)
    total = (total * 31 + hash(f(p, random.uniform(-5, 5), random.uniform(0.1, 9)))) % 4294967291
print(total)
for args in ((0, 0, 1), (1, 0, 1), (0.5, 0, 0), (0.5, 0, -1), (float('nan'), 0, 1), ('x', 0, 1), (0.5, 0)):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
data = [random.gauss(10, 3) for _ in range(50)]
print(statistics.mean(data), statistics.fmean(data), statistics.stdev(data), statistics.median(data), statistics.quantiles(data))
print(statistics.mean([Decimal('0.1'), Decimal('0.25')]), statistics.variance([Fraction(1, 3), Fraction(2, 5), Fraction(7)]), statistics.mode('aabbb'))
print(statistics.NormalDist(3, 2).inv_cdf(0.2), statistics.NormalDist.from_samples(data).overlap(statistics.NormalDist(9, 2)), statistics.NormalDist(0, 1).samples(3, seed=2))
print(statistics.linear_regression([1, 2, 3], [2, 4.1, 6]), statistics.correlation(data, data[::-1]), statistics.geometric_mean([54, 24, 36]), statistics.harmonic_mean([40, 60]))
print(Fraction('3.14'), Fraction(Decimal('0.125')), Fraction(0.1).limit_denominator(100), Fraction(7, 3) ** -2, round(Fraction(22, 7), 3), f'{Fraction(22, 7):.3f}', Fraction(1, 3) + Decimal(1) if False else Fraction(1, 3) == Decimal('0.5'), hash(Fraction(1, 3)), Fraction(5, 2) // 1)

# expect: [-37.0470962993612, -9.262340089798405, -5.9978070150076865, -3.090232306167813, -2.0537489106318225, -1.4395314709384557, -0.5244005127080407, 0.0, 0.5244005127080407, 1.439531470938456, 2.3263478740408408, 6.361340889697421]
# expect: 2351881724
# expect: ValueError inv_cdf undefined for these parameters
# expect: ValueError inv_cdf undefined for these parameters
# expect: 0.0
# expect: 0.0
# expect: nan
# expect: TypeError must be real number, not str
# expect: TypeError _normal_dist_inv_cdf expected 3 arguments, got 2
# expect: 10.119739242933692 10.119739242933692 2.8478508901017414 10.533500541274654 [8.278948679917674, 10.533500541274654, 11.995663150696874]
# expect: 0.175 9901/675 b
# expect: 1.3167575328541716 0.7649634766816905 [1.706411686714408, 1.6241442500569687, -1.58439994053286]
# expect: LinearRegression(slope=2.0, intercept=0.033333333333333215) 0.08175153331320113 36.000000000000014 48.0
# expect: 157/50 1/8 1/10 9/49 3143/1000 3.143 False 1537228672809129301 2
