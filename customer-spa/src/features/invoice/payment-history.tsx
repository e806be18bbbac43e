import type { Invoice_AllFragment } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { instantText } from '../../ui/instant.ts';
import { amountText } from '../../ui/figure-words.ts';
import { Amount } from '../../ui/figures.tsx';
import { locale } from '../../ui/locale.ts';
import { Status } from '../../ui/status.tsx';
import { methodWords, statusWords } from './payment-words.ts';

export function PaymentHistory({ invoice }: { invoice: Invoice_AllFragment }) {
  if (invoice.payments.length === 0) return null;
  return (
    <section aria-labelledby="payments-title">
      <h2 id="payments-title">Payments</h2>
      <ul className="cards">
        {invoice.payments.map((payment) => (
          <li key={payment.createdAt + payment.method}>
            <PaymentCard payment={payment} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PaymentCard({ payment }: { payment: Invoice_AllFragment['payments'][number] }) {
  // the provider's page may still be open for another card; what counts for the reader is that this one was not taken
  const isDeclined = payment.declined !== null && payment.status === 'STARTED';
  const { words, tone, explains } = statusWords[isDeclined ? 'FAILED' : payment.status];
  return (
    <div className="card">
      <p className="what">
        <strong>{methodWords[payment.method]}</strong>
        <span className="fine under">{instantText(payment.confirmedAt ?? payment.createdAt, locale)}</span>
        {payment.declined && <span className="fine under">{payment.declined}</span>}
        {explains && <span className="fine under">{explains}</span>}
        {payment.kept && (
          <span className="fine under">
            {amountText(payment.kept)} more than was owed; kept as your credit.
          </span>
        )}
        {payment.refunded && <span className="fine under">{amountText(payment.refunded)} refunded.</span>}
      </p>
      <p className="price">
        <strong>
          <Amount money={payment.amount} />
        </strong>
        <Status tone={tone}>{words}</Status>
      </p>
      {payment.receiptNumber && (
        <a className="button secondary" href={hrefOf({ screen: 'RECEIPT', number: payment.receiptNumber })}>
          Receipt <span className="sr-only">{payment.receiptNumber}</span>
        </a>
      )}
    </div>
  );
}
