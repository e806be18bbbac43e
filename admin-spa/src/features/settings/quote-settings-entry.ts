import type { MailboxProof, TaxRounding } from '../../gql/graphql.ts';
import { amountOf, parseThousandths } from '../../ui/entry.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** Nothing typed switches a rule off; what cannot be read is NaN, which no rule allows. */
const daysOf = (typed: string): number | null => (typed === '' ? null : Number(typed));

export function readQuoteSettings(form: FormData, currency: string) {
  const limit = text(form, 'approvalLimit');
  const codeFrom = text(form, 'codeFrom');
  const discount = text(form, 'approvalDiscountPercent');
  return {
    taxRounding: text(form, 'taxRounding') as TaxRounding,
    reverseChargeNote: text(form, 'reverseChargeNote'),
    exemptNote: text(form, 'exemptNote'),
    approvalLimit: limit === '' ? null : amountOf(limit, currency),
    approvalDiscountPercent: discount === '' ? null : parseThousandths(discount),
    approvalTermsDays: daysOf(text(form, 'approvalTermsDays')),
    approveNewClients: form.get('approveNewClients') === 'on',
    fourEyes: form.get('fourEyes') === 'on',
    staffMaySend: form.get('staffMaySend') === 'on',
    quoteFollowUpDays: text(form, 'quoteFollowUpDays')
      .split(/[\s,;]+/)
      .filter((day) => day !== '')
      .map(Number),
    expiryNoticeDays: daysOf(text(form, 'expiryNoticeDays')),
    mailboxProof: text(form, 'mailboxProof') as MailboxProof,
    codeFrom: codeFrom === '' ? null : amountOf(codeFrom, currency),
  };
}

export type QuoteSettingsEntry = ReturnType<typeof readQuoteSettings>;

const isDays = (days: number | null, least: number, most: number) =>
  days === null || (Number.isInteger(days) && days >= least && days <= most);

/** What was typed and cannot be meant; an amount that is not readable is the same as none, so the form is asked as well. */
export function quoteSettingsProblems(entry: QuoteSettingsEntry, form: FormData): Record<string, string> {
  const days = entry.quoteFollowUpDays;
  const unread = (name: 'approvalLimit' | 'codeFrom' | 'approvalDiscountPercent') =>
    text(form, name) !== '' && entry[name] === null;
  return {
    ...(unread('approvalLimit') && { approvalLimit: 'Write an amount, such as 5000.' }),
    ...(unread('codeFrom') && { codeFrom: 'Write an amount, such as 10000.' }),
    ...((unread('approvalDiscountPercent') || (entry.approvalDiscountPercent ?? 0) > 100_000) && {
      approvalDiscountPercent: '0 to 100.',
    }),
    ...(!isDays(entry.approvalTermsDays, 0, 365) && { approvalTermsDays: '0 to 365 days.' }),
    ...(!isDays(entry.expiryNoticeDays, 1, 30) && { expiryNoticeDays: '1 to 30 days.' }),
    ...((days.length > 5 || days.some((day, at) => !isDays(day, (days[at - 1] ?? 0) + 1, 90))) && {
      quoteFollowUpDays: 'At most five days from 1 to 90, earliest first: 3, 7.',
    }),
    ...(entry.reverseChargeNote === '' && { reverseChargeNote: 'The law wants a sentence here.' }),
    ...(entry.exemptNote === '' && { exemptNote: 'The law wants a sentence here.' }),
  };
}
