// Addresses of sockets: what Python writes as a tuple or a path is a text at the door.
//
//   AF_INET   ("127.0.0.1", 80)      "127.0.0.1 80"
//   AF_INET6  ("::1", 80, 0, 0)      "::1 80"
//   AF_UNIX   "/tmp/s" or b"\0name"  the path's bytes as a string of their codes
//
// No name is asked for outside: only what is a number, or the machine's own name, has an address.

import type { Borrowed, Owned } from "../memory/memory.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { convertInt } from "../objects/convert.ts";
import { PyErr_Occurred, PyErr_SetObject, raise, typeNameOf } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isTuple, isUnicode, sizeOf, typeIn } from "../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None, PyExc_OSError, PyExc_OverflowError, PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { decodeHostBytes, encodeHostText } from "./host_text.ts";
import { parseLooseV4, parseV6, textOfV4, textOfV6 } from "./inet.ts";
import { gaierror } from "./socket_errors.ts";

export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;
const UNIX_PATH_MAX = 108;
const EAI_NONAME = -2;
const EAI_FAMILY = -6;
const EAI_SERVICE = -8;
const EAI_TEXTS: Readonly<Record<number, string>> = {
  [EAI_NONAME]: "Name or service not known",
  [EAI_FAMILY]: "ai_family not supported",
  [EAI_SERVICE]: "Servname not supported for ai_socktype",
};

export function raiseGai(code: number): 0 {
  const number = PyLong_FromNumber(code);
  const text = PyUnicode_FromString(EAI_TEXTS[code]);
  const args = PyTuple_Pack(number, text);
  decref(number);
  decref(text);
  if (args !== 0) {
    PyErr_SetObject(typeIn(gaierror), args);
    decref(args);
  }
  return 0;
}

export const isFamily = (family: number): boolean => family === AF_UNIX || family === AF_INET || family === AF_INET6;

/** The number of a host's name as a text, or null. */
export function numericHost(name: string, family: number): string | null {
  if (name === "") return family === AF_INET ? "0.0.0.0" : "::";
  if (name === "localhost") return family === AF_INET ? "127.0.0.1" : "::1";
  if (name === "<broadcast>") return family === AF_INET ? "255.255.255.255" : null;
  const bytes = family === AF_INET ? parseLooseV4(name) : parseV6(name);
  return bytes && (family === AF_INET ? textOfV4(bytes) : textOfV6(bytes));
}

/** The text of a host's name: str, bytes or bytearray. Null with an error set. */
function hostName(o: Borrowed): string | null {
  if (isUnicode(o)) return textOf(o);
  const buffer = openBuffer(o);
  if (buffer === null) {
    raise(PyExc_TypeError, `str, bytes or bytearray expected, not ${typeNameOf(o)}`);
    return null;
  }
  const name = String.fromCharCode(...bufferBytes(buffer));
  closeBuffer(buffer);
  return name;
}

/** A Python address as the door's text; null with an error set. caller: "bind", "connect", … */
export function addressOf(o: Borrowed, family: number, caller: string): string | null {
  if (family === AF_UNIX) return unixAddress(o);
  const name = family === AF_INET ? "AF_INET" : "AF_INET6";
  if (!isTuple(o)) {
    raise(PyExc_TypeError, `${caller}(): ${name} address must be tuple, not ${typeNameOf(o)}`);
    return null;
  }
  const count = sizeOf(o);
  if (family === AF_INET ? count !== 2 : count < 2 || count > 4) {
    const shape = family === AF_INET ? "a pair (host, port)" : "a tuple (host, port[, flowinfo[, scopeid]])";
    raise(PyExc_TypeError, `${name} address must be ${shape}`);
    return null;
  }
  const host = hostName(PyTuple_GET_ITEM(o, 0));
  if (host === null) return null;
  const port = convertInt(PyTuple_GET_ITEM(o, 1));
  if (port === -1 && PyErr_Occurred() !== 0) return null;
  const numeric = numericHost(host, family);
  if (numeric === null) {
    raiseGai(EAI_NONAME);
    return null;
  }
  if (port < 0 || port > 0xffff) {
    raise(PyExc_OverflowError, `${caller}(): port must be 0-65535.`);
    return null;
  }
  return `${numeric} ${port}`;
}

function unixAddress(o: Borrowed): string | null {
  let bytes: Uint8Array;
  if (isUnicode(o)) bytes = encodeHostText(o);
  else {
    const buffer = openBuffer(o);
    if (buffer === null) return null;
    bytes = bufferBytes(buffer).slice();
    closeBuffer(buffer);
  }
  const isAbstract = bytes.length > 0 && bytes[0] === 0;
  if (bytes.length > UNIX_PATH_MAX - (isAbstract ? 0 : 1)) {
    raise(PyExc_OSError, "AF_UNIX path too long");
    return null;
  }
  return String.fromCharCode(...bytes);
}

/** The door's text as a Python address. Owned. */
export function addressObject(address: string | null, family: number): Owned {
  if (address === null) return Py_None;
  if (family === AF_UNIX) {
    const bytes = Uint8Array.from(address, (letter) => letter.charCodeAt(0));
    return bytes[0] === 0 ? bytesFromArray(bytes) : decodeHostBytes(bytes);
  }
  const [host, port] = address === "" ? [family === AF_INET ? "0.0.0.0" : "::", "0"] : address.split(" ");
  const items = [PyUnicode_FromString(host), PyLong_FromNumber(Number(port))];
  if (family === AF_INET6) items.push(PyLong_FromNumber(0), PyLong_FromNumber(0));
  const tuple = PyTuple_Pack(...items);
  for (const item of items) decref(item);
  return tuple;
}

/** A port as a number; NaN with gaierror set. */
function portOf(o: Borrowed): number {
  if (o === Py_None) return 0;
  const text = isUnicode(o) ? textOf(o) : null;
  if (text === null) {
    const port = convertInt(o);
    return port === -1 && PyErr_Occurred() !== 0 ? Number.NaN : port & 0xffff;
  }
  if (/^[0-9]+$/.test(text)) return Number(text) & 0xffff;
  const known = SERVICES[text];
  if (known !== undefined) return known;
  raiseGai(EAI_SERVICE);
  return Number.NaN;
}

/** The services that programs name most. */
export const SERVICES: Readonly<Record<string, number>> = {
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  http: 80,
  pop3: 110,
  ntp: 123,
  imap2: 143,
  https: 443,
};

const AI_PASSIVE = 1;
const KINDS: readonly (readonly [kind: number, protocol: number])[] = [
  [1, 6],
  [2, 17],
  [3, 0],
];

/** [family, kind, protocol, address] for each answer; null with an error set. */
export function resolve(
  name: Borrowed,
  port: Borrowed,
  family: number,
  kind: number,
  protocol: number,
  flags: number,
): [number, number, number, string][] | null {
  let host: string | null = null;
  if (name !== Py_None) {
    if (!isUnicode(name)) {
      const buffer = openBuffer(name);
      if (buffer === null) {
        raise(PyExc_TypeError, "getaddrinfo() argument 1 must be string or None");
        return null;
      }
      host = String.fromCharCode(...bufferBytes(buffer));
      closeBuffer(buffer);
    } else host = textOf(name);
  }
  const number = portOf(port);
  if (number !== number) return null;
  if (family !== 0 && family !== AF_INET && family !== AF_INET6) {
    raiseGai(EAI_FAMILY);
    return null;
  }
  const hosts: [number, string][] = [];
  const add = (of: number, text: string | null): void => {
    if (text !== null && (family === 0 || family === of)) hosts.push([of, text]);
  };
  if (host === null && flags & AI_PASSIVE) {
    add(AF_INET, "0.0.0.0");
    add(AF_INET6, "::");
  } else if (host === null) {
    add(AF_INET6, "::1");
    add(AF_INET, "127.0.0.1");
  } else if (host !== "") {
    add(AF_INET, numericHost(host, AF_INET));
    if (hosts.length === 0) add(AF_INET6, numericHost(host, AF_INET6));
  }
  const kinds = KINDS.filter(
    ([k, p]) => (kind === 0 || kind === k) && (protocol === 0 || protocol === p || (p === 0 && kind === k)),
  );
  if (hosts.length === 0 || kinds.length === 0) {
    raiseGai(EAI_NONAME);
    return null;
  }
  return hosts.flatMap(([of, text]) =>
    kinds.map(([k, p]): [number, number, number, string] => [of, k, p || protocol, `${text} ${number}`]),
  );
}
