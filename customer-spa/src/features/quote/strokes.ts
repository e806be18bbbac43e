/*
 * A drawing is kept as strokes on a field of 1000 by 400, whatever the size of the screen: it survives turning the
 * phone, and the server gets whole numbers.
 */

export type Stroke = number[];
type Point = { x: number; y: number };

const WIDTH = 1000;
const HEIGHT = 400;
const MOST_STROKES = 200;
const MOST_NUMBERS = 20_000;

/** From points on a pad of this width (its height is two fifths of it). */
export function toStrokes(groups: readonly { points: readonly Point[] }[], padWidth: number): Stroke[] {
  if (padWidth <= 0) return [];
  const strokes = groups.slice(0, MOST_STROKES).map(({ points }) => strokeOf(points, WIDTH / padWidth));
  return thinned(strokes.filter((stroke) => stroke.length > 0));
}

/** Back to points on a pad of this width. */
export function toPoints(stroke: Stroke, padWidth: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < stroke.length; i += 2) {
    points.push({ x: ((stroke[i] ?? 0) * padWidth) / WIDTH, y: ((stroke[i + 1] ?? 0) * padWidth) / WIDTH });
  }
  return points;
}

function strokeOf(points: readonly Point[], factor: number): Stroke {
  const stroke: Stroke = [];
  for (const { x, y } of points) {
    const [nx, ny] = [within(x * factor, WIDTH), within(y * factor, HEIGHT)];
    // a resting pen reports the same place again and again
    if (stroke.at(-2) !== nx || stroke.at(-1) !== ny) stroke.push(nx, ny);
  }
  return stroke;
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

/** Halves the points of every stroke, ends kept, until the drawing is small enough to send. */
function thinned(strokes: Stroke[]): Stroke[] {
  if (strokes.reduce((count, stroke) => count + stroke.length, 0) <= MOST_NUMBERS) return strokes;
  const half = (stroke: Stroke) => {
    const last = stroke.length / 2 - 1;
    return stroke.filter((_, i) => Math.floor(i / 2) % 2 === 0 || Math.floor(i / 2) === last);
  };
  return thinned(strokes.map(half));
}
