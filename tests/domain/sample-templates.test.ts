import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { quoteMargin } from '../../api/src/domain/margin.ts';
import { minor } from '../../api/src/domain/money.ts';
import { choiceProblem, choose, initialChoices } from '../../api/src/domain/options.ts';
import { quotePrice } from '../../api/src/domain/pricing.ts';
import { approvalProblem } from '../../api/src/domain/quote.ts';
import { sampleItems } from '../../api/src/templates/sample-items.ts';
import { sampleTemplates } from '../../api/src/templates/sample-templates.ts';

const today = localDate('2026-11-21');
const templatesAt = (taxRate: number, pricesIncludeTax: boolean) => {
  const items = sampleItems.map(
    (item) =>
      [
        item.key,
        { ...item, itemId: item.key, price: minor(item.price), cost: minor(item.cost), taxRate },
      ] as const,
  );
  return sampleTemplates({ items: new Map(items), pricesIncludeTax, taxRounding: 'DOCUMENT' }, today);
};
const australian = templatesAt(10_000, true);
const draftOf = (trade: string) => {
  const found = australian.find((template) => template.trade === trade);
  if (found === undefined) throw new Error(`There is no template for ${trade}`);
  return found.draft;
};
/** What the page starts with, and then these clicks. */
const priceOf = (trade: string, clicks: [id: string, quantity: number][] = []) => {
  const draft = draftOf(trade);
  const choices = clicks.reduce((all, [id, n]) => choose(draft, all, id, n), initialChoices(draft));
  expect(choiceProblem(draft, choices)).toBeNull();
  const { totals, recurring } = quotePrice(draft, choices);
  return [totals.gross, ...recurring.map((part) => [part.billing, part.totals.gross])];
};

describe.each([
  ['in Australia', australian],
  ['where prices are without tax', templatesAt(19_000, false)],
  ['where nothing is set up yet', templatesAt(0, false)],
])('the templates of a new company %s', (_where, templates) => {
  test.each(templates.map((template) => [template.name, template] as const))(
    '%s can be approved',
    (_name, template) => {
      const draft = {
        ...template.draft,
        title: template.title,
        validUntil: localDate('2026-12-21'),
        customer: { address: ['3 King Street'], taxNumber: '' },
      };
      expect(approvalProblem(draft, today)).toBeNull();
    },
  );

  test.each(templates.map((template) => [template.name, template] as const))(
    '%s earns something',
    (_name, { draft }) => {
      const margin = quoteMargin(draft, initialChoices(draft));
      expect(margin?.rate).toBeGreaterThan(20_000);
      expect(margin?.rate).toBeLessThan(80_000);
    },
  );
});

describe('what the templates come to, with GST', () => {
  test('a website: base, launch and the smallest plan, each month beside it', () => {
    expect(priceOf('Websites')).toEqual([373_900, ['MONTHLY', 3_300]]);
  });
  test('a website with the best plan, five pages and a booking form, which brings its editor', () => {
    const clicks: [string, number][] = [
      ['care-complete', 1],
      ['website-page', 5],
      ['booking-form', 1],
    ];
    expect(priceOf('Websites', clicks)).toEqual([373_900 + 82_500 + 45_000 + 55_000, ['MONTHLY', 22_000]]);
  });
  test('a repair: diagnosis, an hour and a half, and the drive that is chosen', () => {
    expect(priceOf('IT repair')).toEqual([9_900 + 19_800 + 11_900]);
    expect(priceOf('IT repair', [['drive-mirrored', 1]])).toEqual([9_900 + 19_800 + 43_900]);
  });
  test('hot water: a gas line brings the gas system, and the weekend takes the place of the same day', () => {
    expect(priceOf('Plumbing')).toEqual([116_600 + 149_000]);
    const clicks: [string, number][] = [
      ['same-day', 1],
      ['gas-line', 1],
      ['after-hours', 1],
    ];
    expect(priceOf('Plumbing', clicks)).toEqual([116_600 + 189_000 + 39_000 + 38_500]);
  });
  test('a retainer: the workshop once, and a rhythm for each extra', () => {
    expect(priceOf('Consulting')).toEqual([165_000, ['MONTHLY', 396_000]]);
    const clicks: [string, number][] = [
      ['retainer-day', 2],
      ['board-report', 1],
      ['yearly-review', 1],
    ];
    expect(priceOf('Consulting', clicks)).toEqual([
      165_000,
      ['MONTHLY', 396_000 + 374_000],
      ['QUARTERLY', 88_000],
      ['YEARLY', 220_000],
    ]);
    expect(draftOf('Consulting').effectiveDate).toBe('2026-12-05');
  });
});

test('every item of the sample catalogue is used, and its key is its own', () => {
  const used = new Set(
    australian.flatMap(({ draft }) => [...draft.lines, ...draft.options]).map(({ itemId }) => itemId),
  );
  expect([...used].sort()).toEqual(sampleItems.map(({ key }) => key).sort());
});
