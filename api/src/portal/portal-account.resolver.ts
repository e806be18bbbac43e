import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import { requestAccountLink } from '../customers/account-link.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { isRefusal } from '../domain/refusal.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar } from '../graphql/scalars.ts';
import { portalAccount, portalStatements } from './portal-account.ts';
import {
  PortalAccountType,
  PortalStatementType,
  RequestAccountLinkInput,
  RequestAccountLinkResult,
} from './portal-account.type.ts';
import { invoiceView } from './portal-invoice.ts';
import { PortalInvoiceType } from './portal-invoice.type.ts';
import { UseCreditInput } from './portal-money.type.ts';
import { useCredit } from './use-credit.ts';

const UseCreditResult = orRefusal('UseCreditResult', () => PortalInvoiceType);

/** What a customer sees of all their money with the company; everything is scoped by the link. */
@Resolver()
export class PortalAccountResolver {
  @Query(() => PortalAccountType)
  portalAccount(@Ctx() ctx: Context) {
    return portalAccount(ctx);
  }
  @Query(() => [PortalStatementType])
  portalStatements(
    @Ctx() ctx: Context,
    @Arg('from', () => DateScalar) from: LocalDate,
    @Arg('to', () => DateScalar) to: LocalDate,
  ) {
    return portalStatements(ctx, { from, to });
  }
  @Mutation(() => RequestAccountLinkResult)
  requestAccountLink(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestAccountLinkInput) input: RequestAccountLinkInput,
  ) {
    return requestAccountLink(ctx, input);
  }
  @Mutation(() => UseCreditResult)
  async useCredit(@Ctx() ctx: Context, @Arg('input', () => UseCreditInput) input: UseCreditInput) {
    const outcome = await useCredit(ctx, input);
    return isRefusal(outcome) ? outcome : invoiceView(ctx, outcome);
  }
}
