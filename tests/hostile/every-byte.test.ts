import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { signQuote } from '../support/operations.ts';
import {
  aGroupInput,
  aLineInput,
  anOptionInput,
  aSignature,
  aStageInput,
  type Sent,
} from '../support/steps.ts';

/** Every value in a JSON text, by its path, with a text that differs in one sign of this value and in nothing else. */
function* changedByOneSign(text: string): Generator<{ path: string; changed: string }> {
  const walk = function* (
    value: unknown,
    path: readonly (string | number)[],
  ): Generator<(string | number)[]> {
    if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value))
        yield* walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    else yield [...path];
  };
  for (const path of walk(JSON.parse(text), [])) {
    const copy = JSON.parse(text) as Record<string | number, unknown>;
    let place = copy;
    for (const step of path.slice(0, -1)) place = place[step] as typeof place;
    const last = path.at(-1) ?? '';
    place[last] = changedValue(place[last]);
    yield { path: path.join('.'), changed: JSON.stringify(copy) };
  }
}

function changedValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 0;
  return value === '' ? ' ' : `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}`;
}

const rich = {
  lines: [
    aLineInput({ discount: { percent: 5_000, amount: null } }),
    aLineInput({ id: 'care', description: 'Care', unitPrice: 5_000, billing: 'MONTHLY' }),
    aLineInput({ id: 'abroad', description: 'Abroad', taxTreatment: 'EXEMPT', taxRate: 0 }),
  ],
  discount: { percent: null, amount: 10_000 },
  groups: [aGroupInput()],
  options: [
    anOptionInput({ excludes: ['option-2'] }),
    anOptionInput({ id: 'option-2', title: 'Training', groupId: 'group-1', excludes: ['option-1'] }),
    anOptionInput({ id: 'option-3', title: 'More training', requires: ['option-1'], maxQuantity: 3 }),
  ],
  stages: [
    aStageInput(),
    aStageInput({ id: 'stage-2', label: 'Final', percent: 70_000, due: 'ON_DATE', dueOn: '2027-01-15' }),
  ],
  effectiveDate: '2026-12-24',
};

describe.each(databases)('one byte of what was approved, changed by SQL on %s', (kind) => {
  const office = companyOn(kind);
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const set = (quote: Sent, column: string, value: string) =>
    office().tamper(`update quote set ${column} = ${text(value)} where id = '${quote.id}'`);
  const attempt = (quote: Sent, changes: object = {}) =>
    office().run(signQuote, { input: aSignature(quote, { choices: [], ...changes }) }, quote.link);
  const original = async (quote: Sent, column: string): Promise<string> => {
    const [row] = await office().rows<Record<string, string>>(
      `select ${column} as value from quote where id = '${quote.id}'`,
    );
    return row?.['value'] ?? '';
  };
  const nothingSigned = async (quote: Sent) =>
    expect(await office().rows(`select id from acceptance where quote_id = '${quote.id}'`)).toEqual([]);

  test('SG-08: one byte of every value of the sealed text is found by the gate and by check', async () => {
    const quote = await office().sentQuote(rich);
    const snapshot = await original(quote, 'snapshot');
    const paths: string[] = [];
    for (const { path, changed } of changedByOneSign(snapshot)) {
      await set(quote, 'snapshot', changed);
      expect([path, (await attempt(quote)).code]).toEqual([path, 'SNAPSHOT_DAMAGED']);
      const found = (await office().broken()).map(({ subject }) => subject);
      expect([path, found]).toEqual([path, [quote.id]]);
      paths.push(path);
    }
    expect(paths.length).toBeGreaterThan(120);
    // Prices, law and people are all among them.
    for (const path of [
      'lines.0.unitPrice',
      'lines.0.taxRate',
      'options.2.maxQuantity',
      'discount.amount',
      'stages.1.dueOn',
      'terms.0.spans.0.text',
      'consent',
      'currency',
      'customer.email',
      'mailboxProof',
    ])
      expect(paths).toContain(path);
    await set(quote, 'snapshot', snapshot);
    await nothingSigned(quote);
    const items = await office().rows(`select id from review_item where quote_id = '${quote.id}'`);
    // Staff are told once and not a hundred times.
    expect(items).toHaveLength(1);
    const what = 'values of an approved quote, each changed by one byte: the gate and the check find it';
    figure({ goal: 'SG-08', what, on: kind, count: paths.length, found: 0 });
  });

  test('SG-08: one byte anywhere in the sealed text is found, whatever stands there', async () => {
    const quote = await office().sentQuote();
    const snapshot = await original(quote, 'snapshot');
    for (let at = 0; at < snapshot.length; at += 37) {
      const other = snapshot[at] === '7' ? '8' : '7';
      await set(quote, 'snapshot', snapshot.slice(0, at) + other + snapshot.slice(at + 1));
      expect([at, (await attempt(quote)).code]).toEqual([at, 'SNAPSHOT_DAMAGED']);
    }
    await set(quote, 'snapshot', snapshot);
    await nothingSigned(quote);
  });

  test.each<[string, string, string]>([
    ['seal', 'snapshot_hash', '0'.repeat(64)],
    ['address that it was sent to', 'sent_to', 'eve@silvadental.example'],
    ['number', 'number', 'QT-OTHER-0001-1'],
    ['currency', 'currency', 'USD'],
  ])(
    'SG-08: another %s beside the sealed text signs nothing and is found by check',
    async (_what, column, value) => {
      const quote = await office().sentQuote();
      const before = await original(quote, column);
      await set(quote, column, value);
      // Whoever changed the row knows what they changed it to.
      const changes =
        column === 'sent_to' ? { email: value } : column === 'snapshot_hash' ? { revisionHash: value } : {};
      expect(await attempt(quote, { ...changes, expectedTotal: 329_900 })).toMatchObject({
        code: 'SNAPSHOT_DAMAGED',
      });
      expect((await office().broken()).map(({ subject }) => subject)).toContain(quote.id);
      await set(quote, column, before);
      await nothingSigned(quote);
      expect(await attempt(quote, { expectedTotal: 329_900 })).toMatchObject({ status: 'ACCEPTED' });
    },
  );
});
