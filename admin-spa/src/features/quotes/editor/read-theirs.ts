import { request } from '../../../graphql.ts';
import { withoutBlanks } from './blank-rows.ts';
import { DraftQuery } from './draft-query.ts';
import { isSame } from './merge.ts';
import type { QuoteForm } from './quote-form.ts';
import { formOf } from './read-form.ts';

/** What somebody else saved while one was typing. */
export type Theirs = Readonly<{ version: number; form: QuoteForm }>;

/**
 * Reads the draft anew after a conflict. Where it says what one has known or what one has typed (only a file was attached, or
 * an answer got lost on its way), there is nothing to choose.
 */
export async function readTheirs(
  quoteId: string,
  base: QuoteForm,
  mine: QuoteForm,
): Promise<{ theirs: Theirs; isChoice: boolean } | null> {
  const read = await request(DraftQuery, { id: quoteId }).catch(() => null);
  if (read === null) return null;
  const form = formOf(read.quote);
  const isKnown = [base, mine].some((one) => isSame(withoutBlanks(one), form));
  return { theirs: { version: read.quote.version, form }, isChoice: !isKnown };
}
