import { Field, ObjectType } from 'type-graphql';
import { type QuoteChangeKind, quoteChangeKinds } from '../domain/quote-difference.ts';
import { enumType } from '../graphql/enum-type.ts';
import { RateMilliPercentScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';

const QuoteChangeKindType = enumType('QuoteChangeKind', quoteChangeKinds);

@ObjectType('QuoteMargin', { simpleResolvers: true })
export class QuoteMarginType {
  @Field(() => MoneyType) readonly cost!: MoneyType;
  @Field(() => MoneyType) readonly profit!: MoneyType;
  @Field(() => RateMilliPercentScalar) readonly rate!: number;
}

@ObjectType('QuoteChange', { simpleResolvers: true })
export class QuoteChangeType {
  @Field(() => QuoteChangeKindType) readonly kind!: QuoteChangeKind;
  @Field(() => String) readonly label!: string;
  @Field(() => String, { nullable: true }) readonly before!: string | null;
  @Field(() => String, { nullable: true }) readonly after!: string | null;
}
