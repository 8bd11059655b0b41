/* Prints the first bytes of _PyRuntime, the debug offsets, as a list of 8-byte values: what a reader of another process
   finds, and what src/memory/debug_offsets.ts must write. */
#define Py_BUILD_CORE
#include <Python.h>
#include "internal/pycore_runtime.h"

int main(void) {
    const uint64_t *words = (const uint64_t *)&_PyRuntime.debug_offsets;
    printf("[");
    for (size_t i = 0; i < sizeof _PyRuntime.debug_offsets / sizeof *words; i++)
        printf("%s\"%llu\"", i ? ", " : "", (unsigned long long)words[i]);
    printf("]\n");
    return 0;
}
