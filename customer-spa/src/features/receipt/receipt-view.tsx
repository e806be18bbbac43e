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
  const { number, company, amount, balanceAfter, reference, invoiceNumber, kept, refunded } = receipt;
  return (
    <div className="receipt">
      <p className="back no-print">
        <a
          href={hrefOf(
            kind === 'invoice' ? { screen: 'START' } : { screen: 'INVOICE', number: invoiceNumber },
          )}
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
        <Row label="Still open on the invoice after it">
          <Amount money={balanceAfter} />
        </Row>
        {kept && (
          <Row label="More than was owed, kept as your credit">
            <Amount money={kept} />
          </Row>
        )}
        {refunded && (
          <Row label="Refunded since">
            <Amount money={refunded} />
          </Row>
        )}
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
