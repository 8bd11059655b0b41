# The times of a file, as a program sets them.
import os
import tempfile
import time

folder = tempfile.TemporaryDirectory()
path = os.path.join(folder.name, "file")
open(path, "w").close()


def show():
    status = os.stat(path)
    print(status.st_atime_ns, status.st_mtime_ns)


for times in ((10, 20), (10.25, 20.75), (2**35, 2**35), (-5, -0.5)):
    os.utime(path, times)
    show()
os.utime(path, ns=(10_500_000_000, 2**35 * 10**9))
show()
os.utime(path)
print(abs(os.stat(path).st_mtime - time.time()) < 60)

for args, kwargs in (
    ((), {}),
    ((path, 1), {}),
    ((path, (1,)), {}),
    ((path,), {"times": (1, 2), "ns": (1, 2)}),
    ((path,), {"ns": (1,)}),
    ((path,), {"ns": (1.0, 2)}),
    ((path,), {"ns": None}),
    (("/no/such/file",), {}),
    ((path, ("a", 2)), {}),
    ((path, (float("nan"), 2)), {}),
    ((path, (1e300, 2)), {}),
):
    try:
        print(os.utime(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)
folder.cleanup()

# expect: 10000000000 20000000000
# expect: 10250000000 20750000000
# expect: 15032385535000000000 15032385535000000000
# expect: -5000000000 -500000000
# expect: 10500000000 15032385535000000000
# expect: True
# expect: TypeError utime() missing required argument 'path' (pos 1)
# expect: TypeError utime: 'times' must be either a tuple of two ints or None
# expect: TypeError utime: 'times' must be either a tuple of two ints or None
# expect: ValueError utime: you may specify either 'times' or 'ns' but not both
# expect: TypeError utime: 'ns' must be a tuple of two ints
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError utime: 'ns' must be a tuple of two ints
# expect: FileNotFoundError [Errno 2] No such file or directory: '/no/such/file'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError Invalid value NaN (not a number)
# expect: OverflowError timestamp out of range for platform time_t
