import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CustomerType } from '../customers/customer.type.ts';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { TaxTreatment } from '../domain/pricing.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar, DateTimeScalar, MinorUnitsScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import { MoneyType, TaxTreatmentType, TotalsType } from '../graphql/shared.type.ts';
import { InvoiceType } from './invoice.type.ts';

@ObjectType('CreditNoteLine', { simpleResolvers: true })
export class CreditNoteLineType {
  @Field(() => String) readonly description!: string;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => MoneyType) readonly net!: MoneyType;
  @Field(() => MoneyType) readonly tax!: MoneyType;
  @Field(() => MoneyType) readonly gross!: MoneyType;
}

@ObjectType('CreditNote', { simpleResolvers: true })
export class CreditNoteType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly number!: string;
  @Field(() => InvoiceType) readonly invoice!: InvoiceType;
  @Field(() => CustomerType) readonly customer!: CustomerType;
  @Field(() => String) readonly reason!: string;
  @Field(() => [CreditNoteLineType]) readonly lines!: readonly CreditNoteLineType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => DateTimeScalar) readonly issuedAt!: Instant;
  @Field(() => String) readonly issuedBy!: string;
  @Field(() => String) readonly pdfUrl!: string;
}

@InputType('CreditLineInput')
class CreditLineInput {
  @Field(() => Int) readonly line!: number;
  @Field(() => MinorUnitsScalar) readonly amount!: MinorUnits;
}

@InputType('CreditInvoiceInput')
export class CreditInvoiceInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly invoiceId!: string;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly amount: MinorUnits | null = null;
  @Field(() => [CreditLineInput], { nullable: true }) readonly lines: readonly CreditLineInput[] | null =
    null;
  @Field(() => String) readonly reason!: string;
}

export const CreditInvoiceResult = orRefusal('CreditInvoiceResult', () => CreditNoteType);
