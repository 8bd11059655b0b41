# os.scandir, its entries, and os.walk above them.
import os
import shutil
import stat
import tempfile


def attempt(function, *args, **keywords):
    try:
        print(function.__name__, function(*args, **keywords))
    except BaseException as error:
        print(function.__name__, type(error).__name__, str(error).replace(root, "ROOT"))


def short(path):
    return os.fsdecode(path).replace(root, "ROOT")


os.umask(0o022)
root = tempfile.mkdtemp()
os.makedirs(root + "/a/b/c")
os.mkdir(root + "/empty")
for name in ("one.txt", "two.txt", "a/three", "a/b/four", "a/b/c/five", "é"):
    with open(f"{root}/{name}", "w") as file:
        file.write(name * 3)
os.symlink("one.txt", root + "/to_file")
os.symlink("a", root + "/to_dir")
os.symlink("nowhere", root + "/broken")

for directory in (root, root + "/", os.fsencode(root)):
    entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    for entry in entries:
        print(entry, type(entry), short(entry.path), os.fspath(entry) == entry.path, end=" ")
        print(entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_junction(), end=" ")
        print(entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False), end=" ")
        itself = entry.stat(follow_symlinks=False)
        print(stat.filemode(itself.st_mode), itself == os.lstat(entry.path), entry.inode() == itself.st_ino)
        try:
            print(entry.stat().st_size if entry.is_file() else "", entry.stat() is entry.stat(), entry.stat() is itself)
        except OSError as error:
            print(type(error).__name__, short(str(error)))

for here, directories, files in os.walk(root):
    directories.sort()
    print(short(here), directories, sorted(files))
print(sorted(short(here) for here, _, _ in os.walk(root, topdown=False, followlinks=True)))

with os.scandir(root) as entries:
    print(iter(entries) is entries, type(next(entries)).__name__)
attempt(next, entries)
entries.close()
entries = os.scandir(root)
print(len(list(entries)), list(entries))
os.chdir(root + "/a")
print(sorted(entry.path for entry in os.scandir()), sorted(entry.path for entry in os.scandir("b")))
print([entry.path for entry in os.scandir(b"b/c/")], [entry.path for entry in os.scandir(None) if entry.is_dir()])

gone = next(os.scandir(root + "/a/b/c"))
os.unlink(gone.path)
print(gone.is_file(), gone.is_dir(), gone.is_symlink())
attempt(gone.stat)
attempt(os.scandir, root + "/missing")
attempt(os.scandir, root + "/one.txt")
attempt(os.scandir, 1.5)
attempt(os.scandir, "a\0b")
attempt(os.DirEntry)
attempt(type(entries))
attempt(gone.is_dir, False)
attempt(setattr, gone, "name", 1)
print(os.DirEntry, os.DirEntry[str], os.DirEntry.__basicsize__, os.scandir.__text_signature__)
print([(n, getattr(os.DirEntry, n).__text_signature__) for n in ("is_dir", "is_symlink", "stat", "inode", "__fspath__")])
os.chdir("/")
shutil.rmtree(root)
print(os.path.exists(root))

# expect: <DirEntry 'a'> <class 'posix.DirEntry'> ROOT/a True True False False False True False drwxr-xr-x True True
# expect:  True True
# expect: <DirEntry 'broken'> <class 'posix.DirEntry'> ROOT/broken True False False True False False False lrwxrwxrwx True True
# expect: FileNotFoundError [Errno 2] No such file or directory: 'ROOT/broken'
# expect: <DirEntry 'empty'> <class 'posix.DirEntry'> ROOT/empty True True False False False True False drwxr-xr-x True True
# expect:  True True
# expect: <DirEntry 'one.txt'> <class 'posix.DirEntry'> ROOT/one.txt True False True False False False True -rw-r--r-- True True
# expect: 21 True True
# expect: <DirEntry 'to_dir'> <class 'posix.DirEntry'> ROOT/to_dir True True False True False False False lrwxrwxrwx True True
# expect:  True False
# expect: <DirEntry 'to_file'> <class 'posix.DirEntry'> ROOT/to_file True False True True False False False lrwxrwxrwx True True
# expect: 21 True False
# expect: <DirEntry 'two.txt'> <class 'posix.DirEntry'> ROOT/two.txt True False True False False False True -rw-r--r-- True True
# expect: 21 True True
# expect: <DirEntry 'é'> <class 'posix.DirEntry'> ROOT/é True False True False False False True -rw-r--r-- True True
# expect: 6 True True
# expect: <DirEntry 'a'> <class 'posix.DirEntry'> ROOT/a True True False False False True False drwxr-xr-x True True
# expect:  True True
# expect: <DirEntry 'broken'> <class 'posix.DirEntry'> ROOT/broken True False False True False False False lrwxrwxrwx True True
# expect: FileNotFoundError [Errno 2] No such file or directory: 'ROOT/broken'
# expect: <DirEntry 'empty'> <class 'posix.DirEntry'> ROOT/empty True True False False False True False drwxr-xr-x True True
# expect:  True True
# expect: <DirEntry 'one.txt'> <class 'posix.DirEntry'> ROOT/one.txt True False True False False False True -rw-r--r-- True True
# expect: 21 True True
# expect: <DirEntry 'to_dir'> <class 'posix.DirEntry'> ROOT/to_dir True True False True False False False lrwxrwxrwx True True
# expect:  True False
# expect: <DirEntry 'to_file'> <class 'posix.DirEntry'> ROOT/to_file True False True True False False False lrwxrwxrwx True True
# expect: 21 True False
# expect: <DirEntry 'two.txt'> <class 'posix.DirEntry'> ROOT/two.txt True False True False False False True -rw-r--r-- True True
# expect: 21 True True
# expect: <DirEntry 'é'> <class 'posix.DirEntry'> ROOT/é True False True False False False True -rw-r--r-- True True
# expect: 6 True True
# expect: <DirEntry b'a'> <class 'posix.DirEntry'> ROOT/a True True False False False True False drwxr-xr-x True True
# expect:  True True
# expect: <DirEntry b'broken'> <class 'posix.DirEntry'> ROOT/broken True False False True False False False lrwxrwxrwx True True
# expect: FileNotFoundError [Errno 2] No such file or directory: b'ROOT/broken'
# expect: <DirEntry b'empty'> <class 'posix.DirEntry'> ROOT/empty True True False False False True False drwxr-xr-x True True
# expect:  True True
# expect: <DirEntry b'one.txt'> <class 'posix.DirEntry'> ROOT/one.txt True False True False False False True -rw-r--r-- True True
# expect: 21 True True
# expect: <DirEntry b'to_dir'> <class 'posix.DirEntry'> ROOT/to_dir True True False True False False False lrwxrwxrwx True True
# expect:  True False
# expect: <DirEntry b'to_file'> <class 'posix.DirEntry'> ROOT/to_file True False True True False False False lrwxrwxrwx True True
# expect: 21 True False
# expect: <DirEntry b'two.txt'> <class 'posix.DirEntry'> ROOT/two.txt True False True False False False True -rw-r--r-- True True
# expect: 21 True True
# expect: <DirEntry b'\xc3\xa9'> <class 'posix.DirEntry'> ROOT/é True False True False False False True -rw-r--r-- True True
# expect: 6 True True
# expect: ROOT ['a', 'empty', 'to_dir'] ['broken', 'one.txt', 'to_file', 'two.txt', 'é']
# expect: ROOT/a ['b'] ['three']
# expect: ROOT/a/b ['c'] ['four']
# expect: ROOT/a/b/c [] ['five']
# expect: ROOT/empty [] []
# expect: ['ROOT', 'ROOT/a', 'ROOT/a/b', 'ROOT/a/b/c', 'ROOT/empty', 'ROOT/to_dir', 'ROOT/to_dir/b', 'ROOT/to_dir/b/c']
# expect: True DirEntry
# expect-json: "next StopIteration "
# expect: 8 []
# expect: ['./b', './three'] ['b/c', 'b/four']
# expect: [b'b/c/five'] ['./b']
# expect: True False False
# expect: stat FileNotFoundError [Errno 2] No such file or directory: 'ROOT/a/b/c/five'
# expect: scandir FileNotFoundError [Errno 2] No such file or directory: 'ROOT/missing'
# expect: scandir NotADirectoryError [Errno 20] Not a directory: 'ROOT/one.txt'
# expect: scandir TypeError scandir: path should be string, bytes, os.PathLike, integer or None, not float
# expect: scandir ValueError scandir: embedded null character in path
# expect: DirEntry TypeError cannot create 'posix.DirEntry' instances
# expect: ScandirIterator TypeError cannot create 'posix.ScandirIterator' instances
# expect: is_dir TypeError is_dir() takes no positional arguments
# expect: setattr AttributeError readonly attribute
# expect: <class 'posix.DirEntry'> posix.DirEntry[str] 72 ($module, /, path=None)
# expect: [('is_dir', '($self, /, *, follow_symlinks=True)'), ('is_symlink', '($self, /)'), ('stat', '($self, /, *, follow_symlinks=True)'), ('inode', '($self, /)'), ('__fspath__', '($self, /)')]
# expect: False
