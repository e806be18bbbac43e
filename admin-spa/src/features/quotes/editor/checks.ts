import { isLocalDate } from '@countersign/api/domain/local-date';
import { amountOf, parseThousandths } from '../../../ui/entry.ts';
import { blankGroupsOf, isBlankLine, isBlankOption } from './blank-rows.ts';
import type { GroupEntry, LineEntry, ListName, OptionEntry, QuoteForm, StageEntry } from './quote-form.ts';
import { readDiscount, readQuantity, readWhole } from '../../../ui/values.ts';

/** What is wrong with the fields of a record, by the name of the field; empty when it can be saved. */
export type Problems = Readonly<Record<string, string>>;

const none: Problems = {};

const collect = (found: Record<string, string | null>): Problems => {
  const wrong = Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null);
  return wrong.length === 0 ? none : Object.fromEntries(wrong);
};

const words = (text: string, sentence: string): string | null => (text.trim() === '' ? sentence : null);

/** An empty price is none: something may well be part of the price of the rest. */
function price(text: string, currency: string): string | null {
  if (text.trim() === '') return null;
  const read = amountOf(text, currency);
  if (read === null) return 'An amount such as 3,299.00.';
  return read < 0 ? 'Zero or more.' : null;
}

function quantity(text: string): string | null {
  const read = readQuantity(text);
  if (read === null)
    return /^\d+,\d{3}$/.test(text.trim())
      ? 'Write 1250 or 1.25, so that it is clear.'
      : 'A number such as 1.5.';
  return read > 0 && read <= 1_000_000_000 ? null : 'More than 0, at most 1,000,000.';
}

const discount = (text: string, currency: string): string | null =>
  readDiscount(text, currency) === undefined ? 'A part such as 10 %, or an amount.' : null;

export const lineProblems = (line: LineEntry, currency: string): Problems =>
  isBlankLine(line)
    ? none
    : collect({
        description: words(line.description, 'What is sold?'),
        quantity: quantity(line.quantity),
        unitPrice: price(line.unitPrice, currency),
        discount: discount(line.discount, currency),
        cost: price(line.cost, currency),
      });

function range(option: OptionEntry): Record<string, string | null> {
  const min = readWhole(option.minQuantity);
  const max = readWhole(option.maxQuantity);
  const least = min === null || min < 1 ? 'A whole number, 1 or more.' : null;
  if (max === null || max < 1 || max > 10_000) return { minQuantity: least, maxQuantity: '1 to 10,000.' };
  return { minQuantity: least, maxQuantity: min !== null && max < min ? 'Not less than the least.' : null };
}

export const optionProblems = (option: OptionEntry, currency: string): Problems =>
  isBlankOption(option)
    ? none
    : collect({
        title: words(option.title, 'What is offered?'),
        price: price(option.price, currency),
        ...range(option),
        cost: price(option.cost, currency),
      });

export function groupProblems(group: GroupEntry): Problems {
  const min = readWhole(group.min);
  const max = group.max.trim() === '' ? undefined : readWhole(group.max);
  return collect({
    title: words(group.title, 'What is to be chosen?'),
    min: min === null ? 'A whole number.' : null,
    max:
      max === null || max === 0 || (max !== undefined && max < (min ?? 0))
        ? 'Not less than the least, or empty.'
        : null,
  });
}

function stageValue({ kind, value }: StageEntry, currency: string): string | null {
  if (kind === 'REMAINDER') return null;
  if (kind === 'AMOUNT') return (amountOf(value, currency) ?? 0) > 0 ? null : 'An amount of more than 0.';
  const share = parseThousandths(value.replace(/%\s*$/, ''));
  return share !== null && share > 0 && share <= 100_000 ? null : 'More than 0, at most 100.';
}

const terms = (text: string): string | null => {
  const days = readWhole(text);
  return text.trim() === '' || (days !== null && days <= 365) ? null : '0 to 365 days, or empty.';
};

export const stageProblems = (stage: StageEntry, currency: string): Problems =>
  collect({
    label: words(stage.label, 'What is it called?'),
    value: stageValue(stage, currency),
    dueOn: stage.due === 'ON_DATE' && !isLocalDate(stage.dueOn) ? 'Choose a day.' : null,
    paymentTermsDays: terms(stage.paymentTermsDays),
  });

export function detailProblems(form: QuoteForm, currency: string, today: string): Problems {
  const { validUntil, effectiveDate } = form;
  return collect({
    title: words(form.title, 'What is the quote about?'),
    validUntil: !isLocalDate(validUntil) ? 'Choose a day.' : validUntil < today ? 'Today or later.' : null,
    effectiveDate: effectiveDate !== '' && !isLocalDate(effectiveDate) ? 'Choose a day, or none.' : null,
    discount: discount(form.discount, currency),
    paymentTermsDays: terms(form.paymentTermsDays),
  });
}

/** The first thing that keeps a quote from being saved: where it is, as `lines.<id>.unitPrice`, and what to do. */
export function firstProblem(
  form: QuoteForm,
  currency: string,
  today: string,
): { field: string; message: string } | null {
  const blank = blankGroupsOf(form);
  const at = (prefix: string, problems: Problems) => {
    const [found] = Object.entries(problems);
    return found && { field: `${prefix}${found[0]}`, message: found[1] };
  };
  const inList = <Row extends { id: string }>(
    name: ListName,
    rows: readonly Row[],
    check: (row: Row) => Problems,
  ) => {
    for (const row of rows) {
      const found = at(`${name}.${row.id}.`, check(row));
      if (found) return found;
    }
    return undefined;
  };
  return (
    at('', detailProblems(form, currency, today)) ??
    inList('lines', form.lines, (line) => lineProblems(line, currency)) ??
    inList('groups', form.groups, (group) => (blank.has(group.id) ? none : groupProblems(group))) ??
    inList('options', form.options, (option) => optionProblems(option, currency)) ??
    inList('stages', form.stages, (stage) => stageProblems(stage, currency)) ??
    null
  );
}
