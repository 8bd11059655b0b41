// sys.monitoring: tools take an identifier, say which events they want, from all code or from one code object, and which
// function is to be told (PEP 669). The work is done in interpreter/monitoring/.
import {
  C_RAISE,
  C_RETURN,
  CALL,
  EVENT_NAMES,
  exchangeCallable,
  globalTools,
  LOCAL_EVENT_COUNT,
  PROGRAM_TOOL_COUNT,
  toolName,
  UNGROUPED_EVENT_COUNT,
} from "../interpreter/monitoring/events.ts";
import {
  getEvents,
  getLocalEvents,
  restartEvents,
  setEvents,
  setLocalEvents,
} from "../interpreter/monitoring/instrument.ts";
import { DISABLE, MISSING } from "../interpreter/monitoring/sentinels.ts";
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyObject_Call } from "../objects/call_object.ts";
import { declareSubmodule } from "../objects/declare.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { raise } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { clearSlot, decref, isUnicode, newRef, typeOf } from "../objects/object.ts";
import { emptyTuple } from "../objects/tuple_core.ts";
import { _PyNamespace_Type, Py_None, PyCode_Type, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { createDeclared, execDeclared, setStolen } from "./make_module.ts";

const RETURN_EVENTS = (1 << C_RETURN) | (1 << C_RAISE);
const CALL_EVENTS = RETURN_EVENTS | (1 << CALL);

function isTool(tool: number): boolean {
  if (tool >= 0 && tool < PROGRAM_TOOL_COUNT) return true;
  raise(PyExc_ValueError, `invalid tool ${tool} (must be between 0 and ${PROGRAM_TOOL_COUNT - 1})`);
  return false;
}

function isCode(code: Borrowed): boolean {
  if (typeOf(code) === PyCode_Type) return true;
  raise(PyExc_TypeError, "code must be a code object");
  return false;
}

/** C_RETURN and C_RAISE come with CALL only. */
function hasWholeCalls(events: number): boolean {
  if ((events & RETURN_EVENTS) === 0 || (events & CALL_EVENTS) === CALL_EVENTS) return true;
  raise(PyExc_ValueError, "cannot set C_RETURN or C_RAISE events independently");
  return false;
}

function use_tool_id(_module: Borrowed, tool: number, name: Borrowed): Owned {
  if (!isTool(tool)) return 0;
  if (!isUnicode(name)) return raise(PyExc_ValueError, "tool name must be a str");
  if (ptr(toolName(tool)) !== 0) return raise(PyExc_ValueError, `tool ${tool} is already in use`);
  setPtr(toolName(tool), newRef(name));
  return Py_None;
}

function free_tool_id(_module: Borrowed, tool: number): Owned {
  if (!isTool(tool)) return 0;
  clearSlot(toolName(tool));
  return Py_None;
}

function get_tool(_module: Borrowed, tool: number): Owned {
  return isTool(tool) ? newRef(ptr(toolName(tool)) || Py_None) : 0;
}

function register_callback(_module: Borrowed, tool: number, event: number, func: Borrowed): Owned {
  if (!isTool(tool)) return 0;
  if (event === 0 || (event & (event - 1)) !== 0) {
    return raise(PyExc_ValueError, "The callback can only be set for one event at a time");
  }
  const number = 31 - Math.clz32(event);
  if (number >= EVENT_NAMES.length) return raise(PyExc_ValueError, `invalid event ${event}`);
  return exchangeCallable(tool, number, func === Py_None ? 0 : newRef(func)) || Py_None;
}

function get_events(_module: Borrowed, tool: number): Owned {
  return isTool(tool) ? PyLong_FromNumber(getEvents(tool)) : 0;
}

function set_events(_module: Borrowed, tool: number, events: number): Owned {
  if (!isTool(tool)) return 0;
  if (events < 0 || events >= 1 << EVENT_NAMES.length) {
    return raise(PyExc_ValueError, `invalid event set 0x${(events >>> 0).toString(16)}`);
  }
  if (!hasWholeCalls(events)) return 0;
  return setEvents(tool, events & ~RETURN_EVENTS) < 0 ? 0 : Py_None;
}

function get_local_events(_module: Borrowed, tool: number, code: Borrowed): Owned {
  return isCode(code) && isTool(tool) ? PyLong_FromNumber(getLocalEvents(code, tool)) : 0;
}

function set_local_events(_module: Borrowed, tool: number, code: Borrowed, events: number): Owned {
  if (!isCode(code) || !isTool(tool) || !hasWholeCalls(events)) return 0;
  const local = events & ~RETURN_EVENTS;
  if (local < 0 || local >= 1 << LOCAL_EVENT_COUNT) {
    return raise(PyExc_ValueError, `invalid local event set 0x${(local >>> 0).toString(16)}`);
  }
  return setLocalEvents(code, tool, local) < 0 ? 0 : Py_None;
}

function restart_events(): Owned {
  return restartEvents() < 0 ? 0 : Py_None;
}

/** What is watched everywhere: names of events to sets of tools. */
function all_events(): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  for (let event = 0; event < UNGROUPED_EVENT_COUNT; event++) {
    const tools = globalTools(event);
    if (tools !== 0 && setStolen(dict, EVENT_NAMES[event], PyLong_FromNumber(tools)) < 0) {
      decref(dict);
      return 0;
    }
  }
  return dict;
}

/** A namespace of the events' bits. Owned. */
function eventNamespace(): Owned {
  const dict = PyDict_New();
  for (const [event, name] of EVENT_NAMES.entries()) {
    if (setStolen(dict, name, PyLong_FromNumber(1 << event)) < 0) return 0;
  }
  if (setStolen(dict, "NO_EVENTS", PyLong_FromNumber(0)) < 0) return 0;
  const result = PyObject_Call(_PyNamespace_Type, emptyTuple, dict);
  decref(dict);
  return result;
}

const declared = declareSubmodule({
  name: "sys.monitoring",
  functions: [
    ["use_tool_id", "(tool_id: int, name, /)", use_tool_id],
    ["free_tool_id", "(tool_id: int, /)", free_tool_id],
    ["get_tool", "(tool_id: int, /)", get_tool],
    ["register_callback", "(tool_id: int, event: int, func, /)", register_callback],
    ["get_events", "(tool_id: int, /)", get_events],
    ["set_events", "(tool_id: int, event_set: int, /)", set_events],
    ["get_local_events", "(tool_id: int, code, /)", get_local_events],
    ["set_local_events", "(tool_id: int, code, event_set: int, /)", set_local_events],
    ["restart_events", "()", restart_events],
    ["_all_events", "()", all_events],
  ],
  exec: (_module, dict) => {
    const rows: readonly [string, Owned][] = [
      ["DISABLE", DISABLE],
      ["MISSING", MISSING],
      ["events", eventNamespace()],
      ["DEBUGGER_ID", PyLong_FromNumber(0)],
      ["COVERAGE_ID", PyLong_FromNumber(1)],
      ["PROFILER_ID", PyLong_FromNumber(2)],
      ["OPTIMIZER_ID", PyLong_FromNumber(5)],
    ];
    return rows.every(([name, value]) => setStolen(dict, name, value) >= 0) ? 0 : -1;
  },
});

/** The module, for sys to hold. Owned, 0 with an error set. */
export function makeMonitoring(): Owned {
  const module = createDeclared(declared);
  if (module !== 0 && execDeclared(declared, module) < 0) return 0;
  return module;
}
