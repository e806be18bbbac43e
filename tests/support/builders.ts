import type { Approved, Attempt } from '../../api/src/domain/acceptance.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import type { SnapshotLine, SnapshotOption, QuoteSnapshot } from '../../api/src/domain/quote-snapshot.ts';
import type { DraftToApprove } from '../../api/src/domain/quote.ts';

/** The sample quote: 3,299.00 with GST inside, an option of 450.00, stages of 30, 40 and 30 %. */
export const aSnapshot = (changes: Partial<QuoteSnapshot> = {}): QuoteSnapshot => ({
  format: 1,
  number: 'QT-SILVADENTAL-0001-1',
  title: 'Website migration',
  company: {
    name: 'Harbour & Pine Web Studio',
    address: ['1 Wharf Road', 'Sydney NSW 2000'],
    email: 'hello@harbourpine.example',
    phone: '+61 2 5550 1234',
    taxNumber: 'ABN 12 345 678 901',
    taxLabel: 'GST',
  },
  customer: {
    name: 'Silva Dental',
    contactName: 'Ana Silva',
    email: 'Ana@silva.example',
    address: ['5 Harris Street', 'Pyrmont NSW 2009'],
  },
  currency: 'AUD',
  pricesIncludeTax: true,
  lines: [aLine()],
  options: [anOption()],
  stages: [
    { id: 'stage-1', label: 'Deposit', share: 30_000, due: 'ON_SIGNING' },
    { id: 'stage-2', label: 'Progress', share: 40_000, due: 'ON_MILESTONE' },
    { id: 'stage-3', label: 'Final', share: 30_000, due: 'ON_MILESTONE' },
  ],
  paymentTermsDays: 14,
  scope: [
    {
      kind: 'PARAGRAPH',
      level: 0,
      spans: [{ text: 'Move 12 pages.', bold: false, italic: false, href: null }],
    },
  ],
  terms: [
    {
      kind: 'PARAGRAPH',
      level: 0,
      spans: [{ text: 'Due in 14 days.', bold: false, italic: false, href: null }],
    },
  ],
  consent: 'I accept this quote and its terms.',
  timeZone: 'Australia/Sydney',
  ...changes,
});

export const aLine = (changes: Partial<SnapshotLine> = {}): SnapshotLine => ({
  id: 'line-1',
  description: 'Website migration',
  quantity: 1000,
  unit: '',
  unitPrice: minor(329_900),
  taxRate: 10_000,
  ...changes,
});

export const anOption = (changes: Partial<SnapshotOption> = {}): SnapshotOption => ({
  id: 'option-1',
  title: 'Booking form integration',
  description: '',
  price: minor(45_000),
  taxRate: 10_000,
  preselected: false,
  ...changes,
});

/** The sample quote as it waits for its customer. */
export const anApproved = (changes: Partial<Approved> = {}): Approved => ({
  status: 'OPEN',
  snapshot: aSnapshot(),
  sealedHash: 'a1'.repeat(32),
  computedHash: 'a1'.repeat(32),
  sentTo: 'Ana@silva.example',
  validUntil: localDate('2026-11-30'),
  locale: 'en-AU',
  ...changes,
});

/** A signature on the sample quote with its option that passes every check. */
export const anAttempt = (changes: Partial<Attempt> = {}): Attempt => ({
  revisionHash: 'a1'.repeat(32),
  optionIds: ['option-1'],
  expectedTotal: 374_900,
  name: 'Ana Silva',
  email: 'Ana@silva.example',
  agreesToTerms: true,
  signature: { method: 'TYPED', strokes: [] },
  ...changes,
});

/** The sample quote before its approval. */
export const aDraft = (changes: Partial<DraftToApprove> = {}): DraftToApprove => {
  const { title, pricesIncludeTax, lines, options, stages, customer } = aSnapshot();
  const validUntil = localDate('2026-11-30');
  return { title, pricesIncludeTax, lines, options, stages, customer, validUntil, ...changes };
};
