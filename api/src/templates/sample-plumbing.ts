import { minor } from '../domain/money.ts';
import { lineOf, optionOf, plainDraft, type SampleTemplate, stageOf, type Stock } from './sample-parts.ts';

const scope = `## What is included

- Shut-off, draining, **removal and disposal** of the old system
- Delivery and **installation** of the one that you choose below
- New pressure relief valve, isolating valve and up to 3 metres of pipe
- Pressure test, start, and a walk-through with you
- **Certificate of compliance** within five working days

## What is not included

- Repair of walls, tiles and paint
- Electrical work beyond the existing connection
- Asbestos: if we find it, we stop and talk to you first

## Access

Please keep 1 metre in front of the old system free, and pets inside. The water is off for two to four hours.
`;

const terms = `The deposit orders the system and holds your day. If you cancel less than one working day before, we keep what the supplier charges us for taking it back.

The rest is due when the new system runs. Our work carries a warranty of seven years, the system that of its maker.

If the work turns out larger than it looked (corroded pipes, no safe access), we stop, show you, and quote the difference before we go on.
`;

/** Good, better, best: one has to be chosen; some extras belong to one of them, some rule each other out. */
export const plumbingTemplate = (stock: Stock): SampleTemplate => ({
  name: 'Hot water system',
  description: 'Replacement with three systems to choose from. Deposit on signing, the rest when it runs.',
  trade: 'Plumbing',
  title: 'New hot water system',
  draft: {
    ...plainDraft(stock),
    scope,
    terms,
    lines: [
      lineOf(stock, 'hot-water-removal'),
      lineOf(stock, 'hot-water-installation'),
      lineOf(stock, 'compliance'),
    ],
    groups: [
      {
        id: 'system',
        title: 'Your new system',
        description: 'All three suit a household of three to four.',
        min: 1,
        max: 1,
      },
    ],
    options: [
      optionOf(stock, 'hot-water-electric', { groupId: 'system', preselected: true }),
      optionOf(stock, 'hot-water-gas', { groupId: 'system' }),
      optionOf(stock, 'hot-water-heat-pump', { groupId: 'system' }),
      optionOf(stock, 'gas-line', { requires: ['hot-water-gas'] }),
      optionOf(stock, 'tempering-valve'),
      optionOf(stock, 'same-day', { excludes: ['after-hours'] }),
      optionOf(stock, 'after-hours', { excludes: ['same-day'] }),
    ],
    stages: [
      stageOf('deposit', 'Deposit', { amount: minor(60_000), due: 'ON_SIGNING', paymentTermsDays: 3 }),
      stageOf('rest', 'Rest, when the new system runs', { paymentTermsDays: 7 }),
    ],
  },
});
