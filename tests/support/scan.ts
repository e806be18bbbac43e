import { createRequire } from 'node:module';
import type { QRCode } from 'jsqr';
import sharp from 'sharp';

type Reader = (data: Uint8ClampedArray, width: number, height: number) => QRCode | null;

/** Its types say that it is a module, and it is a function. */
const jsQr = createRequire(import.meta.url)('jsqr') as Reader;

/** What a bank's app sees in a picture, or nothing; a picture that is small is held nearer. */
export async function scanned(picture: Buffer, width?: number): Promise<string | undefined> {
  const { data, info } = await sharp(picture)
    .resize(width)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** A code as the customer's page draws it. */
export const drawn = ({ path, size }: { path: string; size: number }, pixels: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${pixels}" height="${pixels}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill-rule="evenodd" d="${path}"/></svg>`,
  );
