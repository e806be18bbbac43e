// Decorators ask for it the moment a class is defined, so it comes before the first class.
import 'reflect-metadata';
import { CustomerResolver } from '../customers/customer.resolver.ts';
import { InvoiceResolver } from '../invoices/invoice.resolver.ts';
import { PaymentResolver, ReceiptResolver } from '../payments/payment.resolver.ts';
import { PortalResolver } from '../portal/portal.resolver.ts';
import { QuoteResolver } from '../quotes/quote.resolver.ts';
import { ReviewResolver } from '../review/review.resolver.ts';
import { CompanyResolver } from '../settings/company.resolver.ts';
import { StaffResolver } from '../staff/staff.resolver.ts';

export const resolvers = [
  CompanyResolver,
  CustomerResolver,
  InvoiceResolver,
  PaymentResolver,
  PortalResolver,
  QuoteResolver,
  ReceiptResolver,
  ReviewResolver,
  StaffResolver,
] as const;
