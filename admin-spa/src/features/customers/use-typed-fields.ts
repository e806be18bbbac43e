import { useRef } from 'react';
import type { Draft } from '../../drafts/open-draft.ts';
import { type CustomerEntry, readCustomer } from '../../ui/customer-entry.ts';

/** What was typed into the fields and not sent; null for nothing. */
export type TypedDraft = Pick<Draft<{ typed: CustomerEntry | null }>, 'begin' | 'isRestored' | 'note'>;

/** Reads the fields, which nobody else does while they are typed into, and notes what is not as it was at the beginning. */
export function useTypedFields({ isRestored, note }: TypedDraft) {
  const untouched = useRef<string | null>(null);
  const read = (form: HTMLFormElement) => readCustomer(new FormData(form));
  return {
    begin: (form: HTMLFormElement | null) => {
      if (form) untouched.current ??= JSON.stringify(read(form));
    },
    keep: (form: HTMLFormElement): CustomerEntry => {
      const entry = read(form);
      const isSame = !isRestored && JSON.stringify(entry) === untouched.current;
      note({ typed: isSame ? null : entry });
      return entry;
    },
  };
}
