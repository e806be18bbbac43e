/**
 * What is left of a record when the personal words are taken out of it: its shape, its ids, numbers, days and amounts. The line
 * `Dentures for Ana Silva` of 2 pieces at $90.00 becomes `Erased`, still of 2 pieces at $90.00.
 */

/** What stands where words stood. */
export const erasedWord = 'Erased';

/** Members that say nothing about a person and are what records refer to each other by, and whatever amounts depend on. */
const kept: ReadonlySet<string> = new Set([
  ...[
    'id',
    'itemId',
    'optionId',
    'groupId',
    'requires',
    'excludes',
    'number',
    'quote',
    'quoteNumber',
    'invoiceNumber',
  ],
  ...['revisionHash', 'kind', 'type', 'method', 'proof', 'mailboxProof', 'currency', 'language', 'timeZone'],
  ...['pricesIncludeTax', 'taxRounding', 'taxTreatment', 'treatment', 'billing', 'due', 'dueOn', 'rule'],
  ...['effectiveDate', 'issueDate', 'invoiceDate', 'receivedOn', 'signedAt', 'signedOn'],
]);

/** Members that are the company's own words. */
const ours: ReadonlySet<string> = new Set(['company', 'bankDetails', 'bankAccount', 'taxNotes', 'consent']);

/** Members that are empty afterwards: a text, or a list of anything. */
const emptied: ReadonlySet<string> = new Set([
  ...[
    'contactName',
    'email',
    'address',
    'taxNumber',
    'phone',
    'scope',
    'terms',
    'strokes',
    'attachments',
    'files',
  ],
  ...['ip', 'userAgent', 'termsNote', 'unit'],
]);

/** The value without its words; `member` is the name of the member that it is. Done twice, it is the same as done once. */
export function withoutWords(value: unknown, member = ''): unknown {
  if (ours.has(member)) return value;
  if (Array.isArray(value)) return emptied.has(member) ? [] : value.map((one) => withoutWords(one, member));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutWords(one, name)]));
  if (typeof value !== 'string' || kept.has(member)) return value;
  return emptied.has(member) || value === '' ? '' : erasedWord;
}

/** The same for a record that is there as JSON text. */
export const textWithoutWords = (json: string): string => JSON.stringify(withoutWords(JSON.parse(json)));
