/**
 * What becomes of a person's data when their erasure is asked for. Somebody who never signed anything is erased at once. Where
 * something was agreed or invoiced, the law wants the records kept: with the last record of 3 May 2026 and ten years, until 31
 * December 2036. Until then the customer is restricted, which takes what is not a record and stops everything new; from 1 January
 * 2037 it is erased. While something is owed, by either side, there is no such day yet.
 */
import { isOver, type LocalDate, localDate } from './local-date.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What kind of request it is, which decides everything else. */
export const erasureKinds = ['LEAD', 'OFFERED', 'CONTRACT', 'OWED', 'RETENTION_OVER'] as const;

/** One of the kinds. */
export type ErasureKind = (typeof erasureKinds)[number];

/** What a request comes to. */
export const erasureOutcomes = ['ERASED', 'RESTRICTED'] as const;

/** What it comes to. */
export type ErasureOutcome = (typeof erasureOutcomes)[number];

/** Kinds of data, each of which goes or stays as a whole. */
export const erasureThings = [
  'DETAILS',
  'DRAFTS',
  'IDENTITY',
  'OFFERS',
  'CONTRACTS',
  'INVOICES',
  'PAYMENTS',
  'MAILS',
  'HISTORY',
] as const;

/** One kind of data. */
export type ErasureThing = (typeof erasureThings)[number];

/** What holds a customer's data here. */
export type Bonds = Readonly<{
  /** Quotes of any kind. */
  quotes: number;
  /** Something is owed, on its way, in dispute or to the customer's credit. */
  isOwed: boolean;
  /** The newest day of a signature, an invoice, a correction or a movement of money; null when there is none. */
  lastRecord: LocalDate | null;
}>;

/** What a request comes to, and why: `until` is the last day on which the records are kept, null when that is not known yet. */
export type ErasurePlan = Readonly<{ kind: ErasureKind; outcome: ErasureOutcome; until: LocalDate | null }>;

/** Whole years that a company may keep records; no law that we know asks for more. */
export const longestRetention = 30;

/** Years are counted from the end of the year of the last record. */
export const keptUntil = (lastRecord: LocalDate, years: number): LocalDate =>
  localDate(`${String(Number(lastRecord.slice(0, 4)) + years).padStart(4, '0')}-12-31`);

/** What the request comes to on this day. */
export function planErasure(bonds: Bonds, today: LocalDate, years: number): ErasurePlan {
  if (bonds.isOwed) return { kind: 'OWED', outcome: 'RESTRICTED', until: null };
  if (bonds.lastRecord === null)
    return { kind: bonds.quotes === 0 ? 'LEAD' : 'OFFERED', outcome: 'ERASED', until: null };
  const until = keptUntil(bonds.lastRecord, years);
  return isOver(until, today)
    ? { kind: 'RETENTION_OVER', outcome: 'ERASED', until: null }
    : { kind: 'CONTRACT', outcome: 'RESTRICTED', until };
}

/** Whether this goes at once: of a restricted customer what is no record, and of any other everything. */
export const goesAtOnce = (thing: ErasureThing, outcome: ErasureOutcome): boolean =>
  outcome === 'ERASED' || thing === 'DETAILS' || thing === 'DRAFTS';

type Standing = Readonly<{ restrictedAt: unknown; erasedAt: unknown }>;

/** Nothing new is written for, and nothing changed of, somebody whose data are erased or restricted. */
export const restrictedProblem = ({ restrictedAt, erasedAt }: Standing): Refusal | null =>
  restrictedAt === null && erasedAt === null
    ? null
    : refuse(
        'CUSTOMER_RESTRICTED',
        'This customer asked for their data to be erased. What has to be kept stays as it is, and nothing new is written for them.',
      );

/** Somebody who is erased cannot be erased again. */
export const erasedProblem = ({ erasedAt }: Pick<Standing, 'erasedAt'>): Refusal | null =>
  erasedAt === null
    ? null
    : refuse('CUSTOMER_RESTRICTED', 'The personal data of this customer are erased already.');
