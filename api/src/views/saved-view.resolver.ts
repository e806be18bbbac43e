import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import type { ListScreen } from '../domain/saved-view.ts';
import type { SavedView } from './saved-view.entity.ts';
import {
  DeleteViewInput,
  ListScreenType,
  RenameViewInput,
  RenameViewResult,
  SavedViewType,
  SaveViewInput,
  SaveViewResult,
} from './saved-view.type.ts';
import { deleteView, isOwn, listViews, renameView, saveView } from './saved-views.ts';

@Resolver(() => SavedViewType)
export class SavedViewResolver {
  @Query(() => [SavedViewType])
  views(@Ctx() ctx: Context, @Arg('screen', () => ListScreenType) screen: ListScreen) {
    return listViews(ctx, screen);
  }
  @Mutation(() => SaveViewResult)
  saveView(@Ctx() ctx: Context, @Arg('input', () => SaveViewInput) input: SaveViewInput) {
    return saveView(ctx, input);
  }
  @Mutation(() => RenameViewResult)
  renameView(@Ctx() ctx: Context, @Arg('input', () => RenameViewInput) input: RenameViewInput) {
    return renameView(ctx, input);
  }
  @Mutation(() => Boolean)
  deleteView(@Ctx() ctx: Context, @Arg('input', () => DeleteViewInput) input: DeleteViewInput) {
    return deleteView(ctx, input.id);
  }

  @FieldResolver() shared(@Root() view: Row<SavedView>) {
    return view.shared === 1;
  }
  @FieldResolver() async owner(@Root() view: Row<SavedView>, @Ctx() ctx: Context) {
    return (await ctx.load.staff.load(view.staffId)).name;
  }
  @FieldResolver() mine(@Root() view: Row<SavedView>, @Ctx() ctx: Context) {
    return isOwn(ctx, view);
  }
}
