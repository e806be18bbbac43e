import { describe, expect, test } from 'vitest';
import { companyOn } from '../support/company.ts';
import { databases } from '../support/databases.ts';
import {
  allStaff,
  createStaffMember,
  me,
  signIn,
  signOut,
  signOutEverywhere,
} from '../support/operations.ts';
import { aKey } from '../support/steps.ts';

const password = 'correct horse battery';

describe.each(databases)('staff on %s', (kind) => {
  const office = companyOn(kind);
  const create = async (changes: object = {}) => {
    const input = {
      idempotencyKey: aKey(),
      name: 'Kim Lee',
      email: 'kim@example.com',
      role: 'STAFF',
      password,
      ...changes,
    };
    return office().run(createStaffMember, { input }, await office().as('OWNER'));
  };
  /** Signs in as a browser does, with the cookie that came back. */
  async function browser(email: string, secret = password) {
    const response = await office().app.server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: { query: signIn, variables: { input: { email, password: secret } } },
    });
    const cookies = [response.headers['set-cookie'] ?? []].flat();
    return {
      answer: response.json().data.signIn,
      cookies,
      session: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') },
    };
  }

  test('adds a person, who signs in with the address in any case', async () => {
    expect(await create({ name: ' Kim Lee ', email: 'Kim@Example.com ' })).toEqual({
      __typename: 'StaffMember',
      id: expect.any(String),
      name: 'Kim Lee',
      email: 'kim@example.com',
      role: 'STAFF',
      permissions: ['READ', 'WRITE_QUOTES', 'ISSUE_INVOICES', 'CONFIRM_PAYMENTS', 'SETTLE_REVIEW'],
    });
    const { answer, cookies, session } = await browser(' KIM@example.com');
    expect(answer).toMatchObject({ __typename: 'StaffMember', name: 'Kim Lee' });
    expect(cookies[0]).toMatch(
      /^__Host-countersign=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(await office().run(me, {}, session)).toMatchObject({ name: 'Kim Lee' });
  });

  test('answers an unknown address and a wrong password alike, without a cookie', async () => {
    await create({ email: 'known@example.com' });
    const wrong = await browser('known@example.com', 'not the password');
    const unknown = await browser('unknown@example.com');
    expect(wrong.answer).toMatchObject({ __typename: 'Refusal', code: 'SIGN_IN_FAILED' });
    expect(unknown.answer).toEqual(wrong.answer);
    expect([...wrong.cookies, ...unknown.cookies]).toEqual([]);
  });

  test('lets nobody in whose account is closed, and ends the sessions there are', async () => {
    await create({ email: 'leaver@example.com' });
    const { session } = await browser('leaver@example.com');
    await office().tamper(
      `update staff set disabled_at = '2026-11-21T00:00:00.000Z' where email = 'leaver@example.com'`,
    );
    expect((await browser('leaver@example.com')).answer).toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect(await office().run(allStaff, {}, session)).toEqual({ fault: 'UNAUTHENTICATED' });
  });

  test('says when to come back after ten tries on one account, also with the right password', async () => {
    // The limit lives in the process and not in the database: each round has an account of its own.
    const email = `target-of-${kind}@example.com`;
    await create({ email });
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      expect((await browser(email, 'not the password')).answer).toMatchObject({ code: 'SIGN_IN_FAILED' });
    }
    expect((await browser(email)).answer).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      message: 'Too many tries. Please try again in 15 minutes.',
    });
  });

  test('keeps no session token and no password, only hashes', async () => {
    await create({ email: 'hashed@example.com' });
    const { cookies } = await browser('hashed@example.com');
    const token = /=([\w-]{43})/.exec(cookies[0] ?? '')?.[1] ?? '';
    const [stored] = await office().rows<{ password_hash: string }>(
      `select password_hash from staff where email = 'hashed@example.com'`,
    );
    expect(stored?.password_hash).toMatch(/^argon2id\$19456\$2\$/);
    expect(await office().rows(`select token_hash from session where token_hash like '%${token}%'`)).toEqual(
      [],
    );
  });

  test('signing out ends this session; signing out everywhere ends all of them and nobody else’s', async () => {
    await create({ email: 'devices@example.com' });
    const [phone, desk, tablet] = [
      await browser('devices@example.com'),
      await browser('devices@example.com'),
      await browser('devices@example.com'),
    ];
    const owner = await office().as('OWNER');
    expect(await office().run(signOut, {}, phone.session)).toBe(true);
    expect(await office().run(me, {}, phone.session)).toBeNull();
    expect(await office().run(me, {}, desk.session)).toMatchObject({ email: 'devices@example.com' });
    expect(await office().run(signOutEverywhere, {}, desk.session)).toBe(true);
    expect(await office().run(me, {}, desk.session)).toBeNull();
    expect(await office().run(me, {}, tablet.session)).toBeNull();
    expect(await office().run(me, {}, owner)).toMatchObject({ role: 'OWNER' });
    expect(await office().run(signOut, {}, desk.session)).toEqual({ fault: 'UNAUTHENTICATED' });
  });

  test('ends a session after 30 minutes without a request, and after 12 hours in any case', async () => {
    const start = office().clock.now().getTime();
    const person = await office().signedIn('STAFF');
    const minutes = (count: number) => office().clock.set(new Date(start + count * 60_000).toISOString());
    minutes(29);
    expect(await office().run(me, {}, person)).toMatchObject({ role: 'STAFF' });
    minutes(58);
    expect(await office().run(me, {}, person)).toMatchObject({ role: 'STAFF' });
    minutes(88);
    expect(await office().run(me, {}, person)).toBeNull();
    const busy = await office().signedIn('STAFF');
    for (let spent = 25; spent < 720; spent += 25) {
      minutes(88 + spent);
      expect(await office().run(me, {}, busy)).toMatchObject({ role: 'STAFF' });
    }
    minutes(88 + 720);
    expect(await office().run(me, {}, busy)).toBeNull();
  });

  test('takes an address once, and a key for one person', async () => {
    const first = await create({ email: 'one@example.com', idempotencyKey: 'key-of-one' });
    expect(await create({ email: 'one@example.com', idempotencyKey: 'key-of-one' })).toEqual(first);
    expect(await create({ email: 'two@example.com', idempotencyKey: 'key-of-one' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await create({ email: 'ONE@example.com' })).toMatchObject({ code: 'EMAIL_TAKEN', field: 'email' });
  });

  test.each<[object, string]>([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ email: 'nobody' }, 'email'],
    [{ password: 'eleven char' }, 'password'],
    [{ password: 'x'.repeat(201) }, 'password'],
    [{ idempotencyKey: 'short' }, 'idempotencyKey'],
  ])('refuses %.30j and names the field %s', async (changes, field) => {
    expect(await create({ email: 'slip@example.com', ...changes })).toMatchObject({
      code: 'INPUT_INVALID',
      field,
    });
  });

  test('lists everybody by name, without those whose account is closed', async () => {
    await create({ name: 'Aaron', email: 'aaron@example.com', role: 'BOOKKEEPER' });
    const people = await office().run<{ name: string; role: string }[]>(
      allStaff,
      {},
      await office().as('BOOKKEEPER'),
    );
    expect(people[0]).toEqual({ name: 'Aaron', role: 'BOOKKEEPER' });
    const closed = await office().rows<{ n: number }>(
      'select count(*) as n from staff where disabled_at is not null',
    );
    expect(closed).toEqual([{ n: 1 }]);
    expect(await office().rows('select count(*) as n from staff')).toEqual([{ n: people.length + 1 }]);
  });
});
