// Glyphs of kinds, and the patterns and arrow heads that pictures share: defined once, used by reference.
import type { Kind } from "../../protocol/facts.ts";

export function Symbols() {
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true">
      <defs>
        <symbol id="num" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="4.5" fill="var(--num)" />
        </symbol>
        <symbol id="txt" viewBox="0 0 12 12">
          <path d="M1 3h10v6H1z" fill="var(--txt)" />
          <path d="M3.4 4.6v2.8M5.6 4.6v2.8" stroke="var(--paper)" stroke-width="1.2" />
        </symbol>
        <symbol id="seq" viewBox="0 0 12 12">
          <path d="M.5 4h3v4h-3zM4.5 4h3v4h-3zM8.5 4h3v4h-3z" fill="var(--seq)" />
        </symbol>
        <symbol id="map" viewBox="0 0 12 12">
          <path
            d="M1 1.5h4v2.4H1zM6 1.5h5v2.4H6zM1 4.8h4v2.4H1zM6 4.8h5v2.4H6zM1 8.1h4v2.4H1zM6 8.1h5v2.4H6z"
            fill="var(--map)"
          />
        </symbol>
        <symbol id="ins" viewBox="0 0 12 12">
          <path d="M6 .6 11.4 6 6 11.4.6 6z" fill="var(--ins)" />
        </symbol>
        <symbol id="cod" viewBox="0 0 12 12">
          <path d="M2.5 1.2 10.8 6 2.5 10.8z" fill="var(--cod)" />
        </symbol>
        <symbol id="cls" viewBox="0 0 12 12">
          <path d="M6 .8 10.6 3.4v5.2L6 11.2 1.4 8.6V3.4z" fill="none" stroke="var(--cod)" stroke-width="1.6" />
        </symbol>
        <symbol id="none" viewBox="0 0 12 12">
          <path d="M6 1v4M1.5 5.5h9M3.3 8h5.4M5 10.5h2" stroke="var(--cod)" stroke-width="1.4" fill="none" />
        </symbol>
        <symbol id="buf" viewBox="0 0 12 12">
          <path d="M1.5 3h9v6h-9z" fill="var(--buf)" />
        </symbol>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v5" stroke="var(--ghost)" stroke-width="1" />
        </pattern>
        <pattern id="hatch2" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v4" stroke="var(--line2)" stroke-width="1.1" />
        </pattern>
        <Head id="ah" size={8} path="M0 .8 7.4 4 0 7.2z" fill="var(--ink2)" />
        <Head id="ahs" size={8} path="M0 .8 7.4 4 0 7.2z" fill="var(--ink)" />
        <Head id="ahn" size={10} path="M0 .8 9.4 5 0 9.2z" fill="var(--now)" />
        <marker
          id="ahg"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M.6 1.2 6.8 4 .6 6.8" fill="none" stroke="var(--ghost)" stroke-width="1.3" />
        </marker>
      </defs>
    </svg>
  );
}

function Head(props: { id: string; size: number; path: string; fill: string }) {
  return (
    <marker
      id={props.id}
      viewBox={`0 0 ${props.size} ${props.size}`}
      refX={props.size - 1}
      refY={props.size / 2}
      markerWidth={props.size}
      markerHeight={props.size}
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d={props.path} fill={props.fill} />
    </marker>
  );
}

/** A glyph in running text. */
export function Glyph(props: { kind: Kind; size?: number; inline?: boolean }) {
  return (
    <svg
      class="glyph"
      classList={{ inline: props.inline ?? false }}
      width={props.size ?? 10}
      height={props.size ?? 10}
      aria-hidden="true"
    >
      <use href={`#${props.kind}`} />
    </svg>
  );
}
