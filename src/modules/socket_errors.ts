// The exceptions of _socket.
import { reserveTypeCell } from "../objects/declare.ts";

export const herror = reserveTypeCell();
export const gaierror = reserveTypeCell();
