import type { Invoice_AllFragment } from '../../gql/graphql.ts';

type Payment = Invoice_AllFragment['payments'][number];

/** What became of the newest try by card, where the customer has to know it before the next one. */
export function CardNote({ invoice }: { invoice: Invoice_AllFragment }) {
  const newest = invoice.payments.find(({ method }) => method === 'CARD');
  if (newest?.status === 'UNKNOWN')
    return (
      <p className="note">
        We are checking with the payment provider whether your last payment went through. Please do not pay
        twice; this page and a mail tell you as soon as we know.
      </p>
    );
  if (!newest || !wasDeclined(newest)) return null;
  return (
    <p className="note">
      The payment by card did not go through: {sentence(newest.declined ?? '')} Nothing was charged. You can
      try again, with another card too, or choose another way to pay.
    </p>
  );
}

const wasDeclined = ({ status, declined }: Payment): boolean =>
  declined !== null && (status === 'STARTED' || status === 'FAILED');

/** The provider's words, with the stop that they may lack. */
const sentence = (words: string): string => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);
