// The module that sysconfig reads its build variables from. CPython's is written when it is built; ours says what is so of this
// machine: there is no C compiler behind it, nothing is linked, and extension modules cannot be loaded.

const VARIABLES: Readonly<Record<string, string | number>> = {
  ABIFLAGS: "",
  CC: "",
  CFLAGS: "",
  CONFIG_ARGS: "",
  EXT_SUFFIX: "",
  HAVE_FORK: 0,
  LDFLAGS: "",
  LDLIBRARY: "",
  LDVERSION: "3.13",
  MACHDEP: "linux",
  MULTIARCH: "",
  PY_CFLAGS: "",
  Py_DEBUG: 0,
  Py_ENABLE_SHARED: 0,
  Py_GIL_DISABLED: 0,
  Py_TRACE_REFS: 0,
  SIZEOF_VOID_P: 8,
  SOABI: "",
  TEST_MODULES: "no",
  VERSION: "3.13",
  WITH_DOC_STRINGS: 1,
  WITH_MIMALLOC: 0,
  WITH_PYMALLOC: 1,
};

/** Its name has the platform in it: sysconfig asks for it by sys.abiflags, sys.platform and sys.implementation._multiarch. */
export const SYSCONFIGDATA_FILE = "_sysconfigdata__linux_x86_64-linux-gnu.py";

export function sysconfigdataSource(): string {
  const rows = Object.entries(VARIABLES).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  return `# The build variables of this machine.\nbuild_time_vars = {\n${rows.join("")}}\n`;
}
