import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import { createQuoteFromTemplate } from './create-quote-from-template.ts';
import { listTemplates } from './list-templates.ts';
import { saveQuoteAsTemplate } from './save-quote-as-template.ts';
import {
  ArchiveTemplateInput,
  ArchiveTemplateResult,
  CreateQuoteFromTemplateInput,
  CreateQuoteFromTemplateResult,
  QuoteTemplatePageType,
  QuoteTemplateType,
  RenameTemplateInput,
  RenameTemplateResult,
  RestoreTemplateInput,
  RestoreTemplateResult,
  SaveQuoteAsTemplateInput,
  SaveQuoteAsTemplateResult,
} from './template.type.ts';
import { archiveTemplate, renameTemplate, restoreTemplate } from './templates.ts';

@Resolver(() => QuoteTemplateType)
export class TemplateResolver {
  @Query(() => QuoteTemplatePageType)
  quoteTemplates(
    @Ctx() ctx: Context,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('archived', () => Boolean, { nullable: true }) archived: boolean | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listTemplates(ctx, { search, archived, first, after });
  }
  @Mutation(() => SaveQuoteAsTemplateResult)
  saveQuoteAsTemplate(
    @Ctx() ctx: Context,
    @Arg('input', () => SaveQuoteAsTemplateInput) input: SaveQuoteAsTemplateInput,
  ) {
    return saveQuoteAsTemplate(ctx, input);
  }
  @Mutation(() => CreateQuoteFromTemplateResult)
  createQuoteFromTemplate(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateQuoteFromTemplateInput) input: CreateQuoteFromTemplateInput,
  ) {
    return createQuoteFromTemplate(ctx, input);
  }
  @Mutation(() => RenameTemplateResult)
  renameTemplate(@Ctx() ctx: Context, @Arg('input', () => RenameTemplateInput) input: RenameTemplateInput) {
    return renameTemplate(ctx, input);
  }
  @Mutation(() => ArchiveTemplateResult)
  archiveTemplate(
    @Ctx() ctx: Context,
    @Arg('input', () => ArchiveTemplateInput) input: ArchiveTemplateInput,
  ) {
    return archiveTemplate(ctx, input);
  }
  @Mutation(() => RestoreTemplateResult)
  restoreTemplate(
    @Ctx() ctx: Context,
    @Arg('input', () => RestoreTemplateInput) input: RestoreTemplateInput,
  ) {
    return restoreTemplate(ctx, input);
  }
}
