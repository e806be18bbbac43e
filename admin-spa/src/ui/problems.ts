type Refused = { message: string; field: string | null } | null;

/** The refusal as the problem of the field that it names; without one it stands over the form only. */
export function refusedField(refusal: Refused): Record<string, string> {
  const name = refusal?.field?.split('.').at(-1);
  return refusal && name ? { [name]: refusal.message } : {};
}
