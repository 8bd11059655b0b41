// The grammar for explaining errors: Python 3.13's rules in CPython's order, with the rules that only errors match.
//
// The fast parser decides what is Python; this table is read only when it has refused (explain.ts). Which message
// CPython prints, and where, follows from the order of its alternatives, so the order here is the same, rule by rule
// (Grammar/python.gram names the rules). Trees are not built: an alternative yields just what messages need to know.
//
// Notation
//   name: alternatives     | tries the next alternative at the same place
//   'if' '('               a keyword or operator;  "match" a soft keyword;  NAME a token type;  name a rule
//   x? x* x+  x%','        optional, repeated, repeated at least once, repeated at least once with separators
//   &x !x                  x must, must not follow;  &&':' must follow, or "expected ':'" is the error;  ~ no way back
//   a=x                    the value of x, under a name
//   => Kind                yields a node of this kind; => alone yields a list of all values; else the value of `v=` or
//                          of the only part
//   {what ...}             raises an error: {at a "..."} at a; {range a b "..."} from a to b; {from a "..."} from a to
//                          where reading stopped; {last "..."} at the last token read; {next "..."} at the next token;
//                          {indent a "..."} IndentationError, $line the line of a; {target KIND a} if a holds something
//                          that is no target; {call name ...} what a line cannot say. $a is what a is called.
//   An alternative that is only a rule invalid_... is tried only in the second pass.

// Parameters of def and of lambda differ in annotations and in what ends them.
function parameterRules(p: string, close: string, annotations: boolean): string {
  const annotation = annotations ? "annotation?" : "";
  const typeComment = annotations ? "TYPE_COMMENT?" : "";
  const star = annotations ? `| '*' ${p}param_no_default_star_annotation ${p}param_maybe_default* ${p}kwds? =>` : "";
  const parenthesized = annotations ? `${p}param_no_default+` : `${p}param%','`;
  const name = annotations ? "Function" : "Lambda expression";
  const bare = annotations
    ? `{at a "named arguments must follow bare *"}`
    : `{last "named arguments must follow bare *"}`;
  const bareComment = annotations ? `| '*' ',' a=TYPE_COMMENT {at a "bare * has associated type comment"}` : "";
  return `
${p}params: invalid_${p}parameters | ${p}parameters
${p}parameters: ${p}slash_no_default ${p}param_no_default* ${p}param_with_default* ${p}star_etc? =>
  | ${p}slash_with_default ${p}param_with_default* ${p}star_etc? =>
  | ${p}param_no_default+ ${p}param_with_default* ${p}star_etc? =>
  | ${p}param_with_default+ ${p}star_etc? =>
  | ${p}star_etc
${p}slash_no_default: ${p}param_no_default+ '/' ',' => | ${p}param_no_default+ '/' &${close} =>
${p}slash_with_default: ${p}param_no_default* ${p}param_with_default+ '/' ',' =>
  | ${p}param_no_default* ${p}param_with_default+ '/' &${close} =>
${p}star_etc: invalid_${p}star_etc
  | '*' ${p}param_no_default ${p}param_maybe_default* ${p}kwds? =>
  ${star}
  | '*' ',' ${p}param_maybe_default+ ${p}kwds? =>
  | ${p}kwds
${p}kwds: invalid_${p}kwds | '**' ${p}param_no_default =>
${p}param_no_default: v=${p}param ',' ${typeComment} | v=${p}param &${close}
${p}param_with_default: ${p}param default ',' ${typeComment} => | ${p}param default &${close} =>
${p}param_maybe_default: ${p}param default? ',' ${typeComment} => | ${p}param default? &${close} =>
${p}param: NAME ${annotation} => arg
invalid_${p}parameters: a='/' ',' {at a "at least one argument must precede /"}
  | (${p}slash_no_default | ${p}slash_with_default) ${p}param_maybe_default* a='/' {at a "/ may appear only once"}
  | ${p}slash_no_default? ${p}param_no_default* invalid_${p}parameters_helper a=${p}param_no_default
    {at a "parameter without a default follows parameter with a default"}
  | ${p}param_no_default* a='(' ${parenthesized} ','? b=')' {range a b "${name} parameters cannot be parenthesized"}
  | (${p}slash_no_default | ${p}slash_with_default)? ${p}param_maybe_default* '*' (',' | ${p}param_no_default)
    ${p}param_maybe_default* a='/' {at a "/ must be ahead of *"}
  | ${p}param_maybe_default+ '/' a='*' {at a "expected comma between / and *"}
invalid_${p}parameters_helper: ${p}slash_with_default | ${p}param_with_default+
invalid_${p}star_etc: a='*' (${close} | ',' (${close} | '**') =>) ${bare}
  ${bareComment}
  | '*' ${p}param a='=' {at a "var-positional argument cannot have default value"}
  | '*' (${p}param_no_default | ',') ${p}param_maybe_default* a='*' (${p}param_no_default | ',')
    {at a "* argument may appear only once"}
invalid_${p}kwds: '**' ${p}param a='=' {at a "var-keyword argument cannot have default value"}
  | '**' ${p}param ',' a=${p}param {at a "arguments cannot follow var-keyword argument"}
  | '**' ${p}param ',' a=('*' | '**' | '/') {at a "arguments cannot follow var-keyword argument"}
`;
}

// "expected ':'" and "expected an indented block", for the statements that differ only in their heads.
function blockErrors(head: string, what: string): string {
  return `${head} NEWLINE {last "expected ':'"} | ${indentError(head, what)}`;
}

function indentError(head: string, what: string): string {
  return `${head} ':' NEWLINE !INDENT {indent a "expected an indented block after ${what} on line $line"}`;
}

const WITH_ITEMS = "((expression ('as' star_target =>)? =>)%',')";
const WITH_PARENTHESIZED_ITEMS = "'(' ((expressions ('as' star_target =>)? =>)%',') ','? ')'";
const ARGUMENT = "(starred_expression | v=(assignment_expression | v=expression !':=') !'=')";

const STATEMENTS = `
file: statements? ENDMARKER =>
interactive: v=statement_newline
eval: expressions NEWLINE* ENDMARKER =>
func_type: '(' type_expressions? ')' '->' expression NEWLINE* ENDMARKER =>

statements: statement+
statement: compound_stmt | simple_stmts
statement_newline: compound_stmt NEWLINE => | simple_stmts | NEWLINE | ENDMARKER {call interactiveExit}
simple_stmts: simple_stmt !';' NEWLINE => | (simple_stmt%';') ';'? NEWLINE =>
simple_stmt: assignment | &"type" v=type_alias | star_expressions | &'return' v=return_stmt
  | &('import' | 'from') v=import_stmt | &'raise' v=raise_stmt | 'pass' | &'del' v=del_stmt | &'yield' v=yield_expr
  | &'assert' v=assert_stmt | 'break' | 'continue' | &'global' v=global_stmt | &'nonlocal' v=nonlocal_stmt
compound_stmt: &('def' | '@' | 'async') v=function_def | &'if' v=if_stmt | &('class' | '@') v=class_def
  | &('with' | 'async') v=with_stmt | &('for' | 'async') v=for_stmt | &'try' v=try_stmt | &'while' v=while_stmt
  | match_stmt

assignment: NAME ':' expression ('=' annotated_rhs =>)? =>
  | ('(' v=single_target ')' | single_subscript_attribute_target) ':' expression ('=' annotated_rhs =>)? =>
  | (v=star_targets '=')+ annotated_rhs !'=' TYPE_COMMENT? =>
  | single_target augassign ~ annotated_rhs =>
  | invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
return_stmt: 'return' star_expressions? =>
raise_stmt: 'raise' expression ('from' expression =>)? => | 'raise'
global_stmt: 'global' NAME%',' =>
nonlocal_stmt: 'nonlocal' NAME%',' =>
del_stmt: 'del' del_targets &(';' | NEWLINE) => | invalid_del_stmt
assert_stmt: 'assert' expression (',' expression =>)? =>

import_stmt: invalid_import | import_name | import_from
import_name: 'import' dotted_as_name%',' =>
import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets =>
  | 'from' ('.' | '...')+ 'import' import_from_targets =>
import_from_targets: '(' import_from_as_name%',' ','? ')' => | v=import_from_as_names !',' | '*'
  | invalid_import_from_targets
import_from_as_names: import_from_as_name%','
import_from_as_name: NAME ('as' NAME =>)? =>
dotted_as_name: dotted_name ('as' NAME =>)? =>
dotted_name: dotted_name '.' NAME => | NAME

block: NEWLINE INDENT statements DEDENT => | simple_stmts | invalid_block
decorators: ('@' named_expression NEWLINE =>)+
class_def: decorators class_def_raw => | class_def_raw
class_def_raw: invalid_class_def_raw | 'class' NAME type_params? ('(' arguments? ')' =>)? ':' block =>
function_def: decorators function_def_raw => | function_def_raw
function_def_raw: invalid_def_raw
  | 'def' NAME type_params? '(' params? ')' ('->' expression =>)? ':' func_type_comment? block =>
  | 'async' 'def' NAME type_params? '(' params? ')' ('->' expression =>)? ':' func_type_comment? block =>
func_type_comment: NEWLINE TYPE_COMMENT &indented =>
  | invalid_double_type_comments
  | TYPE_COMMENT
indented: NEWLINE INDENT =>
invalid_double_type_comments: TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT {last "Cannot have two type comments on def"}
param_no_default_star_annotation: v=param_star_annotation ',' TYPE_COMMENT? | v=param_star_annotation &')'
param_star_annotation: NAME star_annotation => arg
annotation: ':' expression =>
star_annotation: ':' star_expression =>
default: '=' expression => | invalid_default

if_stmt: invalid_if_stmt | 'if' named_expression ':' block elif_stmt => | 'if' named_expression ':' block else_block? =>
elif_stmt: invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt =>
  | 'elif' named_expression ':' block else_block? =>
else_block: invalid_else_stmt | 'else' &&':' block =>
while_stmt: invalid_while_stmt | 'while' named_expression ':' block else_block? =>
for_stmt: invalid_for_stmt
  | 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else_block? =>
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else_block? =>
  | invalid_for_target
with_stmt: invalid_with_stmt_indent
  | 'with' '(' with_item%',' ','? ')' ':' TYPE_COMMENT? block => | 'with' with_item%',' ':' TYPE_COMMENT? block =>
  | 'async' 'with' '(' with_item%',' ','? ')' ':' block => | 'async' 'with' with_item%',' ':' TYPE_COMMENT? block =>
  | invalid_with_stmt
with_item: expression 'as' star_target &(',' | ')' | ':') => | invalid_with_item | expression
try_stmt: invalid_try_stmt | 'try' &&':' block finally_block =>
  | 'try' &&':' block except_block+ else_block? finally_block? =>
  | 'try' &&':' block except_star_block+ else_block? finally_block? =>
except_block: invalid_except_stmt_indent | 'except' expression ('as' NAME =>)? ':' block => | 'except' ':' block =>
  | invalid_except_stmt
except_star_block: invalid_except_star_stmt_indent | 'except' '*' expression ('as' NAME =>)? ':' block =>
  | invalid_except_stmt
finally_block: invalid_finally_stmt | 'finally' &&':' block =>
type_alias: "type" NAME type_params? '=' expression =>
type_params: invalid_type_params | '[' type_param_seq ']' =>
type_param_seq: type_param%',' ','? =>
type_param: NAME (':' expression =>)? ('=' expression =>)? => | invalid_type_param
  | '*' NAME ('=' star_expression =>)? => | '**' NAME ('=' expression =>)? =>
`;

const PATTERNS = `
match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT => | invalid_match_stmt
subject_expr: star_named_expression ',' star_named_expressions? => | named_expression
case_block: invalid_case_block | "case" patterns guard? ':' block =>
guard: 'if' named_expression =>
patterns: open_sequence_pattern => MatchSequence | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target => MatchAs | invalid_as_pattern
or_pattern: closed_pattern%'|' => MatchOr
closed_pattern: literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern | sequence_pattern
  | mapping_pattern | class_pattern
literal_pattern: v=signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
literal_expr: v=signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_real_number '+' imaginary_number => BinOp | signed_real_number '-' imaginary_number => BinOp
signed_number: NUMBER | '-' NUMBER => UnaryOp | '+' v=NUMBER
signed_real_number: real_number | '-' real_number => UnaryOp | '+' v=real_number
real_number: a=NUMBER {call ensureReal a}
imaginary_number: a=NUMBER {call ensureImaginary a}
capture_pattern: pattern_capture_target
pattern_capture_target: !"_" v=NAME !('.' | '(' | '=')
wildcard_pattern: "_"
value_pattern: v=attr !('.' | '(' | '=')
attr: name_or_attr '.' NAME => Attribute
name_or_attr: attr | NAME
group_pattern: '(' v=pattern ')'
sequence_pattern: '[' maybe_sequence_pattern? ']' => MatchSequence | '(' open_sequence_pattern? ')' => MatchSequence
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern? =>
maybe_sequence_pattern: maybe_star_pattern%',' ','? =>
maybe_star_pattern: star_pattern | pattern
star_pattern: '*' pattern_capture_target => MatchStar | '*' wildcard_pattern => MatchStar
mapping_pattern: '{' '}' => MatchMapping | '{' double_star_pattern ','? '}' => MatchMapping
  | '{' items_pattern ',' double_star_pattern ','? '}' => MatchMapping | '{' items_pattern ','? '}' => MatchMapping
items_pattern: key_value_pattern%','
key_value_pattern: (literal_expr | attr) ':' pattern =>
double_star_pattern: '**' pattern_capture_target =>
class_pattern: name_or_attr '(' ')' => MatchClass | name_or_attr '(' positional_patterns ','? ')' => MatchClass
  | name_or_attr '(' keyword_patterns ','? ')' => MatchClass
  | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')' => MatchClass
  | invalid_class_pattern
positional_patterns: pattern%','
keyword_patterns: keyword_pattern%','
keyword_pattern: NAME '=' pattern =>
`;

const EXPRESSIONS = `
expressions: expression (',' v=expression)+ ','? => Tuple | expression ',' => Tuple | expression
expression: invalid_expression | invalid_legacy_expression
  | disjunction 'if' disjunction 'else' expression => IfExp | disjunction | lambdef
yield_expr: 'yield' 'from' expression => YieldFrom | 'yield' star_expressions? => Yield
star_expressions: elts=star_expression rest=(',' v=star_expression)+ ','? => Tuple
  | elts=star_expression ',' => Tuple | star_expression
star_expression: '*' value=bitwise_or => Starred | expression
star_named_expressions: v=star_named_expression%',' ','?
star_named_expression: '*' value=bitwise_or => Starred | named_expression
assignment_expression: NAME ':=' ~ expression => NamedExpr
named_expression: assignment_expression | invalid_named_expression | v=expression !':='
disjunction: conjunction ('or' conjunction =>)+ => BoolOp | conjunction
conjunction: inversion ('and' inversion =>)+ => BoolOp | inversion
inversion: 'not' inversion => UnaryOp | comparison
comparison: left=bitwise_or ops=compare_op_bitwise_or_pair+ => Compare | bitwise_or
compare_op_bitwise_or_pair: '==' bitwise_or => | (a='!=' {call notEqual a}) bitwise_or => | '<=' bitwise_or =>
  | '<' bitwise_or => | '>=' bitwise_or => | '>' bitwise_or => | 'not' 'in' bitwise_or => | 'in' bitwise_or =>
  | 'is' 'not' bitwise_or => | 'is' bitwise_or =>
bitwise_or: bitwise_or '|' bitwise_xor => BinOp | bitwise_xor
bitwise_xor: bitwise_xor '^' bitwise_and => BinOp | bitwise_and
bitwise_and: bitwise_and '&' shift_expr => BinOp | shift_expr
shift_expr: shift_expr '<<' sum => BinOp | shift_expr '>>' sum => BinOp | invalid_arithmetic | sum
sum: sum '+' term => BinOp | sum '-' term => BinOp | term
term: term '*' factor => BinOp | term '/' factor => BinOp | term '//' factor => BinOp | term '%' factor => BinOp
  | term '@' factor => BinOp | invalid_factor | factor
factor: '+' factor => UnaryOp | '-' factor => UnaryOp | '~' factor => UnaryOp | power
power: await_primary '**' factor => BinOp | await_primary
await_primary: 'await' primary => Await | primary
primary: primary '.' NAME => Attribute | primary genexp => Call | primary '(' arguments? ')' => Call
  | primary '[' slices ']' => Subscript | atom
slices: v=slice !',' | elts=((slice | starred_expression)%',') ','? => Tuple
slice: expression? ':' expression? (':' expression? =>)? => Slice | named_expression
atom: NAME | 'True' => True | 'False' => False | 'None' => None | &(STRING | FSTRING_START) v=strings | NUMBER
  | &'(' v=(tuple | group | genexp) | &'[' v=(list | listcomp) | &'{' v=(dict | set | dictcomp | setcomp)
  | '...' => Ellipsis
group: '(' v=(yield_expr | named_expression) ')' | invalid_group
lambdef: 'lambda' lambda_params? ':' expression => Lambda
fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
fstring_replacement_field: open='{' value=annotated_rhs debug='='? conversion=fstring_conversion?
    spec=fstring_full_format_spec? close='}' {call formattedValue}
  | invalid_replacement_field
fstring_conversion: a='!' b=NAME {call conversion a b}
fstring_full_format_spec: ':' fstring_format_spec* => JoinedStr
fstring_format_spec: a=FSTRING_MIDDLE {call specText a} | fstring_replacement_field
fstring: a=FSTRING_START b=fstring_middle* c=FSTRING_END {call joinedStr a b c}
string: a=STRING {call stringConstant a}
strings: a=(fstring | string)+ {call concatenate a}
list: '[' elts=star_named_expressions? ']' => List
tuple: '(' elts=(star_named_expression ',' star_named_expressions? => elements)? ')' => Tuple
set: '{' star_named_expressions '}' => Set
dict: '{' double_starred_kvpairs? '}' => Dict | '{' invalid_double_starred_kvpairs '}' =>
double_starred_kvpairs: double_starred_kvpair%',' ','? =>
double_starred_kvpair: '**' bitwise_or => | kvpair
kvpair: expression ':' expression =>
for_if_clauses: for_if_clause+
for_if_clause: 'async' 'for' star_targets 'in' ~ iter=disjunction ifs=('if' v=disjunction)* => comprehension
  | 'for' star_targets 'in' ~ iter=disjunction ifs=('if' v=disjunction)* => comprehension
  | 'async'? 'for' (bitwise_or (',' bitwise_or =>)* ','? =>) !'in' {last "'in' expected after for-loop variables"}
  | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' => ListComp | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' => SetComp | invalid_comprehension
genexp: '(' (assignment_expression | v=expression !':=') for_if_clauses ')' => GeneratorExp | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' => DictComp | invalid_dict_comprehension
arguments: v=args ','? &')' | invalid_arguments
args: args=(${ARGUMENT}%',') keywords=(',' v=kwargs)? => Call | keywords=kwargs => Call
kwargs: (kwarg_or_starred%',') ',' (kwarg_or_double_starred%',') => | kwarg_or_starred%','
  | kwarg_or_double_starred%','
starred_expression: invalid_starred_expression_unpacking | '*' value=expression => Starred
  | '*' {last "Invalid star expression"}
kwarg_or_starred: invalid_kwarg | NAME '=' expression => keyword | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression => keyword | '**' expression => unpacking
`;

const TARGETS = `
star_targets: v=star_target !',' | star_target (',' v=star_target)* ','? => Tuple
star_targets_list_seq: star_target%',' ','? =>
star_targets_tuple_seq: star_target (',' v=star_target)+ ','? => | star_target ',' =>
star_target: '*' (!'*' v=star_target) => Starred | target_with_star_atom
target_with_star_atom: t_primary '.' NAME !t_lookahead => Attribute | t_primary '[' slices ']' !t_lookahead => Subscript
  | star_atom
star_atom: NAME | '(' v=target_with_star_atom ')' | '(' star_targets_tuple_seq? ')' => Tuple
  | '[' star_targets_list_seq? ']' => List
single_target: single_subscript_attribute_target | NAME | '(' v=single_target ')'
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead => Attribute
  | t_primary '[' slices ']' !t_lookahead => Subscript
t_primary: t_primary '.' NAME &t_lookahead => Attribute | t_primary '[' slices ']' &t_lookahead => Subscript
  | t_primary genexp &t_lookahead => Call | t_primary '(' arguments? ')' &t_lookahead => Call | v=atom &t_lookahead
t_lookahead: '(' | '[' | '.'
del_targets: del_target%',' ','? =>
del_target: t_primary '.' NAME !t_lookahead => Attribute | t_primary '[' slices ']' !t_lookahead => Subscript
  | del_t_atom
del_t_atom: NAME | '(' v=del_target ')' | '(' del_targets? ')' => Tuple | '[' del_targets? ']' => List
type_expressions: expression%',' ',' '*' expression ',' '**' expression => | expression%',' ',' '*' expression =>
  | expression%',' ',' '**' expression => | '*' expression ',' '**' expression => | '*' expression =>
  | '**' expression => | expression%','
`;

const INVALID = `
invalid_arguments: (((${ARGUMENT}%',') ',' kwargs =>) | kwargs) a=',' ((v=starred_expression !'=')%',')
    {from a "iterable argument unpacking follows keyword argument unpacking"}
  | a=expression b=for_if_clauses ',' (args | expression for_if_clauses =>)? {call genexpAt a b}
  | a=NAME b='=' expression for_if_clauses
    {range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | (args ',' =>)? a=NAME b='=' &(',' | ')') {range a b "expected argument value expression"}
  | a=args b=for_if_clauses {call bareGenexp a b}
  | args ',' a=expression b=for_if_clauses {call genexpAt a b}
  | a=args ',' args {call positionalAfterKeyword a}
invalid_kwarg: a=('True' | 'False' | 'None') b='=' {range a b "cannot assign to $text"}
  | a=NAME b='=' expression for_if_clauses
    {range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | !(NAME '=' =>) a=expression b='='
    {range a b "expression cannot contain assignment, perhaps you meant \\"==\\"?"}
  | a='**' expression '=' b=expression {range a b "cannot assign to keyword argument unpacking"}
expression_without_invalid: disjunction 'if' disjunction 'else' expression => IfExp | disjunction | lambdef
invalid_legacy_expression: a=NAME !'(' b=star_expressions {call legacy a b}
invalid_type_param: '*' NAME a=':' b=expression {call typeParameter a b}
  | '**' NAME a=':' b=expression {call parameterSpecification a b}
invalid_expression: !(NAME STRING => | SOFT_KEYWORD) a=disjunction b=expression_without_invalid {call forgottenComma a b}
  | a=disjunction 'if' b=disjunction !('else' | ':') {range a b "expected 'else' after 'if' expression"}
  | a='lambda' lambda_params? b=':' &FSTRING_MIDDLE
    {range a b "f-string: lambda expressions are not allowed without parentheses"}
invalid_named_expression: a=expression ':=' expression {at a "cannot use assignment expressions with $a"}
  | a=NAME '=' b=bitwise_or !('=' | ':=') {range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=')
    {at a "cannot assign to $a here. Maybe you meant '==' instead of '='?"}
invalid_assignment: a=invalid_ann_assign_target ':' expression {at a "only single target (not $a) can be annotated"}
  | a=star_named_expression ',' star_named_expressions* ':' expression
    {at a "only single target (not tuple) can be annotated"}
  | a=expression ':' expression {at a "illegal target for annotation"}
  | (star_targets '=' =>)* a=star_expressions '=' {target STAR a}
  | (star_targets '=' =>)* a=yield_expr '=' {at a "assignment to yield expression not possible"}
  | a=star_expressions augassign annotated_rhs {at a "'$a' is an illegal expression for augmented assignment"}
invalid_ann_assign_target: list | tuple | '(' v=invalid_ann_assign_target ')'
invalid_del_stmt: 'del' a=star_expressions {target DEL a}
invalid_block: NEWLINE !INDENT {indent a "expected an indented block"}
invalid_comprehension: ('[' | '(' | '{') a=starred_expression for_if_clauses
    {at a "iterable unpacking cannot be used in comprehension"}
  | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses
    {range a b "did you forget parentheses around the comprehension target?"}
  | ('[' | '{') a=star_named_expression b=',' for_if_clauses
    {range a b "did you forget parentheses around the comprehension target?"}
invalid_dict_comprehension: '{' a='**' bitwise_or for_if_clauses '}'
    {at a "dict unpacking cannot be used in dict comprehension"}
invalid_default: a='=' &(')' | ',') {at a "expected default value expression"}
invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') {target STAR a}
invalid_for_target: 'async'? 'for' a=star_expressions {target FOR a}
invalid_group: '(' a=starred_expression ')' {at a "cannot use starred expression here"}
  | '(' a='**' expression ')' {at a "cannot use double starred expression here"}
invalid_import: a='import' dotted_name%',' 'from' dotted_name
    {from a "Did you mean to use 'from ... import ...' instead?"}
  | 'import' a=NEWLINE {from a "Expected one or more names after 'import'"}
invalid_import_from_targets: import_from_as_names ',' NEWLINE
    {last "trailing comma not allowed without surrounding parentheses"}
  | a=NEWLINE {from a "Expected one or more names after 'import'"}
invalid_with_stmt: 'async'? 'with' ${WITH_ITEMS} NEWLINE {last "expected ':'"}
  | 'async'? 'with' ${WITH_PARENTHESIZED_ITEMS} NEWLINE {last "expected ':'"}
invalid_with_stmt_indent: ${indentError(`'async'? a='with' ${WITH_ITEMS}`, "'with' statement")}
  | ${indentError(`'async'? a='with' ${WITH_PARENTHESIZED_ITEMS}`, "'with' statement")}
invalid_try_stmt: ${indentError("a='try'", "'try' statement")}
  | 'try' ':' block !('except' | 'finally') {last "expected 'except' or 'finally' block"}
  | 'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME =>)? ':'
    {range a b "cannot have both 'except' and 'except*' on the same 'try'"}
  | 'try' ':' block* except_star_block+ a='except' (expression ('as' NAME =>)? =>)? ':'
    {at a "cannot have both 'except' and 'except*' on the same 'try'"}
invalid_except_stmt: 'except' '*'? a=expression ',' expressions ('as' NAME =>)? ':'
    {from a "multiple exception types must be parenthesized"}
  | 'except' '*'? expression ('as' NAME =>)? NEWLINE {last "expected ':'"}
  | 'except' NEWLINE {last "expected ':'"}
  | 'except' '*' (NEWLINE | ':') {last "expected one or more exception types"}
invalid_finally_stmt: ${indentError("a='finally'", "'finally' statement")}
invalid_except_stmt_indent: ${indentError("a='except' expression ('as' NAME =>)?", "'except' statement")}
  | ${indentError("a='except'", "'except' statement")}
invalid_except_star_stmt_indent: ${indentError("a='except' '*' expression ('as' NAME =>)?", "'except*' statement")}
invalid_match_stmt: ${blockErrors('a="match" subject_expr', "'match' statement")}
invalid_case_block: ${blockErrors('a="case" patterns guard?', "'case' statement")}
invalid_as_pattern: or_pattern 'as' a="_" {at a "cannot use '_' as a target"}
  | or_pattern 'as' !NAME a=expression {at a "invalid pattern target"}
invalid_class_pattern: name_or_attr '(' a=invalid_class_argument_pattern
    {range a a "positional patterns follow keyword patterns"}
invalid_class_argument_pattern: (positional_patterns ',' =>)? keyword_patterns ',' v=positional_patterns
invalid_if_stmt: ${blockErrors("a='if' named_expression", "'if' statement")}
invalid_elif_stmt: ${blockErrors("a='elif' named_expression", "'elif' statement")}
invalid_else_stmt: ${indentError("a='else'", "'else' statement")}
invalid_while_stmt: ${blockErrors("a='while' named_expression", "'while' statement")}
invalid_for_stmt: ${blockErrors("'async'? a='for' star_targets 'in' star_expressions", "'for' statement")}
invalid_def_raw: ${indentError("'async'? a='def' NAME type_params? '(' params? ')' ('->' expression =>)?", "function definition")}
  | 'async'? 'def' NAME type_params? &&'(' params? ')' ('->' expression =>)? &&':' block =>
invalid_class_def_raw: ${blockErrors("a='class' NAME type_params? ('(' arguments? ')' =>)?", "class definition")}
invalid_double_starred_kvpairs: double_starred_kvpair%',' ',' invalid_kvpair =>
  | expression ':' a='*' bitwise_or {from a "cannot use a starred expression in a dictionary value"}
  | expression a=':' &('}' | ',') {at a "expression expected after dictionary key and ':'"}
invalid_kvpair: a=expression !':' {call missingColon a}
  | expression ':' a='*' bitwise_or {from a "cannot use a starred expression in a dictionary value"}
  | expression a=':' &('}' | ',') {at a "expression expected after dictionary key and ':'"}
invalid_starred_expression_unpacking: a='*' expression '=' b=expression
    {range a b "cannot assign to iterable argument unpacking"}
invalid_replacement_field: '{' a='=' {at a "f-string: valid expression required before '='"}
  | '{' a='!' {at a "f-string: valid expression required before '!'"}
  | '{' a=':' {at a "f-string: valid expression required before ':'"}
  | '{' a='}' {at a "f-string: valid expression required before '}'"}
  | '{' !annotated_rhs {next "f-string: expecting a valid expression after '{'"}
  | '{' annotated_rhs !('=' | '!' | ':' | '}') {next "f-string: expecting '=', or '!', or ':', or '}'"}
  | '{' annotated_rhs '=' !('!' | ':' | '}') {next "f-string: expecting '!', or ':', or '}'"}
  | '{' annotated_rhs '='? invalid_conversion_character =>
  | '{' annotated_rhs '='? ('!' NAME =>)? !(':' | '}') {next "f-string: expecting ':' or '}'"}
  | '{' annotated_rhs '='? ('!' NAME =>)? ':' fstring_format_spec* !'}'
    {next "f-string: expecting '}', or format specs"}
  | '{' annotated_rhs '='? ('!' NAME =>)? !'}' {next "f-string: expecting '}'"}
invalid_conversion_character: '!' &(':' | '}') {next "f-string: missing conversion character"}
  | '!' !NAME {next "f-string: invalid conversion character"}
invalid_arithmetic: sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion
    {range a b "'not' after an operator must be parenthesized"}
invalid_factor: ('+' | '-' | '~') a='not' b=factor {range a b "'not' after an operator must be parenthesized"}
invalid_type_params: '[' a=']' {from a "Type parameter list cannot be empty"}
`;

export const GRAMMAR = [
  STATEMENTS,
  PATTERNS,
  EXPRESSIONS,
  TARGETS,
  INVALID,
  parameterRules("", "')'", true),
  parameterRules("lambda_", "':'", false),
].join("");

// Rules whose results are kept, as CPython keeps them: with what one pass has learned, another alternative goes on.
export const MEMOIZED: readonly string[] = [
  "simple_stmt",
  "block",
  "expression",
  "star_expression",
  "disjunction",
  "conjunction",
  "inversion",
  "factor",
  "await_primary",
  "strings",
  "arguments",
  "star_target",
  "target_with_star_atom",
  "del_target",
  "closed_pattern",
  "star_pattern",
  "type_param",
  "invalid_named_expression",
];

// Rules that begin with themselves: grown from their shortest match.
export const LEFT_RECURSIVE: readonly string[] = [
  "dotted_name",
  "attr",
  "bitwise_or",
  "bitwise_xor",
  "bitwise_and",
  "shift_expr",
  "sum",
  "term",
  "primary",
  "t_primary",
];
