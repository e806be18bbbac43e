import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { TotalsType } from '../graphql/shared.type.ts';
import { PortalCompanyType } from './portal-company.type.ts';
import { PortalInvoiceLineType, PortalInvoiceType } from './portal-invoice.type.ts';
import { PortalEarlierInvoiceType } from './portal-money.type.ts';

@ObjectType('PortalWaitingInvoice', { simpleResolvers: true })
class PortalWaitingInvoiceType {
  @Field(() => PortalCompanyType) readonly company!: PortalCompanyType;
  @Field(() => String) readonly customerName!: string;
  @Field(() => String, { nullable: true }) readonly quoteNumber!: string | null;
  @Field(() => String) readonly subject!: string;
  @Field(() => String, { nullable: true }) readonly stageLabel!: string | null;
  @Field(() => Int) readonly paymentTermsDays!: number;
  @Field(() => [PortalInvoiceLineType]) readonly lines!: readonly PortalInvoiceLineType[];
  @Field(() => TotalsType) readonly totals!: TotalsType;
  @Field(() => [PortalEarlierInvoiceType]) readonly earlier!: readonly PortalEarlierInvoiceType[];
}

export const InvoicePreviewType = createUnionType({
  name: 'InvoicePreview',
  types: () => [PortalInvoiceType, PortalWaitingInvoiceType] as const,
  // what is issued has a number
  resolveType: (value) => ('number' in value ? PortalInvoiceType : PortalWaitingInvoiceType),
});
