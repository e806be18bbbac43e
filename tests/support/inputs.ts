/** What staff send for the sample quotes of the tests: nothing but data, so that the bench can use it without the server. */

export const aLineInput = (changes: object = {}) => ({
  id: 'line-1',
  description: 'Website migration',
  quantity: 1000,
  unit: '',
  unitPrice: 329_900,
  discount: null,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  cost: null,
  itemId: null,
  ...changes,
});

export const aGroupInput = (changes: object = {}) => ({
  id: 'group-1',
  title: 'Plan',
  description: '',
  min: 0,
  max: 1,
  ...changes,
});

/** A box to tick, 450.00. */
export const anOptionInput = (changes: object = {}) => ({
  id: 'option-1',
  groupId: null,
  title: 'Booking form integration',
  description: '',
  unit: '',
  price: 45_000,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  minQuantity: 1,
  maxQuantity: 1,
  requires: [],
  excludes: [],
  preselected: false,
  cost: null,
  itemId: null,
  ...changes,
});

export const aStageInput = (changes: object = {}) => ({
  id: 'stage-1',
  label: 'Deposit',
  percent: 30_000,
  amount: null,
  due: 'ON_SIGNING',
  dueOn: null,
  paymentTermsDays: null,
  autoIssue: false,
  ...changes,
});

/** The sample of issue 2: 3,299.00 with GST inside, an option of 450.00, stages of 30, 40 and 30 %. */
export const aQuoteInput = (changes: object = {}) => ({
  title: 'Website migration',
  scope: '# Scope\n\nMove **12 pages**.',
  terms: 'Due in 14 days.',
  pricesIncludeTax: true,
  taxRounding: null,
  discount: null,
  validUntil: '2026-12-01',
  effectiveDate: null,
  paymentTermsDays: null,
  termsNote: '',
  lines: [aLineInput()],
  groups: [],
  options: [anOptionInput()],
  stages: [
    aStageInput(),
    aStageInput({ id: 'stage-2', label: 'Progress', percent: 40_000, due: 'ON_MILESTONE' }),
    aStageInput({ id: 'stage-3', label: 'Final', due: 'ON_MILESTONE' }),
  ],
  ...changes,
});

/** The whole price with the signature. */
export const oneStage = [aStageInput({ label: 'Whole amount', percent: 100_000 })];

export const aCustomerInput = (changes: object = {}) => ({
  name: 'Silva Dental',
  contactName: 'Ana Silva',
  email: 'Ana@silvadental.example',
  phone: '',
  address: ['3 King Street', 'Newtown NSW 2042'],
  taxNumber: '',
  contacts: [],
  notes: '',
  ...changes,
});
