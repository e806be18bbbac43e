import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { dayText } from '../../ui/day.ts';
import { dueWords } from '../../ui/due-words.ts';
import { Amount } from '../../ui/figures.tsx';
import { locale } from '../../ui/locale.ts';
import { Status } from '../../ui/status.tsx';
import { Title } from '../../ui/title.tsx';

/** How much, until when, for what. */
export function InvoiceHead({ invoice }: { invoice: Invoice_AllFragment }) {
  const isPaid = invoice.status === 'PAID';
  return (
    <header className="head">
      <p className="eyebrow">
        Invoice {invoice.number} <InvoiceStatus invoice={invoice} />
      </p>
      <Title
        tab={`Invoice ${invoice.number} – ${invoice.company.name}`}
      >{`${invoice.stageLabel}: ${invoice.quoteTitle}`}</Title>
      <p className="lead">
        From {invoice.company.name} for {invoice.customerName}, issued {dayText(invoice.issueDate, locale)},
        quote {invoice.quoteNumber}.
      </p>
      <dl className="facts">
        <div>
          <dt>{isPaid ? 'Paid' : 'Amount due'}</dt>
          <dd className="big">
            <Amount money={isPaid ? invoice.paid : invoice.balance} />
          </dd>
        </div>
        {!isPaid && (
          <div>
            <dt>Due date</dt>
            <dd>
              {dayText(invoice.dueDate, locale)}
              <span className={invoice.isOverdue ? 'under late-words' : 'fine under'}>
                {dueWords(invoice.dueDate, invoice.today)}
              </span>
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}

function InvoiceStatus({ invoice }: { invoice: Invoice_AllFragment }) {
  if (invoice.status === 'PAID') return <Status tone="good">Paid</Status>;
  if (invoice.isOverdue) return <Status tone="late">Overdue</Status>;
  return <Status tone="waiting">{invoice.paid.amount > 0 ? 'Partly paid' : 'Open'}</Status>;
}
