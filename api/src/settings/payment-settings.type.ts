import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { MinorUnits } from '../domain/money.ts';
import type { PaymentQrStandard } from '../domain/payment-qr/payment-qr.ts';
import { MinorUnitsScalar } from '../graphql/scalars.ts';
import { MoneyType, PaymentQrStandardType } from '../graphql/shared.type.ts';

@ObjectType('BankAccount', { simpleResolvers: true })
class BankAccountType {
  @Field(() => String) readonly holder!: string;
  @Field(() => String) readonly iban!: string;
  @Field(() => String) readonly bic!: string;
  @Field(() => String) readonly street!: string;
  @Field(() => String) readonly houseNumber!: string;
  @Field(() => String) readonly postalCode!: string;
  @Field(() => String) readonly town!: string;
  @Field(() => String) readonly country!: string;
  @Field(() => String) readonly payNow!: string;
}

@ObjectType('PaymentSettings', { simpleResolvers: true })
export class PaymentSettingsType {
  @Field(() => BankAccountType) readonly bankAccount!: BankAccountType;
  @Field(() => MoneyType, { nullable: true }) readonly refundLimit!: MoneyType | null;
  @Field(() => Int) readonly claimPauseDays!: number;
  @Field(() => PaymentQrStandardType, { nullable: true }) readonly paymentQr!: PaymentQrStandard | null;
}

@InputType('BankAccountInput')
class BankAccountInput {
  @Field(() => String) readonly holder!: string;
  @Field(() => String) readonly iban!: string;
  @Field(() => String) readonly bic!: string;
  @Field(() => String) readonly street!: string;
  @Field(() => String) readonly houseNumber!: string;
  @Field(() => String) readonly postalCode!: string;
  @Field(() => String) readonly town!: string;
  @Field(() => String) readonly country!: string;
  @Field(() => String) readonly payNow!: string;
}

@InputType('UpdatePaymentSettingsInput')
export class UpdatePaymentSettingsInput {
  @Field(() => Int) readonly version!: number;
  @Field(() => BankAccountInput) readonly bankAccount!: BankAccountInput;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly refundLimit: MinorUnits | null = null;
  @Field(() => Int) readonly claimPauseDays!: number;
}
