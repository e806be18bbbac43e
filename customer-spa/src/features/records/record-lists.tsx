import { graphql } from '../../gql/gql.ts';
import type { InvoiceRecord_AllFragment, ReceiptRecord_AllFragment } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { dayText } from '../../ui/day.ts';
import { amountText } from '../../ui/figure-words.ts';
import { Amount } from '../../ui/figures.tsx';
import { instantText } from '../../ui/instant.ts';
import { isOwed, standings } from '../../ui/invoice-standing.ts';
import { locale } from '../../ui/locale.ts';
import { PdfButton } from '../../ui/pdf-button.tsx';
import type { Find } from './find.ts';
import { Files, RecordCard, RecordSection } from './record-card.tsx';

graphql(`
  fragment InvoiceRecord_All on PortalInvoiceRecord {
    number
    subject
    stageLabel
    status
    issueDate
    dueDate
    isOverdue
    pdfUrl
    total {
      amount
      currency
    }
    balance {
      amount
      currency
    }
  }
  fragment ReceiptRecord_All on PortalReceiptRecord {
    number
    invoiceNumber
    issuedAt
    pdfUrl
    amount {
      amount
      currency
    }
  }
`);

type Papers = {
  invoices: readonly InvoiceRecord_AllFragment[];
  receipts: readonly ReceiptRecord_AllFragment[];
};

type InvoicesProps = { invoices: Papers['invoices']; find: Find<Papers>; names: 'STAGE' | 'SUBJECT' };

/** Of one order the stages tell invoices apart, of everything what each is about. */
export function InvoiceRecords({ invoices, find, names }: InvoicesProps) {
  return (
    <RecordSection id="invoices" title="Invoices" count={invoices.length}>
      {invoices.map((invoice) => {
        const { number, status, issueDate, dueDate, isOverdue, total, balance } = invoice;
        const isOpen = isOwed(status);
        return (
          <RecordCard
            key={number}
            title={titleOf(invoice, names)}
            status={isOverdue ? ['Overdue', 'late'] : standings[status]}
          >
            <span className="under">
              <Amount money={total} />
              {isOpen && balance.amount !== total.amount && `, ${amountText(balance)} still to pay`}
            </span>
            <span className="fine under">
              <a href={hrefOf({ screen: 'INVOICE', number })}>{number}</a>, issued{' '}
              {dayText(issueDate, locale)}
              {isOpen && `, due ${dayText(dueDate, locale)}`}
            </span>
            <Files>
              <PdfButton
                className="as-link"
                address={find((records) => records.invoices.find((one) => one.number === number)?.pdfUrl)}
              >
                PDF <span className="sr-only">of {number}</span>
              </PdfButton>
              {isOpen && (
                <a className="button as-link" href={hrefOf({ screen: 'INVOICE', number })}>
                  Pay <span className="sr-only">invoice {number}</span>
                </a>
              )}
            </Files>
          </RecordCard>
        );
      })}
    </RecordSection>
  );
}

function titleOf({ stageLabel, subject }: InvoiceRecord_AllFragment, names: InvoicesProps['names']): string {
  if (stageLabel === null) return subject;
  return names === 'STAGE' ? stageLabel : `${subject}: ${stageLabel}`;
}

type ReceiptsProps = { receipts: Papers['receipts']; find: Find<Papers> };

export function ReceiptRecords({ receipts, find }: ReceiptsProps) {
  return (
    <RecordSection id="receipts" title="Receipts" count={receipts.length}>
      {receipts.map(({ number, invoiceNumber, issuedAt, amount }) => (
        <RecordCard key={number} title={`For invoice ${invoiceNumber}`} status={['Received', 'good']}>
          <span className="under">
            <Amount money={amount} />
          </span>
          <span className="fine under">
            <a href={hrefOf({ screen: 'RECEIPT', number })}>{number}</a>, {instantText(issuedAt, locale)}
          </span>
          <Files>
            <PdfButton
              className="as-link"
              address={find((records) => records.receipts.find((one) => one.number === number)?.pdfUrl)}
            >
              PDF <span className="sr-only">of {number}</span>
            </PdfButton>
          </Files>
        </RecordCard>
      ))}
    </RecordSection>
  );
}
