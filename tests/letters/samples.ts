import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { quoteTotals } from '../../api/src/domain/pricing.ts';
import type { Client, Party, QuoteSnapshot } from '../../api/src/domain/quote-snapshot.ts';
import type { AcceptanceToPrint } from '../../api/src/letters/acceptance-to-print.ts';
import { readMarkdown } from '../../api/src/letters/markdown.ts';

export const company: Party = {
  name: 'Harbour & Pine Web Studio',
  address: ['12 Wharf Street', 'Sydney NSW 2000'],
  email: 'studio@harbourpine.example',
  phone: '+61 2 5550 0100',
  taxNumber: 'ABN 51 824 753 556',
  taxLabel: 'GST',
};

export const customer: Client = {
  name: 'Silva Dental',
  contactName: 'Ana Silva',
  email: 'ana@silvadental.example',
  address: ['5 Pine Road', 'Newtown NSW 2042'],
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

export function aSnapshot(change: Partial<QuoteSnapshot> = {}): QuoteSnapshot {
  return {
    format: 1,
    number: 'QT-SILVADENTAL-0001-1',
    title: 'Website migration',
    company,
    customer,
    currency: 'AUD',
    pricesIncludeTax: true,
    lines: [
      {
        id: 'line-1',
        description: 'Website migration',
        quantity: 1000,
        unit: '',
        unitPrice: minor(329900),
        taxRate: 10000,
      },
    ],
    options: [
      {
        id: 'option-1',
        title: 'Booking form integration',
        description: 'Patients book a time by themselves; the practice calendar follows.',
        price: minor(45000),
        taxRate: 10000,
        preselected: false,
      },
    ],
    stages: [
      { id: 'stage-1', label: 'Deposit', share: 30000, due: 'ON_SIGNING' },
      { id: 'stage-2', label: 'Progress', share: 40000, due: 'ON_MILESTONE' },
      { id: 'stage-3', label: 'Final', share: 30000, due: 'ON_MILESTONE' },
    ],
    paymentTermsDays: 14,
    scope: readMarkdown(scope),
    terms: readMarkdown(terms),
    consent: 'I have read this quote and its terms, and I accept them on behalf of Silva Dental.',
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
  const optionIds = snapshot.options.map((option) => option.id);
  return {
    name: 'Ana Silva',
    email: 'ana@silvadental.example',
    method: 'DRAWN',
    strokes: drawnStrokes,
    optionIds,
    totals: quoteTotals(snapshot, optionIds),
    signedAt: new Date('2026-11-21T08:15:30.000Z'),
    signedOn: localDate('2026-11-21'),
    evidenceHash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    revisionHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    locale: 'en-AU',
    ...change,
  };
}

export const openQuote = {
  issueDate: localDate('2026-11-21'),
  validUntil: localDate('2026-12-21'),
  status: 'OPEN',
  locale: 'en-AU',
} as const;
