import { addDays, type LocalDate } from '../domain/local-date.ts';
import { lineOf, optionOf, plainDraft, type SampleTemplate, stageOf, type Stock } from './sample-parts.ts';

const scope = `## The arrangement

You have an experienced adviser at your side for **two days each month**, without hiring one.

- A fixed half day each fortnight, on your premises or by video
- Questions in between by e-mail, answered within one working day
- A short written summary after each meeting: what was decided, who does what

## How we begin

One **workshop of a day** with the people who decide. It ends with a plan for 90 days: three goals, how we measure them, and what we leave alone.

## What it is not

We advise; you decide. Work that takes more than the agreed days, such as carrying out a project, is quoted separately.
`;

const terms = `The retainer begins on the day that this quote names and is charged each month in advance. The first three months are fixed; after that either side can end it to the end of the following month.

Unused days move into the next month once. Travel beyond 50 km is charged at cost and agreed beforehand.

What you tell us stays with us, during the retainer and after it. What we write for you is yours once it is paid.
`;

/** Mostly recurring: a month, a quarter and a year, beside one fee that is charged once. Begins two weeks from the day it is used. */
export const consultingTemplate = (stock: Stock, today: LocalDate): SampleTemplate => ({
  name: 'Consulting retainer',
  description: 'Two days a month from a start date, with a kick-off workshop that is charged once.',
  trade: 'Consulting',
  title: 'Advisory retainer',
  draft: {
    ...plainDraft(stock),
    scope,
    terms,
    effectiveDate: addDays(today, 14),
    lines: [lineOf(stock, 'retainer-kickoff'), lineOf(stock, 'retainer-month')],
    options: [
      optionOf(stock, 'retainer-day', { maxQuantity: 4 }),
      optionOf(stock, 'board-report'),
      optionOf(stock, 'yearly-review'),
    ],
    stages: [stageOf('kickoff', 'Kick-off workshop', { percent: 100_000, due: 'ON_SIGNING' })],
  },
});
