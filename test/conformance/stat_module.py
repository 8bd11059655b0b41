# _stat: constants, kinds of files, modes as text.
import _stat
print([(name, value) for name, value in sorted(vars(_stat).items()) if isinstance(value, int)])
for mode in [0, 0o100644, 0o040755, 0o120777, 0o060660, 0o020620, 0o010600, 0o140755, 0o104755, 0o102654, 0o041777, 0o041776, 0o170000]:
    print(oct(mode), _stat.filemode(mode), _stat.S_IMODE(mode), _stat.S_IFMT(mode),
          [test for test in sorted(vars(_stat)) if test.startswith("S_IS") and callable(getattr(_stat, test)) and getattr(_stat, test)(mode)])
for bad in ["a", -1, 2**40, 2**70]:
    try: _stat.filemode(bad)
    except Exception as error: print(type(error).__name__, error)
