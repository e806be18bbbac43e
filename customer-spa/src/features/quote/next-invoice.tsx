import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { dayText } from '../../ui/day.ts';
import { Amount } from '../../ui/figures.tsx';
import { locale } from '../../ui/locale.ts';
import { isOwed, standings } from '../../ui/invoice-standing.ts';
import { Status } from '../../ui/status.tsx';
import { useViewing } from './viewing.ts';

type Invoice = Quote_AllFragment['invoices'][number];

/** What happens now: the invoice to pay, and what was sent by mail. */
export function NextInvoice({ quote, isFresh }: { quote: Quote_AllFragment; isFresh: boolean }) {
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title">{isFresh ? 'What happens now' : 'Invoices'}</h2>
      {isFresh && (
        <p>
          {quote.company.name} has your signature. The signed quote and the first invoice are on their way to{' '}
          <span className="whole">{quote.sentTo}</span>.
          {quote.stages.length > 1 && ' The other invoices follow, stage by stage.'}
        </p>
      )}
      {quote.invoices.length === 0 && <p>The first invoice will reach you by mail.</p>}
      <ul className="cards">
        {quote.invoices.map((invoice) => (
          <li key={invoice.number}>
            <InvoiceCard invoice={invoice} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function InvoiceCard({ invoice }: { invoice: Invoice }) {
  const isOpen = isOwed(invoice.status);
  const [words, tone] = standings[invoice.status];
  const { preview } = useViewing();
  return (
    <div className="card">
      <p className="what">
        <strong>{invoice.stageLabel}</strong>
        <span className="fine under">
          {invoice.number}
          {isOpen && `, due ${dayText(invoice.dueDate, locale)}`}
        </span>
      </p>
      <p className="price">
        <strong>
          <Amount money={invoice.total} />
        </strong>
        <Status tone={tone}>{words}</Status>
      </p>
      {preview === null && (
        <a
          className={isOpen ? 'button primary' : 'button secondary'}
          href={hrefOf({ screen: 'INVOICE', number: invoice.number })}
        >
          {isOpen ? 'Pay' : 'View'} <span className="sr-only">invoice {invoice.number}</span>
        </a>
      )}
    </div>
  );
}
