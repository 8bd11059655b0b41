// Command lines that CPython and the launcher are both asked, and what they print, made comparable: paths of either are
// given names, and what is each one's own (versions, addresses) is left out.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";

export const GOLDEN = "test/golden/command_lines.json";

export interface CommandLine {
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export interface Answer {
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

/** What a case is called: how a shell would be asked. */
export function nameOf({ args, environment = {}, input }: CommandLine): string {
  const quoted = args.map((arg) => (/^[\w./:=,-]+$/.test(arg) ? arg : JSON.stringify(arg)));
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return [...variables, "python", ...quoted, ...(input === undefined ? [] : ["<<<", JSON.stringify(input)])].join(" ");
}

const SHOW_ARGUMENTS = "import sys; print(sys.argv, sys.orig_argv[1:], sys.flags.isolated)";
/** All flags but those that differ on purpose. */
const FLAGS =
  "import sys; f = sys.flags; print(*(f'{n}={getattr(f, n)}' for n in dir(f) if n[0] != '_' and n not in ('n_fields', 'n_sequence_fields', 'n_unnamed_fields', 'hash_randomization', 'index', 'count')))";
const WARNINGS =
  "import sys, warnings; print(sys.warnoptions); warnings.warn('w1'); warnings.warn('w2', DeprecationWarning); warnings.warn('w3', ImportWarning)";
const BYTES = "print(b'a' == 'a', b'a' == 97, str(b'x')); print({b'k': 1}.get('k'), bytearray(b'a') == 'a')";
const STREAMS =
  "import sys; print([(s.name, s.encoding, s.errors, s.line_buffering, s.write_through, type(s.buffer).__name__) for s in (sys.stdin, sys.stdout, sys.stderr)])";
const PATH = "import sys; print([p for p in sys.path if 'site-packages' not in p])";
const OPTIMIZED =
  "'''module'''\nassert False, 'kept'\ndef f():\n    'doc'\n    assert 0\n    return __debug__\nprint(f.__doc__, __doc__, __debug__)\nprint(f())";

/** Files of the folder in which all cases run. */
const FILES: Readonly<Record<string, string>> = {
  "script.py":
    "import sys\nprint(__name__, __file__, sys.argv, sys.path[0])\nprint(__spec__, __cached__, __package__)\n",
  "fails.py": "def f(x):\n    return 1 / x\n\nf(0)\n",
  "broken.py": "x = 1\nif x\n    pass\n",
  "exits.py": "import sys\nsys.exit('bye')\n",
  "latin.py": "# -*- coding: latin-1 -*-\nprint('\\xe9', len('é'))\n",
  // Which names of a file are there while it runs, when its error is told, and at the end; and what holds __main__.
  "end.py":
    "import atexit, sys\ndef show(what): print(what, '__file__' in globals(), '__cached__' in globals())\nclass Dying:\n    def __del__(self): show('dying')\ndying = Dying()\natexit.register(show, 'end')\nsys.excepthook = lambda *told: show('hook')\nprint(sys.getrefcount(sys.modules['__main__']))\nshow('begin')\nif sys.argv[1:] == ['exit']: sys.exit(3)\nif sys.argv[1:] == ['own']: __file__ = 'mine'\nif sys.argv[1:] == ['fail']: 1 / 0\nsys.excepthook = None\n",
  "first_line.py": "this is no Python\nprint('second')\n1/0\n",
  "folder/__main__.py":
    "import sys\nprint(sys.argv, sys.path[0], __file__, __name__, __package__ == '', __spec__.name)\n",
  "empty/data.txt": "",
  "package/__init__.py": "print('package')\n",
  "package/__main__.py": "import sys\nprint('main', sys.argv[1:], __package__, __spec__.name)\n",
  "package/part.py": "import sys\nprint(__name__, sys.argv[1:], sys.path[0])\n",
  "only/__init__.py": "",
  "optimized.py": OPTIMIZED,
  "imports_optimized.py":
    "import optimized_module as m\nprint(m.f.__doc__, m.f(), m.__doc__)\nimport os\nprint(os.path.basename(m.__cached__))\n",
  "optimized_module.py": "'''doc of the module'''\ndef f():\n    'doc'\n    assert 0\n    return __debug__\n",
  "custom/sitecustomize.py": "print('sitecustomize')\n",
  "startup.py": "started = 'startup ran'\n",
  "opens.py": "open('script.py').close()\nimport io\nio.text_encoding(None)\n",
};

export function writeFiles(folder: string): void {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const main = new TextEncoder().encode(
    "import sys\nimport inside\nprint(sys.argv, sys.path[0], __file__, inside.x)\n",
  );
  const inside = new TextEncoder().encode("x = 'from the zip'\n");
  writeFileSync(join(folder, "program.zip"), zipSync({ "__main__.py": main, "inside.py": inside }, { level: 0 }));
  writeFileSync(join(folder, "no_main.zip"), zipSync({ "inside.py": inside }, { level: 0 }));
}

const code = (...args: string[]): CommandLine => ({ args });
const set = (environment: Record<string, string>, ...args: string[]): CommandLine => ({ args, environment });
const typed = (input: string, ...args: string[]): CommandLine => ({ args, input });

export const COMMAND_LINES: readonly CommandLine[] = [
  // What is run, and sys.argv.
  code("-c", SHOW_ARGUMENTS, "a", "-x"),
  code(`-c${SHOW_ARGUMENTS}`, "a"),
  code("-Ic", SHOW_ARGUMENTS, "-I"),
  code("-IEsBqc", SHOW_ARGUMENTS),
  code("script.py", "one", "--two"),
  code("--", "script.py", "--", "x"),
  code("./script.py"),
  code("-P", "script.py"),
  code("-I", "script.py"),
  code("folder", "x"),
  code("-I", "folder/", "x"),
  code("empty"),
  code("program.zip", "x"),
  code("-I", "program.zip"),
  code("no_main.zip"),
  code("-m", "package", "x"),
  code("-m", "package.part", "x"),
  code("-mpackage.part"),
  code("-m", "only"),
  code("-m", "missing"),
  code("-m", "package.missing"),
  code("-I", "-m", "package"),
  code("missing.py"),
  code("script.py/x"),
  code("fails.py"),
  code("broken.py"),
  code("exits.py"),
  code("latin.py"),
  code("-x", "first_line.py"),
  code("first_line.py"),
  code("-c", "1/0"),
  code("-c", " x = 1"),
  code("-c", "raise SystemExit(7)"),
  code("-c", ""),
  typed("import sys; print(sys.argv, __name__)\n", "-", "a"),
  typed("import sys; print(sys.argv, sys.orig_argv[1:])\n"),
  typed("1/0\n", "-"),
  typed("x = (\n"),
  // Wrong usage.
  code("-z"),
  code("-bz"),
  code("--unknown"),
  code("--help-me"),
  code("-c"),
  code("-Bc"),
  code("-m"),
  code("-W"),
  code("-X"),
  code("-J"),
  code("--check-hash-based-pycs"),
  code("--check-hash-based-pycs", "sometimes"),
  code("-V", "-z"),
  // Flags.
  code("-c", FLAGS),
  code("-bBdEiOPqsSuvx", "-V"),
  code("-bbOOEsBqP", "-c", FLAGS),
  code("-I", "-c", FLAGS),
  code("-d", "-q", "-OOO", "-bbb", "-c", FLAGS),
  code("-t", "-R", "-c", FLAGS),
  code("-X", "utf8", "-X", "dev", "-X", "int_max_str_digits=1000", "-c", FLAGS),
  code("-X", "utf8=0", "-X", "warn_default_encoding", "-X", "int_max_str_digits=0", "-c", FLAGS),
  set({ PYTHONOPTIMIZE: "2", PYTHONDEBUG: "3", PYTHONDONTWRITEBYTECODE: "x", PYTHONNOUSERSITE: "1" }, "-c", FLAGS),
  set({ PYTHONOPTIMIZE: "x", PYTHONVERBOSE: "0", PYTHONSAFEPATH: "0", PYTHONUTF8: "1" }, "-c", FLAGS),
  set({ PYTHONOPTIMIZE: "1", PYTHONDEVMODE: "1", PYTHONINTMAXSTRDIGITS: "5000" }, "-O", "-O", "-c", FLAGS),
  set({ PYTHONOPTIMIZE: "2", PYTHONDEVMODE: "1", PYTHONUTF8: "1", PYTHONSAFEPATH: "1" }, "-E", "-c", FLAGS),
  set({ PYTHONOPTIMIZE: "", PYTHONDEVMODE: "", PYTHONSAFEPATH: "", PYTHONINSPECT: "" }, "-c", FLAGS),
  code("-X", "a=b=c", "-Xfoo", "-X", "foo=bar", "-c", "import sys; print(sys._xoptions)"),
  code("--check-hash-based-pycs", "always", "-c", "import _imp; print(_imp.check_hash_based_pycs)"),
  code("-X", "pycache_prefix=there", "-c", "import sys; print(sys.pycache_prefix)"),
  set({ PYTHONPYCACHEPREFIX: "here" }, "-X", "pycache_prefix", "-c", "import sys; print(sys.pycache_prefix)"),
  code("-X", "cpu_count=3", "-c", "import os; print(os.cpu_count(), os.process_cpu_count())"),
  set({ PYTHON_CPU_COUNT: "5" }, "-c", "import os; print(os.cpu_count())"),
  code("-B", "-c", "import sys; print(sys.dont_write_bytecode)"),
  code("-S", "-c", "import sys; print('site' in sys.modules)\ntry: exit\nexcept NameError as e: print(e)"),
  // What cannot be.
  code("-X", "utf8=2", "-c", "0"),
  set({ PYTHONUTF8: "yes" }, "-c", "0"),
  set({ PYTHONHASHSEED: "x" }, "-c", "0"),
  set({ PYTHONHASHSEED: "4294967296" }, "-c", "0"),
  code("-X", "int_max_str_digits=5", "-c", "0"),
  set({ PYTHONINTMAXSTRDIGITS: "many" }, "-c", "0"),
  code("-X", "frozen_modules=maybe", "-c", "0"),
  code("-X", "cpu_count=0", "-c", "0"),
  code("-X", "tracemalloc=-1", "-c", "0"),
  code("-X", "gil=0", "-c", "0"),
  // Warnings.
  code("-c", WARNINGS),
  code("-W", "ignore", "-c", WARNINGS),
  code("-Walways", "-W", "error::ImportWarning", "-c", WARNINGS),
  code("-W", "nonsense", "-c", WARNINGS),
  code("-X", "dev", "-b", "-W", "ignore:w1", "-c", WARNINGS),
  set({ PYTHONWARNINGS: "ignore::UserWarning,default::DeprecationWarning," }, "-W", "error:w3", "-c", WARNINGS),
  code("-c", BYTES),
  code("-b", "-c", BYTES),
  code("-bb", "-c", BYTES),
  code("-bb", "-c", "b'a' != 'a'"),
  code("-bb", "-c", "bytearray() == ''"),
  code("-bb", "-c", "'%s' % bytearray()"),
  code("opens.py"),
  code("-X", "warn_default_encoding", "opens.py"),
  // Compilation.
  code("optimized.py"),
  code("-O", "optimized.py"),
  code("-OO", "optimized.py"),
  set(
    { PYTHONOPTIMIZE: "1" },
    "-c",
    "print(compile('assert 0', '', 'exec').co_consts)\nexec('assert 0'); print(eval('__debug__'))",
  ),
  code("-OO", "imports_optimized.py"),
  code("-X", "no_debug_ranges", "fails.py"),
  set(
    { PYTHONNODEBUGRANGES: "1" },
    "-c",
    "def f(): pass\nprint(list(f.__code__.co_positions()), f.__code__.co_linetable)",
  ),
  code("-X", "int_max_str_digits=640", "-c", "print(len(str(10**600)))\nint('1' * 641)"),
  // Streams.
  code("-c", STREAMS),
  code("-u", "-c", STREAMS),
  set({ PYTHONUNBUFFERED: "1" }, "-c", STREAMS),
  set({ PYTHONIOENCODING: "latin-1:replace" }, "-c", `${STREAMS}; print('é\\u20ac')`),
  set({ PYTHONIOENCODING: ":replace" }, "-c", STREAMS),
  set({ PYTHONIOENCODING: "ascii" }, "-c", `${STREAMS}; print('é')`),
  set({ PYTHONIOENCODING: "utf-16" }, "-I", "-c", STREAMS),
  // sys.path and site.
  set({ PYTHONPATH: "a:b::/c:a" }, "-c", PATH),
  set({ PYTHONPATH: "a:b::/c:a" }, "-S", "-c", PATH),
  set({ PYTHONPATH: ":" }, "-P", "-S", "-c", PATH),
  set({ PYTHONPATH: "a" }, "-E", "-c", PATH),
  set({ PYTHONPATH: "custom" }, "-c", "print('program')"),
  set({ PYTHONPATH: "custom" }, "-I", "-c", "print('program')"),
  set({ PYTHONPATH: "program.zip" }, "-c", "import inside; print(inside.x, inside.__file__, inside.__loader__)"),
  code("-s", "-c", "import site; print(site.ENABLE_USER_SITE)"),
  code("-c", "import site; print(site.ENABLE_USER_SITE)"),
  set({ LC_ALL: "C" }, "-c", `import sys, os; print(sys.flags.utf8_mode, os.environ.get('LC_CTYPE')); ${STREAMS}`),
  set({ LANG: "" }, "-c", "import sys, os; print(sys.flags.utf8_mode, os.environ.get('LC_CTYPE'))"),
  set(
    { LANG: "C", PYTHONCOERCECLOCALE: "0" },
    "-c",
    "import sys, os; print(sys.flags.utf8_mode, os.environ.get('LC_CTYPE'))",
  ),
  // Sessions.
  typed("1 + 1\nx = 5\nprint(x)\nx / 0\n", "-i", "-q"),
  typed("if 1:\n  print(2)\nelse:\n  pass\n\ndef f(n):\n  return n / 0\n\nf(3)\n# nothing\n\n(1,\n2)\n", "-i", "-q"),
  typed("if 1:\n  x = 2\nprint(4)\n  bad\nfor\nprint('on')\n", "-i", "-q"),
  typed("import sys\nsys.ps1 = 'in> '\n'text'\nNone\n_\nsys.exit(9)\n", "-i", "-q"),
  typed("y\n", "-q", "-i", "-c", "y = 5; 1/0"),
  typed("print(y)\n", "-q", "-i", "-c", "y = 6; raise SystemExit(3)"),
  typed("f\n", "-i", "fails.py"),
  typed("1\n", "-i", "broken.py"),
  { args: ["-q", "-i"], environment: { PYTHONSTARTUP: "startup.py" }, input: "started\n" },
  ...["", "exit", "own", "fail"].map((argument) => set({}, "end.py", ...(argument === "" ? [] : [argument]))),
  set({}, "-m", "end", "exit"),
  set({}, "-c", "class A:\n  def __str__(self): return str(1 / 0)\nraise SystemExit(A())"),
  // Only linecache has the lines of -c.
  set({}, "-c", "class A:\n  def __del__(self):\n    1 / 0\nA()\nexec('x = (')"),
  set(
    {},
    "-c",
    "import sys\ntry: compile('\\na b', '<string>', 'exec')\nexcept SyntaxError as e: print(e.args)\ndef f(): 1 / 0\nf()",
  ),
  typed(
    "print(__file__, __cached__, __loader__, __spec__)\nimport atexit\natexit.register(lambda: print('__file__' in globals()))",
  ),
  typed("print(__file__)\nraise SystemExit(2 ** 70)", "-", "a"),
  { args: ["-c", "print('ran')"], environment: { PYTHONINSPECT: "1" }, input: "1\n" },
  typed("from __future__ import annotations\ndef f(x: y): pass\n\nf.__annotations__\n", "-iq"),
];

/** A process's answer to a case. */
export function ask(
  command: string,
  folder: string,
  { args, environment = {}, input = "" }: CommandLine,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        LANG: "C.UTF-8",
        PYTHONHASHSEED: "0",
        // Elsewhere than in the folder, which the cases share.
        PYTHONDONTWRITEBYTECODE: "1",
        PYTHON_COLORS: "0",
        ...environment,
      },
    });
    const pieces = { out: "", err: "" };
    child.stdout.setEncoding("latin1").on("data", (piece: string) => {
      pieces.out += piece;
    });
    child.stderr.setEncoding("latin1").on("data", (piece: string) => {
      pieces.err += piece;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ ...pieces, status: status ?? -1 }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

export interface Names {
  readonly command: string;
  readonly folder: string;
  readonly library: string;
}

/** Makes an answer one that both can give. */
export function comparable(answer: Answer, { command, folder, library }: Names): Answer {
  const prefix = dirname(dirname(library));
  const clean = (text: string): string =>
    text
      .replaceAll(command, "PYTHON")
      .replaceAll(folder, "FOLDER")
      .replaceAll(library, "LIBRARY")
      .replaceAll(prefix, "PREFIX")
      .replace(/ at 0x[0-9a-f]+/g, " at 0x")
      .replace(/Python 3\.13\.\d+.*/g, "Python 3.13");
  return { out: clean(answer.out), err: clean(answer.err), status: answer.status };
}
