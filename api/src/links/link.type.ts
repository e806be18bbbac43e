import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { enumType } from '../graphql/enum-type.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';

const linkPurposes = ['QUOTE', 'INVOICE', 'ACCOUNT'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];
const LinkPurposeType = enumType('LinkPurpose', linkPurposes);

@ObjectType('CustomerLink', { simpleResolvers: true })
export class CustomerLinkType {
  @Field(() => ID) readonly id!: string;
  @Field(() => LinkPurposeType) readonly purpose!: LinkPurpose;
  @Field(() => String) readonly email!: string;
  @Field(() => InvoiceType, { nullable: true }) readonly invoice!: InvoiceType | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar) readonly expiresAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly revokedAt!: Instant | null;
  @Field(() => Int) readonly fetchedCount!: number;
  @Field(() => Int) readonly openedCount!: number;
  @Field(() => DateTimeScalar, { nullable: true }) readonly lastOpenedAt!: Instant | null;
}

@InputType('RevokeLinkInput')
export class RevokeLinkInput {
  @Field(() => ID) readonly id!: string;
}

@InputType('SendFreshLinkInput')
export class SendFreshLinkInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly quoteId!: string;
  @Field(() => ID, { nullable: true }) readonly invoiceId: string | null = null;
}

@InputType('RevokeInvoiceLinkInput')
export class RevokeInvoiceLinkInput {
  @Field(() => ID) readonly id!: string;
}

@InputType('SendInvoiceLinkInput')
export class SendInvoiceLinkInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ID) readonly invoiceId!: string;
}
