import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { PaymentProofType } from './claim.type.ts';
import type { Payment } from './payment.entity.ts';
import { PaymentType } from './payment.type.ts';
import { proofsView } from './proofs.ts';

@Resolver(() => PaymentType)
export class ProofsOfPaymentResolver {
  @FieldResolver(() => [PaymentProofType]) proofs(@Root() payment: Row<Payment>, @Ctx() ctx: Context) {
    return proofsView(ctx, payment);
  }
}
