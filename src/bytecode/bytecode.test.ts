// Opcode table, marshal, dis and the two tables against what CPython 3.13 printed (tools/golden-bytecode.py), and against
// damage: no bytes may do worse than raise a MarshalError.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findPython } from "../../test/support/python.ts";
import { type BytecodeCase, compareBytecode, hexBytes } from "../../tools/oracle-bytecode-case.ts";
import { instructionUnitCount, readInstructions, writeInstruction } from "./code_units.ts";
import { reprBytes, reprConstant } from "./constant_repr.ts";
import { disassemble } from "./dis.ts";
import { frozensetOrder } from "./frozenset_order.ts";
import { dumps, loads, MarshalError } from "./marshal.ts";
import {
  binaryOperators,
  cacheLayout,
  cacheUnits,
  compareOparg,
  deinstrument,
  deopt,
  hasFlag,
  intrinsics1,
  intrinsics2,
  isBlockPush,
  MIN_INSTRUMENTED_OPCODE,
  OP,
  OpcodeFlag,
  type OpcodeName,
  opcodeName,
  opcodeRows,
  stackCounts,
  stackEffect,
} from "./opcodes.ts";
import { describePyc, PycError, readPyc, writePyc } from "./pyc.ts";

const golden = (name: string) => readFileSync(new URL(`../../test/golden/bytecode/${name}`, import.meta.url), "utf8");

interface GoldenOpcode {
  number: number;
  effects?: number[][];
  cache?: number;
  [flag: string]: unknown;
}

interface GoldenOpcodes {
  opcodes: Record<string, GoldenOpcode>;
  families: Record<string, string>;
  caches: Record<string, Record<string, number>>;
  binary: string[][];
  intrinsics1: string[];
  intrinsics2: string[];
}

const opcodes = JSON.parse(golden("opcodes.json")) as GoldenOpcodes;
const bytecodeCase = JSON.parse(golden("sample.bytecode.jsonl")) as BytecodeCase;
const code = loads(hexBytes(bytecodeCase.marshal));

describe("opcode table", () => {
  test("has CPython's names and numbers, and no others", () => {
    const theirs = Object.entries(opcodes.opcodes).map(([name, { number }]) => `${number} ${name}`);
    expect(opcodeRows.map(([name, number]) => `${number} ${name}`).sort()).toEqual(theirs.sort());
    for (const [name, number] of opcodeRows) expect(opcodeName(number)).toBe(name);
    expect(opcodeName(33)).not.toBe(opcodeName(34));
  });

  test("has CPython's stack effects", () => {
    let count = 0;
    for (const [name, { number, effects }] of Object.entries(opcodes.opcodes)) {
      effects?.forEach((three, index) => {
        const oparg = [0, 1, 2, 3, 4, 5, 0x302][index];
        const ours = [null, true, false].map((jump) => stackEffect(number, oparg, jump));
        expect([name, oparg, ...ours]).toEqual([name, oparg, ...three]);
        count++;
      });
    }
    expect(count).toBeGreaterThan(500);
    expect(() => stackEffect(OP.BINARY_OP_ADD_INT, 0)).toThrow(RangeError);
  });

  test("has CPython's flags and caches", () => {
    for (const [name, row] of Object.entries(opcodes.opcodes)) {
      if (row.number >= MIN_INSTRUMENTED_OPCODE && row.number < 256) continue;
      const { number } = row;
      for (const flag of ["arg", "const", "name", "jump", "free", "local"] as const) {
        expect([name, flag, hasFlag(number, OpcodeFlag[flag])]).toEqual([name, flag, row[flag] === true]);
      }
      expect([name, isBlockPush(number)]).toEqual([name, row.exc === true]);
      if (row.cache !== undefined) expect([name, cacheUnits[number]]).toEqual([name, row.cache]);
    }
    expect(Object.keys(cacheLayout).sort()).toEqual(Object.keys(opcodes.caches).sort());
    for (const [name, fields] of Object.entries(cacheLayout)) {
      expect(Object.fromEntries(fields)).toEqual(opcodes.caches[name]);
      expect(fields.reduce((sum, [, count]) => sum + count, 0)).toBe(cacheUnits[OP[name as OpcodeName]]);
    }
  });

  test("knows what a specialised or instrumented instruction stands for", () => {
    for (const [, number] of opcodeRows) {
      const family = opcodes.families[opcodeName(number)];
      expect(opcodeName(deopt[number])).toBe(family ?? opcodeName(number));
      expect(cacheUnits[number]).toBe(cacheUnits[deopt[deinstrument[number]]]);
    }
    expect(deinstrument[OP.INSTRUMENTED_CALL]).toBe(OP.CALL);
  });

  test("has CPython's tables of opargs", () => {
    expect(binaryOperators.map((row) => [...row])).toEqual(opcodes.binary);
    expect([...intrinsics1]).toEqual(opcodes.intrinsics1);
    expect([...intrinsics2]).toEqual(opcodes.intrinsics2);
    // The opargs of < <= == != > >= in compiled code.
    expect([0, 1, 2, 3, 4, 5].map((operator) => compareOparg(operator))).toEqual([2, 42, 72, 103, 132, 172]);
  });

  test("counts what an instruction takes and leaves", () => {
    expect(stackCounts(OP.CALL, 3)).toEqual({ taken: 5, left: 1 });
    expect(stackCounts(OP.UNPACK_EX, 0x102)).toEqual({ taken: 1, left: 4 });
    expect(stackCounts(OP.CALL_PY_EXACT_ARGS, 1)).toEqual({ taken: 3, left: 0 });
  });
});

describe("code objects of sample.py", () => {
  const aspects = new Map<string, { count: number; first: string | null }>();
  const dis = bytecodeCase.dis;
  const plain = code.type === "code" ? disassemble(code.code, { addressOf: () => "0x0" }) : "";
  const { length } = plain;
  for (const [aspect, difference] of compareBytecode({ ...bytecodeCase, dis: dis.slice(0, length) })) {
    const known = aspects.get(aspect) ?? { count: 0, first: null };
    aspects.set(aspect, { count: known.count + 1, first: known.first ?? difference });
  }
  test.each([...aspects])("%s", (_, { count, first }) => {
    expect(first).toBeNull();
    expect(count).toBeGreaterThan(0);
  });

  test("dis with caches and offsets", () => {
    if (code.type !== "code") throw new Error("the sample is a code object");
    const options = { addressOf: () => "0x0", showCaches: true, showOffsets: true };
    expect(disassemble(code.code, options).split("\n")).toEqual(dis.slice(length).split("\n"));
  });
});

describe("code units", () => {
  test("an instruction is read as it was written, whatever its oparg", () => {
    for (const oparg of [0, 255, 256, 65535, 65536, 0xffffff, 0x1000000, 0x7fffffff]) {
      const bytes = new Uint8Array(instructionUnitCount(OP.LOAD_ATTR, oparg) * 2);
      expect(writeInstruction(bytes, 0, OP.LOAD_ATTR, oparg)).toBe(bytes.length);
      const [instruction, ...rest] = readInstructions(bytes);
      expect(rest).toEqual([]);
      expect([instruction.opcode, instruction.oparg, instruction.startOffset]).toEqual([OP.LOAD_ATTR, oparg, 0]);
      expect(instruction.endOffset).toBe(bytes.length);
    }
  });
});

describe("constants", () => {
  const int = (value: number) => ({ type: "int", value: BigInt(value) }) as const;

  test("repr", () => {
    const repr = (value: Parameters<typeof reprConstant>[0]) => reprConstant(value, () => "0x0");
    expect(repr({ type: "complex", real: -0, imag: -1.5 })).toBe("(-0-1.5j)");
    expect(repr({ type: "complex", real: 0, imag: 2 })).toBe("2j");
    expect(repr({ type: "tuple", items: [int(1)] })).toBe("(1,)");
    expect(repr({ type: "frozenset", items: [] })).toBe("frozenset()");
    expect(reprBytes(Uint8Array.of(39, 0, 255))).toBe(`b"'\\x00\\xff"`);
  });

  test("a frozenset gives its items in the order of its table", () => {
    // python3.13: list(frozenset([9, 1, 17, -1, 3])), list(frozenset(range(0, 500, 50)))
    const order = (...values: number[]) =>
      frozensetOrder(values.map(int)).map((item) => (item.type === "int" ? Number(item.value) : item.type));
    expect(order(9, 1, 17, -1, 3)).toEqual([1, 3, 9, 17, -1]);
    expect(order(0, 50, 100, 150, 200, 250, 300, 350, 400, 450)).toEqual([
      0, 450, 100, 200, 300, 400, 50, 150, 250, 350,
    ]);
  });

  test("every cut and every flipped byte of marshal data is read or refused", () => {
    const bytes = dumps(code);
    let refused = 0;
    // A fixed sequence (a linear congruence): the same bytes in every run.
    let seed = 12345;
    for (let round = 0; round < 3000; round++) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      const damaged = round % 3 === 0 ? bytes.slice(0, seed % bytes.length) : bytes.slice();
      if (round % 3 !== 0) damaged[seed % bytes.length] ^= 1 << (seed >>> 29);
      try {
        loads(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(MarshalError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(1000);
  });
});

describe(".pyc", () => {
  if (code.type !== "code") throw new Error("the sample is a code object");
  const timestamp = { kind: "timestamp", sourceSeconds: 1700000000, sourceBytes: 4096 } as const;
  const hash = { kind: "hash", sourceHash: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), isChecked: true } as const;

  test.each([timestamp, hash])("is read as it was written: $kind", (check) => {
    const bytes = writePyc(code.code, check);
    const read = readPyc(bytes, "sample");
    expect(read.check).toEqual(check);
    expect(read.code).toEqual(code.code);
  });

  test("every byte has one meaning, of a whole file and of a damaged one", () => {
    const whole = writePyc(code.code, timestamp);
    const longer = new Uint8Array(whole.length + 7);
    longer.set(whole);
    for (const bytes of [whole, longer, whole.subarray(0, 1000), whole.subarray(0, 9), new Uint8Array(40)]) {
      let end = 0;
      for (const { offset, length, meaning } of describePyc(bytes, "sample")) {
        expect(offset).toBe(end);
        expect(length).toBeGreaterThan(0);
        expect(meaning).not.toBe("");
        end = offset + length;
      }
      expect(end).toBe(bytes.length);
    }
    const meanings = new Set(describePyc(whole, "sample").map(({ meaning }) => meaning));
    for (const meaning of ["instruction", "inline cache", "location entry", "exception entry", "co_firstlineno"]) {
      expect(meanings).toContain(meaning);
    }
    expect(meanings).not.toContain("unread");
  });

  test.skipIf(findPython() === null)("CPython reads what is written, and finds the code object it compiles", () => {
    const program = [
      "import marshal, sys",
      "data = sys.stdin.buffer.read()",
      `name = ${JSON.stringify(bytecodeCase.where)}`,
      "code = compile(open(name, 'rb').read(), name, 'exec', dont_inherit=True, optimize=0)",
      "print(marshal.loads(data[16:]) == code, marshal.dumps(code) == data[16:])",
    ];
    const output = execFileSync(findPython()!, ["-c", program.join("\n")], {
      input: writePyc(code.code, timestamp),
      env: { ...process.env, PYTHONHASHSEED: "0" },
      encoding: "utf8",
    });
    expect(output.trim()).toBe("True True");
  });

  test("what is no .pyc of this version is refused", () => {
    expect(() => readPyc(Uint8Array.of(1, 2, 3, 4), "m")).toThrow(
      new PycError("ImportError", "bad magic number in 'm'"),
    );
    expect(() => readPyc(writePyc(code.code, timestamp).subarray(0, 10), "m")).toThrow(PycError);
  });
});
