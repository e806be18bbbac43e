/** The operations as the tests of the API ask them: every field that a test compares, and no document twice. */

export * from './bank-operations.ts';

const refusal = '... on Refusal { code message field }';
const money = '{ amount currency }';
const totals = `{ net ${money} tax ${money} gross ${money} taxes { treatment rate net ${money} tax ${money} } }`;
const discount = `discount { percent amount ${money} }`;
const recurring = `recurring { billing totals ${totals} }`;

/** A mutation with an input that answers with this type or a refusal. */
const write = (name: string, type: string, fields: string): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on ${type} { ${fields} } ${refusal} } }`;
};

const customer = `id version name contactName email phone address taxNumber contacts { id name email phone role } prefix
  currency language paymentTermsDays accountManager { name permissions } notes createdAt archivedAt`;
export const createCustomer = write('createCustomer', 'Customer', customer);
export const updateCustomer = write('updateCustomer', 'Customer', customer);
export const archiveCustomer = write('archiveCustomer', 'Customer', customer);
export const restoreCustomer = write('restoreCustomer', 'Customer', customer);
export const deleteCustomer = write('deleteCustomer', 'DeletedCustomer', 'id name');
export const customerById = `query ($id: ID!) { customer(id: $id) { ${customer} quotes { id } invoices { number } } }`;
const erasure = 'erasure { outcome kind at until by reason }';
export const erasurePreview =
  'query ($customerId: ID!) { erasurePreview(customerId: $customerId) { outcome kind until shares { what count goesNow } } }';
export const eraseCustomer = write('eraseCustomer', 'Customer', `id name email ${erasure}`);
export const erasedCustomer = `query ($id: ID!) { customer(id: $id) { ${customer} ${erasure} quotes { id number title status } invoices { number status } } }`;
export const customers =
  'query ($search: String, $archived: Boolean, $first: Int, $after: String) { customers(search: $search, archived: $archived, first: $first, after: $after) { items { id name } endCursor } }';
export const customerDuplicates =
  'query ($name: String, $email: String, $taxNumber: String, $phone: String, $excludeId: ID) { customerDuplicates(name: $name, email: $email, taxNumber: $taxNumber, phone: $phone, excludeId: $excludeId) { customer { id name archivedAt } reasons } }';

const company =
  'version name address email phone taxNumber taxLabel defaultTaxRate pricesIncludeTax currency timeZone paymentTermsDays quoteValidityDays quoteTerms bankDetails colour logoUrl';
export const readCompany = `{ company { ${company} } }`;
export const updateCompany = write('updateCompany', 'Company', company);
const paymentSettings = `version paymentSettings { bankAccount { holder iban bic street houseNumber postalCode town country payNow } refundLimit ${money} claimPauseDays paymentQr }`;
export const readPaymentSettings = `{ company { ${paymentSettings} } }`;
export const updatePaymentSettings = write('updatePaymentSettings', 'Company', paymentSettings);
const quoteSettings = `version quoteSettings { taxRounding reverseChargeNote exemptNote approvalLimit ${money} approvalDiscountPercent
  approvalTermsDays approveNewClients fourEyes staffMaySend mailboxProof quoteFollowUpDays expiryNoticeDays }`;
export const readQuoteSettings = `{ company { ${quoteSettings} } }`;
export const updateQuoteSettings = write('updateQuoteSettings', 'Company', quoteSettings);
export const removeCompanyLogo = write('removeCompanyLogo', 'Company', company);

const staff = 'id name email role permissions';
export const me = `{ me { ${staff} } }`;
export const allStaff = '{ staff { name role } }';
export const signIn = write('signIn', 'StaffMember', staff);
export const signOut = 'mutation { signOut }';
export const signOutEverywhere = 'mutation { signOutEverywhere }';
export const createStaffMember = write('createStaffMember', 'StaffMember', staff);

const message = 'messages { id kind author quoteNumber text at }';
const quote = `id version number title status cancelReason cancelNote isExpired scope terms currency pricesIncludeTax taxRounding ${discount}
  validUntil effectiveDate paymentTermsDays termsNote customer { id prefix }
  lines { id description quantity unit unitPrice ${money} ${discount} taxTreatment taxRate billing amount ${money} cost ${money} itemId }
  groups { id title description min max }
  options { id groupId title description unit price ${money} taxTreatment taxRate billing minQuantity maxQuantity requires excludes preselected chosen cost ${money} itemId }
  stages { id label percent fixedAmount ${money} due dueOn paymentTermsDays autoIssue amount ${money} canIssue invoice { number } }
  totals ${totals} subtotal ${money} discountTotal ${money} ${recurring} margin { cost ${money} profit ${money} rate }
  revisionHash createdAt author approvedAt approvedBy archivedAt approvalReasons { code text }
  acceptance { id signerName signerEmail method signedAt total ${money} evidenceHash }
  invoices { id number } plans { id billing startsOn totals ${totals} } versions { id number status } changes { kind label before after }
  ${message} actions timeline { actor text } mails { to subject text status sentAt } pdfUrl`;
/** A step of a quote; several share one input. */
const step = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on Quote { ${quote} } ${refusal} } }`;

export const createQuote = write('createQuote', 'Quote', quote);
export const updateQuote = write('updateQuote', 'Quote', quote);
export const submitQuote = step('submitQuote', 'QuoteStepInput');
export const returnQuote = step('returnQuote', 'QuoteStepWithNoteInput');
export const approveQuote = step('approveQuote', 'QuoteStepInput');
export const changeQuoteExpiry = write('changeQuoteExpiry', 'Quote', quote);
export const reviseQuote = step('reviseQuote', 'QuoteStepInput');
export const refreshQuote = step('refreshQuote', 'QuoteStepInput');
export const cancelQuote = step('cancelQuote', 'QuoteStepWithNoteInput');
export const archiveQuote = step('archiveQuote', 'QuoteStepInput');
export const restoreQuote = step('restoreQuote', 'QuoteStepInput');
export const duplicateQuote = write('duplicateQuote', 'Quote', quote);
export const answerQuote = write('answerQuote', 'Quote', quote);
const attachments = 'attachments { id name contentType size url }';
export const quoteFiles = `query ($id: ID!) { quote(id: $id) { id ${attachments} timeline { actor text } } }`;
export const removeAttachment = write('removeAttachment', 'Quote', `id ${attachments}`);
export const quoteById = `query ($id: ID!) { quote(id: $id) { ${quote} } }`;
export const quotes =
  'query ($status: QuoteStatus, $search: String, $archived: Boolean, $first: Int, $after: String) { quotes(status: $status, search: $search, archived: $archived, first: $first, after: $after) { items { id title number status } endCursor } }';

const soldItem = `id version name description unit price ${money} pricesIncludeTax netPrice ${money} grossPrice ${money} taxTreatment taxRate billing cost ${money} margin archivedAt`;
export const createCatalogueItem = write('createCatalogueItem', 'CatalogueItem', soldItem);
export const updateCatalogueItem = write('updateCatalogueItem', 'CatalogueItem', soldItem);
export const archiveCatalogueItem = write('archiveCatalogueItem', 'CatalogueItem', soldItem);
export const restoreCatalogueItem = write('restoreCatalogueItem', 'CatalogueItem', soldItem);
export const catalogueItem = `query ($id: ID!) { catalogueItem(id: $id) { ${soldItem} } }`;
export const catalogueItems =
  'query ($search: String, $archived: Boolean, $first: Int, $after: String) { catalogueItems(search: $search, archived: $archived, first: $first, after: $after) { items { id name } endCursor } }';

const template =
  'id version name description trade title currency lineCount optionCount archivedAt updatedAt';
export const saveQuoteAsTemplate = write('saveQuoteAsTemplate', 'QuoteTemplate', template);
export const renameTemplate = write('renameTemplate', 'QuoteTemplate', template);
export const archiveTemplate = write('archiveTemplate', 'QuoteTemplate', template);
export const restoreTemplate = write('restoreTemplate', 'QuoteTemplate', template);
export const createQuoteFromTemplate = write('createQuoteFromTemplate', 'Quote', quote);
export const quoteTemplates = `query ($search: String, $archived: Boolean, $first: Int, $after: String) { quoteTemplates(search: $search, archived: $archived, first: $first, after: $after) { items { ${template} } endCursor } }`;

const payment = `id method status amount ${money} reference failure receivedOn createdAt confirmedAt confirmedBy receipt { id number issuedAt pdfUrl }`;
const invoice = `id number status stageLabel stagePosition sourceEvent issueDate dueDate isOverdue pdfUrl
  customer { id } quote { id } lines { description taxRate net ${money} tax ${money} gross ${money} }
  totals ${totals} paid ${money} balance ${money} payments { ${payment} } log { kind actor method reference note at }`;
export const invoiceById = `query ($id: ID!) { invoice(id: $id) { ${invoice} } }`;
export const invoices =
  'query ($filter: InvoiceListInput, $sort: InvoiceOrder, $direction: SortDirection, $first: Int, $after: String) { invoices(filter: $filter, sort: $sort, direction: $direction, first: $first, after: $after) { items { id number isOverdue } endCursor } }';
export const payments =
  'query ($filter: PaymentListInput, $sort: PaymentOrder, $direction: SortDirection, $first: Int, $after: String) { payments(filter: $filter, sort: $sort, direction: $direction, first: $first, after: $after) { items { id status method invoice { number } } endCursor } }';
const figure = '{ count totals { amount currency } }';
export const paymentFigures = `{ paymentFigures { today weekStart monthStart errors paidToday ${figure} paidThisWeek ${figure} unpaid ${figure} overdue ${figure} toConfirm ${figure} cardUnderWay ${figure} cardInTrouble ${figure} credit ${figure} } }`;
export const paymentHistory =
  'query ($weeks: Int!) { paymentHistory(weeks: $weeks) { from to flows { method confirmed { amount currency } refunded { amount currency } } } }';
const view = 'id screen name search shared owner mine';
const refund = `id status method amount ${money} failure reference creditNoteNumber requestedBy approvedBy actions`;
export const refundPayment = write('refundPayment', 'Refund', refund);
export const approveRefund = write('approveRefund', 'Refund', refund);
export const rejectRefund = write('rejectRefund', 'Refund', refund);
export const confirmManualRefund = write('confirmManualRefund', 'Refund', refund);
export const disputes = '{ disputes { items { id status } endCursor } }';
export const invoicePreview = `query ($id: ID!) { invoicePreview(id: $id) { ... on PortalInvoice { number status } ... on PortalWaitingInvoice { __typename customerName subject paymentTermsDays lines { description } totals { gross ${money} } } } }`;
export const views = `query ($screen: ListScreen!) { views(screen: $screen) { ${view} } }`;
export const saveView = write('saveView', 'SavedView', view);
export const renameView = write('renameView', 'SavedView', view);
export const deleteView = 'mutation ($input: DeleteViewInput!) { deleteView(input: $input) }';
export const invoiceCounts = '{ invoiceCounts { group count } }';
export const paymentCounts = '{ paymentCounts { group count } }';
export const issueStageInvoice = write('issueStageInvoice', 'Invoice', invoice);
export const confirmManualPayment = write('confirmManualPayment', 'Payment', payment);
export const rejectManualPayment = write('rejectManualPayment', 'Payment', payment);

const item =
  'id kind group title explanation facts { label sent approved } createdAt actions assignee { id name } snoozedUntil quote { id } invoice { number } payment { id } resolvedAt resolvedBy resolution';
export const reviewItems = `query ($resolved: Boolean, $kind: ReviewKind, $group: ReviewGroup, $mine: Boolean, $snoozed: Boolean, $search: String, $first: Int, $after: String) { reviewItems(resolved: $resolved, kind: $kind, group: $group, mine: $mine, snoozed: $snoozed, search: $search, first: $first, after: $after) { items { ${item} } endCursor } }`;
export const openReviewCount = '{ openReviewCount }';
export const reviewCounts = '{ reviewCounts { waiting mine snoozed groups { group count } } }';
export const resolveReviewItem = write('resolveReviewItem', 'ReviewItem', item);
export const reopenReviewItem = write('reopenReviewItem', 'ReviewItem', item);
export const assignReviewItem = write('assignReviewItem', 'ReviewItem', item);
export const snoozeReviewItem = write('snoozeReviewItem', 'ReviewItem', item);
export const resolveReviewItems = write(
  'resolveReviewItems',
  'ReviewItemOutcomes',
  `outcomes { id result { ... on ReviewItem { id resolution } ... on Refusal { code message } } }`,
);
export const acceptOnBehalf = write(
  'acceptOnBehalf',
  'Quote',
  `id version status totals ${totals} acceptance { signerName signerEmail method onBehalf { by reason signedOn } evidenceHash } timeline { actor text } invoices { id number status }`,
);

const portalQuoteFields = `number title status newerNumber changes { label before after } customerName sentTo currency pricesIncludeTax taxRounding taxNotes mailboxProof ${discount}
  paymentTermsDays effectiveDate validUntil timeZone revisionHash consent freshQuoteRequested messages { kind text at } pdfUrl
  company { name address email phone taxNumber taxLabel } scope { kind level spans { text bold } } terms { spans { text } }
  lines { id description quantity unit unitPrice ${money} ${discount} taxTreatment taxRate billing amount ${money} } groups { id title description min max }
  options { id groupId title unit price ${money} taxTreatment taxRate billing minQuantity maxQuantity requires excludes preselected }
  stages { id label percent fixedAmount ${money} due dueOn paymentTermsDays }
  acceptance { signerName onBehalf signedAt choices { optionId quantity } totals ${totals} ${recurring} evidenceHash }
  invoices { number stageLabel status total ${money} dueDate }`;
export const portalQuote = `query ($number: String) { portalQuote(number: $number) { ${portalQuoteFields} } }`;
export const quotePreview = `query ($id: ID!) { quotePreview(id: $id) { ${portalQuoteFields} } }`;
export const signQuote = write('signQuote', 'PortalQuote', portalQuoteFields);
export const askAboutQuote = write('askAboutQuote', 'PortalQuote', portalQuoteFields);
export const declineQuote = write('declineQuote', 'PortalQuote', portalQuoteFields);
export const requestFreshQuote = write('requestFreshQuote', 'PortalQuote', portalQuoteFields);
const portalInvoiceFields = `number status customerName quoteNumber subject stageLabel issueDate dueDate isOverdue today
  company { name } lines { description gross ${money} } totals ${totals} paid ${money} balance ${money} methods bankDetails
  credited ${money} credit ${money} transfer { reference fields { label value copy } paymentQr { standard label path size } }
  payments { method status amount ${money} confirmedAt receiptNumber declined kept ${money} refunded ${money} proofs }
  creditNotes { number amount ${money} reason } refunds { method status amount ${money} } earlier { number label total ${money} creditNotes { number issueDate total ${money} } } pdfUrl`;
export const portalInvoice = `query ($number: String) { portalInvoice(number: $number) { ${portalInvoiceFields} } }`;
export const portalReceipt = `query ($number: String!) { portalReceipt(number: $number) { number issuedAt customerName invoiceNumber method amount ${money} reference balanceAfter ${money} kept ${money} refunded ${money} pdfUrl company { name } } }`;
export const portalRecords = `{ portalRecords { company { name } versions { number title status sentAt signedAt pdfUrl } invoices { number subject stageLabel status issueDate dueDate isOverdue total ${money} balance ${money} pdfUrl } receipts { number invoiceNumber issuedAt amount ${money} pdfUrl } } }`;
export const startPayment = write('startPayment', 'CheckoutRedirect', 'url');
export const useCredit = write('useCredit', 'PortalInvoice', portalInvoiceFields);
export const requestAccountLink = write('requestAccountLink', 'AccountLinkSent', 'sentTo');
export const revokeAccountLink = write(
  'revokeAccountLink',
  'Customer',
  'id accountLinks { purpose email revokedAt }',
);
export const sendAccountLink = write('sendAccountLink', 'Customer', 'id email');
export const portalAccount = `{ portalAccount { company { name } customerName email today owed ${money} credits ${money} hasStatement quotes { number title status isYours pdfUrl } invoices { number status total ${money} balance ${money} pdfUrl } payments { invoiceNumber method status amount ${money} } receipts { number invoiceNumber amount ${money} pdfUrl } creditNotes { number amount ${money} } } }`;
export const portalStatements = `query ($from: Date!, $to: Date!) { portalStatements(from: $from, to: $to) { currency opening ${money} closing ${money} pdfUrl lines { day kind number charged ${money} paid ${money} balance ${money} } } }`;
export const customerStatements = `query ($customerId: ID!, $from: Date!, $to: Date!) { customerStatements(customerId: $customerId, from: $from, to: $to) { currency opening ${money} charged ${money} paid ${money} closing ${money} pdfUrl } }`;
export const claimManualPayment = write('claimManualPayment', 'PortalInvoice', portalInvoiceFields);

const link = `links { id purpose email createdAt expiresAt revokedAt fetchedCount openedCount lastOpenedAt invoice { number } }`;
const withLinks = `id openedCount lastOpenedAt ${link}`;
export const linksOfQuote = `query ($id: ID!) { quote(id: $id) { ${withLinks} } }`;
export const revokeLink = write('revokeLink', 'Quote', withLinks);
export const sendFreshLink = write('sendFreshLink', 'Quote', withLinks);
export const mails =
  'query ($filter: MailFilter) { mails(filter: $filter) { items { id status failure } endCursor } }';
export const mail = 'query ($id: ID!) { mail(id: $id) { id } }';
export const resendMail = write('resendMail', 'Mail', 'id to status resendOf');
export const requestSigningCode = write('requestSigningCode', 'SigningCodeSent', 'sentTo minutes');
export const recordVisit = 'mutation ($input: RecordVisitInput!) { recordVisit(input: $input) }';
export const requestFreshLink =
  'mutation ($input: RequestFreshLinkInput!) { requestFreshLink(input: $input) }';

export const verifyDocument = `query ($input: VerifyDocumentInput!) { verifyDocument(input: $input) { __typename ... on Verification { verdict what number title companyName signerName signedAt total ${money} evidenceHash keyId publicKey } ${refusal} } }`;
export const evidenceUrls = 'query ($id: ID!) { quote(id: $id) { evidenceUrl pdfUrl } }';
export const portalEvidenceUrl = '{ portalQuote { evidenceUrl pdfUrl } }';

export {
  applyCredit,
  approveInvoice,
  createChangeOrder,
  createFreeInvoice,
  creditInvoice,
  returnInvoice,
  revokeInvoiceLink,
  sendInvoiceLink,
  updateInvoiceDraft,
  voidInvoice,
  writeOffInvoice,
} from './invoice-operations.ts';
