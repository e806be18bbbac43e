import { Field, ID, InputType } from 'type-graphql';
import type { LocalDate } from '../domain/local-date.ts';
import { DateScalar } from '../graphql/scalars.ts';

@InputType('ResolveReviewItemInput')
export class ResolveReviewItemInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly resolution!: string;
}

@InputType('ResolveReviewItemsInput')
export class ResolveReviewItemsInput {
  @Field(() => [ID]) readonly ids!: readonly string[];
  @Field(() => String) readonly resolution!: string;
}

@InputType('ReopenReviewItemInput')
export class ReopenReviewItemInput {
  @Field(() => ID) readonly id!: string;
}

@InputType('AssignReviewItemInput')
export class AssignReviewItemInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID, { nullable: true }) readonly staffId: string | null = null;
}

@InputType('SnoozeReviewItemInput')
export class SnoozeReviewItemInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => DateScalar, { nullable: true }) readonly until: LocalDate | null = null;
}
