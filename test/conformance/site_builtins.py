import sys, builtins, os
if hasattr(builtins, "_"): del builtins._
print(help, exit, quit, type(copyright), credits.__class__.__name__)
print(type(exit).__module__, repr(exit), sys.__interactivehook__.__name__)
import site; print(os.environ.get('HOME') is not None, len(os.environ) > 0)
print(str(copyright)[:13], str(credits)[:30])
try: exit(3)
except SystemExit as e: print('exit', e.code)
for n in ('exit', 'quit', 'help', 'copyright', 'credits', 'license'): print(n, n in vars(builtins), type(getattr(builtins, n)).__qualname__)
print([m for m in ('site', 'os', 'os.path', '_sitebuiltins', 'stat', 'posixpath', 'genericpath', '_collections_abc') if m not in sys.modules])
import signal, collections, itertools, functools, types
def facts(o): return getattr(o, '__text_signature__', '-'), bool(o.__doc__)
for t in (object, type, str, bytes, bytearray, list, tuple, dict, set, int, memoryview, range, slice, property):
    print(t.__name__, [n for n in ('__getattribute__', '__hash__', '__getitem__', '__setitem__', '__flags__') if n in vars(t)], type.__flags__ and hex(t.__flags__ & ~(1 << 19)))
    for n in ('__getattribute__', '__getitem__', 'find', 'count', 'index', 'startswith', 'maketrans', '__prepare__', '__hash__', '__call__'):
        v = vars(t).get(n)
        if v is not None: print('  ', n, *facts(getattr(v, '__func__', v)))
for f in (getattr, dir, vars, iter, next, min, max, __build_class__, __import__, open, compile, print, sorted, sum, pow, isinstance, sys.settrace, sys.breakpointhook): print(f.__name__, *facts(f))
print(type(type.__dict__['__flags__']).__name__)

# expect: Type help() for interactive help, or help(object) for help about object. Use exit() or Ctrl-D (i.e. EOF) to exit Use quit() or Ctrl-D (i.e. EOF) to exit <class '_sitebuiltins._Printer'> _Printer
# expect: _sitebuiltins Use exit() or Ctrl-D (i.e. EOF) to exit register_readline
# expect: True True
# expect: Copyright (c)     Thanks to CWI, CNRI, BeOpe
# expect: exit 3
# expect: exit True Quitter
# expect: quit True Quitter
# expect: help True _Helper
# expect: copyright True _Printer
# expect: credits True _Printer
# expect: license True _Printer
# expect: []
# expect: object ['__getattribute__', '__hash__'] 0x1502
# expect:    __getattribute__ ($self, name, /) True
# expect:    __hash__ ($self, /) True
# expect: type ['__getattribute__', '__flags__'] 0x80805d02
# expect:    __getattribute__ ($self, name, /) True
# expect:    __prepare__ ($cls, name, bases, /, **kwds) True
# expect:    __call__ ($self, /, *args, **kwargs) True
# expect: str ['__hash__', '__getitem__'] 0x10401502
# expect:    __getitem__ ($self, key, /) True
# expect:    find ($self, sub[, start[, end]], /) True
# expect:    count ($self, sub[, start[, end]], /) True
# expect:    index ($self, sub[, start[, end]], /) True
# expect:    startswith ($self, prefix[, start[, end]], /) True
# expect:    maketrans (x, y=<unrepresentable>, z=<unrepresentable>, /) True
# expect:    __hash__ ($self, /) True
# expect: bytes ['__getattribute__', '__hash__', '__getitem__'] 0x8401502
# expect:    __getattribute__ ($self, name, /) True
# expect:    __getitem__ ($self, key, /) True
# expect:    find ($self, sub[, start[, end]], /) True
# expect:    count ($self, sub[, start[, end]], /) True
# expect:    index ($self, sub[, start[, end]], /) True
# expect:    startswith ($self, prefix[, start[, end]], /) True
# expect:    maketrans (frm, to, /) True
# expect:    __hash__ ($self, /) True
# expect: bytearray ['__getattribute__', '__hash__', '__getitem__', '__setitem__'] 0x401502
# expect:    __getattribute__ ($self, name, /) True
# expect:    __getitem__ ($self, key, /) True
# expect:    find ($self, sub[, start[, end]], /) True
# expect:    count ($self, sub[, start[, end]], /) True
# expect:    index ($self, sub[, start[, end]], /) True
# expect:    startswith ($self, prefix[, start[, end]], /) True
# expect:    maketrans (frm, to, /) True
# expect: list ['__getattribute__', '__hash__', '__getitem__', '__setitem__'] 0x2405522
# expect:    __getattribute__ ($self, name, /) True
# expect:    __getitem__ ($self, index, /) True
# expect:    count ($self, value, /) True
# expect:    index ($self, value, start=0, stop=sys.maxsize, /) True
# expect: tuple ['__getattribute__', '__hash__', '__getitem__'] 0x4405522
# expect:    __getattribute__ ($self, name, /) True
# expect:    __getitem__ ($self, key, /) True
# expect:    count ($self, value, /) True
# expect:    index ($self, value, start=0, stop=sys.maxsize, /) True
# expect:    __hash__ ($self, /) True
# expect: dict ['__getattribute__', '__hash__', '__getitem__', '__setitem__'] 0x20405542
# expect:    __getattribute__ ($self, name, /) True
# expect:    __getitem__ ($self, key, /) True
# expect: set ['__getattribute__', '__hash__'] 0x405502
# expect:    __getattribute__ ($self, name, /) True
# expect: int ['__getattribute__', '__hash__'] 0x1401502
# expect:    __getattribute__ ($self, name, /) True
# expect:    __hash__ ($self, /) True
# expect: memoryview ['__getattribute__', '__hash__', '__getitem__', '__setitem__'] 0x5122
# expect:    __getattribute__ ($self, name, /) True
# expect:    __getitem__ ($self, key, /) True
# expect:    __hash__ ($self, /) True
# expect: range ['__getattribute__', '__hash__', '__getitem__'] 0x1122
# expect:    __getattribute__ ($self, name, /) True
# expect:    __getitem__ ($self, key, /) True
# expect:    count ($self, object, /) True
# expect:    index ($self, object, /) True
# expect:    __hash__ ($self, /) True
# expect: slice ['__getattribute__', '__hash__'] 0x5102
# expect:    __getattribute__ ($self, name, /) True
# expect:    __hash__ ($self, /) True
# expect: property ['__getattribute__'] 0x5502
# expect:    __getattribute__ ($self, name, /) True
# expect: getattr None True
# expect: dir None True
# expect: vars None True
# expect: iter None True
# expect: next None True
# expect: min None True
# expect: max None True
# expect: __build_class__ None True
# expect: __import__ ($module, /, name, globals=None, locals=None, fromlist=(),
# expect:            level=0) True
# expect: open ($module, /, file, mode='r', buffering=-1, encoding=None,
# expect:      errors=None, newline=None, closefd=True, opener=None) True
# expect: compile ($module, /, source, filename, mode, flags=0,
# expect:         dont_inherit=False, optimize=-1, *, _feature_version=-1) True
# expect: print ($module, /, *args, sep=' ', end='\n', file=None, flush=False) True
# expect: sorted ($module, iterable, /, *, key=None, reverse=False) True
# expect: sum ($module, iterable, /, start=0) True
# expect: pow ($module, /, base, exp, mod=None) True
# expect: isinstance ($module, obj, class_or_tuple, /) True
# expect: settrace ($module, function, /) True
# expect: breakpointhook ($module, /, *args, **kwargs) True
# expect: member_descriptor
