/* The addresses that pymalloc gives from a fresh state on. The interpreter's own state is put aside meanwhile, and arenas
   come first fit from one range, as in our address space. */
#define Py_BUILD_CORE
#include <Python.h>
#include <stdlib.h>
#include <sys/mman.h>
#include "internal/pycore_interp.h"
#include "internal/pycore_obmalloc.h"
#include "sequence.h"

#define ARENAS 256
static char *base;
static char arena_used[ARENAS];

static void *arena_allocate(void *context, size_t size) {
    (void)context; (void)size;
    for (int i = 0; i < ARENAS; i++)
        if (!arena_used[i]) {
            arena_used[i] = 1;
            return base + (size_t)i * ARENA_SIZE;
        }
    return NULL;
}
static void arena_free(void *context, void *arena, size_t size) {
    (void)context; (void)size;
    arena_used[((char *)arena - base) / ARENA_SIZE] = 0;
}

static size_t small(void) { return sequence_next(16) == 0 ? 1 + sequence_next(512) : 17 * (1 + sequence_next(30)); }
static char *allocate(size_t size) { return PyObject_Malloc(size); }
static char *resize(char *block, size_t size) { return PyObject_Realloc(block, size); }
static void release(char *block) { PyObject_Free(block); }
static uint32_t offset(char *block) { return (uint32_t)(block - base); }

int main(void) {
    Py_InitializeEx(0);
    char *range = mmap(NULL, (ARENAS + 1) * (size_t)ARENA_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    base = (char *)(((uintptr_t)range + ARENA_SIZE - 1) & ~(uintptr_t)(ARENA_SIZE - 1));
    PyObjectArenaAllocator arenas = {NULL, arena_allocate, arena_free};
    PyInterpreterState *interpreter = PyInterpreterState_Get();
    struct _obmalloc_state *own = interpreter->obmalloc;
    struct _obmalloc_state *fresh = calloc(1, sizeof *fresh);
    for (int i = 0; i < OBMALLOC_USED_POOLS_SIZE; i++)
        fresh->pools.used[i] = (poolp)((char *)&fresh->pools.used[i & ~1] - 2 * sizeof(pymem_block *));
    PyObject_SetArenaAllocator(&arenas);
    interpreter->obmalloc = fresh;
    sequence_of run = {allocate, resize, release, offset, small};
    int count = sequence_run(run, 1);
    interpreter->obmalloc = own;
    printf("{\"arenas\": %zu, \"highwater\": %zu, \"ever\": %zu, \"sums\": ", fresh->mgmt.narenas_currently_allocated,
           fresh->mgmt.narenas_highwater, fresh->mgmt.ntimes_arena_allocated);
    sequence_print(count);
    printf("}\n");
    fflush(stdout);
    _exit(0);
}
