// The names of the built-in exceptions in the order of CPython's exceptions.c, which makes them ready and adds them to builtins.
export const EXCEPTION_ORDER =
  "BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit ArithmeticError " +
  "AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError NameError OSError " +
  "ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError " +
  "Warning FloatingPointError OverflowError ZeroDivisionError BytesWarning DeprecationWarning " +
  "EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning " +
  "SyntaxWarning UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError " +
  "FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError " +
  "ProcessLookupError TimeoutError IndentationError _IncompleteInputError IndexError KeyError " +
  "ModuleNotFoundError NotImplementedError PythonFinalizationError RecursionError UnboundLocalError " +
  "UnicodeError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError TabError " +
  "UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup EnvironmentError IOError";
