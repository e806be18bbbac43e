/** The operations as the tests of the API ask them: every field that a test compares, and no document twice. */

const refusal = '... on Refusal { code message field }';
const money = '{ amount currency }';
const totals = `{ net ${money} tax ${money} gross ${money} taxes { rate net ${money} tax ${money} } }`;

/** A mutation with an input that answers with this type or a refusal. */
const write = (name: string, type: string, fields: string): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on ${type} { ${fields} } ${refusal} } }`;
};

const customer = 'id version name contactName email phone address prefix currency paymentTermsDays createdAt';
export const createCustomer = write('createCustomer', 'Customer', customer);
export const updateCustomer = write('updateCustomer', 'Customer', customer);
export const customerById = `query ($id: ID!) { customer(id: $id) { ${customer} quotes { id } invoices { number } } }`;
export const customers =
  'query ($search: String, $first: Int, $after: String) { customers(search: $search, first: $first, after: $after) { items { id name } endCursor } }';

const company =
  'version name address email phone taxNumber taxLabel defaultTaxRate pricesIncludeTax currency timeZone paymentTermsDays quoteValidityDays quoteTerms bankDetails';
export const readCompany = `{ company { ${company} } }`;
export const updateCompany = write('updateCompany', 'Company', company);

const staff = 'id name email role permissions';
export const me = `{ me { ${staff} } }`;
export const allStaff = '{ staff { name role } }';
export const signIn = write('signIn', 'StaffMember', staff);
export const signOut = 'mutation { signOut }';
export const signOutEverywhere = 'mutation { signOutEverywhere }';
export const createStaffMember = write('createStaffMember', 'StaffMember', staff);

const quote = `id version number title status cancelReason isExpired scope terms currency pricesIncludeTax validUntil paymentTermsDays
  customer { id prefix }
  lines { id description quantity unit unitPrice ${money} taxRate amount ${money} }
  options { id title description price ${money} taxRate preselected chosen }
  stages { id label share due amount ${money} canIssue invoice { number } }
  totals ${totals} revisionHash createdAt approvedAt acceptance { id signerName signerEmail method signedAt total ${money} evidenceHash }
  invoices { id number } actions timeline { actor text } mails { to subject text status sentAt } pdfUrl`;
export const createQuote = write('createQuote', 'Quote', quote);
export const updateQuote = write('updateQuote', 'Quote', quote);
export const approveQuote = write('approveQuote', 'Quote', quote);
export const cancelQuote = write('cancelQuote', 'Quote', quote);
export const quoteById = `query ($id: ID!) { quote(id: $id) { ${quote} } }`;
export const quotes =
  'query ($status: QuoteStatus, $search: String, $first: Int, $after: String) { quotes(status: $status, search: $search, first: $first, after: $after) { items { id title status } endCursor } }';

const payment = `id method status amount ${money} reference failure receivedOn createdAt confirmedAt confirmedBy receipt { id number issuedAt pdfUrl }`;
const invoice = `id number status stageLabel stagePosition sourceEvent issueDate dueDate isOverdue pdfUrl
  customer { id } quote { id } lines { description taxRate net ${money} tax ${money} gross ${money} }
  totals ${totals} paid ${money} balance ${money} payments { ${payment} } log { kind actor method reference note at }`;
export const invoiceById = `query ($id: ID!) { invoice(id: $id) { ${invoice} } }`;
export const invoices =
  'query ($filter: InvoiceFilter, $search: String, $first: Int, $after: String) { invoices(filter: $filter, search: $search, first: $first, after: $after) { items { id number isOverdue } endCursor } }';
export const issueStageInvoice = write('issueStageInvoice', 'Invoice', invoice);
export const payments =
  'query ($status: PaymentStatus, $first: Int, $after: String) { payments(status: $status, first: $first, after: $after) { items { id status invoice { number } } endCursor } }';
export const confirmManualPayment = write('confirmManualPayment', 'Payment', payment);
export const rejectManualPayment = write('rejectManualPayment', 'Payment', payment);

const item =
  'id kind title explanation facts { label sent approved } createdAt quote { id } invoice { number } payment { id } resolvedAt resolvedBy resolution';
export const reviewItems = `query ($resolved: Boolean, $first: Int, $after: String) { reviewItems(resolved: $resolved, first: $first, after: $after) { items { ${item} } endCursor } }`;
export const openReviewCount = '{ openReviewCount }';
export const resolveReviewItem = write('resolveReviewItem', 'ReviewItem', item);

const portalQuoteFields = `number title status customerName sentTo currency pricesIncludeTax paymentTermsDays validUntil timeZone revisionHash consent pdfUrl
  company { name address email phone taxNumber taxLabel } scope { kind level spans { text bold } } terms { spans { text } }
  lines { id description quantity unit unitPrice ${money} taxRate amount ${money} } options { id title price ${money} taxRate preselected }
  stages { id label share due } acceptance { signerName signedAt optionIds totals ${totals} evidenceHash }
  invoices { number stageLabel status total ${money} dueDate }`;
export const portalQuote = `{ portalQuote { ${portalQuoteFields} } }`;
export const signQuote = write('signQuote', 'PortalQuote', portalQuoteFields);
const portalInvoiceFields = `number status customerName quoteNumber quoteTitle stageLabel issueDate dueDate isOverdue today
  company { name } lines { description gross ${money} } totals ${totals} paid ${money} balance ${money} methods bankDetails
  payments { method status amount ${money} confirmedAt receiptNumber } pdfUrl`;
export const portalInvoice = `query ($number: String) { portalInvoice(number: $number) { ${portalInvoiceFields} } }`;
export const portalReceipt = `query ($number: String!) { portalReceipt(number: $number) { number issuedAt customerName invoiceNumber method amount ${money} reference balanceAfter ${money} pdfUrl company { name } } }`;
export const startPayment = write('startPayment', 'CheckoutRedirect', 'url');
export const claimManualPayment = write('claimManualPayment', 'PortalInvoice', portalInvoiceFields);
