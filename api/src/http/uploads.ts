import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addAttachment, fileRefusal, uploadProblem } from '../attachments/add-attachment.ts';
import { attachmentsView } from '../attachments/attachment-views.ts';
import { statementRefusal, uploadStatement } from '../bank/upload-statement.ts';
import type { Ctx, Instance } from '../context.ts';
import { fileLimits } from '../domain/attachment.ts';
import { statementLimits } from '../domain/bank/statement.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { Fault, type FaultCode, notFound, unauthenticated } from '../fault.ts';
import { logoAddress, setCompanyLogo } from '../settings/logo.ts';
import { addProof, proofUploadProblem } from '../payments/proofs.ts';
import { requirePermission } from '../staff/require.ts';
import { httpContext } from './http-context.ts';
import { refuseOtherSites } from './same-origin.ts';

/** Each holds its bytes in memory while it is read and opened. */
const mostAtOnce = 8;

const statuses: Partial<Record<FaultCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

type Answer = { status: number; body: object };
type Upload = {
  /** Whether there is a reason to read no byte at all. */
  before(ctx: Ctx): Promise<Refusal | null>;
  most: number;
  /** Who may send it; staff unless it says otherwise. */
  by?: 'link';
  tooLarge: Refusal;
  keep(ctx: Ctx, bytes: Buffer): Promise<object | Refusal>;
};

/**
 * POST /uploads/…: the bytes of one file as the body, with a session of staff, or for a claim with the customer's link. What
 * the browser says about its kind is not asked. The answer is what came of it, or a refusal as GraphQL would give it.
 */
export async function uploadRoutes(app: FastifyInstance, instance: Instance): Promise<void> {
  let underWay = 0;
  const answer = async (request: FastifyRequest, reply: FastifyReply, upload: Upload): Promise<Answer> => {
    const ctx = await httpContext(instance, request, reply);
    if (ctx.actor.kind !== (upload.by ?? 'staff'))
      throw upload.by === 'link' ? notFound() : unauthenticated();
    const closed = await upload.before(ctx);
    if (closed !== null) return refused(422, closed);
    if (Number(request.headers['content-length']) > upload.most) return refused(413, upload.tooLarge);
    if (underWay >= mostAtOnce) {
      void reply.header('retry-after', '10');
      return refused(503, manyAtOnce());
    }
    underWay += 1;
    try {
      const bytes = await readAll(request.raw, upload.most);
      if (bytes === null) return refused(413, upload.tooLarge);
      const kept = await upload.keep(ctx, bytes);
      return isRefusal(kept) ? refused(422, kept) : { status: 201, body: kept };
    } finally {
      underWay -= 1;
    }
  };
  const answered = async (request: FastifyRequest, reply: FastifyReply, upload: Upload) => {
    const { status, body } = await answer(request, reply, upload).catch(faulted);
    return reply.code(status).header('cache-control', 'no-store').send(body);
  };
  await app.register(async (scope) => {
    // Bytes and not what they claim to be: they are read by hand, as far as they may go.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.addHook('onRequest', refuseOtherSites(instance.config));
    scope.post<{ Params: { id: string }; Querystring: { name?: string } }>(
      '/uploads/quotes/:id/attachments',
      (request, reply) =>
        answered(request, reply, ofQuote(request.params.id, String(request.query.name ?? ''))),
    );
    scope.post<{ Querystring: { invoice?: string; name?: string } }>('/uploads/claims', (request, reply) =>
      answered(request, reply, ofClaim(request.query.invoice ?? null, String(request.query.name ?? ''))),
    );
    scope.post<{ Querystring: { name?: string } }>('/uploads/bank-statements', (request, reply) =>
      answered(request, reply, bankStatement(String(request.query.name ?? ''))),
    );
    scope.post('/uploads/company/logo', (request, reply) => answered(request, reply, companyLogo));
  });
}

const ofQuote = (quoteId: string, name: string): Upload => ({
  before: (ctx) => uploadProblem(ctx, quoteId),
  most: fileLimits.fileBytes,
  tooLarge: fileRefusal('TOO_LARGE'),
  keep: async (ctx, bytes) => {
    const kept = await addAttachment(ctx, { quoteId, name, bytes });
    return isRefusal(kept) ? kept : { ...attachmentsView(ctx, [kept])[0] };
  },
});

/** What the customer sends with «I have paid»; the link says whose invoice it is. */
const ofClaim = (invoiceNumber: string | null, name: string): Upload => ({
  by: 'link',
  before: (ctx) => proofUploadProblem(ctx, invoiceNumber),
  most: fileLimits.fileBytes,
  tooLarge: fileRefusal('TOO_LARGE'),
  keep: async (ctx, bytes) => {
    const kept = await addProof(ctx, { invoiceNumber, name, bytes });
    return isRefusal(kept) ? kept : { proofs: kept.map((proof) => proof.name) };
  },
});

const bankStatement = (name: string): Upload => ({
  before: async (ctx) => {
    requirePermission(ctx, 'CONFIRM_PAYMENTS');
    return null;
  },
  most: statementLimits.bytes,
  tooLarge: statementRefusal('TOO_LARGE'),
  keep: async (ctx, bytes) => {
    const kept = await uploadStatement(ctx, { name, bytes });
    return isRefusal(kept) ? kept : { id: kept.id, format: kept.format, status: kept.status };
  },
});

const companyLogo: Upload = {
  before: async (ctx) => {
    requirePermission(ctx, 'MANAGE_COMPANY');
    return null;
  },
  most: fileLimits.logoBytes,
  tooLarge: fileRefusal('LOGO_TOO_LARGE'),
  keep: async (ctx, bytes) => {
    const company = await setCompanyLogo(ctx, bytes);
    return isRefusal(company) ? company : { logoUrl: logoAddress(company.logoHash) };
  },
};

/** The whole body, or null as soon as it is longer than it may be; what still comes is then read and forgotten. */
async function readAll(body: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > most) {
        body.resume();
        return null;
      }
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    // Whoever hung up in the middle made no mistake of ours.
    throw Object.assign(new Error('The file was cut off.', { cause: error }), { statusCode: 400 });
  }
  return Buffer.concat(chunks);
}

const manyAtOnce = () =>
  refuse('INPUT_INVALID', 'Many files are arriving at once. Please try again in a minute.', 'file');

const refused = (status: number, { code, message, field }: Refusal): Answer => ({
  status,
  body: { code, message, field },
});

function faulted(error: unknown): Answer {
  const status = error instanceof Fault ? statuses[error.code] : undefined;
  if (status === undefined || !(error instanceof Fault)) throw error;
  return { status, body: { code: error.code, message: error.message, field: null } };
}
