// The order in which CPython makes its static types ready, which __subclasses__() of their bases tells: _PyTypes_InitTypes, the
// struct sequences, the exceptions. Types are named without their module, and "_" stands for a blank.

import type { Address } from "../memory/memory.ts";
import { EXCEPTION_ORDER } from "../modules/exception_order.ts";
import type { declaredTypes } from "../objects/declare.ts";

const TYPES =
  "type async_generator bytearray_iterator bytearray bytes_iterator bytes builtin_function_or_method " +
  "callable_iterator PyCapsule cell classmethod_descriptor classmethod code complex Token ContextVar " +
  "Context coroutine dict_items dict_itemiterator dict_keyiterator dict_valueiterator dict_keys " +
  "mappingproxy dict_reverseitemiterator dict_reversekeyiterator dict_reversevalueiterator dict_values " +
  "dict ellipsis enumerate filter float frame FrameLocalsProxy frozenset function generator " +
  "getset_descriptor list_iterator list_reverseiterator list longrange_iterator int map " +
  "member_descriptor memoryview method_descriptor method moduledef module odict_iterator property " +
  "range_iterator range reversed symtable_entry iterator set_iterator set slice staticmethod super " +
  "traceback tuple_iterator tuple str_iterator str wrapper_descriptor zip GenericAlias anext_awaitable " +
  "async_generator_asend async_generator_athrow async_generator_wrapped_value _buffer_wrapper MISSING " +
  "coroutine_wrapper generic_alias_iterator InstructionSequence managedbuffer memory_iterator " +
  "method-wrapper SimpleNamespace NoneType NotImplementedType str_ascii_iterator UnionType " +
  "CallableProxyType ProxyType ReferenceType TypeAliasType NoDefaultType";
const STRUCT_SEQUENCES =
  "int_info float_info UnraisableHookArgs hash_info version_info flags thread_info asyncgen_hooks";

/** A module for tests makes its own type ready. */
const LATE = "_testcapi.";

/** The addresses of the declared types in that order; those that CPython does not have come last. */
export function inReadyOrder(declared: typeof declaredTypes): Address[] {
  const names = `${TYPES} ${STRUCT_SEQUENCES} ${EXCEPTION_ORDER}`.split(" ");
  const places = new Map(names.map((name, index) => [name, index]));
  const placeOf = (name: string): number =>
    places.get(name.slice(name.lastIndexOf(".") + 1).replaceAll(" ", "_")) ?? names.length;
  return declared
    .filter(({ spec }) => !spec.name.startsWith(LATE))
    .map(({ type, spec }) => ({ type, place: placeOf(spec.name) }))
    .sort((a, b) => a.place - b.place)
    .map(({ type }) => type);
}
