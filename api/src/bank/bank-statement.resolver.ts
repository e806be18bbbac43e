import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { RowProblem } from '../domain/bank/statement.ts';
import { BankColumnMappingInput } from './bank-mapping.type.ts';
import type { BankStatement } from './bank-statement.entity.ts';
import {
  BankStatementPageType,
  BankStatementPreviewResult,
  BankStatementType,
  ImportBankStatementInput,
  ImportBankStatementResult,
} from './bank-statement.type.ts';
import { importBankStatement } from './import-statement.ts';
import { listStatements, readStatement } from './lists.ts';
import { previewStatement } from './preview-statement.ts';

type Statement = Row<BankStatement>;

@Resolver(() => BankStatementType)
export class BankStatementResolver {
  @Query(() => BankStatementPageType)
  bankStatements(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listStatements(ctx, { first, after });
  }
  @Query(() => BankStatementType)
  bankStatement(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readStatement(ctx, id);
  }
  @Query(() => BankStatementPreviewResult)
  bankStatementPreview(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('mapping', () => BankColumnMappingInput, { nullable: true }) mapping: BankColumnMappingInput | null,
  ) {
    return previewStatement(ctx, id, mapping ?? null);
  }
  @Mutation(() => ImportBankStatementResult)
  importBankStatement(
    @Ctx() ctx: Context,
    @Arg('input', () => ImportBankStatementInput) input: ImportBankStatementInput,
  ) {
    return importBankStatement(ctx, input);
  }

  @FieldResolver() problems(@Root() { problems }: Statement) {
    return JSON.parse(problems) as RowProblem[];
  }
  @FieldResolver() toMatchCount(@Root() { id }: Statement, @Ctx() ctx: Context) {
    return ctx.load.toMatchOfStatement.load(id);
  }
}
