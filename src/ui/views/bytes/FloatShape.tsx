// A float's 64 bits: sign, exponent, fraction; the number that they make; and its bytes in both orders.
import { For } from "solid-js";
import { t } from "../../state/text.ts";
import { ByteOrders } from "./ByteOrders.tsx";

const EXPONENT_BITS = 11;
const FRACTION_BITS = 52;
const BIAS = 1023;
const BITS = 64;

/** Bits of a double, highest first. */
export function floatBits(value: number): readonly number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return Array.from({ length: BITS }, (_, i) => (view.getUint8(i >> 3) >> (7 - (i & 7))) & 1);
}

export interface FloatParts {
  readonly sign: number;
  readonly exponent: number;
  readonly fraction: number;
  /** zero, subnormal, normal, infinite, nan */
  readonly sort: "zero" | "subnormal" | "normal" | "infinite" | "nan";
}

export function floatParts(value: number): FloatParts {
  const bits = floatBits(value);
  const exponent = bits.slice(1, 1 + EXPONENT_BITS).reduce((sum, bit) => sum * 2 + bit, 0);
  const fraction = bits.slice(1 + EXPONENT_BITS).reduce((sum, bit) => sum * 2 + bit, 0);
  const isTop = exponent === 2 ** EXPONENT_BITS - 1;
  const sort = isTop
    ? fraction === 0
      ? "infinite"
      : "nan"
    : exponent === 0
      ? fraction === 0
        ? "zero"
        : "subnormal"
      : "normal";
  return { sign: bits[0]!, exponent, fraction, sort };
}

function formula({ sign, exponent, fraction, sort }: FloatParts): string {
  const minus = sign ? "−" : "";
  if (sort === "zero") return `${minus}0`;
  if (sort === "infinite") return `${minus}∞`;
  if (sort === "nan") return "NaN";
  const part = fraction / 2 ** FRACTION_BITS;
  return sort === "normal"
    ? `${minus}${1 + part} × 2^(${exponent} − ${BIAS}) = ${minus}${1 + part} × 2^${exponent - BIAS}`
    : `${minus}${part} × 2^${1 - BIAS}`;
}

export function FloatShape(props: { value: number; width: number }) {
  const bits = () => floatBits(props.value);
  const parts = () => floatParts(props.value);
  const cell = () => Math.min(14, (props.width - 40) / (BITS + 2));
  const gap = () => cell() / 2;
  const x = (i: number) => 20 + i * cell() + (i >= 1 ? gap() : 0) + (i >= 1 + EXPONENT_BITS ? gap() : 0);
  const part = (i: number) => (i === 0 ? "cod" : i <= EXPONENT_BITS ? "num" : "txt");
  const bytes = () =>
    Array.from({ length: 8 }, (_, i) =>
      bits()
        .slice(8 * i, 8 * i + 8)
        .reduce((sum, bit) => sum * 2 + bit, 0),
    );
  const labels = () => [
    { at: 0, text: `${t("bytes.sign")} ${parts().sign}` },
    { at: 1, text: `${t("bytes.exponent")} ${parts().exponent}` },
    { at: 1 + EXPONENT_BITS, text: `${t("bytes.fraction")} ${parts().fraction}` },
  ];
  return (
    <g>
      <For each={labels()}>
        {(label, i) => (
          <text x={x(label.at)} y={i() === 0 ? 10 : 24} font-size="11" fill={`var(--${part(label.at)}t)`}>
            {label.text}
          </text>
        )}
      </For>
      <For each={bits()}>
        {(bit, i) => (
          <>
            <rect
              x={x(i()) + 0.5}
              y="32"
              width={cell() - 1}
              height="22"
              fill={`var(--${part(i())}f)`}
              stroke={`var(--${part(i())})`}
              stroke-opacity="0.6"
            />
            <text
              class="m"
              x={x(i()) + cell() / 2}
              y="47"
              font-size={String(Math.min(11, cell()))}
              font-weight={bit ? 600 : 400}
              fill={bit ? "var(--ink)" : "var(--ink3)"}
              text-anchor="middle"
            >
              {bit}
            </text>
          </>
        )}
      </For>
      <text class="m" x="20" y="78" font-size="12.5" font-weight="500" fill="var(--ink)">
        {formula(parts())}
      </text>
      <ByteOrders bytes={bytes()} y={92.5} width={props.width} kind="num" />
    </g>
  );
}
