import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { marginOf, netOf, grossOf } from '../domain/margin.ts';
import { money } from '../graphql/views.ts';
import type { CatalogueItem } from './catalogue-item.entity.ts';
import {
  ArchiveCatalogueItemInput,
  ArchiveCatalogueItemResult,
  CatalogueItemPageType,
  CatalogueItemType,
  CreateCatalogueItemInput,
  CreateCatalogueItemResult,
  RestoreCatalogueItemInput,
  RestoreCatalogueItemResult,
  UpdateCatalogueItemInput,
  UpdateCatalogueItemResult,
} from './catalogue-item.type.ts';
import {
  archiveCatalogueItem,
  createCatalogueItem,
  restoreCatalogueItem,
  updateCatalogueItem,
} from './items.ts';
import { listItems, readItem } from './list-items.ts';
import { taxedPriceOf } from './taxed-price.ts';

type Item = Row<CatalogueItem>;

@Resolver(() => CatalogueItemType)
export class CatalogueItemResolver {
  @Query(() => CatalogueItemPageType)
  catalogueItems(
    @Ctx() ctx: Context,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('archived', () => Boolean, { nullable: true }) archived: boolean | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listItems(ctx, { search, archived, first, after });
  }
  @Query(() => CatalogueItemType)
  catalogueItem(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return readItem(ctx, id);
  }
  @Mutation(() => CreateCatalogueItemResult)
  createCatalogueItem(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateCatalogueItemInput) input: CreateCatalogueItemInput,
  ) {
    return createCatalogueItem(ctx, input);
  }
  @Mutation(() => UpdateCatalogueItemResult)
  updateCatalogueItem(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateCatalogueItemInput) input: UpdateCatalogueItemInput,
  ) {
    return updateCatalogueItem(ctx, input);
  }
  @Mutation(() => ArchiveCatalogueItemResult)
  archiveCatalogueItem(
    @Ctx() ctx: Context,
    @Arg('input', () => ArchiveCatalogueItemInput) input: ArchiveCatalogueItemInput,
  ) {
    return archiveCatalogueItem(ctx, input);
  }
  @Mutation(() => RestoreCatalogueItemResult)
  restoreCatalogueItem(
    @Ctx() ctx: Context,
    @Arg('input', () => RestoreCatalogueItemInput) input: RestoreCatalogueItemInput,
  ) {
    return restoreCatalogueItem(ctx, input);
  }

  @FieldResolver() price(@Root() item: Item) {
    return money(item.price, item.currency);
  }
  @FieldResolver() pricesIncludeTax(@Root() item: Item) {
    return item.pricesIncludeTax === 1;
  }
  @FieldResolver() netPrice(@Root() item: Item) {
    return money(netOf(taxedPriceOf(item)), item.currency);
  }
  @FieldResolver() grossPrice(@Root() item: Item) {
    return money(grossOf(taxedPriceOf(item)), item.currency);
  }
  @FieldResolver() cost(@Root() item: Item) {
    return item.cost === null ? null : money(item.cost, item.currency);
  }
  @FieldResolver() margin(@Root() item: Item) {
    return marginOf(netOf(taxedPriceOf(item)), item.cost)?.rate ?? null;
  }
}
