// The server serves the page and what it was given to those who have its address, and refuses all else.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PageServer, ServerError, startServer } from "./server.ts";

let folder = "";
let server: PageServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
  mkdirSync(join(folder, "page", "assets"), { recursive: true });
  writeFileSync(join(folder, "page", "index.html"), "<p>page</p>");
  writeFileSync(join(folder, "page", "assets", "a.js"), "1");
  writeFileSync(join(folder, "secret"), "secret");
  server = await startServer({ page: join(folder, "page"), given: new Map([["run", Uint8Array.of(7)]]) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as it is written. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const { port, hostname } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ port, hostname, path, headers, method }, (answer) => {
      let text = "";
      answer.on("data", (piece) => {
        text += piece;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    sent.on("error", reject).end();
  });
}

describe("page server", () => {
  test("serves the page, isolated, and what it was given", async () => {
    const root = new URL(server.url).pathname;
    const page = await ask(root);
    expect([page.status, page.text]).toEqual([200, "<p>page</p>"]);
    expect(page.headers["cross-origin-embedder-policy"]).toBe("require-corp");
    expect(page.headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect((await ask(`${root}assets/a.js`)).headers["content-type"]).toContain("text/javascript");
    expect((await ask(`${root}given/run`)).text).toBe("\x07");
  });

  test("refuses another host, another origin, another token, other methods", async () => {
    const root = new URL(server.url).pathname;
    expect((await ask(root, { host: "example.org" })).status).toBe(403);
    expect((await ask(root, { origin: "http://example.org" })).status).toBe(403);
    expect((await ask("/0000/")).status).toBe(404);
    expect((await ask("/")).status).toBe(404);
    expect((await ask(root, {}, "POST")).status).toBe(405);
  });

  test("no path leads out of the page's folder", async () => {
    const root = new URL(server.url).pathname;
    for (const path of [
      "../secret",
      "..%2fsecret",
      "assets/../../secret",
      "%2e%2e/secret",
      "given/../../secret",
      "%ff",
    ]) {
      const answer = await ask(root + path);
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain("secret");
    }
  });

  test("the page is what it was at the start, whatever becomes of its files", async () => {
    const root = new URL(server.url).pathname;
    rmSync(join(folder, "page", "assets", "a.js"));
    symlinkSync(join(folder, "secret"), join(folder, "page", "assets", "a.js"));
    writeFileSync(join(folder, "page", "index.html"), "<p>built anew</p>");
    expect((await ask(`${root}assets/a.js`)).text).toBe("1");
    expect((await ask(root)).text).toBe("<p>page</p>");
  });

  test("an address without its last slash leads to the page, and a page that is not built is said in one line", async () => {
    const root = new URL(server.url).pathname;
    const answer = await ask(root.slice(0, -1));
    expect([answer.status, answer.headers.location]).toEqual([301, root]);
    const missing = startServer({ page: join(folder, "nothing"), given: new Map() });
    await expect(missing).rejects.toThrow(new ServerError("the page is not there (ENOENT); run: npm run build"));
  });

  test("a port in use is said in one line", async () => {
    const port = Number(new URL(server.url).port);
    const second = startServer({ page: join(folder, "page"), given: new Map(), port });
    await expect(second).rejects.toThrow(new ServerError(`port ${port} is in use`));
  });
});
