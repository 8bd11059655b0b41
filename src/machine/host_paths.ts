// Paths of the host, for what is done before a program runs: the folder of a script, links followed.
import { textFromBytes } from "../base/surrogate_escape.ts";
import { ERRNO } from "../host/errno.ts";
import { host, S } from "../host/host.ts";
import { hostBytes } from "../modules/host_text.ts";

const SEPARATOR = 0x2f;
const LINKS_MAX = 40;

/** "" where there is none. */
export function currentDirectory(): string {
  const directory = host().currentDirectory();
  return typeof directory === "number" ? "" : textFromBytes(directory);
}

/** Absolute, but not normalized: as __file__ and code of a script name it. */
export function absolutePath(path: string): string {
  if (path === "") return currentDirectory();
  return path.startsWith("/") ? path : `${currentDirectory()}/${path}`;
}

/** realpath(): absolute, without links, "." and "..". */
function followLinks(path: string): string {
  const todo = absolutePath(path).split("/");
  const done: string[] = [];
  let links = 0;
  while (todo.length > 0) {
    const part = todo.shift()!;
    if (part === "" || part === ".") continue;
    if (part === "..") {
      done.pop();
      continue;
    }
    const target = links < LINKS_MAX ? host().readLink(hostBytes(`/${[...done, part].join("/")}`)) : -ERRNO.ELOOP;
    if (typeof target === "number") {
      done.push(part);
      continue;
    }
    links++;
    if (target[0] === SEPARATOR) done.length = 0;
    todo.unshift(...textFromBytes(target).split("/"));
  }
  return `/${done.join("/")}`;
}

/** The folder that a script's path names, links followed, as sys.path[0] has it. */
export function folderOf(path: string): string {
  const followed = followLinks(path);
  const slash = followed.lastIndexOf("/");
  return slash < 0 ? "" : slash === 0 ? "/" : followed.slice(0, slash);
}

/** The folder that a path's last component stands in. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}

function isKind(path: string, kind: number): boolean {
  const found = host().stat(hostBytes(path), true);
  return typeof found !== "number" && (found.mode & S.IFMT) === kind;
}

export const isFolder = (path: string): boolean => isKind(path, S.IFDIR);
export const isFile = (path: string): boolean => isKind(path, S.IFREG);
