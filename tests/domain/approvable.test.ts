import { describe, expect, test } from 'vitest';
import { localDate } from '../../api/src/domain/local-date.ts';
import { minor } from '../../api/src/domain/money.ts';
import { approvalProblem, type DraftToApprove } from '../../api/src/domain/quote.ts';
import { aDraft, aGroup, aLine, anOption, aSnapshot, aStage } from '../support/builders.ts';

const lastDay = localDate('2026-11-30');
const dayAfter = localDate('2026-12-01');

const monthly = aLine({ billing: 'MONTHLY' });
const reversed = aLine({ taxTreatment: 'REVERSE_CHARGE', taxRate: 0 });
const nobody = { address: ['5 Harris Street'], taxNumber: ' ' };
const onDay = (day: string) =>
  aStage({ id: 'stage-2', percent: 70_000, due: 'ON_DATE', dueOn: localDate(day), autoIssue: true });

describe('a draft', () => {
  test.each<[string, Partial<DraftToApprove>]>([
    ['as it is, also on its last valid day', {}],
    ['with a stage on that day', { stages: [aStage(), onDay('2026-11-30')] }],
    ['that begins on that day', { effectiveDate: lastDay }],
    ['when everything recurs', { lines: [monthly], options: [], stages: [] }],
    [
      'when everything that is chosen recurs',
      { lines: [monthly], options: [anOption({ billing: 'YEARLY' })], stages: [] },
    ],
    [
      'with reductions',
      {
        discount: { percent: 100, amount: null },
        lines: [aLine({ discount: { percent: null, amount: minor(329_000) } })],
      },
    ],
    ['under reverse charge for a customer with a tax number', { lines: [reversed] }],
  ])('can be approved %s', (_, changes) => {
    expect(approvalProblem(aDraft(changes), lastDay)).toBeNull();
  });

  test.each<[string, Partial<DraftToApprove>, string, string | null]>([
    ['without a title', { title: ' ' }, 'QUOTE_INCOMPLETE', 'title'],
    ['without lines', { lines: [] }, 'QUOTE_INCOMPLETE', 'lines'],
    [
      'with a line that says nothing',
      { lines: [aLine(), aLine({ description: ' ' })] },
      'QUOTE_INCOMPLETE',
      'lines.1.description',
    ],
    [
      'with an option without a title',
      { options: [anOption({ title: '' })] },
      'QUOTE_INCOMPLETE',
      'options.0.title',
    ],
    [
      'with a group without a title',
      { groups: [aGroup({ title: '' })] },
      'QUOTE_INCOMPLETE',
      'groups.0.title',
    ],
    [
      'with a stage without a name',
      { stages: [aStage({ label: '' })] },
      'QUOTE_INCOMPLETE',
      'stages.0.label',
    ],
    ['without stages', { stages: [] }, 'QUOTE_INCOMPLETE', 'stages'],
    [
      'without stages when it can be charged once',
      { lines: [monthly], stages: [] },
      'QUOTE_INCOMPLETE',
      'stages',
    ],
    [
      'without stages when it is free',
      { lines: [aLine({ unitPrice: minor(0) })], options: [], stages: [] },
      'QUOTE_INCOMPLETE',
      'stages',
    ],
    [
      'without the address of the customer',
      { customer: { ...nobody, address: [' '] } },
      'QUOTE_INCOMPLETE',
      null,
    ],
    [
      'under reverse charge without a tax number',
      { lines: [reversed], customer: nobody },
      'QUOTE_INCOMPLETE',
      'lines.0.taxTreatment',
    ],
    [
      'with a rate on what is exempt',
      { lines: [aLine({ taxTreatment: 'EXEMPT' })] },
      'INPUT_INVALID',
      'lines.0.taxRate',
    ],
    [
      'with a rate on an option of 0 %',
      { options: [anOption({ taxTreatment: 'ZERO_RATED' })] },
      'INPUT_INVALID',
      'options.0.taxRate',
    ],
    [
      'too dear to compute',
      { lines: [aLine({ quantity: 1e9, unitPrice: minor(1e12) })] },
      'INPUT_INVALID',
      'lines',
    ],
    [
      'with an option too dear',
      { options: [anOption({ price: minor(2 ** 53 - 1) })] },
      'INPUT_INVALID',
      'lines',
    ],
    [
      'with more off a line than it is',
      { lines: [aLine({ discount: { percent: null, amount: minor(329_901) } })] },
      'INPUT_INVALID',
      'lines.0.discount',
    ],
    ['with a discount of nothing', { discount: { percent: 0, amount: null } }, 'INPUT_INVALID', 'discount'],
    [
      'with a discount of more than 100 %',
      { discount: { percent: 100_001, amount: null } },
      'INPUT_INVALID',
      'discount',
    ],
    [
      'with a discount that is both',
      { discount: { percent: 5, amount: minor(5) } },
      'INPUT_INVALID',
      'discount',
    ],
    [
      'with more off than the least that can be chosen',
      { discount: { percent: null, amount: minor(330_000) } },
      'INPUT_INVALID',
      'discount',
    ],
    [
      'with options that nobody can choose',
      { options: [anOption({ requires: ['gone'] })] },
      'INPUT_INVALID',
      'options.0.requires',
    ],
    ['of 99 %', { stages: [aStage({ percent: 99_000 })] }, 'STAGES_INVALID', 'stages'],
    ['that is free', { lines: [aLine({ unitPrice: minor(0) })] }, 'STAGES_INVALID', 'stages'],
    [
      'with stages that eat up the least',
      {
        stages: [
          aStage({ percent: null, amount: minor(329_900) }),
          aStage({ id: '2', percent: null, due: 'ON_MILESTONE' }),
        ],
      },
      'STAGES_INVALID',
      'stages',
    ],
    ['that begins in the past', { effectiveDate: localDate('2026-11-29') }, 'INPUT_INVALID', 'effectiveDate'],
    [
      'with a stage in the past',
      { stages: [aStage(), onDay('2026-11-29')] },
      'STAGES_INVALID',
      'stages.1.dueOn',
    ],
  ])('cannot be approved %s', (_, changes, code, field) => {
    const refusal = approvalProblem(aDraft(changes), lastDay);
    expect(refusal).toMatchObject({ refusal: true, code, field });
    expect(refusal?.message).toMatch(/^[A-Z“].*[.]$/);
  });

  test('counts a required choice into the least that can be chosen', () => {
    const options = [
      anOption({ groupId: 'group-1' }),
      anOption({ id: 'option-2', groupId: 'group-1', price: minor(200) }),
    ];
    const draft = (amount: number, min: number) =>
      aDraft({ options, groups: [aGroup({ min })], discount: { percent: null, amount: minor(amount) } });
    expect(approvalProblem(draft(330_000, 1), lastDay)).toBeNull();
    expect(approvalProblem(draft(330_101, 1), lastDay)).toMatchObject({ field: 'discount' });
    expect(approvalProblem(draft(329_901, 0), lastDay)).toMatchObject({ field: 'discount' });
  });

  test('cannot be approved after its last valid day', () => {
    expect(approvalProblem(aDraft(), dayAfter)).toEqual({
      refusal: true,
      code: 'QUOTE_EXPIRED',
      message: 'The last valid day, 30 November 2026, has passed. Please set a later one.',
      field: 'validUntil',
    });
  });

  test('is looked at as it is: what was approved once is fine', () => {
    expect(approvalProblem({ ...aSnapshot(), validUntil: lastDay }, lastDay)).toBeNull();
  });
});
