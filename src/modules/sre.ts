// _sre: what the library's re stands on. It compiles a pattern to words; the rest of the work is done in sre/.

import { gcTrack } from "../gc/link.ts";
import { type Borrowed, type Owned, setI32, setPtr, setSsize } from "../memory/memory.ts";
import { declareModule } from "../objects/declare.ts";
import { dictUsed } from "../objects/dict_core.ts";
import { argumentTypeName, PyErr_NoMemory, raise } from "../objects/errors.ts";
import { PyList_GET_ITEM } from "../objects/list_core.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isDict, isInt, isList, isTuple, newRef, sizeOf } from "../objects/object.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import { Py_None, PyExc_OverflowError, PyExc_RuntimeError, PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { setStolen } from "./make_module.ts";
import { isAsciiLetter, lowerAscii, lowerUnicode, upperUnicode } from "./sre/characters.ts";
import { CODE_BYTES, MAGIC, MAXGROUPS, MAXREPEAT } from "./sre/constants.ts";
import { matchType } from "./sre/match.ts";
import { allocatePattern, patternType } from "./sre/pattern.ts";
import { scannerType } from "./sre/scanner.ts";
import { PatternObject } from "./sre/structs.ts";
import { closeSubject, openSubject } from "./sre/subject.ts";
import { newTemplate, templateType } from "./sre/template.ts";
import { isValidPattern } from "./sre/validate.ts";

/** The kind that an argument must be of; false with TypeError set. */
function hasKind(name: string, which: string, o: Borrowed, isKind: (o: Borrowed) => boolean, kind: string): boolean {
  if (isKind(o)) return true;
  raise(PyExc_TypeError, `${name}() argument ${which} must be ${kind}, not ${argumentTypeName(o)}`);
  return false;
}

function compile(
  _module: Borrowed,
  pattern: Borrowed,
  flags: number,
  code: Borrowed,
  groups: number,
  groupindex: Borrowed,
  indexgroup: Borrowed,
): Owned {
  const fit =
    hasKind("compile", "'code'", code, isList, "list") &&
    hasKind("compile", "'groupindex'", groupindex, isDict, "dict") &&
    hasKind("compile", "'indexgroup'", indexgroup, isTuple, "tuple");
  if (!fit) return 0;
  let isbytes = -1;
  if (pattern !== Py_None) {
    const subject = openSubject(pattern);
    if (subject === null) return 0;
    isbytes = subject.isBytes ? 1 : 0;
    closeSubject(subject);
  }
  const wordCount = sizeOf(code);
  const o = allocatePattern(wordCount);
  if (o === 0) return 0;
  if (!fillWords(o, code, wordCount)) {
    gcTrack(o);
    decref(o);
    return 0;
  }
  setPtr(o + PatternObject.pattern, newRef(pattern));
  setI32(o + PatternObject.flags, flags);
  setI32(o + PatternObject.isbytes, isbytes);
  setSsize(o + PatternObject.groups, groups);
  if (dictUsed(groupindex) > 0) {
    setPtr(o + PatternObject.groupindex, newRef(groupindex));
    if (sizeOf(indexgroup) > 0) setPtr(o + PatternObject.indexgroup, newRef(indexgroup));
  }
  gcTrack(o);
  if (groups >= 0 && groups <= MAXGROUPS && isValidPattern(o + PatternObject.code, wordCount, groups)) return o;
  decref(o);
  return raise(PyExc_RuntimeError, "invalid SRE code");
}

function fillWords(o: Borrowed, code: Borrowed, wordCount: number): boolean {
  for (let i = 0; i < wordCount; i++) {
    const item = PyList_GET_ITEM(code, i);
    if (!isInt(item)) {
      raise(PyExc_TypeError, "an integer is required");
      return false;
    }
    const word = longToNumber(item);
    if (!(word >= 0 && word <= 0xffffffff)) {
      const isBelow = word < 0;
      raise(
        PyExc_OverflowError,
        isBelow ? "can't convert negative value to unsigned int" : "regular expression code size limit exceeded",
      );
      return false;
    }
    setI32(o + PatternObject.code + i * CODE_BYTES, word | 0);
  }
  return true;
}

function template(module: Borrowed, pattern: Borrowed, parts: Borrowed): Owned {
  if (!hasKind("template", "2", parts, isList, "list")) return 0;
  return newTemplate(module, pattern, parts);
}

const lowered =
  (lower: (c: number) => number): ((m: Borrowed, c: number) => Owned) =>
  (_module, c) =>
    PyLong_FromNumber(lower(c)) || PyErr_NoMemory();
const asked =
  (is: (c: number) => boolean): ((m: Borrowed, c: number) => Owned) =>
  (_module, c) =>
    bool(is(c));

declareModule({
  name: "_sre",
  functions: [
    ["compile", "(pattern, flags: int, code, groups: ssize, groupindex, indexgroup)", compile],
    ["template", "(pattern, template, /)", template],
    ["getcodesize", "()", () => PyLong_FromNumber(CODE_BYTES)],
    ["ascii_iscased", "(character: int, /)", asked((c) => c < 128 && isAsciiLetter(c))],
    ["unicode_iscased", "(character: int, /)", asked((c) => c !== lowerUnicode(c) || c !== upperUnicode(c))],
    ["ascii_tolower", "(character: int, /)", lowered(lowerAscii)],
    ["unicode_tolower", "(character: int, /)", lowered(lowerUnicode)],
  ],
  exec: (module, dict) => {
    for (const cell of [templateType, patternType, matchType, scannerType]) {
      if (makeModuleType(module, cell) === 0) return -1;
    }
    const numbers: readonly [string, number][] = [
      ["MAGIC", MAGIC],
      ["CODESIZE", CODE_BYTES],
      ["MAXREPEAT", MAXREPEAT],
      ["MAXGROUPS", MAXGROUPS],
    ];
    for (const [name, value] of numbers) if (setStolen(dict, name, PyLong_FromNumber(value)) < 0) return -1;
    const copyright = " SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ";
    return setStolen(dict, "copyright", PyUnicode_FromString(copyright));
  },
});
