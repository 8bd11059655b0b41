// The addresses of the static types and singletons: reserved when this module is evaluated, filled at boot.
// Any file may name a type without importing its implementation, so the files of the concrete types form no cycle.
// Invariant: reservation order is the order of this file, so addresses are the same in every build and host.
import { reserveStatic } from "../memory/data.ts";
import type { Address } from "../memory/memory.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";

function staticType(): Address {
  return reserveStatic(PyTypeObject.sizeof);
}

export const PyType_Type = staticType();
export const PyBaseObject_Type = staticType();

// numbers
export const PyLong_Type = staticType();
export const PyBool_Type = staticType();
export const PyFloat_Type = staticType();
export const PyComplex_Type = staticType();

// text and bytes
export const PyUnicode_Type = staticType();
export const PyUnicodeIter_Type = staticType();
export const PyUnicodeASCIIIter_Type = staticType();
export const PyBytes_Type = staticType();
export const PyBytesIter_Type = staticType();
export const PyByteArray_Type = staticType();
export const PyByteArrayIter_Type = staticType();
export const PyMemoryView_Type = staticType();
export const PyMemoryIter_Type = staticType();
export const PyManagedBuffer_Type = staticType();
export const _PyBufferWrapper_Type = staticType();

// containers and their iterators and views
export const PyTuple_Type = staticType();
export const PyTupleIter_Type = staticType();
export const PyList_Type = staticType();
export const PyListIter_Type = staticType();
export const PyListRevIter_Type = staticType();
export const PyDict_Type = staticType();
export const PyDictKeys_Type = staticType();
export const PyDictValues_Type = staticType();
export const PyDictItems_Type = staticType();
export const PyDictIterKey_Type = staticType();
export const PyDictIterValue_Type = staticType();
export const PyDictIterItem_Type = staticType();
export const PyDictRevIterKey_Type = staticType();
export const PyDictRevIterValue_Type = staticType();
export const PyDictRevIterItem_Type = staticType();
export const PyDictProxy_Type = staticType();
export const PySet_Type = staticType();
export const PyFrozenSet_Type = staticType();
export const PySetIter_Type = staticType();

// slices, ranges, generic iterators, built-in iterator makers
export const PySlice_Type = staticType();
export const PyEllipsis_Type = staticType();
export const PyRange_Type = staticType();
export const PyRangeIter_Type = staticType();
export const PyLongRangeIter_Type = staticType();
export const PySeqIter_Type = staticType();
export const PyCallIter_Type = staticType();
export const PyEnum_Type = staticType();
export const PyReversed_Type = staticType();
export const PyMap_Type = staticType();
export const PyFilter_Type = staticType();
export const PyZip_Type = staticType();

// singletons' types
export const _PyNone_Type = staticType();
export const _PyNotImplemented_Type = staticType();

// functions, code, frames, generators
export const PyCode_Type = staticType();
export const PyFunction_Type = staticType();
export const PyMethod_Type = staticType();
export const PyInstanceMethod_Type = staticType();
export const PyCFunction_Type = staticType();
export const PyCMethod_Type = staticType();
export const PyCell_Type = staticType();
export const PyFrame_Type = staticType();
export const PyFrameLocalsProxy_Type = staticType();
export const PyTraceBack_Type = staticType();
export const PyGen_Type = staticType();
export const PyCoro_Type = staticType();
export const _PyCoroWrapper_Type = staticType();
export const PyAsyncGen_Type = staticType();
export const _PyAsyncGenASend_Type = staticType();
export const _PyAsyncGenAThrow_Type = staticType();
export const _PyAsyncGenWrappedValue_Type = staticType();
export const _PyAnextAwaitable_Type = staticType();
export const _PyLineIterator = staticType();
export const _PyPositionsIterator = staticType();

// descriptors, modules, misc
export const PyMethodDescr_Type = staticType();
export const PyClassMethodDescr_Type = staticType();
export const PyMemberDescr_Type = staticType();
export const PyGetSetDescr_Type = staticType();
export const PyWrapperDescr_Type = staticType();
export const _PyMethodWrapper_Type = staticType();
export const PyProperty_Type = staticType();
export const PyStaticMethod_Type = staticType();
export const PyClassMethod_Type = staticType();
export const PySuper_Type = staticType();
export const PyModule_Type = staticType();
export const PyModuleDef_Type = staticType();
export const PyCapsule_Type = staticType();
export const _PyNamespace_Type = staticType();
export const EncodingMapType = staticType();
export const _PyWeakref_RefType = staticType();
export const _PyWeakref_ProxyType = staticType();
export const _PyWeakref_CallableProxyType = staticType();
export const Py_GenericAliasType = staticType();
export const _Py_GenericAliasIterType = staticType();
export const _PyUnion_Type = staticType();
export const PyContext_Type = staticType();
export const PyContextVar_Type = staticType();
export const PyContextToken_Type = staticType();

// singletons
export const Py_None = reserveStatic(PyObject.sizeof);
export const Py_NotImplemented = reserveStatic(PyObject.sizeof);
export const Py_Ellipsis = reserveStatic(PyObject.sizeof);
// True and False are ints: head, lv_tag, one digit
export const Py_False = reserveStatic(32);
export const Py_True = reserveStatic(32);

// exceptions
export const PyExc_BaseException = staticType();
export const PyExc_BaseExceptionGroup = staticType();
export const PyExc_ExceptionGroup = staticType();
export const PyExc_Exception = staticType();
export const PyExc_ArithmeticError = staticType();
export const PyExc_FloatingPointError = staticType();
export const PyExc_OverflowError = staticType();
export const PyExc_ZeroDivisionError = staticType();
export const PyExc_AssertionError = staticType();
export const PyExc_AttributeError = staticType();
export const PyExc_BufferError = staticType();
export const PyExc_EOFError = staticType();
export const PyExc_ImportError = staticType();
export const PyExc_ModuleNotFoundError = staticType();
export const PyExc_LookupError = staticType();
export const PyExc_IndexError = staticType();
export const PyExc_KeyError = staticType();
export const PyExc_MemoryError = staticType();
export const PyExc_NameError = staticType();
export const PyExc_UnboundLocalError = staticType();
export const PyExc_OSError = staticType();
export const PyExc_BlockingIOError = staticType();
export const PyExc_ChildProcessError = staticType();
export const PyExc_ConnectionError = staticType();
export const PyExc_BrokenPipeError = staticType();
export const PyExc_ConnectionAbortedError = staticType();
export const PyExc_ConnectionRefusedError = staticType();
export const PyExc_ConnectionResetError = staticType();
export const PyExc_FileExistsError = staticType();
export const PyExc_FileNotFoundError = staticType();
export const PyExc_InterruptedError = staticType();
export const PyExc_IsADirectoryError = staticType();
export const PyExc_NotADirectoryError = staticType();
export const PyExc_PermissionError = staticType();
export const PyExc_ProcessLookupError = staticType();
export const PyExc_TimeoutError = staticType();
export const PyExc_ReferenceError = staticType();
export const PyExc_RuntimeError = staticType();
export const PyExc_NotImplementedError = staticType();
export const PyExc_PythonFinalizationError = staticType();
export const PyExc_RecursionError = staticType();
export const PyExc_StopAsyncIteration = staticType();
export const PyExc_StopIteration = staticType();
export const PyExc_SyntaxError = staticType();
export const PyExc_IndentationError = staticType();
export const PyExc_TabError = staticType();
export const PyExc__IncompleteInputError = staticType();
export const PyExc_SystemError = staticType();
export const PyExc_TypeError = staticType();
export const PyExc_ValueError = staticType();
export const PyExc_UnicodeError = staticType();
export const PyExc_UnicodeDecodeError = staticType();
export const PyExc_UnicodeEncodeError = staticType();
export const PyExc_UnicodeTranslateError = staticType();
export const PyExc_Warning = staticType();
export const PyExc_BytesWarning = staticType();
export const PyExc_DeprecationWarning = staticType();
export const PyExc_EncodingWarning = staticType();
export const PyExc_FutureWarning = staticType();
export const PyExc_ImportWarning = staticType();
export const PyExc_PendingDeprecationWarning = staticType();
export const PyExc_ResourceWarning = staticType();
export const PyExc_RuntimeWarning = staticType();
export const PyExc_SyntaxWarning = staticType();
export const PyExc_UnicodeWarning = staticType();
export const PyExc_UserWarning = staticType();
export const PyExc_GeneratorExit = staticType();
export const PyExc_KeyboardInterrupt = staticType();
export const PyExc_SystemExit = staticType();
export const PyExc_EnvironmentError = PyExc_OSError;
export const PyExc_IOError = PyExc_OSError;
