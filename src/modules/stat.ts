// _stat: constants and tests of file modes.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, raiseInt } from "../objects/errors.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { isInt } from "../objects/object.ts";
import { PyExc_OverflowError, PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { setStolen } from "./make_module.ts";

const CONSTANTS: readonly (readonly [name: string, value: number])[] = [
  ["SF_APPEND", 0x40000],
  ["SF_ARCHIVED", 0x10000],
  ["SF_DATALESS", 0x40000000],
  ["SF_FIRMLINK", 0x800000],
  ["SF_IMMUTABLE", 0x20000],
  ["SF_NOUNLINK", 0x100000],
  ["SF_SETTABLE", 0xffff0000],
  ["SF_SNAPSHOT", 0x200000],
  ["ST_ATIME", 7],
  ["ST_CTIME", 9],
  ["ST_DEV", 2],
  ["ST_GID", 5],
  ["ST_INO", 1],
  ["ST_MODE", 0],
  ["ST_MTIME", 8],
  ["ST_NLINK", 3],
  ["ST_SIZE", 6],
  ["ST_UID", 4],
  ["S_ENFMT", 0o2000],
  ["S_IEXEC", 0o100],
  ["S_IFBLK", 0o60000],
  ["S_IFCHR", 0o20000],
  ["S_IFDIR", 0o40000],
  ["S_IFDOOR", 0o0],
  ["S_IFIFO", 0o10000],
  ["S_IFLNK", 0o120000],
  ["S_IFPORT", 0o0],
  ["S_IFREG", 0o100000],
  ["S_IFSOCK", 0o140000],
  ["S_IFWHT", 0o0],
  ["S_IREAD", 0o400],
  ["S_IRGRP", 0o40],
  ["S_IROTH", 0o4],
  ["S_IRUSR", 0o400],
  ["S_IRWXG", 0o70],
  ["S_IRWXO", 0o7],
  ["S_IRWXU", 0o700],
  ["S_ISGID", 0o2000],
  ["S_ISUID", 0o4000],
  ["S_ISVTX", 0o1000],
  ["S_IWGRP", 0o20],
  ["S_IWOTH", 0o2],
  ["S_IWRITE", 0o200],
  ["S_IWUSR", 0o200],
  ["S_IXGRP", 0o10],
  ["S_IXOTH", 0o1],
  ["S_IXUSR", 0o100],
  ["UF_APPEND", 0x4],
  ["UF_COMPRESSED", 0x20],
  ["UF_DATAVAULT", 0x80],
  ["UF_HIDDEN", 0x8000],
  ["UF_IMMUTABLE", 0x2],
  ["UF_NODUMP", 0x1],
  ["UF_NOUNLINK", 0x10],
  ["UF_OPAQUE", 0x8],
  ["UF_SETTABLE", 0xffff],
  ["UF_TRACKED", 0x40],
];

const FORMAT_MASK = 0o170000;
const PERMISSION_MASK = 0o7777;

/** A mode_t; -1 with an error set. */
function modeOf(o: Borrowed): number {
  if (!isInt(o)) return raiseInt(PyExc_TypeError, "an integer is required");
  const mode = longToNumber(o);
  if (mode < 0) return raiseInt(PyExc_OverflowError, "can't convert negative value to unsigned int");
  if (mode >= 2 ** 64) return raiseInt(PyExc_OverflowError, "Python int too large to convert to C unsigned long");
  return mode >= 2 ** 32 ? raiseInt(PyExc_OverflowError, "mode out of range") : mode;
}

const masked =
  (mask: number) =>
  (_module: Borrowed, o: Borrowed): Owned => {
    const mode = modeOf(o);
    return mode < 0 ? 0 : PyLong_FromNumber(mode & mask) || PyErr_NoMemory();
  };

function kindTest(letter: string, format: number): MethodRow {
  const test = (_module: Borrowed, o: Borrowed): Owned => {
    const mode = modeOf(o);
    return mode < 0 ? 0 : bool(format !== 0 && (mode & FORMAT_MASK) === format);
  };
  return [`S_IS${letter}`, "(object, /)", test];
}

const KIND_LETTERS: Readonly<Record<number, string>> = {
  [0o100000]: "-",
  [0o040000]: "d",
  [0o120000]: "l",
  [0o060000]: "b",
  [0o020000]: "c",
  [0o010000]: "p",
  [0o140000]: "s",
};

/** "rwx" of three bits; `special` takes the place of x when the bit beside them is set. */
function permissions(bits: number, isSpecial: boolean, special: string, specialWithoutExecution: string): string {
  const execution = bits & 1 ? (isSpecial ? special : "x") : isSpecial ? specialWithoutExecution : "-";
  return (bits & 4 ? "r" : "-") + (bits & 2 ? "w" : "-") + execution;
}

function filemode(_module: Borrowed, o: Borrowed): Owned {
  const mode = modeOf(o);
  if (mode < 0) return 0;
  const text =
    (KIND_LETTERS[mode & FORMAT_MASK] ?? "?") +
    permissions(mode >> 6, (mode & 0o4000) !== 0, "s", "S") +
    permissions(mode >> 3, (mode & 0o2000) !== 0, "s", "S") +
    permissions(mode, (mode & 0o1000) !== 0, "t", "T");
  return PyUnicode_FromString(text) || PyErr_NoMemory();
}

declareModule({
  name: "_stat",
  functions: [
    kindTest("DIR", 0o040000),
    kindTest("CHR", 0o020000),
    kindTest("BLK", 0o060000),
    kindTest("REG", 0o100000),
    kindTest("FIFO", 0o010000),
    kindTest("LNK", 0o120000),
    kindTest("SOCK", 0o140000),
    kindTest("DOOR", 0),
    kindTest("PORT", 0),
    kindTest("WHT", 0),
    ["S_IMODE", "(object, /)", masked(PERMISSION_MASK)],
    ["S_IFMT", "(object, /)", masked(FORMAT_MASK)],
    ["filemode", "(object, /)", filemode],
  ],
  exec: (_module, dict) => {
    for (const [name, value] of CONSTANTS) if (setStolen(dict, name, PyLong_FromNumber(value)) < 0) return -1;
    return 0;
  },
});
