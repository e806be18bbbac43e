import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { LocalDate } from '../domain/local-date.ts';
import type { Billing, TaxTreatment } from '../domain/pricing.ts';
import type { StageDue } from '../domain/stages.ts';
import { DateScalar, QuantityMilliScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import {
  BillingType,
  DiscountType,
  MoneyType,
  StageDueType,
  TaxTreatmentType,
} from '../graphql/shared.type.ts';

@ObjectType('PortalQuoteLine', { simpleResolvers: true })
export class PortalQuoteLineType {
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
}

@ObjectType('PortalQuoteOptionGroup', { simpleResolvers: true })
export class PortalQuoteOptionGroupType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => Int) readonly min!: number;
  @Field(() => Int) readonly max!: number;
}

@ObjectType('PortalQuoteOption', { simpleResolvers: true })
export class PortalQuoteOptionType {
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
}

@ObjectType('PortalQuoteStage', { simpleResolvers: true })
export class PortalQuoteStageType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly label!: string;
  @Field(() => RateMilliPercentScalar, { nullable: true }) readonly percent!: number | null;
  @Field(() => MoneyType, { nullable: true }) readonly fixedAmount!: MoneyType | null;
  @Field(() => StageDueType) readonly due!: StageDue;
  @Field(() => DateScalar, { nullable: true }) readonly dueOn!: LocalDate | null;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays!: number | null;
}
