import { Field, ID, InputType, Int } from 'type-graphql';
import type { ChangeKind } from '../domain/change-order.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { TaxRounding } from '../domain/pricing.ts';
import type { MailboxProof } from '../domain/signing-code.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar } from '../graphql/scalars.ts';
import { ChangeKindType, MailboxProofType, TaxRoundingType } from '../graphql/shared.type.ts';
import {
  DiscountInput,
  QuoteLineInput,
  QuoteOptionGroupInput,
  QuoteOptionInput,
  QuoteStageInput,
} from './quote-content.type.ts';
import { QuoteType } from './quote.type.ts';

@InputType('QuoteInput')
export class QuoteInput {
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly scope!: string;
  @Field(() => String) readonly terms!: string;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => TaxRoundingType, { nullable: true }) readonly taxRounding: TaxRounding | null = null;
  @Field(() => DiscountInput, { nullable: true }) readonly discount: DiscountInput | null = null;
  @Field(() => DateScalar) readonly validUntil!: LocalDate;
  @Field(() => DateScalar, { nullable: true }) readonly effectiveDate: LocalDate | null = null;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays: number | null = null;
  @Field(() => String) readonly termsNote!: string;
  @Field(() => MailboxProofType, { nullable: true }) readonly mailboxProof: MailboxProof | null = null;
  @Field(() => [QuoteLineInput]) readonly lines!: readonly QuoteLineInput[];
  @Field(() => [QuoteOptionGroupInput]) readonly groups!: readonly QuoteOptionGroupInput[];
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

@InputType('QuoteStepInput')
export class QuoteStepInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

@InputType('QuoteStepWithNoteInput')
export class QuoteStepWithNoteInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => String) readonly note!: string;
}

@InputType('ChangeQuoteExpiryInput')
export class ChangeQuoteExpiryInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => DateScalar) readonly validUntil!: LocalDate;
}

@InputType('DuplicateQuoteInput')
export class DuplicateQuoteInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly id!: string;
  @Field(() => ID, { nullable: true }) readonly customerId: string | null = null;
}

@InputType('CreateChangeOrderInput')
export class CreateChangeOrderInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly quoteId!: string;
  @Field(() => ChangeKindType) readonly kind!: ChangeKind;
}

export const CreateQuoteResult = orRefusal('CreateQuoteResult', () => QuoteType);
export const UpdateQuoteResult = orRefusal('UpdateQuoteResult', () => QuoteType);
export const QuoteStepResult = orRefusal('QuoteStepResult', () => QuoteType);
