// PyConfig in the interpreter's state, from a configuration that is plain data.
import { PyConfig, PyPreConfig } from "../memory/structs/config.ts";
import { setConfigured, setPreConfigured } from "../objects/config.ts";
import type { PythonConfig } from "./python_config.ts";

/** The numbers of PyConfig: a row for each that a configuration has. */
const NUMBERS = [
  "isolated",
  "use_environment",
  "dev_mode",
  "faulthandler",
  "import_time",
  "code_debug_ranges",
  "site_import",
  "bytes_warning",
  "warn_default_encoding",
  "inspect",
  "interactive",
  "optimization_level",
  "parser_debug",
  "write_bytecode",
  "verbose",
  "quiet",
  "user_site_directory",
  "buffered_stdio",
  "use_frozen_modules",
  "safe_path",
  "int_max_str_digits",
  "cpu_count",
  "skip_source_first_line",
] as const satisfies readonly (keyof PythonConfig & keyof typeof PyConfig)[];

/** Writes PyConfig: for the boot image, and before a program. */
export function writeConfig(config: PythonConfig): void {
  for (const name of NUMBERS) setConfigured(PyConfig[name], config[name]);
  setPreConfigured(PyPreConfig.isolated, config.isolated);
  setPreConfigured(PyPreConfig.use_environment, config.use_environment);
  setPreConfigured(PyPreConfig.utf8_mode, config.utf8_mode);
  setPreConfigured(PyPreConfig.dev_mode, config.dev_mode);
  // Hashes are those of PYTHONHASHSEED=0 in every run.
  setConfigured(PyConfig.use_hash_seed, 1);
  setConfigured(PyConfig.install_signal_handlers, 1);
  setConfigured(PyConfig._install_importlib, 1);
  setConfigured(PyConfig._init_main, 1);
}
