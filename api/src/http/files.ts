import type { FastifyInstance, FastifyReply } from 'fastify';
import { readAttachment } from '../attachments/read-attachment.ts';
import type { Ctx, Instance } from '../context.ts';
import { isGoodAddress } from '../documents/address.ts';
import { may } from '../domain/permission.ts';
import { readProof } from '../payments/proofs.ts';
import { readLogo } from '../settings/logo.ts';
import { httpContext } from './http-context.ts';

type Address = { until?: string; proof?: string };
type FileRoute = { Params: { id: string }; Querystring: Address };
type ProofRoute = { Params: { payment: string; hash: string }; Querystring: Address };

/** Files that people uploaded: never run, framed or guessed at, whatever they are. */
const harmless = "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'none'";

/** GET /documents/attachments/<id> and …/proofs/<payment>/<hash> with an address that the API gave out or a session of staff; GET /logo/<hash> for everybody. */
export async function fileRoutes(app: FastifyInstance, instance: Instance): Promise<void> {
  app.get<FileRoute>('/documents/attachments/:id', async (request, reply) => {
    const { id } = request.params;
    const ctx = await httpContext(instance, request, reply);
    return handOut(
      reply,
      mayOpen(ctx, request.query, 'attachments', id) ? await readAttachment(ctx, id) : null,
    );
  });
  app.get<ProofRoute>('/documents/proofs/:payment/:hash', async (request, reply) => {
    const { payment, hash } = request.params;
    const ctx = await httpContext(instance, request, reply);
    const isAllowed = mayOpen(ctx, request.query, 'proofs', `${payment}/${hash}`);
    return handOut(reply, isAllowed ? await readProof(ctx, payment, hash) : null);
  });
  app.get<{ Params: { hash: string } }>('/logo/:hash', async (request, reply) => {
    const { hash } = request.params;
    const bytes = /^[0-9a-f]{64}$/.test(hash) ? await readLogo(instance, hash) : null;
    if (bytes === null)
      return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing here.');
    return (
      reply
        .type('image/png')
        .header('content-security-policy', harmless)
        // Mails show it on the pages of whoever reads them.
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(Buffer.from(bytes))
    );
  });
}

function mayOpen(ctx: Ctx, { until, proof }: Address, kind: 'attachments' | 'proofs', id: string): boolean {
  return typeof until === 'string' && typeof proof === 'string'
    ? isGoodAddress(ctx, kind, id, Number(until), proof)
    : ctx.actor.kind === 'staff' && may(ctx.actor.role, 'READ');
}

const handOut = (
  reply: FastifyReply,
  file: { name: string; contentType: string; bytes: Uint8Array } | null,
) =>
  file === null
    ? reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('This address has expired or is wrong. Please go back and open the file again.')
    : reply
        .type(file.contentType)
        .header('content-disposition', attached(file.name))
        .header('content-security-policy', harmless)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(file.bytes));

/** The name for browsers of any age (RFC 6266): in ASCII, and as it is. */
function attached(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
