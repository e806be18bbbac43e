/**
 * Files that belong to a quote: what they may be, how large, and what they are called. A photo that comes as
 * `C:\Photos\Kitchen <1>.png` and begins like a JPEG is kept as `Kitchen 1.jpg`: what a file says about itself counts for
 * nothing, its first bytes do.
 */

/** What a file may be; everything else is refused. */
export const fileKinds = ['PDF', 'PNG', 'JPEG', 'WEBP'] as const;

/** One of the kinds. */
export type FileKind = (typeof fileKinds)[number];

/** How each kind is called on the wire and at the end of a name. */
export const fileTypes: Readonly<Record<FileKind, { contentType: string; extension: string }>> = {
  PDF: { contentType: 'application/pdf', extension: 'pdf' },
  PNG: { contentType: 'image/png', extension: 'png' },
  JPEG: { contentType: 'image/jpeg', extension: 'jpg' },
  WEBP: { contentType: 'image/webp', extension: 'webp' },
};

const megabyte = 1024 * 1024;

/** How much there may be: bytes of one file and of one quote, files of a quote, pixels of a picture, pages of a PDF. */
export const fileLimits = {
  fileBytes: 10 * megabyte,
  quoteBytes: 50 * megabyte,
  quoteFiles: 10,
  logoBytes: 2 * megabyte,
  logoWidth: 800,
  logoHeight: 400,
  pixels: 40_000_000,
  pages: 300,
} as const;

const beginnings: Readonly<Record<FileKind, (latin: string) => boolean>> = {
  PDF: (latin) => /^%PDF-[12]\.\d/.test(latin),
  PNG: (latin) => latin.startsWith('\x89PNG\r\n\x1a\n'),
  JPEG: (latin) => latin.startsWith('\xff\xd8\xff'),
  WEBP: (latin) => /^RIFF[^]{4}WEBP/.test(latin),
};

/** What the bytes begin like, or null. */
export function kindOf(bytes: Uint8Array): FileKind | null {
  const latin = String.fromCharCode(...bytes.subarray(0, 16));
  return fileKinds.find((kind) => beginnings[kind](latin)) ?? null;
}

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The name without folders, invisible characters and what file systems refuse, with the ending of what the file is. */
export function fileName(given: string, kind: FileKind): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/\s/g, ' ')
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .replace(/\.(pdf|png|jpe?g|jfif|webp)$/i, '')
    .replace(/ +/g, ' ')
    .replace(/^[. ]+/, '');
  const short = [...(device.test(plain) ? `file ${plain}` : plain)]
    .slice(0, 100)
    .join('')
    .replace(/[. ]+$/, '');
  return `${short === '' ? 'file' : short}.${fileTypes[kind].extension}`;
}

/** Why a file is refused, each with what to do about it. */
export const fileProblems = {
  EMPTY: 'This file is empty. Please choose it again.',
  TOO_LARGE: 'This file is too large: at most 10 MB. Please save it smaller and try again.',
  LOGO_TOO_LARGE: 'This picture is too large: at most 2 MB. Please save it smaller and try again.',
  WRONG_KIND: 'Only PDF, PNG, JPEG and WebP files can be attached. Please save it as one of these.',
  LOGO_WRONG_KIND: 'A logo is a PNG, JPEG or WebP picture. Please save it as one of these.',
  UNREADABLE: 'This file is damaged or cut off. Please save it again and try once more.',
  TOO_MANY_PIXELS: 'This picture has too many pixels: at most 40 million. Please make it smaller.',
  TOO_MANY_PAGES: 'This PDF has too many pages: at most 300. Please split it.',
  ENCRYPTED: 'This PDF is locked with a password. Please save it without one.',
  ACTIVE: 'This PDF holds a program, a form with code or another file. Please print it to a new PDF first.',
  SIGNED:
    'This PDF has a digital signature, which would be lost here. Please print it to a new PDF, or send it by mail.',
  TOO_MUCH_WORK: 'This file takes too much work to open. Please save it anew, smaller, and try again.',
  QUOTE_FULL: 'A quote has room for 10 files. Please remove one first.',
  QUOTE_TOO_LARGE:
    'The files of one quote may come to 50 MB. Please remove one first, or save this one smaller.',
} as const;

/** One of the reasons. */
export type FileProblem = keyof typeof fileProblems;

/** Whether a quote with these files has room for one more of this size, or why not. */
export function roomProblem(
  files: readonly { size: number }[],
  size: number,
): 'QUOTE_FULL' | 'QUOTE_TOO_LARGE' | null {
  if (files.length >= fileLimits.quoteFiles) return 'QUOTE_FULL';
  const sum = files.reduce((total, file) => total + file.size, size);
  return sum > fileLimits.quoteBytes ? 'QUOTE_TOO_LARGE' : null;
}

/** `12 kB`, `1.8 MB`; what is smaller than the half of a kilobyte is `1 kB` too. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Whether a text is a colour as it is kept: `#1d5a49`. */
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);
