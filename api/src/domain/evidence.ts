/**
 * The record of a signature: everything that the customer was shown and agreed to, who signed, how, when and from where. Its
 * canonical text is hashed, so that not one character can be changed later without notice. For the quote of $3,299.00 with the
 * option of $450.00 it holds both prices, the total of 374900 and the three stages of 112470, 149960 and 112470.
 */
import type { Agreed } from './acceptance.ts';
import { lineAmount, type Totals } from './pricing.ts';
import type { QuoteSnapshot } from './quote-snapshot.ts';
import type { Signature } from './signature.ts';
import { stageTotals } from './stages.ts';

/** What the record is made of. `signedAt` is the server's time, ISO 8601 in UTC with milliseconds. */
export type SignatureFacts = Readonly<{
  snapshot: QuoteSnapshot;
  revisionHash: string;
  agreed: Agreed;
  signature: Signature;
  client: Readonly<{ ip: string; userAgent: string }>;
  signedAt: string;
}>;

/** Only what belongs to the totals, so that nothing can ride along into the record. */
const figures = ({ net, tax, gross, taxes }: Totals) => ({
  net,
  tax,
  gross,
  taxes: taxes.map((part) => ({ rate: part.rate, net: part.net, tax: part.tax })),
});

/** The record, to be written with `canonical`. `format` goes up when a field changes its meaning. */
export function acceptanceEvidence(facts: SignatureFacts) {
  const { snapshot, agreed, signature, client } = facts;
  const totals = stageTotals(agreed.totals, snapshot.stages);
  return {
    format: 1,
    quote: snapshot.number,
    title: snapshot.title,
    revisionHash: facts.revisionHash,
    company: snapshot.company,
    customer: snapshot.customer,
    currency: snapshot.currency,
    pricesIncludeTax: snapshot.pricesIncludeTax,
    lines: snapshot.lines.map((line) => ({ ...line, amount: lineAmount(line) })),
    options: snapshot.options
      .filter((option) => agreed.optionIds.includes(option.id))
      .map(({ id, title, description, price, taxRate }) => ({ id, title, description, price, taxRate })),
    totals: figures(agreed.totals),
    stages: snapshot.stages.map((stage, position) => {
      const stageTotal = totals[position];
      if (stageTotal === undefined) throw new RangeError('a stage without totals');
      return { ...stage, totals: figures(stageTotal) };
    }),
    paymentTermsDays: snapshot.paymentTermsDays,
    scope: snapshot.scope,
    terms: snapshot.terms,
    consent: snapshot.consent,
    signer: { name: agreed.name, email: agreed.email },
    method: signature.method,
    strokes: signature.method === 'DRAWN' ? signature.strokes : [],
    ip: client.ip,
    userAgent: client.userAgent,
    signedAt: facts.signedAt,
    timeZone: snapshot.timeZone,
  };
}
