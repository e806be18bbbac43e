import type { ReactNode } from 'react';
import styles from './duplicate-note.module.css';
import { Note } from './note.tsx';
import { duplicateReason } from './words.ts';

type Suggestion<Customer> = { customer: Customer; reasons: readonly (keyof typeof duplicateReason)[] };

const inWords = new Intl.ListFormat('en');

/** Says who could be meant, and why, while somebody types; `action` is what can be done instead of adding anew. */
export function DuplicateNote<
  Customer extends { id: string; name: string; archivedAt: string | null },
>(props: { suggestions: readonly Suggestion<Customer>[]; action: (customer: Customer) => ReactNode }) {
  if (props.suggestions.length === 0) return null;
  return (
    <Note tone="calm" title="Is it somebody you know?">
      <ul className={styles.list}>
        {props.suggestions.map(({ customer, reasons }) => (
          <li key={customer.id}>
            <span>
              {isLikely(reasons) ? 'Looks like' : 'Perhaps'} <strong>{customer.name}</strong>: same{' '}
              {inWords.format(reasons.map((reason) => duplicateReason[reason]))}
              {customer.archivedAt === null ? '.' : ', archived.'}
            </span>{' '}
            {props.action(customer)}
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** Colleagues share a domain, so that alone is no reason to ask twice. */
export const isLikely = (reasons: readonly string[]): boolean =>
  reasons.some((reason) => reason !== 'MAIL_DOMAIN');
