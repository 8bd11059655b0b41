// What stands between an await and a coroutine or asynchronous generator.
import { OBJECT_HEAD, struct } from "../struct.ts";

export const PyCoroWrapper = struct("PyCoroWrapper", 24, {
  ...OBJECT_HEAD,
  cw_coroutine: [16, "ptr", "PyCoroObject"],
});

export const PyAsyncGenASend = struct("PyAsyncGenASend", 40, {
  ...OBJECT_HEAD,
  ags_gen: [16, "ptr", "PyAsyncGenObject"],
  ags_sendval: [24, "ptr", "value to send, or null for None"],
  ags_state: [32, "i32", "0 not begun, 1 iterating, 2 closed"],
});

export const PyAsyncGenAThrow = struct("PyAsyncGenAThrow", 40, {
  ...OBJECT_HEAD,
  agt_gen: [16, "ptr", "PyAsyncGenObject"],
  agt_args: [24, "ptr", "tuple of athrow's arguments; null for aclose"],
  agt_state: [32, "i32", "as ags_state"],
});

export const _PyAsyncGenWrappedValue = struct("_PyAsyncGenWrappedValue", 24, {
  ...OBJECT_HEAD,
  agw_val: [16, "ptr", "value yielded, as against awaited"],
});

export const anextawaitableobject = struct("anextawaitableobject", 32, {
  ...OBJECT_HEAD,
  wrapped: [16, "ptr", "awaitable"],
  default_value: [24, "ptr", "result when the generator has ended"],
});
