import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql/gql.ts';
import { faultSentence } from '../../ui/answer.tsx';
import { Title } from '../../ui/title.tsx';
import { DigitsForm } from './digits-form.tsx';
import { FileDrop } from './file-drop.tsx';
import { asked, fingerprintOf, numberIn } from './fingerprint.ts';
import type { Held, Verification } from './verdict-words.ts';
import { Verdict } from './verdict.tsx';
import { WhatItProves } from './what-it-proves.tsx';
import '../../styles/verify.css';

const VerifyPage_Ask = graphql(`
  query VerifyPage_Ask($input: VerifyDocumentInput!) {
    verifyDocument(input: $input) {
      __typename
      ... on Verification {
        verdict
        what
        number
        title
        companyName
        signerName
        signedAt
        total {
          amount
          currency
        }
        evidenceHash
        keyId
        publicKey
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Outcome =
  | Readonly<{ is: 'ANSWER'; answer: Verification; held: Held; name: string }>
  | Readonly<{ is: 'PROBLEM'; message: string }>;

const noHashing =
  'This browser cannot compute fingerprints on this page. Please paste the fingerprint below, or try another browser.';

/** For anybody who holds a document: no link, no account, and the file never leaves the device. */
export function VerifyPage() {
  const client = useClient();
  const [given] = useState(() => asked(location.hash));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isBusy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  async function look(hash: string, number: string, held: Held, name: string): Promise<Outcome> {
    const input = { hash, number: number.trim() || null };
    const { data, error } = await client.query(VerifyPage_Ask, { input }, { requestPolicy: 'network-only' });
    if (error) return { is: 'PROBLEM', message: faultSentence(error) };
    const answer = data?.verifyDocument;
    if (answer?.__typename === 'Verification') return { is: 'ANSWER', answer, held, name };
    return { is: 'PROBLEM', message: answer?.message ?? 'No answer came. Please try again.' };
  }

  async function show(work: () => Promise<Outcome>) {
    setBusy(true);
    setOutcome(
      await work().catch((): Outcome => ({
        is: 'PROBLEM',
        message: 'This file cannot be read. Please choose it again.',
      })),
    );
    setBusy(false);
    place.current?.focus();
  }

  const checkFile = (file: File) =>
    show(async () => {
      const hash = await fingerprintOf(file);
      if (hash === null) return { is: 'PROBLEM', message: noHashing };
      const outcome = await look(hash, '', 'FILE', file.name);
      const number = numberIn(file.name);
      const isUnknown = outcome.is === 'ANSWER' && outcome.answer.verdict === 'UNKNOWN';
      // a file that is unknown may still go by the name of one that was signed
      return isUnknown && number !== null ? look(hash, number, 'FILE', file.name) : outcome;
    });

  return (
    <div className="page verify">
      <main>
        <Title>Check a document</Title>
        <p className="lead">
          Is this the quote that was signed? Choose the PDF, and this page compares its fingerprint with what
          the company keeps.
        </p>
        <FileDrop isBusy={isBusy} onFile={(file) => void checkFile(file)} />
        <div ref={place} tabIndex={-1} className="outcome" aria-live="polite">
          {isBusy && <p>Checking…</p>}
          {!isBusy && outcome?.is === 'PROBLEM' && <p className="note">{outcome.message}</p>}
          {!isBusy && outcome?.is === 'ANSWER' && <Verdict {...outcome} />}
        </div>
        <DigitsForm
          given={given}
          isBusy={isBusy}
          onDigits={(hash, number) => void show(() => look(hash, number, 'DIGITS', ''))}
        />
        <WhatItProves />
      </main>
    </div>
  );
}
