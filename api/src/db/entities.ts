import { SavedView } from '../views/saved-view.entity.ts';
import { Refund } from '../payments/refund.entity.ts';
import { LedgerEntry } from '../ledger/ledger-entry.entity.ts';
import { Dispute } from '../payments/dispute.entity.ts';
import { CustomerCredit } from '../ledger/customer-credit.entity.ts';
import { ContractReduction } from '../invoices/contract-reduction.entity.ts';
import { CreditNote } from '../invoices/credit-note.entity.ts';
import { BankStatement } from '../bank/bank-statement.entity.ts';
import { BankMatch } from '../bank/bank-match.entity.ts';
import { BankMapping } from '../bank/bank-mapping.entity.ts';
import { BankLine } from '../bank/bank-line.entity.ts';
import { Acceptance } from '../acceptances/acceptance.entity.ts';
import { Attachment } from '../attachments/attachment.entity.ts';
import { StoredBlob } from '../attachments/blob.entity.ts';
import { SigningKey } from '../acceptances/signing-key.entity.ts';
import { Audit } from '../audit/audit.entity.ts';
import { AuditAnchor } from '../audit/audit-anchor.entity.ts';
import { AuditSeal } from '../audit/audit-seal.entity.ts';
import { Customer, CustomerKey } from '../customers/customer.entity.ts';
import { Erasure } from '../erasures/erasure.entity.ts';
import { Document } from '../documents/document.entity.ts';
import { Invoice } from '../invoices/invoice.entity.ts';
import { CatalogueItem } from '../items/catalogue-item.entity.ts';
import { Mail } from '../mails/mail.entity.ts';
import { MailComplaint } from '../mails/mail-complaint.entity.ts';
import { QuoteMessage } from '../messages/message.entity.ts';
import { Event } from '../outbox/event.entity.ts';
import { Job } from '../outbox/job.entity.ts';
import { PaymentLog } from '../payments/payment-log.entity.ts';
import { Payment } from '../payments/payment.entity.ts';
import { Receipt } from '../payments/receipt.entity.ts';
import { StripeCursor } from '../payments/stripe-cursor.entity.ts';
import { StripeEvent } from '../payments/stripe-event.entity.ts';
import { RecurringPlan } from '../plans/plan.entity.ts';
import { Link } from '../portal/link.entity.ts';
import { LinkVisit } from '../portal/link-visit.entity.ts';
import { Quote } from '../quotes/quote.entity.ts';
import { ReviewItem } from '../review/review-item.entity.ts';
import { Company } from '../settings/company.entity.ts';
import { Logo } from '../settings/logo.entity.ts';
import { SigningCode } from '../signing-codes/signing-code.entity.ts';
import { Session, Staff } from '../staff/staff.entity.ts';
import { QuoteTemplate } from '../templates/quote-template.entity.ts';
import { Counter } from './counter.entity.ts';
import { Idempotency } from './idempotency.entity.ts';

export const entities = [
  Acceptance,
  Attachment,
  Audit,
  AuditAnchor,
  AuditSeal,
  CatalogueItem,
  BankLine,
  BankMapping,
  BankMatch,
  BankStatement,
  ContractReduction,
  CreditNote,
  CustomerCredit,
  Dispute,
  LedgerEntry,
  Refund,
  SavedView,
  Company,
  Counter,
  Customer,
  CustomerKey,
  Document,
  Erasure,
  Event,
  Idempotency,
  Invoice,
  Job,
  Link,
  LinkVisit,
  Logo,
  Mail,
  MailComplaint,
  Payment,
  PaymentLog,
  Quote,
  QuoteMessage,
  QuoteTemplate,
  Receipt,
  RecurringPlan,
  ReviewItem,
  Session,
  SigningCode,
  SigningKey,
  Staff,
  StoredBlob,
  StripeCursor,
  StripeEvent,
];

/** The columns of an entity as Kysely sees them: its plain properties. */
export type Row<E> = { [K in keyof E as K extends symbol ? never : K]-?: Exclude<E[K], undefined> };

/** Every table by its camel-case name; db/database.ts translates to the snake case of the database. */
export type Tables = {
  acceptance: Row<Acceptance>;
  attachment: Row<Attachment>;
  audit: Row<Audit>;
  auditAnchor: Row<AuditAnchor>;
  auditSeal: Row<AuditSeal>;
  blob: Row<StoredBlob>;
  catalogueItem: Row<CatalogueItem>;
  bankLine: Row<BankLine>;
  bankMapping: Row<BankMapping>;
  bankMatch: Row<BankMatch>;
  bankStatement: Row<BankStatement>;
  contractReduction: Row<ContractReduction>;
  creditNote: Row<CreditNote>;
  customerCredit: Row<CustomerCredit>;
  dispute: Row<Dispute>;
  ledgerEntry: Row<LedgerEntry>;
  refund: Row<Refund>;
  savedView: Row<SavedView>;
  company: Row<Company>;
  counter: Row<Counter>;
  customer: Row<Customer>;
  customerKey: Row<CustomerKey>;
  document: Row<Document>;
  erasure: Row<Erasure>;
  event: Row<Event>;
  idempotency: Row<Idempotency>;
  invoice: Row<Invoice>;
  job: Row<Job>;
  link: Row<Link>;
  linkVisit: Row<LinkVisit>;
  logo: Row<Logo>;
  mail: Row<Mail>;
  mailComplaint: Row<MailComplaint>;
  payment: Row<Payment>;
  paymentLog: Row<PaymentLog>;
  quote: Row<Quote>;
  quoteMessage: Row<QuoteMessage>;
  quoteTemplate: Row<QuoteTemplate>;
  receipt: Row<Receipt>;
  recurringPlan: Row<RecurringPlan>;
  reviewItem: Row<ReviewItem>;
  session: Row<Session>;
  signingCode: Row<SigningCode>;
  signingKey: Row<SigningKey>;
  staff: Row<Staff>;
  stripeCursor: Row<StripeCursor>;
  stripeEvent: Row<StripeEvent>;
};
