const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The slowest twentieth is the machine and not the code: garbage collection, another process. */
const withoutStrays = (values: readonly number[]): number[] =>
  values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length * 0.95));

/** Welch's t: how many standard errors lie between the means of two samples. Above 4.5 nobody calls it chance. */
export function welch(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [withoutStrays(first), withoutStrays(second)];
  const spread = (values: readonly number[], middle: number): number =>
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1) / values.length;
  const [m, n] = [mean(a), mean(b)];
  return (m - n) / Math.sqrt(spread(a, m) + spread(b, n));
}
