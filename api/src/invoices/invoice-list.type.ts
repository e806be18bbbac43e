import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type InvoiceGroup, invoiceGroups, invoiceOrders } from '../domain/invoice-list.ts';
import { sortDirections } from '../domain/list-order.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { enumType } from '../graphql/enum-type.ts';
import { CurrencyCodeScalar, DateScalar } from '../graphql/scalars.ts';
import { InvoiceType } from './invoice.type.ts';

const InvoiceGroupType = enumType('InvoiceGroup', invoiceGroups);
export const InvoiceOrderType = enumType('InvoiceOrder', invoiceOrders);
export const SortDirectionType = enumType('SortDirection', sortDirections);

@ObjectType('InvoicePage', { simpleResolvers: true })
export class InvoicePageType {
  @Field(() => [InvoiceType]) readonly items!: readonly InvoiceType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@ObjectType('InvoiceCount', { simpleResolvers: true })
export class InvoiceCountType {
  @Field(() => InvoiceGroupType) readonly group!: InvoiceGroup;
  @Field(() => Int) readonly count!: number;
}

@InputType('InvoiceListInput')
export class InvoiceListInput {
  @Field(() => InvoiceGroupType, { nullable: true }) readonly status: InvoiceGroup | null = null;
  @Field(() => ID, { nullable: true }) readonly customerId: string | null = null;
  @Field(() => CurrencyCodeScalar, { nullable: true }) readonly currency: string | null = null;
  @Field(() => DateScalar, { nullable: true }) readonly issuedFrom: LocalDate | null = null;
  @Field(() => DateScalar, { nullable: true }) readonly issuedTo: LocalDate | null = null;
  @Field(() => DateScalar, { nullable: true }) readonly dueFrom: LocalDate | null = null;
  @Field(() => DateScalar, { nullable: true }) readonly dueTo: LocalDate | null = null;
  @Field(() => String, { nullable: true }) readonly search: string | null = null;
}
