// Canvases that stay sharp: sized in device pixels, drawn in CSS pixels, redrawn when their element changes size.
import { createSignal, onCleanup } from "solid-js";

export function prepare(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const scale = window.devicePixelRatio || 1;
  const wide = Math.round(width * scale);
  const high = Math.round(height * scale);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  const context = canvas.getContext("2d")!;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Size of an element, as a signal; give the result's second part as its ref. */
export function createSize(initial: Size = { width: 0, height: 0 }): [() => Size, (element: Element) => void] {
  const [size, setSize] = createSignal(initial, { equals: (a, b) => a.width === b.width && a.height === b.height });
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect;
    setSize({ width, height });
  });
  onCleanup(() => observer.disconnect());
  return [size, (element) => observer.observe(element)];
}
