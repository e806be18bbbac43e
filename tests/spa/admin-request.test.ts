import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Fault, request } from '../../admin-spa/src/graphql.ts';
import { SignIn_StartDocument as document } from '../../admin-spa/src/gql/graphql.ts';
import * as search from '../../admin-spa/src/search.ts';

const variables = { input: { email: 'mia@harbourpine.example', password: 'a long enough one' } };

const answering = (body: string, init?: ResponseInit) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(body, init));
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

const faultOf = (): Promise<Fault> =>
  request(document, variables).then(
    () => expect.fail('there was an answer'),
    (fault: Fault) => fault,
  );

afterEach(() => vi.unstubAllGlobals());

describe('a request of the staff screens', () => {
  it('is JSON to our own origin with the header that no foreign form can set', async () => {
    const fetch = answering('{"data":{"signIn":{"__typename":"StaffMember","id":"s1"}}}');
    expect(await request(document, variables)).toEqual({ signIn: { __typename: 'StaffMember', id: 's1' } });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('/graphql');
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin' });
    expect(new Headers(init?.headers).get('x-countersign')).toBe('1');
    expect(JSON.parse(String(init?.body))).toMatchObject({ variables });
  });

  it('tells the fault code of the server and the id to look for in its log', async () => {
    answering('{"data":null,"errors":[{"message":"no","extensions":{"code":"CONFLICT"}}]}', {
      headers: { 'x-request-id': 'r-1' },
    });
    expect(await faultOf()).toMatchObject({ code: 'CONFLICT', reference: 'r-1' });
  });

  it('says that the server cannot be reached when nothing or no JSON comes back', async () => {
    answering('<h1>Bad gateway</h1>', { status: 502 });
    expect((await faultOf()).code).toBe('UNREACHABLE');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    expect((await faultOf()).code).toBe('UNREACHABLE');
  });
});

describe('an address of a list', () => {
  it('keeps what it knows and leaves out the rest', () => {
    expect(search.quoteSearch({ status: 'OPEN', search: 'logo' })).toEqual({
      status: 'OPEN',
      search: 'logo',
    });
    expect(search.quoteSearch({ status: 'constructor', search: '  ' })).toEqual({});
    const invoices = {
      status: 'OVERDUE',
      customerId: '0190-abc',
      currency: 'EUR',
      issuedFrom: '2026-01-01',
      dueTo: '2026-12-31',
      search: '42',
      sort: 'BALANCE',
      direction: 'ASCENDING',
    };
    expect(search.invoiceSearch(invoices)).toEqual(invoices);
    const payments = { status: 'TO_CONFIRM', method: 'CASH', from: '2026-11-01', sort: 'AMOUNT' };
    expect(search.paymentSearch(payments)).toEqual(payments);
    const wrong = {
      status: 'constructor',
      customerId: "' or 1=1",
      currency: 'euro',
      issuedFrom: '2026-02-30',
      from: 5,
      method: 'CHEQUE',
      sort: 'id',
      direction: 'up',
      filter: 'OVERDUE',
    };
    expect([search.invoiceSearch(wrong), search.paymentSearch(wrong)]).toEqual([{}, {}]);
    expect([search.invoiceSearch({ status: 'ALL' }), search.paymentSearch({ status: 'ALL' })]).toEqual([
      {},
      {},
    ]);
  });

  it('never leads out of the product after the sign-in', () => {
    expect(search.signInSearch({ to: '/quotes?status=OPEN' })).toEqual({
      to: '/quotes?status=OPEN',
    });
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', 5]) {
      expect(search.signInSearch({ to })).toEqual({});
    }
  });
});
