import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import type { Billing } from '../domain/pricing.ts';
import type { PortalMessageKind } from '../domain/quote-message.ts';
import type { SignatureMethod } from '../domain/signature.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar, MinorUnitsScalar } from '../graphql/scalars.ts';
import { BillingType, PaymentMethodType, SignatureMethodType } from '../graphql/shared.type.ts';
import { PortalInvoiceType } from './portal-invoice.type.ts';
import { PortalMessageKindType, PortalQuoteType } from './portal-quote.type.ts';

@ObjectType('CheckoutRedirect', { simpleResolvers: true })
class CheckoutRedirectType {
  @Field(() => String) readonly url!: string;
}

@InputType('SignatureInput')
export class SignatureInput {
  @Field(() => SignatureMethodType) readonly method!: SignatureMethod;
  @Field(() => [[Int]]) readonly strokes!: readonly (readonly number[])[];
}

@InputType('ChoiceInput')
export class ChoiceInput {
  @Field(() => ID) readonly optionId!: string;
  @Field(() => Int) readonly quantity!: number;
}

@InputType('ExpectedRecurringInput')
export class ExpectedRecurringInput {
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => MinorUnitsScalar) readonly total!: MinorUnits;
}

@InputType('SignQuoteInput')
export class SignQuoteInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => String) readonly revisionHash!: string;
  @Field(() => String, { nullable: true }) readonly code: string | null = null;
  @Field(() => String, { nullable: true }) readonly number: string | null = null;
  @Field(() => [ChoiceInput]) readonly choices!: readonly ChoiceInput[];
  @Field(() => MinorUnitsScalar) readonly expectedTotal!: MinorUnits;
  @Field(() => [ExpectedRecurringInput]) readonly expectedRecurring!: readonly ExpectedRecurringInput[];
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => Boolean) readonly agreesToTerms!: boolean;
  @Field(() => SignatureInput) readonly signature!: SignatureInput;
}

@InputType('StartPaymentInput')
export class StartPaymentInput {
  @Field(() => String, { nullable: true }) readonly invoiceNumber: string | null = null;
}

@InputType('ClaimManualPaymentInput')
export class ClaimManualPaymentInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => String, { nullable: true }) readonly invoiceNumber: string | null = null;
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => DateScalar) readonly paidOn!: LocalDate;
  @Field(() => String) readonly reference!: string;
}

@InputType('AskAboutQuoteInput')
export class AskAboutQuoteInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => String, { nullable: true }) readonly number: string | null = null;
  @Field(() => PortalMessageKindType) readonly kind!: PortalMessageKind;
  @Field(() => String) readonly text!: string;
}

@InputType('DeclineQuoteInput')
export class DeclineQuoteInput {
  @Field(() => String, { nullable: true }) readonly number: string | null = null;
  @Field(() => String) readonly revisionHash!: string;
  @Field(() => String) readonly reason!: string;
}

@InputType('RequestFreshQuoteInput')
export class RequestFreshQuoteInput {
  @Field(() => String, { nullable: true }) readonly number: string | null = null;
}

@ObjectType('SigningCodeSent', { simpleResolvers: true })
class SigningCodeSentType {
  @Field(() => String) readonly sentTo!: string;
  @Field(() => Int) readonly minutes!: number;
}

@InputType('RequestSigningCodeInput')
export class RequestSigningCodeInput {
  @Field(() => String, { nullable: true }) readonly number: string | null = null;
}

@InputType('RecordVisitInput')
export class RecordVisitInput {
  @Field(() => ID) readonly visitId!: string;
  @Field(() => Boolean) readonly opened!: boolean;
  @Field(() => String, { nullable: true }) readonly invoiceNumber: string | null = null;
}

@InputType('RequestFreshLinkInput')
export class RequestFreshLinkInput {
  @Field(() => String, { nullable: true }) readonly token: string | null = null;
  @Field(() => String, { nullable: true }) readonly number: string | null = null;
  @Field(() => String, { nullable: true }) readonly email: string | null = null;
}

export const RequestSigningCodeResult = orRefusal('RequestSigningCodeResult', () => SigningCodeSentType);
export const PortalQuoteResult = orRefusal('PortalQuoteResult', () => PortalQuoteType);
export const SignQuoteResult = orRefusal('SignQuoteResult', () => PortalQuoteType);
export const StartPaymentResult = orRefusal('StartPaymentResult', () => CheckoutRedirectType);
export const ClaimManualPaymentResult = orRefusal('ClaimManualPaymentResult', () => PortalInvoiceType);
