import type { Instance } from '../context.ts';
import { instant } from '../db/instant.ts';
import type { StaffRole } from '../domain/permission.ts';
import { readMailbox } from '../domain/mailbox.ts';
import { OperatorProblem } from '../operator-problem.ts';
import { hashPassword } from './password.ts';
import { addStaff, passwordProblem } from './staff.ts';

export type Person = { email: string; password: string; name?: string; role?: StaffRole };

/** Adds a person from the console, where nobody is signed in yet. Throws with a sentence when that is not possible. */
export async function createOwner(instance: Instance, person: Person): Promise<void> {
  const email = readMailbox(person.email)?.toLowerCase() ?? null;
  if (email === null) throw new OperatorProblem(`${person.email} is not an e-mail address.`);
  const problem = passwordProblem(person.password);
  if (problem !== null) throw new OperatorProblem(problem.message);
  const passwordHash = await hashPassword(person.password);
  await instance.db.transaction(async ({ em, sql: query }) => {
    const taken = await query.selectFrom('staff').select('id').where('email', '=', email).executeTakeFirst();
    if (taken !== undefined) throw new OperatorProblem(`${email} is on the staff already.`);
    const name = person.name ?? email;
    addStaff(em, instance.ids, instant(instance.clock.now()), {
      name,
      email,
      role: person.role ?? 'OWNER',
      passwordHash,
    });
    await em.flush();
  });
}
