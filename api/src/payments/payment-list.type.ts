import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { LocalDate } from '../domain/local-date.ts';
import type { PaymentMethod } from '../domain/payment.ts';
import { type PaymentGroup, paymentGroups, paymentOrders } from '../domain/payment-list.ts';
import { enumType } from '../graphql/enum-type.ts';
import { DateScalar } from '../graphql/scalars.ts';
import { MoneyType, PaymentMethodType } from '../graphql/shared.type.ts';
import { PaymentType } from './payment.type.ts';

const PaymentGroupType = enumType('PaymentGroup', paymentGroups);
export const PaymentOrderType = enumType('PaymentOrder', paymentOrders);

@ObjectType('PaymentPage', { simpleResolvers: true })
export class PaymentPageType {
  @Field(() => [PaymentType]) readonly items!: readonly PaymentType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@ObjectType('PaymentCount', { simpleResolvers: true })
export class PaymentCountType {
  @Field(() => PaymentGroupType) readonly group!: PaymentGroup;
  @Field(() => Int) readonly count!: number;
}

@InputType('PaymentListInput')
export class PaymentListInput {
  @Field(() => PaymentGroupType, { nullable: true }) readonly status: PaymentGroup | null = null;
  @Field(() => PaymentMethodType, { nullable: true }) readonly method: PaymentMethod | null = null;
  @Field(() => ID, { nullable: true }) readonly customerId: string | null = null;
  @Field(() => DateScalar, { nullable: true }) readonly from: LocalDate | null = null;
  @Field(() => DateScalar, { nullable: true }) readonly to: LocalDate | null = null;
  @Field(() => String, { nullable: true }) readonly search: string | null = null;
}

@ObjectType('MoneyFigure', { simpleResolvers: true })
export class MoneyFigureType {
  @Field(() => Int) readonly count!: number;
  @Field(() => [MoneyType]) readonly totals!: readonly MoneyType[];
}

@ObjectType('PaymentFigures', { simpleResolvers: true })
export class PaymentFiguresType {
  @Field(() => DateScalar) readonly today!: LocalDate;
  @Field(() => DateScalar) readonly weekStart!: LocalDate;
  @Field(() => DateScalar) readonly monthStart!: LocalDate;
  @Field(() => MoneyFigureType) readonly paidToday!: MoneyFigureType;
  @Field(() => MoneyFigureType) readonly paidThisWeek!: MoneyFigureType;
  @Field(() => MoneyFigureType) readonly unpaid!: MoneyFigureType;
  @Field(() => MoneyFigureType) readonly overdue!: MoneyFigureType;
  @Field(() => MoneyFigureType) readonly toConfirm!: MoneyFigureType;
  @Field(() => MoneyFigureType) readonly cardUnderWay!: MoneyFigureType;
  @Field(() => MoneyFigureType) readonly cardInTrouble!: MoneyFigureType;
  @Field(() => MoneyFigureType) readonly credit!: MoneyFigureType;
  @Field(() => Int) readonly errors!: number;
}

@ObjectType('PaymentFlow', { simpleResolvers: true })
export class PaymentFlowType {
  @Field(() => PaymentMethodType) readonly method!: PaymentMethod;
  @Field(() => MoneyType) readonly confirmed!: MoneyType;
  @Field(() => MoneyType) readonly refunded!: MoneyType;
}

@ObjectType('PaymentWeek', { simpleResolvers: true })
export class PaymentWeekType {
  @Field(() => DateScalar) readonly from!: LocalDate;
  @Field(() => DateScalar) readonly to!: LocalDate;
  @Field(() => [PaymentFlowType]) readonly flows!: readonly PaymentFlowType[];
}
