import { expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { figure } from '../support/figures.ts';
import { everyRow } from '../support/every-row.ts';
import { recordingLine } from '../support/recording-line.ts';
import { askForCode, confirm, outcome, post, sign } from '../support/world-asks.ts';
import { lettersOf } from '../support/world-letters.ts';
import { depositOf, openCheckout, signedQuote } from '../support/world-journeys.ts';
import { recordsOf, settled, startWorld, until, type World } from '../support/world.ts';

const colleague = {
  name: 'Tom Reed',
  email: 'tom.reed@harbourpine.example',
  password: 'a first password of Tom',
};
/** As they stand in the database. */
const people = [
  ...['ana@silvadental.example', 'Ana Silva', 'Silva Dental', '3 King Street', 'Newtown NSW 2042'],
  ...['+61 2 5550 4321', 'ABN 53 004 085 616', 'olivia@harbourpine.example', 'Olivia Hart'],
  ...[colleague.name, colleague.email],
];

test.each(databases)(
  'LK-06 G16 EV-08: after a whole run on %s, no log line, no row, no header and no request to the provider holds a token, a code, a session or a signed address, and the log no person',
  async (kind) => {
    const world = await startWorld(kind);
    const toProvider = await recordingLine(world.stripe.apiBase);
    const server = await world.server({ LOG_LEVEL: 'debug', STRIPE_API_BASE: toProvider.url });
    const line = await recordingLine(server.url);
    const { url } = line;
    const card = await signedQuote(world, url);
    world.stripe.checkouts.pay(await openCheckout(url, card));
    const cash = await signedQuote(world, url);
    const { id, gross } = await depositOf(world, cash.id);
    const paid = await confirm(
      url,
      world.office.cookie,
      { invoiceId: id, paymentId: null, amount: gross },
      'cash-of-the-desk',
    );
    expect(outcome(paid)).toBe('Payment');
    const withCode = await signedWithCode(world, url);
    const address = await post(
      url,
      '{ portalQuote { pdfUrl } }',
      {},
      { authorization: `Link ${card.token}` },
    );
    const pdfUrl = String((address.data?.['portalQuote'] as { pdfUrl?: string } | undefined)?.pdfUrl);
    const pdf = await fetch(new URL(pdfUrl, url));
    expect([pdf.status, (await pdf.text()).slice(0, 5)]).toEqual([200, '%PDF-']);
    // Requests that go wrong are where secrets slip into logs.
    for (const wrong of [`/q/%23${card.token}`, `/documents/quotes/${card.token}.pdf?proof=${card.token}`]) {
      await (await fetch(`${url}${wrong}`)).text();
    }
    await post(
      url,
      `{ portalQuote { nothing(token: "${card.token}") } }`,
      {},
      { authorization: `Link ${card.token}` },
    );
    await until('the card is paid', async () => (await recordsOf(world, card.id)).confirmed === 1);
    const letters = lettersOf(world, url);
    await letters.accountLinks(card);
    await letters.resend(cash);
    expect(outcome(await letters.refund(card))).toBe('Refund');
    const transfer = await signedQuote(world, url);
    expect(outcome(await letters.transfer(transfer))).toBe('BankLine');
    await letters.changeOrder(cash);
    await letters.signInAs(colleague);
    expect(await settled(world)).toEqual([]);

    const kinds = await world.office.db.read.selectFrom('mail').select('kind').distinct().execute();
    expect(kinds.map(({ kind: one }) => one)).toEqual(
      expect.arrayContaining(['ACCOUNT_LINK', 'REFUND', 'RECEIPT', 'SIGNING_CODE', 'INVOICE']),
    );
    const secrets = [
      ...(await mailedTokens(world)),
      ...withCode.codes,
      withCode.quote.token,
      card.token,
      cash.token,
      transfer.token,
      colleague.password,
      world.office.cookie.split('=')[1] ?? '',
    ];
    const proof = new URL(pdfUrl, url).searchParams.get('proof') ?? '';
    secrets.push(proof, 'sk_test_hostile', 'whsec_of_the_hostile_world', 'a-secret-of-the-hostile-world');
    // Links in mails: five quotes, five signed ones, five invoices and one again, three receipts, a refund, two accounts.
    expect(secrets.length).toBe(22 + 2 + 5 + 1 + 4);
    // A code of six digits may stand in any long number by chance; as a word of its own it may not.
    const isIn = (text: string) => (secret: string) =>
      secret.length === 6
        ? new RegExp(`(?<![0-9a-fA-F])${secret}(?![0-9a-fA-F])`).test(text)
        : text.includes(secret);
    const rows = await everyRow(world.office.db);
    expect(await server.stop()).toBe(0);
    const log = server.output();
    expect(log.split('\n').length).toBeGreaterThan(10);
    expect(secrets.filter(isIn(log))).toEqual([]);
    expect(secrets.filter(isIn(rows))).toEqual([]);
    // What the provider was asked, and what the server answered to anybody: heads, bodies and pages.
    const { asked } = toProvider.said();
    expect(asked).toContain('POST /v1/checkout/sessions');
    const ours = secrets.filter((secret) => secret !== 'sk_test_hostile');
    expect(ours.filter(isIn(asked))).toEqual([]);
    const heads = [...line.said().answered.matchAll(/HTTP\/1\.1 [\s\S]*?\r\n\r\n/gu)].map(([head]) => head);
    expect(heads.length).toBeGreaterThan(10);
    expect(secrets.filter(isIn(heads.join('\n')))).toEqual([]);
    // 256 bits: 43 characters of which each holds six, and no two alike.
    const tokens = await mailedTokens(world);
    expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
    expect(new Set(tokens).size).toBe(tokens.length);
    // Nor does the log know people, where they live, and by which numbers they are known.
    // What the console is greeted with is no log: anybody may sign in to the sample company.
    const logged = log.replace(/^ *Sample sign-in.*$/mu, '');
    const bare = (text: string): string => text.replaceAll(/[\s-]/gu, '').toLowerCase();
    expect(people.filter((word) => bare(logged).includes(bare(word)))).toEqual([]);
    // They were all there to be told.
    expect(people.filter((word) => !rows.includes(word))).toEqual([]);
    const size = Math.round((log.length + rows.length + asked.length + heads.join('').length) / 1000);
    const what = 'secrets looked for in log, database, requests to the provider and heads of answers';
    figure({ goal: 'G16', what, on: kind, count: secrets.length, found: 0, counted: { kB: size } });
    await line.close();
    await toProvider.close();
    await world.close();
  },
);

/** A customer asks for a code twice, mistypes the second, and signs with it. */
async function signedWithCode(world: World, url: string) {
  const quote = await world.office.openQuote({ mailboxProof: 'CODE' });
  const codes: string[] = [];
  for (const wanted of [1, 2]) {
    expect(outcome(await askForCode(url, quote))).toBe('SigningCodeSent');
    codes.push(
      await until('the code is mailed', async () => {
        const found = (await world.inbox.list()).flatMap(({ text }) => text.match(/^\d{6}$/m) ?? []);
        return found.length === wanted ? found.find((code) => !codes.includes(code)) : null;
      }),
    );
  }
  const code = codes[1] ?? '';
  const wrong = code === '000000' ? '111111' : '000000';
  expect(outcome(await sign(url, quote, 'with-a-code', { code: wrong }))).toBe('CODE_WRONG');
  expect(outcome(await sign(url, quote, 'with-a-code', { code }))).toBe('PortalQuote');
  return { quote, codes };
}

/** The tokens behind the # of every link that was mailed. */
async function mailedTokens({ inbox }: World): Promise<string[]> {
  const mails = await inbox.list();
  return [
    ...new Set(
      mails.flatMap(({ text }) =>
        [...text.matchAll(/\/[qia]\/#([\w-]{43})/gu)].map(([, token]) => token ?? ''),
      ),
    ),
  ];
}
