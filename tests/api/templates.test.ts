import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { archiveTemplate, renameTemplate, restoreTemplate } from '../support/operations.ts';
import { templatesOf } from '../support/templates.ts';

describe.each(databases)('templates on %s', (kind) => {
  const office = companyOn(kind);
  const { list, save, write } = templatesOf(office);

  test('keep the content of a quote, and tell how much it is', async () => {
    const quote = await office().draft();
    expect(await save(quote.id, { name: ' Migration ' })).toEqual({
      __typename: 'QuoteTemplate',
      id: expect.stringMatching(/^[\w-]{36}$/),
      version: 1,
      name: 'Migration',
      description: 'For small sites.',
      trade: 'Websites',
      title: 'Website migration',
      currency: 'AUD',
      lineCount: 1,
      optionCount: 1,
      archivedAt: null,
      updatedAt: '2026-11-21T01:00:00.000Z',
    });
    expect(
      await office().rows(
        `select action, text from audit where quote_id = '${quote.id}' and action like 'template.%'`,
      ),
    ).toEqual([{ action: 'template.saved', text: 'Template Migration saved' }]);
  });

  test('can be made of a quote that was sent', async () => {
    const quote = await office().sentQuote();
    expect(await save(quote.id, { name: 'Of a sent one' })).toMatchObject({ lineCount: 1 });
  });

  test('are written anew in their place, keeping their id', async () => {
    const first = await save((await office().draft()).id, { name: 'Old words' });
    const other = await office().draft({ title: 'Other content', options: [] });
    const again = await save(other.id, { name: 'New words', templateId: first.id });
    expect(again).toMatchObject({
      id: first.id,
      version: 2,
      name: 'New words',
      title: 'Other content',
      optionCount: 0,
    });
    expect(await list({ search: 'old words' })).toEqual([]);
    expect(await save(other.id, { templateId: 'nothing' })).toEqual({ fault: 'NOT_FOUND' });
    expect(await save('nothing')).toEqual({ fault: 'NOT_FOUND' });
  });

  test('are saved once, however often a key is sent', async () => {
    const { id } = await office().draft();
    const keyed = { name: 'Sent twice', idempotencyKey: 'key-of-a-template' };
    const saved = await save(id, keyed);
    expect(await save(id, keyed)).toEqual(saved);
    expect(await list({ search: 'sent twice' })).toHaveLength(1);
    expect(await save(id, { ...keyed, trade: 'Other' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ description: 'x'.repeat(501) }, 'description'],
    [{ trade: 'x'.repeat(61) }, 'trade'],
  ])('refuse %.30j and name the field %s', async (changes, field) => {
    expect(await save((await office().draft()).id, changes)).toMatchObject({ code: 'INPUT_INVALID', field });
  });

  test('are renamed, archived and offered again', async () => {
    const { id } = await save((await office().draft()).id, { name: 'Seldom used' });
    const names = { name: 'Hardly used', description: '', trade: 'Bäckerei' };
    expect(await write(renameTemplate, { id, version: 1, ...names })).toMatchObject({ version: 2, ...names });
    expect(await write(renameTemplate, { id, version: 1, ...names })).toEqual({ fault: 'CONFLICT' });
    expect(await write(renameTemplate, { id, version: 2, ...names, name: ' ' })).toMatchObject({
      field: 'name',
    });
    expect(await write(archiveTemplate, { id, version: 2 })).toMatchObject({ version: 3 });
    expect(await write(archiveTemplate, { id, version: 3 })).toMatchObject({ version: 3 });
    expect(await list({ search: 'backerei' })).toEqual([]);
    expect(await list({ search: 'backerei', archived: true })).toMatchObject([{ id }]);
    expect(await write(restoreTemplate, { id, version: 3 })).toMatchObject({ archivedAt: null });
    expect(await list({ search: 'HARDLY backerei' })).toMatchObject([{ id }]);
    expect(await list({ search: 'migration backerei' })).toMatchObject([{ id }]);
  });

  test('are for those who write quotes', async () => {
    const { id } = await save((await office().draft()).id, { name: 'Not for all' });
    const asker = await office().as('BOOKKEEPER');
    expect(await office().run(archiveTemplate, { input: { id, version: 1 } }, asker)).toEqual({
      fault: 'FORBIDDEN',
    });
    expect(await list({ search: 'not for all' })).toMatchObject([{ id, version: 1 }]);
  });
});
