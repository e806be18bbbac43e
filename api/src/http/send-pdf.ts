import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pdf } from '../documents/documents.ts';
import { byteRange } from './byte-range.ts';

const pieceSize = 64 * 1024;

/** Piece by piece, each when the one before is gone: a slow phone holds one of them in the server, not all. */
function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += pieceSize)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(pieceSize, bytes.length - at));
}

/** The whole document, or the part of it that was asked for. */
export function sendPdf(request: FastifyRequest, reply: FastifyReply, pdf: Pdf): FastifyReply {
  const size = pdf.bytes.length;
  const etag = `"${pdf.sha256}"`;
  void reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${pdf.filename}"`)
    .header('cache-control', 'private, no-store')
    .header('accept-ranges', 'bytes')
    .header('etag', etag);
  const isOther = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag;
  const range = isOther ? null : byteRange(request.headers.range, size);
  if (range === 'UNSATISFIABLE') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { first, last } = range ?? { first: 0, last: size - 1 };
  if (range !== null) void reply.code(206).header('content-range', `bytes ${first}-${last}/${size}`);
  void reply.header('content-length', last - first + 1);
  return reply.send(Readable.from(pieces(pdf.bytes.subarray(first, last + 1))));
}
