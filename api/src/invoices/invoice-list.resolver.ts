import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { InvoiceOrder } from '../domain/invoice-list.ts';
import type { SortDirection } from '../domain/list-order.ts';
import {
  InvoiceCountType,
  InvoiceListInput,
  InvoiceOrderType,
  InvoicePageType,
  SortDirectionType,
} from './invoice-list.type.ts';
import { countInvoices } from './invoice-counts.ts';
import { listInvoices } from './list-invoices.ts';

@Resolver()
export class InvoiceListResolver {
  @Query(() => InvoicePageType)
  invoices(
    @Ctx() ctx: Context,
    @Arg('filter', () => InvoiceListInput, { nullable: true }) filter: InvoiceListInput | null,
    @Arg('sort', () => InvoiceOrderType, { nullable: true }) sort: InvoiceOrder | null,
    @Arg('direction', () => SortDirectionType, { nullable: true }) direction: SortDirection | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listInvoices(ctx, { filter, sort, direction, first, after });
  }
  @Query(() => [InvoiceCountType])
  invoiceCounts(@Ctx() ctx: Context) {
    return countInvoices(ctx);
  }
}
