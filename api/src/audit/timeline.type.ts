import { Field, ID, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';

@ObjectType('TimelineEntry', { simpleResolvers: true })
export class TimelineEntryType {
  @Field(() => ID) readonly id!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
  @Field(() => String) readonly actor!: string;
  @Field(() => String) readonly text!: string;
}
