import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { creditOf } from '../domain/credit-note.ts';
import { isCreditable, mostToCredit } from '../domain/invoice-actions.ts';
import { erasedProblem } from '../domain/erasure.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { requirePermission } from '../staff/require.ts';
import type { CreditNote } from './credit-note.entity.ts';
import type { CreditInvoiceInput } from './credit-note.type.ts';
import { contentOf } from './invoice-views.ts';
import { isIssued } from './issued.ts';
import { invoiceToChange, once, reasonProblem } from './keyed.ts';
import { askForStageAgain } from './stage-ready.ts';
import { creditedSoFar, writeCreditNote } from './write-credit-note.ts';

/** Takes a part or all of an issued invoice off. The invoice itself stays as it was issued. */
export async function creditInvoice(ctx: Ctx, input: CreditInvoiceInput): Promise<Row<CreditNote> | Refusal> {
  const staff = requirePermission(ctx, 'CORRECT_INVOICES');
  const problem = reasonProblem(input.reason);
  if (problem !== null) return problem;
  const { idempotencyKey, ...about } = input;
  const answer = await once(ctx, { scope: `staff:${staff.id}:credit`, idempotencyKey, about }, (query) =>
    credit(ctx, query, input),
  );
  if (isRefusal(answer)) return answer;
  return ctx.db.read
    .selectFrom('creditNote')
    .selectAll()
    .where('id', '=', answer.id)
    .executeTakeFirstOrThrow();
}

async function credit(ctx: Ctx, query: Sql, input: CreditInvoiceInput): Promise<Row<CreditNote> | Refusal> {
  const invoice = await invoiceToChange(query, input.invoiceId);
  const erased = erasedProblem({ erasedAt: invoice.erasureId });
  if (erased !== null) return erased;
  if (!isIssued(invoice) || !isCreditable(invoice))
    return refuse(
      'INVOICE_NOT_CORRECTABLE',
      invoice.status === 'AWAITING_APPROVAL'
        ? 'This invoice is not issued yet. Give it back instead.'
        : 'Nothing is left of this invoice that could be taken off.',
    );
  const totals = creditOf(contentOf(invoice), await creditedSoFar(query, invoice.id), mostToCredit(invoice), {
    amount: input.amount ?? null,
    lines: input.lines ?? null,
  });
  if (isRefusal(totals)) return totals;
  const note = await writeCreditNote(ctx, query, { invoice, totals, reason: input.reason.trim() });
  // A note for all of it makes the stage free. Neither a refund nor a signed reduction asks: there nobody wants the money.
  if (invoice.credited + note.gross === invoice.gross) await askForStageAgain(ctx, query, invoice);
  return note;
}
