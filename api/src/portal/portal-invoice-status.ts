import type { InvoiceStatus } from '../domain/invoice.ts';
import type { PortalInvoiceStatus } from './portal-money.type.ts';

/** Where an issued invoice stands for its customer; that the company gave it up is the company's affair. */
export function portalInvoiceStatus(status: InvoiceStatus): PortalInvoiceStatus {
  switch (status) {
    case 'AWAITING_APPROVAL':
      throw new Error('What waits for approval is not for customers');
    case 'UNCOLLECTIBLE':
      return 'CLOSED';
    case 'OPEN':
    case 'PARTIALLY_PAID':
    case 'PAID':
    case 'VOID':
      return status;
  }
}
