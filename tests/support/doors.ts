import type * as operations from './operations.ts';
import { invoiceDoors } from './invoice-doors.ts';
import { moneyDoors } from './money-doors.ts';
import { aCustomerInput, aKey, aQuoteInput, aSignature, type Signed } from './steps.ts';

/** Who may do what, written out: every operation of the contract, and who gets past its door. */
export const roles = ['OWNER', 'MANAGER', 'STAFF', 'BOOKKEEPER'] as const;
export const staff: readonly string[] = [...roles];
const writers = ['OWNER', 'MANAGER', 'STAFF'];
const approvers = ['OWNER', 'MANAGER'];
const owner = ['OWNER'];
const holder = ['quote link', 'invoice link'];
const nobody: readonly string[] = [];

/** An operation, its variables, and who gets past the door; everybody else is told to sign in, no, or that there is nothing. */
export type Known = Signed & {
  itemId: string;
  catalogueItemId: string;
  templateId: string;
  spareLinkId: string;
  accountLinkId: string;
  invoiceLinkId: string;
  statementId: string;
  lineId: string;
  mailId: string;
  paymentId: string;
  refundId: string;
  viewId: string;
};
export type Door = [
  name: keyof typeof operations,
  variables: (quote: Known) => object,
  who: readonly string[],
];

export const anItemInput = {
  name: 'Workstation',
  description: '',
  unit: 'pcs',
  price: 129_900,
  pricesIncludeTax: true,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
};

const absent = '00000000-0000-7000-8000-000000000000';
const of = (input: object) => () => ({ input });
const settings = {
  version: 0,
  name: 'X',
  address: [],
  email: 'a@example.com',
  phone: '',
  taxNumber: '',
  taxLabel: 'T',
  defaultTaxRate: 0,
  pricesIncludeTax: true,
  paymentTermsDays: 1,
  quoteValidityDays: 1,
  quoteTerms: '',
  bankDetails: [],
  colour: '#1d5a49',
};
const quoteSettings = {
  version: 0,
  taxRounding: 'LINE',
  reverseChargeNote: '',
  exemptNote: '',
  mailboxProof: 'TYPED',
  approveNewClients: false,
  fourEyes: false,
  staffMaySend: false,
  quoteFollowUpDays: [],
};
const person = { name: '', email: 'new@example.com', role: 'OWNER', password: 'correct horse battery' };
const money = { method: 'CASH', amount: 0, reference: '', receivedOn: '2026-11-21', paymentId: null };

const year = { from: '2026-01-01', to: '2026-12-31' };
const account = {
  ...{ holder: '', iban: '', bic: '', street: '', houseNumber: '' },
  ...{ postalCode: '', town: '', country: '', payNow: '' },
};

const mostDoors: readonly Door[] = [
  ['allStaff', () => ({}), staff],
  ['readCompany', () => ({}), staff],
  ['customers', () => ({}), staff],
  ['customerById', ({ customer }) => ({ id: customer.id }), staff],
  ['customerDuplicates', () => ({}), staff],
  ['quotes', () => ({}), staff],
  ['quoteById', ({ id }) => ({ id }), staff],
  ['invoices', () => ({}), staff],
  ['invoiceById', ({ invoice }) => ({ id: invoice.id }), staff],
  ['payments', () => ({}), staff],
  ['reviewItems', () => ({}), staff],
  ['openReviewCount', () => ({}), staff],
  ['createStaffMember', () => ({ input: { idempotencyKey: aKey(), ...person } }), owner],
  ['updateCompany', of({ ...settings, name: '' }), owner],
  ['updateQuoteSettings', of(quoteSettings), owner],
  ['removeCompanyLogo', of({ logoUrl: '' }), owner],
  ['removeAttachment', ({ id }) => ({ input: { quoteId: id, id: absent } }), writers],
  [
    'createCustomer',
    () => ({ input: { idempotencyKey: aKey(), customer: aCustomerInput({ name: '' }) } }),
    writers,
  ],
  [
    'updateCustomer',
    ({ customer }) => ({ input: { id: customer.id, version: 1, customer: aCustomerInput({ name: '' }) } }),
    writers,
  ],
  ['restoreCustomer', ({ customer }) => ({ input: { id: customer.id, version: 1 } }), writers],
  ['archiveCustomer', ({ customer }) => ({ input: { id: customer.id, version: 1 } }), writers],
  ['erasurePreview', ({ customer }) => ({ customerId: customer.id }), owner],
  ['eraseCustomer', of({ idempotencyKey: 'short', id: absent, reason: 'Asked for it' }), owner],
  ['deleteCustomer', ({ customer }) => ({ input: { id: customer.id, version: 1 } }), writers],
  [
    'createQuote',
    ({ customer }) => ({
      input: { idempotencyKey: aKey(), customerId: customer.id, quote: aQuoteInput({ title: '' }) },
    }),
    writers,
  ],
  ['updateQuote', ({ id }) => ({ input: { id, version: 1, quote: aQuoteInput({ title: '' }) } }), writers],
  ['submitQuote', ({ id, version }) => ({ input: { id, version } }), writers],
  ['returnQuote', ({ id, version }) => ({ input: { id, version, note: 'no' } }), approvers],
  ['approveQuote', ({ id, version }) => ({ input: { id, version } }), writers],
  [
    'changeQuoteExpiry',
    ({ id, version }) => ({ input: { id, version, validUntil: '2026-12-24' } }),
    approvers,
  ],
  ['reviseQuote', ({ id, version }) => ({ input: { id, version } }), writers],
  ['refreshQuote', ({ id, version }) => ({ input: { id, version } }), writers],
  ['cancelQuote', ({ id, version }) => ({ input: { id, version, note: '' } }), approvers],
  // The first of them does it, for the others it is done.
  ['archiveQuote', ({ id, version }) => ({ input: { id, version } }), writers],
  ['restoreQuote', ({ id, version }) => ({ input: { id, version: version + 1 } }), writers],
  ['duplicateQuote', () => ({ input: { idempotencyKey: 'short', id: absent } }), writers],
  ['issueStageInvoice', ({ id, stages }) => ({ input: { quoteId: id, stageId: stages[2]?.id } }), writers],
  ...invoiceDoors,
  [
    'confirmManualPayment',
    ({ invoice }) => ({ input: { idempotencyKey: aKey(), invoiceId: invoice.id, ...money } }),
    writers,
  ],
  ['rejectManualPayment', of({ paymentId: absent, reason: '' }), writers],
  ['reviewCounts', () => ({}), staff],
  ['resolveReviewItem', of({ id: absent, resolution: '' }), writers],
  ['resolveReviewItems', of({ ids: [], resolution: '' }), writers],
  ['reopenReviewItem', ({ itemId }) => ({ input: { id: itemId } }), writers],
  ['assignReviewItem', ({ itemId }) => ({ input: { id: itemId, staffId: null } }), writers],
  ['snoozeReviewItem', ({ itemId }) => ({ input: { id: itemId, until: null } }), writers],
  [
    'acceptOnBehalf',
    ({ id }) => ({
      input: {
        idempotencyKey: aKey(),
        quoteId: id,
        choices: [],
        signerName: 'Ana Silva',
        signedOn: '2026-11-21',
        reason: 'Signed on paper.',
      },
    }),
    approvers,
  ],
  ['portalQuote', () => ({}), ['quote link']],
  ['signQuote', (quote) => ({ input: aSignature(quote) }), ['quote link']],
  ['portalInvoice', () => ({}), holder],
  [
    'claimManualPayment',
    () => ({ input: { idempotencyKey: aKey(), method: 'CARD', paidOn: '2026-11-21', reference: '' } }),
    holder,
  ],
  ['startPayment', () => ({ input: {} }), holder],
  ['portalReceipt', () => ({ number: 'RC-2026-9999' }), nobody],
  ['portalRecords', () => ({}), holder],
  ['useCredit', () => ({ input: { idempotencyKey: 'short' } }), holder],
  ['requestAccountLink', () => ({ input: { idempotencyKey: 'short' } }), holder],
  // The link to everything is another one than those of a quote and an invoice.
  ['portalAccount', () => ({}), nobody],
  ['portalStatements', () => year, nobody],
  ['updatePaymentSettings', of({ version: 1, bankAccount: account, claimPauseDays: -1 }), owner],
  ['revokeAccountLink', ({ accountLinkId }) => ({ input: { id: accountLinkId } }), writers],
  ['customerStatements', ({ customer }) => ({ customerId: customer.id, ...year }), staff],
  [
    'sendAccountLink',
    ({ customer }) => ({ input: { idempotencyKey: 'short', customerId: customer.id } }),
    writers,
  ],
];
/** Doors of the catalogue, the templates, and the talk with customers. */
const moreDoors: readonly Door[] = [
  ['catalogueItems', () => ({}), staff],
  ['catalogueItem', ({ catalogueItemId }) => ({ id: catalogueItemId }), staff],
  ['createCatalogueItem', () => ({ input: { idempotencyKey: 'short', item: anItemInput } }), writers],
  [
    'updateCatalogueItem',
    ({ catalogueItemId }) => ({
      input: { id: catalogueItemId, version: 1, item: { ...anItemInput, name: '' } },
    }),
    writers,
  ],
  [
    'restoreCatalogueItem',
    ({ catalogueItemId }) => ({ input: { id: catalogueItemId, version: 1 } }),
    writers,
  ],
  [
    'archiveCatalogueItem',
    ({ catalogueItemId }) => ({ input: { id: catalogueItemId, version: 1 } }),
    writers,
  ],
  ['quoteTemplates', () => ({}), staff],
  [
    'saveQuoteAsTemplate',
    ({ id }) => ({ input: { idempotencyKey: 'short', quoteId: id, name: 'T', description: '', trade: '' } }),
    writers,
  ],
  [
    'createQuoteFromTemplate',
    ({ templateId, customer }) => ({
      input: { idempotencyKey: 'short', templateId, customerId: customer.id },
    }),
    writers,
  ],
  [
    'renameTemplate',
    ({ templateId }) => ({ input: { id: templateId, version: 1, name: '', description: '', trade: '' } }),
    writers,
  ],
  ['restoreTemplate', ({ templateId }) => ({ input: { id: templateId, version: 1 } }), writers],
  ['archiveTemplate', ({ templateId }) => ({ input: { id: templateId, version: 1 } }), writers],
  ['quotePreview', ({ id }) => ({ id }), staff],
  ['bankStatements', () => ({}), staff],
  ['bankStatementById', ({ statementId }) => ({ id: statementId }), staff],
  ['bankStatementPreview', ({ statementId }) => ({ id: statementId }), writers],
  ['bankLines', () => ({}), staff],
  ['bankLineById', ({ lineId }) => ({ id: lineId }), staff],
  ['bankLineCounts', () => ({}), staff],
  [
    'importBankStatement',
    ({ statementId }) => ({ input: { id: statementId, skipProblems: false } }),
    writers,
  ],
  ['confirmBankMatch', of({ idempotencyKey: 'short', lineIds: [], allocations: [] }), writers],
  ['ignoreBankLine', ({ lineId }) => ({ input: { id: lineId, reason: '' } }), writers],
  ['restoreBankLine', ({ lineId }) => ({ input: { id: lineId } }), writers],
  ['answerQuote', ({ id }) => ({ input: { idempotencyKey: aKey(), id, text: '' } }), writers],
  ['mails', () => ({}), staff],
  ['mail', ({ mailId }) => ({ id: mailId }), staff],
  ['resendMail', () => ({ input: { idempotencyKey: 'short', mailId: absent } }), writers],
  ['sendFreshLink', ({ id }) => ({ input: { idempotencyKey: 'short', quoteId: id } }), writers],
  ['revokeLink', ({ spareLinkId }) => ({ input: { id: spareLinkId } }), writers],
  [
    'askAboutQuote',
    () => ({ input: { idempotencyKey: aKey(), kind: 'QUESTION', text: '' } }),
    ['quote link'],
  ],
  ['declineQuote', () => ({ input: { revisionHash: '', reason: '' } }), ['quote link']],
  ['requestFreshQuote', () => ({ input: {} }), ['quote link']],
  ['requestSigningCode', () => ({ input: {} }), ['quote link']],
  ['recordVisit', () => ({ input: { visitId: aKey(), opened: false } }), holder],
];

export const doors: readonly Door[] = [...mostDoors, ...moreDoors, ...moneyDoors];

/** Tested with the sessions themselves, in staff.test.ts. */
export const anybody = [
  'me',
  'signIn',
  'signOut',
  'signOutEverywhere',
  'verifyDocument',
  'requestFreshLink',
] as const;
export const portal = new Set([
  'portalQuote',
  'signQuote',
  'portalInvoice',
  'claimManualPayment',
  'startPayment',
  'portalReceipt',
  'portalRecords',
  'portalAccount',
  'portalStatements',
  'useCredit',
  'requestAccountLink',
  'askAboutQuote',
  'declineQuote',
  'requestFreshQuote',
  'requestSigningCode',
  'recordVisit',
]);
