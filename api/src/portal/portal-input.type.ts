import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { LocalDate } from '../domain/local-date.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import type { SignatureMethod } from '../domain/signature.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar, MinorUnitsScalar } from '../graphql/scalars.ts';
import { PaymentMethodType, SignatureMethodType } from '../graphql/shared.type.ts';
import { PortalInvoiceType } from './portal-invoice.type.ts';
import { PortalQuoteType } from './portal-quote.type.ts';

@ObjectType('CheckoutRedirect', { simpleResolvers: true })
class CheckoutRedirectType {
  @Field(() => String) readonly url!: string;
}

@InputType('SignatureInput')
export class SignatureInput {
  @Field(() => SignatureMethodType) readonly method!: SignatureMethod;
  @Field(() => [[Int]]) readonly strokes!: readonly (readonly number[])[];
}

@InputType('SignQuoteInput')
export class SignQuoteInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => String) readonly revisionHash!: string;
  @Field(() => [ID]) readonly optionIds!: readonly string[];
  @Field(() => MinorUnitsScalar) readonly expectedTotal!: MinorUnits;
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

export const SignQuoteResult = orRefusal('SignQuoteResult', () => PortalQuoteType);
export const StartPaymentResult = orRefusal('StartPaymentResult', () => CheckoutRedirectType);
export const ClaimManualPaymentResult = orRefusal('ClaimManualPaymentResult', () => PortalInvoiceType);
