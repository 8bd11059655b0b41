// The main thread's side of child processes (host/node/processes.ts): starts them and tells of their ends.
import type { MessagePort } from "node:worker_threads";
import type { Control } from "../../host/control.ts";
import { ERRNO, type ErrnoName } from "../../host/errno.ts";
import type { ChildAnswer, ChildRequest } from "../../host/node/processes.ts";

const EXIT_SHIFT = 8;

/** Serves a machine's requests to start children. Loads nothing before the first. */
export async function serveChildren(port: MessagePort, control: Control): Promise<void> {
  const { spawn } = await import("node:child_process");
  const { constants } = await import("node:os");
  const answer = (message: ChildAnswer): void => {
    port.postMessage(message);
    control.wake();
  };
  const refuse = (error: unknown): void => {
    const code = (error as { code?: string }).code ?? "";
    answer({ type: "refused", errno: ERRNO[code as ErrnoName] ?? ERRNO.EIO });
  };
  port.on("message", (request: ChildRequest) => {
    try {
      const child = spawn(request.file, request.args.slice(1), {
        argv0: request.args[0],
        cwd: request.directory,
        env: request.environment === null ? process.env : Object.fromEntries(request.environment),
        stdio: request.files.map((fd) => (fd < 0 ? "ignore" : fd)),
        detached: request.isNewSession,
        ...(request.uid === null ? {} : { uid: request.uid }),
        ...(request.gid === null ? {} : { gid: request.gid }),
      });
      const pid = child.pid;
      child.on("error", (error) => {
        if (pid === undefined) refuse(error);
      });
      if (pid === undefined) return;
      answer({ type: "spawned", pid });
      child.on("exit", (status, signal) => {
        const number = signal === null ? 0 : constants.signals[signal];
        answer({ type: "exited", pid, status: signal === null ? ((status ?? 0) & 0xff) << EXIT_SHIFT : number });
      });
    } catch (error) {
      refuse(error);
    }
  });
}
