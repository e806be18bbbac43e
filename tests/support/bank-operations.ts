/** What the office asks about the lines of the bank. */
const refusal = '... on Refusal { code message field }';
const statement =
  'id filename format status lineCount doneCount newCount toMatchCount problem problems { row message } problemCount firstDay lastDay';
const mapping =
  'firstRow date amount debit credit name reference text currencyColumn bankId dayOrder decimalSign currency account';
const line = `id row bookedOn amount { amount currency } name reference text status settledBy note refund { id }
  suggestions { confidence reasons rest { amount } payment { id } allocations { amount { amount } invoice { id number } } }
  matches { amount { amount } confirmedBy payment { id status amount { amount } receipt { number } } }`;
const write = (name: string, type: string, fields: string): string =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on ${type} { ${fields} } ${refusal} } }`;

export const bankStatementPreview = `query ($id: ID!, $mapping: BankColumnMappingInput) { bankStatementPreview(id: $id, mapping: $mapping) { __typename
  ... on BankStatementPreview { header columnCount rows isRemembered mappingProblem lineCount incomingCount knownCount problemCount
    problems { row message } mapping { ${mapping} } lines { row bookedOn amount { amount currency } name reference isKnown } } ${refusal} } }`;
export const bankStatementById = `query ($id: ID!) { bankStatement(id: $id) { ${statement} } }`;
export const bankStatements = `query ($first: Int, $after: String) { bankStatements(first: $first, after: $after) { items { ${statement} } endCursor } }`;
export const bankLines = `query ($status: BankLineStatus, $statementId: ID, $search: String, $first: Int, $after: String) { bankLines(status: $status, statementId: $statementId, search: $search, first: $first, after: $after) { items { ${line} } endCursor } }`;
export const bankLineById = `query ($id: ID!) { bankLine(id: $id) { ${line} } }`;
export const bankLineCounts = '{ bankLineCounts { status count } }';
export const importBankStatement = write('importBankStatement', 'BankStatement', statement);
export const confirmBankMatch = write('confirmBankMatch', 'BankLine', line);
export const ignoreBankLine = write('ignoreBankLine', 'BankLine', line);
export const restoreBankLine = write('restoreBankLine', 'BankLine', line);
