// Light or dark: the reader's choice, else the system's. Canvases redraw when `theme()` changes.
import { createSignal } from "solid-js";
import { read, write } from "./text.ts";

export type Theme = "light" | "dark";
const STORAGE_KEY = "underglass.theme";

function preferred(): Theme {
  const stored = read(STORAGE_KEY);
  if (stored === "light" || stored === "dark") return stored;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

const [theme, setThemeSignal] = createSignal<Theme>(preferred());

export { theme };

document.documentElement.classList.toggle("dark", theme() === "dark");

export function setTheme(next: Theme): void {
  document.documentElement.classList.toggle("dark", next === "dark");
  write(STORAGE_KEY, next);
  tokens.clear();
  setThemeSignal(next);
}

const tokens = new Map<string, string>();
/** Value of a colour token in the present theme, for canvases. Reactive. */
export function token(name: string): string {
  theme();
  let value = tokens.get(name);
  if (value === undefined) {
    value = resolve(name);
    tokens.set(name, value);
  }
  return value;
}

/** Canvas cannot follow var(): tokens that stand for another are followed here. */
function resolve(name: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const other = /^var\(--([\w-]+)\)$/.exec(value);
  return other ? resolve(other[1]!) : value;
}
