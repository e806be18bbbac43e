import { lineOf, optionOf, plainDraft, type SampleTemplate, stageOf, type Stock } from './sample-parts.ts';

const scope = `## What you get

A website that loads fast, reads well on a phone, and brings people to you.

- Design in your colours, shown to you as a working draft before we build
- **Up to 8 pages**: home, about, services, contact and four of your choice
- Contact form with protection against spam
- Redirects from the old addresses, so that no link is lost
- One hour of training for two people

## How it goes

1. **Week 1** – We talk for an hour, and you send us text and pictures
2. **Weeks 2 to 3** – You see the design and tell us what to change, twice
3. **Weeks 4 to 5** – We build it on a test address
4. **Week 6** – You say yes, and the site goes live

## What we need from you

- One person who decides, and answers within two working days
- Your logo, text and pictures by the end of week 1
- Access to the old website and to the domain
`;

const terms = `Work begins when the deposit has arrived. Two rounds of changes are included; more are quoted before we begin with them.

If we wait longer than ten working days for text, pictures or an answer, the dates above move by as long as we waited.

The website is yours once it is paid: design, text and code. Pictures that we license for you stay under the licence of their maker.

Hosting and care run from month to month and can be ended by either side to the end of the following month.
`;

/** Dynamic: a base price, a plan to choose, and extras to tick or count. */
export const websiteTemplate = (stock: Stock): SampleTemplate => ({
  name: 'Website project',
  description: 'Design and build with a choice of hosting, extra pages and add-ons. Three stages.',
  trade: 'Websites',
  title: 'New website',
  draft: {
    ...plainDraft(stock),
    scope,
    terms,
    lines: [lineOf(stock, 'website-build'), lineOf(stock, 'website-launch')],
    groups: [
      {
        id: 'care',
        title: 'Hosting and care',
        description: 'Your website needs a home. Choose how much of it we look after.',
        min: 1,
        max: 1,
      },
    ],
    options: [
      optionOf(stock, 'care-essential', { groupId: 'care', preselected: true }),
      optionOf(stock, 'care-plus', { groupId: 'care' }),
      optionOf(stock, 'care-complete', { groupId: 'care' }),
      optionOf(stock, 'website-page', { maxQuantity: 20 }),
      optionOf(stock, 'seo-setup'),
      optionOf(stock, 'website-cms'),
      optionOf(stock, 'booking-form', { requires: ['website-cms'] }),
    ],
    stages: [
      stageOf('deposit', 'Deposit', { percent: 30_000, due: 'ON_SIGNING' }),
      stageOf('progress', 'Progress: new site on the test address', { percent: 40_000 }),
      stageOf('final', 'Final: site live', { percent: 30_000 }),
    ],
  },
});
