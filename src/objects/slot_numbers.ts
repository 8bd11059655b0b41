// The numbers of slots in PyType_Slot (Include/typeslots.h) and where in a heap type each of them stands: its tables of slots
// are a part of it.
import {
  PyAsyncMethods,
  PyBufferProcs,
  PyHeapTypeObject,
  PyMappingMethods,
  PyNumberMethods,
  PySequenceMethods,
} from "../memory/structs/object.ts";

// Each name's number is its place, counted from one.
const NUMBERS =
  "bf_getbuffer bf_releasebuffer mp_ass_subscript mp_length mp_subscript nb_absolute nb_add nb_and nb_bool nb_divmod nb_float " +
  "nb_floor_divide nb_index nb_inplace_add nb_inplace_and nb_inplace_floor_divide nb_inplace_lshift nb_inplace_multiply " +
  "nb_inplace_or nb_inplace_power nb_inplace_remainder nb_inplace_rshift nb_inplace_subtract nb_inplace_true_divide " +
  "nb_inplace_xor nb_int nb_invert nb_lshift nb_multiply nb_negative nb_or nb_positive nb_power nb_remainder nb_rshift " +
  "nb_subtract nb_true_divide nb_xor sq_ass_item sq_concat sq_contains sq_inplace_concat sq_inplace_repeat sq_item sq_length " +
  "sq_repeat tp_alloc tp_base tp_bases tp_call tp_clear tp_dealloc tp_del tp_descr_get tp_descr_set tp_doc tp_getattr " +
  "tp_getattro tp_hash tp_init tp_is_gc tp_iter tp_iternext tp_methods tp_new tp_repr tp_richcompare tp_setattr tp_setattro " +
  "tp_str tp_traverse tp_members tp_getset tp_free nb_matrix_multiply nb_inplace_matrix_multiply am_await am_aiter am_anext " +
  "tp_finalize am_send";

const TABLES: Readonly<Record<string, { readonly at: number; readonly table: object }>> = {
  tp: { at: 0, table: PyHeapTypeObject },
  am: { at: PyHeapTypeObject.as_async, table: PyAsyncMethods },
  nb: { at: PyHeapTypeObject.as_number, table: PyNumberMethods },
  mp: { at: PyHeapTypeObject.as_mapping, table: PyMappingMethods },
  sq: { at: PyHeapTypeObject.as_sequence, table: PySequenceMethods },
  bf: { at: PyHeapTypeObject.as_buffer, table: PyBufferProcs },
};

let names: readonly string[] = [];
/** From number to offset; made when first asked. */
let offsets: readonly number[] = [];

function readNumbers(): void {
  names = NUMBERS.split(" ");
  offsets = names.map((name) => {
    const { at, table } = TABLES[name.slice(0, 2)];
    return at + (table as Record<string, number>)[name];
  });
}

/** 0 for a name that has none. */
export function slotNumber(name: string): number {
  if (names.length === 0) readNumbers();
  return names.indexOf(name) + 1;
}

/** Bytes from the begin of a heap type. */
export function slotOffset(number: number): number {
  if (names.length === 0) readNumbers();
  return offsets[number - 1];
}
