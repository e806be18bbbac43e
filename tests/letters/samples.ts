import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { type Choice, quotePrice } from '../../api/src/domain/pricing.ts';
import type {
  Client,
  Party,
  QuoteSnapshot,
  SnapshotLine,
  SnapshotOption,
  SnapshotStage,
} from '../../api/src/domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from '../../api/src/letters/acceptance-to-print.ts';
import { readMarkdown } from '../../api/src/letters/markdown.ts';

export const company: Party = {
  name: 'Harbour & Pine Web Studio',
  address: ['12 Wharf Street', 'Sydney NSW 2000'],
  email: 'studio@harbourpine.example',
  phone: '+61 2 5550 0100',
  taxNumber: 'ABN 51 824 753 556',
  taxLabel: 'GST',
  colour: '#17504a',
  logo: null,
};

export const customer: Client = {
  name: 'Silva Dental',
  contactName: 'Ana Silva',
  email: 'ana@silvadental.example',
  address: ['5 Pine Road', 'Newtown NSW 2042'],
  taxNumber: '',
  language: 'en',
};

const scope = `We move your site to a faster, safer host and keep it running while we do.

### What we do
- Copy the site and its mailboxes to the new host
  - including the **three old landing pages**
- Test every form, twice

1. Freeze the old site
2. Switch the name servers

Anything else is *not included*; see [our handbook](https://harbourpine.example/handbook).`;

const terms = `Invoices are due 14 days after their date. Work stops when one is late.

The design stays ours until it is paid; then it is yours.`;

export const aLine = (change: Partial<SnapshotLine> = {}): SnapshotLine => ({
  id: 'line-1',
  description: 'Website migration',
  quantity: 1000,
  unit: '',
  unitPrice: minor(329900),
  discount: null,
  taxTreatment: 'STANDARD',
  taxRate: 10000,
  billing: 'ONCE',
  ...change,
});

export const anOption = (change: Partial<SnapshotOption> = {}): SnapshotOption => ({
  id: 'option-1',
  groupId: null,
  title: 'Booking form integration',
  description: 'Patients book a time by themselves; the practice calendar follows.',
  unit: '',
  price: minor(45000),
  taxTreatment: 'STANDARD',
  taxRate: 10000,
  billing: 'ONCE',
  minQuantity: 1,
  maxQuantity: 1,
  requires: [],
  excludes: [],
  preselected: false,
  ...change,
});

export const aStage = (change: Partial<SnapshotStage> = {}): SnapshotStage => ({
  id: 'stage-1',
  label: 'Final',
  percent: null,
  amount: null,
  due: 'ON_MILESTONE',
  dueOn: null,
  autoIssue: false,
  paymentTermsDays: null,
  ...change,
});

/** One of each option. */
const allOf = (snapshot: QuoteSnapshot): Choice[] =>
  snapshot.options.map(({ id, minQuantity }) => ({ optionId: id, quantity: minQuantity }));

export function aSnapshot(change: Partial<QuoteSnapshot> = {}): QuoteSnapshot {
  return {
    format: 1,
    number: 'QT-SILVADENTAL-0001-1',
    title: 'Website migration',
    change: null,
    company,
    customer,
    currency: 'AUD',
    pricesIncludeTax: true,
    taxRounding: 'DOCUMENT',
    taxNotes: [],
    discount: null,
    lines: [aLine()],
    groups: [],
    options: [anOption()],
    stages: [
      aStage({ id: 'stage-1', label: 'Deposit', percent: 30000, due: 'ON_SIGNING' }),
      aStage({ id: 'stage-2', label: 'Progress', percent: 40000 }),
      aStage({ id: 'stage-3', label: 'Final', percent: 30000 }),
    ],
    paymentTermsDays: 14,
    effectiveDate: null,
    attachments: [],
    scope: readMarkdown(scope),
    terms: readMarkdown(terms),
    consent: 'I have read this quote and its terms, and I accept them on behalf of Silva Dental.',
    mailboxProof: 'TYPED',
    timeZone: 'Australia/Sydney',
    ...change,
  };
}

export const drawnStrokes = [
  [
    100, 250, 130, 150, 160, 100, 200, 90, 220, 150, 200, 230, 170, 300, 180, 320, 240, 280, 300, 200, 340,
    190,
  ],
  [420, 240, 460, 200, 500, 210, 520, 250, 560, 240, 620, 180, 700, 200, 800, 150, 900, 160],
  [500, 100],
];

export function anAcceptance(
  snapshot: QuoteSnapshot,
  change: Partial<AcceptanceToPrint> = {},
): AcceptanceToPrint {
  const choices = change.choices ?? allOf(snapshot);
  return {
    name: 'Ana Silva',
    email: 'ana@silvadental.example',
    method: 'DRAWN',
    onBehalf: null,
    strokes: drawnStrokes,
    choices,
    price: quotePrice(snapshot, choices),
    signedAt: new Date('2026-11-21T08:15:30.000Z'),
    signedOn: localDate('2026-11-21'),
    proof: 'CODE',
    ip: '203.0.113.7',
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
    openedAt: [new Date('2026-11-21T07:59:00.000Z'), new Date('2026-11-21T08:10:00.000Z')],
    signature: 'KbloFPUxtnO05WAZFt5ghNJHgEDwoiMD7v21j9bzaid8TigwgPmi8SBG7JlyDEvhajDj8x1gFAJU5ZKO6c1dBQ',
    keyId: 'e7a3bacef85eac0f',
    verifyUrl: 'https://quotes.example/verify',
    evidenceHash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    revisionHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    locale: 'en-AU',
    logo: null,
    ...change,
  };
}

export const openQuote = {
  issueDate: localDate('2026-11-21'),
  validUntil: localDate('2026-12-21'),
  isDraft: false,
  locale: 'en-AU',
  logo: null,
} as const;

/** A PNG of 12 by 4 points. */
export const aPicture = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAECAIAAAA1REndAAAAEUlEQVR42mM45MhDEDHQVxEA06Yy0exYVbEAAAAASUVORK5CYII=',
    'base64',
  ),
);
