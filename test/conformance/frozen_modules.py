# Modules whose code is frozen: where they say that they come from, and how tracebacks name them.
import _imp
import io
import os
import sys
import tempfile
import traceback

for name in _imp._frozen_module_names():
    if name.startswith(("__hello_only__", "__phello__.ham")):
        continue
    print(name, _imp.is_frozen(name), _imp.is_frozen_package(name), _imp.find_frozen(name))
print([(name, _imp.is_frozen(name), _imp.find_frozen(name)) for name in ("importlib", "encodings", "nope", "importlib._bootstrap")])

for name in ("importlib._bootstrap", "importlib._bootstrap_external", "zipimport", "abc", "codecs", "io", "os", "os.path", "runpy", "importlib.util"):
    __import__(name)
    module = sys.modules[name]
    spec = module.__spec__
    print(name, os.path.basename(module.__file__), hasattr(module, "__cached__"), spec.name, spec.origin, spec.loader)
    filename = spec.loader_state.filename
    print("   ", spec.loader_state.origname, filename and os.path.basename(filename), spec.has_location, spec.cached, spec.parent)

code = _imp.get_frozen_object("os.path")
print(code.co_filename, {c.co_filename for c in code.co_consts if isinstance(c, type(code))})
print(_imp.get_frozen_object("__phello_alias__").co_filename, _imp.get_frozen_object("__phello__.__init__").co_filename)
print(_imp.init_frozen("stat"), _imp.init_frozen("nope"), type(_imp.find_frozen("stat", withdata=True)[0]))
for args in (("nope",), ("os", b"x"), ("os", _imp.find_frozen("stat", withdata=True)[0])):
    try:
        print(_imp.get_frozen_object(*args).co_filename)
    except ImportError as error:
        print(error, error.name)
for override in (1, -1, 0):
    _imp._override_frozen_modules_for_tests(override)
    print(override, _imp.is_frozen("os"), _imp.find_frozen("os"), _imp.find_frozen("_frozen_importlib"), _imp.is_frozen("zipimport"))

import __hello__
import __phello__.spam

print(__hello__.__spec__.origin, __phello__.__path__ == [os.path.dirname(__phello__.__file__)])
__hello__.main()


def show(call):
    text = io.StringIO()
    try:
        call()
    except Exception:
        traceback.print_exc(file=text)
    print(text.getvalue().replace(__file__, "FILE"), end="")


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "latin")
    with open(path, "wb") as file:
        file.write(b"caf\xe9")
    show(lambda: open(path, encoding="utf-8").read())
show(lambda: os.environ["NO_SUCH_NAME"])

# What is there from the start was imported as everything else is.
for name in ("_signal", "_thread", "_warnings", "builtins", "marshal", "posix", "sys"):
    print(name, sys.modules[name].__spec__)
print([name for name, module in sys.modules.items() if module.__spec__ is None])

# expect: _frozen_importlib True False (None, False, 'importlib._bootstrap')
# expect: _frozen_importlib_external True False (None, False, 'importlib._bootstrap_external')
# expect: zipimport True False (None, False, 'zipimport')
# expect: abc True False (None, False, 'abc')
# expect: codecs True False (None, False, 'codecs')
# expect: io True False (None, False, 'io')
# expect: _collections_abc True False (None, False, '_collections_abc')
# expect: _sitebuiltins True False (None, False, '_sitebuiltins')
# expect: genericpath True False (None, False, 'genericpath')
# expect: ntpath True False (None, False, 'ntpath')
# expect: posixpath True False (None, False, 'posixpath')
# expect: os.path True False (None, False, 'posixpath')
# expect: os True False (None, False, 'os')
# expect: site True False (None, False, 'site')
# expect: stat True False (None, False, 'stat')
# expect: importlib.util True False (None, False, 'importlib.util')
# expect: importlib.machinery True False (None, False, 'importlib.machinery')
# expect: runpy True False (None, False, 'runpy')
# expect: __hello__ True False (None, False, '__hello__')
# expect: __hello_alias__ True False (None, False, '__hello__')
# expect: __phello_alias__ True True (None, True, '__hello__')
# expect: __phello_alias__.spam True False (None, False, '__hello__')
# expect: __phello__ True True (None, True, '__phello__')
# expect: __phello__.__init__ True False (None, False, '<__phello__')
# expect: __phello__.spam True False (None, False, '__phello__.spam')
# expect: [('importlib', False, None), ('encodings', False, None), ('nope', False, None), ('importlib._bootstrap', False, None)]
# expect: importlib._bootstrap _bootstrap.py False _frozen_importlib frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    importlib._bootstrap None False None "
# expect: importlib._bootstrap_external _bootstrap_external.py False _frozen_importlib_external frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    importlib._bootstrap_external _bootstrap_external.py False None "
# expect: zipimport zipimport.py False zipimport frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    zipimport zipimport.py False None "
# expect: abc abc.py False abc frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    abc abc.py False None "
# expect: codecs codecs.py False codecs frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    codecs codecs.py False None "
# expect: io io.py False io frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    io io.py False None "
# expect: os os.py False os frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    os os.py False None "
# expect: os.path posixpath.py False posixpath frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    posixpath posixpath.py False None "
# expect: runpy runpy.py False runpy frozen <class '_frozen_importlib.FrozenImporter'>
# expect-json: "    runpy runpy.py False None "
# expect: importlib.util util.py False importlib.util frozen <class '_frozen_importlib.FrozenImporter'>
# expect:     importlib.util util.py False None importlib
# expect: <frozen posixpath> {'<frozen posixpath>'}
# expect: <frozen __hello__> <frozen __phello__>
# expect: <module 'stat' (frozen)> None <class 'memoryview'>
# expect: No such frozen object named 'nope' nope
# expect: Frozen object named 'os' is invalid os
# expect: <frozen stat>
# expect: 1 True (None, False, 'os') (None, False, 'importlib._bootstrap') True
# expect: -1 False None (None, False, 'importlib._bootstrap') True
# expect: 0 True (None, False, 'os') (None, False, 'importlib._bootstrap') True
# expect: frozen True
# expect: Hello world!
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 46, in show
# expect:     call()
# expect:     ~~~~^^
# expect:   File "FILE", line 56, in <lambda>
# expect:     show(lambda: open(path, encoding="utf-8").read())
# expect:                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^^
# expect:   File "<frozen codecs>", line 325, in decode
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 3: unexpected end of data
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 46, in show
# expect:     call()
# expect:     ~~~~^^
# expect:   File "FILE", line 57, in <lambda>
# expect:     show(lambda: os.environ["NO_SUCH_NAME"])
# expect:                  ~~~~~~~~~~^^^^^^^^^^^^^^^^
# expect:   File "<frozen os>", line 716, in __getitem__
# expect: KeyError: 'NO_SUCH_NAME'
# expect: _signal ModuleSpec(name='_signal', loader=<class '_frozen_importlib.BuiltinImporter'>, origin='built-in')
# expect: _thread ModuleSpec(name='_thread', loader=<class '_frozen_importlib.BuiltinImporter'>, origin='built-in')
# expect: _warnings ModuleSpec(name='_warnings', loader=<class '_frozen_importlib.BuiltinImporter'>, origin='built-in')
# expect: builtins ModuleSpec(name='builtins', loader=<class '_frozen_importlib.BuiltinImporter'>, origin='built-in')
# expect: marshal ModuleSpec(name='marshal', loader=<class '_frozen_importlib.BuiltinImporter'>, origin='built-in')
# expect: posix ModuleSpec(name='posix', loader=<class '_frozen_importlib.BuiltinImporter'>, origin='built-in')
# expect: sys ModuleSpec(name='sys', loader=<class '_frozen_importlib.BuiltinImporter'>, origin='built-in')
# expect: ['__main__']
