import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { CurrencyCode } from '../domain/money.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { CurrencyCodeScalar, DateTimeScalar } from '../graphql/scalars.ts';
import { QuoteType } from '../quotes/quote.type.ts';

@ObjectType('QuoteTemplate', { simpleResolvers: true })
export class QuoteTemplateType {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => String) readonly trade!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => CurrencyCodeScalar) readonly currency!: CurrencyCode;
  @Field(() => Int) readonly lineCount!: number;
  @Field(() => Int) readonly optionCount!: number;
  @Field(() => DateTimeScalar, { nullable: true }) readonly archivedAt!: Instant | null;
  @Field(() => DateTimeScalar) readonly updatedAt!: Instant;
}

@ObjectType('QuoteTemplatePage', { simpleResolvers: true })
export class QuoteTemplatePageType {
  @Field(() => [QuoteTemplateType]) readonly items!: readonly QuoteTemplateType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@InputType('SaveQuoteAsTemplateInput')
export class SaveQuoteAsTemplateInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly quoteId!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => String) readonly trade!: string;
  @Field(() => ID, { nullable: true }) readonly templateId: string | null = null;
}

@InputType('CreateQuoteFromTemplateInput')
export class CreateQuoteFromTemplateInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly templateId!: string;
  @Field(() => ID) readonly customerId!: string;
  @Field(() => String, { nullable: true }) readonly title: string | null = null;
}

@InputType('RenameTemplateInput')
export class RenameTemplateInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => String) readonly trade!: string;
}

@InputType('ArchiveTemplateInput')
export class ArchiveTemplateInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

@InputType('RestoreTemplateInput')
export class RestoreTemplateInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

export const SaveQuoteAsTemplateResult = orRefusal('SaveQuoteAsTemplateResult', () => QuoteTemplateType);
export const CreateQuoteFromTemplateResult = orRefusal('CreateQuoteFromTemplateResult', () => QuoteType);
export const RenameTemplateResult = orRefusal('RenameTemplateResult', () => QuoteTemplateType);
export const ArchiveTemplateResult = orRefusal('ArchiveTemplateResult', () => QuoteTemplateType);
export const RestoreTemplateResult = orRefusal('RestoreTemplateResult', () => QuoteTemplateType);
