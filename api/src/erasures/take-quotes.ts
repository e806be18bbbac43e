import { dropUnusedBlob } from '../attachments/blobs.ts';
import type { Sql } from '../db/database.ts';
import { erasedWord, textWithoutWords } from '../domain/erased-words.ts';
import { searchKey } from '../domain/search-key.ts';

/** Whose words go, under which erasure; of drafts alone while the rest has to be kept. */
export type Taking = { erasureId: string; customerId: string; isAll: boolean };

/** Quotes with what belongs to them: signatures, files and what was said. */
export async function takeQuotes(query: Sql, taking: Taking): Promise<void> {
  const { erasureId, customerId, isAll } = taking;
  let quotes = query
    .selectFrom('quote')
    .select(['id', 'number', 'draft', 'snapshot', 'sentTo'])
    .where('customerId', '=', customerId)
    .where('erasureId', 'is', null);
  if (!isAll) quotes = quotes.where('approvedAt', 'is', null);
  const rows = await quotes.execute();
  for (const { id, number, draft, snapshot, sentTo } of rows) {
    await query
      .updateTable('quote')
      .set((row) => ({
        title: erasedWord,
        draft: textWithoutWords(draft),
        snapshot: snapshot === null ? null : textWithoutWords(snapshot),
        sentTo: sentTo === null ? null : '',
        cancelNote: '',
        searchKey: searchKey(number ?? ''),
        version: row('version', '+', 1),
        erasureId,
      }))
      .where('id', '=', id)
      .execute();
    await takeFiles(query, id);
  }
  if (!isAll) return;
  await takeSignatures(query, taking);
  await takeMessages(query, taking);
}

async function takeFiles(query: Sql, quoteId: string): Promise<void> {
  const files = await query
    .deleteFrom('attachment')
    .where('quoteId', '=', quoteId)
    .returning('hash')
    .execute();
  for (const { hash } of files) await dropUnusedBlob(query, hash);
}

async function takeSignatures(query: Sql, { erasureId, customerId }: Taking): Promise<void> {
  const rows = await query
    .selectFrom('acceptance')
    .innerJoin('quote', 'quote.id', 'acceptance.quoteId')
    .select(['acceptance.id', 'evidence'])
    .where('quote.customerId', '=', customerId)
    .where('acceptance.erasureId', 'is', null)
    .execute();
  for (const { id, evidence } of rows)
    await query
      .updateTable('acceptance')
      .set({ signerName: erasedWord, signerEmail: '', evidence: textWithoutWords(evidence), erasureId })
      .where('id', '=', id)
      .execute();
}

async function takeMessages(query: Sql, { erasureId, customerId }: Taking): Promise<void> {
  await query
    .updateTable('quoteMessage')
    .set({ author: erasedWord, text: erasedWord, erasureId })
    .where('quoteId', 'in', (row) =>
      row.selectFrom('quote').select('id').where('customerId', '=', customerId),
    )
    .where('erasureId', 'is', null)
    .execute();
}
