import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { aPdf, attach } from '../support/files.ts';
import { acceptOnBehalf, approveQuote, changeQuoteExpiry, signQuote } from '../support/operations.ts';
import {
  aGroupInput,
  aKey,
  aLineInput,
  anOptionInput,
  aSignature,
  aStageInput,
  type Sent,
} from '../support/steps.ts';
import { unguarded } from '../support/unguarded.ts';

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
  const office = companyOn(kind, 'after each');
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
    ['last valid day', 'valid_until', '2026-12-02'],
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

  test('SG-08: a quote that is over is not signed on a day that somebody wrote beside it, nor by staff', async () => {
    const quote = await office().sentQuote();
    const before = office().clock.now().toISOString();
    office().clock.set('2026-12-02T01:00:00.000Z');
    expect(await attempt(quote, { expectedTotal: 329_900 })).toMatchObject({ code: 'QUOTE_EXPIRED' });
    await set(quote, 'valid_until', '2026-12-24');
    expect(await attempt(quote, { expectedTotal: 329_900 })).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
    const entry = { quoteId: quote.id, choices: [], signerName: 'Ana Silva', reason: 'On paper.' };
    const input = { idempotencyKey: aKey(), ...entry, signedOn: '2026-12-02' };
    const owner = await office().as('OWNER');
    expect(await office().run(acceptOnBehalf, { input }, owner)).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
    await nothingSigned(quote);
    await set(quote, 'valid_until', '2026-12-01');
    // The same day is good once somebody has set it as it is meant to be set.
    const { id, version } = quote;
    await office().make(changeQuoteExpiry, { input: { id, version, validUntil: '2026-12-24' } }, owner);
    expect(await attempt(quote, { expectedTotal: 329_900 })).toMatchObject({ status: 'ACCEPTED' });
    office().clock.set(before);
  });

  async function quoteWithFile() {
    const { id, version } = await office().draft();
    const { body: file } = await attach(office(), id, 'plan.pdf', await aPdf());
    const owner = await office().as('OWNER');
    const sent = await office().make<Sent>(approveQuote, { input: { id, version } }, owner);
    await office().settle();
    const [row] = await office().rows<{ hash: string; bytes: Uint8Array }>(
      `select b.hash, b.bytes from attachment a join blob b on b.hash = a.hash where a.id = '${file.id}'`,
    );
    const { hash, bytes } = row ?? { hash: '', bytes: Buffer.alloc(1) };
    return { ...sent, link: office().linkInMail('q', sent.number), file, hash, bytes };
  }
  const bytesLiteral = (bytes: Uint8Array): string => {
    const hex = Buffer.from(bytes).toString('hex');
    return kind === 'sqlite' ? `x'${hex}'` : `'\\x${hex}'::bytea`;
  };
  const asOwner = (statement: string) =>
    office().db.transaction((tx) => unguarded(office().db, tx, ['attachment', 'blob'], [statement]));
  type WithFile = Awaited<ReturnType<typeof quoteWithFile>>;

  test.each<[string, number, (quote: WithFile, other: string) => readonly [todo: string, undo: string]]>([
    [
      'changed by a byte',
      500,
      ({ hash, bytes }) => {
        const changed = Buffer.from(bytes);
        changed[99] = (changed[99] ?? 0) ^ 1;
        const write = (to: Uint8Array) =>
          `update blob set bytes = ${bytesLiteral(to)} where hash = '${hash}'`;
        return [write(changed), write(bytes)];
      },
    ],
    [
      'exchanged for another that is kept',
      500,
      ({ file, hash }, other) => [
        `update attachment set hash = '${other}' where id = '${file.id}'`,
        `update attachment set hash = '${hash}' where id = '${file.id}'`,
      ],
    ],
    [
      'taken off the quote',
      404,
      ({ file }) => [
        `update attachment set id = 'gone' where id = '${file.id}'`,
        `update attachment set id = '${file.id}' where id = 'gone'`,
      ],
    ],
  ])(
    'SG-08: an approved file that was %s signs nothing, is not handed out and is found by check',
    async (_what, status, tampering) => {
      const { id: otherId } = await office().draft();
      const other = await aPdf((pdf) => pdf.addPage([300, 300]), 2);
      await attach(office(), otherId, 'other.pdf', other);
      const [kept] = await office().rows<{ hash: string }>(
        `select hash from attachment where quote_id = '${otherId}'`,
      );
      const quote = await quoteWithFile();
      const download = async () => (await office().app.server.inject({ url: quote.file.url })).statusCode;
      expect([await download(), await office().broken()]).toEqual([200, []]);
      const [todo, undo] = tampering(quote, kept?.hash ?? '');
      await asOwner(todo);
      expect(await attempt(quote, { expectedTotal: 329_900 })).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
      expect(await download()).toBe(status);
      expect(await office().broken()).not.toEqual([]);
      await asOwner(undo);
      await nothingSigned(quote);
      expect(await attempt(quote, { expectedTotal: 329_900 })).toMatchObject({ status: 'ACCEPTED' });
    },
  );
});
