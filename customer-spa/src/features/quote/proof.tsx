import { useState } from 'react';
import type { Quote_AllFragment } from '../../gql/graphql.ts';
import { useAddresses } from './use-addresses.ts';

type Props = Readonly<{ quote: Quote_AllFragment; evidenceHash: string }>;

/** For who wants to be sure, now or in ten years: the fingerprint, the page that checks it, and the file for experts. */
export function Proof({ quote, evidenceHash }: Props) {
  const checkAt = `/verify#${new URLSearchParams({ number: quote.number, hash: evidenceHash }).toString()}`;
  return (
    <details className="fine">
      <summary>Proof of what was signed</summary>
      <p>
        The fingerprint of the record of this signature; the certificate in the signed PDF shows the same one:
        <code>{evidenceHash}</code>
      </p>
      <p>
        Anybody who holds the signed PDF can{' '}
        <a href={checkAt} target="_blank" rel="noreferrer">
          check that it is genuine
        </a>
        , also without this link.
      </p>
      <EvidenceFile />
    </details>
  );
}

/** A file that is saved needs no tab of its own. */
function EvidenceFile() {
  const addresses = useAddresses();
  const [hasFailed, setFailed] = useState(false);
  async function save() {
    const url = (await addresses())?.evidenceUrl;
    setFailed(!url);
    if (url) location.assign(url);
  }
  return (
    <p>
      <button type="button" className="as-link" onClick={() => void save()}>
        Save the evidence file
      </button>
      , which proves the signature without this website.
      <span aria-live="polite" className="field-problem">
        {hasFailed && 'It did not open. Please try again in a moment.'}
      </span>
    </p>
  );
}
