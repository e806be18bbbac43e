import { afterEach, describe, expect, it, vi } from 'vitest';
import { clientFor, faultOf } from '../../customer-spa/src/graphql.ts';
import { parse, print } from '../../customer-spa/src/graphql-lite.ts';

type Sent = { headers: Record<string, string>; credentials: string; body: string };

/** Answers every request alike, and tells what was sent. */
function server(answer: () => Response): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_url: string, request: Sent) => {
    sent.push(request);
    return answer();
  });
  return sent;
}

const quote = { portalQuote: { __typename: 'PortalQuote', title: 'Website' } };
const data = (fields: object) => () => Response.json({ data: fields });
const errors = (code: string) => () => Response.json({ errors: [{ message: 'No.', extensions: { code } }] });
const read = 'query Page_Read { portalQuote { title __typename } }';
const ask = 'mutation Ask_Send { askAboutQuote { __typename } }';
const faultWhen = async (answer: () => Response) => {
  server(answer);
  const { error } = await clientFor('token').query(read, {});
  return error && faultOf(error);
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a request of the page', () => {
  it('carries the token of the link and no cookie', async () => {
    const sent = server(data(quote));
    const answer = await clientFor('the-token').query(read, {});
    expect(answer.data).toMatchObject({ portalQuote: { title: 'Website' } });
    expect(sent).toMatchObject([{ credentials: 'omit', headers: { authorization: 'Link the-token' } }]);
  });

  it('carries the session and no token in a preview', async () => {
    const sent = server(data(quote));
    await clientFor(null).query(read, {});
    expect(sent).toMatchObject([{ credentials: 'same-origin' }]);
    expect(sent[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is made once by a component that asks, lets go and asks again', async () => {
    const sent = server(data(quote));
    const client = clientFor('token');
    client
      .query(read, {})
      .subscribe(() => {})
      .unsubscribe();
    await client.query(read, {});
    expect(sent).toHaveLength(1);
  });

  it('is made again when something was written about what it read', async () => {
    const sent = server(data({ ...quote, askAboutQuote: { __typename: 'PortalQuote' } }));
    const client = clientFor('token');
    const reading = client.query(read, {}).subscribe(() => {});
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await client.mutation(ask, {});
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[2]?.body).toContain('Page_Read');
    reading.unsubscribe();
  });
});

describe('a request that failed', () => {
  it.each(['NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN'])('for %s speaks of the link', async (code) => {
    expect(await faultWhen(errors(code))).toBe('WRONG_LINK');
  });

  it('for too many tries asks for patience', async () => {
    expect(await faultWhen(() => Response.json({ message: 'slowly' }, { status: 429 }))).toBe('TOO_OFTEN');
  });

  it.each([
    [
      'nothing came',
      () => {
        throw new TypeError('offline');
      },
    ],
    ['it was no JSON', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['the server broke', errors('INTERNAL_SERVER_ERROR')],
  ])('because %s says that trying again is safe', async (_why, answer) => {
    expect(await faultWhen(answer)).toBe('NO_ANSWER');
  });
});

describe('a document that was read when the page was built', () => {
  it('is its own text, and says what kind it is and what it is called', () => {
    const { definitions } = parse(ask);
    expect(definitions).toMatchObject([{ operation: 'mutation', name: { value: 'Ask_Send' } }]);
    expect(print(parse(ask))).toBe(ask);
  });
});
