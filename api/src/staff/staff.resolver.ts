import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HttpCtx } from '../http/http-context.ts';
import { permissionsOf } from '../domain/permission.ts';
import { isRefusal } from '../domain/refusal.ts';
import { endAllSessions, endSession } from './sessions.ts';
import { createStaffMember, listStaff, readMe, signIn } from './staff.ts';
import type { Staff } from './staff.entity.ts';
import {
  CreateStaffMemberInput,
  CreateStaffMemberResult,
  SignInInput,
  SignInResult,
  StaffMemberType,
} from './staff.type.ts';

@Resolver(() => StaffMemberType)
export class StaffResolver {
  @Query(() => StaffMemberType, { nullable: true })
  me(@Ctx() ctx: HttpCtx) {
    return readMe(ctx);
  }
  @Query(() => [StaffMemberType])
  staff(@Ctx() ctx: HttpCtx) {
    return listStaff(ctx);
  }
  @Mutation(() => SignInResult)
  async signIn(@Ctx() ctx: HttpCtx, @Arg('input', () => SignInInput) input: SignInInput) {
    const result = await signIn(ctx, input);
    if (isRefusal(result)) return result;
    ctx.cookies.set(result.token);
    return result.staff;
  }
  @Mutation(() => Boolean)
  async signOut(@Ctx() ctx: HttpCtx) {
    await endSession(ctx);
    ctx.cookies.clear();
    return true;
  }
  @Mutation(() => Boolean)
  async signOutEverywhere(@Ctx() ctx: HttpCtx) {
    await endAllSessions(ctx);
    ctx.cookies.clear();
    return true;
  }
  @Mutation(() => CreateStaffMemberResult)
  createStaffMember(
    @Ctx() ctx: HttpCtx,
    @Arg('input', () => CreateStaffMemberInput) input: CreateStaffMemberInput,
  ) {
    return createStaffMember(ctx, input);
  }

  @FieldResolver() permissions(@Root() staff: Staff) {
    return permissionsOf(staff.role);
  }
}
