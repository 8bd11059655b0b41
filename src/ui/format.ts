// Numbers and addresses as the page writes them: 0x1015_2e60, 4,825, +16.
import type { Reference } from "../protocol/facts.ts";

export function hexDigits(address: number, digits = 8): string {
  return address.toString(16).padStart(digits, "0");
}

/** Eight digits and one underscore; longer addresses (a live process's) keep all their digits. */
export function address(value: number): string {
  const digits = hexDigits(value);
  return `0x${digits.slice(0, -4)}_${digits.slice(-4)}`;
}

/** The last group, for places where the reader has the rest: …2e60. */
export function shortAddress(value: number): string {
  return `…${hexDigits(value).slice(-4)}`;
}

export function count(value: number): string {
  let text = String(Math.trunc(Math.abs(value)));
  for (let at = text.length - 3; at > 0; at -= 3) text = `${text.slice(0, at)},${text.slice(at)}`;
  return value < 0 ? `−${text}` : text;
}

export function offset(value: number): string {
  return value < 0 ? `−${-value}` : `+${value}`;
}

export function hexByte(value: number): string {
  return value.toString(16).padStart(2, "0");
}

/** A reference in one line: its short form, or type and address. */
export function brief(reference: Reference | null): string {
  if (!reference) return "NULL";
  return reference.text ?? `${reference.type} ${address(reference.address)}`;
}

/** A name without the functions that it was made in: "up" of "counter.<locals>.up". */
export function ownName(qualified: string): string {
  return qualified.split("<locals>.").at(-1)!;
}

/** Width in px of monospaced text: Plex Mono is 0.6 em wide, CJK and full-width characters one em. */
export function monoWidth(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.6;
  return units * size;
}

/** Width in px of text in the page's sans, near enough to know whether a label fits. */
export function sansWidth(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.49;
  return units * size;
}

/** Cuts text to a width, with an ellipsis. */
export function shorten(text: string, size: number, width: number): string {
  if (monoWidth(text, size) <= width) return text;
  let out = "";
  for (const character of text) {
    if (monoWidth(`${out}${character}…`, size) > width) break;
    out += character;
  }
  return `${out}…`;
}

/** Cuts a name in its middle: names that begin alike often differ at their ends. */
export function shortenMiddle(text: string, size: number, width: number): string {
  if (monoWidth(text, size) <= width) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept--) {
    const head = Math.ceil(kept / 2);
    const out = `${characters.slice(0, head).join("")}…${characters.slice(characters.length - (kept - head)).join("")}`;
    if (monoWidth(out, size) <= width) return out;
  }
  return shorten(text, size, width);
}

/** A value that is an address in bare hexadecimal gets its underscore; every other text stays as it is. */
export function withUnderscore(text: string): string {
  const match = /^0x([0-9a-f]{6,10})$/.exec(text);
  return match ? address(Number.parseInt(match[1]!, 16)) : text;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
