import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Instance, systemContext } from '../context.ts';
import { longestReport } from '../domain/mail.ts';
import { takeReports } from '../mails/collect-bounces.ts';
import { takeReport } from '../mails/take-report.ts';
import { sha256 } from '../sha256.ts';

const text = z.string().trim().min(1).max(1000);
const report = z
  .object({
    messageId: text.nullish(),
    recipient: text.nullish(),
    type: z.enum(['bounce', 'complaint', 'delay']),
    reason: z.string().max(10_000).default(''),
  })
  .refine(({ messageId, recipient }) => messageId != null || recipient != null);
const reports = z.union([report, z.array(report).max(1000)]);

/**
 * POST /webhooks/mail: what a provider or a mail server reports about our mails, with `Authorization: Bearer` and the shared
 * secret. JSON says `messageId` or `recipient`, `type` (bounce, complaint, delay) and `reason`, one or a list; a mail
 * (`message/rfc822`) is a report as mail servers write it. What is not about a mail of ours changes nothing.
 */
export async function mailWebhook(app: FastifyInstance, instance: Instance): Promise<void> {
  const secret = instance.config.MAIL_WEBHOOK_SECRET;
  if (secret === undefined) return;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: longestReport }, (_request, body, done) =>
      done(null, body),
    );
    scope.post('/webhooks/mail', async (request, reply) => {
      if (!knows(request, secret)) return reply.code(401).send({ error: 'The secret is not right.' });
      const { body } = request;
      if (!Buffer.isBuffer(body)) return reply.code(400).send({ error: 'There is no report.' });
      const ctx = await systemContext(instance, request.id);
      if (/^message\/rfc822\b/iu.test(request.headers['content-type'] ?? '')) {
        await takeReports(ctx, body);
        return { received: true };
      }
      const read = reports.safeParse(jsonOf(body));
      if (!read.success) return reply.code(400).send({ error: 'This is no report that we know.' });
      for (const { messageId, recipient, type, reason } of [read.data].flat())
        await takeReport(ctx, {
          messageId: messageId == null ? null : bracketed(messageId),
          recipient: recipient ?? null,
          type: ({ bounce: 'BOUNCE', complaint: 'COMPLAINT', delay: 'DELAY' } as const)[type],
          reason,
        });
      return { received: true };
    });
  });
}

/** Both as hashes: they are of one length, and comparing them takes the same time whatever was guessed. */
function knows({ headers }: FastifyRequest, secret: string): boolean {
  const given = /^Bearer (.{1,500})$/u.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(secret)));
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** Providers name a Message-ID with its brackets or without. */
const bracketed = (messageId: string): string => (messageId.startsWith('<') ? messageId : `<${messageId}>`);
