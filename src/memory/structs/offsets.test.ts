// The tables are CPython's: each field of each table against the offsetof()s that a C program printed from CPython's
// headers (tools/golden/offsets.c), and sizes against the types of a running CPython.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import golden from "../../../test/golden/structs/offsets.json" with { type: "json" };
import { findPython } from "../../../test/support/python.ts";
import { FIELD_BYTES, type StructInfo, structInfo } from "../struct.ts";
import * as allocators from "./allocators.ts";
import * as awaitables from "./awaitables.ts";
import * as code from "./code.ts";
import * as config from "./config.ts";
import * as containers from "./containers.ts";
import * as descriptors from "./descriptors.ts";
import * as exceptions from "./exceptions.ts";
import * as iterators from "./iterators.ts";
import * as numbers from "./numbers.ts";
import * as object from "./object.ts";
import * as runtime from "./runtime.ts";
import * as text from "./text.ts";

type Golden = Record<string, { sizeof: number; fields: Record<string, number> }>;
const facts: Golden = golden;

const tables = new Map<string, StructInfo>();
for (const file of [
  allocators,
  awaitables,
  code,
  config,
  containers,
  descriptors,
  exceptions,
  iterators,
  numbers,
  object,
  runtime,
  text,
]) {
  for (const table of Object.values(file)) {
    if (!("sizeof" in table)) continue;
    const info = structInfo(table);
    tables.set(info.name, info);
  }
}

test("each table has CPython's offsets, and each structure of the golden file has a table", () => {
  expect([...tables.keys()].sort()).toEqual(Object.keys(facts).sort());
  for (const [name, info] of tables) {
    const fields = Object.fromEntries(info.fields.map((field) => [field.name, field.offset]));
    expect({ name, sizeof: info.sizeof, fields }).toEqual({ name, ...facts[name] });
  }
});

test("no table leaves out a field: what is between two fields is less than alignment makes", () => {
  for (const info of tables.values()) {
    let end = 0;
    for (const field of info.fields) {
      expect(field.offset - end, `${info.name} before ${field.name}`).toBeLessThan(FIELD_BYTES.ptr);
      end = field.offset + FIELD_BYTES[field.type] * Math.max(1, field.count);
    }
    expect(info.sizeof - end, `${info.name} at its end`).toBeLessThan(FIELD_BYTES.ptr);
  }
});

// An expression for the type whose instances have the structure.
const TYPES: Record<string, string> = {
  PyCoroWrapper: "type(coroutine().__await__())",
  PyAsyncGenASend: "type(generator().asend(None))",
  PyAsyncGenAThrow: "type(generator().aclose())",
  anextawaitableobject: "type(anext(generator(), None))",
  lineiterator: "type(coroutine.__code__.co_lines())",
  positionsiterator: "type(coroutine.__code__.co_positions())",
  dictiterobject: "type(iter({}))",
  setiterobject: "type(iter(set()))",
  enumobject: "enumerate",
  reversedobject: "reversed",
  zipobject: "zip",
  mapobject: "map",
  filterobject: "filter",
  propertyobject: "property",
  superobject: "super",
  staticmethod: "staticmethod",
  classmethod: "classmethod",
  seqiterobject: "type(iter(type('S',(),{'__getitem__':len})()))",
  calliterobject: "type(iter(int,1))",
  striterobject: "type(iter(b''))",
  bytesiterobject: "type(iter(bytearray()))",
  unicodeiterobject: "type(iter(''))",
  PyBufferWrapper: "type(memoryview(type('B', (), {'__buffer__': lambda self, flags: memoryview(b'')})()).obj)",
  memoryiterobject: "type(iter(memoryview(b'')))",
  longrangeiterobject: "type(iter(range(2**70)))",
  rangeobject: "range",
  wrapperobject: "type((1).__add__)",
  listreviterobject: "type(reversed([]))",
  dequeobject: "collections.deque",
  dequeiterobject: "type(iter(collections.deque()))",
  defdictobject: "collections.defaultdict",
  mappingproxyobject: "types.MappingProxyType",
  gaobject: "types.GenericAlias",
  unionobject: "types.UnionType",
  PyCapsule: "types.CapsuleType",
  PyFrameLocalsProxyObject: "type((lambda: sys._getframe().f_locals)())",
  _PyNamespaceObject: "types.SimpleNamespace",
  PyHeapTypeObject: "type",
  PyFloatObject: "float",
  PyComplexObject: "complex",
  PyByteArrayObject: "bytearray",
  PyListObject: "list",
  PyDictObject: "dict",
  _PyDictViewObject: "type({}.keys())",
  PySetObject: "set",
  PyFunctionObject: "types.FunctionType",
  PyCellObject: "types.CellType",
  PyMethodObject: "types.MethodType",
  PyCFunctionObject: "types.BuiltinFunctionType",
  PyModuleObject: "types.ModuleType",
  PyTracebackObject: "types.TracebackType",
  PyMethodDescrObject: "types.MethodDescriptorType",
  PyMemberDescrObject: "types.MemberDescriptorType",
  PyGetSetDescrObject: "types.GetSetDescriptorType",
  PyWrapperDescrObject: "types.WrapperDescriptorType",
  PyBaseExceptionObject: "BaseException",
  PyBaseExceptionGroupObject: "BaseExceptionGroup",
  PySyntaxErrorObject: "SyntaxError",
  PyImportErrorObject: "ImportError",
  PyUnicodeErrorObject: "UnicodeDecodeError",
  PySystemExitObject: "SystemExit",
  PyOSErrorObject: "OSError",
  PyStopIterationObject: "StopIteration",
  PyNameErrorObject: "NameError",
  PyAttributeErrorObject: "AttributeError",
  _PyListIterObject: "type(iter([]))",
  _PyTupleIterObject: "type(iter(()))",
  _PyRangeIterObject: "type(iter(range(1)))",
  PySliceObject: "slice",
  PyUnicodeObject: "str",
};
const DEFINITIONS = "import collections, json, sys, types\nasync def coroutine(): pass\nasync def generator(): yield\n";
const python = findPython();

test.skipIf(python === null)("sizes are those of the running types (needs python3.13)", () => {
  const program = `${DEFINITIONS}print(json.dumps({n: eval(e).__basicsize__ for n, e in ${JSON.stringify(TYPES)}.items()}))`;
  const sizes = JSON.parse(execFileSync(python!, ["-W", "ignore", "-c", program], { encoding: "utf8" })) as Record<
    string,
    number
  >;
  const ours = Object.fromEntries(Object.keys(TYPES).map((name) => [name, tables.get(name)?.sizeof]));
  expect(ours).toEqual(sizes);
});
