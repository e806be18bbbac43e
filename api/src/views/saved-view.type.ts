import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { type ListScreen, listScreens } from '../domain/saved-view.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';

export const ListScreenType = enumType('ListScreen', listScreens);

@ObjectType('SavedView', { simpleResolvers: true })
export class SavedViewType {
  @Field(() => ID) readonly id!: string;
  @Field(() => ListScreenType) readonly screen!: ListScreen;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly search!: string;
  @Field(() => Boolean) readonly shared!: boolean;
  @Field(() => String) readonly owner!: string;
  @Field(() => Boolean) readonly mine!: boolean;
}

@InputType('SaveViewInput')
export class SaveViewInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => ListScreenType) readonly screen!: ListScreen;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly search!: string;
  @Field(() => Boolean) readonly shared!: boolean;
}

@InputType('RenameViewInput')
export class RenameViewInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => Boolean) readonly shared!: boolean;
}

@InputType('DeleteViewInput')
export class DeleteViewInput {
  @Field(() => ID) readonly id!: string;
}

export const SaveViewResult = orRefusal('SaveViewResult', () => SavedViewType);
export const RenameViewResult = orRefusal('RenameViewResult', () => SavedViewType);
