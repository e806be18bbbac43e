import { approveQuote, createQuote, customers, signIn } from '../support/operations.ts';

/** Given to the server at its first start. */
export const owner = { email: 'owner@bench.example', password: 'a-password-for-the-bench' };

export type Approved = { id: string; revisionHash: string; options: { id: string }[] };

type Outcome = { __typename?: string; id: string; version: number; items: { id: string }[] } & Approved;

/** The cookies of a session. */
export const signInAsOwner = async (url: string): Promise<string> =>
  (await ask(url, '', signIn, { input: owner })).cookie;

/** Staff at work over HTTP: signs in as the owner of the sample company and approves quotes for Silva Dental. */
export async function openOffice(url: string): Promise<(quote: object, key: string) => Promise<Approved>> {
  const cookie = await signInAsOwner(url);
  const { result: page } = await ask(url, cookie, customers, { search: 'Silva' });
  const customerId = page.items[0]?.id;
  return async (quote, key) => {
    const { result: draft } = await ask(url, cookie, createQuote, {
      input: { idempotencyKey: `bench-quote-${key}`, customerId, quote },
    });
    const { result } = await ask(url, cookie, approveQuote, {
      input: { id: draft.id, version: draft.version },
    });
    return result;
  };
}

async function ask(
  url: string,
  cookie: string,
  query: string,
  variables: object,
): Promise<{ result: Outcome; cookie: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, Outcome> | null;
    errors?: object[];
  };
  const [result] = Object.values(data ?? {});
  if (result === undefined || result.__typename === 'Refusal')
    throw new Error(`Not answered: ${JSON.stringify(errors ?? result)}`);
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return { result, cookie: cookies.join('; ') };
}
