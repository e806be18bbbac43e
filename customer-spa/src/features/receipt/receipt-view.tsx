import type { ReactNode } from 'react';
import type { PaymentMethod, Receipt_AllFragment } from '../../gql/graphql.ts';
import { hrefOf, type LinkKind } from '../../link.ts';
import { instantText } from '../../ui/instant.ts';
import { Amount } from '../../ui/figures.tsx';
import { locale } from '../../ui/locale.ts';
import { Title } from '../../ui/title.tsx';

const how: Record<PaymentMethod, string> = {
  CARD: 'by card',
  CASH: 'in cash',
  BANK_TRANSFER: 'by bank transfer',
};

export function ReceiptView({ receipt, kind }: { receipt: Receipt_AllFragment; kind: LinkKind }) {
  const { number, company, amount, balanceAfter, reference, invoiceNumber } = receipt;
  return (
    <div className="receipt">
      <p className="back no-print">
        <a
          href={hrefOf(kind === 'quote' ? { screen: 'INVOICE', number: invoiceNumber } : { screen: 'START' })}
        >
          Back to the invoice
        </a>
      </p>
      <header className="head">
        <p className="eyebrow">Receipt {number}</p>
        <Title tab={`Receipt ${number} – ${company.name}`}>Payment received</Title>
        <p className="lead">
          {company.name} received from {receipt.customerName}:
        </p>
        <p className="big">
          <Amount money={amount} />
        </p>
      </header>
      <dl className="totals">
        <Row label="Received">{instantText(receipt.issuedAt, locale)}</Row>
        <Row label="Paid">{how[receipt.method]}</Row>
        <Row label="For invoice">{invoiceNumber}</Row>
        {reference && <Row label="Reference">{reference}</Row>}
        <Row label="Still open on the invoice">
          <Amount money={balanceAfter} />
        </Row>
      </dl>
    </div>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
