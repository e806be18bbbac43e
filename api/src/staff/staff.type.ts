import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { type Permission, permissions, type StaffRole, staffRoles } from '../domain/permission.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';

const StaffRoleType = enumType('StaffRole', staffRoles);
const PermissionType = enumType('Permission', permissions);

@ObjectType('StaffMember', { simpleResolvers: true })
export class StaffMemberType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => StaffRoleType) readonly role!: StaffRole;
  @Field(() => [PermissionType]) readonly permissions!: readonly Permission[];
}

@InputType('SignInInput')
export class SignInInput {
  @Field(() => String) readonly email!: string;
  @Field(() => String) readonly password!: string;
}

@InputType('CreateStaffMemberInput')
export class CreateStaffMemberInput {
  @Field(() => ID) readonly idempotencyKey!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly email!: string;
  @Field(() => StaffRoleType) readonly role!: StaffRole;
  @Field(() => String) readonly password!: string;
}

export const SignInResult = orRefusal('SignInResult', () => StaffMemberType);
export const CreateStaffMemberResult = orRefusal('CreateStaffMemberResult', () => StaffMemberType);
