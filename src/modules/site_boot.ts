// The module site, imported when the boot image is made. Its main() would look at the host: at folders for further packages,
// the user's own and virtual environments. That is left to the start of a program that has one of these
// (machine/configure.ts); what remains is done here: the built-ins that it adds (help, exit, quit, copyright, credits,
// license).
// Invariant: nothing here depends on where the image is made.
import { PyObject_GetAttr, PyObject_SetAttr } from "../objects/abstract.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { bool } from "../objects/long_core.ts";
import { decref } from "../objects/object.ts";
import { setStolen } from "./make_module.ts";
import { flags } from "./sys_structs.ts";
import { sysDict } from "./sysdict.ts";

const _id_flags = identifier("flags");
const ADDITIONS = ["setquit", "setcopyright", "sethelper"].map(identifier);
const id_ENABLE_USER_SITE = identifier("ENABLE_USER_SITE");
const id_register_readline = identifier("register_readline");

/** 0, or -1 with an error set. */
export function initializeSite(): number {
  // As with -S: then importing it does not call main().
  if (setStolen(sysDict(), "flags", flags.make({ no_site: 1 })) < 0) return -1;
  const site = PyImport_ImportModule("site");
  if (site === 0 || setStolen(sysDict(), "flags", flags.make()) < 0) return -1;
  for (const name of ADDITIONS) {
    const result = PyObject_CallMethod(site, name);
    if (result === 0) return -1;
    decref(result);
  }
  if (PyObject_SetAttr(site, id_ENABLE_USER_SITE, bool(true)) < 0) return -1;
  const hook = PyObject_GetAttr(site, id_register_readline);
  decref(site);
  return setStolen(sysDict(), "__interactivehook__", hook);
}
