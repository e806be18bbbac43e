import type { CustomerEntry } from '../../ui/customer-entry.ts';

type Person = { id: string; name: string };
type OnFile = { currency: string; accountManager: Person | null };

/**
 * What the fields begin with: what was left unsaved in this window, or else the customer. What the form could not ask is as it
 * is on file.
 */
export function firstValues<Known extends OnFile>(
  typed: CustomerEntry | null,
  customer: Known | undefined,
  currency: string,
) {
  if (typed === null) return customer;
  const { accountManagerId: id } = typed;
  const manager = customer?.accountManager;
  return {
    ...typed,
    prefix: typed.prefix ?? '',
    currency: typed.currency ?? customer?.currency ?? currency,
    language: typed.language ?? '',
    // the name of somebody else comes with the list of colleagues
    accountManager: id === null ? null : { id, name: manager?.id === id ? manager.name : '' },
    invoiceHold: typed.invoiceHold ?? '',
  };
}
