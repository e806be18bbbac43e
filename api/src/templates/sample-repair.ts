import { minor } from '../domain/money.ts';
import { lineOf, optionOf, plainDraft, type SampleTemplate, stageOf, type Stock } from './sample-parts.ts';

const scope = `Your computer is slow, restarts by itself, or does not start at all.

1. We **find the cause** and tell you before we change anything
2. We **replace the drive** and move programs, settings and files
3. We **test** it under load for two hours
4. You try it with us before you take it home

The price covers up to one and a half hours of work. If the diagnosis shows that the repair is not worth it, you pay the diagnosis and nothing else.
`;

const terms = `The diagnosis is paid with the order and stays due if you decide against the repair.

Please keep a copy of your files if you can. We treat them with care and in confidence, but a drive that is failing can fail for good while it is copied.

Our work carries a warranty of 12 months, parts that of their maker. Computers that are not collected within 60 days after the second reminder are disposed of.
`;

/** Fixed lines, one choice of parts, a small deposit and the rest at the counter. */
export const repairTemplate = (stock: Stock): SampleTemplate => ({
  name: 'Computer repair',
  description: 'Diagnosis and repair with a choice of parts. Small deposit, the rest when it is collected.',
  trade: 'IT repair',
  title: 'Computer repair',
  draft: {
    ...plainDraft(stock),
    scope,
    terms,
    lines: [lineOf(stock, 'repair-diagnosis'), lineOf(stock, 'repair-labour', 1500)],
    groups: [
      {
        id: 'drive',
        title: 'The new drive',
        description: 'All three make the computer fast again. They differ in size and in how long they last.',
        min: 1,
        max: 1,
      },
    ],
    options: [
      optionOf(stock, 'drive-standard', { groupId: 'drive', preselected: true }),
      optionOf(stock, 'drive-professional', { groupId: 'drive' }),
      optionOf(stock, 'drive-mirrored', { groupId: 'drive' }),
      optionOf(stock, 'repair-backup'),
      optionOf(stock, 'repair-rescue'),
    ],
    stages: [
      stageOf('deposit', 'Diagnosis, paid with the order', { amount: minor(9_900), due: 'ON_SIGNING' }),
      stageOf('rest', 'Rest, when you collect the computer', { paymentTermsDays: 0 }),
    ],
  },
});
