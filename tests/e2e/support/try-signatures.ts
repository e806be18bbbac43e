import { portalQuote, signQuote } from '../../support/operations.ts';

/** Signs with what does not pass the gate, as somebody with this link would. */
export async function trySignatures(
  url: string,
  { token, email }: { token: string; email: string },
  wrongs: readonly ('ADDRESS' | 'TOTAL')[],
): Promise<void> {
  const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Link ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return ((await answer.json()) as { data: T }).data;
  };
  const { portalQuote: quote } = await ask<{
    portalQuote: { revisionHash: string; options: { id: string }[] };
  }>(portalQuote);
  for (const [k, wrong] of wrongs.entries()) {
    const input = {
      idempotencyKey: `wrong-${token.slice(0, 6)}-${k}`,
      revisionHash: quote.revisionHash,
      choices: quote.options.map(({ id }) => ({ optionId: id, quantity: 1 })),
      expectedTotal: wrong === 'TOTAL' ? 100 : 374_900,
      expectedRecurring: [],
      name: 'Ana Silva',
      email: wrong === 'ADDRESS' ? 'somebody@else.example' : email,
      agreesToTerms: true,
      signature: { method: 'TYPED', strokes: [] },
    };
    await ask(signQuote, { input });
  }
}
