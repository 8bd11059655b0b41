// What a compiled pattern, a match, a scanner and a replacement template are in memory (Modules/_sre/sre.h).
import { OBJECT_HEAD, struct, VAR_HEAD } from "../../memory/struct.ts";

export const PatternObject = struct("PatternObject", 96, {
  ...VAR_HEAD,
  groups: [24, "ssize", "groups, without the whole match"],
  groupindex: [32, "ptr", "dict: name to number of a group; null where none has a name"],
  indexgroup: [40, "ptr", "tuple: number to name or None; null likewise"],
  pattern: [48, "ptr", "its source, or None"],
  flags: [56, "i32", "flags of re"],
  weakreflist: [64, "ptr", "PyWeakReference; head of the list"],
  isbytes: [72, "i32", "1 for bytes, 0 for str, -1 without a source"],
  codesize: [80, "ssize", "words of code"],
  code: [88, "u32", "the words", 0],
});

export const MatchObject = struct("MatchObject", 88, {
  ...VAR_HEAD,
  string: [24, "ptr", "the subject"],
  regs: [32, "ptr", "tuple of spans, once asked for"],
  pattern: [40, "ptr", "PatternObject"],
  pos: [48, "ssize", "where the search began"],
  endpos: [56, "ssize", "where the subject ended"],
  lastindex: [64, "ssize", "group closed last, or -1"],
  groups: [72, "ssize", "groups, the whole match among them"],
  mark: [80, "ssize", "start and end of each group, -1 where it has no part", 0],
});

export const ScannerObject = struct("ScannerObject", 248, {
  ...OBJECT_HEAD,
  pattern: [16, "ptr", "PatternObject"],
  ptr: [24, "ptr", "where the last match ended"],
  beginning: [32, "ptr", "first character of the subject"],
  start: [40, "ptr", "where the next match is looked for; null at the end"],
  end: [48, "ptr", "behind the last character"],
  string: [56, "ptr", "the subject"],
  buffer: [64, "u64", "Py_buffer of a subject that is not a str", 10],
  pos: [144, "ssize", "where the search began"],
  endpos: [152, "ssize", "where the subject ends"],
  isbytes: [160, "i32", "1 for bytes"],
  charsize: [164, "i32", "bytes of a character"],
  match_all: [168, "i32", "unused by a scanner"],
  must_advance: [172, "i32", "the next match must not be empty where it starts"],
  executing: [240, "i32", "a match is under way"],
});

export const TemplateObject = struct("TemplateObject", 40, {
  ...VAR_HEAD,
  chunks: [24, "ssize", "pieces of a result"],
  literal: [32, "ptr", "text before the first reference, or null"],
});
/** Behind it: number of the group, then the text that follows or null. */
export const TEMPLATE_ITEMS = TemplateObject.sizeof;
export const TEMPLATE_ITEM_BYTES = 16;
