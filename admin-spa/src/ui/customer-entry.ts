/** One of a customer's people beside the main contact. */
export type ContactEntry = { id: string; name: string; email: string; phone: string; role: string };

/** What a form about a customer gathers; both the customer's own page and the quote editor send it as it is. */
export type CustomerEntry = {
  name: string;
  contactName: string;
  email: string;
  phone: string;
  address: string[];
  taxNumber: string;
  contacts: ContactEntry[];
  prefix: string | null;
  currency: string | null;
  language: string | null;
  paymentTermsDays: number | null;
  accountManagerId: string | null;
  notes: string;
  /** Null keeps what is there. */
  invoiceHold: string | null;
};

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** Lines of a box of text, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const daysOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** Reads a form with some or all fields of a customer; what the form does not ask for is left to the server. */
export function readCustomer(form: FormData): CustomerEntry {
  return {
    name: text(form, 'name'),
    contactName: text(form, 'contactName'),
    email: text(form, 'email'),
    phone: text(form, 'phone'),
    address: linesOf(text(form, 'address')),
    taxNumber: text(form, 'taxNumber'),
    contacts: contactsIn(form),
    prefix: text(form, 'prefix').toUpperCase() || null,
    currency: text(form, 'currency') || null,
    language: text(form, 'language') || null,
    paymentTermsDays: daysOf(text(form, 'paymentTermsDays')),
    accountManagerId: text(form, 'accountManagerId') || null,
    notes: text(form, 'notes'),
    invoiceHold: form.has('invoiceHold') ? text(form, 'invoiceHold') : null,
  };
}

/** The people by their place in the form: `contacts.0.name`. */
function contactsIn(form: FormData): ContactEntry[] {
  const contacts: ContactEntry[] = [];
  for (let place = 0; form.has(`contacts.${place}.id`); place += 1) {
    const field = (name: string) => text(form, `contacts.${place}.${name}`);
    contacts.push({
      id: field('id'),
      name: field('name'),
      email: field('email'),
      phone: field('phone'),
      role: field('role'),
    });
  }
  return contacts;
}

const isAddress = (email: string): boolean => /^[^\s@]+@[^\s@]+$/.test(email);

/** What is wrong, by the name of the field. */
export function customerProblems(entry: CustomerEntry): Record<string, string> {
  const { name, email, address, prefix, paymentTermsDays: days } = entry;
  return {
    ...(name === '' && { name: 'A customer needs a name.' }),
    ...(!isAddress(email) && { email: 'Write one e-mail address. Links go to it.' }),
    ...(address.length > 6 && { address: 'At most six lines.' }),
    ...(days !== null &&
      !(Number.isInteger(days) && days >= 0 && days <= 365) && { paymentTermsDays: '0 to 365 days.' }),
    ...(prefix !== null && !/^[A-Z0-9]{2,12}$/.test(prefix) && { prefix: '2 to 12 letters or digits.' }),
    ...Object.assign({}, ...entry.contacts.map(contactProblems)),
  };
}

const contactProblems = ({ name, email }: ContactEntry, place: number): Record<string, string> => ({
  ...(name === '' && { [`contacts.${place}.name`]: 'Who is it?' }),
  ...(email !== '' &&
    !isAddress(email) && { [`contacts.${place}.email`]: 'Write one e-mail address, or none.' }),
});
