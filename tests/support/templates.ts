import { createQuoteFromTemplate, quoteTemplates, saveQuoteAsTemplate } from './operations.ts';
import { aKey, type Company } from './steps.ts';

export type Template = { id: string; version: number; name: string; title: string };
type Part = { id: string; itemId: string | null; title: string };
/** A quote that began with a template. */
export type Begun = {
  id: string;
  version: number;
  title: string;
  validUntil: string;
  effectiveDate: string | null;
  lines: (Part & { unitPrice: { amount: number }; cost: { amount: number } | null })[];
  groups: Part[];
  options: (Part & { groupId: string | null; requires: string[]; excludes: string[] })[];
  stages: { id: string; dueOn: string | null }[];
  timeline: { text: string }[];
};

/** An item of the catalogue: a care plan for 99.00 with GST inside. */
export const anItemInput = (changes: object = {}) => ({
  name: 'Care plan',
  description: '',
  unit: '',
  price: 9_900,
  pricesIncludeTax: true,
  taxTreatment: 'STANDARD',
  taxRate: 10_000,
  billing: 'ONCE',
  cost: 1_000,
  ...changes,
});

/** The steps from a quote to a template and back to a quote. */
export const templatesOf = (office: () => Company) => {
  const write = async <T = Template>(document: string, input: object) =>
    office().run<T>(document, { input }, await office().as('STAFF'));
  return {
    write,
    list: async (variables: object = {}): Promise<Template[]> => {
      const asker = await office().as('BOOKKEEPER');
      return (await office().make<{ items: Template[] }>(quoteTemplates, variables, asker)).items;
    },
    save: (quoteId: string, changes: object = {}) =>
      write(saveQuoteAsTemplate, {
        idempotencyKey: aKey(),
        quoteId,
        name: 'Migration',
        description: 'For small sites.',
        trade: 'Websites',
        ...changes,
      }),
    begin: async (templateId: string | undefined, changes: object = {}) =>
      write<Begun>(createQuoteFromTemplate, {
        idempotencyKey: aKey(),
        templateId,
        customerId: (await office().customer()).id,
        ...changes,
      }),
  };
};
