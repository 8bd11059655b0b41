# _stat: constants, kinds of files, modes as text.
import _stat
print([(name, value) for name, value in sorted(vars(_stat).items()) if isinstance(value, int)])
for mode in [0, 0o100644, 0o040755, 0o120777, 0o060660, 0o020620, 0o010600, 0o140755, 0o104755, 0o102654, 0o041777, 0o041776, 0o170000]:
    print(oct(mode), _stat.filemode(mode), _stat.S_IMODE(mode), _stat.S_IFMT(mode),
          [test for test in sorted(vars(_stat)) if test.startswith("S_IS") and callable(getattr(_stat, test)) and getattr(_stat, test)(mode)])
for bad in ["a", -1, 2**40, 2**70]:
    try: _stat.filemode(bad)
    except Exception as error: print(type(error).__name__, error)

# expect: [('SF_APPEND', 262144), ('SF_ARCHIVED', 65536), ('SF_DATALESS', 1073741824), ('SF_FIRMLINK', 8388608), ('SF_IMMUTABLE', 131072), ('SF_NOUNLINK', 1048576), ('SF_SETTABLE', 4294901760), ('SF_SNAPSHOT', 2097152), ('ST_ATIME', 7), ('ST_CTIME', 9), ('ST_DEV', 2), ('ST_GID', 5), ('ST_INO', 1), ('ST_MODE', 0), ('ST_MTIME', 8), ('ST_NLINK', 3), ('ST_SIZE', 6), ('ST_UID', 4), ('S_ENFMT', 1024), ('S_IEXEC', 64), ('S_IFBLK', 24576), ('S_IFCHR', 8192), ('S_IFDIR', 16384), ('S_IFDOOR', 0), ('S_IFIFO', 4096), ('S_IFLNK', 40960), ('S_IFPORT', 0), ('S_IFREG', 32768), ('S_IFSOCK', 49152), ('S_IFWHT', 0), ('S_IREAD', 256), ('S_IRGRP', 32), ('S_IROTH', 4), ('S_IRUSR', 256), ('S_IRWXG', 56), ('S_IRWXO', 7), ('S_IRWXU', 448), ('S_ISGID', 1024), ('S_ISUID', 2048), ('S_ISVTX', 512), ('S_IWGRP', 16), ('S_IWOTH', 2), ('S_IWRITE', 128), ('S_IWUSR', 128), ('S_IXGRP', 8), ('S_IXOTH', 1), ('S_IXUSR', 64), ('UF_APPEND', 4), ('UF_COMPRESSED', 32), ('UF_DATAVAULT', 128), ('UF_HIDDEN', 32768), ('UF_IMMUTABLE', 2), ('UF_NODUMP', 1), ('UF_NOUNLINK', 16), ('UF_OPAQUE', 8), ('UF_SETTABLE', 65535), ('UF_TRACKED', 64)]
# expect: 0o0 ?--------- 0 0 []
# expect: 0o100644 -rw-r--r-- 420 32768 ['S_ISREG']
# expect: 0o40755 drwxr-xr-x 493 16384 ['S_ISDIR']
# expect: 0o120777 lrwxrwxrwx 511 40960 ['S_ISLNK']
# expect: 0o60660 brw-rw---- 432 24576 ['S_ISBLK']
# expect: 0o20620 crw--w---- 400 8192 ['S_ISCHR']
# expect: 0o10600 prw------- 384 4096 ['S_ISFIFO']
# expect: 0o140755 srwxr-xr-x 493 49152 ['S_ISSOCK']
# expect: 0o104755 -rwsr-xr-x 2541 32768 ['S_ISREG']
# expect: 0o102654 -rw-r-sr-- 1452 32768 ['S_ISREG']
# expect: 0o41777 drwxrwxrwt 1023 16384 ['S_ISDIR']
# expect: 0o41776 drwxrwxrwT 1022 16384 ['S_ISDIR']
# expect: 0o170000 ?--------- 0 61440 []
# expect: TypeError an integer is required
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError mode out of range
# expect: OverflowError Python int too large to convert to C unsigned long
