// Sockets within the machine: streams whose both ends are the program's. No host is asked for any, so nothing of them is
// journaled; what a network would answer to anything else is answered as by a system that has none.
//
// An address is a path (AF_UNIX), or a name and a port with a space between them.
import { ERRNO } from "./errno.ts";
import type { SocketName } from "./host.ts";
import { type OpenFiles, SOCK, type Socket } from "./open_files.ts";

export const AF_UNIX = 1;
const AF_INET = 2;
const AF_INET6 = 10;
const IPPROTO_TCP = 6;

const isAny = (name: string): boolean => name === "0.0.0.0" || name === "::";
/** Names of the machine itself. */
const isLocal = (name: string): boolean => isAny(name) || name.startsWith("127.") || name === "::1";

export class Sockets {
  private readonly files: OpenFiles;

  constructor(files: OpenFiles) {
    this.files = files;
  }

  socket(family: number, kind: number, protocol: number): number {
    if (family !== AF_UNIX && family !== AF_INET && family !== AF_INET6) return -ERRNO.EAFNOSUPPORT;
    const plain = kind & ~(SOCK.NONBLOCK | SOCK.CLOEXEC);
    if (plain !== SOCK.STREAM || (protocol !== 0 && protocol !== IPPROTO_TCP)) return -ERRNO.EPROTONOSUPPORT;
    return this.files.socket(family, kind);
  }

  socketPair(family: number, kind: number, protocol: number): readonly [number, number] | number {
    if (family !== AF_UNIX) return -ERRNO.ENOTSUP;
    const plain = kind & ~(SOCK.NONBLOCK | SOCK.CLOEXEC);
    if (plain !== SOCK.STREAM && plain !== SOCK.DGRAM && plain !== SOCK.SEQPACKET) return -ERRNO.EINVAL;
    return protocol === 0 || protocol === AF_UNIX ? this.files.socketPair(family, kind) : -ERRNO.EPROTONOSUPPORT;
  }

  /** Or a negated errno. */
  socketOf(fd: number): Socket | number {
    const file = this.files.file(fd);
    return file === null ? -ERRNO.EBADF : file.type === "socket" ? file : -ERRNO.ENOTSOCK;
  }

  socketName(fd: number, which: "own" | "peer"): SocketName | number {
    const socket = this.socketOf(fd);
    if (typeof socket === "number") return socket;
    const address = which === "own" ? (socket.address ?? "") : socket.peer;
    if (address === null) return -ERRNO.ENOTCONN;
    return { family: socket.family, kind: socket.kind, listens: socket.waiting !== null, address };
  }

  bind(fd: number, address: string): number {
    const socket = this.socketOf(fd);
    if (typeof socket === "number") return socket;
    if (socket.address !== null) return -ERRNO.EINVAL;
    if (socket.family === AF_UNIX) {
      if (this.files.findSocket(socket.family, socket.kind, (other) => other === address)) return -ERRNO.EADDRINUSE;
      socket.address = address;
      return 0;
    }
    const [name, port] = address.split(" ");
    if (!isLocal(name)) return -ERRNO.EADDRNOTAVAIL;
    const chosen = port === "0" ? String(this.files.freePort()) : port;
    const isTaken = this.files.findSocket(socket.family, socket.kind, (other) => {
      const [otherName, otherPort] = other.split(" ");
      return otherPort === chosen && (otherName === name || isAny(otherName) || isAny(name));
    });
    if (isTaken) return -ERRNO.EADDRINUSE;
    socket.address = `${name} ${chosen}`;
    return 0;
  }

  listen(fd: number, backlog: number): number {
    const socket = this.socketOf(fd);
    if (typeof socket === "number") return socket;
    if (socket.address === null) {
      if (socket.family === AF_UNIX) return -ERRNO.EINVAL;
      socket.address = `${socket.family === AF_INET ? "0.0.0.0" : "::"} ${this.files.freePort()}`;
    }
    if (socket.peer !== null) return -ERRNO.EINVAL;
    socket.waiting ??= [];
    socket.backlog = backlog;
    return 0;
  }

  connect(fd: number, address: string): number {
    const socket = this.socketOf(fd);
    if (typeof socket === "number") return socket;
    if (socket.peer !== null || socket.waiting !== null) return -ERRNO.EISCONN;
    if (socket.family === AF_UNIX) {
      const server = this.files.findSocket(socket.family, socket.kind, (other) => other === address);
      return server === null ? -ERRNO.ENOENT : this.files.connect(socket, server);
    }
    const [name, port] = address.split(" ");
    if (!isLocal(name)) return -ERRNO.ENETUNREACH;
    const server = this.files.findSocket(socket.family, socket.kind, (other) => {
      const [otherName, otherPort] = other.split(" ");
      return otherPort === port && (otherName === name || isAny(otherName) || isAny(name));
    });
    if (server === null) return -ERRNO.ECONNREFUSED;
    const loopback = socket.family === AF_INET ? "127.0.0.1" : "::1";
    const target = isAny(name) ? loopback : name;
    socket.address ??= `${target} ${this.files.freePort()}`;
    const answer = this.files.connect(socket, server, `${target} ${port}`);
    return answer === -ERRNO.EAGAIN ? -ERRNO.ECONNREFUSED : answer;
  }

  shutdown(fd: number, how: number): number {
    const socket = this.socketOf(fd);
    if (typeof socket === "number") return socket;
    if (how < 0 || how > 2) return -ERRNO.EINVAL;
    if (socket.peer === null) return socket.family === AF_UNIX ? 0 : -ERRNO.ENOTCONN;
    this.files.shutDown(socket, how !== 1, how !== 0);
    return 0;
  }
}
