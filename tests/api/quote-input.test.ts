import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { createQuote, updateQuote } from '../support/operations.ts';
import {
  aGroupInput,
  aKey,
  aLineInput,
  anOptionInput,
  aQuoteInput,
  aStageInput,
  type Draft,
} from '../support/steps.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
const lines = (changes: object) => ({ lines: [aLineInput(changes)] });
const options = (changes: object) => ({ options: [anOptionInput(changes)] });
const groups = (changes: object) => ({ groups: [aGroupInput(changes)] });
const stages = (changes: object) => ({ stages: [aStageInput(), aStageInput({ id: 'later', ...changes })] });
/** So many parts, each with an id of its own. */
const many = (count: number, part: (changes: object) => object) =>
  Array.from({ length: count }, (_, at) => part({ id: `many-${at}` }));

describe.each(databases)('what a quote may say on %s', (kind) => {
  const office = companyOn(kind);
  const save = async (quote: object) => {
    const { id, version } = await office().draft();
    return office().run<Draft>(
      updateQuote,
      { input: { id, version, quote: aQuoteInput(quote) } },
      await office().as('STAFF'),
    );
  };

  test.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['a long title', { title: 'x'.repeat(201) }, 'title'],
    ['a long scope', { scope: 'x'.repeat(50_001) }, 'scope'],
    ['long terms', { terms: 'x'.repeat(20_001) }, 'terms'],
    ['a long note on its terms', { termsNote: 'x'.repeat(501) }, 'termsNote'],
    ['a day that is over in Sydney', { validUntil: '2026-11-20' }, 'validUntil'],
    ['negative payment terms', { paymentTermsDays: -1 }, 'paymentTermsDays'],
    ['payment terms of more than a year', { paymentTermsDays: 366 }, 'paymentTermsDays'],
    ['a discount that is both', { discount: { percent: 1_000, amount: 1_000 } }, 'discount'],
    ['a discount that is neither', { discount: {} }, 'discount'],
    ['a discount of nothing', { discount: { percent: 0 } }, 'discount.percent'],
    ['a discount of more than all', { discount: { percent: 100_001 } }, 'discount.percent'],
    ['a discount that adds', { discount: { amount: -1 } }, 'discount.amount'],
    ['501 lines', { lines: many(501, aLineInput) }, 'lines'],
    ['51 groups', { groups: many(51, aGroupInput) }, 'groups'],
    ['101 options', { options: many(101, anOptionInput) }, 'options'],
    ['13 stages', { stages: many(13, aStageInput) }, 'stages'],
    ['a line without words', lines({ description: '' }), 'lines.0.description'],
    ['a long unit', lines({ unit: 'x'.repeat(21) }), 'lines.0.unit'],
    ['a quantity of nothing', lines({ quantity: 0 }), 'lines.0.quantity'],
    ['more than a million pieces', lines({ quantity: 1_000_000_001 }), 'lines.0.quantity'],
    ['a negative price', lines({ unitPrice: -1 }), 'lines.0.unitPrice'],
    ['more than 100 % tax', lines({ taxRate: 100_001 }), 'lines.0.taxRate'],
    ['tax on what is exempt', lines({ taxTreatment: 'EXEMPT' }), 'lines.0.taxRate'],
    ['tax under reverse charge', options({ taxTreatment: 'REVERSE_CHARGE' }), 'options.0.taxRate'],
    ['a discount of a line that is both', lines({ discount: { percent: 1, amount: 1 } }), 'lines.0.discount'],
    ['a negative cost', lines({ cost: -1 }), 'lines.0.cost'],
    ['an item that cannot be one', lines({ itemId: 'not an id' }), 'lines.0.itemId'],
    ['a line without an id', lines({ id: '' }), 'lines.0.id'],
    ['a line with a long id', lines({ id: 'x'.repeat(41) }), 'lines.0.id'],
    ['an id with other letters', options({ id: 'ö' }), 'options.0.id'],
    ['one id twice', { lines: [aLineInput(), aLineInput()] }, 'lines.1.id'],
    ['one id for a line and an option', options({ id: 'line-1' }), 'options.0.id'],
    [
      'a total that no computer adds up',
      {
        lines: many(20, (changes) =>
          aLineInput({ ...changes, quantity: 1_000_000_000, unitPrice: 1_000_000_000_000 }),
        ),
      },
      'lines',
    ],
    [
      'options that no computer adds up',
      {
        options: many(2, (changes) =>
          anOptionInput({ ...changes, price: 1_000_000_000_000, maxQuantity: 10_000 }),
        ),
      },
      'lines',
    ],
    ['a group without a title', groups({ title: '' }), 'groups.0.title'],
    ['a group that asks for less than nothing', groups({ min: -1 }), 'groups.0.min'],
    ['a group that allows nothing', groups({ max: 0 }), 'groups.0.max'],
    ['a group that allows less than it asks for', groups({ min: 3, max: 2 }), 'groups.0.max'],
    ['an option without a title', options({ title: '' }), 'options.0.title'],
    [
      'an option with a long description',
      options({ description: 'x'.repeat(2_001) }),
      'options.0.description',
    ],
    ['an option that takes off', options({ price: -1 }), 'options.0.price'],
    ['an option with negative tax', options({ taxRate: -1 }), 'options.0.taxRate'],
    ['an option of no piece', options({ minQuantity: 0 }), 'options.0.minQuantity'],
    ['an option of 3 to 2 pieces', options({ minQuantity: 3, maxQuantity: 2 }), 'options.0.maxQuantity'],
    ['an option of 10,001 pieces', options({ maxQuantity: 10_001 }), 'options.0.maxQuantity'],
    ['an option that needs nonsense', options({ requires: ["'"] }), 'options.0.requires'],
    ['an option that excludes nonsense', options({ excludes: [' '] }), 'options.0.excludes'],
    ['an option in a group of nonsense', options({ groupId: '' }), 'options.0.groupId'],
    ['a stage without a label', stages({ label: '' }), 'stages.1.label'],
    ['a stage of nothing', stages({ percent: 0 }), 'stages.1.percent'],
    ['a stage that gives back', stages({ percent: null, amount: -1 }), 'stages.1.amount'],
    ['a stage that is share and amount', stages({ amount: 100 }), 'stages.1.amount'],
    ['a stage with long terms', stages({ paymentTermsDays: 366 }), 'stages.1.paymentTermsDays'],
    ['a milestone with a day', stages({ due: 'ON_MILESTONE', dueOn: '2026-12-01' }), 'stages.1.dueOn'],
    [
      'a milestone that issues itself',
      stages({ due: 'ON_MILESTONE', autoIssue: true }),
      'stages.1.autoIssue',
    ],
  ])('refuses %s', async (_what, changes, field) => {
    const refused = { __typename: 'Refusal', code: 'INPUT_INVALID', field };
    const input = { idempotencyKey: aKey(), customerId: nobody, quote: aQuoteInput(changes) };
    expect(await office().run(createQuote, { input }, await office().as('STAFF'))).toMatchObject(refused);
    expect(await save(changes)).toMatchObject(refused);
  });

  test('takes everything at its limit', async () => {
    const full = await save({
      title: 'x'.repeat(200),
      termsNote: 'x'.repeat(500),
      validUntil: '9999-12-31',
      discount: { percent: 100_000 },
      lines: many(500, aLineInput),
      groups: many(50, (changes) =>
        aGroupInput({ id: `group${Object.values(changes)[0]}`, min: 100, max: 100 }),
      ),
      options: many(100, ({ id }: { id?: string }) =>
        anOptionInput({ id: `option-${id}`, maxQuantity: 10_000, requires: ['not-there-yet'], price: 1 }),
      ),
      stages: many(12, ({ id }: { id?: string }) =>
        aStageInput({ id: `stage-${id}`, due: 'ON_DATE', dueOn: '2027-01-31', autoIssue: true }),
      ),
    });
    expect(full).toMatchObject({ __typename: 'Quote', version: 2, totals: { gross: { amount: 0 } } });
  });
});
