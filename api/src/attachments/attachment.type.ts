import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { orRefusal } from '../graphql/or-refusal.ts';
import { QuoteType } from '../quotes/quote.type.ts';

@ObjectType('Attachment', { simpleResolvers: true })
export class AttachmentType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly contentType!: string;
  @Field(() => Int) readonly size!: number;
  @Field(() => String) readonly url!: string;
}

@ObjectType('PortalAttachment', { simpleResolvers: true })
export class PortalAttachmentType {
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly contentType!: string;
  @Field(() => Int) readonly size!: number;
  @Field(() => String) readonly url!: string;
}

@InputType('RemoveAttachmentInput')
export class RemoveAttachmentInput {
  @Field(() => ID) readonly quoteId!: string;
  @Field(() => ID) readonly id!: string;
}

export const RemoveAttachmentResult = orRefusal('RemoveAttachmentResult', () => QuoteType);
