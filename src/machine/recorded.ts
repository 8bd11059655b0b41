// What the recorder may touch of the machine: its pages, its moment, and running to a moment. The recorder imports the
// machine only; this file hands it the parts below.

import "../host/inflate.ts";

export { opcodeName } from "../bytecode/opcodes.ts";
export { describePyc } from "../bytecode/pyc.ts";
export { tellCompilation, tellFlow } from "../compiler/story/index.ts";
export { pycOf } from "../compiler/story/pyc.ts";
export { statsAt } from "../gc/collect.ts";
export type { DoorMark } from "../host/door.ts";
export { emptyHost } from "../host/empty_host.ts";
export type { Host } from "../host/host.ts";
export { Diverged, Journal, JournalError } from "../host/journal.ts";
export { HostBlocked } from "../host/leaving.ts";
export { LIBRARY, Library } from "../host/library.ts";
export { allocationCount, callCount, freeCount } from "../memory/counters.ts";
export { staticEnd, THREAD } from "../memory/data.ts";
export { MALLOC_STATE } from "../memory/malloc.ts";
export { DATA_BASE, MAPPINGS_BASE, PAGE_BYTES, TEXT_BASE } from "../memory/map.ts";
export { type Address, buffer, bytesAt, CAPACITY, i32, ptr, ssize, u8, u16 } from "../memory/memory.ts";
export {
  clearPage,
  comparePage,
  copyPageIn,
  copyPageOut,
  hashPage,
  isPageEqual,
  isPageZero,
  PAGE_WORDS,
} from "../memory/page_bytes.ts";
export { ADDRESS_SPACE, usedRanges } from "../memory/pages.ts";
export { isBlockInUse } from "../memory/pymalloc.ts";
export { pool_header } from "../memory/structs/allocators.ts";
export { _PyInterpreterFrame, PyCodeObject } from "../memory/structs/code.ts";
export { PyGC_Head, PyObject } from "../memory/structs/object.ts";
export { blockBytes, POOL_BYTES, POOL_OVERHEAD } from "../memory/structs/pymalloc_sizes.ts";
export { _PyStackChunk, gc_generation_stats, PyThreadState } from "../memory/structs/runtime.ts";
export { textEnd } from "../memory/text.ts";
export { characterOfName } from "../modules/compile_source.ts";
export { currentFrame, FRAME_OWNED_BY_CSTACK } from "../objects/frames.ts";
export { decodeUtf8 } from "../parser/utf8.ts";
export { canonicalize, memoryHash, timelessHash, whileCanonical } from "./canonical.ts";
export { bytesOfFile, type FileText, textOfFile } from "./file_text.ts";
