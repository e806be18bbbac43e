import type { PaymentMethod, PaymentStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/tone.ts';

export const methodWords: Record<PaymentMethod, string> = {
  CARD: 'Card',
  BANK_TRANSFER: 'Bank transfer',
  CASH: 'Cash',
};

/** How a payment stands, calmly: a try that failed cost nothing. */
export const statusWords: Record<PaymentStatus, { words: string; tone: Tone; explains: string }> = {
  STARTED: { words: 'Not finished', tone: 'quiet', explains: 'The payment page was opened.' },
  UNKNOWN: {
    words: 'Being checked',
    tone: 'waiting',
    explains: 'We are asking the payment provider. Please do not pay twice.',
  },
  PENDING: { words: 'On its way', tone: 'waiting', explains: 'The bank is still working on it.' },
  CLAIMED: { words: 'To be confirmed', tone: 'waiting', explains: 'The company will confirm it.' },
  CONFIRMED: { words: 'Confirmed', tone: 'good', explains: '' },
  FAILED: { words: 'Did not go through', tone: 'quiet', explains: 'Nothing was charged.' },
  EXPIRED: {
    words: 'Not finished',
    tone: 'quiet',
    explains: 'The payment page was closed; nothing was charged.',
  },
  REJECTED: {
    words: 'Not found',
    tone: 'late',
    explains: 'The company could not find this payment. Please ask them.',
  },
};
