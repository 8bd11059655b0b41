// Structures as tables. A row is [offset, type, legend]; the machine, the inspector and the page read the same rows.
// Invariant: no offset is one that C alignment rules would not give (a gap must be a multiple of the alignment), and a
// golden file of CPython's own offsetof()s checks each named field again.
//
//   export const PyDict = struct("PyDictObject", 48, {
//     ...OBJECT_HEAD,
//     ma_used: [16, "ssize", "live entries"],
//   });
//   PyDict.ma_used === 16, PyDict.sizeof === 48, structInfo(PyDict).fields.ma_used.type === "ssize"
import { InternalError } from "../base/assert.ts";

export const FIELD_BYTES = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  u64: 8,
  i64: 8,
  ssize: 8,
  hash: 8,
  ptr: 8,
  text: 8, // a pointer to a function: an address of the text region
  cstr: 8, // a pointer to NUL-terminated bytes
  f64: 8,
} as const;

export type FieldType = keyof typeof FIELD_BYTES;
/** [offset, type, legend], or for `count` in a row (0: as many as follow) [offset, type, legend, count]. */
export type FieldRow = readonly [offset: number, type: FieldType, legend: string, count?: number];

export interface FieldInfo {
  readonly name: string;
  readonly offset: number;
  readonly type: FieldType;
  readonly legend: string;
  /** 1 for a single value, 0 for as many as follow. */
  readonly count: number;
}

export interface StructInfo {
  readonly name: string;
  readonly sizeof: number;
  readonly fields: readonly FieldInfo[];
}

interface Declared {
  readonly name: string;
  readonly sizeof: number;
  readonly rows: Readonly<Record<string, FieldRow>>;
}
const declared = new Map<object, Declared>();
const infos = new Map<object, StructInfo>();

export type Struct<F> = { readonly [K in keyof F]: number } & { readonly sizeof: number };

/**
 * Declares a structure: CPython's name, sizeof in bytes, rows. Each start evaluates all declarations, so the rows are
 * checked elsewhere: by checkStructs(), when a boot image is made.
 */
export function struct<const F extends Record<string, FieldRow>>(name: string, sizeof: number, rows: F): Struct<F> {
  const table: Record<string, number> = {};
  for (const field in rows) table[field] = rows[field][0];
  table.sizeof = sizeof;
  declared.set(table, { name, sizeof, rows });
  return table as Struct<F>;
}

/** Whether an object is a table that struct() made. */
export function isStruct(value: object): boolean {
  return declared.has(value);
}

/** Throws when a table has an impossible offset. */
export function checkStructs(): void {
  for (const table of declared.keys()) structInfo(table);
}

/** The rows of a structure made by struct(). Throws on an impossible offset. */
export function structInfo(table: object): StructInfo {
  let info = infos.get(table);
  if (info === undefined) {
    const rows = declared.get(table);
    if (rows === undefined) throw new InternalError("not a structure table");
    info = checked(rows);
    infos.set(table, info);
  }
  return info;
}

function checked({ name, sizeof, rows }: Declared): StructInfo {
  const fields: FieldInfo[] = [];
  let end = 0;
  for (const [field, [offset, type, legend, count = 1]] of Object.entries(rows)) {
    const width = FIELD_BYTES[type];
    if (offset % width !== 0) throw new InternalError(`${name}.${field}: offset ${offset} is not aligned to ${width}`);
    if (offset < end) throw new InternalError(`${name}.${field}: offset ${offset} overlaps the field before it`);
    end = offset + width * count;
    if (end > sizeof && count !== 0)
      throw new InternalError(`${name}.${field} ends at ${end}, beyond sizeof ${sizeof}`);
    fields.push({ name: field, offset, type, legend, count });
  }
  return { name, sizeof, fields };
}

export const OBJECT_HEAD = {
  ob_refcnt: [0, "ssize", "reference count; immortal from 2^31 up in its low word"],
  ob_type: [8, "ptr", "PyTypeObject"],
} as const satisfies Record<string, FieldRow>;

export const VAR_HEAD = {
  ...OBJECT_HEAD,
  ob_size: [16, "ssize", "item count"],
} as const satisfies Record<string, FieldRow>;
