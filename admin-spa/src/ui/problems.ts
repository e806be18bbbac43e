type Refused = { message: string; field: string | null } | null;

/** The refusal as the problem of the field that it names; without one it stands over the form only. */
export function refusedField(refusal: Refused): Record<string, string> {
  const name = refusal?.field?.split('.').at(-1);
  return refusal && name ? { [name]: refusal.message } : {};
}

/** The same for a form with fields in lists: `customer.contacts.1.email` is the problem of `contacts.1.email`. */
export function refusedPath(refusal: Refused): Record<string, string> {
  const path = refusal?.field?.split('.').slice(1).join('.');
  return refusal && path ? { [path]: refusal.message } : {};
}
