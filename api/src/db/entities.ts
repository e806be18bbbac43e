import { Acceptance } from '../acceptances/acceptance.entity.ts';
import { Audit } from '../audit/audit.entity.ts';
import { Customer } from '../customers/customer.entity.ts';
import { Document } from '../documents/document.entity.ts';
import { Invoice } from '../invoices/invoice.entity.ts';
import { Mail } from '../mails/mail.entity.ts';
import { Job } from '../outbox/job.entity.ts';
import { PaymentLog } from '../payments/payment-log.entity.ts';
import { Payment } from '../payments/payment.entity.ts';
import { Receipt } from '../payments/receipt.entity.ts';
import { StripeEvent } from '../payments/stripe-event.entity.ts';
import { Link } from '../portal/link.entity.ts';
import { Quote } from '../quotes/quote.entity.ts';
import { ReviewItem } from '../review/review-item.entity.ts';
import { Company } from '../settings/company.entity.ts';
import { Session, Staff } from '../staff/staff.entity.ts';
import { Counter } from './counter.entity.ts';
import { Idempotency } from './idempotency.entity.ts';

export const entities = [
  Acceptance,
  Audit,
  Company,
  Counter,
  Customer,
  Document,
  Idempotency,
  Invoice,
  Job,
  Link,
  Mail,
  Payment,
  PaymentLog,
  Quote,
  Receipt,
  ReviewItem,
  Session,
  Staff,
  StripeEvent,
];

/** The columns of an entity as Kysely sees them: its plain properties. */
export type Row<E> = { [K in keyof E as K extends symbol ? never : K]-?: Exclude<E[K], undefined> };

/** Every table by its camel-case name; db/database.ts translates to the snake case of the database. */
export type Tables = {
  acceptance: Row<Acceptance>;
  audit: Row<Audit>;
  company: Row<Company>;
  counter: Row<Counter>;
  customer: Row<Customer>;
  document: Row<Document>;
  idempotency: Row<Idempotency>;
  invoice: Row<Invoice>;
  job: Row<Job>;
  link: Row<Link>;
  mail: Row<Mail>;
  payment: Row<Payment>;
  paymentLog: Row<PaymentLog>;
  quote: Row<Quote>;
  receipt: Row<Receipt>;
  reviewItem: Row<ReviewItem>;
  session: Row<Session>;
  staff: Row<Staff>;
  stripeEvent: Row<StripeEvent>;
};
