// The registers and markers of instruction bodies, for the type checker only: tools/generate-interpreter.ts gives them
// their meaning.
declare let frame: number;
/** Address of the code unit being executed. */
declare let ip: number;
/** Address of the first free word of the value stack. */
declare let sp: number;
declare let oparg: number;

declare function next(): never;
declare function jumpBy(units: number): never;
declare function error(): never;
declare function reraise(): never;
declare function deopt(opcode: number): never;
declare function enter(): never;
declare function deliver(value: number): never;
declare function suspend(result: number): void;
declare function suspendInt(result: number): void;
declare function yielded(value: number): never;
declare function ended(value: number): never;

/** Instructions that differ in parts of one body: an operator, functions. */
declare function each(
  instructions: Record<string, { operate: string; inFull?: (a: number, b: number) => number }>,
  body: () => void,
): void;
declare function operate(a: number, b: number): number;
declare function inFull(a: number, b: number): number;

/** Fragments (fragments.ts). */
declare function answerCall(result: number): void;
declare function checkPeriodic(): void;
declare function enterPythonCall(): never;
declare function returnTop(): never;
declare function returnConstant(): never;
declare function callRow(): void;
declare function callRowKw(): void;
declare const called: number;
declare function answerCallKw(result: number): void;
declare function answerCallEx(result: number): void;
declare function spreadMethod(row: number, method: number, func: number): void;
declare function spreadAnyMethod(row: number): void;
declare function enterCallee(row: number): never;
declare function callBuiltinOnRow(row: number, callable: number, method: number): void;
declare function callDescriptorOnRow(row: number, callable: number, method: number, hasSelf: number): void;
declare function replaceOperand(result: number): void;
declare function replaceOperands(result: number): void;
declare function dropTwo(status: number): void;
declare function dropThree(status: number): void;
declare function buildSliceOfTwo(): void;
declare function pushGlobal(value: number): void;
declare function replaceOwner(owner: number, value: number): void;
declare function replaceOwnerByCachedValue(owner: number): void;
declare function putCachedMethodBelowOwner(owner: number): void;
declare function enterForAttribute(): never;
declare function replaceSuper(result: number): void;
