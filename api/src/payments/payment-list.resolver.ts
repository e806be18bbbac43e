import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { SortDirection } from '../domain/list-order.ts';
import type { PaymentOrder } from '../domain/payment-list.ts';
import { SortDirectionType } from '../invoices/invoice-list.type.ts';
import { listPayments } from './list-payments.ts';
import { countPayments } from './payment-counts.ts';
import { paymentFigures } from './payment-figures.ts';
import { paymentHistory } from './payment-history.ts';
import {
  PaymentCountType,
  PaymentFiguresType,
  PaymentListInput,
  PaymentOrderType,
  PaymentPageType,
  PaymentWeekType,
} from './payment-list.type.ts';

@Resolver()
export class PaymentListResolver {
  @Query(() => PaymentPageType)
  payments(
    @Ctx() ctx: Context,
    @Arg('filter', () => PaymentListInput, { nullable: true }) filter: PaymentListInput | null,
    @Arg('sort', () => PaymentOrderType, { nullable: true }) sort: PaymentOrder | null,
    @Arg('direction', () => SortDirectionType, { nullable: true }) direction: SortDirection | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listPayments(ctx, { filter, sort, direction, first, after });
  }
  @Query(() => [PaymentCountType])
  paymentCounts(@Ctx() ctx: Context) {
    return countPayments(ctx);
  }
  @Query(() => PaymentFiguresType)
  paymentFigures(@Ctx() ctx: Context) {
    return paymentFigures(ctx);
  }
  @Query(() => [PaymentWeekType])
  paymentHistory(@Ctx() ctx: Context, @Arg('weeks', () => Int) weeks: number) {
    return paymentHistory(ctx, weeks);
  }
}
