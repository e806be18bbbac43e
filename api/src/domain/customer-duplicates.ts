/**
 * Whether two entries could be the same customer. `Silva Dental Pty. Ltd.` and `SILVA DENTAL` have the same name, `ABN 51 824
 * 753 556` and `51824753556` are the same tax number, `+61 2 5550 9876` and `(02) 5550 9876` the same telephone. Each entry has
 * keys, at most one of a kind for its name and several for its mailboxes and telephones; who shares a key is suggested, and
 * the more telling the kind, the higher. It is a suggestion: two dentists of one practice may well be two customers.
 */
import { readMailbox } from './mailbox.ts';
import { isPublicMailDomain } from './public-mail-domains.ts';
import { searchKey } from './search-key.ts';

/** What two entries can share, the most telling first. */
export const duplicateReasons = ['TAX_NUMBER', 'EMAIL', 'NAME', 'PHONE', 'MAIL_DOMAIN'] as const;

/** One of them. */
export type DuplicateReason = (typeof duplicateReasons)[number];

/** What is known of an entry, or has been typed so far. */
export type Recognisable = Readonly<{
  name: string;
  taxNumber: string;
  emails: readonly string[];
  phones: readonly string[];
}>;

/** Something by which an entry is recognised. */
export type DuplicateKey = Readonly<{ reason: DuplicateReason; key: string }>;

/** Everything by which an entry is recognised; too little to tell (a name of one letter, a number of five digits) is left out. */
export function duplicateKeys(entry: Recognisable): DuplicateKey[] {
  const mailboxes = entry.emails.flatMap((email) => mailboxKey(email) ?? []);
  const found: [DuplicateReason, string][] = [
    ['TAX_NUMBER', taxKey(entry.taxNumber)],
    ...mailboxes.map((key): [DuplicateReason, string] => ['EMAIL', key]),
    ['NAME', nameKey(entry.name)],
    ...entry.phones.map((phone): [DuplicateReason, string] => ['PHONE', phoneKey(phone)]),
    ...mailboxes.map((key): [DuplicateReason, string] => ['MAIL_DOMAIN', companyDomain(key)]),
  ];
  const unique = new Map(found.filter(([, key]) => key !== '').map((pair) => [pair.join(' '), pair]));
  return [...unique.values()].map(([reason, key]) => ({ reason, key }));
}

/** Who was found by a key. */
export type DuplicateMatch = Readonly<{ customerId: string; reason: DuplicateReason }>;
export type DuplicateSuggestion = Readonly<{ customerId: string; reasons: readonly DuplicateReason[] }>;

/** An exact tax number says more than everything below it together; a shared domain alone says little. */
const weights: Readonly<Record<DuplicateReason, number>> = {
  TAX_NUMBER: 20,
  EMAIL: 8,
  NAME: 6,
  PHONE: 4,
  MAIL_DOMAIN: 1,
};

/** Each customer once, with every reason, the likeliest first. */
export function suggestDuplicates(matches: readonly DuplicateMatch[], most: number): DuplicateSuggestion[] {
  const found = new Map<string, Set<DuplicateReason>>();
  for (const { customerId, reason } of matches)
    found.set(customerId, (found.get(customerId) ?? new Set()).add(reason));
  return [...found]
    .map(([customerId, all]) => ({
      customerId,
      reasons: duplicateReasons.filter((name) => tells(all, name)),
    }))
    .toSorted((a, b) => scoreOf(b.reasons) - scoreOf(a.reasons) || (a.customerId < b.customerId ? -1 : 1))
    .slice(0, most);
}

/** The same mailbox has the same domain; saying it twice helps nobody. */
const tells = (all: ReadonlySet<DuplicateReason>, reason: DuplicateReason): boolean =>
  all.has(reason) && !(reason === 'MAIL_DOMAIN' && all.has('EMAIL'));

const scoreOf = (reasons: readonly DuplicateReason[]): number =>
  reasons.reduce((score, reason) => score + weights[reason], 0);

/** What stands behind a name and says how its owners are liable; a word each, without points. */
const legalForms = new Set(
  (
    'ab ag aps as bhd bv bvba co company corp corporation doo ek eirl ev eurl gbr gmbh inc incorporated kft kg kgaa kk ' +
    'limited limitada llc llp lp ltd ltda mbh nv ohg oy oyj plc pte proprietary pty pvt sa sarl sas sasu sdn se sl spa ' +
    'sprl srl sro ug'
  ).split(' '),
);
const joiningWords = new Set(['and', 'et', 'the', 'und', 'y']);

/** `Silva Dental Pty. Ltd.` and `SilvaDental` are `silvadental`; a name of nothing but legal forms stays as it is. */
export function nameKey(name: string): string {
  const words = searchKey(name)
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !joiningWords.has(word));
  while (telling.length > 0 && legalForms.has(telling.at(-1) ?? '')) telling.pop();
  const key = (telling.length > 0 ? telling : words).join('').slice(0, 100);
  return [...key].length < 2 ? '' : key;
}

/** Digits alone, at least six: labels, spaces and the letters of the country are written as everybody likes. */
export function taxKey(taxNumber: string): string {
  const digits = digitsOf(taxNumber);
  return digits.length < 6 ? '' : digits.slice(0, 40);
}

/** The last nine digits: with or without country code and leading zero they are the same. */
export function phoneKey(phone: string): string {
  const digits = digitsOf(phone).replace(/^0+/, '');
  return digits.length < 6 ? '' : digits.slice(-9);
}

/** The mailbox in small letters and without what is put behind a plus to sort mail; null when it is none. */
export function mailboxKey(email: string): string | null {
  const mailbox = readMailbox(email)?.toLowerCase();
  return mailbox === undefined ? null : mailbox.replace(/(?<=.)\+[^@]*@/, '@');
}

const companyDomain = (mailbox: string): string => {
  const domain = mailbox.slice(mailbox.indexOf('@') + 1);
  return isPublicMailDomain(domain) ? '' : domain;
};

const digitsOf = (text: string): string => searchKey(text).replace(/[^0-9]/g, '');
