# posix: calls on descriptors, in folders given as descriptors, at places, on owners and priorities; what is refused, and how.
import os
import pathlib
import posix
import shutil
import tempfile


def t(f, *a, **k):
    try:
        print(f.__name__, a, k, repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


folder = tempfile.mkdtemp()
os.chdir(folder)

# -- devices, randomness, terminals --------------------------------------------------------------------------------------

for d in (0, 1, 2049, 2**64 - 1, 2**63, -1, -2, 2**64, 66306, "x", 1.5, None, 0x123456789ABCDEF0):
    t(os.major, d)
    t(os.minor, d)
for a in ((1, 2), (0xFFFFFFFF, 0xFFFFFFFF), (-1, -1), (-1, 0), (0xFFF123, 0xABCDEF), (2**32, 0), (-2, 0), ("x", 1)):
    t(os.makedev, *a)
t(os.getrandom, -1)
t(os.getrandom, 0)
t(os.getrandom, 4, 8)
print(len(os.getrandom(5)), len(os.urandom(7)))
t(os.urandom, -1)
r, w = os.pipe()
for f in (os.ttyname, os.tcgetpgrp, os.device_encoding, os.fsync, os.fdatasync, os.fchdir):
    t(f, 99)
    t(f, r)
    t(f, "x")
for f in (os.fsync, os.fchdir, os.fstatvfs):
    t(f, 1.5)
    t(f, -1)
t(os.tcsetpgrp, 99, 1)
t(os.tcsetpgrp, r, 1)
t(posix._inputhook)
t(posix._is_inputhook_installed)
t(os.ctermid)

# -- the system ----------------------------------------------------------------------------------------------------------

print(os.uname().sysname, len(os.uname()), type(os.uname()))
print([type(x) for x in os.getloadavg()], os.times()[:2] >= (0, 0), len(os.times()), os.times().elapsed > 0)
s = os.statvfs(".")
print(len(s), s.f_bsize > 0, s.f_blocks >= s.f_bfree, s.f_namemax, s.f_bsize == os.statvfs(os.open(".", os.O_RDONLY)).f_bsize)
t(os.statvfs, "nope")
t(os.statvfs, 99)
t(os.statvfs, 1.5)
for name in ("SC_PAGESIZE", "SC_CLK_TCK", "SC_IOV_MAX", "SC_XOPEN_VERSION", "SC_INT_MIN", "SC_ULONG_MAX", 30, 45, 250):
    t(os.sysconf, name)
for name in ("x", 1.5, None, 10**20, -1, 210, 99999):
    t(os.sysconf, name)
print(os.sysconf("SC_NPROCESSORS_ONLN") > 0, os.sysconf("SC_PHYS_PAGES") > 0, os.sysconf("SC_OPEN_MAX") > 0)
for name in os.confstr_names:
    if "GNU" not in name and "V6" not in name and "V7" not in name:
        t(os.confstr, name)
t(os.confstr, "CS_X")
t(os.confstr, 99999)
t(os.confstr, -1)
for name in ("PC_NAME_MAX", "PC_PATH_MAX", "PC_PIPE_BUF", "PC_NO_TRUNC", "PC_VDISABLE", 99, "PC_X"):
    t(os.pathconf, ".", name)
    t(os.fpathconf, r, name)
t(os.pathconf, "nope", "PC_NAME_MAX")
t(os.pathconf, 99, "PC_NAME_MAX")
t(os.fpathconf, 99, "PC_NAME_MAX")
print(sorted(os.pathconf_names.items()) == sorted(posix.pathconf_names.items()), len(os.sysconf_names), len(os.confstr_names))

# -- owners --------------------------------------------------------------------------------------------------------------

for a in ((99, 1, 1), (r, "a", 1), (r, -2, 1), (r, 2**32, 1), (r, 2**32 - 1, 2**40), (r, 1, 1.5), (r, 10**30, -(10**30))):
    t(os.fchown, *a)
open("f", "w").close()
t(os.chown, "f", -1, -1)
print(os.chown("f", os.getuid(), os.getgid()))
print(os.lchown("f", os.getuid(), -1), os.stat("f").st_uid == os.getuid())
t(os.chown, "nope", 1, 1)
t(os.chown, 99, 1, 1)
t(os.chown, 99, 1, 1, follow_symlinks=False)
t(os.chown, 99, 1, 1, dir_fd=3)
t(os.lchown, "nope", 1, 1)
t(os.chown, "nope", "x", 1)
t(os.fchmod, 99, 1)
for f, a in (
    (os.setuid, "x"),
    (os.setuid, -2),
    (os.setgid, 2**32),
    (os.setgroups, 1),
    (os.setgroups, ["x"]),
    (os.setgroups, [-2]),
    (os.getpgid, 4194305),
    (os.getpgid, -1),
    (os.getsid, 4194305),
):
    t(f, a)
t(os.initgroups, "root", "x")
t(os.setreuid, -1, -1)
t(os.setresgid, -1, -1, -1)
print(os.getresuid() == (os.getuid(),) * 3, os.getpgrp() == os.getpgid(0), os.getsid(0) == os.getsid(os.getpid()))
print(os.setuid(os.getuid()), all(isinstance(g, int) for g in os.getgroups()))
t(os.getgrouplist, "nobody at all", 77)
t(os.getgrouplist, 1, 1)
t(os.getgrouplist, "x\0", 1)
t(os.getgrouplist, "x", "y")

# -- priorities ----------------------------------------------------------------------------------------------------------

t(os.getpriority, 9, 0)
t(os.getpriority, 0, 4194305)
t(os.setpriority, 9, 0, 0)
t(os.setpriority, 0, 4194305, 0)
t(os.setpriority, 0, 0, "x")
t(os.nice, "x")
print(os.nice(0) == os.getpriority(os.PRIO_PROCESS, 0))
for policy in (os.SCHED_OTHER, os.SCHED_FIFO, os.SCHED_RR, os.SCHED_BATCH, os.SCHED_IDLE, 99):
    t(os.sched_get_priority_max, policy)
    t(os.sched_get_priority_min, policy)
for f in (os.sched_getscheduler, os.sched_getparam, os.sched_getaffinity, os.sched_rr_get_interval):
    t(f, 4194305)
t(os.sched_getscheduler, 0)
t(os.sched_getparam, 0)
t(os.sched_param, 1)
t(os.sched_param)
t(os.sched_param, "x")
t(os.sched_param, sched_priority=2)
t(os.sched_param, 1, 2)
p = os.sched_param(5)
print(p, p[0], p.sched_priority, p.__reduce__())
t(os.sched_setparam, 0, p)
t(os.sched_setparam, 0, 1)
t(os.sched_setscheduler, 0, 0, os.sched_param(0))
t(os.sched_setscheduler, 0, 99, os.sched_param(0))
t(os.sched_yield)
for mask in ([-1], 5, ["x"], [], [10**20], [5000]):
    t(os.sched_setaffinity, 0, mask)
print(os.sched_setaffinity(0, os.sched_getaffinity(0)), len(os.sched_getaffinity(0)) > 0)

# -- at places, in parts -------------------------------------------------------------------------------------------------

fd = os.open("f", os.O_RDWR)
os.write(fd, b"0123456789")
for a in ((fd, 4, 2), (fd, -1, 0), (fd, 4, -1), (99, 1, 1), (r, 1, 1), (fd, 100, 100)):
    t(os.pread, *a)
t(os.pwrite, fd, b"AB", 3)
t(os.pwrite, fd, b"x", -1)
t(os.pwrite, fd, "x", 0)
t(os.pread, fd, 20, 0)
t(os.lseek, fd, 0, 1)
b1, b2 = bytearray(3), bytearray(20)
t(os.preadv, fd, [b1, b2], 1)
print(b1, b2)
t(os.readv, fd, [b1])
os.lseek(fd, 2, 0)
print(os.readv(fd, (b1, memoryview(b2)[2:])))
print(b1, b2)
for a in (5, [b"x"], [], ["x"]):
    t(os.readv, fd, a)
for a in ([b"ab", b"cd"], [], ["x"], 5):
    t(os.writev, fd, a)
t(os.pwritev, fd, [b"Q", b"R"], 0)
t(os.pread, fd, 30, 0)
t(os.preadv, fd, [b1], 0, 99999)
t(os.pwritev, fd, [b1], 0, 99999)
t(os.writev, r, [b"x"])
t(os.readv, 99, [b1])
for a in ((fd, 0, 0, 0), (fd, 0, 0, 77), (99, 0, 0, 0), (r, 0, 0, 0)):
    t(os.posix_fadvise, *a)
for a in ((fd, 0, 50), (fd, 0, 0), (fd, -1, 5), (99, 0, 5)):
    t(os.posix_fallocate, *a)
print(os.stat("f").st_size)
out = os.open("o", os.O_RDWR | os.O_CREAT)
for a in ((out, fd, 0, 5), (out, fd, None, 5), (out, 99, 0, 5), (99, fd, 0, 5), (out, fd, "x", 5)):
    t(os.sendfile, *a)
t(os.pread, out, 50, 0)
for a in ((fd, out, 3, 0, 20), (fd, out, -1), (99, out, 1), (fd, out, 3, -1), (fd, out, 2)):
    t(os.copy_file_range, *a)
t(os.pread, out, 50, 0)
t(os.lseek, out, 0, 1)
t(os.lseek, fd, 0, 1)
t(os.fsync, fd)
t(os.fdatasync, fd)
t(os.sync)

# -- folders as descriptors ----------------------------------------------------------------------------------------------

os.makedirs("d/e")
with open("d/g", "w") as file:
    file.write("text")
d = os.open("d", os.O_RDONLY)
os.chdir("/")
print(sorted(os.listdir(d)), sorted((e.name, e.path, e.is_dir(), e.stat().st_size > 0) for e in os.scandir(d)))
print(os.stat("g", dir_fd=d).st_size, os.stat("./e", dir_fd=d).st_nlink > 0, os.lstat("g", dir_fd=d).st_size)
print(os.mkdir("n", dir_fd=d), os.rename("g", "n/h", src_dir_fd=d, dst_dir_fd=d), os.access("n/h", os.R_OK, dir_fd=d))
print(os.symlink("n/h", "link", dir_fd=d), os.readlink("link", dir_fd=d), os.link("n/h", "hard", src_dir_fd=d, dst_dir_fd=d))
print(os.stat("hard", dir_fd=d).st_nlink, os.stat("link", dir_fd=d, follow_symlinks=False).st_size)
print(os.chmod("hard", 0o640, dir_fd=d), oct(os.stat("n/h", dir_fd=d).st_mode))
print(os.utime("hard", (5, 6), dir_fd=d), os.stat("hard", dir_fd=d).st_mtime)
print(os.utime("link", (7, 8), dir_fd=d, follow_symlinks=False), os.lstat("link", dir_fd=d).st_mtime, os.stat("hard", dir_fd=d).st_mtime)
print(os.chown("hard", -1, -1, dir_fd=d), os.mknod("node", dir_fd=d), os.unlink("node", dir_fd=d), os.rmdir("e", dir_fd=d))
inner = os.open("hard", os.O_RDWR, dir_fd=d)
print(os.read(inner, 9), os.truncate(inner, 2), os.fchmod(inner, 0o600), os.chmod(inner, 0o644), os.utime(inner, (1, 2)), os.stat(inner).st_mtime)
print(os.access("nope", os.F_OK, dir_fd=d), os.access("link", os.F_OK, dir_fd=d, follow_symlinks=False, effective_ids=True))
print(os.fchdir(d), sorted(os.listdir()), os.chdir(folder), os.chdir(d), os.path.basename(os.getcwd()))
os.chdir(folder)
print(sorted(f.__name__ for f in os.supports_fd))
print(sorted(f.__name__ for f in os.supports_dir_fd), sorted(f.__name__ for f in os.supports_follow_symlinks))
print([sorted(names) for names in list(os.fwalk("d"))[0][1:3]], shutil.rmtree.avoids_symlink_attacks)
t(os.stat, inner, follow_symlinks=False)
t(os.stat, 99)
t(os.stat, inner, dir_fd=3)
for value in ("x", 99, inner, 2**40, -(2**40), 1.5):
    try:
        os.stat("f", dir_fd=value)
    except Exception as e:
        print(type(e).__name__, e)
for f, a, k in (
    (os.utime, (99,), {}),
    (os.utime, (99,), {"follow_symlinks": False}),
    (os.listdir, (99,), {}),
    (os.scandir, (99,), {}),
    (os.chdir, (99,), {}),
    (os.chmod, (99, 0o600), {}),
    (os.truncate, (99, 0), {}),
    (os.access, ("f", 0), {"dir_fd": 99}),
    (os.rename, ("f", "b"), {"src_dir_fd": 99}),
    (os.symlink, ("a", "b"), {"dir_fd": 99}),
    (os.readlink, ("a",), {"dir_fd": 99}),
    (os.mkdir, ("a",), {"dir_fd": 99}),
    (os.open, ("a", 0), {"dir_fd": 99}),
    (os.unlink, ("a",), {"dir_fd": 99}),
    (os.mkdir, ("a\0",), {"dir_fd": "x"}),
    (os.stat, ("",), {"dir_fd": d}),
    (os.mkfifo, ("nope/x",), {}),
    (os.mkfifo, ("d",), {}),
    (os.mknod, ("nope/x",), {}),
    (os.mknod, ("d",), {}),
    (os.listxattr, ("nope",), {}),
    (os.getxattr, ("nope", "user.x"), {}),
    (os.getxattr, ("f", 5), {}),
    (os.setxattr, ("f", "user.x", "s"), {}),
    (os.setxattr, ("f", "a\0b", b""), {}),
    (os.listxattr, (99,), {}),
    (os.chroot, ("nope",), {}),
    (os.chroot, (5,), {}),
    (os.lockf, (99, 1, 1), {}),
    (os.waitid, (os.P_PID, 4194305, os.WEXITED), {}),
    (os.waitid, (99, 1, os.WEXITED), {}),
    (os.waitid, (os.P_ALL, 0, os.WEXITED), {}),
    (os.waitid, (os.P_ALL, 0, 0), {}),
    (os.register_at_fork, (), {}),
    (os.register_at_fork, (), {"before": 5}),
    (os.register_at_fork, (), {"x": 1}),
):
    t(f, *a, **k)

# -- the text of paths ---------------------------------------------------------------------------------------------------

for a in (
    ["", "/", "//", "///", "a", "a/", "./a", "a//b", "a/./b", "a/../b", "/..", "//..", "../a", "../../a", "a/../../b"]
    + ["/a/../..", ".", "..", "a\0b/..", "//a//b", b"//a/../b", b"", "é/../ü", "\udc80/x", "a/b/../../..", 5, None, ["x"]]
):
    t(posix._path_normpath, a)
    t(posix._path_splitroot_ex, a)
print(posix._path_normpath(pathlib.PurePosixPath("a/../b")), os.path.normpath(path="a//"), os.path.splitroot("//x/y"))

os.chdir("/")
shutil.rmtree(folder)

# expect: major (0,) {} 0
# expect: minor (0,) {} 0
# expect: major (1,) {} 0
# expect: minor (1,) {} 1
# expect: major (2049,) {} 8
# expect: minor (2049,) {} 1
# expect: major (18446744073709551615,) {} -1
# expect: minor (18446744073709551615,) {} -1
# expect: major (9223372036854775808,) {} 2147483648
# expect: minor (9223372036854775808,) {} 0
# expect: major (-1,) {} -1
# expect: minor (-1,) {} -1
# expect: major (-2,) {} OverflowError can't convert negative int to unsigned
# expect: minor (-2,) {} OverflowError can't convert negative int to unsigned
# expect: major (18446744073709551616,) {} OverflowError int too big to convert
# expect: minor (18446744073709551616,) {} OverflowError int too big to convert
# expect: major (66306,) {} 259
# expect: minor (66306,) {} 2
# expect: major ('x',) {} TypeError an integer is required
# expect: minor ('x',) {} TypeError an integer is required
# expect: major (1.5,) {} TypeError an integer is required
# expect: minor (1.5,) {} TypeError an integer is required
# expect: major (None,) {} TypeError an integer is required
# expect: minor (None,) {} TypeError an integer is required
# expect: major (1311768467463790320,) {} 305421534
# expect: minor (1311768467463790320,) {} 1737075696
# expect: makedev (1, 2) {} 258
# expect: makedev (4294967295, 4294967295) {} -1
# expect: makedev (-1, -1) {} -1
# expect: makedev (-1, 0) {} 18446726481524555520
# expect: makedev (16773411, 11259375) {} 72040047969379311
# expect: makedev (4294967296, 0) {} OverflowError Python int too large to convert to C unsigned int
# expect: makedev (-2, 0) {} OverflowError can't convert negative int to unsigned
# expect: makedev ('x', 1) {} TypeError an integer is required
# expect: getrandom (-1,) {} OSError [Errno 22] Invalid argument
# expect: getrandom (0,) {} b''
# expect: getrandom (4, 8) {} OSError [Errno 22] Invalid argument
# expect: 5 7
# expect: urandom (-1,) {} ValueError negative argument not allowed
# expect: ttyname (99,) {} OSError [Errno 9] Bad file descriptor
# expect: ttyname (3,) {} OSError [Errno 25] Inappropriate ioctl for device
# expect: ttyname ('x',) {} TypeError 'str' object cannot be interpreted as an integer
# expect: tcgetpgrp (99,) {} OSError [Errno 9] Bad file descriptor
# expect: tcgetpgrp (3,) {} OSError [Errno 25] Inappropriate ioctl for device
# expect: tcgetpgrp ('x',) {} TypeError 'str' object cannot be interpreted as an integer
# expect: device_encoding (99,) {} None
# expect: device_encoding (3,) {} None
# expect: device_encoding ('x',) {} TypeError 'str' object cannot be interpreted as an integer
# expect: fsync (99,) {} OSError [Errno 9] Bad file descriptor
# expect: fsync (3,) {} OSError [Errno 22] Invalid argument
# expect: fsync ('x',) {} TypeError argument must be an int, or have a fileno() method.
# expect: fdatasync (99,) {} OSError [Errno 9] Bad file descriptor
# expect: fdatasync (3,) {} OSError [Errno 22] Invalid argument
# expect: fdatasync ('x',) {} TypeError argument must be an int, or have a fileno() method.
# expect: fchdir (99,) {} OSError [Errno 9] Bad file descriptor
# expect: fchdir (3,) {} NotADirectoryError [Errno 20] Not a directory
# expect: fchdir ('x',) {} TypeError argument must be an int, or have a fileno() method.
# expect: fsync (1.5,) {} TypeError argument must be an int, or have a fileno() method.
# expect: fsync (-1,) {} ValueError file descriptor cannot be a negative integer (-1)
# expect: fchdir (1.5,) {} TypeError argument must be an int, or have a fileno() method.
# expect: fchdir (-1,) {} ValueError file descriptor cannot be a negative integer (-1)
# expect: fstatvfs (1.5,) {} TypeError 'float' object cannot be interpreted as an integer
# expect: fstatvfs (-1,) {} OSError [Errno 9] Bad file descriptor
# expect: tcsetpgrp (99, 1) {} OSError [Errno 9] Bad file descriptor
# expect: tcsetpgrp (3, 1) {} OSError [Errno 25] Inappropriate ioctl for device
# expect: _inputhook () {} 0
# expect: _is_inputhook_installed () {} False
# expect: ctermid () {} '/dev/tty'
# expect: Linux 5 <class 'posix.uname_result'>
# expect: [<class 'float'>, <class 'float'>, <class 'float'>] True 5 True
# expect: 10 True True 255 True
# expect: statvfs ('nope',) {} FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: statvfs (99,) {} OSError [Errno 9] Bad file descriptor: 99
# expect: statvfs (1.5,) {} TypeError statvfs: path should be string, bytes, os.PathLike or integer, not float
# expect: sysconf ('SC_PAGESIZE',) {} 4096
# expect: sysconf ('SC_CLK_TCK',) {} 100
# expect: sysconf ('SC_IOV_MAX',) {} 1024
# expect: sysconf ('SC_XOPEN_VERSION',) {} 700
# expect: sysconf ('SC_INT_MIN',) {} -2147483648
# expect: sysconf ('SC_ULONG_MAX',) {} -1
# expect: sysconf (30,) {} 4096
# expect: sysconf (45,) {} 2048
# expect: sysconf (250,) {} 13504
# expect: sysconf ('x',) {} ValueError unrecognized configuration name
# expect: sysconf (1.5,) {} TypeError configuration names must be strings or integers
# expect: sysconf (None,) {} TypeError configuration names must be strings or integers
# expect: sysconf (100000000000000000000,) {} OverflowError Python int too large to convert to C int
# expect: sysconf (-1,) {} OSError [Errno 22] Invalid argument
# expect: sysconf (210,) {} OSError [Errno 22] Invalid argument
# expect: sysconf (99999,) {} OSError [Errno 22] Invalid argument
# expect: True True True
# expect: confstr ('CS_LFS64_CFLAGS',) {} '-D_LARGEFILE64_SOURCE'
# expect: confstr ('CS_LFS64_LDFLAGS',) {} ''
# expect: confstr ('CS_LFS64_LIBS',) {} ''
# expect: confstr ('CS_LFS64_LINTFLAGS',) {} '-D_LARGEFILE64_SOURCE'
# expect: confstr ('CS_LFS_CFLAGS',) {} ''
# expect: confstr ('CS_LFS_LDFLAGS',) {} ''
# expect: confstr ('CS_LFS_LIBS',) {} ''
# expect: confstr ('CS_LFS_LINTFLAGS',) {} ''
# expect: confstr ('CS_PATH',) {} '/bin:/usr/bin'
# expect: confstr ('CS_XBS5_ILP32_OFF32_CFLAGS',) {} ''
# expect: confstr ('CS_XBS5_ILP32_OFF32_LDFLAGS',) {} ''
# expect: confstr ('CS_XBS5_ILP32_OFF32_LIBS',) {} ''
# expect: confstr ('CS_XBS5_ILP32_OFF32_LINTFLAGS',) {} ''
# expect: confstr ('CS_XBS5_ILP32_OFFBIG_CFLAGS',) {} ''
# expect: confstr ('CS_XBS5_ILP32_OFFBIG_LDFLAGS',) {} ''
# expect: confstr ('CS_XBS5_ILP32_OFFBIG_LIBS',) {} ''
# expect: confstr ('CS_XBS5_ILP32_OFFBIG_LINTFLAGS',) {} ''
# expect: confstr ('CS_XBS5_LP64_OFF64_CFLAGS',) {} '-m64'
# expect: confstr ('CS_XBS5_LP64_OFF64_LDFLAGS',) {} '-m64'
# expect: confstr ('CS_XBS5_LP64_OFF64_LIBS',) {} ''
# expect: confstr ('CS_XBS5_LP64_OFF64_LINTFLAGS',) {} ''
# expect: confstr ('CS_XBS5_LPBIG_OFFBIG_CFLAGS',) {} ''
# expect: confstr ('CS_XBS5_LPBIG_OFFBIG_LDFLAGS',) {} ''
# expect: confstr ('CS_XBS5_LPBIG_OFFBIG_LIBS',) {} ''
# expect: confstr ('CS_XBS5_LPBIG_OFFBIG_LINTFLAGS',) {} ''
# expect: confstr ('CS_X',) {} ValueError unrecognized configuration name
# expect: confstr (99999,) {} OSError [Errno 22] Invalid argument
# expect: confstr (-1,) {} OSError [Errno 22] Invalid argument
# expect: pathconf ('.', 'PC_NAME_MAX') {} 255
# expect: fpathconf (3, 'PC_NAME_MAX') {} 255
# expect: pathconf ('.', 'PC_PATH_MAX') {} 4096
# expect: fpathconf (3, 'PC_PATH_MAX') {} 4096
# expect: pathconf ('.', 'PC_PIPE_BUF') {} 4096
# expect: fpathconf (3, 'PC_PIPE_BUF') {} 4096
# expect: pathconf ('.', 'PC_NO_TRUNC') {} 1
# expect: fpathconf (3, 'PC_NO_TRUNC') {} 1
# expect: pathconf ('.', 'PC_VDISABLE') {} 0
# expect: fpathconf (3, 'PC_VDISABLE') {} 0
# expect: pathconf ('.', 99) {} OSError [Errno 22] Invalid argument
# expect: fpathconf (3, 99) {} OSError [Errno 22] Invalid argument
# expect: pathconf ('.', 'PC_X') {} ValueError unrecognized configuration name
# expect: fpathconf (3, 'PC_X') {} ValueError unrecognized configuration name
# expect: pathconf ('nope', 'PC_NAME_MAX') {} FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: pathconf (99, 'PC_NAME_MAX') {} OSError [Errno 9] Bad file descriptor: 99
# expect: fpathconf (99, 'PC_NAME_MAX') {} OSError [Errno 9] Bad file descriptor
# expect: True 135 27
# expect: fchown (99, 1, 1) {} OSError [Errno 9] Bad file descriptor
# expect: fchown (3, 'a', 1) {} TypeError uid should be integer, not str
# expect: fchown (3, -2, 1) {} OverflowError uid is less than minimum
# expect: fchown (3, 4294967296, 1) {} OverflowError uid is less than minimum
# expect: fchown (3, 4294967295, 1099511627776) {} OverflowError gid is less than minimum
# expect: fchown (3, 1, 1.5) {} TypeError gid should be integer, not float
# expect: fchown (3, 1000000000000000000000000000000, -1000000000000000000000000000000) {} OverflowError uid is greater than maximum
# expect: chown ('f', -1, -1) {} None
# expect: None
# expect: None True
# expect: chown ('nope', 1, 1) {} FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: chown (99, 1, 1) {} OSError [Errno 9] Bad file descriptor: 99
# expect: chown (99, 1, 1) {'follow_symlinks': False} ValueError chown: cannot use fd and follow_symlinks together
# expect: chown (99, 1, 1) {'dir_fd': 3} ValueError chown: can't specify both dir_fd and fd
# expect: lchown ('nope', 1, 1) {} FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: chown ('nope', 'x', 1) {} TypeError uid should be integer, not str
# expect: fchmod (99, 1) {} OSError [Errno 9] Bad file descriptor
# expect: setuid ('x',) {} TypeError uid should be integer, not str
# expect: setuid (-2,) {} OverflowError uid is less than minimum
# expect: setgid (4294967296,) {} OverflowError gid is less than minimum
# expect: setgroups (1,) {} TypeError setgroups argument must be a sequence
# expect: setgroups (['x'],) {} TypeError groups must be integers
# expect: setgroups ([-2],) {} OverflowError gid is less than minimum
# expect: getpgid (4194305,) {} ProcessLookupError [Errno 3] No such process
# expect: getpgid (-1,) {} ProcessLookupError [Errno 3] No such process
# expect: getsid (4194305,) {} ProcessLookupError [Errno 3] No such process
# expect: initgroups ('root', 'x') {} TypeError gid should be integer, not str
# expect: setreuid (-1, -1) {} None
# expect: setresgid (-1, -1, -1) {} None
# expect: True True True
# expect: None True
# expect: getgrouplist ('nobody at all', 77) {} [77]
# expect: getgrouplist (1, 1) {} TypeError getgrouplist() argument 1 must be str, not int
# expect: getgrouplist ('x\x00', 1) {} ValueError embedded null character
# expect: getgrouplist ('x', 'y') {} TypeError gid should be integer, not str
# expect: getpriority (9, 0) {} OSError [Errno 22] Invalid argument
# expect: getpriority (0, 4194305) {} ProcessLookupError [Errno 3] No such process
# expect: setpriority (9, 0, 0) {} OSError [Errno 22] Invalid argument
# expect: setpriority (0, 4194305, 0) {} ProcessLookupError [Errno 3] No such process
# expect: setpriority (0, 0, 'x') {} TypeError 'str' object cannot be interpreted as an integer
# expect: nice ('x',) {} TypeError 'str' object cannot be interpreted as an integer
# expect: True
# expect: sched_get_priority_max (0,) {} 0
# expect: sched_get_priority_min (0,) {} 0
# expect: sched_get_priority_max (1,) {} 99
# expect: sched_get_priority_min (1,) {} 1
# expect: sched_get_priority_max (2,) {} 99
# expect: sched_get_priority_min (2,) {} 1
# expect: sched_get_priority_max (3,) {} 0
# expect: sched_get_priority_min (3,) {} 0
# expect: sched_get_priority_max (5,) {} 0
# expect: sched_get_priority_min (5,) {} 0
# expect: sched_get_priority_max (99,) {} OSError [Errno 22] Invalid argument
# expect: sched_get_priority_min (99,) {} OSError [Errno 22] Invalid argument
# expect: sched_getscheduler (4194305,) {} ProcessLookupError [Errno 3] No such process
# expect: sched_getparam (4194305,) {} ProcessLookupError [Errno 3] No such process
# expect: sched_getaffinity (4194305,) {} ProcessLookupError [Errno 3] No such process
# expect: sched_rr_get_interval (4194305,) {} ProcessLookupError [Errno 3] No such process
# expect: sched_getscheduler (0,) {} 0
# expect: sched_getparam (0,) {} posix.sched_param(sched_priority=0)
# expect: sched_param (1,) {} posix.sched_param(sched_priority=1)
# expect: sched_param () {} TypeError sched_param() missing required argument 'sched_priority' (pos 1)
# expect: sched_param ('x',) {} posix.sched_param(sched_priority='x')
# expect: sched_param () {'sched_priority': 2} posix.sched_param(sched_priority=2)
# expect: sched_param (1, 2) {} TypeError sched_param() takes at most 1 argument (2 given)
# expect: posix.sched_param(sched_priority=5) 5 5 (<class 'posix.sched_param'>, ((5,), {}))
# expect: sched_setparam (0, posix.sched_param(sched_priority=5)) {} OSError [Errno 22] Invalid argument
# expect: sched_setparam (0, 1) {} TypeError must have a sched_param object
# expect: sched_setscheduler (0, 0, posix.sched_param(sched_priority=0)) {} None
# expect: sched_setscheduler (0, 99, posix.sched_param(sched_priority=0)) {} OSError [Errno 22] Invalid argument
# expect: sched_yield () {} None
# expect: sched_setaffinity (0, [-1]) {} ValueError negative CPU number
# expect: sched_setaffinity (0, 5) {} TypeError 'int' object is not iterable
# expect: sched_setaffinity (0, ['x']) {} TypeError expected an iterator of ints, but iterator yielded <class 'str'>
# expect: sched_setaffinity (0, []) {} OSError [Errno 22] Invalid argument
# expect: sched_setaffinity (0, [100000000000000000000]) {} OverflowError Python int too large to convert to C long
# expect: sched_setaffinity (0, [5000]) {} OSError [Errno 22] Invalid argument
# expect: None True
# expect: pread (6, 4, 2) {} b'2345'
# expect: pread (6, -1, 0) {} OSError [Errno 22] Invalid argument
# expect: pread (6, 4, -1) {} OSError [Errno 22] Invalid argument
# expect: pread (99, 1, 1) {} OSError [Errno 9] Bad file descriptor
# expect: pread (3, 1, 1) {} OSError [Errno 29] Illegal seek
# expect: pread (6, 100, 100) {} b''
# expect: pwrite (6, b'AB', 3) {} 2
# expect: pwrite (6, b'x', -1) {} OSError [Errno 22] Invalid argument
# expect: pwrite (6, 'x', 0) {} TypeError a bytes-like object is required, not 'str'
# expect: pread (6, 20, 0) {} b'012AB56789'
# expect: lseek (6, 0, 1) {} 10
# expect: preadv (6, [bytearray(b'12A'), bytearray(b'B56789\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00')], 1) {} 9
# expect: bytearray(b'12A') bytearray(b'B56789\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00')
# expect: readv (6, [bytearray(b'12A')]) {} 0
# expect: 8
# expect: bytearray(b'2AB') bytearray(b'B556789\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00')
# expect: readv (6, 5) {} TypeError readv() arg 2 must be a sequence
# expect: readv (6, [b'x']) {} BufferError Object is not writable.
# expect: readv (6, []) {} 0
# expect: readv (6, ['x']) {} TypeError a bytes-like object is required, not 'str'
# expect: writev (6, [b'ab', b'cd']) {} 4
# expect: writev (6, []) {} 0
# expect: writev (6, ['x']) {} TypeError a bytes-like object is required, not 'str'
# expect: writev (6, 5) {} TypeError writev() arg 2 must be a sequence
# expect: pwritev (6, [b'Q', b'R'], 0) {} 2
# expect: pread (6, 30, 0) {} b'QR2AB56789abcd'
# expect: preadv (6, [bytearray(b'2AB')], 0, 99999) {} OSError [Errno 95] Operation not supported
# expect: pwritev (6, [bytearray(b'2AB')], 0, 99999) {} OSError [Errno 95] Operation not supported
# expect: writev (3, [b'x']) {} OSError [Errno 9] Bad file descriptor
# expect: readv (99, [bytearray(b'2AB')]) {} OSError [Errno 9] Bad file descriptor
# expect: posix_fadvise (6, 0, 0, 0) {} None
# expect: posix_fadvise (6, 0, 0, 77) {} OSError [Errno 22] Invalid argument
# expect: posix_fadvise (99, 0, 0, 0) {} OSError [Errno 9] Bad file descriptor
# expect: posix_fadvise (3, 0, 0, 0) {} OSError [Errno 29] Illegal seek
# expect: posix_fallocate (6, 0, 50) {} None
# expect: posix_fallocate (6, 0, 0) {} OSError [Errno 22] Invalid argument
# expect: posix_fallocate (6, -1, 5) {} OSError [Errno 22] Invalid argument
# expect: posix_fallocate (99, 0, 5) {} OSError [Errno 9] Bad file descriptor
# expect: 50
# expect: sendfile (7, 6, 0, 5) {} 5
# expect: sendfile (7, 6, None, 5) {} 5
# expect: sendfile (7, 99, 0, 5) {} OSError [Errno 9] Bad file descriptor
# expect: sendfile (99, 6, 0, 5) {} OSError [Errno 9] Bad file descriptor
# expect: sendfile (7, 6, 'x', 5) {} TypeError 'str' object cannot be interpreted as an integer
# expect: pread (7, 50, 0) {} b'QR2AB\x00\x00\x00\x00\x00'
# expect: copy_file_range (6, 7, 3, 0, 20) {} 3
# expect: copy_file_range (6, 7, -1) {} ValueError negative value for 'count' not allowed
# expect: copy_file_range (99, 7, 1) {} OSError [Errno 9] Bad file descriptor
# expect: copy_file_range (6, 7, 3, -1) {} OSError [Errno 75] Value too large for defined data type
# expect: copy_file_range (6, 7, 2) {} 2
# expect: pread (7, 50, 0) {} b'QR2AB\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00QR2'
# expect: lseek (7, 0, 1) {} 12
# expect: lseek (6, 0, 1) {} 21
# expect: fsync (6,) {} None
# expect: fdatasync (6,) {} None
# expect: sync () {} None
# expect: ['e', 'g'] [('e', 'e', True, True), ('g', 'g', False, True)]
# expect: 4 True 4
# expect: None None True
# expect: None n/h None
# expect: 2 3
# expect: None 0o100640
# expect: None 6.0
# expect: None 8.0 6.0
# expect: None None None None
# expect: b'text' None None None None 2.0
# expect: False True
# expect: None ['hard', 'link', 'n'] None None d
# expect: ['chdir', 'chmod', 'chown', 'execve', 'listdir', 'pathconf', 'scandir', 'stat', 'statvfs', 'truncate', 'utime']
# expect: ['access', 'chmod', 'chown', 'link', 'mkdir', 'mkfifo', 'mknod', 'open', 'readlink', 'rename', 'rmdir', 'stat', 'symlink', 'unlink', 'utime'] ['access', 'chown', 'link', 'stat', 'utime']
# expect: [['n'], ['hard', 'link']] True
# expect: stat (9,) {'follow_symlinks': False} ValueError stat: cannot use fd and follow_symlinks together
# expect: stat (99,) {} OSError [Errno 9] Bad file descriptor: 99
# expect: stat (9,) {'dir_fd': 3} ValueError stat: can't specify dir_fd without matching path
# expect: TypeError argument should be integer or None, not str
# expect: OSError [Errno 9] Bad file descriptor: 'f'
# expect: NotADirectoryError [Errno 20] Not a directory: 'f'
# expect: OverflowError fd is greater than maximum
# expect: OverflowError fd is less than minimum
# expect: TypeError argument should be integer or None, not float
# expect: utime (99,) {} OSError [Errno 9] Bad file descriptor: 99
# expect: utime (99,) {'follow_symlinks': False} ValueError utime: cannot use fd and follow_symlinks together
# expect: listdir (99,) {} OSError [Errno 9] Bad file descriptor
# expect: scandir (99,) {} OSError [Errno 9] Bad file descriptor
# expect: chdir (99,) {} OSError [Errno 9] Bad file descriptor: 99
# expect: chmod (99, 384) {} OSError [Errno 9] Bad file descriptor: 99
# expect: truncate (99, 0) {} OSError [Errno 9] Bad file descriptor
# expect: access ('f', 0) {'dir_fd': 99} False
# expect: rename ('f', 'b') {'src_dir_fd': 99} OSError [Errno 9] Bad file descriptor: 'f' -> 'b'
# expect: symlink ('a', 'b') {'dir_fd': 99} OSError [Errno 9] Bad file descriptor: 'a' -> 'b'
# expect: readlink ('a',) {'dir_fd': 99} OSError [Errno 9] Bad file descriptor: 'a'
# expect: mkdir ('a',) {'dir_fd': 99} OSError [Errno 9] Bad file descriptor: 'a'
# expect: open ('a', 0) {'dir_fd': 99} OSError [Errno 9] Bad file descriptor: 'a'
# expect: unlink ('a',) {'dir_fd': 99} OSError [Errno 9] Bad file descriptor: 'a'
# expect: mkdir ('a\x00',) {'dir_fd': 'x'} ValueError mkdir: embedded null character in path
# expect: stat ('',) {'dir_fd': 8} FileNotFoundError [Errno 2] No such file or directory: ''
# expect: mkfifo ('nope/x',) {} FileNotFoundError [Errno 2] No such file or directory
# expect: mkfifo ('d',) {} FileExistsError [Errno 17] File exists
# expect: mknod ('nope/x',) {} FileNotFoundError [Errno 2] No such file or directory
# expect: mknod ('d',) {} FileExistsError [Errno 17] File exists
# expect: listxattr ('nope',) {} FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: getxattr ('nope', 'user.x') {} FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: getxattr ('f', 5) {} TypeError getxattr: attribute should be string, bytes or os.PathLike, not int
# expect: setxattr ('f', 'user.x', 's') {} TypeError a bytes-like object is required, not 'str'
# expect: setxattr ('f', 'a\x00b', b'') {} ValueError setxattr: embedded null character in attribute
# expect: listxattr (99,) {} OSError [Errno 9] Bad file descriptor: 99
# expect: chroot ('nope',) {} FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: chroot (5,) {} TypeError chroot: path should be string, bytes or os.PathLike, not int
# expect: lockf (99, 1, 1) {} OSError [Errno 9] Bad file descriptor
# expect: waitid (1, 4194305, 4) {} ChildProcessError [Errno 10] No child processes
# expect: waitid (99, 1, 4) {} OSError [Errno 22] Invalid argument
# expect: waitid (0, 0, 4) {} ChildProcessError [Errno 10] No child processes
# expect: waitid (0, 0, 0) {} OSError [Errno 22] Invalid argument
# expect: register_at_fork () {} TypeError At least one argument is required.
# expect: register_at_fork () {'before': 5} TypeError 'before' must be callable, not int
# expect: register_at_fork () {'x': 1} TypeError register_at_fork() got an unexpected keyword argument 'x'
# expect: _path_normpath ('',) {} '.'
# expect: _path_splitroot_ex ('',) {} ('', '', '')
# expect: _path_normpath ('/',) {} '/'
# expect: _path_splitroot_ex ('/',) {} ('', '/', '')
# expect: _path_normpath ('//',) {} '//'
# expect: _path_splitroot_ex ('//',) {} ('', '//', '')
# expect: _path_normpath ('///',) {} '/'
# expect: _path_splitroot_ex ('///',) {} ('', '/', '//')
# expect: _path_normpath ('a',) {} 'a'
# expect: _path_splitroot_ex ('a',) {} ('', '', 'a')
# expect: _path_normpath ('a/',) {} 'a'
# expect: _path_splitroot_ex ('a/',) {} ('', '', 'a/')
# expect: _path_normpath ('./a',) {} 'a'
# expect: _path_splitroot_ex ('./a',) {} ('', '', './a')
# expect: _path_normpath ('a//b',) {} 'a/b'
# expect: _path_splitroot_ex ('a//b',) {} ('', '', 'a//b')
# expect: _path_normpath ('a/./b',) {} 'a/b'
# expect: _path_splitroot_ex ('a/./b',) {} ('', '', 'a/./b')
# expect: _path_normpath ('a/../b',) {} 'b'
# expect: _path_splitroot_ex ('a/../b',) {} ('', '', 'a/../b')
# expect: _path_normpath ('/..',) {} '/'
# expect: _path_splitroot_ex ('/..',) {} ('', '/', '..')
# expect: _path_normpath ('//..',) {} '//'
# expect: _path_splitroot_ex ('//..',) {} ('', '//', '..')
# expect: _path_normpath ('../a',) {} '../a'
# expect: _path_splitroot_ex ('../a',) {} ('', '', '../a')
# expect: _path_normpath ('../../a',) {} '../../a'
# expect: _path_splitroot_ex ('../../a',) {} ('', '', '../../a')
# expect: _path_normpath ('a/../../b',) {} '../b'
# expect: _path_splitroot_ex ('a/../../b',) {} ('', '', 'a/../../b')
# expect: _path_normpath ('/a/../..',) {} '/'
# expect: _path_splitroot_ex ('/a/../..',) {} ('', '/', 'a/../..')
# expect: _path_normpath ('.',) {} '.'
# expect: _path_splitroot_ex ('.',) {} ('', '', '.')
# expect: _path_normpath ('..',) {} '..'
# expect: _path_splitroot_ex ('..',) {} ('', '', '..')
# expect: _path_normpath ('a\x00b/..',) {} '.'
# expect: _path_splitroot_ex ('a\x00b/..',) {} ('', '', 'a\x00b/..')
# expect: _path_normpath ('//a//b',) {} '//a/b'
# expect: _path_splitroot_ex ('//a//b',) {} ('', '//', 'a//b')
# expect: _path_normpath (b'//a/../b',) {} b'//b'
# expect: _path_splitroot_ex (b'//a/../b',) {} (b'', b'//', b'a/../b')
# expect: _path_normpath (b'',) {} b'.'
# expect: _path_splitroot_ex (b'',) {} (b'', b'', b'')
# expect: _path_normpath ('é/../ü',) {} 'ü'
# expect: _path_splitroot_ex ('é/../ü',) {} ('', '', 'é/../ü')
# expect: _path_normpath ('\udc80/x',) {} '\udc80/x'
# expect: _path_splitroot_ex ('\udc80/x',) {} ('', '', '\udc80/x')
# expect: _path_normpath ('a/b/../../..',) {} '..'
# expect: _path_splitroot_ex ('a/b/../../..',) {} ('', '', 'a/b/../../..')
# expect: _path_normpath (5,) {} TypeError _path_normpath: path should be string, bytes or os.PathLike, not int
# expect: _path_splitroot_ex (5,) {} TypeError _path_splitroot_ex: path should be string, bytes or os.PathLike, not int
# expect: _path_normpath (None,) {} TypeError _path_normpath: path should be string, bytes or os.PathLike, not NoneType
# expect: _path_splitroot_ex (None,) {} TypeError _path_splitroot_ex: path should be string, bytes or os.PathLike, not NoneType
# expect: _path_normpath (['x'],) {} TypeError _path_normpath: path should be string, bytes or os.PathLike, not list
# expect: _path_splitroot_ex (['x'],) {} TypeError _path_splitroot_ex: path should be string, bytes or os.PathLike, not list
# expect: b a ('', '//', 'x/y')
