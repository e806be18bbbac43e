import { readBlob } from '../attachments/blobs.ts';
import type { Ctx } from '../context.ts';
import { documentAddress } from '../documents/address.ts';
import { addMonths, isLocalDate, type LocalDate } from '../domain/local-date.ts';
import type { BookedMoney, Statement } from '../domain/statement.ts';
import { statementsOf } from '../domain/statement.ts';
import { today } from '../domain/zone.ts';
import { badInput } from '../fault.ts';
import { minor } from '../domain/money.ts';
import { printStatement } from '../letters/print-statement.ts';
import { partyOf } from '../settings/party.ts';
import { sha256 } from '../sha256.ts';
import { clientOf } from './client-of.ts';

export type Period = { from: LocalDate; to: LocalDate };

const longest = 120;
/** More than anybody reads; what can be asked for has an end. */
const mostEntries = 50_000;

/** What the customer owed, what changed it and what they owe, one for each currency. Throws BAD_USER_INPUT for a period that is none. */
export async function customerStatements(ctx: Ctx, customerId: string, period: Period): Promise<Statement[]> {
  if (period.to < period.from || period.to > addMonths(period.from, longest))
    throw badInput('A period ends after it begins, and at most ten years later.');
  return statementsOf(await bookOf(ctx, customerId), period);
}

async function bookOf(ctx: Ctx, customerId: string): Promise<BookedMoney[]> {
  const entries = await ctx.db.read
    .selectFrom('ledgerEntry')
    .leftJoin('invoice', 'invoice.id', 'ledgerEntry.invoiceId')
    .leftJoin('creditNote', 'creditNote.id', 'ledgerEntry.creditNoteId')
    .select(['ledgerEntry.kind', 'ledgerEntry.amount', 'ledgerEntry.currency', 'ledgerEntry.paymentId'])
    .select(['ledgerEntry.at', 'invoice.number as invoiceNumber', 'creditNote.number as creditNoteNumber'])
    .where('ledgerEntry.customerId', '=', customerId)
    .orderBy('ledgerEntry.id')
    .limit(mostEntries)
    .execute();
  return entries.map(({ at, invoiceNumber, creditNoteNumber, ...entry }) => ({
    ...entry,
    day: today(new Date(at), ctx.company.timeZone),
    document: (entry.kind === 'CREDITED' ? creditNoteNumber : null) ?? invoiceNumber ?? '',
  }));
}

/** Where the PDF of a statement is for the next five minutes. */
export const statementAddress = (
  ctx: Ctx,
  customerId: string,
  { currency, from, to }: Period & { currency: string },
): string => documentAddress(ctx, 'statements', `${customerId}/${currency}_${from}_${to}`);

/** The PDF of the statement with this name (`AUD_2026-01-01_2026-12-31`), or null. Made anew each time: tomorrow it may say more. */
export async function statementPdf(ctx: Ctx, customerId: string, name: string) {
  const [currency = '', from = '', to = ''] = name.split('_');
  if (!isLocalDate(from) || !isLocalDate(to)) return null;
  const customer = await ctx.db.read
    .selectFrom('customer')
    .selectAll()
    .where('id', '=', customerId)
    .executeTakeFirst();
  const statements = await customerStatements(ctx, customerId, { from, to });
  const statement = statements.find((one) => one.currency === currency);
  if (customer === undefined || statement === undefined) return null;
  const company = partyOf(ctx.company);
  const logo = company.logo === null ? null : await readBlob(ctx.db.read, company.logo);
  const bytes = await ctx.pdf.render(
    printStatement({
      company,
      customer: clientOf(customer),
      currency,
      from,
      to,
      broughtForward: statement.opening,
      entries: linesOfStatement(statement),
      balance: statement.closing,
      locale: ctx.company.locale,
      logo: logo?.bytes ?? null,
    }),
  );
  return { bytes, filename: `statement-${from}-${to}-${currency}.pdf`, sha256: sha256(bytes) };
}

/** The lines with what was charged and what was paid beside each other. */
export const linesOfStatement = ({ lines }: Statement) =>
  lines.map(({ document, change, ...line }) => ({
    ...line,
    number: document,
    charged: minor(Math.max(0, change)),
    paid: minor(Math.max(0, -change)),
  }));
