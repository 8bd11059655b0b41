// The bytes of one number in both orders: as this machine has them, the low one first, and the other way round. Beside their
// words where there is room, else below them.
import { For } from "solid-js";
import { hexByte } from "../../format.ts";
import { t } from "../../state/text.ts";

const CELL = 32;
const LEFT = 20;
/** Left edge of the bytes beside the words. */
const BESIDE = 170;

function isBeside(width: number, count: number): boolean {
  return BESIDE + count * CELL <= width;
}

export function ordersHeight(width: number, count: number): number {
  return isBeside(width, count) ? 66 : 98;
}

export function ByteOrders(props: {
  /** Highest first. */
  bytes: readonly number[];
  y: number;
  width: number;
  kind: string;
}) {
  const beside = () => isBeside(props.width, props.bytes.length);
  const left = () => (beside() ? BESIDE : LEFT);
  const cell = () => Math.min(CELL, (props.width - 2 * LEFT) / props.bytes.length);
  const boxY = (row: number) => props.y + (beside() ? 30 : 46) * row + (beside() ? 0 : 14);
  return (
    <For each={[true, false]}>
      {(isLittle, row) => (
        <>
          <text
            x={LEFT}
            y={beside() ? boxY(row()) + 15.5 : boxY(row()) - 5}
            font-size="11.5"
            fill={isLittle ? "var(--ink)" : "var(--ink3)"}
          >
            {t(isLittle ? "bytes.little" : "bytes.big")}
          </text>
          <For each={isLittle ? [...props.bytes].reverse() : props.bytes}>
            {(byte, i) => {
              const isHighest = () => i() === (isLittle ? props.bytes.length - 1 : 0);
              return (
                <>
                  <rect
                    x={left() + 0.5 + i() * cell()}
                    y={boxY(row())}
                    width={cell() - 1}
                    height="23"
                    rx="2"
                    fill={isHighest() ? `var(--${props.kind}f)` : "var(--paper)"}
                    stroke={isLittle ? "var(--ink)" : "var(--line2)"}
                  />
                  <text
                    class="m"
                    x={left() + (i() + 0.5) * cell()}
                    y={boxY(row()) + 15.5}
                    font-size="12.5"
                    fill={isLittle ? "var(--ink)" : "var(--ink2)"}
                    text-anchor="middle"
                  >
                    {hexByte(byte)}
                  </text>
                </>
              );
            }}
          </For>
        </>
      )}
    </For>
  );
}
