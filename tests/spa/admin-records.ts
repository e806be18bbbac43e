/** The sample company as the API tells it, for screens that are looked at without an API. Amounts in AUD cents. */
const aud = (amount: number) => ({ amount, currency: 'AUD' });
const gst = (gross: number) => {
  const tax = Math.round(gross / 11);
  const parts = { net: aud(gross - tax), tax: aud(tax) };
  return { ...parts, gross: aud(gross), taxes: [{ rate: 10_000, ...parts }] };
};

export const me = {
  __typename: 'StaffMember',
  id: 's1',
  name: 'Mia Hart',
  email: 'mia@harbourpine.example',
  role: 'OWNER',
  permissions: [
    'READ',
    'WRITE_QUOTES',
    'APPROVE_QUOTES',
    'ISSUE_INVOICES',
    'CONFIRM_PAYMENTS',
    'SETTLE_REVIEW',
    'MANAGE_COMPANY',
  ],
};

export const staff = [
  me,
  {
    ...me,
    id: 's2',
    name: 'Tom Okafor',
    email: 'tom@harbourpine.example',
    role: 'STAFF',
    permissions: ['READ'],
  },
];

export const company = {
  __typename: 'Company',
  version: 3,
  name: 'Harbour & Pine Web Studio',
  address: ['12 Wharf Street', 'Sydney NSW 2000'],
  email: 'hello@harbourpine.example',
  phone: '+61 2 5550 1234',
  taxNumber: 'ABN 12 345 678 901',
  taxLabel: 'GST',
  defaultTaxRate: 10_000,
  pricesIncludeTax: true,
  currency: 'AUD',
  timeZone: 'Australia/Sydney',
  paymentTermsDays: 14,
  quoteValidityDays: 30,
  quoteTerms: 'Invoices are payable within 14 days from the issue date.',
  bankDetails: ['Harbour & Pine Web Studio', 'BSB: 062-000', 'Account: 1234 5678'],
};

export const customer = {
  __typename: 'Customer',
  id: 'c1',
  version: 1,
  name: 'Silva Dental',
  contactName: 'Ana Silva',
  email: 'ana@silvadental.example',
  phone: '+61 2 5550 8800',
  address: ['Level 2, 80 King Street', 'Newtown NSW 2042'],
  prefix: 'SILVA01',
  currency: 'AUD',
  paymentTermsDays: null,
  createdAt: '2026-10-02T01:10:00.000Z',
};

const plumber = {
  ...customer,
  id: 'c2',
  name: 'Northside Plumbing & Gas Fitting Pty Ltd',
  contactName: 'Greg Malone',
  email: 'accounts@northsideplumbing.example',
  prefix: 'NORTH01',
  paymentTermsDays: 30,
};

const mail = (id: string, subject: string, status: string, at: string) => ({
  id,
  to: customer.email,
  subject,
  text: `Hello Ana,\n\n${subject}. You can read it here:\n[link 5f2c…]\n\nKind regards\nHarbour & Pine Web Studio`,
  status,
  queuedAt: at,
  sentAt: status === 'QUEUED' ? null : at,
});

const line = {
  id: 'l1',
  description: 'Website migration to the new platform, with redirects',
  quantity: 1000,
  unit: '',
  unitPrice: aud(329_900),
  taxRate: 10_000,
  amount: aud(329_900),
};

const option = {
  id: 'o1',
  title: 'Booking form integration',
  description: 'Patients book their appointment on the site; it lands in your calendar.',
  price: aud(45_000),
  taxRate: 10_000,
  preselected: false,
};

const shares = [
  { id: 'g1', label: 'Deposit', share: 30_000, due: 'ON_SIGNING' },
  { id: 'g2', label: 'Progress', share: 40_000, due: 'ON_MILESTONE' },
  { id: 'g3', label: 'Final', share: 30_000, due: 'ON_MILESTONE' },
];

const quote = {
  __typename: 'Quote',
  version: 4,
  cancelReason: null,
  isExpired: false,
  customer,
  scope:
    '# What we do\nWe move **silvadental.example** to the new platform.\n\n- All 42 pages, with their *redirects*\n- Contact form and newsletter\n- Two hours of training\n\nNot part of it: new texts and photographs.',
  terms: company.quoteTerms,
  currency: 'AUD',
  pricesIncludeTax: true,
  validUntil: '2026-12-15',
  paymentTermsDays: null,
  lines: [line],
  createdAt: '2026-11-10T03:20:00.000Z',
  invoices: [],
  acceptance: null,
  mails: [],
  pdfUrl: null,
  revisionHash: null,
  approvedAt: null,
};

export const draft = {
  ...quote,
  id: 'q2',
  number: null,
  title: 'Website care plan and search setup',
  status: 'DRAFT',
  options: [{ ...option, chosen: null }],
  stages: shares.map((stage, at) => ({
    ...stage,
    amount: aud([98_970, 131_960, 98_970][at] ?? 0),
    canIssue: false,
    invoice: null,
  })),
  totals: gst(329_900),
  actions: ['EDIT', 'APPROVE', 'CANCEL'],
  timeline: [{ id: 't1', at: quote.createdAt, actor: 'Mia Hart', text: 'Started the draft.' }],
};

const invoice = (n: number, at: string, more: object) => ({
  __typename: 'Invoice',
  id: `i${n}`,
  number: `INV-2026-000${n}`,
  status: 'OPEN',
  isOverdue: false,
  customer,
  stageLabel: shares[n - 1]?.label,
  stagePosition: n,
  sourceEvent: `acceptance:01J9#stage-${n}`,
  issueDate: at.slice(0, 10),
  pdfUrl: '/documents/invoices/1.pdf',
  payments: [],
  log: [
    { id: `e${n}`, at, kind: 'INVOICE_ISSUED', actor: 'System', method: null, reference: null, note: null },
  ],
  ...more,
});

const lineOf = (gross: number, words: string) => ({ description: words, taxRate: 10_000, ...gst(gross) });

export const paidInvoice: Record<string, unknown> = invoice(1, '2026-11-12T04:00:00.000Z', {
  status: 'PAID',
  dueDate: '2026-11-26',
  totals: gst(112_470),
  lines: [lineOf(112_470, 'Deposit: Website migration')],
  paid: aud(112_470),
  balance: aud(0),
});
export const openInvoice: Record<string, unknown> = invoice(2, '2026-11-01T22:15:00.000Z', {
  isOverdue: true,
  dueDate: '2026-11-15',
  totals: gst(149_960),
  lines: [lineOf(149_960, 'Progress: Website migration')],
  paid: aud(0),
  balance: aud(149_960),
});

const payment = {
  __typename: 'Payment',
  reference: null,
  failure: null,
  receivedOn: null,
  confirmedAt: null,
  confirmedBy: null,
  receipt: null,
};
export const cardPayment = {
  ...payment,
  id: 'p1',
  invoice: paidInvoice,
  method: 'CARD',
  status: 'CONFIRMED',
  amount: aud(112_470),
  reference: 'pi_3Q8sample',
  createdAt: '2026-11-12T04:10:00.000Z',
  confirmedAt: '2026-11-12T04:11:00.000Z',
  confirmedBy: 'Stripe',
  receipt: {
    id: 'r1',
    number: 'RC-2026-0001',
    issuedAt: '2026-11-12T04:11:00.000Z',
    pdfUrl: '/documents/receipts/1.pdf',
  },
};
export const claim = {
  ...payment,
  id: 'p2',
  invoice: openInvoice,
  method: 'CASH',
  status: 'CLAIMED',
  amount: aud(149_960),
  reference: 'paid Tom at the clinic',
  receivedOn: '2026-11-20',
  createdAt: '2026-11-20T05:30:00.000Z',
};
export const declined = {
  ...payment,
  id: 'p3',
  invoice: openInvoice,
  method: 'CARD',
  status: 'FAILED',
  amount: aud(149_960),
  failure: 'Your card was declined: insufficient funds.',
  createdAt: '2026-11-19T05:30:00.000Z',
};

export const accepted = {
  ...quote,
  id: 'q1',
  number: 'QT-SILVA01-0001-1',
  title: 'Website migration',
  status: 'ACCEPTED',
  options: [{ ...option, chosen: true }],
  stages: shares.map((stage, at) => ({
    ...stage,
    amount: aud([112_470, 149_960, 112_470][at] ?? 0),
    canIssue: at === 2,
    invoice: [paidInvoice, openInvoice, null][at],
  })),
  totals: gst(374_900),
  invoices: [paidInvoice, openInvoice],
  actions: [],
  revisionHash: '9f2c4d0be1a7733c5a90b6a8b9e2dd1f0c7a6b5e4d3c2b1a0f9e8d7c6b5a4938',
  approvedAt: '2026-11-11T00:00:00.000Z',
  acceptance: {
    id: 'a1',
    signerName: 'Ana Silva',
    signerEmail: customer.email,
    method: 'DRAWN',
    signedAt: '2026-11-12T03:58:21.000Z',
    total: aud(374_900),
    evidenceHash: '0b6f7be1a7733c5a90b6a8b9e2dd1f0c7a6b5e4d3c2b1a0f9e8d7c6b5a49389f',
  },
  pdfUrl: '/documents/quotes/1.pdf',
  timeline: [
    { id: 't1', at: quote.createdAt, actor: 'Mia Hart', text: 'Started the draft.' },
    {
      id: 't2',
      at: '2026-11-11T00:00:00.000Z',
      actor: 'Mia Hart',
      text: 'Approved and sent to ana@silvadental.example.',
    },
    {
      id: 't3',
      at: '2026-11-12T03:58:21.000Z',
      actor: 'Customer',
      text: 'Signed for $3,749.00 with 1 option.',
    },
    {
      id: 't4',
      at: '2026-11-12T03:58:22.000Z',
      actor: 'System',
      text: 'Issued invoice INV-2026-0001 (Deposit).',
    },
  ],
  mails: [
    mail(
      'm2',
      'Invoice INV-2026-0001 from Harbour & Pine Web Studio',
      'ACCEPTED',
      '2026-11-12T03:58:25.000Z',
    ),
    mail('m1', 'Your quote QT-SILVA01-0001-1', 'FAILED', '2026-11-11T00:00:05.000Z'),
  ],
};

const row = (id: string, title: string, status: string, gross: number, more: object) => ({
  ...accepted,
  id,
  title,
  status,
  number: `QT-NORTH01-000${id.slice(1)}-1`,
  customer: plumber,
  totals: gst(gross),
  ...more,
});

export const quotes = [
  draft,
  row('q3', 'Emergency call-out page and online booking', 'OPEN', 1_250_050, {}),
  row('q4', 'Logo refresh', 'OPEN', 88_000, { isExpired: true, validUntil: '2026-11-01' }),
  accepted,
  row('q5', 'Intranet', 'CANCELED', 2_000_000, { cancelReason: 'WITHDRAWN' }),
];

Object.assign(paidInvoice, { quote: accepted, payments: [cardPayment] });
Object.assign(openInvoice, { quote: accepted, payments: [claim, declined] });

export const customers = [
  { ...plumber, quotes: [], invoices: [] },
  Object.assign(customer, { quotes: [draft, accepted], invoices: [openInvoice, paidInvoice] }),
];

const item = {
  __typename: 'ReviewItem',
  facts: [],
  quote: null,
  invoice: null,
  payment: null,
  resolvedAt: null,
};
export const reviewItems = [
  {
    ...item,
    id: 'n1',
    kind: 'FAILED_ACCEPTANCE',
    title: 'A signature of QT-NORTH01-0003-1 was stopped',
    explanation:
      'The total that the page showed is not the total of the approved quote. No invoice was made. Call the customer before you send a new link.',
    facts: [
      { label: 'Total', sent: 'A$12,000.50', approved: 'A$12,500.50' },
      {
        label: 'E-mail',
        sent: 'accounts@northsideplumbing.example',
        approved: 'accounts@northsideplumbing.example',
      },
      { label: 'IP address', sent: '203.0.113.40', approved: null },
    ],
    createdAt: '2026-11-19T23:04:00.000Z',
    quote: quotes[1],
  },
  {
    ...item,
    id: 'n2',
    kind: 'PAYMENT_CLAIM',
    title: 'Silva Dental says to have paid INV-2026-0002 in cash',
    explanation: 'Nothing is paid by that. Confirm it once you have the money; the receipt goes out then.',
    facts: [
      { label: 'Amount', sent: 'A$1,499.60', approved: 'A$1,499.60' },
      { label: 'Reference', sent: 'paid Tom at the clinic', approved: null },
    ],
    createdAt: '2026-11-20T05:30:00.000Z',
    invoice: openInvoice,
    payment: claim,
  },
  {
    ...item,
    id: 'n3',
    kind: 'DELIVERY_FAILED',
    title: 'The mail “Your quote QT-SILVA01-0001-1” could not be delivered',
    explanation:
      'The mail server said that the mailbox does not exist. Ask the customer for another address.',
    createdAt: '2026-11-20T06:00:00.000Z',
    quote: accepted,
  },
];
