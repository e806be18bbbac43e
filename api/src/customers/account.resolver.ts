import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { DateScalar } from '../graphql/scalars.ts';
import type { Row } from '../db/entities.ts';
import { CustomerLinkType } from '../links/link.type.ts';
import { linksOfAccount } from '../links/links.ts';
import { revokeAccountLink, sendAccountLink } from './account-link.ts';
import type { Customer } from './customer.entity.ts';
import { CustomerType } from './customer.type.ts';
import {
  CustomerStatementType,
  RevokeAccountLinkInput,
  RevokeAccountLinkResult,
  SendAccountLinkInput,
  SendAccountLinkResult,
} from './account.type.ts';
import { staffStatements } from './staff-statements.ts';

@Resolver(() => CustomerType)
export class AccountResolver {
  @Query(() => [CustomerStatementType])
  customerStatements(
    @Ctx() ctx: Context,
    @Arg('customerId', () => ID) customerId: string,
    @Arg('from', () => DateScalar) from: LocalDate,
    @Arg('to', () => DateScalar) to: LocalDate,
  ) {
    return staffStatements(ctx, customerId, { from, to });
  }
  @Mutation(() => SendAccountLinkResult)
  sendAccountLink(
    @Ctx() ctx: Context,
    @Arg('input', () => SendAccountLinkInput) input: SendAccountLinkInput,
  ) {
    return sendAccountLink(ctx, input);
  }
  @Mutation(() => RevokeAccountLinkResult)
  revokeAccountLink(
    @Ctx() ctx: Context,
    @Arg('input', () => RevokeAccountLinkInput) input: RevokeAccountLinkInput,
  ) {
    return revokeAccountLink(ctx, input);
  }
  @FieldResolver(() => [CustomerLinkType]) accountLinks(
    @Root() customer: Row<Customer>,
    @Ctx() ctx: Context,
  ) {
    return linksOfAccount(ctx, customer.id);
  }
}
