/** What was agreed about one invoice otherwise than usual; null for what was not. */
export type Agreed = {
  paymentTermsDays: number | null;
  termsNote: string | null;
  outOfOrderReason: string | null;
};

/** What is not a number of days is NaN, which no rule allows. */
export function readAgreed(form: FormData, isEarly: boolean): Agreed {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const days = text('paymentTermsDays');
  return {
    paymentTermsDays: days === '' ? null : Number(days),
    termsNote: text('termsNote') || null,
    outOfOrderReason: isEarly ? text('outOfOrderReason') : null,
  };
}

/** Days and their reason belong together; a stage before its turn needs a reason of its own. */
export function agreedProblems(
  { paymentTermsDays: days, termsNote, outOfOrderReason }: Agreed,
  isEarly: boolean,
): Record<string, string> {
  const isDays = days === null || (Number.isInteger(days) && days >= 0 && days <= 365);
  return {
    ...(isEarly && outOfOrderReason === '' && { outOfOrderReason: 'Please say why.' }),
    ...(!isDays && { paymentTermsDays: '0 to 365 days.' }),
    ...(days === null && termsNote !== null && { paymentTermsDays: 'How many days were agreed?' }),
    ...(days !== null && termsNote === null && { termsNote: 'Why, and with whom it was agreed.' }),
  };
}
