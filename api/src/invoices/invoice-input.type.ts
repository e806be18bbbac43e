import { Field, ID, InputType, Int } from 'type-graphql';
import type { MinorUnits } from '../domain/money.ts';
import type { TaxTreatment } from '../domain/pricing.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { MinorUnitsScalar, QuantityMilliScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import { TaxTreatmentType } from '../graphql/shared.type.ts';
import { DiscountInput } from '../quotes/quote-content.type.ts';
import { InvoiceType } from './invoice.type.ts';

@InputType('IssueStageInvoiceInput')
export class IssueStageInvoiceInput {
  @Field(() => ID) readonly quoteId!: string;
  @Field(() => ID) readonly stageId!: string;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays: number | null = null;
  @Field(() => String, { nullable: true }) readonly termsNote: string | null = null;
  @Field(() => String, { nullable: true }) readonly outOfOrderReason: string | null = null;
}

@InputType('InvoiceLineInput')
export class InvoiceLineInput {
  @Field(() => String) readonly description!: string;
  @Field(() => QuantityMilliScalar) readonly quantity!: number;
  @Field(() => String) readonly unit!: string;
  @Field(() => MinorUnitsScalar) readonly unitPrice!: MinorUnits;
  @Field(() => DiscountInput, { nullable: true }) readonly discount: DiscountInput | null = null;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
}

@InputType('FreeInvoiceInput')
export class FreeInvoiceInput {
  @Field(() => String) readonly subject!: string;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => [InvoiceLineInput]) readonly lines!: readonly InvoiceLineInput[];
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays: number | null = null;
  @Field(() => String, { nullable: true }) readonly termsNote: string | null = null;
}

@InputType('CreateFreeInvoiceInput')
export class CreateFreeInvoiceInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly customerId!: string;
  @Field(() => FreeInvoiceInput) readonly invoice!: FreeInvoiceInput;
}

@InputType('UpdateInvoiceDraftInput')
export class UpdateInvoiceDraftInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly contentHash!: string;
  @Field(() => FreeInvoiceInput) readonly invoice!: FreeInvoiceInput;
}

@InputType('ApproveInvoiceInput')
export class ApproveInvoiceInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly contentHash!: string;
}

@InputType('InvoiceReasonInput')
export class InvoiceReasonInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly reason!: string;
}

@InputType('ApplyCreditInput')
export class ApplyCreditInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly invoiceId!: string;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly amount: MinorUnits | null = null;
}

export const IssueStageInvoiceResult = orRefusal('IssueStageInvoiceResult', () => InvoiceType);
export const CreateFreeInvoiceResult = orRefusal('CreateFreeInvoiceResult', () => InvoiceType);
export const InvoiceStepResult = orRefusal('InvoiceStepResult', () => InvoiceType);
