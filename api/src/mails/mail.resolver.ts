import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Customer } from '../customers/customer.entity.ts';
import { CustomerType } from '../customers/customer.type.ts';
import type { Row } from '../db/entities.ts';
import type { Invoice } from '../invoices/invoice.entity.ts';
import { InvoiceType } from '../invoices/invoice.type.ts';
import { shownMail } from './kept-mail.ts';
import type { Mail } from './mail.entity.ts';
import { problemOf } from './mail-standing.ts';
import { MailFilterInput, MailPageType, MailType, ResendMailInput, ResendMailResult } from './mail.type.ts';
import { listMails, mailsOf, readMail } from './mails.ts';
import { resendMail } from './resend-mail.ts';
import { unwantedSince } from './unwanted.ts';

@Resolver(() => MailType)
export class MailResolver {
  @Query(() => MailType)
  mail(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readMail(ctx, id);
  }
  @Query(() => MailPageType)
  mails(
    @Ctx() ctx: Context,
    @Arg('filter', () => MailFilterInput, { nullable: true }) filter: MailFilterInput | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listMails(ctx, { filter, first, after });
  }
  @Mutation(() => ResendMailResult)
  resendMail(@Ctx() ctx: Context, @Arg('input', () => ResendMailInput) input: ResendMailInput) {
    return resendMail(ctx, input);
  }

  @FieldResolver() to(@Root() mail: Row<Mail>) {
    return mail.recipient;
  }
  @FieldResolver() subject(@Root() mail: Row<Mail>) {
    return shownMail(mail).subject;
  }
  @FieldResolver() text(@Root() mail: Row<Mail>) {
    return shownMail(mail).text;
  }
  @FieldResolver() html(@Root() mail: Row<Mail>) {
    return shownMail(mail).html;
  }
  @FieldResolver() attachments(@Root() mail: Row<Mail>) {
    return shownMail(mail).attachments;
  }
  @FieldResolver() unwantedSince(@Root() mail: Row<Mail>, @Ctx() ctx: Context) {
    return unwantedSince(ctx.db.read, mail.recipient);
  }
  @FieldResolver() quote(@Root() mail: Row<Mail>, @Ctx() ctx: Context) {
    return mail.quoteId === null ? null : ctx.load.quote.load(mail.quoteId);
  }
  @FieldResolver() invoice(@Root() mail: Row<Mail>, @Ctx() ctx: Context) {
    return mail.invoiceId === null ? null : ctx.load.invoice.load(mail.invoiceId);
  }
  @FieldResolver() customer(@Root() mail: Row<Mail>, @Ctx() ctx: Context) {
    return ctx.load.customer.load(mail.customerId);
  }
  @FieldResolver() resendProblem(@Root() mail: Row<Mail>, @Ctx() ctx: Context) {
    return problemOf(ctx, mail);
  }
}

@Resolver(() => InvoiceType)
export class MailsOfInvoiceResolver {
  @FieldResolver(() => [MailType]) mails(@Root() invoice: Row<Invoice>, @Ctx() ctx: Context) {
    return mailsOf(ctx, { invoiceId: invoice.id });
  }
}

@Resolver(() => CustomerType)
export class MailsOfCustomerResolver {
  @FieldResolver(() => [MailType]) mails(@Root() customer: Row<Customer>, @Ctx() ctx: Context) {
    return mailsOf(ctx, { customerId: customer.id });
  }
}
