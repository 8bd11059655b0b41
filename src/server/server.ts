// The page's server: loopback only, one page, under a random token in its address. It serves the built page and the few
// files that it was given, and nothing else.
//
//   http://127.0.0.1:PORT/TOKEN/               the page
//   http://127.0.0.1:PORT/TOKEN/given/NAME     what was given (a recording, a program)
//
// Invariants: a request with another Host (a name that was rebound to loopback) or from another Origin is refused. The page
// is read once, at the start: no path leads out of it, and a build meanwhile does not change half of what is shown.
import { randomBytes, timingSafeEqual } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { extname, join, relative, sep } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";

const HOST = "127.0.0.1";
const FIRST_PORT = 8313;
const PORTS_TRIED = 20;
const TOKEN_BYTES = 16;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};

/** Isolation, which shared memory needs; and no way for the page to reach any other place. */
const HEADERS: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

export interface ServerOptions {
  /** Folder of the built page. */
  readonly page: string;
  /** Content by name, below /given/. */
  readonly given: ReadonlyMap<string, Uint8Array>;
  /** Exactly this port; by default the first free one of a few. */
  readonly port?: number;
}

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The server cannot listen. */
export class ServerError extends Error {
  override name = "ServerError";
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Files of a folder by their path below it, with forward slashes. */
function filesOf(folder: string): Files {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), Uint8Array.from(readFileSync(path)));
  }
  return files;
}

function pageFiles(folder: string): Files {
  try {
    return filesOf(folder);
  } catch (error) {
    throw new ServerError(`the page is not there (${(error as { code?: string }).code}); run: npm run build`);
  }
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The routes; port() is known once it listens. */
export function makeApp(
  options: ServerOptions,
  token: string,
  port: () => number,
  files = filesOf(options.page),
): Hono {
  const given: Files = new Map([...options.given].map(([name, bytes]) => [name, Uint8Array.from(bytes)]));
  const app = new Hono();
  app.use(async (context, next) => {
    const allowed = [`${HOST}:${port()}`, `localhost:${port()}`];
    const origin = context.req.header("origin");
    const isForeign =
      !allowed.includes(context.req.header("host") ?? "") || (origin && !allowed.some((a) => origin === `http://${a}`));
    if (isForeign) return context.text("refused\n", 403, HEADERS);
    if (!["GET", "HEAD"].includes(context.req.method)) return context.text("method not allowed\n", 405, HEADERS);
    await next();
  });
  app.get("/:token/*", (context) => {
    if (!isEqual(context.req.param("token"), token)) return context.text("not found\n", 404, HEADERS);
    let path: string;
    try {
      const { pathname } = new URL(context.req.url);
      if (pathname === `/${token}`) return context.body(null, 301, { ...HEADERS, Location: `${pathname}/` });
      path = decodeURIComponent(pathname).slice(token.length + 2) || "index.html";
    } catch {
      return context.text("bad request\n", 400, HEADERS);
    }
    const body = path.startsWith("given/") ? given.get(path.slice("given/".length)) : files.get(path);
    if (body === undefined) return context.text("not found\n", 404, HEADERS);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    return context.body(body, 200, { ...HEADERS, "Content-Type": type });
  });
  app.notFound((context) => context.text("not found\n", 404, HEADERS));
  return app;
}

function listen(app: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: HOST, port }, () => resolve(server));
    server.once("error", reject);
  });
}

export async function startServer(options: ServerOptions): Promise<PageServer> {
  const token = randomBytes(TOKEN_BYTES).toString("hex");
  const files = pageFiles(options.page);
  const ports =
    options.port === undefined ? Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) : [options.port];
  for (const port of ports) {
    try {
      // Port 0 is any that is free.
      let given = port;
      const server = await listen(
        makeApp(options, token, () => given, files),
        port,
      );
      given = (server.address() as AddressInfo).port;
      return {
        url: `http://${HOST}:${given}/${token}/`,
        close: () => new Promise((resolve) => server.close(() => resolve())),
      };
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code !== "EADDRINUSE") throw new ServerError(`cannot listen on port ${port}: ${code ?? String(error)}`);
      if (options.port !== undefined) throw new ServerError(`port ${port} is in use`);
    }
  }
  throw new ServerError(`ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are in use; give one with --port`);
}
