import { beforeAll, describe, expect, test } from 'vitest';
import { installSamples } from '../../api/src/templates/install-samples.ts';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { approveQuote, catalogueItems } from '../support/operations.ts';
import { templatesOf } from '../support/templates.ts';

const names = ['Computer repair', 'Consulting retainer', 'Hot water system', 'Website project'];

describe.each(databases)('what a new company begins with on %s', (kind) => {
  const office = companyOn(kind);
  const { begin, list } = templatesOf(office);
  beforeAll(() => installSamples(office().app.instance));

  test('are four templates, and the catalogue that they are made of', async () => {
    expect((await list()).map(({ name }) => name)).toEqual(names);
    const asker = await office().as('BOOKKEEPER');
    const found = await office().make<{ items: { name: string }[] }>(
      catalogueItems,
      { search: 'hosting' },
      asker,
    );
    expect(found.items.map(({ name }) => name)).toEqual([
      'Hosting',
      'Hosting and care',
      'Hosting, care and changes',
    ]);
  });

  test.each(names)('%s becomes a quote that can be approved as it is', async (name) => {
    const [template] = await list({ search: name });
    const begun = await begin(template?.id);
    expect([...begun.lines, ...begun.options].filter(({ itemId }) => itemId === null)).toEqual([]);
    expect(begun.timeline.map(({ text }) => text)).toEqual([`Draft started from the template ${name}`]);
    const input = { id: begun.id, version: begun.version };
    expect(await office().run(approveQuote, { input }, await office().as('OWNER'))).toMatchObject({
      status: 'OPEN',
    });
    // What is frozen is what the customer reads: what it costs the company is not in it, nor what it earns.
    const [frozen] = await office().rows<{ snapshot: string }>(
      `select snapshot from quote where id = '${begun.id}'`,
    );
    expect(frozen?.snapshot).toContain(begun.options[0]?.title);
    expect(frozen?.snapshot).not.toMatch(/"(cost|itemId|margin)"/);
  });
});
