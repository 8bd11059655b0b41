// Bit of a frame's return_offset: the instruction at instr_ptr is not finished; the rest of it runs when the frame above
// has delivered. Below it: count of EXTENDED_ARG prefixes, phase << 4.
export const UNFINISHED = 0x8000;
