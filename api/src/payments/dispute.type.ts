import { Field, ID, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { type DisputeStatus, disputeStatuses } from '../domain/dispute.ts';
import { type ReminderPauseReason, reminderPauseReasons } from '../domain/reminders.ts';
import { enumType } from '../graphql/enum-type.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { PaymentType } from './payment.type.ts';

const DisputeStatusType = enumType('DisputeStatus', disputeStatuses);
const ReminderPauseReasonType = enumType('ReminderPauseReason', reminderPauseReasons);

@ObjectType('Dispute', { simpleResolvers: true })
export class DisputeType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly providerId!: string;
  @Field(() => PaymentType) readonly payment!: PaymentType;
  @Field(() => InvoiceType) readonly invoice!: InvoiceType;
  @Field(() => DisputeStatusType) readonly status!: DisputeStatus;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String) readonly reason!: string;
  @Field(() => DateTimeScalar, { nullable: true }) readonly evidenceDueBy!: Instant | null;
  @Field(() => Boolean) readonly isWithdrawn!: boolean;
  @Field(() => DateTimeScalar) readonly openedAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly closedAt!: Instant | null;
  @Field(() => String) readonly evidenceUrl!: string;
}

@ObjectType('DisputePage', { simpleResolvers: true })
export class DisputePageType {
  @Field(() => [DisputeType]) readonly items!: readonly DisputeType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@ObjectType('ReminderPause', { simpleResolvers: true })
export class ReminderPauseType {
  @Field(() => ReminderPauseReasonType) readonly reason!: ReminderPauseReason;
  @Field(() => DateTimeScalar, { nullable: true }) readonly until!: string | null;
}
