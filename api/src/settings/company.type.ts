import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { CurrencyCode } from '../domain/money.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { CurrencyCodeScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';

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
}

export const UpdateCompanyResult = orRefusal('UpdateCompanyResult', () => CompanyType);
