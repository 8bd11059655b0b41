// The command line from outside: statuses, one-line errors, arguments, input. What CPython prints for the same is
// in the expectations; dis and compile are compared with CPython itself where there is one.
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeLink } from "../src/ui/state/link.ts";
import { findPython } from "./support/python.ts";
import { withHead, withoutJournal } from "./support/recording_bytes.ts";

const COMMAND = resolve("bin/underglass");
/** sys.executable. */
const LAUNCHER = resolve("bin/underglass-python");
const isBuilt = [
  "build/start/run.cjs",
  "build/start/machine.cjs",
  "build/boot.bin",
  "build/bundles/plain/cli.js",
].every((path) => existsSync(path));
const python = findPython();

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function underglass(args: readonly string[], input = ""): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
};

describe.skipIf(!isBuilt)("underglass run", () => {
  test("code, with its arguments", () => {
    expect(underglass(["run", "-c", "import sys; print(sys.argv)", "a", "-x"])).toEqual({
      status: 0,
      out: "['-c', 'a', '-x']\n",
      err: "",
    });
  });
  test("a program that is piped in, with - and without", () => {
    const program = "import sys; print(sys.argv)";
    for (const [args, shown] of [
      [["run"], "['']"],
      [["run", "-"], "['-']"],
      [["run", "-", "a"], "['-', 'a']"],
      [["run", "-q"], "['']"],
    ] as const) {
      expect(underglass(args, program), args.join(" ")).toEqual({ status: 0, out: `${shown}\n`, err: "" });
    }
  });
  test("a file: its folder is sys.path[0]", () => {
    const path = file("sub/where.py", "import sys\nprint(__name__, __file__, sys.argv[0], sys.path[0])\n");
    const sub = join(folder, "sub");
    expect(underglass(["run", path]).out).toBe(`__main__ ${path} ${path} ${sub}\n`);
    expect(underglass(["run", "sub/where.py"]).out).toBe(`__main__ ${path} sub/where.py ${sub}\n`);
  });
  test("standard input as the program, and as its input", () => {
    expect(underglass(["run", "-", "x"], "import sys\nprint(sys.argv)\n").out).toBe("['-', 'x']\n");
    expect(underglass(["run", "-c", "print(input() + input())"], "one\ntwo\n").out).toBe("onetwo\n");
  });
  test("standard streams that are files can be sought, and share their place with other processes", () => {
    const input = file("lines.txt", "one\ntwo\nthree\n");
    const code =
      "import sys\ninput()\nplace = sys.stdin.buffer.raw.tell()\nsys.stdin.seek(4)\nprint(place, sys.stdin.readline(), end='')\n" +
      "print(sys.stdin.tell(), sys.stdout.tell())";
    const script = `echo first; ${process.execPath} ${COMMAND} run -c "$CODE"; echo last`;
    const shown = join(folder, "shown.txt");
    const stdio = [openSync(input, "r"), openSync(shown, "w"), "pipe"] as const;
    spawnSync("sh", ["-c", script], { stdio: [...stdio], env: { PATH: process.env.PATH, CODE: code } });
    for (const fd of stdio.slice(0, 2)) closeSync(fd as number);
    expect(readFileSync(shown, "utf8")).toBe("first\n14 two\n8 13\nlast\n");
  });
  test("exit status of SystemExit", () => {
    expect(underglass(["run", "-c", "raise SystemExit(3)"]).status).toBe(3);
    expect(underglass(["run", "-c", "raise SystemExit"]).status).toBe(0);
    expect(underglass(["run", "-c", "raise SystemExit('bye')"])).toEqual({ status: 1, out: "", err: "bye\n" });
    expect(underglass(["run", "-c", "raise SystemExit(-1)"]).status).toBe(255);
  });
  test("an uncaught error", () => {
    const { status, err } = underglass(["run", "-c", "1/0"]);
    expect(status).toBe(1);
    expect(err).toMatch(
      /^Traceback \(most recent call last\):\n {2}File "<string>", line 1, in <module>\n[\s\S]*ZeroDivisionError: division by zero\n$/,
    );
  });
  test("what the program's own modules hold ends with them, also in cycles", () => {
    file(
      "ends/kept.py",
      "class Kept:\n    def __del__(self):\n        print('ended')\nkept = [Kept()]\nkept.append(kept)\n",
    );
    expect(underglass(["run", file("ends/main.py", "import kept\nprint('over')\n")]).out).toBe("over\nended\n");
  });
  test("what cannot be run is one line", () => {
    expect(underglass(["run", "missing.py"])).toEqual({
      status: 2,
      out: "",
      err: `underglass: can't open file '${join(folder, "missing.py")}': [Errno 2] No such file or directory\n`,
    });
    mkdirSync(join(folder, "empty"));
    expect(underglass(["run", "empty"])).toEqual({
      status: 1,
      out: "",
      err: `${LAUNCHER}: can't find '__main__' module in '${join(folder, "empty")}'\n`,
    });
  });
});

describe.skipIf(!isBuilt)("usage", () => {
  const USAGE =
    "usage: underglass run [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `underglass run -h' for more information.\n";
  test.each([
    [["run", "-z"], `Unknown option: -z\n${USAGE}`],
    [["run", "-c"], `Argument expected for the -c option\n${USAGE}`],
    [["fly"], "underglass: unknown command 'fly' (see underglass --help)\n"],
  ])("%j is status 2", (args, message) => {
    expect(underglass(args)).toEqual({ status: 2, out: "", err: message });
  });
  test("help has examples", () => {
    const { status, out } = underglass(["--help"]);
    expect(status).toBe(0);
    expect(out).toContain("Examples:");
    expect(underglass(["run", "--help"]).out).toContain("underglass run -m timeit");
  });
});

describe.skipIf(!isBuilt)("dis and compile", () => {
  const SOURCE = "def f(a, *b):\n    return [x + a for x in b if x]\n\nclass C:\n    '''doc'''\n    y = f(1, 2)\n";
  test.skipIf(python === null)("dis lays bytecode out as CPython's does", () => {
    const path = file("d.py", SOURCE);
    const wanted = spawnSync(python as string, ["-m", "dis", path], { encoding: "utf8" }).stdout.replace(
      /0x[0-9a-f]+/g,
      "0x0",
    );
    expect(underglass(["dis", path]).out).toBe(wanted);
  });
  test.skipIf(python === null)("compile writes what py_compile writes", () => {
    const path = file("base/pkg/m.py", SOURCE);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    expect(underglass(["compile", path, "--out-dir", join(folder, "out"), "--base", join(folder, "base")])).toEqual({
      status: 0,
      out: "",
      err: "",
    });
    const wanted = join(folder, "wanted.pyc");
    spawnSync(python as string, [
      "-c",
      `import py_compile; py_compile.compile(${JSON.stringify(path)}, ${JSON.stringify(wanted)}, doraise=True)`,
    ]);
    expect(readFileSync(join(folder, "out/pkg/m.pyc")).equals(readFileSync(wanted))).toBe(true);
  });
  test("a file that does not compile is reported as CPython does, and the others are compiled", () => {
    const bad = file("bad.py", "x = (1 +\ny = 2\n");
    const good = file("good.py", "x = 1\n");
    const result = underglass(["compile", bad, good, "--out-dir", join(folder, "o"), "--base", folder]);
    expect(result.status).toBe(1);
    expect(result.err).toBe(`  File "${bad}", line 1\n    x = (1 +\n        ^\nSyntaxError: '(' was never closed\n`);
    expect(existsSync(join(folder, "o/good.pyc"))).toBe(true);
    expect(existsSync(join(folder, "o/bad.pyc"))).toBe(false);
  });
  test("a compiled file runs as a program, whatever its name; one that is broken says so", () => {
    const path = file("program.py", "import sys\nprint(__name__, sys.argv, __loader__.__class__.__name__)\n");
    expect(underglass(["compile", path, "--out-dir", folder, "--base", folder]).status).toBe(0);
    expect(underglass(["run", "program.pyc", "1"]).out).toBe("__main__ ['program.pyc', '1'] SourcelessFileLoader\n");
    const whole = readFileSync(join(folder, "program.pyc"));
    writeFileSync(join(folder, "unnamed"), whole);
    expect(underglass(["run", "unnamed"]).out).toBe("__main__ ['unnamed'] SourcelessFileLoader\n");
    writeFileSync(join(folder, "cut.pyc"), whole.subarray(0, 40));
    const cut = underglass(["run", "cut.pyc"]);
    expect([cut.status, cut.err]).toEqual([1, "RuntimeError: Bad code object in .pyc file\n"]);
    const source = underglass(["run", file("source.pyc", "print(1)\n")]);
    expect([source.status, source.err]).toEqual([1, "RuntimeError: Bad magic number in .pyc file\n"]);
  });
  test("dis knows the names of characters", () => {
    const shown = underglass(["dis", file("named.py", "x = '\\N{LATIN SMALL LETTER A WITH DIAERESIS}'\n")]);
    expect([shown.status, shown.out.includes("LOAD_CONST               0 ('\u00e4')")]).toEqual([0, true]);
  });
  test("dis and compile read other encodings as the machine's codecs do", () => {
    const bytes = (name: string, ...text: (string | number)[]): string => {
      const path = join(folder, name);
      writeFileSync(
        path,
        Buffer.concat(text.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part)))),
      );
      return path;
    };
    const chinese = bytes("gbk.py", '# coding: gbk\ns = "', 0xc4, 0xe3, 0xba, 0xc3, '"\nprint(s)\n');
    const damaged = bytes("damaged.py", '# coding: gbk\ns = "', 0xc4, 0xff, '"\n');
    expect(underglass(["dis", chinese]).out).toContain("('你好')");
    expect(underglass(["dis", damaged])).toEqual({
      status: 1,
      out: "",
      err: `  File "${damaged}", line 0\nSyntaxError: 'gbk' codec can't decode byte 0xc4 in position 19: illegal multibyte sequence\n`,
    });
    expect(underglass(["compile", chinese, "--out-dir", "encoded", "--base", folder])).toEqual({
      status: 0,
      out: "",
      err: "",
    });
    expect(underglass(["run", join(folder, "encoded", "gbk.pyc")]).out).toBe("你好\n");
  });
  test("dis asks the machine where the order of a set depends on what is interned", () => {
    const path = file("order.py", 'x in {"day", "month", "year", "name"}\n');
    const shown = underglass(["dis", path]).out;
    expect(shown).toContain("frozenset({");
    expect(shown).toBe(underglass(["run", "-m", "dis", path]).out);
  });
  test.each(["ast", "symtable", "dis"])("%s of a file that is not there, or of a folder, is one line", (command) => {
    const missing = join(folder, "missing.py");
    expect(underglass([command, missing])).toEqual({
      status: 2,
      out: "",
      err: `underglass: ${missing}: No such file or directory\n`,
    });
    expect(underglass([command, folder]).err).toBe(`underglass: ${folder}: Is a directory\n`);
  });
  test("pyc shows every byte with its meaning, and says where it stops understanding", () => {
    const path = file("whole.py", "x = 1\n");
    expect(underglass(["compile", path, "--out-dir", folder, "--base", folder]).status).toBe(0);
    const whole = readFileSync(join(folder, "whole.pyc"));
    const shown = underglass(["pyc", "whole.pyc"]);
    expect(shown.status).toBe(0);
    expect(shown.out).toMatch(/^ +0 {2}f3 0d 0d 0a +magic number: 3571, CR, LF\n/);
    expect(shown.out).toMatch(/instruction: STORE_NAME 0\n/);
    writeFileSync(join(folder, "half.pyc"), whole.subarray(0, 40));
    file("nothing.pyc", "");
    expect(underglass(["pyc", "nothing.pyc"])).toEqual({
      status: 1,
      out: "",
      err: "underglass: nothing.pyc: is empty\n",
    });
    const half = underglass(["pyc", "half.pyc"]);
    expect(half.status).toBe(1);
    expect(half.out).toMatch(/unread: marshal data too short\n$/);
  });
  test("a file outside the base, a folder and a missing file are one line", () => {
    expect(underglass(["dis", "nothing.py"])).toEqual({
      status: 2,
      out: "",
      err: "underglass: nothing.py: No such file or directory\n",
    });
    expect(underglass(["dis", folder]).err).toBe(`underglass: ${folder}: Is a directory\n`);
    const path = file("p.py", "");
    expect(underglass(["compile", path, "--out-dir", "o", "--base", join(folder, "base")]).err).toBe(
      `underglass: ${path} is not below ${join(folder, "base")}\n`,
    );
    const inFile = join(file("plain.txt", ""), "o");
    expect(underglass(["compile", path, "--out-dir", inFile, "--base", folder])).toMatchObject({
      status: 1,
      err: `underglass: ${join(inFile, "p.pyc")}: Not a directory\n`,
    });
    // A file system that takes no folders says so at once.
    if (existsSync("/proc/self")) {
      expect(underglass(["compile", path, "--out-dir", "/proc/folder", "--base", folder])).toMatchObject({
        status: 1,
        err: "underglass: /proc/folder/p.pyc: No such file or directory\n",
      });
    }
  });
});

describe.skipIf(!isBuilt)("underglass watch", () => {
  test("the page gets a program's bytes, whatever their encoding", async () => {
    const bytes = Buffer.from("# coding: latin-1\r\nx = '\xe9'\f", "latin1");
    const path = join(folder, "jose.py");
    writeFileSync(path, bytes);
    const watching = spawn(process.execPath, [COMMAND, "watch", "--port", "0", path, "an argument"]);
    let told = "";
    for await (const piece of watching.stdout) {
      told += piece;
      if (told.includes("Ctrl-C")) break;
    }
    watching.kill();
    const address = new URL(/http:\S+/.exec(told)![0]);
    expect(Number(address.port)).toBeGreaterThan(0);
    const { program } = decodeLink(address.hash);
    expect(program).toEqual({ file: "jose.py", source: new Uint8Array(bytes), input: null, argv: ["an argument"] });
  });

  test("a program that no link holds is one line", () => {
    const path = file("long.py", "x = 1\n".repeat(200_000));
    expect(underglass(["watch", path])).toEqual({
      status: 1,
      out: "",
      err: `underglass: ${path}: is too long to be shown\n`,
    });
  });

  test("a file that is no text is one line", () => {
    const path = file("picture.png", "\x89PNG\r\n\0\0");
    expect(underglass(["watch", path])).toEqual({
      status: 1,
      out: "",
      err: `underglass: ${path}: is no text: it contains null bytes\n`,
    });
  });

  test("a port that is in use, or is none, is one line", async () => {
    const program = file("watched.py", "print(1)\n");
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
    const { port } = taken.address() as AddressInfo;
    expect(underglass(["watch", "--port", String(port), program])).toEqual({
      status: 1,
      out: "",
      err: `underglass: port ${port} is in use\n`,
    });
    taken.close();
    for (const [value, why] of [
      ["65536", "It is not from 0 to 65535."],
      ["eight", "It is not a whole number."],
    ] as const) {
      const { status, err } = underglass(["watch", "--port", value, program]);
      expect(status).toBe(2);
      expect(err).toContain(`option '--port <port>' argument '${value}' is invalid. ${why}`);
    }
  });
});

describe.skipIf(!isBuilt)("underglass memory", () => {
  test("a program that leaves in the middle is shown, too", () => {
    const { status, err } = underglass(["memory", "-c", "import os; os._exit(4)"]);
    expect([status, /address space +[\d ]+\n/.test(err)]).toEqual([4, true]);
  });
  test("layers from +3 to -1: rows add up to the row that holds them, to the byte", () => {
    const source =
      "x = [1.5 * i for i in range(1000)]\ny = {i: [] for i in range(500)}\nz = bytearray(10 ** 6)\nprint(len(y))\n";
    const { status, out, err } = underglass(["memory", "-c", source]);
    expect({ status, out }).toEqual({ status: 0, out: "500\n" });
    const rows = err
      .trimEnd()
      .split("\n")
      .map((line) => {
        const [, layer, indent, name, bytes] =
          /^ *([+-]?\d) {2}( *)(.*?) {2,}([\d ]*\d)(?: {2}\(.*\))?$/.exec(line) ?? [];
        return { layer, depth: indent.length / 2, name, bytes: Number(bytes.replaceAll(" ", "")) };
      });
    expect(new Set(rows.map(({ layer }) => layer))).toEqual(new Set(["-1", "+2", "+3", "0", "+1"]));
    rows.forEach((row, at) => {
      const end = rows.findIndex(({ depth }, i) => i > at && depth <= row.depth);
      const inside = rows.slice(at + 1, end < 0 ? undefined : end);
      const parts = inside.filter(({ depth, name }) => depth === row.depth + 1 && !name.startsWith("of all these"));
      if (parts.length > 0) expect(`${row.name} ${sumOf(parts)}`).toBe(`${row.name} ${row.bytes}`);
    });
    const of = (name: string) => rows.find((row) => row.name === name)?.bytes ?? 0;
    expect(of("malloc: heap and segments")).toBe(of("heap (brk)") + of("malloc segments"));
    expect(of("malloc blocks that are mappings")).toBeGreaterThan(10 ** 6);
  });
  const sumOf = (rows: readonly { bytes: number }[]) => rows.reduce((sum, { bytes }) => sum + bytes, 0);
});

describe.skipIf(!isBuilt)("underglass record and show", () => {
  const PROGRAM =
    "import sys\nn = int(input())\nfor i in range(n):\n    square = i * i\nprint(square, sys.argv[1:])\nsys.exit(3)\n";
  const recorded = () => {
    const program = file("squares.py", PROGRAM);
    const run = underglass(["record", "-o", "run.ug", program, "one"], "40\n");
    return { run, path: join(folder, "run.ug") };
  };

  test("a recorded run is like a run, and its state is shown at any instruction", () => {
    const { run, path } = recorded();
    expect(run).toEqual({ status: 3, out: "1521 ['one']\n", err: "" });
    const whole = JSON.parse(underglass(["show", path, "--json"]).out);
    expect(whole).toMatchObject({ status: "finished", exitStatus: 3, canRun: true });
    const values = [0.4, 0.8].map((part) => {
      const at = String(Math.floor(whole.instructions * part));
      const { objects, moment } = JSON.parse(underglass(["show", path, "--at", at, "--json"]).out);
      expect(String(moment)).toBe(at);
      const names = objects.frames[0].names as { name: string; value: { text: string } | null }[];
      return Number(names.find(({ name }) => name === "i")?.value?.text);
    });
    expect(values[0]).toBeGreaterThan(0);
    expect(values[1]).toBeGreaterThan(values[0]);
    const text = underglass(["show", path, "--at", "100"]).out;
    expect(text).toContain("squares.py:");
    expect(text).toMatch(/^next: [A-Z_]+/m);
    expect(text).toMatch(/names of <module>:[\s\S]*\n {2}i = \d/);
    expect(text).toMatch(/\+2 {2}pymalloc +[\d ]+\n/);
    expect(underglass(["show", path, "--verify"]).status).toBe(0);
  });

  /** Starts recording, sends SIGINT once the program has printed, and answers the exit status or the signal. */
  function interrupted(program: string, recording: string): Promise<number | string | null> {
    const child = spawn(process.execPath, [COMMAND, "record", "-o", recording, program], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 100_000,
      killSignal: "SIGKILL",
    });
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGINT"), 200));
    return new Promise((done) => child.on("exit", (status, signal) => done(signal ?? status)));
  }

  test.each([
    ["interrupted in a loop", "print('begin', flush=True)\nn = 0\nwhile True:\n    n += 1\n", "KeyboardInterrupt"],
    [
      "interrupted in a sort's comparison",
      "class Key:\n    def __lt__(self, other):\n        while True: pass\nprint('begin', flush=True)\nsorted([Key(), Key()])\n",
      "KeyboardInterrupt",
    ],
    ["out of memory", "kept = []\nwhile True:\n    kept.append(bytes(3 << 20))\n", "MemoryError"],
  ])(
    "a recording of a run that was %s is whole, and shown at any instruction",
    async (_how, source, error) => {
      const program = file("ended.py", source);
      if (error === "MemoryError") expect(underglass(["record", "-o", "ended.ug", program]).status).toBe(1);
      else expect(await interrupted(program, "ended.ug")).toBe("SIGINT");
      const whole = JSON.parse(underglass(["show", "ended.ug", "--json"]).out);
      expect(whole).toMatchObject({ status: "finished", canRun: true });
      const at = Math.floor(whole.instructions * 0.6);
      const shown = JSON.parse(underglass(["show", "ended.ug", "--at", String(at), "--json"]).out);
      expect(shown.moment).toBe(at);
      expect(shown.program.stack).toBeInstanceOf(Array);
      expect(underglass(["show", "ended.ug", "--verify"])).toMatchObject({ status: 0, err: "" });
    },
    240_000,
  );

  test("Ctrl-C while the recording is written ends the command and leaves nothing", async () => {
    // What packs badly and slowly.
    const program = file("large.py", "import os\nkept = os.urandom(40 << 20)\nprint('over', flush=True)\n");
    expect(await interrupted(program, "given-up.ug")).toBe("SIGINT");
    expect(readdirSync(folder).filter((name) => name.startsWith("given-up"))).toEqual([]);
  }, 120_000);

  test("a name with a newline, a circle of links and an option of none are one line each", () => {
    symlinkSync("circle", join(folder, "circle"));
    const refused = (args: readonly string[]): string => {
      const { status, out, err } = underglass(args);
      expect({ status, out }, args.join(" ")).toEqual({ status: 2, out: "" });
      return err;
    };
    expect(refused(["dis", "no\nsuch.py"])).toBe("underglass: no\\nsuch.py: No such file or directory\n");
    expect(refused(["show", "\x1bx"])).toBe("underglass: \\x1bx: No such file or directory\n");
    expect(refused(["ast", "circle"])).toBe("underglass: circle: Too many levels of symbolic links\n");
    expect(refused(["symtable", "--no"])).toBe("underglass: unknown option '--no' (see underglass symtable --help)\n");
  });

  test("a damaged, shortened or foreign file is one line and status 1; wrong use is 2", () => {
    const { path } = recorded();
    const good = readFileSync(path);
    const damaged = Buffer.from(good);
    damaged[good.length >> 1] ^= 1;
    const cases: [string, Buffer | string, string][] = [
      ["damaged.ug", damaged, "it is damaged"],
      ["cut.ug", good.subarray(0, good.length - 5), "it is cut short"],
      ["head.ug", good.subarray(0, 9), "it is cut short"],
      ["empty.ug", "", "it is no recording"],
      ["text.ug", "print(1)\n", "it is no recording"],
      [
        "later.ug",
        Buffer.concat([good.subarray(0, 5), Buffer.from([99]), good.subarray(6)]),
        "it is of version 99; this reads version 4",
      ],
    ];
    for (const [name, bytes, why] of cases) {
      writeFileSync(join(folder, name), bytes);
      const line = `underglass: ${name}: the recording cannot be opened: ${why}\n`;
      expect(underglass(["show", name]), name).toEqual({ status: 1, out: "", err: line });
      if (bytes.length > 5 && name !== "text.ug") expect(underglass(["watch", name]).err).toBe(line);
    }
    writeFileSync(join(folder, "wrong.pyc"), Buffer.alloc(40));
    const refused = "underglass: wrong.pyc: bad magic number in 'wrong.pyc'\n";
    expect(underglass(["watch", "wrong.pyc"])).toEqual({ status: 1, out: "", err: refused });
    const lies = [withHead(good, (head) => (head.session = { state: "fine" })), withoutJournal(good)];
    for (const bytes of lies) {
      writeFileSync(join(folder, "lies.ug"), bytes);
      expect(underglass(["show", "lies.ug"])).toEqual({
        status: 1,
        out: "",
        err: "underglass: lies.ug: the recording cannot be opened: it is damaged\n",
      });
    }
    expect(underglass(["show", "missing.ug"])).toMatchObject({
      status: 2,
      err: "underglass: missing.ug: No such file or directory\n",
    });
    expect(underglass(["show", path, "--at", "1e9"]).status).toBe(2);
    expect(underglass(["show", path, "--at", "999999999"]).err).toMatch(
      /the recording has \d+ instructions, none at 999999999/,
    );
    expect(underglass(["record", "program.py"])).toMatchObject({
      status: 2,
      err: "underglass: no place for the recording: give -o RUN (see underglass record --help)\n",
    });
    expect(underglass(["record", "-o", "no/where.ug", "-c", "1"]).err).toBe(
      "underglass: no/where.ug: No such file or directory\n",
    );
    expect(existsSync(join(folder, "no"))).toBe(false);
    expect(underglass(["record", "-o", "x.ug", "missing.py"]).status).toBe(2);
    expect(existsSync(join(folder, "x.ug"))).toBe(false);
    expect(underglass(["record", "-o", "x.ug", "-c", "import os; os.abort()"]).status).not.toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith("x.ug"))).toEqual([]);
  });

  test("a link is followed, and what is no file is written to, not replaced", () => {
    const kept = file("kept.ug", "");
    symlinkSync(kept, join(folder, "link.ug"));
    expect(underglass(["record", "-o", "link.ug", "-c", "1"])).toEqual({ status: 0, out: "", err: "" });
    expect(lstatSync(join(folder, "link.ug")).isSymbolicLink()).toBe(true);
    expect(underglass(["show", kept]).status).toBe(0);
    symlinkSync("made.ug", join(folder, "ahead.ug"));
    expect(underglass(["record", "-o", "ahead.ug", "-c", "1"])).toEqual({ status: 0, out: "", err: "" });
    expect(lstatSync(join(folder, "ahead.ug")).isSymbolicLink()).toBe(true);
    expect(underglass(["show", "made.ug"]).status).toBe(0);
    if (!existsSync("/dev/full")) return;
    const full = openSync("/dev/full", "w");
    const shown = spawnSync(process.execPath, [COMMAND, "show", kept], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect(shown).toMatchObject({ status: 1, stderr: "underglass: standard output: No space left on device\n" });
    symlinkSync("/dev/full", join(folder, "full.ug"));
    expect(underglass(["record", "-o", "full.ug", "-c", "1"])).toMatchObject({
      status: 1,
      err: "underglass: full.ug: No space left on device\n",
    });
    expect(lstatSync(join(folder, "full.ug")).isSymbolicLink()).toBe(true);
  });

  test("the place of the recording stands before the program or right after it", () => {
    const program = file("arguments.py", "import sys\nprint(sys.argv[1:])\n");
    for (const [name, ...args] of [
      ["1.ug", "-o", "1.ug", program, "-o", "x"],
      ["2.ug", program, "-o", "2.ug", "-o", "x"],
      ["3.ug", program, "--output=3.ug", "-o", "x"],
    ] as const) {
      expect(underglass(["record", ...args])).toEqual({ status: 0, out: "['-o', 'x']\n", err: "" });
      expect(existsSync(join(folder, name))).toBe(true);
    }
    expect(underglass(["record", "-m", "this", "-o"]).status).toBe(2);
  });

  test("of a recording that another build made the checkpoints are shown, and that is said", () => {
    const { path } = recorded();
    for (const other of [{ core: "another" }, { image: 1 }]) {
      const foreign = withHead(readFileSync(path), (head) => Object.assign(head, other));
      writeFileSync(join(folder, "foreign.ug"), foreign);
      const shown = underglass(["show", "foreign.ug"]);
      expect(shown).toMatchObject({ status: 0, err: "" });
      expect(shown.out).toMatch(/^moment .*\(recorded by another build: the last stored checkpoint up to there\)\n/);
      expect(JSON.parse(underglass(["show", "foreign.ug", "--json", "--at", "100"]).out)).toMatchObject({
        canRun: false,
        moment: 0,
      });
      expect(underglass(["show", "foreign.ug", "--verify"])).toEqual({
        status: 1,
        out: "",
        err: "underglass: foreign.ug: another build made it: it cannot be run again\n",
      });
    }
  });
});
