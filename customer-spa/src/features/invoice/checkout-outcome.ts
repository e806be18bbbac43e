import type { PaymentMethod, PaymentStatus, PortalInvoiceStatus } from '../../gql/graphql.ts';

export type CheckoutOutcome = 'UNKNOWN' | 'CONFIRMED' | 'PENDING' | 'FAILED';

type Paid = Readonly<{
  status: PortalInvoiceStatus;
  payments: readonly Readonly<{ method: PaymentMethod; status: PaymentStatus }>[];
}>;

/** What became of the try that the customer comes back from: the newest payment by card. Coming back proves nothing. */
export function checkoutOutcome({ status, payments }: Paid): CheckoutOutcome {
  if (status === 'PAID') return 'CONFIRMED';
  switch (payments.find(({ method }) => method === 'CARD')?.status) {
    case 'CONFIRMED':
      return 'CONFIRMED';
    case 'PENDING':
      return 'PENDING';
    case 'FAILED':
    case 'EXPIRED':
    case 'REJECTED':
      return 'FAILED';
    case 'STARTED':
    case 'UNKNOWN':
    case 'CLAIMED':
    case undefined:
      return 'UNKNOWN';
  }
}
