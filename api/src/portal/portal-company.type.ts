import { Field, ObjectType } from 'type-graphql';

@ObjectType('PortalCompany', { simpleResolvers: true })
export class PortalCompanyType {
  @Field(() => String) readonly name!: string;
  @Field(() => [String]) readonly address!: readonly string[];
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => String) readonly taxNumber!: string;
  @Field(() => String) readonly taxLabel!: string;
  @Field(() => String) readonly colour!: string;
  @Field(() => String, { nullable: true }) readonly logoUrl!: string | null;
}
