// The exceptions of _socket.
import type { Address } from "../memory/memory.ts";
import { PyOSErrorObject } from "../memory/structs/exceptions.ts";
import { newStaticType } from "../objects/declare.ts";
import { Py_TPFLAGS_BASETYPE, Py_TPFLAGS_HAVE_GC } from "../objects/object.ts";
import { PyExc_OSError } from "../objects/types.ts";

const oserror = (name: string): Address =>
  newStaticType({
    name,
    isMutable: true,
    basicsize: PyOSErrorObject.sizeof,
    base: PyExc_OSError,
    flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
    slots: {},
  });

export const herror = oserror("socket.herror");
export const gaierror = oserror("socket.gaierror");
