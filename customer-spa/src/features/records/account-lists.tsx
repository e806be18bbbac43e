import type { PaymentMethod } from '../../gql/graphql.ts';
import { hrefOf } from '../../link.ts';
import { dayText } from '../../ui/day.ts';
import { Amount } from '../../ui/figures.tsx';
import { instantText } from '../../ui/instant.ts';
import { locale } from '../../ui/locale.ts';
import { PdfButton } from '../../ui/pdf-button.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useFreshLink } from '../../ui/use-fresh-link.ts';
import type { Account } from './account-page.tsx';
import type { Find } from './find.ts';
import { Files, RecordCard, RecordSection } from './record-card.tsx';
import { quoteStandings } from './version-records.tsx';

type QuotesProps = { quotes: Account['quotes']; email: string; find: Find<Account> };

export function QuoteRecords({ quotes, email, find }: QuotesProps) {
  return (
    <RecordSection id="quotes" title="Quotes" count={quotes.length}>
      {quotes.map(({ number, title, status, sentAt, isYours }) => (
        <RecordCard key={number} title={title} status={quoteStandings[status]}>
          <span className="fine under">
            {number}, sent on {instantText(sentAt, locale)}
          </span>
          <Files>
            <PdfButton
              className="as-link"
              address={find((account) => account.quotes.find((one) => one.number === number)?.pdfUrl)}
            >
              {status === 'ACCEPTED' ? 'PDF as accepted' : 'PDF'} <span className="sr-only">of {number}</span>
            </PdfButton>
          </Files>
          {isYours && status === 'OPEN' && <LinkAgain number={number} email={email} />}
        </RecordCard>
      ))}
    </RecordSection>
  );
}

/** Reading and signing a quote takes its own link. */
function LinkAgain({ number, email }: { number: string; email: string }) {
  const { state, problems, send } = useFreshLink();
  return (
    <div className="no-print">
      {state !== 'SENT' && (
        <button type="button" className="secondary" onClick={() => void send({ number, email })}>
          Mail me the link to sign <span className="sr-only">{number}</span>
        </button>
      )}
      <p aria-live="polite" className="fine">
        {state === 'SENT' && `Its link is on its way to ${email}.`}
        {problems[0]?.message}
      </p>
    </div>
  );
}

const methods: Readonly<Record<PaymentMethod, string>> = {
  CARD: 'by card',
  CASH: 'in cash',
  BANK_TRANSFER: 'by bank transfer',
};

const paymentStanding = (status: Account['payments'][number]['status']): readonly [string, Tone] =>
  status === 'CONFIRMED' ? ['Confirmed', 'good'] : ['To be confirmed', 'waiting'];

export function AccountPayments({ payments }: { payments: Account['payments'] }) {
  return (
    <RecordSection id="payments" title="Payments" count={payments.length}>
      {payments.map(({ invoiceNumber, method, status, amount, at }) => (
        <RecordCard
          key={invoiceNumber + at}
          title={`For invoice ${invoiceNumber}`}
          status={paymentStanding(status)}
        >
          <span className="under">
            <Amount money={amount} /> {methods[method]}
          </span>
          <span className="fine under">
            <a href={hrefOf({ screen: 'INVOICE', number: invoiceNumber })}>{invoiceNumber}</a>,{' '}
            {instantText(at, locale)}
          </span>
        </RecordCard>
      ))}
    </RecordSection>
  );
}

type NotesProps = { creditNotes: Account['creditNotes']; find: Find<Account> };

export function CreditNoteRecords({ creditNotes, find }: NotesProps) {
  return (
    <RecordSection id="credit-notes" title="Credit notes" count={creditNotes.length}>
      {creditNotes.map(({ number, issueDate, reason, amount }) => (
        <RecordCard key={number} title={`Credit note ${number}`} status={null}>
          <span className="under">
            <Amount money={amount} />
          </span>
          <span className="fine under">
            {dayText(issueDate, locale)}: {reason}
          </span>
          <Files>
            <PdfButton
              className="as-link"
              address={find((account) => account.creditNotes.find((one) => one.number === number)?.pdfUrl)}
            >
              PDF <span className="sr-only">of {number}</span>
            </PdfButton>
          </Files>
        </RecordCard>
      ))}
    </RecordSection>
  );
}
