#!/bin/sh
# Compiles the programs of this folder and writes what they print to test/golden. The golden files are committed; this
# is only for making them again. Takes the prefix of a CPython 3.13 with a shared library, or asks the one on the PATH.
set -e
here=$(cd "$(dirname "$0")" && pwd)
python=${UNDERGLASS_PYTHON:-python3.13}
prefix=${1:-$("$python" -c 'import sys; print(sys.prefix)')}
include=$prefix/include/python3.13
out=$here/../../test/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out/structs" "$out/memory"

compile() {
  gcc -O1 -Wno-deprecated-declarations -I"$include" -I"$include/internal" -o "$work/$1" "$here/$1.c" -L"$prefix/lib" -lpython3.13 -Wl,-rpath,"$prefix/lib"
}

compile offsets
"$work/offsets" >"$out/structs/offsets.json"
compile debug_offsets
"$work/debug_offsets" >"$out/structs/debug_offsets.json"
compile pymalloc
"$work/pymalloc" >"$out/memory/pymalloc.json"
gcc -O1 -o "$work/malloc" "$here/malloc.c"
tunables=tcache_count=0:mxfast=0:mmap_threshold=131072:top_pad=131072:trim_threshold=131072
GLIBC_TUNABLES=$(echo "$tunables" | sed 's/\([a-z_]*=\)/glibc.malloc.\1/g') "$work/malloc" >"$out/memory/malloc.json"
