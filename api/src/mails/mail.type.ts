import { Field, ID, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { enumType } from '../graphql/enum-type.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';

const mailStatuses = ['QUEUED', 'ACCEPTED', 'FAILED'] as const;
export type MailStatus = (typeof mailStatuses)[number];
const MailStatusType = enumType('MailStatus', mailStatuses);

@ObjectType('Mail', { simpleResolvers: true })
export class MailType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly to!: string;
  @Field(() => String) readonly subject!: string;
  @Field(() => String) readonly text!: string;
  @Field(() => MailStatusType) readonly status!: MailStatus;
  @Field(() => DateTimeScalar) readonly queuedAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly sentAt!: Instant | null;
}
