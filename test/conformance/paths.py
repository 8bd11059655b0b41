# What the functions of os say about paths: names of functions and arguments, both names of a rename, what __fspath__ gave.
import os
import pathlib


class PL:
    def __init__(self, path): self.path = path
    def __fspath__(self): return self.path


for source in r'''
os.mkdir(5)
os.mkdir(1.5)
os.mkdir(None)
os.mkdir("\0")
os.mkdir(b"a\0")
os.mkdir(PL(5))
os.mkdir(PL("/nope/x"))
os.mkdir(b"/nope/x")
os.mkdir()
os.mkdir("x", "y")
os.rmdir(PL("/nope/x"))
os.remove(1.5)
os.unlink("\0")
os.rename(1.5, "x")
os.rename("x", 1.5)
os.rename("/nope/x", PL("/nope/y"))
os.rename("a\0", "b")
os.rename("a", "b\0")
os.replace("/nope/x", b"/nope/y")
os.link("/nope/x", "/nope/y")
os.link(1, "/nope/y")
os.symlink("/nope/x", "/nope/y")
os.symlink(1, "/nope/y")
os.readlink(1)
os.readlink("/nope")
os.readlink(PL("/tmp"))
os.readlink(b"/proc/self/exe").__class__
os.stat(1.5)
os.stat(None)
os.stat("\0")
os.stat(PL("/nope"))
os.stat(b"/nope")
os.stat(999)
os.lstat(5)
os.lstat("/nope")
os.fstat("x")
os.fstat(999)
os.open(1.5, 0)
os.open("/nope", 0)
os.open(PL(b"/nope"), os.O_RDONLY|os.O_SYNC)
os.open("\0", 0)
os.open("/nope")
os.close("x")
os.close(999)
os.read(999, 1)
os.read(0, -1)
os.write(1, "x")
os.write(999, b"x")
os.lseek(999, 0, 0)
os.listdir(1.5)
os.listdir("/nope")
os.listdir(PL("/nope"))
os.listdir(b"/nope")
os.listdir("a\0")
os.scandir(1.5)
os.scandir("/nope")
os.scandir(b"/nope")
os.scandir("a\0")
os.chdir(1.5)
os.chdir("/nope")
os.chdir("a\0")
os.chmod(1.5, 0)
os.chmod("/nope", 0)
os.chmod("/nope", "x")
os.truncate("/nope", 0)
os.truncate(1.5, 0)
os.access(1.5, 0)
os.access("/nope", 0), os.access("a\0", 0)
os.access("/tmp", "x")
os.utime("/nope")
os.utime(1.5)
os.utime("/nope", (1,))
os.utime("/nope", (1,2), ns=(1,2))
os.putenv("a=b", "c")
os.putenv("a", 5)
os.putenv("a\0", "b")
os.putenv("", "b")
os.unsetenv("a=b")
os.unsetenv("")
os.environ["a=b"] = 5
os.environ.__setitem__("a=b", "5")
os.environ.__setitem__("", "5")
os.environ.__setitem__("a\0", "5")
os.environ.__setitem__("q", "5\0")
os.environ.__setitem__(5, "5")
os.environ.__delitem__("nope")
os.fspath(PL(5))
os.fspath(5)
os.path.getsize(PL("/nope"))
os.path.exists(1.5)
os.path.exists(PL("/tmp"))
os.path.isdir("a\0")
os.path.join("a", 5)
os.path.join(PL("a"), "b")
os.makedirs("/proc/nope/x")
os.removedirs("/nope/x")
pathlib.Path("/nope/x").mkdir()
pathlib.Path("/nope/x").rename("/nope/y")
pathlib.Path("/nope/x").stat()
pathlib.Path("/nope/x").unlink()
list(pathlib.Path("/nope/x").iterdir())
os.strerror("x")
os.strerror(99999)
os.urandom(-1)
os.urandom("x")
os.get_terminal_size("x")
os.umask("x")
os.kill("x", 1)
os.cpu_count(1)
os.getcwd(1)
os.ftruncate(999, 1)
os.isatty("x")
os.isatty(999)
os.dup(999)
os.pipe(1)
'''.split("\n"):
    try:
        if source: print(source, repr(eval(source)))
    except BaseException as error:
        print(source, "|", type(error).__name__, error)

# expect: os.mkdir(5) | TypeError mkdir: path should be string, bytes or os.PathLike, not int
# expect: os.mkdir(1.5) | TypeError mkdir: path should be string, bytes or os.PathLike, not float
# expect: os.mkdir(None) | TypeError mkdir: path should be string, bytes or os.PathLike, not NoneType
# expect: os.mkdir("\0") | ValueError mkdir: embedded null character in path
# expect: os.mkdir(b"a\0") | ValueError mkdir: embedded null character in path
# expect: os.mkdir(PL(5)) | TypeError expected PL.__fspath__() to return str or bytes, not int
# expect: os.mkdir(PL("/nope/x")) | FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
# expect: os.mkdir(b"/nope/x") | FileNotFoundError [Errno 2] No such file or directory: b'/nope/x'
# expect: os.mkdir() | TypeError mkdir() missing required argument 'path' (pos 1)
# expect: os.mkdir("x", "y") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.rmdir(PL("/nope/x")) | FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
# expect: os.remove(1.5) | TypeError remove: path should be string, bytes or os.PathLike, not float
# expect: os.unlink("\0") | ValueError unlink: embedded null character in path
# expect: os.rename(1.5, "x") | TypeError rename: src should be string, bytes or os.PathLike, not float
# expect: os.rename("x", 1.5) | TypeError rename: dst should be string, bytes or os.PathLike, not float
# expect: os.rename("/nope/x", PL("/nope/y")) | FileNotFoundError [Errno 2] No such file or directory: '/nope/x' -> '/nope/y'
# expect: os.rename("a\0", "b") | ValueError rename: embedded null character in src
# expect: os.rename("a", "b\0") | ValueError rename: embedded null character in dst
# expect: os.replace("/nope/x", b"/nope/y") | FileNotFoundError [Errno 2] No such file or directory: '/nope/x' -> b'/nope/y'
# expect: os.link("/nope/x", "/nope/y") | FileNotFoundError [Errno 2] No such file or directory: '/nope/x' -> '/nope/y'
# expect: os.link(1, "/nope/y") | TypeError link: src should be string, bytes or os.PathLike, not int
# expect: os.symlink("/nope/x", "/nope/y") | FileNotFoundError [Errno 2] No such file or directory: '/nope/x' -> '/nope/y'
# expect: os.symlink(1, "/nope/y") | TypeError symlink: src should be string, bytes or os.PathLike, not int
# expect: os.readlink(1) | TypeError readlink: path should be string, bytes or os.PathLike, not int
# expect: os.readlink("/nope") | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.readlink(PL("/tmp")) | OSError [Errno 22] Invalid argument: '/tmp'
# expect: os.readlink(b"/proc/self/exe").__class__ <class 'bytes'>
# expect: os.stat(1.5) | TypeError stat: path should be string, bytes, os.PathLike or integer, not float
# expect: os.stat(None) | TypeError stat: path should be string, bytes, os.PathLike or integer, not NoneType
# expect: os.stat("\0") | ValueError stat: embedded null character in path
# expect: os.stat(PL("/nope")) | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.stat(b"/nope") | FileNotFoundError [Errno 2] No such file or directory: b'/nope'
# expect: os.stat(999) | OSError [Errno 9] Bad file descriptor: 999
# expect: os.lstat(5) | TypeError lstat: path should be string, bytes or os.PathLike, not int
# expect: os.lstat("/nope") | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.fstat("x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.fstat(999) | OSError [Errno 9] Bad file descriptor
# expect: os.open(1.5, 0) | TypeError open: path should be string, bytes or os.PathLike, not float
# expect: os.open("/nope", 0) | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.open(PL(b"/nope"), os.O_RDONLY|os.O_SYNC) | FileNotFoundError [Errno 2] No such file or directory: b'/nope'
# expect: os.open("\0", 0) | ValueError open: embedded null character in path
# expect: os.open("/nope") | TypeError open() missing required argument 'flags' (pos 2)
# expect: os.close("x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.close(999) | OSError [Errno 9] Bad file descriptor
# expect: os.read(999, 1) | OSError [Errno 9] Bad file descriptor
# expect: os.read(0, -1) | OSError [Errno 22] Invalid argument
# expect: os.write(1, "x") | TypeError a bytes-like object is required, not 'str'
# expect: os.write(999, b"x") | OSError [Errno 9] Bad file descriptor
# expect: os.lseek(999, 0, 0) | OSError [Errno 9] Bad file descriptor
# expect: os.listdir(1.5) | TypeError listdir: path should be string, bytes, os.PathLike, integer or None, not float
# expect: os.listdir("/nope") | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.listdir(PL("/nope")) | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.listdir(b"/nope") | FileNotFoundError [Errno 2] No such file or directory: b'/nope'
# expect: os.listdir("a\0") | ValueError listdir: embedded null character in path
# expect: os.scandir(1.5) | TypeError scandir: path should be string, bytes, os.PathLike, integer or None, not float
# expect: os.scandir("/nope") | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.scandir(b"/nope") | FileNotFoundError [Errno 2] No such file or directory: b'/nope'
# expect: os.scandir("a\0") | ValueError scandir: embedded null character in path
# expect: os.chdir(1.5) | TypeError chdir: path should be string, bytes, os.PathLike or integer, not float
# expect: os.chdir("/nope") | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.chdir("a\0") | ValueError chdir: embedded null character in path
# expect: os.chmod(1.5, 0) | TypeError chmod: path should be string, bytes, os.PathLike or integer, not float
# expect: os.chmod("/nope", 0) | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.chmod("/nope", "x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.truncate("/nope", 0) | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.truncate(1.5, 0) | TypeError truncate: path should be string, bytes, os.PathLike or integer, not float
# expect: os.access(1.5, 0) | TypeError access: path should be string, bytes or os.PathLike, not float
# expect: os.access("/nope", 0), os.access("a\0", 0) | ValueError access: embedded null character in path
# expect: os.access("/tmp", "x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.utime("/nope") | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.utime(1.5) | TypeError utime: path should be string, bytes, os.PathLike or integer, not float
# expect: os.utime("/nope", (1,)) | TypeError utime: 'times' must be either a tuple of two ints or None
# expect: os.utime("/nope", (1,2), ns=(1,2)) | ValueError utime: you may specify either 'times' or 'ns' but not both
# expect: os.putenv("a=b", "c") | ValueError illegal environment variable name
# expect: os.putenv("a", 5) | TypeError expected str, bytes or os.PathLike object, not int
# expect: os.putenv("a\0", "b") | ValueError embedded null byte
# expect: os.putenv("", "b") | OSError [Errno 22] Invalid argument
# expect: os.unsetenv("a=b") | OSError [Errno 22] Invalid argument
# expect: os.unsetenv("") | OSError [Errno 22] Invalid argument
# expect: os.environ["a=b"] = 5 | SyntaxError invalid syntax (<string>, line 1)
# expect: os.environ.__setitem__("a=b", "5") | ValueError illegal environment variable name
# expect: os.environ.__setitem__("", "5") | OSError [Errno 22] Invalid argument
# expect: os.environ.__setitem__("a\0", "5") | ValueError embedded null byte
# expect: os.environ.__setitem__("q", "5\0") | ValueError embedded null byte
# expect: os.environ.__setitem__(5, "5") | TypeError str expected, not int
# expect: os.environ.__delitem__("nope") | KeyError 'nope'
# expect: os.fspath(PL(5)) | TypeError expected PL.__fspath__() to return str or bytes, not int
# expect: os.fspath(5) | TypeError expected str, bytes or os.PathLike object, not int
# expect: os.path.getsize(PL("/nope")) | FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: os.path.exists(1.5) | TypeError stat: path should be string, bytes, os.PathLike or integer, not float
# expect: os.path.exists(PL("/tmp")) True
# expect: os.path.isdir("a\0") False
# expect: os.path.join("a", 5) | TypeError join() argument must be str, bytes, or os.PathLike object, not 'int'
# expect: os.path.join(PL("a"), "b") 'a/b'
# expect: os.makedirs("/proc/nope/x") | FileNotFoundError [Errno 2] No such file or directory: '/proc/nope'
# expect: os.removedirs("/nope/x") | FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
# expect: pathlib.Path("/nope/x").mkdir() | FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
# expect: pathlib.Path("/nope/x").rename("/nope/y") | FileNotFoundError [Errno 2] No such file or directory: '/nope/x' -> '/nope/y'
# expect: pathlib.Path("/nope/x").stat() | FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
# expect: pathlib.Path("/nope/x").unlink() | FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
# expect: list(pathlib.Path("/nope/x").iterdir()) | FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
# expect: os.strerror("x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.strerror(99999) 'Unknown error 99999'
# expect: os.urandom(-1) | ValueError negative argument not allowed
# expect: os.urandom("x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.get_terminal_size("x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.umask("x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.kill("x", 1) | TypeError 'str' object cannot be interpreted as an integer
# expect: os.cpu_count(1) | TypeError posix.cpu_count() takes no arguments (1 given)
# expect: os.getcwd(1) | TypeError posix.getcwd() takes no arguments (1 given)
# expect: os.ftruncate(999, 1) | OSError [Errno 9] Bad file descriptor
# expect: os.isatty("x") | TypeError 'str' object cannot be interpreted as an integer
# expect: os.isatty(999) False
# expect: os.dup(999) | OSError [Errno 9] Bad file descriptor
# expect: os.pipe(1) | TypeError posix.pipe() takes no arguments (1 given)
