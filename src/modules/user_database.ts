// pwd and grp: the host's /etc/passwd and /etc/group, read anew at each question. A host without them knows nobody.

import { readHostFile } from "../host/read_file.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_Repr } from "../objects/abstract.ts";
import { declareModule } from "../objects/declare.ts";
import { raise, typeNameOf } from "../objects/errors.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isInt, newRef, type TypeCell, typeIn } from "../objects/object.ts";
import { declareStructSequence, makeStructSequence, newStructSequence } from "../objects/structseq.ts";
import { PyExc_KeyError, PyExc_TypeError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";
import { decodeHostBytes, encodeHostText, hostBytes } from "./host_text.ts";
import { setStolen } from "./make_module.ts";

const COLON = 0x3a;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

type Row = readonly Uint8Array[];

function split(bytes: Uint8Array, separator: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let start = 0; ; ) {
    const end = bytes.indexOf(separator, start);
    if (end < 0) return [...parts, bytes.subarray(start)];
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
}

function rowsOf(path: string, fieldCount: number): Row[] {
  const content = readHostFile(hostBytes(path));
  if (typeof content === "number") return [];
  const rows: Row[] = [];
  for (const line of split(content, NEWLINE)) {
    const fields = split(line, COLON);
    if (fields.length >= fieldCount) rows.push(fields);
  }
  return rows;
}

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const numberOf = (bytes: Uint8Array): Owned => PyLong_FromNumber(Number(asciiOf(bytes)));

interface Database {
  readonly path: string;
  readonly fieldCount: number;
  /** Which field is the number. */
  readonly numberAt: number;
  readonly type: TypeCell;
  readonly object: (row: Row) => Owned;
}

function byNumber(database: Database, what: string) {
  return (_m: Borrowed, o: Borrowed): Owned => {
    const name = what === "uid" ? "getpwuid" : "getgrgid";
    if (!isInt(o)) return raise(PyExc_TypeError, `${what} should be integer, not ${typeNameOf(o)}`);
    const wanted = longToNumber(o);
    // -1 is the highest number, as C's conversion has it.
    if (wanted < -1 || wanted > 0xffffffff) return raise(PyExc_KeyError, `${name}(): ${what} not found`);
    const rows = rowsOf(database.path, database.fieldCount);
    const row = rows.find((fields) => Number(asciiOf(fields[database.numberAt])) === wanted);
    return row ? database.object(row) : raise(PyExc_KeyError, `${name}(): ${what} not found: ${wanted}`);
  };
}

function byName(database: Database, functionName: string) {
  return (_m: Borrowed, o: Borrowed): Owned => {
    const wanted = asciiOf(encodeHostText(o));
    const row = rowsOf(database.path, database.fieldCount).find((fields) => asciiOf(fields[0]) === wanted);
    if (row) return database.object(row);
    const shown = PyObject_Repr(o);
    if (shown === 0) return 0;
    const text = `${functionName}(): name not found: ${textOf(shown)}`;
    decref(shown);
    return raise(PyExc_KeyError, text);
  };
}

function all(database: Database) {
  return (): Owned => {
    const list = PyList_New(0);
    for (const row of rowsOf(database.path, database.fieldCount)) {
      const o = list === 0 ? 0 : database.object(row);
      if (o === 0 || PyList_Append(list, o) < 0) return 0;
      decref(o);
    }
    return list;
  };
}

const structPasswd = declareStructSequence({
  name: "pwd.struct_passwd",
  fields: ["pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"],
});
const structGroup = declareStructSequence({
  name: "grp.struct_group",
  fields: ["gr_name", "gr_passwd", "gr_gid", "gr_mem"],
});

function members(field: Uint8Array): Owned {
  const list = PyList_New(0);
  for (const name of field.length === 0 ? [] : split(field, COMMA)) {
    const o = list === 0 ? 0 : decodeHostBytes(name);
    if (o === 0 || PyList_Append(list, o) < 0) return 0;
    decref(o);
  }
  return list;
}

const PASSWD: Database = {
  path: "/etc/passwd",
  fieldCount: 7,
  numberAt: 2,
  type: structPasswd,
  object: (row) =>
    newStructSequence(
      typeIn(structPasswd),
      row.slice(0, 7).map((field, i) => (i === 2 || i === 3 ? numberOf(field) : decodeHostBytes(field))),
    ),
};
const GROUP: Database = {
  path: "/etc/group",
  fieldCount: 4,
  numberAt: 2,
  type: structGroup,
  object: (row) =>
    newStructSequence(typeIn(structGroup), [
      decodeHostBytes(row[0]),
      decodeHostBytes(row[1]),
      numberOf(row[2]),
      members(row[3]),
    ]),
};

/** The numbers of the groups that a user is a member of. */
export function groupsOf(user: Uint8Array): readonly number[] {
  const wanted = asciiOf(user);
  const rows = rowsOf(GROUP.path, GROUP.fieldCount);
  return rows
    .filter((row) => split(row[3], COMMA).some((name) => asciiOf(name) === wanted))
    .map((row) => Number(asciiOf(row[2])));
}

/** The name of a user; null for one who is not known. */
export function userName(uid: number): Uint8Array | null {
  return rowsOf(PASSWD.path, PASSWD.fieldCount).find((row) => Number(asciiOf(row[2])) === uid)?.[0] ?? null;
}

const typeAdder = (database: Database, name: string) => (_module: Borrowed, dict: Borrowed) =>
  makeStructSequence(database.type) === 0 ? -1 : setStolen(dict, name, newRef(typeIn(database.type)));

declareModule({
  name: "pwd",
  functions: [
    ["getpwuid", "(uidobj, /)", byNumber(PASSWD, "uid")],
    ["getpwnam", "(name: str, /)", byName(PASSWD, "getpwnam")],
    ["getpwall", "()", all(PASSWD)],
  ],
  exec: typeAdder(PASSWD, "struct_passwd"),
});

declareModule({
  name: "grp",
  functions: [
    ["getgrgid", "(id)", byNumber(GROUP, "gid")],
    ["getgrnam", "(name: str)", byName(GROUP, "getgrnam")],
    ["getgrall", "()", all(GROUP)],
  ],
  exec: typeAdder(GROUP, "struct_group"),
});
