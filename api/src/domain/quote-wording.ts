/**
 * The parts of a quote in a few words, for lists of what differs between two versions. A line of 2.5 hours at $90.00 with
 * 10 % off and 10 % tax is `2.5 h at $90.00, 10 % off: $202.50, 10 % tax`.
 */
import { sizeText } from './attachment.ts';
import { inWords } from './local-date.ts';
import type { CurrencyCode, MinorUnits, Money } from './money.ts';
import type { OptionGroup } from './options.ts';
import { type Billing, type Discount, lineAmount, type PricedItem, type PricedOption } from './pricing.ts';
import type {
  QuoteSnapshot,
  SnapshotAttachment,
  SnapshotLine,
  SnapshotOption,
  SnapshotStage,
} from './quote-snapshot.ts';
import type { RichText } from './rich-text.ts';

/** How amounts are written for the person who reads. */
export type WriteMoney = (money: Money) => string;

/** A version that things are named and priced in. */
export type Version = Readonly<{
  currency: CurrencyCode;
  groups: QuoteSnapshot['groups'];
  options: QuoteSnapshot['options'];
}>;

/** Writes the parts of one version. */
export type Wording = ReturnType<typeof wording>;

const rhythms: Readonly<Record<Billing, string>> = {
  ONCE: '',
  DAILY: ' a day',
  WEEKLY: ' a week',
  MONTHLY: ' a month',
  QUARTERLY: ' a quarter',
  YEARLY: ' a year',
};

/** Thousandths as a person writes them: 2500 is `2.5`. */
const thousandths = (n: number): string => String(n / 1000);

/** `a month`; nothing for what is charged once. */
export const rhythm = (billing: Billing): string => rhythms[billing];

const taxation = ({ taxTreatment, taxRate }: PricedItem | PricedOption): string => {
  if (taxTreatment === 'STANDARD') return `${thousandths(taxRate)} % tax`;
  if (taxTreatment === 'ZERO_RATED') return '0 % tax';
  return taxTreatment === 'EXEMPT' ? 'tax exempt' : 'reverse charge';
};

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

/** A group's rule: `choose one`, `choose 2 to 5`. */
const rule = ({ min, max }: OptionGroup): string => {
  if (min === max) return `choose ${min === 1 ? 'one' : min}`;
  return min === 0 ? `choose up to ${max === 1 ? 'one' : max}` : `choose ${min} to ${max}`;
};

const moment = ({ due, dueOn }: SnapshotStage): string => {
  if (due === 'ON_SIGNING') return 'on signing';
  return dueOn === null ? 'at its milestone' : `on ${inWords(dueOn)}`;
};

/** A text without its looks, a line for each block; where a link leads belongs to the text. */
export const plainLines = (text: RichText): string[] =>
  text.map((block) =>
    block.spans.map((span) => (span.href === null ? span.text : `${span.text} (${span.href})`)).join(''),
  );

/** What the parts of this version say. */
export function wording(version: Version, write: WriteMoney) {
  const money = (amount: MinorUnits): string => write({ amount, currency: version.currency });
  const title = (id: string): string => `“${version.options.find((one) => one.id === id)?.title ?? id}”`;
  const discount = ({ percent, amount }: Discount): string =>
    amount === null ? `${thousandths(percent ?? 0)} %` : money(amount);
  return {
    money,
    discount,
    line(line: SnapshotLine): string {
      const unit = line.unit === '' ? '' : ` ${line.unit}`;
      const price = `${thousandths(line.quantity)}${unit} at ${money(line.unitPrice)}`;
      const off = line.discount === null ? null : `${discount(line.discount)} off`;
      const amount = `${joined([price, off])}: ${money(lineAmount(line))}${rhythm(line.billing)}`;
      return joined([amount, taxation(line)]);
    },
    option(option: SnapshotOption): string {
      const { minQuantity: least, maxQuantity: most, groupId } = option;
      const pieces = least === 1 && most === 1 ? null : least === most ? `${most}` : `${least} to ${most}`;
      const group = version.groups.find((one) => one.id === groupId);
      return joined([
        `${money(option.price)}${most === 1 ? '' : ' each'}${rhythm(option.billing)}`,
        pieces === null ? null : `${pieces}${option.unit === '' ? ' pieces' : ` ${option.unit}`}`,
        taxation(option),
        group === undefined ? null : `in “${group.title}”`,
        option.requires.length === 0 ? null : `needs ${option.requires.map(title).join(' and ')}`,
        option.excludes.length === 0 ? null : `not with ${option.excludes.map(title).join(' or ')}`,
        option.preselected ? 'chosen at first' : null,
      ]);
    },
    group: rule,
    stage(stage: SnapshotStage): string {
      const { percent, amount, paymentTermsDays } = stage;
      const part =
        percent !== null ? `${thousandths(percent)} %` : amount !== null ? money(amount) : 'the rest';
      return joined([
        `${part} ${moment(stage)}`,
        paymentTermsDays === null ? null : days(paymentTermsDays),
        stage.autoIssue ? 'invoiced by itself' : null,
      ]);
    },
    attachment: ({ size }: SnapshotAttachment): string => sizeText(size),
  };
}

/** Terms of payment: `14 days to pay`. */
export const days = (count: number): string =>
  count === 0 ? 'to be paid at once' : `${count} ${count === 1 ? 'day' : 'days'} to pay`;
