import type { Ctx } from '../context.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

/** The texts of a quote that staff can still write in another way. */
type QuoteTexts = Readonly<{
  title: string;
  scope: string;
  terms: string;
  lines: readonly Readonly<{ description: string; unit: string }>[];
  groups: readonly Readonly<{ title: string; description: string }>[];
  options: readonly Readonly<{ title: string; description: string; unit: string }>[];
  stages: readonly Readonly<{ label: string }>[];
}>;

type Text = readonly [field: string, text: string];

const textsOf = ({ title, scope, terms, lines, groups, options, stages }: QuoteTexts): Text[] => [
  ['title', title],
  ['scope', scope],
  ['terms', terms],
  ...lines.map((line, k): Text => [`lines.${k}.description`, line.description + line.unit]),
  ...groups.map((group, k): Text => [`groups.${k}.title`, group.title + group.description]),
  ...options.map((one, k): Text => [`options.${k}.title`, one.title + one.description + one.unit]),
  ...stages.map((stage, k): Text => [`stages.${k}.label`, stage.label]),
];

/**
 * Why the quote should not be sent as it is: no font of the printed documents has some of its characters, and the customer
 * would find a mark in their place. Null when all of it can be printed.
 */
export function printProblem({ pdf }: Pick<Ctx, 'pdf'>, quote: QuoteTexts): Refusal | null {
  for (const [field, text] of textsOf(quote)) {
    const missing = pdf.unprintable(text);
    if (missing.length === 0) continue;
    const shown = missing.slice(0, 5).join(' ');
    return refuse(
      'INPUT_INVALID',
      `The printed quote cannot show ${shown}. Please write it in another way.`,
      field,
    );
  }
  return null;
}
