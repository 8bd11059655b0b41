"""Runs the main(n) of a program several times in one process and prints what it gave and what each run took, in seconds.

driver.py PROGRAM COUNT [N]
"""

import sys
from time import perf_counter


def measure(program, count, size=None):
    module = __import__(program)
    size = module.N if size is None else size
    results = set()
    for _ in range(count):
        start = perf_counter()
        result = module.main(size)
        took = perf_counter() - start
        results.add(result)
        print(f"{took:.6f}")
    for result in results:
        print(result)


sys.path.insert(0, sys.path[0] + "/programs")
measure(sys.argv[1], int(sys.argv[2]), *(int(argument) for argument in sys.argv[3:]))
