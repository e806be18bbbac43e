import type { BrowserContext } from 'playwright-core';

/** Asks as whoever is signed in in this browser. */
export async function askAs<T>(
  context: BrowserContext,
  url: string,
  query: string,
  variables: object = {},
): Promise<T> {
  const answer = await context.request.post(`${url}/graphql`, { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: T | null; errors?: { message: string }[] };
  if (data === null || errors !== undefined) throw new Error(errors?.[0]?.message ?? 'no answer');
  return data;
}
