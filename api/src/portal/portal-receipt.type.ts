import { Field, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType, PaymentMethodType } from '../graphql/shared.type.ts';
import { PortalCompanyType } from './portal-company.type.ts';

@ObjectType('PortalReceipt', { simpleResolvers: true })
export class PortalReceiptType {
  @Field(() => String) readonly number!: string;
  @Field(() => DateTimeScalar) readonly issuedAt!: Instant;
  @Field(() => PortalCompanyType) readonly company!: PortalCompanyType;
  @Field(() => String) readonly customerName!: string;
  @Field(() => String) readonly invoiceNumber!: string;
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String, { nullable: true }) readonly reference!: string | null;
  @Field(() => MoneyType) readonly balanceAfter!: MoneyType;
  @Field(() => MoneyType, { nullable: true }) readonly kept!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true }) readonly refunded!: MoneyType | null;
  @Field(() => String) readonly pdfUrl!: string;
}
