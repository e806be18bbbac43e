import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { dayText } from '../../ui/day.ts';
import { dueWords } from '../../ui/due-words.ts';
import { Amount } from '../../ui/figures.tsx';
import { isOwed, standings } from '../../ui/invoice-standing.ts';
import { locale } from '../../ui/locale.ts';
import { Status } from '../../ui/status.tsx';
import { Title } from '../../ui/title.tsx';

/** How much, until when, for what. */
export function InvoiceHead({ invoice }: { invoice: Invoice_AllFragment }) {
  const isPaid = invoice.status === 'PAID';
  const isOpen = isOwed(invoice.status);
  return (
    <header className="head">
      <p className="eyebrow">
        Invoice {invoice.number} <InvoiceStatus invoice={invoice} />
      </p>
      <Title tab={`Invoice ${invoice.number} – ${invoice.company.name}`}>
        {invoice.stageLabel === null ? invoice.subject : `${invoice.stageLabel}: ${invoice.subject}`}
      </Title>
      <p className="lead">
        From {invoice.company.name} for {invoice.customerName}, issued {dayText(invoice.issueDate, locale)}
        {invoice.quoteNumber && `, quote ${invoice.quoteNumber}`}.
      </p>
      {!isOpen && !isPaid && <p className="note">{over[invoice.status === 'VOID' ? 'VOID' : 'CLOSED']}</p>}
      {(isOpen || isPaid) && (
        <dl className="facts">
          <div>
            <dt>{isPaid ? 'Paid' : 'Amount due'}</dt>
            <dd className="big">
              <Amount money={isPaid ? invoice.paid : invoice.balance} />
            </dd>
          </div>
          {isOpen && (
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
      )}
    </header>
  );
}

const over = {
  VOID: 'This invoice was canceled. There is nothing to pay.',
  CLOSED: 'This invoice is closed. There is nothing to pay.',
};

function InvoiceStatus({ invoice }: { invoice: Invoice_AllFragment }) {
  if (invoice.isOverdue) return <Status tone="late">Overdue</Status>;
  const [words, tone] = standings[invoice.status];
  return <Status tone={tone}>{words}</Status>;
}
