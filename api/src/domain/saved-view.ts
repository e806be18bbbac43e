/**
 * Lists that are kept under a name: "Overdue in euros" is the list of invoices with its filters and its order. A person may
 * keep 50 of each list; a name has room for 60 letters.
 */
import { type Refusal, refuse } from './refusal.ts';
import { firstProblem, textProblem } from './text-limits.ts';

/** The lists that have views. */
export const listScreens = ['INVOICES', 'PAYMENTS'] as const;

/** One of the lists. */
export type ListScreen = (typeof listScreens)[number];

/** How many views of one list a person may keep. */
export const mostViews = 50;

/** Why a list cannot be kept like this; null when it can. */
export const viewProblem = ({ name, search }: Readonly<{ name: string; search?: string }>): Refusal | null =>
  firstProblem([textProblem('name', name, 60, 1), textProblem('search', search ?? '', 1000)]);

/** The answer to one view too many. */
export const tooManyViews = (): Refusal =>
  refuse(
    'INPUT_INVALID',
    `You keep ${mostViews} views of this list already. Please delete one first.`,
    'name',
  );
