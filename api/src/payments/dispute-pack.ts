import { zipSync } from 'fflate';
import type { Ctx } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { documentOf } from '../documents/documents.ts';
import { logoOf } from '../documents/printed.ts';
import { contentOf } from '../invoices/invoice-views.ts';
import { issuedOf } from '../invoices/issued.ts';
import { printPaymentLog } from '../letters/print-payment-log.ts';
import type { Dispute } from './dispute.entity.ts';

/** What Stripe takes of one file is 5 MB, and 4.5 MB of all pictures of one answer. */
const mostBytes = 4_500_000;

type File = { name: string; bytes: Uint8Array };
export type DisputePack = { bytes: Uint8Array; filename: string };

/**
 * The evidence of a disputed payment, ready to upload: what was agreed and signed, what was asked for, what was confirmed, and
 * every step between. Null where there is no such dispute. The files bear the names under which Stripe asks for them.
 */
export async function disputePack(ctx: Ctx, disputeId: string): Promise<DisputePack | null> {
  const dispute = await ctx.db.read
    .selectFrom('dispute')
    .selectAll()
    .where('id', '=', disputeId)
    .executeTakeFirst();
  if (dispute === undefined) return null;
  const made = await Promise.all([
    signedQuote(ctx, dispute),
    kept(ctx, 'invoices', dispute.invoiceId, 'invoice'),
    receipt(ctx, dispute),
    paymentLog(ctx, dispute),
  ]);
  const files = made.filter((file) => file !== null);
  const tooLarge = files.filter(({ bytes }) => bytes.length > mostBytes).map(({ name }) => name);
  const entries = files.filter(({ bytes }) => bytes.length <= mostBytes);
  const note =
    tooLarge.length === 0
      ? []
      : [{ name: 'too-large.txt', bytes: Buffer.from(`Too large to upload: ${tooLarge.join(', ')}\n`) }];
  // PDFs are compressed already. The time is that of the dispute, so that the same evidence is the same file.
  const zipped = zipSync(Object.fromEntries([...entries, ...note].map(({ name, bytes }) => [name, bytes])), {
    level: 0,
    mtime: new Date(dispute.openedAt),
  });
  return { bytes: zipped, filename: `evidence-${dispute.providerId.replace(/[^\w-]/gu, '')}.zip` };
}

async function signedQuote(ctx: Ctx, { invoiceId }: Row<Dispute>): Promise<File | null> {
  const { quoteId } = await ctx.load.invoice.load(invoiceId);
  const isSigned = quoteId !== null && (await ctx.load.acceptancesOfQuote.load(quoteId)).length > 0;
  return isSigned ? kept(ctx, 'quotes', quoteId, 'signed-quote') : null;
}

async function receipt(ctx: Ctx, { paymentId }: Row<Dispute>): Promise<File | null> {
  const [made] = await ctx.load.receiptsOfPayment.load(paymentId);
  return made === undefined ? null : kept(ctx, 'receipts', made.id, 'receipt');
}

async function kept(
  ctx: Ctx,
  kind: Parameters<typeof documentOf>[1],
  id: string,
  name: string,
): Promise<File | null> {
  const pdf = await documentOf(ctx, kind, id);
  return pdf === null ? null : { name: `${name}-${pdf.filename}`, bytes: pdf.bytes };
}

async function paymentLog(ctx: Ctx, dispute: Row<Dispute>): Promise<File> {
  const invoice = issuedOf(await ctx.load.invoice.load(dispute.invoiceId));
  const payment = await ctx.load.payment.load(dispute.paymentId);
  const { company, customer } = contentOf(invoice);
  const entries = await ctx.load.logOfInvoice.load(invoice.id);
  const printed = printPaymentLog({
    company,
    customer,
    invoiceNumber: invoice.number,
    currency: invoice.currency,
    gross: invoice.gross,
    balance: invoice.balance,
    reference: payment.reference,
    printedOn: ctx.today,
    timeZone: ctx.company.timeZone,
    entries: entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    locale: ctx.company.locale,
    logo: await logoOf(ctx, company),
  });
  return { name: `${printed.number}.pdf`, bytes: await ctx.pdf.render(printed) };
}
