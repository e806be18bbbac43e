import type { Ctx } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { type QuoteMessageKind } from '../domain/quote-message.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import type { QuoteMessage } from './message.entity.ts';

export type NewMessage = { kind: QuoteMessageKind; author: string; text: string };

/** Adds to the conversation about an offer; gives the new message's id. */
export async function addMessage(
  ctx: Ctx,
  query: Sql,
  quote: Pick<Row<Quote>, 'id' | 'familyId'>,
  message: NewMessage,
): Promise<string> {
  const row: Row<QuoteMessage> = {
    id: ctx.ids.id(),
    quoteId: quote.id,
    familyId: quote.familyId,
    at: ctx.now,
    erasureId: null,
    ...message,
    text: message.text.trim(),
  };
  await query.insertInto('quoteMessage').values(row).execute();
  return row.id;
}
