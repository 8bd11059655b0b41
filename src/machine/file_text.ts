// A source file's text, and its bytes again: by the encoding that its coding line declares, as Python's own codecs have it.
// They run on whatever memory the machine has just then; the callers put a run's memory aside (machine_core.ts, aside).
//
// Invariant: bytes that their encoding does not have stand in the text as lone surrogates (PEP 383), so that a text which
// nobody changed is written as the bytes that were read.
import { utf8 } from "../base/utf8.ts";
import { type Borrowed, bytesAt } from "../memory/memory.ts";
import { PyObject_Str } from "../objects/abstract.ts";
import { BYTES_DATA, bytesFromArray } from "../objects/bytes_core.ts";
import { PyUnicode_AsEncodedString, PyUnicode_Decode } from "../objects/codecs/objects.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_GetRaisedException, typeNameOf } from "../objects/errors.ts";
import { decref, sizeOf, xdecref } from "../objects/object.ts";
import { PyExc_UnicodeEncodeError } from "../objects/types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH, textOf, textUpTo } from "../objects/unicode_core.ts";
import { encodingOf, firstInvalid } from "../parser/source.ts";
import { decodeUtf8 } from "../parser/utf8.ts";

const UTF_8 = "utf-8";
const ESCAPE = "surrogateescape";
const BOM = [0xef, 0xbb, 0xbf];
const LONE_SURROGATE = /[\ud800-\udfff]/u;

export interface FileText {
  /** With the newlines that the file has, without its byte order mark. */
  readonly text: string;
  /** As it was read. */
  readonly encoding: string;
  readonly hasBom: boolean;
}

/** Runs work on a machine that nothing else is expected of. */
export type Aside = <T>(work: () => T) => T;

/** The text of a file's bytes. Never fails: what Python will say of them it says when they are run. */
export function textOfFile(bytes: Uint8Array, aside: Aside): FileText {
  const { name, hasBom } = encodingOf(bytes);
  const content = hasBom ? bytes.subarray(BOM.length) : bytes;
  // A mark and another encoding contradict each other; Python refuses to run such a file.
  const encoding = name === null || hasBom ? UTF_8 : name;
  if (encoding === UTF_8 && firstInvalid(content) < 0) {
    return { text: decodeUtf8(content, 0, content.length), encoding, hasBom };
  }
  const ways = [
    [encoding, "strict"],
    [encoding, ESCAPE],
    [UTF_8, ESCAPE],
  ] as const;
  for (const [codec, errors] of ways) {
    const text = aside(() => decode(content, codec, errors));
    if (text !== null) return { text, encoding: codec, hasBom };
  }
  return { text: "", encoding, hasBom };
}

/** The bytes of a file's text, by the coding line that stands in it now; or Python's words for the character that its
 *  encoding does not have. hasBom: a byte order mark comes before it. */
export function bytesOfFile(text: string, hasBom: boolean, aside: Aside): { bytes: Uint8Array } | { error: string } {
  const plain = utf8(text);
  const { name } = encodingOf(plain);
  const encoding = name === null || hasBom ? UTF_8 : name;
  if (encoding === UTF_8 && !LONE_SURROGATE.test(text)) {
    return { bytes: hasBom ? Uint8Array.from([...BOM, ...plain]) : plain };
  }
  const encoded = aside(() => encode(text, encoding));
  if ("error" in encoded || !hasBom) return encoded;
  return { bytes: Uint8Array.from([...BOM, ...encoded.bytes]) };
}

/** Null when it cannot be. No error stays set. */
function decode(bytes: Uint8Array, encoding: string, errors: string): string | null {
  const source = bytesFromArray(bytes);
  const text = source === 0 ? 0 : PyUnicode_Decode(source + BYTES_DATA, bytes.length, encoding, errors);
  xdecref(source);
  if (text === 0) PyErr_Clear();
  const decoded = text === 0 ? null : textUpTo(text, PyUnicode_GET_LENGTH(text));
  xdecref(text);
  return decoded;
}

/** An encoding that there is none of is left to Python, which refuses the file when it is run. */
function encode(text: string, encoding: string): { bytes: Uint8Array } | { error: string } {
  const o = PyUnicode_FromString(text);
  const encoded = o === 0 ? 0 : PyUnicode_AsEncodedString(o, encoding, ESCAPE);
  xdecref(o);
  if (encoded !== 0) {
    const bytes = bytesAt(encoded + BYTES_DATA, sizeOf(encoded)).slice();
    decref(encoded);
    return { bytes };
  }
  const isCharacter = PyErr_ExceptionMatches(PyExc_UnicodeEncodeError);
  const error = takeError();
  return isCharacter || encoding === UTF_8 ? { error } : encode(text, UTF_8);
}

/** The pending error as Python prints it; none stays set. */
function takeError(): string {
  const exception: Borrowed = PyErr_GetRaisedException();
  if (exception === 0) return "";
  const shown = PyObject_Str(exception);
  if (shown === 0) PyErr_Clear();
  const message = shown === 0 ? "" : textOf(shown);
  const error = `${typeNameOf(exception)}: ${message}`;
  xdecref(shown);
  decref(exception);
  return error;
}
