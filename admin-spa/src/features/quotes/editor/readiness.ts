import { offerProblem } from '@countersign/api/domain/options';
import { stageProblem } from '@countersign/api/domain/stages';
import type { ChangeKind } from '../../../gql/graphql.ts';
import { isBlankLine, isBlankOption } from './blank-rows.ts';
import { liveFigures, lowest, plannedStage, pricedQuote } from './live.ts';
import type { QuoteForm } from './quote-form.ts';
import { readDiscount } from '../../../ui/values.ts';
import { sentRows } from './refused-field.ts';

/** What is still to do before the quote can be sent; a hint keeps nobody from it. `field` is where to go. */
export type Todo = Readonly<{ text: string; field: string | null; hint?: true }>;

/** `groups.0.max` of the domain, which counts what was sent, as a field of the editor. */
function fieldIn(form: QuoteForm, path: string): string | null {
  const [list = '', position = ''] = path.split('.');
  if (list !== 'options' && list !== 'groups') return null;
  const id = sentRows(form, list)[Number(position)]?.id;
  return id === undefined ? null : `${list}.${id}.title`;
}

/** A signed reduction has no stages: what it comes to is taken off those of the quote that it changes. */
export function readiness(
  form: QuoteForm,
  currency: string,
  email: string,
  change: ChangeKind | null = null,
): Todo[] {
  const quote = pricedQuote(form, currency);
  const least = lowest(form, currency);
  const live = liveFigures(form, currency);
  const todo: Todo[] = [];
  if (quote.lines.length === 0 && quote.options.length === 0)
    todo.push({ text: 'Add at least one line.', field: `lines.${form.lines[0]?.id}.description` });
  if (email === '') todo.push({ text: 'The customer has no e-mail address to send it to.', field: null });
  if (live === null || least === null)
    return [...todo, { text: 'The amounts are too large to be added up exactly.', field: null }];
  const offer = offerProblem(quote);
  if (offer) todo.push({ text: offer.message, field: fieldIn(form, offer.field) });
  const taken = readDiscount(form.discount, currency)?.amount ?? 0;
  if (taken > 0 && taken > least.subtotal)
    todo.push({ text: 'The discount is more than the least that the quote can come to.', field: 'discount' });
  const plans = form.stages.map((stage) => plannedStage(stage, currency));
  const plan = change === 'REDUCTION' ? null : stageProblem(plans, least);
  if (plan && quote.lines.length + quote.options.length > 0)
    todo.push({ text: plan, field: `stages.${form.stages[0]?.id}.label` });
  return [...todo, ...hints(form)];
}

/** What may be meant, but is worth a look. */
function hints(form: QuoteForm): Todo[] {
  const free = form.lines.find((line) => !isBlankLine(line) && line.unitPrice.trim() === '');
  const freeOption = form.options.find((option) => !isBlankOption(option) && option.price.trim() === '');
  return [
    ...(free
      ? [
          {
            text: `“${free.description}” has no price.`,
            field: `lines.${free.id}.unitPrice`,
            hint: true,
          } as const,
        ]
      : []),
    ...(freeOption
      ? [
          {
            text: `“${freeOption.title}” has no price.`,
            field: `options.${freeOption.id}.price`,
            hint: true,
          } as const,
        ]
      : []),
    ...(form.scope.trim() === ''
      ? [{ text: 'The scope of work is empty.', field: 'scope', hint: true } as const]
      : []),
    ...(form.paymentTermsDays.trim() !== '' && form.termsNote.trim() === ''
      ? [{ text: 'Say why the payment terms differ.', field: 'termsNote', hint: true } as const]
      : []),
  ];
}
