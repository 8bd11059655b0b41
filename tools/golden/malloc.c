/* The addresses that glibc's malloc gives, from its first block on. Run with
   GLIBC_TUNABLES=glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0:glibc.malloc.mmap_threshold=131072 */
#include <malloc.h>
#include <stdlib.h>
#include "sequence.h"

static char *base;
static size_t small_or_large(void) {
    uint32_t kind = sequence_next(64);
    if (kind == 0) return 1 + sequence_next(100000);
    if (kind < 8) return 1 + sequence_next(5000);
    return 1 + sequence_next(700);
}
static char *allocate(size_t size) { return malloc(size); }
static char *resize(char *block, size_t size) { return realloc(block, size); }
static void release(char *block) { free(block); }
static uint32_t offset(char *block) { return (uint32_t)(block - base); }

int main(void) {
    base = malloc(24);
    sequence_of run = {allocate, resize, release, offset, small_or_large};
    sequence_print(sequence_run(run, 1));
    return 0;
}
