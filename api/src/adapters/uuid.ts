/** The 12 bits between time and randomness, which count within a millisecond. */
const lastCount = 0xfff;

/**
 * UUIDs of version 7 (RFC 9562) that never go backwards within this process: not within a millisecond, where the 12
 * bits after the time count up from a random start, and not when the clock is set back, where the time stands still.
 */
export function uuidSource(nowMs: () => number, random: (size: number) => Uint8Array): () => string {
  let time = 0;
  let count = lastCount;
  return () => {
    const now = nowMs();
    const bits = random(10);
    const start = (((bits[8] ?? 0) << 8) | (bits[9] ?? 0)) & 0x7ff;
    if (now > time) [time, count] = [now, start];
    else if (count < lastCount) count += 1;
    else [time, count] = [time + 1, start];
    const stamp = time.toString(16).padStart(12, '0');
    const variant = 0x80 | ((bits[0] ?? 0) & 0x3f);
    const rest = Buffer.from([variant, ...bits.subarray(1, 8)]).toString('hex');
    return [
      stamp.slice(0, 8),
      stamp.slice(8),
      `7${count.toString(16).padStart(3, '0')}`,
      rest.slice(0, 4),
      rest.slice(4),
    ].join('-');
  };
}
