import type {
  GroupEntry,
  LineEntry,
  OptionEntry,
  QuoteForm,
  StageEntry,
} from '../../admin-spa/src/features/quotes/editor/quote-form.ts';

export const line = (id: string, more: Partial<LineEntry> = {}): LineEntry => ({
  id,
  description: `Line ${id}`,
  quantity: '1',
  unit: '',
  unitPrice: '100',
  discount: '',
  tax: 'STANDARD:10000',
  billing: 'ONCE',
  cost: '',
  itemId: null,
  ...more,
});

export const option = (id: string, more: Partial<OptionEntry> = {}): OptionEntry => ({
  id,
  groupId: null,
  title: `Option ${id}`,
  description: '',
  unit: '',
  price: '50',
  tax: 'STANDARD:10000',
  billing: 'ONCE',
  minQuantity: '1',
  maxQuantity: '1',
  requires: [],
  excludes: [],
  preselected: false,
  cost: '',
  itemId: null,
  ...more,
});

export const group = (id: string, more: Partial<GroupEntry> = {}): GroupEntry => ({
  id,
  title: `Choice ${id}`,
  description: '',
  min: '1',
  max: '1',
  ...more,
});

export const stage = (id: string, more: Partial<StageEntry> = {}): StageEntry => ({
  id,
  label: `Stage ${id}`,
  kind: 'PERCENT',
  value: '50',
  due: 'ON_MILESTONE',
  dueOn: '',
  paymentTermsDays: '',
  autoIssue: false,
  ...more,
});

/** A website for $3,299.00 with GST inside, a booking form for $450.00 to choose, invoiced in two halves. */
export const form = (more: Partial<QuoteForm> = {}): QuoteForm => ({
  title: 'Website migration',
  scope: '',
  terms: '',
  pricesIncludeTax: true,
  taxRounding: 'DOCUMENT',
  discount: '',
  validUntil: '2026-12-15',
  effectiveDate: '',
  paymentTermsDays: '',
  termsNote: '',
  mailboxProof: '',
  lines: [line('a', { unitPrice: '3,299' })],
  groups: [],
  options: [option('o', { price: '450' })],
  stages: [stage('s', { due: 'ON_SIGNING' }), stage('t')],
  ...more,
});
