import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { dayText } from '../../ui/day.ts';
import { Amount } from '../../ui/figures.tsx';
import { locale } from '../../ui/locale.ts';

type Props = { invoice: Pick<Invoice_AllFragment, 'earlier'>; canOpen: boolean };

/** On the last invoice of an order, those that came before: not to be paid again, but for the whole picture. */
export function EarlierInvoices({ invoice: { earlier }, canOpen }: Props) {
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier-title">
      <h2 id="earlier-title">Invoiced before</h2>
      <p>These belong to the same order. Their amounts are not part of this invoice.</p>
      <ul className="cards records">
        {earlier.map(({ number, label, issueDate, total, creditNotes }) => (
          <li key={number} className="card">
            <div className="what">
              <strong>{label}</strong>
              <span className="fine under">
                {canOpen ? <a href={hrefOf({ screen: 'INVOICE', number })}>{number}</a> : number}, issued{' '}
                {dayText(issueDate, locale)}
              </span>
              {creditNotes.map((note) => (
                <span key={note.number} className="fine under">
                  Less credit note {note.number}: <Amount money={note.total} />
                </span>
              ))}
            </div>
            <strong>
              <Amount money={total} />
            </strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
