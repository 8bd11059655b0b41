// The two doors of marshal: dumps and loads, of plain data. The format is described in marshal_format.ts.
export { dumps } from "./marshal_dump.ts";
export { FLAG_REF, MarshalType } from "./marshal_format.ts";
export { loads, MarshalError, type MarshalRange } from "./marshal_load.ts";
