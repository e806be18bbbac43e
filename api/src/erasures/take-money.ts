import { dropUnusedBlob } from '../attachments/blobs.ts';
import type { Sql } from '../db/database.ts';
import { erasedWord, textWithoutWords } from '../domain/erased-words.ts';
import type { Proof } from '../domain/payment-proof.ts';
import { searchKey } from '../domain/search-key.ts';
import type { Taking } from './take-quotes.ts';

/** Invoices, what corrects and what pays them. Amounts, days and numbers stay. */
export async function takeMoney(query: Sql, taking: Taking): Promise<void> {
  await takeInvoices(query, taking);
  await takeCreditNotes(query, taking);
  await takeReceipts(query, taking);
  await takePayments(query, taking);
  await takeLog(query, taking);
  await takeRefunds(query, taking);
  await takeBankLines(query, taking);
}

async function takeInvoices(query: Sql, { erasureId, customerId }: Taking): Promise<void> {
  const rows = await query
    .selectFrom('invoice')
    .select(['id', 'content'])
    .where('customerId', '=', customerId)
    .where('erasureId', 'is', null)
    .execute();
  for (const { id, content } of rows)
    await query
      .updateTable('invoice')
      .set({
        content: textWithoutWords(content),
        recipient: '',
        customerName: erasedWord,
        customerKey: searchKey(erasedWord),
        approvalReasons: '[]',
        erasureId,
      })
      .where('id', '=', id)
      .execute();
}

async function takeCreditNotes(query: Sql, { erasureId, customerId }: Taking): Promise<void> {
  const rows = await query
    .selectFrom('creditNote')
    .select(['id', 'content'])
    .where('customerId', '=', customerId)
    .where('erasureId', 'is', null)
    .execute();
  for (const { id, content } of rows)
    await query
      .updateTable('creditNote')
      .set({ reason: erasedWord, content: textWithoutWords(content), erasureId })
      .where('id', '=', id)
      .execute();
}

async function takeReceipts(query: Sql, { erasureId, customerId }: Taking): Promise<void> {
  const rows = await query
    .selectFrom('receipt')
    .innerJoin('invoice', 'invoice.id', 'receipt.invoiceId')
    .select(['receipt.id', 'receipt.content'])
    .where('invoice.customerId', '=', customerId)
    .where('receipt.erasureId', 'is', null)
    .execute();
  for (const { id, content } of rows)
    await query
      .updateTable('receipt')
      .set({ content: textWithoutWords(content), erasureId })
      .where('id', '=', id)
      .execute();
}

/** The provider's name for money by card stays: by it a message that comes once more is known. */
async function takePayments(query: Sql, { erasureId, customerId }: Taking): Promise<void> {
  const rows = await query
    .selectFrom('payment')
    .select(['id', 'method', 'reference', 'proofs'])
    .where('customerId', '=', customerId)
    .where('erasureId', 'is', null)
    .execute();
  for (const { id, method, reference, proofs } of rows) {
    await query
      .updateTable('payment')
      .set({ reference: method === 'CARD' ? reference : null, proofs: '[]', failure: null, erasureId })
      .where('id', '=', id)
      .execute();
    for (const { hash } of JSON.parse(proofs) as Proof[]) await dropUnusedBlob(query, hash);
  }
}

async function takeLog(query: Sql, { erasureId, customerId }: Taking): Promise<void> {
  await query
    .updateTable('paymentLog')
    .set({ reference: null, note: null, erasureId })
    .where('invoiceId', 'in', (row) =>
      row.selectFrom('invoice').select('id').where('customerId', '=', customerId),
    )
    .where('erasureId', 'is', null)
    .execute();
}

async function takeRefunds(query: Sql, { customerId }: Taking): Promise<void> {
  await query
    .updateTable('refund')
    .set({ reason: erasedWord, reference: null, failure: null })
    .where('customerId', '=', customerId)
    .execute();
}

/** What the bank wrote about the payer; the line keeps its day and amount, and its fingerprint, so that it is not imported again. */
async function takeBankLines(query: Sql, { customerId }: Taking): Promise<void> {
  await query
    .updateTable('bankLine')
    .set({ name: erasedWord, reference: '', text: '', searchKey: '' })
    .where('id', 'in', (row) =>
      row
        .selectFrom('bankMatch')
        .innerJoin('payment', 'payment.id', 'bankMatch.paymentId')
        .select('bankMatch.lineId')
        .where('payment.customerId', '=', customerId),
    )
    .execute();
}
