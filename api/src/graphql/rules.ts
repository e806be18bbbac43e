import { GraphQLError, type GraphQLSchema } from 'graphql';
import { applyMiddleware, type IMiddlewareTypeMap } from 'graphql-middleware';
import { allow, deny, rule, shield } from 'graphql-shield';
import type { Actor } from '../context.ts';
import { may, type Permission } from '../domain/permission.ts';
import { type Fault, forbidden, notFound, unauthenticated } from '../fault.ts';

/** Rules look at who asks and at nothing else: no database, no arguments, so nothing in them can fail open. */
type Asking = { readonly actor: Actor };

// shield hides a thrown error behind a plain no; a returned one reaches the caller with its code.
const no = ({ code, message }: Fault): GraphQLError => new GraphQLError(message, { extensions: { code } });

const asking = (name: string, judge: (actor: Actor) => true | Fault) =>
  rule(name, { cache: 'no_cache' })((_parent: unknown, _args: unknown, ctx: Asking) => {
    const verdict = judge(ctx.actor);
    return verdict === true ? true : no(verdict);
  });

const staff = asking('staff', (actor) => actor.kind === 'staff' || unauthenticated());

const needs = (permission: Permission) =>
  asking(permission, (actor) => {
    if (actor.kind !== 'staff') return unauthenticated();
    return may(actor.role, permission) || forbidden();
  });

/** A page without a link, or with a wrong one, is told the same: there is nothing here. */
const link = asking('link', (actor) => actor.kind === 'link' || notFound());

const read = needs('READ');
const writeQuotes = needs('WRITE_QUOTES');
const approveQuotes = needs('APPROVE_QUOTES');
const issueInvoices = needs('ISSUE_INVOICES');
const approveInvoices = needs('APPROVE_INVOICES');
const correctInvoices = needs('CORRECT_INVOICES');
const confirmPayments = needs('CONFIRM_PAYMENTS');
const refundPayments = needs('REFUND_PAYMENTS');
const settleReview = needs('SETTLE_REVIEW');
const eraseCustomerData = needs('ERASE_CUSTOMER_DATA');
const manageCompany = needs('MANAGE_COMPANY');

/** Who may knock on which door. What is not listed is closed; which rows and states, use cases decide. */
export const permissionTable = {
  Query: {
    '*': deny,
    me: allow,
    staff: read,
    company: read,
    customers: read,
    customer: read,
    customerDuplicates: read,
    erasurePreview: eraseCustomerData,
    quotes: read,
    quote: read,
    catalogueItems: read,
    catalogueItem: read,
    quoteTemplates: read,
    invoices: read,
    invoice: read,
    invoiceCounts: read,
    payments: read,
    disputes: read,
    paymentCounts: read,
    paymentFigures: read,
    paymentHistory: read,
    views: read,
    bankStatements: read,
    bankStatement: read,
    bankStatementPreview: confirmPayments,
    bankLines: read,
    bankLine: read,
    bankLineCounts: read,
    mails: read,
    mail: read,
    reviewItems: read,
    openReviewCount: read,
    reviewCounts: read,
    quotePreview: read,
    invoicePreview: read,
    portalQuote: link,
    portalInvoice: link,
    portalReceipt: link,
    portalRecords: link,
    portalAccount: link,
    portalStatements: link,
    customerStatements: read,
    verifyDocument: allow,
  },
  Mutation: {
    '*': deny,
    signIn: allow,
    signOut: staff,
    signOutEverywhere: staff,
    createStaffMember: manageCompany,
    updateCompany: manageCompany,
    updateQuoteSettings: manageCompany,
    updatePaymentSettings: manageCompany,
    removeCompanyLogo: manageCompany,
    createCustomer: writeQuotes,
    updateCustomer: writeQuotes,
    archiveCustomer: writeQuotes,
    restoreCustomer: writeQuotes,
    deleteCustomer: writeQuotes,
    eraseCustomer: eraseCustomerData,
    createQuote: writeQuotes,
    updateQuote: writeQuotes,
    removeAttachment: writeQuotes,
    submitQuote: writeQuotes,
    returnQuote: approveQuotes,
    approveQuote: writeQuotes,
    changeQuoteExpiry: approveQuotes,
    reviseQuote: writeQuotes,
    refreshQuote: writeQuotes,
    cancelQuote: writeQuotes,
    archiveQuote: writeQuotes,
    restoreQuote: writeQuotes,
    duplicateQuote: writeQuotes,
    createCatalogueItem: writeQuotes,
    updateCatalogueItem: writeQuotes,
    archiveCatalogueItem: writeQuotes,
    restoreCatalogueItem: writeQuotes,
    saveQuoteAsTemplate: writeQuotes,
    createQuoteFromTemplate: writeQuotes,
    renameTemplate: writeQuotes,
    archiveTemplate: writeQuotes,
    restoreTemplate: writeQuotes,
    issueStageInvoice: issueInvoices,
    createFreeInvoice: issueInvoices,
    updateInvoiceDraft: issueInvoices,
    approveInvoice: approveInvoices,
    returnInvoice: approveInvoices,
    voidInvoice: correctInvoices,
    creditInvoice: correctInvoices,
    writeOffInvoice: correctInvoices,
    applyCredit: confirmPayments,
    createChangeOrder: writeQuotes,
    confirmManualPayment: confirmPayments,
    rejectManualPayment: confirmPayments,
    refundPayment: refundPayments,
    approveRefund: refundPayments,
    rejectRefund: refundPayments,
    confirmManualRefund: refundPayments,
    importBankStatement: confirmPayments,
    confirmBankMatch: confirmPayments,
    ignoreBankLine: confirmPayments,
    restoreBankLine: confirmPayments,
    saveView: read,
    renameView: read,
    deleteView: read,
    resolveReviewItem: settleReview,
    resolveReviewItems: settleReview,
    reopenReviewItem: settleReview,
    assignReviewItem: settleReview,
    snoozeReviewItem: settleReview,
    acceptOnBehalf: approveQuotes,
    answerQuote: writeQuotes,
    resendMail: writeQuotes,
    revokeLink: writeQuotes,
    sendFreshLink: writeQuotes,
    revokeInvoiceLink: issueInvoices,
    sendInvoiceLink: issueInvoices,
    signQuote: link,
    requestSigningCode: link,
    recordVisit: link,
    requestFreshLink: allow,
    askAboutQuote: link,
    declineQuote: link,
    requestFreshQuote: link,
    startPayment: link,
    claimManualPayment: link,
    useCredit: link,
    requestAccountLink: link,
    sendAccountLink: writeQuotes,
    revokeAccountLink: writeQuotes,
  },
};

const closed = (_thrown: unknown, _parent: object, _args: object, ctx: object): GraphQLError =>
  no((ctx as Partial<Asking>).actor?.kind === 'staff' ? forbidden() : unauthenticated());

/** The schema behind its rules. */
export function guarded(schema: GraphQLSchema): GraphQLSchema {
  // Without allowExternalErrors every fault of a resolver would be reported as a missing permission.
  const rules = shield(permissionTable, { allowExternalErrors: true, fallbackError: closed });
  const { Query, Mutation } = rules.generate(schema) as IMiddlewareTypeMap;
  if (Query === undefined || Mutation === undefined) throw new Error('There is a schema without rules');
  // shield wraps every field of every type, which costs more than the fields; the table speaks of operations alone.
  return applyMiddleware(schema, { Query, Mutation });
}
