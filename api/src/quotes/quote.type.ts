import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AcceptanceType } from '../acceptances/acceptance.type.ts';
import { TimelineEntryType } from '../audit/timeline.type.ts';
import { CustomerType } from '../customers/customer.type.ts';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import {
  type QuoteAction,
  quoteActionNames,
  type QuoteCancelReason,
  quoteCancelReasons,
  type QuoteStatus,
  quoteStatuses,
} from '../domain/quote.ts';
import type { StageDue } from '../domain/stages.ts';
import { enumType } from '../graphql/enum-type.ts';
import {
  CurrencyCodeScalar,
  DateScalar,
  DateTimeScalar,
  QuantityMilliScalar,
  RateMilliPercentScalar,
} from '../graphql/scalars.ts';
import { MoneyType, StageDueType, TotalsType } from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { MailType } from '../mails/mail.type.ts';

export const QuoteStatusType = enumType('QuoteStatus', quoteStatuses);
const QuoteCancelReasonType = enumType('QuoteCancelReason', quoteCancelReasons);
const QuoteActionType = enumType('QuoteAction', quoteActionNames);

@ObjectType('QuoteLine', { simpleResolvers: true })
export class QuoteLineType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => QuantityMilliScalar) readonly quantity!: number;
  @Field(() => String) readonly unit!: string;
  @Field(() => MoneyType) readonly unitPrice!: MoneyType;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => MoneyType) readonly amount!: MoneyType;
}

@ObjectType('QuoteOption', { simpleResolvers: true })
export class QuoteOptionType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => MoneyType) readonly price!: MoneyType;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => Boolean) readonly preselected!: boolean;
  @Field(() => Boolean, { nullable: true }) readonly chosen!: boolean | null;
}

@ObjectType('QuoteStage', { simpleResolvers: true })
export class QuoteStageType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly label!: string;
  @Field(() => RateMilliPercentScalar) readonly share!: number;
  @Field(() => StageDueType) readonly due!: StageDue;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => InvoiceType, { nullable: true }) readonly invoice!: InvoiceType | null;
  @Field(() => Boolean) readonly canIssue!: boolean;
}

@ObjectType('Quote', { simpleResolvers: true })
export class QuoteType {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => String, { nullable: true }) readonly number!: string | null;
  @Field(() => String) readonly title!: string;
  @Field(() => QuoteStatusType) readonly status!: QuoteStatus;
  @Field(() => QuoteCancelReasonType, { nullable: true }) readonly cancelReason!: QuoteCancelReason | null;
  @Field(() => Boolean) readonly isExpired!: boolean;
  @Field(() => CustomerType) readonly customer!: CustomerType;
  @Field(() => String) readonly scope!: string;
  @Field(() => String) readonly terms!: string;
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => DateScalar) readonly validUntil!: LocalDate;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays!: number | null;
  @Field(() => [QuoteLineType]) readonly lines!: readonly QuoteLineType[];
  @Field(() => [QuoteOptionType]) readonly options!: readonly QuoteOptionType[];
  @Field(() => [QuoteStageType]) readonly stages!: readonly QuoteStageType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => String, { nullable: true }) readonly revisionHash!: string | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly approvedAt!: Instant | null;
  @Field(() => AcceptanceType, { nullable: true }) readonly acceptance!: AcceptanceType | null;
  @Field(() => [InvoiceType]) readonly invoices!: readonly InvoiceType[];
  @Field(() => [QuoteActionType]) readonly actions!: readonly QuoteAction[];
  @Field(() => [TimelineEntryType]) readonly timeline!: readonly TimelineEntryType[];
  @Field(() => [MailType]) readonly mails!: readonly MailType[];
  @Field(() => String, { nullable: true }) readonly pdfUrl!: string | null;
}

@ObjectType('QuotePage', { simpleResolvers: true })
export class QuotePageType {
  @Field(() => [QuoteType]) readonly items!: readonly QuoteType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}
