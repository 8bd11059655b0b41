// Texts of the page, from message files, in the language chosen. `t` is reactive: what calls it is redone on a switch.
import i18next from "i18next";
import { createSignal } from "solid-js";
import { count } from "../format.ts";
import en from "../messages/en.json";
import zh from "../messages/zh.json";

export type Language = "en" | "zh";
export const LANGUAGES: readonly { code: Language; name: string }[] = [
  { code: "en", name: "EN" },
  { code: "zh", name: "中文" },
];
const STORAGE_KEY = "underglass.language";

function preferred(): Language {
  const stored = read(STORAGE_KEY);
  if (stored === "en" || stored === "zh") return stored;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Storage may be refused (private windows); then nothing is remembered. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not remembered.
  }
}

const [language, setLanguageSignal] = createSignal<Language>(preferred());

export { language };

/** A text that may not be there. */
export function tried(key: string): string | null {
  return i18next.exists(key) ? t(key) : null;
}

/** A structure: CPython's name of it, or where it has none, our word. */
export function structureWord(name: string): string {
  return tried(`kind.${name.replaceAll(" ", "_")}`) ?? name;
}

/** What stands somewhere: an object's type, or what else it is. */
export function kindWord({ type, typeAddress }: { type: string; typeAddress: number }): string {
  return typeAddress === 0 ? structureWord(type) || t("inspector.state.free") : type;
}

void i18next.init({
  lng: language(),
  fallbackLng: "en",
  resources: { en: { translation: en }, zh: { translation: zh } },
  initAsync: false,
  showSupportNotice: false,
  interpolation: {
    escapeValue: false,
    alwaysFormat: true,
    format: (value: unknown) => (typeof value === "number" ? count(value) : String(value)),
  },
});
document.documentElement.lang = language();

export function setLanguage(code: Language): void {
  void i18next.changeLanguage(code);
  document.documentElement.lang = code;
  write(STORAGE_KEY, code);
  setLanguageSignal(code);
}

export function t(key: string, values?: Record<string, unknown>): string {
  language();
  return i18next.t(key, values) as string;
}
