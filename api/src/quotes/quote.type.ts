import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AcceptanceType } from '../acceptances/acceptance.type.ts';
import { TimelineEntryType } from '../audit/timeline.type.ts';
import { CustomerType } from '../customers/customer.type.ts';
import type { Instant } from '../db/instant.ts';
import { type ApprovalReasonCode, approvalReasonCodes } from '../domain/approval.ts';
import type { ChangeKind } from '../domain/change-order.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { TaxRounding } from '../domain/pricing.ts';
import {
  type QuoteAction,
  quoteActionNames,
  type QuoteCancelReason,
  quoteCancelReasons,
  type QuoteStatus,
  quoteStatuses,
} from '../domain/quote.ts';
import type { MailboxProof } from '../domain/signing-code.ts';
import { enumType } from '../graphql/enum-type.ts';
import { CurrencyCodeScalar, DateScalar, DateTimeScalar } from '../graphql/scalars.ts';
import {
  ChangeKindType,
  DiscountType,
  MailboxProofType,
  MoneyType,
  RecurringTotalsType,
  TaxRoundingType,
  TotalsType,
} from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { CustomerLinkType } from '../links/link.type.ts';
import { MailType } from '../mails/mail.type.ts';
import { QuoteMessageType } from '../messages/message.type.ts';
import { RecurringPlanType } from '../plans/plan.type.ts';
import {
  QuoteLineType,
  QuoteOptionGroupType,
  QuoteOptionType,
  QuoteStageType,
} from './quote-content.type.ts';
import { QuoteChangeType, QuoteMarginType } from './quote-records.type.ts';

export const QuoteStatusType = enumType('QuoteStatus', quoteStatuses);
const QuoteCancelReasonType = enumType('QuoteCancelReason', quoteCancelReasons);
const QuoteActionType = enumType('QuoteAction', quoteActionNames);
const ApprovalReasonCodeType = enumType('ApprovalReasonCode', approvalReasonCodes);

@ObjectType('ApprovalReason', { simpleResolvers: true })
export class ApprovalReasonType {
  @Field(() => ApprovalReasonCodeType) readonly code!: ApprovalReasonCode;
  @Field(() => String) readonly text!: string;
}

@ObjectType('Quote', { simpleResolvers: true })
export class QuoteType {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => String, { nullable: true }) readonly number!: string | null;
  @Field(() => String) readonly title!: string;
  @Field(() => QuoteStatusType) readonly status!: QuoteStatus;
  @Field(() => QuoteCancelReasonType, { nullable: true }) readonly cancelReason!: QuoteCancelReason | null;
  @Field(() => String) readonly cancelNote!: string;
  @Field(() => Boolean) readonly isExpired!: boolean;
  @Field(() => CustomerType) readonly customer!: CustomerType;
  @Field(() => String) readonly scope!: string;
  @Field(() => String) readonly terms!: string;
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => TaxRoundingType) readonly taxRounding!: TaxRounding;
  @Field(() => DiscountType, { nullable: true }) readonly discount!: DiscountType | null;
  @Field(() => DateScalar) readonly validUntil!: LocalDate;
  @Field(() => DateScalar, { nullable: true }) readonly effectiveDate!: LocalDate | null;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays!: number | null;
  @Field(() => String) readonly termsNote!: string;
  @Field(() => MailboxProofType, { nullable: true }) readonly mailboxProof!: MailboxProof | null;
  @Field(() => [QuoteLineType]) readonly lines!: readonly QuoteLineType[];
  @Field(() => [QuoteOptionGroupType]) readonly groups!: readonly QuoteOptionGroupType[];
  @Field(() => [QuoteOptionType]) readonly options!: readonly QuoteOptionType[];
  @Field(() => [QuoteStageType]) readonly stages!: readonly QuoteStageType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => MoneyType) readonly subtotal!: MoneyType;
  @Field(() => MoneyType) readonly discountTotal!: MoneyType;
  @Field(() => [RecurringTotalsType]) readonly recurring!: readonly RecurringTotalsType[];
  @Field(() => QuoteMarginType, { nullable: true }) readonly margin!: QuoteMarginType | null;
  @Field(() => String, { nullable: true }) readonly revisionHash!: string | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => String) readonly author!: string;
  @Field(() => DateTimeScalar, { nullable: true }) readonly approvedAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly approvedBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly archivedAt!: Instant | null;
  @Field(() => [ApprovalReasonType]) readonly approvalReasons!: readonly ApprovalReasonType[];
  @Field(() => AcceptanceType, { nullable: true }) readonly acceptance!: AcceptanceType | null;
  @Field(() => [InvoiceType]) readonly invoices!: readonly InvoiceType[];
  @Field(() => QuoteType, { nullable: true }) readonly changeOf!: QuoteType | null;
  @Field(() => ChangeKindType, { nullable: true }) readonly changeKind!: ChangeKind | null;
  @Field(() => [QuoteType]) readonly changeOrders!: readonly QuoteType[];
  @Field(() => MoneyType, { nullable: true }) readonly contractValue!: MoneyType | null;
  @Field(() => [RecurringPlanType]) readonly plans!: readonly RecurringPlanType[];
  @Field(() => [QuoteType]) readonly versions!: readonly QuoteType[];
  @Field(() => [QuoteChangeType]) readonly changes!: readonly QuoteChangeType[];
  @Field(() => [QuoteMessageType]) readonly messages!: readonly QuoteMessageType[];
  @Field(() => [CustomerLinkType]) readonly links!: readonly CustomerLinkType[];
  @Field(() => Int) readonly openedCount!: number;
  @Field(() => DateTimeScalar, { nullable: true }) readonly lastOpenedAt!: Instant | null;
  @Field(() => [QuoteActionType]) readonly actions!: readonly QuoteAction[];
  @Field(() => [TimelineEntryType]) readonly timeline!: readonly TimelineEntryType[];
  @Field(() => [MailType]) readonly mails!: readonly MailType[];
  @Field(() => String) readonly pdfUrl!: string;
  @Field(() => String, { nullable: true }) readonly evidenceUrl!: string | null;
}

@ObjectType('QuotePage', { simpleResolvers: true })
export class QuotePageType {
  @Field(() => [QuoteType]) readonly items!: readonly QuoteType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}
