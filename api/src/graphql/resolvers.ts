// Decorators ask for it the moment a class is defined, so it comes before the first class.
import 'reflect-metadata';
import { AcceptanceResolver } from '../acceptances/acceptance.resolver.ts';
import { AttachmentResolver, PortalAttachmentResolver } from '../attachments/attachment.resolver.ts';
import { AccountResolver } from '../customers/account.resolver.ts';
import { BankLineResolver } from '../bank/bank-line.resolver.ts';
import { BankStatementResolver } from '../bank/bank-statement.resolver.ts';
import { CustomerResolver } from '../customers/customer.resolver.ts';
import { ErasureResolver } from '../erasures/erasure.resolver.ts';
import { InvoiceListResolver } from '../invoices/invoice-list.resolver.ts';
import { CreditNoteResolver } from '../invoices/credit-note.resolver.ts';
import { InvoiceStepsResolver } from '../invoices/invoice-steps.resolver.ts';
import { InvoiceResolver } from '../invoices/invoice.resolver.ts';
import { CatalogueItemResolver } from '../items/catalogue-item.resolver.ts';
import { InvoiceLinkResolver } from '../links/invoice-link.resolver.ts';
import { LinkResolver } from '../links/link.resolver.ts';
import { MailResolver, MailsOfCustomerResolver, MailsOfInvoiceResolver } from '../mails/mail.resolver.ts';
import { MessageResolver } from '../messages/message.resolver.ts';
import { ProofsOfPaymentResolver } from '../payments/claim.resolver.ts';
import { PaymentListResolver } from '../payments/payment-list.resolver.ts';
import { PaymentResolver, ReceiptResolver } from '../payments/payment.resolver.ts';
import { PortalAccountResolver } from '../portal/portal-account.resolver.ts';
import {
  DisputeResolver,
  DisputesOfInvoiceResolver,
  DisputesOfPaymentResolver,
} from '../payments/dispute.resolver.ts';
import {
  RefundResolver,
  RefundsOfInvoiceResolver,
  RefundsOfPaymentResolver,
} from '../payments/refund.resolver.ts';
import { PortalCompanyResolver } from '../portal/portal-company.resolver.ts';
import { PortalResolver } from '../portal/portal.resolver.ts';
import { QuoteFieldsResolver } from '../quotes/quote-fields.resolver.ts';
import { QuoteResolver } from '../quotes/quote.resolver.ts';
import { ReviewResolver } from '../review/review.resolver.ts';
import { CompanyResolver } from '../settings/company.resolver.ts';
import { StaffResolver } from '../staff/staff.resolver.ts';
import { TemplateResolver } from '../templates/template.resolver.ts';
import { SavedViewResolver } from '../views/saved-view.resolver.ts';

export const resolvers = [
  AcceptanceResolver,
  AccountResolver,
  AttachmentResolver,
  BankLineResolver,
  BankStatementResolver,
  CatalogueItemResolver,
  CompanyResolver,
  CustomerResolver,
  ErasureResolver,
  InvoiceListResolver,
  CreditNoteResolver,
  InvoiceResolver,
  InvoiceLinkResolver,
  InvoiceStepsResolver,
  DisputeResolver,
  DisputesOfInvoiceResolver,
  DisputesOfPaymentResolver,
  LinkResolver,
  MailResolver,
  MailsOfCustomerResolver,
  MailsOfInvoiceResolver,
  MessageResolver,
  PaymentListResolver,
  PaymentResolver,
  PortalAccountResolver,
  PortalAttachmentResolver,
  PortalCompanyResolver,
  PortalResolver,
  ProofsOfPaymentResolver,
  QuoteFieldsResolver,
  QuoteResolver,
  ReceiptResolver,
  RefundResolver,
  RefundsOfInvoiceResolver,
  RefundsOfPaymentResolver,
  ReviewResolver,
  SavedViewResolver,
  StaffResolver,
  TemplateResolver,
] as const;
