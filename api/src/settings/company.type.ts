import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { CurrencyCode } from '../domain/money.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { CurrencyCodeScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import { PaymentSettingsType } from './payment-settings.type.ts';
import { QuoteSettingsType } from './quote-settings.type.ts';

@ObjectType('Company', { simpleResolvers: true })
export class CompanyType {
  @Field(() => Int) readonly version!: number;
  @Field(() => String) readonly name!: string;
  @Field(() => [String]) readonly address!: readonly string[];
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => String) readonly taxNumber!: string;
  @Field(() => String) readonly taxLabel!: string;
  @Field(() => RateMilliPercentScalar) readonly defaultTaxRate!: number;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => String) readonly timeZone!: string;
  @Field(() => Int) readonly paymentTermsDays!: number;
  @Field(() => Int) readonly quoteValidityDays!: number;
  @Field(() => String) readonly quoteTerms!: string;
  @Field(() => [String]) readonly bankDetails!: readonly string[];
  @Field(() => QuoteSettingsType) readonly quoteSettings!: QuoteSettingsType;
  @Field(() => PaymentSettingsType) readonly paymentSettings!: PaymentSettingsType;
  @Field(() => String) readonly colour!: string;
  @Field(() => Int) readonly retentionYears!: number;
  @Field(() => String, { nullable: true }) readonly logoUrl!: string | null;
}

@InputType('UpdateCompanyInput')
export class UpdateCompanyInput {
  @Field(() => Int) readonly version!: number;
  @Field(() => String) readonly name!: string;
  @Field(() => [String]) readonly address!: readonly string[];
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => String) readonly taxNumber!: string;
  @Field(() => String) readonly taxLabel!: string;
  @Field(() => RateMilliPercentScalar) readonly defaultTaxRate!: number;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => Int) readonly paymentTermsDays!: number;
  @Field(() => Int) readonly quoteValidityDays!: number;
  @Field(() => String) readonly quoteTerms!: string;
  @Field(() => [String]) readonly bankDetails!: readonly string[];
  @Field(() => String) readonly colour!: string;
  @Field(() => Int, { nullable: true }) readonly retentionYears?: number | null;
}

@InputType('RemoveCompanyLogoInput')
export class RemoveCompanyLogoInput {
  @Field(() => String) readonly logoUrl!: string;
}

export const RemoveCompanyLogoResult = orRefusal('RemoveCompanyLogoResult', () => CompanyType);
export const UpdateCompanyResult = orRefusal('UpdateCompanyResult', () => CompanyType);
export const UpdatePaymentSettingsResult = orRefusal('UpdatePaymentSettingsResult', () => CompanyType);
export const UpdateQuoteSettingsResult = orRefusal('UpdateQuoteSettingsResult', () => CompanyType);
