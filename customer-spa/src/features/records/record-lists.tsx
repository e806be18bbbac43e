import type { ReactNode } from 'react';
import type { PortalQuoteStatus } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { dayText } from '../../ui/day.ts';
import { Amount } from '../../ui/figures.tsx';
import { instantText } from '../../ui/instant.ts';
import { locale } from '../../ui/locale.ts';
import { PdfButton } from '../../ui/pdf-button.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { Find, Records } from './records-page.tsx';

const standing: Readonly<Record<PortalQuoteStatus, readonly [string, Tone]>> = {
  OPEN: ['Open', 'waiting'],
  EXPIRED: ['Expired', 'quiet'],
  ACCEPTED: ['Accepted', 'good'],
  DECLINED: ['Declined', 'quiet'],
  SUPERSEDED: ['Replaced', 'quiet'],
  CANCELED: ['Withdrawn', 'quiet'],
  PREVIEW: ['Draft', 'quiet'],
};

export function VersionRecords({ versions, find }: { versions: Records['versions']; find: Find }) {
  return (
    <Section
      id="versions"
      title={versions.length > 1 ? 'Versions of the quote' : 'The quote'}
      count={versions.length}
    >
      {versions.map(({ number, title, status, sentAt, signedAt }) => (
        <Card key={number} title={title} status={standing[status]}>
          <span className="fine under">
            <a href={hrefOf({ screen: 'QUOTE', number })}>{number}</a>, sent on {instantText(sentAt, locale)}
          </span>
          {signedAt && <span className="fine under">Accepted on {instantText(signedAt, locale)}</span>}
          <Files>
            <PdfButton
              className="as-link"
              address={find((records) => records.versions.find((one) => one.number === number)?.pdfUrl)}
            >
              {status === 'ACCEPTED' ? 'PDF as accepted' : 'PDF'} <span className="sr-only">of {number}</span>
            </PdfButton>
          </Files>
        </Card>
      ))}
    </Section>
  );
}

export function InvoiceRecords({ invoices, find }: { invoices: Records['invoices']; find: Find }) {
  return (
    <Section id="invoices" title="Invoices" count={invoices.length}>
      {invoices.map(({ number, stageLabel, status, issueDate, total }) => (
        <Card
          key={number}
          title={stageLabel}
          status={status === 'OPEN' ? ['Open', 'waiting'] : ['Paid', 'good']}
        >
          <span className="under">
            <Amount money={total} />
          </span>
          <span className="fine under">
            <a href={hrefOf({ screen: 'INVOICE', number })}>{number}</a>, issued {dayText(issueDate, locale)}
          </span>
          <Files>
            <PdfButton
              className="as-link"
              address={find((records) => records.invoices.find((one) => one.number === number)?.pdfUrl)}
            >
              PDF <span className="sr-only">of {number}</span>
            </PdfButton>
          </Files>
        </Card>
      ))}
    </Section>
  );
}

export function ReceiptRecords({ receipts, find }: { receipts: Records['receipts']; find: Find }) {
  return (
    <Section id="receipts" title="Receipts" count={receipts.length}>
      {receipts.map(({ number, invoiceNumber, issuedAt, amount }) => (
        <Card key={number} title={`For invoice ${invoiceNumber}`} status={['Received', 'good']}>
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
        </Card>
      ))}
    </Section>
  );
}

type SectionProps = { id: string; title: string; count: number; children: ReactNode };

function Section({ id, title, count, children }: SectionProps) {
  if (count === 0) return null;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <ul className="cards records">{children}</ul>
    </section>
  );
}

type CardProps = { title: string; status: readonly [string, Tone]; children: ReactNode };

function Card({ title, status: [words, tone], children }: CardProps) {
  return (
    <li className="card">
      <div className="what">
        <strong>{title}</strong>
        {children}
      </div>
      <Status tone={tone}>{words}</Status>
    </li>
  );
}

function Files({ children }: { children: ReactNode }) {
  return <div className="row no-print">{children}</div>;
}
