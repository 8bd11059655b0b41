// Names that code asks identifier() for only while it runs: reserved beforehand, since an identifier's bytes are written
// once, at boot. Names asked for when a module is evaluated need no entry here.
export const RUNTIME_NAMES = `
  BuiltinImporter False Generic Py_Repr SourceFileLoader True __abstractmethods__ __aenter__ __aexit__ __aiter__
  __all__ __anext__ __annotations__ __args__ __await__ __bases__ __bool__ __build_class__ __builtins__ __bytes__
  __call__ __class__ __class_getitem__ __classcell__ __classdictcell__ __complex__ __contains__ __del__
  __delattr__ __delete__ __delitem__ __dict__ __dir__ __doc__ __enter__ __exit__ __file__ __format__ __fspath__
  __get__ __getattr__ __getattribute__ __getitem__ __getnewargs__ __getnewargs_ex__ __getstate__ __hash__
  __import__ __index__ __init__ __init_subclass__ __instancecheck__ __isabstractmethod__ __iter__ __len__
  __length_hint__ __loader__ __main__ __match_args__ __missing__ __module__ __mro_entries__ __name__ __new__
  __newobj__ __newobj_ex__ __notes__ __orig_bases__ __orig_class__ __origin__ __package__ __parameters__ __path__
  __pow__ __prepare__ __qualname__ __reduce__ __repr__ __reversed__ __round__ __set__ __set_name__ __setattr__
  __setitem__ __sizeof__ __slots__ __spec__ __subclasscheck__ __traceback__ __trunc__ __type_params__
  __typing_is_unpacked_typevartuple__ __typing_prepare_subst__ __typing_subst__ __typing_unpacked_tuple_args__
  __weakref__ __wrapped__ _data _find_and_load _frozen_importlib _frozen_importlib_external _handle_fromlist
  _initializing _is_text_encoding _module_repr _reduce_ex _run_exitfuncs _run_module_as_main _shutdown
  _uninitialized_submodules append argdefs atexit base builtins close closed closure code collected dict
  displayhook environ excepthook f_code flags flush generation get globals has_location index items iter keys kwdefaults
  metaclass n_fields n_sequence_fields n_unnamed_fields name next origin os parent path posix readline reversed
  safe_path send sequence split start stderr stdlib_module_names stdout stop threading throw uncollectable write
`
  .trim()
  .split(/\s+/);
