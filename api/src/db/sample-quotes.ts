import type { Ctx } from '../context.ts';
import { addDays } from '../domain/local-date.ts';
import { minor } from '../domain/money.ts';
import type { QuoteLineInput, QuoteOptionInput, QuoteStageInput } from '../quotes/quote-content.type.ts';
import type { QuoteInput } from '../quotes/quote-input.type.ts';
import { careScope, repairScope, websiteScope } from './sample-texts.ts';

const line = (
  changes: Partial<QuoteLineInput> & Pick<QuoteLineInput, 'id' | 'description' | 'unitPrice'>,
) => ({
  quantity: 1000,
  unit: '',
  discount: null,
  taxTreatment: 'STANDARD' as const,
  taxRate: 10_000,
  billing: 'ONCE' as const,
  cost: null,
  itemId: null,
  ...changes,
});

const option = (changes: Partial<QuoteOptionInput> & Pick<QuoteOptionInput, 'id' | 'title' | 'price'>) => ({
  groupId: null,
  description: '',
  unit: '',
  taxTreatment: 'STANDARD' as const,
  taxRate: 10_000,
  billing: 'ONCE' as const,
  minQuantity: 1,
  maxQuantity: 1,
  requires: [],
  excludes: [],
  preselected: false,
  cost: null,
  itemId: null,
  ...changes,
});

const stage = (changes: Partial<QuoteStageInput> & Pick<QuoteStageInput, 'id' | 'label'>) => ({
  percent: null,
  amount: null,
  due: 'ON_MILESTONE' as const,
  dueOn: null,
  paymentTermsDays: null,
  autoIssue: false,
  ...changes,
});

const quote = (ctx: Ctx, changes: Partial<QuoteInput> & Pick<QuoteInput, 'title' | 'scope' | 'lines'>) => ({
  terms: ctx.company.quoteTerms,
  pricesIncludeTax: true,
  taxRounding: null,
  discount: null,
  validUntil: addDays(ctx.today, ctx.company.quoteValidityDays),
  effectiveDate: null,
  paymentTermsDays: null,
  termsNote: '',
  mailboxProof: null,
  groups: [],
  options: [],
  stages: [stage({ id: 'whole', label: 'Whole amount', percent: 100_000, due: 'ON_SIGNING' })],
  ...changes,
});

/** 3,299.00 and one option of 450.00, in three stages. */
export const websiteMigration = (ctx: Ctx): QuoteInput =>
  quote(ctx, {
    title: 'Website migration',
    scope: websiteScope,
    lines: [
      line({
        id: 'migration',
        description: 'Website migration to the new platform',
        unitPrice: minor(329_900),
        cost: minor(148_000),
      }),
    ],
    options: [
      option({
        id: 'booking-form',
        title: 'Booking form integration',
        description: 'Patients choose a free time on your website; it lands in your calendar.',
        price: minor(45_000),
        cost: minor(18_000),
      }),
    ],
    stages: [
      stage({ id: 'deposit', label: 'Deposit', percent: 30_000, due: 'ON_SIGNING' }),
      stage({ id: 'progress', label: 'Progress: new site on the test address', percent: 40_000 }),
      stage({ id: 'final', label: 'Final: site live', percent: 30_000 }),
    ],
  });

/** A small repair, paid at once. */
export const tillRepair = (ctx: Ctx): QuoteInput =>
  quote(ctx, {
    title: 'Repair of the till computer',
    scope: repairScope,
    validUntil: addDays(ctx.today, 14),
    lines: [
      line({
        id: 'repair',
        description: 'Diagnosis and repair on site',
        quantity: 2500,
        unit: 'h',
        unitPrice: minor(13_200),
        cost: minor(5_200),
      }),
      line({
        id: 'disk',
        description: 'Solid state disk, 500 GB',
        unit: 'pcs',
        unitPrice: minor(11_900),
        cost: minor(7_400),
      }),
    ],
    options: [
      option({
        id: 'backup',
        title: 'Daily backup',
        description: 'Set up on your own disk, tested once.',
        price: minor(16_500),
        preselected: true,
        cost: minor(5_200),
      }),
    ],
  });

const careOptions = [
  option({
    id: 'basic',
    groupId: 'care',
    title: 'Basic care',
    description: 'Updates and backups.',
    price: minor(4_900),
    billing: 'MONTHLY',
  }),
  option({
    id: 'plus',
    groupId: 'care',
    title: 'Care plus',
    description: 'And an hour of changes each month.',
    price: minor(12_900),
    billing: 'MONTHLY',
    preselected: true,
  }),
  option({
    id: 'complete',
    groupId: 'care',
    title: 'Complete care',
    description: 'And an answer within the hour.',
    price: minor(29_900),
    billing: 'MONTHLY',
  }),
  option({
    id: 'portraits',
    title: 'Portraits of the team',
    description: 'One edited picture of each person.',
    unit: 'people',
    price: minor(8_800),
    maxQuantity: 12,
  }),
  option({
    id: 'prints',
    title: 'Portraits as framed prints',
    description: 'For the waiting room.',
    price: minor(24_000),
    requires: ['portraits'],
  }),
];

/** What a quote can do: a choice of three plans by the month, pieces to count, a condition, a discount and a rest. */
export const websiteCare = (ctx: Ctx): QuoteInput =>
  quote(ctx, {
    title: 'Website care and photo shoot',
    scope: careScope,
    discount: { percent: 5_000, amount: null },
    lines: [
      line({ id: 'start', description: 'Check-up of the website', unitPrice: minor(49_500) }),
      line({
        id: 'shoot',
        description: 'Photo shoot in the practice',
        quantity: 4000,
        unit: 'h',
        unitPrice: minor(16_500),
        discount: { percent: null, amount: minor(6_000) },
      }),
    ],
    groups: [
      {
        id: 'care',
        title: 'Care plan',
        description: 'Choose how much of the website we look after.',
        min: 1,
        max: 1,
      },
    ],
    options: careOptions,
    stages: [
      stage({ id: 'booking', label: 'To book the day', amount: minor(30_000), due: 'ON_SIGNING' }),
      stage({ id: 'rest', label: 'When you have the pictures' }),
    ],
  });
