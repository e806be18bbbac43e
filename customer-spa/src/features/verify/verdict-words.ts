import type { VerifyPage_AskQuery } from '../../gql/graphql.ts';

type Answer = VerifyPage_AskQuery['verifyDocument'];
export type Verification = Extract<Answer, { __typename: 'Verification' }>;

/** What was shown to the page: the file itself, or digits that somebody copied. */
export type Held = 'FILE' | 'DIGITS';

/** The verdict in a sentence, and what to make of it. */
export type VerdictWords = Readonly<{ tone: 'good' | 'waiting'; title: string; text: string }>;

/** Calm also where something is wrong: a PDF that was merely saved again has another fingerprint too. */
export function verdictWords({ verdict, what }: Verification, held: Held): VerdictWords {
  if (verdict === 'GENUINE') return genuine(what ?? null, held);
  if (verdict === 'DIFFERENT')
    return {
      tone: 'waiting',
      title:
        held === 'FILE' ? 'This is not the signed document' : 'These digits do not belong to this number',
      text: `A quote with this number was signed, but not this ${held === 'FILE' ? 'file' : 'one'}. ${again}`,
    };
  return {
    tone: 'waiting',
    title: 'The company does not know this document',
    text: `It sent nothing with this fingerprint. ${again}`,
  };
}

const again =
  'It may have been changed, or only printed, scanned or saved again by another program, which changes the fingerprint too. Look for the PDF that came with the mail, exactly as it came, or ask the company for it.';

function genuine(what: Verification['what'] | null, held: Held): VerdictWords {
  if (what === 'OTHER_DOCUMENT')
    return {
      tone: 'good',
      title: 'This document is genuine, and nobody signed it',
      text: 'The company made it exactly like this: a quote as it was offered, an invoice, or a receipt.',
    };
  if (what === 'RECORDED_ACCEPTANCE')
    return {
      tone: 'good',
      title: 'This document is genuine, and the customer signed nothing here',
      text: 'The company recorded that the customer agreed in another way, such as on paper. What proves that is with the company.',
    };
  if (what === 'SIGNATURE_RECORD')
    return {
      tone: 'good',
      title: 'This signature is genuine',
      text: 'The fingerprint belongs to the record of this signature. To check a PDF, choose the file itself.',
    };
  return {
    tone: 'good',
    title: 'This is the signed document',
    text:
      held === 'FILE'
        ? 'Your file is, to the last letter, the one that was signed.'
        : 'The fingerprint is that of the signed PDF.',
  };
}
