import { type Answered, post } from './world-asks.ts';

const asked =
  (name: string, input: string, type: string, fields: string) =>
  (url: string, cookie: string, given: object): Promise<Answered> =>
    post(
      url,
      `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on ${type} { ${fields} } ... on Refusal { code } } }`,
      { input: given },
      { cookie },
    );

/** Staff take an invoice back; its number stays. */
export const voidInvoice = asked('voidInvoice', 'InvoiceReasonInput', 'Invoice', 'number status');

/** Staff credit a part of an invoice. */
export const creditInvoice = asked('creditInvoice', 'CreditInvoiceInput', 'CreditNote', 'number');

/** Staff give money back. */
export const refundPayment = asked('refundPayment', 'RefundPaymentInput', 'Refund', 'id status');

/** Staff bring a statement of the bank, as a file; the id that it got. */
export async function uploadStatement(url: string, cookie: string, file: string): Promise<string | null> {
  const response = await fetch(`${url}/uploads/bank-statements?name=statement.ofx`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => null);
  if (response?.status !== 201) return null;
  return ((await response.json()) as { id: string }).id;
}

export const importStatement = asked(
  'importBankStatement',
  'ImportBankStatementInput',
  'BankStatement',
  'id',
);

/** Staff say which invoice a line of the bank pays. */
export const confirmMatch = asked('confirmBankMatch', 'ConfirmBankMatchInput', 'BankLine', 'id status');

/** Staff use what a customer has to their credit. */
export const applyCredit = asked('applyCredit', 'ApplyCreditInput', 'Invoice', 'number status');

/** Staff say that the money of a claim is not there. */
export const rejectClaim = asked('rejectManualPayment', 'RejectManualPaymentInput', 'Payment', 'id status');
