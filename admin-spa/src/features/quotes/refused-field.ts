import type { FieldPath } from 'react-hook-form';
import { isBlank, type QuoteForm } from './quote-form.ts';

const single = ['title', 'scope', 'terms', 'validUntil', 'paymentTermsDays', 'customerId'] as const;

/**
 * The field of the editor that a refusal names. The server counts the lines that it was sent, so the blank ones, which
 * were left out, are counted in again.
 */
export function fieldOf(
  refusal: { field: string | null } | null,
  form: Pick<QuoteForm, 'lines'>,
): FieldPath<QuoteForm> | null {
  const path = refusal?.field?.replace(/^(?:input\.)?(?:quote\.)?/, '') ?? '';
  const named = single.find((name) => name === path);
  if (named) return named;
  const [list, position = '', name] = path.split('.');
  const index = Number(position);
  if (list === 'lines') {
    const sent = form.lines.map((line, at) => ({ line, at })).filter(({ line }) => !isBlank(line));
    const at = sent[index]?.at ?? index;
    if (name === 'quantity' || name === 'unitPrice' || name === 'taxRate' || name === 'unit')
      return `lines.${at}.${name}`;
    return `lines.${at}.description`;
  }
  if (list === 'options')
    return name === 'price' || name === 'taxRate' ? `options.${index}.${name}` : `options.${index}.title`;
  if (list === 'stages' && position !== '')
    return name === 'share' ? `stages.${index}.share` : `stages.${index}.label`;
  return null;
}
