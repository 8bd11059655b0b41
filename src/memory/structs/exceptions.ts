// Exceptions: each adds its fields to those of BaseException.
import { type FieldRow, OBJECT_HEAD, struct } from "../struct.ts";

const BASE_EXCEPTION = {
  ...OBJECT_HEAD,
  dict: [16, "ptr", "dict of attributes, or null"],
  args: [24, "ptr", "tuple"],
  notes: [32, "ptr", "list, or null"],
  traceback: [40, "ptr", "PyTracebackObject, or null"],
  context: [48, "ptr", "exception being handled when it was raised"],
  cause: [56, "ptr", "from clause"],
  suppress_context: [64, "u8", "1 after raise ... from"],
} as const satisfies Record<string, FieldRow>;

export const PyBaseExceptionObject = struct("PyBaseExceptionObject", 72, BASE_EXCEPTION);

export const PyBaseExceptionGroupObject = struct("PyBaseExceptionGroupObject", 88, {
  ...BASE_EXCEPTION,
  msg: [72, "ptr", "str"],
  excs: [80, "ptr", "tuple"],
});

export const PySyntaxErrorObject = struct("PySyntaxErrorObject", 136, {
  ...BASE_EXCEPTION,
  msg: [72, "ptr", "str"],
  filename: [80, "ptr", "file"],
  lineno: [88, "ptr", "line"],
  offset: [96, "ptr", "column"],
  end_lineno: [104, "ptr", "last line"],
  end_offset: [112, "ptr", "column behind the last"],
  text: [120, "ptr", "source line"],
  print_file_and_line: [128, "ptr", "None to print both"],
});

export const PyImportErrorObject = struct("PyImportErrorObject", 104, {
  ...BASE_EXCEPTION,
  msg: [72, "ptr", "str"],
  name: [80, "ptr", "str"],
  path: [88, "ptr", "file"],
  name_from: [96, "ptr", "name in a from import"],
});

export const PyUnicodeErrorObject = struct("PyUnicodeErrorObject", 112, {
  ...BASE_EXCEPTION,
  encoding: [72, "ptr", "str"],
  object: [80, "ptr", "bytes or str"],
  start: [88, "ssize", "first bad index"],
  end: [96, "ssize", "index behind the last bad one"],
  reason: [104, "ptr", "str"],
});

export const PySystemExitObject = struct("PySystemExitObject", 80, {
  ...BASE_EXCEPTION,
  code: [72, "ptr", "status"],
});

export const PyOSErrorObject = struct("PyOSErrorObject", 112, {
  ...BASE_EXCEPTION,
  myerrno: [72, "ptr", "error number"],
  strerror: [80, "ptr", "str"],
  filename: [88, "ptr", "file"],
  filename2: [96, "ptr", "second file"],
  written: [104, "ssize", "bytes written; -1 when unknown"],
});

export const PyStopIterationObject = struct("PyStopIterationObject", 80, {
  ...BASE_EXCEPTION,
  value: [72, "ptr", "result of a generator"],
});

export const PyNameErrorObject = struct("PyNameErrorObject", 80, {
  ...BASE_EXCEPTION,
  name: [72, "ptr", "str"],
});

export const PyAttributeErrorObject = struct("PyAttributeErrorObject", 88, {
  ...BASE_EXCEPTION,
  obj: [72, "ptr", "object that has no such attribute"],
  name: [80, "ptr", "str"],
});

// The names that code writes.
export {
  PyAttributeErrorObject as PyAttributeError,
  PyBaseExceptionGroupObject as PyBaseExceptionGroup,
  PyBaseExceptionObject as PyBaseException,
  PyImportErrorObject as PyImportError,
  PyNameErrorObject as PyNameError,
  PyOSErrorObject as PyOSError,
  PyStopIterationObject as PyStopIteration,
  PySyntaxErrorObject as PySyntaxError,
  PySystemExitObject as PySystemExit,
  PyUnicodeErrorObject as PyUnicodeError,
};
