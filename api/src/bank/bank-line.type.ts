import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { type BankLineStatus, bankLineStatuses } from '../domain/bank/line-status.ts';
import { type Confidence, confidences, type MatchReason, matchReasons } from '../domain/bank/match.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar, DateTimeScalar, MinorUnitsScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { PaymentType } from '../payments/payment.type.ts';
import { RefundType } from '../payments/refund.type.ts';
import { BankStatementType } from './bank-statement.type.ts';

export const BankLineStatusType = enumType('BankLineStatus', bankLineStatuses);
const ReasonType = enumType('BankMatchReason', matchReasons);
const ConfidenceType = enumType('MatchConfidence', confidences);

@ObjectType('BankAllocation', { simpleResolvers: true })
export class BankAllocationType {
  @Field(() => InvoiceType) readonly invoice!: InvoiceType;
  @Field(() => MoneyType) readonly amount!: MoneyType;
}

@ObjectType('BankSuggestion', { simpleResolvers: true })
export class BankSuggestionType {
  @Field(() => [BankAllocationType]) readonly allocations!: readonly BankAllocationType[];
  @Field(() => PaymentType, { nullable: true }) readonly payment!: PaymentType | null;
  @Field(() => MoneyType) readonly rest!: MoneyType;
  @Field(() => [ReasonType]) readonly reasons!: readonly MatchReason[];
  @Field(() => ConfidenceType) readonly confidence!: Confidence;
}

@ObjectType('BankMatch', { simpleResolvers: true })
export class BankMatchType {
  @Field(() => PaymentType) readonly payment!: PaymentType;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String) readonly confirmedBy!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
}

@ObjectType('BankLine', { simpleResolvers: true })
export class BankLineType {
  @Field(() => ID) readonly id!: string;
  @Field(() => BankStatementType) readonly statement!: BankStatementType;
  @Field(() => Int) readonly row!: number;
  @Field(() => DateScalar) readonly bookedOn!: LocalDate;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly reference!: string;
  @Field(() => String) readonly text!: string;
  @Field(() => BankLineStatusType) readonly status!: BankLineStatus;
  @Field(() => [BankSuggestionType]) readonly suggestions!: readonly BankSuggestionType[];
  @Field(() => [BankMatchType]) readonly matches!: readonly BankMatchType[];
  @Field(() => RefundType, { nullable: true }) readonly refund!: RefundType | null;
  @Field(() => String, { nullable: true }) readonly settledBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly settledAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly note!: string | null;
}

@ObjectType('BankLinePage', { simpleResolvers: true })
export class BankLinePageType {
  @Field(() => [BankLineType]) readonly items!: readonly BankLineType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@ObjectType('BankLineCount', { simpleResolvers: true })
export class BankLineCountType {
  @Field(() => BankLineStatusType) readonly status!: BankLineStatus;
  @Field(() => Int) readonly count!: number;
}

@InputType('BankAllocationInput')
export class BankAllocationInput {
  @Field(() => ID) readonly invoiceId!: string;
  @Field(() => MinorUnitsScalar) readonly amount!: MinorUnits;
}

@InputType('ConfirmBankMatchInput')
export class ConfirmBankMatchInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => [ID]) readonly lineIds!: readonly string[];
  @Field(() => [BankAllocationInput]) readonly allocations!: readonly BankAllocationInput[];
  @Field(() => ID, { nullable: true }) readonly paymentId: string | null = null;
}

@InputType('IgnoreBankLineInput')
export class IgnoreBankLineInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly reason!: string;
}

@InputType('RestoreBankLineInput')
export class RestoreBankLineInput {
  @Field(() => ID) readonly id!: string;
}

export const ConfirmBankMatchResult = orRefusal('ConfirmBankMatchResult', () => BankLineType);
export const IgnoreBankLineResult = orRefusal('IgnoreBankLineResult', () => BankLineType);
export const RestoreBankLineResult = orRefusal('RestoreBankLineResult', () => BankLineType);
