// Every text exists in every language, with the same placeholders.
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import en from "./en.json";
import zh from "./zh.json";

function texts(node: unknown, path = ""): Map<string, string> {
  if (typeof node === "string") return new Map([[path, node]]);
  return new Map(
    Object.entries(node as object).flatMap(([key, child]) => [...texts(child, path ? `${path}.${key}` : key)]),
  );
}
const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\/?\w>/g)].map((m) => m[0]).sort();
/** Chinese has one plural form. */
const withoutSingular = (map: Map<string, string>) => new Map([...map].filter(([key]) => !key.endsWith("_one")));

it("says everything in both languages, with the same parts", () => {
  const english = withoutSingular(texts(en));
  const chinese = withoutSingular(texts(zh));
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of english) expect(placeholders(chinese.get(key)!), key).toEqual(placeholders(text));
});

it("names every bundled program", () => {
  const names = readdirSync("examples").flatMap((name) => (name.endsWith(".py") ? [name.slice(0, -3)] : []));
  expect(Object.keys(en.example).sort()).toEqual(names.sort());
});
