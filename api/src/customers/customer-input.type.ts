import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { CurrencyCode } from '../domain/money.ts';
import { CurrencyCodeScalar } from '../graphql/scalars.ts';

@InputType('ContactInput')
export class ContactInput {
  @Field(() => ID, { nullable: true }) readonly id: string | null = null;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => String) readonly role!: string;
}

@InputType('CustomerInput')
export class CustomerInput {
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly contactName!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly phone!: string;
  @Field(() => [String]) readonly address!: readonly string[];
  @Field(() => String) readonly taxNumber!: string;
  @Field(() => [ContactInput]) readonly contacts!: readonly ContactInput[];
  @Field(() => String, { nullable: true }) readonly prefix: string | null = null;
  @Field(() => CurrencyCodeScalar, { nullable: true }) readonly currency: CurrencyCode | null = null;
  @Field(() => String, { nullable: true }) readonly language: string | null = null;
  @Field(() => Int, { nullable: true }) readonly paymentTermsDays: number | null = null;
  @Field(() => ID, { nullable: true }) readonly accountManagerId: string | null = null;
  @Field(() => String) readonly notes!: string;
  @Field(() => String, { nullable: true }) readonly invoiceHold: string | null = null;
}

@InputType('CreateCustomerInput')
export class CreateCustomerInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => CustomerInput) readonly customer!: CustomerInput;
}

@InputType('UpdateCustomerInput')
export class UpdateCustomerInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
  @Field(() => CustomerInput) readonly customer!: CustomerInput;
}

@InputType('ArchiveCustomerInput')
export class ArchiveCustomerInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

@InputType('RestoreCustomerInput')
export class RestoreCustomerInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

@InputType('DeleteCustomerInput')
export class DeleteCustomerInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => Int) readonly version!: number;
}

@ArgsType()
export class CustomersArgs {
  @Field(() => String, { nullable: true }) readonly search: string | null = null;
  @Field(() => Boolean, { nullable: true }) readonly archived: boolean | null = null;
  @Field(() => Int, { nullable: true }) readonly first: number | null = null;
  @Field(() => String, { nullable: true }) readonly after: string | null = null;
}

@ArgsType()
export class CustomerDuplicatesArgs {
  @Field(() => String, { nullable: true }) readonly name: string | null = null;
  @Field(() => String, { nullable: true }) readonly email: string | null = null;
  @Field(() => String, { nullable: true }) readonly taxNumber: string | null = null;
  @Field(() => String, { nullable: true }) readonly phone: string | null = null;
  @Field(() => ID, { nullable: true }) readonly excludeId: string | null = null;
}
