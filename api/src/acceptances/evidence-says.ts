import type { Row } from '../db/entities.ts';
import { canonical } from '../domain/canonical.ts';
import type { acceptanceEvidence } from '../domain/evidence.ts';
import type { Quote } from '../quotes/quote.entity.ts';
import type { Acceptance } from './acceptance.entity.ts';

/** The record of a signature, as it is read again. */
export type Evidence = ReturnType<typeof acceptanceEvidence>;

type Kept = Omit<Row<Acceptance>, 'id' | 'quoteId' | 'evidenceHash' | 'signature' | 'keyId'>;

/** Everything beside the evidence is for lists and documents; it must not say anything else. */
export function isWhatTheEvidenceSays(
  quote: Pick<Row<Quote>, 'number' | 'acceptedAt'>,
  acceptance: Kept,
): boolean {
  const said = JSON.parse(acceptance.evidence) as Evidence;
  const fromEvidence = {
    quote: said.quote,
    revisionHash: said.revisionHash,
    name: said.signer.name,
    email: said.signer.email,
    proof: said.signer.proof,
    method: said.method,
    currency: said.currency,
    gross: said.totals.gross,
    choices: JSON.stringify(said.options.map(({ id, quantity }) => ({ optionId: id, quantity }))),
    signedAt: said.signedAt,
    acceptedAt: said.signedAt,
  };
  const kept = {
    quote: quote.number,
    revisionHash: acceptance.revisionHash,
    name: acceptance.signerName,
    email: acceptance.signerEmail,
    proof: acceptance.proof,
    method: acceptance.method,
    currency: acceptance.currency,
    gross: acceptance.gross,
    choices: acceptance.choices,
    signedAt: acceptance.signedAt,
    acceptedAt: quote.acceptedAt,
  };
  return canonical(fromEvidence) === canonical(kept);
}
