# posix_spawn and its actions, exec, and what waitid tells. The last thing that this program does is to become another.
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
# A folder that this user may not search would be another answer.
os.environ["PATH"] = "/bin:/usr/bin"
ENV = {"PATH": "/bin:/usr/bin", "A": "1"}
NOTHING = ["sh", "-c", "exit 0"]


def run(*a, f=os.posix_spawn, **k):
    sys.stdout.flush()
    try:
        pid = f(*a, **k)
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)
    else:
        print(f.__name__, a, k, os.waitpid(pid, 0)[1])


run("/bin/sh", ["sh", "-c", "echo hi $A"], ENV)
run("/bin/sh", ["sh", "-c", "exit 3"], None)
run("/nope", ["x"], ENV)
run("sh", ["sh", "-c", "exit 4"], ENV, f=os.posix_spawnp)
run("nopenope", ["x"], ENV, f=os.posix_spawnp)
for argv in ("abc", [], [""], [5], ("sh", "-c", "exit 0")):
    run("/bin/sh", argv, ENV)
for env in (5, {"a=b": "c"}, {1: 2}):
    run("/bin/sh", ["sh"], env)
run(5, ["sh"], ENV)

# -- actions ---------------------------------------------------------------------------------------------------------------

flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
run("/bin/sh", ["sh", "-c", "echo to file"], ENV, file_actions=[(os.POSIX_SPAWN_OPEN, 1, "text", flags, 0o600)])
print(open("text").read())
r, w = os.pipe()
run("/bin/sh", ["sh", "-c", "echo to pipe"], ENV, file_actions=((os.POSIX_SPAWN_DUP2, w, 1), (os.POSIX_SPAWN_CLOSE, r)))
print(os.read(r, 99))
run("/bin/sh", ["sh", "-c", "echo x"], ENV, file_actions=[(os.POSIX_SPAWN_CLOSEFROM, 3)])
for actions in (
    5,
    [5],
    [()],
    [(99,)],
    [("x",)],
    [(0,)],
    [(1,)],
    [(1, "x")],
    [(2, 1)],
    [(0, 1, "/x", 0)],
    [(1, 2, 3)],
    [(os.POSIX_SPAWN_DUP2, 98, 1)],
    [(0, 1, "/nope/x", 0, 0)],
    None,
    [(3,)],
    [(True, 5)],
    [[1, 2]],
):
    run("/bin/sh", NOTHING, ENV, file_actions=actions)

# -- attributes ------------------------------------------------------------------------------------------------------------

for attributes in (
    {"setpgroup": 0},
    {"setsid": True},
    {"resetids": True},
    {"setsigmask": [2], "setsigdef": [13]},
    {"setsigmask": 5},
    {"setsigdef": [999]},
    {"setpgroup": "x"},
    {"nope": 1},
):
    run("/bin/sh", NOTHING, ENV, **attributes)

# -- waitid ----------------------------------------------------------------------------------------------------------------

pid = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 5"], ENV)
x = os.waitid(os.P_PID, pid, os.WEXITED)
print(x.si_pid == pid, x.si_uid == os.getuid(), x[2:], type(x))
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "kill -9 $$"], ENV)
x = os.waitid(os.P_ALL, 0, os.WEXITED)
print(x.si_pid == pid, x.si_signo, x.si_status, x.si_code)
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "sleep 0.2"], ENV)
print(os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG), os.waitpid(pid, 0)[1])

# -- exec ------------------------------------------------------------------------------------------------------------------


def attempt(f, *a):
    try:
        f(*a)
    except Exception as e:
        print(f.__name__, a, type(e).__name__, e)


for a in (("/nope", ["x"]), ("/bin/sh", "abc"), ("/bin/sh", []), ("/bin/sh", [""]), ("/bin/sh", [5]), (5, ["x"])):
    attempt(os.execv, *a)
for a in (
    ("/nope", ["x"], {}),
    ("/bin/sh", "abc", {}),
    ("/bin/sh", [], {}),
    ("/bin/sh", [""], {}),
    (1.5, ["x"], {}),
    ("/bin/sh", ["sh"], 5),
    ("/bin/sh", ["sh"], None),
    ("/bin/sh", ["sh"], {"a=b": "c"}),
    (99, ["x"], {}),
    ("text", ["x"], {}),
    (".", ["x"], {}),
):
    attempt(os.execve, *a)
os.remove("text")
os.chdir("/")
os.rmdir(folder)
print("before")
sys.stdout.flush()
os.execve("/bin/sh", ["sh", "-c", "echo in $A; exit 7"], {"A": "5"})

# expect: hi 1
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'echo hi $A'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {} 0
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 3'], None) {} 768
# expect: posix_spawn ('/nope', ['x'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {} FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: posix_spawnp ('sh', ['sh', '-c', 'exit 4'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {} 1024
# expect: posix_spawnp ('nopenope', ['x'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {} FileNotFoundError [Errno 2] No such file or directory: 'nopenope'
# expect: posix_spawn ('/bin/sh', 'abc', {'PATH': '/bin:/usr/bin', 'A': '1'}) {} TypeError posix_spawn: argv must be a tuple or list
# expect: posix_spawn ('/bin/sh', [], {'PATH': '/bin:/usr/bin', 'A': '1'}) {} ValueError posix_spawn: argv must not be empty
# expect: posix_spawn ('/bin/sh', [''], {'PATH': '/bin:/usr/bin', 'A': '1'}) {} ValueError posix_spawn: argv first element cannot be empty
# expect: posix_spawn ('/bin/sh', [5], {'PATH': '/bin:/usr/bin', 'A': '1'}) {} TypeError expected str, bytes or os.PathLike object, not int
# expect: posix_spawn ('/bin/sh', ('sh', '-c', 'exit 0'), {'PATH': '/bin:/usr/bin', 'A': '1'}) {} 0
# expect: posix_spawn ('/bin/sh', ['sh'], 5) {} TypeError posix_spawn: environment must be a mapping object or None
# expect: posix_spawn ('/bin/sh', ['sh'], {'a=b': 'c'}) {} ValueError illegal environment variable name
# expect: posix_spawn ('/bin/sh', ['sh'], {1: 2}) {} TypeError expected str, bytes or os.PathLike object, not int
# expect: posix_spawn (5, ['sh'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {} TypeError posix_spawn: path should be string, bytes or os.PathLike, not int
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'echo to file'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(0, 1, 'text', 577, 384)]} 0
# expect: to file
# expect:
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'echo to pipe'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': ((2, 4, 1), (1, 3))} 0
# expect: b'to pipe\n'
# expect: x
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'echo x'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(3, 3)]} 0
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': 5} TypeError file_actions must be a sequence or None
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [5]} TypeError Each file_actions element must be a non-empty tuple
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [()]} TypeError Each file_actions element must be a non-empty tuple
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(99,)]} TypeError Unknown file_actions identifier
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [('x',)]} TypeError 'str' object cannot be interpreted as an integer
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(0,)]} TypeError A open file_action tuple must have 5 elements
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(1,)]} TypeError A close file_action tuple must have 2 elements
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(1, 'x')]} TypeError 'str' object cannot be interpreted as an integer
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(2, 1)]} TypeError A dup2 file_action tuple must have 3 elements
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(0, 1, '/x', 0)]} TypeError A open file_action tuple must have 5 elements
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(1, 2, 3)]} TypeError A close file_action tuple must have 2 elements
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(2, 98, 1)]} OSError [Errno 9] Bad file descriptor: '/bin/sh'
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(0, 1, '/nope/x', 0, 0)]} FileNotFoundError [Errno 2] No such file or directory: '/bin/sh'
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': None} 0
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(3,)]} TypeError A closefrom file_action tuple must have 2 elements
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [(True, 5)]} 0
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'file_actions': [[1, 2]]} TypeError Each file_actions element must be a non-empty tuple
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'setpgroup': 0} 0
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'setsid': True} 0
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'resetids': True} 0
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'setsigmask': [2], 'setsigdef': [13]} 0
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'setsigmask': 5} TypeError 'int' object is not iterable
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'setsigdef': [999]} ValueError signal number 999 out of range [1; 64]
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'setpgroup': 'x'} TypeError 'str' object cannot be interpreted as an integer
# expect: posix_spawn ('/bin/sh', ['sh', '-c', 'exit 0'], {'PATH': '/bin:/usr/bin', 'A': '1'}) {'nope': 1} TypeError posix_spawn() got an unexpected keyword argument 'nope'
# expect: True True (17, 5, 1) <class 'posix.waitid_result'>
# expect: True 17 9 2
# expect: None 0
# expect: execv ('/nope', ['x']) FileNotFoundError [Errno 2] No such file or directory
# expect: execv ('/bin/sh', 'abc') TypeError execv() arg 2 must be a tuple or list
# expect: execv ('/bin/sh', []) ValueError execv() arg 2 must not be empty
# expect: execv ('/bin/sh', ['']) ValueError execv() arg 2 first element cannot be empty
# expect: execv ('/bin/sh', [5]) TypeError expected str, bytes or os.PathLike object, not int
# expect: execv (5, ['x']) TypeError execv: path should be string, bytes or os.PathLike, not int
# expect: execve ('/nope', ['x'], {}) FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: execve ('/bin/sh', 'abc', {}) TypeError execve: argv must be a tuple or list
# expect: execve ('/bin/sh', [], {}) ValueError execve: argv must not be empty
# expect: execve ('/bin/sh', [''], {}) ValueError execve: argv first element cannot be empty
# expect: execve (1.5, ['x'], {}) TypeError execve: path should be string, bytes, os.PathLike or integer, not float
# expect: execve ('/bin/sh', ['sh'], 5) TypeError execve: environment must be a mapping object
# expect: execve ('/bin/sh', ['sh'], None) TypeError execve: environment must be a mapping object
# expect: execve ('/bin/sh', ['sh'], {'a=b': 'c'}) ValueError illegal environment variable name
# expect: execve (99, ['x'], {}) OSError [Errno 9] Bad file descriptor: 99
# expect: execve ('text', ['x'], {}) PermissionError [Errno 13] Permission denied: 'text'
# expect: execve ('.', ['x'], {}) PermissionError [Errno 13] Permission denied: '.'
# expect: before
# expect: in 5
# expect-status: 7
