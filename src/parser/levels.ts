// How many rules deep CPython's parser stands at each place, counted from the expression around it. It gives up at MAXSTACK,
// and this parser, which needs fewer calls, where CPython's would.
//
// A place is reached first by one alternative and then found in the memo by the others, so the first alternative counts:
// `f(x)` is tried as a generator before it is a call with arguments, `x[0]` at the start of a statement as a target before
// it is an expression. The numbers were measured: so many fewer `not`s are taken at a place than at the one around it.

/** Parser/parser.c: deeper is "too complex". */
export const MAXSTACK = 6000;

/** Where the first expression of an input stands. */
export const EVAL_LEVEL = 25;
export const STATEMENT_LEVEL = 31;
export const INTERACTIVE_LEVEL = 29;
export const FUNCTION_TYPE = { argument: 26, next: 27, starred: 25, result: 24 };

// Expressions, from the operand around them
export const OR_OPERAND = 2;
export const AND_OPERAND = 2;
export const COMPARED = 3;
export const RAISED = 2;
export const SIGNED = 1;
export const NEGATED = 1;
export const ELSE_VALUE = 1;
export const LAMBDA_BODY = 2;
export const NAMED_VALUE = 1;
export const YIELDED = 1;
export const YIELDED_FROM = -1;
/** An expression without parentheses after a comma. */
export const NEXT_EXPRESSION = 2;
/** `*` takes an operand without the rules of looser operators. */
export const STARRED = -5;
export const STARRED_NAMED = -6;

// Displays: their first element, the second of a tuple, the others
export const PARENTHESIZED = 28;
export const TUPLE_SECOND = 30;
export const TUPLE_NEXT = 31;
export const BRACKETED = 29;
export const BRACKETED_NEXT = 30;
export const DOUBLE_STARRED = -6;
/** What for-clauses count from. */
export const COMPREHENSION = 27;
export const COMPREHENSION_OF_CALL = 25;
export const COMPREHENSION_IF = 2;
export const COMPREHENSION_TARGET = -16;

// Primaries
export const SUBSCRIPT = 24;
export const SUBSCRIPT_STEP = 25;
export const SUBSCRIPT_STARRED = 26;
export const SUBSCRIPT_NEXT = 27;
export const SUBSCRIPT_NAMED_VALUE = 2;
export const FIRST_ARGUMENT = 24;
export const ARGUMENTS = 27;
/** Keywords after positional arguments, and whatever is not the first of its kind. */
export const NEXT_ARGUMENT = 1;
export const STARRED_AFTER_KEYWORD = 2;
export const REPLACEMENT_FIELD = 33;
export const FORMAT_SPECIFICATION = 4;

// Parameters, from the statement or the lambda's body
export const PARAMETER_DEFAULT = 5;
export const PARAMETER_ANNOTATION = 6;
export const VARARG_ANNOTATION = 5;
export const STARRED_ANNOTATION = 1;
export const AFTER_SLASH = -1;
export const LAMBDA_PARAMETERS = 1;
export const TYPE_PARAMETER = 4;
export const TYPE_PARAMETER_NEXT = 5;
export const TYPE_VAR_TUPLE = 1;

// Parts of statements, from the statement
export const KEYWORD_VALUE = -1;
export const VALUE = 2;
export const ANNOTATED_VALUE = 3;
export const LISTED = 1;
export const DECORATOR = 2;
export const CLASS_ARGUMENTS = 5;
export const MATCH_SUBJECT = 1;
export const CASE_GUARD = 2;
export const NEXT_ITEM = 1;

// Targets: primaries that are tried as targets first
export const FIRST_TARGET = -19;
export const NEXT_TARGET = -17;
export const STARRED_TARGET = 2;
export const DELETED = -18;
export const DELETED_NEXT = -17;
export const ITEM_TARGET = -18;
/** An expression that may become a target: the first one of a statement, the first one after `=`, those after a comma. */
export const MAYBE_TARGET = -19;
export const MAYBE_TARGET_AFTER_EQUAL = -16;
export const MAYBE_TARGET_NEXT = -14;
export const GROUPED_TARGET = 1;
export const AFTER_GROUPED_TARGET = 3;
export const MAYBE_TARGET_STARRED = 5;
export const MAYBE_TARGET_STARRED_NEXT = 2;

// Blocks, from the statement that holds them
export const BODY = 3;
export const BODY_OF_DEFINITION = 4;
export const BODY_OF_EXCEPT = 5;
export const BODY_OF_CASE = 5;
export const BODY_OF_ELSE = 4;
export const INDENTED = 3;
export const ELIF = 1;
