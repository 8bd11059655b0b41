// The words of a compiled pattern, as the library's re/_constants.py numbers them (MAGIC names the version).

export const MAGIC = 20230612;
export const CODE_BYTES = 4;
/** From an instruction (or a row of words) to the words behind its first. */
export const OPERAND = 4;
export const OPERAND_2 = 8;
export const OPERAND_3 = 12;
export const OPERAND_4 = 16;
export const OPERAND_5 = 20;
export const OPERAND_6 = 24;
/** "Without limit" in a repeat; as a signed word, -1. */
export const MAXREPEAT = 0xffffffff;
export const MAXGROUPS = 0x3fffffff;

const OPERATORS = [
  "FAILURE",
  "SUCCESS",
  "ANY",
  "ANY_ALL",
  "ASSERT",
  "ASSERT_NOT",
  "AT",
  "BRANCH",
  "CATEGORY",
  "CHARSET",
  "BIGCHARSET",
  "GROUPREF",
  "GROUPREF_EXISTS",
  "IN",
  "INFO",
  "JUMP",
  "LITERAL",
  "MARK",
  "MAX_UNTIL",
  "MIN_UNTIL",
  "NOT_LITERAL",
  "NEGATE",
  "RANGE",
  "REPEAT",
  "REPEAT_ONE",
  "SUBPATTERN",
  "MIN_REPEAT_ONE",
  "ATOMIC_GROUP",
  "POSSESSIVE_REPEAT",
  "POSSESSIVE_REPEAT_ONE",
  "GROUPREF_IGNORE",
  "IN_IGNORE",
  "LITERAL_IGNORE",
  "NOT_LITERAL_IGNORE",
  "GROUPREF_LOC_IGNORE",
  "IN_LOC_IGNORE",
  "LITERAL_LOC_IGNORE",
  "NOT_LITERAL_LOC_IGNORE",
  "GROUPREF_UNI_IGNORE",
  "IN_UNI_IGNORE",
  "LITERAL_UNI_IGNORE",
  "NOT_LITERAL_UNI_IGNORE",
  "RANGE_UNI_IGNORE",
] as const;

// Plain constants, so that a switch over them becomes a jump table. A test holds them to the list above.
export const SRE_OP_FAILURE = 0;
export const SRE_OP_SUCCESS = 1;
export const SRE_OP_ANY = 2;
export const SRE_OP_ANY_ALL = 3;
export const SRE_OP_ASSERT = 4;
export const SRE_OP_ASSERT_NOT = 5;
export const SRE_OP_AT = 6;
export const SRE_OP_BRANCH = 7;
export const SRE_OP_CATEGORY = 8;
export const SRE_OP_CHARSET = 9;
export const SRE_OP_BIGCHARSET = 10;
export const SRE_OP_GROUPREF = 11;
export const SRE_OP_GROUPREF_EXISTS = 12;
export const SRE_OP_IN = 13;
export const SRE_OP_INFO = 14;
export const SRE_OP_JUMP = 15;
export const SRE_OP_LITERAL = 16;
export const SRE_OP_MARK = 17;
export const SRE_OP_MAX_UNTIL = 18;
export const SRE_OP_MIN_UNTIL = 19;
export const SRE_OP_NOT_LITERAL = 20;
export const SRE_OP_NEGATE = 21;
export const SRE_OP_RANGE = 22;
export const SRE_OP_REPEAT = 23;
export const SRE_OP_REPEAT_ONE = 24;
export const SRE_OP_MIN_REPEAT_ONE = 26;
export const SRE_OP_ATOMIC_GROUP = 27;
export const SRE_OP_POSSESSIVE_REPEAT = 28;
export const SRE_OP_POSSESSIVE_REPEAT_ONE = 29;
export const SRE_OP_GROUPREF_IGNORE = 30;
export const SRE_OP_IN_IGNORE = 31;
export const SRE_OP_LITERAL_IGNORE = 32;
export const SRE_OP_NOT_LITERAL_IGNORE = 33;
export const SRE_OP_GROUPREF_LOC_IGNORE = 34;
export const SRE_OP_IN_LOC_IGNORE = 35;
export const SRE_OP_LITERAL_LOC_IGNORE = 36;
export const SRE_OP_NOT_LITERAL_LOC_IGNORE = 37;
export const SRE_OP_GROUPREF_UNI_IGNORE = 38;
export const SRE_OP_IN_UNI_IGNORE = 39;
export const SRE_OP_LITERAL_UNI_IGNORE = 40;
export const SRE_OP_NOT_LITERAL_UNI_IGNORE = 41;
export const SRE_OP_RANGE_UNI_IGNORE = 42;

/** Positions (AT) and categories: how many there are; characters.ts knows what each means. */
export const AT_COUNT = 12;
export const CATEGORY_COUNT = 18;
export const SRE_AT_BEGINNING = 0;
export const SRE_AT_BEGINNING_STRING = 2;

/** Flags of a pattern, in the order of its repr. */
export const FLAG_NAMES = [
  ["re.IGNORECASE", 2],
  ["re.LOCALE", 4],
  ["re.MULTILINE", 8],
  ["re.DOTALL", 16],
  ["re.UNICODE", 32],
  ["re.VERBOSE", 64],
  ["re.DEBUG", 128],
  ["re.ASCII", 256],
] as const;
export const SRE_FLAG_LOCALE = 4;
export const SRE_FLAG_UNICODE = 32;
export const SRE_FLAG_ASCII = 256;

/** What an INFO block says of the pattern behind it. */
export const SRE_INFO_PREFIX = 1;
export const SRE_INFO_LITERAL = 2;
export const SRE_INFO_CHARSET = 4;

export { OPERATORS };
