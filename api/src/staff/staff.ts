import { sha256 } from '../sha256.ts';
import { record } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { answerTo, keepAnswer } from '../db/idempotency.ts';
import { readMailbox } from '../domain/mailbox.ts';
import type { StaffRole } from '../domain/permission.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { firstProblem, textProblem } from '../domain/text-limits.ts';
import type { Instant } from '../db/instant.ts';
import type { Ids } from '../ports.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { requirePermission } from './require.ts';
import { tooManySignIns } from './sign-in-limit.ts';
import { startSession } from './sessions.ts';
import { Staff } from './staff.entity.ts';
import type { CreateStaffMemberInput, SignInInput } from './staff.type.ts';

/** Checks address and password; the same refusal, after the same time, for an unknown address and a wrong password. */
export async function signIn(
  ctx: Ctx,
  input: SignInInput,
): Promise<{ staff: Row<Staff>; token: string } | Refusal> {
  const email = input.email.trim().toLowerCase();
  const limited = await tooManySignIns(email, ctx.client.ip);
  if (limited !== null) return limited;
  const staff = await ctx.db.read
    .selectFrom('staff')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirst();
  const isOpen = staff !== undefined && staff.disabledAt === null;
  const matches = await passwordMatches(input.password.slice(0, 200), isOpen ? staff.passwordHash : null);
  if (!isOpen || !matches) {
    return refuse('SIGN_IN_FAILED', 'The e-mail address and the password do not belong together.');
  }
  return { staff, token: await startSession(ctx, staff.id, ctx.now) };
}

/** Who is signed in, or null. */
export async function readMe(ctx: Ctx): Promise<Row<Staff> | null> {
  if (ctx.actor.kind !== 'staff') return null;
  return ctx.db.read.selectFrom('staff').selectAll().where('id', '=', ctx.actor.id).executeTakeFirstOrThrow();
}

/** Everybody who works for the company, by name. */
export async function listStaff(ctx: Ctx): Promise<Row<Staff>[]> {
  requirePermission(ctx, 'READ');
  return ctx.db.read
    .selectFrom('staff')
    .selectAll()
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .execute();
}

/** Adds a person with a first password. */
export async function createStaffMember(
  ctx: Ctx,
  input: CreateStaffMemberInput,
): Promise<Row<Staff> | Refusal> {
  const owner = requirePermission(ctx, 'MANAGE_COMPANY');
  const problem = staffProblem(input);
  if (problem !== null) return problem;
  const passwordHash = await hashPassword(input.password);
  const { idempotencyKey, password: _, ...rest } = input;
  const request = {
    scope: `staff:${owner.id}:staff`,
    key: idempotencyKey,
    requestHash: sha256(JSON.stringify(rest)),
  };
  const made = await ctx.db.transaction(async ({ em, sql: query }) => {
    const first = await answerTo(query, request);
    if (first !== null) return first;
    const email = input.email.trim().toLowerCase();
    if ((await em.findOne(Staff, { email })) !== null) {
      return refuse('EMAIL_TAKEN', 'Somebody with this address is on the staff already.', 'email');
    }
    const staff = addStaff(em, ctx.ids, ctx.now, {
      name: input.name.trim(),
      email,
      role: input.role,
      passwordHash,
    });
    await em.flush();
    await record(ctx, query, { action: 'staff.created', text: `${staff.name} added as ${staff.role}` });
    await keepAnswer(query, request, staff, ctx.now);
    return { id: staff.id };
  });
  if (isRefusal(made)) return made;
  return ctx.db.read.selectFrom('staff').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow();
}

export type NewStaff = { name: string; email: string; role: StaffRole; passwordHash: string };

export const addStaff = (em: Tx['em'], ids: Ids, now: Instant, person: NewStaff): Staff =>
  em.create(Staff, { id: ids.id(), version: 1, createdAt: now, ...person });

const staffProblem = (input: CreateStaffMemberInput): Refusal | null =>
  firstProblem([
    textProblem('name', input.name, 200, 1),
    readMailbox(input.email) === null
      ? refuse('INPUT_INVALID', 'This is not an e-mail address.', 'email')
      : null,
    passwordProblem(input.password),
  ]);

/** Length is what makes a password strong (NIST SP 800-63B); rules about signs only make it hard to remember. */
export const passwordProblem = (password: string): Refusal | null =>
  password.length >= 12 && password.length <= 200
    ? null
    : refuse('INPUT_INVALID', 'A password has 12 to 200 characters.', 'password');
