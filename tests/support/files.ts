import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, createDeflate, deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Asker } from './app.ts';
import type { Company } from './steps.ts';

/** A picture of one colour; another colour is another file. */
export const aPng = (colour = '#336699', width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();

/** A photo that says where it was taken, lying on its side. */
export const aPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Copyright: 'secret studio' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '33/1 51/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PDF of so many pages, with whatever else is done to it. */
export async function aPdf(
  change: (pdf: PDFDocument) => unknown = () => undefined,
  pages = 1,
): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (let page = 1; page <= pages; page += 1) pdf.addPage([200, 100]).drawText(`Page ${page}`, { size: 12 });
  await change(pdf);
  return Buffer.from(await pdf.save());
}

/** A PNG whose head promises these dimensions, whatever its pixels are. */
export function aPngOf(width: number, height: number, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A small PDF whose one stream unpacks to more memory than anybody has to spare. */
export async function aPdfBomb(): Promise<Buffer> {
  const tenMegabytes = Buffer.alloc(10_000_000, ' ');
  const spaces = Readable.from(Array.from({ length: 120 }, () => tenMegabytes));
  const packed = await buffer(spaces.pipe(createDeflate()));
  const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  const end = '\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF';
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(end)]);
}

export type Uploaded = {
  status: number;
  body: {
    id: string;
    name: string;
    contentType: string;
    size: number;
    url: string;
    logoUrl: string;
    code?: string;
    message?: string;
    field?: string | null;
  };
};

/** Sends bytes as a browser would that is signed in as this person. */
export async function upload(
  company: Company,
  url: string,
  payload: Buffer | NodeJS.ReadableStream,
  asker: Asker,
  headers: Record<string, string> = {},
): Promise<Uploaded> {
  const response = await company.app.server.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'text/html',
      ...(asker !== null && 'cookie' in asker ? { cookie: asker.cookie } : {}),
      ...(asker !== null && 'link' in asker ? { authorization: `Link ${asker.link}` } : {}),
      ...headers,
    },
    payload,
  });
  return { status: response.statusCode, body: response.json() };
}

export const attach = async (company: Company, quoteId: string, name: string, bytes: Buffer, asker?: Asker) =>
  upload(
    company,
    `/uploads/quotes/${quoteId}/attachments?name=${encodeURIComponent(name)}`,
    bytes,
    asker === undefined ? await company.as('STAFF') : asker,
  );
