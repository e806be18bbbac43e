import { signQuote } from './operations.ts';
import { aSignature, type Company, type Sent } from './steps.ts';

/** Signing with the customer's own link, and what has come of it. */
export const signingOf = (office: () => Company) => ({
  /** The whole answer, with faults and all. */
  ask: (quote: Sent, changes: object = {}) =>
    office().ask<{ signQuote: { __typename: string; code?: string; message?: string; status?: string } }>(
      signQuote,
      { input: aSignature(quote, changes) },
      quote.link,
    ),
  sign: (quote: Sent, changes: object = {}) =>
    office().run<{ status: string; message: string; pdfUrl: string }>(
      signQuote,
      { input: aSignature(quote, changes) },
      quote.link,
    ),
  /** What a signature writes, of this quote. */
  written: async (quote: Sent) => {
    const tables = ['acceptance', 'invoice'].map((table) =>
      office().rows(`select id from ${table} where quote_id = '${quote.id}'`),
    );
    return (await Promise.all(tables)).flat();
  },
});
