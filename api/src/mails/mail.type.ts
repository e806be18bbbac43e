import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CustomerType } from '../customers/customer.type.ts';
import type { Instant } from '../db/instant.ts';
import { type MailKind, mailKinds, type MailStatus, mailStatuses } from '../domain/mail.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { QuoteType } from '../quotes/quote.type.ts';

const MailKindType = enumType('MailKind', mailKinds);
const MailStatusType = enumType('MailStatus', mailStatuses);

@ObjectType('MailAttachment', { simpleResolvers: true })
export class MailAttachmentType {
  @Field(() => String) readonly name!: string;
  @Field(() => Int) readonly size!: number;
  @Field(() => String) readonly sha256!: string;
}

@ObjectType('Mail', { simpleResolvers: true })
export class MailType {
  @Field(() => ID) readonly id!: string;
  @Field(() => MailKindType) readonly kind!: MailKind;
  @Field(() => String) readonly to!: string;
  @Field(() => String) readonly language!: string;
  @Field(() => String) readonly subject!: string;
  @Field(() => String) readonly text!: string;
  @Field(() => String) readonly html!: string;
  @Field(() => [MailAttachmentType]) readonly attachments!: readonly MailAttachmentType[];
  @Field(() => MailStatusType) readonly status!: MailStatus;
  @Field(() => DateTimeScalar) readonly queuedAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly sentAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly bouncedAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly failedAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly failure!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly unwantedSince!: Instant | null;
  @Field(() => ID, { nullable: true }) readonly resendOf!: string | null;
  @Field(() => QuoteType, { nullable: true }) readonly quote!: QuoteType | null;
  @Field(() => InvoiceType, { nullable: true }) readonly invoice!: InvoiceType | null;
  @Field(() => CustomerType) readonly customer!: CustomerType;
  @Field(() => String, { nullable: true }) readonly resendProblem!: string | null;
}

@ObjectType('MailPage', { simpleResolvers: true })
export class MailPageType {
  @Field(() => [MailType]) readonly items!: readonly MailType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@InputType('MailFilter')
export class MailFilterInput {
  @Field(() => ID, { nullable: true }) readonly customerId: string | null = null;
  @Field(() => ID, { nullable: true }) readonly quoteId: string | null = null;
  @Field(() => ID, { nullable: true }) readonly invoiceId: string | null = null;
  @Field(() => [MailStatusType], { nullable: true }) readonly statuses: readonly MailStatus[] | null = null;
}

@InputType('ResendMailInput')
export class ResendMailInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly mailId!: string;
  @Field(() => String, { nullable: true }) readonly recipient: string | null = null;
}

export const ResendMailResult = orRefusal('ResendMailResult', () => MailType);
