// The few icons of the page; play controls have no words, everything else has.
export const CONTROL_PATHS = {
  first: "M1 1h1.6v10H1zM12 1v10L4.5 6z",
  backOver: "M13 1v10L7.4 6zM7.2 1v10L1.6 6z",
  backLine: "M9.8 1v10L3.6 6z",
  back: "M8.8 1.6 4.4 6l4.4 4.4",
  play: "M3.4.6 12 6l-8.6 5.4z",
  pause: "M3 1h3v10H3zM8 1h3v10H8z",
  forward: "M5.2 1.6 9.6 6l-4.4 4.4",
  forwardLine: "M4.2 1v10L10.4 6z",
  forwardOver: "M1 1v10l5.6-5zM6.8 1v10l5.6-5z",
  last: "M11.4 1H13v10h-1.6zM2 1v10l7.5-5z",
} as const;
export type Control = keyof typeof CONTROL_PATHS;

export function ControlIcon(props: { name: Control; scale?: number }) {
  const isStroke = () => props.name === "back" || props.name === "forward";
  return (
    <svg
      width={14 * (props.scale ?? 1)}
      height={12 * (props.scale ?? 1)}
      viewBox="0 0 14 12"
      fill="currentColor"
      aria-hidden="true"
    >
      <path
        d={CONTROL_PATHS[props.name]}
        fill={isStroke() ? "none" : "currentColor"}
        stroke={isStroke() ? "currentColor" : "none"}
        stroke-width="1.7"
      />
    </svg>
  );
}

export function BrandIcon() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d="M3.2 16.5V9.4a6.8 6.8 0 0 1 13.6 0v7.1" stroke="currentColor" stroke-width="1.6" />
      <path d="M1.5 17.2h17" stroke="currentColor" stroke-width="1.6" />
      <path d="M7 14.2V11h2.4v3.2zM10.8 14.2V8.6h2.4v5.6z" fill="currentColor" />
    </svg>
  );
}

export function FindIcon() {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      aria-hidden="true"
    >
      <circle cx="6" cy="6" r="4.2" />
      <path d="m9.2 9.2 3.3 3.3" />
    </svg>
  );
}

export function ChevronIcon() {
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      aria-hidden="true"
    >
      <path d="m2 3.6 3 3 3-3" />
    </svg>
  );
}

export function ThemeIcon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </svg>
  );
}

export function RunIcon() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
      <path d="M1.6.6 9.4 5 1.6 9.4z" />
    </svg>
  );
}

export function StopIcon() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
      <path d="M1 1h8v8H1z" />
    </svg>
  );
}

export function MenuIcon() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
      <path d="M3 5h12M3 9h12M3 13h12" />
    </svg>
  );
}
