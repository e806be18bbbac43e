import { defineEntity, p } from '@mikro-orm/core';

/** One row per number series; updated inside the transaction that uses the number, so no number is lost or doubled. */
const CounterSchema = defineEntity({
  name: 'Counter',
  properties: { series: p.text().primary(), value: p.integer() },
});
export class Counter extends CounterSchema.class {}
CounterSchema.setClass(Counter);
