// Puts two source maps after each other: a map from final text to middle text, and one from middle text to the source.
import { SourceMap as MapReader } from "node:module";
import { type DecodedSourceMap, SourceMap as MapWriter } from "magic-string";

type Segment = [number] | [number, number, number, number] | [number, number, number, number, number];

/** `final` as magic-string decodes it; `middle` as JSON of a map with one source. Returns JSON of a map to that source. */
export function composeMaps(final: DecodedSourceMap, middle: string): string {
  const reader = new MapReader(JSON.parse(middle));
  const mappings: Segment[][] = [];
  for (const line of final.mappings as Segment[][]) {
    const segments: Segment[] = [];
    let last = "";
    for (const segment of line) {
      if (segment.length < 4) continue;
      const [column, , middleLine, middleColumn] = segment as [number, number, number, number];
      const entry = reader.findEntry(middleLine, middleColumn) as { originalLine?: number; originalColumn?: number };
      if (entry.originalLine === undefined || entry.originalColumn === undefined) continue;
      const key = `${entry.originalLine}:${entry.originalColumn}`;
      if (key !== last) segments.push([column, 0, entry.originalLine, entry.originalColumn]);
      last = key;
    }
    mappings.push(segments);
  }
  const { sources, sourcesContent } = JSON.parse(middle) as { sources: string[]; sourcesContent?: string[] };
  return new MapWriter({ file: final.file, sources, sourcesContent, names: [], mappings } as never).toString();
}
