import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { ChangeKind } from '../domain/change-order.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { TaxRounding } from '../domain/pricing.ts';
import { type PortalMessageKind, portalMessageKinds } from '../domain/quote-message.ts';
import type { MailboxProof } from '../domain/signing-code.ts';
import { enumType } from '../graphql/enum-type.ts';
import { CurrencyCodeScalar, DateScalar, DateTimeScalar } from '../graphql/scalars.ts';
import {
  ChangeKindType,
  DiscountType,
  MailboxProofType,
  MoneyType,
  RecurringTotalsType,
  RichBlockType,
  TaxRoundingType,
  TotalsType,
} from '../graphql/shared.type.ts';
import { PortalCompanyType } from './portal-company.type.ts';
import { type PortalInvoiceStatus, PortalInvoiceStatusType } from './portal-money.type.ts';
import {
  PortalQuoteLineType,
  PortalQuoteOptionGroupType,
  PortalQuoteOptionType,
  PortalQuoteStageType,
} from './portal-quote-content.type.ts';

const portalQuoteStatuses = [
  'OPEN',
  'EXPIRED',
  'ACCEPTED',
  'DECLINED',
  'SUPERSEDED',
  'CANCELED',
  'PREVIEW',
] as const;
export type PortalQuoteStatus = (typeof portalQuoteStatuses)[number];
export const PortalQuoteStatusType = enumType('PortalQuoteStatus', portalQuoteStatuses);
export const PortalMessageKindType = enumType('PortalMessageKind', portalMessageKinds);

@ObjectType('PortalChoice', { simpleResolvers: true })
export class PortalChoiceType {
  @Field(() => ID) readonly optionId!: string;
  @Field(() => Int) readonly quantity!: number;
}

@ObjectType('PortalAcceptance', { simpleResolvers: true })
export class PortalAcceptanceType {
  @Field(() => String) readonly signerName!: string;
  @Field(() => Boolean) readonly onBehalf!: boolean;
  @Field(() => DateTimeScalar) readonly signedAt!: Instant;
  @Field(() => [PortalChoiceType]) readonly choices!: readonly PortalChoiceType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => [RecurringTotalsType]) readonly recurring!: readonly RecurringTotalsType[];
  @Field(() => String) readonly evidenceHash!: string;
}

@ObjectType('PortalAddendum', { simpleResolvers: true })
export class PortalAddendumType {
  @Field(() => String) readonly of!: string;
  @Field(() => ChangeKindType) readonly kind!: ChangeKind;
  @Field(() => MoneyType) readonly contractBefore!: MoneyType;
}

@ObjectType('PortalInvoiceSummary', { simpleResolvers: true })
export class PortalInvoiceSummaryType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly stageLabel!: string;
  @Field(() => PortalInvoiceStatusType) readonly status!: PortalInvoiceStatus;
  @Field(() => MoneyType) readonly total!: MoneyType;
  @Field(() => DateScalar) readonly dueDate!: LocalDate;
}

@ObjectType('PortalMessage', { simpleResolvers: true })
export class PortalMessageType {
  @Field(() => PortalMessageKindType) readonly kind!: PortalMessageKind;
  @Field(() => String) readonly text!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
}

@ObjectType('PortalChange', { simpleResolvers: true })
export class PortalChangeType {
  @Field(() => String) readonly label!: string;
  @Field(() => String, { nullable: true }) readonly before!: string | null;
  @Field(() => String, { nullable: true }) readonly after!: string | null;
}

@ObjectType('PortalQuote', { simpleResolvers: true })
export class PortalQuoteType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => PortalQuoteStatusType) readonly status!: PortalQuoteStatus;
  @Field(() => String, { nullable: true }) readonly newerNumber!: string | null;
  @Field(() => [PortalChangeType]) readonly changes!: readonly PortalChangeType[];
  @Field(() => PortalCompanyType) readonly company!: PortalCompanyType;
  @Field(() => String) readonly customerName!: string;
  @Field(() => String) readonly sentTo!: string;
  @Field(() => [RichBlockType]) readonly scope!: readonly RichBlockType[];
  @Field(() => [RichBlockType]) readonly terms!: readonly RichBlockType[];
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => TaxRoundingType) readonly taxRounding!: TaxRounding;
  @Field(() => [String]) readonly taxNotes!: readonly string[];
  @Field(() => DiscountType, { nullable: true }) readonly discount!: DiscountType | null;
  @Field(() => [PortalQuoteLineType]) readonly lines!: readonly PortalQuoteLineType[];
  @Field(() => [PortalQuoteOptionGroupType]) readonly groups!: readonly PortalQuoteOptionGroupType[];
  @Field(() => [PortalQuoteOptionType]) readonly options!: readonly PortalQuoteOptionType[];
  @Field(() => [PortalQuoteStageType]) readonly stages!: readonly PortalQuoteStageType[];
  @Field(() => Int) readonly paymentTermsDays!: number;
  @Field(() => DateScalar, { nullable: true }) readonly effectiveDate!: LocalDate | null;
  @Field(() => DateScalar) readonly validUntil!: LocalDate;
  @Field(() => String) readonly timeZone!: string;
  @Field(() => String) readonly revisionHash!: string;
  @Field(() => String) readonly consent!: string;
  @Field(() => MailboxProofType) readonly mailboxProof!: MailboxProof;
  @Field(() => PortalAcceptanceType, { nullable: true }) readonly acceptance!: PortalAcceptanceType | null;
  @Field(() => PortalAddendumType, { nullable: true }) readonly addendum!: PortalAddendumType | null;
  @Field(() => MoneyType, { nullable: true }) readonly contractValue!: MoneyType | null;
  @Field(() => [PortalInvoiceSummaryType]) readonly invoices!: readonly PortalInvoiceSummaryType[];
  @Field(() => [PortalMessageType]) readonly messages!: readonly PortalMessageType[];
  @Field(() => Boolean) readonly freshQuoteRequested!: boolean;
  @Field(() => String) readonly pdfUrl!: string;
  @Field(() => String, { nullable: true }) readonly evidenceUrl!: string | null;
}
