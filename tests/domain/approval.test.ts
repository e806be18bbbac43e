import { describe, expect, test } from 'vitest';
import {
  type ApprovalFacts,
  type ApprovalPolicy,
  approvalReasons,
  approvalRefusal,
  deepestDiscount,
} from '../../api/src/domain/approval.ts';
import { minor } from '../../api/src/domain/money.ts';
import { aGroup, aLine, anOption, aSnapshot } from '../support/builders.ts';

const off: ApprovalPolicy = {
  currency: 'AUD',
  totalLimit: null,
  discountLimit: null,
  termsLimit: null,
  newClients: false,
  fourEyes: false,
  staffMaySend: false,
};
const strict: ApprovalPolicy = {
  ...off,
  totalLimit: minor(374_900),
  discountLimit: 15_000,
  termsLimit: 30,
  newClients: true,
};

const facts = (changes: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  quote: aSnapshot(),
  currency: 'AUD',
  locale: 'en-AU',
  paymentTermsDays: 30,
  stages: [{ paymentTermsDays: null }],
  isFirstOfClient: false,
  ...changes,
});

const codes = (changes: Partial<ApprovalFacts>, policy = strict) =>
  approvalReasons(facts(changes), policy).map((reason) => reason.code);

const percent = (rate: number) => ({ percent: rate, amount: null });
const amount = (cents: number) => ({ percent: null, amount: minor(cents) });

describe('a quote needs a person', () => {
  test('for none of the reasons at the limits themselves', () => {
    expect(codes({ quote: aSnapshot({ options: [anOption()] }) })).toEqual([]);
    expect(codes({ quote: aSnapshot({ discount: percent(15_000) }) })).toEqual([]);
  });

  test('above the limit, with everything that can be chosen', () => {
    const options = [anOption(), anOption({ id: 'option-2', price: minor(1) })];
    expect(approvalReasons(facts({ quote: aSnapshot({ options }) }), strict)).toEqual([
      {
        code: 'ABOVE_LIMIT',
        text: 'It can come to $3,749.01, which is above the limit of $3,749.00.',
      },
    ]);
    const oneOf = options.map((option) => ({ ...option, groupId: 'group-1' }));
    expect(codes({ quote: aSnapshot({ options: oneOf, groups: [aGroup()] }) })).toEqual([]);
    expect(codes({ quote: aSnapshot({ options: [anOption({ maxQuantity: 2 })] }) })).toEqual(['ABOVE_LIMIT']);
    expect(
      codes({ quote: aSnapshot({ options: [anOption({ price: minor(45_001), billing: 'MONTHLY' })] }) }),
    ).toEqual(['ABOVE_LIMIT']);
  });

  test('in another currency than that of the limit', () => {
    const [reason] = approvalReasons(facts({ currency: 'JPY' }), strict);
    expect(reason?.text).toBe('It is in JPY, which cannot be held against the limit of $3,749.00.');
  });

  test.each([
    ['of one line', { lines: [aLine({ discount: percent(15_001) })] }, 15_001],
    [
      'of one line as an amount',
      { lines: [aLine({ unitPrice: minor(10_000), discount: amount(2_000) })] },
      20_000,
    ],
    [
      'of a recurring line',
      {
        lines: [aLine(), aLine({ billing: 'MONTHLY', unitPrice: minor(500), discount: percent(40_000) })],
        options: [],
      },
      40_000,
    ],
    ['of the quote', { discount: percent(16_000) }, 16_000],
    ['of the quote as an amount', { discount: amount(65_980) }, 20_000],
    [
      'of both together',
      { lines: [aLine({ discount: percent(10_000) })], discount: percent(10_000) },
      19_000,
    ],
    ['of everything', { discount: amount(999_999) }, 100_000],
    [
      'of everything that has to be chosen',
      {
        lines: [],
        groups: [aGroup()],
        options: [anOption({ groupId: 'group-1' })],
        discount: amount(45_000),
      },
      100_000,
    ],
    ['of a quote that is all options', { lines: [], discount: percent(16_000) }, 16_000],
  ])('with a deep discount %s', (_, changes, deepest) => {
    const quote = aSnapshot(changes);
    expect(deepestDiscount(quote)).toBe(deepest);
    expect(codes({ quote })).toEqual(['DEEP_DISCOUNT']);
  });

  test('says how deep', () => {
    const [reason] = approvalReasons(facts({ quote: aSnapshot({ discount: percent(17_500) }) }), strict);
    expect(reason?.text).toBe('It gives a discount of 17.5 %, which is more than 15 %.');
  });

  test('with long terms of the quote or of one stage', () => {
    expect(codes({ paymentTermsDays: 31 })).toEqual(['LONG_TERMS']);
    expect(codes({ stages: [{ paymentTermsDays: 0 }, { paymentTermsDays: 60 }] })).toEqual(['LONG_TERMS']);
    expect(codes({ paymentTermsDays: 31, stages: [] }, { ...strict, termsLimit: null })).toEqual([]);
  });

  test('for a new client', () => {
    expect(codes({ isFirstOfClient: true })).toEqual(['NEW_CLIENT']);
    expect(codes({ isFirstOfClient: true }, { ...strict, newClients: false })).toEqual([]);
  });

  test('for every reason at once, and for none where the rules are off', () => {
    const everything = {
      quote: aSnapshot({ lines: [aLine({ unitPrice: minor(999_999) })], discount: percent(50_000) }),
      paymentTermsDays: 90,
      isFirstOfClient: true,
    };
    expect(codes(everything)).toEqual(['ABOVE_LIMIT', 'DEEP_DISCOUNT', 'LONG_TERMS', 'NEW_CLIENT']);
    expect(codes(everything, off)).toEqual([]);
  });
});

describe('who may send it', () => {
  const reason = { code: 'NEW_CLIENT' as const, text: 'It is the first quote for this client.' };
  const long = { code: 'LONG_TERMS' as const, text: 'It gives 60 days to pay, which is more than 30.' };
  const writer = { mayApprove: false, mayWrite: true, isAuthor: true };
  const approver = { mayApprove: true, mayWrite: true, isAuthor: false };

  test.each([
    ['an approver', approver, [reason], off, true],
    ['an approver who wrote it', { ...approver, isAuthor: true }, [reason], off, true],
    [
      'an approver who wrote it, by four eyes',
      { ...approver, isAuthor: true },
      [reason],
      { ...off, fourEyes: true },
      false,
    ],
    [
      'an approver who wrote it, by four eyes, without a reason',
      { ...approver, isAuthor: true },
      [],
      { ...off, fourEyes: true },
      true,
    ],
    ['another approver, by four eyes', approver, [reason], { ...off, fourEyes: true }, true],
    ['a writer', writer, [], off, false],
    ['a writer where writers may', writer, [], { ...off, staffMaySend: true }, true],
    ['a writer where writers may, with a reason', writer, [reason], { ...off, staffMaySend: true }, false],
    ['a reader where writers may', { ...writer, mayWrite: false }, [], { ...off, staffMaySend: true }, false],
  ])('%s', (_, actor, reasons, policy, isFine) => {
    expect(approvalRefusal({ reasons, policy, actor }) === null).toBe(isFine);
  });

  test('is told with every reason', () => {
    expect(approvalRefusal({ reasons: [long, reason], policy: off, actor: writer })).toMatchObject({
      code: 'APPROVAL_NEEDED',
      message: `Please ask somebody who may approve quotes. ${long.text} ${reason.text}`,
    });
    const policy = { ...off, fourEyes: true };
    const refusal = approvalRefusal({ reasons: [reason], policy, actor: { ...approver, isAuthor: true } });
    expect(refusal?.message).toBe(`Please ask a second person to approve what you wrote. ${reason.text}`);
  });
});
