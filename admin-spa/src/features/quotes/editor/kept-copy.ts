import type { QuoteForm } from './quote-form.ts';

/** What was typed and is not saved, for the case that the session ends or the page is left by force. */
export type Kept = Readonly<{ version: number; base: QuoteForm; form: QuoteForm }>;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** `1` goes up when the form changes its shape, so that an old copy is not taken for a new one. */
const key = (quoteId: string) => `countersign-draft-1-${quoteId}`;

/** A full or forbidden store is no reason to stop: then there is only no copy. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}

export const keepCopy = (store: Store, quoteId: string, kept: Kept): void => {
  attempt(() => store.setItem(key(quoteId), JSON.stringify(kept)));
};

export const dropCopy = (store: Store, quoteId: string): void => {
  attempt(() => store.removeItem(key(quoteId)));
};

export const keptCopy = (store: Store, quoteId: string): Kept | null =>
  attempt(() => JSON.parse(store.getItem(key(quoteId)) ?? 'null') as Kept | null);
