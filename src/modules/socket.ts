// _socket: names and conversions; the type of sockets is in socket_object.ts.

import { ERRNO } from "../host/errno.ts";
import { host } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isInt, isTuple, newRef, sizeOf, typeIn, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import {
  Py_None,
  PyExc_OSError,
  PyExc_OverflowError,
  PyExc_TimeoutError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { noneOrErrno, numberOrErrno, raiseErrno } from "./host_path.ts";
import { parseLooseV4, parseV4, parseV6, textOfV4, textOfV6 } from "./inet.ts";
import { addException, setStolen } from "./make_module.ts";
import { addNumbers } from "./number_table.ts";
import {
  AF_INET,
  AF_INET6,
  addressObject,
  addressOf,
  numericHost,
  raiseGai,
  resolve,
  SERVICES,
} from "./socket_address.ts";
import { SOCKET_CONSTANTS } from "./socket_constants.ts";
import { gaierror, herror } from "./socket_errors.ts";
import { defaultTimeout, setDefaultTimeout, socketPair, socketType, timeoutOf } from "./socket_object.ts";

// -- byte order -----------------------------------------------------------------------------------------------------------

const swap16 = (x: number): number => ((x & 255) << 8) | (x >> 8);
const swap32 = (x: number): number => swap16(x & 0xffff) * 0x10000 + swap16(Math.floor(x / 0x10000));

function swapShort(name: string) {
  return (_m: Borrowed, o: Borrowed): Owned => {
    if (!isInt(o)) return raise(PyExc_TypeError, `'${typeNameOf(o)}' object cannot be interpreted as an integer`);
    const value = longToNumber(o);
    if (value < 0) {
      const what = "can't convert negative Python int to C 16-bit unsigned integer";
      return raise(PyExc_OverflowError, `${name}: ${what}`);
    }
    if (value > 0xffff) {
      return raise(PyExc_OverflowError, `${name}: Python int too large to convert to C 16-bit unsigned integer`);
    }
    return PyLong_FromNumber(swap16(value));
  };
}

function swapLong(_m: Borrowed, o: Borrowed): Owned {
  if (!isInt(o)) return raise(PyExc_TypeError, `expected int, ${typeNameOf(o)} found`);
  const value = longToNumber(o);
  if (value < 0) return raise(PyExc_OverflowError, "can't convert negative value to unsigned int");
  if (value > 0xffffffff) return raise(PyExc_OverflowError, "int larger than 32 bits");
  return PyLong_FromNumber(swap32(value));
}

// -- addresses ------------------------------------------------------------------------------------------------------------

function inet_aton(_m: Borrowed, text: Borrowed): Owned {
  const bytes = parseLooseV4(textOf(text));
  return bytes ? bytesFromArray(bytes) : raise(PyExc_OSError, "illegal IP address string passed to inet_aton");
}

/** The bytes of an argument; null with an error set. */
function bytesOf(o: Borrowed): Uint8Array | null {
  const buffer = openBuffer(o);
  if (buffer === null) return null;
  const bytes = bufferBytes(buffer).slice();
  closeBuffer(buffer);
  return bytes;
}

function inet_ntoa(_m: Borrowed, packed: Borrowed): Owned {
  const bytes = bytesOf(packed);
  if (bytes === null) return 0;
  if (bytes.length !== 4) return raise(PyExc_OSError, "packed IP wrong length for inet_ntoa");
  return PyUnicode_FromString(textOfV4(bytes));
}

function inet_pton(_m: Borrowed, family: number, text: Borrowed): Owned {
  if (family !== AF_INET && family !== AF_INET6) return raiseErrno(ERRNO.EAFNOSUPPORT);
  const bytes = (family === AF_INET ? parseV4 : parseV6)(textOf(text));
  return bytes ? bytesFromArray(bytes) : raise(PyExc_OSError, "illegal IP address string passed to inet_pton");
}

function inet_ntop(_m: Borrowed, family: number, packed: Borrowed): Owned {
  const bytes = bytesOf(packed);
  if (bytes === null) return 0;
  if (family !== AF_INET && family !== AF_INET6) return raise(PyExc_ValueError, `unknown address family ${family}`);
  if (bytes.length !== (family === AF_INET ? 4 : 16)) {
    return raise(PyExc_ValueError, "invalid length of packed IP address string");
  }
  return PyUnicode_FromString((family === AF_INET ? textOfV4 : textOfV6)(bytes));
}

// -- ancillary data -------------------------------------------------------------------------------------------------------

const CMSG_HEAD = 16;
const CMSG_ALIGN = 8;

function cmsgLength(isPadded: boolean) {
  return (_m: Borrowed, length: number): Owned => {
    if (length < 0) return raise(PyExc_OverflowError, `CMSG_${isPadded ? "SPACE" : "LEN"}() argument out of range`);
    return PyLong_FromNumber(CMSG_HEAD + (isPadded ? Math.ceil(length / CMSG_ALIGN) * CMSG_ALIGN : length));
  };
}

// -- the rest -------------------------------------------------------------------------------------------------------------

function getaddrinfo(
  _m: Borrowed,
  name: Borrowed,
  port: Borrowed,
  family: number,
  kind: number,
  protocol: number,
  flags: number,
): Owned {
  const answers = resolve(name, port, family, kind, protocol, flags);
  const list = answers === null ? 0 : PyList_New(0);
  for (const [of, k, p, address] of list === 0 ? [] : (answers ?? [])) {
    const items = [
      PyLong_FromNumber(of),
      PyLong_FromNumber(k),
      PyLong_FromNumber(p),
      PyUnicode_FromString(""),
      addressObject(address, of),
    ];
    const row = items.includes(0) ? 0 : PyTuple_Pack(...items);
    for (const item of items) xdecref(item);
    if (row === 0 || PyList_Append(list, row) < 0) {
      decref(list);
      return PyErr_NoMemory();
    }
    decref(row);
  }
  return list;
}

const EAI_NONAME = -2;

function gethostbyname(_m: Borrowed, name: Borrowed): Owned {
  const found = numericHost(textOf(name), AF_INET);
  return found === null ? raiseGai(EAI_NONAME) : PyUnicode_FromString(found);
}

/** (host, port) as texts: names are what only a network could tell. */
function getnameinfo(_m: Borrowed, address: Borrowed, _flags: number): Owned {
  if (!isTuple(address)) return raise(PyExc_TypeError, "getnameinfo() argument 1 must be a tuple");
  const text = addressOf(address, sizeOf(address) > 2 ? AF_INET6 : AF_INET, "getnameinfo");
  if (text === null) return 0;
  const [a, b] = text.split(" ").map((part) => PyUnicode_FromString(part));
  const pair = PyTuple_Pack(a, b);
  decref(a);
  decref(b);
  return pair;
}

function getservbyname(_m: Borrowed, name: Borrowed): Owned {
  const port = SERVICES[textOf(name)];
  return port === undefined ? raise(PyExc_OSError, "service/proto not found") : PyLong_FromNumber(port);
}

function getservbyport(_m: Borrowed, port: number): Owned {
  if (port < 0 || port > 0xffff) return raise(PyExc_OverflowError, "getservbyport: port must be 0-65535.");
  const found = Object.entries(SERVICES).find(([, number]) => number === port);
  return found ? PyUnicode_FromString(found[0]) : raise(PyExc_OSError, "port/proto not found");
}

const PROTOCOLS: Readonly<Record<string, number>> = { ip: 0, icmp: 1, tcp: 6, udp: 17, "ipv6-icmp": 58 };

function getprotobyname(_m: Borrowed, name: Borrowed): Owned {
  const number = PROTOCOLS[textOf(name)];
  return number === undefined ? raise(PyExc_OSError, "protocol not found") : PyLong_FromNumber(number);
}

/** There is no network behind the machine, and so no name that could be looked up. */
const HOST_NAME = "localhost";

function setdefaulttimeout(_m: Borrowed, o: Borrowed): Owned {
  const seconds = timeoutOf(o);
  if (seconds !== seconds) return 0;
  setDefaultTimeout(seconds);
  return Py_None;
}

declareModule({
  name: "_socket",
  functions: [
    ["gethostname", "()", () => PyUnicode_FromString(HOST_NAME)],
    [
      "close",
      "(fd: int, /)",
      (_m: Borrowed, fd: number): Owned => {
        const answer = host().close(fd);
        return noneOrErrno(answer);
      },
    ],
    ["socketpair", "(family: int = 1, type: int = 1, proto: int = 0, /)", socketPair],
    ["getaddrinfo", "(host, port, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0)", getaddrinfo],
    ["getnameinfo", "(sockaddr, flags: int, /)", getnameinfo],
    ["gethostbyname", "(host: str, /)", gethostbyname],
    ["getservbyname", "(servicename: str, protocolname: str = None, /)", getservbyname],
    ["getservbyport", "(port: int, protocolname: str = None, /)", getservbyport],
    ["getprotobyname", "(name: str, /)", getprotobyname],
    [
      "dup",
      "(fd: int, /)",
      (_m: Borrowed, fd: number): Owned => {
        const made = host().dup(fd, 0, false);
        return numberOrErrno(made);
      },
    ],
    ["ntohs", "(x, /)", swapShort("ntohs")],
    ["ntohl", "(object, /)", swapLong],
    ["htons", "(x, /)", swapShort("htons")],
    ["htonl", "(object, /)", swapLong],
    ["inet_aton", "(ip_addr: str, /)", inet_aton],
    ["inet_ntoa", "(packed_ip, /)", inet_ntoa],
    ["inet_pton", "(af: int, ip: str, /)", inet_pton],
    ["inet_ntop", "(af: int, packed_ip, /)", inet_ntop],
    ["getdefaulttimeout", "()", () => (defaultTimeout() < 0 ? Py_None : newFloat(defaultTimeout()))],
    ["setdefaulttimeout", "(object, /)", setdefaulttimeout],
    ["CMSG_LEN", "(length: ssize, /)", cmsgLength(false)],
    ["CMSG_SPACE", "(length: ssize, /)", cmsgLength(true)],
  ],
  exec: (module, dict) => {
    if (setStolen(dict, "error", newRef(PyExc_OSError)) < 0) return -1;
    if (addException(module, herror, "socket.herror", PyExc_OSError) < 0) return -1;
    if (addException(module, gaierror, "socket.gaierror", PyExc_OSError) < 0) return -1;
    if (setStolen(dict, "timeout", newRef(PyExc_TimeoutError)) < 0) return -1;
    if (makeModuleType(module, socketType) === 0) return -1;
    for (const name of ["SocketType", "socket"]) if (setStolen(dict, name, newRef(typeIn(socketType))) < 0) return -1;
    if (setStolen(dict, "has_ipv6", bool(true)) < 0) return -1;
    return addNumbers(dict, SOCKET_CONSTANTS);
  },
});
