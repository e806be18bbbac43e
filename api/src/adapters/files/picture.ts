import sharp, { type Sharp } from 'sharp';
import { fileLimits } from '../../domain/attachment.ts';
import type { CleanReply, CleanRequest } from './messages.ts';

// Only the decoders of what we take can be reached at all: no SVG, no TIFF, no PDF, whatever a file pretends to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

const formats = { PNG: 'png', JPEG: 'jpeg', WEBP: 'webp' } as const;

/**
 * The picture drawn anew: its pixels as they are seen, and nothing else that was in the file. Place and camera are gone,
 * and so is whatever was hidden before, between or behind the pixels.
 */
export async function cleanPicture({ kind, bytes, asLogo }: CleanRequest): Promise<CleanReply> {
  if (kind === 'PDF') return { problem: 'LOGO_WRONG_KIND' };
  // Of the header alone, and of no pixel: a bomb is turned away before it opens.
  const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (format !== formats[kind]) return { problem: 'UNREADABLE' };
  if (width * height > fileLimits.pixels) return { problem: 'TOO_MANY_PIXELS' };
  const picture = sharp(bytes, {
    limitInputPixels: fileLimits.pixels,
    failOn: 'error',
    sequentialRead: true,
  });
  const upright = picture.autoOrient();
  return { bytes: await (asLogo ? logo(upright) : written(upright, kind)).toBuffer() };
}

function written(picture: Sharp, kind: 'PNG' | 'JPEG' | 'WEBP'): Sharp {
  if (kind === 'PNG') return picture.png();
  return kind === 'JPEG' ? picture.jpeg({ quality: 88 }) : picture.webp({ quality: 88 });
}

const logo = (picture: Sharp): Sharp =>
  picture
    .resize({
      width: fileLimits.logoWidth,
      height: fileLimits.logoHeight,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .png();
