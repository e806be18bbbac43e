/**
 * Who may send a quote. The company can set limits: a quote over $5,000.00, a discount of more than 15 %, more than 30 days to
 * pay, the first quote of a client. Each rule that fires is a reason why somebody who may approve has to look; all of them
 * are shown. A quote without a reason can be sent by its writer where the company allows it; with the policy of four eyes,
 * a quote with a reason is never approved by the person who wrote it.
 */
import { discountOf, hundredPercent } from './discount.ts';
import { highestTotal } from './highest-total.ts';
import { lowestPrice, type PricedOffer } from './lowest-price.ts';
import { type CurrencyCode, formatAmount, type MinorUnits, sum } from './money.ts';
import { lineAmount, listAmount, quotePrice } from './pricing.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The rules that can ask for a person. */
export const approvalReasonCodes = ['ABOVE_LIMIT', 'DEEP_DISCOUNT', 'LONG_TERMS', 'NEW_CLIENT'] as const;

/** One of the rules. */
export type ApprovalReasonCode = (typeof approvalReasonCodes)[number];

/** A rule that fired, and what it saw. */
export type ApprovalReason = Readonly<{ code: ApprovalReasonCode; text: string }>;

/**
 * The company's rules; null switches a rule off. `totalLimit` is an amount with tax in the company's `currency`, `discountLimit` thousandths of a percent,
 * `termsLimit` days. `fourEyes`: the writer of a quote with a reason does not approve it. `staffMaySend`: whoever may write
 * quotes may send those without a reason.
 */
export type ApprovalPolicy = Readonly<{
  currency: CurrencyCode;
  totalLimit: MinorUnits | null;
  discountLimit: number | null;
  termsLimit: number | null;
  newClients: boolean;
  fourEyes: boolean;
  staffMaySend: boolean;
}>;

/** What the rules look at. `paymentTermsDays` are those that apply, the company's if the quote has none of its own. */
export type ApprovalFacts = Readonly<{
  quote: PricedOffer;
  currency: CurrencyCode;
  locale: string;
  paymentTermsDays: number;
  stages: readonly Readonly<{ paymentTermsDays: number | null }>[];
  isFirstOfClient: boolean;
}>;

/** The part of the whole, in thousandths of a percent, rounded down. */
const shareOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Number((BigInt(part) * BigInt(hundredPercent)) / BigInt(whole));

/**
 * The deepest reduction anywhere: of one line, of everything that is always part of the quote, or of the least that can be
 * chosen, off which an amount takes the most.
 */
export function deepestDiscount(quote: PricedOffer): number {
  const lists = quote.lines.map(listAmount);
  const ofLines = quote.lines.map((line, k) => {
    const list = lists[k] ?? 0;
    return Math.max(line.discount?.percent ?? 0, shareOf(list - lineAmount(line), list));
  });
  const once = quote.lines.filter((line) => line.billing === 'ONCE').map(listAmount);
  const { subtotal, discount } = quotePrice(quote, []);
  const list = sum(once);
  const least = lowestPrice(quote).subtotal;
  return Math.max(
    0,
    quote.discount?.percent ?? 0,
    ...ofLines,
    shareOf(list - (subtotal - discount), list),
    shareOf(discountOf(least, quote.discount), least),
  );
}

/** A rate as a sentence says it: 12500 is `12.5 %`. */
const inPercent = (rate: number): string => `${rate / 1000} %`;

type Rule = (facts: ApprovalFacts, policy: ApprovalPolicy) => string | null;

const aboveLimit: Rule = ({ quote, currency, locale }, { totalLimit, currency: own }) => {
  if (totalLimit === null) return null;
  const limit = formatAmount({ amount: totalLimit, currency: own }, locale);
  if (currency !== own) return `It is in ${currency}, which cannot be held against the limit of ${limit}.`;
  const total = highestTotal(quote);
  if (total <= totalLimit) return null;
  return `It can come to ${formatAmount({ amount: total, currency }, locale)}, which is above the limit of ${limit}.`;
};

const deepDiscount: Rule = ({ quote }, { discountLimit }) => {
  const discount = deepestDiscount(quote);
  if (discountLimit === null || discount <= discountLimit) return null;
  return `It gives a discount of ${inPercent(discount)}, which is more than ${inPercent(discountLimit)}.`;
};

const longTerms: Rule = ({ paymentTermsDays, stages }, { termsLimit }) => {
  const days = Math.max(paymentTermsDays, ...stages.map((stage) => stage.paymentTermsDays ?? 0));
  if (termsLimit === null || days <= termsLimit) return null;
  return `It gives ${days} days to pay, which is more than ${termsLimit}.`;
};

const newClient: Rule = ({ isFirstOfClient }, { newClients }) =>
  newClients && isFirstOfClient ? 'It is the first quote for this client.' : null;

const rules: Readonly<Record<ApprovalReasonCode, Rule>> = {
  ABOVE_LIMIT: aboveLimit,
  DEEP_DISCOUNT: deepDiscount,
  LONG_TERMS: longTerms,
  NEW_CLIENT: newClient,
};

/** Every rule that fires, in the order of `approvalReasonCodes`. */
export const approvalReasons = (facts: ApprovalFacts, policy: ApprovalPolicy): ApprovalReason[] =>
  approvalReasonCodes.flatMap((code) => {
    const text = rules[code](facts, policy);
    return text === null ? [] : [{ code, text }];
  });

/** The person who wants to send the quote. `isAuthor`: wrote it or changed it last. */
export type Approver = Readonly<{ mayApprove: boolean; mayWrite: boolean; isAuthor: boolean }>;

/** Why the person cannot send this quote, with every reason; null when the person can. */
export function approvalRefusal(
  asked: Readonly<{
    reasons: readonly ApprovalReason[];
    policy: Pick<ApprovalPolicy, 'fourEyes' | 'staffMaySend'>;
    actor: Approver;
  }>,
): Refusal | null {
  const { reasons, policy, actor } = asked;
  const said = reasons.map((reason) => ` ${reason.text}`).join('');
  if (!actor.mayApprove) {
    if (policy.staffMaySend && actor.mayWrite && reasons.length === 0) return null;
    return refuse('APPROVAL_NEEDED', `Please ask somebody who may approve quotes.${said}`);
  }
  if (policy.fourEyes && actor.isAuthor && reasons.length > 0)
    return refuse('APPROVAL_NEEDED', `Please ask a second person to approve what you wrote.${said}`);
  return null;
}
