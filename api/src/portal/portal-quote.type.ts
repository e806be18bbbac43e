import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { InvoiceStatus } from '../domain/invoice.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CurrencyCode } from '../domain/money.ts';
import type { StageDue } from '../domain/stages.ts';
import { enumType } from '../graphql/enum-type.ts';
import {
  CurrencyCodeScalar,
  DateScalar,
  DateTimeScalar,
  QuantityMilliScalar,
  RateMilliPercentScalar,
} from '../graphql/scalars.ts';
import {
  InvoiceStatusType,
  MoneyType,
  RichBlockType,
  StageDueType,
  TotalsType,
} from '../graphql/shared.type.ts';
import { PortalCompanyType } from './portal-company.type.ts';

const portalQuoteStatuses = ['OPEN', 'EXPIRED', 'ACCEPTED', 'CANCELED'] as const;
export type PortalQuoteStatus = (typeof portalQuoteStatuses)[number];
const PortalQuoteStatusType = enumType('PortalQuoteStatus', portalQuoteStatuses);

@ObjectType('PortalQuoteLine', { simpleResolvers: true })
export class PortalQuoteLineType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => QuantityMilliScalar) readonly quantity!: number;
  @Field(() => String) readonly unit!: string;
  @Field(() => MoneyType) readonly unitPrice!: MoneyType;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => MoneyType) readonly amount!: MoneyType;
}

@ObjectType('PortalQuoteOption', { simpleResolvers: true })
export class PortalQuoteOptionType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => MoneyType) readonly price!: MoneyType;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => Boolean) readonly preselected!: boolean;
}

@ObjectType('PortalQuoteStage', { simpleResolvers: true })
export class PortalQuoteStageType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly label!: string;
  @Field(() => RateMilliPercentScalar) readonly share!: number;
  @Field(() => StageDueType) readonly due!: StageDue;
}

@ObjectType('PortalAcceptance', { simpleResolvers: true })
export class PortalAcceptanceType {
  @Field(() => String) readonly signerName!: string;
  @Field(() => DateTimeScalar) readonly signedAt!: Instant;
  @Field(() => [ID]) readonly optionIds!: readonly string[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => String) readonly evidenceHash!: string;
}

@ObjectType('PortalInvoiceSummary', { simpleResolvers: true })
export class PortalInvoiceSummaryType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly stageLabel!: string;
  @Field(() => InvoiceStatusType) readonly status!: InvoiceStatus;
  @Field(() => MoneyType) readonly total!: MoneyType;
  @Field(() => DateScalar) readonly dueDate!: LocalDate;
}

@ObjectType('PortalQuote', { simpleResolvers: true })
export class PortalQuoteType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => PortalQuoteStatusType) readonly status!: PortalQuoteStatus;
  @Field(() => PortalCompanyType) readonly company!: PortalCompanyType;
  @Field(() => String) readonly customerName!: string;
  @Field(() => String) readonly sentTo!: string;
  @Field(() => [RichBlockType]) readonly scope!: readonly RichBlockType[];
  @Field(() => [RichBlockType]) readonly terms!: readonly RichBlockType[];
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => [PortalQuoteLineType]) readonly lines!: readonly PortalQuoteLineType[];
  @Field(() => [PortalQuoteOptionType]) readonly options!: readonly PortalQuoteOptionType[];
  @Field(() => [PortalQuoteStageType]) readonly stages!: readonly PortalQuoteStageType[];
  @Field(() => Int) readonly paymentTermsDays!: number;
  @Field(() => DateScalar) readonly validUntil!: LocalDate;
  @Field(() => String) readonly timeZone!: string;
  @Field(() => String) readonly revisionHash!: string;
  @Field(() => String) readonly consent!: string;
  @Field(() => PortalAcceptanceType, { nullable: true }) readonly acceptance!: PortalAcceptanceType | null;
  @Field(() => [PortalInvoiceSummaryType]) readonly invoices!: readonly PortalInvoiceSummaryType[];
  @Field(() => String) readonly pdfUrl!: string;
}
