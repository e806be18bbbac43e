import { Field, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';
import { PortalCompanyType } from './portal-company.type.ts';
import { type PortalInvoiceStatus, PortalInvoiceStatusType } from './portal-money.type.ts';
import { type PortalQuoteStatus, PortalQuoteStatusType } from './portal-quote.type.ts';

@ObjectType('PortalVersion', { simpleResolvers: true })
class PortalVersionType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => PortalQuoteStatusType) readonly status!: PortalQuoteStatus;
  @Field(() => DateTimeScalar) readonly sentAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly signedAt!: Instant | null;
  @Field(() => String) readonly pdfUrl!: string;
}

@ObjectType('PortalInvoiceRecord', { simpleResolvers: true })
export class PortalInvoiceRecordType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly subject!: string;
  @Field(() => String, { nullable: true }) readonly stageLabel!: string | null;
  @Field(() => PortalInvoiceStatusType) readonly status!: PortalInvoiceStatus;
  @Field(() => DateScalar) readonly issueDate!: LocalDate;
  @Field(() => DateScalar) readonly dueDate!: LocalDate;
  @Field(() => Boolean) readonly isOverdue!: boolean;
  @Field(() => MoneyType) readonly total!: MoneyType;
  @Field(() => MoneyType) readonly balance!: MoneyType;
  @Field(() => String) readonly pdfUrl!: string;
}

@ObjectType('PortalReceiptRecord', { simpleResolvers: true })
export class PortalReceiptRecordType {
  @Field(() => String) readonly number!: string;
  @Field(() => String) readonly invoiceNumber!: string;
  @Field(() => DateTimeScalar) readonly issuedAt!: Instant;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String) readonly pdfUrl!: string;
}

@ObjectType('PortalRecords', { simpleResolvers: true })
export class PortalRecordsType {
  @Field(() => PortalCompanyType) readonly company!: PortalCompanyType;
  @Field(() => [PortalVersionType]) readonly versions!: readonly PortalVersionType[];
  @Field(() => [PortalInvoiceRecordType]) readonly invoices!: readonly PortalInvoiceRecordType[];
  @Field(() => [PortalReceiptRecordType]) readonly receipts!: readonly PortalReceiptRecordType[];
}
