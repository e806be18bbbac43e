import { buildSchema, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../api/src/context.ts';
import type { StaffRole } from '../../api/src/domain/permission.ts';
import { conflict } from '../../api/src/fault.ts';
import { guarded, permissionTable } from '../../api/src/graphql/rules.ts';
import { contract, fieldsOf } from './contract.ts';

const staff = (role: StaffRole): Actor => ({ kind: 'staff', id: '1', name: 'Kim', role, sessionHash: 'h' });
const actors: Readonly<Record<string, Actor>> = {
  nobody: { kind: 'anonymous' },
  system: { kind: 'system' },
  link: {
    kind: 'link',
    linkId: '1',
    purpose: 'QUOTE',
    quoteId: '2',
    invoiceId: null,
    customerId: '3',
    email: 'ana@example.com',
  },
  OWNER: staff('OWNER'),
  MANAGER: staff('MANAGER'),
  STAFF: staff('STAFF'),
  BOOKKEEPER: staff('BOOKKEEPER'),
};

const everybody = ['nobody', 'system', 'link', 'OWNER', 'MANAGER', 'STAFF', 'BOOKKEEPER'];
const readers = ['OWNER', 'MANAGER', 'STAFF', 'BOOKKEEPER'];
const writers = ['OWNER', 'MANAGER', 'STAFF'];
const managers = ['OWNER', 'MANAGER'];

/** Who gets in, written out: the table of the rules has to say the same. */
const doors = {
  Query: {
    me: everybody,
    staff: readers,
    company: readers,
    customers: readers,
    customer: readers,
    customerDuplicates: readers,
    erasurePreview: ['OWNER'],
    quotes: readers,
    quote: readers,
    quotePreview: readers,
    invoicePreview: readers,
    catalogueItems: readers,
    catalogueItem: readers,
    quoteTemplates: readers,
    invoices: readers,
    invoice: readers,
    invoiceCounts: readers,
    payments: readers,
    paymentCounts: readers,
    paymentFigures: readers,
    paymentHistory: readers,
    views: readers,
    bankStatements: readers,
    bankStatement: readers,
    bankStatementPreview: writers,
    bankLines: readers,
    bankLine: readers,
    bankLineCounts: readers,
    disputes: readers,
    mail: readers,
    mails: readers,
    reviewItems: readers,
    openReviewCount: readers,
    reviewCounts: readers,
    portalQuote: ['link'],
    portalInvoice: ['link'],
    portalReceipt: ['link'],
    portalRecords: ['link'],
    portalAccount: ['link'],
    portalStatements: ['link'],
    customerStatements: readers,
    verifyDocument: everybody,
  },
  Mutation: {
    signIn: everybody,
    signOut: readers,
    signOutEverywhere: readers,
    createStaffMember: ['OWNER'],
    updateCompany: ['OWNER'],
    removeCompanyLogo: ['OWNER'],
    updateQuoteSettings: ['OWNER'],
    updatePaymentSettings: ['OWNER'],
    createCustomer: writers,
    updateCustomer: writers,
    archiveCustomer: writers,
    restoreCustomer: writers,
    deleteCustomer: writers,
    eraseCustomer: ['OWNER'],
    createQuote: writers,
    updateQuote: writers,
    removeAttachment: writers,
    submitQuote: writers,
    returnQuote: managers,
    approveQuote: writers,
    changeQuoteExpiry: managers,
    reviseQuote: writers,
    refreshQuote: writers,
    cancelQuote: writers,
    archiveQuote: writers,
    restoreQuote: writers,
    duplicateQuote: writers,
    answerQuote: writers,
    createCatalogueItem: writers,
    updateCatalogueItem: writers,
    archiveCatalogueItem: writers,
    restoreCatalogueItem: writers,
    saveQuoteAsTemplate: writers,
    createQuoteFromTemplate: writers,
    renameTemplate: writers,
    archiveTemplate: writers,
    restoreTemplate: writers,
    issueStageInvoice: writers,
    refundPayment: managers,
    approveRefund: managers,
    rejectRefund: managers,
    confirmManualRefund: managers,
    createFreeInvoice: writers,
    updateInvoiceDraft: writers,
    approveInvoice: managers,
    returnInvoice: managers,
    voidInvoice: managers,
    creditInvoice: managers,
    writeOffInvoice: managers,
    applyCredit: writers,
    createChangeOrder: writers,
    confirmManualPayment: writers,
    importBankStatement: writers,
    confirmBankMatch: writers,
    ignoreBankLine: writers,
    restoreBankLine: writers,
    rejectManualPayment: writers,
    saveView: readers,
    renameView: readers,
    deleteView: readers,
    resolveReviewItem: writers,
    resolveReviewItems: writers,
    reopenReviewItem: writers,
    assignReviewItem: writers,
    snoozeReviewItem: writers,
    acceptOnBehalf: managers,
    revokeLink: writers,
    sendFreshLink: writers,
    revokeInvoiceLink: writers,
    sendInvoiceLink: writers,
    resendMail: writers,
    askAboutQuote: ['link'],
    declineQuote: ['link'],
    requestFreshQuote: ['link'],
    requestSigningCode: ['link'],
    recordVisit: ['link'],
    requestFreshLink: everybody,
    signQuote: ['link'],
    startPayment: ['link'],
    claimManualPayment: ['link'],
    useCredit: ['link'],
    requestAccountLink: ['link'],
    sendAccountLink: writers,
    revokeAccountLink: writers,
  },
} satisfies Record<'Query' | 'Mutation', Record<string, string[]>>;

type Resolve = (source: unknown, args: object, context: object, info: object) => unknown;

/** The contract behind its rules, where everything that is let in answers «in». */
function house(sdl: string, answer: Resolve = () => 'in'): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) field.resolve = answer;
  }
  return guarded(schema);
}

type Door = [schema: GraphQLSchema, type: 'Query' | 'Mutation', name: string, actor: Actor | undefined];

async function ask(...[schema, type, name, actor]: Door): Promise<unknown> {
  const fields = (type === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields();
  const resolve = fields?.[name]?.resolve as Resolve | undefined;
  if (resolve === undefined) throw new Error(`${name} has no resolver`);
  return resolve(undefined, {}, { actor }, {});
}

/** What somebody gets who knocks: «in», or the code of the fault. */
async function knock(...door: Door): Promise<unknown> {
  const answer = await ask(...door);
  return answer instanceof Error && 'extensions' in answer
    ? (answer.extensions as { code?: unknown }).code
    : answer;
}

describe('the permission table', () => {
  const ruled = house(contract);

  test.each(['Query', 'Mutation'] as const)(
    'lists every operation of %s, and closes what is not listed',
    (type) => {
      const listed = Object.keys(permissionTable[type]);
      expect(listed.sort()).toEqual(['*', ...Object.keys(fieldsOf(type))].sort());
      expect(Object.keys(doors[type]).sort()).toEqual(Object.keys(fieldsOf(type)).sort());
    },
  );

  const cases = (['Query', 'Mutation'] as const).flatMap((type) =>
    Object.entries(doors[type]).map(([name, welcome]) => ({ type, name, welcome, who: welcome.join(', ') })),
  );
  test.each(cases)('opens $name to exactly $who', async ({ type, name, welcome }) => {
    const turnedAway = welcome[0] === 'link' ? 'NOT_FOUND' : null;
    for (const [who, actor] of Object.entries(actors)) {
      const expected = actor.kind === 'staff' ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      const answer = await knock(ruled, type, name, actor);
      expect([who, answer]).toEqual([who, welcome.includes(who) ? 'in' : (turnedAway ?? expected)]);
    }
  });

  test('an operation that nobody wrote a rule for stays closed, also to the owner', async () => {
    const schema = house(`${contract}\nextend type Query { secret: String }`);
    expect(await knock(schema, 'Query', 'secret', actors['OWNER'])).toBe('FORBIDDEN');
    expect(await knock(schema, 'Query', 'secret', actors['nobody'])).toBe('UNAUTHENTICATED');
  });

  test('a rule that breaks keeps the door closed', async () => {
    expect(await knock(ruled, 'Query', 'quotes', undefined)).toBe('UNAUTHENTICATED');
  });

  test('a fault of a resolver stays what it is', async () => {
    const schema = house(contract, () => Promise.reject(conflict()));
    expect(await ask(schema, 'Query', 'quotes', actors['OWNER'])).toEqual(conflict());
  });
});
