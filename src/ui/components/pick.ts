// Pointing in pictures. A shape says with data-address what it stands for; the picture it is in listens once for all.
// A click selects, with data-owner and data-label as a name, an item or an attribute; the pointer's rest borrows; data-expand
// opens a container or a frame, or closes it; data-range asks who wrote bytes.
import type { SelectedPlace } from "../../protocol/session.ts";
import type { Underglass } from "../state/underglass.ts";

/** As what a shape stands for it: a name of a frame, an item or attribute of an object. */
function placeOf(event: Event): SelectedPlace | null {
  const shape = (event.target as Element).closest("[data-address], [data-expand]");
  const [owner, label] = [shape?.getAttribute("data-owner"), shape?.getAttribute("data-label")];
  return owner && label ? { owner: Number(owner), label } : null;
}

function addressOf(event: Event): number | null {
  const shape = (event.target as Element).closest("[data-address], [data-expand]");
  const text = shape?.getAttribute("data-address");
  return text ? Number(text) : null;
}

export function pickers(page: Underglass) {
  return {
    onClick: (event: MouseEvent) => {
      const opened = (event.target as Element).closest("[data-expand]")?.getAttribute("data-expand");
      if (opened) {
        page.toggleExpanded(Number(opened));
        return;
      }
      const address = addressOf(event);
      if (address !== null) {
        page.select(address, placeOf(event));
        return;
      }
      const range = (event.target as Element).closest("[data-range]")?.getAttribute("data-range")?.split(" ");
      if (range) page.lookAtRange({ address: Number(range[0]), bytes: Number(range[1]), name: range[2] ?? "" });
    },
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType !== "touch") page.borrow(addressOf(event));
    },
    onPointerLeave: () => page.borrow(null),
  };
}
