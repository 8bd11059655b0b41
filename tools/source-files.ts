// The repository's own files, for the checks: what a commit would hold.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const SKIPPED_FOLDERS = new Set(["node_modules", ".git", "__pycache__"]);
// In a work tree beside the main one, .git is a file.
const SKIPPED_FILES = /\.(log|pyc)$|^\.git$/;

/** Paths relative to the root, sorted, with forward slashes. */
export function listFiles(root: string): string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && path !== "build") visit(path);
      } else if (entry.isFile() && !SKIPPED_FILES.test(entry.name)) found.push(path);
    }
  };
  visit("");
  return found.sort();
}

export const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith(".d.ts");
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith("test/");
export const isGenerated = (path: string): boolean => path.endsWith(".gen.ts");

export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The text of a file, or null where it is no text (a zero byte near its start) or larger than a check should read. */
export function readIfText(root: string, path: string): string | null {
  if (statSync(join(root, path)).size > 4_000_000) return null;
  const bytes = readFileSync(join(root, path));
  return bytes.subarray(0, 8000).includes(0) ? null : bytes.toString("utf8");
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** Prints findings and ends the process with status 1 when there are any. */
export function report(name: string, findings: readonly string[], notes: readonly string[] = []): void {
  for (const note of notes) console.log(note);
  for (const finding of findings) console.error(finding);
  console.log(`${name}: ${findings.length === 0 ? "no findings" : `${findings.length} findings`}`);
  if (findings.length > 0) process.exitCode = 1;
}
