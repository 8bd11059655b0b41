// The main thread's side of what a machine's host asks for (host/node/requests.ts).
import type { Control } from "../../host/control.ts";
import type { HostRequest } from "../../host/node/requests.ts";
import { serveChildren } from "./children.ts";
import { serveTimer } from "./timer.ts";

/** Takes messages of a worker; answers whether one was such a request. askInput: has input given on the control page. */
export function serveHost(control: Control, askInput: () => void): (message: { readonly type?: string }) => boolean {
  const setTimer = serveTimer(control);
  return (message) => {
    const request = message as HostRequest;
    switch (request.type) {
      case "input":
        askInput();
        return true;
      case "children":
        void serveChildren(request.port, control);
        return true;
      case "timer":
        setTimer(request.ms, request.intervalMs);
        return true;
      default:
        return false;
    }
  };
}
