/**
 * Formatted text, such as the scope of work and the terms, in a form that a page, a mail and a printed document show alike.
 * It was written as Markdown and never holds HTML. `## Scope` followed by `Move **12** pages` makes 2 blocks: a heading of
 * level 2 with 1 span, and a paragraph with 3 spans of which the middle one is bold.
 */

/** The kinds of block that a rich text is made of. */
export const richBlockKinds = ['HEADING', 'PARAGRAPH', 'BULLET', 'NUMBERED'] as const;

/** One of the kinds of block. */
export type RichBlockKind = (typeof richBlockKinds)[number];

/** A run of text in one style; `href` is an address with http, https or mailto, or null. */
export type RichSpan = Readonly<{ text: string; bold: boolean; italic: boolean; href: string | null }>;

/** One block. The level is 1 to 3 for headings, the nesting (1 for the outermost) for list items, otherwise 0. */
export type RichBlock = Readonly<{ kind: RichBlockKind; level: number; spans: readonly RichSpan[] }>;

/** A whole text, from top to bottom. */
export type RichText = readonly RichBlock[];
