import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { linesOf } from '../graphql/views.ts';
import { archiveCustomer, deleteCustomer, restoreCustomer } from './archive-customer.ts';
import { contactsOf } from './customer-input.ts';
import {
  ArchiveCustomerInput,
  CreateCustomerInput,
  CustomerDuplicatesArgs,
  CustomersArgs,
  DeleteCustomerInput,
  RestoreCustomerInput,
  UpdateCustomerInput,
} from './customer-input.type.ts';
import type { Customer } from './customer.entity.ts';
import {
  ArchiveCustomerResult,
  CreateCustomerResult,
  CustomerPageType,
  CustomerType,
  DeleteCustomerResult,
  DuplicateSuggestionType,
  RestoreCustomerResult,
  UpdateCustomerResult,
} from './customer.type.ts';
import { creditMovementsOf } from './credit-movements.ts';
import { createCustomer, updateCustomer } from './customers.ts';
import { findDuplicates } from './find-duplicates.ts';
import { listCustomers } from './list-customers.ts';
import { creditsOfCustomer, invoicesOfCustomer, quotesOfCustomer, readCustomer } from './read-customer.ts';

@Resolver(() => CustomerType)
export class CustomerResolver {
  @Query(() => CustomerPageType)
  customers(@Ctx() ctx: Context, @Args(() => CustomersArgs) args: CustomersArgs) {
    return listCustomers(ctx, args);
  }
  @Query(() => CustomerType)
  customer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readCustomer(ctx, id);
  }
  @Query(() => [DuplicateSuggestionType])
  customerDuplicates(@Ctx() ctx: Context, @Args(() => CustomerDuplicatesArgs) args: CustomerDuplicatesArgs) {
    return findDuplicates(ctx, args);
  }
  @Mutation(() => CreateCustomerResult)
  createCustomer(@Ctx() ctx: Context, @Arg('input', () => CreateCustomerInput) input: CreateCustomerInput) {
    return createCustomer(ctx, input);
  }
  @Mutation(() => UpdateCustomerResult)
  updateCustomer(@Ctx() ctx: Context, @Arg('input', () => UpdateCustomerInput) input: UpdateCustomerInput) {
    return updateCustomer(ctx, input);
  }
  @Mutation(() => ArchiveCustomerResult)
  archiveCustomer(
    @Ctx() ctx: Context,
    @Arg('input', () => ArchiveCustomerInput) input: ArchiveCustomerInput,
  ) {
    return archiveCustomer(ctx, input);
  }
  @Mutation(() => RestoreCustomerResult)
  restoreCustomer(
    @Ctx() ctx: Context,
    @Arg('input', () => RestoreCustomerInput) input: RestoreCustomerInput,
  ) {
    return restoreCustomer(ctx, input);
  }
  @Mutation(() => DeleteCustomerResult)
  deleteCustomer(@Ctx() ctx: Context, @Arg('input', () => DeleteCustomerInput) input: DeleteCustomerInput) {
    return deleteCustomer(ctx, input);
  }

  @FieldResolver() address(@Root() customer: Row<Customer>) {
    return linesOf(customer.address);
  }
  @FieldResolver() contacts(@Root() customer: Row<Customer>) {
    return contactsOf(customer.contacts);
  }
  @FieldResolver() accountManager(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return customer.accountManagerId === null ? null : ctx.load.staff.load(customer.accountManagerId);
  }
  @FieldResolver() credits(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return creditsOfCustomer(ctx, customer.id);
  }
  @FieldResolver() creditMovements(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return creditMovementsOf(ctx, customer.id);
  }
  @FieldResolver() quotes(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return quotesOfCustomer(ctx, customer.id);
  }
  @FieldResolver() invoices(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return invoicesOfCustomer(ctx, customer.id);
  }
}
