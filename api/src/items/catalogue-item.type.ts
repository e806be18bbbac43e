import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { Billing, TaxTreatment } from '../domain/pricing.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateTimeScalar, MinorUnitsScalar, RateMilliPercentScalar } from '../graphql/scalars.ts';
import { BillingType, MoneyType, TaxTreatmentType } from '../graphql/shared.type.ts';

@ObjectType('CatalogueItem', { simpleResolvers: true })
export class CatalogueItemType {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => String) readonly unit!: string;
  @Field(() => MoneyType) readonly price!: MoneyType;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => MoneyType) readonly netPrice!: MoneyType;
  @Field(() => MoneyType) readonly grossPrice!: MoneyType;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => MoneyType, { nullable: true }) readonly cost!: MoneyType | null;
  @Field(() => RateMilliPercentScalar, { nullable: true }) readonly margin!: number | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly archivedAt!: Instant | null;
}

@ObjectType('CatalogueItemPage', { simpleResolvers: true })
export class CatalogueItemPageType {
  @Field(() => [CatalogueItemType]) readonly items!: readonly CatalogueItemType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@InputType('CatalogueItemInput')
export class CatalogueItemInput {
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => String) readonly unit!: string;
  @Field(() => MinorUnitsScalar) readonly price!: MinorUnits;
  @Field(() => Boolean) readonly pricesIncludeTax!: boolean;
  @Field(() => TaxTreatmentType) readonly taxTreatment!: TaxTreatment;
  @Field(() => RateMilliPercentScalar) readonly taxRate!: number;
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => MinorUnitsScalar, { nullable: true }) readonly cost: MinorUnits | null = null;
}

@InputType('CreateCatalogueItemInput')
export class CreateCatalogueItemInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => CatalogueItemInput) readonly item!: CatalogueItemInput;
}

@InputType('UpdateCatalogueItemInput')
export class UpdateCatalogueItemInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => CatalogueItemInput) readonly item!: CatalogueItemInput;
}

@InputType('ArchiveCatalogueItemInput')
export class ArchiveCatalogueItemInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

@InputType('RestoreCatalogueItemInput')
export class RestoreCatalogueItemInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

export const CreateCatalogueItemResult = orRefusal('CreateCatalogueItemResult', () => CatalogueItemType);
export const UpdateCatalogueItemResult = orRefusal('UpdateCatalogueItemResult', () => CatalogueItemType);
export const ArchiveCatalogueItemResult = orRefusal('ArchiveCatalogueItemResult', () => CatalogueItemType);
export const RestoreCatalogueItemResult = orRefusal('RestoreCatalogueItemResult', () => CatalogueItemType);
