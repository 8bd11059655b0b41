// Structures of the module _io, as Modules/_io of CPython lays them out.
import { OBJECT_HEAD, struct } from "../struct.ts";

export const iobase = struct("iobase", 32, {
  ...OBJECT_HEAD,
  dict: [16, "ptr", "__dict__"],
  weakreflist: [24, "ptr", "PyWeakReference; head of the list"],
});

/** The bits of fileio.bits; seekable is two bits wide. */
export const FILEIO_CREATED = 1;
export const FILEIO_READABLE = 2;
export const FILEIO_WRITABLE = 4;
export const FILEIO_APPENDING = 8;
export const FILEIO_SEEKABLE = 0x10;
export const FILEIO_SEEKABLE_UNKNOWN = 0x30;
export const FILEIO_CLOSEFD = 0x40;

export const fileio = struct("fileio", 48, {
  ...OBJECT_HEAD,
  fd: [16, "i32", "file descriptor; -1 when closed"],
  bits: [20, "u8", "created, readable, writable, appending, seekable (2 bits, signed), closefd"],
  finalizing: [21, "u8", "1 while the destructor closes it"],
  blksize: [24, "u32", "block size of the file system"],
  weakreflist: [32, "ptr", "PyWeakReference; head of the list"],
  dict: [40, "ptr", "__dict__"],
});

export const buffered = struct("buffered", 152, {
  ...OBJECT_HEAD,
  raw: [16, "ptr", "raw stream"],
  ok: [24, "i32", "1 when initialized"],
  detached: [28, "i32", "1 after detach()"],
  readable: [32, "i32", "1 for a reader"],
  writable: [36, "i32", "1 for a writer"],
  finalizing: [40, "u8", "1 while the destructor closes it"],
  fast_closed_checks: [44, "i32", "1 when neither class nor raw stream is the program's own"],
  abs_pos: [48, "i64", "position of the raw stream; -1 when unknown"],
  buffer: [56, "ptr", "buffer_size bytes"],
  pos: [64, "i64", "position in the buffer"],
  raw_pos: [72, "i64", "position of the raw stream, counted in the buffer"],
  read_end: [80, "i64", "end of the bytes read; -1 when none are"],
  write_pos: [88, "i64", "begin of the bytes to write"],
  write_end: [96, "i64", "end of the bytes to write; -1 when none are"],
  lock: [104, "ptr", "unused: built-ins are not interrupted"],
  owner: [112, "u64", "thread that is inside"],
  buffer_size: [120, "ssize", "size of the buffer"],
  buffer_mask: [128, "ssize", "size - 1 for a power of two, else 0"],
  dict: [136, "ptr", "__dict__"],
  weakreflist: [144, "ptr", "PyWeakReference; head of the list"],
});

export const rwpair = struct("rwpair", 48, {
  ...OBJECT_HEAD,
  reader: [16, "ptr", "BufferedReader"],
  writer: [24, "ptr", "BufferedWriter"],
  dict: [32, "ptr", "__dict__"],
  weakreflist: [40, "ptr", "PyWeakReference; head of the list"],
});

export const bytesio = struct("bytesio", 64, {
  ...OBJECT_HEAD,
  buf: [16, "ptr", "bytes; null when closed"],
  pos: [24, "ssize", "position"],
  string_size: [32, "ssize", "bytes of buf that count"],
  dict: [40, "ptr", "__dict__"],
  weakreflist: [48, "ptr", "PyWeakReference; head of the list"],
  exports: [56, "ssize", "views of getbuffer() that live"],
});

export const bytesiobuf = struct("bytesiobuf", 24, {
  ...OBJECT_HEAD,
  source: [16, "ptr", "BytesIO"],
});

export const nldecoder_object = struct("nldecoder_object", 40, {
  ...OBJECT_HEAD,
  decoder: [16, "ptr", "decoder below, or None"],
  errors: [24, "ptr", "str"],
  bits: [32, "u32", "pendingcr, translate, seennl (3 bits)"],
});

export const stringio = struct("stringio", 168, {
  ...OBJECT_HEAD,
  buf: [16, "ptr", "UCS-4 characters"],
  pos: [24, "ssize", "position"],
  string_size: [32, "ssize", "characters that count"],
  buf_size: [40, "ssize", "characters that buf has room for"],
  state: [48, "i32", "1 realized: in buf; 2 accumulating: in the writer"],
  writer: [56, "ptr", "_PyUnicodeWriter (here an object of its own)"],
  ok: [112, "u8", "1 when initialized"],
  closed: [113, "u8", "1 when closed"],
  readuniversal: [114, "u8", "any newline ends a line"],
  readtranslate: [115, "u8", "newlines are read as \\n"],
  decoder: [120, "ptr", "IncrementalNewlineDecoder"],
  readnl: [128, "ptr", "str"],
  writenl: [136, "ptr", "str"],
  dict: [144, "ptr", "__dict__"],
  weakreflist: [152, "ptr", "PyWeakReference; head of the list"],
  module_state: [160, "ptr", "unused"],
});

export const textio = struct("textio", 200, {
  ...OBJECT_HEAD,
  ok: [16, "i32", "1 when initialized"],
  detached: [20, "i32", "1 after detach()"],
  chunk_size: [24, "ssize", "bytes to read at once"],
  buffer: [32, "ptr", "buffered stream"],
  encoding: [40, "ptr", "str"],
  encoder: [48, "ptr", "incremental encoder"],
  decoder: [56, "ptr", "incremental decoder"],
  readnl: [64, "ptr", "str"],
  errors: [72, "ptr", "str"],
  writenl: [80, "cstr", "what \\n is written as; null for itself"],
  line_buffering: [88, "u8", "flushes at line ends"],
  write_through: [89, "u8", "keeps no pending bytes"],
  readuniversal: [90, "u8", "any newline ends a line"],
  readtranslate: [91, "u8", "newlines are read as \\n"],
  writetranslate: [92, "u8", "\\n is written as writenl"],
  seekable: [93, "u8", "the buffered stream is"],
  has_read1: [94, "u8", "the buffered stream has read1()"],
  telling: [95, "u8", "tell() is possible: snapshots are kept"],
  finalizing: [96, "u8", "1 while the destructor closes it"],
  encodefunc: [104, "text", "encoder of a usual encoding, or null"],
  encoding_start_of_stream: [112, "u8", "1 at the start: a byte order mark is to come"],
  decoded_chars: [120, "ptr", "str that was decoded"],
  decoded_chars_used: [128, "ssize", "how much of it was read"],
  pending_bytes: [136, "ptr", "bytes, an ASCII str, or a list of such, to be written"],
  pending_bytes_count: [144, "ssize", "how many bytes that is"],
  snapshot: [152, "ptr", "(decoder flags, bytes decoded since); null if none"],
  b2cratio: [160, "f64", "bytes a character, in the last chunk"],
  raw: [168, "ptr", "FileIO below, to see quickly whether it is closed"],
  weakreflist: [176, "ptr", "PyWeakReference; head of the list"],
  dict: [184, "ptr", "__dict__"],
  state: [192, "ptr", "unused"],
});
