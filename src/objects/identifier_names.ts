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

/**
 * The identifiers of CPython 3.13's runtime (pycore_global_strings.h), which are interned from the start: a set of constant
 * strings has another order when one of them is among these.
 */
export const CPYTHON_NAMES = `
  CANCELLED FINISHED False JSONDecodeError PENDING Py_Repr TextIOWrapper True WarningMessage _WindowsConsoleIO
  __IOBase_closed __abc_tpflags__ __abs__ __abstractmethods__ __add__ __aenter__ __aexit__ __aiter__ __all__ __and__
  __anext__ __annotations__ __args__ __await__ __bases__ __bool__ __buffer__ __build_class__ __builtins__ __bytes__
  __call__ __cantrace__ __class__ __class_getitem__ __classcell__ __classdict__ __classdictcell__ __complex__
  __contains__ __copy__ __ctypes_from_outparam__ __del__ __delattr__ __delete__ __delitem__ __dict__ __dictoffset__
  __dir__ __divmod__ __doc__ __enter__ __eq__ __exit__ __file__ __firstlineno__ __float__ __floordiv__ __format__
  __fspath__ __ge__ __get__ __getattr__ __getattribute__ __getinitargs__ __getitem__ __getnewargs__
  __getnewargs_ex__ __getstate__ __gt__ __hash__ __iadd__ __iand__ __ifloordiv__ __ilshift__ __imatmul__ __imod__
  __import__ __imul__ __index__ __init__ __init_subclass__ __instancecheck__ __int__ __invert__ __ior__ __ipow__
  __irshift__ __isabstractmethod__ __isub__ __iter__ __itruediv__ __ixor__ __le__ __len__ __length_hint__
  __lltrace__ __loader__ __lshift__ __lt__ __main__ __match_args__ __matmul__ __missing__ __mod__ __module__
  __mro_entries__ __mul__ __name__ __ne__ __neg__ __new__ __newobj__ __newobj_ex__ __next__ __notes__ __or__
  __orig_class__ __origin__ __package__ __parameters__ __path__ __pos__ __pow__ __prepare__ __qualname__ __radd__
  __rand__ __rdivmod__ __reduce__ __reduce_ex__ __release_buffer__ __repr__ __reversed__ __rfloordiv__ __rlshift__
  __rmatmul__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__
  __set__ __set_name__ __setattr__ __setitem__ __setstate__ __sizeof__ __slotnames__ __slots__ __spec__
  __static_attributes__ __str__ __sub__ __subclasscheck__ __subclasshook__ __truediv__ __trunc__ __type_params__
  __typing_is_unpacked_typevartuple__ __typing_prepare_subst__ __typing_subst__ __typing_unpacked_tuple_args__
  __warningregistry__ __weaklistoffset__ __weakref__ __xor__ _abc_impl _abstract_ _active _align_ _annotation
  _anonymous_ _argtypes_ _as_parameter_ _asyncio_future_blocking _blksize _bootstrap _check_retval_ _dealloc_warn
  _feature_version _field_types _fields_ _finalizing _find_and_load _fix_up_module _flags_ _get_sourcefile
  _handle_fromlist _initializing _io _is_text_encoding _length_ _limbo _lock_unlock_module _loop _needs_com_addref_
  _only_immortal _pack_ _restype_ _showwarnmsg _shutdown _slotnames _strptime _strptime_datetime _swappedbytes_
  _type_ _uninitialized_submodules _warn_unawaited_coroutine _xoptions abs_tol access aclose add add_done_callback
  after_in_child after_in_parent aggregate_class alias allow_code append arg argdefs args arguments argv
  as_integer_ratio asend ast athrow attribute authorizer_callback autocommit backtick base before big binary_form
  block bound buffer buffer_callback buffer_size buffering buffers bufsize builtins byteorder bytes bytes_per_sep
  c_call c_exception c_return cached_datetime_module cached_statements cadata cafile call call_exception_handler
  call_soon callback cancel capath category cb_type certfile check_same_thread clear close closed closefd closure
  co_argcount co_cellvars co_code co_consts co_exceptiontable co_filename co_firstlineno co_flags co_freevars
  co_kwonlyargcount co_linetable co_name co_names co_nlocals co_posonlyargcount co_qualname co_stacksize co_varnames
  code col_offset command comment_factory compile_mode consts context contravariant cookie copy copyreg coro count
  covariant cwd data database day decode decoder default defaultaction delete depth desired_access detect_types
  deterministic device dict dictcomp difference_update digest digest_size digestmod dir_fd discard dispatch_table
  displayhook dklen doc dont_inherit dst dst_dir_fd eager_start effective_ids element_factory encode encoding end
  end_col_offset end_lineno end_offset endpos entrypoint env errors event eventmask exc_type exc_value excepthook
  exception existing_file_name exp extend extra_tokens facility factory false family fanout fd fd2 fdel fget file
  file_actions filename fileno filepath fillvalue filter filters final find_class fix_imports flags flush fold
  follow_symlinks format from_param fromlist fromtimestamp fromutc fset func future generation genexpr get get_debug
  get_event_loop get_loop get_source getattr getstate gid globals groupindex groups handle handle_seq has_location
  hash_name header headers hi hook hour ident identity_hint ignore imag importlib in_fd incoming indexgroup inf
  infer_variance inherit_handle inheritable initial initial_bytes initial_owner initial_state initial_value initval
  inner_size input insert_comments insert_pis instructions intern intersection interval is_running isatty isinstance
  isoformat isolation_level istext item items iter iterable iterations join jump keepends key keyfile keys kind kw
  kw1 kw2 kwdefaults label lambda last last_exc last_node last_traceback last_type last_value latin1 leaf_size len
  length level limit line line_buffering lineno listcomp little lo locale locals logoption loop manual_reset mapping
  match max_length maxdigits maxevents maxlen maxmem maxsplit maxvalue memLevel memlimit message metaclass metadata
  method microsecond milliseconds minute mod mode module module_globals modules month mro msg mutex mycmp n_arg
  n_fields n_sequence_fields n_unnamed_fields name name_from namespace_separator namespaces narg ndigits nested
  new_file_name new_limit newline newlines next nlocals node_depth node_offset ns nstype nt null number obj object
  offset offset_dst offset_src on_type_read onceregistry only_keys oparg opcode open opener operation optimize
  options order origin out_fd outgoing overlapped owner pages parent password path pattern peek persistent_id
  persistent_load person pi_factory pid policy pos pos1 pos2 posix print_file_and_line priority progress
  progress_handler progress_routine proto protocol ps1 ps2 query quotetabs raw read read1 readable readall readinto
  readinto1 readline readonly real reducer_override registry rel_tol release reload repl replace reserved reset
  resetids return reverse reversed salt sched_priority scheduler second security_attributes seek seekable selectors
  self send sep sequence server_hostname server_side session setcomp setpgroup setsid setsigdef setsigmask setstate
  shape show_cmd signed size sizehint skip_file_prefixes sleep sock sort source source_traceback spam src src_dir_fd
  stacklevel start statement status stderr stdin stdout step steps store_name strategy strftime strict strict_mode
  string sub_key symmetric_difference_update tabsize tag target target_is_directory task tb_frame tb_lasti tb_lineno
  tb_next tell template term text threading throw timeout times timetuple top trace_callback traceback trailers
  translate true truncate twice txt type type_params tz tzinfo tzname uid unlink unraisablehook uri usedforsecurity
  value values version volume wait_all warn_on_full_buffer warnings warnoptions wbits week weekday which who
  withdata writable write write_through year zdict
`
  .trim()
  .split(/\s+/);

/**
 * What else CPython's start has interned, and ours has no use for: names in modules that its start executes and ours has
 * put aside or written anew (getpath; site and _frozen_importlib_external, compiled in full), fields of PyConfig, functions
 * that Node cannot serve. Asked of CPython 3.13 (identifier_names.test.ts asks again).
 */
export const START_NAMES = `
  ABI_THREAD BUILDDIR_TXT BUILDSTDLIB_LANDMARKS BUILD_LANDMARK CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED
  CLD_STOPPED CLD_TRAPPED CLOCK_TAI CLONE_FILES CLONE_FS CLONE_NEWCGROUP CLONE_NEWIPC CLONE_NEWNET CLONE_NEWNS
  CLONE_NEWPID CLONE_NEWTIME CLONE_NEWUSER CLONE_NEWUTS CLONE_SIGHAND CLONE_SYSVSEM CLONE_THREAD CLONE_VM
  CS_GNU_LIBC_VERSION CS_GNU_LIBPTHREAD_VERSION CS_LFS64_CFLAGS CS_LFS64_LDFLAGS CS_LFS64_LIBS CS_LFS64_LINTFLAGS
  CS_LFS_CFLAGS CS_LFS_LDFLAGS CS_LFS_LIBS CS_LFS_LINTFLAGS CS_PATH CS_XBS5_ILP32_OFF32_CFLAGS
  CS_XBS5_ILP32_OFF32_LDFLAGS CS_XBS5_ILP32_OFF32_LIBS CS_XBS5_ILP32_OFF32_LINTFLAGS CS_XBS5_ILP32_OFFBIG_CFLAGS
  CS_XBS5_ILP32_OFFBIG_LDFLAGS CS_XBS5_ILP32_OFFBIG_LIBS CS_XBS5_ILP32_OFFBIG_LINTFLAGS CS_XBS5_LP64_OFF64_CFLAGS
  CS_XBS5_LP64_OFF64_LDFLAGS CS_XBS5_LP64_OFF64_LIBS CS_XBS5_LP64_OFF64_LINTFLAGS CS_XBS5_LPBIG_OFFBIG_CFLAGS
  CS_XBS5_LPBIG_OFFBIG_LDFLAGS CS_XBS5_LPBIG_OFFBIG_LIBS CS_XBS5_LPBIG_OFFBIG_LINTFLAGS CloseKey DEFAULT_PROGRAM_NAME
  DELIM EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE ENV_PATH ENV_PYTHONEXECUTABLE ENV_PYTHONHOME ENV___PYVENV_LAUNCHER__
  EXEC_PREFIX EXE_SUFFIX EnumKey F_LOCK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM GetACP HAVE_FACCESSAT
  HAVE_FCHDIR HAVE_FCHMOD HAVE_FCHMODAT HAVE_FCHOWN HAVE_FCHOWNAT HAVE_FDOPENDIR HAVE_FEXECVE HAVE_FPATHCONF
  HAVE_FSTATAT HAVE_FSTATVFS HAVE_FTRUNCATE HAVE_FUTIMENS HAVE_FUTIMES HAVE_FUTIMESAT HAVE_LCHFLAGS HAVE_LCHMOD
  HAVE_LCHOWN HAVE_LINKAT HAVE_LSTAT HAVE_LUTIMES HAVE_MKDIRAT HAVE_MKFIFOAT HAVE_MKNODAT HAVE_OPENAT HAVE_READLINKAT
  HAVE_RENAMEAT HAVE_SYMLINKAT HAVE_UNLINKAT HAVE_UTIMENSAT ITIMER_PROF ITIMER_REAL ITIMER_VIRTUAL ItimerError
  MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB
  MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK
  MFD_HUGE_SHIFT MS_WINDOWS NSIG OpenKeyEx PC_ALLOC_SIZE_MIN PC_ASYNC_IO PC_CHOWN_RESTRICTED PC_FILESIZEBITS
  PC_LINK_MAX PC_MAX_CANON PC_MAX_INPUT PC_NAME_MAX PC_NO_TRUNC PC_PATH_MAX PC_PIPE_BUF PC_PRIO_IO
  PC_REC_INCR_XFER_SIZE PC_REC_MAX_XFER_SIZE PC_REC_MIN_XFER_SIZE PC_REC_XFER_ALIGN PC_SOCK_MAXBUF PC_SYMLINK_MAX
  PC_SYNC_IO PC_VDISABLE PLATLIBDIR PLATSTDLIB_LANDMARK POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL
  POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_CLOSEFROM POSIX_SPAWN_DUP2
  POSIX_SPAWN_OPEN PREFIX PRIO_PGRP PRIO_PROCESS PRIO_USER PYDEBUGEXT PYTHONPATH PYWINVER P_NOWAIT P_NOWAITO P_WAIT
  RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND RWF_DSYNC RWF_HIPRI
  RWF_NOWAIT RWF_SYNC SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR SC_2_CHAR_TERM
  SC_2_C_BIND SC_2_C_DEV SC_2_C_VERSION SC_2_FORT_DEV SC_2_FORT_RUN SC_2_LOCALEDEF SC_2_SW_DEV SC_2_UPE SC_2_VERSION
  SC_AIO_LISTIO_MAX SC_AIO_MAX SC_AIO_PRIO_DELTA_MAX SC_ARG_MAX SC_ASYNCHRONOUS_IO SC_ATEXIT_MAX SC_AVPHYS_PAGES
  SC_BC_BASE_MAX SC_BC_DIM_MAX SC_BC_SCALE_MAX SC_BC_STRING_MAX SC_CHARCLASS_NAME_MAX SC_CHAR_BIT SC_CHAR_MAX
  SC_CHAR_MIN SC_CHILD_MAX SC_CLK_TCK SC_COLL_WEIGHTS_MAX SC_DELAYTIMER_MAX SC_EQUIV_CLASS_MAX SC_EXPR_NEST_MAX
  SC_FSYNC SC_GETGR_R_SIZE_MAX SC_GETPW_R_SIZE_MAX SC_INT_MAX SC_INT_MIN SC_IOV_MAX SC_JOB_CONTROL SC_LINE_MAX
  SC_LOGIN_NAME_MAX SC_LONG_BIT SC_MAPPED_FILES SC_MB_LEN_MAX SC_MEMLOCK SC_MEMLOCK_RANGE SC_MEMORY_PROTECTION
  SC_MESSAGE_PASSING SC_MINSIGSTKSZ SC_MQ_OPEN_MAX SC_MQ_PRIO_MAX SC_NGROUPS_MAX SC_NL_ARGMAX SC_NL_LANGMAX
  SC_NL_MSGMAX SC_NL_NMAX SC_NL_SETMAX SC_NL_TEXTMAX SC_NPROCESSORS_CONF SC_NPROCESSORS_ONLN SC_NZERO SC_OPEN_MAX
  SC_PAGESIZE SC_PAGE_SIZE SC_PASS_MAX SC_PHYS_PAGES SC_PII SC_PII_INTERNET SC_PII_INTERNET_DGRAM
  SC_PII_INTERNET_STREAM SC_PII_OSI SC_PII_OSI_CLTS SC_PII_OSI_COTS SC_PII_OSI_M SC_PII_SOCKET SC_PII_XTI SC_POLL
  SC_PRIORITIZED_IO SC_PRIORITY_SCHEDULING SC_REALTIME_SIGNALS SC_RE_DUP_MAX SC_RTSIG_MAX SC_SAVED_IDS SC_SCHAR_MAX
  SC_SCHAR_MIN SC_SELECT SC_SEMAPHORES SC_SEM_NSEMS_MAX SC_SEM_VALUE_MAX SC_SHARED_MEMORY_OBJECTS SC_SHRT_MAX
  SC_SHRT_MIN SC_SIGQUEUE_MAX SC_SSIZE_MAX SC_STREAM_MAX SC_SYNCHRONIZED_IO SC_THREADS SC_THREAD_ATTR_STACKADDR
  SC_THREAD_ATTR_STACKSIZE SC_THREAD_DESTRUCTOR_ITERATIONS SC_THREAD_KEYS_MAX SC_THREAD_PRIORITY_SCHEDULING
  SC_THREAD_PRIO_INHERIT SC_THREAD_PRIO_PROTECT SC_THREAD_PROCESS_SHARED SC_THREAD_SAFE_FUNCTIONS SC_THREAD_STACK_MIN
  SC_THREAD_THREADS_MAX SC_TIMERS SC_TIMER_MAX SC_TTY_NAME_MAX SC_TZNAME_MAX SC_T_IOV_MAX SC_UCHAR_MAX SC_UINT_MAX
  SC_UIO_MAXIOV SC_ULONG_MAX SC_USHRT_MAX SC_VERSION SC_WORD_BIT SC_XBS5_ILP32_OFF32 SC_XBS5_ILP32_OFFBIG
  SC_XBS5_LP64_OFF64 SC_XBS5_LPBIG_OFFBIG SC_XOPEN_CRYPT SC_XOPEN_ENH_I18N SC_XOPEN_LEGACY SC_XOPEN_REALTIME
  SC_XOPEN_REALTIME_THREADS SC_XOPEN_SHM SC_XOPEN_UNIX SC_XOPEN_VERSION SC_XOPEN_XCU_VERSION SC_XOPEN_XPG2
  SC_XOPEN_XPG3 SC_XOPEN_XPG4 SEP SIGABRT SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGFPE SIGHUP SIGILL SIGINT SIGIO
  SIGIOT SIGKILL SIGPIPE SIGPOLL SIGPROF SIGPWR SIGQUIT SIGRTMAX SIGRTMIN SIGSEGV SIGSTKFLT SIGSTOP SIGSYS SIGTERM
  SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ SIG_BLOCK SIG_DFL SIG_IGN
  SIG_SETMASK SIG_UNBLOCK SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK STDLIB_LANDMARKS STDLIB_SUBDIR ST_MANDLOCK
  ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TFD_CLOEXEC
  TFD_NONBLOCK TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET VENV_LANDMARK VERSION_MAJOR VERSION_MINOR VPATH
  WITH_NEXT_FRAMEWORK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX ZIP_LANDMARK _AddedDllDirectory _add
  _add_dll_directory _ag _alias_mbcs _config_init _cookie _coro _createenviron _debugmallocstats _f _from_flags
  _fscodec _fwalk _fwalk_close _fwalk_walk _fwalk_yield _get_framelocalsproxy _globals _init_main _inputhook
  _install_importlib _is_inputhook_installed _is_python_build _names _path_splitroot _py_abc _remove_dll_directory
  _set _spawnvef _winapi action add_dll_directory alarm ansi_code_page backslashreplace base_exe base_executable bit
  buffered_stdio build_prefix build_stdlib_prefix candidate char check_hash_pycs_mode check_str chflags
  children_system children_user chown chroot code_debug_ranges config configure_c_stdio confstr confstr_names
  copy_file_range ctermid default_int_handler device_encoding dirfd dll dump_refs dump_refs_file elapsed entries
  eventfd eventfd_read eventfd_write ex exe executable_dir f_bavail f_bfree f_blocks f_bsize f_favail f_ffree f_files
  f_flag f_frsize f_fsid f_namemax faulthandler fchdir fchmod fchown fdatasync filesystem_encoding filesystem_errors
  fork forkpty fpathconf fstatvfs fsync fwalk getgrouplist getgroups getitimer getloadavg getlogin getpgid getpgrp
  getpriority getrandom getresgid getresuid getsid getsignal getxattr grantpt had_delim had_equ hash_seed hassuffix hk
  home_was_set import_time initgroups install_signal_handlers interrupt_main isbytes isroot isxfile joinpath klass
  lchown library library_dir listxattr lockf login_tty machine makedev malloc_stats memfd_create mkfifo mknod
  module_search_paths module_search_paths_set namereplace new_root nice nodename ntpath openpty optimization_level
  orig_st os_name parse_argv parser_debug pathconf pathconf_names pathconfig_warnings pause perf_profiling perm
  pidfd_send_signal platstdlib_dir posix_fadvise posix_fallocate posix_openpt posix_spawn posix_spawnp pread preadv
  program_name pth pth_dir pthread_getcpuclockid pthread_kill pthread_sigmask ptsname pwrite pwritev py_setpath python
  pythonpath pythonpath_env pyvenvcfg raise_signal readv real_executable register_at_fork remove_dll_directory
  removexattr root run_command run_filename run_module sched_get_priority_max sched_get_priority_min sched_getaffinity
  sched_getparam sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam
  sched_setscheduler sched_yield search_up sendfile set_wakeup_fd setegid seteuid setgid setgroups setitimer setns
  setpgid setpgrp setpriority setregid setresgid setresuid setreuid setuid setxattr show_ref_count si_band si_code
  si_errno si_pid si_signo si_status si_uid siginterrupt signal sigpending sigtimedwait sigwait sigwaitinfo
  site_import skip_source_first_line spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice statvfs
  statvfs_result stdio_encoding stdio_errors stdlib_dir stdlib_dir_was_set_in_config strsignal struct_rusage
  struct_siginfo sts surrogatepass sync sys_path_0 sysconf sysconf_names sysname table tcgetpgrp tcsetpgrp test
  timerfd_create timerfd_gettime timerfd_gettime_ns timerfd_settime timerfd_settime_ns times_result topfd topname
  toppath tracemalloc ttyname uname uname_result unlockpt unshare use_environment use_frozen_modules use_hash_seed
  user user_site_directory valid_signals venv_prefix venv_prefix2 wait3 wait4 waitid waitid_result why wpid
  write_bytecode writev xmlcharrefreplace xoptions
`
  .trim()
  .split(/\s+/);
