import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { Billing, TaxTreatment } from '../domain/pricing.ts';
import type { StageDue } from '../domain/stages.ts';
import {
  DateScalar,
  MinorUnitsScalar,
  QuantityMilliScalar,
  RateMilliPercentScalar,
} from '../graphql/scalars.ts';
import {
  BillingType,
  DiscountType,
  MoneyType,
  StageDueType,
  TaxTreatmentType,
} from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';

@ObjectType('QuoteLine', { simpleResolvers: true })
export class QuoteLineType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => QuantityMilliScalar) readonly quantity!: number;
  @Field(() => String) readonly unit!: string;
  @Field(() => MoneyType) readonly unitPrice!: MoneyType;
  @Field(() => DiscountType, { nullable: true }) readonly discount!: DiscountType | null;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => MoneyType, { nullable: true }) readonly cost!: MoneyType | null;
  @Field(() => ID, { nullable: true }) readonly itemId!: string | null;
}

@ObjectType('QuoteOptionGroup', { simpleResolvers: true })
export class QuoteOptionGroupType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => Int) readonly min!: number;
  @Field(() => Int) readonly max!: number;
}

@ObjectType('QuoteOption', { simpleResolvers: true })
export class QuoteOptionType {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID, { nullable: true }) readonly groupId!: string | null;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => String) readonly unit!: string;
  @Field(() => MoneyType) readonly price!: MoneyType;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => Int) readonly minQuantity!: number;
  @Field(() => Int) readonly maxQuantity!: number;
  @Field(() => [ID]) readonly requires!: readonly string[];
  @Field(() => [ID]) readonly excludes!: readonly string[];
  @Field(() => Boolean) readonly preselected!: boolean;
  @Field(() => Int, { nullable: true }) readonly chosen!: number | null;
  @Field(() => MoneyType, { nullable: true }) readonly cost!: MoneyType | null;
  @Field(() => ID, { nullable: true }) readonly itemId!: string | null;
}

@ObjectType('QuoteStage', { simpleResolvers: true })
export class QuoteStageType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly label!: string;
  @Field(() => RateMilliPercentScalar, { nullable: true }) readonly percent!: number | null;
  @Field(() => MoneyType, { nullable: true }) readonly fixedAmount!: MoneyType | null;
  @Field(() => StageDueType) readonly due!: StageDue;
  @Field(() => DateScalar, { nullable: true }) readonly dueOn!: LocalDate | null;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays!: number | null;
  @Field(() => Boolean) readonly autoIssue!: boolean;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => InvoiceType, { nullable: true }) readonly invoice!: InvoiceType | null;
  @Field(() => Boolean) readonly canIssue!: boolean;
}

@InputType('DiscountInput')
export class DiscountInput {
  @Field(() => RateMilliPercentScalar, { nullable: true }) readonly percent: number | null = null;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly amount: MinorUnits | null = null;
}

@InputType('QuoteLineInput')
export class QuoteLineInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => QuantityMilliScalar) readonly quantity!: number;
  @Field(() => String) readonly unit!: string;
  @Field(() => MinorUnitsScalar) readonly unitPrice!: MinorUnits;
  @Field(() => DiscountInput, { nullable: true }) readonly discount: DiscountInput | null = null;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly cost: MinorUnits | null = null;
  @Field(() => ID, { nullable: true }) readonly itemId: string | null = null;
}

@InputType('QuoteOptionGroupInput')
export class QuoteOptionGroupInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => Int) readonly min!: number;
  @Field(() => Int) readonly max!: number;
}

@InputType('QuoteOptionInput')
export class QuoteOptionInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID, { nullable: true }) readonly groupId: string | null = null;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => String) readonly unit!: string;
  @Field(() => MinorUnitsScalar) readonly price!: MinorUnits;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => Int) readonly minQuantity!: number;
  @Field(() => Int) readonly maxQuantity!: number;
  @Field(() => [ID]) readonly requires!: readonly string[];
  @Field(() => [ID]) readonly excludes!: readonly string[];
  @Field(() => Boolean) readonly preselected!: boolean;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly cost: MinorUnits | null = null;
  @Field(() => ID, { nullable: true }) readonly itemId: string | null = null;
}

@InputType('QuoteStageInput')
export class QuoteStageInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly label!: string;
  @Field(() => RateMilliPercentScalar, { nullable: true }) readonly percent: number | null = null;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly amount: MinorUnits | null = null;
  @Field(() => StageDueType) readonly due!: StageDue;
  @Field(() => DateScalar, { nullable: true }) readonly dueOn: LocalDate | null = null;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays: number | null = null;
  @Field(() => Boolean) readonly autoIssue!: boolean;
}
