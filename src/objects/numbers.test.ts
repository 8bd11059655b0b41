// int, float, complex and format() against CPython, by the golden results of tools/golden/number_cases.py. A row that differs
// is shown with its texts; UNDERGLASS_NUMBERS names a folder with the generator's --full output to compare text by text.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checksum, complexOf, floatOf, intOf, outcome, show } from "../../test/support/numbers.ts";
import { blocksInUse, callMethod, callSlot } from "../../test/support/objects.ts";
import { wideToNumber } from "../base/wide.ts";
import { type Address, i32, ptr, setPtr, setU8 } from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PyMethodDef, PyTypeObject } from "../memory/structs/object.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { textFunction } from "../memory/text.ts";
import { BINARY_OPERATORS, PyNumber_Divmod, PyNumber_Power, PyObject_RichCompare, pushBinaryOp } from "./abstract.ts";
import { PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { allocateArguments, freeArguments } from "./call.ts";
import { textOfCString } from "./errors.ts";
import { isFloat } from "./float_core.ts";
import { formatComplex, formatFloat, formatLong, formatString } from "./format_spec.ts";
import { FREE_LISTS } from "./free_lists.ts";
import { hashHigh, hashLow } from "./hash.ts";
import { _PyLong_FromByteArray } from "./long_convert.ts";
import { bool, PyLong_FromNumber, smallInt, zero } from "./long_core.ts";
import { longFromBigInt } from "./long_digits.ts";
import { _PyLong_Format, setMaxStringDigits } from "./long_text.ts";
import { decref, typeOf } from "./object.ts";
import { PyTuple_Pack } from "./tuple_core.ts";
import { Py_None, PyComplex_Type, PyFloat_Type, PyLong_Type } from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";

type Row = number | string[];

// biome-ignore lint/suspicious/noExplicitAny: each file has its own rows
function golden(name: string): any {
  const folder = process.env.UNDERGLASS_NUMBERS ?? "test/golden/objects";
  return JSON.parse(readFileSync(`${folder}/numbers-${name}.json`, "utf8"));
}

function check(what: string, row: Row, texts: string[]): void {
  if (typeof row === "number") {
    if (checksum(texts) !== row) expect.soft({ what, texts }).toEqual({ what, texts: "as CPython has them" });
    return;
  }
  for (let i = 0; i < row.length; i++) {
    if (texts[i] !== row[i]) expect.soft(`${what} [${i}] ${texts[i]}`).toBe(`${what} [${i}] ${row[i]}`);
  }
}

const COMPARISONS = ["<", "<=", "==", "!=", ">", ">="];

function binary(name: string, a: Address, b: Address): Address {
  if (name === "divmod") return PyNumber_Divmod(a, b);
  if (name === "**") return PyNumber_Power(a, b, Py_None);
  const comparison = COMPARISONS.indexOf(name);
  if (comparison >= 0) return PyObject_RichCompare(a, b, comparison);
  return pushBinaryOp(
    a,
    b,
    BINARY_OPERATORS.findIndex(([, , sign]) => sign === name),
  );
}

function checkTable(what: string, table: { [name: string]: Row[] }, left: Address[], right: Address[]): void {
  for (const [name, rows] of Object.entries(table)) {
    left.forEach((a, i) => {
      check(
        `${what} ${name} ${show(a)}`,
        rows[i],
        right.map((b) => outcome(binary(name, a, b))),
      );
    });
  }
}

const hashOf = (o: Address): Address => {
  callSlot(typeOf(o), "tp_hash", o);
  const exact = (BigInt(hashHigh()) << 32n) | BigInt(hashLow() >>> 0);
  expect(Math.abs(wideToNumber(hashLow(), hashHigh()) - Number(exact))).toBe(0);
  return longFromBigInt(exact);
};

const unary: { [name: string]: (o: Address) => Address } = {
  repr: (o) => callSlot(typeOf(o), "tp_repr", o),
  hex: (o) => _PyLong_Format(o, 16),
  oct: (o) => _PyLong_Format(o, 8),
  bin: (o) => _PyLong_Format(o, 2),
  hash: hashOf,
  neg: (o) => callSlot(typeOf(o), "nb_negative", o),
  abs: (o) => callSlot(typeOf(o), "nb_absolute", o),
  invert: (o) => callSlot(typeOf(o), "nb_invert", o),
  bool: (o) => bool(callSlot(typeOf(o), "nb_bool", o) === 1),
  float: (o) => callSlot(typeOf(o), "nb_float", o),
  int: (o) => callSlot(typeOf(o), "nb_int", o),
};

function checkMethods(what: string, rows: { [name: string]: Row }, operands: Address[]): void {
  for (const [name, row] of Object.entries(rows)) {
    const run = (o: Address): Address =>
      unary[name] && !(name === "hex" && isFloat(o)) ? unary[name](o) : callMethod(o, name);
    check(
      `${what}.${name}`,
      row,
      operands.map((o) => outcome(run(o))),
    );
  }
}

function withMethod(o: Address, name: string, ...args: Address[]): string {
  return outcome(callMethod(o, name, ...args));
}

/** Blocks in use, without dead floats that wait. */
function blocks(): number {
  return blocksInUse() - i32(FREE_LISTS + _Py_object_freelists.floats_numfree);
}

it("ints: operators, methods, conversions", () => {
  setMaxStringDigits(0);
  const before = blocks();
  const data = golden("int");
  const operands: Address[] = data.operands.map(intOf);
  checkTable("int", data.binary, operands, operands);
  const shifts: Address[] = data.shifts.map(intOf);
  const smallShifts: Address[] = data.smallShifts.map(PyLong_FromNumber);
  operands.forEach((a, i) => {
    check(
      `${show(a)} >>`,
      data[">>"][i],
      shifts.map((s) => outcome(binary(">>", a, s))),
    );
    check(
      `${show(a)} <<`,
      data["<<"][i],
      smallShifts.map((s) => outcome(binary("<<", a, s))),
    );
  });
  checkMethods("int", data.methods, operands);
  for (const [places, row] of Object.entries(data.round)) {
    const n = PyLong_FromNumber(Number(places));
    check(
      `round ${places}`,
      row as Row,
      operands.map((o) => withMethod(o, "__round__", n)),
    );
    decref(n);
  }
  for (const [key, row] of Object.entries(data.to_bytes)) {
    const [length, order, signed] = key.split(" ");
    const byteorder = PyUnicode_FromString(order);
    check(
      `to_bytes ${key}`,
      row as Row,
      operands.map((o) => {
        const row = [PyLong_FromNumber(Number(length)), byteorder];
        return outcome(toBytes(o, row, signed === "True"));
      }),
    );
    decref(byteorder);
  }
  for (const o of [...operands, ...shifts, ...smallShifts]) decref(o);
  expect(blocks()).toBe(before);
});

/** int.to_bytes takes signed by keyword only. */
function toBytes(o: Address, [length, order]: Address[], signed: boolean): Address {
  const name = PyUnicode_FromString("signed");
  const names = PyTuple_Pack(name);
  decref(name);
  const result = callKeywords(o, "to_bytes", [length, order, bool(signed)], names);
  decref(names);
  return result;
}

function callKeywords(o: Address, name: string, values: Address[], names: Address): Address {
  let def = ptr(typeOf(o) + PyTypeObject.tp_methods);
  while (textOfCString(ptr(def + PyMethodDef.ml_name)) !== name) def += PyMethodDef.sizeof;
  const row = allocateArguments(values.length);
  for (let i = 0; i < values.length; i++) setPtr(row + i * 8, values[i]);
  const result = textFunction(ptr(def + PyMethodDef.ml_meth))(o, row, values.length - 1, names);
  freeArguments(row);
  return result;
}

it("ints: powers", () => {
  const data = golden("int");
  const bases: Address[] = data.powerBases.map(intOf);
  const exponents: Address[] = data.exponents.map(intOf);
  const isWanted = (base: string, exponent: string): boolean =>
    BigInt(`0x${exponent.replace("-", "")}`) < 1000n || exponent.startsWith("-") || /^-?[01]$/.test(base);
  bases.forEach((a, i) => {
    const wanted = exponents.filter((_, k) => isWanted(data.powerBases[i], data.exponents[k]));
    check(
      `${show(a)} **`,
      data.power[i],
      wanted.map((b) => outcome(binary("**", a, b))),
    );
  });
  const moduli: Address[] = data.moduli.map(intOf);
  const modExponents: Address[] = data.modExponents.map(intOf);
  data.modBases.map(intOf).forEach((a: Address, i: number) => {
    check(
      `pow(${show(a)}, …)`,
      data.modPower[i],
      modExponents.flatMap((b) => moduli.map((m) => outcome(PyNumber_Power(a, b, m)))),
    );
  });
});

it("floats and complex numbers: operators and methods", () => {
  const data = golden("float");
  const floats: Address[] = data.operands.map(floatOf);
  const ints: Address[] = data.ints.map(intOf);
  checkTable("float", data.binary, floats, floats);
  checkTable("float, int", data.withInts, floats, ints);
  checkTable("int, float", data.intsWith, ints, floats);
  const rows = { ...data.methods };
  check(
    "float.hash",
    rows.hash,
    floats.map((o) => (/^[7f]ff8/.test(show(o)) ? "0" : outcome(hashOf(o)))),
  );
  delete rows.hash;
  checkMethods("float", rows, floats);
  for (const [places, row] of Object.entries(data.round)) {
    const n = PyLong_FromNumber(Number(places));
    check(
      `round ${places}`,
      row as Row,
      floats.map((o) => withMethod(o, "__round__", n)),
    );
  }
  const complexes: Address[] = data.complexes.map(complexOf);
  checkTable("complex", data.complexBinary, complexes, complexes);
  const complexRows = { ...data.complexMethods };
  check(
    "complex.hash",
    complexRows.hash,
    complexes.map((o) => (show(o).includes("nan") ? "0" : outcome(hashOf(o)))),
  );
  delete complexRows.hash;
  checkMethods("complex", complexRows, complexes);
  const exponents: Address[] = data.complexExponents.map(complexOf);
  data.powerBases.map(complexOf).forEach((a: Address, i: number) => {
    check(
      `${show(a)} **`,
      data.complexPower[i],
      exponents.map((b) => outcome(binary("**", a, b))),
    );
  });
});

function construct(type: Address, ...values: Address[]): string {
  const args = PyTuple_Pack(...values);
  const result = outcome(callSlot(type, "tp_new", type, args, 0));
  decref(args);
  return result;
}

it("numbers from texts and bytes", () => {
  setMaxStringDigits(4300);
  const data = golden("text");
  const texts: Address[] = data.texts.map(PyUnicode_FromString);
  data.bases.forEach((base: number, i: number) => {
    check(
      `int(…, ${base})`,
      data.int[i],
      texts.map((t) => construct(PyLong_Type, t, smallInt(base))),
    );
  });
  check(
    "float(…)",
    data.float,
    texts.map((t) => construct(PyFloat_Type, t)),
  );
  check(
    "complex(…)",
    data.complex,
    texts.map((t) => construct(PyComplex_Type, t)),
  );
  const some = floatOf("0000000000000000");
  check(
    "float.fromhex(…)",
    data.fromhex,
    texts.filter((_, i) => !data.texts[i].includes("\ud800")).map((t) => withMethod(some, "fromhex", t)),
  );
  for (const [key, row] of Object.entries(data.from_bytes)) {
    const [order, signed] = key.split(" ");
    check(
      `from_bytes ${key}`,
      row as Row,
      data.bytes.map((hex: string) => {
        const length = hex.length / 2;
        const bytes = PyBytes_FromStringAndSize(0, length);
        const at = bytes + PyBytesObject.ob_sval;
        for (let i = 0; i < length; i++) setU8(at + i, Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
        return outcome(_PyLong_FromByteArray(at, length, order === "little", signed === "True"));
      }),
    );
  }
  setMaxStringDigits(0);
});

it("format()", () => {
  const data = golden("format");
  const kinds: [string, Address[], (o: Address, spec: Address) => Address][] = [
    ["int", data.int.map(intOf), formatLong],
    ["float", data.float.map(floatOf), formatFloat],
    ["complex", data.complex.map(complexOf), formatComplex],
    ["str", data.str.map(PyUnicode_FromString), formatString],
  ];
  for (const [kind, values, format] of kinds) {
    data.specs.forEach((spec: string, i: number) => {
      const specText = PyUnicode_FromString(spec);
      check(
        `format(${kind}, ${JSON.stringify(spec)})`,
        data[`${kind}Rows`][i],
        values.map((value) => outcome(format(value, specText))),
      );
      decref(specText);
    });
  }
});

it("shares small ints and gives the digits back that a result does not need", () => {
  const before = blocks();
  const large = intOf("123456789abcdef0123456789");
  const larger = intOf("123456789abcdef012345678c");
  expect(binary("-", larger, large)).toBe(smallInt(3));
  expect(binary("*", large, zero)).toBe(zero);
  expect(callSlot(PyLong_Type, "nb_positive", large)).toBe(large);
  decref(large);
  decref(large);
  decref(larger);
  expect(blocks()).toBe(before);
});
