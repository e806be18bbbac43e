/** Of tamperings.ts, what somebody changes about money. */
export const moneyTamperings: readonly (readonly [
  finding: string,
  tables: string,
  ...statements: string[],
])[] = [
  [
    'every posting of the book moves more than nothing between the accounts of its kind',
    'ledger_entry',
    `update ledger_entry set debit = 'CUSTOMER_CREDIT' where kind = 'PAID'`,
  ],
  [
    'every posting of the book moves more than nothing between the accounts of its kind',
    'ledger_entry',
    `update ledger_entry set amount = -amount where kind = 'INVOICED'`,
  ],
  [
    'what an invoice says to be invoiced, paid, credited and given up is what the book says',
    'invoice',
    `update invoice set paid = paid - 1 where status = 'PAID'`,
  ],
  [
    'what an invoice says to be invoiced, paid, credited and given up is what the book says',
    'ledger_entry',
    `delete from ledger_entry where kind = 'VOIDED'`,
  ],
  [
    'what an invoice says to be invoiced, paid, credited and given up is what the book says',
    'ledger_entry',
    `delete from ledger_entry where kind = 'WRITTEN_OFF'`,
  ],
  [
    'where an invoice stands follows from its sums, and no sum is more than the invoice',
    'invoice',
    `update invoice set status = 'OPEN' where status = 'PAID'`,
  ],
  [
    'where an invoice stands follows from its sums, and no sum is more than the invoice',
    'invoice',
    `update invoice set balance = balance + 1 where status = 'OPEN'`,
  ],
  [
    'where an invoice stands follows from its sums, and no sum is more than the invoice',
    'invoice',
    `update invoice set is_open = 0 where status = 'OPEN'`,
  ],
  [
    'what came of a confirmed payment stands in the book, and nothing of another one does',
    'ledger_entry',
    `delete from ledger_entry where kind = 'OVERPAID'`,
  ],
  [
    'what came of a confirmed payment stands in the book, and nothing of another one does',
    'payment',
    `update payment set amount = amount + 1 where status = 'CONFIRMED'`,
  ],
  [
    'what a customer has to their credit is what the book says, and never less than nothing',
    'customer_credit',
    `update customer_credit set amount = amount + 1`,
  ],
  [
    'credit notes are booked, for the customer and in the currency of their invoice, and take off no more than it says',
    'credit_note',
    `update credit_note set gross = gross + 1000000000`,
  ],
  [
    'no more is given back of a payment than it was',
    'payment',
    `update payment set refunded = amount + 1 where status = 'CONFIRMED'`,
  ],
  [
    'a signed reduction is borne by the quote that it changes, to the cent',
    'contract_reduction',
    `update contract_reduction set gross = gross - 1`,
  ],
  [
    'a signed reduction is borne by the quote that it changes, to the cent',
    'contract_reduction',
    `delete from contract_reduction`,
  ],
  [
    'a change is of an accepted quote of the same customer in the same currency',
    'quote',
    `update quote set change_of = null where change_of is not null`,
  ],
  [
    'a confirmed payment that went to an invoice has exactly its one receipt, and no other payment has one',
    'receipt',
    `delete from receipt`,
  ],
  [
    'every confirmed payment stands in the log once',
    'payment_log',
    `delete from payment_log where kind = 'CONFIRMED'`,
  ],
  [
    'a confirmed payment says who confirmed it and when, and no other does',
    'payment',
    `update payment set confirmed_by = null`,
  ],
  [
    'money and receipts are about the invoice that they name, and what goes to it is in its currency',
    'payment',
    `update payment set currency = 'USD'`,
  ],
  [
    'an approved quote matches its seal',
    'quote',
    `update quote set change_of = null, change_kind = null where change_of is not null`,
  ],
];
