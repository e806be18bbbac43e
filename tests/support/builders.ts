import type { Approved, Attempt } from '../../api/src/domain/acceptance.ts';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import type { OptionGroup } from '../../api/src/domain/options.ts';
import type {
  QuoteSnapshot,
  SnapshotLine,
  SnapshotOption,
  SnapshotStage,
} from '../../api/src/domain/quote-snapshot.ts';
import type { DraftToApprove } from '../../api/src/domain/quote.ts';

/** The sample quote: 3,299.00 with GST inside, an option of 450.00, stages of 30, 40 and 30 %. */
export const aSnapshot = (changes: Partial<QuoteSnapshot> = {}): QuoteSnapshot => ({
  format: 1,
  number: 'QT-SILVADENTAL-0001-1',
  title: 'Website migration',
  change: null,
  company: {
    name: 'Harbour & Pine Web Studio',
    address: ['1 Wharf Road', 'Sydney NSW 2000'],
    email: 'hello@harbourpine.example',
    phone: '+61 2 5550 1234',
    taxNumber: 'ABN 12 345 678 901',
    taxLabel: 'GST',
    colour: '#1f5a4d',
    logo: null,
  },
  customer: {
    name: 'Silva Dental',
    contactName: 'Ana Silva',
    email: 'Ana@silva.example',
    address: ['5 Harris Street', 'Pyrmont NSW 2009'],
    taxNumber: 'ABN 98 765 432 109',
    language: 'en',
  },
  currency: 'AUD',
  pricesIncludeTax: true,
  taxRounding: 'DOCUMENT',
  taxNotes: [],
  discount: null,
  lines: [aLine()],
  groups: [],
  options: [anOption()],
  stages: [
    aStage(),
    aStage({ id: 'stage-2', label: 'Progress', percent: 40_000, due: 'ON_MILESTONE' }),
    aStage({ id: 'stage-3', label: 'Final', due: 'ON_MILESTONE' }),
  ],
  paymentTermsDays: 14,
  effectiveDate: null,
  attachments: [],
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
  mailboxProof: 'TYPED',
  timeZone: 'Australia/Sydney',
  ...changes,
});

export const aLine = (changes: Partial<SnapshotLine> = {}): SnapshotLine => ({
  id: 'line-1',
  description: 'Website migration',
  quantity: 1000,
  unit: '',
  unitPrice: minor(329_900),
  discount: null,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  ...changes,
});

export const anOption = (changes: Partial<SnapshotOption> = {}): SnapshotOption => ({
  id: 'option-1',
  title: 'Booking form integration',
  description: '',
  unit: '',
  price: minor(45_000),
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  groupId: null,
  minQuantity: 1,
  maxQuantity: 1,
  requires: [],
  excludes: [],
  preselected: false,
  ...changes,
});

/** A group of which one has to be chosen. */
export const aGroup = (changes: Partial<OptionGroup> = {}): OptionGroup => ({
  id: 'group-1',
  title: 'Hosting',
  description: '',
  min: 1,
  max: 1,
  ...changes,
});

/** The deposit of the sample quote. */
export const aStage = (changes: Partial<SnapshotStage> = {}): SnapshotStage => ({
  id: 'stage-1',
  label: 'Deposit',
  percent: 30_000,
  amount: null,
  due: 'ON_SIGNING',
  dueOn: null,
  paymentTermsDays: null,
  autoIssue: false,
  ...changes,
});

/** The sample quote as it waits for its customer. */
export const anApproved = (changes: Partial<Approved> = {}): Approved => ({
  status: 'OPEN',
  cancelReason: null,
  snapshot: aSnapshot(),
  sealedHash: 'a1'.repeat(32),
  computedHash: 'a1'.repeat(32),
  sentTo: 'Ana@silva.example',
  validUntil: localDate('2026-11-30'),
  code: null,
  locale: 'en-AU',
  ...changes,
});

/** A signature on the sample quote with its option that passes every check. */
export const anAttempt = (changes: Partial<Attempt> = {}): Attempt => ({
  revisionHash: 'a1'.repeat(32),
  choices: [{ optionId: 'option-1', quantity: 1 }],
  expectedTotal: 374_900,
  expectedRecurring: [],
  name: 'Ana Silva',
  email: 'Ana@silva.example',
  agreesToTerms: true,
  signature: { method: 'TYPED', strokes: [] },
  ...changes,
});

/** The sample quote before its approval. */
export const aDraft = (changes: Partial<DraftToApprove> = {}): DraftToApprove => ({
  ...aSnapshot(),
  validUntil: localDate('2026-11-30'),
  changeKind: null,
  ...changes,
});
