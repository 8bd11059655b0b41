// A tokenizer that is fed line by line gives the tokens of one that has all of them, and asks for no line too early; another
// that is made anew from the same lines after any token goes on as the first would have.
import { expect, test } from "vitest";
import { LineTokenizer, NEEDS_LINE } from "./line_tokenizer.ts";
import { SENTINEL_BYTES } from "./source.ts";
import { Tokenizer } from "./tokenizer.ts";
import { T } from "./tokens.ts";

const SOURCE = `import x
def f(a, # c
      b):
    '''text
    of lines''' f"{a
 + b!r:>{c}}" \\
        + f'''{
  a} in {{
  lines'''
    if a:
        b

# between
f(1,

  2)
\t
é = 1`;
const LINES = SOURCE.split(/(?<=\n)/).map((line) => new TextEncoder().encode(line));

const fact = (type: T, from: Tokenizer): string =>
  `${T[type]} ${from.tokenLineno} ${from.tokenColumn} ${from.lineno} ${from.tokenEndColumn}`;

/** Facts of all tokens; a number stands where a line was asked for. A new tokenizer takes over after every `every` tokens. */
function fed(extra: boolean, every: number): (string | number)[] {
  const facts: (string | number)[] = [];
  let kept: Uint8Array[] = [];
  let base = 0;
  let steps = 0;
  let read = 0;
  let isEnded = false;
  let tokenizer = new LineTokenizer(extra, 0);
  for (;;) {
    if (steps % every === every - 1) {
      tokenizer = new LineTokenizer(extra, base);
      for (const line of kept) tokenizer.feed(line);
      if (isEnded) tokenizer.end();
      for (let i = 0; i < steps; i++) tokenizer.nextToken();
    }
    const type = tokenizer.nextToken();
    if (type !== NEEDS_LINE) {
      steps++;
      facts.push(fact(type, tokenizer));
      if (type === T.ENDMARKER) return facts;
      continue;
    }
    if (tokenizer.dropRead()) {
      base = tokenizer.lineno;
      steps = 0;
      kept = [];
    }
    facts.push(read);
    isEnded = read === LINES.length;
    if (isEnded) tokenizer.end();
    else {
      kept.push(LINES[read]);
      tokenizer.feed(LINES[read++]);
    }
  }
}

test.each([true, false])("the tokens of lines, with comments: %s", (extra) => {
  const bytes = new TextEncoder().encode(`${SOURCE}\n`);
  const whole = new Uint8Array(bytes.length + SENTINEL_BYTES);
  whole.set(bytes);
  const tokenizer = new Tokenizer({ bytes: whole, size: bytes.length }, [], extra);
  const expected: string[] = [];
  for (let type = tokenizer.next(); ; type = tokenizer.next()) {
    expected.push(fact(type, tokenizer));
    expect(type).not.toBe(T.ERRORTOKEN);
    if (type === T.ENDMARKER) break;
  }
  const facts = fed(extra, 1000);
  expect(facts.filter((one) => typeof one === "string")).toEqual(expected);
  // No line is asked for before all tokens of the lines above it were given.
  let lines = 0;
  for (const one of facts) {
    if (typeof one === "number") lines++;
    else expect(Number(one.split(" ")[3])).toBe(Math.min(lines, LINES.length));
  }
  for (const every of [1, 2, 3, 7]) expect(fed(extra, every)).toEqual(facts);
});
