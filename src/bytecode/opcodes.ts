// The instruction set of CPython 3.13: one row an opcode, read by the compiler, the interpreter, dis and the inspector.
// Invariant: numbers are those of CPython's Include/opcode_ids.h, flags those of Include/internal/pycore_opcode_metadata.h;
// the net effect of a row's words is what CPython's stack_effect() gives (opcodes.test.ts checks it against a golden file).
//
// A row: name, number, stack effect, cache units, flags, and for a specialised or instrumented instruction its generic one.
//   stack effect  "what it takes -- what it leaves", the top of the stack last; name[count] stands for count items, where
//                 count is an expression of oparg; "; jump: …" is the effect on the way to the target where it differs.
//   cache units   16-bit units after the instruction that hold its inline cache (layout: cacheLayout).
//   flags         arg            the oparg means something
//                 const name     oparg indexes co_consts, co_names (some names with low bits shifted in)
//                 local free     oparg indexes localsplus (free: as a cell)
//                 jump           the oparg is a jump distance
//                 eval-break     looks for signals, thread switches and collections
//                 error          can raise; error-no-pop: after it has already taken its operands
//                 deopt exit     a specialised form that can find its guess wrong
//                 escapes        can run arbitrary code
//                 pure           has no effect but on the stack
//                 passthrough oparg-and-1   notes for CPython's second-tier optimiser

export type OpcodeRow = readonly [
  name: string,
  number: number,
  stackEffect: string,
  cacheUnitCount: number,
  flags: string,
  generic?: string,
];

const GENERIC = [
  ["CACHE", 0, "--", 0, ""],
  ["BEFORE_ASYNC_WITH", 1, "manager -- exit result", 0, "error error-no-pop escapes"],
  ["BEFORE_WITH", 2, "manager -- exit result", 0, "error error-no-pop escapes"],
  ["BINARY_SLICE", 4, "container start stop -- result", 0, "error escapes"],
  ["BINARY_SUBSCR", 5, "container key -- result", 1, "error escapes"],
  ["CHECK_EG_MATCH", 6, "group match_type -- rest match", 0, "error escapes"],
  ["CHECK_EXC_MATCH", 7, "exception match_type -- exception bool", 0, "error escapes"],
  ["CLEANUP_THROW", 8, "sub_iterator last_sent_value exception -- none value", 0, "error error-no-pop escapes"],
  ["DELETE_SUBSCR", 9, "container key --", 0, "error escapes"],
  ["END_ASYNC_FOR", 10, "awaitable exception --", 0, "error error-no-pop escapes"],
  ["END_FOR", 11, "value --", 0, "pure"],
  ["END_SEND", 12, "receiver value -- value", 0, "pure"],
  ["EXIT_INIT_CHECK", 13, "should_be_none --", 0, "error error-no-pop escapes"],
  ["FORMAT_SIMPLE", 14, "value -- string", 0, "error escapes"],
  ["FORMAT_WITH_SPEC", 15, "value format_spec -- string", 0, "error escapes"],
  ["GET_AITER", 16, "object -- iterator", 0, "error escapes"],
  ["RESERVED", 17, "--", 0, ""],
  ["GET_ANEXT", 18, "async_iterator -- async_iterator awaitable", 0, "error error-no-pop escapes"],
  ["GET_ITER", 19, "iterable -- iterator", 0, "error escapes"],
  ["GET_LEN", 20, "object -- object length", 0, "error escapes"],
  ["GET_YIELD_FROM_ITER", 21, "iterable -- iterator", 0, "error error-no-pop escapes"],
  ["INTERPRETER_EXIT", 22, "value --", 0, "escapes"],
  ["LOAD_ASSERTION_ERROR", 23, "-- AssertionError", 0, ""],
  ["LOAD_BUILD_CLASS", 24, "-- build_class", 0, "error escapes"],
  ["LOAD_LOCALS", 25, "-- locals", 0, "error escapes"],
  ["MAKE_FUNCTION", 26, "code -- function", 0, "error error-no-pop escapes"],
  ["MATCH_KEYS", 27, "subject keys -- subject keys values_or_none", 0, "error escapes"],
  ["MATCH_MAPPING", 28, "subject -- subject bool", 0, ""],
  ["MATCH_SEQUENCE", 29, "subject -- subject bool", 0, ""],
  ["NOP", 30, "--", 0, "pure"],
  ["POP_EXCEPT", 31, "previous_exception --", 0, "escapes"],
  ["POP_TOP", 32, "value --", 0, "pure"],
  ["PUSH_EXC_INFO", 33, "exception -- previous_exception exception", 0, ""],
  ["PUSH_NULL", 34, "-- null", 0, "pure"],
  ["RETURN_GENERATOR", 35, "-- generator", 0, "error error-no-pop escapes"],
  ["RETURN_VALUE", 36, "value --", 0, ""],
  ["SETUP_ANNOTATIONS", 37, "--", 0, "error escapes"],
  ["STORE_SLICE", 38, "value container start stop --", 0, "error escapes"],
  ["STORE_SUBSCR", 39, "value container key --", 1, "error escapes"],
  ["TO_BOOL", 40, "value -- bool", 3, "error escapes"],
  ["UNARY_INVERT", 41, "value -- result", 0, "error escapes"],
  ["UNARY_NEGATIVE", 42, "value -- result", 0, "error escapes"],
  ["UNARY_NOT", 43, "value -- result", 0, "pure"],
  [
    "WITH_EXCEPT_START",
    44,
    "exit last_instruction previous_exception exception -- exit last_instruction previous_exception exception result",
    0,
    "error escapes",
  ],
  ["BINARY_OP", 45, "left right -- result", 1, "arg error escapes"],
  ["BUILD_CONST_KEY_MAP", 46, "values[oparg] keys -- dict", 0, "arg error escapes"],
  ["BUILD_LIST", 47, "values[oparg] -- list", 0, "arg error"],
  ["BUILD_MAP", 48, "items[oparg*2] -- dict", 0, "arg error escapes"],
  ["BUILD_SET", 49, "values[oparg] -- set", 0, "arg error error-no-pop escapes"],
  ["BUILD_SLICE", 50, "start stop step[oparg==3] -- slice", 0, "arg error"],
  ["BUILD_STRING", 51, "pieces[oparg] -- string", 0, "arg error"],
  ["BUILD_TUPLE", 52, "values[oparg] -- tuple", 0, "arg error"],
  ["CALL", 53, "callable self_or_null args[oparg] -- result", 3, "arg eval-break error error-no-pop escapes"],
  [
    "CALL_FUNCTION_EX",
    54,
    "function null args kwargs[oparg&1] -- result",
    0,
    "arg eval-break error error-no-pop escapes",
  ],
  ["CALL_INTRINSIC_1", 55, "value -- result", 0, "arg error escapes"],
  ["CALL_INTRINSIC_2", 56, "value2 value1 -- result", 0, "arg error escapes"],
  [
    "CALL_KW",
    57,
    "callable self_or_null args[oparg] kwnames -- result",
    0,
    "arg eval-break error error-no-pop escapes",
  ],
  ["COMPARE_OP", 58, "left right -- result", 1, "arg error escapes"],
  ["CONTAINS_OP", 59, "left right -- bool", 1, "arg error escapes"],
  ["CONVERT_VALUE", 60, "value -- result", 0, "arg error"],
  ["COPY", 61, "bottom between[oparg-1] -- bottom between[oparg-1] top", 0, "arg pure"],
  ["COPY_FREE_VARS", 62, "--", 0, "arg"],
  ["DELETE_ATTR", 63, "owner --", 0, "arg name error escapes"],
  ["DELETE_DEREF", 64, "--", 0, "arg free error error-no-pop escapes"],
  ["DELETE_FAST", 65, "--", 0, "arg local error escapes"],
  ["DELETE_GLOBAL", 66, "--", 0, "arg name error error-no-pop escapes"],
  ["DELETE_NAME", 67, "--", 0, "arg name error error-no-pop escapes"],
  [
    "DICT_MERGE",
    68,
    "callable null args dict between[oparg-1] update -- callable null args dict between[oparg-1]",
    0,
    "arg error escapes",
  ],
  ["DICT_UPDATE", 69, "dict between[oparg-1] update -- dict between[oparg-1]", 0, "arg error escapes"],
  ["ENTER_EXECUTOR", 70, "--", 0, "arg"],
  ["EXTENDED_ARG", 71, "--", 0, "arg"],
  ["FOR_ITER", 72, "iterator -- iterator next", 1, "arg jump error error-no-pop escapes"],
  ["GET_AWAITABLE", 73, "iterable -- iterator", 0, "arg error escapes"],
  ["IMPORT_FROM", 74, "module -- module attribute", 0, "arg name error escapes"],
  ["IMPORT_NAME", 75, "level fromlist -- module", 0, "arg name error escapes"],
  ["IS_OP", 76, "left right -- bool", 0, "arg"],
  ["JUMP_BACKWARD", 77, "--", 1, "arg jump eval-break error escapes"],
  ["JUMP_BACKWARD_NO_INTERRUPT", 78, "--", 0, "arg jump"],
  ["JUMP_FORWARD", 79, "--", 0, "arg jump"],
  ["LIST_APPEND", 80, "list between[oparg-1] value -- list between[oparg-1]", 0, "arg error"],
  ["LIST_EXTEND", 81, "list between[oparg-1] iterable -- list between[oparg-1]", 0, "arg error escapes"],
  ["LOAD_ATTR", 82, "owner -- attribute self_or_null[oparg&1]", 9, "arg name error escapes"],
  ["LOAD_CONST", 83, "-- value", 0, "arg const pure"],
  ["LOAD_DEREF", 84, "-- value", 0, "arg free error escapes"],
  ["LOAD_FAST", 85, "-- value", 0, "arg local pure"],
  ["LOAD_FAST_AND_CLEAR", 86, "-- value_or_null", 0, "arg local"],
  ["LOAD_FAST_CHECK", 87, "-- value", 0, "arg local error escapes"],
  ["LOAD_FAST_LOAD_FAST", 88, "-- value1 value2", 0, "arg local"],
  ["LOAD_FROM_DICT_OR_DEREF", 89, "mapping -- value", 0, "arg free error error-no-pop escapes"],
  ["LOAD_FROM_DICT_OR_GLOBALS", 90, "mapping -- value", 0, "arg name error error-no-pop escapes"],
  ["LOAD_GLOBAL", 91, "-- value null[oparg&1]", 4, "arg name error escapes"],
  ["LOAD_NAME", 92, "-- value", 0, "arg name error error-no-pop escapes"],
  ["LOAD_SUPER_ATTR", 93, "super class self -- attribute self_or_null[oparg&1]", 1, "arg name error escapes"],
  ["MAKE_CELL", 94, "--", 0, "arg free error error-no-pop"],
  ["MAP_ADD", 95, "dict between[oparg-1] key value -- dict between[oparg-1]", 0, "arg error escapes"],
  ["MATCH_CLASS", 96, "subject type names -- attributes_or_none", 0, "arg error escapes"],
  ["POP_JUMP_IF_FALSE", 97, "condition --", 1, "arg jump"],
  ["POP_JUMP_IF_NONE", 98, "value --", 1, "arg jump"],
  ["POP_JUMP_IF_NOT_NONE", 99, "value --", 1, "arg jump"],
  ["POP_JUMP_IF_TRUE", 100, "condition --", 1, "arg jump"],
  ["RAISE_VARARGS", 101, "args[oparg] --", 0, "arg error error-no-pop escapes"],
  ["RERAISE", 102, "last_instruction[oparg] exception -- last_instruction[oparg]", 0, "arg error error-no-pop escapes"],
  ["RETURN_CONST", 103, "--", 0, "arg const"],
  ["SEND", 104, "receiver value -- receiver result", 1, "arg jump error error-no-pop escapes"],
  ["SET_ADD", 105, "set between[oparg-1] value -- set between[oparg-1]", 0, "arg error escapes"],
  ["SET_FUNCTION_ATTRIBUTE", 106, "attribute function -- function", 0, "arg escapes"],
  ["SET_UPDATE", 107, "set between[oparg-1] iterable -- set between[oparg-1]", 0, "arg error escapes"],
  ["STORE_ATTR", 108, "value owner --", 4, "arg name error escapes"],
  ["STORE_DEREF", 109, "value --", 0, "arg free escapes"],
  ["STORE_FAST", 110, "value --", 0, "arg local"],
  ["STORE_FAST_LOAD_FAST", 111, "value1 -- value2", 0, "arg local"],
  ["STORE_FAST_STORE_FAST", 112, "value2 value1 --", 0, "arg local"],
  ["STORE_GLOBAL", 113, "value --", 0, "arg name error escapes"],
  ["STORE_NAME", 114, "value --", 0, "arg name error escapes"],
  ["SWAP", 115, "bottom between[oparg-2] top -- top between[oparg-2] bottom", 0, "arg pure"],
  ["UNPACK_EX", 116, "sequence -- after[oparg>>8] rest before[oparg&255]", 0, "arg error escapes"],
  ["UNPACK_SEQUENCE", 117, "sequence -- values[oparg]", 1, "arg error escapes"],
  ["YIELD_VALUE", 118, "value -- sent_value", 0, "arg escapes"],
  ["RESUME", 149, "--", 0, "arg eval-break error escapes"],
] as const satisfies readonly OpcodeRow[];

/** What the interpreter rewrites a generic instruction to, once it has seen the types that come by (PEP 659). */
const SPECIALIZED = [
  ["BINARY_OP_INPLACE_ADD_UNICODE", 3, "left right --", 1, "local deopt exit error escapes", "BINARY_OP"],
  ["BINARY_OP_ADD_FLOAT", 150, "left right -- result", 1, "exit", "BINARY_OP"],
  ["BINARY_OP_ADD_INT", 151, "left right -- result", 1, "exit error", "BINARY_OP"],
  ["BINARY_OP_ADD_UNICODE", 152, "left right -- result", 1, "exit error", "BINARY_OP"],
  ["BINARY_OP_MULTIPLY_FLOAT", 153, "left right -- result", 1, "exit", "BINARY_OP"],
  ["BINARY_OP_MULTIPLY_INT", 154, "left right -- result", 1, "exit error", "BINARY_OP"],
  ["BINARY_OP_SUBTRACT_FLOAT", 155, "left right -- result", 1, "exit", "BINARY_OP"],
  ["BINARY_OP_SUBTRACT_INT", 156, "left right -- result", 1, "exit error", "BINARY_OP"],
  ["BINARY_SUBSCR_DICT", 157, "container key -- result", 1, "deopt error escapes", "BINARY_SUBSCR"],
  ["BINARY_SUBSCR_GETITEM", 158, "container key -- result", 1, "deopt escapes", "BINARY_SUBSCR"],
  ["BINARY_SUBSCR_LIST_INT", 159, "container key -- result", 1, "deopt", "BINARY_SUBSCR"],
  ["BINARY_SUBSCR_STR_INT", 160, "container key -- result", 1, "deopt", "BINARY_SUBSCR"],
  ["BINARY_SUBSCR_TUPLE_INT", 161, "container key -- result", 1, "deopt", "BINARY_SUBSCR"],
  [
    "CALL_ALLOC_AND_ENTER_INIT",
    162,
    "callable null args[oparg] -- result",
    3,
    "arg deopt error error-no-pop escapes",
    "CALL",
  ],
  ["CALL_BOUND_METHOD_EXACT_ARGS", 163, "callable null args[oparg] --", 3, "arg deopt exit", "CALL"],
  [
    "CALL_BOUND_METHOD_GENERAL",
    164,
    "callable null args[oparg] --",
    3,
    "arg deopt exit error error-no-pop escapes",
    "CALL",
  ],
  [
    "CALL_BUILTIN_CLASS",
    165,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break deopt error escapes",
    "CALL",
  ],
  [
    "CALL_BUILTIN_FAST",
    166,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break deopt error escapes",
    "CALL",
  ],
  [
    "CALL_BUILTIN_FAST_WITH_KEYWORDS",
    167,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break deopt error escapes",
    "CALL",
  ],
  [
    "CALL_BUILTIN_O",
    168,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break deopt error escapes",
    "CALL",
  ],
  [
    "CALL_ISINSTANCE",
    169,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg deopt error error-no-pop escapes",
    "CALL",
  ],
  ["CALL_LEN", 170, "callable self_or_null args[oparg] -- result", 3, "arg deopt error error-no-pop escapes", "CALL"],
  ["CALL_LIST_APPEND", 171, "callable self argument -- none", 3, "arg deopt error error-no-pop", "CALL"],
  [
    "CALL_METHOD_DESCRIPTOR_FAST",
    172,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break deopt error escapes",
    "CALL",
  ],
  [
    "CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS",
    173,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break deopt error escapes",
    "CALL",
  ],
  [
    "CALL_METHOD_DESCRIPTOR_NOARGS",
    174,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break deopt error escapes",
    "CALL",
  ],
  [
    "CALL_METHOD_DESCRIPTOR_O",
    175,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break deopt error escapes",
    "CALL",
  ],
  [
    "CALL_NON_PY_GENERAL",
    176,
    "callable self_or_null args[oparg] -- result",
    3,
    "arg eval-break exit error escapes",
    "CALL",
  ],
  ["CALL_PY_EXACT_ARGS", 177, "callable self_or_null args[oparg] --", 3, "arg deopt exit", "CALL"],
  [
    "CALL_PY_GENERAL",
    178,
    "callable self_or_null args[oparg] --",
    3,
    "arg deopt exit error error-no-pop escapes",
    "CALL",
  ],
  ["CALL_STR_1", 179, "callable null argument -- string", 3, "arg eval-break deopt error escapes", "CALL"],
  ["CALL_TUPLE_1", 180, "callable null argument -- tuple", 3, "arg eval-break deopt error escapes", "CALL"],
  ["CALL_TYPE_1", 181, "callable null argument -- type", 3, "arg deopt", "CALL"],
  ["COMPARE_OP_FLOAT", 182, "left right -- result", 1, "arg exit", "COMPARE_OP"],
  ["COMPARE_OP_INT", 183, "left right -- result", 1, "arg deopt exit", "COMPARE_OP"],
  ["COMPARE_OP_STR", 184, "left right -- result", 1, "arg exit", "COMPARE_OP"],
  ["CONTAINS_OP_DICT", 185, "left right -- bool", 1, "arg deopt error escapes", "CONTAINS_OP"],
  ["CONTAINS_OP_SET", 186, "left right -- bool", 1, "arg deopt error escapes", "CONTAINS_OP"],
  ["FOR_ITER_GEN", 187, "iterator -- iterator", 1, "arg deopt", "FOR_ITER"],
  ["FOR_ITER_LIST", 188, "iterator -- iterator next", 1, "arg jump exit", "FOR_ITER"],
  ["FOR_ITER_RANGE", 189, "iterator -- iterator next", 1, "arg jump exit error", "FOR_ITER"],
  ["FOR_ITER_TUPLE", 190, "iterator -- iterator next", 1, "arg jump exit", "FOR_ITER"],
  ["LOAD_ATTR_CLASS", 191, "owner -- attribute self_or_null[oparg&1]", 9, "arg deopt", "LOAD_ATTR"],
  ["LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN", 192, "owner -- attribute", 9, "arg name deopt escapes", "LOAD_ATTR"],
  ["LOAD_ATTR_INSTANCE_VALUE", 193, "owner -- attribute self_or_null[oparg&1]", 9, "arg deopt exit", "LOAD_ATTR"],
  ["LOAD_ATTR_METHOD_LAZY_DICT", 194, "owner -- function self", 9, "arg deopt exit", "LOAD_ATTR"],
  ["LOAD_ATTR_METHOD_NO_DICT", 195, "owner -- function self", 9, "arg exit", "LOAD_ATTR"],
  ["LOAD_ATTR_METHOD_WITH_VALUES", 196, "owner -- function self", 9, "arg deopt exit", "LOAD_ATTR"],
  ["LOAD_ATTR_MODULE", 197, "owner -- attribute self_or_null[oparg&1]", 9, "arg deopt", "LOAD_ATTR"],
  ["LOAD_ATTR_NONDESCRIPTOR_NO_DICT", 198, "owner -- attribute", 9, "arg exit", "LOAD_ATTR"],
  ["LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES", 199, "owner -- attribute", 9, "arg deopt exit", "LOAD_ATTR"],
  ["LOAD_ATTR_PROPERTY", 200, "owner -- attribute", 9, "arg deopt escapes", "LOAD_ATTR"],
  ["LOAD_ATTR_SLOT", 201, "owner -- attribute self_or_null[oparg&1]", 9, "arg deopt exit", "LOAD_ATTR"],
  ["LOAD_ATTR_WITH_HINT", 202, "owner -- attribute self_or_null[oparg&1]", 9, "arg name deopt exit", "LOAD_ATTR"],
  ["LOAD_GLOBAL_BUILTIN", 203, "-- value null[oparg&1]", 4, "arg deopt", "LOAD_GLOBAL"],
  ["LOAD_GLOBAL_MODULE", 204, "-- value null[oparg&1]", 4, "arg deopt", "LOAD_GLOBAL"],
  ["LOAD_SUPER_ATTR_ATTR", 205, "super class self -- attribute", 1, "arg name deopt error escapes", "LOAD_SUPER_ATTR"],
  [
    "LOAD_SUPER_ATTR_METHOD",
    206,
    "super class self -- function self_or_null",
    1,
    "arg name deopt error escapes",
    "LOAD_SUPER_ATTR",
  ],
  ["RESUME_CHECK", 207, "--", 0, "deopt", "RESUME"],
  ["SEND_GEN", 208, "receiver value -- receiver result", 1, "arg deopt", "SEND"],
  ["STORE_ATTR_INSTANCE_VALUE", 209, "value owner --", 4, "deopt exit", "STORE_ATTR"],
  ["STORE_ATTR_SLOT", 210, "value owner --", 4, "exit", "STORE_ATTR"],
  ["STORE_ATTR_WITH_HINT", 211, "value owner --", 4, "arg name deopt escapes", "STORE_ATTR"],
  ["STORE_SUBSCR_DICT", 212, "value container key --", 1, "deopt error escapes", "STORE_SUBSCR"],
  ["STORE_SUBSCR_LIST_INT", 213, "value container key --", 1, "deopt", "STORE_SUBSCR"],
  ["TO_BOOL_ALWAYS_TRUE", 214, "value -- bool", 3, "exit", "TO_BOOL"],
  ["TO_BOOL_BOOL", 215, "value -- bool", 3, "exit", "TO_BOOL"],
  ["TO_BOOL_INT", 216, "value -- bool", 3, "exit escapes", "TO_BOOL"],
  ["TO_BOOL_LIST", 217, "value -- bool", 3, "exit", "TO_BOOL"],
  ["TO_BOOL_NONE", 218, "value -- bool", 3, "exit", "TO_BOOL"],
  ["TO_BOOL_STR", 219, "value -- bool", 3, "exit escapes", "TO_BOOL"],
  ["UNPACK_SEQUENCE_LIST", 220, "sequence -- values[oparg]", 1, "arg deopt", "UNPACK_SEQUENCE"],
  ["UNPACK_SEQUENCE_TUPLE", 221, "sequence -- values[oparg]", 1, "arg deopt", "UNPACK_SEQUENCE"],
  ["UNPACK_SEQUENCE_TWO_TUPLE", 222, "sequence -- second first", 1, "arg deopt", "UNPACK_SEQUENCE"],
] as const satisfies readonly OpcodeRow[];

/** What sys.monitoring and sys.settrace rewrite an instruction to. */
const INSTRUMENTED = [
  ["INSTRUMENTED_RESUME", 236, "--", 0, "arg eval-break error error-no-pop escapes", "RESUME"],
  ["INSTRUMENTED_END_FOR", 237, "receiver value -- receiver", 0, "error error-no-pop", "END_FOR"],
  ["INSTRUMENTED_END_SEND", 238, "receiver value -- value", 0, "error error-no-pop", "END_SEND"],
  ["INSTRUMENTED_RETURN_VALUE", 239, "value --", 0, "error error-no-pop escapes", "RETURN_VALUE"],
  ["INSTRUMENTED_RETURN_CONST", 240, "--", 0, "arg const error error-no-pop escapes", "RETURN_CONST"],
  ["INSTRUMENTED_YIELD_VALUE", 241, "value -- sent_value", 0, "arg error error-no-pop escapes", "YIELD_VALUE"],
  [
    "INSTRUMENTED_LOAD_SUPER_ATTR",
    242,
    "super class self -- attribute self_or_null[oparg&1]",
    1,
    "arg",
    "LOAD_SUPER_ATTR",
  ],
  ["INSTRUMENTED_FOR_ITER", 243, "iterator -- iterator next", 1, "arg error error-no-pop escapes", "FOR_ITER"],
  ["INSTRUMENTED_CALL", 244, "callable self_or_null args[oparg] -- result", 3, "arg error escapes", "CALL"],
  [
    "INSTRUMENTED_CALL_KW",
    245,
    "callable self_or_null args[oparg] kwnames -- result",
    0,
    "arg error escapes",
    "CALL_KW",
  ],
  ["INSTRUMENTED_CALL_FUNCTION_EX", 246, "function null args kwargs[oparg&1] -- result", 0, "", "CALL_FUNCTION_EX"],
  ["INSTRUMENTED_INSTRUCTION", 247, "--", 0, "error escapes"],
  ["INSTRUMENTED_JUMP_FORWARD", 248, "--", 0, "arg", "JUMP_FORWARD"],
  ["INSTRUMENTED_JUMP_BACKWARD", 249, "--", 1, "arg eval-break", "JUMP_BACKWARD"],
  ["INSTRUMENTED_POP_JUMP_IF_TRUE", 250, "condition --", 1, "arg", "POP_JUMP_IF_TRUE"],
  ["INSTRUMENTED_POP_JUMP_IF_FALSE", 251, "condition --", 1, "arg", "POP_JUMP_IF_FALSE"],
  ["INSTRUMENTED_POP_JUMP_IF_NONE", 252, "value --", 1, "arg", "POP_JUMP_IF_NONE"],
  ["INSTRUMENTED_POP_JUMP_IF_NOT_NONE", 253, "value --", 1, "arg", "POP_JUMP_IF_NOT_NONE"],
  ["INSTRUMENTED_LINE", 254, "--", 0, ""],
] as const satisfies readonly OpcodeRow[];

/** Never in finished code: the compiler's own, replaced before assembly. */
const PSEUDO = [
  ["JUMP", 256, "--", 0, "arg jump eval-break error escapes"],
  ["JUMP_NO_INTERRUPT", 257, "--", 0, "arg jump"],
  ["LOAD_CLOSURE", 258, "-- cell", 0, "arg local pure"],
  ["LOAD_METHOD", 259, "owner -- attribute self_or_null", 0, "arg name error escapes"],
  ["LOAD_SUPER_METHOD", 260, "super class self -- attribute self_or_null", 0, "arg name error escapes"],
  ["LOAD_ZERO_SUPER_ATTR", 261, "super class self -- attribute", 0, "arg name error escapes"],
  ["LOAD_ZERO_SUPER_METHOD", 262, "super class self -- attribute self_or_null", 0, "arg name error escapes"],
  ["POP_BLOCK", 263, "--", 0, "pure"],
  ["SETUP_CLEANUP", 264, "-- ; jump: -- last_instruction exception", 0, "pure arg"],
  ["SETUP_FINALLY", 265, "-- ; jump: -- exception", 0, "pure arg"],
  ["SETUP_WITH", 266, "-- ; jump: result -- last_instruction exception", 0, "pure arg"],
  ["STORE_FAST_MAYBE_NULL", 267, "value --", 0, "arg local"],
] as const satisfies readonly OpcodeRow[];

type NumbersOf<Rows extends readonly OpcodeRow[]> = { readonly [Row in Rows[number] as Row[0]]: Row[1] };

export type OpcodeNumbers = NumbersOf<typeof GENERIC> &
  NumbersOf<typeof SPECIALIZED> &
  NumbersOf<typeof INSTRUMENTED> &
  NumbersOf<typeof PSEUDO>;

export type OpcodeName = keyof OpcodeNumbers;

/** Every row, in the order of the tables above. */
export const opcodeRows: readonly OpcodeRow[] = [...GENERIC, ...SPECIALIZED, ...INSTRUMENTED, ...PSEUDO];

/** Name to number. */
export const OP: OpcodeNumbers = Object.fromEntries(opcodeRows.map((row) => [row[0], row[1]])) as OpcodeNumbers;

/** One more than the highest number of a pseudo-instruction. */
export const OPCODE_LIMIT = Math.max(...opcodeRows.map((row) => row[1])) + 1;
/** Instructions from this number on are written by instrumentation. */
export const MIN_INSTRUMENTED_OPCODE = 236;
/** dis shows the oparg of instructions from this number on; kept by CPython for old tools. */
export const HAVE_ARGUMENT = 44;
/** Pseudo-instructions begin above the largest code unit. */
export const FIRST_PSEUDO_OPCODE = 256;

export const OpcodeFlag = {
  arg: 1 << 0,
  const: 1 << 1,
  name: 1 << 2,
  jump: 1 << 3,
  free: 1 << 4,
  local: 1 << 5,
  "eval-break": 1 << 6,
  deopt: 1 << 7,
  error: 1 << 8,
  escapes: 1 << 9,
  exit: 1 << 10,
  pure: 1 << 11,
  passthrough: 1 << 12,
  "oparg-and-1": 1 << 13,
  "error-no-pop": 1 << 14,
} as const;

const rowByNumber: (OpcodeRow | undefined)[] = new Array(OPCODE_LIMIT).fill(undefined);
for (const row of opcodeRows) rowByNumber[row[1]] = row;

/** OpcodeFlag bits by number. */
export const opcodeFlags = new Uint16Array(OPCODE_LIMIT);
/** Cache units after an instruction, by number. */
export const cacheUnits = new Uint8Array(OPCODE_LIMIT);
/** Specialised instruction to its generic one; every other number to itself (CPython's _PyOpcode_Deopt). */
export const deopt = new Uint16Array(OPCODE_LIMIT);
/** Instrumented instruction to the one it stands for; every other number to itself. */
export const deinstrument = new Uint16Array(OPCODE_LIMIT);

for (let number = 0; number < OPCODE_LIMIT; number++) {
  deopt[number] = deinstrument[number] = number;
  const row = rowByNumber[number];
  if (row === undefined) continue;
  const [, , , cacheUnitCount, flags, generic] = row;
  cacheUnits[number] = cacheUnitCount;
  for (const flag of flags.split(" ")) {
    if (flag === "") continue;
    const bit = OpcodeFlag[flag as keyof typeof OpcodeFlag];
    if (bit === undefined) throw new Error(`${row[0]}: no such flag: ${flag}`);
    opcodeFlags[number] |= bit;
  }
  if (generic === undefined) continue;
  const target = number >= MIN_INSTRUMENTED_OPCODE ? deinstrument : deopt;
  target[number] = OP[generic as OpcodeName];
}

/** "LOAD_FAST"; "<17>" for a number that names no instruction, as CPython's opname has it. */
export function opcodeName(opcode: number): string {
  return rowByNumber[opcode]?.[0] ?? `<${opcode}>`;
}

export function opcodeRow(opcode: number): OpcodeRow | undefined {
  return rowByNumber[opcode];
}

export function hasFlag(opcode: number, flag: number): boolean {
  return (opcodeFlags[opcode] & flag) !== 0;
}

/** Pushes an exception handler's block at compile time: its target is a handler, and it makes no code. */
export function isBlockPush(opcode: number): boolean {
  return opcode === OP.SETUP_FINALLY || opcode === OP.SETUP_WITH || opcode === OP.SETUP_CLEANUP;
}

// ---- Stack effects: the words of the table, parsed once ----

/** A count that depends on the oparg; with a sign, because what is taken counts against what is left. */
interface CountTerm {
  readonly sign: 1 | -1;
  readonly expression: string;
}

function countOf(expression: string, oparg: number): number {
  switch (expression) {
    case "oparg":
      return oparg;
    case "oparg-1":
      return oparg - 1;
    case "oparg-2":
      return oparg - 2;
    case "oparg*2":
      return oparg * 2;
    case "oparg==3":
      return oparg === 3 ? 1 : 0;
    case "oparg&1":
      return oparg & 1;
    case "oparg&255":
      return oparg & 255;
    case "oparg>>8":
      return oparg >> 8;
  }
  throw new Error(`no such count: ${expression}`);
}

interface Effect {
  readonly fixed: number;
  readonly terms: readonly CountTerm[];
}

function parseEffect(words: string): Effect {
  const [taken, left] = words.split("--");
  let fixed = 0;
  const terms: CountTerm[] = [];
  for (const [side, sign] of [[taken, -1] as const, [left, 1] as const]) {
    for (const word of side.trim().split(/\s+/)) {
      if (word === "") continue;
      const counted = /\[(.*)\]$/.exec(word);
      if (counted === null) fixed += sign;
      else terms.push({ sign, expression: counted[1] });
    }
  }
  // What is taken and left in equal number changes nothing.
  const kept = terms.filter((term) => {
    const taken = terms.some((other) => other.sign === -term.sign && other.expression === term.expression);
    return !taken;
  });
  return { fixed, terms: kept };
}

/** Of an instruction, falling through and jumping: one object where they are the same. */
interface Effects {
  readonly falling: Effect;
  readonly jumping: Effect;
}
/** What has been asked for: a program uses few of the instructions. */
const effects: (Effects | undefined)[] = new Array(OPCODE_LIMIT).fill(undefined);

function effectsOf(opcode: number): Effects | undefined {
  const row = rowByNumber[opcode];
  if (effects[opcode] === undefined && row !== undefined) {
    const [words, jumpWords] = row[2].split("; jump:");
    // CPython keeps room for a second result that this one does not have.
    const falling = row[0] === "LOAD_ZERO_SUPER_ATTR" ? { fixed: -1, terms: [] } : parseEffect(words);
    effects[opcode] = { falling, jumping: jumpWords === undefined ? falling : parseEffect(jumpWords) };
  }
  return effects[opcode];
}

function netOf(effect: Effect, oparg: number): number {
  let net = effect.fixed;
  for (const term of effect.terms) net += term.sign * countOf(term.expression, oparg);
  return net;
}

/**
 * How much the stack grows, in items: on the way to the jump's target if `jump` is true, past the instruction if false,
 * the larger of both if null (stack_effect() in CPython's Python/compile.c, with its -1, 0 and 1).
 * Throws for a number that names no generic instruction.
 */
export function stackEffect(opcode: number, oparg: number, jump: boolean | null = null): number {
  const found = effectsOf(opcode);
  if (found === undefined || deopt[opcode] !== opcode) throw new RangeError("invalid opcode or oparg");
  const { falling, jumping } = found;
  if (jump === false) return netOf(falling, oparg);
  if (jump === true || falling === jumping) return netOf(jumping, oparg);
  return Math.max(netOf(falling, oparg), netOf(jumping, oparg));
}

/** How many items an instruction takes and leaves, falling through, for showing it (specialised forms too). */
export function stackCounts(opcode: number, oparg: number): { taken: number; left: number } {
  const [taken, left] = (rowByNumber[opcode]?.[2] ?? "--").split(";")[0].split("--");
  const count = (side: string) =>
    side
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "")
      .reduce((sum, word) => {
        const counted = /\[(.*)\]$/.exec(word);
        return sum + (counted === null ? 1 : countOf(counted[1], oparg));
      }, 0);
  return { taken: count(taken), left: count(left) };
}

// ---- Inline caches: field names and their units, in order, by generic instruction (opcode._cache_format) ----

export const cacheLayout: { readonly [name in OpcodeName]?: readonly (readonly [field: string, unitCount: number])[] } =
  {
    LOAD_GLOBAL: [
      ["counter", 1],
      ["index", 1],
      ["module_keys_version", 1],
      ["builtin_keys_version", 1],
    ],
    BINARY_OP: [["counter", 1]],
    UNPACK_SEQUENCE: [["counter", 1]],
    COMPARE_OP: [["counter", 1]],
    CONTAINS_OP: [["counter", 1]],
    BINARY_SUBSCR: [["counter", 1]],
    FOR_ITER: [["counter", 1]],
    LOAD_SUPER_ATTR: [["counter", 1]],
    LOAD_ATTR: [
      ["counter", 1],
      ["version", 2],
      ["keys_version", 2],
      ["descr", 4],
    ],
    STORE_ATTR: [
      ["counter", 1],
      ["version", 2],
      ["index", 1],
    ],
    CALL: [
      ["counter", 1],
      ["func_version", 2],
    ],
    STORE_SUBSCR: [["counter", 1]],
    SEND: [["counter", 1]],
    JUMP_BACKWARD: [["counter", 1]],
    TO_BOOL: [
      ["counter", 1],
      ["version", 2],
    ],
    POP_JUMP_IF_TRUE: [["counter", 1]],
    POP_JUMP_IF_FALSE: [["counter", 1]],
    POP_JUMP_IF_NONE: [["counter", 1]],
    POP_JUMP_IF_NOT_NONE: [["counter", 1]],
  };

// ---- What opargs choose ----

/** BINARY_OP's oparg: name and the operator's text (CPython's NB_ numbers, in order). */
export const binaryOperators = [
  ["NB_ADD", "+"],
  ["NB_AND", "&"],
  ["NB_FLOOR_DIVIDE", "//"],
  ["NB_LSHIFT", "<<"],
  ["NB_MATRIX_MULTIPLY", "@"],
  ["NB_MULTIPLY", "*"],
  ["NB_REMAINDER", "%"],
  ["NB_OR", "|"],
  ["NB_POWER", "**"],
  ["NB_RSHIFT", ">>"],
  ["NB_SUBTRACT", "-"],
  ["NB_TRUE_DIVIDE", "/"],
  ["NB_XOR", "^"],
  ["NB_INPLACE_ADD", "+="],
  ["NB_INPLACE_AND", "&="],
  ["NB_INPLACE_FLOOR_DIVIDE", "//="],
  ["NB_INPLACE_LSHIFT", "<<="],
  ["NB_INPLACE_MATRIX_MULTIPLY", "@="],
  ["NB_INPLACE_MULTIPLY", "*="],
  ["NB_INPLACE_REMAINDER", "%="],
  ["NB_INPLACE_OR", "|="],
  ["NB_INPLACE_POWER", "**="],
  ["NB_INPLACE_RSHIFT", ">>="],
  ["NB_INPLACE_SUBTRACT", "-="],
  ["NB_INPLACE_TRUE_DIVIDE", "/="],
  ["NB_INPLACE_XOR", "^="],
] as const;

type IndexOf<Table extends readonly unknown[], Row> = Exclude<
  {
    [Index in keyof Table]: Table[Index] extends Row ? (Index extends `${infer N extends number}` ? N : never) : never;
  }[number],
  never
>;

function numbered<const Table extends readonly string[]>(names: Table) {
  return Object.fromEntries(names.map((name, index) => [name, index])) as {
    readonly [Name in Table[number]]: IndexOf<Table, Name>;
  };
}

/** NB_ADD and so on to the oparg. */
export const NB = Object.fromEntries(binaryOperators.map(([name], index) => [name, index])) as {
  readonly [Name in (typeof binaryOperators)[number][0]]: number;
};

/** COMPARE_OP's operators; the index stands in the oparg above its low five bits. */
export const compareOperators = ["<", "<=", "==", "!=", ">", ">="] as const;

/** Set in COMPARE_OP's oparg if the result must be a bool. */
export const COMPARE_TO_BOOL = 16;

/** Low bits of COMPARE_OP's oparg: the outcomes for which the comparison is true, for the specialised forms. */
export const ComparisonMask = { unordered: 1, lessThan: 2, greaterThan: 4, equals: 8 } as const;

const COMPARISON_MASKS = [
  ComparisonMask.lessThan,
  ComparisonMask.lessThan | ComparisonMask.equals,
  ComparisonMask.equals,
  ComparisonMask.unordered | ComparisonMask.lessThan | ComparisonMask.greaterThan,
  ComparisonMask.greaterThan,
  ComparisonMask.greaterThan | ComparisonMask.equals,
];

/** The oparg of COMPARE_OP for an operator of `compareOperators`. */
export function compareOparg(operatorIndex: number, toBool = false): number {
  return (operatorIndex << 5) | (toBool ? COMPARE_TO_BOOL : 0) | COMPARISON_MASKS[operatorIndex];
}

/** CALL_INTRINSIC_1's oparg. */
export const intrinsics1 = [
  "INTRINSIC_1_INVALID",
  "INTRINSIC_PRINT",
  "INTRINSIC_IMPORT_STAR",
  "INTRINSIC_STOPITERATION_ERROR",
  "INTRINSIC_ASYNC_GEN_WRAP",
  "INTRINSIC_UNARY_POSITIVE",
  "INTRINSIC_LIST_TO_TUPLE",
  "INTRINSIC_TYPEVAR",
  "INTRINSIC_PARAMSPEC",
  "INTRINSIC_TYPEVARTUPLE",
  "INTRINSIC_SUBSCRIPT_GENERIC",
  "INTRINSIC_TYPEALIAS",
] as const;
export const INTRINSIC_1 = numbered(intrinsics1);

/** CALL_INTRINSIC_2's oparg. */
export const intrinsics2 = [
  "INTRINSIC_2_INVALID",
  "INTRINSIC_PREP_RERAISE_STAR",
  "INTRINSIC_TYPEVAR_WITH_BOUND",
  "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
  "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
  "INTRINSIC_SET_TYPEPARAM_DEFAULT",
] as const;
export const INTRINSIC_2 = numbered(intrinsics2);

/** CONVERT_VALUE's oparg: the conversion of an f-string. */
export const conversions = ["", "str", "repr", "ascii"] as const;

/** MAKE_FUNCTION's and SET_FUNCTION_ATTRIBUTE's oparg. */
export const MakeFunctionFlag = { defaults: 1, kwdefaults: 2, annotations: 4, closure: 8 } as const;

/** RESUME's oparg: where the frame resumes, and whether only one handler surrounds it. */
export const ResumeAt = { functionStart: 0, afterYield: 1, afterYieldFrom: 2, afterAwait: 3 } as const;
export const RESUME_LOCATION_MASK = 3;
export const RESUME_DEPTH1_MASK = 4;
