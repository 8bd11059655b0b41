// os.stat_result.

import type { Stat } from "../host/host.ts";
import type { Owned } from "../memory/memory.ts";
import { newFloat } from "../objects/float_core.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { longFromBigInt } from "../objects/long_digits.ts";
import { typeIn } from "../objects/object.ts";
import { declareStructSequence, newStructSequence } from "../objects/structseq.ts";

export const statResult = declareStructSequence({
  name: "os.stat_result",
  itemCount: 10,
  fields: [
    "st_mode",
    "st_ino",
    "st_dev",
    "st_nlink",
    "st_uid",
    "st_gid",
    "st_size",
    null,
    null,
    null,
    "st_atime",
    "st_mtime",
    "st_ctime",
    "st_atime_ns",
    "st_mtime_ns",
    "st_ctime_ns",
    "st_blksize",
    "st_blocks",
    "st_rdev",
  ],
});

const BLOCK_BYTES = 4096;
const SECTOR_BYTES = 512;
const NANO = 1_000_000_000;

export function statObject(s: Stat): Owned {
  const n = PyLong_FromNumber;
  const seconds = (whole: number, nano: number): Owned => newFloat(whole + nano / NANO);
  return newStructSequence(typeIn(statResult), [
    n(s.mode),
    n(s.ino),
    n(s.dev),
    n(s.nlink),
    n(s.uid),
    n(s.gid),
    n(s.size),
    n(s.atime),
    n(s.mtime),
    n(s.ctime),
    seconds(s.atime, s.atimeNanoseconds),
    seconds(s.mtime, s.mtimeNanoseconds),
    seconds(s.ctime, s.ctimeNanoseconds),
    nanoseconds(s.atime, s.atimeNanoseconds),
    nanoseconds(s.mtime, s.mtimeNanoseconds),
    nanoseconds(s.ctime, s.ctimeNanoseconds),
    n(BLOCK_BYTES),
    n(Math.ceil(s.size / SECTOR_BYTES)),
    n(0),
  ]);
}

/** seconds · 10^9 + nano is beyond 2^53: made of two ints. */
function nanoseconds(seconds: number, nano: number): Owned {
  return longFromBigInt(BigInt(seconds) * BigInt(NANO) + BigInt(nano));
}
