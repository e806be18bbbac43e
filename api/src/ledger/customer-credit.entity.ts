import { defineEntity, p } from '@mikro-orm/core';
import { Customer } from '../customers/customer.entity.ts';
import type { MinorUnits } from '../domain/money.ts';

/** What a customer has to their credit, by currency: what the ledger says, kept so that two cannot spend it at once. */
const CustomerCreditSchema = defineEntity({
  name: 'CustomerCredit',
  properties: {
    customerId: () => p.manyToOne(Customer).mapToPk().fieldName('customer_id').primary(),
    currency: p.text().primary(),
    amount: p.bigint('number').$type<MinorUnits>(),
  },
});
export class CustomerCredit extends CustomerCreditSchema.class {}
CustomerCreditSchema.setClass(CustomerCredit);
