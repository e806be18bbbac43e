import { randomUUID } from 'node:crypto';
import { aLineInput, aQuoteInput } from './inputs.ts';
import {
  approveQuote,
  createChangeOrder,
  createStaffMember,
  portalAccount,
  quoteById,
  requestAccountLink,
  resendMail,
  sendAccountLink,
  signIn,
  updateQuote,
} from './operations.ts';
import { anOfxFile } from './statements.ts';
import { type Answered, post, sign } from './world-asks.ts';
import { depositOf } from './world-journeys.ts';
import { confirmMatch, importStatement, refundPayment, uploadStatement } from './world-money.ts';
import type { OpenQuote } from './world-quotes.ts';
import { until, type World } from './world.ts';

type Made = { id: string; version: number; number: string; revisionHash: string; stages: { id: string }[] };

/** The rest of what a customer gets mails about, each step over a socket, as the owner or as the customer. */
export function lettersOf(world: World, url: string) {
  const { db, cookie } = world.office;
  async function make(document: string, variables: object, headers: Record<string, string> = { cookie }) {
    const { data, faults } = await post(url, document, variables, headers);
    const [result] = Object.values(data ?? {});
    if (result === undefined || result.code !== undefined || faults.length > 0)
      throw new Error(`${document.slice(0, 60)}: ${JSON.stringify([result, faults])}`);
    return result as unknown as Made;
  }
  /** The newest token of a link to such a page, once so many were mailed. */
  const mailed = (page: 'q' | 'a', words: string, count = 1): Promise<string> =>
    until(`a mail with ${words}`, async () => {
      const mails = await world.inbox.list();
      const tokens = mails
        .filter(({ text, subject }) => `${subject} ${text}`.includes(words))
        .flatMap(({ text }) => new RegExp(`/${page}/#([\\w-]{43})`, 'u').exec(text)?.[1] ?? []);
      return tokens.length >= count ? tokens[0] : null;
    });

  return {
    /** From the office and from the customer's page; the account is looked at. */
    async accountLinks({ token }: OpenQuote): Promise<void> {
      const { id: customerId } = await db.read.selectFrom('customer').select('id').executeTakeFirstOrThrow();
      await make(sendAccountLink, { input: { idempotencyKey: randomUUID(), customerId } });
      const account = await mailed('a', '/a/#');
      await make(portalAccount, {}, { authorization: `Link ${account}` });
      await make(
        requestAccountLink,
        { input: { idempotencyKey: randomUUID() } },
        { authorization: `Link ${token}` },
      );
      await mailed('a', '/a/#', 2);
    },
    /** The invoice goes out once more. */
    async resend(quote: OpenQuote): Promise<void> {
      const mail = await db.read
        .selectFrom('mail')
        .select('id')
        .where('quoteId', '=', quote.id)
        .where('kind', '=', 'INVOICE')
        .executeTakeFirstOrThrow();
      await make(resendMail, { input: { idempotencyKey: randomUUID(), mailId: mail.id } });
    },
    /** A part of a card payment goes back, with its credit note. */
    async refund(quote: OpenQuote): Promise<Answered> {
      const { id } = await depositOf(world, quote.id);
      const payment = await db.read
        .selectFrom('payment')
        .select('id')
        .where('invoiceId', '=', id)
        .where('status', '=', 'CONFIRMED')
        .executeTakeFirstOrThrow();
      const what = { paymentId: payment.id, amount: 10_000, reason: 'Less work' };
      const how = { idempotencyKey: randomUUID(), method: 'CARD', reference: null };
      return refundPayment(url, cookie, { ...what, ...how });
    },
    /** The money stands on a statement of the bank. */
    async transfer(quote: OpenQuote): Promise<Answered> {
      const { id: invoiceId, number, gross } = await depositOf(world, quote.id);
      const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
      const amount = (gross / 100).toFixed(2);
      const file = anOfxFile([{ id: quote.id, day, amount, name: 'Ana Silva', memo: String(number) }]);
      const id = await uploadStatement(url, cookie, file);
      await importStatement(url, cookie, { id, mapping: null, skipProblems: false });
      const line = await until('the line is imported', () =>
        db.read.selectFrom('bankLine').select('id').where('bankId', '=', quote.id).executeTakeFirst(),
      );
      const allocations = [{ invoiceId, amount: gross }];
      const match = { idempotencyKey: randomUUID(), lineIds: [line.id], allocations, paymentId: null };
      return confirmMatch(url, cookie, match);
    },
    /** More work for 100.00, which the customer signs by the link in its mail; the token of that link. */
    async changeOrder(quote: OpenQuote): Promise<string> {
      const { id } = await make(createChangeOrder, {
        input: { idempotencyKey: randomUUID(), quoteId: quote.id, kind: 'ADDITION' },
      });
      const draft = await make(quoteById, { id });
      const stage = { percent: 100_000, amount: null, due: 'ON_SIGNING', dueOn: null };
      const content = aQuoteInput({
        title: 'A change',
        lines: [aLineInput({ unitPrice: 10_000 })],
        options: [],
        stages: draft.stages.map((one) => ({
          ...{ id: one.id, label: 'Change', paymentTermsDays: null, autoIssue: false },
          ...stage,
        })),
      });
      const written = await make(updateQuote, { input: { id, version: draft.version, quote: content } });
      const sent = await make(approveQuote, { input: { id, version: written.version } });
      const token = await mailed('q', sent.number);
      const change = { ...quote, id, token, revisionHash: sent.revisionHash };
      const answer = await sign(url, change, 'the-change', { choices: [], expectedTotal: 10_000 });
      if (answer.data?.['signQuote']?.__typename !== 'PortalQuote')
        throw new Error(`The change was not signed: ${JSON.stringify(answer)}`);
      return token;
    },
    /** Somebody new signs in, after a slip. */
    async signInAs(person: { name: string; email: string; password: string }): Promise<void> {
      await make(createStaffMember, { input: { idempotencyKey: randomUUID(), role: 'STAFF', ...person } });
      const { email, password } = person;
      await post(url, signIn, { input: { email, password: `${password}?` } }, {});
      await make(signIn, { input: { email, password } }, {});
    },
  };
}
