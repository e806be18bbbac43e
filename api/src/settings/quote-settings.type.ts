import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { MinorUnits } from '../domain/money.ts';
import type { TaxRounding } from '../domain/pricing.ts';
import type { MailboxProof } from '../domain/signing-code.ts';
import { MinorUnitsScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import { MailboxProofType, MoneyType, TaxRoundingType } from '../graphql/shared.type.ts';

@ObjectType('QuoteSettings', { simpleResolvers: true })
export class QuoteSettingsType {
  @Field(() => TaxRoundingType) readonly taxRounding!: TaxRounding;
  @Field(() => String) readonly reverseChargeNote!: string;
  @Field(() => String) readonly exemptNote!: string;
  @Field(() => MoneyType, { nullable: true }) readonly approvalLimit!: MoneyType | null;
  @Field(() => RateMilliPercentScalar, { nullable: true }) readonly approvalDiscountPercent!: number | null;
  @Field(() => Int, { nullable: true }) readonly approvalTermsDays!: number | null;
  @Field(() => Boolean) readonly approveNewClients!: boolean;
  @Field(() => Boolean) readonly fourEyes!: boolean;
  @Field(() => Boolean) readonly staffMaySend!: boolean;
  @Field(() => [Int]) readonly quoteFollowUpDays!: readonly number[];
  @Field(() => Int, { nullable: true }) readonly expiryNoticeDays!: number | null;
  @Field(() => MailboxProofType) readonly mailboxProof!: MailboxProof;
  @Field(() => MoneyType, { nullable: true }) readonly codeFrom!: MoneyType | null;
}

@InputType('UpdateQuoteSettingsInput')
export class UpdateQuoteSettingsInput {
  @Field(() => Int) readonly version!: number;
  @Field(() => TaxRoundingType) readonly taxRounding!: TaxRounding;
  @Field(() => String) readonly reverseChargeNote!: string;
  @Field(() => String) readonly exemptNote!: string;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly approvalLimit: MinorUnits | null = null;
  @Field(() => RateMilliPercentScalar, { nullable: true })
  readonly approvalDiscountPercent: number | null = null;
  @Field(() => Int, { nullable: true }) readonly approvalTermsDays: number | null = null;
  @Field(() => Boolean) readonly approveNewClients!: boolean;
  @Field(() => Boolean) readonly fourEyes!: boolean;
  @Field(() => Boolean) readonly staffMaySend!: boolean;
  @Field(() => [Int]) readonly quoteFollowUpDays!: readonly number[];
  @Field(() => Int, { nullable: true }) readonly expiryNoticeDays: number | null = null;
  @Field(() => MailboxProofType) readonly mailboxProof!: MailboxProof;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly codeFrom: MinorUnits | null = null;
}
