import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { BankLineStatus } from '../domain/bank/line-status.ts';
import { money } from '../graphql/views.ts';
import type { BankLine } from './bank-line.entity.ts';
import {
  BankLineCountType,
  BankLinePageType,
  BankLineStatusType,
  BankLineType,
  ConfirmBankMatchInput,
  ConfirmBankMatchResult,
  IgnoreBankLineInput,
  IgnoreBankLineResult,
  RestoreBankLineInput,
  RestoreBankLineResult,
} from './bank-line.type.ts';
import { confirmBankMatch } from './confirm-match.ts';
import { matchesView, suggestionsView } from './line-views.ts';
import { countLines, listLines, readLine } from './lists.ts';
import { ignoreBankLine, restoreBankLine } from './settle-line.ts';

type Line = Row<BankLine>;

@Resolver(() => BankLineType)
export class BankLineResolver {
  @Query(() => BankLinePageType)
  bankLines(
    @Ctx() ctx: Context,
    @Arg('status', () => BankLineStatusType, { nullable: true }) status: BankLineStatus | null,
    @Arg('statementId', () => ID, { nullable: true }) statementId: string | null,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listLines(ctx, { status, statementId, search, first, after });
  }
  @Query(() => BankLineType)
  bankLine(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readLine(ctx, id);
  }
  @Query(() => [BankLineCountType])
  bankLineCounts(@Ctx() ctx: Context) {
    return countLines(ctx);
  }
  @Mutation(() => ConfirmBankMatchResult)
  confirmBankMatch(
    @Ctx() ctx: Context,
    @Arg('input', () => ConfirmBankMatchInput) input: ConfirmBankMatchInput,
  ) {
    return confirmBankMatch(ctx, input);
  }
  @Mutation(() => IgnoreBankLineResult)
  ignoreBankLine(@Ctx() ctx: Context, @Arg('input', () => IgnoreBankLineInput) input: IgnoreBankLineInput) {
    return ignoreBankLine(ctx, input);
  }
  @Mutation(() => RestoreBankLineResult)
  restoreBankLine(
    @Ctx() ctx: Context,
    @Arg('input', () => RestoreBankLineInput) input: RestoreBankLineInput,
  ) {
    return restoreBankLine(ctx, input);
  }

  @FieldResolver() statement(@Root() line: Line, @Ctx() ctx: Context) {
    return ctx.load.bankStatement.load(line.statementId);
  }
  @FieldResolver() amount(@Root() line: Line) {
    return money(line.amount, line.currency);
  }
  @FieldResolver() suggestions(@Root() line: Line, @Ctx() ctx: Context) {
    return suggestionsView(ctx, line);
  }
  @FieldResolver() matches(@Root() line: Line, @Ctx() ctx: Context) {
    return matchesView(ctx, line);
  }
  @FieldResolver() refund(@Root() line: Line, @Ctx() ctx: Context) {
    return ctx.load.refundOfLine.load(line);
  }
}
