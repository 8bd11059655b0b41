// The pending error as one line of text: for reports about Underglass itself, where no Python can be run to print it.
import { THREAD } from "../memory/data.ts";
import { ptr } from "../memory/memory.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { typeNameOf } from "../objects/errors.ts";
import { isUnicode, sizeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { textOf } from "../objects/unicode_core.ts";

/** "TypeError: message", or "no error". */
export function errorText(): string {
  const exception = ptr(THREAD + PyThreadState.current_exception);
  if (exception === 0) return "no error";
  const args = ptr(exception + PyBaseExceptionObject.args);
  const first = args !== 0 && sizeOf(args) > 0 ? PyTuple_GET_ITEM(args, 0) : 0;
  return `${typeNameOf(exception)}: ${first !== 0 && isUnicode(first) ? textOf(first) : "(no text)"}`;
}
