import { useState } from 'react';
import { Field } from '../../ui/field.tsx';

type Props = {
  given: Readonly<{ number: string; hash: string }>;
  isBusy: boolean;
  onDigits: (hash: string, number: string) => void;
};

/** For who has the certificate on paper: its number and a fingerprint. */
export function DigitsForm({ given, isBusy, onDigits }: Props) {
  const [number, setNumber] = useState(given.number);
  const [hash, setHash] = useState(given.hash);
  const [isMissing, setMissing] = useState(false);
  const problems = isMissing
    ? [{ at: 'hash', message: 'A fingerprint has 64 digits, from 0 to 9 and from a to f.' }]
    : [];
  return (
    <details open={given.hash !== ''}>
      <summary>Only a fingerprint at hand?</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const isWhole = /^[0-9a-f]{64}$/i.test(hash.replace(/[\s:-]/g, ''));
          setMissing(!isWhole);
          if (isWhole && !isBusy) onDigits(hash, number);
        }}
      >
        <Field
          at="hash"
          label="Fingerprint (SHA-256)"
          hint="Of the PDF, or of the signature record as the certificate shows it."
          problems={problems}
          value={hash}
          autoComplete="off"
          spellCheck={false}
          onText={setHash}
        />
        <Field
          at="number"
          label="Number of the quote, if you know it"
          problems={[]}
          value={number}
          autoComplete="off"
          onText={setNumber}
        />
        <div className="actions">
          <button type="submit" className="secondary" aria-disabled={isBusy}>
            Check the fingerprint
          </button>
        </div>
      </form>
    </details>
  );
}
