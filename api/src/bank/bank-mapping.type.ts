import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { decimalSigns, type DecimalSign } from '../domain/bank/amount-text.ts';
import { type DayOrder, dayOrders } from '../domain/bank/day-text.ts';
import { enumType } from '../graphql/enum-type.ts';

const DayOrderType = enumType('DayOrder', dayOrders);
const DecimalSignType = enumType('DecimalSign', decimalSigns);

@ObjectType('BankColumnMapping', { simpleResolvers: true })
export class BankColumnMappingType {
  @Field(() => Int) readonly firstRow!: number;
  @Field(() => Int, { nullable: true }) readonly date!: number | null;
  @Field(() => Int, { nullable: true }) readonly amount!: number | null;
  @Field(() => Int, { nullable: true }) readonly debit!: number | null;
  @Field(() => Int, { nullable: true }) readonly credit!: number | null;
  @Field(() => Int, { nullable: true }) readonly name!: number | null;
  @Field(() => Int, { nullable: true }) readonly reference!: number | null;
  @Field(() => Int, { nullable: true }) readonly text!: number | null;
  @Field(() => Int, { nullable: true }) readonly currencyColumn!: number | null;
  @Field(() => Int, { nullable: true }) readonly bankId!: number | null;
  @Field(() => DayOrderType) readonly dayOrder!: DayOrder;
  @Field(() => DecimalSignType) readonly decimalSign!: DecimalSign;
  @Field(() => String) readonly currency!: string;
  @Field(() => String) readonly account!: string;
}

@InputType('BankColumnMappingInput')
export class BankColumnMappingInput {
  @Field(() => Int) readonly firstRow!: number;
  @Field(() => Int, { nullable: true }) readonly date: number | null = null;
  @Field(() => Int, { nullable: true }) readonly amount: number | null = null;
  @Field(() => Int, { nullable: true }) readonly debit: number | null = null;
  @Field(() => Int, { nullable: true }) readonly credit: number | null = null;
  @Field(() => Int, { nullable: true }) readonly name: number | null = null;
  @Field(() => Int, { nullable: true }) readonly reference: number | null = null;
  @Field(() => Int, { nullable: true }) readonly text: number | null = null;
  @Field(() => Int, { nullable: true }) readonly currencyColumn: number | null = null;
  @Field(() => Int, { nullable: true }) readonly bankId: number | null = null;
  @Field(() => DayOrderType) readonly dayOrder!: DayOrder;
  @Field(() => DecimalSignType) readonly decimalSign!: DecimalSign;
  @Field(() => String) readonly currency!: string;
  @Field(() => String) readonly account!: string;
}
