// A picture's size: smaller, larger, and back to where all of it is seen.
import { t } from "../state/text.ts";

export function ZoomControl(props: {
  isSmallest: boolean;
  isLargest: boolean;
  /** by: -1 smaller, 1 larger. */
  onZoom: (by: number) => void;
  whole: string;
  onWhole: () => void;
}) {
  return (
    <span class="zoom" role="group" aria-label={t("view.zoom")}>
      <button type="button" class="quiet" disabled={props.isSmallest} onClick={() => props.onZoom(-1)}>
        <span aria-hidden="true">−</span>
        <span class="sr">{t("view.smaller")}</span>
      </button>
      <button type="button" class="quiet" disabled={props.isLargest} onClick={() => props.onZoom(1)}>
        <span aria-hidden="true">+</span>
        <span class="sr">{t("view.larger")}</span>
      </button>
      <button type="button" class="quiet" onClick={() => props.onWhole()}>
        {props.whole}
      </button>
    </span>
  );
}
