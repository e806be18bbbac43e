import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PaymentProof', { simpleResolvers: true })
export class PaymentProofType {
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly contentType!: string;
  @Field(() => Int) readonly size!: number;
  @Field(() => String) readonly url!: string;
}
