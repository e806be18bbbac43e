export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** `1` goes up when a form changes its shape, so that an old copy is not taken for a new one. */
const key = (name: string) => `countersign-draft-1-${name}`;

/** A full or forbidden store is no reason to stop: then there is only no copy. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** Keeps what was typed and is not saved in this window, for the case that the session ends or the page is left by force. */
export const keepCopy = (store: Store, name: string, kept: object): void => {
  attempt(() => store.setItem(key(name), JSON.stringify(kept)));
};

export const dropCopy = (store: Store, name: string): void => {
  attempt(() => store.removeItem(key(name)));
};

/** The copy of that name, whose shape only its writer knows. */
export const keptCopy = <Kept extends object>(store: Store, name: string): Kept | null =>
  attempt(() => JSON.parse(store.getItem(key(name)) ?? 'null') as Kept | null);
