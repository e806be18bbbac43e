import { Field, ID, ObjectType } from 'type-graphql';
import type { LocalDate } from '../domain/local-date.ts';
import type { Billing } from '../domain/pricing.ts';
import { DateScalar } from '../graphql/scalars.ts';
import { BillingType, TotalsType } from '../graphql/shared.type.ts';

@ObjectType('RecurringPlan', { simpleResolvers: true })
export class RecurringPlanType {
  @Field(() => ID) readonly id!: string;
  @Field(() => BillingType) readonly billing!: Billing;
  @Field(() => DateScalar) readonly startsOn!: LocalDate;
  @Field(() => TotalsType) readonly totals!: TotalsType;
}
