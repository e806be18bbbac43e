import { Field, ID, InputType, Int } from 'type-graphql';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { StageDue } from '../domain/stages.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import {
  DateScalar,
  MinorUnitsScalar,
  QuantityMilliScalar,
  RateMilliPercentScalar,
} from '../graphql/scalars.ts';
import { StageDueType } from '../graphql/shared.type.ts';
import { QuoteType } from './quote.type.ts';

@InputType('QuoteLineInput')
export class QuoteLineInput {
  @Field(() => String) readonly description!: string;
  @Field(() => QuantityMilliScalar) readonly quantity!: number;
  @Field(() => String) readonly unit!: string;
  @Field(() => MinorUnitsScalar) readonly unitPrice!: MinorUnits;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
}

@InputType('QuoteOptionInput')
export class QuoteOptionInput {
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => MinorUnitsScalar) readonly price!: MinorUnits;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => Boolean) readonly preselected!: boolean;
}

@InputType('QuoteStageInput')
export class QuoteStageInput {
  @Field(() => String) readonly label!: string;
  @Field(() => RateMilliPercentScalar) readonly share!: number;
  @Field(() => StageDueType) readonly due!: StageDue;
}

@InputType('QuoteInput')
export class QuoteInput {
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly scope!: string;
  @Field(() => String) readonly terms!: string;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => DateScalar) readonly validUntil!: LocalDate;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays: number | null = null;
  @Field(() => [QuoteLineInput]) readonly lines!: readonly QuoteLineInput[];
  @Field(() => [QuoteOptionInput]) readonly options!: readonly QuoteOptionInput[];
  @Field(() => [QuoteStageInput]) readonly stages!: readonly QuoteStageInput[];
}

@InputType('CreateQuoteInput')
export class CreateQuoteInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly customerId!: string;
  @Field(() => QuoteInput) readonly quote!: QuoteInput;
}

@InputType('UpdateQuoteInput')
export class UpdateQuoteInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => QuoteInput) readonly quote!: QuoteInput;
}

@InputType('ApproveQuoteInput')
export class ApproveQuoteInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

@InputType('CancelQuoteInput')
export class CancelQuoteInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

export const CreateQuoteResult = orRefusal('CreateQuoteResult', () => QuoteType);
export const UpdateQuoteResult = orRefusal('UpdateQuoteResult', () => QuoteType);
export const ApproveQuoteResult = orRefusal('ApproveQuoteResult', () => QuoteType);
export const CancelQuoteResult = orRefusal('CancelQuoteResult', () => QuoteType);
