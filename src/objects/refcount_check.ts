// Recounts references: for every tracked object the references from tracked objects, found by tp_traverse, against its
// reference count. A traverse slot that visits what its object does not own, or twice, shows as a count too high; so does
// a reference that was released once too often. References that nothing traverses (frames that run, statics, C-like
// tables) are what is left over, and no error.
//
// Invariant: reads only. The result does not depend on the order of the generations.
import { forEachTracked } from "../gc/collect.ts";
