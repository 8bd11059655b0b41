// Who has the keys. An element that is gone (a row of another moment, a menu that closed) leaves them to what now stands in
// its place; what gives them back by itself (Esc, a search that ended) leaves them to the time slider.
// Invariant: for who reads with the keyboard, the focus is never on nothing.
const FOCUSABLE = "button, input, select, textarea, a[href], [tabindex]";
const PANELS = "section.program, aside, nav, main, header, section.time";

function canTake(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(":disabled") && element.getClientRects().length > 0;
}

export function focusablesIn(panel: Element): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(canTake);
}

/** To the time slider, where arrows step; while nothing has run, to what runs it. False where they were there. */
export function giveKeysBack(): boolean {
  const slider = document.querySelector<HTMLElement>(".lanes input");
  const target = slider && canTake(slider) ? slider : document.querySelector<HTMLElement>("button.run");
  if (target === document.activeElement) return false;
  target?.focus();
  return true;
}

/** To what had the keys before something else took them for a while. */
export function focusAgain(before: Element | null): void {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected && canTake(before))
    before.focus();
  else giveKeysBack();
}

/** Moves the focus to a neighbour of the panel's; whether there was one. */
export function focusNeighbour(panel: Element, from: Element, by: number): boolean {
  const all = focusablesIn(panel);
  const next = all[all.indexOf(from as HTMLElement) + by];
  next?.focus();
  return next !== undefined;
}

/** Watches over the focus until what it answers is called. */
export function keepFocus(root: Element): () => void {
  let had: { element: HTMLElement; panel: Element | null; index: number } | null = null;
  const isThere = (element: HTMLElement) => element.isConnected && canTake(element);
  const onFocusIn = (event: FocusEvent) => {
    const element = event.target as HTMLElement;
    // What the pointer reached needs no keys of its own: the page's keys stay with the page.
    if (!element.matches(":focus-visible")) {
      had = null;
      return;
    }
    const panel = element.closest(PANELS);
    had = { element, panel, index: panel ? focusablesIn(panel).indexOf(element) : 0 };
  };
  // A click on the ground takes the focus away on purpose.
  const onPointerDown = () => {
    had = null;
  };
  const onChange = () => {
    if (had === null || document.activeElement !== document.body || isThere(had.element)) return;
    const all = had.panel?.isConnected ? focusablesIn(had.panel) : [];
    const next = all[Math.min(had.index, all.length - 1)];
    if (next) next.focus();
    else giveKeysBack();
  };
  const observer = new MutationObserver(onChange);
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "hidden"] });
  document.addEventListener("focusin", onFocusIn);
  document.addEventListener("pointerdown", onPointerDown, true);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", onFocusIn);
    document.removeEventListener("pointerdown", onPointerDown, true);
  };
}
