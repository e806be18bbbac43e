import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { linesOf } from '../graphql/views.ts';
import type { Customer } from './customer.entity.ts';
import {
  CreateCustomerInput,
  CreateCustomerResult,
  CustomerPageType,
  CustomerType,
  UpdateCustomerInput,
  UpdateCustomerResult,
} from './customer.type.ts';
import { createCustomer, updateCustomer } from './customers.ts';
import { listCustomers } from './list-customers.ts';
import { invoicesOfCustomer, quotesOfCustomer, readCustomer } from './read-customer.ts';

@Resolver(() => CustomerType)
export class CustomerResolver {
  @Query(() => CustomerPageType)
  customers(
    @Ctx() ctx: Context,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listCustomers(ctx, { search, first, after });
  }
  @Query(() => CustomerType)
  customer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readCustomer(ctx, id);
  }
  @Mutation(() => CreateCustomerResult)
  createCustomer(@Ctx() ctx: Context, @Arg('input', () => CreateCustomerInput) input: CreateCustomerInput) {
    return createCustomer(ctx, input);
  }
  @Mutation(() => UpdateCustomerResult)
  updateCustomer(@Ctx() ctx: Context, @Arg('input', () => UpdateCustomerInput) input: UpdateCustomerInput) {
    return updateCustomer(ctx, input);
  }

  @FieldResolver() address(@Root() customer: Row<Customer>) {
    return linesOf(customer.address);
  }
  @FieldResolver() quotes(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return quotesOfCustomer(ctx, customer.id);
  }
  @FieldResolver() invoices(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return invoicesOfCustomer(ctx, customer.id);
  }
}
