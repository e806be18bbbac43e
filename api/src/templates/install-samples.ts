import type { Instance } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { type Instant, instant } from '../db/instant.ts';
import { minor } from '../domain/money.ts';
import { searchKey } from '../domain/search-key.ts';
import { today } from '../domain/zone.ts';
import type { CatalogueItem } from '../items/catalogue-item.entity.ts';
import type { Ids } from '../ports.ts';
import type { Company } from '../settings/company.entity.ts';
import { readCompany } from '../settings/read-company.ts';
import type { QuoteTemplate } from './quote-template.entity.ts';
import { type SampleItem, sampleItems } from './sample-items.ts';
import { sampleTemplates } from './sample-templates.ts';
import { contentColumns } from './template-draft.ts';
import { namesOf } from './templates.ts';

/**
 * Gives a new company a small catalogue and a template for each of four trades, in its currency and at its tax rate. They
 * are rows like any other: to be changed, or archived when they are not of use.
 */
export const installSamples = ({ db, clock, ids }: Instance): Promise<void> =>
  db.transaction(async ({ sql: query }) => {
    const company = await readCompany(query);
    const now = instant(clock.now());
    const items = new Map(sampleItems.map((item) => [item.key, itemRow(item, company, ids, now)]));
    await query
      .insertInto('catalogueItem')
      .values([...items.values()])
      .execute();
    const stock = {
      items: new Map([...items].map(([key, item]) => [key, { ...item, itemId: item.id }])),
      pricesIncludeTax: company.pricesIncludeTax === 1,
      taxRounding: company.taxRounding,
    };
    const day = today(clock.now(), company.timeZone);
    const templates = sampleTemplates(stock, day).map(({ draft, ...named }): Row<QuoteTemplate> => ({
      id: ids.id(),
      version: 1,
      ...namesOf(named, named.title),
      ...contentColumns(named.title, draft, day),
      currency: company.currency,
      createdAt: now,
      updatedAt: now,
      archivedAt: null,
    }));
    await query.insertInto('quoteTemplate').values(templates).execute();
  });

const itemRow = (item: SampleItem, company: Row<Company>, ids: Ids, now: Instant): Row<CatalogueItem> => ({
  id: ids.id(),
  version: 1,
  name: item.name,
  description: item.description,
  unit: item.unit,
  currency: company.currency,
  price: minor(item.price),
  pricesIncludeTax: company.pricesIncludeTax,
  taxTreatment: 'STANDARD',
  taxRate: company.defaultTaxRate,
  billing: item.billing,
  cost: minor(item.cost),
  searchKey: searchKey(`${item.name} ${item.description}`),
  createdAt: now,
  archivedAt: null,
});
