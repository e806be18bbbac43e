import { encode } from 'uqr';
import type { PaymentQr } from '../domain/payment-qr/payment-qr.ts';

/** A square picture as one SVG path (fill rule `evenodd`, black on white) in a box of `size` by `size`, with its white margin. */
export type QrPicture = Readonly<{ path: string; size: number }>;

/** White around the code, in modules; around a Swiss one 5 mm of its 46. */
const margin = 4;
const swissMillimetres = 46;
const swissMargin = 5;

/** Of the cross in the middle of a Swiss code: the white box, the black one in it, and the arms of the cross, in millimetres. */
const cross = { box: 7, black: 6, long: 3.9, wide: 1.17 };

/** The code as a picture. All standards ask for error correction M; the cross takes a fraction of what that mends. */
export function qrPicture({ standard, payload }: PaymentQr): QrPicture {
  const { data } = encode(payload, { ecc: 'M', boostEcc: false, border: 0 });
  const across = data.length;
  if (standard !== 'SWISS_QR') return { path: runsOf(data, margin, null), size: across + 2 * margin };
  const modules = across / swissMillimetres;
  const edge = Math.ceil(swissMargin * modules);
  const centre = edge + across / 2;
  const path = runsOf(data, edge, {
    from: centre - (cross.box * modules) / 2,
    to: centre + (cross.box * modules) / 2,
  });
  return { path: path + crossAt(centre, modules), size: across + 2 * edge };
}

/** Each row as the runs of its black modules, without those that touch the box in the middle. */
function runsOf(
  rows: readonly (readonly boolean[])[],
  edge: number,
  hole: { from: number; to: number } | null,
): string {
  const isInside = (at: number) => hole !== null && at + edge + 1 > hole.from && at + edge < hole.to;
  return rows
    .map((row, y) => {
      const signs = row.map((isBlack, x) => (isBlack && !(isInside(x) && isInside(y)) ? '1' : '0')).join('');
      return [...signs.matchAll(/1+/g)]
        .map(({ 0: run, index }) => `M${index + edge} ${y + edge}h${run.length}v1h-${run.length}z`)
        .join('');
    })
    .join('');
}

function crossAt(centre: number, modules: number): string {
  const half = (millimetres: number) => round((millimetres * modules) / 2);
  const [side, long, wide] = [half(cross.black), half(cross.long), half(cross.wide)];
  const start = round(centre - side);
  const arm = round(long - wide);
  const box = `M${start} ${start}h${2 * side}v${2 * side}h-${2 * side}z`;
  const plus =
    `M${round(centre - wide)} ${round(centre - long)}h${2 * wide}v${arm}h${arm}v${2 * wide}h-${arm}v${arm}` +
    `h-${2 * wide}v-${arm}h-${arm}v-${2 * wide}h${arm}z`;
  return box + plus;
}

/** Hundredths of a module are finer than any screen. */
const round = (n: number): number => Math.round(n * 100) / 100;
