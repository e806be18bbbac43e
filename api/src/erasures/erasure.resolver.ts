import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Customer } from '../customers/customer.entity.ts';
import { CustomerType } from '../customers/customer.type.ts';
import type { Row } from '../db/entities.ts';
import { eraseCustomer, previewErasure } from './erase-customer.ts';
import {
  CustomerErasureType,
  EraseCustomerInput,
  EraseCustomerResult,
  ErasurePreviewType,
} from './erasure.type.ts';
import { erasureOf } from './read-erasure.ts';

@Resolver(() => CustomerType)
export class ErasureResolver {
  @Query(() => ErasurePreviewType)
  erasurePreview(@Ctx() ctx: Context, @Arg('customerId', () => ID) customerId: string) {
    return previewErasure(ctx, customerId);
  }
  @Mutation(() => EraseCustomerResult)
  eraseCustomer(@Ctx() ctx: Context, @Arg('input', () => EraseCustomerInput) input: EraseCustomerInput) {
    return eraseCustomer(ctx, input);
  }
  @FieldResolver(() => CustomerErasureType, { nullable: true })
  erasure(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return erasureOf(ctx, customer);
  }
}
