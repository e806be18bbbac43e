/**
 * How lists are put in order. Which way is one word for all of them: dates that ascend begin with the oldest, amounts that
 * descend with the highest, so the newest of 1,000 invoices is the first of those that descend by issue date.
 */

/** Which way an order runs. */
export const sortDirections = ['ASCENDING', 'DESCENDING'] as const;

/** One of the two. */
export type SortDirection = (typeof sortDirections)[number];
