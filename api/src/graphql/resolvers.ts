// Decorators ask for it the moment a class is defined, so it comes before the first class.
import 'reflect-metadata';
import { AcceptanceResolver } from '../acceptances/acceptance.resolver.ts';
import { AttachmentResolver, PortalAttachmentResolver } from '../attachments/attachment.resolver.ts';
import { CustomerResolver } from '../customers/customer.resolver.ts';
import { InvoiceResolver } from '../invoices/invoice.resolver.ts';
import { CatalogueItemResolver } from '../items/catalogue-item.resolver.ts';
import { LinkResolver } from '../links/link.resolver.ts';
import { MessageResolver } from '../messages/message.resolver.ts';
import { PaymentResolver, ReceiptResolver } from '../payments/payment.resolver.ts';
import { PortalCompanyResolver } from '../portal/portal-company.resolver.ts';
import { PortalResolver } from '../portal/portal.resolver.ts';
import { QuoteFieldsResolver } from '../quotes/quote-fields.resolver.ts';
import { QuoteResolver } from '../quotes/quote.resolver.ts';
import { ReviewResolver } from '../review/review.resolver.ts';
import { CompanyResolver } from '../settings/company.resolver.ts';
import { StaffResolver } from '../staff/staff.resolver.ts';
import { TemplateResolver } from '../templates/template.resolver.ts';

export const resolvers = [
  AcceptanceResolver,
  AttachmentResolver,
  CatalogueItemResolver,
  CompanyResolver,
  CustomerResolver,
  InvoiceResolver,
  LinkResolver,
  MessageResolver,
  PaymentResolver,
  PortalAttachmentResolver,
  PortalCompanyResolver,
  PortalResolver,
  QuoteFieldsResolver,
  QuoteResolver,
  ReceiptResolver,
  ReviewResolver,
  StaffResolver,
  TemplateResolver,
] as const;
