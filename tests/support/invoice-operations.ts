/** What can be done with invoices and contracts, as the tests of the API ask for it (operations.ts has the rest). */
const refusal = '... on Refusal { code message field }';
const money = '{ amount currency }';
const totals = `{ net ${money} tax ${money} gross ${money} taxes { treatment rate net ${money} tax ${money} } }`;
const invoice = `id number kind status subject stageLabel stagePosition issueDate dueDate paymentTermsDays termsNote contentHash approvalReasons
  createdBy actions pricesIncludeTax lines { description quantity unit unitPrice ${money} discount { percent amount ${money} } taxTreatment taxRate net ${money} tax ${money} gross ${money} }
  earlier { number issueDate label totals ${totals} creditNotes { number issueDate totals ${totals} } } totals ${totals} paid ${money} credited ${money} writtenOff ${money} balance ${money}
  creditNotes { id number } customerCredit ${money} log { kind actor reference note } payments { id status failure } pdfUrl`;
const note = `id number reason invoice { id number } lines { description taxRate net ${money} tax ${money} gross ${money} } totals ${totals} issueDate issuedBy pdfUrl`;
const step = (name: string, input: string, type = 'Invoice', fields = invoice): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on ${type} { ${fields} } ${refusal} } }`;

export const issueStageInvoice = step('issueStageInvoice', 'IssueStageInvoiceInput');
export const createFreeInvoice = step('createFreeInvoice', 'CreateFreeInvoiceInput');
export const updateInvoiceDraft = step('updateInvoiceDraft', 'UpdateInvoiceDraftInput');
export const approveInvoice = step('approveInvoice', 'ApproveInvoiceInput');
export const returnInvoice = step('returnInvoice', 'InvoiceReasonInput');
export const voidInvoice = step('voidInvoice', 'InvoiceReasonInput');
export const writeOffInvoice = step('writeOffInvoice', 'InvoiceReasonInput');
export const applyCredit = step('applyCredit', 'ApplyCreditInput');
export const creditInvoice = step('creditInvoice', 'CreditInvoiceInput', 'CreditNote', note);
const withLinks = `id number links { id purpose email revokedAt fetchedCount openedCount invoice { number } }`;
export const linksOfInvoice = `query ($id: ID!) { invoice(id: $id) { ${withLinks} } }`;
export const revokeInvoiceLink = step('revokeInvoiceLink', 'RevokeInvoiceLinkInput', 'Invoice', withLinks);
export const sendInvoiceLink = step('sendInvoiceLink', 'SendInvoiceLinkInput', 'Invoice', withLinks);
export const createChangeOrder = step(
  'createChangeOrder',
  'CreateChangeOrderInput',
  'Quote',
  `id version title changeKind changeOf { id } status`,
);
export const contractOfQuote = `query ($id: ID!) { quote(id: $id) { id number actions contractValue ${money} changeOrders { id number status changeKind } stages { label canIssue invoice { id number } } } }`;
export const readInvoice = `query ($id: ID!) { invoice(id: $id) { ${invoice} } }`;
