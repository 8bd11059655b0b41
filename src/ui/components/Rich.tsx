// A message with marked parts: <n>…</n> is the place of now, <c>…</c> is code. Everything else is text.
import { For } from "solid-js";

interface Part {
  readonly mark: string | null;
  readonly text: string;
}

export function richParts(message: string): Part[] {
  const out: Part[] = [];
  let rest = message;
  for (;;) {
    const match = /<([nc])>(.*?)<\/\1>/.exec(rest);
    if (!match) break;
    if (match.index > 0) out.push({ mark: null, text: rest.slice(0, match.index) });
    out.push({ mark: match[1]!, text: match[2]! });
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest) out.push({ mark: null, text: rest });
  return out;
}

export function plain(message: string): string {
  return richParts(message)
    .map((part) => part.text)
    .join("");
}

export function Rich(props: { text: string }) {
  return (
    <For each={richParts(props.text)}>
      {(part) =>
        part.mark === null ? (
          part.text
        ) : (
          <code classList={{ nowt: part.mark === "n" }} style={{ "font-weight": part.mark === "n" ? 500 : undefined }}>
            {part.text}
          </code>
        )
      }
    </For>
  );
}
