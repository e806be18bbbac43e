/** What a form about a customer gathers; both the customer's own page and the quote editor send it as it is. */
export type CustomerEntry = {
  name: string;
  contactName: string;
  email: string;
  phone: string;
  address: string[];
  prefix: string | null;
  paymentTermsDays: number | null;
};

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** Lines of a box of text, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const daysOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

export function readCustomer(form: FormData): CustomerEntry {
  return {
    name: text(form, 'name'),
    contactName: text(form, 'contactName'),
    email: text(form, 'email'),
    phone: text(form, 'phone'),
    address: linesOf(text(form, 'address')),
    prefix: text(form, 'prefix').toUpperCase() || null,
    paymentTermsDays: daysOf(text(form, 'paymentTermsDays')),
  };
}

export function customerProblems(entry: CustomerEntry): Partial<Record<keyof CustomerEntry, string>> {
  const { name, email, address, prefix, paymentTermsDays: days } = entry;
  return {
    ...(name === '' && { name: 'A customer needs a name.' }),
    ...(!/^[^\s@]+@[^\s@]+$/.test(email) && { email: 'Write one e-mail address. Links go to it.' }),
    ...(address.length > 6 && { address: 'At most six lines.' }),
    ...(prefix !== null && !/^[A-Z0-9]{2,12}$/.test(prefix) && { prefix: '2 to 12 letters or digits.' }),
    ...(days !== null &&
      !(Number.isInteger(days) && days >= 0 && days <= 365) && { paymentTermsDays: '0 to 365 days.' }),
  };
}
