import { signQuote } from '../support/operations.ts';
import { graphqlRequest, type Load } from './drive.ts';
import { tokenOf } from './quote-copies.ts';
import { agreedTotal } from './sample-quotes.ts';

/** A quote that was copied: what can be chosen, and the seal of each copy. */
export type ToSign = { id: string; options: readonly { id: string }[]; seals: readonly string[] };

/** Signatures on the copies from `first` on, each on its own quote and checked to have been accepted. */
export function signing(quote: ToSign, first: number, count: number, clients: number): Load {
  const requests = Array.from({ length: count }, (_, at) => signatureRequest(quote, first + at));
  return {
    clients,
    next: () => requests.pop() ?? null,
    check: (body: string) => {
      if (!body.includes('"status":"ACCEPTED"')) throw new Error(`Not signed: ${body.slice(0, 500)}`);
    },
  };
}

const signatureRequest = ({ seals, options }: ToSign, at: number): Buffer =>
  graphqlRequest(
    signQuote,
    {
      input: {
        idempotencyKey: `bench-signature-${at}`,
        revisionHash: seals[at] ?? '',
        choices: options.map(({ id }) => ({ optionId: id, quantity: 1 })),
        expectedRecurring: [],
        expectedTotal: agreedTotal,
        name: 'Ana Silva',
        email: 'ana@silvadental.example',
        agreesToTerms: true,
        signature: { method: 'TYPED', strokes: [] },
      },
    },
    { authorization: `Link ${tokenOf('sign', at)}` },
  );
