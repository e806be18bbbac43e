import { fileRefusal } from '../attachments/add-attachment.ts';
import { keepBlob } from '../attachments/blobs.ts';
import { record } from '../audit/audit.ts';
import { actorName, type Ctx, type Instance } from '../context.ts';
import type { Sql } from '../db/database.ts';
import type { Row } from '../db/entities.ts';
import { fileLimits, kindOf } from '../domain/attachment.ts';
import type { Refusal } from '../domain/refusal.ts';
import { conflict } from '../fault.ts';
import { requirePermission } from '../staff/require.ts';
import type { Company } from './company.entity.ts';
import type { RemoveCompanyLogoInput } from './company.type.ts';
import { readCompany } from './read-company.ts';

/** Where a logo is for everybody, for ever: its address is its content. */
export const logoAddress = (hash: string | null): string | null => (hash === null ? null : `/logo/${hash}`);

/** Makes a picture the company's logo, drawn anew as a small PNG. */
export async function setCompanyLogo(ctx: Ctx, bytes: Uint8Array): Promise<Row<Company> | Refusal> {
  requirePermission(ctx, 'MANAGE_COMPANY');
  if (bytes.length === 0) return fileRefusal('EMPTY');
  if (bytes.length > fileLimits.logoBytes) return fileRefusal('LOGO_TOO_LARGE');
  const kind = kindOf(bytes);
  if (kind === null || kind === 'PDF') return fileRefusal('LOGO_WRONG_KIND');
  const clean = await ctx.files.logo(kind, bytes);
  if ('problem' in clean) return fileRefusal(clean.problem);
  await keepLogo(ctx, clean.bytes);
  return readCompany(ctx.db.read);
}

/** Keeps a PNG of ours as the logo. */
export const keepLogo = (ctx: Ctx, bytes: Uint8Array): Promise<void> =>
  ctx.db.transaction(async ({ sql: query }) => {
    const hash = await keepBlob(query, { bytes, contentType: 'image/png' }, ctx.now);
    await query
      .insertInto('logo')
      .values({ hash, uploadedBy: actorName(ctx.actor), createdAt: ctx.now })
      .onConflict((taken) => taken.column('hash').doNothing())
      .execute();
    await putLogo(ctx, query, hash);
  });

/** Goes without a logo from now on; what was made with it keeps it. Throws CONFLICT. */
export async function removeCompanyLogo(
  ctx: Ctx,
  { logoUrl }: RemoveCompanyLogoInput,
): Promise<Row<Company>> {
  requirePermission(ctx, 'MANAGE_COMPANY');
  await ctx.db.transaction(async ({ sql: query }) => {
    const { logoHash } = await readCompany(query);
    // Whoever asks twice, because the first answer got lost, has what they wanted.
    if (logoHash === null) return;
    if (logoAddress(logoHash) !== logoUrl) throw conflict();
    await putLogo(ctx, query, null);
  });
  return readCompany(ctx.db.read);
}

/** The version stays: whoever has the settings open must not lose what they typed to a picture. */
async function putLogo(ctx: Ctx, query: Sql, logoHash: string | null): Promise<void> {
  await query.updateTable('company').set({ logoHash }).execute();
  await record(ctx, query, {
    action: 'company.logoChanged',
    text: logoHash === null ? 'Logo removed' : 'Logo changed',
    facts: { logoHash },
  });
}

/** The bytes of a present or past logo, or null. */
export async function readLogo({ db }: Pick<Instance, 'db'>, hash: string): Promise<Uint8Array | null> {
  const row = await db.read
    .selectFrom('logo')
    .innerJoin('blob', 'blob.hash', 'logo.hash')
    .select('blob.bytes')
    .where('logo.hash', '=', hash)
    .executeTakeFirst();
  return row?.bytes ?? null;
}
