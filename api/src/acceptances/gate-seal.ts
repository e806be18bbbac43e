import type { ExpressionBuilder } from 'kysely';
import { storedBlob } from '../attachments/blobs.ts';
import type { Sql } from '../db/database.ts';
import type { Row, Tables } from '../db/entities.ts';
import { statement } from '../db/statement.ts';
import { canonical } from '../domain/canonical.ts';
import type { SnapshotAttachment } from '../domain/quote-snapshot.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import { sha256 } from '../sha256.ts';
import { sealOf } from './agreed.ts';

/**
 * What the gate holds against the seal, with what counts of it elsewhere: that the history names this seal and this last valid
 * day, and that the files are there whose hashes the seal names. Asked of an open quote only; nobody signs another one.
 */
export async function sealAtGate(query: Sql, quote: Row<Quote>): Promise<ReturnType<typeof sealOf>> {
  const seal = sealOf(quote);
  if (seal.snapshot === null || quote.status !== 'OPEN') return seal;
  const wrong = await wrongBeside(query, quote.id, seal.snapshot.attachments);
  return wrong === null ? seal : { computedHash: sha256(`${seal.computedHash} ${wrong}`), snapshot: null };
}

async function wrongBeside(
  query: Sql,
  quoteId: string,
  attachments: readonly SnapshotAttachment[],
): Promise<string | null> {
  const [said] = (await saidOf(query, { id: quoteId })).rows;
  if (said === undefined || !isSealSaid(said)) return 'another approval';
  if (!isDaySaid(said)) return `valid until ${said.validUntil}`;
  for (const file of attachments) if (!(await isKept(query, quoteId, file))) return `file ${file.id}`;
  return null;
}

/** Whether the approved file is there as the seal names it. Whether its bytes are the same is asked where they are read. */
export async function isNamed(
  query: Sql,
  quoteId: string,
  { id, ...approved }: SnapshotAttachment,
): Promise<boolean> {
  const row = await query
    .selectFrom('attachment')
    .innerJoin('blob', 'blob.hash', 'attachment.hash')
    .select(['attachment.name', 'attachment.contentType', 'attachment.size', 'attachment.hash'])
    .where('attachment.id', '=', id)
    .where('attachment.quoteId', '=', quoteId)
    .executeTakeFirst();
  return row !== undefined && canonical(row) === canonical(approved);
}

async function isKept(query: Sql, quoteId: string, file: SnapshotAttachment): Promise<boolean> {
  if (!(await isNamed(query, quoteId, file))) return false;
  const blob = await storedBlob(query, file.hash);
  return blob !== null && sha256(blob.bytes) === file.hash;
}

/** What the row says, and what the history said last of its valid day and when it was approved. */
type Said = Pick<Row<Quote>, 'validUntil' | 'snapshotHash'> & {
  lastSaid: string | null;
  approvalSaid: string | null;
};

export const isDaySaid = ({ validUntil, lastSaid }: Pick<Said, 'validUntil' | 'lastSaid'>): boolean =>
  /"validUntil":"([\d-]{10})"/.exec(lastSaid ?? '')?.[1] === validUntil;

/** The history is a chain whose head was mailed: there the seal cannot be exchanged together with the text. */
export const isSealSaid = ({
  snapshotHash,
  approvalSaid,
}: Pick<Said, 'snapshotHash' | 'approvalSaid'>): boolean =>
  /"snapshotHash":"([0-9a-f]{64})"/.exec(approvalSaid ?? '')?.[1] === snapshotHash;

const entryOf = (row: ExpressionBuilder<Tables, 'quote'>) =>
  row.selectFrom('audit').select('facts').whereRef('audit.quoteId', '=', 'quote.id').limit(1);

/** A part of a statement that reads the quote: so both are of one moment, and whoever changes the day meanwhile changes both. */
export const lastSaidOfDay = (row: ExpressionBuilder<Tables, 'quote'>) =>
  entryOf(row)
    .where('action', 'in', ['quote.finalized', 'quote.expiry-changed'])
    .orderBy('audit.id', 'desc')
    .as('lastSaid');

/** The same for what the approval said of the seal. */
export const saidAtApproval = (row: ExpressionBuilder<Tables, 'quote'>) =>
  entryOf(row).where('action', '=', 'quote.finalized').orderBy('audit.id').as('approvalSaid');

const saidOf = statement((query, { id }: { id: string }) =>
  query
    .selectFrom('quote')
    .select(['validUntil', 'snapshotHash'])
    .select(lastSaidOfDay)
    .select(saidAtApproval)
    .where('id', '=', id),
);
