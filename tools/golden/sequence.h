/* One long random sequence of malloc, realloc and free, the same as in test/support/allocation_sequence.ts: it grows to
   many live blocks, shrinks, is cleared but for a few, and begins anew, and folds every address into a checksum. Prints the checksum at intervals,
   so that a difference shows where it begins. */
#include <stdint.h>
#include <stdio.h>
#include <stddef.h>

static uint32_t sequence_state;
static uint32_t sequence_next(uint32_t bound) {
    sequence_state = sequence_state * 1103515245u + 12345u;
    return (sequence_state >> 8) % bound;
}

#define SLOTS 40000
#define KEPT 8 /* slots that are not cleared at the end of a phase that shrinks */
#define INTERVAL 16384
#define PHASE 150000
#define OPERATIONS 600000

typedef struct {
    char *(*allocate)(size_t);
    char *(*resize)(char *, size_t);
    void (*release)(char *);
    uint32_t (*offset)(char *); /* of a block, from a fixed base */
    size_t (*size)(void);       /* next random size */
} sequence_of;

static char *sequence_slots[SLOTS];
static uint32_t sequence_sums[OPERATIONS / INTERVAL + 1];

static int sequence_run(sequence_of run, uint32_t seed) {
    int count = 0;
    uint32_t sum = 0;
    sequence_state = seed;
    for (int step = 0; step < OPERATIONS; step++) {
        int growing = (step / PHASE) % 2 == 0;
        uint32_t slot = sequence_next(SLOTS);
        uint32_t dice = sequence_next(8);
        char *block = sequence_slots[slot];
        uint32_t result = 0;
        if (block == NULL) {
            if (growing || dice == 0) {
                block = sequence_slots[slot] = run.allocate(run.size());
                result = run.offset(block);
            }
        } else if (dice == 1) {
            block = sequence_slots[slot] = run.resize(block, run.size());
            result = run.offset(block);
        } else if (!growing || dice == 0) {
            run.release(block);
            sequence_slots[slot] = NULL;
            result = 1;
        }
        if (step % (2 * PHASE) == 2 * PHASE - 1) {
            for (int i = KEPT; i < SLOTS; i++) {
                if (sequence_slots[i] != NULL) run.release(sequence_slots[i]);
                sequence_slots[i] = NULL;
            }
        }
        sum = (sum ^ result) * 16777619u;
        if (step % INTERVAL == INTERVAL - 1) sequence_sums[count++] = sum;
    }
    return count;
}

static void sequence_print(int count) {
    printf("[");
    for (int i = 0; i < count; i++) printf("%s%u", i ? ", " : "", sequence_sums[i]);
    printf("]\n");
}
