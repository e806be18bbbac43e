import type { Ctx } from '../context.ts';
import { isLanguage, languageOf } from '../domain/language.ts';
import { readMailbox } from '../domain/mailbox.ts';
import { isCurrency } from '../domain/money.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { searchKey } from '../domain/search-key.ts';
import { firstProblem, linesProblem, rangeProblem, textProblem } from '../domain/text-limits.ts';
import type { ContactInput, CustomerInput } from './customer-input.type.ts';

/** One of the people beside the main contact, as it is kept. */
type Contact = { id: string; name: string; email: string; phone: string; role: string };

export const contactsOf = (json: string): Contact[] => JSON.parse(json) as Contact[];

/** What a new customer has when nothing else is asked for. */
export const defaultsOf = ({ company }: Ctx) => ({
  currency: company.currency,
  language: languageOf(company.locale),
});

/** The columns that an input fills by itself; what is left out of it keeps what it has. */
export function columnsOf(input: CustomerInput, ids: Ctx['ids']) {
  const contacts = input.contacts.map((contact): Contact => ({
    id: contact.id ?? ids.id(),
    name: contact.name.trim(),
    email: readMailbox(contact.email) ?? '',
    phone: contact.phone.trim(),
    role: contact.role.trim(),
  }));
  const main = {
    name: input.name.trim(),
    contactName: input.contactName.trim(),
    email: readMailbox(input.email) ?? '',
    phone: input.phone.trim(),
  };
  return {
    ...main,
    address: JSON.stringify(input.address.map((line) => line.trim()).filter((line) => line !== '')),
    taxNumber: input.taxNumber.trim(),
    contacts: JSON.stringify(contacts),
    paymentTermsDays: input.paymentTermsDays ?? null,
    accountManagerId: input.accountManagerId ?? null,
    notes: input.notes.trim(),
    ...(input.invoiceHold != null && { invoiceHold: input.invoiceHold.trim() }),
    searchKey: searchKey(
      [main.name, main.contactName, main.email, ...contacts.flatMap(({ name, email }) => [name, email])].join(
        ' ',
      ),
    ),
    ...(input.currency != null && { currency: input.currency }),
    ...(input.language != null && isLanguage(input.language) && { language: input.language }),
  };
}

export const customerProblem = (input: CustomerInput): Refusal | null =>
  firstProblem([
    textProblem('customer.name', input.name, 200, 1),
    textProblem('customer.contactName', input.contactName, 200),
    mailboxProblem('customer.email', input.email),
    textProblem('customer.phone', input.phone, 50),
    linesProblem('customer.address', input.address, 6),
    textProblem('customer.taxNumber', input.taxNumber, 50),
    contactsProblem(input.contacts),
    input.prefix == null || /^[A-Z0-9]{2,12}$/.test(input.prefix)
      ? null
      : wrong('customer.prefix', 'The prefix is made of 2 to 12 capital letters or digits.'),
    input.currency == null || isCurrency(input.currency)
      ? null
      : wrong('customer.currency', 'This is not a currency.'),
    input.language == null || isLanguage(input.language)
      ? null
      : wrong('customer.language', 'Letters and documents are not written in this language.'),
    input.paymentTermsDays == null
      ? null
      : rangeProblem('customer.paymentTermsDays', input.paymentTermsDays, 0, 365),
    textProblem('customer.notes', input.notes, 10_000),
    textProblem('customer.invoiceHold', input.invoiceHold ?? '', 500),
  ]);

const mostContacts = 20;

function contactsProblem(contacts: readonly ContactInput[]): Refusal | null {
  const ids = contacts.flatMap(({ id }) => id ?? []);
  if (contacts.length > mostContacts)
    return wrong('customer.contacts', `At most ${mostContacts} contacts beside the main one.`);
  if (new Set(ids).size < ids.length || ids.some((id) => !/^[A-Za-z0-9_-]{1,40}$/.test(id)))
    return wrong(
      'customer.contacts',
      'Each contact needs an id of its own: 1 to 40 letters, digits, _ or -.',
    );
  return firstProblem(
    contacts.flatMap((contact, position) => {
      const field = `customer.contacts.${position}`;
      return [
        textProblem(`${field}.name`, contact.name, 200, 1),
        contact.email.trim() === '' ? null : mailboxProblem(`${field}.email`, contact.email),
        textProblem(`${field}.phone`, contact.phone, 50),
        textProblem(`${field}.role`, contact.role, 100),
      ];
    }),
  );
}

const mailboxProblem = (field: string, email: string): Refusal | null =>
  readMailbox(email) === null ? wrong(field, 'This is not an e-mail address.') : null;

const wrong = (field: string, message: string): Refusal => refuse('INPUT_INVALID', message, field);
