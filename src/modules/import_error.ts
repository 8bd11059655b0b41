// ImportError and ModuleNotFoundError as the import system raises them: with the module's name.
import { THREAD } from "../memory/data.ts";
import { type Borrowed, ptr } from "../memory/memory.ts";
import { PyImportErrorObject } from "../memory/structs/exceptions.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { raise } from "../objects/errors.ts";
import { newRef, replaceSlot } from "../objects/object.ts";

/** Answers 0. type: ImportError or a class of its kind. */
export function raiseImportError(type: Borrowed, message: string, name: Borrowed): 0 {
  raise(type, message);
  const exception = ptr(THREAD + PyThreadState.current_exception);
  if (exception !== 0) replaceSlot(exception + PyImportErrorObject.name, newRef(name));
  return 0;
}
