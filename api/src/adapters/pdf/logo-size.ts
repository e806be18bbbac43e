/** Millimetres on paper. */
type Size = Readonly<{ width: number; height: number }>;

const most = { width: 62, height: 17 };
/** What the store of logos gives is far below; more than this is not one of them. */
const largestFile = 2_000_000;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** As large as the head of a letter has room for, in the picture's own proportions; null for what is no PNG. */
export function logoSize(bytes: Uint8Array): Size | null {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.length < 33 || png.length > largestFile || !png.subarray(0, 8).equals(signature)) return null;
  const [wide, high] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (wide === 0 || high === 0) return null;
  const scale = Math.min(most.width / wide, most.height / high);
  return { width: wide * scale, height: high * scale };
}
